"""Whether a notice points to another one of the house for social media."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.notice.narrower import about, pointed_to
from linter.pages.notice.pointing import may_point

URL = "https://www.bergheide.example/datenschutz"
POINTS = [
    "<p><a href='/sm'>Datenschutzhinweise für soziale Medien</a></p>",
    "<p><a href='/sm'>Datenschutz Social Media</a></p>",
    "<p><a href='/fb.pdf'>Facebook-Datenschutzerklärung</a></p>",
    "<p>Die Datenschutzhinweise zu unserer Facebook-Seite finden Sie <a href='/fb'>hier</a>.</p>",
    "<nav><a href='/sm'>Privacy Social Media</a></nav>",
    "<nav><a href='/sm' aria-label='Datenschutz in sozialen Netzwerken'></a></nav>",
    "<p><a href='https://social.land.example/ds'>Datenschutz Social Media</a></p>",
    "<h2>Weitere Datenschutzinformationen</h2><ul><li><a href='/fb'>Facebook</a></li></ul>",
    "<p><a href='https://ds.bergheide.example/'>Datenschutz Facebook</a></p>",
    "<a href='/sm'><img src='a.png' alt='Datenschutz Social Media'></a>",
    "<a href='/sm'><svg role='img'><title>Datenschutz Social Media</title></svg></a>",
    "<map><area href='/sm' alt='Datenschutz Social Media'></map>",
    "Stadt<br>Zum Datenschutz in sozialen Medien siehe <a href='/sm'>unsere <b>eigene</b> Seite</a>.<br>",
    "<p>Für den Datenschutz auf <b>Facebook</b> gilt <em>unsere <a href='/fb'>weitere Erklärung</a></em>.</p>",
    "<table><tr><td>Datenschutz bei Facebook: siehe <a href='/fb'>dort</a></td></tr></table>",
]
POINTS_NOT = [
    "<p><a href='https://www.facebook.com/policy'>Datenschutzerklärung von Facebook</a></p>",
    "<p>Zum Datenschutz bei Facebook siehe <a href='https://www.facebook.com/policy'>dort</a>.</p>",
    "<p><a href='#sm'>Datenschutz Social Media</a></p>",
    f"<p><a href='{URL}'>Datenschutz Social Media</a></p>",
    "<p><a href='/li'>Datenschutzhinweise LinkedIn</a></p>",
    "<footer><a href='/datenschutz'>Datenschutz</a> <a href='/sm'>Social Media</a></footer>",
    "<p><a href='/sm'>Social Media</a></p>",
    "<p>Zum Datenschutz bei Facebook siehe unser <a href='/impressum'>Impressum</a>.</p>",
    "<p hidden><a href='/sm'>Datenschutz Social Media</a></p>",
]


def pointing(body: str, platform: str = "facebook") -> bool:
    page = f"<title>Datenschutz</title><h1>Datenschutzerklärung</h1>{body}"
    return bool(pointed_to(read_page(page.encode(), url=URL), platform))


@pytest.mark.parametrize("body", POINTS)
def test_a_link_to_a_notice_for_social_media_or_the_platform(body):
    assert pointing(body)


@pytest.mark.parametrize("body", POINTS_NOT)
def test_policies_of_networks_menus_and_other_platforms_are_no_such_notice(body):
    assert not pointing(body)


def test_the_names_of_platforms_in_their_spellings():
    said = "<p><a href='/a'>Datenschutz {}</a></p>"
    for platform, name in (
        ("youtube", "You Tube"),
        ("x", "auf X"),
        ("x", "Twitter"),
        ("xing", "XING"),
    ):
        assert pointing(said.format(name), platform)
        assert not pointing(said.format(name), "flickr")


def read(body: str, url: str = URL):
    return read_page(f"<title>Datenschutz</title><h1>Datenschutz</h1>{body}".encode(), url=url)


def test_each_address_once_and_that_for_the_platform_first():
    page = read(
        "<nav><a href='/sm'>Datenschutz Social Media</a></nav><p><a href='/fb'>Datenschutz Facebook</a>"
        "<a href='/sm#top'>Privacy Social Media</a> <a href='/yt'>Datenschutz YouTube</a></p>"
    )
    assert [one.url.rpartition("/")[2] for one in pointed_to(page, "facebook")] == ["fb", "sm"]
    assert [one.url.rpartition("/")[2] for one in pointed_to(page, "youtube")] == ["yt", "sm"]
    assert [one.text for one in pointed_to(page, "xing")] == ["Datenschutz Social Media"]


def test_a_notice_in_markdown_points_as_well():
    source = "# Datenschutz\n\nVerantwortlich ist die Stadt.\n\n[Datenschutz Social Media](/sm)\n"
    page = read_page(source.encode(), url=URL, content_type="text/markdown")
    assert pointed_to(page, "facebook")


LONG = "<p>Die Stadt verarbeitet Angaben aus Anträgen nur dafür.</p>" * 30
MENU = (
    LONG
    + "<nav><a href='/'>Start</a> <a href='/rathaus'>Rathaus</a> <a href='/sport'>Sport</a></nav>"
    + LONG
)
POLICY = (
    "<h2>Facebook</h2><p>Wir betreiben eine Seite auf Facebook. Die Datenschutzerklärung von Facebook finden Sie unter "
    "<a href='https://www.facebook.com/policy'>facebook.com/policy</a>.</p>"
)


def test_most_notices_need_not_be_read_line_by_line_for_it():
    assert not may_point(read(MENU + "<p>Wir löschen Protokolle nach sieben Tagen.</p>"))
    assert not may_point(read(MENU + POLICY))
    assert may_point(read(MENU + POLICY.replace("https://www.facebook.com/policy", "/fb")))


@pytest.mark.parametrize(
    ("text", "platform", "said"),
    [
        ("<p>Wir betreiben Seiten auf Facebook und Instagram.</p>", "instagram", True),
        ("<p>Wir betreiben Seiten auf Facebook und Instagram.</p>", "youtube", False),
        ("<p>Wir betreiben Profile in sozialen Netzwerken.</p>", "youtube", True),
        ("<p>In sozialen Netzwerken sind wir etwa auf Facebook vertreten.</p>", "youtube", None),
        ("<h2>Soziale Netzwerke</h2><p>Wir betreiben eine Seite auf Facebook.</p>", "youtube", False),
        ("<p>Wir betreiben eine Seite auf Facebook.</p>", "threads", None),
        ("<p>Unser Profil auf Twitter.</p>", "x", True),
        ("<p>Wir betreiben ein Profil auf X (vormals Twitter).</p>", "x", True),
        ("<p>Wir betreiben eine Seite auf Facebook.</p>", "acme", None),
    ],
)  # fmt: skip
def test_what_a_notice_for_social_media_is_about(text, platform, said):
    assert about(read(text), platform) is said
