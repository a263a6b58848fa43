"""elsewhere: there is another way to what the profile says than the profile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.checks.base import Address, Outcome, Pattern, check
from linter.checks.matches import Matches, matches
from linter.registry.nodes import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@dataclass(slots=True, eq=False, repr=False)
class Elsewhere:
    """Parameters.

    record: where it is recorded, for the account or once for the house; fields: where the
    profile may show it, and `any`: what it looks like there.
    """

    record: Address
    fields: tuple[Address, ...]
    any: tuple[Pattern, ...]


@check("elsewhere", Elsewhere, supplies=("found",))
def elsewhere(subject: Subject, params: Elsewhere) -> Iterator[Outcome]:
    """The record decides; without one the profile, as far as the registry knows it."""
    entry = subject.authority.fields
    house = entry.entries.get(params.record) if entry is not None else None
    if subject.at(params.record) or (isinstance(house, Scalar) and house.text):
        return
    yield from matches.function(subject, Matches(fields=params.fields, any=params.any))
