"""page-links-to: one page behind the account links another of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Outcome, Unknown, check
from linter.checks.page_seen import missed, seen
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.page import Page
    from linter.subject import Subject


@parameters
class PageLinksTo:
    """page: the page that is read; to: what it is to link to, or to hold itself."""

    page: Literal["impressum", "privacy"]
    to: Literal["impressum", "privacy"]


@check("page-links-to", PageLinksTo, supplies=("page",))
def page_links_to(subject: Subject, params: PageLinksTo) -> Iterator[Outcome]:
    """Miss where no link names the other page and the page does not hold it itself."""
    page = seen(subject, params.page)
    if isinstance(page, Unknown):
        yield page
    elif params.to not in page.page_type.split("+") and not (
        _links(subject, page, params.to) or _framed(subject, params.page, params.to)
    ):
        yield missed(subject, params.page, {"page": page.url})


def _framed(subject: Subject, shown: str, kind: str) -> bool:
    """Whether the page is shown in a frame, and another frame beside it links the page of a kind."""
    seen = subject.seen
    if seen is None or seen.site is None or seen.site.state != "frameset":
        return False
    ways = [seen.paths.get(name) for name in (shown, kind)]
    best = [way.shortest if way is not None else None for way in ways]
    menu = seen.site.url
    return all(path and path.steps and path.steps[-1].page == menu for path in best)


def _links(subject: Subject, page: Page, kind: str) -> bool:
    """Whether a visible link is labelled so, however well, or leads where that page was found."""
    if any(
        named == kind and strength != "rejected" and not link.hidden
        for link in page.labelled
        for named, strength in link.classes
    ):
        return True
    other = subject.page(kind)
    found = {other.url} if other is not None else set()
    found |= {spot.text for spot in subject.at(kind) if spot.text}
    return any(link.resolved.partition("#")[0] in found and not link.hidden for link in page.links)
