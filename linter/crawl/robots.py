"""robots: what a site allows, by RFC 9309, read by Protego."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from protego import Protego

from linter.crawl.asking import Ask
from linter.crawl.network import ROBOTS_TOKEN

if TYPE_CHECKING:
    from linter.crawl.capture import Capture, Fault

LIMIT: Final = 512_000
"""Bytes that are read; RFC 9309 demands 500 KiB at least."""

REDIRECTS: Final = 5
LONGEST_DELAY: Final = 30.0

_AGENT = re.compile(r"^([ \t]*user[ -]?agent[ \t]*[: \t])(.*)$", re.IGNORECASE | re.MULTILINE)
_TOKEN = re.compile(r"[A-Za-z_-]+")
_OTHER = "-"

_ABSENT: frozenset[Fault] = frozenset((
    "not_found", "forbidden", "client_error", "rate_limited", "login_wall",
    "too_many_redirects", "redirect_loop", "bad_redirect",
))  # fmt: skip


def ask(origin: str) -> Ask:
    """The request for a site's robots.txt."""
    return Ask(f"{origin}/robots.txt", accept="text/plain,*/*;q=0.5", limit=LIMIT)


class Robots:
    """What one site allows this crawler.

    fault and detail: why nothing of the site may be asked, where its robots.txt could not be had;
    delay: seconds between two requests that it asks for, 0 where it does not.
    """

    __slots__ = ("_rules", "delay", "detail", "fault")

    def __init__(
        self, rules: Protego | None = None, fault: Fault = "", detail: str = "", delay: float = 0.0
    ) -> None:
        self._rules = rules
        self.fault: Fault = fault
        self.detail = detail
        self.delay = delay

    def allows(self, url: str) -> bool:
        """Whether an address may be asked."""
        return self._rules is None or self._rules.can_fetch(url, ROBOTS_TOKEN)


def read(capture: Capture) -> Robots:
    """What a site's robots.txt says: none there (4xx) allows all, none to be had forbids all."""
    if capture.fault:
        return _without(capture)
    if not capture.body:
        return Robots()
    text = capture.body.decode("utf-8-sig", errors="replace")
    if capture.truncated:
        text = text[: text.rfind("\n") + 1]
    rules = Protego.parse(_AGENT.sub(_named, "\n".join(text.splitlines())))
    return Robots(rules, delay=min(rules.crawl_delay(ROBOTS_TOKEN) or 0.0, LONGEST_DELAY))


def _without(capture: Capture) -> Robots:
    own = not any(hop.location for hop in capture.hops)
    if own and capture.status is None:
        # The host itself is the matter, the page would meet the same: say so.
        return Robots(None, capture.fault, f"robots.txt: {capture.detail}")
    if capture.fault in _ABSENT:
        return Robots()
    return Robots(None, "robots_unreachable", f"robots.txt: {capture.detail or capture.fault}")


def _named(line: re.Match[str]) -> str:
    """Leave of a group's name the product token alone, as RFC 9309 compares it.

    Protego takes `User-agent: aml` for a name of ours, and `amtlint/1.0` for none.
    """
    value = line[2].strip()
    token = _TOKEN.match(value)
    if value.startswith("*"):
        name = "*"
    elif token and token[0].lower() == ROBOTS_TOKEN:
        name = ROBOTS_TOKEN
    else:
        name = _OTHER
    return f"{line[1]}{name}"
