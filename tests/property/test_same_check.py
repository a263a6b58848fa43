"""A registry that says the same is told the same, however it is handed over."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from linter.testing import load_for_tests
from tests.examples import entry, fields_of_examples

ROOT = Path(__file__).parents[2]
HEAD = "registry: 1\npacks: [impressum, privacy, nrw-handreichung]\naccounts:\n"


def accounts(many):
    """Accounts that mix what examples say of the fields, of several houses."""
    known = fields_of_examples(load_for_tests())
    chance = random.Random(7)
    for number in range(many):
        house = chance.choice(("im-nrw", "stk-nrw", "fm-nrw"))
        about = f"id: a{number}\nauthority: {house}\nplatform: x\nkind: ressort"
        fields = {name: chance.choice(known[name]) for name in chance.sample(sorted(known), 12)}
        fields["handle"] = chance.choice(known["handle"])
        yield entry(about=about, **fields)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Call `check` in a folder of files; the findings and the coverage, places aside."""
    cache = tmp_path_factory.mktemp("cache")

    def call(folder, *paths, stdin="", **environ):
        done = subprocess.run(
            [
                *(sys.executable, "-m", "linter", "check", *paths),
                *("--format", "json", "--as-of", "2026-11-25"),
            ],
            cwd=folder,
            input=stdin,
            env={"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(cache)}
            | environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr
        return json.loads(done.stdout)

    return call


PLACE = ("path", "line", "column", "end_line", "end_column")
"""Where a finding stands."""


def placeless(report):
    """The findings without their places, in an order of their own."""
    return sorted(
        json.dumps({name: one[name] for name in one if name not in PLACE}, sort_keys=True)
        for one in report["findings"]
        if one["code"] != "REG004"  # it says where the other account stands
    )


@pytest.fixture
def folder(tmp_path):
    """One file with all accounts, and the same in two files; each in a folder of its own."""
    every = list(accounts(60))
    for name, parts in (("whole", {"r": every}), ("split", {"a": every[:30], "b": every[30:]})):
        (tmp_path / name).mkdir()
        for file, some in parts.items():
            path = tmp_path / name / f"{file}.yaml"
            path.write_text(HEAD + "".join(some), encoding="utf-8")
    return tmp_path


def test_one_file_or_two_or_the_standard_input(told, folder):
    whole = told(folder / "whole")
    assert len({one["code"] for one in whole["findings"]}) > 30
    text = (folder / "whole" / "r.yaml").read_text(encoding="utf-8")
    for other in (
        told(folder / "split", "a.yaml", "b.yaml"),
        told(folder, "-", stdin=text),
    ):
        assert other["coverage"] == whole["coverage"]
        assert placeless(other) == placeless(whole)


def test_a_rulebook_that_is_read_anew_or_from_the_cache(told, folder, tmp_path):
    cold = told(folder / "whole", XDG_CACHE_HOME=str(tmp_path / "new"))
    assert told(folder / "whole", XDG_CACHE_HOME=str(tmp_path / "new")) == cold


def test_a_named_file_of_a_registry_says_what_the_whole_says_of_it(told, folder):
    """Of what a house lacks once, the file is told that the house's account is in."""
    split = folder / "split"
    (split / ".amtlint.yaml").write_text("registry: [a.yaml, b.yaml]\n", encoding="utf-8")
    whole, named = told(split), told(split, "b.yaml")
    own = [one for one in whole["findings"] if one["path"] == "b.yaml"]
    assert [one for one in own if one not in named["findings"]] == []
    others = [one for one in named["findings"] if one not in own]
    assert {one["account"] for one in others} == {""}
    assert named["coverage"]["accounts"] == 30
