"""sender: the profile lets the reader see which authority speaks, and what for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from linter.checks.base import Address, Miss, Outcome, Pattern, Patterns, Unknown, check
from linter.checks.matches import blanked
from linter.checks.silence import silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.account import Authority
    from linter.subject import Spot, Subject

TAIL = re.compile(
    r"(?:\W*\b(?:des|im) Landes?)?\W*\b(?:Nordrhein-Westfalens?|NRW)\W*\Z", re.IGNORECASE
)
"""A designation's ending that running text may leave out where the rest is still plain."""
PLAIN = re.compile(r"minister|kanzlei", re.IGNORECASE)
EVERYDAY = {"Innern": "Inner(?:e)?n"}
"""Words of official names that running text often spells otherwise."""
SHORT = 2
"""Abbreviations up to this length are words of their own; they count only beside the Land's."""


@dataclass(slots=True, eq=False, repr=False)
class Sender:
    """One of the texts at `fields` names the authority by one of its designations.

    also: wordings that show the sender without naming this very authority; pages: addresses that
    show it where they lie on a domain of the authority, and may show it elsewhere; links: what may
    lead to such a page; content: what the texts must still hold when the sender, and what `empty`
    matches, are taken away.
    """

    fields: tuple[Address, ...]
    also: Patterns = Patterns()
    pages: tuple[Address, ...] = ()
    links: tuple[Address, ...] = ()
    content: Pattern | None = None
    empty: Patterns = Patterns()


@check("sender", Sender, supplies=("names",), variants=("purpose",))
def sender(subject: Subject, params: Sender) -> Iterator[Outcome]:
    """Miss a profile that leaves the sender, or the purpose, in the dark; unknown while parts of it are not recorded."""
    spots = [s for address in params.fields for s in subject.at(address) if s.text]
    patterns = designations(subject.authority)
    names = tuple(dict.fromkeys(d.text for d in subject.authority.designations))[:3]
    values: dict[str, Any] = {"names": names or subject.authority.id}
    missing = next((address for address in params.fields if silent(subject, address)), None)
    if not _shown(spots, patterns, params.also):
        if not patterns:
            yield Unknown(params.fields[0])
            return
        yield from _by_page(subject, params, spots, missing, values)
        return
    if params.content is None:
        return
    rest = " ".join(_without(spot.text or "", patterns, params.empty) for spot in spots)
    if params.content.search(rest):
        return
    if missing:
        yield Unknown(missing)
    else:
        yield Miss(spots[-1], values, variant="purpose")


def _by_page(
    subject: Subject,
    params: Sender,
    spots: list[Spot],
    missing: Address | None,
    values: dict[str, Any],
) -> Iterator[Outcome]:
    pages = [s.text for address in params.pages for s in subject.at(address) if s.text]
    if any(_at_home(page, subject.authority.domains) for page in pages):
        return
    if missing:
        yield Unknown(missing)
    elif open_end := next((a for a in (*params.pages, *params.links) if subject.at(a)), None):
        yield Unknown(open_end)
    elif unseen := next((a for a in params.links if silent(subject, a)), None):
        yield Unknown(unseen)
    else:
        yield Miss(spots[-1] if spots else params.fields[-1], values)


def _at_home(page: str, domains: tuple[str, ...]) -> bool:
    from linter.platforms.address import split  # noqa: PLC0415 - few rules ask for pages

    address = split(page)
    return address is not None and any(address.within(domain) for domain in domains)


def _shown(spots: list[Spot], patterns: list[re.Pattern[str]], also: tuple[Pattern, ...]) -> bool:
    texts = [spot.text or "" for spot in spots]
    return any(pattern.search(text) for text in texts for pattern in patterns) or any(
        pattern.search(text) for text in texts for pattern in also
    )


def _without(text: str, patterns: list[re.Pattern[str]], empty: tuple[Pattern, ...]) -> str:
    for pattern in patterns:
        text = pattern.sub(" ", text)
    return blanked(text, empty)


def designations(authority: Authority) -> list[re.Pattern[str]]:
    """A pattern for each designation, as running German text inflects and shortens it."""
    return [_pattern(d.text.strip(), d.form) for d in authority.designations if d.text.strip()]


@lru_cache(maxsize=1024)
def _pattern(text: str, form: str) -> re.Pattern[str]:
    if form == "abbr":
        beside = r"[\s_.-]?NRW" if len(text) <= SHORT else ""
        return re.compile(rf"(?<![^\W_]){re.escape(text)}{beside}(?![a-zäöüß])")
    core = TAIL.sub("", text)
    tail = ""
    if core != text:
        optional = "?" if PLAIN.search(core) else ""
        tail = rf"(?:\W*(?:des Landes\W*)?(?:NRW|Nordrhein-Westfalens?)){optional}"
    words = [EVERYDAY.get(word, word) for word in re.findall(r"\w+", core)]
    body = r"(?:e?s)?\W*".join(words) + r"(?:e?s)?"
    return re.compile(rf"(?<![^\W_]){body}{tail}(?![a-zäöüß])", re.IGNORECASE)
