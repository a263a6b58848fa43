"""page-reached: the pages behind the account lead to a page of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import PAGE_NOT_READ
from linter.checks.parameters import parameters
from linter.checks.seen import unread_cause
from linter.subject import NOT_LINKED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class PageReached:
    """page: the kind that is looked for on the account's own website."""

    page: Literal["accessibility", "netiquette"]


@check("page-reached", PageReached, supplies=("page",), variants=("elsewhere", "gone"))
def page_reached(subject: Subject, params: PageReached) -> Iterator[Outcome]:
    """Miss where the site was read and nothing leads there, or only a link to no such page.

    gone: the server says that there is none, which one night may say by mistake.
    """
    seen = subject.seen
    if seen is None:
        yield Unknown("url", PAGE_NOT_READ)
        return
    if params.page in seen.pages:
        return
    cause = seen.unseen.get(params.page) or unread_cause(seen)
    linked = seen.captures.get(params.page)
    if cause == NOT_LINKED and linked is not None:
        values = {"page": linked.final_url or linked.url}
        at = subject.first("url") or "url"
        variant = "gone" if linked.fault == "not_found" else "elsewhere"
        yield Miss(at, values, variant=variant, evidence=[linked.evidence()])
    elif cause == NOT_LINKED and seen.site is not None:
        site = seen.captures.get("site") or seen.captures.get("profile")
        evidence = [site.evidence()] if site is not None else None
        yield Miss(subject.first("url") or "url", {"page": seen.site.url}, evidence=evidence)
    elif cause is not None and cause != NOT_LINKED:
        yield Unknown("url", cause)
