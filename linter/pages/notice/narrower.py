"""narrower: whether a notice points to one of the house's own for social media alone.

Many bodies have a general notice and another one for their accounts: what is missing in the first
may stand in the second.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.pages.contents import BESIDE, bare
from linter.pages.links import join
from linter.pages.markup.clean import clean
from linter.pages.notice.letter import named
from linter.pages.notice.platforms import PATTERNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.links import Link
    from linter.pages.page import Page

NOTICE = re.compile(
    r"\b(?:Datenschutz\w*|Datenverarbeitung\w*|Privatsphäre\w*|Privacy|Data (?:Protection|Privacy))\b|\bDSE\b|\bDSGVO-?\s?(?:Hinweis|Information)",
    re.IGNORECASE,
)
SOCIAL = re.compile(
    r"\bSocial[ -]?Media\b|\bsoziale[nrm]?[ -](?:\w+[ -])?(?:Medien|Netzwerk|Kan[aä]l|Plattform)|\bSocial Networks?\b|\bFan-?pages?\b"
    r"|\b(?:Social|SoMe)-?(?:Kan[aä]l|Auftritt)",
    re.IGNORECASE,
)
POINTING = re.compile(
    r"\b(?:hier|dort|dazu|unter|siehe|s\.|finde[nt]|abruf\w*|nachles\w*|entnehm\w*|gilt|gelten|verweisen|Link|here|see|found|appl(?:y|ies))\b",
    re.IGNORECASE,
)
"""How a sentence points to another page."""
OWN = re.compile(
    r"(?:mailto|tel|javascript):|#|.*(?:impressum|imprint|kontakt|contact)", re.IGNORECASE
)
"""Where no other notice is: on the page itself, at an address for mail, in the Impressum."""
LONGEST = 200
"""Code points of a label; and, twice as many, of a sentence that points."""


def narrower(page: Page, platform: str) -> bool:
    """Whether a link of the page promises such a notice, for social media or this platform."""
    return any(_labelled(page, platform)) or any(_pointed(page, platform))


def _labelled(page: Page, platform: str) -> Iterator[bool]:
    """For every link with such a label: whether it leads to another page of the house."""
    needles = _needles(platform)
    for link in page.links:
        # most links say nothing of it, which is soon told
        if link.raw and not link.raw.isspace() and not _has(link.raw, needles):
            continue
        label = link.text or link.aria or link.title or link.alt
        if len(label) > LONGEST or not _deals_with(label, platform):
            continue
        says = NOTICE.search(label) is not None
        if (says or _listed(page, link)) and not link.hidden:
            # a network's own policy bears its name, but not that of all of them
            yield _leads(page, link.resolved, away=says and SOCIAL.search(label) is not None)


def _listed(page: Page, link: Link) -> bool:
    """Whether a link stands below a heading that announces further notices."""
    heading = link.heading
    return (
        link.region not in BESIDE
        and NOTICE.search(heading) is not None
        and heading not in map(clean, page.survey.headings(1))
    )


def _pointed(page: Page, platform: str) -> Iterator[bool]:
    """For every link of a sentence that points to such a notice: whether it leads there."""
    needles = _needles(platform)
    for line in page.visible:
        text = line.text
        if (
            not line.hrefs
            or not _has(text, needles)
            or line.region in BESIDE
            or len(text) > 2 * LONGEST
            or bare(line)
        ):
            continue
        if NOTICE.search(text) and POINTING.search(text) and _deals_with(text, platform):
            yield any(_leads(page, join(page.url, href)) for href in line.hrefs)


def _needles(platform: str) -> tuple[str, ...]:
    """Lower-case letters of which every label has some that speaks of social media or a platform."""
    # "You Tube", "Tik Tok": the second word may stand apart
    first = platform.removesuffix("tube").removesuffix("tok").removesuffix("app").removesuffix("in")
    return (
        "social",
        "sozial",
        "some",
        "fan",
        first,
        *(("twitter", "𝕏") if platform == "x" else ()),
    )


def _has(text: str, needles: tuple[str, ...]) -> bool:
    low = text.lower()
    return any([needle in low for needle in needles])  # noqa: C419 - faster than a generator


def _deals_with(text: str, platform: str) -> bool:
    """Whether a label speaks of social media as such or of a platform."""
    if SOCIAL.search(text):
        return True
    if platform == "x":
        return "Twitter" in text or next(named(text), None) is not None
    return any(
        pattern.search(text) is not None for name, pattern in PATTERNS if name.lower() == platform
    )


def _leads(page: Page, url: str, *, away: bool = False) -> bool:
    """Whether an address is that of another page of the house: of the same site, or away from it."""
    if OWN.match(url) or not page.url or ways.key(url) == ways.key(page.url):
        return False
    return ways.is_web(url) and (away or ways.site(url) == ways.site(page.url))
