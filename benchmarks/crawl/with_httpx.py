"""The same fetches by httpx and beautifulsoup4, as one writes it: `with_httpx.py SITES AT_ONCE PORT`."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from urllib.parse import urljoin

_system = socket.getaddrinfo
socket.getaddrinfo = lambda _host, *rest, **named: _system("127.0.0.1", *rest, **named)

import httpx  # noqa: E402
from bs4 import BeautifulSoup  # noqa: E402
from protego import Protego  # noqa: E402

SITES, AT_ONCE, PORT = map(int, sys.argv[1:4])
AGENT = "benchmark (+https://www.example.org)"
count = {"pages": 0, "failed": 0, "found": 0}


async def page(client: httpx.AsyncClient, url: str) -> BeautifulSoup | None:
    """Fetch and parse."""
    try:
        answer = await client.get(url)
    except httpx.HTTPError:
        count["failed"] += 1
        return None
    count["pages"] += 1
    return BeautifulSoup(answer.text, "lxml")


async def end(client: httpx.AsyncClient, url: str) -> None:
    """Fetch a page and take its text."""
    soup = await page(client, url)
    if soup is not None and soup.title is not None:
        count["found"] += len(soup.main.get_text(" ")) > 0


async def site(client: httpx.AsyncClient, number: int, turn: asyncio.Semaphore) -> None:
    """Welcome page, home page, then the two pages behind it, together."""
    async with turn:
        start = f"http://www.stadt-{number:04d}.example:{PORT}"
        try:
            rules = Protego.parse((await client.get(f"{start}/robots.txt")).text)
        except httpx.HTTPError:
            count["failed"] += 1
            return
        url = f"{start}/willkommen"
        if not rules.can_fetch(url, AGENT) or (welcome := await page(client, url)) is None:
            return
        target = welcome.find("meta", {"http-equiv": "refresh"})["content"].partition("url=")[2]
        url = urljoin(url, target)
        home = await page(client, url)
        if home is None:
            return
        links = {
            a.get_text(strip=True): urljoin(url, a["href"]) for a in home.find_all("a", href=True)
        }
        wanted = [links[name] for name in ("Impressum", "Datenschutz") if name in links]
        await asyncio.gather(*(end(client, one) for one in wanted))


async def main() -> None:
    """All sites, some at a time."""
    turn = asyncio.Semaphore(AT_ONCE)
    async with httpx.AsyncClient(headers={"User-Agent": AGENT}, timeout=30) as client:
        await asyncio.gather(*(site(client, number, turn) for number in range(SITES)))


asyncio.run(main())
print(json.dumps(count))
