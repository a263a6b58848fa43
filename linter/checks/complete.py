"""complete: several things that belong together are all on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.bundle import fresh
from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.checks.silence import recorded_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class Complete:
    """fields: what must be there; instead: field → another that will do in its place."""

    fields: tuple[Address, ...]
    instead: dict[str, str] = fresh(factory=dict)


def _reads(params: Complete) -> tuple[str, ...]:
    return (*params.fields, *params.instead.values())


@check("complete", Complete, supplies=("missing",), reads=_reads)
def complete(subject: Subject, params: Complete) -> Iterator[Outcome]:
    """Miss once, however many are lacking, and name them all."""
    missing = tuple(
        field
        for field in params.fields
        if not recorded_at(subject, field)
        and not recorded_at(subject, params.instead.get(field, field))
    )
    if missing:
        yield Miss(missing[0], {"missing": missing})
