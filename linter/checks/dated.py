"""dated: something happened on a day that fits: not before, not after, not too long ago."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.parameters import parameters
from linter.checks.records import VARIANTS, doubt, judged, planned, rank, undated
from linter.checks.silence import NOT_RECORDED, answer, recorded_at
from linter.subject import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class Dated:
    """The date or record at `field`, held against other days; a day not recorded compares to none.

    not_before, not_after: fields with a date; from_day, to_day: fixed days; max_age, min_age:
    days before the day of the check; max_age_field: where the registry sets max_age itself
    (with neither, the interval is not configured: unknown).
    """

    field: Address
    not_before: Address | None = None
    not_after: Address | None = None
    from_day: str | None = None
    to_day: str | None = None
    max_age: int | None = None
    min_age: int | None = None
    max_age_field: Address | None = None
    absent: Literal["fail", "unknown", "pass"] = "fail"


def _idle(params: Dated) -> tuple[str, ...]:
    return (params.field,) if params.absent == "pass" and not params.max_age_field else ()


def _reads(params: Dated) -> tuple[str, ...]:
    others = (params.not_before, params.not_after, params.max_age_field)
    return (params.field, *(address for address in others if address))


@check(
    "dated",
    Dated,
    supplies=("on", "limit"),
    variants=("absent", "undated", "refused", "pending", "early", "late", "old", "young"),
    idle=_idle,
    reads=_reads,
)
def dated(subject: Subject, params: Dated) -> Iterator[Outcome]:
    """Miss a day that is missing, to come or on the wrong side of another; the latest one counts."""
    age = _max_age(subject, params)
    if params.max_age_field and age is None:
        yield Unknown(params.max_age_field, "interval-not-configured")
        return
    limits = _limits(subject, params, age)
    values: dict[str, Any] = {"on": NOT_RECORDED, "limit": NOT_RECORDED}
    if limits:
        values["limit"] = limits[0][2]
    records = [judged(spot) for spot in recorded_at(subject, params.field)]
    if not records:
        yield from answer(params.absent, params.field, values, "absent")
        return
    last = max(records, key=rank)
    if (unclear := doubt(last)) is not None:
        yield unclear
    elif last.state != "ja":
        yield Miss(last.spot, values, variant=VARIANTS.get(last.state))
    elif params.min_age is None and planned(last, subject.as_of):
        yield Miss(last.spot, values, variant="pending")
    elif last.on is None:
        yield undated(last, values)
    else:
        for variant, fits, limit in limits:
            if not fits(last.on, limit):
                yield Miss(last.spot, {"on": last.on, "limit": limit}, variant=variant)
                return


def _max_age(subject: Subject, params: Dated) -> int | None:
    text = subject.text(params.max_age_field) if params.max_age_field else None
    return int(text) if text and text.isdecimal() else params.max_age


def _limits(subject: Subject, params: Dated, age: int | None) -> list[tuple[str, Any, date]]:
    """Each limit as (variant, how a day fits, the day); those that are not recorded drop out."""
    today = subject.as_of
    found = [
        ("early", date.__ge__, subject.day(params.not_before) if params.not_before else None),
        ("late", date.__le__, subject.day(params.not_after) if params.not_after else None),
        ("early", date.__ge__, day_of(params.from_day or "")),
        ("late", date.__le__, day_of(params.to_day or "")),
        ("old", date.__ge__, None if age is None else today - timedelta(days=age)),
        (
            "young",
            date.__le__,
            None if params.min_age is None else today - timedelta(days=params.min_age),
        ),
    ]
    return [(variant, fits, limit) for variant, fits, limit in found if limit]
