"""`amtlint name`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


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


def test_what_was_not_chosen_is_told(amtlint):
    out = amtlint("name", "WindkraftNRW", "--lang", "de").out
    assert "nicht gewählt: kraft = Person Kraft – steckt in „Windkraft“" in out
    names = json.loads(amtlint("name", "WindkraftNRW", "--format", "json").out)["names"]
    assert names[0]["alternatives"] == [
        {"start": 4, "end": 9, "text": "kraft", "kind": "person", "word": "Kraft", "inside": True}
    ]


def test_a_known_authority_gets_suggestions(amtlint):
    called = amtlint("name", "InnenministerNRW", "--authority", "im-nrw", "--lang", "en")
    assert "breaks (ressort): NRW102; possible: IM_NRW" in called.out
    assert "possible" not in amtlint("name", "InnenministerNRW", "--lang", "en").out


def test_suggestions_come_one_by_one_in_json(amtlint):
    words = ("--authority", "im-nrw", "--format", "json")
    (told,) = json.loads(amtlint("name", "Minister_Reul", *words).out)["names"]
    assert told["suggestions"]["ressort"] == ["IM_NRW", "innen_nrw"]


def test_every_platform_of_the_registry_may_be_named(amtlint):
    from linter.platforms import NAMES

    assert {amtlint("name", "IM_NRW", "--platform", name).code for name in NAMES} == {0}


def test_a_platform_that_nobody_knows_is_told_with_the_nearest(amtlint):
    called = amtlint("name", "IM_NRW", "--platform", "mastodn", "--lang", "en")
    assert called.code == 2
    assert "mastodon" in called.err
    assert "Did you mean" in called.err


@pytest.mark.parametrize("form", [["--config", "{}"], ["--config={}"]])
def test_the_language_of_a_named_config_counts(amtlint, tmp_path, form):
    path = tmp_path / "other.yaml"
    path.write_text("lang: de\n", encoding="utf-8")
    words = [word.format(path) for word in form]
    assert "auch:" in amtlint("name", "IM_NRW", *words).out


def test_a_registry_brings_authorities_people_and_names_in_use(amtlint, tmp_path):
    path = tmp_path / "accounts.yaml"
    path.write_text(
        "registry: 1\n"
        "authorities:\n"
        "  - {id: stadt-musterhausen, names: [Stadt Musterhausen], kind: city, jurisdiction: nrw,"
        " people: [{name: Erika Mustermann, office: Oberbürgermeisterin}]}\n"
        "accounts:\n"
        "  - {id: a, authority: im-nrw, platform: x, handle: IM_NRW, kind: ressort}\n",
        encoding="utf-8",
    )
    words = ("--registry", str(path), "--lang", "en")
    called = amtlint("name", "mustermann_fragt", "--authority", "stadt-musterhausen", *words)
    assert "person: Erika Mustermann (Oberbürgermeisterin)" in called.out
    called = amtlint("name", "InnenministerNRW", "--authority", "im-nrw", *words)
    assert "possible: IM_NRW" not in called.out
    assert "IMNRW" in called.out
    assert amtlint("name", "X", "--registry", str(tmp_path / "none.yaml")).code == 2


def test_an_office_holder_file_of_the_config_counts(amtlint, tmp_path):
    (tmp_path / "people.yaml").write_text(
        "people:\n  - {name: Erika Mustermann, office: Staatssekretärin, authority: im-nrw}\n",
        encoding="utf-8",
    )
    config = tmp_path / ".amtlint.yaml"
    config.write_text("people: [people.yaml]\n", encoding="utf-8")
    words = ("--authority", "im-nrw", "--config", str(config), "--lang", "en")
    called = amtlint("name", "mustermann_nrw", *words)
    assert "Erika Mustermann (Staatssekretärin)" in called.out
    assert "breaks (ressort): NRW101" in called.out


def test_letters_beyond_the_basic_plane_are_read_and_judged(amtlint):
    called = amtlint("name", "𝐑𝐞𝐮𝐥_NRW", "--format", "json")
    name = json.loads(called.out)["names"][0]
    assert (name["parts"][0]["text"], name["parts"][0]["kind"]) == ("𝐑𝐞𝐮𝐥", "person")
    assert name["breaks"]["ressort"] == ["NRW101"]


@pytest.mark.parametrize("word", ["", " ", "@", "x:"])
def test_nothing_is_no_handle(amtlint, word):
    called = amtlint("name", "IM_NRW", word)
    assert (called.code, called.out) == (2, "")
    assert "A handle is empty." in called.err


def test_the_address_of_a_profile_is_read_as_its_handle(amtlint):
    plain = amtlint("name", "IM_NRW").out
    for word in ("https://x.com/IM_NRW", "HTTPS://twitter.com/IM_NRW", "x:IM_NRW", "x:@IM_NRW"):
        assert amtlint("name", word).out == plain
    other = amtlint("name", "https://social.example/@InnenministerNRW", "--format", "json")
    (name,) = json.loads(other.out)["names"]
    assert name["handle"].startswith("InnenministerNRW")
    assert "NRW102" in name["breaks"]["ressort"]


def test_an_address_that_is_no_profiles_is_told(amtlint):
    called = amtlint("name", "https://www.im.nrw/impressum")
    assert (called.code, called.out) == (2, "")
    assert "“https://www.im.nrw/impressum” is not the address of a profile." in called.err


RULE = """\
code: HOUSE001
name: no-underline
since: "0.1"
status: {status}
severity: warning
duty: own
title: {{de: x, en: x}}
source: [{{document: amtlint, section: own}}]
tags: [naming]
needs: [registry]
check: {{matches: {{fields: [handle], none: [_]}}}}
message: {{de: x, en: x}}
why: {{de: x, en: x}}
remedy: {{de: x, en: x}}
waivable: true
reviewed: {{by: house, on: 2026-01-01}}
examples: [{{bad: "handle: a_b"}}, {{good: "handle: ab"}}]
"""
PACK = "id: house\ntitle: {de: x, en: x}\ndescription: {de: x, en: x}\ndefault_for: {authority_kinds: [ministry]}\n"


@pytest.mark.parametrize(
    ("status", "house", "broken"),
    [("stable", "im-nrw", True), ("preview", "im-nrw", False), ("stable", "stk-nrw", False)],
)
def test_only_rules_are_named_that_a_check_would_apply(amtlint, status, house, broken):
    Path("house").mkdir()
    Path("house/pack.yaml").write_text(PACK, encoding="utf-8")
    Path("house/HOUSE001-no-underline.yaml").write_text(
        RULE.format(status=status), encoding="utf-8"
    )
    Path(".amtlint.yaml").write_text("pack-paths: [house]\n", encoding="utf-8")
    called = amtlint("name", "IM_NRW", "--authority", house, "--format", "json")
    assert called.err == ""
    breaks = json.loads(called.out)["names"][0]["breaks"]
    assert ("HOUSE001" in breaks["ressort"]) is broken
