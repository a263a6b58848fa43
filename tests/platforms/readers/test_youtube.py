import pytest

from linter.platforms.profile import Profile, Unread

from .recorded import capture, links, read, run, saved, state, wanted

KEY = "AMTLINT_YOUTUBE_KEY"
ID = "UCabcdefghijklmnopqrstuv"
CHANNEL = wanted("youtube", "StadtMusterhausen", KEY)
VISITOR = wanted("youtube", "StadtMusterhausen")
FROM_ID = wanted("youtube", ID, KEY)


def test_a_channel_is_read_through_the_interface_which_knows_no_badge():
    asked, profile = run(CHANNEL, capture("youtube/channel.json"))
    assert (profile.handle, profile.name) == ("StadtMusterhausen", "Stadt Musterhausen")
    assert profile.url == "https://www.youtube.com/@stadtmusterhausen"
    assert links(profile) == [("Impressum", "https://www.musterhausen.example/impressum")]
    assert profile.more_links
    assert state(profile) == ("unknown", "", "")
    (ask,) = asked
    assert ask.url == (
        "https://www.googleapis.com/youtube/v3/channels"
        "?part=snippet%2CbrandingSettings&forHandle=%40StadtMusterhausen"
    )
    assert ask.headers == (("X-Goog-Api-Key", "${AMTLINT_YOUTUBE_KEY}"),)


def test_a_channel_known_by_its_id_is_asked_for_by_it_and_keeps_it():
    asked, profile = run(FROM_ID, capture("youtube/channel.json"))
    assert asked[0].url.endswith(f"&id={ID}")
    assert profile.handle == ID


def test_an_old_user_name_is_asked_for_as_such_before_the_handle():
    old = wanted("youtube", "musterstadt", KEY, url="https://www.youtube.com/user/musterstadt")
    asked, profile = run(old, capture("youtube/channel.json"))
    assert asked[0].url.endswith("&forUsername=musterstadt")
    assert profile.handle == "musterstadt"
    none = capture("youtube/not-found.json")
    asked, profile = run(old, none, none)
    assert asked[1].url.endswith("&forHandle=%40musterstadt")
    assert profile.cause == "profile-gone"


def test_a_custom_name_that_is_no_handle_is_not_gone():
    custom = wanted("youtube", "musterstadt", KEY, url="https://www.youtube.com/c/musterstadt")
    assert read(custom, capture("youtube/not-found.json")).cause == "profile-not-read"


@pytest.mark.parametrize(
    ("answer", "cause", "fault"),
    [
        (("youtube/not-found.json",), "profile-gone", "not_found"),
        (("youtube/quota.json", 403), "asked-to-wait", "rate_limited"),
        (("youtube/bad-key.json", 400), "token-refused", "client_error"),
        ((b"", 403), "login-wall", "forbidden"),
        ((b"", 404), "profile-not-read", ""),
        ((b"", 500), "not-reachable", "server_error"),
        (({}, 200), "profile-not-read", ""),
        (({"kind": "youtube#channelListResponse", "items": [7]}, 200), "profile-not-read", ""),
    ],
)
def test_no_channel_is_told_by_its_cause(answer, cause, fault):
    found = read(CHANNEL, capture(*answer))
    assert (found.cause, found.fault, len(found.seen)) == (cause, fault, 1)


def test_without_a_key_the_public_page_is_asked_once_and_shows_the_badge():
    page = capture("youtube/page.html", final_url="https://www.youtube.com/@StadtMusterhausen")
    asked, profile = run(VISITOR, page)
    assert [ask.url for ask in asked] == ["https://www.youtube.com/@StadtMusterhausen"]
    assert not asked[0].api
    assert profile.handle == "StadtMusterhausen"
    assert profile.bio.endswith("Datenschutz: https://www.musterhausen.example/datenschutz")
    assert "</script> inbegriffen" in profile.bio
    assert links(profile) == [
        ("", "https://www.musterhausen.example/impressum"),
        ("Datenschutz", "https://www.musterhausen.example/datenschutz"),
    ]
    assert state(profile) == ("verified", "badge", "page")
    assert profile.more_links
    assert profile.seen == (page,)


def test_only_a_badge_in_the_channels_own_header_counts_and_none_proves_nothing():
    profile = saved(VISITOR, "youtube/page-about.html")
    assert state(profile) == ("unknown", "", "")
    assert profile.bio == ""
    assert links(profile) == [
        ("Impressum", "https://www.musterhausen.example/impressum"),
        ("Datenschutz", "https://musterhausen.de/datenschutz"),
    ]
    assert not profile.more_links


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("", "https://www.youtube.com/@musterstadt"),
        ("https://youtube.com/user/musterstadt", "https://www.youtube.com/user/musterstadt"),
        ("https://youtube.com/c/musterstadt", "https://www.youtube.com/c/musterstadt"),
    ],
)
def test_the_public_page_of_an_old_name_is_asked_under_it(url, asked):
    asks, found = run(wanted("youtube", "musterstadt", url=url), capture("youtube/page.html"))
    assert [ask.url for ask in asks] == [asked]
    assert isinstance(found, Profile) is bool(url)


def test_the_page_that_asks_for_consent_is_a_wall():
    consent = "https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2F"
    found = read(VISITOR, capture("youtube/consent.html", final_url=consent))
    assert (found.cause, found.fault, len(found.seen)) == ("login-wall", "login_wall", 1)
    assert saved(VISITOR, "youtube/consent.html") == Unread("login-wall")
    assert read(VISITOR, capture(b"", 404)).cause == "profile-gone"
    assert read(VISITOR, capture(b"", 0, fault="robots_disallowed")).cause == "robots"


def test_a_page_whose_script_cannot_be_read_shows_its_head():
    page = (
        '<meta property="og:title" content="Stadt Musterhausen"><meta property="og:description" '
        'content="Filme der…"><link rel="canonical" href="https://www.youtube.com/@StadtMusterhausen">'
        "<script>var ytInitialData = {kaputt};</script>"
    )
    profile = saved(VISITOR, page.encode())
    assert (profile.name, profile.bio, profile.links) == ("Stadt Musterhausen", None, None)


def test_another_channel_is_not_read():
    other = wanted("youtube", "landkreis")
    for page in ("page.html", "page-about.html", "channel.json"):
        assert saved(other, f"youtube/{page}") == Unread("profile-not-read")
