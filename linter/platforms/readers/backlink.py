"""backlink: do pages link back to a profile with rel="me"? Asked live, since a tick may be stale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from linter.crawl.asking import Ask
from linter.pages.links import join
from linter.pages.markup.decode import decode
from linter.pages.markup.guard import guard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture, Fault

MOST_PAGES = 3
MOST_LINKS = 200


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of the pages that may link back.

    back: those that do; without: those that were read and do not; unread: the rest; fault: why the
    first of those was not read; seen: the captures of those that were read.
    """

    back: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    fault: Fault = ""
    seen: tuple[Capture, ...] = ()


def proven(pages: Iterable[str], profile: Iterable[str]) -> Asking[Proof]:
    """Read the first few pages and look for a rel="me" link to one of the profile's addresses."""
    wanted = tuple(dict.fromkeys(pages))[:MOST_PAGES]
    if not wanted:
        return Proof()
    captures = yield tuple(Ask(page) for page in wanted)
    goals = {_same(address) for address in profile if address}
    back: list[str] = []
    without: list[str] = []
    unread: list[str] = []
    for page, capture in zip(wanted, captures, strict=True):
        if not capture.ok:  # a page that is not there links nowhere, any other may
            (without if capture.fault == "not_found" else unread).append(page)
        elif goals.isdisjoint(map(_same, me_links(capture))):
            without.append(page)
        else:
            back.append(page)
    read = tuple(capture for capture in captures if capture.ok)
    fault: Fault = next((c.fault for c in captures if c.fault not in {"", "not_found"}), "")
    return Proof(tuple(back), tuple(without), tuple(unread), fault, read)


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
    """Addresses that mean one profile, alike: capitals, a last slash and the scheme aside."""
    return address.strip().rstrip("/").casefold().removeprefix("https://").removeprefix("http://")
