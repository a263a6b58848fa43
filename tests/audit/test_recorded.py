"""An account that the registry has already is audited as its entry; the house is that of the registry."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

REGISTRY = """\
registry: 1
authority: stadt-talheim
authorities:
  - id: stadt-talheim
    names: [Stadt Talheim]
    kind: city
    jurisdiction: nrw
    domains: [talheim.example]
    waivers: [{code: NRW402, reason: kein Fall mehr, until: 2027-01-01}]
accounts:
  - {id: rathaus, platform: website, handle: www.talheim.example, kind: authority, url: "http://www.talheim.example/"}
  - id: presse
    platform: mastodon
    handle: presse@social.talheim.example
    kind: fach
    status: active
    impressum: https://www.talheim.example/impressum
    waivers: [{code: IMP101, reason: war einmal, until: 2027-01-01}]
  - id: bad
    platform: instagram
    handle: talheim.bad
    kind: no-kind
    since: gestern
    waivers: [{code: IMP101, reason: "", until: 2020-01-01}]
"""
WORDS = ("--offline", "--as-of", "2026-11-25", "--format", "json")


@pytest.fixture
def house(amtlint):
    """The program in a folder with a registry."""
    Path("accounts.yaml").write_text(REGISTRY, encoding="utf-8")
    Path(".amtlint.yaml").write_text("registry: [accounts.yaml]\n", encoding="utf-8")
    return amtlint


def audited(called):
    data = json.loads(called.out)
    return data, dict(data["audit"]["report"]["meta"])


@pytest.mark.parametrize(
    "word",
    [
        "mastodon:presse@social.talheim.example",
        "mastodon:@Presse@social.talheim.example",
        "https://social.talheim.example/@presse",
    ],
)
def test_an_account_that_the_registry_has_is_audited_as_its_entry(house, word):
    data, meta = audited(house("audit", word, *WORDS))
    about = {(f["code"], f["account"], f["path"]) for f in data["findings"]}
    # its own waiver is told, for what it was meant for is in order; nothing of the others is
    assert ("SUP001", "presse", "accounts.yaml") in about
    assert {account for _, account, _ in about} == {"presse"}
    assert not {"REG001", "REG002", "REG004"} & {code for code, _, _ in about}
    assert [one["account"] for one in data["unused_waivers"]] == ["presse"]
    # what it declares and its kind are those of the entry
    assert "IMP101" not in {code for code, _, _ in about}
    assert meta["Kind"] == "subject account (fach)"
    assert meta["Authority"] == "Stadt Talheim"
    assert data["coverage"]["accounts"] == 1


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "de",
            "Register: schon verzeichnet als presse (accounts.yaml:12, status: active); geprüft wurde dieser Eintrag",
        ),
        (
            "en",
            "Registry: already recorded as presse (accounts.yaml:12, status: active); this entry was checked",
        ),
    ],
)
def test_that_the_entry_was_checked_is_told_in_one_line(house, lang, told):
    word = "mastodon:presse@social.talheim.example"
    assert told in house("audit", word, "--offline", "--lang", lang).out.splitlines()


@pytest.mark.parametrize(
    ("recorded", "missing"), [("", True), (", approvals: {house_leadership: 2026-01-15}", False)]
)
def test_what_the_house_has_on_record_is_asked_of_an_entry(house, recorded, missing):
    with Path("accounts.yaml").open("a", encoding="utf-8") as file:
        entry = "id: im, authority: im-nrw, platform: x, handle: IM_NRW, kind: ressort"
        file.write(f"  - {{{entry}{recorded}}}\n")
    data, _ = audited(house("audit", "x:im_nrw", *WORDS))
    assert ("NRW401" in {f["code"] for f in data["findings"]}) == missing
    assert "draft (YAML)" not in str(data["audit"])


def test_an_entry_beside_a_draft_and_an_account_of_no_file(house):
    Path("draft.yaml").write_text(
        "registry: 1\nauthority: stadt-talheim\naccounts:\n"
        "  - {id: neu, platform: x, handle: talheim_neu, kind: authority}\n",
        encoding="utf-8",
    )
    words = ("draft.yaml", "mastodon:presse@social.talheim.example", "x:talheim")
    data, meta = audited(house("audit", *words, *WORDS))
    assert data["coverage"]["accounts"] == 3
    assert meta["Registry"].startswith("already recorded as presse (")
    assert "REG004" not in {f["code"] for f in data["findings"]}


def test_a_draft_that_clashes_with_another_account_stays_an_error(house):
    Path("draft.yaml").write_text(
        "registry: 1\nauthority: stadt-talheim\naccounts:\n"
        "  - {id: neu, platform: mastodon, handle: presse@social.talheim.example, kind: fach}\n",
        encoding="utf-8",
    )
    data, _ = audited(house("audit", "draft.yaml", *WORDS))
    assert "REG004" in {f["code"] for f in data["findings"]}
    assert data["audit"]["verdict"] == "no"


def test_an_account_that_the_registry_has_twice_is_told_to_be(house):
    with Path("accounts.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "  - {id: twin, platform: mastodon, handle: presse@social.talheim.example, kind: fach}\n"
            "  - {id: old, platform: mastodon, handle: presse@social.talheim.example, kind: fach,"
            " status: closed, until: 2020-01-01}\n"
        )
    data, meta = audited(house("audit", "mastodon:presse@social.talheim.example", *WORDS))
    (twice,) = [f for f in data["findings"] if f["code"] == "REG004"]
    assert twice["account"] == "twin"
    assert "(./accounts.yaml:14)" in twice["message"]["en"]
    assert "as twin (" in meta["Registry"]


def test_a_former_account_of_that_name_is_not_the_one_that_is_audited(house):
    with Path("accounts.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "  - {id: x-stadttalheim, platform: x, handle: StadtTalheim, kind: authority, status: closed,"
            " until: 2020-01-01}\n"
        )
    data, meta = audited(house("audit", "x:StadtTalheim", *WORDS))
    assert meta["Registry"] == (
        "it has x-stadttalheim (accounts.yaml:25, status: closed), a former account of this name;"
        " that entry was left aside"
    )
    assert data["audit"]["verdict"] != "yes"
    assert not {"REG003", "REG004"} & {f["code"] for f in data["findings"]}
    # the file of the former account is not taken for an older state of what was named
    assert meta["Authority"].startswith("Stadt Talheim")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--authority", "im-nrw"), "as “presse” with authority: stadt-talheim, not im-nrw."),
        (("--kind", "personal"), "as “presse” with kind: fach, not personal."),
    ],
)
def test_an_option_that_the_entry_contradicts_is_refused(house, words, told):
    called = house("audit", "mastodon:presse@social.talheim.example", "--offline", *words)
    assert called.code == 2
    assert told in called.err
    word = "mastodon:presse@social.talheim.example"
    agreed = ("--authority", "stadt-talheim", "--kind", "fach")
    assert house("audit", word, "--offline", *agreed).code != 2


HOUSES = REGISTRY.partition("accounts:\n")[0] + "accounts: []\n"


@pytest.mark.parametrize("key", ["registry", "authorities"])
@pytest.mark.parametrize(
    "word",
    [
        "website:bad.talheim.example",
        "mastodon:bad@social.talheim.example",
        "https://social.talheim.example/@bad",
        "x:StadtTalheim",
    ],
)
def test_a_house_that_only_the_configuration_names_is_recognised(amtlint, word, key):
    Path("houses.yaml").write_text(HOUSES, encoding="utf-8")
    Path(".amtlint.yaml").write_text(f"{key}: [houses.yaml]\n", encoding="utf-8")
    data, meta = audited(amtlint("audit", word, *WORDS))
    assert meta["Authority"] == "Stadt Talheim (recognised; set it with --authority)"
    assert "was not recognised" not in data["audit"]["text"]
    assert "REG007" not in {f["code"] for f in data["findings"]}
