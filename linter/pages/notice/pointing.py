"""pointing: which links of a page may promise a notice for social media, told cheaply.

Every notice of a crawl is asked, and few have any: what is worded otherwise is passed over by its
letters, before a page is read line by line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.pages.links import join
from linter.pages.markup.plain import PlainTree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.links import Link
    from linter.pages.page import Page
    from linter.pages.survey import Survey

POINTING = re.compile(
    r"\b(?:hier|dort|dazu|unter|siehe|s\.|finde[nt]|abruf\w*|nachles\w*|entnehm\w*|gilt|gelten|verweisen|Link|here|see|found|appl(?:y|ies))\b",
    re.IGNORECASE,
)
"""How a sentence points to another page."""
SOCIAL = (
    *("ocial", "ozial", "fanpage", "fan-page", "somekan", "some-kan", "someauf", "some-auf"),
    *("facebook", "instagram", "twitter", "tube", "vimeo", "linked", "xing", "tiktok", "tik tok"),
    *("tik-tok", "mastodon", "bluesky", "threads", "whats", "flickr", "pixelfed", "𝕏"),
)
"""Letters of which all that speaks of social media or of an account's platform has some, but for X."""
NOTICE = ("datensch", "datenver", "privat", "privacy", "data", "dse", "dsgvo")
"""Letters of which the name of every notice has some."""
PICTURED = re.compile(
    rb"<(?:img\b|area\b|svg\b[^>]{0,400}>\s{0,40}<title\b)[^<]{0,400}(?:datensch|datenver|privat|privacy|data p|dse|dsgvo)",
    re.IGNORECASE,
)
"""A picture that may say such a name."""
AROUND = 800
"""Characters before and behind such letters in which the rest of the sentence stands."""
SHORT = 12
"""Characters of a link that stands in one piece, whatever is emphasised in it."""


def worded(page: Page) -> Iterator[Link]:
    """The links that speak of social media or a platform, or may do so by a picture."""
    survey = page.survey
    if isinstance(survey.tree, PlainTree):
        yield from (link for link in page.links if _speaks(link.raw))
        return
    texts = survey.texts
    numbers: list[int] = []
    if _speaks("\0".join(texts)):
        numbers = [number for number, raw in enumerate(texts) if _speaks(raw)]
    numbers += [n for n, raw in enumerate(texts) if not raw or raw.isspace() if _titled(survey, n)]
    links = page.links if numbers else ()
    yield from (links[number] for number in sorted(numbers))


def may_point(page: Page) -> bool:
    """Whether a sentence of the page may point to such a notice; false is certain."""
    survey = page.survey
    near = _near(survey.text)
    if not near or isinstance(survey.tree, PlainTree):
        return bool(near)
    own, here = ways.site(page.url), ways.key(page.url)
    pieces = {piece.strip() for piece in near.split("\n")}
    whole = "".join(near.split())
    for raw, link in zip(survey.texts, survey.others, strict=False):
        text = raw.strip().lower()
        if not text or (text not in pieces and not _in_pieces(text, whole)):
            continue
        href = ((link["href"] or "") if isinstance(link, dict) else link.href).strip()
        url = join(page.url, href)
        if href[:1] != "#" and ways.site(url) == own and ways.key(url) != here:
            return True
    return False


def _in_pieces(text: str, whole: str) -> bool:
    return len(text) > SHORT and "".join(text.split()) in whole


def _near(text: str) -> str:
    """What stands around words for social media where a notice is named, too, and a place."""
    low = text.lower()
    found, end = [], 0
    for at in sorted(_places(low)):
        if at < end:
            continue
        start, end = max(at - AROUND, end), at + AROUND
        window = low[start:end]
        if _has(window, NOTICE) and POINTING.search(window):
            found.append(window)
    return "\n".join(found)


def _places(low: str) -> Iterator[int]:
    """Where such words stand in a text in lower case."""
    for word in SOCIAL:
        at = low.find(word)
        while at >= 0:
            yield at
            at = low.find(word, at + AROUND // 2)
    yield from _letters(low)


def _letters(low: str) -> Iterator[int]:
    """Where the letter X stands by itself."""
    at = low.find("x")
    while at >= 0:
        if not low[at - 1 : at].isalnum() and not low[at + 1 : at + 2].isalnum():
            yield at
        at = low.find("x", at + 1)


def _titled(survey: Survey, number: int) -> bool:
    """Whether a link without words may have such a name all the same."""
    link = survey.others[number]
    name = link.get("title") if isinstance(link, dict) else link.aria or link.title
    if name:
        return _speaks(name)
    source = survey.tree.source
    return PICTURED.search(source.encode() if isinstance(source, str) else source) is not None


def _speaks(text: str) -> bool:
    low = text.lower()
    return _has(low, SOCIAL) or next(_letters(low), None) is not None


def _has(low: str, needles: tuple[str, ...]) -> bool:
    return any([needle in low for needle in needles])  # noqa: C419 - faster than a generator
