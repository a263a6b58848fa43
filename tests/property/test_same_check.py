"""A registry that says the same is told the same, however it is handed over."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from linter.registry.nodes import Mapping, Scalar
from linter.registry.parse import parse
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


def flow(document, node):
    """A value on one line, in brackets and braces as JSON has them; what is written as nothing stays so."""
    if isinstance(node, Mapping):
        pairs = [f'"{key}": {flow(document, one)}' for key, one in node.entries.items()]
        return "{" + ", ".join(pairs) + "}"
    if not isinstance(node, Scalar):
        return "[" + ", ".join(flow(document, one) for one in node.items) + "]"
    if node.text is None:
        start, end = document.span(node)
        return document.text[start:end]
    bare = node.plain and re.fullmatch(r"[\w-]+", node.text)
    return node.text if bare else json.dumps(node.text, ensure_ascii=False)


def in_one_line(text):
    document = parse(text, "r.yaml")
    return flow(document, document.root) + "\n"


def anchored(text):
    """Every account as an alias of what stands in front of all of them."""
    document = parse(text, "r.yaml")
    items = document.root.entries["accounts"].items
    shelf = ", ".join(f"&a{number} {flow(document, one)}" for number, one in enumerate(items))
    aliases = "".join(f"- <<: *a{number}\n" for number in range(len(items)))
    return f"shelf: [{shelf}]\n{HEAD}{aliases}"


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff%YAML 1.1\n---\n# by hand\n" + text + "...\n",
        in_one_line,
        anchored,
    ],
    ids=["windows", "marked", "flow", "anchors"],
)
def test_in_whatever_style_the_file_is_written(told, folder, rewritten):
    path = folder / "whole" / "r.yaml"
    before = told(folder / "whole")
    text = path.read_text(encoding="utf-8")
    path.write_text(rewritten(text), encoding="utf-8", newline="")
    after = told(folder / "whole")
    assert after["coverage"] == before["coverage"]
    after["findings"] = [one for one in after["findings"] if one["field"] != "shelf"]
    assert placeless(after) == placeless(before)


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
