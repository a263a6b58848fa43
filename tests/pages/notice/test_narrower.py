"""Whether a notice points to another one of the house for social media."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.notice.narrower import narrower

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
    return narrower(read_page(page.encode(), url=URL), platform)


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
