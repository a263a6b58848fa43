"""approved: a body said yes, and not later than the day it had to be asked by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import TURNING_POINT, UNCLEAR, UNRECORDED
from linter.checks.parameters import parameters
from linter.checks.records import VARIANTS, already, doubt, judged, planned, quoted, to_come
from linter.checks.silence import NOT_RECORDED, answer, recorded_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class Approved:
    """The record at `body` says ja and is no later than the date at `not_after`.

    Where that date is recorded, a yes without a day tells nothing of the order. A record whose day is
    yet to come is pending. earliest, latest: the days between which the source was made; what lies
    before them it could not ask for in advance. by: the day by which it is needed; where that is
    yet to come, nothing is missing for sure.
    """

    body: Address
    not_after: Address | None = None
    earliest: str = ""
    latest: str = ""
    by: Address | None = None
    absent: Literal["fail", "unknown", "pass"] = "fail"


def _idle(params: Approved) -> tuple[str, ...]:
    return (params.body,) if params.absent == "pass" else ()


def _reads(params: Approved) -> tuple[str, ...]:
    return (params.body, params.not_after) if params.not_after else (params.body,)


@check(
    "approved",
    Approved,
    supplies=("on", "since", "said"),
    variants=("refused", "pending", "late"),
    idle=_idle,
    reads=_reads,
)
def approved(subject: Subject, params: Approved) -> Iterator[Outcome]:
    """Miss an approval that is not recorded, refused, pending or late."""
    limit = subject.day(params.not_after) if params.not_after else None
    spots = recorded_at(subject, params.body)
    record = judged(spots[0]) if spots else None
    on = record.on if record else None
    ahead = record is not None and planned(record, subject.as_of)
    if record and record.state == "ja" and not ahead:
        if limit is None or (on is not None and on <= limit):
            return
        asked = already(limit, params.earliest, params.latest)
        if asked is False:
            return
        if on is None or asked is None:
            yield Unknown(record.spot, UNRECORDED if on is None else TURNING_POINT)
            return
    if params.by and (coming := to_come(subject, params.by)):
        yield Unknown(coming, UNCLEAR)
        return
    said = quoted(record) if record else NOT_RECORDED
    values = {"on": on or NOT_RECORDED, "since": limit or NOT_RECORDED, "said": said}
    if record is None:
        yield from answer(params.absent, params.body, values)
    elif (unclear := doubt(record)) is not None:
        yield unclear
    else:
        variant = "late" if record.state == "ja" else VARIANTS.get(record.state)
        if variant == "late" and ahead:
            variant = "pending"
        yield Miss(record.spot, values, variant=variant)
