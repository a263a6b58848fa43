"""Mastodon: ways that contradict each other, and answers that are another account's."""

import json

import pytest

from linter.platforms.profile import Unread, Wanted
from linter.platforms.readers import mastodon, pixelfed
from linter.web_faults import NO_PROFILE
from tests.platforms.readers.answers import Led, answer
from tests.platforms.readers.mastodon_answers import (
    FINGER,
    HOST,
    LOOKUP,
    WANTED,
    account,
    actor,
    finger,
)

NEW = "https://neu.example.net"
AWAY = {LOOKUP: f"{NEW}/api/v1/accounts/lookup?acct=stadt"}
DENIED = answer({"error": "Record not found"}, status=404)
PAGE = f"{HOST}/@stadt"
TEXT = "<title>Stadt Musterhausen</title><h1>Stadt Musterhausen</h1><p>Neues aus dem Rathaus.</p>"
SHELL = "<html><body><div id=root></div><script src=a.js></script></body>"


def found(answers, led=None, wanted=WANTED):
    return Led(answers, led).read(mastodon.read(wanted))


def acting(**changes):
    return {FINGER: finger(), (f"{HOST}/users/stadt", "activity"): answer(actor(**changes))}


@pytest.mark.parametrize("said", [DENIED, answer("", status=410), answer("", status=501)])
def test_an_account_that_webfinger_knows_is_read_there(said):
    profile = found({LOOKUP: said, **acting()})
    assert (profile.handle, profile.name) == ("stadt@social.example.org", "Stadt Musterhausen")
    assert profile.seen[0].url == f"{HOST}/users/stadt"


def test_a_page_that_speaks_where_the_interface_denies_leaves_it_open():
    assert found({LOOKUP: DENIED, PAGE: answer(TEXT)}).cause == "profile-not-read"
    assert found({LOOKUP: DENIED, PAGE: answer(SHELL)}).cause == "profile-gone"


def test_only_the_interface_denies_an_account_whose_page_is_there():
    closed = answer({"error": "This method requires an authenticated user"}, status=401)
    shut = found({LOOKUP: closed, FINGER: DENIED, PAGE: answer(SHELL)})
    assert (shut.cause, shut.fault) == ("login-wall", "forbidden")
    half = answer('{"id": "1", "usern', kind="application/json")
    assert found({LOOKUP: half, FINGER: DENIED, PAGE: answer(SHELL)}).cause == "profile-not-read"


def test_a_status_is_told_of_the_page_only_where_the_page_has_it():
    (alone,) = found({LOOKUP: DENIED, PAGE: answer(SHELL)}).seen
    (as_the_page,) = found({LOOKUP: DENIED}).seen
    assert (alone.url, as_the_page.url) == (LOOKUP, LOOKUP)
    assert (alone.detail, as_the_page.detail) == (NO_PROFILE, "")


def test_a_denial_while_webfinger_is_silent_is_no_proof():
    unread = found({LOOKUP: DENIED, FINGER: answer(fault="timeout")})
    assert (unread.cause, unread.fault) == ("not-reachable", "timeout")


def test_a_server_without_the_interface_is_not_disturbed():
    gone = found({LOOKUP: answer("", status=501)})
    assert gone.cause == "profile-gone"
    web = Led({LOOKUP: answer("", status=501), **acting()})
    wanted = Wanted("pixelfed", WANTED.handle)
    assert web.read(pixelfed.read(wanted)).name == "Stadt Musterhausen"


def test_a_look_up_that_leads_to_a_page_that_is_not_there_says_so():
    gone = found({LOOKUP: answer({}, status=404)}, AWAY)
    assert (gone.cause, gone.fault) == ("profile-gone", "not_found")


def test_an_account_shown_by_another_instance_has_the_name_it_has_there():
    told = account(url=f"{NEW}/@stadt", uri=f"{NEW}/users/stadt")
    profile = found({LOOKUP: answer(told)}, AWAY)
    assert profile.handle == "stadt@neu.example.net"


def test_an_account_whose_own_host_says_that_it_lives_there_keeps_its_name():
    told = account(url=f"{NEW}/@stadt", uri=f"{NEW}/users/stadt")
    profile = found({LOOKUP: answer(told), FINGER: finger(host=NEW)}, AWAY)
    assert profile.handle == "stadt@social.example.org"
    near = {LOOKUP: LOOKUP.replace("social.", "www.social.")}
    assert found({LOOKUP: answer(account())}, near).handle == "stadt@social.example.org"


@pytest.mark.parametrize(
    ("asked", "cause"),
    [
        (answer(fault="timeout"), "not-reachable"),
        (answer("", status=403), "login-wall"),
        (answer("<h1>Willkommen</h1>"), "profile-not-read"),
    ],
)
def test_whose_account_another_instance_shows_is_open_while_webfinger_says_nothing(asked, cause):
    unread = found({LOOKUP: answer(account()), FINGER: asked}, AWAY)
    assert isinstance(unread, Unread)
    assert unread.cause == cause


@pytest.mark.parametrize(
    ("acct", "read"),
    [
        ("stadt", True),
        ("stadt@social.example.org", True),
        ("stadt@example.org", True),
        ("stadt@localhost:8001", True),
        ("stadt@boese.example.net", False),
    ],
)
def test_an_answer_about_an_account_of_another_host_shows_nothing_of_this_one(acct, read):
    profile = found({LOOKUP: answer(account(acct=acct))})
    kept = mastodon.saved(json.dumps(account(acct=acct)).encode(), WANTED)
    for one in (profile, kept):
        assert getattr(one, "handle", one) == ("stadt@social.example.org" if read else one)
        assert isinstance(one, Unread) is not read


def test_an_actor_of_another_name_is_told_by_that_name():
    profile = found({LOOKUP: answer("", status=401), **acting(preferredUsername="jemand")})
    assert profile.handle == "jemand@social.example.org"
    profile = found({LOOKUP: answer("", status=401), **acting(preferredUsername="Stadt")})
    assert profile.handle == "stadt@social.example.org"


def test_a_page_that_another_host_shows_is_nobodys():
    shut = answer("", status=401)
    head = '<meta property="og:title" content="Stadt (@stadt@neu.example.net)">'
    answers = {LOOKUP: shut, FINGER: shut, PAGE: answer(head)}
    assert found(answers).handle == "stadt@social.example.org"
    assert found(answers, {PAGE: f"{NEW}/@stadt"}).cause == "profile-not-read"
