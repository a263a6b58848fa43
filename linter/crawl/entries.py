"""entries: the texts that stand in DNS under a name, asked of the system's own name server.

An ask for them is a `dns:` address (RFC 4501): `dns:_atproto.www.example.org?type=TXT`. Its capture
is kept, recorded and replayed like any other; the body has one text in a line.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from linter.crawl.address import PORTS
from linter.crawl.capture import Capture
from linter.crawl.network import SILENCE

if TYPE_CHECKING:
    from dns.asyncresolver import Resolver

    from linter.crawl.asking import Ask
    from linter.crawl.capture import Fault
    from linter.crawl.network import Network

Entries = Callable[[str], Awaitable[tuple[str, ...]]]
"""A name → the texts that stand there, none where the name has none; raises where nobody says."""

KIND = "text/dns"
_ASKED = re.compile(r"dns:([A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){1,126})\?type=TXT")


class UnaskedError(OSError):
    """Nobody answered what stands under a name."""


def ask_of(name: str) -> str:
    """The address of the texts of a name."""
    return f"dns:{name}?type=TXT"


def is_entry(url: str) -> bool:
    """Whether an address is of texts in DNS."""
    return url.startswith("dns:")


@dataclass(slots=True)
class SystemEntries:
    """The name server that the system asks, or those given.

    Where look-ups are somebody else's, a proxy's or `--resolve`'s, none is asked.
    """

    network: Network
    servers: tuple[str, ...] = ()
    port: int = 53
    _resolver: Resolver | None = field(default=None, repr=False)

    async def __call__(self, name: str) -> tuple[str, ...]:
        """The texts of a name."""
        if self.network.proxy is not None:
            raise UnaskedError("not asked behind a proxy")
        if any(self.network.override(name.partition(".")[2], port) for port in PORTS.values()):
            raise UnaskedError("the look-up is replaced by --resolve")
        import dns.asyncresolver  # noqa: PLC0415 - few accounts need it
        import dns.resolver  # noqa: PLC0415 - as above

        try:
            if self._resolver is None:
                self._resolver = dns.asyncresolver.Resolver(configure=not self.servers)
                if self.servers:
                    self._resolver.nameservers = list(self.servers)
                    self._resolver.port = self.port
            seconds = min(SILENCE, self.network.timeout)
            found = await self._resolver.resolve(f"{name}.", "TXT", lifetime=seconds)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return ()
        return tuple(b"".join(one.strings).decode("utf-8", "replace") for one in found)


async def looked_up(ask: Ask, entries: Entries, now: Callable[[], str]) -> Capture:
    """The capture of an ask for texts in DNS; nothing there is `not_found`."""
    name = _ASKED.fullmatch(ask.url)
    if name is None:
        return _capture(ask, now(), "dns_error", "no name that DNS could have")
    try:
        texts = await entries(name[1])
    except UnaskedError as error:
        return _capture(ask, now(), "dns_error", f"{name[1]}: {error}")
    except Exception as error:  # noqa: BLE001 - of whatever kind: a setup that cannot be read, too
        return _capture(ask, now(), "dns_error", f"{name[1]}: DNS: {type(error).__name__}")
    if not texts:
        return _capture(ask, now(), "not_found", f"{name[1]} has no such entry")
    body = "\n".join(" ".join(text.split()) for text in sorted(texts)).encode()
    return Capture(
        ask.url,
        ask.url,
        None,
        headers={"content-type": KIND},
        body=body[: ask.limit],
        sha256=sha256(body[: ask.limit]).hexdigest(),
        fetched_at=now(),
    )


def _capture(ask: Ask, at: str, fault: Fault, detail: str) -> Capture:
    return Capture(ask.url, ask.url, None, fault, detail, fetched_at=at)
