import pytest

from linter.platforms.profile import Unread

from .recorded import capture, data, links, read, run, saved, state, wanted

PROFILE = wanted("threads", "stadt.musterhausen", "AMTLINT_THREADS_TOKEN")


def test_a_profile_is_looked_up_with_its_badge():
    asked, profile = run(PROFILE, capture("threads/lookup.json"))
    assert profile.name == "Stadt Musterhausen"
    assert links(profile) == [("Impressum", "https://www.musterhausen.example/impressum")]
    assert state(profile) == ("verified", "badge", "api")
    assert profile.more_links
    (ask,) = asked
    assert ask.url.startswith("https://graph.threads.com/v1.0/profile_lookup?username=stadt.muster")
    assert ask.url.endswith("&access_token=${AMTLINT_THREADS_TOKEN}")


def test_only_an_explicit_no_is_one():
    lookup = data("threads/lookup.json")
    assert state(read(PROFILE, capture(lookup | {"is_verified": False})))[0] == "not_verified"
    for said in (None, "true", 1, []):
        assert state(read(PROFILE, capture(lookup | {"is_verified": said})))[0] == "unknown"


@pytest.mark.parametrize(
    ("answer", "cause", "fault"),
    [
        (("threads/not-found.json", 400), "profile-not-read", ""),
        (("facebook/bad-token.json", 401), "token-refused", "forbidden"),
        (("facebook/no-right.json", 403), "token-refused", "forbidden"),
        (("facebook/limit.json", 400), "asked-to-wait", "rate_limited"),
        ((b"oops", 200), "profile-not-read", ""),
    ],
)
def test_small_and_private_profiles_are_not_found_and_not_gone(answer, cause, fault):
    found = read(PROFILE, capture(*answer))
    assert (found.cause, found.fault, len(found.seen)) == (cause, fault, 1)


def test_without_a_token_nothing_is_asked():
    assert run(wanted("threads", "stadt.musterhausen")) == ([], Unread("no-token"))


def test_a_saved_page_tells_name_and_bio():
    profile = saved(PROFILE, "threads/saved-visitor.html")
    assert profile.name == "Stadt Musterhausen"
    assert profile.bio == "Pressestelle der Stadt. Impressum: musterhausen.de/impressum"
    assert state(profile) == ("unknown", "", "")
    profile = saved(PROFILE, "threads/saved-no-bio.html")
    assert profile.bio == ""


def test_a_login_page_and_another_account_are_told():
    assert saved(PROFILE, "threads/login.html") == Unread("login-wall")
    other = wanted("threads", "landkreis")
    assert saved(other, "threads/saved-visitor.html") == Unread("profile-not-read")
    assert saved(other, "threads/lookup.json") == Unread("profile-not-read")
