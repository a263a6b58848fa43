"""compare: last night's findings and tonight's, and what has become of each. Pure.

Nothing is called gone that was not looked for: what could not be looked at keeps the verdict of
the night before. What is only out of reach is published when it was so for some nights in a row.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from linter.findings.history.cause import Cause
from linter.findings.history.model import Change, Past

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from linter.findings.history.model import Fate, Night, Seen, State

SUPPRESSED = {"waived": "waiver", "baselined": "baseline"}
"""What opened a finding again that had a status."""


def compare(
    known: Iterable[Past], tonight: Sequence[Seen], night: Night, over: Container[str] = ()
) -> list[Change]:
    """The fate of every finding, tonight's first, each identity once.

    over: the identities of what is known to be no more, also on a night that is not whole.
    """
    past = {one.identity: one for one in known}
    kin = {seen.identity: _kin([past[k] for k in seen.kin if k in past]) for seen in tonight}
    cause = Cause(night)
    changes: list[Change] = []
    done: set[str] = set()
    for seen in tonight:
        if seen.identity in done:
            continue
        done.add(seen.identity)
        key = next((k for k in (seen.identity, *seen.formers) if k in past), "")
        before = past.pop(key, None)
        changes.append(_met(before, seen, night, cause, kin[seen.identity]))
    unseen = _Unseen(tonight, {c.seen.identity for c in changes if c.seen and c.fate == "pending"})
    for before in past.values():
        looked = ELSEWHERE if before.state == "gone" else _looked(before, night, unseen, cause)
        if looked == UNSEEN and before.identity in over:
            looked = cause.of(before.code, before)
        if looked == UNSEEN and _of_another_profile(before, night):
            looked = ANOTHER
        changes.append(_missed(before, looked))
    return changes


class _Unseen:
    """What rules could not look at tonight: whose, or of whose only some pages."""

    def __init__(self, tonight: Sequence[Seen], pending: Container[str]) -> None:
        self.hidden: dict[tuple[str, str, str], tuple[str, ...]] = {}
        self.points: set[tuple[str, str, str, str]] = set()
        self.pages: dict[tuple[str, str, str, str], set[str]] = {}
        for one in tonight:
            key = (one.code, *_whose(one))
            if one.hides and (one.identity in pending or not one.briefly):
                self.hidden[key[1:]] = (*self.hidden.get(key[1:], ()), *one.hides)
            if one.outcome == "unknown":
                self.points.add(key)
            elif one.blind:
                self.pages.setdefault(key, set()).add(one.page)

    def has(self, code: str, before: Past) -> bool:
        """Whether a finding of another night was among it; a link may lead to another page since."""
        key = (code, *_whose(before))
        pages = self.pages.get(key)
        here = pages is not None and (not before.page or not pages.isdisjoint((before.page, "")))
        return here or key in self.points or code.startswith(self.hidden.get(key[1:], ()))


def _of_another_profile(before: Past, night: Night) -> bool:
    """Whether it was seen on a profile that the registry does not name for the account any more."""
    if before.account in night.unplaced:
        return False  # a misspelt platform names no other one
    now = night.targets.get(before.account, "")
    return before.web and bool(before.target and now) and before.target != now


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
    found = [one for one in found if one.state != "former"]
    if any(one.published and one.state != "gone" for one in found):
        return 0
    return max(map(_streak, found), default=0)


def _met(before: Past | None, seen: Seen, night: Night, cause: Cause, kin: int) -> Change:
    """What tonight saw; kin: see `_kin`."""
    known = before
    if before is not None and before.state == "former" and before.target != seen.target:
        before = None  # of this profile it was never said
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
        first_seen=before.first_seen if before else night.seen_on,
        last_seen=night.seen_on,
        streak=streak,
        stale=0,
        published=published,
        web=seen.web,
        reachability=seen.reachability,
        target=seen.target,
        page=seen.page,
    )
    return Change(fate, past, seen, known)


def _judged(
    before: Past | None, seen: Seen, streak: int, night: Night, cause: Cause
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
    if looked == ANOTHER and before.published and before.outcome != "unknown":
        return Change("kept", replace(before, state="former", streak=0, stale=0), None, before)
    if looked == ANOTHER:
        return Change("dropped", None, None, before)
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


REGISTRY = ("REG", "SUP")
"""How the codes of the rules begin that are asked of every entry, whatever it says of itself."""

UNSEEN = "unseen"
"""It could not be looked at."""

ELSEWHERE = "elsewhere"
"""Nobody wanted to look tonight."""

ANOTHER = "another"
"""It could not be looked at, and was said of another profile than the registry names tonight."""


def _looked(before: Past, night: Night, unseen: _Unseen, cause: Cause) -> str:
    """`UNSEEN`, `ELSEWHERE`, or, where it was looked at and not found, what made it go."""
    code = night.codes.get(before.code)
    if code not in night.ran:
        left = not night.ran_before.isdisjoint((before.code, code or ""))
        if night.whole and (code is None or (left and not night.other_options)):
            return "rulebook" if code is None or night.other_rulebook else "date"
        return ELSEWHERE
    place = _place(before, night, cause)
    if place != "here":
        return place
    if _skipped(code, before, night, cause):
        return ELSEWHERE
    if not code.startswith(REGISTRY) and _misspelt(before, night, cause):
        return UNSEEN
    if night.whole and before.account and not night.meant(code, before.account):
        return cause.of(code, before)
    if not night.whole or unseen.has(code, before):
        return UNSEEN
    if before.web and not night.unread.isdisjoint(cause.accounts(before)):
        return UNSEEN
    return cause.of(code, before)


def _misspelt(before: Past, night: Night, cause: Cause) -> bool:
    """Whether the rule may not have been asked only because an entry's kind or platform is misspelt.

    Of a house it was asked all the same where another of its accounts stands for what it is about.
    """
    members = cause.accounts(before)
    if before.account or night.unplaced.isdisjoint(members):
        return before.account in night.unplaced
    return not any(
        not before.platform or night.targets.get(name, "").startswith(f"{before.platform} ")
        for name in members
        if name in night.registered and name not in night.unplaced
    )


def _skipped(code: str, before: Past, night: Night, cause: Cause) -> bool:
    """Whether the packs that were chosen leave the rule out for all whom the finding concerns."""
    if not night.skipped:
        return False
    whom = [name for name in cause.accounts(before) if name in night.registered]
    return bool(whom) and all(code in night.skipped.get(name, ()) for name in whom)


def _place(before: Past, night: Night, cause: Cause) -> str:
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
