"""The checks of the way from a profile to a page: how far, what it is called, what hides it."""

from __future__ import annotations

import pytest

from linter.checks.way import way
from linter.checks.way_named import way_named
from linter.checks.way_open import way_open
from linter.checks.way_seen import way_seen
from tests.checks.web import FACEBOOK, HOSTILE, SITE, WEBSITE, crawled, impressum, links, page

HOME = page("Stadt Bergheide", ("Impressum", "/impressum"))
IMPRESSUM = {SITE + "impressum": impressum()}
FAR = {
    SITE: page("Stadt Bergheide", ("Kontakt", "/kontakt")),
    SITE + "kontakt": page("Kontakt", ("Impressum", "/impressum")),
    **IMPRESSUM,
}
SHORT = ["shortener", "hub", "hub_in_hub"]
ALL = [
    (way, {"page": "impressum"}),
    (way_named, {"page": "impressum"}),
    (way_open, {"page": "impressum", "remarks": SHORT}),
]


def test_three_clicks_are_too_many_and_the_message_names_them(look, subject):
    seen = crawled(subject, profile=links(("Website", SITE)), web=FAR)
    (found,) = look(way, seen, page="impressum")
    assert found[:3] == ("miss", "impressum", None)
    assert found[3]["clicks"] == 3
    assert found[3]["path"]["de"] == (
        f"https://example.org/bergheide → „Website“ → {SITE} → „Kontakt“ → {SITE}kontakt"
        f" → „Impressum“ → {SITE}impressum"
    )


def test_the_evidence_of_a_long_way_has_its_clicks(subject):
    seen = crawled(subject, profile=links(("Website", SITE)), web=FAR)
    (miss,) = way.function(seen, way.params(page="impressum"))
    texts = [step["text"] for step in miss.evidence[0]["click_path"]]
    assert texts == ["Website", "Kontakt", "Impressum", ""]


def test_more_clicks_may_be_allowed(look, subject):
    seen = crawled(subject, profile=links(("Website", SITE)), web=FAR)
    assert look(way, seen, page="impressum", most=3) == []


@pytest.mark.parametrize(("check", "params"), ALL)
@pytest.mark.parametrize("cause", ["no-token", "login-wall", "profile-gone", "not-reachable"])
def test_an_unread_profile_shows_no_way(look, subject, check, params, cause):
    seen = crawled(subject, profile={"unread": cause}, web=IMPRESSUM)
    assert look(check, seen, **params) == [("unknown", "impressum", cause)]


@pytest.mark.parametrize(("check", "params"), ALL)
def test_without_a_crawl_nothing_is_known_of_ways(look, subject, check, params):
    assert look(check, subject(FACEBOOK), **params) == [
        ("unknown", "impressum", "profile-not-read")
    ]


@pytest.mark.parametrize(("check", "params"), ALL)
def test_a_near_way_with_a_good_name_passes(look, subject, check, params):
    seen = crawled(subject, profile=links(("Impressum", SITE + "impressum")), web=IMPRESSUM)
    assert look(check, seen, **params) == []


@pytest.mark.parametrize("fault", ["timeout", "forbidden", "robots_disallowed", "address_refused"])
def test_where_a_nearer_way_may_be_nobody_is_accused_of_a_long_one(look, subject, fault):
    web = {**FAR, SITE + "info": f"fault: {fault}"}
    seen = crawled(subject, profile=links(("Website", SITE), ("Kontakt", SITE + "info")), web=web)
    ((kind, at, _),) = look(way, seen, page="impressum")
    assert (kind, at) == ("unknown", "impressum")


@pytest.mark.parametrize(
    ("declared", "result"),
    [("", []), (f", impressum: {SITE}impressum", [("miss", "impressum", "unlinked")])],
)
def test_a_recorded_page_that_nothing_leads_to_is_told_but_not_a_missing_one(
    look, subject, declared, result
):
    text = f"{FACEBOOK[:-1]}{declared}}}"
    seen = crawled(subject, text, links(("Website", SITE)), {SITE: page("Stadt"), **IMPRESSUM})
    assert [one[:3] for one in look(way, seen, page="impressum")] == result
    for check, params in ALL[1:]:
        assert look(check, seen, **params) == []


def test_a_broken_way_is_left_to_the_rule_on_targets(look, subject):
    seen = crawled(subject, profile=links(("Impressum", SITE + "weg")))
    for check, params in ALL[:2]:
        assert look(check, seen, **params) == []


@pytest.mark.parametrize(
    ("label", "variant"),
    [("Info", None), ("Backstage", None), ("Über uns", "medium"), ("Aktuelles", "none")],
)
def test_a_name_that_does_not_say_impressum_is_graded(look, subject, label, variant):
    seen = crawled(subject, profile=links((label, SITE + "a")), web={SITE + "a": HOME, **IMPRESSUM})
    (found,) = look(way_named, seen, page="impressum")
    assert found[:3] == ("miss", "links[0].url", variant)
    assert found[3]["label"] == label


@pytest.mark.parametrize(
    ("label", "variant"),
    [("", "bare"), (SITE, "bare"), ("Website", "site"), ("Info", "site"), ("Stadt X", "site")],
)
def test_only_an_address_is_called_a_bare_address(look, subject, label, variant):
    seen = crawled(subject, profile=links((label, SITE)), web={SITE: HOME, **IMPRESSUM})
    (found,) = look(way_named, seen, page="impressum")
    assert found[:3] == ("miss", "links[0].url", variant)
    assert found[3]["label"] == (label or SITE)


def test_a_link_hub_under_any_name_is_left_to_the_rule_on_hubs(look, subject):
    hub = "https://linktr.ee/bergheide"
    web = {hub: f"<h1>Links</h1><a href='{SITE}impressum'>Impressum</a>", **IMPRESSUM}
    seen = crawled(subject, profile=links(("Links", hub)), web=web)
    assert look(way_named, seen, page="impressum") == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_labels_do_no_harm(look, subject, text):
    web = {SITE: HOME, **IMPRESSUM}
    seen = crawled(subject, profile=links((text, SITE), bio=text), web=web)
    for check, params in ALL:
        assert all(found[0] in ("miss", "unknown") for found in look(check, seen, **params))


@pytest.mark.parametrize(
    ("url", "variant", "told"),
    [
        ("https://bit.ly/a", None, 1),
        ("https://linktr.ee/a", "hub", 1),
        ("https://t.co/a", None, 0),
        (SITE, None, 0),
    ],
)
def test_what_hides_the_way_is_told_but_not_a_platforms_own_redirect(
    look, subject, url, variant, told
):
    hub = page("@bergheide", ("Impressum", SITE + "impressum"))
    web = {"https://linktr.ee/a": hub, SITE: HOME, **IMPRESSUM}
    web |= dict.fromkeys(("https://bit.ly/a", "https://t.co/a"), f"-> {SITE}impressum")
    label = "Impressum" if "linktr" not in url else "Alle Links"
    seen = crawled(subject, profile=links((label, url)), web=web)
    found = look(way_open, seen, page="impressum", remarks=SHORT)
    assert [one[2] for one in found] == [variant] * told


@pytest.mark.parametrize(
    ("html", "variants"),
    [
        (HOME, []),
        ("<p>Text</p><div hidden><a href='/impressum'>Impressum</a></div>", ["hidden"]),
        ("<p>Text</p><nav hidden><a href='/impressum'>Impressum</a></nav>", []),
        ("<p>Zeile</p>" * 9 + "<a href='/impressum'>Impressum</a>" + "<p>Zeile</p>" * 9, [None]),
        ("<p>Zeile</p>" * 9 + "<p><a href='/impressum'>Impressum</a></p>", []),
        ("<p>Kein Link</p>", []),
    ],
)
def test_a_link_far_down_or_hidden_is_told_but_neither_the_end_nor_a_menu(
    look, subject, html, variants
):
    web = {SITE: f"<title>Stadt</title>{html}", **IMPRESSUM}
    seen = crawled(subject, WEBSITE, web=web)
    found = look(way_seen, seen, page="impressum", lines=5)
    assert [one[2] for one in found] == variants


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<div style='opacity:0'>{}</div>", True),
        ("<div style='color:red; opacity: 0.0;'>{}</div>", True),
        ("<div style='opacity:0.9'>{}</div>", False),
        ("<div style='position:absolute;left:-9999px'>{}</div>", True),
        ("<div style='margin-left:-100px'>{}</div>", False),
        ("<div inert>{}</div>", True),
        ("<nav style='left:-9999px'>{}</nav>", False),
        ("<div style='opacity:0'>{}</div><footer>{}</footer>", False),
        ("<div class=inert title='opacity:0'>{}</div>", False),
    ],
)
def test_of_a_link_that_a_script_may_bring_to_light_nothing_is_told(look, subject, html, told):
    link = "<a href='/impressum'>Impressum</a>"
    web = {SITE: f"<title>Stadt</title><p>Rathaus</p>{html.replace('{}', link)}", **IMPRESSUM}
    found = look(way_seen, crawled(subject, WEBSITE, web=web), page="impressum", lines=5)
    assert found == ([("unknown", "impressum", "page-not-judgeable")] if told else [])


def test_how_far_down_a_link_without_words_stands_is_not_guessed(look, subject):
    text = "<p>Zeile</p>" * 9
    area = (
        "<img usemap='#m' src='a.png'><map name='m'><area href='/impressum' alt='Impressum'></map>"
    )
    web = {SITE: f"<title>Stadt</title>{text}{area}{text}", **IMPRESSUM}
    assert look(way_seen, crawled(subject, WEBSITE, web=web), page="impressum", lines=5) == [
        ("unknown", "impressum", "page-not-judgeable")
    ]


def test_a_page_of_links_on_the_own_site_hides_nothing(look, subject):
    hub = "<title>Links</title><h1>Links</h1>" + "".join(
        f"<p><a href='/{name}'>{name}</a></p>" for name in ("Impressum", "Aktuelles", "Termine")
    )
    web = {SITE + "links": hub, SITE + "Impressum": impressum()}
    seen = crawled(subject, profile=links(("Alle Links", SITE + "links")), web=web)
    assert look(way_open, seen, page="impressum", remarks=SHORT) == []


def test_a_page_of_links_on_another_own_site_hides_nothing(look, subject):
    hub = "<title>Links</title><h1>Links</h1>" + "".join(
        f"<p><a href='https://amt.example/{name}'>{name}</a></p>"
        for name in ("Impressum", "Aktuelles", "Termine")
    )
    web = {SITE + "links": hub, "https://amt.example/Impressum": impressum()}
    seen = crawled(subject, profile=links(("Alle Links", SITE + "links")), web=web)
    assert look(way_open, seen, page="impressum", remarks=SHORT) == []


@pytest.mark.parametrize(("check", "params"), ALL[1:])
def test_the_evidence_of_a_bad_way_has_its_clicks(subject, check, params):
    profile = links(("Info", "https://bit.ly/a"))
    web = {"https://bit.ly/a": f"-> {SITE}", SITE: HOME, **IMPRESSUM}
    seen = crawled(subject, profile=profile, web=web)
    asked = check.params(**params)
    (miss,) = check.function(seen, asked)
    assert [step["text"] for step in miss.evidence[0]["click_path"]] == ["Info", "Impressum", ""]


def test_the_layout_of_a_profile_does_not_show(look, subject):
    seen = crawled(subject, profile=links(("Impressum", SITE + "impressum")), web=IMPRESSUM)
    assert look(way_seen, seen, page="impressum", lines=5) == [
        ("unknown", "impressum", "not-shown")
    ]
