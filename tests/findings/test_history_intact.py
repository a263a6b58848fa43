"""A value that was damaged in the history is told as that, and only where there is one."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from linter.errors import LinterError
from linter.findings.history.intact import damage, intact
from tests.findings.nights import House


@pytest.fixture
def house(tmp_path):
    house = House(tmp_path / "nights.db")
    house.night(("a", "XX101"), ("b", "XX102", "unknown"), unread=("b",), pages={"a": "0" * 64})
    house.night(("b", "XX102"), shows={"a": "Amt A"})
    return house


def damaged(house, change):
    with closing(sqlite3.connect(house.path)) as database:
        assert database.execute(change).rowcount
        database.commit()


def test_a_sound_file_is_blamed_for_nothing(house):
    assert damage(str(house.path)) == ""
    for error in (ValueError("x"), LinterError({"de": "x", "en": "x"}), OSError(28, "x")):
        with pytest.raises(type(error)) as told, intact(str(house.path)):
            raise error
        assert told.value is error
    with pytest.raises(ValueError, match="x"), intact(""):
        raise ValueError("x")
    assert damage(str(house.path) + "-not-there") == ""


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("run.rules", "\x01{"),
        ("run.rules", "7"),
        ("account.pages", "x{"),
        ("account.profile", "[]"),
        ("account.gone", "x"),
        ("finding.streak", "x"),
        ("finding.told", '{"code": "XX1'),
        ("finding.state", "lost"),
        ("finding.last_seen", "2026-99-01"),
        ("event.data", ""),
    ],
)
def test_what_a_damaged_value_brings_about_is_told_with_its_place(house, place, value):
    table, _, column = place.partition(".")
    damaged(house, f"UPDATE {table} SET {column} = '{value}'")
    if not value:  # empty where nothing was there to be told
        assert damage(str(house.path)) == ""
        return
    with pytest.raises(LinterError) as told, intact(str(house.path)):
        raise TypeError("whatever came of it")
    assert place in told.value.text["en"]
    assert place in told.value.text["de"]
    assert told.value.path == str(house.path)


@pytest.mark.parametrize(
    ("place", "value"),
    [("run.rules", "\x01{"), ("account.pages", "x{"), ("finding.streak", "x")],
)
def test_a_night_after_it_ends_in_one_line_and_leaves_the_file(house, place, value):
    table, _, column = place.partition(".")
    damaged(house, f"UPDATE {table} SET {column} = '{value}'")
    with pytest.raises(LinterError) as told, intact(str(house.path)):
        house.night(("b", "XX102"))
    assert place in told.value.text["en"]
    assert damage(str(house.path)) == place
