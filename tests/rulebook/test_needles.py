"""Needles: a text without any of them can hold no match; that must never be wrong."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.checks.params import bind, resolve
from linter.checks.patterns import Pattern, Patterns, fewest, folded
from linter.rulebook.book import load_rulebook
from linter.rulebook.needles import needles


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("privat", (("privat",),)),
        (r"\bprivat\w*|eigene\s+meinung", (("meinung", "privat"),)),
        ("(?:ab|cd)+ef", (("ef",), ("ab", "cd"))),
        ("(?:abc|cde)+ef", (("abc", "cde"), ("ef",))),
        ("(ab|cd)?ef", (("ef",),)),
        ("T(?:MG|elemediengesetz)", (("telemediengesetz", "tmg"),)),
        (r"stra(?:ß|ss)e", (("strasse",),)),
        ("STRAẞE", (("strasse",),)),
        (r"(?=.*termin)x", (("termin",),)),
        ("die partei", (("partei",), ("die",))),
        (r"§\s*5", (("§",),)),
        (r"(?:kanal|profil) [a-z]*minister", (("kanal", "profil"), ("minister",))),
        (r"a|b", ()),
        (r"\d+", ()),
        ("", ()),
        ("(", ()),
        ("x*", ()),
        ("(ab|)cd", (("cd",),)),
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
    for found in PATTERNS[source]:
        assert any(needle in low for needle in found), (source, text)


def test_no_needle_spans_a_space_because_blanking_a_text_could_make_one():
    assert not [n for found in PATTERNS.values() for n in sum(found, ()) if " " in n]


def test_patterns_are_asked_together_and_answer_in_their_order():
    sources = ("zweites wort", "erstes")
    patterns = Patterns(Pattern(source, needles=needles(source)) for source in sources)
    assert patterns.search("nichts davon") is None
    assert patterns.search("nichts davon") is None  # from memory
    assert patterns.search("Erstes, dann zweites Wort").group() == "zweites Wort"
    assert patterns.search("zweites, erstes Wort").group() == "erstes"


def test_patterns_without_needles_are_always_tried():
    assert (
        Patterns([Pattern("abc", needles=(("abc",),)), Pattern(r"\d")]).search("7").group() == "7"
    )
    assert Patterns().search("7") is None


def test_the_memory_of_patterns_is_bounded_and_keeps_no_long_texts():
    patterns = Patterns([Pattern("abc", needles=(("abc",),))])
    for number in range(3 * Patterns.KEPT):
        patterns.search(f"text {number}")
        patterns.search(f"text {number} " + "lang " * Patterns.SHORT)
    assert len(patterns.silent) <= Patterns.KEPT
    assert max(map(len, patterns.silent)) <= Patterns.SHORT


@pytest.mark.parametrize(
    "text", ["PRIVAT", "PRİVAT", "prıvat", "Pr\u0131vat", "KONTAKT", "\u212aontakt", "ſtrasse"]
)
def test_letters_that_ignorecase_takes_for_equal_are_folded_alike(text):
    for word in ("privat", "kontakt", "strasse"):
        if re.search(word, text, re.IGNORECASE):
            assert word in folded(text)


@given(st.sets(st.text(st.sampled_from("abc"), min_size=1, max_size=4)))
def test_the_fewest_words_say_as_much_as_all(words):
    assert fewest(words) == tuple(
        sorted(word for word in words if not any(o in word for o in words if o != word))
    )
