from linter.platforms.profile import Unread

from .recorded import links, run, saved, state, wanted

PROFILE = wanted("tiktok", "stadt.musterhausen")


def test_nothing_is_asked():
    assert run(PROFILE) == ([], Unread("platform-not-readable"))


def test_a_saved_page_tells_everything():
    profile = saved(PROFILE, "tiktok/saved.html")
    assert (profile.name, profile.bio) == ("Stadt Musterhausen", "Pressestelle der Stadt")
    assert links(profile) == [("", "https://musterhausen.example/impressum")]
    assert state(profile) == ("verified", "badge", "page")


def test_answers_of_the_interfaces_are_read_where_somebody_saved_them():
    profile = saved(PROFILE, "tiktok/research.json")
    assert profile.handle == "stadt.musterhausen"
    assert links(profile) == [("", "https://www.musterhausen.example/impressum")]
    assert state(profile) == ("not_verified", "", "export")
    profile = saved(PROFILE, "tiktok/own.json")
    assert state(profile) == ("verified", "badge", "export")
    assert profile.more_links


def test_a_page_that_wants_a_riddle_solved_is_a_wall_and_another_account_is_not_read():
    assert saved(PROFILE, "tiktok/captcha.html") == Unread("login-wall")
    other = wanted("tiktok", "landkreis")
    assert saved(other, "tiktok/saved.html") == Unread("profile-not-read")
    assert saved(other, "tiktok/own.json") == Unread("profile-not-read")
