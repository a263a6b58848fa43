from linter.checks.names_platform import names_platform
from linter.registry.account import Authority
from linter.registry.parse import parse

PARAMS = {
    "record": "impact_assessment",
    "platforms": "impact_assessment.platforms[]",
    "also_called": {"x": "Twitter, Tweets"},
}


def house(text: str) -> Authority:
    document = parse(text, "house.yaml")
    return Authority(id="stadt", fields=document.root, document=document)


def missed(look, made):
    return [
        (at, variant, values["network"])
        for _, at, variant, values, _ in look(names_platform, made, **PARAMS)
    ]


def test_the_house_document_covers_each_account_on_a_platform_it_names(look, subject):
    city = house("impact_assessment: {platforms: [Facebook, twitter]}")
    assert missed(look, subject("platform: facebook", "platform: x", authority=city)) == []


def test_each_platform_left_out_is_missed_once(look, subject):
    city = house("impact_assessment: {platforms: [facebook]}")
    texts = ("platform: xing", "platform: facebook", "platform: xing", "platform: youtube")
    assert missed(look, subject(*texts, authority=city)) == [
        ("platform", "unnamed", "xing"),
        ("platform", "unnamed", "youtube"),
    ]


def test_no_document_at_all_is_one_miss(look, subject):
    made = subject("platform: xing", "platform: facebook", authority=house("id: stadt"))
    assert [entry[:2] for entry in missed(look, made)] == [("impact_assessment", "absent")]


def test_an_accounts_own_document_speaks_for_that_account_alone(look, subject):
    own = "platform: xing\nimpact_assessment: {platforms: [xing]}"
    city = house("impact_assessment: {platforms: [facebook]}")
    assert missed(look, subject(own, authority=city)) == []
    assert missed(look, subject(own, "platform: xing", authority=city)) == [
        ("platform", "unnamed", "xing")
    ]


def test_a_document_whose_list_is_not_on_record_is_one_unknown(look, subject):
    city = house("impact_assessment: {on: 2021-03-21}")
    made = subject("platform: x", "platform: facebook", authority=city)
    assert look(names_platform, made, **PARAMS) == [
        ("unknown", "impact_assessment.platforms", "not-recorded")
    ]
