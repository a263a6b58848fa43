"""What a profile shows lies over what the registry declares, at the registry's places."""

from __future__ import annotations

from datetime import date

import pytest

from linter.crawl.capture import Capture
from linter.crawl.observation import Observation
from linter.overlay import overlaid
from linter.platforms.profile import Profile, ProfileLink, Unread, Verification
from linter.registry.nodes import Mapping, Scalar, plain_data, start_of
from tests.checks.conftest import account

DECLARED = """\
id: im-mastodon
platform: mastodon
handle: im_nrw@nrw.example
profile_name: Innenministerium NRW
bio: Hier informiert das Haus.
"""


def seen(profile):
    return Observation("im-mastodon", profile)


def profile(**told):
    told = {
        "platform": "mastodon",
        "handle": "im_nrw@nrw.example",
        "url": "https://nrw.example/@im_nrw",
        **told,
    }
    return Profile(**told)


def test_an_observed_value_stands_at_the_declared_ones_place():
    declared = account(DECLARED)
    shown = overlaid(declared, seen(profile(name="Ministerium des Innern")))
    name = shown.fields.entries["profile_name"]
    assert isinstance(name, Scalar)
    assert name.text == "Ministerium des Innern"
    assert start_of(name) == start_of(declared.fields.entries["profile_name"])
    assert plain_data(declared.fields.entries["profile_name"]) == "Innenministerium NRW"


def test_the_bio_is_all_that_the_profile_says_in_words():
    told = profile(
        bio="Hier informiert das Haus.",
        fields=(("Betreut von", "der Pressestelle"),),
        impressum="Haus, Markt 1, 12345 Musterhausen",
    )
    bio = overlaid(account(DECLARED), seen(told)).fields.entries["bio"]
    assert isinstance(bio, Scalar)
    assert bio.text == (
        "Hier informiert das Haus.\n"
        "Betreut von: der Pressestelle\n"
        "Impressum: Haus, Markt 1, 12345 Musterhausen"
    )


def test_what_is_as_declared_keeps_the_declared_node():
    declared = account(DECLARED)
    shown = overlaid(declared, seen(profile(name="Innenministerium NRW")))
    assert shown.fields.entries["profile_name"] is declared.fields.entries["profile_name"]


def test_what_nobody_declared_stands_at_the_accounts_id():
    declared = account(DECLARED)
    links = (
        ProfileLink("Impressum", "https://im.nrw/impressum"),
        ProfileLink("", "https://im.nrw"),
    )
    shown = overlaid(declared, seen(profile(links=links)))
    node = shown.fields.entries["links"]
    assert plain_data(node) == [
        {"label": "Impressum", "url": "https://im.nrw/impressum"},
        {"url": "https://im.nrw"},
    ]
    assert start_of(node) == start_of(declared.fields.entries["id"])


def test_what_a_reading_does_not_tell_stays_as_declared():
    declared = account(DECLARED)
    shown = overlaid(declared, seen(profile(name=None, bio=None, links=None)))
    assert shown.fields.entries == declared.fields.entries


def test_a_profile_that_was_not_read_changes_nothing():
    declared = account(DECLARED)
    assert overlaid(declared, seen(Unread("login-wall"))) is declared


@pytest.mark.parametrize(
    ("badge", "expected"),
    [
        (
            Verification("verified", "rel-me", "api", date(2024, 5, 1)),
            {"kind": "rel-me", "since": "2024-05-01"},
        ),
        (Verification("verified"), "true"),
        (Verification("not_verified"), "false"),
        (Verification("unknown", "badge"), None),
    ],
)
def test_verification_as_seen(badge, expected):
    shown = overlaid(account(DECLARED), seen(profile(verification=badge)))
    node = shown.fields.entries.get("verified")
    assert (None if node is None else plain_data(node)) == expected


def test_another_handle_is_the_profiles_a_spelling_is_none():
    declared = account(DECLARED)
    assert overlaid(declared, seen(profile(handle="IM_NRW@nrw.example"))).handle == declared.handle
    assert overlaid(declared, seen(profile(handle="mik@nrw.example"))).handle == "mik@nrw.example"


def test_a_websites_title_is_no_profile_name():
    text = "id: web\nplatform: website\nhandle: www.im.nrw\n"
    page = Profile("website", "www.im.nrw", "https://www.im.nrw/", name="Start", bio="Willkommen")
    assert overlaid(account(text), Observation("web", page)).fields.entries.keys() == {
        "id",
        "platform",
        "handle",
    }


def test_evidence_is_of_the_page_or_of_the_profile_that_shows_the_field():
    mine = Capture(
        "https://nrw.example/@im_nrw", "https://nrw.example/@im_nrw", 200, fetched_at="t"
    )
    page = Capture("https://im.nrw/impressum", "https://im.nrw/impressum", 200, fetched_at="t")
    observation = seen(profile(name="Haus"))
    observation.captures = {"profile": mine, "impressum": page}
    assert [e["url"] for e in observation.evidence("profile_name")] == [mine.url]
    assert [e["url"] for e in observation.evidence("impressum")] == [page.url]
    assert observation.evidence("bio") == []
    assert observation.evidence("operator.unit") == []


def test_observed_fields_are_a_mapping_of_their_own():
    declared = account(DECLARED)
    shown = overlaid(declared, seen(profile(name="Anders")))
    assert isinstance(shown.fields, Mapping)
    assert shown.fields is not declared.fields
    assert shown.document is declared.document


def test_a_hostile_name_is_no_longer_than_a_registry_takes():
    told = profile(name="N" * 3_000_000, bio="b" * 3_000_000)
    entries = overlaid(account(DECLARED), seen(told)).fields.entries
    lengths = [len(entries[name].text or "") for name in ("profile_name", "bio")]
    assert lengths == [500, 20_000]


LISTED = """\
bio: |
  Hier informiert das Haus.
links:
  - {label: Impressum, url: "https://im.nrw/impressum"}
  - {url: "https://im.nrw"}
"""


def test_a_link_that_is_as_declared_keeps_its_own_place_among_others():
    declared = account(DECLARED.replace("bio: Hier informiert das Haus.\n", LISTED))
    links = (
        ProfileLink("Neu", "https://im.nrw/neu"),
        ProfileLink("", "https://im.nrw"),
        ProfileLink("Impressum", "https://im.nrw/anders"),
    )
    shown = overlaid(declared, seen(profile(bio="Hier informiert das Haus.", links=links)))
    listed, recorded = shown.fields.entries["links"], declared.fields.entries["links"]
    assert [item in recorded.items for item in listed.items] == [False, True, False]
    assert [start_of(item) == start_of(recorded) for item in listed.items] == [True, False, True]
    assert shown.fields.entries["bio"] is declared.fields.entries["bio"]
