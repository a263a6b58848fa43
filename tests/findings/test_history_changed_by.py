"""Whose doing a change is: the profile's, the registry's, the rulebook's, the network's, the day's."""

from __future__ import annotations

from datetime import timedelta

import pytest

from linter.registry.account import Authority
from linter.registry.parse import parse
from tests.findings import samples
from tests.findings.nights import RULES, by, gone, told
from tests.findings.samples import rule


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


def entry(text: str) -> Authority:
    """What the registry says of the house."""
    document = parse(f"id: haus\naddress: {text}\n", "houses.yaml")
    return Authority("haus", fields=document.root, document=document)


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


def test_what_a_new_rulebook_weighs_more_is_the_rulebooks_doing(house):
    house.night(("a", "XX101"), severity="info")
    house.rulebook = "rules-2"
    result = house.night(("a", "XX101"), severity="error")
    assert (told(result)[0][3], by(result)) == ("reopened", ["rulebook"])
