"""PeerTube: accounts and channels of one name, and servers that are the authority's own."""

import json

import pytest

from linter.platforms.profile import ProfileLink, Wanted
from linter.platforms.readers.peertube import read, saved
from tests.platforms.readers.answers import Web, answer

HOST = "https://video.example.org"
ACCOUNT = f"{HOST}/api/v1/accounts/stadt"
CHANNEL = f"{HOST}/api/v1/video-channels/stadt"
WANTED = Wanted("peertube", "stadt@video.example.org", domains=("musterhausen.de",))
NOT_FOUND = {
    "type": "about:blank",
    "title": "Not Found",
    "detail": "Account not found",
    "status": 404,
}


def record(**changes):
    return {
        "id": 3,
        "url": f"{HOST}/accounts/stadt",
        "name": "stadt",
        "host": "video.example.org",
        "displayName": "Stadt Musterhausen",
        "description": "Videos der **Stadt**.\n[Impressum](https://www.musterhausen.de/impressum)",
        "avatars": [],
        "followersCount": 12,
        "createdAt": "2020-01-01T00:00:00.000Z",
    } | changes


def test_what_stands_under_support_is_part_of_what_a_channel_says():
    said = "Impressum: Stadt Musterhausen, Markt 1, 12345 Musterhausen"
    profile = saved(json.dumps(record(support=said)).encode(), WANTED)
    assert profile.words == f"{profile.bio}\n{said}"
    link = saved(json.dumps(record(support="https://www.musterhausen.de/")).encode(), WANTED)
    assert link.words == link.bio


def test_an_account_is_read_with_one_request():
    web = Web({ACCOUNT: answer(record())})
    profile = web.read(read(WANTED))
    assert web.urls == [ACCOUNT]
    assert web.asked[0].api
    assert (profile.handle, profile.name) == ("stadt@video.example.org", "Stadt Musterhausen")
    assert profile.bio.startswith("Videos der **Stadt**.")
    assert profile.links == (ProfileLink("Impressum", "https://www.musterhausen.de/impressum"),)
    assert profile.verification.state == "not_verified"


def test_a_channel_is_found_where_no_account_has_the_name():
    web = Web(
        {
            ACCOUNT: answer(NOT_FOUND, status=404),
            CHANNEL: answer(
                record(
                    url=f"{HOST}/video-channels/stadt",
                    description=None,
                    support="Datenschutz: https://www.musterhausen.de/datenschutz",
                )
            ),
        }
    )
    profile = web.read(read(WANTED))
    assert profile.bio == ""
    assert profile.links == (ProfileLink("Datenschutz", "https://www.musterhausen.de/datenschutz"),)
    assert all(capture.ok for capture in profile.seen)


def test_the_address_in_the_registry_tells_that_it_is_a_channel():
    web = Web({CHANNEL: answer(record())})
    web.read(read(Wanted("peertube", "stadt", url=f"{HOST}/c/stadt/videos")))
    assert web.urls == [CHANNEL]


def test_a_server_under_the_authoritys_domain_speaks_for_itself():
    own = Wanted("peertube", "stadt@video.example.org", domains=("example.org",))
    seen = Web({ACCOUNT: answer(record())}).read(read(own)).verification
    assert (seen.state, seen.kind) == ("verified", "instance")


def test_neither_account_nor_channel_means_gone():
    gone = answer(NOT_FOUND, status=404, kind="application/problem+json")
    found = Web({ACCOUNT: gone, CHANNEL: gone}).read(read(WANTED))
    assert (found.cause, found.fault) == ("profile-gone", "not_found")


def test_a_host_without_the_interface_is_asked_for_its_page():
    page = answer('<meta property="og:title" content="Stadt (@stadt@video.example.org)">')
    web = Web({f"{HOST}/a/stadt": page})
    assert web.read(read(WANTED)).name == "Stadt"


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        (answer(fault="timeout"), "not-reachable"),
        (answer("", status=403), "login-wall"),
        (answer("<html>"), "profile-gone"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_cause(said, cause):
    assert Web({ACCOUNT: said, CHANNEL: said}).read(read(WANTED)).cause == cause


def test_a_saved_answer_is_read():
    assert saved(json.dumps(record()).encode(), WANTED).name == "Stadt Musterhausen"
    assert saved(b"[]", WANTED).cause == "profile-not-read"
