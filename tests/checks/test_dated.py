from datetime import date

import pytest

from linter.checks.dated import dated


def variant(found):
    [(kind, _, name, *_)] = found
    assert kind == "miss"
    return name


def test_a_change_on_the_day_of_the_departure_is_in_time(look, subject):
    params = {"field": "c.changed", "not_before": "c.left"}
    assert look(dated, subject("c: {changed: 2024-03-01, left: 2024-03-01}"), **params) == []
    found = look(dated, subject("c: {changed: 2024-02-29, left: 2024-03-01}"), **params)
    assert variant(found) == "early"
    assert found[0][3] == {"on": date(2024, 2, 29), "limit": date(2024, 3, 1)}


def test_a_day_not_recorded_compares_to_none(look, subject):
    assert look(dated, subject("a: 2024-01-01"), field="a", not_before="b", not_after="c") == []


def test_nothing_recorded_is_missed_with_the_limit(look, subject):
    found = look(dated, subject("c: {left: 2024-03-01}"), field="c.changed", not_before="c.left")
    assert found[0][2] == "absent"
    assert found[0][3]["limit"] == date(2024, 3, 1)


def test_fixed_days_bound_both_sides(look, subject):
    assert look(dated, subject("a: 2021-09-28"), field="a", from_day="2021-09-28") == []
    assert variant(look(dated, subject("a: 2021-09-27"), field="a", from_day="2021-09-28")) == (
        "early"
    )
    assert variant(look(dated, subject("a: 2021-09-29"), field="a", to_day="2021-09-28")) == "late"


def test_the_latest_of_several_counts(look, subject):
    reviews = "r: [{on: 2020-01-01}, {on: 2026-01-01}, {on: 2024-01-01}]"
    assert look(dated, subject(reviews), field="r[].on", max_age=365) == []


def test_age_counts_back_from_the_day_of_the_check(look, subject):
    assert look(dated, subject("a: 2025-11-25"), field="a", max_age=365) == []
    assert variant(look(dated, subject("a: 2025-11-24"), field="a", max_age=365)) == "old"
    assert variant(look(dated, subject("a: 2025-11-26"), field="a", min_age=365)) == "young"


def test_an_interval_of_the_registry_replaces_the_rules_own(look, subject):
    params = {"field": "a", "max_age_field": "days"}
    assert variant(look(dated, subject("a: 2026-01-01\ndays: 30"), max_age=365, **params)) == "old"
    assert look(dated, subject("a: 2026-01-01"), max_age=365, **params) == []
    assert look(dated, subject("a: 2026-01-01"), **params) == [
        ("unknown", "days", "interval-not-configured")
    ]


def test_a_yes_without_a_day_is_undated_and_a_no_is_refused(look, subject):
    assert variant(look(dated, subject("a: true"), field="a", max_age=365)) == "undated"
    assert variant(look(dated, subject("a: nein"), field="a", max_age=365)) == "refused"


def test_a_day_to_come_is_pending(look, subject):
    entry = subject("c: {changed: 2999-01-01, left: 2024-03-01}")
    assert variant(look(dated, entry, field="c.changed", not_before="c.left")) == "pending"
    assert variant(look(dated, entry, field="c.changed", min_age=0)) == "young"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        *(("12.05.2024", "unknown"), ("Mai 2024", "unknown"), ("am 3. 5. 2024, Az. 7", "unknown")),
        *(("Az. 12/2024", "miss"), ("geprüft", "miss"), ("Vermerk 3.14", "miss")),
    ],
)
def test_what_tells_a_day_in_another_form_is_not_said_to_have_none(look, subject, text, answer):
    found = look(dated, subject(f"a: '{text}'"), field="a", from_day="2021-09-28")
    assert [kind for kind, *_ in found] == [answer]
