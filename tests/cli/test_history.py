"""`amtlint history`: the nights, and an account's story."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from linter.cli.history import VERIFIED, short, words
from tests.findings.nights import House


@pytest.fixture
def house(tmp_path):
    """Four nights: quiet, a finding after the profile changed, out of reach, gone again."""
    house = House(tmp_path / "nights.db")
    house.night(("b", "XX102"), shows={"a": "Amt A"})
    house.night(("a", "XX101"), ("b", "XX102"), shows={"a": "Ämtchen\u202e"})
    house.night(("a", "XX101", "unknown"), ("b", "XX102"), unread=("a",))
    house.accounts["a"] = "Amt A neu"
    house.night(("b", "XX102"), ("b", "NET002"), shows={"a": "Amt A"})
    return house


def test_one_line_per_night(amtlint, house):
    called = amtlint("history", str(house.path))
    assert (called.code, called.err) == (0, "")
    lines = [re.split(r" {2,}", line) for line in called.out.splitlines()]
    assert lines[0] == "started (UTC),as of,accounts,open,new,gone,unknown,rulebook".split(",")
    assert [line[1:] for line in lines[1:]] == [
        ["2026-11-25", "2", "1", "1", "0", "0", "01"],
        ["2026-11-26", "2", "2", "1", "0", "0", "01"],
        ["2026-11-27", "2", "2", "0", "0", "1", "01"],
        ["2026-11-28", "2", "1", "0", "1", "1", "01"],
    ]
    assert lines[1][0] == "2026-11-25 22:00"


@pytest.mark.parametrize(
    ("words", "change", "place"),
    [
        ((), "UPDATE run SET counts = 'x{'", "run.counts"),
        (("--account", "b"), "UPDATE finding SET told = 'x{'", "finding.told"),
        (("--account", "a"), "UPDATE event SET data = 'x{'", "event.data"),
    ],
)
def test_a_damaged_value_is_one_line_and_no_finding(amtlint, house, words, change, place):
    with closing(sqlite3.connect(house.path)) as database:
        assert database.execute(change).rowcount
        database.commit()
    called = amtlint("history", str(house.path), *words)
    assert called.code == 2
    (line,) = called.err.splitlines()
    assert place in line
    assert "damaged" in line


def test_a_night_that_did_not_end_says_so(amtlint, house):
    house.night(finish=False)
    lines = amtlint("history", str(house.path), "--lang", "de").out.splitlines()
    assert lines[0].startswith("Beginn (UTC)")
    assert lines[-1].endswith("läuft noch oder wurde abgebrochen")


def test_only_what_is_open_is_counted_as_new(amtlint, tmp_path):
    house = House(tmp_path / "waived.db")
    house.night(("a", "XX101"), ("b", "XX101"), status="waived", reason="ok")
    (run,) = json.loads(amtlint("history", str(house.path), "--format", "json").out)["runs"]
    assert (run["open"], run["new"]) == (0, 0)


@pytest.mark.parametrize(("lang", "words"), [("en", "waived"), ("de", "mit Ausnahme")])
def test_what_a_waiver_hides_says_so_in_the_story(amtlint, tmp_path, lang, words):
    house = House(tmp_path / "waived.db")
    house.night()
    house.night(("a", "XX101"), status="waived", reason="ok")
    house.night()
    house.night(("a", "XX101"), status="waived", reason="ok")
    house.night(("a", "XX101"))  # with --no-waivers, say
    out = amtlint("history", str(house.path), "--account", "a", "--lang", lang).out
    story = [line for line in out.splitlines() if "XX101" in line]
    assert [f"[{words}]" in line for line in story] == [True, True, True, False, False]
    ended = {
        "en": "(no longer hidden by a waiver)",
        "de": "(nicht mehr durch eine Ausnahme verdeckt)",
    }
    assert story[3].endswith(ended[lang])


def test_days_do_not_run_backwards_where_the_clock_was_set_back(amtlint, tmp_path):
    house = House(tmp_path / "back.db")
    house.night(("a", "XX101"))
    house.day -= timedelta(days=11)
    house.night(("a", "XX101"))
    told = amtlint("history", str(house.path), "--account", "a", "--lang", "en").out
    assert "in the registry since 2026-11-15, last on 2026-11-25" in told
    assert "2026-11-15 – 2026-11-25" in told


def test_an_endless_address_does_not_fill_the_screen():
    long = "https://www.example.org/" + "x" * 70_000
    assert len(words({"message": {"en": f"The link leads to {long}."}}, "en")) == 501
    assert len(short([["Impressum", long]], "en", "links")) == 501


def test_the_story_of_an_account(amtlint, house):
    called = amtlint("history", str(house.path), "--account", "a", "--lang", "de")
    assert called.code == 0
    assert (
        called.out
        == """\
a (haus)
  im Register seit 25.11.2026, zuletzt 28.11.2026
  Profil zuletzt gelesen: 28.11.2026

Zuletzt gezeigt:
  handle: a
  profile_name: Amt A

Verlauf:
  26.11.2026  Profil geändert
              profile_name: Amt A → Ämtchen‹U+202E›
  26.11.2026  neu  XX101  XX101 (Profil geändert)
  27.11.2026  Profil nicht lesbar: Die Seite war nicht erreichbar (Zeitüberschreitung, Verbindung, Zertifikat oder Serverfehler).
  28.11.2026  Registereintrag geändert
  28.11.2026  Profil wieder lesbar
  28.11.2026  Profil geändert
              profile_name: Ämtchen‹U+202E› → Amt A
  28.11.2026  erledigt  XX101  XX101 (Profil geändert, Register geändert)

Befunde:
  erledigt  XX101 [warning]  26.11.2026 – 26.11.2026  XX101
"""
    )


def test_what_waits_to_be_confirmed_is_told_as_unknown(amtlint, house):
    out = amtlint("history", str(house.path), "--account", "b").out
    assert "unknown  NET002 [warning]  2026-11-28 – 2026-11-28  NET002 (not confirmed yet)" in out
    assert "open  XX102 [warning]  2026-11-25 – 2026-11-28  XX102" in out


def test_an_account_that_left_the_registry(amtlint, house):
    del house.accounts["a"]
    house.night()
    out = amtlint("history", str(house.path), "--account", "a").out
    assert "in the registry from 2026-11-25 to 2026-11-28" in out
    assert "2026-11-29  no longer in the registry" in out


def test_json_of_the_nights_and_of_an_account(amtlint, house):
    nights = json.loads(amtlint("history", str(house.path), "--format", "json").out)
    assert nights["version"] == 1
    assert [run["gone"] for run in nights["runs"]] == [0, 0, 0, 1]
    words = ("history", str(house.path), "--account", "a", "--format", "json")
    story = json.loads(amtlint(*words).out)
    assert (story["account"], story["in_registry"], story["unread"]) == ("a", True, "")
    assert [event["kind"] for event in story["events"]] == [
        *("changed", "new", "unread", "edited", "read", "changed", "gone"),
    ]
    assert story["findings"][0]["state"] == "gone"


def test_an_unknown_account_is_an_error_with_a_suggestion(amtlint, house):
    house.accounts["im-nrw-x"] = "IM"
    house.night()
    called = amtlint("history", str(house.path), "--account", "im-nrw-y")
    assert called.code == 2
    assert "Did you mean im-nrw-x?" in called.err
    assert called.err.count("\n") == 1


def test_a_file_that_is_not_there_or_something_else_is_one_line_and_exit_2(amtlint, tmp_path):
    other = tmp_path / "accounts.yaml"
    other.write_text("registry: 1\n")
    for name in ("missing.db", str(other)):
        called = amtlint("history", name)
        assert (called.code, called.out, called.err.count("\n")) == (2, "", 1)
    assert not Path("missing.db").exists()


def test_a_history_without_a_night_is_nothing_to_show(amtlint, tmp_path):
    path = tmp_path / "nights.db"
    path.touch()
    assert amtlint("history", str(path)).code == 3


def test_what_a_profile_shows_is_said_in_the_readers_words():
    said = [
        (True, "bot", "ja", "yes"),
        (False, "bot", "nein", "no"),
        ("instance", "verified", "durch die eigene Instanz", "by its own instance"),
        ("not_verified", "verified", "nicht verifiziert", "not verified"),
        ("instance", "profile_name", "instance", "instance"),
        (None, "bio", "–", "–"),
    ]
    for value, name, german, english in said:
        assert (short(value, "de", name), short(value, "en", name)) == (german, english)


def test_every_way_to_be_verified_has_words():
    from linter.platforms import profile

    kinds = re.search(r"kind:\s+(.*?) \| \"\";", profile.Verification.__doc__)
    assert set(kinds[1].split(" | ")) < VERIFIED.keys()


def test_a_folder_is_no_history_file(amtlint):
    called = amtlint("history", ".")
    assert (called.code, "This is a folder, not a history file." in called.err) == (2, True)


def test_a_damaged_file_is_called_damaged(amtlint, house):
    data = house.path.read_bytes()
    Path("torn.db").write_bytes(data[: len(data) // 3])
    called = amtlint("history", "torn.db")
    assert (called.code, called.out) == (2, "")
    assert "The history file is damaged" in called.err
    assert "sqlite3 FILE .recover" in called.err
