"""The same fetches by Scrapy, with its own parser: `with_scrapy.py SITES AT_ONCE PORT`."""

from __future__ import annotations

import json
import socket
import sys
from typing import Any

_system = socket.getaddrinfo
socket.getaddrinfo = lambda _host, *rest, **named: _system("127.0.0.1", *rest, **named)
socket.gethostbyname = lambda _host: "127.0.0.1"  # Scrapy asks this one

import scrapy  # noqa: E402
from scrapy.crawler import CrawlerProcess  # noqa: E402
from scrapy.linkextractors import LinkExtractor  # noqa: E402

SITES, AT_ONCE, PORT = map(int, sys.argv[1:4])
WANTED = ("Impressum", "Datenschutz")


class Sites(scrapy.Spider):
    """Welcome page, home page, then the two pages behind it."""

    name = "sites"
    pages = 0

    async def start(self) -> Any:
        """The welcome page of each site."""
        for number in range(SITES):
            url = f"http://www.stadt-{number:04d}.example:{PORT}/willkommen"
            yield scrapy.Request(url, self.welcome)

    def welcome(self, response: Any) -> Any:
        """On to the home page, where the page sends us."""
        type(self).pages += 1
        target = response.css("meta[http-equiv=refresh]::attr(content)").get("")
        yield response.follow(target.partition("url=")[2], self.home)

    def home(self, response: Any) -> Any:
        """On to what the footer links."""
        type(self).pages += 1
        for link in LinkExtractor().extract_links(response):
            if link.text.strip() in WANTED:
                yield scrapy.Request(link.url, self.end)

    def end(self, response: Any) -> Any:
        """Take the text, as anyone would who looks for details."""
        type(self).pages += 1
        text = " ".join(response.css("main ::text").getall())
        yield {"url": response.url, "title": response.css("title::text").get(), "size": len(text)}


process = CrawlerProcess(
    {
        "USER_AGENT": "benchmark (+https://www.example.org)",
        "ROBOTSTXT_OBEY": True,
        "METAREFRESH_ENABLED": False,
        "CONCURRENT_REQUESTS": AT_ONCE * 2,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 2,
        "DOWNLOAD_DELAY": 0,
        "COOKIES_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "LOG_LEVEL": "ERROR",
    }
)
crawler = process.create_crawler(Sites)
process.crawl(crawler)
process.start()
stats = crawler.stats.get_stats()
failed = stats.get("downloader/exception_count", 0) + stats.get("retry/count", 0)
print(
    json.dumps(
        {"pages": Sites.pages, "failed": failed, "found": stats.get("item_scraped_count", 0)}
    )
)
