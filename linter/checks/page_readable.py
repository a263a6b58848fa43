"""page-readable: a page can be read as it is, without script, login or looking at a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.page_seen import place
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.crawl.capture import Capture
    from linter.pages.page import Page
    from linter.subject import Subject

STATES = {"empty_shell": "script", "login_wall": "login"}


@parameters
class PageReadable:
    """page: the kind of page."""

    page: Literal["impressum", "privacy"]


def _shell(capture: Capture | None) -> Page | None:
    """A page that was found and could not be judged: what it is instead of being readable."""
    if capture is None or not capture.ok or "html" not in (capture.content_type or "html"):
        return None
    from linter.pages import read_page  # noqa: PLC0415 - few pages are like this

    page = read_page(capture.body, url=capture.final_url, content_type=capture.content_type)
    return page if page.state in STATES else None


@check("page-readable", PageReadable, supplies=("page",), variants=("image", "login"))
def page_readable(subject: Subject, params: PageReadable) -> Iterator[Outcome]:
    """Miss a page that shows its text only to a script (no variant), as an image, or to members."""
    seen, at = subject.seen, place(subject, params.page)
    if seen is None:
        yield Unknown(at, "page-not-read")
        return
    capture = seen.captures.get(params.page)
    page = seen.pages.get(params.page) or _shell(capture)
    url = capture.final_url if capture is not None else page.url if page is not None else ""
    if capture is not None and capture.fault == "login_wall":
        yield Miss(at, {"page": url}, variant="login")
    elif capture is not None and capture.ok and capture.content_type.startswith("image/"):
        yield Miss(at, {"page": url}, variant="image")
    elif page is not None and page.state in STATES:
        yield Miss(at, {"page": url}, variant="login" if page.state == "login_wall" else None)
    elif page is None:
        yield Unknown(at, subject.page_unseen(params.page) or "page-not-read")
