"""model: what a history knows of a finding, what a night saw, and what has become of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

State = Literal["new", "still", "gone", "reopened", "unknown", "former"]
Fate = Literal[
    "new", "still", "gone", "reopened", "unknown", "pending", "silent", "kept", "dropped"
]
"""What is told of a finding tonight.

pending: seen, but not for enough nights yet; silent: gone before it was ever published; kept:
nobody looked tonight, all stays as it was; dropped: a point that could not be checked, and can.
"""


@dataclass(frozen=True, slots=True)
class Past:
    """A finding as the history knows it.

    identity: what makes it the same one again; state: as of the last night that looked (former: it
    is about a profile that the registry names no more, and stands if that is named again); streak:
    nights in a row that it was seen, stale: nights in a row that it could not be looked for;
    web: it rests on what was seen on the web; reachability: it says that something is out of
    reach, and is believed only after some nights in a row; target: the profile that the registry
    named then; page: the page behind the link that it is about, "" where it is about no one page.
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
    target: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding of tonight; target, page: as `Past` has them.

    formers: what its identity was under its rule's former codes; kin: what it would be were it out
    of reach for another reason; blind: it says that its rule could not look at the page, too, so
    that what the rule found there earlier is not gone; hides: how the codes of the rules begin that
    cannot be asked of the account where this is so, without saying it themselves; briefly: they
    can once it is told.
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
    target: str = ""
    page: str = ""
    hides: tuple[str, ...] = ()
    briefly: bool = False


@dataclass(frozen=True, slots=True)
class Night:
    """What tonight looked at, and how it differs from the last night.

    ran: the codes asked; codes: every code of the rulebook, former ones too → the present code;
    registered: all accounts of the registry → authority; looked: those looked at tonight; unread:
    those of them whose profile could not be read; saw_other: those that show something else than
    when they were last read; stirred: those of which a page is not the same to the last byte, be it
    for its news; lost: account and kind of the pages that were there, where tonight a page is
    missing that was there too, or all else is as it was; says_other: those whose entry in the registry is another one, or new;
    removed: accounts that the registry had before → authority; elsewhere: accounts of the registry
    in files that the call did not name, and that nobody read; whole: everything could be read and
    every rule ran, so that what is missing is gone; nights: in a row, for what is out of reach;
    again: a recorded night, looked at once more: it counts as no further one of what waits;
    day: when it was seen, of a recorded night another day than that of playing it; targets: the
    profile that the registry names for each account; skipped: account → the rules that the packs
    chosen for it leave out; wide: the rules that hold entries of the whole registry against each
    other; meant: whether a rule is for an account at all, by what the registry says of it;
    unplaced: the accounts of which nobody can say that, for kind or platform are misspelt.
    """

    as_of: str
    ran: frozenset[str]
    codes: Mapping[str, str]
    registered: Mapping[str, str]
    looked: frozenset[str]
    unread: frozenset[str] = frozenset()
    saw_other: frozenset[str] = frozenset()
    stirred: frozenset[str] = frozenset()
    lost: frozenset[tuple[str, str]] = frozenset()
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
    day: str = ""
    targets: Mapping[str, str] = field(default_factory=dict)
    skipped: Mapping[str, frozenset[str]] = field(default_factory=dict)
    wide: frozenset[str] = frozenset()
    meant: Callable[[str, str], bool] = lambda *_: True
    unplaced: frozenset[str] = frozenset()

    @property
    def seen_on(self) -> str:
        """The day on which tonight's findings were seen."""
        return self.day or self.as_of

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
