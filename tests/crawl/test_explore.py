from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest

from linter.crawl.capture import Capture, Hop
from linter.crawl.explore import Exploration, Limits, explore
from linter.crawl.sight import read_capture
from linter.platforms.profile import Profile, ProfileLink, Unread, Wanted
from linter.text import CAUSES
from tests.pages.clicks.web_of_paths import HOME, html_of, link

if TYPE_CHECKING:
    from linter.crawl.asking import Ask

IMPRESSUM, PRIVACY = urljoin(HOME, "/impressum"), urljoin(HOME, "/datenschutz")
SITE: dict[str, Any] = {
    "/": ["home", "Impressum > /impressum", "Datenschutz > /datenschutz"],
    "/impressum": ["impressum", "Impressum > /impressum", "Datenschutz > /datenschutz"],
    "/datenschutz": ["privacy"],
}


def capture(path: str, what: Any) -> Capture:
    """An answer: a page, raw bytes with their type, a fault by its name, a redirect and a page."""
    url = urljoin(HOME, path)
    if isinstance(what, str):
        return Capture(url, url, 404 if what == "not_found" else None, what)
    final, hops, kind = url, (), "text/html; charset=utf-8"
    if isinstance(what, tuple) and what[0] == "->":
        final, what = urljoin(HOME, what[1]), what[2]
        hops = (Hop(url, 301, final, ""), Hop(final, 200, "", ""))
    if isinstance(what, tuple):
        kind, body = what
    else:
        body = html_of(what).encode()
    return Capture(
        url,
        final,
        200,
        hops=hops,
        headers={"content-type": kind},
        body=body,
        sha256=sha256(body).hexdigest(),
    )


class Night:
    """Answers asks from a small web and notes them, wave by wave."""

    def __init__(self, web: dict[str, Any]) -> None:
        self.told = {urljoin(HOME, path): capture(path, what) for path, what in web.items()}
        self.waves: list[list[str]] = []

    @property
    def asked(self) -> list[str]:
        return [url for wave in self.waves for url in wave]

    def get(self, ask: Ask) -> Capture:
        found = self.told.get(ask.url)
        return found or Capture(ask.url, ask.url, 404, "not_found")

    def run(self, profile: Profile | Unread, declared=None, **further: Any) -> Exploration:
        platform = profile.platform if isinstance(profile, Profile) else "x"
        domains = further.pop("domains", ())
        wanted = Wanted(platform, "stadt", domains=domains)
        reading = explore(wanted, profile, declared=declared or {}, **further)
        try:
            asks = next(reading)
            while True:
                self.waves.append([ask.url for ask in asks])
                asks = reading.send(tuple(self.get(ask) for ask in asks))
        except StopIteration as end:
            return end.value


def shows(*links: str, **further: Any) -> Profile:
    further = {"bio": "", "links": tuple(map(link, links)), **further}
    return Profile("mastodon", "stadt", "https://stadt.social/@stadt", **further)


def website(night: Night) -> Profile:
    return Profile("website", "stadt.de", HOME, seen=(night.told[HOME],))


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


def test_a_profile_that_could_not_be_read_leaves_its_ways_open_and_reads_what_is_declared():
    night = Night({"/i": ["impressum"]})
    found = night.run(Unread("login-wall"), {"impressum": urljoin(HOME, "/i")})
    assert found.pages["impressum"].url == urljoin(HOME, "/i")
    assert found.paths["impressum"].open == found.paths["privacy"].open == "login-wall"
    assert found.unseen == {"privacy": "login-wall", "netiquette": "login-wall"}


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        ("timeout", "not-reachable"),
        ("reset", "not-reachable"),
        ("dns_error", "not-reachable"),
        ("tls_error", "not-reachable"),
        ("server_error", "not-reachable"),
        ("rate_limited", "asked-to-wait"),
        ("redirect_loop", "not-reachable"),
        ("bad_encoding", "not-reachable"),
        ("robots_unreachable", "not-reachable"),
        ("forbidden", "login-wall"),
        ("client_error", "login-wall"),
        ("login_wall", "login-wall"),
        ("robots_disallowed", "robots"),
        ("address_refused", "address-refused"),
        ("budget_exhausted", "too-many-requests"),
        ("not_recorded", "not-in-recording"),
    ],
)
def test_a_fault_at_the_site_makes_nothing_missing(fault: str, cause: str):
    found = Night({"/": fault}).run(shows("> https://stadt.de/"))
    assert found.site is None
    assert found.pages == {}
    for kind in ("impressum", "privacy"):
        assert found.paths[kind].shortest is None
        assert found.paths[kind].open == found.unseen[kind] == cause
        assert cause in CAUSES
    assert [capture.fault for capture in found.faults] == [fault]


@pytest.mark.parametrize(
    "answer",
    [
        ("application/pdf", b"%PDF-1.7"),
        ("text/html", b"%PDF-1.7"),
        ("image/png", b"\x89PNG"),
        ("application/json", b"{}"),
    ],
)
def test_what_is_no_page_is_not_judged(answer: tuple[str, bytes]):
    found = Night({"/impressum": answer}).run(shows("Impressum > /impressum"))
    assert found.unseen["impressum"] == "page-not-judgeable"
    assert found.paths["impressum"].shortest.ending == "unreadable"
    assert found.captures["impressum"].url == IMPRESSUM


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


def test_pages_that_forward_for_ever_end():
    def forward(to: str) -> tuple[str, bytes]:
        return "text/html", f"<meta http-equiv=refresh content='0; url={to}'>".encode()

    night = Night({f"/{number}": forward(f"/{number + 1}") for number in range(40)})
    found = night.run(shows("Impressum > /0"))
    assert len(night.asked) <= Limits().requests
    assert found.paths["impressum"].open == "not-reachable"


def test_the_limit_of_requests_is_told_as_such():
    night = Night(SITE)
    found = night.run(shows("> https://stadt.de/"), limits=Limits(requests=1))
    assert night.asked == [HOME]
    assert found.unseen["impressum"] == "too-many-requests"
    assert found.paths["impressum"].shortest.ending == "unread"
    assert found.paths["impressum"].shortest.cause == "too-many-requests"


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


def test_links_that_are_not_shown_leave_everything_open():
    found = Night({}).run(shows(links=None))
    assert set(found.unseen.values()) == {"not-shown"}


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


def test_addresses_that_are_none_are_passed_over():
    found = Night({}).run(
        shows("Impressum > mailto:a@b.de", links=(ProfileLink("Impressum", "http://[::1"),)),
        {"impressum": "siehe Website", "netiquette": "https://"},
    )
    assert found.paths["impressum"].shortest is None
    assert found.declared == {}


def test_a_page_that_was_cut_off_leaves_open_what_it_does_not_show():
    night = Night({})
    body = html_of(["home"]).encode()
    cut = Capture(HOME, HOME, 200, headers={"content-type": "text/html"}, body=body, truncated=True)
    night.told[HOME] = cut
    found = night.run(website(night))
    assert found.paths["impressum"].open == "too-large"
    assert found.site is not None


def partial(path: str, what: list[str]) -> Capture:
    url = urljoin(HOME, path)
    body = html_of(what).encode()
    return Capture(url, url, 206, headers={"content-type": "text/html"}, body=body)


def test_what_an_impressum_lacks_may_stand_in_the_part_that_did_not_come():
    night = Night({})
    night.told[IMPRESSUM] = partial("/impressum", ["impressum"])
    found = night.run(shows("Impressum > /impressum"), {"impressum": IMPRESSUM})
    assert found.paths["impressum"].shortest is not None
    assert "impressum" not in found.pages
    assert found.unseen["impressum"] == "too-large"
    assert found.captures["impressum"].url == IMPRESSUM


@pytest.mark.parametrize(
    "url", ["https://www.facebook.com/stadt/about", "https://x.com/stadt", "https://fb.me/stadt"]
)
def test_a_platform_that_forbids_programs_is_not_asked_for_a_page(url: str):
    night = Night({url: ["other"]})
    found = night.run(shows(f"Impressum > {url}"), {"impressum": url, "netiquette": url})
    assert night.asked == []
    assert found.paths["impressum"].open == found.unseen["impressum"] == "platform-not-readable"
    assert found.unseen["netiquette"] == "platform-not-readable"
    assert "platform-not-readable" in CAUSES


def test_a_redirect_to_such_a_platform_is_not_judged_either():
    url = "https://www.facebook.com/stadt/about"
    night = Night({"/kurz": ("->", url, ["other"])})
    found = night.run(shows("Impressum > /kurz"))
    assert found.paths["impressum"].open == "platform-not-readable"


def test_a_redirect_that_a_platform_puts_before_links_is_followed():
    night = Night({"https://l.facebook.com/x": ("->", IMPRESSUM, ["impressum"])})
    found = night.run(shows("Impressum > https://l.facebook.com/x"))
    assert found.pages["impressum"].url == IMPRESSUM


def test_few_inline_frames_of_the_page_are_asked_for_and_the_rest_left_open():
    frames = "".join(f"<iframe src=/rahmen{number}></iframe>" for number in range(9))
    body = f"<h1>Rathaus</h1><p>{'Die Stadt informiert. ' * 40}</p>{frames}".encode()
    night = Night({"/": ("text/html", body)})
    found = night.run(website(night))
    assert len(night.asked) == 3
    assert found.paths["impressum"].open == "page-not-judgeable"


def test_a_site_whose_foot_a_script_builds_is_not_told_to_lack_a_statement():
    body = b"<h1>Rathaus</h1><site-footer></site-footer><script src=/foot.js></script>"
    night = Night({"/": ("text/html", body)})
    found = night.run(website(night))
    assert found.unseen["accessibility"] == "page-not-judgeable"


def test_what_the_registry_declares_is_preferred_to_the_impressum_of_another_site():
    web = {
        "https://partner.example/": ["home", "Impressum > https://partner.example/impressum"],
        "https://partner.example/impressum": ["impressum"],
        "/impressum": ["impressum"],
    }
    profile = shows("> https://partner.example/")
    found = Night(web).run(profile, {"impressum": IMPRESSUM}, domains=("stadt.de",))
    assert found.pages["impressum"].url == IMPRESSUM


def test_a_file_of_no_known_type_is_a_page_where_it_reads_like_one():
    page = html_of(["impressum"]).encode()
    for body, known in ((page, True), (bytes(range(256)) * 20, False)):
        night = Night({"/impressum": ("application/octet-stream", body)})
        found = night.run(shows("Impressum > /impressum"))
        assert ("impressum" in found.pages) is known
        assert found.paths["impressum"].shortest.good is known


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
