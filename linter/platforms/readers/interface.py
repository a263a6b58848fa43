"""interface: asks to the documented interfaces of platforms, their keys as placeholders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from linter.crawl.asking import JSON, Ask
from linter.platforms import get
from linter.platforms.profile import Unread
from linter.platforms.readers.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.crawl.capture import Capture
    from linter.platforms.profile import Wanted

PAYMENT_REQUIRED = 402
USED_UP = "the platform says that its limit of requests is used up"
_HANDLE = re.compile(r"[\w.@·-]{1,253}")


def askable(wanted: Wanted) -> bool:
    """Whether a handle may stand in a request: no platform has one of other characters."""
    return _HANDLE.fullmatch(wanted.handle) is not None


def barred(wanted: Wanted) -> Unread | None:
    """Why the platform's interface cannot be asked; None where it can, with the secrets it needs."""
    if not wanted.secrets.issuperset(TOKENS[wanted.platform]):
        return Unread("no-token")
    return None if askable(wanted) else Unread("profile-not-read")


def secret(name: str) -> str:
    """The placeholder that only the fetcher fills in."""
    return f"${{{name}}}"


def ask(
    base: str,
    fields: Mapping[str, str],
    *,
    key: tuple[str, str] | None = None,
    headers: tuple[tuple[str, str], ...] = (),
    accept: str = JSON,
) -> Ask:
    """A request with its parameters; key: the parameter for a secret, and the secret's name."""
    query = urlencode(fields, quote_via=quote)
    if key:
        query += f"&{key[0]}={secret(key[1])}"
    return Ask(f"{base}?{query}" if query else base, accept, headers, api=True)


def bare(wanted: Wanted) -> str:
    """The handle without the “@” that some registries put in front."""
    return wanted.handle.removeprefix("@")


def part(handle: str) -> str:
    """A handle as a part of a path."""
    return quote(handle.removeprefix("@"), safe="")


def same(wanted: Wanted, *found: str | None) -> bool:
    """Whether one of the names of a profile is the wanted one; a wanted "" is any."""
    platform = get(wanted.platform)
    return not wanted.handle or any(
        platform is not None and platform.same_handle(wanted.handle, name) for name in found if name
    )


def spelled(wanted: Wanted, *found: str | None) -> str:
    """The handle of a profile: its own, unless what is wanted is another of its names (a number)."""
    own = next((name for name in found if name), "")
    return own if not wanted.handle or same(wanted, own) else wanted.handle


def not_admitted(*seen: Capture) -> Unread:
    """The platform refuses the token or its rights, with whatever status it says so."""
    return Unread("token-refused", (seen[0].fault or "forbidden") if seen else "", seen)


def too_fast(*seen: Capture) -> Unread:
    """The platform's own limit of requests is reached, with whatever status it says so."""
    told = tuple(
        one if one.fault == "rate_limited" else one.but(fault="rate_limited", detail=USED_UP)
        for one in seen
    )
    return Unread("asked-to-wait", "rate_limited" if seen else "", told)


def unpaid(*seen: Capture) -> bool:
    """Whether the requests that were paid for are used up."""
    return any(one.status == PAYMENT_REQUIRED for one in seen)
