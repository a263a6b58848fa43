"""page-is: the page that a link leads to is what the link promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.page_seen import NOT_JUDGEABLE, place
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject

BROKEN = {"soft_404": "error-page", "link_hub": "link-hub"}
"""States that show what the page is instead, and the message's variant."""
OTHERS = {"home": "home", "impressum": "other-notice", "privacy": "other-notice"}
"""Kinds that are told apart in the message."""


@parameters
class PageIs:
    """The kind of page that is expected behind the field of that name."""

    page: Literal["impressum", "privacy"]


@check(
    "page-is",
    PageIs,
    supplies=("page", "title"),
    variants=("error-page", "gone", "link-hub", "home", "other-notice"),
)
def page_is(subject: Subject, params: PageIs) -> Iterator[Outcome]:
    """Miss another page; a page that cannot be judged, or is a close call, is unknown."""
    page, at = subject.page(params.page), place(subject, params.page)
    if page is None:
        capture = subject.seen.captures.get(params.page) if subject.seen else None
        if capture is not None and capture.fault == "not_found":
            values = {"page": capture.final_url, "title": str(capture.status)}
            yield Miss(at, values, variant="gone")
        else:
            yield Unknown(at, subject.page_unseen(params.page) or "page-not-read")
        return
    values = {"page": page.url, "title": page.title}
    if page.state in BROKEN:
        yield Miss(at, values, variant=BROKEN[page.state])
    elif page.state != "ok":
        yield Unknown(at, NOT_JUDGEABLE)
    elif params.page in page.page_type.split("+"):
        return
    elif page.uncertain:
        yield Unknown(at, NOT_JUDGEABLE)
    else:
        yield Miss(at, values, variant=OTHERS.get(page.page_type))
