"""refresh: where a page sends its visitor by itself: `meta`, header, or a script that only redirects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from linter.pages.links import join
from linter.pages.markup.plain import PlainTree

if TYPE_CHECKING:
    from linter.pages.markup.dom import Tree
    from linter.pages.page import Page

SOON = 5.0
"""A page that forwards within so many seconds is no page of its own (contract, section 7)."""
LATE = 15.0
"""Nobody waits longer for a page to move on."""
SHORT = 200
"""A page of more characters does not only redirect by script."""
PRESCAN = 65_536
"""A forwarding stands at the beginning of a page."""
MOST_TAG = 4096
"""Bytes that a tag may go on behind the word `refresh` in it."""
_NOSCRIPT = b"<noscript"
_UNSEEN = (
    (b"<!--", b"-->"),
    (_NOSCRIPT, b"</noscript"),
    (b"<template", b"</template"),
    (b"<textarea", b"</textarea"),
    (b"<title", b"</title"),
    (b"<script", b"</script"),
)
_META = re.compile(rb"<meta\b[^>]{0,1000}>", re.IGNORECASE)
_REFRESH = re.compile(rb"""http-equiv\s*=\s*["']?\s*refresh\b""", re.IGNORECASE)
_CONTENT = re.compile(rb"""content\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_SAID = re.compile(
    r"\s*(\d{0,9}(?:\.\d*)?)\s*[;,\s]?\s*(?:url\s*=\s*)?(.*)", re.DOTALL | re.IGNORECASE
)
_MOVES = re.compile(
    r"""(?:\b(?:window|document|self|top|parent)\s*\.\s*)?\blocation(?:\s*\.\s*href)?\s*"""
    r"""(?:=\s*|\.\s*(?:replace|assign)\s*\(\s*)(?:"([^"\s]{1,2000})"|'([^'\s]{1,2000})')"""
)
_LATER = re.compile(r"\b(?:function|addEventListener|onclick|if)\b|=>")


@dataclass(frozen=True, slots=True)
class Forward:
    """Where a page leads by itself; url is absolute."""

    url: str
    kind: Literal["refresh", "script"]
    seconds: float = 0.0


def forward_of(page: Page) -> Forward | None:
    """The forwarding of a page that happens at once or within five seconds."""
    found = _asked(page)
    if found is not None:
        return found if found.seconds <= SOON else None
    if isinstance(page.tree, PlainTree):
        return None
    moved = _scripted(page.tree, page)
    # Where the page moves on without script as well, none is needed.
    unaided = moved and _refresh(page.tree, page, noscript=True)
    return unaided if unaided and unaided.seconds <= SOON else moved


def later_of(page: Page) -> Forward | None:
    """Where a page leads by itself after a while: whoever waits comes there, so it counts as a link."""
    found = _asked(page)
    return found if found is not None and SOON < found.seconds <= LATE else None


def _asked(page: Page) -> Forward | None:
    """What the header says, which browsers heed before the page's own `meta`, or that says."""
    found = _told(page.refresh, page.url) if page.refresh else None
    if found is None and not isinstance(page.tree, PlainTree):
        found = _refresh(page.tree, page)
    return found


def _refresh(tree: Tree, page: Page, *, noscript: bool = False) -> Forward | None:
    """What the page's own `meta` says; noscript: as it is shown where no script runs."""
    if not tree.has(b"refresh"):
        return None
    head = tree.source[:PRESCAN]
    head = head[: head.lower().rfind(b"refresh") + MOST_TAG]
    for opening, closing in _UNSEEN:
        if not (noscript and opening == _NOSCRIPT):
            head = without(head, opening, closing)
    for meta in _META.findall(head):
        if not _REFRESH.search(meta):
            continue
        content = _CONTENT.search(meta)
        if content is None:
            continue
        text = next(part for part in (*content.groups(), b"") if part is not None)
        said = text.decode("utf-8", "replace").replace("&amp;", "&")
        found = _told(said, page.survey.around.base)
        if found is not None:
            return found
    return None


def _told(text: str, base: str) -> Forward | None:
    """What a refresh says: after how many seconds, and where to."""
    said = _SAID.match(text)
    target = said[2].strip().strip("\"'").strip() if said is not None else ""
    url = _absolute(base, target) if target else ""
    if said is None or not url:
        return None
    return Forward(url, "refresh", float(said[1]) if said[1].strip(".") else 0.0)


def without(head: bytes, opening: bytes, closing: bytes) -> bytes:
    """The bytes without what stands between the marks; one that is left open swallows the rest."""
    low = head.lower()
    kept = []
    place = 0
    while (start := low.find(opening, place)) >= 0:
        kept.append(head[place:start])
        end = low.find(closing, start + len(opening))
        if end < 0:
            return b"".join(kept)
        place = end + len(closing)
    kept.append(head[place:])
    return b"".join(kept)


def _scripted(tree: Tree, page: Page) -> Forward | None:
    """A script that does nothing but move on, on a page that says nothing."""
    if len(page.survey.text.strip()) > SHORT or b"location" not in tree.source[:PRESCAN].lower():
        return None
    for kind, text in page.scripts:
        if kind and "javascript" not in kind and kind != "module":
            continue
        moves = _MOVES.search(text)
        if moves is None or _LATER.search(text[: moves.start()]):
            continue
        url = _absolute(page.survey.around.base, moves[1] or moves[2])
        if url:
            return Forward(url, "script")
    return None


def _absolute(base: str, target: str) -> str:
    url = join(base, target)
    return url if url[:8].lower().startswith(("http://", "https://")) else ""
