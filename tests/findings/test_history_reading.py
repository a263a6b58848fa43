"""Reading a history changes nothing; what brings it forward, or loses it, is told or can be undone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from linter.errors import LinterError
from linter.findings.history.reading import Reading
from linter.findings.history.schema import MIGRATIONS, open_database
from linter.findings.history.store import History
from linter.findings.history.story import runs, story
from tests.findings.nights import House

ROOT = Path(__file__).parents[2]


@pytest.fixture
def house(tmp_path):
    """Two nights: a finding that is gone in the second."""
    house = House(tmp_path / "here" / "nights.db")
    house.path.parent.mkdir()
    house.night(("a", "XX101"), ("b", "XX102"))
    house.night(("b", "XX102"))
    return house


def older(path: Path, version: int) -> Path:
    """The same nights in a file of an older version, beside."""
    old = path.with_name("old.db")
    with closing(open_database(str(old), create=True, migrations=MIGRATIONS[:version])) as database:
        database.execute("ATTACH ? AS new", (str(path),))
        for (table,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            names = [row[1] for row in database.execute(f"PRAGMA main.table_info({table})")]
            columns = ", ".join(names)
            database.execute(
                f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}"
            )
    return old


def told(path: Path):
    with closing(Reading(str(path))) as opened:
        found = runs(opened), story(opened, "a"), story(opened, "b")
        opened.expect_still()
        return found


def state(folder: Path):
    return {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in folder.iterdir()}


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_file_of_any_older_version_is_read_and_left_as_it_is(house, version):
    old = older(house.path, version)
    before = state(old.parent)
    assert told(old) == told(house.path)
    assert state(old.parent) == before


def test_reading_writes_nothing_beside_the_file_either(house):
    before = state(house.path.parent)
    nights, (_, *_), _ = told(house.path)
    assert [night["open"] for night in nights] == [2, 1]
    assert state(house.path.parent) == before


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="users are POSIX")
def test_who_may_not_write_may_read(house, tmp_path):
    folder = house.path.parent
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from linter.findings.history.reading import Reading\n"
        "from linter.findings.history.story import runs\n"
        "Path('/').as_uri()  # loads what this needs while it may\n"
        "if os.geteuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "try: open(sys.argv[1], 'ab')\n"
        "except PermissionError: print(len(runs(Reading(sys.argv[1]))))\n"
    )
    above = [one for one in tmp_path.parents if "pytest-of-" in str(one)]
    modes = {one: one.stat().st_mode for one in (folder, tmp_path, *above)}
    for one, mode in modes.items():
        one.chmod(mode | 0o555)
    folder.chmod(0o555)
    house.path.chmod(0o444)
    try:
        done = subprocess.run(
            [sys.executable, "-c", script, str(house.path)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    finally:
        for one, mode in modes.items():
            one.chmod(mode)
    assert (done.stdout, done.stderr) == ("2\n", "")


def test_a_run_that_writes_meanwhile_is_read_beside_and_noticed_where_it_begins(house):
    with History.open(str(house.path), clock=house.clock) as history:
        history.begin(house.day, rulebook="r", registry="g", options="o")
        assert [night["finished"] is None for night in told(house.path)[0]] == [False, False, True]
    with closing(Reading(str(house.path))) as opened:
        house.night(("b", "XX102"))
        with pytest.raises(LinterError, match="just been written"):
            opened.expect_still()


def test_what_is_brought_forward_is_kept_as_it_was(house):
    old = older(house.path, 3)
    house.path = old
    house.night(("b", "XX102"))
    kept = old.with_name("old.db-v3")
    with closing(sqlite3.connect(kept)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (3,)
        assert database.execute("SELECT count(*) FROM run").fetchone() == (2,)
    shutil.copy(kept, old)
    assert len(told(old)[0]) == 2
    assert not list(old.parent.glob("*-part"))


def test_nothing_is_brought_forward_under_a_run(house):
    old = older(house.path, 3)
    lock = sqlite3.connect(f"{old}-lock", isolation_level=None)  # as a run of any version holds it
    lock.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LinterError, match="Another run"):
        History.open(str(old))
    lock.close()
    with closing(sqlite3.connect(old)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (3,)
    History.open(str(old)).close()


def test_a_failure_that_took_everything_back_is_told_by_its_own_words(tmp_path):
    taken_back = (
        "CREATE TABLE host (name PRIMARY KEY);\nINSERT INTO host VALUES (1);\n"
        "INSERT OR ROLLBACK INTO host VALUES (1);\n"
    )
    with pytest.raises(LinterError, match="UNIQUE constraint"):
        open_database(str(tmp_path / "n.db"), create=True, migrations=(taken_back,))


@pytest.mark.parametrize("how", ["moved", "deleted", "replaced"])
def test_a_file_that_is_taken_away_under_a_run_is_told(house, how):
    path = house.path
    with pytest.raises(LinterError, match="moved, replaced or deleted"):
        house.night(("b", "XX102"), meanwhile=lambda: away(path, how))


def away(path: Path, how: str) -> None:
    kept = path.with_name("nights.db.1")
    if how == "replaced":
        shutil.copy(path, kept)
        kept.replace(path)
    elif how == "moved":
        path.rename(kept)
    else:
        path.unlink()
