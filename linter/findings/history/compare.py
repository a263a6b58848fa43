"""compare: last night's findings and tonight's, and what has become of each. Pure.

Nothing is called gone that was not looked for: what could not be looked at keeps the verdict of
the night before. What is only out of reach is published when it was so for some nights in a row.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

State = Literal["new", "still", "gone", "reopened", "unknown"]
Fate = Literal[
    "new", "still", "gone", "reopened", "unknown", "pending", "silent", "kept", "dropped"
]
"""What is told of a finding tonight.

pending: seen, but not for enough nights yet; silent: gone before it was ever published; kept:
nobody looked tonight, all stays as it was; dropped: a point that could not be checked, and can.
"""


SUPPRESSED = {"waived": "waiver", "baselined": "baseline"}
"""What opened a finding again that had a status."""


@dataclass(frozen=True, slots=True)
class Past:
    """A finding as the history knows it.

    identity: what makes it the same one again; state: as of the last night that looked; streak:
    nights in a row that it was seen, stale: nights in a row that it could not be looked for;
    web: it rests on what was seen on the web; reachability: it says that something is out of
    reach, and is believed only after some nights in a row.
    """

    identity: str
    fingerprint: str
    code: str
    account: str
    authority: str
    platform: str
    outcome: str
    status: str
    state: State
    change_by: str
    first_seen: str
    last_seen: str
    streak: int
    stale: int
    published: bool
    web: bool = False
    reachability: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding of tonight.

    formers: what its identity was under its rule's former codes; kin: what it would be were it out
    of reach for another reason; blind: it says that its rule could not look, too, so that what the
    rule found earlier is not gone.
    """

    identity: str
    fingerprint: str
    code: str
    account: str
    authority: str
    platform: str
    outcome: str
    status: str
    reachability: bool = False
    web: bool = False
    formers: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Night:
    """What tonight looked at, and how it differs from the last night.

    ran: the codes asked; codes: every code of the rulebook, former ones too → the present code;
    registered: all accounts of the registry → authority; looked: those looked at tonight; unread:
    those of them whose profile could not be read; saw_other: those that show something else than
    when they were last read; says_other: those whose entry in the registry is another one, or new;
    removed: accounts that the registry had before → authority; elsewhere: accounts of the registry
    in files that the call did not name, and that nobody read; whole: everything could be read and
    every rule ran, so that what is missing is gone; nights: in a row, for what is out of reach;
    again: a recorded night, looked at once more: it counts as no further one of what waits.
    """

    as_of: str
    ran: frozenset[str]
    codes: Mapping[str, str]
    registered: Mapping[str, str]
    looked: frozenset[str]
    unread: frozenset[str] = frozenset()
    saw_other: frozenset[str] = frozenset()
    says_other: frozenset[str] = frozenset()
    removed: Mapping[str, str] = field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()
    ran_before: frozenset[str] = frozenset()
    first: bool = True
    whole: bool = True
    other_rulebook: bool = False
    other_options: bool = False
    other_day: bool = False
    nights: int = 2
    again: bool = False

    @property
    def learnt(self) -> bool:
        """Something was looked at, or the registry could at least be read: it is a night."""
        return self.whole or bool(self.looked)

    @property
    def everywhere(self) -> bool:
        """No account of the registry was left out tonight."""
        return len(self.looked) >= len(self.registered)


@dataclass(frozen=True, slots=True)
class Change:
    """A finding and its fate; past: as the history shall know it from now on, None to forget it."""

    fate: Fate
    past: Past | None
    seen: Seen | None = None
    before: Past | None = None


def compare(
    known: Iterable[Past], tonight: Sequence[Seen], night: Night, over: Container[str] = ()
) -> list[Change]:
    """The fate of every finding, tonight's first, each identity once.

    over: the identities of what is known to be no more, also on a night that is not whole.
    """
    past = {one.identity: one for one in known}
    kin = {seen.identity: _kin([past[k] for k in seen.kin if k in past]) for seen in tonight}
    unseen = {(one.code, *_whose(one)) for one in tonight if one.outcome == "unknown" or one.blind}
    cause = _Cause(night)
    changes: list[Change] = []
    done: set[str] = set()
    for seen in tonight:
        if seen.identity in done:
            continue
        done.add(seen.identity)
        key = next((k for k in (seen.identity, *seen.formers) if k in past), "")
        before = past.pop(key, None)
        changes.append(_met(before, seen, night, cause, kin[seen.identity]))
    for before in past.values():
        looked = ELSEWHERE if before.state == "gone" else _looked(before, night, unseen, cause)
        if looked == UNSEEN and before.identity in over:
            looked = cause.of(before.code, before)
        changes.append(_missed(before, looked))
    return changes


def _whose(one: Past | Seen) -> tuple[str, str, str]:
    """Whose finding: the account, or of an authority's the authority and platform."""
    return (one.account, "", "") if one.account else ("", one.authority, one.platform)


def _streak(before: Past | None) -> int:
    """Nights in a row up to the last one; a night that could not look ends them."""
    return before.streak if before is not None and not before.stale else 0


def _kin(found: Sequence[Past]) -> int:
    """Nights in a row out of reach for another reason; 0 where that is told already.

    So what is out of reach in ever other words is told in time, and where it is told, what one
    night says otherwise has to last like anything else.
    """
    if any(one.published and one.state != "gone" for one in found):
        return 0
    return max(map(_streak, found), default=0)


def _met(before: Past | None, seen: Seen, night: Night, cause: _Cause, kin: int) -> Change:
    """What tonight saw; kin: see `_kin`."""
    streak = max(_streak(before), kin) + (not (night.again and seen.reachability))
    fate, state, published, by = _judged(before, seen, streak, night, cause)
    past = Past(
        identity=seen.identity,
        fingerprint=seen.fingerprint,
        code=seen.code,
        account=seen.account,
        authority=seen.authority,
        platform=seen.platform,
        outcome=seen.outcome,
        status=seen.status,
        state=state,
        change_by=by,
        first_seen=before.first_seen if before else night.as_of,
        last_seen=night.as_of,
        streak=streak,
        stale=0,
        published=published,
        web=seen.web,
        reachability=seen.reachability,
    )
    return Change(fate, past, seen, before)


def _judged(
    before: Past | None, seen: Seen, streak: int, night: Night, cause: _Cause
) -> tuple[Fate, State, bool, str]:
    """Fate, state, whether it is published, and what brought it about."""
    if seen.outcome == "unknown":
        return "unknown", "unknown", False, ""
    alive = before is not None and before.state != "gone"
    by = before.change_by if before is not None and alive else ""
    if before is None or not alive or _other_cause(before, seen, night):
        by = cause.of(seen.code, seen)
    if before is not None and alive and before.published:
        if before.status != "open" and seen.status == "open":
            by = SUPPRESSED.get(before.status, "")
            return "reopened", "reopened", True, by
        return "still", "still", True, by
    # seen before and gone since: opened again, also where it has to wait to be published
    again = before is not None and (before.published or before.state == "reopened")
    state: Literal["new", "reopened"] = "reopened" if again else "new"
    if seen.reachability and max(streak, 1) < night.nights:
        return "pending", state, False, by
    return state, state, True, by


def _other_cause(before: Past, seen: Seen, night: Night) -> bool:
    """Whether what waited is published for something else than what was seen first.

    It has become a fault of another kind; or it was there in the first night, and is new since.
    """
    other = before.reachability and not seen.reachability
    return not before.published and (other or (before.change_by == "first" and not night.first))


def _missed(before: Past, looked: str) -> Change:
    """What the history knows and tonight did not see; looked: see `_looked`."""
    if looked == ELSEWHERE or (looked == UNSEEN and before.outcome == "unknown"):
        return Change("kept", before, None, before)
    if looked == UNSEEN:
        past = replace(before, stale=before.stale + 1)
        if not before.published:
            return Change("kept", past, None, before)
        return Change("still", replace(past, state="still"), None, before)
    if before.outcome == "unknown" or not (before.published or before.state == "reopened"):
        return Change("dropped", None, None, before)
    past = replace(before, state="gone", streak=0, stale=0, published=True)
    if not before.published:
        return Change("silent", past, None, before)
    return Change("gone", replace(past, change_by=looked), None, before)


def restated(change: Change, status: str) -> Change:
    """The fate of what could not be looked for, where tonight's registry gives it another status."""
    past = change.past
    if past is None or past.status == status:
        return change
    if status != "open":
        return replace(change, past=replace(past, status=status))
    by = SUPPRESSED.get(past.status, "")
    past = replace(past, status=status, state="reopened", change_by=by)
    return replace(change, fate="reopened", past=past)


def reweighed(change: Change, *, by: str) -> Change:
    """The fate of what is still there, where it weighs more than the night before."""
    past = change.past
    if past is None or change.fate != "still" or past.status != "open":
        return change
    return replace(change, fate="reopened", past=replace(past, state="reopened", change_by=by))


NETWORK = "NET"
"""How the codes of rules begin that say how requests went."""

UNSEEN = "unseen"
"""It could not be looked at."""

ELSEWHERE = "elsewhere"
"""Nobody wanted to look tonight."""


def _looked(
    before: Past, night: Night, unseen: set[tuple[str, str, str, str]], cause: _Cause
) -> str:
    """`UNSEEN`, `ELSEWHERE`, or, where it was looked at and not found, what made it go."""
    code = night.codes.get(before.code)
    if code not in night.ran:
        left = not night.ran_before.isdisjoint((before.code, code or ""))
        if night.whole and (code is None or (left and not night.other_options)):
            return "rulebook"
        return ELSEWHERE
    place = _place(before, night, cause)
    if place != "here":
        return place
    if not night.whole or (code, *_whose(before)) in unseen:
        return UNSEEN
    if before.web and not night.unread.isdisjoint(cause.accounts(before)):
        return UNSEEN
    return cause.of(code, before)


def _place(before: Past, night: Night, cause: _Cause) -> str:
    """`here` where the account or authority was looked at tonight."""
    if before.account in night.looked:
        return "here"
    if not before.account and not before.authority:
        return "here" if night.everywhere else ELSEWHERE
    if not night.elsewhere.isdisjoint(cause.accounts(before)):
        return ELSEWHERE
    there = [name for name in cause.accounts(before) if name in night.registered]
    if not before.account and not night.looked.isdisjoint(there):
        return "here"
    if there:
        return ELSEWHERE
    return "registry" if night.whole else UNSEEN


class _Cause:
    """What brought a change about: the only things that can are what differs from last night."""

    def __init__(self, night: Night) -> None:
        self.night = night
        self.members: dict[str, list[str]] = {}
        for account, authority in {**night.removed, **night.registered}.items():
            self.members.setdefault(authority, []).append(account)

    def accounts(self, one: Past | Seen) -> list[str]:
        """The accounts that a finding may depend on."""
        if one.account:
            return [one.account]
        if one.authority:
            return self.members.get(one.authority, [])
        return [name for group in self.members.values() for name in group]

    def of(self, code: str, one: Past | Seen) -> str:
        """`profile`, `registry`, `rulebook`, several joined by `+`; else `network`, `options`, `date`.

        What was seen on the web and differs in nothing that is remembered differs in something
        else that was seen there. "" if nothing differs; `first` in the first night, when all is
        new and nothing has changed.
        """
        night = self.night
        if night.first:
            return "first"
        if code not in night.ran_before:
            return "rulebook" if night.other_rulebook else "options"
        accounts = self.accounts(one)
        found = []
        if not night.saw_other.isdisjoint(accounts):
            found.append("profile")
        if any(name in night.says_other or name in night.removed for name in accounts):
            found.append("registry")
        if night.other_rulebook:
            found.append("rulebook")
        if not found and (one.reachability or code.startswith(NETWORK)):
            found.append("network")
        if not found and night.other_options:
            found.append("options")
        if not found and night.other_day:
            found.append("date")
        if not found and one.web:
            found.append("profile")
        return "+".join(found)
