"""others: pages beside Impressum and privacy notice: the netiquette, the accessibility statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.pages.clicks.judge import STATES, blank, shows
from linter.pages.clicks.steps import shown as link_text
from linter.pages.contents import BESIDE
from linter.pages.kinds import hollow
from linter.pages.kinds.overview import VAGUE
from linter.pages.kinds.state import says_missing
from linter.pages.markup.plain import PlainTree

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.pages.clicks.document import Document
    from linter.pages.clicks.ways import Lexicon
    from linter.pages.page import Page
    from linter.platforms.profile import ProfileLink

KINDS = ("netiquette", "accessibility")
_SUBJECTS = {
    "accessibility": re.compile(
        r"barriere|behinder|zugänglich|accessib|\bBITV|\bWCAG|\bEN ?301|leichter? sprache",
        re.IGNORECASE,
    )
}
"""Words of which every page of a kind has some."""
LONGEST_TAG = 2000
"""Bytes of a tag that are looked at."""
FEW_WORDS = 2
"""Spaces between the words of a line that may be a statement, however short."""


def shown(links: Iterable[ProfileLink], kind: str, lexicon: Lexicon) -> str:
    """The address of a profile's link to such a page, "" where there is none."""
    for link in links:
        url = lexicon.unwrap(link.url)
        if ways.is_web(url) and _names(link.label, url, kind, lexicon):
            return url
    return ""


def linked(pages: Sequence[Page], kind: str, lexicon: Lexicon) -> str:
    """The address of a page's link to such a page: by its label, else by its address."""
    by_address = ""
    needles = lexicon.needles.get(kind, ())
    for page in pages:
        if not _may_link(page, needles):
            continue
        for link in page.links:
            text = link_text(link)
            # most links lead elsewhere, and to resolve them all takes longer than to read the page
            near = f"{text}\n{link.href}".lower().encode(errors="replace")
            if not any([needle in near for needle in needles]):  # noqa: C419 - faster than a generator
                continue
            url = lexicon.unwrap(link.resolved)
            if not ways.is_web(url) or ways.key(url) == ways.key(page.url):
                continue
            if lexicon.calls(kind, text):
                return url
            if not by_address and ways.speaks(url, lexicon.href.get(kind, ())):
                by_address = url
    return by_address


def _may_link(page: Page, needles: tuple[bytes, ...]) -> bool:
    """Whether one of the letters stands in the text of a link or within a tag; running text has them, too."""
    source = page.tree.source
    low = (source.encode() if isinstance(source, str) else source).lower()
    here = [needle for needle in needles if needle in low]
    if not here or isinstance(page.tree, PlainTree):
        return bool(here)
    texts = "\0".join(page.survey.texts).lower().encode(errors="replace")
    return any(needle in texts or _in_tag(low, needle) for needle in here)


def _in_tag(low: bytes, needle: bytes) -> bool:
    at = low.find(needle)
    while at >= 0:
        start = max(0, at - LONGEST_TAG)
        if low.rfind(b"<", start, at) > low.rfind(b">", start, at):
            return True
        at = low.find(needle, at + len(needle))
    return False


def _names(text: str, url: str, kind: str, lexicon: Lexicon) -> bool:
    return lexicon.calls(kind, text) or ways.speaks(url, lexicon.href.get(kind, ()))


def unreadable(found: Document) -> str:
    """Why a document cannot be judged; "" where it can, or is known to be gone."""
    if found.gone:
        return ""
    if found.cause:
        return found.cause
    state = found.pages[0].state if found.pages else "ok"
    return STATES.get(state, "")


def holds(found: Document, kind: str, lexicon: Lexicon) -> bool:
    """Whether a document was seen to be such a page."""
    seen = found.pages and not found.gone and not found.wants and not unreadable(found)
    return bool(seen) and not is_none(found, kind, lexicon) and untold(found, kind, lexicon) is None


def is_none(found: Document, kind: str, lexicon: Lexicon) -> bool:
    """Whether a document is an error page instead, or a home page without a part that is called so."""
    page = found.pages[0]
    if page.state == "soft_404":
        return True
    if ways.is_root(found.url):
        headings = (line.text for page in found.pages for line in page.visible if line.heading)
        return not any(lexicon.calls(kind, text) for text in headings)
    short = len(page.survey.text) <= hollow.MOST_LENGTH
    return short and says_missing(hollow.said(page.visible))


def untold(found: Document, kind: str, lexicon: Lexicon) -> str | None:
    """Why nobody can say what a document is that says nothing; None where it does, "" for nothing.

    A heading alone is no statement; a few words, what stands in a file or comes with a script may be one.
    What nowhere has a word of its subject may be any page.
    """
    pages = found.pages
    if any(len(p.survey.text) > hollow.MOST_LENGTH or not hollow.silent(p) for p in pages):
        about = _SUBJECTS.get(kind)
        told = about is None or any(about.search(f"{p.title}\n{p.survey.text}") for p in pages)
        return None if told else "page-uncertain"
    few = any(hollow.said(page.visible).count(" ") >= FEW_WORDS for page in pages)
    if few or any(map(hollow.scripted, pages)) or all(map(blank, pages)) or shows(pages):
        return "page-not-judgeable"
    links = (link for page in pages for link in page.links if link.region not in BESIDE)
    for link in links:
        url = lexicon.unwrap(link.resolved)
        if ways.is_web(url) and ways.key(url) not in found.keys:
            text = link_text(link)
            if hollow.FILE.search(url) or VAGUE.search(text) or _names(text, url, kind, lexicon):
                return "page-refers-on"
    return ""
