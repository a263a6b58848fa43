"""The checks of pages behind a profile, with the answers that a crawl gets."""

from __future__ import annotations

import pytest

from linter.checks.page_covers import page_covers
from linter.checks.page_detail import page_detail
from linter.checks.page_is import page_is
from linter.checks.page_links_to import page_links_to
from linter.checks.page_providers import page_providers
from linter.checks.page_readable import page_readable
from tests.checks.web import (
    FACEBOOK,
    HOSTILE,
    SHELL,
    SITE,
    TOWN,
    WEBSITE,
    crawled,
    impressum,
    links,
    page,
)

LINK = links(("Impressum", SITE + "impressum"))
CAUSES = {
    "timeout": "not-reachable",
    "tls_error": "not-reachable",
    "rate_limited": "asked-to-wait",
    "server_error": "not-reachable",
    "forbidden": "login-wall",
    "login_wall": "login-wall",
    "robots_disallowed": "robots",
    "address_refused": "address-refused",
    "budget_exhausted": "too-many-requests",
    "not_recorded": "not-in-recording",
}
PICTURE = "<title>Impressum</title><h1>Impressum</h1><img src='adresse.png'>"
LOGO = "<title>Impressum</title><h1>Impressum</h1><img src='logo.png'>"


def behind(subject, answer, profile=LINK, text=FACEBOOK):
    return crawled(subject, text, profile, {SITE + "impressum": answer})


@pytest.mark.parametrize(("fault", "cause"), CAUSES.items())
def test_a_fault_of_the_page_is_unknown_with_its_cause(look, subject, fault, cause):
    seen = behind(subject, f"fault: {fault}")
    unknown = [("unknown", "impressum", cause)]
    assert look(page_is, seen, page="impressum") == unknown
    assert look(page_links_to, seen, page="impressum", to="privacy") == unknown
    assert look(page_covers, seen, page="impressum") == unknown
    if fault != "login_wall":
        assert look(page_readable, seen, page="impressum") == unknown


def test_a_page_that_is_promised_and_gone_leaves_its_contents_unknown(look, subject):
    seen = behind(subject, "fault: not_found")
    unknown = [("unknown", "impressum", "page-gone")]
    assert look(page_links_to, seen, page="impressum", to="privacy") == unknown
    assert look(page_covers, seen, page="impressum") == unknown
    assert look(page_readable, seen, page="impressum") == unknown


def test_a_page_that_nothing_promises_is_not_called_gone(look, subject):
    seen = crawled(subject, profile=links())
    unknown = [("unknown", "impressum", "page-not-linked")]
    assert look(page_covers, seen, page="impressum") == unknown


@pytest.mark.parametrize(
    ("answer", "variant"),
    [
        ("fault: not_found", "gone"),
        ("fehlerseite.html", "error-page"),
        (page("Aktuelles"), None),
        ("datenschutz-stadt.html", "other-notice"),
    ],
)
def test_another_page_than_promised_is_a_miss(look, subject, answer, variant):
    (found,) = look(page_is, behind(subject, answer), page="impressum")
    assert found[:3] == ("miss", "impressum", variant)


@pytest.mark.parametrize("answer", [impressum(), "impressum-und-datenschutz.html"])
def test_an_impressum_passes(look, subject, answer):
    assert look(page_is, behind(subject, answer), page="impressum") == []


@pytest.mark.parametrize(
    "answer", [SHELL, PICTURE, "fault: login_wall", "type: application/pdf", "type: image/png"]
)
def test_a_page_that_cannot_be_judged_is_never_the_wrong_one(look, subject, answer):
    ((kind, _, _),) = look(page_is, behind(subject, answer), page="impressum")
    assert kind == "unknown"


def test_what_is_missing_beside_an_error_may_be_what_failed(look, subject):
    error = "<b>Warning</b>: include(): failed to open stream in <b>/i.php</b> on line <b>7</b><br>"
    seen = behind(subject, impressum().replace("<footer", f"{error}<footer", 1))
    unknown = [("unknown", "impressum", "too-large")]
    assert [one[:3] for one in look(page_links_to, seen, page="impressum", to="privacy")] == unknown


def test_nothing_promised_is_nothing_to_judge(look, subject):
    seen = crawled(subject, profile=links())
    assert look(page_is, seen, page="impressum") == []
    assert look(page_readable, seen, page="impressum") == []


def test_the_profiles_own_words_are_no_other_page(look, subject):
    bio = "Impressum: Stadt Bergheide, Rathausplatz 1, 48931 Bergheide, rathaus@bergheide.example"
    assert look(page_is, crawled(subject, profile=links(bio=bio)), page="impressum") == []


def test_a_profiles_broken_link_is_told_although_another_way_is_good(look, subject):
    profile = links(("Impressum", SITE + "weg"), ("Website", SITE))
    web = {SITE: page("Stadt", ("Impressum", "/impressum")), SITE + "impressum": impressum()}
    (found,) = look(page_is, crawled(subject, profile=profile, web=web), page="impressum")
    assert found[:3] == ("miss", "links[0].url", "gone")
    assert found[3] == {"page": SITE + "weg", "title": "404"}


def test_a_page_without_a_title_is_told_by_its_address(look, subject):
    (found,) = look(
        page_is,
        behind(subject, "<p>Aktuelles aus dem Rathaus und der Stadt, " * 9),
        page="impressum",
    )
    assert found[3] == {"page": SITE + "impressum", "title": SITE + "impressum"}


def test_a_websites_many_links_may_name_other_pages(look, subject):
    web = {
        SITE: page("Stadt", ("Impressum", "/weg"), ("Impressum", "/impressum")),
        SITE + "impressum": impressum(),
    }
    assert look(page_is, crawled(subject, WEBSITE, web=web), page="impressum") == []


@pytest.mark.parametrize(
    ("answer", "variant"),
    [
        (SHELL, None),
        (PICTURE, "image"),
        ("type: image/png", "image"),
        ("fault: login_wall", "login"),
    ],
)
def test_an_impressum_that_readers_cannot_read_as_text_is_a_miss(look, subject, answer, variant):
    (found,) = look(page_readable, behind(subject, answer), page="impressum")
    assert found[:3] == ("miss", "impressum", variant)
    assert found[3] == {"page": SITE + "impressum"}


@pytest.mark.parametrize("answer", [impressum(), LOGO, impressum("<img src='anfahrt.png'>")])
def test_text_is_readable_and_a_logo_is_no_text_in_a_picture(look, subject, answer):
    found = look(page_readable, behind(subject, answer), page="impressum")
    assert [one for one in found if one[0] == "miss"] == []


def test_a_pdf_is_text_that_is_not_read_here(look, subject):
    seen = behind(subject, "type: application/pdf")
    assert look(page_readable, seen, page="impressum") == [
        ("unknown", "impressum", "page-not-judgeable")
    ]


def test_a_link_that_only_a_script_follows_is_a_miss(look, subject):
    web = {SITE: page("Stadt", ("Impressum", "javascript:zeige()"))}
    seen = crawled(subject, profile=links(("Website", SITE)), web=web)
    (found,) = look(page_readable, seen, page="impressum")
    assert found[:3] == ("miss", "impressum", "link")
    assert found[3] == {"page": SITE}


@pytest.mark.parametrize(
    ("more", "misses"),
    [
        ("", 1),
        ("<p><a href='/datenschutz'>Datenschutz</a></p>", 0),
        ("<p><a href='/datenschutz'>Privatsphäre</a></p>", 0),
        ("<p hidden><a href='/datenschutz'>Datenschutz</a></p>", 1),
        ("<p>Datenschutz ist uns wichtig.</p>", 1),
    ],
)
def test_the_impressum_links_the_notice_or_not(look, subject, more, misses):
    seen = behind(subject, impressum(more))
    found = look(page_links_to, seen, page="impressum", to="privacy")
    assert [one[0] for one in found] == ["miss"] * misses


BODIES = [r"\be\. V\.", r"\bStadt [A-Z]", r"\bGmbH\b"]
RESPONSIBLE = r"V\.i\.S\.d\.P\.: (?P<person>[A-Z]\w+ [A-Z]\w+)"
PROVIDERS = {"bodies": BODIES, "responsible": RESPONSIBLE}


@pytest.mark.parametrize(
    ("bio", "variants"),
    [
        ("Impressum: Verein Talstadt e. V., Markt 1, 12345 Talstadt", ["contradiction"]),
        ("Impressum: Stadtwerke Bergheide GmbH, Markt 1, 48931 Bergheide", []),
        ("Impressum: Sportamt, Rathausplatz 1, 48931 Bergheide", []),
        ("Impressum: Stadt Bergheide, Rathausplatz 1, 48931 Bergheide", []),
        ("Neues aus dem Rathaus", []),
        ("V.i.S.d.P.: Erika Muster", ["responsible"]),
        ("V.i.S.d.P.: Jörn Tietgen", []),
    ],
)
def test_two_names_contradict_only_where_they_are_told_apart(look, subject, bio, variants):
    profile = links(("Impressum", SITE + "impressum"), bio=bio)
    seen = crawled(subject, profile=profile, web={SITE + "impressum": "impressum-stadt.html"})
    assert [one[2] for one in look(page_providers, seen, **PROVIDERS)] == variants


@pytest.mark.parametrize(
    ("here", "there", "variants"),
    [
        ("Stadt Talheim", "Stadt Bergheide", ["contradiction"]),
        ("Stadt Bergheide", "Landesbetrieb GmbH Nordrhein-Westfalen", ["contradiction"]),
        ("Verein NRW e. V.", "Betrieb GmbH des Landes Nordrhein-Westfalen", []),
        ("Stadt der e. V.", "Stadt Bergheide", []),
    ],
)
def test_a_branch_and_a_land_are_no_strangers(look, subject, here, there, variants):
    bio = f"Impressum: {here}, Markt 1, 48931 Bergheide"
    profile = links(("Impressum", SITE + "impressum"), bio=bio)
    web = {SITE + "impressum": impressum(provider=there)}
    found = look(page_providers, crawled(subject, profile=profile, web=web), **PROVIDERS)
    assert [one[2] for one in found] == variants


TOWNS = {
    **PROVIDERS,
    "alike": [r"\bStadt (?-i:[A-Z])", r"\bLandkreis (?-i:[A-Z])"],
    "firms": [r"\bGmbH\b"],
}


@pytest.mark.parametrize(
    ("there", "more", "found"),
    [
        ("Stadt Anderswo", "", ("miss", "other")),
        ("Sportamt der Stadt Anderswo", "", ("miss", "other")),
        ("Stadt Anderswo", "<p>Auch für die Stadt Bergheide.</p>", ("unknown", None)),
        ("Landkreis Anderswo", "", ("unknown", None)),
        ("Werbeagentur Klick GmbH", "", ("unknown", None)),
        ("Rechenzentrum Nord GmbH", "<p>im Auftrag der Stadt Bergheide</p>", None),
        ("Stadtwerke Bergheide GmbH", "", None),
        ("Bergheider Bäder GmbH", "", None),
        ("Stadt Bergheide", "", None),
        ("Sportamt", "", None),
        ("Zweckverband Anderswo", "", None),
    ],
)
def test_another_city_is_a_miss_and_who_may_belong_to_it_is_none(look, subject, there, more, found):
    web = {SITE + "impressum": impressum(more, provider=there)}
    told = look(page_providers, crawled(subject, profile=LINK, web=web), **TOWNS)
    if found is None:
        assert told == []
    elif found[0] == "unknown":
        assert told == [("unknown", "impressum", "provider-unclear")]
    else:
        assert [one[::2][:2] for one in told] == [("miss", "other")]


def test_providers_are_unknown_while_profile_or_page_is(look, subject):
    seen = crawled(subject, profile={"unread": "no-token"})
    assert look(page_providers, seen, **PROVIDERS) == [("unknown", "impressum", "no-token")]
    profile = links(("Impressum", SITE + "impressum"), bio="V.i.S.d.P.: Erika Muster")
    seen = crawled(subject, profile=profile, web={SITE + "impressum": "fault: timeout"})
    assert look(page_providers, seen, **PROVIDERS) == [("unknown", "impressum", "not-reachable")]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_of_a_profile_do_no_harm(look, subject, text):
    profile = links(("Impressum", SITE + "impressum"), bio=f"Impressum: {text}", impressum=text)
    seen = crawled(subject, profile=profile, web={SITE + "impressum": impressum(text)})
    assert look(page_providers, seen, **PROVIDERS) == []
    assert look(page_is, seen, page="impressum") == []


@pytest.mark.parametrize(
    ("more", "misses"),
    [
        ("<p>Auch für Facebook.</p>", 0),
        ("<p>Auch für @bergheide.</p>", 0),
        (
            "<ul><li><a href='https://facebook.com/bergheide'>facebook.com/bergheide</a></li></ul>",
            0,
        ),
        ("<p><a href='https://facebook.com/x'>f</a></p>", 1),
        ("<footer><a href='https://facebook.com/bergheide'>facebook.com/bergheide</a></footer>", 1),
        ("", 1),
    ],
)
def test_a_page_covers_the_accounts_that_its_own_text_shows(look, subject, more, misses):
    seen = behind(subject, impressum(more, provider=TOWN.designations[0].text))
    found = look(page_covers, seen, page="impressum", called={"facebook": "Facebook"})
    assert len(found) == misses


def test_a_page_that_was_turned_away_is_not_said_to_need_a_script_or_a_login(look, subject):
    for answer in ("<h1>Wartungsarbeiten</h1>", "<script src='/_Incapsula_Resource'></script>"):
        seen = behind(subject, answer)
        assert [kind for kind, *_ in look(page_readable, seen, page="impressum")] == ["unknown"]
    seen = behind(subject, "<title>Login</title><form><input type=password></form>")
    assert [kind for kind, *_ in look(page_readable, seen, page="impressum")] == ["miss"]


def test_what_a_page_lacks_may_stand_in_the_part_that_was_not_read(look, subject):
    whole = impressum("<p>Dies gilt auch für Facebook.</p>")
    for answer, kinds in ((impressum(), ["unknown"]), (whole, [])):
        seen = behind(subject, answer)
        seen.seen.pages["impressum"].truncated = True
        assert [kind for kind, *_ in look(page_covers, seen, page="impressum")] == kinds
        told = look(page_links_to, seen, page="impressum", to="privacy")
        assert told == [("unknown", "impressum", "too-large")]
        assert look(page_detail, seen, page="impressum", all=["street", "email"]) == []
        told = look(page_detail, seen, page="impressum", all=["street", "vat_id"])
        assert told == [("unknown", "impressum", "too-large")]
        told = look(page_detail, seen, page="impressum", all=["vat_id"], none=["street"])
        assert [kind for kind, *_ in told] == ["miss"]
