"""`amtlint name`."""

from __future__ import annotations

import json


def test_parts_and_rules_are_shown(amtlint):
    called = amtlint("name", "InnenministerReul", "--lang", "de", "--as-of", "2026-11-25")
    assert called.code == 0
    assert called.out.splitlines() == [
        "InnenministerReul",
        "  Innenminister  Amtsbezeichnung: Minister – ganzes Wort",
        "  Reul           Person: Herbert Reul (Minister) – mit Amt oder Anrede",
        "  verletzt (ressort): NRW101, NRW102",
        "  verletzt (fach): NRW101, NRW102",
        "  verletzt (personal): NRW121",
    ]


def test_json_gives_places_confidence_and_support(amtlint):
    called = amtlint("name", "NRW_R3ul", "@WindkraftNRW", "--format", "json")
    names = json.loads(called.out)["names"]
    reul = names[0]["parts"][1]
    assert (reul["start"], reul["end"], reul["kind"]) == (4, 8, "person")
    assert reul["support"] == ["token", "look-alike"]
    assert reul["people"][0]["name"] == "Herbert Reul"
    assert names[0]["breaks"] == {"ressort": ["NRW101"], "fach": ["NRW101"], "personal": []}
    assert names[1]["handle"] == "WindkraftNRW"
    assert [part["kind"] for part in names[1]["parts"]] == ["word", "state"]


def test_with_an_authority_its_own_rules_apply(amtlint):
    assert "breaks (ressort): nothing" in amtlint("name", "Chancen", "--lang", "en").out
    called = amtlint("name", "Chancen", "--authority", "im-nrw", "--lang", "en")
    assert "breaks (ressort): NRW104" in called.out


def test_an_unknown_authority_is_an_error_with_a_suggestion(amtlint):
    called = amtlint("name", "Chancen", "--authority", "imnrw", "--lang", "en")
    assert called.code == 2
    assert "im-nrw" in called.err


def test_control_characters_are_never_printed_raw(amtlint):
    called = amtlint("name", "Reul\u202e\x1b[31m", "--lang", "en")
    assert "\x1b" not in called.out
    assert "\u202e" not in called.out
