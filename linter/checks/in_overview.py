"""in-overview: the authority's public overview of its accounts names this one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.page_seen import declared_text, whole_text
from linter.checks.parameters import parameters
from linter.checks.seen import captured

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
        yield Unknown(params.overview, "not-recorded")
        return
    page = subject.page(params.overview)
    if page is None or page.state not in {"ok", "link_hub"}:
        yield Unknown(params.overview, subject.page_unseen(params.overview) or "page-not-judgeable")
        return
    names = [read for link in page.links if (read := _read(link.resolved)) is not None]
    if any(_same(account, name, handle) for name, handle in names) or _told(
        page, params.overview, account
    ):
        return
    if names:
        yield Miss("handle", {"page": page.url}, evidence=captured(subject, params.overview))
    else:
        yield Unknown(params.overview, "page-not-judgeable")  # a list that a script brings


def _read(url: str) -> tuple[str, str] | None:
    from linter import platforms  # noqa: PLC0415 - only for pages that were read

    return platforms.read(url)


def _same(account: Account, name: str, handle: str) -> bool:
    from linter import platforms  # noqa: PLC0415 - as above

    platform = platforms.get(name)
    same = platform.same_handle if platform else str.__eq__
    return name == account.platform and same(handle, account.handle)


def _told(page: Page, kind: str, account: Account) -> bool:
    """Whether the overview names the account in its text, without a link."""
    text = whole_text(page, kind).casefold()
    handle = account.handle.casefold().lstrip("@")
    return bool(handle) and re.search(rf"(?<![\w.]){re.escape(handle)}(?![\w])", text) is not None
