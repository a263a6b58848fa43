"""The compiled rulebook: made once, made anew when a file changes, never believed blindly."""

from __future__ import annotations

import json
import os
from datetime import date, timedelta

import pytest

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


SOURCES = """
letter:
  title: {de: Schreiben, en: Letter}
  short: {de: Schreiben, en: letter}
  kind: letter
  date: "2021"
  since: %s
"""


def begun(tmp_path, since, sources):
    """The first day of a rule with these sources, one of which began on a day, a month or a year."""
    own = '- {document: amtlint, section: "own"}'
    rule = RULE.replace(own, sources).replace("duty: own", "duty: should")
    pack = write_pack(tmp_path, rule)
    (pack / "sources.yaml").write_text(SOURCES % since)
    return load_rulebook([str(pack)]).find("ACME001")


@pytest.mark.parametrize(
    ("since", "first"),
    [("2021-09-28", (2021, 9, 28)), ('"2021-09"', (2021, 9, 1)), ('"2021"', (2021, 1, 1))],
)
def test_a_rule_is_not_in_force_before_the_first_of_its_sources(tmp_path, since, first):
    rule = begun(tmp_path, since, "- {document: letter, section: Nr. 1}")
    day = date(*first)
    assert rule.in_force(day)
    assert not rule.in_force(day - timedelta(days=1))
    assert [source.in_force(day) for source in rule.sources] == [True]


def test_a_source_whose_first_day_nobody_knows_keeps_the_rule_in_force(tmp_path):
    both = "- {document: letter, section: Nr. 1}\n  - {document: dsg-nrw, section: § 1}"
    rule = begun(tmp_path, "2021-09-28", both)
    assert rule.in_force(date(1990, 1, 1))
    assert [source.document for source in rule.sources_at(date(1990, 1, 1))] == ["dsg-nrw"]


def test_a_later_law_of_the_built_in_documents_bounds_a_rule_of_the_house(tmp_path):
    rule = begun(tmp_path, "2021-09-28", "- {document: mstv, section: § 18}")
    assert not rule.in_force(date(2020, 11, 6))
    assert rule.in_force(date(2020, 11, 7))
    assert rule.sources[0].since == date(2020, 11, 7)
