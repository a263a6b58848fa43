"""The history's file: made, brought forward, refused, locked, killed."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from linter.errors import LinterError
from linter.findings.history.schema import MIGRATIONS, open_database
from linter.findings.history.store import History
from tests.findings.nights import Clock, House, told

DAY = date(2026, 11, 25)
DIGESTS = {"rulebook": "r", "registry": "g", "options": "o"}
ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "nights.db")


def rows(path, question):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(question).fetchall()


def refused(path, **attributes):
    with pytest.raises(LinterError) as error:
        History.open(path, **attributes)
    return error.value.render("en")


def test_a_new_file_is_made_and_known_again(path):
    for _ in range(2):
        History.open(path).close()
    assert rows(path, "PRAGMA user_version") == [(len(MIGRATIONS),)]
    assert rows(path, "PRAGMA journal_mode") == [("wal",)]


def test_an_empty_file_is_taken_as_new(path):
    Path(path).touch()
    with History.open(path) as history:
        history.begin(DAY, **DIGESTS)
    assert rows(path, "SELECT count(*) FROM run") == [(1,)]


@pytest.mark.parametrize(
    "content", [b"accounts: []\n", b"\0" * 5000, b"SQLite format 3\0 not really"]
)
def test_what_is_no_database_is_refused_and_left_alone(path, content):
    Path(path).write_bytes(content)
    assert "no history file of amtlint" in refused(path)
    assert Path(path).read_bytes() == content


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="tells what is open on Linux only")
def test_what_is_no_database_is_let_go_of(path):
    Path(path).write_bytes(b"accounts: []\n")
    with pytest.raises(LinterError) as error:
        History.open(path)
    still_open = [os.path.realpath(name) for name in Path("/proc/self/fd").iterdir()]
    assert os.path.realpath(path) not in still_open, error  # which would keep what is not closed


def test_somebody_elses_database_is_refused_and_left_alone(path):
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE run (mine)")
    before = Path(path).read_bytes()
    assert "no history file of amtlint" in refused(path)
    assert Path(path).read_bytes() == before


def test_a_file_of_a_newer_version_is_refused(path):
    House(Path(path)).night(("a", "XX101"))
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    assert "newer amtlint" in refused(path)


def test_a_file_of_version_1_is_brought_forward_with_all_that_is_in_it(path):
    open_database(path, create=True, migrations=MIGRATIONS[:1]).close()
    assert rows(path, "PRAGMA user_version") == [(1,)]
    house = House(Path(path))
    house.night(("a", "XX101"))
    later = (
        *MIGRATIONS,
        """
        CREATE TABLE host (name TEXT PRIMARY KEY);
        INSERT INTO host VALUES ('a;b');
        ALTER TABLE run ADD COLUMN host TEXT NOT NULL DEFAULT 'here; there';
        """,
    )
    open_database(path, create=False, migrations=later).close()
    assert rows(path, "PRAGMA user_version") == [(len(MIGRATIONS) + 1,)]
    assert rows(path, "SELECT as_of, host FROM run") == [("2026-11-25", "here; there")]
    assert rows(path, "SELECT account, code FROM finding") == [("a", "XX101")]
    with pytest.raises(LinterError, match="newer"):
        open_database(path, create=False)


def test_a_file_of_version_3_is_brought_forward_and_its_findings_are_known_again(path, tmp_path):
    house = House(Path(path))
    seen = {"evidence": [{"url": "https://x.com/a_amt"}]}
    house.night(("a", "XX101"), ("a", "NET002"), **seen)
    old = str(tmp_path / "old.db")
    with closing(open_database(old, create=True, migrations=MIGRATIONS[:3])) as database:
        database.execute("ATTACH ? AS new", (path,))
        for table in ("run", "account", "observation", "finding", "event", "place", "house"):
            columns = ", ".join(
                row[1] for row in database.execute(f"PRAGMA main.table_info({table})")
            )
            database.execute(
                f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}"
            )
    assert rows(old, "PRAGMA user_version") == [(3,)]
    house.path, house.handles = Path(old), {"a": "ein_anderes"}
    result = house.night(("a", "XX101", "unknown"), ("a", "NET002"), unread=("a",), **seen)
    assert rows(old, "PRAGMA user_version") == [(len(MIGRATIONS),)]
    # which profile was seen then, nobody wrote down: the verdict stands
    assert sorted(told(result)) == [
        ("a", "NET002", "fail", "new"),
        ("a", "XX101", "fail", "still"),
        ("a", "XX101", "unknown", "unknown"),
    ]
    assert rows(old, "SELECT played, day FROM run") == [("", ""), ("", "")]
    assert rows(old, "SELECT target FROM finding WHERE code = 'NET002'") == [("x ein_anderes",)]
    assert rows(old, "SELECT count(*) FROM owed") == [(0,)]


def test_a_migration_that_fails_leaves_the_file_as_it_was(path):
    House(Path(path)).night(("a", "XX101"))
    broken = (*MIGRATIONS, "CREATE TABLE host (name);\nALTER TABLE nothing ADD COLUMN x;\n")
    with pytest.raises(LinterError):
        open_database(path, create=False, migrations=broken)
    assert rows(path, "PRAGMA user_version") == [(len(MIGRATIONS),)]
    assert rows(path, "SELECT name FROM sqlite_master WHERE name = 'host'") == []
    History.open(path).close()


def test_a_file_that_is_not_there_is_only_made_by_a_run(path):
    assert "no such history file" in refused(path, create=False)
    assert not Path(path).exists()


@pytest.mark.parametrize(
    ("where", "why"), [("missing/nights.db", "cannot be used"), (".", "This is a folder")]
)
def test_a_place_that_cannot_be_written_to_is_told_in_one_line(tmp_path, where, why):
    line = refused(str(tmp_path / where))
    assert why in line
    assert "\n" not in line


def test_two_runs_at_once_are_one_too_many(path):
    with History.open(path) as first, History.open(path) as second:
        first.begin(DAY, **DIGESTS)
        with pytest.raises(LinterError, match="Another run"):
            second.begin(DAY, **DIGESTS)
    with History.open(path) as third:
        assert third.begin(DAY, **DIGESTS).resumed


def test_a_run_of_another_process_is_told_and_reading_goes_on_beside_it(path):
    script = (
        "import sys\n"
        "from datetime import date\n"
        "from linter.findings.history.store import History\n"
        f"history = History.open({path!r})\n"
        f"history.begin(date(2026, 11, 25), **{DIGESTS!r})\n"
        "print('begun', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"begun\n"
        with History.open(path) as here:
            assert here.database.execute("SELECT count(*) FROM run").fetchone() == (1,)
            with pytest.raises(LinterError, match="Another run"):
                here.begin(DAY, **DIGESTS)
        other.kill()
        other.wait()
        with History.open(path) as here:
            assert here.begin(DAY, **DIGESTS).resumed


@pytest.mark.parametrize(
    ("change", "hours", "resumed"),
    [({}, 23, True), ({}, 25, False), *(({name: "other"}, 1, False) for name in DIGESTS)],
)
def test_a_killed_run_is_taken_up_within_a_day_if_it_asks_for_the_same(
    path, change, hours, resumed
):
    clock = Clock()
    with History.open(path, clock=clock) as history:
        first = history.begin(DAY, **DIGESTS).id
    clock.later(hours=hours)
    with History.open(path, clock=clock) as history:
        run = history.begin(DAY, **{**DIGESTS, **change})
        assert (run.resumed, run.id == first) == (resumed, resumed)


def test_a_finished_run_is_never_taken_up(tmp_path):
    house = House(tmp_path / "nights.db")
    house.night(("a", "XX101"))
    with History.open(str(house.path), clock=house.clock) as history:
        assert not history.begin(
            house.day, rulebook="sha256:01", registry="x", options="options-1"
        ).resumed


WRITER = """
import sys, time
from datetime import date
from hashlib import sha256
from linter.crawl.capture import Capture
from linter.findings.history.store import History
path, log, wanted = sys.argv[1], open(sys.argv[2], "a"), int(sys.argv[3])
with History.open(path) as history:
    run = history.begin(date(2026, 11, 25), rulebook="r", registry="g", options="o")
    for number in range(wanted):
        url = f"https://host-{number}.example/"
        if run.ledger.recall(url) is None:
            log.write(f"{number} {time.time()}\\n")
            log.flush()
            body = b"page %d" % (number % 50) * 500
            digest = sha256(body).hexdigest()
            run.ledger.keep(url, Capture(url, url, 200, body=body, sha256=digest))
            time.sleep(0.002)
    run.writer.drain()
print("done", flush=True)
"""


def test_a_writer_killed_twenty_times_loses_and_doubles_nothing(tmp_path, path):
    log, wanted, kills = tmp_path / "asked", 1200, []
    chance = random.Random(5)
    log.touch()
    words = [sys.executable, "-c", WRITER, path, str(log), str(wanted)]
    while len(kills) < 20:
        size = log.stat().st_size
        with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL) as writer:
            while log.stat().st_size == size and writer.poll() is None:
                time.sleep(0.002)  # until it is at work
            time.sleep(chance.uniform(0, 0.2))
            os.kill(writer.pid, signal.SIGKILL)
            kills.append(time.time())
        assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    assert subprocess.run(words, cwd=ROOT, check=True, capture_output=True).stdout == b"done\n"
    assert rows(path, "SELECT count(*), count(DISTINCT key) FROM capture") == [(wanted, wanted)]
    assert rows(path, "SELECT count(*) FROM run") == [(1,)]
    assert rows(path, "SELECT count(*) FROM body") == [(50,)]
    asked: dict[str, float] = {}
    for line in log.read_text().splitlines():
        number, at = line.split()
        if number in asked:  # only what was in flight when the writer was killed
            assert any(0 <= kill - asked[number] < 1 for kill in kills), line
        asked[number] = float(at)
    assert len(asked) == wanted


FINISHER = """
import sys
from pathlib import Path
from tests.findings.nights import House
house = House(Path(sys.argv[1]), accounts={f"a{n}": "Amt" for n in range(300)})
print("begun", flush=True)
house.night(*((name, "XX101") for name in house.accounts))
"""


def test_the_end_of_a_night_is_written_as_a_whole_or_not_at_all(tmp_path, path):
    chance = random.Random(7)
    seen = set()
    for _ in range(6):
        Path(path).unlink(missing_ok=True)
        with subprocess.Popen(
            [sys.executable, "-c", FINISHER, path], cwd=ROOT, stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout.readline() == b"begun\n"
            time.sleep(chance.uniform(0, 0.35))
            writer.kill()
        if not Path(path).exists():
            continue
        History.open(path).close()
        count = rows(path, "SELECT count(*) FROM finding")[0][0]
        finished = rows(path, "SELECT count(*) FROM run WHERE finished IS NOT NULL")[0][0]
        assert (count, finished) in ((0, 0), (300, 1))
        seen.add(finished)
    assert seen
    house = House(Path(path), accounts={f"a{n}": "Amt" for n in range(300)})
    result = house.night(*((name, "XX101") for name in house.accounts))
    assert {one[3] for one in told(result)} <= {"new", "still"}
