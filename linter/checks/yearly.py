"""yearly: what is done every year in one month was done in the last such month or since."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.checks.records import VARIANTS, doubt, judged, planned, rank, undated
from linter.checks.silence import NOT_RECORDED, recorded_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class Yearly:
    """Parameters: the record, and the month (1 to 12) that has all its days to do it in."""

    field: Address
    month: int = 1


@check(
    "yearly",
    Yearly,
    supplies=("on", "due"),
    variants=("absent", "refused", "pending", "undated", "old"),
)
def yearly(subject: Subject, params: Yearly) -> Iterator[Outcome]:
    """Until the month is over, last year's still suffices; the latest record counts."""
    today = subject.as_of
    due = date(today.year - (today.month <= params.month), params.month, 1)
    records = [
        record
        for record in map(judged, recorded_at(subject, params.field))
        if not planned(record, today)
    ]
    if not records:
        yield Miss(params.field, {"on": NOT_RECORDED, "due": due}, variant="absent")
        return
    last = max(records, key=rank)
    values = {"on": last.on or NOT_RECORDED, "due": due}
    if (unclear := doubt(last)) is not None:
        yield unclear
    elif last.state != "ja":
        yield Miss(last.spot, values, variant=VARIANTS.get(last.state))
    elif last.on is None:
        yield undated(last, values)
    elif last.on < due:
        yield Miss(last.spot, values, variant="old")
