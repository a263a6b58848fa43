"""A privacy notice and the house's own for social media, to which it points, are judged together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from linter.crawl.asking import answered
from linter.crawl.observe import observe
from linter.crawl.sight import read_capture
from linter.example_web import capture
from linter.platforms.profile import Unread
from linter.registry.load import load
from linter.run import RunOptions, authorities, judge
from tests.rules.seeing import BOOK, DAY, SITE, VALIDATORS, entry, links, page, told

CODES = ("DSE206", "DSE207", "DSE212", "DSE214")
GENERAL = SITE + "datenschutz"
NARROWER = SITE + "datenschutz/social-media"
HEAD = (
    "<p>Verantwortlich im Sinne der DSGVO ist die Stadt Bergheide, Rathausplatz 1, 48931 Bergheide.</p>"
    "<p>Wir verarbeiten Ihre Daten, um Ihre Anfragen zu beantworten (Art. 6 Abs. 1 Buchstabe e DSGVO). Sie haben das "
    "Recht auf Auskunft, Berichtigung, Löschung und Widerspruch.</p>"
)
POINTING = "<p><a href='/datenschutz/social-media'>Datenschutzhinweise Social Media</a></p>"
META = (
    "<p>Wir betreiben eine Seite auf Facebook. Für die Insights sind wir mit der Meta Platforms Ireland Limited "
    "gemeinsam verantwortlich (Art. 26 DSGVO). Die Anfragen betroffener Personen nach Art. 15 bis 20 DSGVO beantwortet "
    "Meta; Näheres in der <a href='https://www.facebook.com/privacy/policy'>Datenschutzrichtlinie von Meta</a>.</p>"
    "<p>Meta übermittelt Daten in die USA; Grundlage ist der Angemessenheitsbeschluss der Kommission.</p>"
)
TWITTER = "<p>Wir betreiben ein Profil auf X (ehemals Twitter). Der Betreiber übermittelt Daten in die USA.</p>"


def notice(text: str, title: str = "Datenschutzerklärung") -> str:
    return page(title, text=HEAD + text)


def social(text: str, title: str = "Datenschutzhinweise Social Media") -> str:
    return page(title, text=HEAD + text)


def judged(narrower, platform="facebook", general=None):
    """By code: what fails, or the cause for which it is unknown."""
    found = findings(narrower, platform, general)
    return {f.code: "fail" if f.outcome == "fail" else f.cause for f in found}


def account(platform: str) -> str:
    return entry(platform, f", status: active, privacy: '{GENERAL}'")


def findings(narrower, platform="facebook", general=None):
    """narrower: the page, or answers by their addresses."""
    web = {GENERAL: general or notice(POINTING)}
    web |= narrower if isinstance(narrower, dict) else {NARROWER: narrower}
    return told(account(platform), CODES, {"unread": "login-wall"}, web, ("privacy",))


def test_what_stands_in_the_narrower_one_is_there():
    assert judged(social(META)) == {}
    assert judged(social(TWITTER), "x").keys() <= {"DSE207"}


def test_what_stands_in_neither_is_missing_and_both_are_shown():
    said = "<p>Wir betreiben eine Seite auf Facebook und freuen uns über Ihren Besuch.</p>"
    found = {f.code: f for f in findings(social(said))}
    assert {code for code, f in found.items() if f.outcome == "fail"} == {
        "DSE207",
        "DSE212",
        "DSE214",
    }
    for finding in found.values():
        assert finding.field == "privacy"
        assert [entry["url"] for entry in finding.evidence] == [GENERAL, NARROWER]
        assert finding.evidence[1]["click_path"] == [
            {"url": GENERAL, "text": "Datenschutzhinweise Social Media"},
            {"url": NARROWER, "text": ""},
        ]
        assert finding.values["page"] == (GENERAL, NARROWER)


def test_a_part_in_each_is_all_of_it():
    there = "<p>Betreiber der Netzwerke übermitteln Daten in die USA.</p>"
    told_apart = META.partition("<p>Meta übermittelt")[0]
    assert judged(social(told_apart), general=notice(there + POINTING)) == {}


def test_a_notice_about_another_platform_does_not_count():
    found = judged(social(META, "Datenschutzhinweise Facebook"), "x")
    assert found["DSE206"] == found["DSE212"] == "fail"
    assert found["DSE207"] == "fail"


def test_a_notice_that_may_mean_more_than_the_platform_it_names_is_unknown():
    said = "<p>Wir nutzen soziale Netzwerke wie etwa Facebook. Dabei gelangen Daten in die USA, ein Drittland.</p>"
    assert judged(social(said), "x").get("DSE212") == "narrower-notice-unclear"


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        ("fault: not_found", "narrower-notice"),
        ("fault: forbidden", "narrower-notice"),
        ("fault: server_error", "narrower-notice"),
        ("fault: robots_disallowed", "narrower-notice"),
        ("fault: not_recorded", "narrower-notice"),
        ("type: application/pdf", "narrower-notice-unclear"),
        (page("Seite nicht gefunden", text="<p>Die Seite gibt es nicht.</p>"), "narrower-notice-unclear"),
        (page("Anmelden", text="<form><input type='password' name='p'></form>"), "narrower-notice-unclear"),
        (page("Stadtbücherei", text="<p>Die Bücherei hat am Samstag geöffnet.</p>"), "narrower-notice-unclear"),
    ],
)  # fmt: skip
def test_one_that_was_not_read_or_is_no_notice_leaves_all_unknown(answer, cause):
    found = judged(answer)
    assert found.keys() == {"DSE206", "DSE207", "DSE212", "DSE214"}
    assert set(found.values()) == {cause}


def test_one_that_leads_back_adds_nothing():
    found = judged({NARROWER: f"-> {GENERAL}"})
    assert set(found.values()) == {"fail"}
    back = "<p><a href='/datenschutz'>Datenschutz in sozialen Medien</a></p>"
    assert judged(social(META + back)) == {}
    assert judged(social("<p>Unsere Facebook-Seite.</p>" + back))["DSE212"] == "fail"


def test_one_that_points_on_is_followed():
    on = "<p><a href='/datenschutz/facebook'>Datenschutzhinweise Facebook</a></p>"
    deeper = SITE + "datenschutz/facebook"
    assert judged({NARROWER: social(on), deeper: social(META)}) == {}
    found = judged({NARROWER: social(on), deeper: "fault: not_found"})
    assert set(found.values()) == {"narrower-notice"}


def test_a_page_that_only_leads_on_may_lead_to_more():
    index = page(
        "Datenschutzhinweise Social Media",
        text="<ul><li><a href='/ds/facebook'>Facebook</a></li><li><a href='/ds/youtube'>YouTube</a></li></ul>",
    )
    deeper = {NARROWER: index, SITE + "ds/facebook": social(META)}
    assert judged(deeper) == {}
    nothing = deeper | {SITE + "ds/facebook": social("<p>Unsere Seite auf Facebook.</p>")}
    assert judged(nothing)["DSE212"] == "narrower-notice-unclear"


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/files/facebook.pdf'>Informationen nach Art. 13 DSGVO</a>",
        "<a href='/dsgvo-instagram.pdf'>Merkblatt</a>",
    ],
)
def test_what_stands_in_a_file_is_not_missing(link):
    said = f"<p>Wir betreiben eine Seite auf Facebook. Näheres: {link}</p>"
    assert set(judged(social(said)).values()) == {"narrower-notice-unclear"}
    other = "<p>Wir betreiben eine Seite auf Facebook. <a href='/jahresbericht.pdf'>Jahresbericht</a></p>"
    assert judged(social(other))["DSE212"] == "fail"


def test_more_than_are_read_leave_it_unknown():
    links = "".join(f"<p><a href='/ds/{n}'>Datenschutz Facebook {n}</a></p>" for n in range(4))
    web = {f"{SITE}ds/{n}": social("<p>Unsere Seite auf Facebook.</p>") for n in range(4)}
    assert judged(web, general=notice(links))["DSE212"] == "narrower-notice"
    assert judged(web | {f"{SITE}ds/1": social(META)}, general=notice(links)) == {}


def test_one_that_is_cut_off_may_say_more():
    def answer(ask, web):
        found = capture(ask, web)
        return replace(found, truncated=True) if ask.url == NARROWER else found

    def cut_off(narrower):
        registry = load(["-"], VALIDATORS, stdin=account("facebook").encode())
        (only,) = registry.accounts
        only.packs = ("privacy",)
        house = authorities(BOOK, registry)[only.authority]
        web = {GENERAL: notice(POINTING), NARROWER: narrower}
        reading = observe(
            only, house, secrets=frozenset(), read=read_capture, profile=Unread("login-wall")
        )
        seen = answered(reading, lambda ask: answer(ask, web))
        rules = [rule for rule in BOOK.rules if rule.code == "DSE212"]
        result = judge(BOOK, registry, rules, RunOptions(as_of=DAY), seen=[(only, seen)])
        return [finding.cause for finding in result.findings]

    assert cut_off(social("<p>Unsere Seite auf Facebook.</p>")) == ["too-large"]
    assert cut_off(social(META)) == []


def test_why_there_is_no_arrangement_may_stand_there():
    said = (
        "<p>Wir betreiben eine Seite auf Facebook. Da die Insights abgeschaltet sind, besteht keine gemeinsame "
        "Verantwortlichkeit mit Meta. Meta übermittelt Daten in die USA.</p>"
    )
    assert "DSE214" not in judged(social(said))


def test_a_website_is_no_account_in_a_network():
    text = (
        "registry: 1\nauthorities:\n"
        "  - {id: stadt-bergheide, names: [Stadt Bergheide], kind: city, jurisdiction: nrw}\n"
        "accounts:\n  - {id: a, platform: website, handle: www.bergheide.example, kind: authority, "
        f"authority: stadt-bergheide, url: '{SITE}', privacy: '{GENERAL}'}}\n"
    )
    asked = told(text, ("DSE", "NET"), None, {SITE: page("Start"), GENERAL: notice(POINTING)})
    assert not [f for f in asked if f.code.startswith("NET")]


@pytest.mark.parametrize("answer", ["fault: forbidden", "fault: not_recorded"])
def test_that_it_was_not_read_excuses_nothing_else(answer):
    web = {GENERAL: notice(POINTING), NARROWER: answer}
    shown = links(("Datenschutz", GENERAL))
    text = entry("mastodon", handle="rathaus@social.example").replace(
        "kind: authority", "kind: fach"
    )
    found = told(text, ("NRW304",), shown, web, ("nrw-handreichung",))
    assert [finding.outcome for finding in found] == ["fail"]


ELEMENTS = {
    "DSE201": "<h2>Verantwortliche</h2><p>Stadt Bergheide, Rathausplatz 1, 48931 Bergheide</p>",
    "DSE202": "<h2>Datenschutzbeauftragte</h2><p>dsb@bergheide.example</p>",
    "DSE203": "<p>Rechtsgrundlage ist Art. 6 Abs. 1 Buchst. e DSGVO.</p>",
    "DSE204": "<h2>Ihre Rechte</h2><p>Auskunft, Berichtigung, Löschung, Einschränkung und Widerspruch.</p>",
    "DSE205": "<h2>Beschwerde</h2><p>Sie können sich bei der LDI NRW beschweren.</p>",
    "DSE210": "<h2>Zweck</h2><p>Presse und Rathaus.</p>",
    "DSE211": "<h2>Empfänger</h2><p>Kommunales Rechenzentrum.</p>",
    "DSE213": "<h2>Speicherdauer</h2><p>Sieben Tage.</p>",
}
"""What is owed for every processing, by the rule that asks for it."""


def without(code: str) -> str:
    parts = [text for other, text in ELEMENTS.items() if other != code]
    return page("Datenschutzerklärung", text="".join(parts) + POINTING)


def outcome(code, narrower, platform="facebook", general=None):
    web = {GENERAL: general or without(code)}
    web |= narrower if isinstance(narrower, dict) else {NARROWER: narrower}
    found = told(account(platform), (code,), {"unread": "login-wall"}, web, ("privacy",))
    return [f.cause or f.outcome for f in found]


@pytest.mark.parametrize("code", ELEMENTS)
def test_what_is_owed_for_every_processing_may_stand_in_either(code):
    full = page("Datenschutzhinweise Social Media", text="".join(ELEMENTS.values()))
    assert outcome(code, full) == []
    assert outcome(code, "fault: forbidden") == ["narrower-notice"]


@pytest.mark.parametrize("code", ELEMENTS)
def test_what_is_owed_and_stands_in_neither_is_missing(code):
    parts = [text for other, text in ELEMENTS.items() if other != code]
    lacking = page("Datenschutzhinweise Social Media", text="".join(parts))
    assert outcome(code, lacking) == ["fail"]


def test_what_a_notice_about_another_network_says_is_not_owed_there():
    about = "<p>Wir betreiben eine Seite auf Facebook.</p>"
    other = page("Datenschutzhinweise Facebook", text="".join(ELEMENTS.values()) + about)
    assert outcome("DSE213", other) == []
    assert outcome("DSE213", other, "x") == ["fail"]


def test_a_right_in_each_of_the_notices_is_given():
    first = "<p>Sie haben das Recht auf Auskunft, Berichtigung und Löschung.</p>"
    second = "<p>Sie haben das Recht auf Einschränkung und Widerspruch.</p>"
    rest = without("DSE204")
    general = rest.replace(POINTING, first + POINTING)
    social_parts = [text for other, text in ELEMENTS.items() if other != "DSE204"]
    narrower = page("Datenschutzhinweise Social Media", text="".join(social_parts) + second)
    assert outcome("DSE204", narrower, general=general) == []


def test_rights_that_one_speaks_of_unclearly_are_unknown_though_the_other_grants_some():
    unclear = "<p>Zu den Rechten der Betroffenen beraten wir Sie im Rathaus.</p>"
    general = without("DSE204").replace(POINTING, unclear + POINTING)
    parts = [text for other, text in ELEMENTS.items() if other != "DSE204"]
    some = "<p>Sie können von uns Auskunft verlangen.</p>"
    narrower = page("Datenschutzhinweise Social Media", text="".join(parts) + some)
    assert outcome("DSE204", narrower, general=general) == ["not-understood"]


def test_another_body_in_the_general_notice_is_no_doubt_where_the_house_is_named():
    theirs = ELEMENTS["DSE201"].replace("Bergheide", "Talheim")
    general = without("DSE201").replace(POINTING, theirs + POINTING)
    own = page("Datenschutzhinweise Social Media", text="".join(ELEMENTS.values()))
    strange = page(
        "Datenschutzhinweise Social Media",
        text="".join(ELEMENTS.values()).replace(ELEMENTS["DSE201"], theirs),
    )
    assert outcome("DSE201", own, general=general) == []
    assert outcome("DSE201", strange, general=general) == ["not-understood"]
    assert outcome("DSE201", strange) == ["not-understood"]


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("DSE208", "<p>Meta ist nach dem EU-US-Privacy-Shield zertifiziert.</p>"),
        ("DSE209", "<p>Cookies setzt Meta nach § 25 TTDSG.</p>"),
    ],
)
def test_what_must_not_be_there_is_a_fault_in_either(code, fault):
    general, about = without(""), "<p>Wir betreiben eine Seite auf Facebook.</p>"
    narrower = page("Datenschutzhinweise Social Media", text="".join(ELEMENTS.values()) + about)
    worse = narrower.replace(about, about + fault)
    assert outcome(code, narrower, general=general) == []
    assert outcome(code, worse, general=general) == ["fail"]
    assert outcome(code, "fault: forbidden", general=general) == ["narrower-notice"]
    # what is found in the general one is a fault whatever became of the other
    bad = general.replace(POINTING, fault + POINTING)
    assert outcome(code, "fault: forbidden", general=bad) == ["fail"]
    web = {GENERAL: general, NARROWER: worse}
    (found,) = told(account("facebook"), (code,), {"unread": "login-wall"}, web, ("privacy",))
    assert found.values["page"] == NARROWER
    assert [entry["url"] for entry in found.evidence] == [GENERAL, NARROWER]
    # a notice about another network is another account's matter
    assert outcome(code, worse, "x", general=general) == []
