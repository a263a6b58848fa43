"""A rule as data: what it demands, of whom, since when, how gravely, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.bundle import bundle, fresh
from linter.platforms import KNOWN

if TYPE_CHECKING:
    from datetime import date

    from linter.registry.account import Account, Authority
    from linter.text import Text

SEVERITIES = ("info", "warning", "error")
"""From the mildest to the gravest."""
GRAVEST = {"must": "error", "should": "warning", "may": "info", "own": "error"}
"""As what a duty weighs at most; less it may weigh, where the source's own verb leaves room."""
SINGLE = ("account", "entry")
"""Scopes of rules that are asked of each account by itself."""


@bundle
class Source:
    """Where a rule comes from: a document of `rules/sources.yaml` and the passage in it.

    since and until (inclusive) say when this passage was the law; begins and ends when its document
    applied, where that tells less; quote is verbatim.
    """

    document: str
    section: str
    quote: str = ""
    since: date | None = None
    until: date | None = None
    begins: date | None = None
    ends: date | None = None

    def in_force(self, day: date) -> bool:
        """True on the days this passage applies."""
        first, last = self.since or self.begins, self.until or self.ends
        return (first is None or first <= day) and (last is None or day <= last)


@bundle
class Document:
    """A law, guideline or report that rules refer to; sections: what its parts are called."""

    id: str
    title: Text
    short: Text
    kind: str
    date: str
    url: str = ""
    note: Text | None = None
    sections: tuple[Text, ...] = ()


class Applies:
    """Whom a rule is asked of; an empty tuple means any.

    unless_packs: not where one of these packs is in force, which says the same more strictly.
    """

    __slots__ = (
        "authorities",
        "authority_kinds",
        "jurisdictions",
        "kinds",
        "not_platforms",
        "platforms",
        "status",
        "unless_packs",
    )

    def __init__(
        self,
        kinds: tuple[str, ...] = (),
        platforms: tuple[str, ...] = (),
        not_platforms: tuple[str, ...] = (),
        status: tuple[str, ...] = ("planned", "active", "dormant"),
        jurisdictions: tuple[str, ...] = (),
        authority_kinds: tuple[str, ...] = (),
        authorities: tuple[str, ...] = (),
        unless_packs: tuple[str, ...] = (),
    ) -> None:
        self.kinds = kinds
        self.platforms = platforms
        self.not_platforms = not_platforms
        self.status = status
        self.jurisdictions = jurisdictions
        self.authority_kinds = authority_kinds
        self.authorities = authorities
        self.unless_packs = unless_packs

    def fits(self, account: Account, authority: Authority) -> bool:
        """Whether the rule is asked of an account, whatever packs are in force for it."""
        return (
            (not self.kinds or account.kind in self.kinds)
            and (not self.platforms or account.platform in self.platforms)
            and (not self.not_platforms or self._is_elsewhere(account.platform))
            and (not self.status or account.status in self.status)
            and (not self.jurisdictions or authority.jurisdiction in self.jurisdictions)
            and (not self.authority_kinds or authority.kind in self.authority_kinds)
            and (not self.authorities or authority.id in self.authorities)
        )

    def _is_elsewhere(self, platform: str) -> bool:
        """Whether a platform is none of those left out; of a misspelt one nobody knows."""
        return platform in KNOWN and platform not in self.not_platforms


@bundle
class Rule:
    """One rule of the rulebook.

    checks and guards are (check name, raw parameters); longest_days: how long a waiver may
    run at most (0: no limit), meaningless where waivable is false; own: no source but the
    linter itself; redirects: former codes and names; severities: of variants, where another; begins:
    the first day on which one of its sources can have been there, where all have such a day.
    """

    code: str
    name: str
    pack: str
    severity: str
    duty: str
    title: Text
    message: Text
    variants: dict[str, Text]
    why: Text
    remedy: Text
    sources: list[Source]
    applies: Applies
    per: str
    tags: tuple[str, ...]
    needs: tuple[str, ...]
    guards: list[tuple[str, dict[str, Any]]]
    checks: list[tuple[str, dict[str, Any]]]
    waivable: bool
    longest_days: int
    since: str
    status: str
    redirects: tuple[str, ...] = ()
    valid_since: date | None = None
    valid_until: date | None = None
    begins: date | None = None
    severities: dict[str, str] = fresh(factory=dict)
    reviewed: dict[str, str] = fresh(factory=dict)
    examples: list[dict[str, Any]] = fresh(factory=list)
    path: str = ""

    @property
    def own(self) -> bool:
        """True where no sentence of a source asks for it."""
        return self.duty == "own"

    def sources_at(self, day: date) -> list[Source]:
        """The passages that were the law on a day."""
        return [source for source in self.sources if source.in_force(day)]

    def in_force(self, day: date) -> bool:
        """True on the days the rule applies."""
        return (
            (self.valid_since is None or self.valid_since <= day)
            and (self.valid_until is None or day <= self.valid_until)
            and (self.begins is None or self.begins <= day)
        )


def whom(rule: Rule) -> tuple[object, ...]:
    """What decides of which accounts a rule is asked."""
    a = rule.applies
    return (
        rule.pack,
        a.kinds,
        a.platforms,
        a.not_platforms,
        a.status,
        a.jurisdictions,
        a.authority_kinds,
        a.authorities,
        a.unless_packs,
    )
