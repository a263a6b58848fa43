"""Needles: a text without any of them can hold no match; that must never be wrong."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.checks.base import Pattern, folded
from linter.checks.params import bind, resolve
from linter.rulebook.book import load_rulebook
from linter.rulebook.needles import needles


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("privat", ("privat",)),
        (r"\bprivat\w*|eigene\s+meinung", ("meinung", "privat")),
        ("(?:ab|cd)+ef", ("ef",)),
        ("(?:abc|cde)+ef", ("abc", "cde")),
        ("(ab|cd)?ef", ("ef",)),
        (r"stra(?:ß|ss)e", ("stra",)),
        ("STRAẞE", ("strasse",)),
        (r"(?=.*termin)x", ("termin",)),
        (r"a|b", ()),
        (r"\d+", ()),
        ("", ()),
        ("(", ()),
        ("x*", ()),
        ("(ab|)cd", ("cd",)),
    ],
)
def test_needles_are_what_every_match_contains(source, expected):
    assert needles(source) == expected


def patterns():
    found = {}
    for rule in load_rulebook().rules:
        for name, raw in [*rule.guards, *rule.checks]:
            params = bind(resolve(name), raw)
            for key in params.__dataclass_fields__:
                value = getattr(params, key)
                for pattern in value if isinstance(value, tuple) else [value]:
                    if isinstance(pattern, Pattern):
                        found[pattern.source] = needles(pattern.source)
    return found


PATTERNS = {source: found for source, found in patterns().items() if found}


def test_most_built_in_patterns_have_needles():
    assert len(PATTERNS) > 20


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_no_match_of_a_built_in_pattern_lacks_its_needles(data):
    source = data.draw(st.sampled_from(sorted(PATTERNS)))
    text = data.draw(st.from_regex(re.compile(source, re.IGNORECASE)))
    assert re.search(source, text, re.IGNORECASE)
    low = folded(text)
    assert any(needle in low for needle in PATTERNS[source]), (source, text)


@pytest.mark.parametrize("text", ["PRIVAT", "prıvat", "Pr\u0131vat", "KONTAKT", "\u212aontakt", "ſtrasse"])
def test_letters_that_ignorecase_takes_for_equal_are_folded_alike(text):
    for word in ("privat", "kontakt", "strasse"):
        if re.search(word, text, re.IGNORECASE):
            assert word in folded(text)
