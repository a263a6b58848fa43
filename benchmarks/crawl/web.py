"""The web that is crawled: a process of its own that waits before each answer and counts.

`python web.py LATENCY` prints its port. `/__count` (any host) tells what was asked since the last
time and forgets it.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import Counter
from hashlib import blake2b
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent)]

from pages import page  # noqa: E402

ROBOTS = b"User-agent: *\nDisallow: /intern/\n"


class Count:
    """What was asked."""

    def __init__(self) -> None:
        self.pages = self.robots = self.missing = self.unchanged = self.most = 0
        self.first = self.last = 0.0
        self.flying: Counter[str] = Counter()

    def told(self) -> bytes:
        """As JSON."""
        names = ("pages", "robots", "missing", "unchanged", "most", "first", "last")
        return json.dumps({name: getattr(self, name) for name in names}).encode()


class Talk(asyncio.Protocol):
    """One connection; requests on it come one after the other."""

    latency = 0.1
    count = Count()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note where to write."""
        self.transport = transport
        self.got = b""

    def data_received(self, data: bytes) -> None:
        """Answer when a request is whole."""
        self.got += data
        while b"\r\n\r\n" in self.got:
            head, _, self.got = self.got.partition(b"\r\n\r\n")
            self.asked(head.decode("latin-1"))

    def asked(self, head: str) -> None:
        """One request."""
        lines = head.split("\r\n")
        path = lines[0].split(" ")[1]
        headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}
        host = headers.get("host", "").partition(":")[0]
        if path == "/__count":
            self.answer("", [self.count.told()])
            type(self).count = Count()
            return
        count = self.count
        count.first = count.first or time.monotonic()
        count.flying[host] += 1
        count.most = max(count.most, count.flying[host])
        known = headers.get("if-none-match", "")
        asyncio.get_running_loop().call_later(self.latency, self.reply, host, path, known, count)

    def reply(self, host: str, path: str, known: str, count: Count) -> None:
        """The answer, after the wait."""
        count.flying[host] -= 1
        count.last = time.monotonic()
        if path == "/robots.txt":
            count.robots += 1
            self.answer("", [ROBOTS], kind="text/plain")
            return
        pieces = page(host, path)
        if pieces is None:
            count.missing += 1
            self.answer("", [b"<h1>Nicht gefunden</h1>"], status="404 Not Found")
            return
        etag = f'"{blake2b(f"{host}{path}".encode(), digest_size=8).hexdigest()}"'
        count.pages += 1
        if known == etag:
            count.unchanged += 1
            self.transport.write(f"HTTP/1.1 304 Not Modified\r\nETag: {etag}\r\n\r\n".encode())
            return
        self.answer(f"ETag: {etag}\r\n", pieces)

    def answer(
        self,
        more: str,
        pieces: list[bytes],
        status: str = "200 OK",
        kind: str = "text/html; charset=utf-8",
    ) -> None:
        """Write an answer."""
        if self.transport.is_closing():
            return
        size = sum(map(len, pieces))
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\n{more}\r\n"
        self.transport.write(b"".join([head.encode(), *pieces]))


async def main(latency: float) -> None:
    """Serve until the input ends."""
    Talk.latency = latency
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Talk, "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    try:
        import uvloop
    except ImportError:
        asyncio.run(main(float(sys.argv[1])))
    else:
        uvloop.run(main(float(sys.argv[1])))
