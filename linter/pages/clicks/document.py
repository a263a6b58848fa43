"""document: what a visitor has before them at an address: forwardings followed, frames filled in."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from linter.pages.clicks import ways
from linter.pages.clicks.built import KINDS, named, unseen
from linter.pages.clicks.lacking import lacks
from linter.pages.clicks.refresh import forward_of
from linter.pages.links import join
from linter.pages.markup.plain import PlainTree
from linter.pages.read import read_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.pages.clicks.refresh import Forward
    from linter.pages.page import Frame, Page, Target

MOST_FORWARDS = 5
MOST_FRAMES = 8
MOST_DEPTH = 3
MOST_HOPS = 5
"""More redirects than this are remarked upon."""
FEW_WORDS = 600
"""A page of fewer characters may have its text in an inline frame."""
MOST_BESIDE = 3
"""Inline frames that are read beside a page's own words."""
UNASKED = "page-not-read"
NOWHERE = "forwarded-nowhere"
CUT = "too-large"
"""The cause where only the beginning of a page was read."""
_OPENINGS = (b"<frame", b"<iframe", b"<object", b"<embed")
"""How a document in a page begins; the first is no inline one."""
_FRAME = re.compile(rb"<frame\b", re.IGNORECASE)
_FRAMED = re.compile(rb"<(?:i?frame|object|embed)\b", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Seen:
    """What is known of an address that was asked.

    url: where it led in the end; page: what came; cause: why there is none to judge, or why not all
    of it came, a key of `linter.text.CAUSES`; gone: the server says that there is no such page; via: the addresses on
    the way, the one asked first, without the last.
    """

    url: str
    page: Page | None = None
    cause: str = ""
    gone: bool = False
    via: tuple[str, ...] = ()
    _forward: tuple[Forward | None, ...] = field(default=(), repr=False)
    _unbuilt: frozenset[Target] | None = field(default=None, repr=False)

    @property
    def forward(self) -> Forward | None:
        """Where the page leads by itself."""
        if not self._forward:
            self._forward = (forward_of(self.page) if self.page is not None else None,)
        return self._forward[0]

    @property
    def unbuilt(self) -> frozenset[Target]:
        """The kinds of page to which links are missing that a script may put in."""
        if self._unbuilt is None:
            self._unbuilt = frozenset() if self.page is None else unseen(self.page)
        return self._unbuilt


@dataclass(slots=True)
class Document:
    """An address as a visitor sees it.

    pages: the page and those in its frames; cause: why (a part of) it could not be seen, "" where
    all was; gone: there is no such page; wants: addresses that have to be read to see all of it;
    via: every address passed on the way; remarks: refresh, script, many_hops, frames; unbuilt: the
    kinds of page to which links are missing that a script may put in.
    """

    url: str
    pages: list[Page] = field(default_factory=list)
    cause: str = ""
    gone: bool = False
    wants: list[str] = field(default_factory=list)
    via: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    unbuilt: frozenset[Target] = frozenset()

    @property
    def keys(self) -> set[str]:
        """The addresses that mean this document."""
        return {ways.key(self.url), *(ways.key(page.url) for page in self.pages[:1] if page.url)}

    def misses(self, cause: str, url: str = "") -> None:
        """Note that something could not be seen, the first cause being the one told."""
        if url:
            self.wants.append(url)
        self.cause = self.cause or cause


def whole(found: Document) -> Page:
    """The page with what stands in its frames, as one: cut off where not all of that was seen."""
    page = _joined(found)
    return replace(page, truncated=True) if not page.truncated and lacks(found) else page


def _joined(found: Document) -> Page:
    if len(found.pages) == 1:
        return found.pages[0]
    sources = [
        page.tree.source
        for page in found.pages
        if isinstance(page.tree.source, bytes) and page.state != "frameset"
    ]
    first = found.pages[0]
    return read_page(
        b"\n".join(sources), url=first.url, content_type="text/html; charset=utf-8",
        lexicon=first.labels,
    )  # fmt: skip


def document(url: str, seen: Mapping[str, Seen]) -> Document:
    """Put together what stands at an address from what was read."""
    found = Document(url)
    visited: set[str] = set()
    hops = 0
    while True:
        here = ways.key(url)
        if here in visited or len(visited) > MOST_FORWARDS:
            found.misses("not-reachable")
            break
        visited.add(here)
        known = seen.get(here)
        if known is None:
            found.misses(UNASKED, url)
            break
        hops += len(known.via)
        found.via += known.via
        found.url = known.url
        if known.page is None:
            found.cause = known.cause
            found.gone = known.gone
            if known.gone and "needs_script" in found.remarks:
                # A script may have had its reasons to stay, or to go elsewhere.
                found.gone, found.cause = False, NOWHERE
            break
        forward = known.forward
        if forward is None or ways.key(forward.url) in {here, ways.key(known.url)}:
            found.pages.append(known.page)
            found.unbuilt = known.unbuilt
            if known.cause or known.page.truncated:
                found.misses(known.cause or CUT)
            break
        found.remarks.append("refresh" if forward.kind == "refresh" else "needs_script")
        found.via.append(known.url)
        url = forward.url
    if hops > MOST_HOPS:
        found.remarks.append("many_hops")
    if found.pages:
        _frames(found.pages[0], found, seen, visited, 0)
        if all(page.state == "frameset" for page in found.pages):
            found.misses("page-not-judgeable")  # frames without end, or without an address
    return found


def _frames(
    page: Page, found: Document, seen: Mapping[str, Seen], visited: set[str], depth: int
) -> None:
    """Add the documents of the frames.

    Inline frames only where the page itself says little, or lacks a link that its foot should have.
    """
    tree = page.tree
    if isinstance(tree, PlainTree) or depth >= MOST_DEPTH:
        return
    told = named(page)
    little = len(page.survey.text.strip()) < FEW_WORDS
    inline = little or told != KINDS
    if not any(map(tree.has, _OPENINGS if inline else _OPENINGS[:1])):
        return
    if not (_FRAMED if inline else _FRAME).search(tree.source):
        return
    beside = 0
    for frame in page.frames:
        if frame.content is not None or frame.src[:5].lower() == "data:":
            own = _brought(page, frame) if inline or frame.kind == "frame" else None
            if own is not None and len(found.pages) > MOST_FRAMES:
                found.misses("page-not-judgeable")
                break
            if own is not None:
                found.pages.append(own)
                _frames(own, found, seen, visited, depth + 1)
            continue
        url = join(page.survey.around.base or found.url, frame.src)
        if not ways.is_web(url) or ways.key(url) in visited:
            continue
        if frame.kind == "iframe":
            if not (inline and ways.site(url) == ways.site(found.url)):
                continue
            beside += not little
        if len(found.pages) > MOST_FRAMES or beside > MOST_BESIDE:
            found.misses("page-not-judgeable")
            break
        visited.add(ways.key(url))
        known = seen.get(ways.key(url))
        if known is None:
            found.misses(UNASKED, url)
        elif known.page is None:
            found.misses(known.cause if not known.gone else "page-not-judgeable")
        else:
            if "frames" not in found.remarks:
                found.remarks.append("frames")
            found.pages.append(known.page)
            _frames(known.page, found, seen, visited, depth + 1)


def _brought(page: Page, frame: Frame) -> Page | None:
    """The document of a frame that stands in the page itself; None where it is none with links."""
    text, url = frame.content, page.survey.around.base
    if text is None:
        said, comma, data = frame.src[5:].partition(",")
        if not comma or not said.lower().startswith("text/html"):
            return None
        raw = unquote_to_bytes(data)
        if said.lower().rstrip().endswith(";base64"):
            try:
                raw = b64decode(raw)
            except ValueError:
                return None
        # Nothing is relative to such an address.
        text, url = raw.decode("utf-8", "replace"), ""
    if not text.strip():
        return None
    known = page.brought.get(text)
    if known is None:
        known = page.brought[text] = read_page(
            text.encode("utf-8", "replace"), url=url, content_type="text/html; charset=utf-8",
            lexicon=page.labels,
        )  # fmt: skip
    return known
