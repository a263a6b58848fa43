"""judge: whether what stands at the end of a way is the kind of page that was looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from linter.pages.clicks import ways
from linter.pages.clicks.built import lost, named
from linter.pages.kinds import evidence
from linter.pages.kinds.hollow import LITTLE, bare, filled, signs
from linter.pages.kinds.likely import may_be
from linter.pages.kinds.otherwise import tells_otherwise
from linter.pages.kinds.stray import stray
from linter.pages.markup.dom import Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.pages.clicks.document import Document, Seen
    from linter.pages.page import Page, Target

Ending = Literal[
    "confirmed", "text", "uncertain", "unread", "unreadable", "home", "soft_404", "not_found",
    "other",
]  # fmt: skip
UNREADABLE = frozenset(
    (
        "page-not-judgeable",
        "page-refers-on",
        "page-uncertain",
        "login-wall",
        "too-large",
        "forwarded-nowhere",
        "platform-not-readable",
    )
)
"""Causes that lie with the page; the others lie with the way there."""
STATES = {
    "login_wall": "login-wall",
    "consent_wall": "page-not-judgeable",
    "empty_shell": "page-not-judgeable",
}
GARBLED = 5
_SHOWS = re.compile(rb"<(?:img|object|embed|canvas|iframe)\b[^>]{0,1000}>", re.IGNORECASE)
_ADORNS = re.compile(rb"logo|icon|wappen|banner|header|pixel|\.svg", re.IGNORECASE)


def judge(
    found: Document,
    url: str,
    kind: Target,
    seen: Mapping[str, Seen],
    *,
    inside: bool = False,
    claims: bool = True,
) -> tuple[Ending, str]:
    """What a document is, and why that could not be told.

    url: as linked, with its fragment; inside: the link stands on the same page; claims: it
    promises this kind of page.
    """
    if url.startswith("javascript:"):
        return "unreadable", "page-not-judgeable"
    if found.gone:
        return "not_found", ""
    if not found.pages:
        return ("unreadable" if found.cause in UNREADABLE else "unread"), found.cause
    matching = telling(found.pages, kind)
    if any(not page.uncertain for page in matching):
        return "confirmed", ""
    page = found.pages[0]
    is_home = ways.is_root(found.url) or _same_as_home(page, found.url, seen)
    if matching and not is_home:
        return "uncertain", ""
    section = _section(found.pages, url, kind, inside)
    if section:
        return section
    if found.cause:
        return ("unreadable" if found.cause in UNREADABLE else "unread"), found.cause
    return _no_such_page(found, kind, claims=claims, is_home=is_home)


def _no_such_page(
    found: Document, kind: Target, *, claims: bool, is_home: bool
) -> tuple[Ending, str]:
    """What a document is that is neither a page of the kind nor has a section of it."""
    page = found.pages[0]
    if page.state in STATES:
        return "unreadable", STATES[page.state]
    if page.state == "soft_404":
        return "soft_404", ""
    if any(signs(one, kind) for one in found.pages):
        return "unreadable", "page-refers-on"
    if claims and kind == "impressum" and _may_be(page):
        return "uncertain", ""
    if claims and not is_home and any(may_be(one, kind) for one in found.pages):
        return "uncertain", ""
    footed = ways.is_root(found.url) if claims else any(map(named, found.pages))
    if not footed and filled(found.pages, kind):
        return "unreadable", "page-not-judgeable"
    if (
        _garbled(page)
        or all(map(stray, found.pages))
        or (not claims and all(map(blank, found.pages)))
    ):
        return "unreadable", "page-not-judgeable"
    if is_home or page.page_type == "home":
        return "home", ""
    if shows(found.pages):
        return "unreadable", "page-not-judgeable"
    return "other", ""


def telling(pages: list[Page], kind: Target) -> list[Page]:
    """The pages of a kind that say something: a heading alone is no Impressum, nor a signpost."""
    return [
        page
        for page in pages
        if kind in page.page_type.split("+")
        and page.state not in STATES
        and not bare(page, kind)
        and not signs(page, kind)
    ]


def called_so(pages: list[Page], kind: Target) -> bool:
    """Whether a page of a kind is called so in its title or first heading, by whatever link."""
    return any(
        mark.strong and mark.level <= 1
        for page in telling(pages, kind)
        for mark in page.verdict.marks.get(kind, ())
    )


def _may_be(page: Page) -> bool:
    """Whether a page names itself an Impressum and says something below, if not all it should."""
    return (
        page.uncertain
        and page.state == "ok"
        and page.page_type == "other"
        and not bare(page, "impressum")
    )


def blank(page: Page) -> bool:
    """Whether a page has neither text nor links, or none of its house's: nobody can say what it would lead to."""
    if page.state == "frameset":
        return False
    return (not page.survey.text.strip() and not page.links) or stray(page)


def _garbled(page: Page) -> bool:
    """Whether a page says to be in another encoding than it is, or is no text: its words are lost."""
    return page.survey.text.count("\ufffd") >= GARBLED or lost(page)


def _same_as_home(page: Page, url: str, seen: Mapping[str, Seen]) -> bool:
    """Whether the address shows what a home page of its site shows."""
    text = page.survey.text.strip()
    for name, home in seen.items():
        if home.page is None or not ways.is_root(name) or ways.site(name) != ways.site(url):
            continue
        if home.page is page or (text and home.page.survey.text.strip() == text):
            return True
    return False


def _section(pages: list[Page], url: str, kind: Target, inside: bool) -> tuple[Ending, str] | None:
    """What a fragment of a page is: its section, or something that a script shows."""
    name = ways.fragment(url)
    if not name:
        return None
    routed = name[:1] in {"/", "!"}
    if not routed and kind == "impressum":
        mark = re.compile(
            rb"""(?:id|name)\s*=\s*["']?""" + re.escape(name.encode()) + rb"\b", re.IGNORECASE
        )
        for page in pages:
            source = page.tree.source
            raw = source.encode() if isinstance(source, str) else source
            _, low = evidence.plain(page.survey.text)
            if mark.search(raw) and evidence.address(low):
                return "uncertain", ""
    if inside and not routed and any(page.verdict.marks.get(kind) for page in pages):
        return "unreadable", "page-uncertain"  # it is there to be read, under a heading of its own
    return ("unreadable", "page-not-judgeable") if routed or inside else None


def shows(pages: list[Page]) -> bool:
    """Whether a page that says little shows a picture or an embedded document."""
    if sum(len(page.survey.text) for page in pages) > LITTLE:
        return False
    for page in pages:
        source = page.tree.source
        if isinstance(source, str):
            continue
        if any(not _ADORNS.search(tag) for tag in _SHOWS.findall(source)):
            return True
        if isinstance(page.tree, Tree) and tells_otherwise(page.tree):
            return True
    return False
