"""A saved answer of an interface lacks what nobody asked for; that is not told, and not empty."""

from __future__ import annotations

import json

import pytest

from linter.platforms import readers
from linter.platforms.profile import Profile, Wanted

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
