"""approved: a body said yes, and not later than the day it had to be asked by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.checks.records import VARIANTS, planned
from linter.checks.silence import NOT_RECORDED, answer, recorded_at
from linter.subject import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class Approved:
    """The record at `body` says ja and is no later than the date at `not_after`.

    Days are compared where both are recorded: a reference without a day is taken at its word. One
    whose day is yet to come is pending.
    """

    body: Address
    not_after: Address | None = None
    absent: Literal["fail", "unknown", "pass"] = "fail"


def _idle(params: Approved) -> tuple[str, ...]:
    return (params.body,) if params.absent == "pass" else ()


def _reads(params: Approved) -> tuple[str, ...]:
    return (params.body, params.not_after) if params.not_after else (params.body,)


@check(
    "approved",
    Approved,
    supplies=("on", "since"),
    variants=("refused", "pending", "late"),
    idle=_idle,
    reads=_reads,
)
def approved(subject: Subject, params: Approved) -> Iterator[Outcome]:
    """Miss an approval that is not recorded, refused, pending or late."""
    limit = subject.day(params.not_after) if params.not_after else None
    spots = recorded_at(subject, params.body)
    record = record_of(spots[0]) if spots else None
    on = record.on if record else None
    late = on is not None and limit is not None and on > limit
    ahead = record is not None and planned(record, subject.as_of)
    if record and record.state == "ja" and not late and not ahead:
        return
    values = {"on": on or NOT_RECORDED, "since": limit or NOT_RECORDED}
    if record is None:
        yield from answer(params.absent, params.body, values)
    else:
        variant = "late" if record.state == "ja" else VARIANTS.get(record.state)
        if variant == "late" and ahead:
            variant = "pending"
        yield Miss(record.spot, values, variant=variant)
