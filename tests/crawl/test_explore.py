"""Which pages are asked for, in which order, and what is taken from them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from linter.crawl.sight import read_capture
from tests.crawl.exploring import IMPRESSUM, PRIVACY, SITE, Night, shows, website
from tests.pages.clicks.web_of_paths import HOME

if TYPE_CHECKING:
    from linter.crawl.capture import Capture


def test_a_profile_with_its_site_takes_three_requests_in_two_waves():
    night = Night(SITE)
    found = night.run(shows("> https://stadt.de/"))
    assert night.waves == [[HOME], [IMPRESSUM, PRIVACY]]
    assert found.site is not None
    assert found.site.url == HOME
    assert {kind: page.url for kind, page in found.pages.items()} == {
        "impressum": IMPRESSUM,
        "privacy": PRIVACY,
    }
    assert found.captures["impressum"].url == IMPRESSUM
    assert found.paths["impressum"].shortest.clicks == 2
    assert found.unseen == {"netiquette": "page-not-linked"}
    assert found.faults == ()


def test_labelled_links_are_asked_beside_the_site():
    night = Night(SITE)
    found = night.run(shows("Impressum > /impressum", "> https://stadt.de/"))
    assert night.waves == [[HOME, IMPRESSUM], [PRIVACY]]
    assert found.paths["impressum"].accepted.clicks == 1


def test_a_website_is_read_already_and_not_asked_again():
    night = Night(SITE)
    found = night.run(website(night))
    assert night.waves == [[IMPRESSUM, PRIVACY]]
    assert found.site.url == HOME
    assert found.paths["impressum"].accepted.clicks == 1


def test_what_the_registry_declares_is_read_though_nothing_links_to_it():
    night = Night({"/i": ["impressum"], "/d": "timeout"})
    declared = {"impressum": urljoin(HOME, "/i"), "privacy": urljoin(HOME, "/d")}
    found = night.run(shows(), declared)
    assert sorted(night.asked) == sorted(declared.values())
    assert found.pages["impressum"].url == declared["impressum"]
    assert found.declared["impressum"].ending == "confirmed"
    assert found.paths["impressum"].shortest is None
    assert found.paths["impressum"].open == ""
    assert found.declared["privacy"].cause == "not-reachable"
    assert [fault.url for fault in found.faults] == [declared["privacy"]]


def test_plain_text_can_be_an_impressum():
    text = "Impressum\n\nStadt Musterhausen\nMarkt 1\n12345 Musterhausen\nTelefon: 0234 567890\nE-Mail: info@stadt.de\nVertreten durch den Bürgermeister\n"
    night = Night({"/impressum": ("text/plain; charset=utf-8", text.encode())})
    found = night.run(shows("Impressum > /impressum"))
    assert found.pages["impressum"].url == IMPRESSUM


def test_a_promise_that_answers_404_is_followed_by_other_links():
    night = Night({**SITE, "/kontakt": ["contact", "Impressum > /impressum"], "/": ["home"]})
    found = night.run(shows("Impressum > /weg", "Kontakt > /kontakt"))
    assert found.pages["impressum"].url == IMPRESSUM
    assert found.paths["impressum"].accepted.clicks == 2
    assert [path.end for path in found.paths["impressum"].broken] == [urljoin(HOME, "/weg")]


def test_medium_labels_are_not_asked_where_a_strong_one_leads_there():
    night = Night({**SITE, "/": [*SITE["/"], "Kontakt > /kontakt", "Über uns > /wir"]})
    night.run(website(night))
    assert night.asked == [IMPRESSUM, PRIVACY]


def test_frames_and_refreshes_are_read_as_the_same_page():
    frames = b"<frameset cols='20%,80%'><frame src=/nav><frame src=/text></frameset>"
    night = Night(
        {
            **SITE,
            "/": ("text/html", b"<meta http-equiv=refresh content='0; url=/start'>"),
            "/start": ("text/html", frames),
            "/nav": ["other", "Impressum > /impressum"],
            "/text": ["other", "Datenschutz > /datenschutz"],
        }
    )
    found = night.run(website(night))
    assert [len(wave) for wave in night.waves] == [1, 2, 2]
    assert found.paths["impressum"].accepted.clicks == 1
    assert found.paths["privacy"].accepted.clicks == 1


def test_a_redirect_is_not_asked_again_under_its_new_address():
    night = Night(
        {**SITE, "/alt": ("->", "/impressum", ["impressum", "Datenschutz > /datenschutz"])}
    )
    found = night.run(shows("Impressum > /alt"), {"impressum": IMPRESSUM})
    assert found.captures["impressum"].final_url == IMPRESSUM
    night = Night({"/alt": ("->", "/impressum", ["impressum", "Impressum > /impressum"])})
    night.run(shows("Impressum > /alt"))
    assert night.asked == [urljoin(HOME, "/alt")]


def test_the_same_home_page_at_every_address_is_no_impressum():
    night = Night({"/": ["home"], "/impressum": ["home"]})
    found = night.run(shows("Impressum > /impressum", "> https://stadt.de/"))
    assert found.paths["impressum"].shortest.ending == "home"
    assert found.pages["impressum"].page_type == "home"
    assert "impressum" not in found.unseen


def test_the_authority_s_own_site_is_preferred_to_those_of_others():
    partner = "https://partner.example/"
    night = Night(
        {
            **SITE,
            partner: ["home", "Impressum > https://partner.example/impressum"],
            "https://partner.example/impressum": ["impressum"],
        }
    )
    found = night.run(shows(f"> {partner}", "> https://stadt.de/"), domains=("stadt.de",))
    assert night.waves[0] == [HOME]
    assert found.site.url == HOME
    assert found.pages["impressum"].url == IMPRESSUM


def test_an_impressum_on_another_site_is_marked_as_such():
    partner = "https://partner.example/"
    web = {
        partner: ["home", "Impressum > https://partner.example/impressum"],
        "https://partner.example/impressum": ["impressum"],
    }
    found = Night(web).run(shows(f"> {partner}"), domains=("stadt.de",))
    assert found.paths["impressum"].shortest.other_site
    assert not Night(web).run(shows(f"> {partner}")).paths["impressum"].shortest.other_site


def test_a_bio_that_holds_the_details_is_the_page_where_there_is_no_other():
    bio = "Impressum: Stadt Musterhausen, Markt 1, 12345 Musterhausen, Tel. 0234 567890, info@stadt.de"
    found = Night({}).run(shows(bio=bio))
    assert found.paths["impressum"].accepted.clicks == 0
    assert "Markt 1" in found.pages["impressum"].visible[0].text
    found = Night(SITE).run(shows("Impressum > /impressum", bio=bio))
    assert found.pages["impressum"].url == IMPRESSUM


def test_a_mention_of_an_account_beside_an_address_is_no_way_to_get_in_touch():
    bio = "Rathaus, Markt 1, 12345 Musterhausen. Folgt @presse@stadt.social"
    assert Night({}).run(shows(bio=bio)).paths["impressum"].shortest is None


def test_netiquette_and_accessibility_statement_of_a_site_are_read():
    night = Night(
        {
            **SITE,
            "/": [
                *SITE["/"],
                "Erklärung zur Barrierefreiheit > /bf",
                "Netiquette > /regeln",
            ],
            "/bf": ["accessibility"],
            "/regeln": "timeout",
        }
    )
    found = night.run(website(night))
    assert night.waves == [[IMPRESSUM, PRIVACY, urljoin(HOME, "/regeln"), urljoin(HOME, "/bf")]]
    assert found.pages["accessibility"].url == urljoin(HOME, "/bf")
    assert found.unseen == {"netiquette": "not-reachable"}


def test_a_site_without_an_accessibility_statement_is_said_to_have_none():
    night = Night(SITE)
    assert night.run(website(night)).unseen["accessibility"] == "page-not-linked"
    walled = Night({"/": ["shell"]})
    assert walled.run(website(walled)).unseen["accessibility"] == "page-not-judgeable"
    assert "accessibility" not in Night(SITE).run(shows("> https://stadt.de/")).unseen


def test_a_page_is_read_once_by_the_reader_that_is_given():
    read: list[str] = []

    def reader(seen: Capture):
        read.append(seen.url)
        return read_capture(seen)

    night = Night(SITE)
    night.run(shows("> https://stadt.de/", "Impressum > /impressum"), read=reader)
    assert sorted(read) == sorted(night.asked)


def test_a_redirect_that_a_platform_puts_before_links_is_followed():
    night = Night({"https://l.facebook.com/x": ("->", IMPRESSUM, ["impressum"])})
    found = night.run(shows("Impressum > https://l.facebook.com/x"))
    assert found.pages["impressum"].url == IMPRESSUM


def test_what_the_registry_declares_is_preferred_to_the_impressum_of_another_site():
    web = {
        "https://partner.example/": ["home", "Impressum > https://partner.example/impressum"],
        "https://partner.example/impressum": ["impressum"],
        "/impressum": ["impressum"],
    }
    profile = shows("> https://partner.example/")
    found = Night(web).run(profile, {"impressum": IMPRESSUM}, domains=("stadt.de",))
    assert found.pages["impressum"].url == IMPRESSUM


def test_the_text_in_a_frame_is_the_page_that_rules_see():
    frame = "<title>Impressum</title><h1>Impressum</h1><iframe src=/text></iframe><a href=/datenschutz>Datenschutz</a>"
    night = Night({"/impressum": ("text/html", frame.encode()), "/text": ["impressum"]})
    found = night.run(shows("Impressum > /impressum"))
    page = found.pages["impressum"]
    assert page.url == IMPRESSUM
    assert any("12345" in line.text for line in page.visible)
    assert [link.href for link in page.labelled] == ["/datenschutz"]
    assert found.captures["impressum"].url == urljoin(HOME, "/text")


def test_a_page_that_only_names_itself_an_impressum_is_shown_as_another():
    heading = "<title>Impressum</title><h1>Impressum</h1>"
    notice = "<title>Datenschutz</title><h1>Datenschutzerklärung</h1>"
    night = Night({"/i": ("text/html", heading.encode()), "/d": ("text/html", notice.encode())})
    found = night.run(shows("Impressum > /i", "Datenschutz > /d"))
    for kind in ("impressum", "privacy"):
        assert found.pages[kind].page_type == "other"
        assert not found.pages[kind].uncertain


def test_an_impressum_four_clicks_away_is_found_and_counted():
    night = Night(
        {
            "/": ["home", "Über uns > /1"],
            "/1": ["other", "Kontakt > /2"],
            "/2": ["other", "Rechtliches > /3"],
            "/3": ["other", "Impressum > /impressum"],
            "/impressum": ["impressum"],
        }
    )
    paths = night.run(website(night)).paths["impressum"]
    assert (paths.shortest.clicks, paths.shortest.ending, paths.open) == (4, "confirmed", "")


def test_any_other_page_that_is_declared_is_read():
    night = Night({"/social": ["hub"], "/konzept": "timeout"})
    declared = {"overview": urljoin(HOME, "/social"), "concept": urljoin(HOME, "/konzept")}
    found = night.run(shows(), declared)
    assert found.pages["overview"].url == declared["overview"]
    assert found.captures["overview"].url == declared["overview"]
    assert found.unseen["concept"] == "not-reachable"
