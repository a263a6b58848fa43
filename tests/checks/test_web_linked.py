"""Whether an Impressum or a netiquette is missing, by the ways that a crawl found."""

from __future__ import annotations

import pytest

from linter.checks.linked import linked
from tests.checks.web import (
    FACEBOOK,
    MASTODON,
    SITE,
    crawled,
    declared,
    impressum,
    links,
    page,
)

LINKED = {
    "field": "impressum",
    "label": r"\b(?:Impressum|Kontakt)\b",
    "url": r"/impressum\b",
    "line": r"\bImpressum: ?\w",
}


@pytest.mark.parametrize(
    ("profile", "web", "result"),
    [
        (links(), {}, [("miss", "impressum", "unreached")]),
        (links(("Kontakt", SITE)), {SITE: page("Kontakt")}, [("miss", "impressum", "unreached")]),
        (links(("Kontakt", SITE)), {SITE: "fault: timeout"}, [("unknown", "impressum", "not-reachable")]),
        (links(("Impressum", SITE + "weg")), {}, []),
        (links(bio="Impressum: Rathausplatz 1, 48931 Bergheide"), {}, [("unknown", "bio", "page-not-judgeable")]),
        ({"bio": "Neues"}, {}, [("unknown", "impressum", "not-shown")]),
        ({"unread": "no-token"}, {}, [("unknown", "impressum", "no-token")]),
    ],
)  # fmt: skip
def test_a_page_is_missing_where_no_way_leads_to_one(look, subject, profile, web, result):
    seen = crawled(subject, FACEBOOK, profile, web)
    assert [one[:3] for one in look(linked, seen, **LINKED)] == result


def test_what_stands_behind_an_impressum_that_was_not_read_is_not_missing(look, subject):
    asked = {**LINKED, "field": "privacy", "label": "Datenschutz", "url": "/datenschutz",
             "line": "Datenschutz: ", "through": ["impressum"]}  # fmt: skip
    web = {SITE: page("Stadt", ("Impressum", "javascript:zeige()"))}
    for profile, answers in (
        (links(("Impressum", SITE + "impressum")), {SITE + "impressum": "fault: timeout"}),
        (links(("Website", SITE)), web),
        (links(bio="Impressum: bergheide.example/i"), {}),
    ):
        ((kind, *_),) = look(linked, crawled(subject, FACEBOOK, profile, answers), **asked)
        assert kind == "unknown"


def test_a_page_on_record_that_is_gone_is_left_to_the_rule_on_targets(look, subject):
    text = f"{FACEBOOK[:-1]}, impressum: {SITE}weg}}"
    assert look(linked, crawled(subject, text, links()), **LINKED) == []


LOST = "<p>Die Seite wurde leider nicht gefunden.</p>"
NETIQUETTE = {"field": "netiquette", "label": "Netiquette", "url": "/netiquette", "line": "Netiquette: ", "gone": True}  # fmt: skip


@pytest.mark.parametrize(
    ("more", "profile", "web", "result"),
    [
        ("", links(("Netiquette", SITE + "n")), {SITE + "n": page("Netiquette")}, []),
        ("", links(("Netiquette", SITE + "n")), {}, [("miss", "links[0].url", "gone")]),
        ("", links(("Website", SITE)), {SITE: page("Stadt", ("Netiquette", "/n")), SITE + "n": page("Netiquette")}, []),
        ("", links(("Website", SITE)), {SITE: page("Stadt", ("Netiquette", "/n"))}, [("miss", "netiquette", "gone")]),
        ("", links(("Website", SITE)), {SITE: page("Stadt", ("Netiquette", "/n")), SITE + "n": "fault: timeout"}, [("unknown", "netiquette", "not-reachable")]),
        ("", links(("Website", SITE)), {SITE: page("Stadt", ("Netiquette", "/n")), SITE + "n": page("Seite nicht gefunden", text=LOST)}, [("miss", "netiquette", "elsewhere")]),
        ("", links(("Netiquette", SITE + "n")), {SITE + "n": page("Seite nicht gefunden", text=LOST)}, [("miss", "links[0].url", "elsewhere")]),
        ("", links(("Netiquette", SITE + "n")), {SITE + "n": "-> " + SITE, SITE: page("Stadt")}, [("miss", "links[0].url", "elsewhere")]),
        ("", links(("Netiquette", SITE + "n")), {SITE + "n": "fault: forbidden"}, [("unknown", "links[0].url", "login-wall")]),
        ("", links(("Unsere Netiquette, bitte lesen", SITE + "x")), {SITE + "x": page("Miteinander")}, [("unknown", "netiquette", "page-not-read")]),
        ("", links(("Impressum & Netiquette", SITE + "x")), {SITE + "x": impressum("<h2>Netiquette</h2><p>Bleiben Sie höflich.</p>")}, []),
        ("", links(("Impressum", SITE + "i")), {SITE + "i": impressum("<p><a href='/n'>Netiquette</a></p>"), SITE + "n": page("Netiquette")}, []),
        ("", links(("Impressum", SITE + "i")), {SITE + "i": impressum("<p><a href='/n'>Netiquette</a></p>")}, [("miss", "netiquette", "gone")]),
        ("", links(("Impressum", SITE + "i")), {SITE + "i": impressum("<p><a href='/n'>Netiquette</a></p>"), SITE + "n": "fault: timeout"}, [("unknown", "netiquette", "not-reachable")]),
        ("", links(("Netiquette", SITE)), {SITE: page("Netiquette")}, []),
        ("links: [{label: Netiquette, url: 'https://b.example/n'}]", {"unread": "login-wall"}, {"https://b.example/n": page("Netiquette")}, []),
        ("links: [{label: Netiquette, url: 'https://b.example/n'}]", {"unread": "login-wall"}, {}, [("miss", "links[0].url", "gone")]),
        ("links: [{label: Netiquette, url: 'https://b.example/n'}]", {"unread": "login-wall"}, {"https://b.example/n": "fault: timeout"}, [("unknown", "links[0].url", "not-reachable")]),
        ("bio: 'Netiquette: b.example/n'", {"unread": "login-wall"}, {}, [("unknown", "netiquette", "login-wall")]),
        ("", links(("Website", SITE)), {SITE: page("Stadt")}, [("miss", "netiquette", "unreached")]),
        ("", links(("Website", SITE)), {SITE: "fault: timeout"}, [("unknown", "netiquette", "not-reachable")]),
        ("", links(("Website", SITE)), {SITE: "fault: forbidden"}, [("unknown", "netiquette", "login-wall")]),
        ("netiquette: 'https://b.example/n'", links(), {}, [("miss", "netiquette", "gone")]),
        ("netiquette: 'https://b.example/n'", links(), {"https://b.example/n": "fault: timeout"}, [("unknown", "netiquette", "not-reachable")]),
        ("netiquette: 'https://b.example/n'", {"unread": "login-wall"}, {"https://b.example/n": page("Fehler 404", text=LOST)}, [("miss", "netiquette", "elsewhere")]),
        ("netiquette: 'https://b.example/n'", {"unread": "login-wall"}, {"https://b.example/n": "fault: server_error"}, [("unknown", "netiquette", "not-reachable")]),
        ("", links(("Netiquette", SITE + "n")), {SITE + "n": page("Netiquette", text="")}, [("miss", "links[0].url", "elsewhere")]),
        ("", links(("Netiquette", SITE + "n")), {SITE + "n": page("Netiquette", text="<p>Bitte bleiben Sie höflich.</p>")}, [("unknown", "links[0].url", "page-not-judgeable")]),
        ("netiquette: 'https://b.example/n'", links(), {"https://b.example/n": "<html></html>"}, [("unknown", "netiquette", "page-not-judgeable")]),
    ],
)  # fmt: skip
def test_a_netiquette_is_looked_for_where_the_profile_leads(
    look, subject, more, profile, web, result
):
    seen = crawled(subject, declared(more) if more else MASTODON, profile, web)
    assert [one[:3] for one in look(linked, seen, **NETIQUETTE)] == result
