"""in-overview: the authority's public overview of its accounts names this one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import NOT_JUDGEABLE, UNRECORDED
from linter.checks.page_seen import READABLE, whole_text
from linter.checks.parameters import parameters
from linter.checks.seen import captured, declared_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.page import Page
    from linter.registry.account import Account
    from linter.subject import Subject


@parameters
class InOverview:
    """overview: where the account, else its authority, records the overview's address."""

    overview: Address


@check("in-overview", InOverview, supplies=("page",))
def in_overview(subject: Subject, params: InOverview) -> Iterator[Outcome]:
    """Miss an account that the overview neither links nor names; unknown without an overview.

    A page that links no account at all may show them by a script, as a map: unknown.
    """
    account = subject.account
    url = declared_text(subject, params.overview)
    if account is None or not url:
        yield Unknown(params.overview, UNRECORDED)
        return
    page = subject.page(params.overview)
    if page is None or page.state not in READABLE:
        yield Unknown(params.overview, subject.page_unseen(params.overview) or NOT_JUDGEABLE)
        return
    from linter import platforms  # noqa: PLC0415 - only for pages that were read

    links = [link.resolved for link in page.links]
    if any(platforms.shows(url, account.platform, account.handle) for url in links):
        return
    if _told(page, params.overview, account):
        return
    if any(map(platforms.read, links)):
        yield Miss("handle", {"page": page.url}, evidence=captured(subject, params.overview))
    else:
        yield Unknown(params.overview, NOT_JUDGEABLE)  # a list that a script brings


def _told(page: Page, kind: str, account: Account) -> bool:
    """Whether the overview names the account in its text, without a link."""
    text = whole_text(page, kind).casefold()
    handle = account.handle.casefold().lstrip("@")
    return bool(handle) and re.search(rf"(?<![\w.]){re.escape(handle)}(?![\w])", text) is not None
