"""A web that is the same gives the same, however it is asked, read and told."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import islice

import pytest
import yaml

from tests.web.night import CONFIG, command, environment, registry, served, written
from tests.web.scenarios import ALL
from tests.web.web import Web

PACKS = ("impressum", "privacy", "accessibility", "nrw-handreichung")
SOME = list(islice((s for s in ALL.values() if not s.net and not s.resolve), 0, None, 2))
OF_THE_HOUR = re.compile(r'"(fetched_at|file)": "[^"]*"|"offset": \d+')
"""What differs between two nights of one web: when it was asked, and where that is written down."""


class Town:
    """Some scenarios, and the night that was recorded of them, with what it told."""

    def __init__(self, folder, web):
        self.web = web
        self.path = written(folder, registry(SOME, packs=PACKS))
        self.evidence = str(folder / "evidence")
        self.live = self.told("--jobs", "50", "--evidence", self.evidence)

    def told(self, *words, config=None, **environ):
        """The report of a night: by the web, or with `--replay` of the recorded one."""
        said = {**CONFIG, "network": {**CONFIG["network"], **(config or {})}}
        self.path.with_name(".amtlint.yaml").write_text(yaml.safe_dump(said), encoding="utf-8")
        call = command(self.path, self.web, *words)
        if "--replay" in words:
            call = [*(sys.executable, "-m", "linter", "crawl", str(self.path), "--format", "json")]
            call += ["--as-of", "2026-11-25", *words]
        done = subprocess.run(
            call,
            cwd=self.path.parent,
            env={**environment(), **environ},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 1, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    with Web(tmp_path_factory.mktemp("web")) as web:
        web.serve(served(SOME))
        yield Town(tmp_path_factory.mktemp("town"), web)


@pytest.mark.parametrize(
    ("config", "seed"), [({"processes": 1}, "0"), ({"processes": 2}, "42")], ids=["one", "two"]
)
def test_a_replay_tells_what_the_night_told_byte_for_byte(town, config, seed):
    """With as many processes, and whatever Python makes of the order in sets."""
    replayed = town.told("--replay", town.evidence, config=config, PYTHONHASHSEED=seed)
    assert replayed == town.live


@pytest.mark.parametrize(
    ("jobs", "config"), [("1", {"processes": 1}), ("50", {"processes": 2})], ids=["one", "many"]
)
def test_another_night_tells_the_same(town, jobs, config):
    """One account after the other, or all at once, read here or by processes beside."""
    told = town.told("--jobs", jobs, config=config)
    report = json.loads(OF_THE_HOUR.sub('"": 0', town.live))
    for finding in report["findings"]:  # a night without evidence says nowhere where it lies
        for entry in finding["evidence"]:
            entry.pop("warc", None)
    assert json.loads(OF_THE_HOUR.sub('"": 0', told)) == report


def test_the_order_of_the_registry_decides_about_places_only(town):
    before = town.path.read_text(encoding="utf-8")
    data = yaml.safe_load(before)
    data["accounts"].reverse()
    data["authorities"].reverse()
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    town.path.write_text(text, encoding="utf-8")
    try:
        told = town.told("--replay", town.evidence)
    finally:
        town.path.write_text(before, encoding="utf-8")
    assert placeless(told) == placeless(town.live)
    assert len(placeless(told)[0]) > len(SOME)


PLACE = ("line", "column", "end_line", "end_column", "path", "place", "location", "fingerprint")


def placeless(out):
    """The findings without their places, in an order of their own, and how much was looked at."""
    report = json.loads(out)
    found = [
        {name: value for name, value in finding.items() if name not in PLACE}
        for finding in report["findings"]
        if finding["code"] != "REG004"  # of two that are called alike the later one is told
    ]
    return sorted(json.dumps(one, sort_keys=True) for one in found), report["coverage"]
