"""recreated: an account was set up anew beside its live predecessor, where a rename would have done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import UNRECORDED
from linter.checks.members import alone, spot_at
from linter.checks.naming import bare_handle
from linter.checks.parameters import parameters
from linter.subject import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.account import Account, Authority
    from linter.subject import Subject

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


@check("recreated", Recreated, supplies=("other", "other_authority", "too"), variants=("choice",))
def recreated(subject: Subject, params: Recreated) -> Iterator[Outcome]:
    """Miss a new account beside a live one of a predecessor on the same platform, without a reason.

    An account can be renamed once: where several houses could have had it, one miss names them.
    """
    from linter import platforms  # noqa: PLC0415 - only where this rule is asked

    live: dict[tuple[str, str], list[Account]] = {}
    by_id: dict[str, Account] = {}
    for account in subject.accounts:
        if account.status in LIVE:
            live.setdefault((account.authority, account.platform), []).append(account)
            by_id[account.id] = account
    former = _formerly_named(live, subject)
    head = params.replaces.partition(".")[0]
    missed: list[tuple[Account, Miss, Account]] = []
    for account in subject.accounts:
        authority = subject.context.authorities.get(account.authority)
        older = [
            other
            for house in (authority.predecessors if authority else ())
            if authority is not None and _falls_to(house, authority, subject)
            for other in live.get((house, account.platform), ())
            if other.kind == account.kind
        ]
        if former:
            kept = former.get((account.authority, account.platform), ())
            if account not in kept:
                older += [other for other in kept if other.kind == account.kind]
        if not older and head not in account.fields.entries:
            continue
        platform = platforms.get(account.platform)
        one = alone(account, subject)
        if platform is None or not platform.renames or one.text(params.reason):
            continue
        named = by_id.get(one.text(params.replaces) or "")
        if named is not None and named.platform == account.platform:
            yield _miss(account, named, subject)
            continue
        if account.kind in params.by_topic:
            topic = _topic(account, params)
            older = [other for other in older if topic and _topic(other, params) == topic]
        for outcome in _by_dates(account, older, one, params):
            if isinstance(outcome, Miss):
                missed.append((account, outcome, older[0]))
            else:
                yield outcome
    yield from _one_each(missed, subject)


def _falls_to(house: str, heir: Authority, subject: Subject) -> bool:
    """Whether an account of a former house is for this heir to rename, by the order of the lists.

    A house that goes on chiefly from another one leaves it to those that have no other origin.
    """
    known = subject.context.authorities
    former = known.get(house)
    if former is None or heir.predecessors[0] == house:
        return True
    heirs = [known[id_] for id_ in former.successors if id_ in known]
    return not any(each.predecessors[:1] == (house,) for each in heirs)


def _one_each(missed: list[tuple[Account, Miss, Account]], subject: Subject) -> Iterator[Outcome]:
    """One miss for each old account, at the first of its heirs; the others are named in it."""
    by_old: dict[int, list[tuple[Account, Miss]]] = {}
    heirs: dict[int, tuple[str, ...]] = {}
    for account, miss, other in missed:
        by_old.setdefault(id(other), []).append((account, miss))
        former = subject.context.authorities.get(other.authority)
        heirs[id(other)] = former.successors if former is not None else ()
    for old, found in by_old.items():
        order = heirs[old]
        found.sort(key=lambda each: [*order, each[0].authority].index(each[0].authority))
        houses: dict[str, tuple[Account, Miss]] = {}
        for account, miss in found:
            houses.setdefault(account.authority, (account, miss))
        (first, miss), *further = houses.values()
        if further:
            miss.values["too"] = tuple(account.handle for account, _ in further)
            miss.variant = "choice"
        yield from (each for account, each in found if account.authority == first.authority)


def _formerly_named(
    live: dict[tuple[str, str], list[Account]], subject: Subject
) -> dict[tuple[str, str], list[Account]]:
    """The accounts that still bear a name their house no longer has, where it has others as well.

    A predecessor's account is often kept under the new house's id.
    """
    found: dict[tuple[str, str], list[Account]] = {}
    names: dict[str, tuple[str, ...]] = {}
    for place, accounts in live.items():
        if len(accounts) < 2:  # noqa: PLR2004 - one and another
            continue
        body = subject.context.authorities.get(place[0])
        if body is None:
            continue
        if place[0] not in names:
            names[place[0]] = _former_names(body, subject)
        # most houses have no such account: all handles are looked at in one go
        handles = "\n".join([account.handle for account in accounts]).lower()
        if any(name in handles for name in names[place[0]]):
            kept = [a for a in accounts if _bears(a, names[place[0]], body, subject)]
            if kept:
                found[place] = kept
    return found


def _former_names(body: Authority, subject: Subject) -> tuple[str, ...]:
    """The abbreviations that the body or its predecessors had and it has no more."""
    known = subject.context.authorities
    own = {d.text.lower() for d in body.designations if d.in_force(subject.as_of)}
    bodies = [body, *[known[id_] for id_ in body.predecessors if id_ in known]]
    texts = [d.text.lower() for each in bodies for d in each.designations if d.form == "abbr"]
    return tuple(dict.fromkeys(text for text in texts if text not in own))


def _bears(account: Account, names: tuple[str, ...], body: Authority, subject: Subject) -> bool:
    """Whether the handle carries a designation of the house that is out of force."""
    low = account.handle.lower()
    if not any(name in low for name in names):
        return False
    reader = subject.context.names
    handle = bare_handle(account.handle, account.platform)
    reading = reader.read(handle, authority=body.id, as_of=subject.as_of)
    house = reader.house(body)
    return any(house.outdated(part, subject.as_of) for part in reading.of("ressort"))


def _by_dates(
    account: Account, older: list[Account], one: Subject, params: Recreated
) -> Iterator[Outcome]:
    """Only an account set up after its authority came into being was set up anew."""
    start = one.authority.since
    if not older or start is None:
        return
    set_up = one.day(params.since)
    if set_up is None:
        cause = "unreadable" if one.at(params.since) else UNRECORDED
        yield Unknown(Spot(params.since, account.fields, account.document), cause)
    elif set_up >= start:
        yield _miss(account, older[0], one)


def _miss(account: Account, other: Account, subject: Subject) -> Miss:
    authority = subject.context.authorities.get(other.authority)
    return Miss(
        spot_at(account, "handle"),
        {
            "other": other.handle,
            "other_authority": authority.title if authority else other.authority,
            "too": "",
        },
    )


def _topic(account: Account, params: Recreated) -> str:
    node = account.fields.entries.get(params.topic)
    return (getattr(node, "text", None) or "").casefold()
