"""xing: pages of organisations on XING, as every visitor sees them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from linter.pages.links import host_of
from linter.platforms.address import lies_under, split
from linter.platforms.profile import Profile, ProfileLink, Unread, Wanted
from linter.platforms.readers import shape
from linter.platforms.readers.bio import field_links, said, whole, with_bio
from linter.platforms.readers.head import headed, not_shown, visited
from linter.platforms.readers.interface import askable, part, same
from linter.platforms.readers.saved_page import SavedPage, records
from linter.platforms.readers.words import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.crawl.asking import Asking

PAGES = "https://www.xing.com/pages/"
PEOPLE = "https://www.xing.com/profile/"
STATES = (b"__APOLLO_STATE__", b"APOLLO_STATE", b"crate")
OWN_HOSTS = ("xing.com", "kununu.com", "onlyfy.com", "new-work.se")
MOST_LINKS = 30
_ENDS = re.compile(
    r"(?: als Arbeitgeber| as an employer)?(?:: [^|]{1,100})? ?\| ?XING(?: .{0,40})?$|\AXING$"
)


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Ask for the page, which is open to visitors."""
    if not askable(wanted):
        return Unread("profile-not-read")
    address = split(wanted.url) if wanted.url else None
    person = address is not None and address.parts[:1] == ["profile"]
    url = (PEOPLE if person else PAGES) + part(wanted.handle)
    return (yield from visited(url, lambda html: _shown(html, wanted)))


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page."""
    html = SavedPage(page)
    return _shown(html, wanted) or not_shown(html)


def _shown(html: SavedPage, wanted: Wanted) -> Profile | None:
    profile = headed(html, wanted, PAGES + "{}", _ENDS)
    if profile is None:
        return None
    bio: str | None = None
    fields: list[ProfileLink] = []
    for company in _companies(html, wanted, profile.name or ""):
        website = shape.text(company, "websiteUrl") or shape.text(company, "website")
        fields = fields or field_links(website)
        bio = bio or said(whole(shape.raw(company, "description")))
    known = {link.url for link in fields}
    fields += [link for link in _drawn(html) if link.url not in known]
    return replace(profile, bio=bio, links=with_bio(fields, bio) or None)


def _companies(html: SavedPage, wanted: Wanted, name: str) -> Iterator[dict[str, Any]]:
    """The records of this page in the data it was made of; those of other pages stand there too."""
    states = [data for word in STATES if (data := html.assigned(word)) is not None][:1]
    for data in (*html.json_scripts(b"companyName"), *states):
        for record in records(data):
            slug = shape.text(record, "slug") or shape.text(record, "vanityUrl")
            named = shape.text(record, "companyName")
            if same(wanted, slug) if slug and wanted.handle else named and named == name:
                yield record


def _drawn(html: SavedPage) -> list[ProfileLink]:
    """The links in the main part of the page that leave the platform."""
    found: dict[str, str] = {}
    for node in html.tree.parser.css("main a[href]"):
        url = shape.address(node.attributes.get("href") or "")
        host = host_of(url) if url else ""
        own = lies_under(host, OWN_HOSTS)
        if url and host and not own and len(found) < MOST_LINKS:
            found.setdefault(url, tidy(node.text(), most=300))
    return [ProfileLink("" if label == url else label, url) for url, label in found.items()]
