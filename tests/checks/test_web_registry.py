"""The checks that hold what pages and requests showed against the registry as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from linter.checks.accounts_registered import accounts_registered
from linter.checks.in_overview import in_overview
from linter.checks.net_fault import net_fault, told
from linter.checks.seen import captured
from linter.crawl.capture import Capture
from linter.registry.account import Authority
from linter.registry.nodes import Mapping
from linter.registry.parse import parse
from linter.web_faults import FAULTS, NO_PROFILE
from tests.checks.web import FACEBOOK, HOSTILE, SITE, WEBSITE, crawled, links, page

FRAME = {"regions": ["header", "nav", "footer"]}
SHELL = "<html><body><div id='root'></div>" + "<script src='/a.js'></script>" * 3 + "</body></html>"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (page("Stadt", ("Instagram", "https://www.instagram.com/bergheide/")), 1),
        (page("Stadt", text="<p><a href='https://www.instagram.com/fans/'>Fans</a></p>"), 0),
        (page("Stadt", ("Teilen", "https://www.facebook.com/sharer/sharer.php?u=x")), 0),
        (page("Stadt", ("Web", "https://www.bergheide.example/")), 0),
        (page("Stadt"), 0),
    ],
)
def test_only_accounts_in_the_frame_of_the_page_have_to_be_registered(look, subject, html, found):
    seen = crawled(subject, WEBSITE, web={SITE: html})
    told = look(accounts_registered, seen, **FRAME)
    assert [one[0] for one in told] == ["miss"] * found


@pytest.mark.parametrize("answer", ["fault: timeout", "fault: not_found", SHELL])
def test_a_site_that_was_not_read_names_no_accounts(look, subject, answer):
    seen = crawled(subject, WEBSITE, web={SITE: answer})
    assert [one[0] for one in look(accounts_registered, seen, **FRAME)] == ["unknown"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_addresses_on_a_site_do_no_harm(look, subject, text):
    html = page("Stadt", ("x", f"https://www.instagram.com/{text}/"), ("y", text))
    seen = crawled(subject, WEBSITE, web={SITE: html})
    assert all(one[0] == "miss" for one in look(accounts_registered, seen, **FRAME))


def overviewed(subject, html):
    document = parse(f"overview: {SITE}accounts", "house.yaml")
    assert isinstance(document.root, Mapping)
    house = Authority(id="house", fields=document.root, document=document)
    return crawled(subject, FACEBOOK, links(), {SITE + "accounts": html}, authority=house)


@pytest.mark.parametrize(
    ("html", "result"),
    [
        (page("Accounts", ("Facebook", "https://www.facebook.com/bergheide")), []),
        (page("Accounts", ("Facebook", "https://www.facebook.com/BergHeide/")), []),
        (page("Accounts", ("X", "https://x.com/bergheide")), ["miss"]),
        (page("Accounts", ("Facebook", "https://www.facebook.com/andere")), ["miss"]),
        (page("Accounts", ("X", "https://x.com/a"), text="<p>Facebook: @bergheide</p>"), []),
        (page("Accounts", text="<p>Unsere Karte</p>"), ["unknown"]),
        (SHELL, ["unknown"]),
        ("fault: timeout", ["unknown"]),
    ],
)
def test_an_account_is_on_the_overview_by_link_or_by_name(look, subject, html, result):
    found = look(in_overview, overviewed(subject, html), overview="overview")
    assert [one[0] for one in found] == result


def test_without_an_overview_on_record_nobody_is_missing_on_it(look, subject):
    found = look(in_overview, crawled(subject, profile=links()), overview="overview")
    assert found == [("unknown", "overview", "not-recorded")]


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_of_the_network_has_its_words(look, subject, fault):
    seen = crawled(subject, WEBSITE, web={SITE: f"fault: {fault}"})
    (found,) = look(net_fault, seen, faults=[fault], where="profile")
    assert found[:2] == ("miss", "url")
    assert found[3]["detail"] == FAULTS[fault]


def test_a_page_behind_is_told_at_the_field_that_names_it(look, subject):
    text = f"{FACEBOOK[:-1]}, impressum: {SITE}impressum}}"
    seen = crawled(subject, text, links(), {SITE + "impressum": "fault: timeout"})
    (found,) = look(net_fault, seen, faults=["timeout"])
    assert found[:3] == ("miss", "impressum", "behind")
    assert look(net_fault, seen, faults=["timeout"], where="profile") == []


def test_a_page_that_was_never_asked_is_not_told_to_be_out_of_reach(look, subject):
    text = f"{FACEBOOK[:-1]}, impressum: {SITE}impressum}}"
    seen = crawled(subject, text, links(), {SITE + "impressum": "fault: rate_limited"})
    assert len(look(net_fault, seen, faults=["rate_limited"])) == 1
    for fault in seen.seen.faults:
        object.__setattr__(fault, "status", None)
    assert look(net_fault, seen, faults=["rate_limited"]) == []


def test_a_profile_is_named_as_people_know_it(look, subject):
    profile = {"unread": "profile-gone", "fault": "not_found"}
    (found,) = look(net_fault, crawled(subject, FACEBOOK, profile), faults=["not_found"])
    assert found[3]["page"] == "bergheide (Facebook)"


@pytest.mark.parametrize(
    ("status", "detail", "variant"),
    [(404, "", None), (410, "", None), (200, "", "told"), (404, NO_PROFILE, "told")],
)
def test_a_platform_may_say_in_words_that_a_profile_is_gone(look, subject, status, detail, variant):
    seen = crawled(subject, FACEBOOK, {"unread": "profile-gone", "fault": "not_found"})
    for fault in (*seen.seen.faults, seen.seen.captures["profile"]):
        object.__setattr__(fault, "status", status)
        object.__setattr__(fault, "detail", detail)
    (found,) = look(net_fault, seen, faults=["not_found"], where="profile")
    assert found[2] == variant


def test_one_page_that_fails_for_two_reasons_is_told_once(look, subject):
    text = f"{FACEBOOK[:-1]}, impressum: {SITE}a, privacy: {SITE}a}}"
    seen = crawled(subject, text, links(), {SITE + "a": "fault: timeout"})
    assert len(look(net_fault, seen, faults=["timeout"])) == 1


def test_a_profile_that_was_asked_for_in_two_ways_is_told_once(look, subject):
    seen = crawled(subject, FACEBOOK, {"unread": "login-wall", "fault": "forbidden"})
    first = seen.seen.profile.seen[0]
    second = replace(first, url="https://www.facebook.com/bergheide")
    seen.seen.profile = replace(seen.seen.profile, seen=(first, second))
    seen.seen.faults = (first, second, replace(first, url=f"{SITE}impressum"))
    found = look(net_fault, seen, faults=["forbidden"])
    assert [variant for _, _, variant, _, _ in found] == [None, "behind"]


def test_an_answer_that_shows_two_things_is_one_entry_of_the_evidence(subject):
    seen = crawled(subject, WEBSITE, None, {SITE: page("Bergheide")})
    assert {"profile", "site"} <= seen.seen.captures.keys()
    assert len(captured(seen, "profile", "site")) == 1


def test_an_account_that_nobody_asked_for_is_unknown_while_active(look, subject):
    dormant = FACEBOOK.replace("kind: authority", "kind: authority, status: dormant")
    assert look(net_fault, subject(FACEBOOK), faults=["timeout"]) == [
        ("unknown", "url", "page-not-read")
    ]
    assert look(net_fault, subject(dormant), faults=["timeout"]) == []


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        ("client_error", 451, "aus rechtlichen Gründen gesperrt"),
        ("client_error", 418, "dem Programm verweigert"),
        ("client_error", 400, "Abruf als fehlerhaft abgewiesen"),
        ("client_error", 405, "Art des Abrufs nicht zugelassen"),
        ("client_error", 407, "ein Proxy verlangt eine Anmeldung"),
        ("client_error", 421, "Server für diesen Namen nicht zuständig"),
        ("client_error", 431, "Abruf nicht angenommen"),
        ("forbidden", 401, "Anmeldung verlangt"),
        ("rate_limited", 429, "der Server nimmt vorerst keine weiteren Abrufe an"),
        ("rate_limited", 402, "das Kontingent an Abrufen ist aufgebraucht"),
        ("forbidden", 403, "Abruf abgewiesen"),
        ("not_recorded", None, "nicht in der Aufzeichnung"),
        ("bad_redirect", 302, "Weiterleitung ohne brauchbares Ziel"),
        ("bad_redirect", 304, "Antwort „unverändert“ ohne die Seite"),
        ("rate_limited", 503, "der Server bat um eine Pause"),
        ("rate_limited", None, "der Server bat um eine Pause"),
    ],
)
def test_a_fault_is_told_in_words(fault, status, words):
    assert told(Capture("https://a.example/", "", status, fault))["de"] == words
