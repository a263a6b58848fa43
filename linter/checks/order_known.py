"""order-known: it can be told whether records came before a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.checks.base import Address, Outcome, Unknown, check
from linter.checks.causes import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@dataclass(slots=True, eq=False, repr=False)
class OrderKnown:
    """Parameters: the records, the day they must precede, and a day that is never after it."""

    records: tuple[Address, ...]
    day: Address
    never_after: Address | None = None


@check("order-known", OrderKnown)
def order_known(subject: Subject, params: OrderKnown) -> Iterator[Outcome]:
    """Beside `approved`, which compares days: an unknown where the day itself is missing."""
    if subject.day(params.day) is not None:
        return
    start = subject.day(params.never_after) if params.never_after else None
    for record in map(subject.record, params.records):
        if record is None or record.state != "ja" or record.on is None:
            continue
        if start is None or record.on > start:
            yield Unknown(params.day, UNDATED)
            return
