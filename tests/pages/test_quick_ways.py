"""What is found by a quicker way is what the slow way finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter.pages import read_page
from linter.pages.details import topics
from linter.pages.notice.prose import Prose
from linter.pages.page import Line

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures" / "pages").glob("*.html"))
ODD = """<!DOCTYPE html><html><head><style>.weg { display: none }</style></head><body class="nav">
<div id="footer"><a href="/a">Impressum</a></div><div hidden><a href="/b">Impressum</a></div>
<p style="visibility: hidden"><span><a href="/c">Datenschutz</a></span></p>
<div class="weg"><a href="/d">Impressum</a></div><object><a href="/e">Impressum</a></object>
<header><nav><a class="main" href="/f">Impressum</a></nav></header>
<map><area class="footer" href="/g" alt="Impressum"></map>
<main><header><a href="/h">Datenschutz</a></header></main></body></html>"""
PAGES = [
    *(path.read_bytes() for path in FIXTURES),
    ODD.encode(),
    ODD.replace(".weg", ".x").encode(),
]


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_what_surrounds_a_link_is_the_same_whether_the_page_was_read_whole(page):
    quick = read_page(page, url="https://www.example.org/", content_type="text/html")
    whole = read_page(page, url="https://www.example.org/", content_type="text/html")
    assert whole.text_lines is not None
    found = [(link.href, link.region, link.hidden) for link in quick.links]
    assert found == [(link.href, link.region, link.hidden) for link in whole.links]


def test_a_page_without_a_hiding_sheet_is_not_read_whole_for_its_links():
    page = read_page(ODD.replace("none", "flex").encode(), content_type="text/html")
    assert [link.hidden for link in page.links[:3]] == [False, True, True]
    assert page.tree._reading is None


@pytest.mark.parametrize("text", ["Telefon: 1", "TELEFON: 1", "Diensteanbieter", "Vertreten durch"])
def test_a_label_is_known_in_any_case(text):
    kind, end = topics.label_of(text)
    assert kind
    assert topics.label_of(text.swapcase()) == (kind, end)


def test_a_letter_with_an_odd_lower_case_is_read_as_before():
    assert topics.label_of("Dien\u017fteanbieter: x")[0] == topics.label_of("Diensteanbieter: x")[0]
    assert topics.label_of("\u0130mpressum")[0] == topics.label_of("impressum")[0]


def prose(*texts):
    return Prose([Line(text, number) for number, text in enumerate(texts, 1)])


def test_sentences_with_a_needle_are_marked():
    text = prose("Ihr Recht. Kein Wort davon. Das Recht", "nichts", "RECHT")
    said = [text.text[start:end] for start, end in text.sentences()]
    assert [said[number] for number in sorted(text.marked("recht"))] == [
        "Ihr Recht.",
        "Das Recht",
        "RECHT",
    ]


def test_where_lower_case_is_longer_every_sentence_is_looked_at():
    text = prose("\u0130stanbul", "Recht", "nichts")
    assert text.marked("recht") == {0, 1, 2}
    assert text.span(("recht",), 5) == (0, len(text.text))


def test_a_pattern_is_looked_for_in_whole_lines_around_its_needles():
    text = prose("a" * 50, "b" * 50, "das Wort", "c" * 50, "d" * 50)
    start, end = text.span(("wort",), 10)
    assert "das Wort" in text.text[start:end]
    assert re.fullmatch(r"\n?b*\ndas Wort\nc*", text.text[start:end])
    assert text.span(("fehlt",), 10) == (0, 0)
