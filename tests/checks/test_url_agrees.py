import pytest

from linter.checks.url_agrees import url_agrees


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
