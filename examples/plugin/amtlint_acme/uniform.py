"""acme.uniform: a house writes something the same way in all of its accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@dataclass(slots=True, eq=False, repr=False)
class Uniform:
    """All values at `field` are the same; case does not count."""

    field: Address


@check("acme.uniform", Uniform, supplies=("expected", "found"))
def uniform(subject: Subject, params: Uniform) -> Iterator[Outcome]:
    """Miss each value that differs from the first one."""
    expected = ""
    for spot in subject.at(params.field):
        found = spot.text or ""
        expected = expected or found
        if found.casefold() != expected.casefold():
            yield Miss(spot, {"expected": expected, "found": found})
