import pytest

from linter import platforms
from linter.platforms.address import in_ascii, lies_under

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
    ("https://flickr.com/people/12345678@N01/", "flickr", "12345678@N01"),
    ("https://web.facebook.com/land.nrw?locale=de_DE", "facebook", "land.nrw"),
    ("http://m.facebook.com/land.nrw#", "facebook", "land.nrw"),
    ("https://fb.me/land.nrw", "facebook", "land.nrw"),
    (
        "https://www.facebook.com/pages/category/Government-Organization/Polizei-100064337712345/",
        "facebook",
        "100064337712345",
    ),
    ("https://www.instagram.com/land.nrw/reels/?hl=de", "instagram", "land.nrw"),
    ("https://www.instagram.com/_u/land.nrw/", "instagram", "land.nrw"),
    ("https://www.threads.com/@land.nrw/replies", "threads", "land.nrw"),
    ("https://m.tiktok.com/@polizei.nrw?lang=de", "tiktok", "polizei.nrw"),
    (
        "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/about",
        "youtube",
        "UCabcdefghijklmnopqrstuv",
    ),
    ("https://vimeo.com/user123456", "vimeo", "user123456"),
    ("https://www.linkedin.com/school/12345/", "linkedin", "12345"),
    ("https://www.linkedin.com/organization-guest/company/land-nrw", "linkedin", "land-nrw"),
    (
        "https://www.linkedin.com/company/ministerium-f%C3%BCr-verkehr",
        "linkedin",
        "ministerium-für-verkehr",
    ),
    ("https://www.xing.com/pages/stadtdortmund/about_us", "xing", "stadtdortmund"),
    ("https://www.xing.com/profile/Erika_Mustermann", "xing", "Erika_Mustermann"),
    ("https://mastodon.social/@IM_NRW@social.nrw", "mastodon", "IM_NRW@social.nrw"),
    ("https://mastodon.social/deck/@IM_NRW@social.nrw", "mastodon", "IM_NRW@social.nrw"),
    ("https://social.nrw/@IM_NRW/with_replies", "mastodon", "IM_NRW@social.nrw"),
    ("https://bsky.app/profile/@polizei.nrw", "bluesky", "polizei.nrw"),
    (
        "https://www.whatsapp.com/channel/0029VaAbCdEf123456789xyz?x=1",
        "whatsapp",
        "0029VaAbCdEf123456789xyz",
    ),
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
    "https://vimeo.com/showcase/123456",
    "https://player.vimeo.com/video/123456",
    "https://www.facebook.com/share/1AbCdEf/",
    "https://www.facebook.com/watch/?v=1",
    "https://www.facebook.com/pages/category/Government-Organization",
    "https://www.facebook.com/profile.php",
    "https://www.instagram.com/land.nrw/p/Cabc/",
    "https://www.instagram.com/accounts/login/?next=/land.nrw/",
    "https://www.threads.net/@land.nrw/post/Cabc",
    "https://www.tiktok.com/@polizei.nrw/video/7000",
    "https://www.youtube.com/playlist?list=PL1",
    "https://www.youtube.com/embed/abc",
    "https://www.linkedin.com/posts/land-nrw_x",
    "https://www.flickr.com/photos/landnrw/5312345678/",
    "https://www.flickr.com/photos/tags/nrw",
    "https://bsky.app/profile/polizei.nrw/post/3k",
    "https://social.nrw/@IM_NRW/110000000000000001",
    "https://social.nrw/users/IM_NRW/statuses/110000000000000001",
    "https://x.com/i/lists/1",
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
    assert platforms.get("peertube").parse_url("https://tube.nrw/@lwl/videos") == "lwl@tube.nrw"
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


@pytest.mark.parametrize(
    ("url", "platform", "handle", "shown"),
    [
        ("https://twitter.com/im_nrw", "x", "IM_NRW", True),
        ("https://x.com/IM_NRW/status/1", "x", "IM_NRW", False),
        ("https://x.com/IM_NRW", "threads", "IM_NRW", False),
        ("https://social.nrw/@im", "mastodon", "im@social.nrw", True),
        ("https://social.nrw/impressum", "mastodon", "im@social.nrw", False),
        ("https://x.com/IM_NRW", "orkut", "IM_NRW", False),
    ],
)
def test_an_address_shows_one_profile_and_no_other(url, platform, handle, shown):
    assert platforms.shows(url, platform, handle) is shown


def test_a_platform_is_called_as_people_call_it_and_one_that_nobody_knows_by_its_name():
    assert [platforms.titled(name) for name in ("xing", "orkut")] == ["XING", "orkut"]


def test_a_host_lies_under_a_domain_and_not_under_one_that_it_ends_in_by_chance():
    assert lies_under("im.nrw", ("land.nrw", "im.nrw"))
    assert lies_under("www.im.nrw", ("im.nrw",))
    assert not lies_under("notim.nrw", ("im.nrw",))
    assert not lies_under("im.nrw", ())


def test_a_host_with_umlauts_is_the_one_that_begins_with_xn():
    assert lies_under("www.münster.de", ("xn--mnster-3ya.de",))
    assert lies_under("www.xn--mnster-3ya.de", ("münster.de",))
    assert not lies_under("www.munster.de", ("münster.de",))
    assert in_ascii("straße.example") == "xn--strae-oqa.example"
    assert in_ascii("a" * 70 + "ü.de").startswith("xn--")


@pytest.mark.parametrize("other", ["www.xn--mnster-3ya.de", "MÜNSTER.de", "xn--mnster-3ya.de"])
def test_so_are_websites(other):
    website = platforms.get("website")
    assert website.same_handle("www.münster.de", other)
    assert website.same_handle(website.parse_url(f"https://{other}/rathaus"), "münster.de")
