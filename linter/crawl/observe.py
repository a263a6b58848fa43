"""observe: everything that a crawl reads of one account, as one reading in steps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from linter.crawl.explore import explore
from linter.crawl.observation import Observation
from linter.platforms import readers
from linter.platforms.profile import Profile, ProfileLink, Unread, Wanted
from linter.registry.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture
    from linter.pages.page import Page
    from linter.registry.account import Account, Authority

DECLARED = ("impressum", "privacy", "netiquette")
"""Fields of the registry that name pages."""
UNBORN = "not-yet-live"
"""The cause for an account that is only planned: there is no profile yet."""


def wanted(account: Account, authority: Authority, secrets: frozenset[str] = frozenset()) -> Wanted:
    """What is to be read for an account."""
    return Wanted(
        platform=account.platform,
        handle=account.handle,
        url=_text(account.fields, "url"),
        domains=authority.domains,
        secrets=secrets,
    )


def observe(
    account: Account,
    authority: Authority,
    *,
    secrets: frozenset[str],
    read: Callable[[Capture], Page],
    profile: Profile | Unread | None = None,
) -> Asking[Observation]:
    """Read the profile, then what it leads to; the pages the registry names are read, too.

    profile: one that is known already, from a saved page.
    """
    want = replace(wanted(account, authority, secrets), read=read)
    if profile is None and account.status == "planned":
        profile = Unread(UNBORN)
    if profile is None:
        profile = yield from readers.read(want)
    declared = {name: url for name in DECLARED if (url := _text(account.fields, name))}
    if authority.fields is not None and (overview := _text(authority.fields, "overview")):
        declared["overview"] = overview
    listed = _listed(account.fields) if isinstance(profile, Unread) else ()
    found = yield from explore(want, profile, declared=declared, listed=listed, read=read)
    captures = {"profile": profile.seen[0]} if profile.seen else {}
    return Observation(
        account=account.id,
        profile=profile,
        site=found.site,
        pages=dict(found.pages),
        unseen=dict(found.unseen),
        paths=found.paths,
        captures=captures | dict(found.captures),
        faults=_once((*profile.seen, *found.faults)),
        declared=found.declared,
        promised=found.promised,
    )


def _once(captures: Iterable[Capture]) -> tuple[Capture, ...]:
    """The captures that failed, each address once."""
    faults: dict[str, Capture] = {}
    for capture in captures:
        if capture.fault:
            faults.setdefault(capture.url, capture)
    return tuple(faults.values())


def _text(fields: Mapping, field: str) -> str:
    node = fields.entries.get(field)
    return (node.text or "") if type(node) is Scalar else ""


def _listed(fields: Mapping) -> tuple[ProfileLink, ...]:
    """The links that the registry says the profile shows."""
    links = fields.entries.get("links")
    entries = links.items if type(links) is Sequence else ()
    return tuple(
        ProfileLink(_text(entry, "label"), url)
        for entry in entries
        if type(entry) is Mapping and (url := _text(entry, "url"))
    )
