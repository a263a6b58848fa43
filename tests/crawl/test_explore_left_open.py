"""What could not be seen leaves open what it might have shown."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from linter.crawl.capture import Capture
from linter.crawl.explore import Limits
from linter.platforms.profile import ProfileLink, Unread
from linter.text import CAUSES
from tests.crawl.exploring import IMPRESSUM, SITE, Night, partial, shows, website
from tests.pages.clicks.web_of_paths import HOME, html_of


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


def test_links_that_are_not_shown_leave_everything_open():
    found = Night({}).run(shows(links=None))
    assert set(found.unseen.values()) == {"not-shown"}


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


def test_a_file_of_no_known_type_is_a_page_where_it_reads_like_one():
    page = html_of(["impressum"]).encode()
    for body, known in ((page, True), (bytes(range(256)) * 20, False)):
        night = Night({"/impressum": ("application/octet-stream", body)})
        found = night.run(shows("Impressum > /impressum"))
        assert ("impressum" in found.pages) is known
        assert found.paths["impressum"].shortest.good is known
