from datetime import date

import pytest

from linter.checks.approved import approved

PARAMS = {"body": "approvals.lpa_informed", "not_after": "since"}


@pytest.mark.parametrize(
    "entry",
    [
        "since: 2020-01-01\napprovals: {lpa_informed: 2019-12-31}",
        "since: 2020-01-01\napprovals: {lpa_informed: 2020-01-01}",
        "since: 2020-01-01\napprovals: {lpa_informed: {state: ja, ref: Az. 1}}",
        "approvals: {lpa_informed: 2020-01-01}",
    ],
)
def test_a_yes_in_time_passes(look, subject, entry):
    assert look(approved, subject(entry), **PARAMS) == []


def test_nothing_recorded_is_missed_at_the_field(look, subject):
    [(_, at, variant, values, _)] = look(approved, subject("since: 2020-01-01"), **PARAMS)
    assert (at, variant) == ("approvals.lpa_informed", None)
    assert values["since"] == date(2020, 1, 1)
    assert values["on"]["en"] == "not recorded"


def test_a_day_later_is_late(look, subject):
    [(_, _, variant, values, _)] = look(
        approved, subject("since: 2020-01-01\napprovals: {lpa_informed: 2020-01-02}"), **PARAMS
    )
    assert (variant, values["on"]) == ("late", date(2020, 1, 2))


@pytest.mark.parametrize(("state", "variant"), [("nein", "refused"), ("in Bearbeitung", "pending")])
def test_a_no_and_a_pending_one_have_their_own_words(look, subject, state, variant):
    [(_, _, found, _, _)] = look(
        approved, subject(f"approvals: {{lpa_informed: {{state: {state}}}}}"), **PARAMS
    )
    assert found == variant


def test_a_yes_of_a_day_to_come_is_pending(look, subject):
    for entry in ("since: 2020-01-01\n", ""):
        [(_, _, variant, *_)] = look(
            approved, subject(entry + "approvals: {lpa_informed: 2999-01-01}"), **PARAMS
        )
        assert variant == "pending"
