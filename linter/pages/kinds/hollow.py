"""hollow: pages that say nothing themselves: a heading over nothing, over a script, over links.

A heading alone is no Impressum. Where a script or a link stands below it, nobody can say from the
page what a visitor gets to see.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.pages.clicks.theirs import foreign, is_platform
from linter.pages.contents import BESIDE, REACHED
from linter.pages.kinds import evidence, overview, parts
from linter.pages.markup.plain import PlainTree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.pages.links import Link
    from linter.pages.page import Line, Page, Target
    from linter.pages.survey import Survey

LITTLE = 600
"""A page of fewer characters may say what it says in a picture or an embedded document."""
FEW = 30
"""Characters that say nothing beside a heading."""
MOST_SAID = 300
"""Characters beside its links that a page may have which only points to others."""
MOST_LINKED = 120
"""Characters that headings and links of a page may have which says nothing else."""
MOST_AROUND = 600
"""Characters of a page that does not bear the name, its menus among them."""
PROSE = 120
"""Characters beside its links that make a line more than a reference to another page."""
MOST_LENGTH = 20_000
"""A longer page is more than its frame."""
MOST_SIGNS = 8
BESIDE_SIGN = 100
"""Characters that a page may have beside each of its links: what is to be found there."""
WAITS = re.compile(
    r"\bjava-?script\b|\b(?:wird|werden)(?: \w+)? geladen\b|\bbitte warten\b|\bplease wait\b|\b(?:is|are) loading\b|\{\{[^{}]{1,80}\}\}"
    r"|^\W*(?:(?:wird|seite|inhalte?|daten|bitte) )*(?:lade|laden|lädt|geladen|warten|loading|please wait)\b\W*$",
    re.IGNORECASE,
)
"""What stands in the place of a text that a script is to bring."""
_SCRIPT = re.compile(
    rb"""<script\b(?![^<>]{0,1000}?\btype\s*=\s*["']?(?:application/(?:ld\+)?json|importmap|speculationrules|text/(?:template|x-)))""",
    re.IGNORECASE,
)
"""A script that does something, no data."""
FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|jpe?g|png|gif|webp|tiff?)(?:[?#]|\Z)", re.IGNORECASE)
_NAMES: dict[Target, re.Pattern[str]] = {
    "impressum": re.compile(r"impressum|imprint|anbieterkenn|legal notice", re.IGNORECASE),
    "privacy": re.compile(
        r"datenschutz(?!beauftragt|aufsicht|behörde)|privacy|data protection", re.IGNORECASE
    ),
}


def bare(page: Page, kind: Target) -> bool:
    """Whether a page of a kind says nothing but headings and links."""
    size = len(page.survey.text)
    # Menus may be long; what has the words of its kind need not be read whole.
    doubtful = page.uncertain or (kind == "privacy" and not _tells(page, kind))
    if size > (MOST_LENGTH if doubtful else LITTLE):
        return False
    return silent(page)


def silent(page: Page) -> bool:
    """Whether a page says nothing itself, in lines with links neither."""
    lines = page.visible
    if not says_nothing(lines) or tells_address(lines):
        return False
    reached, prose = _beside_links(lines, page.survey)
    return reached < FEW and not prose


def says_nothing(lines: Iterable[Line]) -> bool:
    """Whether the lines of a page say nothing, not even an address."""
    text = said(lines)
    return len(text) < FEW and not evidence.address(evidence.plain(text)[1])


def said(lines: Iterable[Line]) -> str:
    """What a page says itself: beside headings, links and what waits for a script."""
    return "\n".join([line.text for line in _own_text(lines) if not line.hrefs])


def tells_address(lines: Iterable[Line]) -> bool:
    """Whether the page itself tells an address, in lines with links, too: a map may be linked."""
    return evidence.address(evidence.plain("\n".join(line.text for line in _own_text(lines)))[1])


def _beside_links(lines: Iterable[Line], found: Survey) -> tuple[int, int]:
    """Characters of lines with links that say something: how somebody is reached, and prose."""
    reached = prose = 0
    entries: list[tuple[str, str]] | None = None
    for line in _own_text(lines):
        if not line.hrefs:
            continue
        if all(href[:7].lower().startswith(REACHED) for href in line.hrefs):
            reached += len(line.text)
        elif len(line.text) >= PROSE:
            entries = list(found.entries()) if entries is None else entries
            linked = {text for text, href in entries if href in line.hrefs and text in line.text}
            beside = len(line.text) - sum(map(len, linked))
            prose += beside if beside >= PROSE else 0
    return reached, prose


def _own_text(lines: Iterable[Line]) -> Iterable[Line]:
    """The lines of the page itself that a reader sees, but for its headings."""
    return (line for line in own(lines) if not line.heading and not line.hidden)


def own(lines: Iterable[Line]) -> Iterable[Line]:
    """The lines that stand in the page itself, not around it or in the place of its text."""
    return (line for line in lines if line.region not in BESIDE and not WAITS.search(line.text))


def scripted(page: Page) -> bool:
    """Whether a script on the page may bring what it says."""
    source = page.tree.source
    return isinstance(source, bytes) and _SCRIPT.search(source) is not None


def acts(page: Page) -> bool:
    """Whether a script may do something when a link is followed."""
    tree = page.tree
    return not isinstance(tree, PlainTree) and any(
        map(tree.has, (b"<script", b"onclick", b"data-"))
    )


def filled(pages: list[Page], kind: Target) -> bool:
    """Whether the pages say nothing, and a script may change that.

    One that does not bear the name of the kind may be made of links, as home pages are.
    """
    # What is read whole costs: nearly every page says so much that it need not be.
    for page in pages:
        named = _named(page, kind)
        if len(page.survey.text) > (MOST_LENGTH if named else MOST_AROUND):
            return False
        lines = page.visible
        if not says_nothing(lines):
            return False
        if not named and sum(len(line.text) for line in own(lines)) >= MOST_LINKED:
            return False
    return any(map(scripted, pages))


def signs(page: Page, kind: Target) -> list[Link]:
    """The links of a page that bears the name of a kind and only points to where it stands."""
    if isinstance(page.tree, PlainTree) or len(page.survey.text) > MOST_LENGTH:
        return []
    entitled = _entitled(page, kind)
    tells = _tells_surely if entitled else _tells
    if not (entitled or _named(page, kind)) or tells(page, kind):
        return []
    visible = page.visible
    size = len(said(visible)) + _beside_links(visible, page.survey)[1]
    if size > MOST_SAID + MOST_SIGNS * BESIDE_SIGN or _tells_itself(page, kind, visible):
        return []
    lines = list(own(visible))
    texts = {href: line.text for line in lines for href in line.hrefs if not line.heading}
    links = [
        link
        for link in page.links
        if link.href in texts
        and link.region not in BESIDE
        and ways.is_web(link.resolved)
        and not ways.is_root(link.resolved)
        and ways.key(link.resolved) != ways.key(page.url)
        and not is_platform(link.resolved)
        and not foreign(link.resolved, page.labels, kind)
    ]
    kept = {n for n, link in enumerate(links) if _points(link, texts[link.href], kind)}
    if entitled and len(kept) < len(links) and overview.tells_nothing(lines, kind):
        kept |= overview.chosen(page, links, lines, _NAMES[kind])
    if size > MOST_SAID + BESIDE_SIGN * len(kept):
        return []
    return [link for n, link in enumerate(links) if n in kept][:MOST_SIGNS]


def _points(link: Link, line: str, kind: Target) -> bool:
    """Whether a link points to a page of a kind: by its words, its address, or those before it."""
    names = _NAMES[kind]
    if names.search(f"{link.text} {link.href}") or FILE.search(link.href):
        return True
    return names.search(line) is not None and overview.VAGUE.search(link.text) is not None


def _named(page: Page, kind: Target) -> bool:
    """Whether the page is called so by its title, a heading or a line of its own."""
    return kind in page.page_type.split("+") or bool(page.verdict.marks.get(kind))


def _entitled(page: Page, kind: Target) -> bool:
    """Whether the page itself is called so, not a part of it; one of both kinds is the other's."""
    if page.page_type in {"impressum", "privacy"}:
        return kind == page.page_type
    return any(mark.level <= 1 for mark in page.verdict.marks.get(kind, ()))


def _tells(page: Page, kind: Target) -> bool:
    """Whether a page has some of what such a page consists of."""
    if kind == "impressum":
        return page.verdict.weights.has("address")
    return evidence.law(page.verdict.low) or evidence.rights(page.verdict.low, 2)


def _tells_surely(page: Page, kind: Target) -> bool:
    """The same as far as a look at the words is enough; feet hold addresses, too."""
    weights = page.verdict.weights
    if kind == "impressum":
        return weights.has("address") and (
            weights.has("representative")
            or weights.has("editor")
            or not parts.stands_in_foot(page.verdict.low, page.survey)
        )
    return evidence.rights(page.verdict.low, 2)


def _tells_itself(page: Page, kind: Target, lines: Iterable[Line]) -> bool:
    """The same of the page itself: what it is called after a law says nothing yet."""
    if kind == "impressum":
        return page.verdict.weights.has("address") and tells_address(lines)
    return evidence.based(page.verdict.low)
