"""reviewed-since: what is older than a turning point was looked at after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import TURNING_POINT, UNRECORDED
from linter.checks.parameters import parameters
from linter.checks.records import done, doubted, first_day
from linter.subject import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class ReviewedSince:
    """Parameters.

    begun: the day it began, the first address that has one; records: what counts as a look;
    earliest, latest: the days between which the turning point lies (one day: the same twice).
    """

    begun: tuple[Address, ...]
    records: tuple[Address, ...]
    earliest: str
    latest: str


@check("reviewed-since", ReviewedSince, supplies=("since",), variants=("absent",))
def reviewed_since(subject: Subject, params: ReviewedSince) -> Iterator[Outcome]:
    """Only what lies clear of the turning point decides; the days in between are unknown."""
    start = first_day(subject, params.begun)
    if start is None:
        yield Unknown(params.begun[0], UNRECORDED)
        return
    earliest, latest = day_of(params.earliest), day_of(params.latest)
    if earliest is None or latest is None or start > latest:
        return
    looks = [record.on for record in done(subject, params.records)]
    if any(on is not None and on > latest for on in looks):
        return
    unclear = doubted(subject, params.records)
    if unclear is not None:
        yield unclear
    elif start < earliest and not any(on is None or on >= earliest for on in looks):
        yield Miss(params.records[0].removesuffix("[]"), {"since": start}, variant="absent")
    else:
        yield Unknown(params.begun[0], TURNING_POINT)
