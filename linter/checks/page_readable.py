"""page-readable: a page can be read as it is, without script, login or looking at a picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import PAGE_NOT_READ
from linter.checks.page_seen import own_text, place, source_of
from linter.checks.parameters import parameters
from linter.checks.seen import captured
from linter.subject import NOT_LINKED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.crawl.capture import Capture
    from linter.pages.clicks.paths import Paths
    from linter.pages.page import Page
    from linter.subject import Subject

STATES = {"empty_shell": None, "login_wall": "login"}
"""States of a page that cannot be read, and the message's variant."""
LITTLE = 120
"""Code points beside which a picture says the rest."""
PICTURE = re.compile(rb"<img\b[^>]{0,1000}>", re.IGNORECASE)
ADORNS = re.compile(rb"logo|icon|wappen|banner|header|pixel|\.svg", re.IGNORECASE)
OTHERWISE = re.compile(rb"<(?:object|embed|canvas|iframe|frame|script)\b", re.IGNORECASE)
"""What may show text that the page's source does not have."""
SCRIPT = re.compile(rb"<script\b", re.IGNORECASE)


@parameters
class PageReadable:
    """page: the kind of page."""

    page: Literal["impressum", "privacy"]


@check("page-readable", PageReadable, supplies=("page",), variants=("image", "link", "login"))
def page_readable(subject: Subject, params: PageReadable) -> Iterator[Outcome]:
    """Miss a page that shows its text only to a script (no variant), as an image, or to members.

    link: only a script follows the link. A server that refuses a program says nothing of what it
    shows to readers: unknown.
    """
    seen, at = subject.seen, place(subject, params.page)
    if seen is None:
        yield Unknown(at, PAGE_NOT_READ)
        return
    page = seen.pages.get(params.page)
    capture = None if page is not None else seen.captures.get(params.page)
    page = page or _shell(capture)
    script = _scripted(seen.paths.get(params.page))
    cause = subject.page_unseen(params.page)
    if capture is not None and capture.fault == "login_wall":
        yield Miss(at, {"page": capture.url}, variant="login")
    elif capture is not None and capture.ok and capture.content_type.startswith("image/"):
        yield Miss(at, {"page": capture.final_url}, variant="image")
    elif page is not None and page.state in STATES and _kept_back(page):
        yield Miss(at, {"page": page.url}, variant=STATES[page.state])
    elif page is not None and _pictured(page, params.page):
        yield Miss(at, {"page": page.url}, variant="image")
    elif script:
        found = captured(subject, "site" if "site" in seen.captures else "profile")
        yield Miss(at, {"page": script}, variant="link", evidence=found)
    elif cause and (cause != NOT_LINKED or subject.at(params.page)):
        yield Unknown(at, cause)


def _kept_back(page: Page) -> bool:
    """Whether the page itself asks for a password or a script.

    One that checks for robots, is under maintenance or was sent empty says nothing of what it
    shows to readers.
    """
    from linter.pages.kinds.walls import PASSWORD  # noqa: PLC0415 - few pages are like this

    sign = PASSWORD if page.state == "login_wall" else SCRIPT
    return sign.search(source_of(page)) is not None


def _shell(capture: Capture | None) -> Page | None:
    """A page that was found and could not be judged."""
    if capture is None or not capture.ok or "html" not in (capture.content_type or "html"):
        return None
    from linter.pages import read_page  # noqa: PLC0415 - few pages are like this

    return read_page(capture.body, url=capture.final_url, content_type=capture.content_type)


def _pictured(page: Page, kind: str) -> bool:
    """Whether a page bears the name of its kind and, for the rest, shows a picture."""
    raw = source_of(page)
    if page.state != "ok" or OTHERWISE.search(raw):
        return False
    shows = any(not ADORNS.search(found[0]) for found in PICTURE.finditer(raw))
    if not shows or len(own_text(page, kind)) >= LITTLE:
        return False
    name = "impressum" if kind == "impressum" else "datenschutz"
    heads = [page.title, *(line.text for line in page.visible if line.heading)]
    return any(name in head.casefold() for head in heads)


def _scripted(paths: Paths | None) -> str:
    """The page whose only link to it needs a script; "" where there is another way, or none."""
    best = paths.shortest if paths is not None else None
    last = best.steps[-1] if best is not None and best.steps else None
    return last.page if last is not None and "needs_script" in last.remarks else ""
