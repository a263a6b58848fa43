"""Fifty kills at random moments: what resumes ends like a run that nobody disturbed."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

import pytest

from tests.web import night
from tests.web.pages import City, home, impressum, site
from tests.web.site import html, text
from tests.web.web import Web

KILLS = 50
SIDE_BY_SIDE = 2
LATER = 5
"""Kills of a second night, of a few cities."""
FEW = 6
DURABLE = 1.0
"""Seconds after which an answer must have been kept, come what may."""
LATENCY = 0.03
LONGEST = 0.6
"""Seconds after the first request at which a run is killed at the latest."""
EARLY = 0.2
"""The share of the kills that come while the program still starts."""
READING = {**night.CONFIG, "network": {**night.CONFIG["network"], "processes": 2}}
"""Two processes read pages, however many processors there are."""
ENDED = 5.0
"""Seconds after a kill at which nothing of the run may be left."""
VOLATILE = {"evidence"}
TABLES = {
    "run": "SELECT as_of, rulebook, registry, rules, finished IS NOT NULL FROM run",
    "observation": "SELECT account, authority, declared, observed, cause, pages FROM observation",
    "capture": "SELECT key, ok, body FROM capture",
    "body": "SELECT sha256 FROM body",
    "account": "SELECT account, declared, observed, cause, pages, gone FROM account",
    "finding": "SELECT identity, fingerprint, code, account, outcome, status, state, streak, stale FROM finding",
    "event": "SELECT account, kind, change_by, code FROM event",
}


def sites():
    """Twenty-four cities, some of them with something to find."""
    every = {}
    names = [
        f"{a}{b}"
        for a in ("Berg", "Wald", "Alten", "Neuen")
        for b in ("au", "hof", "tal", "furt", "loh", "rode")
    ]
    for number, name in enumerate(names):
        city = City(name, f"www.{name.lower()}.example")
        pages = {
            1: {"/impressum": html("", status=404)},
            2: {"/": html("<h1>Nein</h1>", status=403)},
            3: {"/": home(city, links="<li>Ende</li>")},
            4: {"/robots.txt": text("User-agent: *\nDisallow: /\n")},
            5: {"/impressum": impressum(city, "<h1>Impressum</h1><p>Siehe oben.</p>")},
        }.get(number % 6, {})
        every[city] = site(city, pages, latency=LATENCY)
    return every


def registry(cities):
    entries = "".join(
        f"  - {{id: {c.id}, names: [Stadt {c.name}], domains: [{c.domain}], kind: city, jurisdiction: nrw}}\n"
        for c in cities
    )
    accounts = "".join(
        f"  - {{id: {c.id}-www, authority: {c.id}, platform: website, handle: {c.host}, kind: authority,"
        f" status: active, url: 'https://{c.host}/'}}\n"
        for c in cities
    )
    return f"registry: 1\npacks: [impressum, privacy]\nauthorities:\n{entries}accounts:\n{accounts}"


@dataclass
class Campaign:
    """Kills of one registry's crawls over a web of its own."""

    web: Web
    path: object
    chance: random.Random
    kills: int = 0
    again: list[str] = field(default_factory=list)
    reading: int = 0
    """Kills that came while other processes were reading for the run."""
    left: list[int] = field(default_factory=list)
    """Processes that were still there long after the run they worked for was killed."""
    nights: int = 0
    """Nights that the history has before the one that is killed."""
    silent: int = 0
    """Nights that were closed in the history when a kill kept their report from being written."""

    def words(self, history):
        return night.command(self.path, self.web, "--jobs", "3", "--history", str(history))

    def undisturbed(self):
        self.web.forget()
        seen = night.crawl(self.path, self.web, "--jobs", "3", "--history", str(self.history(0)))
        assert seen.code == 1, seen.err
        return seen

    def history(self, number):
        return self.path.parent / f"history-{number}.sqlite"

    def round(self, number, most):
        """One night, killed again and again until it comes to its end."""
        self.web.forget()
        kept: set[tuple[str, str]] = set()
        end = None
        while end is None:
            begun = len(self.web.log)
            end, killed = self.live(number, by_chance=self.kills < most)
            mine = self.web.log[begun:]
            keys = [(r.url, r.header("Accept")) for r in mine]
            self.again += [url for url, accept in keys if (url, accept) in kept]
            kept |= {key for key, r in zip(keys, mine, strict=True) if r.ended < killed - DURABLE}
        return end

    def live(self, number, *, by_chance):
        """One life: the end of the run, or None and the moment of the kill."""
        out, err = (self.path.parent / f"{name}.txt" for name in ("out", "err"))
        with out.open("wb") as to, err.open("wb") as log:
            process = subprocess.Popen(
                self.words(self.history(number)),
                cwd=self.path.parent,
                env=night.environment(),
                stdout=to,
                stderr=log,
                start_new_session=True,
            )
            if by_chance:
                self.wait(process)
                killed = time.monotonic()
                if process.poll() is None:
                    self.reading += len(session(process.pid)) > 1
                    process.kill()
                    process.wait()
                    self.kills += 1
                    self.left += survivors(process.pid)
                    return self.closed(number, out), killed
            process.wait(60)
        return night.read(process.returncode, out.read_text(), err.read_text()), time.monotonic()

    def closed(self, number, out):
        """The end of a night that was closed just before the kill; None while it is open."""
        path = self.history(number)
        if not path.exists():
            return None
        with closing(sqlite3.connect(path)) as database:
            try:
                (finished,) = database.execute(
                    "SELECT count(*) FROM run WHERE finished IS NOT NULL"
                ).fetchone()
            except sqlite3.OperationalError:  # killed before the tables were there
                return None
        if finished <= self.nights:
            return None
        said = out.read_text()
        if not said.endswith("}\n"):
            self.silent += 1
            said = ""
        return night.read(1, said, "")

    def wait(self, process):
        """Until the moment of the kill, counted from the first request or from the start."""
        if self.chance.random() < EARLY:
            time.sleep(self.chance.uniform(0.05, 0.6))
            return
        before = len(self.web.log)
        while len(self.web.log) == before and process.poll() is None:
            time.sleep(0.002)
        until = time.monotonic() + self.chance.uniform(0.0, LONGEST)
        while time.monotonic() < until and process.poll() is None:
            time.sleep(0.002)


def session(leader):
    """The processes of a session, the leader among them."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = entry.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        if int(after[3]) == leader and after[0] != "Z":
            found.append(int(entry.parent.name))
    return found


def survivors(leader):
    """What is left of a session whose leader was killed, once it had time to end."""
    until = time.monotonic() + ENDED
    while (left := session(leader)) and time.monotonic() < until:
        time.sleep(0.005)
    return left


def bare(seen):
    """The findings without what differs from night to night."""
    return [
        {key: value for key, value in one.items() if key not in VOLATILE}
        for one in seen.report["findings"]
    ]


def rows(path):
    """What a history holds, table by table, and that the file is whole."""
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {name: sorted(database.execute(query), key=repr) for name, query in TABLES.items()}


def campaign(folder, seed):
    """Rounds until this campaign's share of the kills is done."""
    folder.mkdir()
    cities = sites()
    with Web(folder) as web:
        web.serve({city.host: one for city, one in cities.items()})
        path = night.written(folder, registry(cities), READING)
        mine = Campaign(web, path, random.Random(seed))
        calm = mine.undisturbed()
        wanted = rows(mine.history(0))
        number = 0
        while mine.kills < KILLS // SIDE_BY_SIDE:
            number += 1
            end = mine.round(number, KILLS // SIDE_BY_SIDE)
            assert end.code == calm.code, end.err
            if end.out:
                assert bare(end) == bare(calm)
            assert rows(mine.history(number)) == wanted
        return mine


@pytest.fixture(scope="module")
def campaigns(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kills")
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        work = [pool.submit(campaign, folder / str(n), seed=50 + n) for n in range(SIDE_BY_SIDE)]
        return [one.result() for one in work]


def test_fifty_killed_runs_end_like_undisturbed_ones(campaigns):
    assert sum(mine.kills for mine in campaigns) >= KILLS


def test_nothing_that_was_kept_is_asked_again(campaigns):
    assert [url for mine in campaigns for url in mine.again] == []


def test_no_night_is_closed_before_its_report_is_written(campaigns):
    assert sum(mine.silent for mine in campaigns) == 0


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc here")
def test_nobody_who_reads_for_a_run_outlives_it(campaigns):
    assert sum(mine.reading for mine in campaigns) > KILLS // 4
    assert [pid for mine in campaigns for pid in mine.left] == []


def otherwise(cities):
    """What is changed on the second night: every other page, and all of one city."""
    for number, (city, one) in enumerate(cities.items()):
        if number % 2:
            changed = {"/impressum": impressum(city, "<h1>Impressum</h1><p>Folgt.</p>")}
            yield city.host, replace(one, pages={**one.pages, **changed})
    yield city.host, site(city, {"/": html("<h1>Nein</h1>", status=403)}, latency=LATENCY)


def test_a_second_night_that_asks_ahead_ends_like_an_undisturbed_one(tmp_path):
    """What is asked ahead is what the night before asked; some of it is another page by now."""
    cities = dict(islice(sites().items(), FEW))
    with Web(tmp_path) as web:
        web.serve({city.host: one for city, one in cities.items()})
        path = night.written(tmp_path, registry(cities), READING)
        mine = Campaign(web, path, random.Random(7), nights=1)
        mine.undisturbed()
        first = shutil.copy(mine.history(0), tmp_path / "first.sqlite")
        with closing(sqlite3.connect(first)) as database:
            assert database.execute("SELECT count(*) FROM kept").fetchone()[0] > FEW // 2
        web.serve(dict(otherwise(cities)))
        calm = mine.undisturbed()
        wanted = rows(mine.history(0))
        number = 0
        while mine.kills < LATER:
            number += 1
            shutil.copy(first, mine.history(number))
            end = mine.round(number, LATER)
            assert end.code == calm.code, end.err
            if end.out:
                assert bare(end) == bare(calm)
            assert rows(mine.history(number)) == wanted
    assert {one["change"] for one in bare(calm)} >= {"new", "still"}
    assert (mine.again, mine.silent, mine.left) == ([], 0, [])
