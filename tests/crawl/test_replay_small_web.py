"""The small recorded web in `fixtures/web`: it is what the pages of today give, and it replays."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import date
from hashlib import sha256
from json import loads
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from linter.crawl.drive import Budget, drive
from linter.crawl.observe import observe
from linter.crawl.replay import Recorded
from linter.crawl.run import Crawl, lint_web
from linter.crawl.sight import read_capture
from linter.platforms.profile import Profile
from linter.report import json
from linter.report.options import Options
from linter.run import RunOptions, authorities, load_all

ROOT = Path(__file__).parents[2]
WEB = ROOT / "fixtures" / "web"
NIGHT = WEB / "night"
sys.path.insert(0, str(WEB))

import build  # noqa: E402 - a script, found through the line above

UNREAD = {
    "musterhausen-x": ("no-token", ""),
    "sport-mastodon": ("profile-gone", "not_found"),
    "theater-website": ("login-wall", "forbidden"),
    "vhs-website": ("not-reachable", "timeout"),
    "archiv-website": ("robots", "robots_disallowed"),
    "wirtschaft-website": ("address-refused", "address_refused"),
}
"""Accounts that show nothing: the cause, and the fault behind it."""

CLICKS = {
    "musterhausen-website": 1,
    "musterhausen-mastodon": 1,
    "musterhausen-bluesky": 1,
    "mrf-nrw-website": 1,
    "mrf-nrw-mastodon": 1,
    "bibliothek-mastodon": 1,
    "tierpark-mastodon": 3,
    "jugendamt-mastodon": 1,
    "museum-website": 3,
    "stadtwerke-website": 1,
    "tourismus-website": None,
}
"""Clicks to the Impressum."""


@pytest.fixture(scope="module")
def observed():
    """What the replayed night shows of every account."""
    options = RunOptions(as_of=date(2026, 11, 25), paths=(str(WEB / "accounts.yaml"),))
    loaded = load_all(options)
    houses = authorities(loaded.book, loaded.registry, ())
    night = Recorded(str(NIGHT))

    async def all_of_them():
        found = {}
        for account in loaded.registry.accounts:
            reading = observe(
                account, houses[account.authority], secrets=frozenset(), read=read_capture
            )
            found[account.id] = await drive(reading, night, Budget(40))
        return found

    return asyncio.run(all_of_them())


def told(folder: Path):
    """What a recording says; place, time and order aside, and how well it was compressed."""
    index = next(folder.glob("*.index.jsonl")).read_text().splitlines()
    names = ("final_url", "status", "fault", "detail", "sha256", "size")
    said = {}
    for entry in map(loads, index):
        entry["headers"].pop("content-length", None)
        said[entry["key"]] = {name: entry[name] for name in names} | entry["headers"]
    return said


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """The web crawled once more: the folder, and what the crawl found."""
    folder = tmp_path_factory.mktemp("night")
    return folder, build.record(folder)


def test_the_recording_is_what_the_pages_of_today_give(recorded):
    assert told(recorded[0]) == told(NIGHT)


def test_a_replay_finds_what_the_crawl_found_byte_for_byte(recorded):
    folder, live = recorded
    again = [lint_web(build.options(), Crawl(replay=str(folder))) for _ in range(2)]
    options = Options(version="0", show_suppressed=True)
    assert len(live.findings) > 100
    assert [json.render(result, options) for result in again] == [json.render(live, options)] * 2


def test_every_finding_names_the_place_of_its_evidence(recorded):
    folder, live = recorded
    entries = [
        entry
        for finding in live.findings
        for entry in finding.evidence
        if entry.get("warc") and entry["sha256"]
    ]
    assert len(entries) > 15
    for entry in entries:
        with (folder / entry["warc"]["file"]).open("rb") as stream:
            stream.seek(entry["warc"]["offset"])
            record = next(ArchiveIterator(stream))
            assert sha256(record.content_stream().read()).hexdigest() == entry["sha256"]
            assert record.rec_headers.get_header("WARC-Target-URI") == entry["final_url"]


def test_the_recording_is_whole_and_small():
    done = subprocess.run(
        ["sha256sum", "-c", next(NIGHT.glob("*.sha256")).name],
        cwd=NIGHT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert sum(path.stat().st_size for path in NIGHT.iterdir()) < 300_000


def test_the_recording_answers_everything_that_is_asked_of_it(observed):
    assert [
        fault.url
        for seen in observed.values()
        for fault in seen.faults
        if fault.fault == "not_recorded"
    ] == []


def test_the_notice_for_social_media_is_read_beside_the_general_one(observed):
    for account in ("musterhausen-mastodon", "musterhausen-bluesky"):
        seen = observed[account]
        assert seen.pages["privacy"].url == "https://www.musterhausen.de/datenschutz"
        assert seen.pages["narrower"].url == "https://www.musterhausen.de/datenschutz/social-media"
    assert "narrower" not in observed["musterhausen-website"].pages


@pytest.mark.parametrize(("account", "expected"), UNREAD.items())
def test_what_shows_nothing_is_told_with_its_cause(observed, account, expected):
    profile = observed[account].profile
    assert not isinstance(profile, Profile)
    assert (profile.cause, profile.fault) == expected
    assert set(observed[account].unseen.values()) == {expected[0]}


@pytest.mark.parametrize(("account", "clicks"), CLICKS.items())
def test_the_impressum_is_as_many_clicks_away(observed, account, clicks):
    way = observed[account].paths["impressum"].shortest
    assert (None if way is None else len(way.click_path()) - 1) == clicks


def test_each_account_stands_for_one_thing(observed):
    assert observed["mrf-nrw-mastodon"].profile.verification.state == "not_verified"
    assert observed["mrf-nrw-mastodon"].profile.name == "Raumfahrt NRW"
    assert observed["musterhausen-mastodon"].profile.verification.kind == "rel-me"
    assert observed["musterhausen-bluesky"].profile.verification.kind == "domain"
    assert observed["jugendamt-mastodon"].unseen["privacy"] == "page-not-linked"
    assert "impressum" not in observed["feuerwehr-website"].pages
    assert [fault.fault for fault in observed["feuerwehr-website"].faults] == ["not_found"]
    assert observed["tourismus-website"].unseen["impressum"] == "page-not-judgeable"
    short = observed["bibliothek-mastodon"].captures["impressum"]
    assert short.url == "https://bit.ly/3MusterHsn"
    assert [hop.status for hop in short.hops] == [302, 200]


def test_what_is_in_order_has_both_pages(observed):
    for account, clicks in CLICKS.items():
        if clicks == 1 and account != "jugendamt-mastodon":
            pages = observed[account].pages
            assert pages["impressum"].page_type == "impressum"
            assert pages["privacy"].page_type == "privacy"
