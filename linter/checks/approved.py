"""approved: a body said yes, and not later than the day it had to be asked by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.recorded import VARIANTS
from linter.checks.silence import NOT_RECORDED, answer, recorded_at
from linter.subject import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@dataclass(slots=True, eq=False, repr=False)
class Approved:
    """The record at `body` says ja and is no later than the date at `not_after`.

    Days are compared where both are recorded: a reference without a day is taken at its word.
    """

    body: Address
    not_after: Address | None = None
    absent: Literal["fail", "unknown", "pass"] = "fail"


@check("approved", Approved, supplies=("on", "since"), variants=("refused", "pending", "late"))
def approved(subject: Subject, params: Approved) -> Iterator[Outcome]:
    """Miss an approval that is not recorded, refused, pending or late."""
    limit = subject.day(params.not_after) if params.not_after else None
    values = {"on": NOT_RECORDED, "since": limit or NOT_RECORDED}
    spots = recorded_at(subject, params.body)
    if not spots:
        yield from answer(params.absent, params.body, values)
        return
    record = record_of(spots[0])
    if record.on:
        values["on"] = record.on
    if record.state != "ja":
        yield Miss(record.spot, values, variant=VARIANTS.get(record.state))
    elif record.on and limit and record.on > limit:
        yield Miss(record.spot, values, variant="late")
