"""Files to accounts: one broken file or account never hides the rest."""

from __future__ import annotations

import os

import pytest

from linter.registry.bind import Validators
from linter.registry.load import load
from linter.rulebook.book import load_rulebook

VALIDATORS = Validators.of(load_rulebook().tree)
GOOD = """\
registry: 1
authority: im-nrw
accounts:
  - {id: a, platform: x, handle: IM_NRW, kind: ressort}
"""


def write(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return str(folder)


def problems(registry):
    return [
        (p.code, p.variant, p.values.get("key") or p.values.get("value"), *d.position(p.start))
        for d in registry.documents
        for p in d.problems
    ]


def test_a_folder_is_read_in_order_and_yaml_without_the_marker_passed_over(tmp_path):
    write(tmp_path, b=GOOD, a=GOOD.replace("id: a", "id: b"), other="key: value\n")
    registry = load([str(tmp_path)], VALIDATORS)
    assert [a.id for a in registry.accounts] == ["b", "a"]
    assert not registry.refused


@pytest.mark.parametrize(
    "written",
    [
        '{\n\t"registry": 1,\n\t"accounts": []\n}\n',
        "# ours\rregistry: 1\raccounts: []\r",
        '\ufeff"registry"\t: 1\r\naccounts: []\r\n',
        "%YAML 1.1\n---\n{ registry: 1, accounts: [] }\n",
    ],
)
def test_the_marker_is_known_however_it_is_written(tmp_path, written):
    (tmp_path / "a.yaml").write_text(written, encoding="utf-8", newline="")
    registry = load([str(tmp_path)], VALIDATORS)
    assert len(registry.documents) == 1
    assert problems(registry) == []


def test_a_file_counts_by_its_ending_in_capitals_too(tmp_path):
    (tmp_path / "KONTEN.YML").write_text(GOOD, encoding="utf-8")
    (tmp_path / "konten.txt").write_text(GOOD, encoding="utf-8")
    assert [one.id for one in load([str(tmp_path)], VALIDATORS).accounts] == ["a"]


@pytest.mark.parametrize(
    "other", ["registry: [accounts]\n", "registry:\n  - accounts\n", "a: registry\n"]
)
def test_another_file_of_a_folder_is_no_registry(tmp_path, other):
    assert not load([write(tmp_path, other=other)], VALIDATORS).documents


def test_a_named_file_without_the_marker_is_told(tmp_path):
    write(tmp_path, other="key: value\n")
    registry = load([str(tmp_path / "other.yaml")], VALIDATORS)
    assert problems(registry) == [("REG002", "not-a-registry", None, 1, 1)]
    assert not load([str(tmp_path / "other.yaml")], VALIDATORS, marked=True).documents


def test_unknown_keys_and_values_get_a_suggestion(tmp_path):
    text = GOOD.replace("platform: x", "platform: twiter, plattform: x").replace(
        "kind: ressort", "kind: resort"
    )
    registry = load([write(tmp_path, a=text)], VALIDATORS)
    hints = {
        (p.values.get("key") or p.values.get("value")): p.values["hint"]["en"]
        for p in registry.documents[0].problems
    }
    assert hints["plattform"] == " Did you mean “platform”?"
    assert hints["resort"] == " Did you mean “ressort”?"


@pytest.mark.parametrize(
    ("field", "variant"),
    [
        ("since: 01.02.2020", "not-a-date"),
        ("since: [2020-01-01]", "wrong-type"),
        ("url: www.example.org", "not-a-uri"),
        ("url: javascript:alert(1)", "not-a-uri"),
        ("verified: maybe", "wrong-type"),
        ("verified: 'true'", "wrong-type"),
        ("links: Impressum", "wrong-type"),
        ("operator: Referat Presse", "wrong-type"),
        ("status: open", "not-allowed"),
        ("approvals: {lpa_informed: [a]}", "wrong-type"),
        ("waivers: [{kode: NRW106}]", "unknown-key"),
    ],
)
def test_a_value_that_does_not_fit_is_a_problem_at_its_place(tmp_path, field, variant):
    text = GOOD.replace("  - {id: a", "  - {" + field + ", id: a")
    registry = load([write(tmp_path, a=text)], VALIDATORS)
    assert [p[1] for p in problems(registry)] == [variant]
    assert [a.handle for a in registry.accounts] == ["IM_NRW"]


@pytest.mark.parametrize("word", ["yes", "no", "true", "False", "on", "ja"])
def test_plain_yes_and_no_are_booleans_where_the_schema_wants_one(tmp_path, word):
    text = GOOD.replace("id: a", f"verified: {word}, handle2: x, id: a").replace("handle2: x, ", "")
    assert not problems(load([write(tmp_path, a=text)], VALIDATORS))


def test_the_same_file_named_twice_is_read_once(tmp_path):
    folder = write(tmp_path, a=GOOD)
    registry = load([folder, os.path.join(folder, "a.yaml")], VALIDATORS)
    assert len(registry.accounts) == 1


def test_stdin_is_a_registry_like_any_other():
    registry = load(["-"], VALIDATORS, stdin=GOOD.encode())
    assert registry.accounts[0].document.path == "<stdin>"


def test_missing_keys_are_told_and_the_account_is_still_there(tmp_path):
    registry = load([write(tmp_path, a="registry: 1\naccounts:\n  - {platform: x}\n")], VALIDATORS)
    assert [p[2] for p in problems(registry)] == ["id", "handle", "kind"]
    assert registry.accounts[0].id == "accounts[0]"
