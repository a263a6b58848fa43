from linter.checks.kind_fits import kind_fits
from linter.registry.account import Authority

PARAMS = {"authority_kinds": ["ministry", "state-chancellery"], "unless_pack": "nrw-handreichung"}


def test_a_ministry_may_have_ressort_accounts(look, subject):
    assert look(kind_fits, subject("kind: ressort"), **PARAMS) == []


def test_a_city_may_not(look, subject):
    city = Authority(id="stadt", kind="city")
    found = look(kind_fits, subject("kind: ressort", authority=city), **PARAMS)
    assert [(kind, at) for kind, at, *_ in found] == [("miss", "kind")]


def test_a_city_that_names_the_pack_may(look, subject):
    asked = subject("kind: ressort", authority=Authority(id="stadt", kind="city"))
    asked.account.packs = ("nrw-handreichung",)
    assert look(kind_fits, asked, **PARAMS) == []


def test_an_authority_of_no_stated_kind_is_unknown_and_an_unknown_one_left_to_its_own_rule(
    look, subject
):
    stated = Authority(id="amt")
    found = look(kind_fits, subject("kind: fach", authority=stated), **PARAMS)
    assert found == [("unknown", "kind", "not-recorded")]
    nobody = Authority(id="amt", known=False)
    assert look(kind_fits, subject("kind: fach", authority=nobody), **PARAMS) == []


def test_a_federal_ministry_may_not_where_the_rule_says_so(look, subject):
    body = Authority(id="bund", kind="ministry", jurisdiction="bund")
    assert look(kind_fits, subject("kind: fach", authority=body), **PARAMS) == []
    found = look(
        kind_fits, subject("kind: fach", authority=body), **PARAMS, not_jurisdictions=["bund"]
    )
    assert [(kind, at) for kind, at, *_ in found] == [("miss", "kind")]
