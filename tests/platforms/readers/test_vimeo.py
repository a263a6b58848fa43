import pytest

from linter.platforms.profile import Unread

from .recorded import capture, links, read, run, saved, state, wanted

ACCOUNT = wanted("vimeo", "Musterhausen", "AMTLINT_VIMEO_TOKEN")


def test_an_account_is_read_with_its_websites():
    asked, profile = run(ACCOUNT, capture("vimeo/user.json"))
    assert (profile.handle, profile.name) == ("musterhausen", "Stadt Musterhausen")
    assert profile.bio == "Filme der Stadt."
    assert links(profile) == [
        ("Impressum", "https://www.musterhausen.example/impressum"),
        ("Unsere Seite", "https://www.musterhausen.example/"),
    ]
    assert state(profile) == ("unknown", "", "")
    (ask,) = asked
    assert ask.url.startswith("https://api.vimeo.com/users/Musterhausen?fields=")
    assert ask.headers == (("Authorization", "bearer ${AMTLINT_VIMEO_TOKEN}"),)
    assert ask.accept == "application/vnd.vimeo.*+json;version=3.4"


def test_an_account_known_by_its_number_keeps_it():
    number = wanted("vimeo", "user123456", "AMTLINT_VIMEO_TOKEN")
    assert read(number, capture("vimeo/user.json")).handle == "user123456"


@pytest.mark.parametrize(
    ("answer", "cause", "fault"),
    [
        (("vimeo/not-found.json", 404), "profile-gone", "not_found"),
        (("vimeo/bad-token.json", 401), "login-wall", "forbidden"),
        ((b"", 429), "asked-to-wait", "rate_limited"),
        ((b"", 200), "profile-not-read", ""),
    ],
)
def test_no_account_is_told_by_its_cause(answer, cause, fault):
    found = read(ACCOUNT, capture(*answer))
    assert (found.cause, found.fault, len(found.seen)) == (cause, fault, 1)


def test_without_a_token_nothing_is_asked():
    assert run(wanted("vimeo", "musterhausen")) == ([], Unread("no-token"))


def test_a_saved_page_shows_its_head():
    profile = saved(ACCOUNT, "vimeo/saved.html")
    assert profile.name == "Stadt Musterhausen"
    assert (profile.bio, profile.links) == (None, None)
    assert saved(ACCOUNT, "vimeo/login.html") == Unread("login-wall")
    assert saved(wanted("vimeo", "landkreis"), "vimeo/saved.html") == Unread("profile-not-read")
    assert saved(ACCOUNT, "vimeo/user.json").name == "Stadt Musterhausen"
