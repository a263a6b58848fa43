import pytest

from linter.checks.recorded import recorded

NOT = {"de": "nicht verzeichnet", "en": "not recorded"}


@pytest.mark.parametrize(
    "entry",
    ["staff_list: 2024-01-01", "staff_list: true", "staff_list: Az. 12", "staff_list: {state: ja}"],
)
def test_every_form_of_a_done_record_passes(look, subject, entry):
    assert look(recorded, subject(entry), field="staff_list") == []


@pytest.mark.parametrize("entry", ["a: 1", "staff_list: null", "staff_list: ''", "staff_list: []"])
def test_what_says_nothing_is_not_recorded(look, subject, entry):
    assert look(recorded, subject(entry), field="staff_list") == [
        ("miss", "staff_list", None, {"state": NOT, "said": NOT}, "")
    ]


def test_a_no_is_refused_and_a_pending_one_is_pending(look, subject):
    [(_, _, variant, values, _)] = look(recorded, subject("a: {state: nein}"), field="a")
    assert (variant, values) == ("refused", {"state": "nein", "said": "nein"})
    [(_, _, variant, _, _)] = look(recorded, subject("a: {state: in Bearbeitung}"), field="a")
    assert variant == "pending"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        *(("fehlt noch", "fehlt noch"), ("false", "false"), ("{ref: verweigert}", "verweigert")),
        ("{state: nein, ref: 'Az. 3, fehlt'}", "nein"),
    ],
)
def test_what_is_missed_is_told_as_it_is_recorded(look, subject, value, said):
    [(_, _, variant, values, _)] = look(recorded, subject(f"a: {value}"), field="a")
    assert (variant, values) == ("refused", {"state": "nein", "said": said})


def test_any_state_suffices_where_the_rule_says_so(look, subject):
    states = ["ja", "nein", "in Bearbeitung"]
    assert look(recorded, subject("a: nein"), field="a", states=states) == []
    assert look(recorded, subject("b: nein"), field="a", states=states) != []


def test_another_field_may_stand_in(look, subject):
    assert look(recorded, subject("b: Az. 3"), field="a", instead=["b"]) == []
    [(_, at, *_)] = look(recorded, subject("b: nein"), field="a", instead=["b"])
    assert at == "b"


def test_silence_follows_the_rules_policy(look, subject):
    assert look(recorded, subject("b: 1"), field="a", absent="unknown") == [
        ("unknown", "a", "not-declared")
    ]
    assert look(recorded, subject("b: 1"), field="a", absent="pass") == []


def test_the_houses_own_record_serves_all_its_accounts(look, subject):
    group = subject("platform: x", "platform: instagram", house="staff_list: Az. 1")
    assert look(recorded, group, field="staff_list") == []


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        *(("wird noch geprüft", True), ("noch nicht vorhanden", True), ("ist geprüft", False)),
        *(("wird noch erstellt", True), ("Ist vorhanden, siehe Intranet", False)),
        *(("soll noch benannt werden", True), ("Zuständigkeit ungeklärt", True)),
        *(("aktuell keine Zuständigkeit", True), ("Referat Wald (Leitung unbesetzt)", False)),
    ],
)
def test_where_a_text_of_its_own_is_asked_for_one_that_only_announces_it_is_none(
    look, subject, text, missed
):
    assert bool(look(recorded, subject(f"a: '{text}'"), field="a", free=True)) is missed
