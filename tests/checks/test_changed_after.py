from linter.checks.causes import TURNING_POINT, UNRECORDED
from linter.checks.changed_after import changed_after
from linter.checks.not_older import not_older
from linter.checks.order_known import order_known

BODIES = ["approvals.fb11", "approvals.fb3"]
CHANGED = {
    "changes": "changes[]",
    "application": "application",
    "published": "published",
    "approvals": BODIES,
}


def variants(found):
    return [(at, rest[0]) for _, at, *rest in found]


def test_nothing_changed_is_nothing_to_apply_for(look, subject):
    assert look(changed_after, subject("published: 2024-04-01"), **CHANGED) == []
    assert look(changed_after, subject("changes: []"), **CHANGED) == []


def test_a_change_on_the_day_of_publication_is_still_covered(look, subject):
    assert (
        look(
            changed_after, subject("published: 2024-04-01\nchanges: [{on: 2024-04-01}]"), **CHANGED
        )
        == []
    )


def test_only_the_latest_change_counts_because_its_application_covers_the_earlier_ones(
    look, subject
):
    text = (
        "published: 2024-04-01\napplication: {id: B, on: 2026-01-02, replaces: A}\n"
        "changes: [{on: 2026-01-01}, {on: 2025-01-01}]"
    )
    assert look(changed_after, subject(text), **CHANGED) == []


def test_the_day_of_an_approval_may_stand_in_its_words(look, subject):
    text = "approvals: {fb11: 'Ja, am %s'}\nchanges: [{on: 2026-01-01}]"
    told = look(changed_after, subject(text % "31.12.2025"), **CHANGED)
    assert variants(told) == [("changes[0].on", "not_renewed")]
    assert look(changed_after, subject(text % "01.01.2026"), **CHANGED) == []


def test_an_application_filed_before_the_change_counts_only_if_the_change_names_it(look, subject):
    text = "published: 2024-04-01\napplication: {id: B, on: 2025-12-01, replaces: A}\nchanges: [{on: 2026-01-01%s}]"
    assert variants(look(changed_after, subject(text % ""), **CHANGED)) == [
        ("changes[0].on", "not_renewed")
    ]
    assert look(changed_after, subject(text % ", application: B"), **CHANGED) == []
    assert variants(look(changed_after, subject(text % ", application: C"), **CHANGED)) == [
        ("changes[0].on", "not_renewed")
    ]


def test_a_change_reported_by_the_application_before_the_current_one_is_covered(look, subject):
    text = (
        "published: 2024-04-01\napplication: {id: C, on: 2025-12-01, replaces: B}\n"
        "changes: [{on: 2026-01-01, application: B}]"
    )
    assert look(changed_after, subject(text), **CHANGED) == []


def test_without_a_day_of_publication_the_approvals_tell(look, subject):
    change = "changes: [{on: 2025-01-01}]\n"
    before = subject(change + "approvals: {fb11: 2024-01-01}")
    assert variants(look(changed_after, before, **CHANGED)) == [("changes[0].on", "not_renewed")]
    later = subject(change + "approvals: {fb11: 2025-02-01, fb3: 2025-01-01}")
    assert look(changed_after, later, **CHANGED) == []
    silent = subject(change + "approvals: {fb11: true}")
    assert variants(look(changed_after, silent, **CHANGED)) == [("changes[0].on", UNRECORDED)]


def test_a_change_without_a_readable_day_is_left_to_the_schema(look, subject):
    text = "published: 2024-04-01\nchanges: [{on: bald}, {kind: staff}, nichts]"
    assert look(changed_after, subject(text), **CHANGED) == []


def test_records_older_than_the_day_are_one_miss_that_names_them_all(look, subject):
    text = "application: {on: 2025-05-05, replaces: A}\napprovals: {fb11: 2025-05-04, fb3: true}"
    [(_, at, variant, values, _)] = look(
        not_older,
        subject(text),
        records=BODIES,
        than="application.on",
        only_with="application.replaces",
    )
    assert (at, variant, values["records"]) == ("approvals.fb11", "older", tuple(BODIES))


def test_records_of_the_same_day_and_records_that_are_absent_are_not_older(look, subject):
    text = "application: {on: 2025-05-05, replaces: A}\napprovals: {fb11: 2025-05-05}"
    assert look(not_older, subject(text), records=BODIES, than="application.on") == []


def test_a_first_application_has_nothing_to_be_renewed(look, subject):
    text = "application: {on: 2025-05-05}\napprovals: {fb11: 2025-05-04}"
    params = {"records": BODIES, "than": "application.on", "only_with": "application.replaces"}
    assert look(not_older, subject(text), **params) == []
    assert len(look(not_older, subject(text), records=BODIES, than="application.on")) == 1


def test_a_renewed_application_without_a_day_cannot_be_compared(look, subject):
    text = "application: {replaces: A}\napprovals: {fb11: 2025-05-04}"
    assert variants(look(not_older, subject(text), records=BODIES, than="application.on")) == [
        ("application.on", UNRECORDED)
    ]


HEAD = {
    "records": ["approvals.head"],
    "than": "application.on",
    "changes": "changes[]",
    "named": "application.id",
    "before": "published",
}


def test_a_record_that_comes_before_the_thing_is_judged_by_what_the_thing_reports(look, subject):
    def asked(on, more):
        text = f"application: {{id: B, on: 2025-06-01}}\napprovals: {{head: {on}}}\n{more}"
        return [rest[0] for _, _, *rest in look(not_older, subject(text), **HEAD)]

    change = "changes: [{on: 2025-05-20, application: B}, {on: 2023-01-01, application: A}]"
    assert asked("2025-05-25", change) == []
    assert asked("2025-05-19", change) == ["older"]
    assert asked("2025-05-25", "published: 2024-04-01") == [UNRECORDED]
    assert asked("2024-04-01", "published: 2024-04-01") == ["older"]
    ahead = "changes: [{on: 2025-07-01, application: B}]"
    assert asked("2025-05-25", ahead) == [UNRECORDED]
    assert asked("2025-06-01", ahead) == []


ORDER = {"day": "published", "never_after": "since", "renewed": "application.replaces"}


def test_the_order_is_open_only_where_a_dated_yes_might_be_later(look, subject):
    def asked(text):
        return variants(look(order_known, subject(text), records=BODIES, **ORDER))

    assert asked("since: 2023-01-10\napprovals: {fb11: 2024-03-01}") == [("published", UNRECORDED)]
    assert asked("approvals: {fb11: 2024-03-01}") == [("published", UNRECORDED)]
    assert asked("since: 2024-03-01\napprovals: {fb11: 2024-03-01}") == []
    assert asked("since: 2023-01-10\napprovals: {fb11: ja, fb3: nein}") == []


def test_each_yes_given_after_the_day_is_late_unless_it_was_given_anew(look, subject):
    def asked(text):
        return variants(look(order_known, subject(text), records=BODIES, **ORDER))

    late = "published: 2023-01-10\napprovals: {fb11: 2024-03-01, fb3: 2023-01-11}\n"
    assert asked(late) == [("approvals.fb11", "late"), ("approvals.fb3", "late")]
    assert asked("published: 2023-01-10\napprovals: {fb11: 2023-01-10}") == []
    assert asked(late + "application: {id: N, replaces: A}") == []


def test_a_yes_without_a_day_leaves_the_order_open(look, subject):
    text = "published: 2023-01-10\napprovals: {fb11: ja, fb3: 2023-01-01}"
    assert variants(look(order_known, subject(text), records=BODIES, **ORDER)) == [
        ("approvals.fb11", UNRECORDED)
    ]


def test_what_was_public_before_the_source_is_not_late(look, subject):
    def asked(published):
        text = f"published: {published}\napprovals: {{fb11: 2024-03-01}}"
        between = {"earliest": "2020-01-01", "latest": "2020-12-31"}
        found = look(order_known, subject(text), records=BODIES, **ORDER, **between)
        return [rest[0] for _, _, *rest in found]

    assert asked("2019-12-31") == []
    assert asked("2020-06-01") == [TURNING_POINT]
    assert asked("2021-01-01") == ["late"]
