from linter.checks.causes import UNRECORDED
from linter.checks.review_due import review_due
from linter.checks.reviewed_since import reviewed_since
from linter.registry.account import Authority
from linter.registry.parse import parse

DUE = {"records": ["reviews[]"], "begun": ["published", "since"]}
TURN = {
    "begun": ["since"],
    "records": ["reviews[]", "application.on"],
    "earliest": "2020-01-01",
    "latest": "2020-12-31",
}


def outcomes(found):
    return [(kind, at, *rest[:1]) for kind, at, *rest in found]


def test_a_review_falls_due_on_the_day_after_the_interval(look, subject):
    assert look(review_due, subject("published: 2025-11-25"), **DUE) == []
    assert outcomes(look(review_due, subject("published: 2025-11-24"), **DUE)) == [
        ("miss", "reviews", "absent")
    ]


def test_the_latest_review_counts_wherever_it_stands_in_the_list(look, subject):
    assert look(review_due, subject("reviews: [2026-03-01, 2020-01-01]"), **DUE) == []
    assert outcomes(look(review_due, subject("reviews: [2024-03-01, 2020-01-01]"), **DUE)) == [
        ("miss", "reviews[0]", "overdue")
    ]


def test_a_review_that_is_pending_or_refused_is_none(look, subject):
    text = "published: 2020-01-01\nreviews: [in Bearbeitung, {state: nein, on: 2026-03-01}]"
    assert outcomes(look(review_due, subject(text), **DUE)) == [("miss", "reviews", "absent")]


def test_a_day_to_come_is_a_plan_and_no_review(look, subject):
    text = "since: 2010-01-01\nreviews: [2027-03-01]"
    assert outcomes(look(review_due, subject(text), **DUE)) == [("miss", "reviews", "absent")]
    assert outcomes(look(reviewed_since, subject(text), **TURN)) == [("miss", "reviews", "absent")]


def test_a_review_without_a_day_leaves_open_when_it_was(look, subject):
    assert outcomes(look(review_due, subject("reviews: [true]"), **DUE)) == [
        ("unknown", "reviews[0]", UNRECORDED)
    ]


def test_what_falls_due_only_once_needs_no_day(look, subject):
    text = "published: 2020-01-01\nvoluntary_basis_review: true"
    params = {"records": ["voluntary_basis_review"], "begun": ["published"], "repeats": "false"}
    assert look(review_due, subject(text), **params) == []


def test_what_falls_due_once_is_not_done_with_by_a_review_long_before(look, subject):
    def asked(on, begun="2024-12-24"):
        text = f"published: {begun}\nvoluntary_basis_review: {on}"
        params = {"records": ["voluntary_basis_review"], "begun": ["published"], "repeats": "false"}
        return outcomes(look(review_due, subject(text), **params))

    early = [("miss", "voluntary_basis_review", "early")]
    assert asked("2024-12-30") == asked("2023-06-01") == asked("2025-11-23") == early
    assert asked("2025-11-24") == asked("2026-01-10") == []
    assert asked("2026-01-10", begun="2026-01-01") == []


def test_without_a_beginning_nobody_can_tell_whether_a_review_is_due(look, subject):
    assert outcomes(look(review_due, subject("bio: Neu"), **DUE)) == [
        ("unknown", "published", UNRECORDED)
    ]


def test_the_house_may_set_another_interval_and_nonsense_does_not_count(look, subject):
    def with_interval(text):
        document = parse(f"review_interval_days: {text}", "house.yaml")
        house = Authority(id="stadt", fields=document.root, document=document)
        made = subject("reviews: [2025-03-01]", authority=house)
        return outcomes(look(review_due, made, **DUE, interval="review_interval_days"))

    assert with_interval("730") == []
    assert with_interval("180") == [("miss", "reviews[0]", "overdue")]
    assert with_interval("0") == [("miss", "reviews[0]", "overdue")]
    assert with_interval("bald") == [("miss", "reviews[0]", "overdue")]


def test_only_what_lies_clear_of_the_turning_point_is_judged(look, subject):
    def judged(text):
        return [kind for kind, *_ in look(reviewed_since, subject(text), **TURN)]

    assert judged("since: 2019-12-31") == ["miss"]
    assert judged("since: 2020-01-01") == ["unknown"]
    assert judged("since: 2020-12-31") == ["unknown"]
    assert judged("since: 2021-01-01") == []
    assert judged("since: 2015-01-01\nreviews: [2021-01-01]") == []
    assert judged("since: 2015-01-01\nreviews: [2020-12-31]") == ["unknown"]
    assert judged("since: 2015-01-01\nreviews: [2019-12-31]") == ["miss"]
    assert judged("since: 2015-01-01\napplication: {on: 2022-01-01}") == []
    assert judged("since: 2015-01-01\nreviews: [true]") == ["unknown"]
    assert judged("bio: Neu") == ["unknown"]
