"""What a night's report says of the nights before: only what is new, the summary, JSON, the story."""

from __future__ import annotations

import json
from contextlib import closing
from copy import copy
from pathlib import Path

import jsonschema

from linter.findings.history.nights import only_new
from linter.findings.history.schema import connect
from linter.report.json import render
from linter.report.options import Options
from linter.report.summary import summary
from linter.rulebook.rule import Source
from tests.findings.nights import told


def test_only_new_leaves_what_is_new_or_opened_again(house):
    house.night(("a", "XX101"), ("b", "XX102"))
    house.night(("b", "XX102"))
    result = house.night(("a", "XX101"), ("b", "XX101"), ("b", "XX102"), ("a", "NET002"))
    only_new(result)
    assert told(result) == [("a", "XX101", "fail", "reopened"), ("b", "XX101", "fail", "new")]
    assert "Open from earlier nights, not shown here: 1 warning." in summary(result, Options("en"))


def test_nothing_new_is_not_told_as_nothing_open(house):
    house.night(("a", "XX101"))
    result = house.night(("a", "XX101"), ("b", "XX101", "unknown"))
    only_new(result)
    said = " ".join(summary(result, Options("en")).split())
    assert "No new open findings. Open from earlier nights, not shown here: 1 warning." in said
    assert "No open findings" not in said
    assert "Could not be checked: 1 rule for 1 account." in said


def test_the_json_report_says_all_of_it_and_keeps_to_its_schema(house):
    house.night(("a", "XX101"), ("b", "XX101"), ("b", "XX102"))
    result = house.night(("a", "XX101", "unknown"), ("b", "XX102"), ("b", "NET002"))
    for finding in result.findings:
        finding.rule = copy(finding.rule)
        finding.rule.sources = [Source("amtlint", "Probe")]
    report = json.loads(render(result, Options("de")))
    schema = json.loads((Path(__file__).parents[2] / "docs" / "output.schema.json").read_text())
    jsonschema.validate(report, schema)
    assert [
        (one["account"], one["code"], one["outcome"], one["change"], one["history"]["stale"])
        for one in report["findings"]
    ] == [
        ("a", "XX101", "fail", "still", 1),
        ("a", "XX101", "unknown", "unknown", 0),
        ("b", "NET002", "unknown", "unknown", 0),
        ("b", "XX102", "fail", "still", 0),
    ]
    assert report["findings"][2]["cause"] == "seen-once"
    assert [(one["account"], one["code"]) for one in report["gone"]] == [("b", "XX101")]


def test_the_summary_says_what_has_changed(house):
    text = summary(house.night(("a", "XX101")), Options("de"))
    assert "Erste Nacht dieses Verlaufs: 1 neu." in text
    text = summary(house.night(("b", "XX101"), ("b", "NET002")), Options("de"))
    assert "Seit der letzten Nacht: 1 neu, 0 wieder da, 1 erledigt." in text


def test_only_new_still_fails_on_what_could_not_be_checked(house):
    house.night()
    result = house.night(("a", "XX101", "unknown"))
    only_new(result)
    assert told(result) == []
    assert (len(result.open("info")), len(result.open("info", unknown=True))) == (0, 1)


def test_the_story_says_nothing_of_a_profile_that_nobody_asked_for(house):
    house.night()
    house.night(unread=("a",))
    house.night(looked=("b",), named=True)
    with closing(connect(str(house.path))) as database:
        kinds = database.execute("SELECT kind FROM event WHERE account = 'a' ORDER BY id")
        assert [kind for (kind,) in kinds] == ["unread"]
