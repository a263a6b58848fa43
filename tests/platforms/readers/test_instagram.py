from datetime import date

import pytest

from linter.platforms.profile import Unread

from .recorded import capture, links, read, run, saved, state, wanted

SECRETS = ("AMTLINT_META_TOKEN", "AMTLINT_INSTAGRAM_USER_ID")
PROFILE = wanted("instagram", "stadt.musterhausen", *SECRETS)


def test_a_professional_profile_is_read_without_its_further_links_and_its_badge():
    asked, profile = run(PROFILE, capture("instagram/discovery.json"))
    assert (profile.handle, profile.name) == ("stadt.musterhausen", "Stadt Musterhausen")
    assert links(profile) == [
        ("", "https://www.musterhausen.example/social"),
        ("Impressum", "https://musterhausen.de/impressum"),
    ]
    assert profile.more_links
    assert profile.last_post == date(2026, 11, 20)
    assert state(profile) == ("unknown", "", "")
    (ask,) = asked
    start = (
        "https://graph.facebook.com/v25.0/${AMTLINT_INSTAGRAM_USER_ID}?fields=business_discovery"
    )
    assert ask.url.startswith(start)
    assert "username%28stadt.musterhausen%29" in ask.url
    assert ask.url.endswith("&access_token=${AMTLINT_META_TOKEN}")


@pytest.mark.parametrize(
    ("answer", "cause", "fault"),
    [
        (("instagram/not-found.json", 400), "profile-not-read", ""),
        (("facebook/bad-token.json", 400), "token-refused", "client_error"),
        (("facebook/limit.json", 400), "asked-to-wait", "rate_limited"),
        ((b"", 429), "asked-to-wait", "rate_limited"),
        (({}, 200), "profile-not-read", ""),
    ],
)
def test_an_account_that_is_not_found_may_be_a_private_one_and_is_not_gone(answer, cause, fault):
    found = read(PROFILE, capture(*answer))
    assert (found.cause, found.fault, len(found.seen)) == (cause, fault, 1)


@pytest.mark.parametrize("secrets", [(), SECRETS[:1], SECRETS[1:]])
def test_both_secrets_are_needed_to_ask(secrets):
    assert run(wanted("instagram", "musterhausen", *secrets)) == ([], Unread("no-token"))


def test_a_saved_page_in_english_tells_name_and_bio():
    profile = saved(PROFILE, "instagram/saved-english.html")
    assert profile.name == "Stadt Musterhausen"
    assert profile.bio == (
        "Pressestelle der Stadt - immer aktuell\nImpressum: musterhausen.de/impressum"
    )
    assert profile.links is None
    assert state(profile) == ("unknown", "", "")


def test_a_saved_page_in_german_without_a_bio_does_not_tell_one():
    profile = saved(PROFILE, "instagram/saved-german.html")
    assert (profile.name, profile.bio) == ("Stadt Musterhausen", None)


def test_a_cut_bio_is_not_told():
    page = (
        '<title>M (@stadt.musterhausen)</title><meta name="description" content="1 Followers, 2 '
        'Following, 3 Posts - M (@stadt.musterhausen) on Instagram: &quot;Pressestelle der…&quot;">'
    )
    assert saved(PROFILE, page.encode()).bio is None


def test_a_name_may_hold_an_at_sign():
    page = b"<title>Stadt @ Musterhausen (@stadt.musterhausen) &bull; Instagram</title>"
    assert saved(PROFILE, page).name == "Stadt @ Musterhausen"


def test_what_the_pages_own_scripts_know_tells_badge_and_links():
    profile = saved(PROFILE, "instagram/private.json")
    assert links(profile) == [
        ("Impressum", "https://www.musterhausen.example/impressum"),
        ("", "https://www.musterhausen.example/"),
    ]
    assert state(profile) == ("verified", "badge", "export")
    assert not profile.more_links
    profile = saved(PROFILE, "instagram/saved-signed-in.html")
    assert profile.name == "Stadt Musterhausen"
    assert state(profile) == ("not_verified", "", "page")


def test_a_saved_answer_of_the_interface_is_read_too():
    profile = saved(PROFILE, "instagram/discovery.json")
    assert (profile.name, profile.last_post) == ("Stadt Musterhausen", date(2026, 11, 20))


def test_a_login_page_and_another_account_are_told():
    assert saved(PROFILE, "instagram/login.html") == Unread("login-wall")
    other = wanted("instagram", "landkreis")
    for page in ("saved-english.html", "saved-signed-in.html", "private.json", "discovery.json"):
        assert saved(other, f"instagram/{page}") == Unread("profile-not-read")
