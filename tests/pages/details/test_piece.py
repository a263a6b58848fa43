"""Where in the pieces of a page something can stand at all."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from linter.pages import read_page
from linter.pages.details.piece import DIGIT, Texts
from linter.pages.details.pieces import pieces_of

LETTERS = "aAäÄtT1٣–😀İß@ ."
LINES = st.lists(st.text(LETTERS, min_size=1, max_size=8), max_size=8)


@given(LINES)
def test_letters_are_found_in_the_texts_that_have_them(lines: list[str]):
    texts = Texts(lines)
    assert texts.having("@", "T") == {n for n, line in enumerate(lines) if set("@T") & set(line)}
    assert texts.marked("ät") == {n for n, line in enumerate(lines) if "ät" in line.lower()}


def test_words_are_told_in_the_texts_before_in_any_case():
    texts = Texts(["Stadt Aue", "Das MÜHLENMUSEUM", "Leiter des Mühlenmuseums"])
    assert [texts.told("Mühlenmuseum", number) for number in range(3)] == [False, False, True]


@given(LINES)
def test_a_pattern_tells_each_text_once_and_in_order(lines: list[str]):
    expected = [n for n, line in enumerate(lines) if re.search(r"\d", line)]
    assert Texts(lines).where(DIGIT) == expected


def test_digits_of_other_scripts_are_digits():
    page = read_page("<h1>Impressum</h1><p>Stadt Aue<p>Haus ٣<p>Amt – Ort".encode())
    assert [piece.text for piece in pieces_of(page) if piece.digit] == ["Haus ٣"]


def test_of_a_line_in_parts_only_those_with_a_digit_have_one():
    page = read_page(b"<h1>Impressum</h1><p>Stadt Aue, Telefon: 0231 50-0, E-Mail: a@b.example")
    pieces = pieces_of(page)
    assert [(piece.text, piece.digit) for piece in pieces[1:]] == [
        ("Stadt Aue", False),
        ("Telefon: 0231 50-0", True),
        ("E-Mail: a@b.example", False),
    ]
    assert pieces.digits == [2]
    assert pieces.of("phone", "email") == {2, 3}


def test_a_label_within_a_line_needs_no_colon_before_a_number():
    page = read_page(b"<h1>Impressum</h1><p>Stadt Aue Tel. 0231 50-0 Fax 0231 50-99")
    texts = [piece.text for piece in pieces_of(page)]
    assert texts == ["Impressum", "Stadt Aue", "Tel. 0231 50-0", "Fax 0231 50-99"]


def test_a_sentence_without_a_colon_is_no_label_but_of_an_authority():
    rest = " und die weiteren Angelegenheiten der Stadt, die sich daraus ergeben" * 3
    page = read_page(
        f"<h1>Impressum</h1><p>Kontakt{rest}<p>Aufsichtsbehörde ist das Ministerium{rest}".encode()
    )
    assert [piece.kind for piece in pieces_of(page)][1:] == ["", "authority"]
