import pytest

from linter.platforms.profile import Unread

from .recorded import capture, data, links, read, run, saved, state, wanted

PAGE = wanted("facebook", "stadtmusterhausen", "AMTLINT_META_TOKEN")
NUMBER = wanted("facebook", "100064337712345", "AMTLINT_META_TOKEN")


def test_a_page_is_read_with_its_fields_for_impressum_and_privacy():
    asked, profile = run(PAGE, capture("facebook/page.json"))
    assert (profile.handle, profile.name) == ("Stadt.Musterhausen", "Stadt Musterhausen")
    assert profile.bio == (
        "Offizielle Seite der Stadt Musterhausen.\n"
        "Datenschutz: https://www.musterhausen.example/datenschutz"
    )
    assert links(profile) == [
        ("", "https://www.musterhausen.example"),
        ("", "https://www.musterhausen.example/impressum"),
        ("Datenschutz", "https://www.musterhausen.example/datenschutz"),
    ]
    assert profile.impressum == "Stadt Musterhausen, Markt 1, 12345 Musterhausen"
    assert profile.privacy == "https://www.musterhausen.example/datenschutz"
    (ask,) = asked
    assert ask.url.startswith("https://graph.facebook.com/v25.0/stadtmusterhausen?fields=id%2C")
    assert ask.url.endswith("&access_token=${AMTLINT_META_TOKEN}")
    assert ask.api


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("blue_verified", ("verified", "badge", "api")),
        ("gray_verified", ("verified", "business", "api")),
        ("not_verified", ("not_verified", "", "api")),
        (None, ("unknown", "", "")),
        (7, ("unknown", "", "")),
    ],
)
def test_a_badge_is_told_by_its_status(status, expected):
    page = data("facebook/page.json") | {"verification_status": status}
    assert state(read(PAGE, capture(page))) == expected


def test_a_field_that_the_answer_lacks_is_not_known_to_be_empty():
    profile = read(PAGE, capture({"id": "1000643377", "username": "stadtmusterhausen"}))
    assert (profile.impressum, profile.privacy, profile.name) == (None, None, None)


def test_a_page_known_by_its_number_keeps_it_as_its_handle():
    assert read(NUMBER, capture("facebook/page.json")).handle == "100064337712345"
    assert saved(NUMBER, "facebook/saved-visitor.html").handle == "100064337712345"


@pytest.mark.parametrize(
    ("answer", "cause", "fault"),
    [
        (("facebook/unknown-alias.json", 404), "profile-gone", "not_found"),
        (("facebook/unknown-alias.json", 400), "profile-gone", "not_found"),
        (("facebook/cannot-load.json", 400), "profile-not-read", ""),
        (("facebook/bad-token.json", 400), "token-refused", "client_error"),
        (("facebook/bad-token.json", 401), "token-refused", "forbidden"),
        (("facebook/no-right.json", 403), "token-refused", "forbidden"),
        (("facebook/limit.json", 403), "asked-to-wait", "rate_limited"),
        ((b"", 500), "not-reachable", "server_error"),
        ((b"", None), "not-reachable", "timeout"),
        (({"id": "5", "username": "landkreis"}, 200), "profile-not-read", ""),
    ],
)
def test_no_page_is_told_by_its_cause(answer, cause, fault):
    found = read(PAGE, capture(*answer, fault=fault if answer[1] is None else None))
    assert (found.cause, found.fault, len(found.seen)) == (cause, fault, 1)


def test_without_a_token_nothing_is_asked():
    assert run(wanted("facebook", "stadtmusterhausen")) == ([], Unread("no-token"))


def test_a_saved_page_shows_name_and_bio_but_never_a_badge():
    profile = saved(PAGE, "facebook/saved-visitor.html")
    assert (profile.name, profile.handle) == ("Stadt Musterhausen", "Stadt.Musterhausen")
    assert profile.bio == "Offizielle Seite der Stadt Musterhausen."
    assert profile.links is None
    assert state(profile) == ("unknown", "", "")


def test_a_saved_page_of_somebody_signed_in_is_known_by_where_it_was_saved_from():
    page = (
        b"<!-- saved from url=(0043)https://www.facebook.com/stadt.musterhausen -->"
        b"<title>(20+) Stadt Musterhausen | Facebook</title>"
    )
    assert saved(PAGE, page).name == "Stadt Musterhausen"


def test_a_login_page_and_a_page_of_somebody_else_are_told():
    assert saved(PAGE, "facebook/login.html") == Unread("login-wall")
    other = wanted("facebook", "landkreis.musterhausen")
    assert saved(other, "facebook/page.json") == Unread("profile-not-read")
    assert isinstance(saved(other, "facebook/saved-visitor.html"), Unread)
