"""Names with something of the person's written on to them, and names that are a place's or a word."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 11, 25)


def told(reader, text, kind, authority):
    return [part.text for part in reader.read(text, authority=authority, as_of=DAY).of(kind)]


@pytest.mark.parametrize(
    ("text", "house", "name", "support"),
    [
        ("wuestcdu", "stk-nrw", "wuest", "politics"),
        ("hwuestcdu", "stk-nrw", "wuest", "politics"),
        ("reulpolitik", "im-nrw", "reul", "politics"),
        ("laumanncda", "mags-nrw", "laumann", "politics"),
        ("neubaurgruene", "mwike-nrw", "neubaur", "politics"),
        ("benlimbach", "jm-nrw", "limbach", "shortened"),
        ("kalaumann", "mags-nrw", "laumann", "shortened"),
    ],
)
def test_what_is_glued_to_a_name_is_seen_through_in_the_own_house(
    reader, text, house, name, support
):
    [part] = reader.read(text, authority=house, as_of=DAY).of("person")
    assert part.text == name
    assert support in part.support
    other = "mkw-nrw"
    assert told(reader, text, "person", other) == []


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("greulich", "im-nrw"),
        ("reulverein", "im-nrw"),
        ("xreulcdu", "im-nrw"),
        ("wuestenrot", "stk-nrw"),
        ("josepaulschule", "mkjfgfi-nrw"),
        ("jopaul", "mkjfgfi-nrw"),
        ("radler", "munv-nrw"),
        ("einrichter", "jm-nrw"),
    ],
)
def test_other_letters_beside_a_name_make_another_word(reader, text, house):
    assert told(reader, text, "person", house) == []


@pytest.mark.parametrize(
    "text", ["MinisterStein_Dortmund", "Zeche_Minister_Achenbach", "zecheministersteinnrw"]
)
def test_what_is_named_after_an_office_holder_is_no_office(reader, text):
    assert told(reader, text, "office", "im-nrw") == []


@pytest.mark.parametrize("text", ["Minister-Steinbach", "MinisterSteiner", "Minister_Achenbacher"])
def test_a_name_that_only_begins_alike_leaves_the_office(reader, text):
    assert told(reader, text, "office", "im-nrw") == ["Minister"]


def test_a_surname_beside_its_translation_is_a_word(reader):
    assert told(reader, "Briefmarken_Stamp", "person", "im-nrw") == []
    assert told(reader, "Stamp_NRW", "person", "im-nrw") == ["Stamp"]
    assert told(reader, "StampFDP", "person", "im-nrw") == ["Stamp"]


@pytest.mark.parametrize("text", ["Mlnister_NRW", "Minlster_NRW", "InnenmlnisterNRW"])
def test_an_l_among_consonants_is_an_i(reader, text):
    assert len(told(reader, text, "office", "im-nrw")) == 1
