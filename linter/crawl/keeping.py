"""keeping: where captures go and come from beside the network: the evidence and the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.crawl.asking import Ask
    from linter.crawl.capture import Capture, Exchange


class Source(Protocol):
    """Answers asks: the web, or a recorded night."""

    async def get(self, ask: Ask) -> Capture:
        """The capture for an ask; the same URL is asked once a run, however often it is wanted."""
        ...

    def forget_transient(self) -> int:
        """Before a later pass: forget the faults that may heal, so that they are asked again."""
        ...


class Recorder(Protocol):
    """Writes the evidence of a night (WARC and its index)."""

    def exchange(self, exchange: Exchange) -> Mapping[str, object]:
        """Write one request and answer; returns the place, `{"file": …, "offset": …}`."""
        ...

    def capture(self, key: str, capture: Capture) -> None:
        """Write the outcome of an ask, so that the night can be replayed."""
        ...


class Ledger(Protocol):
    """Remembers captures: those of this run, so that a killed one resumes, and last night's.

    resumed: this run was begun before, so it may have captures that nobody here brought.
    """

    resumed: bool

    def recall(self, key: str) -> Capture | None:
        """What this run has already, asked before it was killed."""
        ...

    def previous(self, key: str) -> Capture | None:
        """What an earlier night got (with body, `etag`, `last-modified`), for a conditional request."""
        ...

    def keep(self, key: str, capture: Capture) -> None:
        """Remember a capture; durable within a second or so."""
        ...
