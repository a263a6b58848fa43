from linter.checks.matches import matches


def test_a_wording_ruled_out_is_marked_where_it_stands(look, subject):
    found = look(matches, subject("bio: Hier privat unterwegs"), fields=["bio"], none=["privat"])
    assert found == [("miss", "bio", None, {"found": "privat"}, "privat")]


def test_a_wording_is_left_out_of_account_where_the_rule_says_unless(look, subject):
    params = {"fields": ["bio"], "none": ["privat"], "unless": ["keine private Nutzung"]}
    assert look(matches, subject("bio: Hier keine private Nutzung"), **params) == []
    [(*_, marked)] = look(
        matches, subject("bio: Hier keine private Nutzung. Oder doch PRIVAT"), **params
    )
    assert marked == "PRIVAT"


def test_one_of_the_texts_must_show_the_wording(look, subject):
    params = {"fields": ["profile_name", "bio"], "any": ["ministerium"]}
    assert look(matches, subject("profile_name: A\nbio: Das Ministerium"), **params) == []
    [(_, at, variant, _, _)] = look(matches, subject("profile_name: A\nbio: B"), **params)
    assert (at, variant) == ("profile_name", "missing")


def test_a_field_nobody_recorded_leaves_it_open(look, subject):
    params = {"fields": ["profile_name", "bio"], "any": ["ministerium"]}
    assert look(matches, subject("profile_name: A"), **params) == [
        ("unknown", "bio", "not-declared")
    ]
    assert look(matches, subject("profile_name: Ministerium"), **params) == []


def test_with_absent_pass_the_texts_there_are_decide(look, subject):
    params = {"fields": ["profile_name", "bio"], "any": ["ministerium"], "absent": "pass"}
    assert look(matches, subject("bio: B"), **params) != []
    assert look(matches, subject("kind: ressort"), **params) == []


def test_an_empty_list_of_links_says_that_there_are_none(look, subject):
    params = {"fields": ["links[].url"], "none": ["partei"]}
    assert look(matches, subject("links: []"), **params) == []
    assert look(matches, subject("a: 1"), **params) == [("unknown", "links[].url", "not-declared")]


def test_each_text_with_a_wording_ruled_out_is_missed_once(look, subject):
    links = "links: [{url: https://partei.de}, {url: https://im.nrw}, {url: https://partei.eu}]"
    found = look(matches, subject(links), fields=["links[].url"], none=["partei", r"\.eu"])
    assert [at for _, at, *_ in found] == ["links[0].url", "links[2].url"]


def test_a_further_field_counts_but_its_silence_does_not(look, subject):
    params = {"fields": ["bio"], "also": ["profile_name"], "any": ["privat"]}
    [(kind, at, *_)] = look(matches, subject("bio: Minister"), **params)
    assert (kind, at) == ("miss", "bio")
    assert look(matches, subject("bio: M\nprofile_name: M (privat)"), **params) == []
    assert look(matches, subject("profile_name: M"), **params) == [
        ("unknown", "bio", "not-declared")
    ]


def test_only_accounts_of_the_kinds_asked_for_are_judged(look, subject):
    params = {"fields": ["bio"], "any": ["presse"], "kinds": ["ressort"]}
    assert look(matches, subject("kind: fach\nbio: Fachreferat"), **params) == []
    assert look(matches, subject("kind: ressort\nbio: Fachreferat"), **params) != []


def test_once_means_one_miss_for_all_texts(look, subject):
    entry = "operator: {unit: Agentur, role: agency}"
    params = {"fields": ["operator.unit"], "also": ["operator.role"], "none": ["agentur|agency"]}
    assert len(look(matches, subject(entry), **params)) == 2
    assert len(look(matches, subject(entry), once="true", **params)) == 1


def test_a_text_made_of_nothing_but_exceptions_costs_no_more(look, subject):
    entry = f"bio: {'keine private Nutzung ' * 20000}"
    params = {"fields": ["bio"], "none": ["oeffentlich"], "unless": ["keine private Nutzung"]}
    assert look(matches, subject(entry), **params) == []


def test_a_wording_that_leaves_it_open_is_unknown(look, subject):
    params = {"fields": ["unit"], "none": ["agentur"], "doubt": ["büro"], "unless": ["pressebüro"]}
    assert look(matches, subject("unit: Büro Muster"), **params) == [
        ("unknown", "unit", "wording-unclear")
    ]
    assert [kind for kind, *_ in look(matches, subject("unit: Agentur, Büro"), **params)] == [
        "miss"
    ]
    assert look(matches, subject("unit: Pressebüro"), **params) == []
    asked = {"fields": ["unit"], "any": ["presse"], "doubt": [r"^referat \d+$"], "absent": "pass"}
    assert look(matches, subject("unit: Referat 12"), **asked) == [
        ("unknown", "unit", "wording-unclear")
    ]
    assert look(matches, subject("unit: Referat 12 Presse"), **asked) == []
    assert look(matches, subject("unit: Referat Sport"), **asked)[0][2] == "missing"
