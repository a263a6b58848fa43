"""The compiled rulebook: made once, made anew when a file changes, never believed blindly."""

from __future__ import annotations

import json
import os

from linter.rulebook.book import load_rulebook
from tests.rulebook.packs import RULE, write_pack


def cached(folder):
    return sorted(path for path in folder.iterdir() if path.name.startswith("rules-"))


def test_a_second_run_reads_the_cache_and_gives_the_same_rulebook(tmp_path):
    cache = tmp_path / "cache"
    first = load_rulebook(cache_dir=str(cache))
    times = [path.stat().st_mtime_ns for path in cached(cache)]
    second = load_rulebook(cache_dir=str(cache))
    assert times == [path.stat().st_mtime_ns for path in cached(cache)]
    assert first.digest == second.digest
    assert [rule.code for rule in first.rules] == [rule.code for rule in second.rules]


def test_a_changed_rule_is_seen(tmp_path):
    cache = str(tmp_path / "cache")
    pack = write_pack(tmp_path)
    load_rulebook([str(pack)], cache_dir=cache)
    write_pack(tmp_path, RULE.replace("severity: warning", "severity: info"))
    assert load_rulebook([str(pack)], cache_dir=cache).find("ACME001").severity == "info"


def test_a_broken_or_foreign_cache_is_made_anew(tmp_path):
    cache = tmp_path / "cache"
    load_rulebook(cache_dir=str(cache))
    (name,) = cached(cache)
    for content in ("", "[]", "{", json.dumps({"signature": "x"})):
        name.write_text(content)
        assert load_rulebook(cache_dir=str(cache)).rules


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert load_rulebook(cache_dir=os.path.join(blocked, "amtlint")).rules
