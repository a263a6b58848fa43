"""An inner page whose address nobody knows is no home page, and what may be one is no sure one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from linter.pages import read_page

if TYPE_CHECKING:
    from linter.pages import Page

MENU = '<nav><a href="/">Start</a><a href="/themen">Themen</a><a href="/presse">Presse</a></nav>'
FOOT = '<footer><a href="/impressum">Impressum</a></footer>'
TEXT = "<p>Am Fluss liegt seit vielen hundert Jahren ein Ort mit einer Brücke.</p>"


def read(title: str, head: str, url: str = "", before: str = "") -> Page:
    h1 = f"<h1>{head}</h1>" if head else ""
    page = f"{before}<title>{title}</title><body>{MENU}<main>{h1}{TEXT}</main>{FOOT}</body>"
    return read_page(page.encode(), url=url, content_type="text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Mulde voller Sperrmüll - Stadt Auen", "Mulde voller Sperrmüll"),
        ("POL-AU: Fahrrad gestohlen", "Fahrrad gestohlen"),
        ("Neue Brücke | Stadt Auen", "Neue Brücke eröffnet"),
        ("Wohnsitz anmelden", "Wohnsitz anmelden"),
        ("Hundesteuer: Hund anmelden", "Einen Hund anmelden"),
        ("Meldebescheinigung beantragen", "Bescheinigung beantragen"),
        ("Amtsblatt Nr. 12", "Bekanntmachungen"),
        ("Brand im Wald", "Einsatz 4/2026"),
        ("Der Auenbote", "Ausgabe 7"),
        ("Rundbrief Mai 2026", ""),
        ("Ihre Ansprechpartnerinnen im Bauamt", "Bauamt"),
        ("Merkblatt Laubsäcke", ""),
        ("Rechtliche Hinweise", "Gut zu wissen"),
        ("Straßen von A bis Z", "Straßen von A bis Z"),
        ("Was in ein Impressum gehört: Leitfaden", "Was hinein gehört"),
    ],
)
def test_a_page_that_is_called_after_its_subject_is_no_home_page(title: str, head: str):
    assert read(title, head).page_type == "other"


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Stadt Auen – Leben am Fluss", "Leben am Fluss, arbeiten in Auen"),
        ("Willkommen in Auen | Stadt Auen", "Willkommen in Auen"),
        ("Stadtwerke Auen | Strom, Gas, Wasser", "Näher dran."),
        ("Kanzlei Erle | Rechtsanwälte in Auen", "Kanzlei Erle"),
        ("Auenfest 2026 | Auen", "Auenfest"),
        ("Gasthof Erle", "Gasthof Erle"),
        ("Erle & Brandt – Werkzeuge", "Werkzeuge"),
        ("Wo ist Wasser?", "Wo ist Wasser?"),
        ("Auenladen", "Tee bestellen"),
        ("Startseite | Formulare für Vereine", "Formulare für Vereine"),
        ("Auentest – Rechtliches", "Auentest"),
        ("Willkommen im Auenladen", "Newsletter"),
        ("Erlental – Gemeinde Auen", "Feuerwehr Erlental"),
        ("Musikverein Auen e.V.", "Musikverein Auen e.V."),
    ],
)
def test_a_page_that_is_called_after_its_house_is_one(title: str, head: str):
    assert read(title, head).page_type == "home"


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Ferienspiele", "Ferienspiele"),
        ("Brücke am Markt", ""),
        ("Erle & Brandt", "Gut gebaut"),
        ("Stadt Auen | Neue Brücke", "Neue Brücke eröffnet"),
        ("Fest für unsere Stadt", "Fest für unsere Stadt"),
    ],
)
def test_where_nothing_says_that_it_is_the_first_page_that_is_a_close_call(title: str, head: str):
    page = read(title, head)
    assert page.page_type == "home"
    assert page.uncertain


@pytest.mark.parametrize(
    "page",
    [
        read("Stadt Auen", "Leben am Fluss"),
        read("Die Gemeinde Auen | Leben am Fluss", ""),
        read("Auen", "Herzlich willkommen"),
        read("Auen - Startseite", ""),
        read("Brücke am Markt", "", url="https://www.auen.example/"),
        read("Brücke am Markt", "", before="<link rel=canonical href='https://www.auen.example/'>"),
    ],
)
def test_what_is_called_first_stands_there_or_bears_a_house_s_name_is_sure(page: Page):
    assert page.page_type == "home"
    assert not page.uncertain


def test_what_its_system_marks_as_the_first_page_is_sure():
    html = f"<title>Brücke</title><body class='home blog'>{MENU}{TEXT}"
    page = read_page(html.encode(), content_type="text/html; charset=utf-8")
    assert (page.page_type, page.uncertain) == ("home", False)
