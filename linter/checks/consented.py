"""consented: those concerned agreed, at first always, later where the platform makes it needful."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import UNCLEAR, UNRECORDED
from linter.checks.parameters import parameters
from linter.checks.records import doubt, judged, to_come
from linter.checks.silence import NOT_RECORDED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class Consented:
    """Parameters.

    field: the record of consent; begun: the day it began, the first address that has one, and the
    message's variant that says so; first_days: how long consent is needed in any case; platforms:
    where it is needed for good; always_if: a yes/no field that overrides that list.
    """

    field: Address
    begun: tuple[Address, ...]
    first_days: int = 365
    platforms: tuple[str, ...] = ()
    always_if: Address | None = None


@check(
    "consented",
    Consented,
    supplies=("since",),
    variants=("published", "since", "always", "refused", "pending"),
)
def consented(subject: Subject, params: Consented) -> Iterator[Outcome]:
    """A refusal always counts; silence only where consent is needed today."""
    spot = subject.first(params.field)
    record = judged(spot) if spot else None
    begun = next((field for field in params.begun if subject.day(field)), params.begun[0])
    start = subject.day(begun)
    values = {"since": start or NOT_RECORDED}
    if record is not None and record.state == "ja":
        return
    at = record.spot if record is not None else params.field
    if record is not None and (unclear := doubt(record)) is not None:
        yield unclear
    elif record is not None and record.state == "nein":
        yield Miss(at, values, variant="refused")
    elif _always(subject, params):
        yield Miss(at, values, variant="pending" if record else "always")
    elif start is None:
        yield Unknown(begun, UNRECORDED)
    elif coming := to_come(subject, begun):
        yield Unknown(coming, UNCLEAR)
    elif (subject.as_of - start).days <= params.first_days:
        yield Miss(at, values, variant="pending" if record else begun)


def _always(subject: Subject, params: Consented) -> bool:
    flag = subject.flag(params.always_if) if params.always_if else None
    return (subject.text("platform") in params.platforms) if flag is None else flag
