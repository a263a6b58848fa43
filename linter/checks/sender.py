"""sender: the profile lets the reader see which authority speaks, and what for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from linter.checks.base import Address, Miss, Outcome, Pattern, Patterns, Unknown, check, folded
from linter.checks.matches import blanked
from linter.checks.parameters import parameters
from linter.checks.silence import silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.account import Authority
    from linter.subject import Spot, Subject

LAND = ("nordrhein-westfalens", "nordrhein-westfalen", "nrw")
"""A designation's ending that running text may leave out where the rest is still plain."""
OF_THE_LAND = ("des landes", "im landes", "des lande", "im lande")
"""What may stand in front of it."""
PLAIN = ("minister", "kanzlei")
"""A designation with one of these, in small letters, is plain without its ending, too."""
EVERYDAY = {"Innern": "Inner(?:e)?n"}
"""Words of official names that running text often spells otherwise."""
SHORT = 2
"""Abbreviations up to this length are words of their own; they count only beside the Land's."""


@parameters
class Sender:
    """One of the texts at `fields` names the authority by one of its designations.

    also: wordings that show the sender without naming this very authority; pages: kinds of page
    that show it too: once read, by what they say; else where they lie on a domain of the
    authority, while they may show it elsewhere; links: what may lead to such a page; content: what the texts must still hold when the sender, and what `empty`
    matches, are taken away.
    """

    fields: tuple[Address, ...]
    also: Patterns = Patterns()
    pages: tuple[Address, ...] = ()
    links: tuple[Address, ...] = ()
    content: Pattern | None = None
    empty: Patterns = Patterns()


@check("sender", Sender, supplies=("names", "page"), variants=("page", "purpose"))
def sender(subject: Subject, params: Sender) -> Iterator[Outcome]:
    """Miss a profile that leaves the sender, or the purpose, in the dark; unknown while parts of it are not recorded."""
    spots = [s for address in params.fields for s in subject.at(address) if s.text]
    patterns = designations(subject.authority)
    if params.content is None:
        if not _shown(spots, patterns, params.also):
            yield from _not_shown(subject, params, spots)
        return
    texts = [spot.text or "" for spot in spots]
    rests = [_replaced(text, patterns) for text in texts]
    if rests == texts and not any(map(params.also.search, texts)):
        yield from _not_shown(subject, params, spots)
        return
    if _tell_plainly(rests, params):
        return
    rest = " ".join(blanked(text, params.empty) for text in rests)
    if params.content.search(rest):
        return
    missing = _missing(subject, params)
    if missing:
        yield Unknown(missing)
    else:
        yield Miss(spots[-1], _values(subject), variant="purpose")


def _missing(subject: Subject, params: Sender) -> Address | None:
    return next((address for address in params.fields if silent(subject, address)), None)


def _values(subject: Subject, page: str = "") -> dict[str, Any]:
    names = tuple(dict.fromkeys(d.text for d in subject.authority.designations))[:3]
    return {"names": names or subject.authority.id, "page": page}


def _not_shown(subject: Subject, params: Sender, spots: list[Spot]) -> Iterator[Outcome]:
    if not designations(subject.authority):
        yield Unknown(params.fields[0])
        return
    crawled = _crawled(subject, params, spots) if subject.seen is not None else None
    if crawled is not None:
        yield from crawled
        return
    pages = [s.text for address in params.pages for s in subject.at(address) if s.text]
    if any(_at_home(page, subject.authority.domains) for page in pages):
        return
    missing = _missing(subject, params)
    if missing:
        yield Unknown(missing)
    elif open_end := next((a for a in (*params.pages, *params.links) if subject.at(a)), None):
        yield Unknown(open_end)
    elif unseen := next((a for a in params.links if silent(subject, a)), None):
        yield Unknown(unseen)
    else:
        yield Miss(spots[-1] if spots else params.fields[-1], _values(subject))


def _crawled(subject: Subject, params: Sender, spots: list[Spot]) -> list[Outcome] | None:
    """What the page says, once it was read; None where the registry alone has to decide."""
    from linter.checks import page_seen  # noqa: PLC0415 - only in a crawl
    from linter.checks.seen import captured, profile_of  # noqa: PLC0415 - as above
    from linter.subject import NOT_LINKED  # noqa: PLC0415 - as above

    at = spots[-1] if spots else params.fields[-1]
    missing = _missing(subject, params)
    for kind in params.pages:
        page = page_seen.seen(subject, kind)
        if isinstance(page, Unknown):
            declared = [spot.text for spot in subject.at(kind) if spot.text]
            if isinstance(profile_of(subject), str) or declared:
                at_home = any(_at_home(url, subject.authority.domains) for url in declared)
                return [page] if declared and not at_home else None
            if page.cause != NOT_LINKED:
                return [page]
            return [Unknown(missing) if missing else Miss(at, _values(subject))]
        text = page_seen.whole_text(page, kind)
        if _shown_in([text], designations(subject.authority), params.also):
            return []
        if page.uncertain:
            return [Unknown(at, page_seen.NOT_JUDGEABLE)]
        found = captured(subject, "profile", kind)
        miss = Miss(at, _values(subject, page.url), variant="page", evidence=found)
        return [Unknown(missing) if missing else miss]
    return None


def _at_home(page: str, domains: tuple[str, ...]) -> bool:
    from linter.platforms.address import split  # noqa: PLC0415 - few rules ask for pages

    address = split(page)
    return address is not None and any(address.within(domain) for domain in domains)


def _shown(spots: list[Spot], patterns: tuple[Pattern, ...], also: Patterns) -> bool:
    return _shown_in([spot.text or "" for spot in spots], patterns, also)


def _shown_in(texts: list[str], patterns: tuple[Pattern, ...], also: Patterns) -> bool:
    return any(pattern.search(text) for text in texts for pattern in patterns) or any(
        also.search(text) for text in texts
    )


def _replaced(text: str, patterns: tuple[Pattern, ...]) -> str:
    for pattern in patterns:
        text = pattern.sub(" ", text)
    return text


def _tell_plainly(texts: list[str], params: Sender) -> bool:
    """True where a word with content holds nothing that `empty` could match: then it stays.

    Spares nearly every account the taking away. Only asked of patterns that know no spaces.
    """
    return any(_is_plain(word, params) for text in texts for word in text.split())


@lru_cache(maxsize=4096)
def _is_plain(word: str, params: Sender) -> bool:
    content, empty = params.content, params.empty
    return (
        content is not None
        and all(map(_in_one_word, (content.source, *(p.source for p in empty))))
        and not empty.possible(word)
        and content.search(word) is not None
    )


HARMLESS = "wSdb.+*?()[]/|-"
"""What a backslash may stand before in a pattern that matches no space."""


@lru_cache(maxsize=64)
def _in_one_word(source: str) -> bool:
    """True where a pattern certainly matches no space and looks at nothing beyond its match."""
    if "\\\\" in source:
        return False
    for sign in HARMLESS:
        source = source.replace(f"\\{sign}", "")
    bare, *sets = source.replace("(?<![-])", "").split("[")
    for part in sets:
        one_of, closed, rest = part.partition("]")
        if not closed or any(sign in one_of for sign in (" ", "\\", "^")):
            return False
        bare += rest
    return not any(sign in bare for sign in (" ", ".", "\\", "^", "$", "(?=", "(?<=", "\n"))


@lru_cache(maxsize=256)
def designations(authority: Authority) -> tuple[Pattern, ...]:
    """A pattern for each designation, as running German text inflects and shortens it."""
    return tuple(_pattern(d.text.strip(), d.form) for d in authority.designations if d.text.strip())


def _pattern(text: str, form: str) -> Pattern:
    if form == "abbr":
        beside = r"[\s_.-]?NRW" if len(text) <= SHORT else ""
        exact = rf"(?-i:(?<![^\W_]){re.escape(text)}{beside}(?![a-zäöüß]))"
        return Pattern(exact, needles=((folded(text),),))
    core = _without_land(text)
    tail = ""
    if core != text:
        optional = "?" if _stays_plain(core) else ""
        tail = rf"(?:\W*(?:des Landes\W*)?(?:NRW|Nordrhein-Westfalens?)){optional}"
    found = re.findall(r"\w+", core)
    inflected = [EVERYDAY.get(word, word) for word in found]
    body = r"(?:e?s)?\W*".join(inflected) + r"(?:e?s)?"
    # all words must be there; “Ministerium” is the one that tells the least
    words = sorted((word for word in found if word not in EVERYDAY), key=_telling)
    needles = tuple((folded(word),) for word in words)
    return Pattern(rf"(?<![^\W_]){body}{tail}(?![a-zäöüß])", needles=needles)


def _without_land(text: str) -> str:
    """A designation without the Land at its end (by its words: a pattern takes longer to compile)."""
    head = _stripped(text)
    for land in LAND:
        if _ends(head, land):
            head = _stripped(head[: -len(land)])
            of = next((words for words in OF_THE_LAND if _ends(head, words)), "")
            return _stripped(head[: len(head) - len(of)])
    return text


def _ends(text: str, words: str) -> bool:
    """Does the text end in whole words that read so, whatever their case?"""
    start = len(text) - len(words)
    whole = start == 0 or (start > 0 and _stripped(text[start - 1]) == "")
    return whole and text[start:].lower() == words


def _stripped(text: str) -> str:
    """The text without the signs at its end that belong to no word."""
    end = len(text)
    while end and not (text[end - 1].isalnum() or text[end - 1] == "_"):
        end -= 1
    return text[:end]


def _telling(word: str) -> tuple[bool, int]:
    return _stays_plain(word), -len(word)


def _stays_plain(text: str) -> bool:
    low = folded(text)
    return any(word in low for word in PLAIN)
