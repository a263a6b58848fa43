"""Bluesky: the network's view, verification, and the handle followed to the identity and back."""

import json
from datetime import date

import pytest

from linter.platforms.profile import Profile, ProfileLink, Unread, Wanted
from linter.platforms.readers.bluesky import read, saved
from tests.platforms.readers.answers import Web, answer
from tests.platforms.readers.bluesky_answers import (
    DID,
    DIRECTORY,
    FEED,
    HANDLE,
    KNOWN,
    PROFILE,
    RENTED,
    RENTED_PROFILE,
    RESOLVE,
    UNRESOLVED,
    WANTED,
    XRPC,
    badge,
    identity,
    view,
    whole,
)


def test_a_profile_is_read_from_the_networks_public_view():
    web = Web(whole())
    profile = web.read(read(WANTED))
    assert isinstance(profile, Profile)
    assert profile.handle == HANDLE
    assert profile.url == f"https://bsky.app/profile/{HANDLE}"
    assert profile.name == "Stadt Musterhausen"
    assert profile.bio.splitlines()[0] == "Hier informiert die Pressestelle."
    assert profile.links == (
        ProfileLink("", "https://www.musterhausen.de/"),
        ProfileLink("Impressum", "https://musterhausen.de/impressum"),
    )
    assert profile.last_post == date(2026, 11, 19)
    assert profile.seen[0].url == PROFILE
    assert all(ask.api for ask in web.asked)


def test_a_handle_under_the_authoritys_domain_is_proven_both_ways():
    web = Web(whole())
    seen = web.read(read(WANTED)).verification
    assert (seen.state, seen.kind) == ("verified", "domain")
    assert KNOWN in web.urls
    assert DIRECTORY in web.urls
    assert RESOLVE not in web.urls


def test_without_a_file_at_the_domain_the_networks_resolver_is_asked():
    web = Web(whole(**{KNOWN: answer("", status=404), RESOLVE: answer({"did": DID})}))
    seen = web.read(read(WANTED)).verification
    assert (seen.state, seen.kind) == ("verified", "domain")
    assert seen.note == "the network resolves the handle"


@pytest.mark.parametrize(
    "changes",
    [
        {KNOWN: answer("did:plc:zzzzzzzzzzzzzzzzzzzzzzzz", kind="text/plain")},
        {DIRECTORY: identity("at://anders.musterhausen.de", f"at://{HANDLE}")},
        {DIRECTORY: identity("https://musterhausen.de")},
        {
            KNOWN: answer("", status=404),
            RESOLVE: answer(
                {"error": "InvalidRequest", "message": "Unable to resolve handle"}, status=400
            ),
        },
    ],
)
def test_a_handle_and_an_identity_that_do_not_name_each_other_prove_nothing(changes):
    seen = Web(whole(**changes)).read(read(WANTED)).verification
    assert (seen.state, seen.kind) == ("not_verified", "domain")


@pytest.mark.parametrize(
    "changes",
    [
        {DIRECTORY: answer(fault="timeout")},
        {KNOWN: answer(fault="tls_error"), RESOLVE: answer(fault="timeout")},
        {KNOWN: answer(fault="tls_error"), RESOLVE: answer("<h1>busy</h1>", status=400)},
        {
            KNOWN: answer(fault="tls_error"),
            RESOLVE: answer({"error": "UpstreamFailure"}, status=400),
        },
        {KNOWN: answer("<html>Willkommen</html>"), RESOLVE: answer(fault="rate_limited")},
        {KNOWN: answer("", status=503, fault="server_error"), RESOLVE: UNRESOLVED},
        {KNOWN: answer(fault="robots_disallowed"), RESOLVE: UNRESOLVED},
    ],
)
def test_what_could_not_be_asked_leaves_the_proof_open(changes):
    profile = Web(whole(**changes)).read(read(WANTED))
    assert profile.verification.state == "unknown"
    assert all(capture.ok for capture in profile.seen)


def test_a_page_in_the_place_of_the_identity_file_is_no_answer():
    changes = {KNOWN: answer("<html>Willkommen</html>"), RESOLVE: answer({"did": DID})}
    assert Web(whole(**changes)).read(read(WANTED)).verification.state == "verified"


def test_an_identity_at_a_domain_of_its_own_is_asked_there():
    did = "did:web:musterhausen.de"
    web = Web(
        {
            PROFILE: answer(view(did=did)),
            KNOWN: answer(did, kind="text/plain"),
            "https://musterhausen.de/.well-known/did.json": identity(),
        }
    )
    assert web.read(read(WANTED)).verification.state == "verified"


def test_the_networks_badge_counts_without_a_domain():
    said = view(handle="musterhausen.bsky.social", verification=badge("valid"))
    seen = Web({RENTED_PROFILE: answer(said)}).read(read(RENTED)).verification
    assert (seen.state, seen.kind, seen.on) == ("verified", "badge", date(2025, 6, 1))


def test_a_trusted_verifier_is_verified():
    said = view(
        handle="musterhausen.bsky.social",
        verification=badge("none", trustedVerifierStatus="valid", verifications=[]),
    )
    seen = Web({RENTED_PROFILE: answer(said)}).read(read(RENTED)).verification
    assert (seen.state, seen.kind) == ("verified", "trusted-verifier")


def test_a_badge_lost_by_renaming_is_none():
    said = view(handle="musterhausen.bsky.social", verification=badge("invalid"))
    seen = Web({RENTED_PROFILE: answer(said)}).read(read(RENTED)).verification
    assert seen.state == "not_verified"
    assert "changed since" in seen.note


def test_a_rented_handle_without_a_badge_is_not_verified_with_two_requests():
    web = Web({RENTED_PROFILE: answer(view(handle="musterhausen.bsky.social"))})
    assert web.read(read(RENTED)).verification.state == "not_verified"
    assert web.urls == [RENTED_PROFILE, FEED]


def test_a_domain_nobody_knows_to_be_the_authoritys_leaves_it_open():
    elsewhere = Wanted("bluesky", HANDLE, domains=("andere.de",))
    seen = Web(whole()).read(read(elsewhere)).verification
    assert (seen.state, seen.kind) == ("unknown", "domain")


def test_a_broken_handle_is_told():
    web = Web(whole(**{PROFILE: answer(view(handle="handle.invalid"))}))
    profile = web.read(read(WANTED))
    assert profile.handle == "handle.invalid"
    assert profile.url == f"https://bsky.app/profile/{DID}"
    assert profile.verification.state == "not_verified"


def test_an_identity_may_stand_in_the_registry_in_place_of_a_handle():
    wanted = Wanted("bluesky", DID, domains=("musterhausen.de",))
    web = Web(whole(**{f"{XRPC}/app.bsky.actor.getProfile?actor={DID}": answer(view())}))
    profile = web.read(read(wanted))
    assert profile.handle == HANDLE
    assert profile.verification.state == "verified"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"error": "InvalidRequest", "message": "Profile not found"}, 400),
        ({"error": "AccountDeactivated", "message": "Account is deactivated"}, 400),
        ({"error": "AccountTakedown", "message": "Account has been suspended"}, 400),
    ],
)
def test_a_profile_that_is_gone_is_told_in_words(said, status):
    found = Web({PROFILE: answer(said, status=status)}).read(read(WANTED))
    assert isinstance(found, Unread)
    assert (found.cause, found.fault) == ("profile-gone", "not_found")
    assert found.seen[0].fault == "not_found"


@pytest.mark.parametrize(
    ("said", "cause", "fault"),
    [
        (
            answer({"error": "InvalidRequest", "message": "x"}, status=400),
            "login-wall",
            "client_error",
        ),
        (answer({"error": "UpstreamFailure"}, status=400), "not-reachable", "server_error"),
        (answer("<h1>404</h1>", status=404), "profile-not-read", ""),
        (answer(fault="timeout"), "not-reachable", "timeout"),
        (answer("", status=429), "asked-to-wait", "rate_limited"),
        (answer("", status=403), "login-wall", "forbidden"),
        (answer("<html>"), "profile-not-read", ""),
        (answer({"did": "did:plc:short", "handle": "x.de"}), "profile-not-read", ""),
    ],
)
def test_what_is_no_profile_is_never_taken_for_one_that_is_gone(said, cause, fault):
    found = Web({PROFILE: said}).read(read(WANTED))
    assert (found.cause, found.fault) == (cause, fault)


def test_an_account_that_hides_from_visitors_is_left_alone():
    labels = [{"src": DID, "uri": "at://x", "val": "!no-unauthenticated"}]
    assert Web({PROFILE: answer(view(labels=labels))}).read(read(WANTED)).cause == "login-wall"


def test_a_label_of_someone_else_hides_nothing():
    labels = [{"src": "did:plc:zzzzzzzzzzzzzzzzzzzzzzzz", "val": "!no-unauthenticated"}]
    assert isinstance(
        Web(whole(**{PROFILE: answer(view(labels=labels))})).read(read(WANTED)), Profile
    )


@pytest.mark.parametrize(
    "handle", ["", "stadt", "handle.invalid", "a b.de", "x.de&actor=y", "did:key:z6Mk", "ä.de"]
)
def test_what_can_be_no_handle_is_asked_nowhere(handle):
    web = Web({})
    assert web.read(read(Wanted("bluesky", handle))).cause == "profile-not-read"
    assert web.asked == []


def test_capitals_and_an_at_sign_make_no_other_handle():
    web = Web(whole())
    assert web.read(read(Wanted("bluesky", "@Presse.Musterhausen.DE"))).handle == HANDLE


def test_without_a_feed_the_last_post_is_untold():
    assert Web(whole(**{FEED: answer(fault="timeout")})).read(read(WANTED)).last_post is None


def test_a_repost_is_a_sign_of_life():
    feed = {
        "feed": [
            {
                "post": {"indexedAt": "2020-01-01T00:00:00Z"},
                "reason": {"indexedAt": "2026-11-01T00:00:00Z"},
            }
        ]
    }
    assert Web(whole(**{FEED: answer(feed)})).read(read(WANTED)).last_post == date(2026, 11, 1)


def test_a_saved_answer_is_read_without_following_the_domain():
    profile = saved(json.dumps(view()).encode(), WANTED)
    assert profile.name == "Stadt Musterhausen"
    assert profile.verification.state == "unknown"


def test_a_saved_page_tells_its_head():
    page = (
        f'<meta property="og:title" content="Stadt Musterhausen (@{HANDLE})">'
        '<meta property="og:description" content="Impressum: musterhausen.de/impressum">'
    )
    profile = saved(page.encode(), WANTED)
    assert (profile.handle, profile.name) == (HANDLE, "Stadt Musterhausen")
    assert profile.links == (ProfileLink("Impressum", "https://musterhausen.de/impressum"),)
    assert profile.verification.state == "unknown"


@pytest.mark.parametrize(
    ("fault", "cause"), [("server_error", "not-reachable"), ("robots_disallowed", "robots")]
)
def test_a_domain_that_could_not_be_asked_is_the_cause(fault, cause):
    web = Web(whole(**{KNOWN: answer(fault=fault), RESOLVE: UNRESOLVED}))
    assert web.read(read(WANTED)).verification.cause == cause


def test_the_networks_resolver_proves_a_handle_whose_domain_is_down():
    web = Web(whole(**{KNOWN: answer(fault="timeout"), RESOLVE: answer({"did": DID})}))
    assert web.read(read(WANTED)).verification.state == "verified"


def test_a_short_view_that_was_saved_does_not_tell_what_it_lacks():
    short = {"did": DID, "handle": HANDLE}
    profile = saved(json.dumps(short).encode(), WANTED)
    assert (profile.name, profile.bio, profile.links) == (None, None, None)
    profile = saved(json.dumps(short | {"followersCount": 0}).encode(), WANTED)
    assert (profile.name, profile.bio, profile.links) == ("", "", ())
