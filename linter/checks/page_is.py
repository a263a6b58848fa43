"""page-is: the page that a link leads to is what the link promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import NOT_JUDGEABLE, PAGE_NOT_READ, UNCERTAIN
from linter.checks.page_seen import place
from linter.checks.parameters import parameters
from linter.checks.seen import declared_spot
from linter.subject import NOT_LINKED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject

BROKEN = {"soft_404": "error-page", "link_hub": "link-hub"}
"""States that show what the page is instead, and the message's variant."""
OTHERS = {"home": "home", "impressum": "other-notice", "privacy": "other-notice"}
"""Kinds that are told apart in the message."""
ENDINGS = {"not_found": "gone", "soft_404": "error-page", "home": "home"}
"""What a link of the profile leads to instead, seen beyond doubt, and the message's variant."""


@parameters
class PageIs:
    """page: the kind that is expected behind the field of that name."""

    page: Literal["impressum", "privacy"]


@check(
    "page-is",
    PageIs,
    supplies=("page", "title"),
    variants=("error-page", "gone", "link-hub", "home", "other-notice", "unreachable"),
)
def page_is(subject: Subject, params: PageIs) -> Iterator[Outcome]:
    """Miss another page; a page that cannot be judged, or is a close call, is unknown.

    Where nothing promises such a page, there is nothing that could be another: a rule of its own.
    unreachable: what an unknown becomes in a history after several nights in a row.
    """
    beside = _beside(subject, params.page)
    if beside is not None:
        yield beside
        return
    ways = subject.seen.paths.get(params.page) if subject.seen else None
    best = ways.shortest if ways is not None else None
    if best is not None and best.ending == "text":
        return  # the profile itself says it
    page, at = subject.page(params.page), place(subject, params.page)
    if page is None:
        yield from _no_page(subject, params.page)
        return
    values = {"page": page.url, "title": page.title or page.url}
    if page.state in BROKEN:
        yield Miss(at, values, variant=BROKEN[page.state])
    elif page.state != "ok":
        yield Unknown(at, NOT_JUDGEABLE)
    elif params.page in page.page_type.split("+"):
        return
    elif page.uncertain:
        yield Unknown(at, UNCERTAIN)
    else:
        yield Miss(at, values, variant=OTHERS.get(page.page_type))


def _no_page(subject: Subject, kind: str) -> Iterator[Outcome]:
    """Miss a page that the server says is not there; unknown where it could not be read."""
    at = place(subject, kind)
    capture = subject.seen.captures.get(kind) if subject.seen else None
    cause = subject.page_unseen(kind) or PAGE_NOT_READ
    if capture is not None and capture.fault == "not_found":
        values = {"page": capture.final_url, "title": str(capture.status)}
        yield Miss(at, values, variant="gone", evidence=[capture.evidence()])
    elif cause != NOT_LINKED or subject.at(kind):
        yield Unknown(at, cause)


def _beside(subject: Subject, kind: str) -> Miss | None:
    """A declared address, or a link of the profile, that leads nowhere although another way does."""
    seen = subject.seen
    ways = seen.paths.get(kind) if seen is not None else None
    if seen is None or ways is None or ways.shortest is None or ways.shortest.broken:
        return None
    declared = declared_spot(subject, kind)
    for fault in seen.faults:
        if declared is not None and fault.fault == "not_found" and fault.url == declared.text:
            values = {"page": fault.final_url, "title": str(fault.status)}
            return Miss(declared, values, variant="gone", evidence=[fault.evidence()])
    if subject.account is None or subject.account.platform == "website":
        return None  # a site has many links, those to its partners among them
    links = {spot.text: spot for spot in subject.at("links[].url")}
    for path in ways.broken:
        link = links.get(path.steps[0].target) if len(path.steps) == 1 else None
        if link is not None and path.ending in ENDINGS:
            asked = next((f for f in seen.faults if f.url == path.steps[0].target), None)
            values = {"page": path.end, "title": str(asked.status) if asked else path.end}
            entry = asked.evidence() if asked is not None else {"url": path.end}
            found = [{**entry, "click_path": path.click_path()}]
            return Miss(link, values, variant=ENDINGS[path.ending], evidence=found)
    return None
