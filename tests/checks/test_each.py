from linter.checks.each import each

RENAMES = """renames:
  - {from: A, to: B, leadership: 2020-01-01}
  - {from: B, to: C}
  - {from: C, to: D, leadership: nein}
"""


def test_only_the_items_without_the_record_are_missed(look, subject):
    found = look(each, subject(RENAMES), field="renames[].leadership", show=["from", "to"])
    assert found == [
        ("miss", "renames[1]", None, {"item": "B → C", "number": 2}, ""),
        ("miss", "renames[2].leadership", "refused", {"item": "C → D", "number": 3}, ""),
    ]


def test_no_list_and_an_empty_list_pass_by_themselves(look, subject):
    assert look(each, subject("a: 1"), field="renames[].leadership") == []
    assert look(each, subject("renames: []"), field="renames[].leadership", absent="fail") == []


def test_a_missing_list_follows_the_rules_policy(look, subject):
    assert look(each, subject("a: 1"), field="images[].rights", absent="unknown") == [
        ("unknown", "images", "not-declared")
    ]
    [(_, at, variant, *_)] = look(each, subject("a: 1"), field="images[].rights", absent="fail")
    assert (at, variant) == ("images", "absent")


def test_items_can_be_picked_and_exempted(look, subject):
    images = "images: [{use: profile, own_logo: yes}, {use: header}]"
    assert len(look(each, subject(images), field="images[].rights")) == 2
    found = look(each, subject(images), field="images[].rights", exempt={"own_logo": "true"})
    assert [at for _, at, *_ in found] == ["images[1]"]
    found = look(each, subject(images), field="images[].rights", where={"use": "profile"})
    assert [at for _, at, *_ in found] == ["images[0]"]


def test_an_item_that_lacks_several_things_is_missed_once(look, subject):
    images = "images: [{use: profile}, {rights: ja, credit: A}, {rights: ja}, {credit: A}]"
    found = look(each, subject(images), field="images[].rights", complete=["credit"])
    assert [at for _, at, *_ in found] == ["images[0]", "images[2]", "images[3]"]


def test_an_item_counts_from_its_day_on(look, subject):
    text = "renames: [{from: A, to: B, on: 2020-01-01}, {from: B, to: C, on: 2999-01-01}]"
    found = look(each, subject(text), field="renames[].leadership", due="on")
    assert [at for _, at, *_ in found] == ["renames[0]"]
