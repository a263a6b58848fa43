"""hop: one request and its answer, in its host's turn and within its time."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from linter.crawl.address import AddressError
from linter.crawl.capture import Exchange, Fault
from linter.crawl.decode import CodingError, Decoder, decoder
from linter.crawl.ending import broken_off
from linter.crawl.pace import DeferredError
from linter.crawl.resolve import UnresolvedError
from linter.crawl.transport import TransportError
from linter.crawl.verdict import REDIRECTS, rest_asked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from linter.crawl.address import Address
    from linter.crawl.keeping import Recorder
    from linter.crawl.network import Network
    from linter.crawl.pace import Pace
    from linter.crawl.placeholders import Secrets
    from linter.crawl.resolve import Resolver
    from linter.crawl.transport import Reply, Transport

REDIRECT_LIMIT: Final = 65_536
"""Bytes read of a body that only says where else to look."""

LONGEST_STRIKE: Final = 60.0
TOO_MANY: Final = 429

_SINGLE = frozenset(("content-type", "location", "retry-after", "etag", "last-modified"))
_UNKEPT = frozenset(("set-cookie", "set-cookie2"))


@dataclass(frozen=True, slots=True)
class Request:
    """One hop to be asked.

    url: for the evidence, placeholders kept; address: where; target: the path and query with
    placeholders filled in; headers: with placeholders; limit: bytes of the decoded body; secrets:
    filled into headers; hidden: blanked in what comes back, also where nothing was filled in.
    """

    url: str
    address: Address
    target: str
    headers: tuple[tuple[str, str], ...]
    limit: int
    secrets: Secrets
    hidden: Secrets


@dataclass(slots=True)
class Answer:
    """What came of a hop; status None where nothing did."""

    at: str = ""
    status: int | None = None
    fault: Fault = ""
    detail: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    truncated: bool = False
    warc: Mapping[str, object] | None = None


class Asker:
    """Asks hops, each when its host's turn and a free place come."""

    def __init__(
        self,
        network: Network,
        *,
        transport: Transport,
        resolver: Resolver,
        pace: Pace,
        recorder: Recorder | None,
        clock: Callable[[], float],
        random: Callable[[], float],
    ) -> None:
        self.requests = 0
        self._network = network
        self._transport = transport
        self._resolver = resolver
        self._pace = pace
        self._recorder = recorder
        self._clock = clock
        self._random = random
        self._places = asyncio.Semaphore(network.requests)

    async def ask(self, request: Request) -> Answer:
        """Ask one hop; what goes wrong is told in the answer."""
        host = request.address.host
        try:
            peer = self._resolver.known(request.address)
            if peer is None:
                async with asyncio.timeout(self._network.timeout):
                    peer = await self._resolver.peer(request.address)
        except AddressError as error:
            return Answer(self.now(), fault=error.fault, detail=error.detail)
        except UnresolvedError as error:
            return Answer(self.now(), fault="dns_error", detail=str(error))
        except TimeoutError:
            return Answer(self.now(), fault="timeout", detail=f"{host}: the look-up took too long")
        try:
            await self._pace.enter(host)
        except DeferredError as error:
            return Answer(self.now(), fault="rate_limited", detail=str(error))
        try:
            async with self._places:
                self.requests += 1
                answer = Answer(self.now())
                headers = [(name, request.secrets.fill(text)) for name, text in request.headers]
                began = time.perf_counter()
                try:
                    async with asyncio.timeout(self._network.timeout):
                        reply = await self._transport.send(
                            request.address, request.target, headers, peer
                        )
                        try:
                            await self._read(request, reply, answer, began)
                        finally:
                            reply.close()
                except TransportError as error:
                    answer.fault, answer.detail = error.fault, error.detail
                except TimeoutError:
                    answer.fault = "timeout"
                    answer.detail = f"no complete answer in {self._network.timeout:g} s"
        finally:
            self._pace.leave(host)
        return answer

    async def _read(self, request: Request, reply: Reply, answer: Answer, began: float) -> None:
        answer.status = reply.status
        limit = REDIRECT_LIMIT if reply.status in REDIRECTS else request.limit
        body = Decoder(limit)
        answer.headers = _joined(reply.headers, request.hidden)
        self._take_rest(request.address.host, answer)
        try:
            body = decoder(answer.headers.get("content-encoding", ""), limit)
            while not body.full and (data := await reply.read()):
                body.feed(data)
            answer.body = body.finish()
        except CodingError as error:
            answer.fault, answer.detail = "bad_encoding", str(error)
        finally:
            answer.truncated = body.truncated or broken_off(answer.headers, answer.body)
            self._record(request, reply, answer, body, time.perf_counter() - began)

    def _take_rest(self, host: str, answer: Answer) -> None:
        """Leave a host alone for as long as it asks, or refuses for having been asked too much."""
        status = answer.status or 0
        rest = rest_asked(status, answer.headers, self._clock())
        if status == TOO_MANY:
            strikes = self._pace.strike(host)
            if rest is None:
                rest = min(LONGEST_STRIKE, 2.0**strikes) * (0.75 + self._random() / 2)
        elif status < TOO_MANY:
            self._pace.answered(host)
        if rest:
            self._pace.rest(host, rest)

    def _record(
        self, request: Request, reply: Reply, answer: Answer, body: Decoder, seconds: float
    ) -> None:
        headers, coded = reply.headers, bytes(body.coded)
        if request.hidden:
            headers, coded = self._without_secrets(request.hidden, headers, answer, coded)
        if self._recorder is None:
            return
        answer.warc = self._recorder.exchange(
            Exchange(
                url=request.url,
                request=(("Host", request.address.netloc), *request.headers),
                status=reply.status,
                reason=request.hidden.blank(reply.reason),
                headers=headers,
                body=coded,
                at=answer.at,
                address=reply.address,
                seconds=round(seconds, 6),
            )
        )

    @staticmethod
    def _without_secrets(
        hidden: Secrets, headers: Sequence[tuple[str, str]], answer: Answer, coded: bytes
    ) -> tuple[tuple[tuple[str, str], ...], bytes]:
        """Blank what a server echoes; a coded body is then kept plain, for none can be cut out."""
        kept = tuple((name, hidden.blank(value)) for name, value in headers)
        if "content-encoding" in answer.headers:
            kept = tuple(
                (name, value)
                for name, value in kept
                if name.lower() not in {"content-encoding", "content-length"}
            )
            answer.headers = {
                name: value
                for name, value in answer.headers.items()
                if name not in {"content-encoding", "content-length"}
            }
            coded = answer.body
        answer.body = hidden.blank_bytes(answer.body)
        return kept, hidden.blank_bytes(coded)

    def now(self) -> str:
        """The moment, as captures write it."""
        return stamp(self._clock())


def stamp(seconds: float) -> str:
    """A moment in UTC as captures write it: ISO 8601 with milliseconds and `Z`."""
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def _joined(headers: Sequence[tuple[str, str]], hidden: Secrets) -> dict[str, str]:
    """Headers by name in lower case; cookies are not kept, secrets blanked."""
    joined: dict[str, str] = {}
    for name, text in headers:
        key = name.lower()
        if key in _UNKEPT:
            continue
        value = hidden.blank(text)
        if key not in joined:
            joined[key] = value
        elif key not in _SINGLE:
            joined[key] += f", {value}"
    return joined
