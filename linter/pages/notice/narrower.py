"""narrower: where a notice points to one of the house's own for social media alone.

Many bodies have a general notice and another one for their accounts: what is missing in the first
may stand in the second.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.pages.contents import BESIDE, bare, contents
from linter.pages.kinds.hollow import FILE, signs
from linter.pages.kinds.hollow import bare as bare_page
from linter.pages.links import join
from linter.pages.markup.clean import clean
from linter.pages.notice.letter import named
from linter.pages.notice.platforms import PATTERNS
from linter.pages.notice.pointing import POINTING, may_point, worded
from linter.pages.page import Pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.links import Link
    from linter.pages.page import Page

ROLES = ("narrower", "narrower-2", "narrower-3")
"""What such notices are called among the pages of an account, in the order they are pointed to.

No more are read; most houses have one, some another for each platform.
"""
NOTICE = re.compile(
    r"\b(?:Datenschutz\w*|Datenverarbeitung\w*|Privatsphäre\w*|Privacy|Data (?:Protection|Privacy))\b|\bDSE\b|\bDSGVO-?\s?(?:Hinweis|Information)",
    re.IGNORECASE,
)
SOCIAL = re.compile(
    r"\bSocial[ -]?Media\b|\bsoziale[nrm]?[ -](?:\w+[ -])?(?:Medien|Netzwerk|Kan[aä]l|Plattform)|\bSocial Networks?\b|\bFan-?pages?\b"
    r"|\b(?:Social|SoMe)-?(?:Kan[aä]l|Auftritt)",
    re.IGNORECASE,
)
OWN = re.compile(
    r"(?:mailto|tel|javascript):|#|.*(?:impressum|imprint|kontakt|contact)", re.IGNORECASE
)
"""Where no other notice is: on the page itself, at an address for mail, in the Impressum."""
FILED = re.compile(
    r"Datenschutz|Datenverarb|Privacy|DS-?GVO|GDPR|Art(?:ikel|icle|\.)?\s?13\b|Informationspflicht|Facebook|Instagram|Social|Soziale",
    re.IGNORECASE,
)
"""What a file is called that has a notice in it."""
META = frozenset(("facebook", "instagram", "threads", "whatsapp"))
"""Networks of one operator, of which a notice often speaks as of one."""
LONGEST = 200
"""Code points of a label; and, twice as many, of a sentence that points."""


def pointed_to(page: Page, platform: str) -> tuple[Pointer, ...]:
    """The links of a page that promise such a notice, for social media or this platform.

    Each address once, those for this platform alone first.
    """
    found = [one for one in _pointers(page) if _deals_with(one.text, platform)]
    found.sort(key=lambda one: not names_it(one, platform))
    once: dict[str, Pointer] = {}
    for one in found:
        once.setdefault(ways.key(one.url), one)
    return tuple(once.values())


def about(page: Page, platform: str) -> bool | None:
    """Whether a notice for social media is about a platform; None where it may be.

    One that names none is about all; one that names others and speaks of social media in a
    sentence, too, may mean this one, and one about another network of the same operator.
    """
    read = contents(page, "privacy").read
    named_there = [name.lower() for name in getattr(read, "mentions_social_media", ())]
    called = {platform, *(("twitter",) if platform == "x" else ())}
    if not named_there or not called.isdisjoint(named_there):
        return True
    kin = platform in META and not META.isdisjoint(named_there)
    if kin or not any(name.lower() == platform for name, _ in PATTERNS):
        return None
    own = (line for line in page.visible if line.region not in BESIDE and not line.heading)
    return None if any(SOCIAL.search(line.text) and not bare(line) for line in own) else False


def hollow(page: Page) -> bool:
    """Whether a page that is taken for such a notice says little itself: it may all stand elsewhere."""
    return bare_page(page, "privacy") or bool(signs(page, "privacy"))


def refers_on(page: Page) -> bool:
    """Whether such a notice has more in a file, or may be something else."""
    if page.uncertain or hollow(page):
        return True
    return any(
        FILE.search(link.href)
        and (FILED.search(link.text) or FILED.search(link.href))
        and link.region not in BESIDE
        for link in page.links
    )


def names_it(pointer: Pointer, platform: str) -> bool:
    """Whether a link is called so for this platform, not for social media as such."""
    return SOCIAL.search(pointer.text) is None and _deals_with(pointer.text, platform)


def _pointers(page: Page) -> tuple[Pointer, ...]:
    """The links that promise such a notice for any platform, looked for once in a page."""
    if page.pointers is None:
        page.pointers = (*_labelled(page), *(_pointed(page) if may_point(page) else ()))
    return page.pointers


def _labelled(page: Page) -> Iterator[Pointer]:
    """The links with such a label that lead to another page of the house."""
    for link in worded(page):
        label = link.text or link.aria or link.title or link.alt
        if len(label) > LONGEST or not _deals_with_any(label):
            continue
        says = NOTICE.search(label) is not None
        # a network's own policy bears its name, but not that of all of them
        away = says and SOCIAL.search(label) is not None
        if not leads(page, link.resolved, away=away) or link.hidden:
            continue
        if says or _listed(page, link):
            yield Pointer(link.resolved, label)


def _listed(page: Page, link: Link) -> bool:
    """Whether a link stands below a heading that announces further notices."""
    if link.region in BESIDE:
        return False
    heading = link.heading
    if NOTICE.search(heading) is None:
        return False
    # the title of a general notice announces nothing, that of one for social media does
    return SOCIAL.search(heading) is not None or heading not in map(clean, page.survey.headings(1))


def _pointed(page: Page) -> Iterator[Pointer]:
    """The links of sentences that point to such a notice, and lead there."""
    for line in page.visible:
        text = line.text
        if not line.hrefs or line.region in BESIDE or len(text) > 2 * LONGEST or bare(line):
            continue
        if NOTICE.search(text) and POINTING.search(text) and _deals_with_any(text):
            for href in line.hrefs:
                url = join(page.url, href)
                if leads(page, url):
                    yield Pointer(url, text)


def _deals_with_any(text: str) -> bool:
    """Whether a label speaks of social media as such or of some platform."""
    if SOCIAL.search(text) or next(named(text), None) is not None:
        return True
    return any(name != "X" and pattern.search(text) is not None for name, pattern in PATTERNS)


def _deals_with(text: str, platform: str) -> bool:
    """Whether a label speaks of social media as such or of a platform."""
    if SOCIAL.search(text):
        return True
    if platform == "x":
        return "Twitter" in text or next(named(text), None) is not None
    return any(
        pattern.search(text) is not None for name, pattern in PATTERNS if name.lower() == platform
    )


def leads(page: Page, url: str, *, away: bool = False) -> bool:
    """Whether an address is that of another page of the house: of the same site, or away from it."""
    if OWN.match(url) or not page.url or ways.key(url) == ways.key(page.url):
        return False
    return ways.is_web(url) and (away or ways.site(url) == ways.site(page.url))
