"""A saved answer of an interface lacks what nobody asked for; that is not told, and not empty."""

from __future__ import annotations

import json

import pytest

from linter.platforms import readers
from linter.platforms.profile import Profile, Wanted

from .recorded import capture, read

LEAST = {
    "bluesky": {"did": "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", "handle": "stadt.de"},
    "facebook": {"id": "1", "username": "stadt"},
    "flickr": {"person": {"nsid": "1@N01", "path_alias": "stadt"}},
    "instagram": {"business_discovery": {"username": "stadt"}},
    "linkedin": {"id": 1, "vanityName": "stadt"},
    "mastodon": {"id": "1", "username": "stadt", "url": "https://social.example/@stadt"},
    "peertube": {"name": "stadt", "url": "https://video.example/a/stadt", "displayName": "Stadt"},
    "threads": {"username": "stadt"},
    "tiktok": {"data": {"user": {"username": "stadt", "display_name": "Stadt"}}},
    "vimeo": {"link": "https://vimeo.com/stadt"},
    "x": {"data": {"id": "1", "username": "stadt"}},
    "youtube": {"items": [{"id": "UC1", "snippet": {"customUrl": "@stadt"}}]},
}
HANDLES = {
    "bluesky": "stadt.de",
    "mastodon": "stadt@social.example",
    "peertube": "stadt@video.example",
}


@pytest.mark.parametrize("platform", LEAST)
def test_what_an_answer_lacks_is_not_told(platform):
    page = json.dumps(LEAST[platform]).encode()
    profile = readers.saved(page, Wanted(platform, HANDLES.get(platform, "stadt")))
    assert isinstance(profile, Profile)
    assert profile.bio is None
    assert not profile.links
    assert profile.links is None or profile.more_links


SECRETS = {
    "facebook": ("AMTLINT_META_TOKEN",),
    "instagram": ("AMTLINT_META_TOKEN", "AMTLINT_INSTAGRAM_USER_ID"),
    "linkedin": ("AMTLINT_LINKEDIN_TOKEN",),
    "threads": ("AMTLINT_THREADS_TOKEN",),
    "vimeo": ("AMTLINT_VIMEO_TOKEN",),
    "youtube": ("AMTLINT_YOUTUBE_KEY",),
}


@pytest.mark.parametrize("platform", SECRETS)
def test_what_an_interface_leaves_out_although_it_was_asked_is_not_told(platform):
    want = Wanted(platform, "stadt", secrets=frozenset(SECRETS[platform]))
    profile = read(want, capture(LEAST[platform]))
    assert isinstance(profile, Profile)
    assert profile.bio is None
    assert not profile.links
    assert profile.links is None or profile.more_links


def test_flickr_tells_of_a_website_only_where_its_field_is_there():
    want = Wanted("flickr", "1@N01", secrets=frozenset({"AMTLINT_FLICKR_KEY"}))
    person = LEAST["flickr"]["person"] | {"description": {"_content": ""}}
    answer = capture({"person": person})
    without = read(want, answer, capture({"profile": {"id": "1@N01"}}))
    empty = read(want, answer, capture({"profile": {"id": "1@N01", "website": ""}}))
    assert (without.bio, without.more_links) == ("", True)
    assert (empty.bio, empty.links, empty.more_links) == ("", (), False)


FULL = {"about": "", "website": "", "impressum": "", "privacy_info_url": ""}


def test_a_facebook_page_lacks_an_impressum_only_where_its_field_is_there_and_empty():
    want = Wanted("facebook", "stadt", secrets=frozenset({"AMTLINT_META_TOKEN"}))
    told = read(want, capture(LEAST["facebook"] | FULL))
    assert (told.impressum, told.links, told.more_links) == ("", (), False)
    for field in FULL:
        less = {name: text for name, text in FULL.items() if name != field}
        assert read(want, capture(LEAST["facebook"] | less)).more_links, field


def test_vimeo_writes_null_for_what_is_empty():
    want = Wanted("vimeo", "stadt", secrets=frozenset({"AMTLINT_VIMEO_TOKEN"}))
    empty = read(want, capture(LEAST["vimeo"] | {"bio": None, "websites": None}))
    assert (empty.bio, empty.links, empty.more_links) == ("", (), False)
