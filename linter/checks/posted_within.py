"""posted-within: the last post is no older than the interval that the registry sets."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import NOT_SHOWN
from linter.checks.parameters import parameters
from linter.checks.seen import captured, declared_text, profile_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class PostedWithin:
    """interval: where the account, else its authority, records the days between two posts."""

    interval: Address


@check("posted-within", PostedWithin, supplies=("last_post", "days"))
def posted_within(subject: Subject, params: PostedWithin) -> Iterator[Outcome]:
    """Miss a profile that has gone quiet; unknown without an interval or a day to compare."""
    days = declared_text(subject, params.interval)
    if not days.isdecimal():
        yield Unknown(params.interval, "interval-not-configured")
        return
    profile = profile_of(subject)
    if isinstance(profile, str):
        yield Unknown(params.interval, profile)
    elif profile.last_post is None:
        yield Unknown(params.interval, NOT_SHOWN)
    elif profile.last_post < subject.as_of - timedelta(days=min(int(days), 36_500)):
        values = {"last_post": profile.last_post, "days": int(days)}
        at = subject.first(params.interval) or params.interval
        yield Miss(at, values, evidence=captured(subject, "profile"))
