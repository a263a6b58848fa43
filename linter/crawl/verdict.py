"""verdict: what an answer means: the fault, how long its host wants a rest, a login in the way.

Pure; one table for every status.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.crawl.capture import Fault

REDIRECTS = frozenset((301, 302, 303, 307, 308))

_BY_STATUS: Mapping[int, Fault] = {
    401: "forbidden",
    403: "forbidden",
    404: "not_found",
    408: "timeout",
    410: "not_found",
    429: "rate_limited",
    999: "forbidden",
}

_LOGIN_HOST = re.compile(
    r"(?:login|sso|accounts\.google|consent\.(?:google|youtube|yahoo))\.[a-z0-9.-]+"
)
_LOGIN_PATH = re.compile(
    r"/(?:accounts/login|authwall|checkpoint|uas/login|i/flow/login"
    r"|(?:wp-)?(?:log[-_]?in|sign[-_]?in)(?:\.(?:php|html?|aspx?|jsp|do))?)(?:[/;]|$)",
    re.IGNORECASE,
)

TOO_MANY, UNAVAILABLE = 429, 503
GONE = frozenset((404, 410))
_PACKED = re.compile(r'-+(?:gzip|df|br)(?="?$)')

_REMAINING = ("x-ratelimit-remaining", "ratelimit-remaining", "x-rate-limit-remaining")
_RESET = ("x-ratelimit-reset", "ratelimit-reset", "x-rate-limit-reset")
EPOCH = 1_000_000_000
"""From here on a number of seconds is a time, not a span."""
MILLISECONDS = 1_000_000_000_000
"""From here on a time is told in milliseconds, up to ten times as much."""
LONGEST = 366 * 86_400.0
"""The longest rest that is told apart from others, in seconds."""


def fault_of(status: int) -> Fault:
    """The fault that a last answer's status means; "" for a page."""
    if 200 <= status < 300:  # noqa: PLR2004 - HTTP's own classes
        return ""
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if 300 <= status < 400:  # noqa: PLR2004
        return "bad_redirect"
    return "client_error" if 400 <= status < 500 else "server_error"  # noqa: PLR2004


def settles(status: int | None, fault: Fault, headers: Mapping[str, str]) -> bool:
    """Whether an answer to a conditional request is one that its conditions cannot be the cause of.

    Many a server stumbles over them alone; a host that is down, slow, or asks to be left alone
    would do no better without.
    """
    if status is None:
        return fault not in {"reset", "failed"}
    if status == TOO_MANY or (status == UNAVAILABLE and "retry-after" in headers):
        return True
    return 200 <= status < 300 or status in REDIRECTS or status in GONE  # noqa: PLR2004


def confirms(said: Mapping[str, str], kept: Mapping[str, str]) -> bool:
    """Whether the headers of a 304 speak of the page that was kept (RFC 9111, section 4.3.4)."""
    for name in ("etag", "last-modified"):
        if named := said.get(name, "").strip():
            return _tag(named) == _tag(kept.get(name, "").strip())
    return True


def _tag(text: str) -> str:
    """A validator as it is compared: weakly, and without what servers add for a packed body."""
    return _PACKED.sub("", text.removeprefix("W/"))


def is_login(url: str) -> bool:
    """Whether an address is where visitors are asked who they are, or what they agree to."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    host = parts.hostname or ""
    return bool(_LOGIN_HOST.fullmatch(host) or _LOGIN_PATH.search(parts.path))


def rest_asked(status: int, headers: Mapping[str, str], now: float) -> float | None:
    """The seconds for which a host asks to be left alone; None where it does not ask.

    headers: names in lower case; now: seconds since 1970.
    """
    rest: float | None = None
    if status in {429, 503} and "retry-after" in headers:
        rest = _span(headers["retry-after"], now)
    if any(headers.get(name, "").strip() == "0" for name in _REMAINING):
        for name in _RESET:
            if name in headers and (span := _span(headers[name], now)) is not None:
                rest = max(rest or 0.0, span)
    return rest


def _span(text: str, now: float) -> float | None:
    """Seconds from now: told as seconds, as seconds since 1970, as an HTTP or an ISO date."""
    text = text.strip()
    try:
        number = float(text)
    except ValueError:
        moment = _moment(text)
        return None if moment is None else min(LONGEST, max(0.0, moment - now))
    if not number >= 0 or not text[:1].isdecimal():  # "nan" and "inf" are no times
        return None
    if number >= 10 * MILLISECONDS:
        return LONGEST
    if number >= MILLISECONDS:
        number /= 1000
    return min(LONGEST, max(0.0, number - now) if number >= EPOCH else number)


def _moment(text: str) -> float | None:
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            found = read(text)
            if found.tzinfo is None:
                found = found.replace(tzinfo=UTC)
            return found.timestamp()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
