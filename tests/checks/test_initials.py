from linter.checks.initials import initials

PARAMS = {
    "posts": "leadership_posts.active",
    "initials": "leadership_posts.initials",
    "declared": "leadership_posts.declared_in",
    "bio": "bio",
    "told": r"enden mit \((?P<initials>[A-Z]{2,3})\)",
    "pages": ["impressum"],
}
TOLD = "bio: 'Ministerium. Tweets von Minister Herbert Reul enden mit (HR)'"


def found(look, subject, entry):
    return [item[:3] for item in look(initials, subject(entry), **PARAMS)]


def test_posts_that_the_bio_declares_pass(look, subject):
    assert found(look, subject, f"leadership_posts: {{active: true}}\n{TOLD}") == []


def test_posts_declared_in_the_impressum_need_initials(look, subject):
    entry = "bio: Haus\nleadership_posts: {active: true, declared_in: impressum"
    assert found(look, subject, entry + ", initials: HR}") == []
    assert found(look, subject, entry + "}") == [
        ("miss", "leadership_posts.initials", "no-initials")
    ]


def test_posts_nobody_declares_are_missed(look, subject):
    assert found(look, subject, "bio: Haus\nleadership_posts: {active: true}") == [
        ("miss", "leadership_posts.declared_in", None)
    ]


def test_a_linked_impressum_may_declare_them(look, subject):
    entry = "bio: Haus\nimpressum: https://im.nrw\nleadership_posts: {active: true"
    assert found(look, subject, entry + "}") == [
        ("unknown", "leadership_posts.declared_in", "not-declared")
    ]
    assert found(look, subject, entry + ", declared_in: none}") == [
        ("miss", "leadership_posts.declared_in", None)
    ]


def test_initials_of_someone_out_of_office_are_a_predecessors(look, subject):
    entry = "bio: 'Tweets von Minister Ralf Jäger enden mit (RJ)'"
    [(_, at, variant, values, marked)] = look(initials, subject(entry), **PARAMS)
    assert (at, variant, values, marked) == (
        "bio",
        "predecessor",
        {"initials": "RJ", "told": ""},
        "RJ",
    )
    assert found(look, subject, "bio: B\nleadership_posts: {active: true, initials: RJ}") == [
        ("miss", "leadership_posts.initials", "predecessor")
    ]


def test_initials_of_nobody_known_say_nothing(look, subject):
    assert found(look, subject, "bio: 'Beiträge enden mit (XY)'") == []


def test_where_nothing_is_recorded_it_is_unknown_and_without_posts_it_passes(look, subject):
    assert found(look, subject, "handle: a") == [
        ("unknown", "leadership_posts.active", "not-declared")
    ]
    assert found(look, subject, "bio: Haus") == []
    assert found(look, subject, "leadership_posts: {active: false}") == []


def test_a_bio_that_tells_other_initials_than_the_registry_is_missed(look, subject):
    entry = f"{TOLD}\nleadership_posts: {{active: true, initials: MM, declared_in: bio}}"
    [(_, at, variant, values, marked)] = look(initials, subject(entry), **PARAMS)
    assert (at, variant, marked) == ("bio", "other", "HR")
    assert values == {"initials": "MM", "told": "HR"}


def test_initials_are_the_same_however_they_are_written(look, subject):
    for own in ("HR", "'(HR)'", "'^HR'", "hr", "HR/DH"):
        entry = f"{TOLD}\nleadership_posts: {{active: true, initials: {own}}}"
        assert found(look, subject, entry) == []


def test_other_initials_in_the_bio_leave_those_of_the_impressum_standing(look, subject):
    entry = f"{TOLD}\nleadership_posts: {{active: true, initials: MM, declared_in: impressum}}"
    assert found(look, subject, entry) == []


def test_nothing_is_compared_where_the_leadership_does_not_post(look, subject):
    entry = f"{TOLD}\nleadership_posts: {{active: false, initials: MM}}"
    assert found(look, subject, entry) == []


def test_a_recorded_bio_without_the_initials_does_not_declare_them(look, subject):
    entry = "bio: Haus\nleadership_posts: {active: true, initials: HR, declared_in: bio}"
    assert found(look, subject, entry) == [("miss", "leadership_posts.declared_in", "not-there")]
