"""A real WordPress, read over TLS as the website of an authority."""

import json

import pytest

from linter.pages.read import read_page
from linter.platforms.profile import Profile, Unread, Wanted
from linter.platforms.readers.website import accounts_linked, read
from tests.servers.cache import installed
from tests.servers.running import Front
from tests.servers.wordpress import NAME, WordPress

HOST = "www.musterhausen.example"
CHANNELS = (
    '<p>Wir sind auf <a href="https://social.example.org/@stadt" rel="me">Mastodon</a>, '
    '<a href="https://x.com/musterhausen">X</a> und '
    '<a href="https://www.facebook.com/sharer/sharer.php?u=x">teilen</a>.</p>'
)
PAGES = [
    {"slug": "start", "title": "Startseite", "content": CHANNELS},
    {"slug": "impressum", "title": "Impressum", "content": "<p>Stadt Musterhausen, Markt 1</p>"},
]

pytestmark = [
    pytest.mark.servers,
    pytest.mark.skipif(
        not installed(NAME),
        reason="wordpress is not installed: python -m tests.servers.install wordpress",
    ),
]


@pytest.fixture(scope="module")
def front(tmp_path_factory):
    """The site behind TLS."""
    server = WordPress(HOST, "Stadt Musterhausen", "Amtliche Nachrichten", json.dumps(PAGES))
    try:
        server.start()
        with Front({HOST: server.port}, tmp_path_factory.mktemp("front")) as front:
            yield front
    finally:
        server.stop()


def test_the_front_page_is_the_profile(front, over):
    profile = over(read(Wanted("website", HOST, domains=("musterhausen.example",))), front)
    assert isinstance(profile, Profile)
    assert (profile.handle, profile.url) == (HOST, f"https://{HOST}/")
    assert "Stadt Musterhausen" in profile.name
    assert (profile.verification.state, profile.verification.kind) == ("verified", "domain")
    (capture,) = profile.seen
    page = read_page(capture.body, url=capture.final_url, content_type=capture.content_type)
    assert [(name, handle) for name, handle, _ in accounts_linked(page)] == [
        ("mastodon", "stadt@social.example.org"),
        ("x", "musterhausen"),
    ]


def test_a_page_that_is_not_there_is_gone(front, over):
    wanted = Wanted("website", HOST, url=f"https://{HOST}/?page_id=9999")
    found = over(read(wanted), front)
    assert isinstance(found, Unread)
    assert (found.cause, found.fault) == ("profile-gone", "not_found")
