"""transport: one request over the wire, to an address that was checked before.

aiohttp carries it, behind this one seam. CPU per page of 40 kB (200 sites of 4 pages, 100 ms, 50 in
flight): aiohttp 0.24 ms, httpx on aiohttp's transport 0.52, httpx's own pool 1.13 and growing.
"""

from __future__ import annotations

import asyncio
import errno
import ssl
from collections import OrderedDict
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from linter.crawl.capture import NOT_HTTP, NOT_SECURE, NOT_VALID
from linter.crawl.framing import Handler

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from linter.crawl.address import Address
    from linter.crawl.capture import Fault
    from linter.crawl.network import Network
    from linter.crawl.resolve import Peer

KEPT_OPEN = 128
"""Hosts whose connections are kept for a next request, at most."""

KEEPALIVE = 10.0
LONGEST_LINE = 65_536


class TransportError(Exception):
    """No answer, or not all of it."""

    def __init__(self, fault: Fault, detail: str) -> None:
        super().__init__(detail)
        self.fault = fault
        self.detail = detail


class Reply:
    """An answer whose body is still to come.

    headers: as sent, in order; address: who answered.
    """

    __slots__ = ("_done", "_response", "address", "headers", "reason", "status")

    def __init__(self, response: _Response, done: Callable[[], None]) -> None:
        self._response = response
        self._done = done
        self.status = response.status
        self.reason = response.reason or ""
        self.headers = tuple((_text(name), _text(value)) for name, value in response.raw_headers)
        self.address = response.peer

    async def read(self) -> bytes:
        """What arrived of the body next, in its content coding; b"" at its end."""
        try:
            return await self._response.content.readany()
        except Exception as error:  # noqa: BLE001 - whatever the engine raises, it is a fault
            raise _fault(error) from None

    def close(self) -> None:
        """Let go, once; a connection whose body was not read to its end is not used again."""
        whole = self._response.content.at_eof()
        self._response.close()
        if not whole:
            self._response.hang_up()
        self._done()


class _Response(aiohttp.ClientResponse):
    """Remembers the connection, which aiohttp forgets with the last byte."""

    peer = ""
    wire: asyncio.Transport | None = None

    async def start(self, connection: Any) -> aiohttp.ClientResponse:
        self.wire = connection.transport
        peer = self.wire.get_extra_info("peername") if self.wire is not None else None
        self.peer = str(peer[0]) if peer else ""
        try:
            return await super().start(connection)
        except BaseException:
            self.hang_up()
            raise

    def hang_up(self) -> None:
        """End the connection at once: TLS would wait for the other side's good-bye."""
        if self.wire is not None:
            self.wire.abort()


class _Pinned(AbstractResolver):
    """Answers with what was checked, and looks nothing up."""

    def __init__(self) -> None:
        self.peer: Peer | None = None

    async def resolve(
        self,
        host: str,
        port: int = 0,  # noqa: ARG002 - the name is aiohttp's
        family: Any = 0,
    ) -> list[ResolveResult]:
        if self.peer is None:  # pragma: no cover - set before every request
            raise OSError(errno.EADDRNOTAVAIL, "no checked address")
        return [
            ResolveResult(
                hostname=host, host=address, port=self.peer.port, family=family, proto=0, flags=0
            )
            for address in self.peer.addresses
        ]

    async def close(self) -> None:
        pass


class _Site:
    """The connections to one scheme, host and port."""

    __slots__ = ("busy", "resolver", "session")

    def __init__(self, session: aiohttp.ClientSession, resolver: _Pinned | None) -> None:
        self.session = session
        self.resolver = resolver
        self.busy = 0


class Transport:
    """Sends requests; keeps connections of the hosts asked last, and closes the others'."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._sites: dict[str, _Site] = {}
        self._resting: OrderedDict[str, None] = OrderedDict()
        self._closing: set[asyncio.Task[None]] = set()
        self._tls: ssl.SSLContext | None = None
        self._kept = min(network.jobs, KEPT_OPEN)
        self._timeout = aiohttp.ClientTimeout(
            total=None, sock_connect=network.connect_timeout, sock_read=network.silence_timeout
        )
        raise_open_files(4 * network.jobs + 4 * self._kept + 100)

    async def send(
        self, address: Address, target: str, headers: Sequence[tuple[str, str]], peer: Peer
    ) -> Reply:
        """Ask for `target` (the wire's, with secrets) at a checked peer; raises `TransportError`."""
        origin = address.origin
        site = self._site(origin)
        if site.resolver is not None:
            site.resolver.peer = peer
        site.busy += 1
        self._resting.pop(origin, None)

        def done() -> None:
            site.busy -= 1
            if not site.busy:
                self._resting[origin] = None
                if len(self._resting) > self._kept:
                    self._let_go()

        try:
            response = await site.session.get(
                URL(origin + target, encoded=True),
                headers=headers,
                allow_redirects=False,
                timeout=self._timeout,
                proxy=self._network.proxy,
            )
        except BaseException as error:
            done()
            if isinstance(error, Exception):
                raise _fault(error) from None  # its text may hold the whole address
            raise
        if not isinstance(response, _Response):  # pragma: no cover - the session makes no other
            raise TypeError(type(response))
        return Reply(response, done)

    async def close(self) -> None:
        """Close every connection."""
        sites = list(self._sites.values())
        self._sites.clear()
        self._resting.clear()
        for site in sites:
            await site.session.close()
        while self._closing:
            await asyncio.gather(*self._closing, return_exceptions=True)
        if sites:  # the farewell of TLS takes the loop some turns
            await asyncio.sleep(0.1)

    def _site(self, origin: str) -> _Site:
        site = self._sites.get(origin)
        if site is None:
            site = self._sites[origin] = self._open(secure=origin.startswith("https:"))
        return site

    def _open(self, *, secure: bool) -> _Site:
        if secure and self._tls is None:  # reading the system's store takes a while
            self._tls = trust(self._network.ca_file)
        resolver = _Pinned() if self._network.proxy is None else None
        connector = aiohttp.TCPConnector(
            resolver=resolver,
            use_dns_cache=False,
            ssl=self._tls if secure and self._tls is not None else True,
            limit=0,
            keepalive_timeout=KEEPALIVE,
        )
        factory: Any = partial(Handler, loop=asyncio.get_running_loop())
        connector._factory = factory  # noqa: SLF001 - there is no other way in
        session = aiohttp.ClientSession(
            connector=connector,
            response_class=_Response,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
            max_line_size=LONGEST_LINE,
            max_field_size=LONGEST_LINE,
        )
        return _Site(session, resolver)

    def _let_go(self) -> None:
        """Close the connections of the host that was not asked for longest."""
        origin, _ = self._resting.popitem(last=False)
        site = self._sites.pop(origin)
        task = asyncio.get_running_loop().create_task(site.session.close())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)


def trust(ca_file: str) -> ssl.SSLContext:
    """What certificates are checked against: the system's store, or the file in its place."""
    context = ssl.create_default_context(cafile=ca_file or None)
    context.set_alpn_protocols(["http/1.1"])
    return context


def raise_open_files(wanted: int) -> None:
    """Allow this process as many open files as its requests need, if the system lets it."""
    try:
        import resource  # noqa: PLC0415 - not there on Windows
    except ImportError:  # pragma: no cover
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        with suppress(ValueError, OSError):
            most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _fault(error: Exception) -> TransportError:
    """What an error of the engine means; its text is ours, for its own may hold a secret."""
    if isinstance(error, asyncio.TimeoutError):
        return TransportError("timeout", "no answer in time")
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return TransportError("tls_error", _certificate(error.certificate_error))
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return TransportError("tls_error", NOT_SECURE)
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return TransportError("dns_error", "no address")
    if isinstance(error, OSError) and not isinstance(error, aiohttp.ServerConnectionError):
        cause = getattr(
            error, "os_error", error
        )  # without a number: closed while TLS was agreed on
        if isinstance(cause, ConnectionResetError) or error.errno in _RESETS:
            return TransportError("reset", "the connection was reset")
        reason = errno.errorcode.get(error.errno or 0, "no connection")
        return TransportError("connect_error", f"no connection ({reason})")
    if isinstance(error, aiohttp.ClientResponseError):
        return TransportError("reset", NOT_HTTP)
    if isinstance(error, aiohttp.ClientError):
        return TransportError("reset", "the connection was closed before the answer was complete")
    return TransportError("failed", f"the request failed ({type(error).__name__})")


_RESETS = frozenset((errno.ECONNRESET, errno.EPIPE, errno.ECONNABORTED))


def _certificate(error: Exception) -> str:
    reason = getattr(error, "verify_message", "") or "it could not be verified"
    return f"{NOT_VALID}: {reason}"


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
