"""recreated: an account was set up anew beside its live predecessor, where a rename would have done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.parameters import parameters
from linter.subject import Spot, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.account import Account

LIVE = ("active", "dormant")


@parameters
class Recreated:
    """replaces: the id of the account in whose place one stands; reason: why it is not the same.

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
    """Miss each new account beside a live one of a predecessor on the same platform, without a reason."""
    from linter import platforms  # noqa: PLC0415 - only where this rule is asked

    live: dict[tuple[str, str], list[Account]] = {}
    by_id: dict[str, Account] = {}
    for account in subject.accounts:
        if account.status in LIVE:
            live.setdefault((account.authority, account.platform), []).append(account)
            by_id[account.id] = account
    head = params.replaces.partition(".")[0]
    for account in subject.accounts:
        authority = subject.context.authorities.get(account.authority)
        older = [
            other
            for house in (authority.predecessors if authority else ())
            for other in live.get((house, account.platform), ())
            if other.kind == account.kind
        ]
        if not older and head not in account.fields.entries:
            continue
        platform = platforms.get(account.platform)
        one = _alone(account, subject)
        if platform is None or not platform.renames or one.text(params.reason):
            continue
        named = by_id.get(one.text(params.replaces) or "")
        if named is not None and named.platform == account.platform:
            yield _miss(account, named, subject)
        elif account.kind not in params.by_topic:
            yield from _by_dates(account, older, one, params)
        else:
            same = [other for other in older if _topic(other, params) == _topic(account, params)]
            if _topic(account, params):
                yield from _by_dates(account, same, one, params)


def _by_dates(
    account: Account, older: list[Account], one: Subject, params: Recreated
) -> Iterator[Outcome]:
    """Only an account set up after its authority came into being was set up anew."""
    start = one.authority.since
    if not older or start is None:
        return
    set_up = one.day(params.since)
    if set_up is None:
        cause = "unreadable" if one.at(params.since) else "not-recorded"
        yield Unknown(Spot(params.since, account.fields, account.document), cause)
    elif set_up >= start:
        yield _miss(account, older[0], one)


def _miss(account: Account, other: Account, subject: Subject) -> Miss:
    authority = subject.context.authorities.get(other.authority)
    node = account.fields.entries.get("handle") or account.fields
    return Miss(
        Spot("handle", node, account.document),
        {
            "other": other.handle,
            "other_authority": authority.title if authority else other.authority,
        },
    )


def _topic(account: Account, params: Recreated) -> str:
    node = account.fields.entries.get(params.topic)
    return (getattr(node, "text", None) or "").casefold()


def _alone(account: Account, subject: Subject) -> Subject:
    return Subject(
        [(account.fields, account.document)],
        account=account,
        accounts=[account],
        authority=subject.context.authorities.get(account.authority) or subject.authority,
        context=subject.context,
    )
