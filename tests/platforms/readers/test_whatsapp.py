from linter.platforms.profile import Unread

from .recorded import capture, links, read, run, saved, state, wanted

CODE = "0029VaAbCdEf123456789xyz"
CHANNEL = wanted("whatsapp", CODE)


def test_a_channels_page_tells_name_and_bio_but_no_badge():
    asked, profile = run(CHANNEL, capture("whatsapp/channel.html"))
    assert [ask.url for ask in asked] == [f"https://whatsapp.com/channel/{CODE}"]
    assert (profile.name, profile.handle) == ("Stadt Musterhausen", CODE)
    assert profile.bio == "Neues aus dem Rathaus. Impressum: musterhausen.de/impressum"
    assert links(profile) == [("Impressum", "https://musterhausen.de/impressum")]
    assert state(profile) == ("unknown", "", "")


def test_a_page_that_names_no_channel_shows_none_and_is_not_gone():
    assert read(CHANNEL, capture("whatsapp/unknown.html")).cause == "profile-not-read"
    assert read(CHANNEL, capture(b"", 404)).cause == "profile-gone"
    assert saved(CHANNEL, "whatsapp/unknown.html") == Unread("profile-not-read")


def test_codes_tell_capitals_apart():
    other = wanted("whatsapp", CODE.lower())
    assert saved(other, "whatsapp/channel.html") == Unread("profile-not-read")
    assert saved(CHANNEL, "whatsapp/channel.html").name == "Stadt Musterhausen"
