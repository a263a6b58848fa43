"""fediverse_page: what the HTML page of a fediverse profile shows: its h-card, its fields, its head."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from linter.pages.links import host_of, join
from linter.platforms.profile import Profile
from linter.platforms.readers.activitypub import (
    bio_links,
    field_links,
    field_texts,
    impressum_in,
    once,
)
from linter.platforms.readers.saved_page import SavedPage
from linter.platforms.readers.words import plain, tidy

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from linter.crawl.capture import Capture

_TITLED = re.compile(r"(.{0,300}?)\s*\(@?([^\s()@]{1,100}@[^\s()@]{1,253})\)")
_COUNTED = re.compile(r"\d[^·\n]{1,60},\s\d[^·\n]{1,60},\s\d[^·\n]{1,60}\s·\s?")
"""Before the bio, Mastodon puts how many posts, followed and followers there are."""
_DRAWN = ".account__header__fields dl, dl.account__header__fields > *"


def shown(
    page: bytes, platform: str, handle: str, url: str, content_type: str = ""
) -> Profile | None:
    """A profile from its page; None where the page shows none.

    A page that only shows a head has more links than those which its text names.
    """
    html = SavedPage(page, content_type)
    said = _TITLED.match(html.meta("og:title") or "") or _TITLED.match(html.title)
    root = html.tree.parser.css_first(".h-card .p-note, .h-card .p-name, .account__header__bio")
    if said is None and root is None:
        return None
    told = said[2] if said else ""
    written = told if told and _same_host(told, handle) else handle
    address = next((found for found in html.addresses if host_of(found)), url)
    name = said[1] if said else None
    if root is not None:
        drawn = _drawn(html, name, url)
        return replace(drawn, platform=platform, handle=written, url=address)
    bio = _described(html)
    links = bio_links(bio or "", ())
    return Profile(platform, written, address, name=name, bio=bio, links=links, more_links=True)


def shown_in(capture: Capture, platform: str, handle: str) -> Profile | None:
    """A profile from the page that came back."""
    if not capture.ok:
        return None
    page = shown(capture.body, platform, handle, capture.final_url, capture.content_type)
    return replace(page, seen=(capture,)) if page else None


def _described(html: SavedPage) -> str | None:
    """The bio in the page's head; None where it cannot be told from the counts before it, or is cut."""
    told = html.meta("og:description", lines=True)
    if told is None or told.endswith(("…", "...")):
        return None
    if counted := _COUNTED.match(told):
        return told[counted.end() :]
    return None if told[:1].isdigit() else told


def _drawn(html: SavedPage, name: str | None, url: str) -> Profile:
    """Name, bio, links and fields of a profile that is drawn in the page itself."""
    parser = html.tree.parser
    named = parser.css_first(".h-card .p-name, .account__header__tabs__name h1")
    noted = parser.css_first(".h-card .p-note, .account__header__content")
    bio, links = plain(noted.html or "") if noted is not None else (None, ())
    if noted is None:
        bio = _described(html)
    if named is not None and not name:
        name = tidy(named.text())
    drawn = [
        (_text(one, "dt"), inner, _ticked(one))
        for one in parser.css(_DRAWN)
        if (inner := _html(one, "dd"))
    ]
    drawn += [
        (_before(one), one.html or "", one.css_first('[title^="verified link"]') is not None)
        for one in parser.css('.h-card [class*="property-value"]')
    ]
    texts = field_texts(drawn)
    resolved = tuple((label, join(url, href)) for label, href in links)
    return Profile(
        platform="",
        handle="",
        url=url,
        name=name,
        bio=bio,
        links=once((*field_links(drawn), *bio_links(bio or "", resolved))),
        fields=texts,
        impressum=impressum_in(texts),
    )


def _ticked(field: LexborNode) -> bool:
    """Whether a field is drawn as proven; its words do not count."""
    return any(
        "verified" in (node.attributes.get("class") or "").split()
        for node in (field, field.css_first("dd"))
        if node is not None
    )


def _same_host(one: str, other: str) -> bool:
    """Whether two accounts live on one host; a page may call itself what it likes otherwise."""
    host = other.rpartition("@")[2].casefold()
    return not host or one.rpartition("@")[2].casefold() == host


def _text(node: LexborNode, selector: str) -> str:
    found = node.css_first(selector)
    return tidy(found.text()) if found is not None else ""


def _html(node: LexborNode, selector: str) -> str:
    found = node.css_first(selector)
    return found.html or "" if found is not None else ""


def _before(node: LexborNode) -> str:
    """The name of the property whose value this is."""
    here = node.prev
    for _ in range(6):
        if here is None:
            return ""
        if "property-name" in (here.attributes.get("class") or "" if here.tag != "-text" else ""):
            return tidy(here.text())
        here = here.prev
    return ""
