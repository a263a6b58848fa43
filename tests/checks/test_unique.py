from linter.checks.unique import unique

ENTRY = "{{id: {0}, platform: {1}, handle: '{2}'}}"


def entries(*rows):
    return [ENTRY.format(*row) for row in rows]


def test_each_later_one_is_missed_with_the_place_of_the_first(look, subject):
    group = subject(*entries(("a", "x", "IM"), ("b", "x", "im"), ("c", "x", "Im")))
    found = look(unique, group, by=["platform", "handle"])
    assert [(values["value"], values["first"]) for _, _, _, values, _ in found] == [
        ("im", "test.yaml:1"),
        ("Im", "test.yaml:1"),
    ]
    assert {values["first_account"] for _, _, _, values, _ in found} == {"a"}


def test_handles_are_compared_as_their_platform_does(look, subject):
    by = ["platform", "handle"]
    facebook = subject(*entries(("a", "facebook", "land.nrw"), ("b", "facebook", "LandNRW")))
    assert len(look(unique, facebook, by=by)) == 1
    instagram = subject(*entries(("a", "instagram", "land.nrw"), ("b", "instagram", "landnrw")))
    assert look(unique, instagram, by=by) == []
    written = subject(*entries(("a", "x", "@IM_NRW"), ("b", "x", "IM_NRW")))
    assert len(look(unique, written, by=by)) == 1


def test_the_same_handle_on_another_platform_is_another_account(look, subject):
    group = subject(*entries(("a", "x", "IM"), ("b", "instagram", "IM")))
    assert look(unique, group, by=["platform", "handle"]) == []


def test_what_is_missing_is_no_duplicate(look, subject):
    assert look(unique, subject("handle: eins", "handle: zwei"), by=["id"]) == []


def test_only_accounts_that_match_are_asked_and_the_flagged_one_is_the_first(look, subject):
    group = subject(
        "{id: a, platform: x, handle: fahndung_h}",
        "{id: b, platform: x, handle: polizei_ni}",
        "{id: c, platform: x, handle: suche, purpose: Fahndung, central: true}",
    )
    params = {"by": ["platform"], "among": ["purpose", "handle"], "pattern": "fahndung"}
    [(*_, values, _)] = look(unique, group, **params)
    assert values["first_account"] == "a"
    [(*_, values, _)] = look(unique, group, first="central", **params)
    assert values["first_account"] == "c"


def test_of_a_website_only_the_same_page_is_recorded_twice(look, subject):
    by = {"by": ["platform", "handle"], "page": "url", "paged": ["website"]}
    site = "{{id: {0}, platform: website, handle: {1}, url: 'https://{1}{2}'}}"
    home = "{id: a, platform: website, handle: a.example}"
    others = [site.format(name, "www.a.example", f"/{name}?p={name}") for name in "bc"]
    assert look(unique, subject(home, *others), **by) == []
    again = site.format("d", "www.a.example", "/b/?p=b#top")
    assert len(look(unique, subject(home, *others, again), **by)) == 1
    assert len(look(unique, subject(home, site.format("d", "a.example", "/#x")), **by)) == 1
