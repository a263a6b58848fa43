"""What a house may be called."""

from __future__ import annotations

from datetime import date

import pytest

from linter.names.house import current_names, family_of

DAY = date(2026, 11, 25)


def house(reader, id_):
    return reader.house(reader.authorities[id_])


@pytest.mark.parametrize(
    ("id_", "handle"),
    [
        ("im-nrw", "IM_NRW"),
        ("im-nrw", "innenministerium.nrw"),
        ("fm-nrw", "Finanzmin_NRW"),
        ("fm-nrw", "FinMin_NRW"),
        ("mwike-nrw", "WirtschaftNRW"),
        ("munv-nrw", "UmweltundVerkehrNRW"),
        ("mhkbd-nrw", "MHKBD"),
        ("stk-nrw", "landnrw"),
        ("msb-nrw", "schule_nrw"),
        ("mhkbd-nrw", "MHKBG_NRW"),
    ],
)
def test_a_handle_made_of_the_houses_words(reader, id_, handle):
    assert house(reader, id_).makes(handle)


@pytest.mark.parametrize(
    ("id_", "handle"),
    [
        ("im-nrw", "NRW"),
        ("im-nrw", "SicherInNRW"),
        ("im-nrw", "MAGS_NRW"),
        ("mlv-nrw", "LandNRW"),
        ("mkjfgfi-nrw", "ChancenNRW"),
        ("im-nrw", "Ministerium_NRW"),
        ("im-nrw", ""),
    ],
)
def test_a_handle_made_of_something_else(reader, id_, handle):
    assert not house(reader, id_).makes(handle)


def test_a_designation_that_came_back_is_not_outdated(reader):
    part = reader.read("MBEIM").of("ressort")[0]
    assert house(reader, "mbeim22-nrw").outdated(part, DAY) is None
    assert house(reader, "mbei-nrw").outdated(part, date(2020, 1, 1)) is not None


def test_predecessors_are_followed_to_the_first(reader):
    family = family_of(reader.authorities["mwike-nrw"], reader.authorities)
    assert family[0] == "mwike-nrw"
    assert {"mwide-nrw", "mweimh-nrw", "mwebwv-nrw"} <= set(family)


def test_a_house_that_ended_leads_to_those_that_took_its_place(reader):
    vm = reader.authorities["vm-nrw"]
    assert current_names(vm, reader.authorities, DAY) == ("MUNV",)
    assert current_names(vm, reader.authorities, date(2022, 6, 28)) == ("VM",)
