"""again: what a night asked for an account and what came of it, for a night when all is the same.

A reading is a pure function of what it is sent. So where the same asks bring the same answers as
last time, it need not be read again. Where the first answer is as it was, all else that was asked
then is asked at once, for it is known before the answers that led to it are there; so nothing more
is asked of a profile that has gone, or asks not to be read. The answers are compared in their order,
and from the first that is another on the reading itself goes on, with those that it asks for again
at hand.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from linter.crawl.asking import Ask
from linter.crawl.capture import TRANSIENT
from linter.crawl.limits import DEFAULT
from linter.crawl.observation import Observation
from linter.platforms.profile import Unread

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.crawl.asking import Asking
    from linter.crawl.capture import Capture

READER = 8
"""Requests that the reader of a profile makes, at most, whatever it is answered: Mastodon's.

Where the look-up fails, it follows the handle in four more, and asks three pages for their links.
"""
READING = DEFAULT.requests + READER
"""Requests that a reading may need, at most: the exploration's, and its reader's."""

Wave = tuple[tuple[Ask, ...], tuple["Capture", ...]]
"""Asks that were made side by side, and what came back."""


@dataclass(slots=True, eq=False)
class Kept:
    """What a night made of an account.

    waves: the asks of each wave and a digest of what came back; handle, overlay: what the profile
    shows, to be laid over the registry (handle None: nothing); findings: as plain data, those that
    no day decides; dated: the codes of rules that asked for the day; shown: what the history remembers.
    """

    waves: list[tuple[tuple[Ask, ...], str]]
    handle: str | None
    overlay: dict[str, Any]
    findings: list[dict[str, Any]]
    dated: frozenset[str]
    shown: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "waves": [[list(map(_plain, asks)), digest] for asks, digest in self.waves],
            "handle": self.handle,
            "overlay": self.overlay,
            "findings": self.findings,
            "dated": sorted(self.dated),
            "shown": self.shown,
        }

    @classmethod
    def of(cls, data: dict[str, Any]) -> Kept:
        """From plain data."""
        waves = [(tuple(map(_ask, asks)), digest) for asks, digest in data["waves"]]
        return cls(
            waves, data["handle"], data["overlay"], data["findings"], frozenset(data["dated"]),
            tuple(data["shown"]),
        )  # fmt: skip


@dataclass(slots=True, eq=False)
class Walk(Observation):
    """An account as seen, with every answer that it was read from, in the order asked.

    shown: what the history remembers of it, as it was written.
    """

    walked: list[Wave] = field(default_factory=list)
    shown: tuple[str, ...] = ()

    @property
    def digests(self) -> list[tuple[tuple[Ask, ...], str]]:
        """The asks, and a digest of what came back."""
        return [(asks, digest_of(captures)) for asks, captures in self.walked]

    @property
    def captures_in_order(self) -> list[Capture]:
        """Every answer."""
        return [capture for _, captures in self.walked for capture in captures]

    @property
    def lasting(self) -> bool:
        """Whether no answer was one that a later pass may not get again."""
        return not any(one.fault in TRANSIENT for one in self.captures_in_order)


@dataclass(slots=True, eq=False)
class Unchanged(Walk):
    """An account of which all is as it was; kept: what it was; begin: reads it, if need be."""

    kept: Kept | None = None
    begin: Callable[[], Asking[Observation]] | None = None
    _whole: Observation | None = None

    def whole(self) -> Observation:
        """What was seen, read again from the same answers."""
        if self._whole is None and self.begin is not None:
            reading = _going_on(self.begin(), self.walked)
            try:
                next(reading)
            except StopIteration as end:
                self._whole = end.value
        if self._whole is None:
            raise RuntimeError("the same answers led to other questions")
        return self._whole


def walked(
    account: str,
    begin: Callable[[], Asking[Observation]],
    kept: Kept | None,
    *,
    budget: int = 0,
) -> Asking[Observation]:
    """Read an account, or find that all is as it was kept.

    budget: requests that the account may have. Where all that was kept leaves room for a whole
    reading beside it, what follows the first wave is asked at once, else wave by wave: so no
    reading comes to the end of its budget for what was asked ahead.
    """
    path: list[Wave] = []
    if kept is not None:
        rest = tuple(ask for asks, _ in kept.waves[1:] for ask in asks)
        room = sum(len(asks) for asks, _ in kept.waves) + READING <= budget
        ahead: tuple[Capture, ...] = ()
        for number, (asks, digest) in enumerate(kept.waves):
            if number == 1 and room:
                ahead = yield rest
            captures = ahead[: len(asks)] or (yield asks)
            ahead = ahead[len(asks) :]
            path.append((asks, captures))
            if digest_of(captures) != digest:
                break
        else:
            return Unchanged(account, Unread("unchanged"), walked=path, kept=kept, begin=begin)
    seen = yield from _going_on(begin(), path)
    return Walk(
        seen.account, seen.profile, seen.site, seen.pages, seen.unseen, seen.paths, seen.captures,
        seen.faults, seen.declared, seen.promised, path,
    )  # fmt: skip


def _going_on(reading: Asking[Observation], path: list[Wave]) -> Asking[Observation]:
    """Send a reading what came back already, then let it ask; the path grows by what it asks."""
    try:
        asks = next(reading)
        for number, (before, captures) in enumerate(list(path)):
            if asks != before:  # pragma: no cover - a reading that is no function of its answers
                del path[number:]
                break
            asks = reading.send(captures)
        while True:
            captures = yield asks
            path.append((asks, captures))
            asks = reading.send(captures)
    except StopIteration as end:
        seen: Observation = end.value
        return seen
    finally:
        reading.close()


def digest_of(captures: tuple[Capture, ...]) -> str:
    """A digest of all that a reading can tell of answers: not when they came, nor from where."""
    return sha256(json.dumps([_told(one) for one in captures]).encode()).hexdigest()[:32]


def _told(capture: Capture) -> list[Any]:
    return [
        capture.url,
        capture.final_url,
        capture.status,
        capture.fault,
        capture.detail,
        # the last hop of a page that has not changed says 304
        [[hop.url, hop.status if hop.location else 0, hop.location] for hop in capture.hops],
        capture.content_type,
        capture.sha256 if capture.ok or _in_words(capture) else "",
        capture.truncated,
        *(text for name, text in capture.headers.items() if name == "refresh"),
    ]


def _in_words(capture: Capture) -> bool:
    """Whether an interface says what a fault is: its status may be the same for all."""
    return capture.body.lstrip().startswith((b"{", b"["))


def _plain(ask: Ask) -> list[Any]:
    return [ask.url, ask.accept, ask.headers, ask.api, ask.limit]


def _ask(data: list[Any]) -> Ask:
    url, accept, headers, api, limit = data
    return Ask(url, accept, tuple((name, text) for name, text in headers), api, limit)
