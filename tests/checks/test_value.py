from linter.checks.value import value


def test_a_value_among_those_allowed_passes_in_any_case(look, subject):
    assert look(value, subject("devices: Official"), field="devices", any=["official"]) == []


def test_another_value_is_missed_and_shown(look, subject):
    assert look(value, subject("devices: mixed"), field="devices", any=["official"]) == [
        ("miss", "devices", None, {"value": "mixed"}, "")
    ]


def test_a_value_ruled_out_is_missed(look, subject):
    assert look(value, subject("holder: office"), field="holder", none=["office"]) != []
    assert look(value, subject("holder: authority"), field="holder", none=["office"]) == []


def test_yes_and_no_are_compared_by_meaning(look, subject):
    assert look(value, subject("coat_of_arms: yes"), field="coat_of_arms", none=["true"]) != []
    assert look(value, subject("coat_of_arms: false"), field="coat_of_arms", none=["true"]) == []


def test_silence_passes_unless_the_rule_says_otherwise(look, subject):
    assert look(value, subject("a: 1"), field="devices", any=["official"]) == []
    assert look(value, subject("a: 1"), field="devices", any=["official"], absent="unknown") == [
        ("unknown", "devices", "not-declared")
    ]
    [(_, _, variant, _, _)] = look(
        value, subject("a: 1"), field="devices", any=["official"], absent="fail"
    )
    assert variant == "absent"
