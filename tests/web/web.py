"""The local web as a test sees it: sites in, options for the command line and a log out."""

from __future__ import annotations

import asyncio
import threading
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.web.authority import Authority
from tests.web.server import LOCAL, Server

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from types import TracebackType

    from tests.web.site import Request, Site


class Web:
    """A web of its own, served from a thread. `with Web(folder) as web: web.serve({...})`."""

    def __init__(self, folder: Path) -> None:
        self.server = Server(Authority())
        self.ca_file = self.server.authority.write(folder / "ca.pem")
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(lambda *_: None)  # faults are what we are here for
        self._thread = threading.Thread(target=self._loop.run_forever, name="web", daemon=True)

    def __enter__(self) -> Web:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self.server.start(), self._loop).result(10)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        asyncio.run_coroutine_threadsafe(self.server.stop(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    @property
    def log(self) -> list[Request]:
        """Every request since the start or the last `forget`, in the order received."""
        return self.server.log

    def serve(self, sites: Mapping[str, Site]) -> None:
        """Add sites by host name; a name that is there already is replaced."""
        self.server.sites.update(sites)

    def clear(self) -> None:
        """Take all sites off and forget what was asked."""
        self.server.sites.clear()
        self.forget()

    def forget(self) -> None:
        """Forget what was asked."""
        self.server.log.clear()
        self.server.handshakes.clear()

    def asked(self, host: str, path: str | None = None) -> list[Request]:
        """The requests to a host, for a path (with query) where one is given."""
        return [r for r in self.log if r.host == host and path in {None, r.path}]

    def port(self, host: str, scheme: str) -> int:
        """The port behind which a host is."""
        site = self.server.sites.get(host)
        return self.server.ports[scheme, site.door if site else "open"]

    def resolve(self, hosts: Iterable[str] = ()) -> list[str]:
        """`HOST:PORT:ADDRESS:PORT` for every host served and the further ones named."""
        return [
            f"{host}:{number}:{LOCAL}:{self.port(host, scheme)}"
            for host in dict.fromkeys((*self.server.sites, *hosts))
            for scheme, number in (("https", 443), ("http", 80))
        ]

    def options(self, *further: str) -> list[str]:
        """The options that lead the command line into this web; further `--resolve` at the end."""
        words = ["--ca-file", str(self.ca_file), "--allow-network", "127.0.0.0/8"]
        for entry in (*self.resolve(), *further):
            words += ["--resolve", entry]
        return words

    def most_at_once(self, host: str) -> int:
        """How many requests to a host were in flight together at most."""
        moments: list[tuple[float, int]] = []
        for request in self.asked(host):
            moments += [(request.begun, 1), (request.ended, -1)]
        most = now = 0
        for _, change in sorted(moments):
            now += change
            most = max(most, now)
        return most

    def shortest_interval(self, host: str) -> float:
        """The shortest time between the beginnings of two requests to a host."""
        times = sorted(request.begun for request in self.asked(host))
        return min(
            (later - earlier for earlier, later in pairwise(times)),
            default=float("inf"),
        )
