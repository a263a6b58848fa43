"""The crawl as a whole, over a source of the test's own: one bad account never hides the others."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import date

import pytest

from linter.crawl import run as crawl_run
from linter.crawl.asking import Ask
from linter.crawl.capture import Capture
from linter.crawl.run import Crawl, PagesRead, host_of, lint_web
from linter.platforms import KNOWN, _loaded
from linter.platforms.platform import Platform, first_part
from linter.platforms.profile import Profile, Unread
from linter.run import RunOptions
from linter.watched import watched_reader
from tests.checks.conftest import account

REGISTRY = """\
registry: 1
authority: stadt-heide
packs: [impressum]
authorities: [{id: stadt-heide, names: [Stadt Heide], kind: city}]
accounts:
  - {id: web, platform: website, handle: www.heide.example, kind: authority, url: "https://www.heide.example/"}
  - {id: own, platform: hausnetz, handle: heide, kind: authority}
"""


class Web:
    """Answers from a mapping; what it does not have is not there."""

    def __init__(self, pages):
        self.pages = pages

    async def get(self, ask):
        body = self.pages.get(ask.url)
        if body is None:
            return Capture(ask.url, ask.url, 404, "not_found")
        headers = {"content-type": "text/html; charset=utf-8"}
        return Capture(ask.url, ask.url, 200, headers=headers, body=body.encode(), fetched_at="t")

    def forget_transient(self):
        return 0


@pytest.fixture
def plugged():
    """A platform as a plug-in brings it, with a reader of its own; gone again afterwards."""

    def plug(reader):
        _loaded["hausnetz"] = Platform(
            "hausnetz", "Hausnetz", r"\w+", {"de": "", "en": ""}, first_part(""), reader=reader
        )
        KNOWN.append("hausnetz")

    yield plug
    _loaded.pop("hausnetz", None)
    KNOWN.remove("hausnetz")


@pytest.fixture
def crawled(tmp_path, monkeypatch):
    def run(pages=(), **asked):
        path = tmp_path / "accounts.yaml"
        path.write_text(REGISTRY, encoding="utf-8")
        web = Web(dict(pages))
        monkeypatch.setattr(
            crawl_run,
            "_source",
            lambda *_: (lambda: nullcontext(web), frozenset(), 40),
        )
        return lint_web(RunOptions(as_of=date(2026, 11, 25), paths=(str(path),)), Crawl(**asked))

    return run


def of(result, account_id, outcome="fail"):
    return {f.code for f in result.findings if f.account_id == account_id and f.outcome == outcome}


def test_a_plug_ins_reader_is_asked(plugged, crawled):
    def read(wanted):
        return Profile(wanted.platform, wanted.handle, "https://hausnetz.example/heide", links=())
        yield ()

    plugged(read)
    assert "IMP101" in of(crawled(), "own")


def test_a_reader_that_raises_ends_its_account_only(plugged, crawled):
    def read(wanted):
        raise LookupError("no such\ncountry")
        yield ()

    plugged(read)
    result = crawled({"https://www.heide.example/": "<title>Heide</title><h1>Stadt Heide</h1>"})
    (line,) = result.errors
    assert "own" in line
    assert "no such country" in line
    assert "IMP101" in of(result, "own", "unknown")
    assert "IMP101" in of(result, "web")


ASK = Ask("https://hausnetz.example/heide")
HEIDE = Profile("hausnetz", "heide", "https://hausnetz.example/heide", links=())


@pytest.mark.parametrize(
    ("asks", "found", "told"),
    [
        (ASK, HEIDE, "a tuple of Ask, not Ask"),
        ([ASK], HEIDE, "a tuple of Ask, not list"),
        (("https://hausnetz.example/heide",), HEIDE, "a tuple of Ask, not (str)"),
        ((Ask(None),), HEIDE, "are texts"),
        ((ASK,), None, "not NoneType"),
        ((ASK,), Unread("no-idea"), "no-idea"),
        ((ASK,), replace(HEIDE, name=7), "name"),
        ((ASK,), replace(HEIDE, links=["https://www.heide.example/"]), "links"),
        ((ASK,), replace(HEIDE, seen=("page",)), "seen"),
    ],
)
def test_a_plug_ins_reader_that_asks_or_finds_nonsense_ends_its_account_only(
    plugged, crawled, asks, found, told
):
    def read(wanted):
        yield asks
        return found

    plugged(watched_reader(read))
    result = crawled({"https://www.heide.example/": "<title>Heide</title><h1>Stadt Heide</h1>"})
    (line,) = result.errors
    assert "own" in line
    assert "hausnetz (a plug-in)" in line
    assert told in line
    assert "IMP101" in of(result, "own", "unknown")
    assert "IMP101" in of(result, "web")


def test_a_plug_ins_reader_that_keeps_to_it_is_believed(plugged, crawled):
    def read(wanted):
        (answer,) = yield (ASK,)
        return replace(HEIDE, seen=(answer,))

    plugged(watched_reader(read))
    result = crawled()
    assert result.errors == []
    assert "IMP101" in of(result, "own")


def test_every_account_is_judged_once(plugged, crawled):
    def read(wanted):
        return Profile(wanted.platform, wanted.handle, "https://hausnetz.example/heide", links=())
        yield ()

    plugged(read)
    told = []
    result = crawled(told=lambda account, _, again: told.append((account.id, again)))
    assert sorted(told) == [("own", False), ("web", False)]
    assert result.coverage.accounts == 2


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (
            "platform: website\nhandle: www.heide.example\nurl: https://heide.example/x",
            "heide.example",
        ),
        ("platform: website\nhandle: www.heide.example", "www.heide.example"),
        ("platform: mastodon\nhandle: Presse@Social.Heide.example", "social.heide.example"),
        ("platform: x\nhandle: heide", "x"),
    ],
)
def test_accounts_are_grouped_by_where_their_profiles_are(text, host):
    assert host_of(account(text)) == host


def test_a_page_is_read_once_as_long_as_it_is_kept():
    read = PagesRead(kept=2)

    def capture(name):
        return Capture(name, name, 200, body=b"<p>x", sha256=name, fetched_at="t")

    first = read(capture("a"))
    assert read(capture("a")) is first
    read(capture("b"))
    read(capture("c"))
    assert read(capture("a")) is not first
    assert len(read.pages) == 2
