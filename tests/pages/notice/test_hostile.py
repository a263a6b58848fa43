"""Notices made of one word: none costs more than its length, and none much for one letter."""

from __future__ import annotations

from time import process_time

import pytest

from linter.pages.notice.letter import LETTER, named
from linter.pages.notice.prose import Prose
from linter.pages.page import Line
from linter.pages.privacy import read_notice


@pytest.mark.parametrize(
    ("unit", "end"),
    [
        ("externer ", "DSB.de"),
        ("unsere betriebliche ", "DSB.de"),
        # a line with a link is asked whether it belongs to a menu, for each name in it
        ("www.facebook.com ", ""),
        ("Betroffenenrechte", "." * 300 + "Meta"),
    ],
)
def test_a_line_of_one_word_costs_no_more_than_its_length(unit: str, end: str) -> None:
    def spent(length: int) -> float:
        prose = Prose([Line(unit * (length // len(unit)) + end, 1, hrefs=("/a",))])
        begin = process_time()
        read_notice(prose)
        return process_time() - begin

    spent(1000)
    short, long = spent(20_000), min(spent(160_000) for _ in range(2))
    assert long < max(20 * short, 0.5)  # sixty-four times as dear were quadratic


@pytest.mark.parametrize("unit", ["X ", "a X ", "a, X ", "(a), X ", "Kanal-a X ", "x.", "𝕏a X "])
def test_a_text_made_of_the_letter_is_looked_at_in_part(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    begin = process_time()
    for _ in range(5):
        list(LETTER.finditer(text))
    plain = process_time() - begin
    begin = process_time()
    list(named(text))
    spent = process_time() - begin
    # to look at each letter takes more than a hundred times as long as to find it
    assert spent < max(8 * plain, 0.3)


def test_a_text_that_has_the_letter_often_is_read_like_any_other() -> None:
    text = "Felder mit X sind Pflicht. " * 1000 + "Wir sind auf X."
    assert [text[at - 4 : at + 1] for at in named(text)] == ["auf X"]


def test_a_notice_made_of_citations_is_looked_at_in_part() -> None:
    def spent(lines: int) -> float:
        prose = Prose([Line("Art. 6", number + 1) for number in range(lines)])
        begin = process_time()
        read_notice(prose)
        return process_time() - begin

    spent(100)
    # beyond the first hundreds each line costs a fraction of what it takes to look at one
    assert spent(24_000) < max(14 * spent(1200), 0.35)
