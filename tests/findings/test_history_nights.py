"""Nights in a row: what is new, still there, gone, opened again, or not known tonight."""

from __future__ import annotations

import json
from contextlib import closing
from copy import copy
from datetime import timedelta
from pathlib import Path

import jsonschema
import pytest

from linter.findings.history.nights import only_new
from linter.findings.history.schema import connect
from linter.registry.account import Authority
from linter.registry.parse import parse
from linter.report.json import render
from linter.report.options import Options
from linter.report.summary import summary
from linter.rulebook.rule import Source
from tests.findings import samples
from tests.findings.nights import RULES, House, gone, told
from tests.findings.samples import rule


@pytest.fixture
def house(tmp_path):
    return House(tmp_path / "nights.db")


def by(result):
    return [f.past.change_by for f in result.findings]


def test_a_finding_is_new_then_still_there_then_gone_then_opened_again(house):
    assert told(house.night(("a", "XX101"))) == [("a", "XX101", "fail", "new")]
    assert told(house.night(("a", "XX101"))) == [("a", "XX101", "fail", "still")]
    result = house.night()
    assert told(result) == []
    assert gone(result) == [("a", "XX101", "date")]
    assert gone(house.night()) == []
    assert told(house.night(("a", "XX101"))) == [("a", "XX101", "fail", "reopened")]
    assert told(house.night(("a", "XX101"))) == [("a", "XX101", "fail", "still")]


def test_the_first_night_says_that_it_is_the_first(house):
    assert by(house.night(("a", "XX101"))) == ["first"]


def test_days_and_nights_are_counted(house):
    house.night(("a", "XX101"))
    house.night(("a", "XX101"))
    past = house.night(("a", "XX101")).findings[0].past
    assert (past.first_seen, past.last_seen, past.streak) == ("2026-11-25", "2026-11-27", 3)


def test_unknown_tonight_keeps_last_nights_verdict_and_says_for_how_long(house):
    house.night(("a", "XX101"))
    for stale in (1, 2):
        result = house.night(("a", "XX101", "unknown"))
        assert sorted(told(result)) == [
            ("a", "XX101", "fail", "still"),
            ("a", "XX101", "unknown", "unknown"),
        ]
        carried = next(f for f in result.findings if f.outcome == "fail")
        assert carried.past.stale == stale
        assert (
            carried.message("de") == "XX101 (Zuletzt gesehen am 25.11.2026; seither nicht prüfbar.)"
        )
        assert carried.past.last_seen == "2026-11-25"
        assert gone(result) == []
        assert result.open("warning") == [carried]
    assert told(house.night(("a", "XX101"))) == [("a", "XX101", "fail", "still")]


def test_what_was_carried_has_the_fingerprint_that_it_had(house):
    first = house.night(("a", "XX101")).findings[0].fingerprint
    house.accounts["a"] = "Anderes Amt"
    result = house.night(("a", "XX101", "unknown"))
    assert [f.fingerprint for f in result.findings if f.outcome == "fail"] == [first]


def test_a_clean_verdict_is_kept_too(house):
    house.night()
    assert told(house.night(("a", "XX101", "unknown"))) == [("a", "XX101", "unknown", "unknown")]
    assert gone(house.night()) == []


def test_out_of_reach_is_published_the_second_night_and_is_new_then(house):
    first = house.night(("a", "NET002"))
    assert told(first) == [("a", "NET002", "unknown", "unknown")]
    assert first.open("info") == []
    assert "Noch nicht bestätigt: NET002" in first.findings[0].message("de")
    assert told(house.night(("a", "NET002"))) == [("a", "NET002", "fail", "new")]
    assert told(house.night(("a", "NET002"))) == [("a", "NET002", "fail", "still")]


def test_out_of_reach_for_one_night_is_never_told(house):
    house.night(("a", "NET002"))
    result = house.night()
    assert (told(result), gone(result)) == ([], [])
    assert told(house.night(("a", "NET002")))[0][2] == "unknown"


@pytest.mark.parametrize("code", ["IMP104", "DSE104", "NRW304"])
def test_a_missing_page_waits_and_another_page_in_its_place_is_told_at_once(house, code):
    samples.RULES[code] = missing = rule(code)
    house.rules = [*house.rules, missing]
    try:
        assert told(house.night(("a", code), variant="gone"))[0][2] == "unknown"
        assert told(house.night(("a", code), variant="gone"))[0][3] == "new"
        other = house.night(("a", code), variant="home")
        assert (told(other)[0][3], gone(other)) == ("new", [("a", code, "network")])
    finally:
        del samples.RULES[code]


def test_a_timeout_tonight_and_a_reset_tomorrow_are_two_nights_out_of_reach(house):
    one = house.night(("a", "NET002"), variant=None)
    two = house.night(("a", "NET002"), variant="reset")
    assert told(two) == [("a", "NET002", "fail", "new")]
    assert one.findings[0].fingerprint != two.findings[0].fingerprint
    assert told(house.night(("a", "NET002"), variant="timeout"))[0][3] == "still"


def test_out_of_reach_again_waits_again_and_is_opened_again(house):
    house.night(("a", "NET002"))
    house.night(("a", "NET002"))
    assert gone(house.night()) == [("a", "NET002", "network")]
    assert told(house.night(("a", "NET002"))) == [("a", "NET002", "unknown", "unknown")]
    assert told(house.night(("a", "NET002"))) == [("a", "NET002", "fail", "reopened")]
    house.night()
    house.night(("a", "NET002"))
    assert gone(house.night()) == []  # it was not published again
    house.night(("a", "NET002"))
    assert told(house.night(("a", "NET002"))) == [("a", "NET002", "fail", "reopened")]


@pytest.mark.parametrize(
    ("nights", "outcomes"), [(1, ["fail"] * 3), (3, ["unknown"] * 2 + ["fail"])]
)
def test_how_many_nights_is_the_callers_choice(house, nights, outcomes):
    found = [house.night(("a", "NET002"), nights=nights).findings[0].outcome for _ in range(3)]
    assert found == outcomes


def test_an_account_that_was_not_looked_at_keeps_all_it_had(house):
    house.night(("a", "XX101"), ("b", "XX101"))
    result = house.night(("a", "XX101"), looked=("a",))
    assert told(result) == [("a", "XX101", "fail", "still")]
    assert gone(result) == []
    assert told(house.night(("a", "XX101"), ("b", "XX101"))) == [
        ("a", "XX101", "fail", "still"),
        ("b", "XX101", "fail", "still"),
    ]


def test_an_account_of_which_nothing_is_asked_of_the_web_any_more_was_looked_at_all_the_same(house):
    house.night(("a", "XX101"))
    house.accounts["a"] = "geschlossen"
    assert gone(house.night(looked=("b",))) == []
    assert gone(house.night(looked=("b",), named=True)) == [("a", "XX101", "registry")]


def test_what_was_seen_on_the_web_is_not_gone_while_the_profile_cannot_be_read(house):
    house.night(("a", "XX101"), evidence=[{"url": "https://x.com/a"}])
    result = house.night(unread=("a",))
    assert told(result) == [("a", "XX101", "fail", "still")]
    assert result.findings[0].evidence == [{"url": "https://x.com/a"}]
    assert gone(house.night()) == [("a", "XX101", "date")]


def test_a_night_with_failures_is_no_ground_to_call_anything_gone(house):
    house.night(("a", "XX101"), ("b", "XX101"))
    result = house.night(("b", "XX101"), errors=("rule XX101 failed",))
    assert [one[3] for one in told(result)] == ["still", "still"]
    assert gone(result) == []


def test_a_registry_that_cannot_be_read_does_not_remove_its_accounts(house):
    house.night(("a", "XX101"), ("b", "XX101"))
    del house.accounts["b"]  # its file is broken
    result = house.night(("a", "XX101"), ("a", "REG001"))
    assert ("b", "XX101", "fail", "still") in told(result)
    assert gone(result) == []


def test_what_only_the_profile_changed_is_told_so(house):
    house.night()
    assert by(house.night(("a", "XX101"), shows={"a": "Neu"})) == ["profile"]
    assert gone(house.night()) == [("a", "XX101", "profile")]


def test_what_only_the_registry_changed_is_told_so(house):
    house.night()
    house.accounts["a"] = "Anderes Amt"
    assert by(house.night(("a", "XX101"))) == ["registry"]


def test_what_only_the_rulebook_changed_is_told_so(house):
    house.night()
    house.rulebook = "rules-2"
    assert by(house.night(("a", "XX101"))) == ["rulebook"]


def test_a_rule_that_is_new_found_it_whatever_else_changed(house):
    house.rules = [one for one in RULES if one.code != "XX102"]
    house.night()
    house.rules, house.rulebook = list(RULES), "rules-2"
    result = house.night(("a", "XX102"), ("a", "XX101"), shows={"a": "Neu"})
    assert by(result) == ["profile+rulebook", "rulebook"]


def test_more_rules_were_asked_for(house):
    house.rules = [one for one in RULES if one.code != "XX102"]
    house.night()
    house.rules, house.options = list(RULES), "options-2"
    assert by(house.night(("a", "XX102"))) == ["options"]


def test_the_same_day_with_nothing_changed_has_no_cause(house):
    house.night()
    house.day -= timedelta(days=1)
    assert by(house.night(("a", "XX101"))) == [""]


def test_what_was_seen_and_differs_in_nothing_remembered_is_the_profiles_doing(house):
    house.night()
    house.day -= timedelta(days=1)
    assert by(house.night(("a", "XX101"), evidence=[{"url": "https://x.com/a"}])) == ["profile"]


@pytest.mark.parametrize("days", [0, 1])
def test_how_a_request_went_is_the_networks_doing_also_where_nothing_waits(house, days):
    house.night()
    house.day -= timedelta(days=1 - days)
    result = house.night(("a", "NET004"), evidence=[{"url": "https://x.com/a"}])
    assert (by(result), result.findings[0].change) == (["network"], "new")
    assert gone(house.night()) == [("a", "NET004", "network")]


def test_a_time_limit_that_ran_out_is_the_dates_doing(house):
    house.night()
    assert by(house.night(("a", "XX101"))) == ["date"]


def test_a_new_accounts_findings_are_the_registrys(house):
    house.night()
    house.accounts["c"] = "Amt C"
    assert by(house.night(("c", "XX101"))) == ["registry"]


def test_a_removed_accounts_findings_are_gone_with_it(house):
    house.night(("a", "XX101"), ("b", "XX101"))
    del house.accounts["b"]
    assert gone(house.night(("a", "XX101"))) == [("b", "XX101", "registry")]


def test_a_retired_rules_findings_are_gone_with_it(house):
    house.night(("a", "XX102"))
    house.rules, house.rulebook = [r for r in RULES if r.code != "XX102"], "rules-2"
    assert gone(house.night()) == [("a", "XX102", "rulebook")]


def test_a_rule_that_was_not_asked_for_tonight_keeps_its_findings(house):
    house.night(("a", "XX102"))
    house.asked, house.options = ("XX101",), "only-101"
    result = house.night()
    assert (told(result), gone(result)) == ([], [])
    house.asked, house.options = None, "options-1"
    assert told(house.night(("a", "XX102"))) == [("a", "XX102", "fail", "still")]


def test_a_rule_that_is_no_longer_in_force_takes_its_findings_with_it(house):
    house.night(("a", "XX102"))
    house.asked = tuple(one.code for one in RULES if one.code != "XX102")
    assert gone(house.night()) == [("a", "XX102", "date")]


def test_a_renamed_rule_finds_nothing_new(house):
    house.night(("a", "XX102"))
    new = rule("XX109", redirects=("XX102",))
    house.rules, house.rulebook = [*[r for r in RULES if r.code != "XX102"], new], "rules-2"
    samples.RULES["XX109"] = new
    try:
        result = house.night(("a", "XX109"))
    finally:
        del samples.RULES["XX109"]
    assert told(result) == [("a", "XX109", "fail", "still")]
    assert gone(result) == []


def test_a_waiver_that_ran_out_opens_the_finding_again(house):
    house.night(("a", "XX101"), status="waived", reason="ok")
    assert told(house.night(("a", "XX101"), status="waived"))[0][3] == "still"
    result = house.night(("a", "XX101"))
    assert (told(result)[0][3], by(result)) == ("reopened", ["waiver"])


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


def test_findings_of_a_house_and_of_no_account_have_nights_too(house):
    assert told(house.night(("a", "XX104"))) == [("", "XX104", "fail", "new")]
    assert told(house.night(("a", "XX104"))) == [("", "XX104", "fail", "still")]
    assert told(house.night(looked=())) == []
    assert gone(house.night()) == [("", "XX104", "date")]


def test_an_unfinished_night_changes_nothing(house):
    house.night(("a", "XX101"))
    house.night(("b", "XX101"), finish=False)
    house.clock.later(days=2)
    result = house.night(("a", "XX101"))
    assert (told(result), gone(result)) == ([("a", "XX101", "fail", "still")], [])


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
    house.night(("a", "XX101"))
    text = summary(house.night(("b", "XX101"), ("b", "NET002")), Options("de"))
    assert "Seit der letzten Nacht: 1 neu, 0 wieder da, 1 erledigt." in text


def test_a_broken_file_that_the_call_did_not_name_removes_nothing_either(house):
    house.night(("a", "XX101"), ("b", "XX101"))
    del house.accounts["b"]
    house.documents = [parse("accounts: [\n", "b.yaml")]
    result = house.night(("a", "XX101"))
    assert gone(result) == []


def entry(text: str) -> Authority:
    """What the registry says of the house."""
    document = parse(f"id: haus\naddress: {text}\n", "houses.yaml")
    return Authority("haus", fields=document.root, document=document)


def test_accounts_of_a_file_that_the_call_did_not_name_keep_all_they_had(house, tmp_path):
    both = dict(house.accounts)
    house.file = str(tmp_path / "all.yaml")
    Path(house.file).write_text("accounts: []\n", encoding="utf-8")
    house.night(("a", "XX101"), ("b", "XX101"), ("b", "XX104"))
    house.file, house.accounts = str(tmp_path / "a.yaml"), {"a": "Amt A"}
    result = house.night(("a", "XX101"))
    assert (told(result), gone(result)) == ([("a", "XX101", "fail", "still")], [])
    house.file, house.accounts = str(tmp_path / "all.yaml"), both
    result = house.night(("a", "XX101"), ("b", "XX101"), ("b", "XX104"))
    assert {change for *_, change in told(result)} == {"still"}


def test_accounts_of_a_file_that_is_no_more_are_gone_with_it(house, tmp_path):
    house.file = str(tmp_path / "all.yaml")
    Path(house.file).write_text("accounts: []\n", encoding="utf-8")
    house.night(("a", "XX101"), ("b", "XX101"))
    Path(house.file).unlink()
    house.file, house.accounts = str(tmp_path / "a.yaml"), {"a": "Amt A"}
    assert gone(house.night(("a", "XX101"))) == [("b", "XX101", "registry")]


def test_an_account_taken_out_of_a_file_that_was_read_is_gone(house, tmp_path):
    house.file = str(tmp_path / "all.yaml")
    Path(house.file).write_text("accounts: []\n", encoding="utf-8")
    house.night(("a", "XX101"), ("b", "XX101"))
    del house.accounts["b"]
    assert gone(house.night(("a", "XX101"))) == [("b", "XX101", "registry")]


def test_what_the_registry_says_of_the_house_is_the_registrys_doing(house):
    house.houses = [entry("Rathausplatz 1")]
    house.night()
    house.houses = [entry("Rathausplatz 9")]
    (finding,) = house.night(("a", "XX101")).findings
    assert finding.past.change_by == "registry"


def test_a_house_of_which_the_same_is_said_has_changed_nothing(house):
    house.houses = [entry("Rathausplatz 1")]
    house.night()
    house.day -= timedelta(days=1)
    (finding,) = house.night(("a", "XX101")).findings
    assert finding.past.change_by == ""


PENDING = ("unknown", "unknown")


def of(result, code):
    """Outcome and change of a code's findings."""
    return [(f.outcome, f.change) for f in result.findings if f.code == code]


def test_nights_that_are_not_in_a_row_confirm_nothing(house):
    house.night(("a", "NET002"))
    house.night(("a", "NET002", "unknown"))
    assert of(house.night(("a", "NET002")), "NET002") == [PENDING]
    assert of(house.night(("a", "NET002")), "NET002") == [("fail", "new")]


def test_a_night_that_did_not_ask_for_the_account_is_no_night_of_it(house):
    house.night(("a", "NET002"))
    house.night(looked=("b",))
    assert of(house.night(("a", "NET002")), "NET002") == [("fail", "new")]


def test_out_of_reach_in_other_words_every_night_is_told_in_the_second(house):
    evidence = {"evidence": [{"url": "https://x.com/a"}], "unread": ("a",)}
    house.night(("a", "NET001"), **evidence)
    second = house.night(("a", "NET002"), **evidence)
    assert told(second) == [("a", "NET002", "fail", "new")]
    for code in ("NET003", "NET001"):  # once that is told, what a single night says has to last
        night = house.night(("a", code), **evidence)
        assert (of(night, "NET002"), of(night, code)) == ([("fail", "still")], [PENDING])
    assert of(house.night(("a", "NET001"), **evidence), "NET001") == [("fail", "new")]


def test_a_night_played_back_is_no_further_night(house):
    began = house.clock.at.isoformat()
    house.night(("a", "NET002"))
    for _ in range(2):
        assert of(house.night(("a", "NET002"), recorded=began), "NET002") == [PENDING]
    assert of(house.night(("a", "NET002")), "NET002") == [("fail", "new")]


def test_a_later_night_recorded_elsewhere_is_a_night(house):
    house.night(("a", "NET002"), recorded=house.clock.at.isoformat())
    began = (house.clock.at - timedelta(hours=1)).isoformat()
    assert of(house.night(("a", "NET002"), recorded=began), "NET002") == [("fail", "new")]


def test_what_was_there_in_the_first_night_and_is_told_in_the_second_is_the_networks_doing(house):
    house.night(("a", "NET002"))
    assert by(house.night(("a", "NET002"))) == ["network"]


def test_another_page_after_a_bad_night_is_the_profiles_doing(house):
    samples.RULES["IMP104"] = missing = rule("IMP104")
    house.rules = [*house.rules, missing]
    try:
        house.night()
        house.night(("a", "IMP104"), variant="gone")
        result = house.night(("a", "IMP104"), shows={"a": "Neu"})
        assert (told(result)[0][3], by(result)) == ("new", ["profile"])
    finally:
        del samples.RULES["IMP104"]


def test_the_same_said_of_a_house_in_two_files_is_said_once(house):
    house.houses = [entry("Rathausplatz 1")]
    house.night()
    house.houses = [entry("Rathausplatz 1"), entry("Rathausplatz 1")]
    house.day -= timedelta(days=1)
    assert by(house.night(("a", "XX101"))) == [""]


def test_what_weighs_more_than_the_night_before_is_told_again(house):
    house.night(("a", "XX101"), ("b", "XX101"), severity="info")
    result = house.night(("a", "XX101"), ("b", "XX101"), severity="error")
    only_new(result)
    assert {one[3] for one in told(result)} == {"reopened"}
    assert by(result) == ["options", "options"]
    again = house.night(("a", "XX101"), ("b", "XX101"), severity="error")
    assert {one[3] for one in told(again)} == {"still"}
    milder = house.night(("a", "XX101"), ("b", "XX101"), severity="info")
    assert {one[3] for one in told(milder)} == {"still"}


def test_what_a_new_rulebook_weighs_more_is_the_rulebooks_doing(house):
    house.night(("a", "XX101"), severity="info")
    house.rulebook = "rules-2"
    result = house.night(("a", "XX101"), severity="error")
    assert (told(result)[0][3], by(result)) == ("reopened", ["rulebook"])


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


def test_what_weighs_more_and_cannot_be_looked_for_is_told_again_once(house):
    house.night(("a", "XX101"), severity="info")  # by the config; the rule itself says warning
    for change in ("reopened", "still"):
        result = house.night(("a", "XX101", "unknown"))
        assert ("a", "XX101", "fail", change) in told(result)
