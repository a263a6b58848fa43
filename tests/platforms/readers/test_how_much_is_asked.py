"""How much a reader asks: never more than a crawl reckons with, on whatever answers."""

from __future__ import annotations

import random

import pytest

from linter.platforms import NAMES
from linter.platforms.profile import Wanted
from linter.platforms.readers import read
from linter.platforms.readers.tokens import NAMES as TOKENS
from tests.platforms.readers import bluesky_answers as bluesky
from tests.platforms.readers import mastodon_answers as mastodon
from tests.platforms.readers.answers import Web, answer

HANDLES = {
    "website": "www.musterhausen.de",
    "bluesky": bluesky.HANDLE,
    **dict.fromkeys(("mastodon", "pixelfed", "peertube"), "stadt@social.example.org"),
}
WHOLE = {
    **bluesky.whole(),
    mastodon.LOOKUP: answer(mastodon.account()),
    mastodon.FINGER: mastodon.finger(),
    f"{mastodon.HOST}/users/stadt": answer(mastodon.actor(), kind="application/activity+json"),
    mastodon.SITE: answer(mastodon.BACK),
}
PAGE = (
    "<title>Stadt Musterhausen</title><meta http-equiv=refresh content='0; url=/start'>"
    "<h1>Willkommen</h1><a rel=me href='https://social.example.org/@stadt'>Wir</a>"
    "<a href='/start'>weiter</a><a href='/impressum'>Impressum</a>"
)
FAULTS = [answer(fault=fault) for fault in ("timeout", "robots_disallowed", "connect_error")]
STATUSES = [answer("", status=status) for status in (401, 403, 404, 410, 429, 500)]
OTHERS = [*FAULTS, *STATUSES, answer({}), answer({"error": "no"}, status=400), answer(PAGE)]


class Odd(Web):
    """Answers as they should be, now and then, and any others in between."""

    def __init__(self, answers, chance):
        super().__init__(answers)
        self.chance = chance

    def get(self, ask):
        if self.chance.random() < 0.6:
            return super().get(ask)
        said, self.answers = self.answers, {ask.url: self.chance.choice(OTHERS)}
        try:
            return super().get(ask)
        finally:
            self.answers = said


@pytest.mark.parametrize("platform", NAMES)
def test_a_reader_asks_no_more_than_a_crawl_reckons_with(platform):
    handle = HANDLES.get(platform, "musterhausen")
    wanted = Wanted(
        platform,
        handle,
        "https://www.musterhausen.de/" if platform == "website" else "",
        domains=("musterhausen.de",),
        secrets=frozenset(TOKENS),
    )
    for seed in range(60):
        Odd(WHOLE, random.Random(seed)).read(read(wanted))
