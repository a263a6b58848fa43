from linter.checks.listed import listed

PARAMS = {
    "field": "decisions[].platform",
    "same_as": "platform",
    "complete": ["leadership", "lpa"],
}


def found(look, subject, house):
    return [item[:4] for item in look(listed, subject("platform: tiktok", house=house), **PARAMS)]


def test_an_item_with_everything_passes_for_all_accounts(look, subject):
    house = "decisions: [{platform: TikTok, leadership: 2024-01-01, lpa: true}]"
    assert found(look, subject, house) == []


def test_no_item_for_the_platform_is_missed_at_the_list(look, subject):
    for house in ("id: a", "decisions: []", "decisions: [{platform: xing, lpa: true}]"):
        [(_, at, variant, values)] = found(look, subject, house)
        assert (at, variant, values) == ("decisions", None, {"lacking": ("leadership", "lpa")})


def test_what_an_item_lacks_is_named(look, subject):
    house = "decisions: [{platform: tiktok, leadership: nein}]"
    assert found(look, subject, house) == [
        ("miss", "decisions[0].leadership", "refused", {"lacking": "leadership"}),
        ("miss", "decisions[0]", "incomplete", {"lacking": "lpa"}),
    ]
