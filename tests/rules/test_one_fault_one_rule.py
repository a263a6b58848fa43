"""One fault is one finding: the rules on Impressum and privacy notice do not tell it twice."""

from __future__ import annotations

import pytest

from tests.rules.seeing import SITE, entry, failing, impressum, links, page, told

WAY = ("IMP101", "IMP102", "IMP103", "IMP104", "IMP105", "IMP106")
GONE = {"unread": "profile-gone", "fault": "not_found"}
HOME = page("Stadt Bergheide", ("Impressum", "/impressum"))
IMPRESSUM = {SITE + "impressum": impressum()}
SHELL = "<html><body><div id='root'></div>" + "<script src='/a.js'></script>" * 3 + "</body></html>"


@pytest.mark.parametrize(
    ("codes", "profile", "web"),
    [
        (set(), links(("Impressum", SITE + "impressum")), IMPRESSUM),
        ({"IMP101"}, links(), {}),
        ({"IMP101"}, links(("Info", SITE + "info")), {SITE + "info": page("Info")}),
        ({"IMP101"}, links(("Kontakt", SITE + "kontakt")), {SITE + "kontakt": page("Kontakt")}),
        ({"IMP104"}, links(("Impressum", SITE + "impressum")), {}),
        ({"IMP104"}, links(("Impressum", SITE)), {SITE: page("Stadt Bergheide")}),
        ({"IMP103"}, links(("Info", SITE)), {SITE: HOME, **IMPRESSUM}),
        ({"IMP103"}, links(("Website", SITE)), {SITE: HOME, **IMPRESSUM}),
        ({"IMP106"}, links(("Impressum", SITE + "impressum")), {SITE + "impressum": SHELL}),
        (
            {"IMP102"},  # that no label on the way is good enough comes after its length
            links(("Kontakt", SITE + "start")),
            {
                SITE + "start": page("Kontakt", ("Kontakt", "/kontakt")),
                SITE + "kontakt": page("Kontakt", ("Impressum", "/impressum")),
                **IMPRESSUM,
            },
        ),
        (
            {"IMP105"},
            links(("Impressum", "https://bit.ly/abc")),
            {"https://bit.ly/abc": "-> " + SITE + "impressum", **IMPRESSUM},
        ),
    ],
)
def test_one_fault_of_the_impressum_is_told_by_one_rule(codes, profile, web):
    assert failing(entry(), WAY, profile, web) == codes


def test_a_recorded_impressum_that_nothing_leads_to_is_two_clicks_only():
    text = entry(more=f", impressum: '{SITE}impressum'")
    assert failing(text, WAY, links(), IMPRESSUM) == {"IMP102"}


def test_a_recorded_impressum_that_is_gone_is_a_wrong_target_only():
    text = entry(more=f", impressum: '{SITE}impressum'")
    assert failing(text, WAY, links(("Impressum", SITE + "impressum")), {}) == {"IMP104"}


@pytest.mark.parametrize(
    ("codes", "profile", "web"),
    [
        ({"DSE101"}, links(), {}),
        ({"DSE104"}, links(("Datenschutz", SITE + "datenschutz")), {}),
        (
            {"DSE102"},
            links(("Website", SITE)),
            {
                SITE: page("Stadt Bergheide", ("Impressum", "/impressum")),
                SITE + "impressum": impressum("<a href='/datenschutz'>Datenschutz</a>"),
                SITE + "datenschutz": "datenschutz-stadt.html",
            },
        ),
    ],
)
def test_one_fault_of_the_privacy_notice_is_told_by_one_rule(codes, profile, web):
    assert failing(entry(), ("DSE101", "DSE102", "DSE104"), profile, web) == codes


@pytest.mark.parametrize(
    ("declared", "state", "codes"),
    [
        ("true", "verified", set()),
        ("true", "not_verified", {"NRW202"}),
        ("false", "not_verified", {"NRW201"}),
        ("false", "verified", set()),
    ],
)
def test_verification_is_either_not_used_or_lost(declared, state, codes):
    text = (
        "registry: 1\naccounts:\n  - {id: a, platform: mastodon, handle: im@social.example, "
        f"kind: ressort, authority: im-nrw, verified: {declared}}}\n"
    )
    profile = {"verification": {"state": state, "kind": "rel-me"}}
    packs = ("nrw-handreichung", "registry")
    rules = ("NRW201", "NRW202", "NRW203", "REG012")
    assert failing(text, rules, profile, {}, packs) == codes


def test_the_city_is_told_once_that_its_impressum_links_no_privacy_notice():
    text = (
        "registry: 1\naccounts:\n  - {id: a, platform: facebook, handle: dortmund, "
        "kind: authority, authority: stadt-dortmund}\n"
    )
    profile = links(("Impressum", SITE + "impressum"), ("Datenschutz", SITE + "datenschutz"))
    web = {SITE + "impressum": impressum(), SITE + "datenschutz": "datenschutz-stadt.html"}
    packs = ("impressum", "privacy", "dortmund")
    assert failing(text, ("DSE10", "DO128"), profile, web, packs) == {"DO128"}


def test_a_notice_far_behind_the_contact_page_is_not_missing():
    web = {
        SITE: page("Stadt Bergheide", ("Kontakt", "/kontakt")),
        SITE + "kontakt": page("Kontakt", ("Impressum", "/impressum")),
        SITE + "impressum": impressum("<p><a href='/datenschutz'>Datenschutz</a></p>"),
        SITE + "datenschutz": "datenschutz-stadt.html",
    }
    assert "DSE101" not in failing(entry(), ("DSE",), links(("Website", SITE)), web)


def test_a_link_to_somebody_elses_notice_is_none_of_the_account():
    other = "<p><a href='https://policies.google.com/privacy'>Datenschutzerklärung</a></p>"
    web = {SITE + "impressum": impressum(other)}
    assert "DSE101" in failing(entry(), ("DSE",), links(("Impressum", SITE + "impressum")), web)


def test_a_profile_that_is_gone_is_no_missing_impressum():
    findings = told(entry(), ("IMP", "DSE1", "DSE2", "NET"), GONE)
    assert {f.code for f in findings if f.outcome == "fail"} == {"NET001"}
    assert {f.cause for f in findings if f.code in ("IMP101", "DSE101")} == {"profile-gone"}


CONTENTS = {
    *(f"IMP{number}" for number in (106, 201, 202, 204, 205, 206, 209, 214, 301, 302, 303)),
    "DSE103",
}


@pytest.mark.parametrize("fault", ["not_found", "timeout", "forbidden"])
def test_a_promised_impressum_that_cannot_be_read_leaves_its_contents_unknown(fault):
    web = {SITE + "impressum": f"fault: {fault}"}
    found = told(entry(), ("IMP", "DSE"), links(("Impressum", SITE + "impressum")), web)
    assert {f.code for f in found if f.outcome == "unknown"} >= CONTENTS
    causes = {f.cause for f in found if f.code in CONTENTS}
    assert ("page-gone" in causes) == (fault == "not_found")


def test_an_impressum_that_nothing_promises_has_no_contents():
    found = told(entry(), ("IMP", "DSE"), links())
    assert CONTENTS.isdisjoint(f.code for f in found)


def test_a_promised_privacy_notice_that_is_gone_leaves_its_contents_unknown():
    found = told(entry(), ("DSE2",), links(("Datenschutz", SITE + "datenschutz")))
    assert {f.code: f.cause for f in found}["DSE201"] == "page-gone"


def test_a_privacy_notice_that_nothing_promises_has_no_contents_but_somebody_must_say_so():
    assert {f.code for f in told(entry(), ("DSE101", "DSE2"), links())} == {"DSE101"}
    alone = told(entry(), ("DSE2",), links())
    assert {(f.outcome, f.cause) for f in alone} == {("unknown", "page-not-linked")}


def test_a_missing_page_is_told_where_the_rule_that_misses_it_is_of_another_pack():
    text = entry().replace("registry: 1", "registry: 1\npacks: [dortmund]", 1)
    told_by = {f.code: f.cause for f in told(text, ("IMP", "DSE", "DO128"), links())}
    assert told_by.get("DO128") == "page-not-linked"
    assert "IMP101" not in told_by
