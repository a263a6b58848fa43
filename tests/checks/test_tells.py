from linter.checks.tells import tells

PARAMS = {"fields": ["profile_name", "bio"], "all": ["kommissar", "hannover"]}


def test_texts_that_say_everything_between_them_pass(look, subject):
    entry = "{profile_name: Polizei Hannover, bio: Hauptkommissar auf Streife}"
    assert look(tells, subject(entry), **PARAMS) == []
    assert look(tells, subject("bio: Kommissarin in Hannover"), **PARAMS) == []


def test_half_of_it_is_one_miss(look, subject):
    entry = "{profile_name: Erika, bio: Kommissarin auf Streife}"
    assert look(tells, subject(entry), **PARAMS) == [("miss", "bio", None, {}, "")]


def test_a_field_not_recorded_may_hold_the_rest(look, subject):
    assert look(tells, subject("profile_name: Kommissarin Erika"), **PARAMS) == [
        ("unknown", "bio", "not-declared")
    ]
