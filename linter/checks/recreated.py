"""recreated: an account was set up anew beside its live predecessor, where a rename would have done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.account import Account
    from linter.subject import Subject


@dataclass(slots=True, eq=False, repr=False)
class Recreated:
    """replaces: the id of the account in whose place this one stands; reason: why it is not the same.

    since: the day of set-up; topic: what an account of one of the kinds in `by_topic` is about,
    which must agree before two of them are taken for one and its successor.
    """

    replaces: Address
    reason: Address
    since: Address
    topic: Address
    by_topic: tuple[str, ...] = ()


@check("recreated", Recreated, supplies=("other", "other_authority"))
def recreated(subject: Subject, params: Recreated) -> Iterator[Outcome]:
    """Miss a new account beside a live one of a predecessor on the same platform, without a reason."""
    from linter import platforms  # noqa: PLC0415 - only where this rule is asked

    account = subject.account
    platform = platforms.get(account.platform) if account else None
    if account is None or platform is None or not platform.renames or subject.text(params.reason):
        return
    named = subject.text(params.replaces)
    live = [
        other
        for other in subject.context.accounts
        if other is not account
        and other.status in ("active", "dormant")
        and other.platform == account.platform
    ]
    for other in live:
        declared = named is not None and other.id == named
        if not declared and not _follows(subject, account, other, params):
            continue
        if not declared:
            set_up, start = subject.day(params.since), subject.authority.since
            if start is None:
                continue
            if set_up is None:
                cause = "unreadable" if subject.at(params.since) else "not-declared"
                yield Unknown(params.since, cause)
                return
            if set_up < start:
                continue
        authority = subject.context.authorities.get(other.authority)
        values = {
            "other": other.handle,
            "other_authority": authority.title if authority else other.authority,
        }
        yield Miss(subject.first("handle") or "handle", values)
        return


def _follows(subject: Subject, account: Account, other: Account, params: Recreated) -> bool:
    """True where the other account belongs to a predecessor and is of the same kind and topic."""
    if other.authority not in subject.authority.predecessors or other.kind != account.kind:
        return False
    if account.kind not in params.by_topic:
        return True
    topic = subject.text(params.topic)
    node = other.fields.entries.get(params.topic)
    return topic is not None and topic.casefold() == (getattr(node, "text", None) or "").casefold()
