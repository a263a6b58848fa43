"""A night on which nothing has changed tells what a full one would, without reading it all again."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import sqlite3
from collections import Counter
from dataclasses import fields, replace
from datetime import date, datetime
from itertools import islice

import pytest

from linter.crawl.again import READING, Kept, Unchanged, Walk, digest_of, walked
from linter.crawl.asking import Ask
from linter.crawl.capture import Capture, Hop
from linter.crawl.drive import Budget, drive
from linter.crawl.fetch import Fetcher
from linter.crawl.observation import Observation
from linter.crawl.remembering import Memory
from linter.findings.history.plain import UnkeptError, _packed, _unpacked
from linter.findings.history.store import History
from linter.platforms.profile import Unread
from tests.crawl.fetching import network
from tests.web.night import crawl, registry, served, written
from tests.web.pages import site
from tests.web.scenarios import ALL
from tests.web.site import Site, html, redirect, text
from tests.web.web import Web

SOME = dict(islice(((n, s) for n, s in ALL.items() if not s.net and not s.resolve), 24))
PACKS = ("impressum", "privacy", "accessibility", "nrw-handreichung")

NAMED = """\
- {id: named-x, authority: im-nrw, platform: x, handle: HerbertReulNRW, kind: ressort, profile_name: Innenminister Reul}
- {id: named-facebook, authority: im-nrw, platform: facebook, handle: Minister.Reul, kind: fach}
"""
"""What is wrong with a name is wrong on the second night, too, though rules on names ask for the day."""


class Nights:
    """One folder with a registry, a web, and a history file with its first night."""

    def __init__(self, folder, web):
        self.web = web
        self.path = written(folder, registry(SOME.values(), packs=PACKS) + NAMED)
        self.history = folder / "nights.sqlite"
        assert crawl(self.path, web, "--jobs", "64", "--history", str(self.history)).code == 1

    def told(self, *words, full):
        """What another night tells; full: as if nothing was kept of the first one."""
        history = self.history.with_name("full.sqlite" if full else "again.sqlite")
        shutil.copy(self.history, history)
        with sqlite3.connect(history) as database:
            (kept,) = database.execute("SELECT count(*) FROM kept").fetchone()
            assert kept > len(SOME) / 2
            if full:
                database.execute("DELETE FROM kept")
        database.close()
        self.web.forget()
        night = crawl(self.path, self.web, "--jobs", "64", "--history", str(history), *words)
        assert night.code == 1, night.err
        asked = sorted((r.host, r.path) for r in self.web.log)
        return json.loads(re.sub(r'"fetched_at": "[^"]*"', '"fetched_at": ""', night.out)), asked


@pytest.fixture(scope="module")
def nights(tmp_path_factory):
    with Web(tmp_path_factory.mktemp("web")) as web:
        web.serve(served(SOME.values()))
        yield Nights(tmp_path_factory.mktemp("night"), web)


@pytest.mark.parametrize("words", [(), ("--as-of", "2029-03-01")], ids=["same day", "another"])
def test_an_unchanged_night_tells_and_asks_what_a_full_one_does(nights, words):
    assert nights.told(*words, full=False) == nights.told(*words, full=True)


def test_a_name_that_is_wrong_is_wrong_on_an_unchanged_night(nights):
    again, _ = nights.told(full=False)
    named = {(f["account"], f["code"], f["change"]) for f in again["findings"]}
    for account, code in (
        ("named-x", "NRW101"),
        ("named-x", "NRW103"),
        ("named-facebook", "NRW102"),
    ):
        assert (account, code, "still") in named
    assert again["gone"] == []


def test_a_changed_page_is_seen_and_nothing_else_is(nights):
    scenario = next(s for s in SOME.values() if not s.fails and not s.unknown and not s.undecided)
    host = scenario.city.host
    before = nights.web.server.sites[host]
    changed = site(scenario.city, {"/impressum": html("<h1>Impressum</h1><p>Folgt.</p>")})
    nights.web.serve({host: changed})
    try:
        again, asked = nights.told("--only", "new", full=False)
        assert (again, asked) == nights.told("--only", "new", full=True)
    finally:
        nights.web.serve({host: before})
    assert scenario.name in {f["account"] for f in again["findings"]}


OTHERWISE = [
    {"/impressum": html("", status=404)},
    {"/": html("<h1>Baustelle</h1><p>Hier entsteht eine neue Seite.</p>")},
    {"/datenschutz": html("", status=503)},
    {"/robots.txt": text("User-agent: *\nDisallow: /\n")},
    {"/": redirect("/neu"), "/neu": html("<h1>Neu</h1><a href='/impressum'>Impressum</a>")},
    {},
]
"""What may be otherwise on a site tonight."""


def test_much_that_has_changed_is_told_as_a_full_night_tells_it(nights):
    """What was asked ahead in vain is seen by nobody, and was on last night's list."""
    before = dict(nights.web.server.sites)
    for number, scenario in enumerate(SOME.values()):
        host = scenario.city.host
        pages = {**before[host].pages, **OTHERWISE[number % len(OTHERWISE)]}
        nights.web.serve({host: replace(before[host], pages=pages)})
    try:
        again, asked = nights.told(full=False)
        whole, needed = nights.told(full=True)
    finally:
        nights.web.serve(before)
    assert again == whole
    assert not Counter(needed) - Counter(asked)
    _, listed = nights.told(full=False)
    assert not Counter(asked) - Counter(needed) - Counter(listed)


def test_a_changed_registry_is_judged_as_it_stands(nights):
    before = nights.path.read_text(encoding="utf-8")
    nights.path.write_text(before.replace("status: active", "status: dormant", 3), "utf-8")
    try:
        assert nights.told(full=False) == nights.told(full=True)
    finally:
        nights.path.write_text(before, "utf-8")


def answer(url, body=b"x", status=200, at="t"):
    hops = (Hop(url, status, "", at),)
    return Capture(url, url, 200, hops=hops, body=body, sha256=body.hex(), fetched_at=at)


def reading():
    """Ask for a page, then for the one that it names."""
    (first,) = yield (Ask("https://a.example/"),)
    (then,) = yield (Ask(first.body.decode()),)
    return Observation("a", Unread("not-reachable"), captures={"site": then})


def never():
    raise AssertionError("read again")
    yield


FIRST = answer("https://a.example/", b"https://a.example/b")
SECOND = answer("https://a.example/b")
KEPT = Kept(
    [((Ask(one.url),), digest_of((one,))) for one in (FIRST, SECOND)], None, {}, [], frozenset()
)


def sent(asking, answers):
    """Drive a reading with answers by address; returns what was asked and the result."""
    asked = []
    try:
        asks = next(asking)
        while True:
            asked += [ask.url for ask in asks]
            asks = asking.send(tuple(answers[ask.url] for ask in asks))
    except StopIteration as end:
        return asked, end.value


def test_the_same_answers_are_not_read_again():
    later = {
        FIRST.url: answer(FIRST.url, FIRST.body, status=304, at="later"),
        SECOND.url: answer(SECOND.url, at="later"),
    }
    asked, seen = sent(walked("a", never, KEPT), later)
    assert asked == [FIRST.url, SECOND.url]
    assert isinstance(seen, Unchanged)
    assert seen.captures_in_order == list(later.values())


def test_what_is_unchanged_can_be_read_after_all():
    _, seen = sent(walked("a", reading, KEPT), {FIRST.url: FIRST, SECOND.url: SECOND})
    assert seen.whole().captures == {"site": SECOND}


def test_from_the_first_other_answer_on_the_reading_asks_itself_and_nothing_twice():
    other = answer(FIRST.url, b"https://a.example/c")
    third = answer("https://a.example/c")
    asked, seen = sent(walked("a", reading, KEPT), {other.url: other, third.url: third})
    assert asked == [other.url, third.url]
    assert type(seen) is Walk
    assert seen.captures == {"site": third}


def waves(asking, answers):
    """Drive a reading; returns what was asked side by side, wave by wave, and the result."""
    asked = []
    try:
        asks = next(asking)
        while True:
            asked.append([ask.url for ask in asks])
            asks = asking.send(tuple(answers[ask.url] for ask in asks))
    except StopIteration as end:
        return asked, end.value


THIRD = answer("https://a.example/d")
ALL_THREE = {one.url: one for one in (FIRST, SECOND, THIRD)}
LONGER = Kept(
    [((Ask(one.url),), digest_of((one,))) for one in ALL_THREE.values()], None, {}, [], frozenset()
)


@pytest.mark.parametrize(
    ("budget", "asked"),
    [
        (READING + 3, [[FIRST.url], [SECOND.url, THIRD.url]]),
        (READING + 2, [[FIRST.url], [SECOND.url], [THIRD.url]]),  # no room for a reading beside it
        (0, [[FIRST.url], [SECOND.url], [THIRD.url]]),
    ],
)
def test_what_followed_the_first_answer_last_night_is_asked_at_once(budget, asked):
    told, seen = waves(walked("a", never, LONGER, budget=budget), ALL_THREE)
    assert told == asked
    assert isinstance(seen, Unchanged)
    assert [captures for _, captures in seen.walked] == [(FIRST,), (SECOND,), (THIRD,)]
    assert seen.captures_in_order == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("status", [429, 404, 200])
def test_a_profile_that_is_not_as_it_was_is_asked_before_anything_else_is(status):
    """It may have gone, or ask not to be read, or for a pause; then nothing more is asked of it."""
    other = replace(answer(FIRST.url, b"no"), status=status)

    def shy():
        yield (Ask(FIRST.url),)
        return Observation("a", Unread("login-wall"))

    asked, seen = waves(walked("a", shy, LONGER, budget=100), {FIRST.url: other})
    assert asked == [[FIRST.url]]
    assert seen.profile.cause == "login-wall"


def test_a_reading_that_goes_another_way_asks_for_what_it_needs_and_sees_nothing_else():
    other = answer(SECOND.url, b"https://a.example/c")
    third = answer("https://a.example/c")
    answers = {**ALL_THREE, other.url: other, third.url: third}

    def another():
        yield (Ask(FIRST.url),)
        (second,) = yield (Ask(SECOND.url),)
        (then,) = yield (Ask(second.body.decode()),)
        return Observation("a", Unread("not-reachable"), captures={"site": then})

    asked, seen = waves(walked("a", another, LONGER, budget=40), answers)
    assert asked == [[FIRST.url], [SECOND.url, THIRD.url], [third.url]]
    assert type(seen) is Walk
    assert seen.captures == {"site": third}
    assert seen.captures_in_order == [FIRST, other, third]


def test_a_page_that_changed_and_is_asked_for_again_is_at_hand(tmp_path):
    """The fetcher asks for it once a run, so that what was asked ahead is not asked again."""
    page = html("<p>Neu</p>")
    with Web(tmp_path) as web:
        web.serve({"a.example": Site({"/": page, "/b": page, "/c": page})})

        def changed():
            yield (Ask("https://a.example/"),)
            (then,) = yield (Ask("https://a.example/b"),)
            return Observation("a", Unread("not-reachable"), captures={"site": then})

        async def run():
            async with Fetcher(network(web)) as source:
                return await drive(walked("a", changed, KEPT, budget=40), source, Budget(40))

        assert asyncio.run(run()).captures["site"].body == page.body.encode()
        assert sorted(r.path for r in web.log) == ["/", "/b", "/robots.txt"]


def test_a_passing_fault_is_not_kept():
    failed = Capture(FIRST.url, FIRST.url, None, "timeout")
    walk = Walk("a", Unread("not-reachable"), walked=[((Ask(FIRST.url),), (failed,))])
    assert not walk.lasting


@pytest.mark.parametrize(
    "value", ["a", None, True, 3, date(2026, 11, 25), ("a", ("b",)), ["a"], {"de": ("x",)}, {}]
)
def test_values_of_messages_come_back_as_they_were(value):
    back = _unpacked(json.loads(json.dumps(_packed(value))))
    assert (back, type(back)) == (value, type(value))


class Later(dict):
    """What is worked out when it is asked for, and is empty before."""


@pytest.mark.parametrize("value", [object(), Later(), {"a": Later()}, datetime(2026, 11, 25)])  # noqa: DTZ001 - of no zone
def test_what_is_no_plain_data_is_not_kept(value):
    with pytest.raises(UnkeptError):
        _packed(value)


def test_what_is_kept_holds_for_its_basis_and_only_as_it_was_written(tmp_path):
    class Named:
        id = "a"

    account = Named()
    with History.open(str(tmp_path / "h.sqlite")) as history:
        run = history.begin(date(2026, 11, 25), rulebook="", registry="", options="")
        memory = Memory(run, "one", [account])
        memory.keep(account, KEPT)
        run.writer.drain()
        assert memory.kept(account).plain() == KEPT.plain()
        assert Memory(run, "other", [account]).kept(account) is None
        run.keep("one", 0, b"damaged")
        run.writer.drain()
        assert memory.kept(account) is None
        Memory(run, "one", [account], failed={"a"}).keep(account, KEPT)
        run.writer.drain()
        assert memory.kept(account) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("final_url", "https://a.example/c"), ("status", 404), ("fault", "not_found"), ("detail", "x"),
        ("hops", (Hop(FIRST.url, 301, "https://a.example/c", "t"),)), ("truncated", True),
        ("headers", {"content-type": "text/plain"}), ("headers", {**FIRST.headers, "refresh": "0; url=/c"}),
        ("sha256", "ff"), ("url", "https://a.example/#a"),
    ],
)  # fmt: skip
def test_an_answer_that_is_another_is_told_from_the_one_kept(name, value):
    assert digest_of((replace(FIRST, **{name: value}),)) != digest_of((FIRST,))


def refused(body):
    """An answer of the same status, whatever its body says."""
    return replace(FIRST, status=400, fault="client_error", body=body, sha256=body.hex())


def test_what_an_interface_says_of_its_refusal_is_compared_and_the_page_of_a_fault_is_not():
    disturbed, gone = refused(b'{"error":"UpstreamFailure"}'), refused(b' {"error":"Gone"}')
    assert digest_of((disturbed,)) != digest_of((gone,))
    assert digest_of((refused(b"<p>1</p>"),)) == digest_of((refused(b"<p>2</p>"),))


def test_every_part_of_an_answer_is_compared_or_says_nothing_of_the_page():
    compared = {"url", "final_url", "status", "fault", "detail", "hops", "sha256", "truncated"}
    by_digest_or_type = {"body", "headers"}
    of_the_night = {"not_modified", "fetched_at", "warc"}
    assert {one.name for one in fields(Capture)} == compared | by_digest_or_type | of_the_night
