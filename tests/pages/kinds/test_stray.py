"""A page with nothing of a house's is doubted, whatever it says; one of a house's never."""

from __future__ import annotations

import time

import pytest

from linter.pages import read_page
from linter.pages.kinds.stray import names_host, stray

ODD = "<p>Die Warteliste ist voll, kommen Sie morgen wieder vorbei.</p>"
LONG = "<p>Neues aus dem Tal: Termine, Feste und die Öffnungszeiten im Sommer.</p>" * 16


def strays(body: str, url: str = "https://www.bergheide.example/") -> bool:
    return stray(read_page(body.encode(), url=url, content_type="text/html; charset=utf-8"))


@pytest.mark.parametrize(
    "body",
    [
        ODD,
        f"<title>Hinweis</title><h1>Moment noch</h1>{ODD}",
        f"{ODD}<a href='#oben'>oben</a> <a href='/'>neu laden</a>",
        f"{ODD}<p>Request: https://www.bergheide.example/impressum /var/www/bergheide.example/</p>",
        f"{ODD}<button>Verbinden</button>",
    ],
)
def test_a_few_words_without_a_house_are_astray(body: str):
    assert strays(body)


@pytest.mark.parametrize(
    "body",
    [
        f"<title>Bergheide</title>{ODD}",
        f"<h1>Bergheider Hof</h1>{ODD}",
        f"<h1>Unsere Gemeinde</h1>{ODD}",
        f"{ODD}<p>Am Markt 1, 12345 Aue</p>",
        f"{ODD}<p>Telefon: 04711 22330</p>",
        f"{ODD}<a href='/angebot'>Angebot</a>",
        f"{ODD}<a href='/i'>Impressum</a>",
        f"<h1>Impressum</h1>{ODD}",
        "<h1>Warteliste</h1>",
        LONG,
        "",
    ],
)
def test_what_has_anything_of_a_house_is_not(body: str):
    assert not strays(body)


def test_short_hosts_are_known_by_a_whole_word_only():
    assert not strays(f"<h1>Aue grüßt</h1>{ODD}", "https://www.aue.example/")
    assert strays(f"<h1>Heute</h1>{ODD}<p>In der Frauenhalle.</p>", "https://www.aue.example/")


def test_a_page_of_one_long_word_names_no_host_and_takes_no_longer_for_it() -> None:
    page = read_page(b"<title>x</title><p>" + b"a" * 60_000)
    start = time.process_time()
    assert not names_host(page, "https://www.beispiel-hosting.example/")
    assert time.process_time() - start < 1
