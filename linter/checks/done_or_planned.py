"""done-or-planned: something is done, or its day is fixed and near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.checks.records import doubt, judged, planned
from linter.checks.silence import NOT_RECORDED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class DoneOrPlanned:
    """Parameters: the record, and within how many days a planned day counts as near."""

    field: Address
    soon_days: int = 183


@check(
    "done-or-planned",
    DoneOrPlanned,
    supplies=("on", "days"),
    variants=("absent", "refused", "undated", "overdue", "distant"),
)
def done_or_planned(subject: Subject, params: DoneOrPlanned) -> Iterator[Outcome]:
    """A day in the future is a plan, whatever the state; a plan without a day is none."""
    spot = subject.first(params.field)
    record = judged(spot) if spot else None
    values = {"on": record.on if record and record.on else NOT_RECORDED, "days": params.soon_days}
    if record is None:
        yield Miss(params.field, values, variant="absent")
    elif (unclear := doubt(record)) is not None:
        yield unclear
    elif record.state == "nein":
        yield Miss(record.spot, values, variant="refused")
    elif record.on is not None and planned(record, subject.as_of):
        if (record.on - subject.as_of).days > params.soon_days:
            yield Miss(record.spot, values, variant="distant")
    elif record.state == "in Bearbeitung":
        variant = "undated" if record.on is None else "overdue"
        if record.on != subject.as_of:
            yield Miss(record.spot, values, variant=variant)
