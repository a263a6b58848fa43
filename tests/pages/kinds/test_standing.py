"""Which page of its site it is, where nobody knows the address."""

from __future__ import annotations

import pytest

from linter.pages import read_page

MENU = '<nav><a href="index.html">Start</a><a href="chronik.html">Chronik</a><a href="kontakt.html">Kontakt</a></nav>'
ONE_STEP = '{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1}'
TEXT = "<p>Der Verein besteht seit 1901 und trifft sich jeden Freitag.</p>"


def kind(html: str, url: str = "") -> str:
    return read_page(html.encode(), url=url, content_type="text/html; charset=utf-8").page_type


@pytest.mark.parametrize(
    "html",
    [
        f"<title>Heimatverein</title>{MENU}{TEXT}",
        f"<title>Heimatverein - Start</title>{MENU}<h1>Aktuelles</h1><a href='aktuelles.html'>Aktuelles</a>{TEXT}",
        f"<title>Heimatverein</title><a href='/'>Heimatverein</a>{MENU}<h1>Heimatverein</h1>{TEXT}",
        f"<title>Chronik</title><body class='home blog'>{MENU}{TEXT}",
        f"<title>Heimatverein</title>{MENU}<h1><a href='/p/fest'>Das Fest</a></h1>{TEXT}",
        f"<title>Heimatverein</title>{MENU}{TEXT}<a href='#top'>Zurück nach oben</a>",
        f"<title>Heimatverein</title><a class='btn active' href='kontakt.html'>Kontakt</a>{MENU}{TEXT}",
        f"<title>Heimatverein</title>{MENU}<h1>Willkommen</h1>{TEXT}<footer><h2>Kontakt</h2></footer>",
        f"<title>Wo ist Wald?</title>{MENU}<h1>Wo ist Wald?</h1>{TEXT}",
        f"{MENU}<h1>Willkommen beim Heimatverein</h1>{TEXT}",
        f"{MENU}<h1>Heimatverein</h1>{TEXT}<h1>Fest</h1>",
        f"<title>Heimatverein - Start</title>{MENU}<h1>Termine</h1>{TEXT}",
        f"<title>Heimatverein</title>{MENU}<h1>CHRONIK</h1>{TEXT}<h1>TERMINE</h1>{TEXT}",
        f"<title>Heimatverein</title><a class='active' href='index.html'>Start</a><a class='active' href='fest.html'>Fest</a>{TEXT}",
        f"<title>Heimatverein</title><a class='active' href='#fest'>Fest</a>{MENU}{TEXT}",
        f"<title>Heimatverein</title><a class='active' href='de/'>Deutsch</a>{MENU}{TEXT}",
        f'<title>Heimatverein</title><script type="application/ld+json">{ONE_STEP}]}}</script>{MENU}{TEXT}',
    ],
)
def test_it_is_the_home_page_unless_something_says_otherwise(html: str) -> None:
    assert kind(html) == "home"


@pytest.mark.parametrize(
    "html",
    [
        f"<title>Chronik - Heimatverein</title>{MENU}{TEXT}",
        f"<title>Heimatverein</title>{MENU}<h1>Chronik</h1>{TEXT}",
        f"<title>Heimatverein</title>{MENU}<h1>Satzung</h1>{TEXT}",
        f"<title>Cookie-Richtlinie</title>{MENU}{TEXT}",
        f"<title>Heimatverein</title><body class='page page-id-12'>{MENU}{TEXT}",
        f"<title>Heimatverein</title>{MENU}<div class='breadcrumbs'><a href='/'>Start</a> / Fest</div>{TEXT}",
        f"<title>Das Fest</title>{TEXT}<a href='index.html'>← Zurück zur Startseite</a>",
        f"<title>Party</title>{TEXT}<a href='/'>Back to home</a>",
        f"{MENU}<h1>Das Fest</h1>{TEXT}",
        f"<title>Termine</title>{TEXT}",
        f"<title>Heimatverein - Der Vorstand</title>{TEXT}",
        f"<title>Heimatverein</title><h1>Unser Vorstand</h1>{TEXT}",
        f"<title>Vorstand und Beirat</title>{TEXT}",
        f"<title>Heimatverein</title>{MENU}<h1>Unsere Chronik</h1>{TEXT}",
        f"<title>Heimatverein</title>{MENU}<h1>CHRONIK</h1>{TEXT}<h1>HEIMATVEREIN</h1>{TEXT}",
        f"<title>Heimatverein</title><a href='index.html'>Start</a><a class='active' href='fest.html'>Fest</a>{TEXT}",
        f"<title>Heimatverein</title><ul><li class='current'><a href='fest.html'>Fest</a></ul>{TEXT}",
        f"<title>Heimatverein</title><link rel='prev' href='/p/1'>{TEXT}",
        f"<title>Heimatverein</title><body class='singular'>{TEXT}",
        f'<title>Das Fest</title><script type="application/ld+json">{ONE_STEP},{{"@type":"ListItem","position":2}}]}}</script>{TEXT}',
    ],
)
def test_it_is_another_where_it_says_so(html: str) -> None:
    assert kind(html) == "other"


@pytest.mark.parametrize(
    "html",
    [
        '<title>Chor</title><nav><a href="hallo.html" aria-current="page">Kontakt</a></nav><h1>Hallo!</h1>',
        '<title>Chor</title><nav><ul><li class="current-menu-item"><a href="hallo.html">Kontakt</a></ul></nav><h1>Hallo!</h1>',
        # links in what a browser without scripts shows were counted, too
        '<title>Chor</title><noscript><a href="s.html">Ohne</a></noscript><ul><li class=current><a href="h.html">Kontakt</a><li><a href="a.html">Chor</a></ul>',
        '<title>Chor</title><noscript><ul><li class=current><a href="h.html">Kontakt</a></ul></noscript><h1>Hallo!</h1>',
        '<img src="kopf_kontakt.gif"><p>Post an <a href="mailto:a@chor.example">a@chor.example</a>',
        "<title>Chor</title><header><h1>Chor</h1></header><h2>Anfahrt und Kontakt</h2><p>Weg 1</p>",
        "<header><h2>Kontakt</h2></header><p>Weg 1, 54290 Trier</p>",
    ],
)
def test_the_contact_page_is_known_without_a_title(html: str) -> None:
    assert kind(html) == "contact"


def test_a_known_address_says_more_than_a_menu() -> None:
    page = '<title>Chor</title><nav><a class="active" href="kontakt.html">Kontakt</a></nav><h1>Chor</h1>'
    assert kind(page) == "contact"
    assert kind(page, "https://chor.example/") == "home"
    assert kind(f"<title>Chronik</title>{MENU}", "https://verein.example/") == "home"


def test_every_heading_of_a_page_without_a_name_is_about_contact() -> None:
    form = "<form><input name=mail><textarea></textarea></form>"
    rest = "<footer><h3>About</h3><a href='/impressum/'>Impressum</a></footer>"
    head = "<html lang=en><title>AUEN</title><link rel=canonical href='http://localhost:4000/c/'><body><main>"
    both = read_page(f"{head}<h2>Contact</h2><h2>Contact Us</h2>{form}</main>{rest}".encode())
    other = read_page(f"{head}<h2>Contact</h2><h2>Our team</h2>{form}</main>{rest}".encode())
    assert both.page_type == "contact"
    assert other.page_type != "contact"
