from linter.platforms.profile import Unread

from .recorded import capture, links, read, run, saved, state, wanted

PAGE = wanted("xing", "stadtmusterhausen")


def test_a_page_is_open_to_visitors():
    answer = capture("xing/page.html")
    asked, profile = run(PAGE, answer)
    assert [ask.url for ask in asked] == ["https://www.xing.com/pages/stadtmusterhausen"]
    assert not asked[0].api
    assert (profile.name, profile.bio) == ("Stadt Musterhausen", "Arbeiten bei der Stadt.")
    assert links(profile) == [
        ("", "https://www.musterhausen.example"),
        ("Impressum", "https://www.musterhausen.example/impressum"),
    ]
    assert state(profile) == ("unknown", "", "")
    assert profile.more_links
    assert profile.seen == (answer,)


def test_a_persons_profile_is_asked_for_as_one():
    person = wanted("xing", "Erika_Mustermann", url="https://www.xing.com/profile/Erika_Mustermann")
    asked, _ = run(person, capture(b""))
    assert asked[0].url == "https://www.xing.com/profile/Erika_Mustermann"


def test_no_page_is_told_by_its_cause():
    assert read(PAGE, capture(b"", 404)).cause == "profile-gone"
    assert read(PAGE, capture(b"", 403)).cause == "login-wall"
    wall = read(PAGE, capture("xing/login.html"))
    assert (wall.cause, wall.fault) == ("login-wall", "login_wall")
    assert saved(PAGE, "xing/login.html") == Unread("login-wall")
    assert saved(wanted("xing", "andere"), "xing/page.html") == Unread("profile-not-read")
    assert saved(PAGE, "xing/page.html").name == "Stadt Musterhausen"
