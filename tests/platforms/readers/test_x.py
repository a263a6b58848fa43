import json
from datetime import date

import pytest

from linter.platforms.profile import Profile, Unread

from .recorded import body, capture, data, links, read, run, saved, state, wanted

X = wanted("x", "musterhausen", "AMTLINT_X_TOKEN")
IMPRESSUM = "https://www.musterhausen.example/impressum"


def user(**changes):
    found = data("x/user.json")
    found["data"] |= changes
    return {**found, "data": {k: v for k, v in found["data"].items() if v is not None}}


def test_a_user_is_read_with_real_links_in_place_of_short_ones():
    answer = capture("x/user.json")
    asked, profile = run(X, answer)
    assert (profile.handle, profile.url) == ("Musterhausen", "https://x.com/Musterhausen")
    assert profile.name == "Stadt Musterhausen & Umland"
    assert profile.bio == f"Hier twittert die Pressestelle der Stadt.\nImpressum: {IMPRESSUM}"
    assert links(profile) == [("", "https://www.musterhausen.example/"), ("Impressum", IMPRESSUM)]
    assert profile.last_post == date(2025, 11, 16)
    assert profile.seen == (answer,)
    assert not profile.more_links
    (ask,) = asked
    assert ask.url.startswith("https://api.x.com/2/users/by/username/musterhausen?user.fields=")
    assert "verified_type" in ask.url
    assert ask.headers == (("Authorization", "Bearer ${AMTLINT_X_TOKEN}"),)
    assert ask.api


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"verified_type": "government"}, ("verified", "government", "api")),
        ({"verified_type": "business"}, ("verified", "business", "api")),
        ({"verified_type": "blue"}, ("verified", "paid", "api")),
        ({"verified": False, "verified_type": "none"}, ("not_verified", "", "api")),
        ({"verified_type": "magenta"}, ("unknown", "", "")),
        ({"verified": False, "verified_type": None}, ("unknown", "", "")),
        ({"verified": None, "verified_type": None}, ("unknown", "", "")),
    ],
)
def test_a_badge_is_told_by_its_type_alone(changes, expected):
    assert state(read(X, capture(user(**changes)))) == expected


def test_a_bare_user_has_an_empty_bio_and_no_links():
    bare = {"data": {"id": "1", "username": "Musterhausen", "name": "M"}}
    profile = read(X, capture(bare))
    assert (profile.bio, profile.links, profile.last_post) == ("", (), None)


@pytest.mark.parametrize(
    ("answer", "cause", "fault"),
    [
        (("x/not-found.json",), "profile-gone", "not_found"),
        (("x/suspended.json",), "profile-gone", "not_found"),
        (("x/unauthorized.json", 401), "login-wall", "forbidden"),
        ((b"", 402), "asked-to-wait", "rate_limited"),
        ((b"", 404), "profile-not-read", ""),
        ((b"", 429), "asked-to-wait", "rate_limited"),
        ((b"", 500), "not-reachable", "server_error"),
        ((b"<html>", 200), "profile-not-read", ""),
        (({"data": {"username": "jemand_anders"}}, 200), "profile-not-read", ""),
    ],
)
def test_no_profile_is_told_by_its_cause(answer, cause, fault):
    found = read(X, capture(*answer))
    assert isinstance(found, Unread)
    assert (found.cause, found.fault, len(found.seen)) == (cause, fault, 1)


def test_without_a_token_or_with_an_impossible_handle_nothing_is_asked():
    assert run(wanted("x", "musterhausen")) == ([], Unread("no-token"))
    for handle in ("${AMTLINT_X_TOKEN}", "a/../b", "a b", "", "\udcff"):
        assert run(wanted("x", handle, "AMTLINT_X_TOKEN")) == ([], Unread("profile-not-read"))


def test_a_page_saved_by_a_visitor_shows_what_its_linked_data_says():
    profile = saved(X, "x/saved-visitor.html")
    assert profile.name == "Stadt Musterhausen"
    assert profile.bio.startswith("Hier twittert die Pressestelle der Stadt. Impressum:")
    assert links(profile) == [
        ("", "https://t.co/ZyXwVu9876"),
        ("Impressum", "https://t.co/AbCdEf1234"),
    ]
    assert state(profile) == ("verified", "badge", "page")
    assert profile.more_links


def test_a_drawn_page_shows_name_and_bio_and_a_missing_badge_proves_nothing():
    profile = saved(X, "x/saved-drawn.html")
    assert (profile.name, profile.handle) == ("Stadt Musterhausen", "Musterhausen")
    assert (
        profile.bio
        == "Hier twittert die Pressestelle. https://musterhausen.example/impressum @Landkreis"
    )
    assert links(profile) == [
        ("", "https://t.co/AbCdEf1234"),
        ("", "https://t.co/ZyXwVu9876"),
        ("", "https://musterhausen.example/impressum"),
    ]
    assert state(profile) == ("unknown", "", "")


def test_a_drawn_address_counts_where_it_is_announced_and_whole():
    page = body("x/saved-drawn.html")
    page = page.replace(b"Pressestelle.</span>", b"Pressestelle. Impressum:</span>")
    profile = saved(
        X, page.replace(b"musterhausen.example/impressum", b"musterhausen.de/impressum")
    )
    assert links(profile)[-1] == ("Impressum", "https://musterhausen.de/impressum")
    cut = page.replace(b"musterhausen.example/impressum", "musterhausen.de/impr…".encode())
    assert len(links(saved(X, cut))) == 2


def test_the_badge_of_another_account_on_screen_does_not_count():
    page = body("x/saved-visitor.html").replace(b"<span>@Musterhausen", b"<span>@Landkreis")
    assert state(saved(X, page)) == ("unknown", "", "")


def test_a_saved_answer_of_the_interface_is_an_export():
    assert state(saved(X, "x/user.json")) == ("verified", "government", "export")
    several = {"data": [{"username": "andere"}, data("x/user.json")["data"]]}
    assert isinstance(saved(X, several), Profile)


@pytest.mark.parametrize(
    ("page", "cause"),
    [("x/login.html", "login-wall"), (b"<title>X</title>", "profile-not-read")],
)
def test_a_page_without_a_profile_is_told_by_its_cause(page, cause):
    assert saved(X, page) == Unread(cause)


def test_a_page_of_another_account_is_not_read():
    other = wanted("x", "landkreis")
    assert saved(other, "x/saved-visitor.html") == Unread("profile-not-read")
    assert saved(other, "x/user.json") == Unread("profile-not-read")
    assert saved(wanted("x", ""), "x/saved-visitor.html").handle == "Musterhausen"


@pytest.mark.parametrize(
    ("more", "bio", "found"),
    [
        ({}, None, None),
        ({"description": "Das Haus"}, "Das Haus", ()),
        ({"description": ""}, "", ()),
        ({"url": ""}, None, ()),
        ({"url": "", "description": ""}, "", ()),
    ],
)
def test_a_saved_answer_does_not_tell_what_it_lacks(more, bio, found):
    page = {"data": {"id": "1", "username": "Musterhausen", "name": "M", **more}}
    profile = saved(X, json.dumps(page).encode())
    assert (profile.bio, profile.links) == (bio, found)
    assert profile.more_links == ("url" not in more or bio is None)
