"""The history's file: its tables, how it is opened, and how an older one is brought forward."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

APPLICATION = 0x616D746C
"""SQLite's mark of whose file it is: “amtl”."""

PATIENCE = 30.0
"""Seconds to wait for a reader or writer of another process."""

FIRST = """
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,       -- UTC, ISO 8601
  finished TEXT,               -- NULL: still running, or killed
  as_of TEXT NOT NULL,
  rulebook TEXT NOT NULL,
  registry TEXT NOT NULL,
  options TEXT NOT NULL,
  version TEXT NOT NULL,
  rules TEXT NOT NULL DEFAULT '[]',   -- JSON: the codes that were asked
  counts TEXT NOT NULL DEFAULT '{}'   -- JSON
);
CREATE TABLE body (
  sha256 TEXT PRIMARY KEY,
  data BLOB NOT NULL           -- zlib
);
CREATE TABLE capture (
  key TEXT NOT NULL,
  run INTEGER NOT NULL,
  ok INTEGER NOT NULL,
  fields TEXT NOT NULL,        -- JSON: all but the body
  body TEXT,                   -- NULL: none came
  PRIMARY KEY (key, run)
);
CREATE INDEX capture_run ON capture (run);
CREATE INDEX capture_body ON capture (body);
CREATE TABLE observation (
  run INTEGER NOT NULL,
  account TEXT NOT NULL,
  authority TEXT NOT NULL,
  declared TEXT NOT NULL,      -- digest of what the registry says
  observed TEXT NOT NULL,      -- digest of what was seen; '' where nothing could be read
  cause TEXT NOT NULL,         -- why nothing could be read
  profile TEXT NOT NULL,       -- JSON: the values shown
  pages TEXT NOT NULL,         -- JSON: kind → sha256 of the body
  PRIMARY KEY (run, account)
) WITHOUT ROWID;
CREATE TABLE account (
  account TEXT PRIMARY KEY,
  authority TEXT NOT NULL,
  declared TEXT NOT NULL,
  observed TEXT NOT NULL,
  profile TEXT NOT NULL,
  pages TEXT NOT NULL,
  cause TEXT NOT NULL,         -- why the last night could not read it; '' where it could
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL,     -- in the registry
  last_read TEXT NOT NULL,     -- on the web; '' where never
  gone INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE finding (
  identity TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  code TEXT NOT NULL,
  account TEXT NOT NULL,
  authority TEXT NOT NULL,
  platform TEXT NOT NULL,
  field TEXT NOT NULL,
  outcome TEXT NOT NULL,
  status TEXT NOT NULL,
  state TEXT NOT NULL,         -- new, still, gone, reopened, unknown
  change_by TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  streak INTEGER NOT NULL,     -- nights in a row that it was seen
  stale INTEGER NOT NULL,      -- nights in a row that it could not be looked for
  published INTEGER NOT NULL,
  web INTEGER NOT NULL,        -- it rests on what was seen on the web
  reachability INTEGER NOT NULL,
  told TEXT NOT NULL           -- JSON: the finding
) WITHOUT ROWID;
CREATE INDEX finding_account ON finding (account);
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  account TEXT NOT NULL,
  kind TEXT NOT NULL,          -- added removed edited changed unread read; new reopened gone
  change_by TEXT NOT NULL,
  code TEXT NOT NULL,
  data TEXT NOT NULL           -- JSON
);
CREATE INDEX event_account ON event (account, id);
"""

SECOND = """
CREATE TABLE kept (
  account INTEGER PRIMARY KEY, -- its number in the registry
  basis TEXT NOT NULL,         -- digest of all that decides beside the web and the day
  data BLOB NOT NULL           -- zlib, JSON: what was asked and what came of it
);
"""

THIRD = """
CREATE TABLE place (
  account TEXT PRIMARY KEY,
  path TEXT NOT NULL,          -- the registry's file that has the account, as the call named it
  real TEXT NOT NULL           -- the same from the root on
) WITHOUT ROWID;
CREATE TABLE house (
  authority TEXT PRIMARY KEY,
  declared TEXT NOT NULL       -- digest of what the registry says of it; '' for nothing
) WITHOUT ROWID;
"""

FOURTH = """
ALTER TABLE finding ADD COLUMN target TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN page TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN played TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN day TEXT NOT NULL DEFAULT '';
CREATE TABLE owed (
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,       -- which entry of the config's notify
  letter TEXT NOT NULL         -- JSON: what a night had to tell and could not
);
"""
"""target: the profile that the registry named when a finding was seen; page: the page behind a link
that it is about. A recorded night's `started` is when it was recorded, played: when it was played
back, day: its own day; both are empty for any other."""

MIGRATIONS = (FIRST, SECOND, THIRD, FOURTH)
"""Each script brings a file from the version of its index to the next; never edited, only added to."""


def expect_file(path: str, *, create: bool = False) -> None:
    """Raise where the path is none of a file; create: one that is not there yet will do."""
    if Path(path).is_dir():
        raise LinterError(
            {
                "de": "Das ist ein Ordner, keine Verlaufsdatei.",
                "en": "This is a folder, not a history file.",
            },
            path=path,
            hint={"de": "Nennen Sie die Datei darin.", "en": "Name the file in it."},
        )
    if not create and not Path(path).is_file():
        raise LinterError(
            {"de": "Diese Verlaufsdatei gibt es nicht.", "en": "There is no such history file."},
            path=path,
            hint={
                "de": "Angelegt wird sie mit „amtlint crawl --history DATEI“.",
                "en": "`amtlint crawl --history FILE` creates it.",
            },
        )


def open_database(
    path: str,
    *,
    create: bool,
    migrations: Sequence[str] = MIGRATIONS,
    alone: Callable[[], object] = lambda: None,
) -> sqlite3.Connection:
    """Open the file, made or brought forward where needed; raises `LinterError` if it is not ours.

    alone: called before an older file is changed; raises where a run is using it.
    """
    expect_file(path, create=create)
    try:
        database = connect(path)
        try:
            _bring_forward(database, path, migrations, alone)
        except BaseException:
            database.close()
            raise
    except sqlite3.Error as error:
        raise unusable(error, path) from None
    return database


def connect(path: str) -> sqlite3.Connection:
    """A connection in the mode that the history is kept in: nothing is lost with the process."""
    database = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("PRAGMA foreign_keys = OFF")
    except BaseException:  # what is no database shows here
        database.close()
        raise
    return database


def _bring_forward(
    database: sqlite3.Connection,
    path: str,
    migrations: Sequence[str],
    alone: Callable[[], object],
) -> None:
    version = version_of(database, path, len(migrations))
    if version == len(migrations):
        return
    if version:
        alone()
        _keep(database, f"{path}-v{version}")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("BEGIN IMMEDIATE")
    try:
        # looked at again: another process may have been first
        for script in migrations[version_of(database, path, len(migrations)) :]:
            for statement in statements(script):
                database.execute(statement)
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {len(migrations)}")
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:  # not after a full disk: SQLite has taken it back by itself
            database.execute("ROLLBACK")
        raise


def _keep(database: sqlite3.Connection, copy: str) -> None:
    """Keep the file as it is beside itself: what is made of it no older amtlint can read."""
    begun = Path(f"{copy}-part")
    try:
        with closing(sqlite3.connect(begun)) as target:
            database.backup(target)
        begun.replace(copy)
    except OSError as error:
        raise sqlite3.OperationalError(error.strerror) from None
    finally:
        begun.unlink(missing_ok=True)


def version_of(database: sqlite3.Connection, path: str, known: int) -> int:
    """The file's version; 0 for an empty one. A file of somebody else's is left alone."""
    application = database.execute("PRAGMA application_id").fetchone()[0]
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    with closing(database.execute("SELECT count(*) FROM sqlite_master")) as rows:
        empty = not rows.fetchone()[0]
    if application == 0 and version == 0 and empty:
        return 0
    if application != APPLICATION:
        raise foreign(path)
    if version > known:
        raise LinterError(
            {
                "de": f"Die Verlaufsdatei ist von einer neueren amtlint-Version (Stand {version}, bekannt ist {known}).",
                "en": f"The history file is of a newer amtlint (version {version}, known is {known}).",
            },
            path=path,
            hint={"de": "Aktualisieren Sie amtlint.", "en": "Update amtlint."},
        )
    return version


def statements(script: str) -> list[str]:
    """The script's statements, one by one: `executescript` would end the transaction."""
    found, rest = [], ""
    for line in script.splitlines(keepends=True):
        rest += line
        if sqlite3.complete_statement(rest):
            found.append(rest)
            rest = ""
    return found


def foreign(path: str) -> LinterError:
    """The error about a file that is something else."""
    return LinterError(
        {
            "de": "Das ist keine Verlaufsdatei von amtlint; sie bleibt unberührt.",
            "en": "This is no history file of amtlint; it is left alone.",
        },
        path=path,
        hint={
            "de": "Nennen Sie eine andere Datei, amtlint legt sie an.",
            "en": "Name another file, amtlint creates it.",
        },
    )


def unusable(error: sqlite3.Error, path: str) -> LinterError:
    """SQLite's error as the user may read it."""
    if isinstance(error, sqlite3.DatabaseError) and "not a database" in str(error):
        return foreign(path)
    if "malformed" in str(error):
        return LinterError(
            {
                "de": f"Die Verlaufsdatei ist beschädigt ({error}).",
                "en": f"The history file is damaged ({error}).",
            },
            path=path,
            hint={
                "de": "Nehmen Sie eine Sicherung, oder retten Sie, was lesbar ist: sqlite3 DATEI .recover",
                "en": "Take a backup, or rescue what can be read: sqlite3 FILE .recover",
            },
        )
    return LinterError(
        {
            "de": f"Die Verlaufsdatei lässt sich nicht benutzen ({error}).",
            "en": f"The history file cannot be used ({error}).",
        },
        path=path,
        hint={
            "de": "Prüfen Sie Ordner, Zugriffsrechte und freien Platz.",
            "en": "Check the folder, the permissions and the free space.",
        },
    )
