"""Running servers on loopback: start, wait until they listen, stop; and TLS in front of them."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import ssl
import subprocess
import threading
import time
from typing import TYPE_CHECKING, Self

import trustme

from linter.crawl.network import Network

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LOCAL = "127.0.0.1"
PATIENCE = 60.0


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as one:
        one.bind((LOCAL, 0))
        return int(one.getsockname()[1])


class Server:
    """One process, or several, that listen on loopback."""

    _processes: tuple[subprocess.Popen[bytes], ...] = ()

    def run(
        self,
        words: list[str | Path],
        at: Path,
        *ports: int,
        env: Mapping[str, str] | None = None,
        patience: float = PATIENCE,
        spoken_to: bool = False,
    ) -> None:
        """Start a process and wait until it listens on the ports; spoken_to: see `tell`."""
        log = at / f"{os.path.basename(words[0])}.log"
        with log.open("ab") as out:
            process = subprocess.Popen(
                [str(word) for word in words],
                cwd=at,
                stdout=out,
                stderr=out,
                stdin=subprocess.PIPE if spoken_to else subprocess.DEVNULL,
                env=os.environ | dict(env or {}),
                start_new_session=True,
            )
        self._processes = (*self._processes, process)
        until = time.monotonic() + patience
        for port in ports:
            while not _listens(port):
                if process.poll() is not None or time.monotonic() > until:
                    self.stop()
                    raise RuntimeError(f"no server: {log.read_text()[-2000:]}")
                time.sleep(0.05)

    def tell(self, line: str) -> None:
        """Write a line to the process started last."""
        said = self._processes[-1].stdin
        if said is None:
            raise RuntimeError("this server does not listen")
        said.write(f"{line}\n".encode())
        said.flush()

    def stop(self) -> None:
        """End the processes, the last first, and what they started."""
        for process in reversed(self._processes):
            if process.stdin is not None:
                process.stdin.close()
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(5)
        self._processes = ()


def _listens(port: int) -> bool:
    with socket.socket() as one:
        one.settimeout(1)
        return one.connect_ex((LOCAL, port)) == 0


class Front:
    """TLS with certificates of its own in front of servers that speak plain HTTP.

    hosts: name → port on loopback. `network` leads a fetcher there, as `--resolve` and
    `--ca-file` would.
    """

    def __init__(self, hosts: Mapping[str, int], base: Path) -> None:
        authority = trustme.CA()
        self._file = base / "ca.pem"
        authority.cert_pem.write_to_path(str(self._file))
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*hosts).configure_cert(self._context)
        self._hosts = dict(hosts)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="front", daemon=True)
        self._servers: list[asyncio.Server] = []
        self.ports: dict[str, int] = {}

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    @property
    def network(self) -> Network:
        """How a fetcher finds the servers."""
        return Network(ca_file=str(self._file), interval=0, passes=0).with_options(
            resolve=[f"{host}:443:{LOCAL}:{port}" for host, port in self.ports.items()],
            allow_network=["127.0.0.0/8"],
        )

    async def _open(self) -> None:
        for host, port in self._hosts.items():
            server = await asyncio.start_server(
                lambda reader, writer, to=port: _pass(reader, writer, to),
                LOCAL,
                0,
                ssl=self._context,
            )
            self._servers.append(server)
            self.ports[host] = server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        for server in self._servers:
            server.close()
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
        await asyncio.sleep(0.05)  # aborted connections are let go in the next rounds


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int) -> None:
    """Carry bytes both ways until one side ends."""
    try:
        back, forth = await asyncio.open_connection(LOCAL, port)
    except OSError:
        writer.transport.abort()
        return
    try:
        ways = [
            asyncio.create_task(_carry(reader, forth)),
            asyncio.create_task(_carry(back, writer)),
        ]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        for end in (writer, forth):
            end.transport.abort()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
