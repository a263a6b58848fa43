import pytest

from linter.platforms.profile import Unread

from .recorded import capture, links, read, run, saved, state, wanted

TOKEN = "AMTLINT_LINKEDIN_TOKEN"
PAGE = wanted("linkedin", "Stadt-Musterhausen", TOKEN)


def test_an_organisation_is_found_by_its_name():
    asked, profile = run(PAGE, capture("linkedin/organization.json"))
    assert (profile.handle, profile.name) == ("stadt-musterhausen", "Stadt Musterhausen")
    assert links(profile) == [("", "https://www.musterhausen.example")]
    assert (profile.bio, profile.more_links) == (None, True)
    assert state(profile) == ("unknown", "", "")
    (ask,) = asked
    assert ask.url == (
        "https://api.linkedin.com/rest/organizations?q=vanityName&vanityName=Stadt-Musterhausen"
    )
    assert ask.headers[0] == ("Authorization", "Bearer ${AMTLINT_LINKEDIN_TOKEN}")
    assert dict(ask.headers)["X-Restli-Protocol-Version"] == "2.0.0"


def test_an_organisation_known_by_its_number_is_asked_for_by_it():
    number = wanted("linkedin", "1234567", TOKEN)
    asked, profile = run(number, capture("linkedin/organization-admin.json"))
    assert asked[0].url == "https://api.linkedin.com/rest/organizations/1234567"
    assert profile.handle == "1234567"
    assert links(profile) == [
        ("", "https://www.musterhausen.example"),
        ("Impressum", "https://www.musterhausen.example/impressum"),
    ]
    assert not profile.more_links


@pytest.mark.parametrize(
    ("answer", "cause", "fault"),
    [
        (("linkedin/none.json",), "profile-gone", "not_found"),
        (({"elements": "?"}, 200), "profile-not-read", ""),
        ((b"{}", 401), "login-wall", "forbidden"),
        ((b"{}", 403), "login-wall", "forbidden"),
        ((b"{}", 426), "login-wall", "client_error"),
        ((b"{}", 429), "asked-to-wait", "rate_limited"),
        ((b"{}", 200), "profile-not-read", ""),
    ],
)
def test_no_organisation_is_told_by_its_cause(answer, cause, fault):
    found = read(PAGE, capture(*answer))
    assert (found.cause, found.fault, len(found.seen)) == (cause, fault, 1)


def test_without_a_token_and_for_persons_nothing_is_asked():
    assert run(wanted("linkedin", "stadt-musterhausen")) == ([], Unread("no-token"))
    person = wanted("linkedin", "erika", TOKEN, url="https://www.linkedin.com/in/erika/")
    assert run(person) == ([], Unread("platform-not-readable"))


def test_a_saved_page_shows_the_linked_data_of_its_own_organisation():
    profile = saved(PAGE, "linkedin/saved-visitor.html")
    assert profile.name == "Stadt Musterhausen"
    assert profile.bio.startswith("Arbeiten bei der Stadt.")
    assert links(profile) == [
        ("", "https://www.musterhausen.example"),
        ("Impressum", "https://www.musterhausen.example/impressum"),
    ]
    assert saved(PAGE, "linkedin/organization.json").name == "Stadt Musterhausen"


def test_the_auth_wall_and_another_page_are_told():
    assert saved(PAGE, "linkedin/authwall.html") == Unread("login-wall")
    other = wanted("linkedin", "andere-stadt")
    assert saved(other, "linkedin/saved-visitor.html") == Unread("profile-not-read")
    assert saved(other, "linkedin/organization.json") == Unread("profile-not-read")
