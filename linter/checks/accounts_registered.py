"""accounts-registered: the accounts that the authority's own page names are in the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.parameters import parameters
from linter.checks.seen import captured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject

READABLE = frozenset(("ok", "link_hub"))
"""States of a page whose links are there to be seen."""


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
        cause = getattr(seen.profile, "cause", None) if seen else None
        yield Unknown("url", cause or "page-not-read")
        return
    if site.state not in READABLE:
        yield Unknown("url", "page-not-judgeable")
        return
    from linter import platforms  # noqa: PLC0415 - only for pages that were read
    from linter.platforms.readers.website import accounts_linked  # noqa: PLC0415 - as above

    known = {
        (account.platform, _canon(account.platform, account.handle))
        for account in subject.context.accounts
    }
    framed = {link.resolved for link in site.links if link.region in params.regions}
    for name, handle, url in accounts_linked(site):
        if (name, _canon(name, handle)) in known or url not in framed:
            continue
        platform = platforms.get(name)
        title = platform.title if platform else name
        values = {"found": f"{handle} ({title})", "page": site.url}
        at = subject.first("url") or "url"
        yield Miss(at, values, value=url, evidence=captured(subject, "site"))


def _canon(name: str, handle: str) -> str:
    from linter import platforms  # noqa: PLC0415 - as above

    platform = platforms.get(name)
    return platform.canon(handle) if platform else handle.casefold()
