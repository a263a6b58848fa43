"""resolve: which addresses a host has, looked up once and checked before anyone connects."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.crawl.address import IP, PORTS, UNSAFE_PORTS, Address, AddressError, lies_in, refusal

if TYPE_CHECKING:
    from linter.crawl.network import Network

Lookup = Callable[[str, int], Awaitable[tuple[str, ...]]]
"""Host and port → its addresses in the order to try; raises `OSError` where there are none."""

KEPT = 20_000
"""Hosts whose addresses are remembered, so that a long night does not grow."""


class UnresolvedError(OSError):
    """A host without an address."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Where a host is asked: checked addresses and the port to connect to."""

    addresses: tuple[str, ...]
    port: int


class SystemLookup:
    """The look-up of the operating system, in threads of its own."""

    def __init__(self, threads: int = 16) -> None:
        self._threads = threads
        self._pool: ThreadPoolExecutor | None = None

    async def __call__(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of a host."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="amtlint-resolve")
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._pool, _ask_system, host, port)
        return tuple(dict.fromkeys(found))

    def close(self) -> None:
        """Let the threads go."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def _ask_system(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


class Resolver:
    """Looks a host up at most once while its answer is fresh, and refuses what is not public.

    One private address among several refuses the host: whoever answers so is not to be trusted.
    """

    def __init__(self, network: Network, lookup: Lookup, ticks: Callable[[], float]) -> None:
        self._network = network
        self._lookup = lookup
        self._ticks = ticks
        self._fresh = network.address_lifetime
        self._known: OrderedDict[tuple[str, int], tuple[float, Peer]] = OrderedDict()

    def known(self, address: Address) -> Peer | None:
        """Where to connect, if that was looked up and checked a short while ago."""
        known = self._known.get((address.host, address.port))
        return known[1] if known is not None and self._ticks() < known[0] else None

    async def peer(self, address: Address) -> Peer:
        """Where to connect; raises `AddressError` (refused) or `UnresolvedError`."""
        key = (address.host, address.port)
        override = self._network.override(address.host, address.port)
        port_open = address.port in PORTS.values()
        if address.port in UNSAFE_PORTS:  # whatever was opened: a visitor gets no page there either
            raise AddressError("address_refused", f"port {address.port} is not asked")
        peer = Peer((), address.port)
        if address.ip is not None:
            found: tuple[str, ...] = (str(address.ip),)
        elif override is not None:
            found, peer, port_open = override.addresses, Peer((), override.to), True
        else:
            if not port_open and not self._network.allow_network:
                raise AddressError("address_refused", f"port {address.port} is not asked")
            try:
                found = await self._found(address)
            except UnresolvedError:
                if self._network.proxy is None or not port_open:
                    raise
                return peer  # behind a proxy the world's names are often unknown
        checked = self._checked(address.host, found)
        if not port_open and not all(lies_in(ip, self._network.allow_network) for ip in checked):
            raise AddressError("address_refused", f"port {address.port} is not asked")
        peer = Peer(tuple(map(str, checked)), peer.port)
        self._known[key] = (self._ticks() + self._fresh, peer)
        if len(self._known) > KEPT:
            self._known.popitem(last=False)
        return peer

    async def _found(self, address: Address) -> tuple[str, ...]:
        try:
            found = await self._lookup(address.host, address.port)
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or "no such host"
            raise UnresolvedError(f"{address.host}: {reason}") from None
        if not found:
            raise UnresolvedError(f"{address.host}: no address")
        return found

    def _checked(self, host: str, found: tuple[str, ...]) -> list[IP]:
        checked: list[IP] = []
        for text in found:
            try:
                ip = ipaddress.ip_address(text)
            except ValueError:
                raise AddressError("address_refused", f"{host}: {text} is no address") from None
            if isinstance(ip, ipaddress.IPv6Address) and ip.scope_id:
                raise AddressError("address_refused", f"{host}: an address with a zone")
            reason = refusal(ip, self._network.allow_network)
            if reason:
                raise AddressError("address_refused", f"{host}: {reason}")
            checked.append(ip)
        return checked
