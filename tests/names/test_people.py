"""Persons from a registry and from office-holder files, and what their time in office says."""

from __future__ import annotations

from datetime import date

import pytest

from linter.names import Reader
from linter.registry.account import Authority, Person
from linter.rulebook.facts import authorities_from
from tests.names.conftest import BOOK


def reader_with(*people, authority="stadt-musterhausen"):
    authorities = authorities_from(BOOK.facts)
    authorities[authority] = Authority(authority, people=list(people))
    return Reader.from_facts(BOOK.facts, authorities)


def persons(reader, text, **more):
    return [part.text for part in reader.read(text, **more).of("person")]


def test_a_registrys_person_counts_in_the_own_house_only():
    reader = reader_with(Person("Erika Mustermann", office="OB", authority="stadt-musterhausen"))
    assert persons(reader, "mustermann.fragt", authority="stadt-musterhausen") == ["mustermann"]
    assert persons(reader, "mustermann.fragt", authority="im-nrw") == []


def test_a_person_without_a_body_counts_everywhere():
    reader = reader_with(Person("Mustermann", "Erika"), authority="")
    assert persons(reader, "Mustermann_NRW", authority="im-nrw") == ["Mustermann"]


@pytest.mark.parametrize(
    "text", ["Winterdienst", "Winter_in_Musterhausen", "WinterNRW_Sport", "Wintersport"]
)
def test_a_registrys_surname_that_is_a_word_needs_support(text):
    reader = reader_with(Person("Karla Winter", authority="stadt-musterhausen"))
    assert persons(reader, text, authority="stadt-musterhausen") == []


@pytest.mark.parametrize("text", ["Winter_NRW", "KarlaWinter", "k_winter", "OB_Winter", "kwinter"])
def test_with_support_it_counts(text):
    reader = reader_with(Person("Karla Winter", authority="stadt-musterhausen"))
    assert persons(reader, text, authority="stadt-musterhausen")[-1].lower() == "winter"


def test_who_takes_office_later_lends_no_support(reader):
    assert persons(reader, "Paul_NRW", authority="mkjfgfi-nrw", as_of=date(2023, 1, 1)) == ["Paul"]
    assert persons(reader, "Paul_NRW", authority="mkjfgfi-nrw", as_of=date(2022, 1, 1)) == []


def test_a_predecessors_person_is_of_the_house_too(reader):
    assert persons(reader, "Jaeger_NRW", authority="im-nrw") == ["Jaeger"]
    assert persons(reader, "Jaeger_NRW", authority="mlv-nrw") == []


def test_titles_of_a_person_are_no_name():
    reader = reader_with(Person("Prof. Dr. Erika von der Aue", authority="stadt-musterhausen"))
    assert persons(reader, "erika_von_der_aue", authority="stadt-musterhausen") == ["von_der_aue"]


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("ludwig_richter", "msb-nrw"),
        ("juttalimbachpreis", "jm-nrw"),
        ("TeamHeikeKraft", "stk-nrw"),
        ("richter_ludwig", "msb-nrw"),
        ("Peter und Paul", "mkjfgfi-nrw"),
        ("Peter & Paul", "mkjfgfi-nrw"),
        ("Anna_Wuest", "stk-nrw"),
    ],
)
def test_another_first_name_beside_the_surname_means_somebody_else(reader, text, house):
    assert persons(reader, text, authority=house) == []


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("matthias_richter", "msb-nrw"),
        ("ben_limbach", "jm-nrw"),
        ("henrik_wuest", "stk-nrw"),
        ("karl_laumann", "mags-nrw"),
        ("josefine_paul", "mkjfgfi-nrw"),
        ("klaus_schaefer", "mkw-nrw"),
        ("reul_und_laumann", "im-nrw"),
        ("wuest_paul", "stk-nrw"),
        ("benjamin_maria_limbach", "jm-nrw"),
        ("LimbachMariaBenjamin", "jm-nrw"),
        ("karla_hendrik_wuest", "stk-nrw"),
    ],
)
def test_the_own_first_name_is_known_however_it_is_spelt(reader, text, house):
    assert persons(reader, text, authority=house)
