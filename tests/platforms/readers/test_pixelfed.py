"""Pixelfed: the interface where it is open, the actor where it is not."""

import json

import pytest

from linter.platforms.profile import ProfileLink, Wanted
from linter.platforms.readers.pixelfed import read, saved
from tests.platforms.readers.answers import Web, answer

HOST = "https://bilder.example.org"
LOOKUP = f"{HOST}/api/v1/accounts/lookup?acct=stadt"
ACTOR = f"{HOST}/users/stadt"
WANTED = Wanted("pixelfed", "stadt@bilder.example.org", domains=("musterhausen.de",))
RECORD = {
    "id": "1",
    "username": "stadt",
    "acct": "stadt",
    "display_name": "Stadt Musterhausen",
    "note": "Bilder der Stadt",
    "note_text": "Bilder der Stadt",
    "url": f"{HOST}/stadt",
    "website": "https://www.musterhausen.de/impressum",
    "followers_count": 5,
}
CARD = {
    "@context": "https://www.w3.org/ns/activitystreams",
    "id": ACTOR,
    "type": "Person",
    "preferredUsername": "stadt",
    "name": "Stadt Musterhausen",
    "summary": "Bilder der Stadt",
    "url": f"{HOST}/stadt",
}


def test_the_interface_shows_the_website():
    profile = Web({LOOKUP: answer(RECORD)}).read(read(WANTED))
    assert profile.links == (ProfileLink("", "https://www.musterhausen.de/impressum"),)
    assert not profile.more_links
    assert profile.handle == "stadt@bilder.example.org"
    assert profile.verification.state == "not_verified"


@pytest.mark.parametrize("status", [401, 403, 404])
def test_the_actor_does_not_show_the_website_so_none_is_missing(status):
    web = Web({LOOKUP: answer("", status=status), (ACTOR, "activity"): answer(CARD)})
    profile = web.read(read(WANTED))
    assert (profile.name, profile.bio) == ("Stadt Musterhausen", "Bilder der Stadt")
    assert profile.links == ()
    assert profile.more_links


def test_a_login_page_in_the_place_of_all_is_a_wall():
    wall = answer("", status=403)
    found = Web({LOOKUP: wall, ACTOR: wall, f"{HOST}/stadt": answer("<title>Login</title>")})
    assert found.read(read(WANTED)).cause == "login-wall"


def test_a_profile_that_no_way_shows_is_gone():
    found = Web({}).read(read(WANTED))
    assert (found.cause, found.fault) == ("profile-gone", "not_found")


def test_a_closed_account_is_gone():
    assert Web({ACTOR: answer("", status=410)}).read(read(WANTED)).cause == "profile-gone"


def test_a_fault_of_the_network_is_told_at_once():
    web = Web({LOOKUP: answer(fault="timeout")})
    assert web.read(read(WANTED)).cause == "not-reachable"
    assert len(web.asked) == 1


def test_a_server_under_the_authoritys_domain_speaks_for_itself():
    own = Wanted("pixelfed", "stadt@bilder.example.org", domains=("bilder.example.org",))
    seen = Web({LOOKUP: answer(RECORD)}).read(read(own)).verification
    assert (seen.state, seen.kind) == ("verified", "instance")


def test_saved_answers_are_read():
    assert saved(json.dumps(RECORD).encode(), WANTED).links
    assert saved(json.dumps(CARD).encode(), WANTED).more_links
    assert saved(b"{}", WANTED).cause == "profile-not-read"


def test_fields_of_a_server_that_has_them_are_part_of_the_profile():
    address = "Stadt Musterhausen, Markt 1, 12345 Musterhausen"
    rows = [
        {"name": "Impressum", "value": address},
        {"name": "Netiquette", "value": '<a href="https://stadt.example/n">stadt.example/n</a>'},
    ]
    profile = saved(json.dumps(RECORD | {"fields": rows}).encode(), WANTED)
    assert profile.impressum == address
    assert profile.words == f"{profile.bio}\nImpressum: {address}"
    assert ("Netiquette", "https://stadt.example/n") in [(x.label, x.url) for x in profile.links]
