"""doors: links that promise nothing and may lead on all the same.

A page with few links is a door: a splash page, a choice of languages, a list of links of one's own.
Where nothing promises an Impressum, it may stand behind any of them; of a page with many links the
foot and names such as “Service” are tried, the rest are its subjects. What names a kind of page and
only points to others is a signpost: its links are what it promises.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.pages.clicks.document import UNASKED
from linter.pages.clicks.steps import Way, shown
from linter.pages.clicks.theirs import foreign, is_platform
from linter.pages.kinds.hollow import signs
from linter.pages.labels import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.clicks.document import Document
    from linter.pages.clicks.ways import Lexicon
    from linter.pages.labels import Labels
    from linter.pages.links import Link
    from linter.pages.page import Target

FEW = 10
"""A page with so many ways on has no more to offer than them."""
SPLASH = 3
"""A page with so few is passed by everybody who wants to see the site."""
EMPTY = 200
"""A page of fewer characters with links to other sites alone has only them to offer."""
FOOT = 8
"""So many links of a page's foot are tried."""
ALLOWED = 2
"""Clicks within which a page has to be found; a splash page may stand before them."""
SPENT = "too-many-requests"
SIGN = 2
"""Characters of a label that is a mere sign: “§”, “i”."""
_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|zip|ics|vcf|rss|atom|xml|json|jpe?g|png|gif|webp|svg|mp[34]|webm|css|js)\Z",
    re.IGNORECASE,
)


def signed(document: Document, kind: Target, known: list[Way]) -> Iterator[Way]:
    """The links of a signpost that do not say by themselves what they promise."""
    claimed = {ways.key(way.url) for way in known if way.claims}
    own = document.keys
    for page in document.pages:
        for link in signs(page, kind):
            url = link.resolved
            name = ways.key(url)
            if not ways.is_web(url) or name in claimed or name in own:
                continue
            claimed.add(name)
            yield Way(shown(link), url, "forward", claims=True)


def doors(
    document: Document, clicks: int, labels: Labels, lexicon: Lexicon, domains: tuple[str, ...]
) -> tuple[list[Way], str]:
    """The links of a page, so many clicks away, that promise nothing; and why not all are there."""
    own, others = _apart(document, labels, lexicon, domains)
    if not own and others and all(len(page.survey.text) < EMPTY for page in document.pages):
        # The site may have moved there; whose Impressum stands there nobody can say.
        return [], UNASKED
    if clicks > ALLOWED:
        return [], ""
    if len(own) <= (FEW if clicks < ALLOWED else SPLASH):
        return [_way(*one, lexicon) for one in own], ""
    if clicks == ALLOWED:
        return [_way(*one, lexicon) for one in own if ways.is_root(one[1])][:1], ""
    told = [one for one in own if _may_lead(*one, lexicon)]
    return [_way(*one, lexicon) for one in told[:FOOT]], SPENT if len(told) > FOOT else ""


def _apart(
    document: Document, labels: Labels, lexicon: Lexicon, domains: tuple[str, ...]
) -> tuple[list[tuple[Link, str]], int]:
    """The links to pages of the site or of its authority; and how many there are to others."""
    own: list[tuple[Link, str]] = []
    others = 0
    known = set(document.keys)
    for page in document.pages:
        for link in page.links:
            url = lexicon.unwrap(link.resolved)
            name = ways.key(url)
            if name in known or not ways.is_web(url) or _FILE.search(ways.path(url)):
                continue
            known.add(name)
            if is_platform(url) or foreign(url, labels):
                continue
            if ways.site(url) == ways.site(page.url) or ways.within(url, domains):
                own.append((link, url))
            else:
                others += 1
    return own, others


def _may_lead(link: Link, url: str, lexicon: Lexicon) -> bool:
    """Whether a link of a page with many may lead to what no link promises."""
    text = shown(link)
    name = fold(text)
    if name in lexicon.subjects:
        return False
    return (
        name in lexicon.doors or len(text) <= SIGN or ways.is_root(url) or link.region == "footer"
    )


def _way(link: Link, url: str, lexicon: Lexicon) -> Way:
    text = shown(link) or link.alt
    # "Deutsch" leads to a site's root, too, and calls itself no site
    bare = not text or ways.is_address(text) or fold(text) in lexicon.sites
    return Way(text, url, "bare" if bare else "none")
