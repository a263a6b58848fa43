import pytest

from linter import platforms

PROFILES = [
    ("https://x.com/IM_NRW", "x", "IM_NRW"),
    ("https://twitter.com/IM_NRW?lang=de#top", "x", "IM_NRW"),
    ("https://mobile.twitter.com/@IM_NRW/", "x", "IM_NRW"),
    ("x.com/IM_NRW", "x", "IM_NRW"),
    ("https://de-de.facebook.com/land.nrw/", "facebook", "land.nrw"),
    ("https://fb.com/land.nrw", "facebook", "land.nrw"),
    (
        "https://www.facebook.com/profile.php?v=info&id=100064337712345",
        "facebook",
        "100064337712345",
    ),
    ("https://www.facebook.com/people/Polizei/100064337712345/", "facebook", "100064337712345"),
    ("https://www.facebook.com/p/Polizei-NRW-100064337712345/", "facebook", "100064337712345"),
    ("https://www.facebook.com/pages/Polizei/100064337712345", "facebook", "100064337712345"),
    ("https://www.facebook.com/Polizei-NRW-100064337712345", "facebook", "100064337712345"),
    ("https://www.facebook.com/pg/land.nrw/about", "facebook", "land.nrw"),
    ("https://instagr.am/land.nrw", "instagram", "land.nrw"),
    ("https://www.threads.net/@land.nrw", "threads", "land.nrw"),
    ("https://www.youtube.com/@PolizeiNRW/videos", "youtube", "PolizeiNRW"),
    ("https://www.youtube.com/@D%C3%BCsseldorf", "youtube", "Düsseldorf"),
    ("https://youtube.com/c/PolizeiNRW", "youtube", "PolizeiNRW"),
    ("https://m.youtube.com/user/PolizeiNRW", "youtube", "PolizeiNRW"),
    ("https://www.youtube.com/PolizeiNRW", "youtube", "PolizeiNRW"),
    ("https://vimeo.com/landnrw", "vimeo", "landnrw"),
    ("https://de.linkedin.com/company/land-nrw/about/", "linkedin", "land-nrw"),
    ("https://www.linkedin.com/showcase/12345", "linkedin", "12345"),
    ("https://www.xing.com/companies/stadtdortmund", "xing", "stadtdortmund"),
    ("https://social.nrw/@IM_NRW", "mastodon", "IM_NRW@social.nrw"),
    ("https://social.nrw/users/IM_NRW", "mastodon", "IM_NRW@social.nrw"),
    ("https://mastodon.social/web/@IM_NRW@social.nrw", "mastodon", "IM_NRW@social.nrw"),
    ("https://bsky.app/profile/polizei.nrw", "bluesky", "polizei.nrw"),
    ("https://www.tiktok.com/@polizei.nrw", "tiktok", "polizei.nrw"),
    (
        "https://whatsapp.com/channel/0029VaAbCdEf123456789xyz",
        "whatsapp",
        "0029VaAbCdEf123456789xyz",
    ),
    ("https://www.flickr.com/photos/landnrw/", "flickr", "landnrw"),
]

NO_PROFILES = [
    "https://x.com/IM_NRW/status/123",
    "https://x.com/intent/follow?screen_name=IM_NRW",
    "https://x.com/",
    "https://www.facebook.com/sharer/sharer.php?u=x",
    "https://www.instagram.com/p/Cabc/",
    "https://www.youtube.com/watch?v=abc",
    "https://youtu.be/abc",
    "https://vimeo.com/123456",
    "https://vm.tiktok.com/ZMabc/",
    "https://www.im.nrw/impressum",
    "mailto:post@im.nrw",
    "javascript:alert(1)",
    "",
    "https:// x.com/IM_NRW",
]


@pytest.mark.parametrize(("url", "name", "handle"), PROFILES)
def test_a_profiles_address_gives_platform_and_handle(url, name, handle):
    assert platforms.read(url) == (name, handle)
    assert platforms.get(name).parse_url(url) == handle


@pytest.mark.parametrize("url", NO_PROFILES)
def test_no_profiles_address_gives_none(url):
    assert platforms.read(url) is None


def test_an_address_of_another_platform_gives_none():
    assert platforms.get("x").parse_url("https://evil.example/x.com/IM_NRW") is None
    assert platforms.get("x").parse_url("https://notx.com/IM_NRW") is None
    assert platforms.get("facebook").parse_url("https://x.com/IM_NRW") is None


def test_pixelfed_peertube_and_websites_live_on_any_host():
    assert platforms.get("pixelfed").parse_url("https://pixelfed.de/lwl") == "lwl@pixelfed.de"
    assert platforms.get("peertube").parse_url("https://tube.nrw/c/lwl/videos") == "lwl@tube.nrw"
    assert platforms.get("website").parse_url("https://www.Im.nrw/x") == "www.im.nrw"


@pytest.mark.parametrize(
    ("name", "one", "other", "same"),
    [
        ("x", "IM_NRW", "@im_nrw", True),
        ("x", "IM_NRW", "IMNRW", False),
        ("facebook", "Land.NRW", "landnrw", True),
        ("youtube", "PolizeiNRW", "polizeinrw", True),
        ("youtube", "UCabcdefghijklmnopqrstuv", "UCABCdefghijklmnopqrstuv", False),
        ("whatsapp", "0029VaAbCdEf123456789xyz", "0029vaabcdef123456789xyz", False),
        ("mastodon", "lfdi@bawü.social", "LfDI@xn--baw-joa.social", True),
        ("mastodon", "im@social.nrw", "im@nrw.social", False),
        ("website", "www.im.nrw", "im.nrw", True),
    ],
)
def test_spellings_of_one_handle_are_the_same(name, one, other, same):
    assert platforms.get(name).same_handle(one, other) is same
