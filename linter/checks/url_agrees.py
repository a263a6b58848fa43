"""url_agrees: the profile's address is one of this platform, and of this handle."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import NOT_SHOWN
from linter.checks.parameters import parameters
from linter.checks.seen import profile_of
from linter.platforms import get, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.platforms.platform import Platform
    from linter.subject import Subject

OPAQUE = r"(?a:\d+(?:@N\d\d)?|user\d+|UC[\w-]{22}|did:[a-z]+:[\w.:%-]+)"
"""Numbers and ids: a profile has one beside its handle, so they can't be compared with it."""

OLD_NAME = r"(?i)youtube\.com/(?:c|user)/"
"""Addresses that go on working under a name the channel had before handles."""

BY_NUMBER = r"(?i)\A(?:https?://)?(?:www\.|mobile\.)?(?:x|twitter)\.com/i/user/\d+/?(?:[?#]|\Z)"
"""Addresses that lead to a profile whatever it is called, and do not tell its handle."""


@parameters
class UrlAgrees:
    """field: where the profile's address stands."""

    field: Address = "url"


@check(
    "url-agrees",
    UrlAgrees,
    supplies=("value", "found", "other", "recorded"),
    variants=("platform", "profile"),
)
def url_agrees(subject: Subject, params: UrlAgrees) -> Iterator[Outcome]:
    """Miss an address of another platform, of no profile, or of another handle.

    Both as the registry has them: that the profile is called otherwise is another rule's.
    """
    account = subject.context.declared or subject.account
    spot = subject.first(params.field)
    platform = get(account.platform) if account else None
    if account is None or spot is None or not spot.text or platform is None:
        return
    url, handle = spot.text, account.handle
    found = platform.parse_url(url)
    if found is None and re.match(BY_NUMBER, url) and platform.name == "x":
        return
    if found is None:
        other = read(url)
        known = get(other[0]) if other else None
        title = known.title if known and known.domains and known is not platform else ""
        values = {"value": url, "found": "", "other": title, "recorded": handle}
        yield Miss(spot, values, variant="platform" if title else "profile")
    elif handle and not platform.same_handle(found, handle):
        served = _served(subject, platform, url, found, handle) if "@" in found else False
        if served is True:
            return
        if served and _may_be_one(found, handle):
            yield Unknown(spot, served)
            return
        opaque = [re.fullmatch(OPAQUE, name) is not None for name in (found, handle)]
        if re.search(OLD_NAME, url) or opaque[0] is not opaque[1]:
            return
        start = url.find(found)
        span = (start, start + len(found)) if start >= 0 else None
        values = {"value": url, "found": found, "other": "", "recorded": handle}
        yield Miss(spot, values, span=span)


def _served(subject: Subject, platform: Platform, url: str, found: str, handle: str) -> bool | str:
    """Whether the profile that is read under the handle calls this address its own; else why not known.

    A fediverse server may give out handles of a domain that is not its host. A profile read at
    the address itself shows nothing of the handle.
    """
    profile = profile_of(subject)
    if isinstance(profile, str):
        return profile
    if not profile.seen or profile.seen[0].url == url:
        return NOT_SHOWN
    own = platform.parse_url(profile.url)
    return (
        own is not None
        and platform.same_handle(profile.handle, handle)
        and platform.same_handle(own, found)
    )


def _may_be_one(found: str, handle: str) -> bool:
    """Whether the name is the same and one host lies under the other: only reading can tell."""
    name, _, host = found.casefold().partition("@")
    other, _, home = handle.removeprefix("@").casefold().partition("@")
    return name == other and (host.endswith(f".{home}") or home.endswith(f".{host}"))
