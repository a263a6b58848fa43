"""backlink: do pages link back to a profile with rel="me"? Asked live, since a tick may be stale."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from linter import platforms
from linter.crawl.asking import Ask
from linter.crawl.capture import cause_of
from linter.pages.links import join
from linter.pages.markup.decode import decode
from linter.pages.markup.guard import guard
from linter.platforms.readers.home import ascii_host

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.pages.page import Page

MOST_PAGES = 3
MOST_LINKS = 200
MOST_LEADS = 1
"""Links that are followed to see whether they are redirected to the profile; sites have one."""
VEILED = {
    "login_wall": "login-wall",
    "consent_wall": "page-not-judgeable",
    "empty_shell": "page-not-judgeable",
    "frameset": "page-not-judgeable",
}
"""Pages that do not show what they link to, by their state, and why they could not be judged."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of the pages that may link back.

    back: those that do; without: those that were read and do not; unread: the rest, each with why
    it could not be judged, a key of `linter.text.CAUSES`; seen: the captures of those that were
    read.
    """

    back: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    unread: Mapping[str, str] = field(default_factory=dict)
    seen: tuple[Capture, ...] = ()


def proven(
    pages: Iterable[str],
    profile: Iterable[str],
    read: Callable[[Capture], Page],
    leads: int = MOST_LEADS,
) -> Asking[Proof]:
    """Read the first few pages and look for a rel="me" link to one of the profile's addresses.

    The link may be redirected there, as instances allow it: so many leads may be followed.
    """
    wanted = tuple(dict.fromkeys(pages))[:MOST_PAGES]
    if not wanted:
        return Proof()
    captures = yield tuple(Ask(page) for page in wanted)
    goals = {_same(address) for address in profile if address}
    back: set[str] = set()
    unread: dict[str, str] = {}
    leading: dict[str, str] = {}
    came = dict(zip(wanted, captures, strict=True))
    for page, capture in came.items():
        if not capture.ok:
            if capture.fault != "not_found":  # a page that is not there links nowhere
                unread[page] = cause_of(capture.fault)
            continue
        links = me_links(capture)
        if not goals.isdisjoint(map(_same, links)):
            back.add(page)
        elif lead := next(filter(_may_lead, links), ""):
            leading[page] = lead
        elif cause := _veiled(capture, read):
            unread[page] = cause
    followed = tuple(dict.fromkeys(leading.values()))[:leads] if not back else ()
    ends = (yield tuple(Ask(lead) for lead in followed)) if followed else ()
    reached = dict(zip(followed, ends, strict=True))
    for page, lead in leading.items():
        end = reached.get(lead)
        if end is not None and not goals.isdisjoint(map(_same, _passed(end))):
            back.add(page)
        elif cause := _unfollowed(end) or _veiled(came[page], read):
            unread[page] = cause
    known = {*back, *unread}
    return Proof(
        tuple(page for page in wanted if page in back),
        tuple(page for page in wanted if page not in known),
        {page: unread[page] for page in wanted if page in unread},
        tuple(capture for capture in captures if capture.ok),
    )


def _unfollowed(end: Capture | None) -> str:
    """Why nobody knows where a lead ends: it was not followed, or what it leads to did not come."""
    if end is None:
        return "page-not-read"
    return "" if end.fault in {"", "not_found"} else cause_of(end.fault)


def _may_lead(link: str) -> bool:
    """Whether a link may be redirected to the profile: it is none to an account elsewhere."""
    known = platforms.read(link)
    return link[:8].lower().startswith(("http://", "https://")) and (
        known is None or known[0] in {"mastodon", "website"}
    )


def _passed(capture: Capture) -> tuple[str, ...]:
    """Every address on the way; that the last one lets nobody in does not matter."""
    return (capture.final_url, *(hop.location for hop in capture.hops if hop.location))


def _veiled(capture: Capture, read: Callable[[Capture], Page]) -> str:
    """Why a page without the link may have it all the same; "" where it has none."""
    if capture.truncated:
        return "too-large"
    return VEILED.get(read(capture).state, "")


def me_links(capture: Capture) -> tuple[str, ...]:
    """The targets of every `a` and `link` with rel="me", resolved."""
    source, _, _ = decode(capture.body, capture.content_type)
    return me_links_of(source, capture.final_url)


def me_links_of(source: bytes, url: str) -> tuple[str, ...]:
    """The same, of a page in UTF-8."""
    tree = LexborHTMLParser(guard(source)[0])
    base = tree.css_first("base[href]")
    if base is not None:
        url = join(url, (base.attributes.get("href") or "").strip())
    found = []
    for node in tree.css('a[rel~="me" i],link[rel~="me" i],area[rel~="me" i]')[:MOST_LINKS]:
        href = (node.attributes.get("href") or "").strip()
        if href:
            found.append(join(url, href))
    return tuple(found)


def _same(address: str) -> str:
    """Addresses that mean one profile, alike.

    Capitals, a last slash, a fragment, the scheme, and how a host with umlauts is written make no
    difference.
    """
    bare = address.strip().partition("#")[0].rstrip("/").casefold()
    rest = bare.removeprefix("https://").removeprefix("http://")
    host, slash, path = rest.partition("/")
    return f"{ascii_host(host) or host}{slash}{path}"
