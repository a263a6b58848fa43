"""webhook: the digest as JSON, posted to an address that the config names.

The address is looked up once, checked by the crawl's guard, and that very address is connected to:
a chat service inside the house needs `allow-network`, as a page inside the house does.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from typing import TYPE_CHECKING, Any

import httpx

from linter.crawl.address import parse
from linter.crawl.resolve import Resolver, SystemLookup
from linter.errors import LinterError
from linter.report.escape import as_json

if TYPE_CHECKING:
    from linter.crawl.address import Address
    from linter.crawl.network import Network
    from linter.crawl.resolve import Peer
    from linter.delivery.notices import Secrets, Webhook
    from linter.text import Text

UNSENDABLE: Text = {
    "de": "Die Kopfzeile „{name}“ enthält Zeichen außerhalb von ASCII; das geht bei HTTP nicht. Ändern Sie den Wert "
    "oder die Umgebungsvariable, aus der er kommt.",
    "en": "The header “{name}” holds characters outside ASCII, which HTTP does not allow. Change the value or the "
    "environment variable that it comes from.",
}


def post(data: dict[str, Any], webhook: Webhook, secrets: Secrets, network: Network) -> None:
    """Post; raises `LinterError`, `AddressError`, `OSError` or `httpx.HTTPError` where it does not arrive."""
    address = parse(secrets.fill(webhook.url))
    headers = {name: secrets.fill(value) for name, value in webhook.headers}
    for name, value in headers.items():
        if not value.isascii():
            raise LinterError({lang: text.format(name=name) for lang, text in UNSENDABLE.items()})
    asyncio.run(_post(data, address, headers, network))


async def _post(
    data: dict[str, Any], address: Address, headers: dict[str, str], network: Network
) -> None:
    peer = await _peer(address, network)
    context = ssl.create_default_context(cafile=network.ca_file or None)
    async with httpx.AsyncClient(
        verify=context, trust_env=False, follow_redirects=False, timeout=network.timeout
    ) as client:
        answer = await client.post(
            _pinned(address, peer),
            content=as_json(data).encode(),
            headers={
                "User-Agent": network.user_agent,
                **headers,
                "Content-Type": "application/json",
                "Host": address.netloc,
            },
            extensions={"sni_hostname": address.host},
        )
    if not answer.is_success:
        raise LinterError(
            {
                "de": f"Der Server antwortete mit HTTP {answer.status_code}.",
                "en": f"The server answered with HTTP {answer.status_code}.",
            }
        )


async def _peer(address: Address, network: Network) -> Peer:
    lookup = SystemLookup(1)
    try:
        return await Resolver(network, lookup, time.monotonic).peer(address)
    finally:
        lookup.close()


def _pinned(address: Address, peer: Peer) -> str:
    """The URL with the checked address in place of the name."""
    ip = peer.addresses[0]
    host = f"[{ip}]" if ":" in ip else ip
    return f"{address.scheme}://{host}:{peer.port}{address.target}"
