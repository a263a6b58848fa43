"""page-reached: the pages behind the account lead to a page of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject

NOT_LINKED = "page-not-linked"


@parameters
class PageReached:
    """page: the kind that is looked for on the account's own website."""

    page: Literal["accessibility", "netiquette"]


@check("page-reached", PageReached, supplies=("page",))
def page_reached(subject: Subject, params: PageReached) -> Iterator[Outcome]:
    """Miss where the site was read and nothing leads there; a site of others is no subject."""
    seen = subject.seen
    if seen is None:
        yield Unknown("url", "page-not-read")
        return
    cause = seen.unseen.get(params.page)
    if params.page in seen.pages or (cause is None and seen.site is None):
        return
    if cause == NOT_LINKED and seen.site is not None:
        site = seen.captures.get("site") or seen.captures.get("profile")
        evidence = [site.evidence()] if site is not None else None
        yield Miss(subject.first("url") or "url", {"page": seen.site.url}, evidence=evidence)
    elif cause is not None and cause != NOT_LINKED:
        yield Unknown("url", cause)
