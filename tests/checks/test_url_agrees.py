import pytest

from linter.checks.url_agrees import url_agrees
from tests.checks.web import crawled


def entry(platform, handle, url):
    return f"{{platform: {platform}, handle: '{handle}', url: '{url}'}}"


@pytest.mark.parametrize(
    ("platform", "handle", "url"),
    [
        ("x", "IM_NRW", "https://twitter.com/im_nrw"),
        ("facebook", "land.nrw", "https://m.facebook.com/LandNRW/?locale=de_DE"),
        ("facebook", "land.nrw", "https://www.facebook.com/profile.php?id=100064512345678"),
        ("youtube", "landnrw", "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"),
        ("youtube", "landnrw", "https://www.youtube.com/c/nrwonline"),
        ("mastodon", "im@nrw.social", "https://nrw.social/@im"),
        ("mastodon", "im@nrw.social", "https://nrw.social/users/im"),
        ("website", "www.im.nrw", "https://im.nrw/start"),
    ],
)
def test_every_address_of_the_same_account_agrees(look, subject, platform, handle, url):
    assert look(url_agrees, subject(entry(platform, handle, url))) == []


def test_another_handle_is_marked_inside_the_address(look, subject):
    found = look(url_agrees, subject(entry("x", "IM_NRW", "https://x.com/MIK_NRW")))
    assert [(variant, values["found"], marked) for _, _, variant, values, marked in found] == [
        (None, "MIK_NRW", "MIK_NRW")
    ]


SPLIT = entry("mastodon", "presse@amt.example", "https://social.amt.example/@presse")


def test_a_domain_may_have_its_handles_served_by_another_host(look, subject):
    assert look(url_agrees, subject(SPLIT)) == [("unknown", "url", "profile-not-read")]
    elsewhere = entry("mastodon", "presse@amt.example", "https://nrw.social/@presse")
    assert look(url_agrees, subject(elsewhere))[0][0] == "miss"
    another = entry("mastodon", "presse@amt.example", "https://social.amt.example/@amt")
    assert look(url_agrees, subject(another))[0][0] == "miss"


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        ({"bio": "", "url": "https://social.amt.example/@presse"}, []),
        ({"bio": "", "url": "https://social.amt.example/users/Presse"}, []),
        ({"bio": "", "url": "https://amt.example/@presse"}, ["miss"]),
        ({"unread": "login-wall", "fault": "forbidden"}, ["unknown"]),
    ],
)
def test_what_was_read_under_the_handle_tells_whose_address_it_is(look, subject, profile, told):
    seen = crawled(subject, SPLIT, profile)
    assert [outcome[0] for outcome in look(url_agrees, seen)] == told


def test_a_profile_read_at_the_address_itself_says_nothing_of_the_handle(look, subject):
    seen = crawled(subject, SPLIT, {"bio": "", "url": "https://social.amt.example/@presse"})
    object.__setattr__(seen.seen.profile.seen[0], "url", "https://social.amt.example/@presse")
    assert look(url_agrees, seen) == [("unknown", "url", "not-shown")]


def test_the_handle_is_compared_as_it_is_recorded(look, subject):
    own = entry("mastodon", "presse@amt.example", "https://amt.example/@presse")
    seen = crawled(subject, own, {"bio": "", "handle": "anders@amt.example"})
    assert look(url_agrees, seen) == []
    assert seen.account.handle == "anders@amt.example"


def test_another_platform_is_named(look, subject):
    [(_, _, variant, values, _)] = look(
        url_agrees, subject(entry("x", "IM_NRW", "https://www.instagram.com/im_nrw/"))
    )
    assert (variant, values["other"]) == ("platform", "Instagram")


@pytest.mark.parametrize("url", ["https://www.im.nrw/", "https://x.com/i/lists/1", "https://x.com"])
def test_what_is_no_profile_is_told_so(look, subject, url):
    [(_, _, variant, _, _)] = look(url_agrees, subject(entry("x", "IM_NRW", url)))
    assert variant == "profile"


def test_without_an_address_there_is_nothing_to_say(look, subject):
    assert look(url_agrees, subject("{platform: x, handle: IM_NRW}")) == []
