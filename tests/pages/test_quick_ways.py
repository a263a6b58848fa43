"""What is found by a quicker way is what the slow way finds."""

from __future__ import annotations

import re
from heapq import merge
from itertools import pairwise
from pathlib import Path

import pytest

from linter.pages import read_page
from linter.pages.details import topics
from linter.pages.notice import complaint, controller, elements, joint, letter, rights
from linter.pages.notice.prose import Prose
from linter.pages.page import Line
from linter.pages.privacy import privacy_part

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
    assert list(text.stretches(text.places("recht"), 5)) == [(0, len(text.text))]
    assert list(text.telling(text.places("recht"))) == text.sentences()


def test_a_pattern_is_looked_for_in_whole_lines_around_its_needles():
    text = prose("a" * 50, "b" * 50, "das Wort", "c" * 50, "d" * 50)
    ((start, end),) = text.stretches(text.places("wort"), 10)
    assert re.fullmatch(r"\n?b*\ndas Wort\nc*", text.text[start:end])
    assert not list(text.stretches(text.places("fehlt"), 10))


def test_places_are_told_in_order_whatever_was_looked_for():
    text = prose("eins zwei", "zwei eins zwei")
    assert list(text.places("zwei", "eins", "drei")) == [0, 5, 10, 15, 20]


def test_stretches_neither_meet_nor_leave_a_place_out():
    text = prose("Wort", *["x" * 30] * 9, "ein Wort, noch ein Wort", *["x" * 30] * 9, "Wort")
    found = list(text.stretches(text.places("wort"), 20))
    assert len(found) == 3
    assert all(end < start for (_, end), (start, _) in pairwise(found))
    told = [text.text.count("Wort", start, end) for start, end in found]
    assert told == [1, 2, 1]
    matches = text.matches(re.compile("ein Wort"), text.places("wort"), 20)
    assert [match.start() for match in matches] == [
        match.start() for match in re.finditer("ein Wort", text.text)
    ]


@pytest.mark.parametrize(
    ("cited", "number"),
    [
        ("Art. 6", "6"),
        ("Artikel 26", "26"),
        ("Articles 6", "6"),
        ("ART 77", "77"),
        ("Art.\n7", "7"),
    ],
)
def test_the_word_before_the_number_of_an_article_is_found(cited, number):
    text = prose(*f"Schon am 6. 7. 26, 77 mal, nach {cited} DSGVO".split("\n"))
    assert list(text.cited(number)) == [text.text.index(cited)]


def test_only_the_sentences_with_a_place_are_told():
    text = prose("Ihr Recht. Kein Wort davon. Das Recht, mein Recht", "nichts", "RECHT")
    told = [text.text[start:end] for start, end in text.telling(text.places("recht"))]
    assert told == ["Ihr Recht.", "Das Recht, mein Recht", "RECHT"]


NOTICES = [
    Prose(privacy_part(page))
    for path in FIXTURES
    if "privacy" in (page := read_page(path.read_bytes())).page_type
]
WORDED = {
    "complaint": (complaint.CUE, complaint.CUES, "77", complaint.AROUND),
    "controller": (controller.SAID, controller.NEEDLES, "", controller.AROUND),
    "joint": (joint.JOINT, joint.JOINTLY, "26", joint.AROUND),
    "withdrawal": (rights.WITHDRAWAL, rights.TAKES_BACK, "7", rights.AROUND),
    **{
        name: (pattern, needles, "4" if name == "third_country" else "", 300)
        for name, (pattern, needles) in elements.CONTENTS.items()
    },
}


@pytest.mark.parametrize("name", WORDED)
def test_around_its_words_a_pattern_finds_what_it_finds_in_the_whole_notice(name):
    pattern, needles, number, around = WORDED[name]
    some = 0
    for notice in NOTICES:
        places = merge(notice.places(*needles), notice.cited(number) if number else ())
        found = [match.span() for match in notice.matches(pattern, places, around)]
        assert found == [match.span() for match in pattern.finditer(notice.text)]
        some += len(found)
    assert some > 5


@pytest.mark.parametrize(
    "text",
    ["Wir sind auf X (ehemals Twitter).", "Auf X: x.com/stadt", "Export und Text", "X Internet Unlimited Company, X Corp",
     "Bei X, auf X-Achsen und auf X. Folgen Sie uns", "_X (früher Twitter), Plattform X und dem Dienst X"],
)  # fmt: skip
def test_the_letter_x_alone_is_found_as_in_the_whole_text(text):
    notice = prose(text, text)
    found = list(letter.named(notice.text, notice.places("x")))
    assert found == list(letter.named(notice.text))
    assert all(notice.text[at] in "Xx" for at in found)
