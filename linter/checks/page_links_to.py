"""page-links-to: one page behind the account links another of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.page_seen import place, seen
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class PageLinksTo:
    """page: the page that is read; to: what it is to link to, or to hold itself."""

    page: Literal["impressum", "privacy"]
    to: Literal["impressum", "privacy"]


@check("page-links-to", PageLinksTo, supplies=("page",))
def page_links_to(subject: Subject, params: PageLinksTo) -> Iterator[Outcome]:
    """Miss where no link's label names the other page and the page does not hold it itself."""
    page = seen(subject, params.page)
    if isinstance(page, Unknown):
        yield page
    elif params.to not in page.page_type.split("+") and not any(
        params.to in link.targets and not link.hidden for link in page.labelled
    ):
        yield Miss(place(subject, params.page), {"page": page.url})
