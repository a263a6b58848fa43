"""sight: what a capture shows: a page that can be read, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.crawl.capture import cause_of
from linter.pages import read_page
from linter.pages.clicks import ways
from linter.pages.clicks.document import CUT, Seen
from linter.platforms import HOSTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from linter.crawl.capture import Capture
    from linter.pages.page import Page

WALLED = "platform-not-readable"
WALLED_PLATFORMS = frozenset(("facebook", "instagram", "linkedin", "threads", "tiktok", "x"))
"""Platforms of whose web pages nothing is asked (docs/platforms.md)."""
READABLE = frozenset(
    "text/html application/xhtml+xml text/plain text/markdown text/x-markdown application/xml "
    "text/xml".split()
)
UNTOLD = frozenset(("", "application/octet-stream", "binary/octet-stream"))
"""Types that do not tell whether it is a page: its beginning does."""
MAGIC = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"RIFF", b"\x1f\x8b")
"""How files begin that are no pages, whatever the server calls them."""
PARTIAL = 206
"""The status of an answer that is only a part of the page, which nobody asked for."""
BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def read_capture(capture: Capture) -> Page:
    """Read the page of a capture."""
    url = capture.final_url or capture.url
    page = read_page(capture.body, url=url, content_type=capture.content_type)
    page.refresh = capture.headers.get("refresh", "")
    return page


def sight(capture: Capture, read: Callable[[Capture], Page]) -> Seen:
    """What is known of an address, now that it was asked."""
    url = capture.final_url or capture.url
    via = tuple(hop.url for hop in capture.hops if hop.location)
    if capture.fault == "not_found":
        return Seen(url, gone=True, via=via)
    if capture.fault:
        return Seen(url, cause=cause_of(capture.fault), via=via)
    if is_walled(url):
        return Seen(url, cause=WALLED, via=via)
    if not is_page(capture):
        return Seen(url, cause="page-not-judgeable", via=via)
    in_part = capture.truncated or capture.status == PARTIAL
    return Seen(url, read(capture), CUT if in_part else "", via=via)


def is_walled(url: str) -> bool:
    """Whether an address is on a platform whose terms forbid programs to read its pages."""
    return HOSTS.get(ways.site(url)) in WALLED_PLATFORMS


def is_page(capture: Capture) -> bool:
    """Whether an answer is a page of text, not a PDF, a picture or data."""
    kind = capture.content_type.partition(";")[0].strip().lower()
    head = capture.body[:512]
    if head.lstrip().startswith(MAGIC):
        return False
    if kind in UNTOLD:
        return head.startswith(BOMS) or b"\0" not in head
    return kind in READABLE


def remember(
    seen: dict[str, Seen], captures: Iterable[Capture], read: Callable[[Capture], Page]
) -> None:
    """Note what captures show, by the address asked, and by those it led to."""
    told = [(capture, sight(capture, read)) for capture in captures]
    for capture, shown in told:
        seen[ways.key(capture.url)] = shown
    for capture, shown in told:
        if capture.ok:
            seen.setdefault(ways.key(shown.url), Seen(shown.url, shown.page, shown.cause))
