import pytest

from linter.checks.dates_possible import dates_possible

PARAMS = {
    "ahead": ["until", "next"],
    "planned": ["since"],
    "order": {"until": "since"},
    "earliest": {"x": "2006-01-01"},
}


def faults(look, subject, entry):
    return [(at, variant) for _, at, variant, *_ in look(dates_possible, subject(entry), **PARAMS)]


@pytest.mark.parametrize(
    "entry",
    [
        "since: 2020-02-29",
        "since: 2026-11-25",
        "{status: planned, since: 2027-01-01}",
        "until: 2030-12-31",
        "waivers: [{until: 2030-12-31}]",
        "training: {state: in Bearbeitung, on: 2027-01-20}",
        "approvals: {lpa_informed: Az. 2027-01}",
        "operator: {unit: 1234-56-7x}",
    ],
)
def test_dates_that_can_be_true_pass(look, subject, entry):
    assert faults(look, subject, entry) == []


@pytest.mark.parametrize("day", ["2023-02-29", "2023-13-01", "2023-00-10", "0000-01-01"])
def test_a_day_that_is_in_no_calendar_is_told_wherever_it_stands(look, subject, day):
    assert faults(look, subject, f"since: {day}") == [("since", "impossible")]
    assert faults(look, subject, f"approvals: {{lpa_informed: {{on: {day}}}}}") == [
        ("approvals.lpa_informed.on", "impossible")
    ]
    assert faults(look, subject, f"reviews: ['{day}']") == [("reviews[0]", "impossible")]


def test_tomorrow_is_told_in_records_and_lists_of_mappings(look, subject):
    entry = (
        "{since: 2026-11-26, changes: [{on: 2026-11-26}], training: {state: ja, on: 2026-11-26}}"
    )
    assert faults(look, subject, entry) == [
        ("since", "future"),
        ("changes[0].on", "future"),
        ("training.on", "future"),
    ]


def test_a_planned_account_may_only_begin_in_the_future(look, subject):
    entry = "{status: planned, since: 2027-01-01, approvals: {lpa_informed: 2027-01-01}}"
    assert faults(look, subject, entry) == [("approvals.lpa_informed", "future")]


def test_an_end_before_the_beginning_and_a_beginning_before_the_platform_are_told(look, subject):
    assert faults(look, subject, "{since: 2015-03-01, until: 2015-02-28}") == [("until", "order")]
    assert faults(look, subject, "{since: 2015-03-01, until: 2015-03-01}") == []
    assert faults(look, subject, "{platform: x, since: 2005-12-31}") == [("since", "too-early")]
    assert faults(look, subject, "{platform: website, since: 1996-01-01}") == []
