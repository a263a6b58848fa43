"""others: pages beside Impressum and privacy notice: the netiquette, the accessibility statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.pages.clicks.judge import STATES
from linter.pages.clicks.steps import shown as link_text
from linter.pages.labels import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.pages.clicks.document import Document
    from linter.pages.clicks.ways import Lexicon
    from linter.pages.page import Page
    from linter.platforms.profile import ProfileLink

KINDS = ("netiquette", "accessibility")


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
    for page in pages:
        source = page.tree.source
        low = (source.encode() if isinstance(source, str) else source).lower()
        if not any(token[1:].encode() in low for token in lexicon.href.get(kind, ())):
            continue
        for link in page.links:
            url = lexicon.unwrap(link.resolved)
            text = link_text(link)
            if not ways.is_web(url) or ways.key(url) == ways.key(page.url):
                continue
            if fold(text) in lexicon.labels.get(kind, ()):
                return url
            if not by_address and ways.speaks(url, lexicon.href.get(kind, ())):
                by_address = url
    return by_address


def _names(text: str, url: str, kind: str, lexicon: Lexicon) -> bool:
    return fold(text) in lexicon.labels.get(kind, ()) or ways.speaks(
        url, lexicon.href.get(kind, ())
    )


def unreadable(found: Document) -> str:
    """Why a document cannot be judged; "" where it can, or is known to be gone."""
    if found.gone:
        return ""
    if found.cause:
        return found.cause
    state = found.pages[0].state if found.pages else "ok"
    return STATES.get(state, "")


def is_none(found: Document) -> bool:
    """Whether a document is an error page or a home page instead."""
    page = found.pages[0]
    return page.state == "soft_404" or ways.is_root(found.url)
