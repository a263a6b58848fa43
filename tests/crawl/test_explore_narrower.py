"""Which notices for social media are asked for beside a privacy notice, and when."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from linter.crawl.capture import Capture
from linter.crawl.limits import Limits
from linter.platforms.profile import Profile, Unread
from tests.crawl.exploring import PRIVACY, SITE, Night, shows
from tests.pages.clicks.web_of_paths import HOME, link

HTML = "text/html; charset=utf-8"
SOCIAL = "<p><a href='/social'>Datenschutzhinweise Social Media</a></p>"
HEAD = (
    "<p>Verantwortlich nach Art. 13 DSGVO ist die Stadt. Sie haben das Recht auf Auskunft, Berichtigung "
    "und Löschung und können sich bei der Aufsichtsbehörde beschweren.</p>"
)
ADDRESS = urljoin(HOME, "/social")
HIDDEN = Unread("login-wall")


def notice(text: str, title: str = "Datenschutzerklärung", head: str = "") -> tuple[str, bytes]:
    return HTML, f"<title>{title}</title>{head}<h1>{title}</h1>{HEAD}{text}".encode()


def web(text=SOCIAL, **more):
    return SITE | {"/datenschutz": notice(text)} | {f"/{path}": what for path, what in more.items()}


def declared(site, **further):
    night = Night(site)
    return night, night.run(HIDDEN, {"privacy": PRIVACY}, **further)


def test_it_is_asked_once_all_else_is_known():
    night = Night(web(social=notice("<p>Unsere Seiten.</p>", "Datenschutz Social Media")))
    found = night.run(shows("Impressum > /impressum", "Datenschutz > /datenschutz"))
    assert night.waves[-1] == [ADDRESS]
    assert night.asked.count(ADDRESS) == 1
    assert found.pages["narrower"].title == "Datenschutz Social Media"
    assert found.captures["narrower"].url == ADDRESS
    assert "narrower" not in found.unseen


def test_without_such_a_link_nothing_more_is_asked():
    night = Night(SITE)
    found = night.run(shows("Impressum > /impressum", "Datenschutz > /datenschutz"))
    plain, _ = declared(web(""))
    assert plain.waves == [[PRIVACY]]
    assert not [role for role in (*found.pages, *found.unseen) if role.startswith("narrower")]


@pytest.mark.parametrize("platform", ["website", "x"])
def test_a_website_is_no_account_in_a_network(platform):
    night = Night(web(social=notice("")))
    night.run(
        Profile(platform, "stadt", HOME, links=(link("Datenschutz > /datenschutz"),)),
        {"privacy": PRIVACY},
    )
    assert (ADDRESS in night.asked) == (platform == "x")


def test_that_for_the_platform_is_asked_before_that_for_all():
    links = SOCIAL + "<p><a href='/x'>Datenschutzhinweise für Twitter</a></p>"
    night, found = declared(web(links, x=notice(""), social=notice("")))
    assert night.waves == [[PRIVACY], [urljoin(HOME, "/x"), ADDRESS]]
    assert found.captures["narrower"].url == urljoin(HOME, "/x")
    assert found.captures["narrower-2"].url == ADDRESS


def test_no_more_than_three_are_asked_and_circles_end():
    around = {
        f"n{n}": notice(f"<a href='/n{n + 1}'>Datenschutz Social Media</a>") for n in range(9)
    }
    night, found = declared(web("<a href='/n0'>Datenschutz Social Media</a>", **around))
    assert night.asked == [PRIVACY, *(urljoin(HOME, f"/n{n}") for n in range(3))]
    circle = {
        "a": notice("<a href='/b'>Datenschutz Social Media</a>"),
        "b": notice("<a href='/a'>Datenschutz Social Media</a> <a href='/datenschutz'>Privacy Social Media</a>"),
    }  # fmt: skip
    night, found = declared(web("<a href='/a'>Datenschutz Social Media</a>", **circle))
    assert night.asked == [PRIVACY, urljoin(HOME, "/a"), urljoin(HOME, "/b")]
    assert {"narrower", "narrower-2"} < found.pages.keys()
    assert "narrower-3" not in found.pages


def test_the_limit_of_requests_holds():
    night, found = declared(web(social=notice("")), limits=Limits(requests=1))
    assert night.asked == [PRIVACY]
    assert found.unseen["narrower"] == "too-many-requests"


def test_a_page_of_a_network_is_not_asked():
    away = "<a href='https://www.facebook.com/ds'>Datenschutz in sozialen Netzwerken</a>"
    night, found = declared(web(away))
    assert night.asked == [PRIVACY]
    assert found.unseen["narrower"] == "platform-not-readable"


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        ("not_found", "page-not-linked"),
        ("forbidden", "login-wall"),
        ("robots_disallowed", "robots"),
        (("application/pdf", b"%PDF-1.7"), "page-not-judgeable"),
    ],
)
def test_why_it_was_not_read(answer, cause):
    _, found = declared(web(social=answer))
    assert found.unseen["narrower"] == cause
    assert found.captures["narrower"].url == ADDRESS
    assert "narrower" not in found.pages


def test_what_it_forwards_to_and_its_frames_are_read():
    frames = b"<title>Datenschutz</title><frameset><frame src='/inner'></frameset>"
    head = "<meta http-equiv='refresh' content='0; url=/framed'>"
    site = web(
        social=notice("", head=head),
        framed=(HTML, frames),
        inner=notice("<p>Unsere Seite auf Facebook.</p>", "Datenschutz Social Media"),
    )
    _, found = declared(site)
    assert "Unsere Seite auf Facebook." in [line.text for line in found.pages["narrower"].visible]


def test_a_part_of_it_is_not_shown():
    night = Night(web(social=notice("")))
    whole = night.told[ADDRESS]
    night.told[ADDRESS] = Capture(
        ADDRESS, ADDRESS, 206, headers=whole.headers, body=whole.body, sha256=whole.sha256
    )
    found = night.run(HIDDEN, {"privacy": PRIVACY})
    assert found.unseen["narrower"] == "too-large"
    night.told[ADDRESS] = Capture(
        ADDRESS, ADDRESS, 200, headers=whole.headers, body=whole.body, truncated=True
    )
    found = night.run(HIDDEN, {"privacy": PRIVACY})
    assert "narrower" in found.pages
    assert found.captures["narrower"].truncated
