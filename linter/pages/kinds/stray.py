"""stray: pages that have nothing of what a page of a house has.

Whoever stands between a program and a site (a proxy, a hoster, a server that is being set up, a
check of browsers) answers in its place, mostly with a few words, without a menu, and without the
name of the house. No list knows all such words; what they lack says enough: nobody can tell from
such a page what the site has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.clicks.ways import is_root
from linter.pages.kinds import evidence
from linter.pages.labels import fold, words
from linter.pages.links import NOWHERE, host_of

if TYPE_CHECKING:
    from linter.pages.links import Link
    from linter.pages.page import Page

MOST = 600
"""A page with more characters has something of its own to say."""
FEW = 2
"""Spaces of a text that says something: a heading alone says nothing, whoever put it there."""
LEAST = 4
"""Letters of a part of a host's name that may stand within a word."""
_ADDRESS = re.compile(r"(?<!\S)\S*?\w[./]\w\S*+")
"""Addresses and paths: a proxy names those that it was asked for."""
_OFFICIAL = re.compile(
    r"\b(?:land(?:es|rats)?|kreis|stadt|gemeinde|markt|bürger|bundes|regierung|bezirk|amt|behörde|ministeri|rathaus|hochschul|universität|schul|museum|verein|herzlich willkommen)",
    re.IGNORECASE,
)
"""How a house speaks of itself."""
_NO_PAGE = ("#", *NOWHERE)
_COMMON = frozenset(
    "stadt gemeinde kreis landkreis land markt verwaltung rathaus portal online service info amt web site home www intern "
    "stadtverwaltung gemeindeverwaltung kreisverwaltung landesamt behoerde verband verein server hosting".split()
)
"""Parts of hosts that name nobody."""


def stray(page: Page) -> bool:
    """Whether a page says a few words, leads nowhere, and names neither its house nor a way to it."""
    found = page.survey
    text = found.text.strip()
    if (
        text.count(" ") < FEW
        or len(text) > MOST
        or found.labelled
        or any(page.verdict.marks.values())
    ):
        return False
    if any(map(_leads_on, page.links)):
        return False
    low = evidence.plain(text)[1]
    if found.mails() or evidence.address(low) or evidence.phone(low):
        return False
    return not _OFFICIAL.search(f"{found.title}\n{text}") and not names_host(page, page.url)


def names_host(page: Page, url: str) -> bool:
    """Whether a page says the name of a host in words, not only in addresses."""
    said = words(_ADDRESS.sub(" ", f"{page.title}\n{page.survey.text}"))
    whole = "".join(said)
    return any(name in (whole if len(name) >= LEAST else said) for name in _names(url))


def _leads_on(link: Link) -> bool:
    """Whether a link leads to another page, or may."""
    return not link.href.startswith(_NO_PAGE) and not is_root(link.resolved)


def _names(url: str) -> list[str]:
    """The parts of a page's host that may be words of its text: `bergheide` of `www.stadt-bergheide.de`."""
    labels = host_of(url).split(".")[:-1]
    parts = (fold(part) for label in labels for part in label.split("-"))
    return [part for part in parts if part and part not in _COMMON]
