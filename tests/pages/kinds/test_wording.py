"""What a pattern finds has the letters that are asked for before it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.pages.kinds import refusals, walls
from linter.pages.kinds.wording import Wording, folded

SHIPPED = [
    pytest.param(value, id=f"{module.__name__.rpartition('.')[2]}{name}")
    for module in (refusals, walls)
    for name, value in vars(module).items()
    if isinstance(value, Wording)
]
ENDS = Wording(re.compile(r"come (?:again|soon)"), ("come",), ("again", "soon"))


def test_there_are_some():
    assert len(SHIPPED) > 6


@pytest.mark.parametrize("wording", SHIPPED)
def test_nothing_is_found_that_lacks_its_letters(wording: Wording):
    @settings(max_examples=400, deadline=None, database=None)
    @given(st.from_regex(wording.pattern))
    def holds(text: str) -> None:
        assert wording.may_be_in(folded(text)), text
        assert wording.is_in(text, folded(text))

    holds()


@pytest.mark.parametrize(
    ("text", "may", "found"),
    [
        ("come again", True, True),
        ("come, and go again", True, False),
        ("come in", False, False),
        ("once again", False, False),
    ],
)
def test_both_the_words_and_the_ends_are_asked_for(text: str, may: bool, found: bool):
    assert ENDS.may_be_in(text) is may
    assert ENDS.is_in(text, text) is found


def test_turkish_letters_are_folded_as_patterns_take_them():
    assert folded("V\u0130S\u0131T") == "visit"
