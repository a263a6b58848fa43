"""sender: the profile lets the reader see which authority speaks, and what for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import UNCERTAIN, UNKNOWN_AUTHORITY
from linter.checks.designations import designations
from linter.checks.parameters import parameters
from linter.checks.patterns import Pattern, Patterns, blanked
from linter.checks.silence import first_silent
from linter.platforms.address import lies_under, split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Spot, Subject


@parameters
class Sender:
    """One of the texts at `fields` names the authority by one of its designations.

    also: wordings that show the sender without naming this very authority. pages: kinds of page
    that show it, too: one that was read by its text; one that was not if it lies on a domain of
    the authority, anywhere else it leaves the matter open. links: what may lead to such a page.
    content: what must be left of the texts without the sender and without what `empty` matches.
    """

    fields: tuple[Address, ...]
    also: Patterns = Patterns()
    pages: tuple[Address, ...] = ()
    links: tuple[Address, ...] = ()
    content: Pattern | None = None
    empty: Patterns = Patterns()


@check("sender", Sender, supplies=("names", "page"), variants=("page", "purpose"))
def sender(subject: Subject, params: Sender) -> Iterator[Outcome]:
    """Miss a profile that shows no sender, or no purpose; unknown while parts are not recorded."""
    spots = [s for address in params.fields for s in subject.at(address) if s.text]
    patterns = designations(subject.authority)
    texts = [spot.text or "" for spot in spots]
    if params.content is None:
        if not _shown_in(subject, texts, params.also):
            yield from _not_shown(subject, params, spots)
        return
    rests = [_replaced(text, patterns) for text in texts]
    if rests == texts and not any(map(params.also.search, texts)):
        rests = [_unnamed(subject, text) for text in texts]
    if rests == texts and not any(map(params.also.search, texts)):
        yield from _not_shown(subject, params, spots)
        return
    if _tell_plainly(rests, params):
        return
    rest = " ".join(blanked(text, params.empty) for text in rests)
    if params.content.search(rest):
        return
    missing = first_silent(subject, params.fields)
    if missing:
        yield Unknown(missing)
    else:
        yield Miss(spots[-1], _values(subject), variant="purpose")


def _values(subject: Subject, page: str = "") -> dict[str, Any]:
    names = tuple(dict.fromkeys(d.text for d in subject.authority.designations))[:3]
    return {"names": names or subject.authority.id, "page": page}


def _not_shown(subject: Subject, params: Sender, spots: list[Spot]) -> Iterator[Outcome]:
    if not designations(subject.authority):
        yield Unknown(subject.first("authority") or "authority", UNKNOWN_AUTHORITY)
        return
    crawled = _crawled(subject, params, spots) if subject.seen is not None else None
    if crawled is not None:
        yield from crawled
        return
    pages = [s.text for address in params.pages for s in subject.at(address) if s.text]
    if any(_at_home(page, subject.authority.domains) for page in pages):
        return
    missing = first_silent(subject, params.fields)
    if missing:
        yield Unknown(missing)
    elif open_end := next((a for a in (*params.pages, *params.links) if subject.at(a)), None):
        yield Unknown(open_end)
    elif unseen := first_silent(subject, params.links):
        yield Unknown(unseen)
    else:
        yield Miss(spots[-1] if spots else params.fields[-1], _values(subject))


def _crawled(subject: Subject, params: Sender, spots: list[Spot]) -> list[Outcome] | None:
    """What the page says, once it was read; None where the registry alone has to decide."""
    from linter.checks import page_seen  # noqa: PLC0415 - only in a crawl
    from linter.checks.seen import captured, profile_of  # noqa: PLC0415 - as above
    from linter.subject import NOT_LINKED  # noqa: PLC0415 - as above

    at = spots[-1] if spots else params.fields[-1]
    missing = first_silent(subject, params.fields)
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
        if _shown_in(subject, [text], params.also):
            return []
        if page.uncertain:
            return [Unknown(at, UNCERTAIN)]
        found = captured(subject, "profile", kind)
        miss = Miss(at, _values(subject, page.url), variant="page", evidence=found)
        return [Unknown(missing) if missing else miss]
    return None


def _at_home(page: str, domains: tuple[str, ...]) -> bool:
    address = split(page)
    return address is not None and lies_under(address.host, domains)


def _shown_in(subject: Subject, texts: list[str], also: Patterns) -> bool:
    patterns = designations(subject.authority)
    return (
        any(pattern.search(text) for text in texts for pattern in patterns)
        or any(also.search(text) for text in texts)
        or any(_unnamed(subject, text) != text for text in texts)
    )


def _unnamed(subject: Subject, text: str) -> str:
    """The text without what names the house by its subjects and is none of its designations."""
    if not any(word in text for word in ("inisterium", "INISTERIUM")):
        return text
    from linter.names.house import House  # noqa: PLC0415 - few texts need it
    from linter.names.in_text import named_in  # noqa: PLC0415 - as above

    house = House(subject.authority, {})  # what its predecessors dealt with may be another's now
    for start, end in reversed(named_in(text, house)):
        text = text[:start] + " " + text[end:]
    return text


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
