"""not-older: records are as recent as the thing they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import UNRECORDED
from linter.checks.parameters import parameters
from linter.checks.silence import text_in
from linter.subject import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from linter.subject import Record, Subject


@parameters
class NotOlder:
    """Parameters.

    records: the records compared; than: the day they must not be older than; only_with: asked
    only where this field is on record. Records that are absent are another rule's business.
    changes, named: for records that come before the thing itself: the list of changes, each with
    `on` and the `application` that reports it, and the thing's name there; before: a day by which
    records spoke of an earlier one. What none of them tells stays open.
    """

    records: tuple[Address, ...]
    than: Address
    only_with: Address | None = None
    changes: Address | None = None
    named: Address | None = None
    before: Address | None = None


def _idle(params: NotOlder) -> tuple[str, ...]:
    return params.records if params.only_with is None else (params.only_with,)


@check("not-older", NotOlder, supplies=("records", "than"), variants=("older",), idle=_idle)
def not_older(subject: Subject, params: NotOlder) -> Iterator[Outcome]:
    """One miss for all records that are older or have no day, at the first of them."""
    if params.only_with is not None and not subject.at(params.only_with):
        return
    found = [record for record in map(subject.record, params.records) if record is not None]
    if not found:
        return
    than = subject.day(params.than)
    if than is None:
        yield Unknown(params.than, UNRECORDED)
        return
    old = [record for record in found if record.on is None or record.on < than]
    if params.changes is not None:
        judged = [(record, _spoke_of_another(subject, params, record, than)) for record in old]
        old = [record for record, other in judged if other]
        yield from (Unknown(record.spot, UNRECORDED) for record, other in judged if other is None)
    if old:
        names = tuple(record.spot.address for record in old)
        yield Miss(old[0].spot, {"records": names, "than": than}, variant="older")


def _spoke_of_another(
    subject: Subject, params: NotOlder, record: Record, than: date
) -> bool | None:
    """True where a record surely is of an earlier thing, None where no day tells."""
    if record.on is None:
        return True
    name = subject.text(params.named) if params.named else None
    spots = subject.at(params.changes or "")
    days = [
        day_of(text_in(spot, "on") or "") for spot in spots if text_in(spot, "application") == name
    ]
    reported = [day for day in days if name and day is not None and day <= than]
    if reported and record.on >= max(reported):
        return False
    before = subject.day(params.before) if params.before else None
    if (reported and record.on < min(reported)) or (before is not None and record.on <= before):
        return True
    return None
