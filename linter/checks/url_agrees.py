"""url_agrees: the profile's address is one of this platform, and of this handle."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.platforms import get, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject

OPAQUE = r"(?a:\d+(?:@N\d\d)?|user\d+|UC[\w-]{22})"
"""Numbers and ids: a profile has one beside its handle, so they can't be compared with it."""

OLD_NAME = r"(?i)youtube\.com/(?:c|user)/"
"""Addresses that go on working under a name the channel had before handles."""


@parameters
class UrlAgrees:
    """field: where the profile's address stands."""

    field: Address = "url"


@check(
    "url-agrees", UrlAgrees, supplies=("value", "found", "other"), variants=("platform", "profile")
)
def url_agrees(subject: Subject, params: UrlAgrees) -> Iterator[Outcome]:
    """Miss an address of another platform, of no profile, or of another handle."""
    account = subject.account
    spot = subject.first(params.field)
    platform = get(account.platform) if account else None
    if account is None or spot is None or not spot.text or platform is None:
        return
    url, handle = spot.text, account.handle
    found = platform.parse_url(url)
    if found is None:
        other = read(url)
        known = get(other[0]) if other else None
        if known and known.domains and known is not platform:
            values = {"value": url, "found": "", "other": known.title}
            yield Miss(spot, values, variant="platform")
        else:
            yield Miss(spot, {"value": url, "found": "", "other": ""}, variant="profile")
    elif handle and not platform.same_handle(found, handle):
        opaque = [re.fullmatch(OPAQUE, name) is not None for name in (found, handle)]
        if re.search(OLD_NAME, url) or opaque[0] is not opaque[1]:
            return
        start = url.find(found)
        span = (start, start + len(found)) if start >= 0 else None
        yield Miss(spot, {"value": url, "found": found, "other": ""}, span=span)
