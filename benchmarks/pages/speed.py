"""The cost: links and kind of all pages beside a bare pass of two parsers, in one run."""

from __future__ import annotations

import gc
import warnings
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from linter.pages import read_page
from linter.pages.details import details_of
from linter.pages.privacy import privacy_of

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 7
KILO = 100_000
"""Bytes of a page that the goal for the details is set for."""
SMALLEST = 20_000
"""Smaller pages are no measure of cost by size."""


def selectolax(data: bytes) -> None:
    """The bare task: title, every link with its text, the visible text."""
    tree = LexborHTMLParser(data)
    title = tree.css_first("title")
    _ = title.text() if title else ""
    for node in tree.css("a[href]"):
        _ = (node.attributes.get("href"), node.attributes.get("rel"), node.text())
    tree.strip_tags(["script", "style"])
    _ = tree.body.text(separator=" ") if tree.body else ""


def soup(data: bytes) -> None:
    """The same with beautifulsoup4 over lxml."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 - a peer, not a dependency

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = BeautifulSoup(data, "lxml")
    _ = tree.title.get_text() if tree.title else ""
    for node in tree.find_all("a", href=True):
        _ = (node.get("href"), node.get("rel"), node.get_text())
    for node in tree(["script", "style"]):
        node.extract()
    _ = tree.get_text(" ")


def ours(data: bytes) -> None:
    """Links and kind."""
    read_page(data, url="https://www.example.org/seite")  # a crawl knows the address


def generated() -> list[bytes]:
    """Pages as large authorities have them: deep menus, news, tables; 10 to 390 kB."""
    return [_page(number, 10_000 + number * 16_500) for number in range(24)]


def _page(number: int, size: int) -> bytes:
    menu = "".join(
        f'<li class="nav-item level-{i % 3}"><a class="nav-link" href="/thema-{i}/bereich-{i * 7 % 13}">Thema {i} und Umgebung</a></li>'
        for i in range(20 + size // 2000)
    )
    head = (
        f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Kreis Beispiel, Seite {number}</title>'
        f"<script>window.config = {{page: {number}}};</script></head><body>"
        f'<header role="banner"><nav aria-label="Hauptmenü"><ul>{menu}</ul></nav></header><main><h1>Aktuelles aus dem Kreis</h1>'
    )
    parts = [head]
    length, i = len(parts[0]), 0
    while length < size - 600:
        i += 1
        parts.append(
            f'<article id="a{i}"><h2>Meldung {i}: Verkehr, Bildung und Umwelt</h2><p>Der Kreistag hat am {1 + i % 28}. Mai über '
            f"den Antrag {i * 31} beraten; <strong>die Abstimmung</strong> ging mit {i % 40} Stimmen aus. Näheres steht im "
            f'<a href="/news/{i}?seite={number}" rel="bookmark">Bericht der Verwaltung</a>, den Plan zeigt die <a href="/karte/{i}">Karte</a>.</p>'
            f"<table><tr><th>Ort</th><td>Rathaus {i}</td></tr><tr><th>Zeit</th><td>{8 + i % 10} Uhr</td></tr></table></article>"
        )
        length += len(parts[-1])
    parts.append(
        '</main><footer><ul><li><a href="/impressum">Impressum</a></li><li><a href="/datenschutz">Datenschutz</a></li></ul></footer></body></html>'
    )
    return "".join(parts).encode()


def compare(pages: list[bytes]) -> dict[str, float]:
    """CPU of one pass over all pages in milliseconds, and the ratios.

    Of each page the least of the rounds counts: what else the machine does only adds to it. Cycles
    are cleared away before each pass: beautifulsoup4 leaves so many that whoever comes next would
    pay for them, more than a whole pass takes.
    """
    tasks: dict[str, Callable[[bytes], None]] = {
        "selectolax": selectolax,
        "bs4+lxml": soup,
        "amtlint": ours,
    }
    least = {name: [float("inf")] * len(pages) for name in tasks}
    for task in tasks.values():
        task(pages[0])
    for _ in range(ROUNDS):
        for name, task in tasks.items():
            gc.collect()
            for number, data in enumerate(pages):
                begin = process_time()
                task(data)
                least[name][number] = min(least[name][number], process_time() - begin)
    spent = {name: sum(times) * 1e3 for name, times in least.items()}
    return {
        **spent,
        "to selectolax": spent["amtlint"] / spent["selectolax"],
        "of bs4+lxml": spent["amtlint"] / spent["bs4+lxml"],
    }


def details(pages: list[bytes]) -> dict[str, float]:
    """Milliseconds for the details and the notice of a page, by 100 kB: middle and worst page."""
    found: dict[str, list[float]] = {"details": [], "notice": []}
    for data in pages:
        if len(data) < SMALLEST:
            continue
        for name, task in (("details", details_of), ("notice", privacy_of)):
            times = []
            for _ in range(3):
                page = read_page(data)
                begin = process_time()
                task(page)
                times.append((process_time() - begin) * 1e3)
            found[name].append(min(times) * KILO / len(data))
    return {
        f"{name} {word}": pick(times) if times else 0.0
        for name, times in found.items()
        for word, pick in (("median", median), ("worst", max))
    }
