"""lacking: whether something that stands in a page, in a frame, was not seen: its words may be there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.pages.clicks.theirs import is_platform
from linter.pages.links import join
from linter.pages.markup.elements import hides
from linter.pages.markup.plain import PlainTree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.clicks.document import Document
    from linter.pages.page import Page

UNREAD = frozenset(("login_wall", "consent_wall", "empty_shell", "soft_404"))
"""States of a frame's document that show nothing of what a reader gets to see there."""
_OPENINGS = (b"<iframe", b"<object", b"<embed")
_FRAMES = "iframe[src],object[data],embed[src]"
MOST_FRAMES = 20
_BESIDE = re.compile(
    r"maps?\b|kart(?:e|en)\b|stadtplan|geo|osm|youtu|vimeo|video|film|player|podcast|audio|sound|spotify|radio|matomo|piwik|opt-?(?:out|in)\b"
    r"|stat(?:s|istik|istics)\b|analytics|tracking|count|captcha|tagmanager|consent|cookie|widget|chat|bot\b|wetter|weather|kalend|calendar|translat|vorles|readspeaker"
    r"|\.(?:svgz?|png|jpe?g|gif|webp|swf|mp[34])\b",
    re.IGNORECASE,
)
"""Addresses of what is shown beside a page's own words: maps, films, counters."""


def lacks(found: Document) -> bool:
    """Whether a frame failed, shows nothing, or was not asked for: of another site, or beside much text."""
    if found.cause or any(page.state in UNREAD for page in found.pages[1:]):
        return True
    seen = {ways.key(page.url) for page in found.pages if page.url} | set(map(ways.key, found.via))
    return any(ways.key(url) not in seen for page in found.pages for url in _framed(page))


def _framed(page: Page) -> Iterator[str]:
    """The addresses of the documents in a page that a reader sees, and that may be words of its own."""
    tree = page.tree
    if isinstance(tree, PlainTree) or not any(map(tree.has, _OPENINGS)):
        return
    for node in tree.parser.css(_FRAMES)[:MOST_FRAMES]:
        said = node.attributes
        sizes = {(said.get(side) or "").strip().removesuffix("px") for side in ("width", "height")}
        url = join(page.survey.around.base, (said.get("src") or said.get("data") or "").strip())
        if hides(said) or sizes & {"0", "1"} or not ways.is_web(url):
            continue
        if not (is_platform(url) or _BESIDE.search(url)):
            yield url
