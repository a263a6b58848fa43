"""What the fetcher's tests have in common: a network that leads into the local web."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from linter.crawl.asking import Ask
from linter.crawl.fetch import Fetcher
from linter.crawl.network import Network
from tests.web.site import Site, html, text

HOST = "www.musterhausen.example"
URL = f"https://{HOST}/"
DATED = ("Last-Modified", "Wed, 01 Jul 2026 08:00:00 GMT")
PAGE = html("<h1>Grüße aus Musterhausen</h1>")
ROBOTS = ("/robots.txt", text("User-agent: *\nAllow: /\n"))


def site(pages=None, **how):
    """A site with one page and a robots.txt that allows all."""
    return Site({"/": PAGE, ROBOTS[0]: ROBOTS[1], **(pages or {})}, **how)


def network(web, *, resolve=(), **changes):
    """Settings for the local web: quick, and only its addresses opened."""
    options = Network().with_options(
        resolve=[*web.resolve(), *resolve],
        ca_file=str(web.ca_file),
        allow_network=["127.0.0.0/8"],
    )
    return replace(options, **{"interval": 0.0, "timeout": 2.0, "passes": 0, **changes})


def fetch(web, *asks, settings=None, together=False, **named):
    """Captures of asks (or URLs), one after the other or side by side."""

    async def run():
        async with Fetcher(settings or network(web), **named) as fetcher:
            wanted = [ask if isinstance(ask, Ask) else Ask(ask) for ask in asks]
            if together:
                return list(await asyncio.gather(*map(fetcher.get, wanted)))
            return [await fetcher.get(ask) for ask in wanted]

    return asyncio.run(run())


class Shelf:
    """A ledger and recorder in memory."""

    resumed = True

    def __init__(self, before=()):
        self.before = dict(before)
        self.kept = {}
        self.exchanges = []
        self.captures = {}

    def recall(self, key):
        return self.kept.get(key)

    def previous(self, key):
        return self.before.get(key)

    def keep(self, key, capture):
        self.kept[key] = capture

    def exchange(self, exchange):
        self.exchanges.append(exchange)
        return {"file": "x.warc.gz", "offset": len(self.exchanges)}

    def capture(self, key, capture):
        self.captures[key] = capture
