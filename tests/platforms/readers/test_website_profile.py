"""Websites: the page itself is the profile, and it names the accounts elsewhere."""

import pytest

from linter.crawl.asking import answered
from linter.crawl.capture import Capture
from linter.crawl.explore import explore
from linter.pages.read import read_page
from linter.platforms.profile import Wanted
from linter.platforms.readers.website import accounts_linked, read, saved
from tests.platforms.readers.answers import Web, answer

URL = "https://www.musterhausen.de/"
WANTED = Wanted("website", "www.musterhausen.de", domains=("musterhausen.de",))
TEXT = "<p>" + "Herzlich willkommen in Musterhausen an der Beispiel. " * 20 + "</p>"
PAGE = f"""<!doctype html><html lang="de"><head><title>Startseite – Stadt Musterhausen</title>
<meta property="og:site_name" content="Stadt Musterhausen">
<meta name="description" content="Offizielle Seite der Stadt.">
<meta name="generator" content="WordPress 6.1.9">
</head><body>{TEXT}</body></html>"""


def test_a_website_is_read_with_one_request():
    web = Web({URL: answer(PAGE)})
    profile = web.read(read(WANTED))
    assert web.urls == [URL]
    assert not web.asked[0].api
    assert (profile.handle, profile.url) == ("www.musterhausen.de", URL)
    assert (profile.name, profile.bio) == ("Stadt Musterhausen", "Offizielle Seite der Stadt.")
    assert profile.links is None
    assert (profile.verification.state, profile.verification.kind) == ("verified", "domain")


def test_the_title_names_a_page_without_a_site_name():
    page = f"<title> Stadt\n Musterhausen </title>{TEXT}"
    profile = Web({URL: answer(page)}).read(read(WANTED))
    assert (profile.name, profile.bio) == ("Stadt Musterhausen", None)


def test_the_address_in_the_registry_is_the_page():
    web = Web({"https://www.musterhausen.de/de/start": answer(PAGE)})
    wanted = Wanted("website", "www.musterhausen.de", url="https://www.musterhausen.de/de/start")
    profile = web.read(read(wanted))
    assert profile.url == "https://www.musterhausen.de/de/start"
    assert profile.verification.state == "unknown"


@pytest.mark.parametrize(
    ("said", "cause", "fault"),
    [
        (answer("", status=404), "profile-gone", "not_found"),
        (answer("", status=403), "login-wall", "forbidden"),
        (answer(fault="tls_error"), "not-reachable", "tls_error"),
        (answer(fault="robots_disallowed"), "robots", "robots_disallowed"),
    ],
)
def test_a_page_that_cannot_be_read_is_told_by_its_cause(said, cause, fault):
    found = Web({URL: said}).read(read(WANTED))
    assert (found.cause, found.fault) == (cause, fault)


def test_a_question_for_consent_is_no_website_but_one_with_an_impressum_is():
    wall = "<h1>Ihre Privatsphäre</h1>Cookies, Partner und Daten <button>Zustimmen</button>"
    found = Web({URL: answer(wall)}).read(read(WANTED))
    assert (found.cause, found.fault) == ("page-not-judgeable", "")
    found = Web({URL: answer(wall + "<a href=/impressum>Impressum</a>")}).read(read(WANTED))
    assert found.url == URL


def test_a_page_that_says_not_found_with_status_200_is_not_judged():
    soft = "<title>404 – Seite nicht gefunden</title><h1>Seite nicht gefunden</h1>"
    assert Web({URL: answer(soft)}).read(read(WANTED)).cause == "page-not-judgeable"


HEAD = "<title>Gemeinde Übersee</title><meta charset=iso-8859-1>"
SITE_NAME = '<meta property="og:site_name" content="Markt Überall">'
ABOUT = '<meta name="description" content="Größe und Lage">'


@pytest.mark.parametrize(
    ("head", "body", "name", "bio"),
    [
        (HEAD, TEXT, "Gemeinde Übersee", None),
        (HEAD + SITE_NAME + ABOUT, TEXT, "Markt Überall", "Größe und Lage"),
        (HEAD, SITE_NAME + ABOUT + TEXT, "Markt Überall", "Größe und Lage"),
        (HEAD + "<script>'</head><body>'</script>" + SITE_NAME, TEXT, "Markt Überall", None),
        ("", f"<svg><title>Wappen</title></svg>{TEXT}", "Wappen", None),
        (SITE_NAME.upper(), TEXT, "MARKT ÜBERALL", None),
    ],
)
def test_a_page_says_of_itself_the_same_wherever_in_it_that_stands(head, body, name, bio):
    page = f"<html lang=de><head>{head}</head>\n<body class=x>{body}</body></html>"
    told = answer(page.encode("latin-1"), kind="text/html; charset=iso-8859-1")
    profile = Web({URL: told}).read(read(WANTED))
    assert (profile.name, profile.bio) == (name, bio)


def test_a_saved_page_is_read():
    assert saved(PAGE.encode(), WANTED).name == "Stadt Musterhausen"
    assert saved(b"", WANTED).cause == "profile-not-read"


def test_a_saved_page_stands_for_the_one_at_its_address():
    foot = '<footer><a href="impressum">Impressum</a></footer>'
    page = f"<!-- saved from url=(0034)https://www.musterhausen.de/start/ -->{PAGE}{foot}".encode()
    profile = saved(page, WANTED)
    asked = []

    def answer(ask):
        asked.append(ask.url)
        return Capture(ask.url, ask.url, None, "not_recorded")

    seen = answered(explore(WANTED, profile, declared={}), answer)
    assert asked == ["https://www.musterhausen.de/start/impressum"]
    assert seen.site.url == "https://www.musterhausen.de/start/"
    assert "impressum" in seen.paths


@pytest.mark.parametrize(
    ("page", "cause"),
    [
        (f"<!-- saved from url=(0026)https://www.anderswo.example/ -->{PAGE}", "profile-not-read"),
        (
            "<title>Anmelden</title><h1>Anmelden</h1><form><input type=password></form>",
            "login-wall",
        ),
        ("<title>404 - Seite nicht gefunden</title><p>Hier ist nichts.", "page-not-judgeable"),
        (
            "<link rel=canonical href=https://www.musterhausen.de/kontakt><title>Kontakt</title><h1>Kontakt</h1><p>Markt 1",
            "profile-not-read",
        ),
    ],
)
def test_a_saved_page_that_does_not_show_the_site_is_none(page, cause):
    assert saved(page.encode(), WANTED).cause == cause


def linked(body, head=""):
    page = f"<html><head>{head}</head><body>{body}{TEXT}</body></html>"
    return accounts_linked(read_page(page.encode(), url=URL))


def test_the_accounts_that_a_page_links_are_told_apart():
    found = linked(
        '<a href="https://x.com/Musterhausen">X</a>'
        '<a href="https://www.facebook.com/stadt.musterhausen/">Facebook</a>'
        '<a href="https://www.instagram.com/musterhausen/"><img alt="Instagram"></a>'
        '<a href="https://social.example.org/@stadt">Mastodon</a>'
        '<a href="https://bsky.app/profile/presse.musterhausen.de">Bluesky</a>'
        '<a href="/kontakt">Kontakt</a><a href="mailto:presse@musterhausen.de">Mail</a>'
    )
    assert [(name, handle) for name, handle, _ in found] == [
        ("x", "Musterhausen"),
        ("facebook", "stadt.musterhausen"),
        ("instagram", "musterhausen"),
        ("mastodon", "stadt@social.example.org"),
        ("bluesky", "presse.musterhausen.de"),
    ]


def test_an_account_is_told_once_however_it_is_linked():
    found = linked(
        '<a href="https://x.com/Musterhausen">X</a><a href="https://twitter.com/musterhausen">T</a>'
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    "href",
    [
        "https://www.facebook.com/sharer/sharer.php?u=https://www.musterhausen.de/",
        "https://twitter.com/intent/tweet?text=x",
        "https://x.com/share?url=x",
        "https://www.linkedin.com/sharing/share-offsite/?url=x",
        "https://www.musterhausen.de/users/anmeldung",
        "https://www.musterhausen.de/@stadt",
        "https://portal.example.org/users/anmeldung",
        "javascript:void(0)",
        "http://[broken",
    ],
)
def test_what_is_no_account_is_not_taken_for_one(href):
    assert linked(f'<a href="{href}">Teilen</a>') == ()


def test_marked_links_and_linked_data_name_accounts():
    data = """<script type="application/ld+json">{"@context": "https://schema.org",
      "@graph": [{"@type": "GovernmentOrganization", "name": "Stadt",
                  "sameAs": ["https://www.youtube.com/@musterhausen", 7, null]},
                 {"@type": "Person", "sameAs": "https://x.com/redakteurin"}]}</script>
      <script type="application/ld+json">{broken</script>
      <link rel="me" href="https://social.example.org/users/stadt">"""
    assert [(name, handle) for name, handle, _ in linked("", data)] == [
        ("mastodon", "stadt@social.example.org"),
        ("youtube", "musterhausen"),
    ]
