"""What somebody names to be audited becomes an account of the right house."""

from __future__ import annotations

import pytest

from linter.audit.target import registry_of, target_of
from linter.errors import LinterError
from linter.names import Reader
from linter.registry.account import Authority
from linter.rulebook.book import load_rulebook
from linter.rulebook.facts import authorities_from

BOOK = load_rulebook()
KNOWN = authorities_from(BOOK.facts)
READER = Reader.from_facts(BOOK.facts, KNOWN)


def understood(word, *, authority="", kind="", known=KNOWN):
    return target_of(word, reader=READER, known=known, authority=authority, kind=kind)


@pytest.mark.parametrize(
    ("word", "platform", "handle", "authority", "kind"),
    [
        (
            "mastodon:@im_nrw@social.example",
            "mastodon",
            "im_nrw@social.example",
            "im-nrw",
            "ressort",
        ),
        ("x:IM_NRW", "x", "IM_NRW", "im-nrw", "ressort"),
        ("https://x.com/IM_NRW", "x", "IM_NRW", "im-nrw", "ressort"),
        (
            "https://www.instagram.com/musterstadt/",
            "instagram",
            "musterstadt",
            "unbekannt",
            "authority",
        ),
        (
            "https://www.musterhausen.de/start",
            "website",
            "www.musterhausen.de",
            "unbekannt",
            "authority",
        ),
    ],
)
def test_the_house_is_recognised_by_the_handle(word, platform, handle, authority, kind):
    target = understood(word)
    assert (target.platform, target.handle) == (platform, handle)
    assert (target.authority, target.kind, target.guessed) == (authority, kind, True)


@pytest.mark.parametrize(
    ("word", "authority"),
    [
        ("instagram:innenminister.reul", "im-nrw"),
        ("facebook:HerbertReul", "im-nrw"),
        ("facebook:stadtdortmund", "stadt-dortmund"),
        ("x:Stadt_Dortmund", "stadt-dortmund"),
        ("x:Dortmunder_Tagblatt", "unbekannt"),
    ],
)
def test_the_house_is_recognised_by_its_whole_name_or_by_the_person_named(word, authority):
    assert understood(word).authority == authority


@pytest.mark.parametrize(
    "word",
    [
        "https://x.com/IM_NRW/status/1",
        "https://x.com/search?q=a",
        "https://www.instagram.com/p/ABC123/",
        "https://www.facebook.com/sharer.php?u=x",
        "https://www.youtube.com/watch?v=abc",
        "https://user:hunter2@www.musterhausen.de/",
        "https://:80/",
    ],
)
def test_an_address_that_is_no_profiles_is_refused(word):
    with pytest.raises(LinterError) as told:
        understood(word)
    assert "hunter2" not in told.value.render("en")


@pytest.mark.parametrize(
    ("word", "platform", "handle", "url"),
    [
        ("Https://x.com/IM_NRW", "x", "IM_NRW", "https://x.com/IM_NRW"),
        ("HTTP://www.heide.example/", "website", "www.heide.example", "http://www.heide.example/"),
        ("website:https://www.heide.example/", "website", "www.heide.example", "https://www.heide.example/"),
        ("website:www.heide.example/start", "website", "www.heide.example", "https://www.heide.example/start"),
        ("x:https://x.com/IM_NRW", "x", "IM_NRW", "https://x.com/IM_NRW"),
    ],
)  # fmt: skip
def test_an_address_may_stand_as_it_was_written_and_behind_its_platform(
    word, platform, handle, url
):
    target = understood(word)
    assert (target.platform, target.handle, target.url) == (platform, handle, url)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("website:https://x.com/IM_NRW", "is an address on X; “website” is written before it"),
        ("x:https://www.heide.example/", "is not the address of a profile on X"),
        ("ig:stadt_heide", "For example: instagram:stadt_heide"),
        ("Twitter:stadt_heide", "For example: x:stadt_heide"),
        ("mastodn:a@b.example", "For example: mastodon:a@b.example"),
    ],
)
def test_what_was_meant_by_no_target_is_told(word, told):
    with pytest.raises(LinterError) as refused:
        understood(word)
    assert told in refused.value.render("en")


@pytest.mark.parametrize("more", ["?mail=a@b.example", "#a@b"])
def test_an_at_behind_the_host_is_no_credential(more):
    assert understood(f"https://www.musterhausen.de{more}").handle == "www.musterhausen.de"


def test_the_house_is_recognised_by_its_domain():
    town = Authority("stadt-heide", kind="city", domains=("heide.example",))
    target = understood("https://www.heide.example/", known={"stadt-heide": town})
    assert (target.authority, target.kind) == ("stadt-heide", "authority")


def test_what_is_given_is_not_guessed():
    target = understood("x:irgendwas", authority="mwike-nrw", kind="fach")
    assert (target.authority, target.kind, target.guessed) == ("mwike-nrw", "fach", False)


@pytest.mark.parametrize("word", ["mastodn:a@b.example", "irgendwas", "ftp://x.example/", "x:"])
def test_what_is_no_target_is_told_in_one_line(word):
    with pytest.raises(LinterError) as told:
        understood(word)
    for lang in ("de", "en"):
        assert "\n" not in told.value.render(lang)


def test_hostile_words_become_values_not_yaml():
    target = understood('x:a"\n- {id: evil}', authority="im-nrw")
    text = registry_of([target], KNOWN)
    assert "evil" not in "".join(
        line for line in text.splitlines() if "handle" not in line and "id:" not in line
    )
