"""website: an authority's own page is the profile: what its head says, and the accounts it names."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from linter import platforms
from linter.crawl.asking import Ask
from linter.crawl.capture import Capture
from linter.crawl.sight import read_capture
from linter.pages.clicks import ways
from linter.pages.links import host_of
from linter.pages.read import read_page
from linter.platforms.address import split
from linter.platforms.profile import Profile, Unread, Verification
from linter.platforms.readers import shape
from linter.platforms.readers.backlink import me_links_of
from linter.platforms.readers.home import ascii_host, under
from linter.platforms.readers.saved_page import SavedPage, records
from linter.platforms.readers.unread import unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.crawl.asking import Asking
    from linter.pages.page import Page
    from linter.platforms.profile import Source, Wanted

MOST_ACCOUNTS = 200
NAMES = ("og:site_name", "application-name")
DESCRIPTIONS = ("description", "og:description")
HEAD_ENDS = re.compile(rb"</head\s{0,9}>\s{0,99}<body[\s>]")


def read(wanted: Wanted) -> Asking[Profile | Unread]:
    """Read the page itself, with one request."""
    host = ascii_host(wanted.handle)
    if not wanted.url and not host:
        return Unread("profile-not-read")
    (capture,) = yield (Ask(wanted.url or f"https://{host}/"),)
    if not capture.ok:
        return unread(capture)
    page = (wanted.read or read_capture)(capture)
    shown = _headed(page) or SavedPage(capture.body, capture.content_type)
    return _shown(shown, capture, page, wanted, "page")


def _shown(
    shown: SavedPage, capture: Capture, page: Page, wanted: Wanted, source: Source
) -> Profile | Unread:
    """What a page shows; a wall or an error page shows nothing of the site."""
    if page.state == "login_wall":
        return Unread("login-wall", "", (capture,))
    if page.state == "soft_404" or (page.state == "consent_wall" and not page.labelled):
        return Unread("page-not-judgeable", "", (capture,))
    return replace(_profile(shown, capture.final_url, wanted, source), seen=(capture,))


def _headed(page: Page) -> SavedPage | None:
    """The head of a page that was read, which is parsed in no time; None where more is needed.

    A page with a `meta` in its body, or without a title or a plain end in its head, is parsed as a
    whole.
    """
    source = page.tree.source
    if not isinstance(source, bytes) or not source.startswith(b"<"):
        return None
    low = source.lower()
    end = low.find(b"</head")
    whole = end < 0 or low.find(b"</title", 0, end) < 0 or low.find(b"<meta", end) >= 0
    if whole or not HEAD_ENDS.match(low, end):
        return None
    return SavedPage(source[:end], "text/html; charset=utf-8")


def _profile(shown: SavedPage, url: str, wanted: Wanted, source: Source) -> Profile:
    """What the head says; the links are the page's own and are read with it."""
    host = host_of(url) or wanted.handle
    name = next(
        (said for key in NAMES if (said := shown.meta(key))), shown.title or shown.meta("og:title")
    )
    bio = next((said for key in DESCRIPTIONS if (said := shown.meta(key))), None)
    verification = Verification(source=source, note="whose domain it is, is not on record")
    if under(host, wanted.domains):
        verification = Verification("verified", "domain", source)
    return Profile("website", host, url, name=name or None, bio=bio, verification=verification)


def saved(page: bytes, wanted: Wanted) -> Profile | Unread:
    """Read a saved page; what is behind it is read as if it had come from its address."""
    shown = SavedPage(page)
    host = ascii_host(wanted.handle)
    address = wanted.url or (f"https://{host}/" if host else "")
    if not shown.tree.parser.css_first("body *, title") or elsewhere(shown, wanted):
        return Unread("profile-not-read")
    own = (url for url in shown.saved_from if ways.is_web(url))
    capture = Capture(
        address,
        next(own, address),
        None,
        headers={"content-type": shown.content_type or "text/html"},
        body=shown.body,
        sha256=sha256(page).hexdigest(),
    )
    return _shown(shown, capture, read_capture(capture), wanted, "export")


def elsewhere(shown: SavedPage, wanted: Wanted) -> str:
    """The host of another site that a page was saved from, or its address where it is no first page.

    "" where it is the one asked for, or nobody knows.
    """
    own = (wanted.handle, host_of(wanted.url), *wanted.domains)
    sites = {ways.site(f"https://{host}/") for host in filter(None, own)}
    origins = [url for url in shown.saved_from if ways.is_web(url)]
    strange = [url for url in origins if ways.site(url) not in sites]
    if strange and len(strange) == len(origins):
        return host_of(strange[0])
    asked = wanted.url or f"https://{wanted.handle}/"
    named = [url for url in shown.addresses if ways.is_web(url) and ways.site(url) in sites]
    if not named or not ways.is_root(asked) or any(map(ways.is_root, named)):
        return ""
    page = read_page(shown.body, url=named[0], content_type=shown.content_type)
    return "" if page.page_type in {"home", "other"} else named[0]


def accounts_linked(page: Page) -> tuple[tuple[str, str, str], ...]:
    """The accounts on other platforms that a page names, as (platform, handle, address).

    From its links, its rel="me" links and the `sameAs` of what it says of its organisation; each
    account once. On a host of any name, only what is marked or has the form `/@name` is taken for
    an account; buttons to share the page are none.
    """
    found: dict[tuple[str, str], tuple[str, str, str]] = {}
    for url, marked in _goals(page):
        read = platforms.read(url)
        if read is None or read[0] == "website":
            continue
        name, handle = read
        if name == "mastodon" and not marked and not _at_name(url, page.url):
            continue
        platform = platforms.get(name)
        key = (name, platform.canon(handle) if platform else handle)
        if len(found) < MOST_ACCOUNTS:
            found.setdefault(key, (name, handle, url))
    return tuple(found.values())


def _at_name(url: str, page: str) -> bool:
    """Whether an address has the form of a fediverse profile on another host than the page's."""
    address = split(url)
    return (
        address is not None
        and len(address.parts) == 1
        and address.parts[0].startswith("@")
        and address.host != host_of(page)
    )


def _goals(page: Page) -> Iterator[tuple[str, bool]]:
    """Where the page points, and whether it says that this is itself."""
    source = page.tree.source
    if isinstance(source, bytes):
        for url in me_links_of(source, page.url):
            yield url, True
    for kind, text in page.scripts:
        if kind == "application/ld+json":
            for record in records(shape.parsed(text)):
                if shape.at(record, "@type") == "Person":
                    continue
                same = shape.at(record, "sameAs")
                for one in same if type(same) is list else [same]:
                    if address := shape.address(one):
                        yield address, True
    for link in page.links:
        yield link.resolved, False
