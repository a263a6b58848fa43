from datetime import date

import pytest

from linter.checks.approved import approved
from linter.checks.causes import TURNING_POINT, UNRECORDED
from linter.checks.order_known import order_known

PARAMS = {"body": "approvals.lpa_informed", "not_after": "since"}


@pytest.mark.parametrize(
    "entry",
    [
        "since: 2020-01-01\napprovals: {lpa_informed: 2019-12-31}",
        "since: 2020-01-01\napprovals: {lpa_informed: 2020-01-01}",
        "approvals: {lpa_informed: 2020-01-01}",
        "approvals: {lpa_informed: {state: ja, ref: Az. 1}}",
        "since: 2020-01-01\napprovals: {lpa_informed: {on: 2019-12-31, ref: Vermerk folgt}}",
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


@pytest.mark.parametrize("value", ["ja", "{state: ja, ref: Az. 1}", "2020-06", "Juni 2020"])
def test_a_yes_without_a_day_tells_nothing_of_the_order(look, subject, value):
    entry = f"since: 2020-05-01\napprovals: {{lpa_informed: {value}}}"
    [(kind, at, cause)] = look(approved, subject(entry), **PARAMS)
    assert (kind, at, cause) == ("unknown", "approvals.lpa_informed", UNRECORDED)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("'Ja, am 01.05.2020'", []),
        ("{state: ja, ref: erteilt am 30. April 2020}", []),
        ("{ref: 'yes, 2020-04-30'}", []),
        ("'Ja, am 02.05.2020'", ["late"]),
        ("{state: ja, ref: Antrag vom 30.04.2020}", [UNRECORDED]),
        ("'erteilt am 30.04.2020, bestätigt am 03.05.2020'", [UNRECORDED]),
        ("{state: ja, on: 2020-05-02, ref: erteilt am 30.04.2020}", ["late"]),
        ("abgelehnt am 30.04.2020", ["refused"]),
    ],
)
def test_a_day_in_the_words_of_a_yes_is_its_day(look, subject, value, found):
    entry = f"since: 2020-05-01\napprovals: {{lpa_informed: {value}}}"
    told = look(approved, subject(entry), **PARAMS)
    assert [one[2] for one in told] == found


@pytest.mark.parametrize(
    ("since", "found"),
    [("2018-02-26", None), ("2018-02-27", TURNING_POINT), ("2022-06-28", TURNING_POINT)],
)
def test_what_is_older_than_the_source_is_not_late(look, subject, since, found):
    entry = f"since: {since}\napprovals: {{lpa_informed: 2024-01-01}}"
    between = {"earliest": "2018-02-27", "latest": "2022-06-28"}
    told = look(approved, subject(entry), **PARAMS, **between)
    assert [rest[0] for _, _, *rest in told] == ([found] if found else [])
    later = subject("since: 2022-06-29\napprovals: {lpa_informed: 2024-01-01}")
    assert [rest[0] for _, _, *rest in look(approved, later, **PARAMS, **between)] == ["late"]


@pytest.mark.parametrize(("value", "found"), [("ja", [UNRECORDED]), ('"-"', []), ("n/a", [])])
def test_only_what_says_something_stands_in_an_order(look, subject, value, found):
    entry = f"published: 2024-04-01\napprovals: {{fb11: {value}}}"
    params = {"records": ["approvals.fb11"], "day": "published"}
    assert [cause for _, _, cause, *_ in look(order_known, subject(entry), **params)] == found
