"""order-known: records came before a day, and it can be told that they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import TURNING_POINT, UNRECORDED
from linter.checks.parameters import parameters
from linter.checks.records import already, judged
from linter.checks.silence import recorded_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class OrderKnown:
    """Parameters.

    records: what had to come first; day: the day they must not be later than; never_after: a
    day that is never after it; renewed: where it is on record, the records were given anew and
    say nothing about that day; earliest, latest: the days between which the source was made: what
    lies before them it could not ask for in advance.
    """

    records: tuple[Address, ...]
    day: Address
    never_after: Address | None = None
    renewed: Address | None = None
    earliest: str = ""
    latest: str = ""


def _idle(params: OrderKnown) -> tuple[str, ...]:
    return params.records


@check("order-known", OrderKnown, supplies=("on", "since"), variants=("late",), idle=_idle)
def order_known(subject: Subject, params: OrderKnown) -> Iterator[Outcome]:
    """A miss for each record that is late; one unknown where the day is needed and missing."""
    if params.renewed and recorded_at(subject, params.renewed):
        return
    day = subject.day(params.day)
    start = subject.day(params.never_after) if params.never_after else None
    asked = True if day is None else already(day, params.earliest, params.latest)
    if asked is False:
        return
    spots = (recorded_at(subject, address) for address in params.records)
    for record in [judged(found[0]) for found in spots if found]:
        if record.state != "ja":
            continue
        if day is None:
            if record.on is not None and (start is None or record.on > start):
                yield Unknown(params.day, UNRECORDED)
                return
        elif record.on is None:
            yield Unknown(record.spot, UNRECORDED)
        elif record.on > day and asked is None:
            yield Unknown(record.spot, TURNING_POINT)
        elif record.on > day:
            yield Miss(record.spot, {"on": record.on, "since": day}, variant="late")
