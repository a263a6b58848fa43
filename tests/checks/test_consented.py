from linter.checks.consented import consented
from linter.checks.done_or_planned import done_or_planned
from linter.checks.yearly import yearly

CONSENT = {
    "field": "carers_consent",
    "begun": ["published", "since"],
    "platforms": ["facebook"],
    "always_if": "real_names_required",
}


def variants(found):
    return [rest[0] for _, _, *rest in found]


def test_consent_is_needed_up_to_the_last_day_of_the_first_year(look, subject):
    assert variants(look(consented, subject("published: 2025-11-25"), **CONSENT)) == ["published"]
    assert look(consented, subject("published: 2025-11-24"), **CONSENT) == []


def test_a_real_name_platform_needs_consent_for_good_unless_the_registry_says_otherwise(
    look, subject
):
    old = "published: 2015-01-01\nplatform: facebook\n"
    assert variants(look(consented, subject(old), **CONSENT)) == ["always"]
    assert look(consented, subject(old + "real_names_required: false"), **CONSENT) == []
    other = "published: 2015-01-01\nplatform: x\nreal_names_required: true"
    assert variants(look(consented, subject(other), **CONSENT)) == ["always"]


def test_a_withdrawal_counts_at_any_age_and_pending_consent_is_none(look, subject):
    old = "published: 2015-01-01\ncarers_consent: "
    assert variants(look(consented, subject(old + "nein"), **CONSENT)) == ["refused"]
    assert look(consented, subject(old + "in Bearbeitung"), **CONSENT) == []
    young = "published: 2026-11-01\ncarers_consent: in Bearbeitung"
    assert variants(look(consented, subject(young), **CONSENT)) == ["pending"]


def test_an_account_of_unknown_age_is_unknown_only_where_its_age_decides(look, subject):
    assert [kind for kind, *_ in look(consented, subject("platform: x"), **CONSENT)] == ["unknown"]
    assert variants(look(consented, subject("platform: facebook"), **CONSENT)) == ["always"]
    assert look(consented, subject("carers_consent: true"), **CONSENT) == []


def test_a_planned_day_must_be_near_and_not_past(look, subject):
    def asked(text):
        return variants(look(done_or_planned, subject(f"training: {text}"), field="training"))

    assert asked("{state: in Bearbeitung, on: 2026-11-26}") == []
    assert asked("{state: in Bearbeitung, on: 2026-11-25}") == []
    assert asked("{state: in Bearbeitung, on: 2026-11-24}") == ["overdue"]
    assert asked("{state: in Bearbeitung, on: 2027-05-27}") == []
    assert asked("{state: in Bearbeitung, on: 2027-05-28}") == ["distant"]
    assert asked("in Bearbeitung") == ["undated"]
    assert asked("2020-01-01") == []
    assert asked("nein") == ["refused"]


def test_a_day_on_which_it_is_refused_is_no_plan(look, subject):
    text = "training: {state: nein, on: 2026-12-01}"
    assert variants(look(done_or_planned, subject(text), field="training")) == ["refused"]


def test_nothing_recorded_is_neither_done_nor_planned(look, subject):
    assert variants(look(done_or_planned, subject("bio: Neu"), field="training")) == ["absent"]


def test_what_is_done_every_january_was_done_since_the_first(look, subject):
    def asked(text, **params):
        return variants(look(yearly, subject(text), field="yearly_list", **params))

    assert asked("yearly_list: 2026-01-01") == []
    assert asked("yearly_list: 2025-12-31") == ["old"]
    assert asked("yearly_list: true") == ["undated"]
    assert asked("yearly_list: in Bearbeitung") == ["pending"]
    assert asked("yearly_list: 2027-01-15") == ["absent"]  # a day to come is a plan
    assert asked("bio: Neu") == ["absent"]


def test_while_the_month_lasts_last_years_list_suffices(look, subject):
    # 25 November: a list due in November may still come, one due in December has not yet begun
    assert look(yearly, subject("yearly_list: 2025-11-03"), field="yearly_list", month=11) == []
    assert look(yearly, subject("yearly_list: 2025-12-03"), field="yearly_list", month=12) == []
    assert look(yearly, subject("yearly_list: 2025-10-31"), field="yearly_list", month=11) != []
