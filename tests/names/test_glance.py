"""A glance at a name's words: it shows all that reading can find, or says that only reading shows it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.names.misspelt import nearly
from tests.names.conftest import READER

KINDS = ("person", "office", "function", "ressort")
WORDS = st.sampled_from(
    (
        *("Minister", "minister", "Ministerin", "Ministerium", "Innenministerium", "R3ul", "ReuI"),
        *("Reul", "Wuest", "Wüst", "kjlaumann", "Laumann", "Optendrenck", "Innenminster", "Team"),
        *("FM", "IM", "MAGS", "OB", "MP", "Heinen", "Esser", "der", "Justiz", "Finanzen", "NRW"),
        *("Haushalt", "Presse", "Kraft", "W.u.e.s.t", "Mlnisterin", "M1nister", "2027", "7"),
        "Beauftragte",
    )
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).flatmap(
    lambda words: st.sampled_from(["", "_", " ", ".", "-"]).map(lambda joint: joint.join(words))
)


@given(NAMES, st.sampled_from(sorted(READER.authorities)), st.sampled_from([2015, 2026]))
@settings(max_examples=600, deadline=None)
def test_reading_finds_nothing_that_a_glance_does_not_show(name, authority, year):
    senses = READER.glance(name)
    if senses is None:
        return
    reading = READER.read(name, authority=authority, as_of=date(year, 7, 1))
    seen = {sense.kind for sense in senses}
    assert {kind for kind in KINDS if reading.of(kind)} <= seen
    houses = [sense.designations for sense in senses if sense.kind == "ressort"]
    assert all(part.designations in houses for part in reading.of("ressort"))


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Windkraft", set()),
        ("Presse 2027", set()),
        ("FMHaushalt12", {"ressort"}),
        ("Innenministerium NRW Haushalt", {"ressort"}),
        ("Minister_9", {"office"}),
        ("R3ul", {"person"}),
    ],
)
def test_most_names_need_not_be_read(name, kinds):
    assert {sense.kind for sense in READER.glance(name) or ()} == kinds
    assert READER.glance(name) is not None


@pytest.mark.parametrize("name", ["Optendrenck", "W_u_e_s_t", "Ministerium der Finanzen"])
def test_what_only_reading_shows_is_left_to_it(name):
    assert READER.glance(name) is None


@pytest.mark.parametrize(
    ("word", "near"), [("Optendrenck", True), ("Optendrenk", False), ("Innenministerium", False)]
)
def test_a_word_is_nearly_a_long_name_if_one_letter_is_wrong(word, near):
    READER.read(word)
    assert nearly(READER._runs[word], READER.lexicon) is near
