"""review-due: what has run for a time must have been reviewed, once or again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import UNRECORDED
from linter.checks.parameters import parameters
from linter.checks.records import done, doubted, first_day
from linter.checks.seen import house_text
from linter.checks.silence import NOT_RECORDED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Record, Subject


@parameters
class ReviewDue:
    """Parameters.

    records: where reviews are recorded; begun: the day it began, the first address that has
    one; days: how long it may run unreviewed; interval: the authority's own number of days,
    which overrides `days`; repeats: whether a review falls due again and again; ahead: how many days
    before the end of `days` a review that falls due once may take place.
    """

    records: tuple[Address, ...]
    begun: tuple[Address, ...]
    days: int = 365
    repeats: bool = True
    interval: Address | None = None
    ahead: int = 30


@check(
    "review-due",
    ReviewDue,
    supplies=("since", "last", "days"),
    variants=("absent", "overdue", "early"),
)
def review_due(subject: Subject, params: ReviewDue) -> Iterator[Outcome]:
    """Yield a miss where a review is overdue, an unknown where the registry names no day."""
    reviews = done(subject, params.records)
    days = _days(subject, params)
    if reviews and not params.repeats:
        yield from _too_early(subject, params, reviews, days)
        return
    last = _latest(reviews)
    if last is not None and last.on is not None:
        if (subject.as_of - last.on).days > days:
            values = {"since": last.on, "last": last.on, "days": days}
            yield Miss(last.spot, values, variant="overdue")
        return
    start = first_day(subject, params.begun)
    if reviews or start is None:
        yield Unknown(reviews[0].spot if reviews else params.begun[0], UNRECORDED)
    elif (subject.as_of - start).days > days and (unclear := doubted(subject, params.records)):
        yield unclear
    elif (subject.as_of - start).days > days:
        at = params.records[0].removesuffix("[]")
        yield Miss(at, {"since": start, "last": NOT_RECORDED, "days": days}, variant="absent")


def _too_early(
    subject: Subject, params: ReviewDue, reviews: list[Record], days: int
) -> Iterator[Outcome]:
    """A miss where time is up and every review surely took place long before; a yes without a day will do."""
    start = first_day(subject, params.begun)
    if start is None or (subject.as_of - start).days <= days:
        return
    last = _latest(reviews)
    if last is None or last.on is None or any(review.on is None for review in reviews):
        return
    if (last.on - start).days < days - params.ahead:
        values = {"since": start, "last": last.on, "days": days}
        yield Miss(last.spot, values, variant="early")


def _days(subject: Subject, params: ReviewDue) -> int:
    text = house_text(subject, params.interval) if params.interval else ""
    return int(text) if text.isascii() and text.isdigit() and int(text) > 0 else params.days


def _latest(records: list[Record]) -> Record | None:
    """The record with the latest day; None where none has a day."""
    dated = [record for record in records if record.on is not None]
    return max(dated, key=lambda record: record.on or record.spot.node.mark) if dated else None
