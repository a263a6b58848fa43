"""in-overview: the authority's public overview of its accounts names this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.page_seen import declared_text
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class InOverview:
    """overview: where the account, else its authority, records the overview's address."""

    overview: Address


@check("in-overview", InOverview, supplies=("page",))
def in_overview(subject: Subject, params: InOverview) -> Iterator[Outcome]:
    """Miss an account whose profile the overview does not link; unknown without an overview."""
    account = subject.account
    url = declared_text(subject, params.overview)
    if account is None or not url:
        yield Unknown(params.overview, "not-recorded")
        return
    page = subject.page(params.overview)
    if page is None or page.state not in {"ok", "link_hub"}:
        yield Unknown(params.overview, subject.page_unseen(params.overview) or "page-not-judgeable")
        return
    from linter import platforms  # noqa: PLC0415 - only for pages that were read

    platform = platforms.get(account.platform)
    for link in page.links:
        read = platforms.read(link.resolved)
        if read is not None and read[0] == account.platform:
            same = platform.same_handle if platform else str.__eq__
            if same(read[1], account.handle):
                return
        if account.platform == "website" and account.handle.casefold() in link.resolved.casefold():
            return
    yield Miss("handle", {"page": page.url})
