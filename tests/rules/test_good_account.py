"""A good account fails no rule, and still none when any of its pages cannot be read."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest

from linter.crawl.capture import Fault
from tests.rules.seeing import BOOK, failing, page, told

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
NOTICE = (
    (PAGES / "datenschutz-stadt.html")
    .read_text("utf-8")
    .replace("Stadt Bergheide", "Ministerium des Innern")
)
ONLINE = tuple(
    rule.code
    for rule in BOOK.rules
    if not {"profile", "web"}.isdisjoint(rule.needs)
    and rule.status != "preview"
    and not rule.code.startswith("NET")
)
FOOTER = [
    ("Impressum", "/impressum"),
    ("Datenschutz", "/datenschutz"),
    ("Netiquette", "/netiquette"),
    ("Barrierefreiheit", "/barrierefreiheit"),
]
HOUSE = "https://www.im.nrw/"
TEXT = (
    "<p>Angaben gemäß § 18 MStV, § 5 DDG</p><p>Ministerium des Innern des Landes"
    " Nordrhein-Westfalen<br>Friedrichstr. 62-80<br>40217 Düsseldorf</p>"
    "<p>Telefon: 0211 871-01<br>E-Mail: poststelle@im.nrw.de</p>"
    "<p>Vertreten durch: Minister Herbert Reul</p>"
    "<p>Verantwortlich nach § 18 Abs. 2 MStV: Erika Muster, Friedrichstr. 62-80, 40217 Düsseldorf</p>"
    "<p>Dieses Impressum gilt auch für unsere Profile in sozialen Netzwerken.</p>"
)
STATEMENT = (
    "<p>Diese Erklärung wurde zuletzt am 12.03.2026 überprüft.</p>"
    "<p>Barrieren melden: poststelle@im.nrw.de</p>"
    "<p>Ombudsstelle für barrierefreie Informationstechnik</p>"
)
WEB = {
    HOUSE: page("Ministerium des Innern", *FOOTER),
    HOUSE + "impressum": page("Impressum", *FOOTER, text=TEXT),
    HOUSE + "datenschutz": NOTICE,
    HOUSE + "netiquette": page(
        "Netiquette", *FOOTER, text="<p>Bitte bleiben Sie im Gespräch höflich und sachlich.</p>"
    ),
    HOUSE + "barrierefreiheit": page("Erklärung zur Barrierefreiheit", *FOOTER, text=STATEMENT),
}
PROFILE = {
    "name": "Innenministerium NRW",
    "bio": "Hier informiert die Pressestelle des Ministeriums des Innern NRW.",
    "links": [
        {"label": "Website", "url": HOUSE},
        {"label": "Impressum", "url": HOUSE + "impressum"},
    ],
    "verification": {"state": "verified", "kind": "rel-me"},
    "bot": "false",
    "last_post": "2026-11-20",
}
ACCOUNT = (
    "registry: 1\naccounts:\n"
    "  - {id: a, platform: mastodon, handle: IM_NRW@social.example, kind: ressort, authority: im-nrw}\n"
)
SITE = (
    "registry: 1\naccounts:\n  - {id: a, platform: website, handle: www.im.nrw, "
    f"url: '{HOUSE}', kind: ressort, authority: im-nrw}}\n"
)
PACKS = ("nrw-handreichung", "impressum", "privacy", "accessibility")
OTHERS = ("", "not_found", "login_wall", "budget_exhausted", "not_recorded")
FAULTS = tuple(fault for fault in get_args(Fault) if fault not in OTHERS)
"""What says nothing of a page; that it is gone, or for members only, is something to say."""


@pytest.mark.parametrize(("text", "profile"), [(ACCOUNT, PROFILE), (SITE, None)])
def test_a_good_account_passes_and_is_known_to(text, profile):
    findings = told(text, ONLINE, profile, WEB, PACKS)
    assert [(f.code, f.message("en")) for f in findings if f.outcome == "fail"] == []
    # rules on groups see what is declared only
    unknown = {f.code for f in findings if f.outcome == "unknown" and f.rule.per == "account"}
    assert unknown == set()


@pytest.mark.parametrize(("text", "profile"), [(ACCOUNT, PROFILE), (SITE, None)])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_any_of_its_pages_is_no_fault_of_the_account(text, profile, fault):
    pairs = combinations(WEB, 2) if fault == "timeout" else ()
    for down in (*((url,) for url in WEB), *pairs, tuple(WEB)):
        web = {**WEB, **dict.fromkeys(down, f"fault: {fault}")}
        assert failing(text, ONLINE, profile, web, PACKS) == set(), down


@pytest.mark.parametrize(
    ("gone", "code"),
    [("impressum", "IMP104"), ("datenschutz", "DSE104"), ("netiquette", "NRW304")],
)
def test_a_page_that_is_gone_is_one_finding(gone, code):
    web = {url: text for url, text in WEB.items() if url != HOUSE + gone}
    assert failing(ACCOUNT, ONLINE, PROFILE, web, PACKS) == {code}


@pytest.mark.parametrize("cause", ["no-token", "login-wall", "not-reachable", "profile-gone"])
def test_an_unread_profile_is_no_fault_of_the_account(cause):
    assert failing(ACCOUNT, ONLINE, {"unread": cause}, WEB, PACKS) == set()


@pytest.mark.parametrize("lacking", ["links", "bio", "name", "verification", "last_post"])
def test_what_a_way_of_reading_does_not_show_is_no_fault_of_the_account(lacking):
    profile = {key: value for key, value in PROFILE.items() if key != lacking}
    assert failing(ACCOUNT, ONLINE, profile, WEB, PACKS) == set()
