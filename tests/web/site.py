"""What a host of the local web has to say: sites of paths, answers, and how they go wrong."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

Header = tuple[str, str]
HTML = "text/html; charset=utf-8"

Framing = Literal["length", "chunked", "close"]
"""How the end of a body is told."""

Fault = Literal["", "reset", "reset_body", "silent", "silent_body", "drip", "short", "garbage"]
"""What goes wrong in an answer: the connection is reset before it or in the middle of the body;
nothing comes, or nothing more after half the body; one byte at a time; the connection ends in
order before the announced length; what comes is not HTTP."""

Door = Literal["open", "refused", "reset", "silent", "plain", "alert"]
"""What a connection meets: the server; nobody; a reset at once; nobody who speaks; HTTP where TLS
is expected; a TLS alert instead of a handshake."""

Certificate = Literal["good", "wrong_name", "expired", "self_signed"]


@dataclass(frozen=True, slots=True)
class Request:
    """One request as the server got it; `begun` and `ended` on the monotonic clock."""

    host: str
    path: str
    scheme: str
    method: str
    headers: tuple[Header, ...]
    begun: float
    state: dict[str, float] = field(default_factory=dict, compare=False)

    def header(self, name: str) -> str:
        """A header's value, "" where it was not sent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def ended(self) -> float:
        """When the answer was written, or given up; far ahead while it goes on."""
        return self.state.get("ended", float("inf"))

    @property
    def sent(self) -> int:
        """Bytes of the body that were written."""
        return int(self.state.get("sent", 0))

    @property
    def url(self) -> str:
        """The URL as a client sees it."""
        return f"{self.scheme}://{self.host}{self.path}"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. A body that is a function is streamed piece by piece, as long as it is read."""

    body: bytes | str | Callable[[], Iterator[bytes]] = b""
    status: int = 200
    type: str | None = HTML
    headers: tuple[Header, ...] = ()
    delay: float = 0.0
    framing: Framing = "length"
    fault: Fault = ""
    length: int | None = None
    """The announced Content-Length, where it is not the true one."""
    pace: float = 1.0
    """Seconds between two bytes of a drip."""

    def head(self, name: str) -> str:
        """A header of the answer, "" where it has none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    def pieces(self) -> Iterator[bytes]:
        """The body as it is written."""
        if callable(self.body):
            yield from self.body()
        else:
            yield self.body.encode() if isinstance(self.body, str) else self.body

    def with_(self, *headers: Header, **changes: object) -> Answer:
        """The same answer with further headers and other values."""
        return replace(self, headers=(*self.headers, *headers), **changes)


Page = Answer | Callable[[Request], Answer]


class Turns:
    """One answer after the other; the last stays."""

    def __init__(self, *answers: Page) -> None:
        self.answers = answers
        self.turn = 0

    def __call__(self, request: Request) -> Answer:
        answer = self.answers[min(self.turn, len(self.answers) - 1)]
        self.turn += 1
        return answer(request) if callable(answer) else answer


NOT_FOUND = Answer(
    "<!DOCTYPE html><html lang='de'><title>404</title><h1>Seite nicht gefunden</h1>", 404
)


@dataclass(slots=True)
class Site:
    """A host: its pages by path (with query), what else it answers, and how it is reached."""

    pages: dict[str, Page] = field(default_factory=dict)
    missing: Page = NOT_FOUND
    door: Door = "open"
    certificate: Certificate = "good"
    latency: float = 0.0

    def answer(self, request: Request) -> Answer:
        """The answer to a request; validators that still hold turn it into a 304."""
        page = self.pages.get(request.path, self.missing)
        answer = page(request) if callable(page) else page
        etag, changed = answer.head("ETag"), answer.head("Last-Modified")
        asked = request.header("If-None-Match")
        same = asked == etag if asked else request.header("If-Modified-Since") == changed
        if same and (etag or changed) and answer.status == 200:
            return replace(answer, status=304, body=b"", type=None)
        return answer


def html(body: str, **changes: object) -> Answer:
    """A page."""
    return replace(Answer(body), **changes)


def text(body: str | bytes, **changes: object) -> Answer:
    """Plain text, such as a robots.txt."""
    return replace(Answer(body, type="text/plain"), **changes)


def json_(body: str, status: int = 200) -> Answer:
    """An answer of an interface."""
    return Answer(body, status, type="application/json")


def redirect(location: str | None, status: int = 302, **changes: object) -> Answer:
    """A redirect; None for one that does not say where to."""
    headers = () if location is None else (("Location", location),)
    return replace(Answer(b"", status, headers=headers), **changes)


def gzipped(answer: Answer) -> Answer:
    """The same page, packed."""
    body = answer.body.encode() if isinstance(answer.body, str) else answer.body
    assert isinstance(body, bytes)
    return answer.with_(("Content-Encoding", "gzip"), body=gzip.compress(body, mtime=0))


def deflated(answer: Answer, *, raw: bool = False) -> Answer:
    """The same page in the coding whose name means two things: with zlib's wrapper, or raw."""
    body = answer.body.encode() if isinstance(answer.body, str) else answer.body
    assert isinstance(body, bytes)
    pack = zlib.compressobj(9, zlib.DEFLATED, -15 if raw else 15)
    return answer.with_(("Content-Encoding", "deflate"), body=pack.compress(body) + pack.flush())


@lru_cache(maxsize=1)
def bomb(megabytes: int = 1000) -> Answer:
    """A page of a few hundred kB that unpacks to a thousand times as much."""
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    start = pack.compress(b"<!DOCTYPE html><title>Impressum</title><h1>Impressum</h1>")
    start += pack.flush(zlib.Z_FULL_FLUSH)
    block = pack.compress(b" " * 10_000_000) + pack.flush(zlib.Z_FULL_FLUSH)
    return Answer(start + block * (megabytes // 10), headers=(("Content-Encoding", "gzip"),))


def endless(start: str, megabytes: int = 1000) -> Callable[[], Iterator[bytes]]:
    """A body that goes on as long as somebody reads it, up to a gigabyte."""

    def pieces() -> Iterator[bytes]:
        yield start.encode()
        for _ in range(megabytes * 16):
            yield b"<p>Und noch eine Zeile, die niemand braucht.</p>\n" * 1310

    return pieces
