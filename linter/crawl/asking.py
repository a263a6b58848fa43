"""asking: how pure code says what it wants from the web, and gets it.

Who reads a profile or follows links yields tuples of `Ask` and is sent as many `Capture`s. It
never fetches: the same reading runs over the network, over a recorded night and in tests.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

from linter.crawl.capture import Capture

T = TypeVar("T")

HTML = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Ask:
    """One request (GET).

    url: http or https; accept: the representation wanted; headers: further ones. `${NAME}` in the
    URL or a header stands for the environment variable NAME: only the fetcher fills it in, and
    captures, evidence and logs keep the placeholder. api: a documented public API, which
    robots.txt does not speak of; limit: bytes of the decoded body that are read.
    """

    url: str
    accept: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    api: bool = False
    limit: int = 2_000_000

    @property
    def key(self) -> str:
        """What tells two asks of one run apart; kept in evidence and history."""
        return "\n".join((self.url, self.accept, *(f"{n}: {v}" for n, v in self.headers)))


Asking = Generator[tuple[Ask, ...], tuple[Capture, ...], T]
"""A reading in steps: what it yields is asked side by side, what it returns is its result."""


def answered(asking: Asking[T], answer: Callable[[Ask], Capture]) -> T:
    """Run a reading to its result where every answer is at hand."""
    try:
        asks = next(asking)
        while True:
            asks = asking.send(tuple(map(answer, asks)))
    except StopIteration as done:
        result: T = done.value
        return result
