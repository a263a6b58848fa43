import pytest

from linter.platforms.profile import Unread

from .recorded import capture, links, read, run, saved, state, wanted

KEY = "AMTLINT_FLICKR_KEY"
ACCOUNT = wanted("flickr", "Musterhausen", KEY)
FOUND = capture("flickr/lookup.json")
PERSON = capture("flickr/person.json")
PROFILE = capture("flickr/profile.json")


def test_an_account_is_looked_up_and_read_in_two_steps():
    asked, profile = run(ACCOUNT, FOUND, PERSON, PROFILE)
    assert [ask.url.partition("&format")[0].partition("method=")[2] for ask in asked] == [
        "flickr.urls.lookupUser",
        "flickr.people.getInfo",
        "flickr.profile.getProfile",
    ]
    assert "people%2FMusterhausen%2F" in asked[0].url
    assert all(ask.url.endswith("&api_key=${AMTLINT_FLICKR_KEY}") for ask in asked)
    assert (profile.handle, profile.name) == ("musterhausen", "Stadt Musterhausen")
    assert profile.bio == "Bilder der Stadt. Impressum"
    assert links(profile) == [
        ("", "https://www.musterhausen.example"),
        ("Impressum", "https://www.musterhausen.example/impressum"),
    ]
    assert profile.url == "https://www.flickr.com/people/musterhausen/"
    assert state(profile) == ("unknown", "", "")
    assert profile.seen == (PERSON, PROFILE, FOUND)


def test_a_number_needs_no_look_up():
    number = wanted("flickr", "12345678@N01", KEY)
    asked, profile = run(number, PERSON, PROFILE)
    assert len(asked) == 2
    assert profile.handle == "12345678@N01"


def test_a_profile_that_cannot_be_read_leaves_its_links_open():
    profile = read(ACCOUNT, FOUND, PERSON, capture(b"", 500))
    assert profile.more_links
    assert links(profile) == [("Impressum", "https://www.musterhausen.example/impressum")]


@pytest.mark.parametrize(
    ("answer", "cause", "fault"),
    [
        (("flickr/not-found.json",), "profile-gone", "not_found"),
        (("flickr/bad-key.json",), "token-refused", "forbidden"),
        ((b"", 429), "asked-to-wait", "rate_limited"),
        ((b"", 200), "profile-not-read", ""),
        (({"user": {"id": "../1"}}, 200), "profile-not-read", ""),
    ],
)
def test_no_account_is_told_by_its_cause(answer, cause, fault):
    found = read(ACCOUNT, capture(*answer))
    assert (found.cause, found.fault, len(found.seen)) == (cause, fault, 1)
    found = read(ACCOUNT, FOUND, capture(*answer), PROFILE)
    assert (found.cause, found.fault) == (cause, fault)


def test_without_a_key_nothing_is_asked():
    assert run(wanted("flickr", "musterhausen")) == ([], Unread("no-token"))


def test_a_saved_page_shows_its_name():
    assert saved(ACCOUNT, "flickr/saved.html").name == "Stadt Musterhausen"
    assert saved(wanted("flickr", "landkreis"), "flickr/saved.html") == Unread("profile-not-read")
    assert saved(ACCOUNT, "flickr/person.json").name == "Stadt Musterhausen"
