"""The city's pack as a whole: what single examples cannot show."""

from __future__ import annotations

from datetime import date

import pytest

from linter.registry.bind import Validators
from linter.registry.load import load
from linter.run import RunOptions, judge
from linter.testing import judged, load_for_tests

BOOK = load_for_tests()
DORTMUND = [rule for rule in BOOK.rules if rule.pack == "dortmund"]
HOUSE = {
    "impact_assessment": "{on: 2021-03-21, platforms: [facebook, instagram, Twitter]}",
    "yearly_list": "2026-01-15",
    "data_protection_review": "2022-02-01",
}
FIELDS = {
    "profile_name": "Stadt Dortmund",
    "bio": '"Hier informiert das Sportamt. Mehr: www.dortmund.de/sport"',
    "links": '[{label: Impressum, url: "https://www.dortmund.de/impressum"}]',
    "since": "2024-01-10",
    "published": "2024-04-01",
    "department": "Fachbereich 45",
    "application": "{id: SN-2025-004, on: 2025-05-05, replaces: SN-2024-017}",
    "changes": "[{on: 2025-06-01, kind: staff, application: SN-2025-004}]",
    "reviews": "[2026-03-01]",
    "product_choice_reason": '"Konzept, Abschnitt 3"',
    "concept": '"Konzept vom 15.01.2024"',
    "training": "2024-03-20",
    "carers_consent": "2024-01-10",
    "voluntary_basis_review": "2025-04-15",
    "conduct_rules_handed_out": "2024-03-20",
    "carer_roles": "[{role: Redaktion, rights: verfassen, tasks: Beiträge}]",
    "service_account": "true",
    "privacy_settings_applied": "true",
}
APPROVALS = {
    "fb11": "{state: ja, on: 2024-03-01}",
    "staff_council": "2024-03-08",
    "fb3": "{state: ja, on: 2025-05-12}",
    "data_protection": "2025-05-06",
    "department_head": "2025-05-05",
}


def city(without=(), authority="stadt-dortmund", platforms=("facebook", "instagram", "x")) -> str:
    """A registry in order, except for the records left out."""
    lines = ["registry: 1", f"authority: {authority}", "authorities:"]
    lines += [
        f"  - id: {authority}",
        "    names: [Stadt]",
        "    kind: city",
        "    jurisdiction: nrw",
    ]
    lines += [f"    {key}: {value}" for key, value in HOUSE.items() if key not in without]
    lines.append("accounts:")
    for platform in platforms:
        lines += [f"  - id: {platform}", f"    platform: {platform}", "    handle: beispielkanal"]
        lines.append("    kind: authority")
        lines += [f"    {key}: {value}" for key, value in FIELDS.items() if key not in without]
        lines.append("    approvals:")
        # renewed with the application of 2025: later than the day of publication, and rightly so
        dates = {**APPROVALS, "fb11": "2025-05-20", "staff_council": "2025-05-22"}
        lines += [f"      {key}: {value}" for key, value in dates.items() if key not in without]
    return "\n".join(lines) + "\n"


def findings(text: str, as_of: date = date(2026, 11, 25)):
    registry = load(["-"], Validators.of(BOOK.tree), stdin=text.encode())
    result = judge(BOOK, registry, BOOK.rules, RunOptions(as_of=as_of))
    assert result.errors == []
    return [f for f in result.findings if f.code.startswith(("DO", "REG001", "REG002"))]


def told(found) -> list[str]:
    return [f"{f.code} {f.outcome} {f.account_id} {f.message('en')}" for f in found]


def test_every_rule_of_the_catalogue_is_there():
    numbers = range(101, 133)
    assert sorted(rule.code for rule in DORTMUND) == [f"DO{number}" for number in numbers]


def test_a_city_in_order_has_no_finding_and_nothing_unknown():
    assert told(findings(city())) == []


@pytest.mark.parametrize(
    ("record", "code"),
    [("impact_assessment", "DO105"), ("yearly_list", "DO114"), ("data_protection_review", "DO127")],
)
def test_what_the_house_lacks_once_is_one_finding_however_many_accounts_it_has(record, code):
    assert [(f.code, f.outcome) for f in findings(city(without=[record]))] == [(code, "fail")]


def test_a_platform_that_the_assessment_leaves_out_is_one_finding_at_its_account():
    found = findings(city(platforms=("facebook", "xing", "linkedin")))
    assert [(f.code, f.value) for f in found] == [("DO105", "xing"), ("DO105", "linkedin")]
    assert len({f.fingerprint for f in found}) == 2


@pytest.mark.parametrize(
    ("record", "codes"),
    [
        ("department", {"DO120"}),
        ("concept", {"DO131"}),
        ("training", {"DO107"}),
        ("product_choice_reason", {"DO106"}),
        ("conduct_rules_handed_out", {"DO119"}),
        ("carer_roles", {"DO132"}),
        ("voluntary_basis_review", {"DO115"}),
        ("reviews", {"DO104"}),
        ("staff_council", {"DO101"}),
        ("fb3", {"DO112"}),
        ("department_head", {"DO102"}),
    ],
)
def test_a_record_that_an_account_lacks_is_found_by_its_own_rule_alone(record, codes):
    found = findings(city(without=[record], platforms=("x",)))
    assert [(f.outcome, f.account_id) for f in found] == [("fail", "x")]
    assert {f.code for f in found} == codes


def test_without_the_governance_tag_an_outsiders_registry_meets_only_what_a_profile_shows():
    decided = [rule for rule in DORTMUND if "registry" in rule.needs]
    outside = {rule.code for rule in decided if "governance" not in rule.tags}
    assert outside == {f"DO{n}" for n in (108, 109, 111, 117, 118, 123, 124, 126)}
    bare = "registry: 1\nauthority: stadt-dortmund\naccounts:\n  - {id: a, platform: x, handle: stadtdortmund, kind: authority}\n"
    found = [f for f in findings(bare) if f.code in outside]
    assert found
    assert {f.outcome for f in found} == {"unknown"}


def test_closed_accounts_and_the_citys_own_website_are_left_alone():
    text = city(platforms=("x",), without=["concept"])
    assert (
        told(findings(text.replace("kind: authority", "kind: authority\n    status: closed"))) == []
    )
    site = text.replace("platform: x", "platform: website")
    assert told(findings(site.replace("handle: beispielkanal", "handle: www.dortmund.de"))) == []


def test_a_planned_account_needs_a_department_and_may_wait_for_the_rest():
    planned = "registry: 1\nauthority: stadt-dortmund\naccounts:\n  - {id: a, platform: x, handle: neu, kind: authority, status: planned, bio: Neu}\n"
    assert [f.code for f in findings(planned)] == ["DO120"]


def test_the_pack_is_chosen_for_dortmund_and_not_for_another_city():
    assert findings(city(without=["concept"])) != []
    assert findings(city(without=["concept"], authority="stadt-musterhausen")) == []


def test_another_city_may_name_the_pack_itself():
    text = city(without=["concept"], authority="stadt-musterhausen")
    found = findings(text.replace("registry: 1", "registry: 1\npacks: [dortmund]"))
    assert "DO131" in {f.code for f in found}


@pytest.mark.parametrize("rule", DORTMUND, ids=lambda rule: rule.code)
def test_every_finding_of_the_examples_can_be_told_in_both_languages(rule):
    for example in rule.examples:
        kind = next(key for key in ("good", "bad", "unknown") if key in example)
        result, _ = judged(BOOK, rule, str(example[kind]), example)
        for found in result.findings:
            for lang in ("de", "en"):
                text = found.message(lang) + found.remedy(lang)
                assert text
                assert "{" not in text


def test_severity_follows_the_verb_of_the_source():
    verbs = {"must": "error", "should": "warning", "may": "info"}
    for rule in DORTMUND:
        assert rule.duty == "own" or verbs[rule.duty] == rule.severity, rule.code


def test_the_citys_own_leadership_is_known_with_its_office():
    city_of = BOOK.authorities["stadt-dortmund"]
    assert (city_of.kind, city_of.jurisdiction, city_of.title) == ("city", "nrw", "Stadt Dortmund")
    assert "dortmund.de" in city_of.domains
    assert [(p.first_name, p.name, p.office) for p in city_of.people] == [
        ("Thomas", "Westphal", "Oberbürgermeister")
    ]


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Bilder zur privaten Nutzung freigegeben.", []),
        ("Die private Nutzung unserer Fotos ist erlaubt.", []),
        ("Private Nutzung des Accounts möglich, private Nutzung.", ["DO111"]),
    ],
)
def test_the_use_of_pictures_is_not_that_of_the_account(sentence, codes):
    bio = FIELDS["bio"].rstrip('"') + f' {sentence}"'
    found = findings(city().replace(FIELDS["bio"], bio))
    assert sorted({f.code for f in found}) == codes
