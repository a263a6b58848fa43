"""Nights in a row: what is new, still there, gone, opened again, or not known tonight."""

from __future__ import annotations

from pathlib import Path

from linter.findings.history.nights import only_new
from linter.registry.parse import parse
from tests.findings import samples
from tests.findings.nights import RULES, by, gone, told
from tests.findings.samples import rule


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
    del house.accounts["b"]
    house.documents = [parse("accounts: [\n", "b.yaml")]
    result = house.night(("a", "XX101"), ("a", "REG001"))
    assert ("b", "XX101", "fail", "still") in told(result)
    assert gone(result) == []


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


def test_a_broken_file_that_the_call_did_not_name_removes_nothing_either(house):
    house.night(("a", "XX101"), ("b", "XX101"))
    del house.accounts["b"]
    house.documents = [parse("accounts: [\n", "b.yaml")]
    result = house.night(("a", "XX101"))
    assert gone(result) == []


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


def test_what_weighs_more_and_cannot_be_looked_for_is_told_again_once(house):
    house.night(("a", "XX101"), severity="info")  # by the config; the rule itself says warning
    for change in ("reopened", "still"):
        result = house.night(("a", "XX101", "unknown"))
        assert ("a", "XX101", "fail", change) in told(result)
