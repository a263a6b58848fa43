"""The server of the local web, on bare asyncio streams, so that what goes wrong is exact."""

from __future__ import annotations

import asyncio
import contextlib
import http
import socket
import ssl
import struct
import time
from typing import TYPE_CHECKING

from tests.web.site import Answer, Request, Site

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.authority import Authority
    from tests.web.site import Door

LOCAL = "127.0.0.1"
MOST_HEAD = 64 * 1024
LONGEST_WAIT = 30.0
"""Seconds after which a fault that waits for the client to give up gives up itself."""
PIECE = 64 * 1024
HANDSHAKE_FAILURE = bytes((0x15, 3, 3, 0, 2, 2, 40))
"""A TLS alert, level fatal."""
UNKNOWN = Site({}, Answer("no such host here", 421, type="text/plain"))


class Server:
    """Listens on one port for HTTP, one for TLS, and one for each kind of door.

    Names are told apart by SNI and Host. Everything here runs in the event loop that `start` was
    awaited in; `sites` and `log` may be read and changed from elsewhere.
    """

    def __init__(self, authority: Authority, *, keep_log: bool = True) -> None:
        self.authority = authority
        self.sites: dict[str, Site] = {}
        self.log: list[Request] = []
        self.handshakes: list[str] = []
        """The names that TLS connections were opened for, whatever became of them."""
        self.ports: dict[tuple[str, Door], int] = {}
        self.keep_log = keep_log
        self._servers: list[asyncio.Server] = []
        self._reserved: socket.socket | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Open the ports."""
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.set_alpn_protocols(["http/1.1"])
        tls.sni_callback = self._choose  # type: ignore[assignment]
        self.authority.context("localhost")  # the first is the slowest
        plain = await self._listen("http", self._talk("http"))
        self.ports["http", "open"] = plain
        self.ports["https", "plain"] = plain
        self.ports["http", "plain"] = plain
        self.ports["https", "open"] = await self._listen("https", self._talk("https"), tls)
        reset = await self._listen("reset", self._slam)
        alert = await self._listen("alert", self._refuse_handshake)
        silent = await self._listen("silent", self._say_nothing)
        self._reserved = socket.socket()
        self._reserved.bind((LOCAL, 0))  # bound and not listening: refused
        refused = self._reserved.getsockname()[1]
        for scheme in ("http", "https"):
            self.ports[scheme, "reset"] = reset
            self.ports[scheme, "silent"] = silent
            self.ports[scheme, "alert"] = alert
            self.ports[scheme, "refused"] = refused

    async def stop(self) -> None:
        """Close the ports and all connections."""
        for server in self._servers:
            server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for server in self._servers:
            await server.wait_closed()
        if self._reserved is not None:
            self._reserved.close()
        await asyncio.sleep(0)

    async def _listen(
        self, _name: str, talk: Callable[..., object], tls: ssl.SSLContext | None = None
    ) -> int:
        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            self._tasks.add(task)
            try:
                with contextlib.suppress(
                    ConnectionError, asyncio.IncompleteReadError, ssl.SSLError, TimeoutError
                ):
                    await talk(reader, writer)
            except asyncio.CancelledError:
                writer.transport.abort()
            finally:
                self._tasks.discard(task)
                writer.close()

        more = {"ssl": tls, "ssl_handshake_timeout": LONGEST_WAIT} if tls else {}
        server = await asyncio.start_server(
            connected, LOCAL, 0, limit=MOST_HEAD, backlog=2048, **more
        )
        self._servers.append(server)
        return server.sockets[0].getsockname()[1]

    def _choose(self, connection: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
        name = name or "localhost"
        self.handshakes.append(name)
        site = self.sites.get(name, UNKNOWN)
        connection.context = self.authority.context(name, site.certificate)

    async def _slam(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _reset(writer)

    async def _refuse_handshake(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await reader.read(PIECE)
        writer.write(HANDSHAKE_FAILURE)

    async def _say_nothing(self, reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await _until_gone(reader)

    def _talk(self, scheme: str) -> Callable[..., object]:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            while True:
                first = await reader.readexactly(1)
                head = first if first < b"A" else first + await reader.readuntil(b"\r\n\r\n")
                request = _read(head, scheme)
                if request is None:  # TLS on the plain port, for one
                    writer.write(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
                    return
                if self.keep_log:
                    self.log.append(request)
                site = self.sites.get(request.host, UNKNOWN)
                answer = site.answer(request)
                if wait := site.latency + answer.delay:
                    await asyncio.sleep(wait)
                try:
                    stays = await _reply(request, answer, reader, writer)
                finally:
                    request.state["ended"] = time.monotonic()
                if not stays or request.header("Connection").lower() == "close":
                    return

        return talk


def _read(head: bytes, scheme: str) -> Request | None:
    lines = head.decode("latin-1").split("\r\n")
    parts = lines[0].split(" ")
    if len(parts) != 3:
        return None
    headers = tuple(
        (name.strip(), value.strip())
        for name, _, value in (line.partition(":") for line in lines[1:] if line)
    )
    host = next((value for name, value in headers if name.lower() == "host"), "")
    host = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    return Request(host.lower(), parts[1], scheme, parts[0], headers, time.monotonic())


async def _reply(
    request: Request, answer: Answer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> bool:
    """Write an answer; whether the connection stays open."""
    match answer.fault:
        case "reset":
            _reset(writer)
            return False
        case "silent":
            await _until_gone(reader)
            return False
        case "garbage":
            writer.write(b"\x00\x01\x02 this is no HTTP\r\n\r\n" * 4)
            return False
    plain = None if callable(answer.body) else b"".join(answer.pieces())
    framing = "chunked" if plain is None and answer.framing == "length" else answer.framing
    head = _head(answer, framing, plain)
    if request.method == "HEAD" or answer.status in {204, 304}:
        writer.write(head)
        return True
    if answer.fault in {"drip", "reset_body", "silent_body", "short"}:
        assert plain is not None
        writer.write(head)
        await _fail_in_body(request, answer, plain, reader, writer)
        return False
    for piece in answer.pieces():
        await _send(request, head, piece, framing, writer)
        head = b""
    if framing == "chunked":
        writer.write(b"0\r\n\r\n")
    await writer.drain()
    return framing != "close" and answer.length is None


async def _send(
    request: Request, head: bytes, piece: bytes, framing: str, writer: asyncio.StreamWriter
) -> None:
    for start in range(0, len(piece) or 1, PIECE):
        part = piece[start : start + PIECE]
        chunk = b"%x\r\n%b\r\n" % (len(part), part) if framing == "chunked" and part else part
        writer.write(head + chunk)
        head = b""
        request.state["sent"] = request.state.get("sent", 0) + len(part)
        if request.state["sent"] > PIECE:
            await asyncio.sleep(0)  # so that the end of a connection is noticed, not written into
            await writer.drain()


def _head(answer: Answer, framing: str, body: bytes | None) -> bytes:
    reason = {999: "Request denied"}.get(answer.status)
    if reason is None:
        with contextlib.suppress(ValueError):
            reason = http.HTTPStatus(answer.status).phrase
    lines = [f"HTTP/1.1 {answer.status} {reason or 'Unknown'}"]
    if answer.type is not None:
        lines.append(f"Content-Type: {answer.type}")
    lines += [f"{name}: {value}" for name, value in answer.headers]
    if framing == "chunked":
        lines.append("Transfer-Encoding: chunked")
    elif framing == "close":
        lines.append("Connection: close")
    elif answer.status not in {204, 304}:
        length = len(body or b"") if answer.length is None else answer.length
        lines.append(f"Content-Length: {length}")
    return "\r\n".join((*lines, "", "")).encode("utf-8", "surrogateescape")


async def _fail_in_body(
    request: Request,
    answer: Answer,
    body: bytes,
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
) -> None:
    if answer.fault == "drip":
        for byte in body:
            if writer.transport.is_closing():
                return
            writer.write(bytes((byte,)))
            request.state["sent"] = request.state.get("sent", 0) + 1
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(_until_gone(reader), answer.pace)
                return
        return
    writer.write(body[: len(body) // 2])
    request.state["sent"] = len(body) // 2
    await writer.drain()
    if answer.fault == "silent_body":
        await _until_gone(reader)
    elif answer.fault == "reset_body":
        await asyncio.sleep(0.05)  # so that the first half has arrived: a reset overtakes
        _reset(writer)


def _reset(writer: asyncio.StreamWriter) -> None:
    """End a connection with RST."""
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def _until_gone(reader: asyncio.StreamReader) -> None:
    """Wait until the client gives up."""
    with contextlib.suppress(ConnectionError):
        async with asyncio.timeout(LONGEST_WAIT):
            while await reader.read(PIECE):
                pass
