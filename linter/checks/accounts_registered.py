"""accounts-registered: the accounts that the authority's own page names are in the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.causes import NOT_JUDGEABLE, PAGE_NOT_READ
from linter.checks.page_seen import READABLE
from linter.checks.parameters import parameters
from linter.checks.seen import captured, unread_cause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class AccountsRegistered:
    """regions: parts of the page whose links are the authority's own; text links may be anybody's."""

    regions: tuple[str, ...]


@check("accounts-registered", AccountsRegistered, supplies=("found", "page"))
def accounts_registered(subject: Subject, params: AccountsRegistered) -> Iterator[Outcome]:
    """One miss for each account that the page's frame names and the registry does not have."""
    seen = subject.seen
    site = seen.site if seen else None
    if seen is None or site is None:
        yield Unknown("url", unread_cause(seen) or PAGE_NOT_READ)
        return
    if site.state not in READABLE:
        yield Unknown("url", NOT_JUDGEABLE)
        return
    from linter import platforms  # noqa: PLC0415 - only for pages that were read
    from linter.platforms.readers.website import accounts_linked  # noqa: PLC0415 - as above

    known = {(one.platform, _canon(one.platform, one.handle)) for one in subject.context.accounts}
    framed = {link.resolved for link in site.links if link.region in params.regions}
    for name, handle, url in accounts_linked(site):
        if (name, _canon(name, handle)) in known or url not in framed:
            continue
        values = {"found": f"{handle} ({platforms.titled(name)})", "page": site.url}
        at = subject.first("url") or "url"
        yield Miss(at, values, value=url, evidence=captured(subject, "site"))


def _canon(name: str, handle: str) -> str:
    from linter import platforms  # noqa: PLC0415 - as above

    platform = platforms.get(name)
    return platform.canon(handle) if platform else handle.casefold()
