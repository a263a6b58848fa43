"""store: opening a history, beginning a run or taking up a killed one, and finishing it."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.findings.history.run import Moment, Run, owe
from linter.findings.history.schema import open_database, unusable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import Any, Self

RESUMED = timedelta(hours=24)
"""How old a killed run may be to be taken up again: after that, what it saw is last night's."""

KEEP = 2
"""Finished runs whose captures and bodies are kept."""


def utc_now() -> datetime:
    """The clock, where the caller brings none."""
    return datetime.now(UTC)


class History:
    """One history file. A context manager."""

    def __init__(
        self, path: str, database: sqlite3.Connection, clock: Callable[[], datetime], keep: int
    ) -> None:
        self.path = path
        self.database = database
        self.clock = clock
        self.keep = keep
        self.identity = identity_of(path)
        self._lock: sqlite3.Connection | None = None
        self._run: Run | None = None

    @classmethod
    def open(
        cls,
        path: str,
        *,
        create: bool = True,
        clock: Callable[[], datetime] = utc_now,
        keep: int = KEEP,
    ) -> Self:
        """Open or make the file; keep: finished runs whose pages are kept, at least one."""
        real = os.path.realpath(path)
        locks: list[sqlite3.Connection] = []
        try:
            database = open_database(
                real, create=create, alone=lambda: locks.append(take_lock(real))
            )
        except BaseException:
            for lock in locks:
                lock.close()
            raise
        history = cls(real, database, clock, max(keep, 1))
        history._lock = next(iter(locks), None)
        return history

    def begin(
        self,
        as_of: date,
        *,
        rulebook: str,
        registry: str,
        options: str,
        version: str = "",
        recorded: Moment | None = None,
    ) -> Run:
        """Begin a night, or take up one that was killed less than a day ago.

        rulebook, registry, options: digests of all that decides what is asked for; with another
        one a new run begins; recorded: the night that is played back, which began when it was
        recorded. Raises `LinterError` while another process has a run in this file.
        """
        self._lock = self._lock or take_lock(self.path)
        now = self.clock()
        database = self.database
        try:
            database.execute("BEGIN IMMEDIATE")
            row = database.execute(
                "SELECT id, CASE played WHEN '' THEN started ELSE played END FROM run WHERE finished IS NULL AND rulebook = ? AND"
                " registry = ? AND options = ? ORDER BY id DESC LIMIT 1",
                (rulebook, registry, options),
            ).fetchone()
            resumed = row is not None and abs(now - datetime.fromisoformat(row[1])) <= RESUMED
            if resumed:
                number = row[0]
                database.execute("UPDATE run SET as_of = ? WHERE id = ?", (str(as_of), number))
            else:
                number = database.execute(
                    "INSERT INTO run (started, as_of, rulebook, registry, options, version,"
                    " played, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        recorded.began if recorded is not None else stamp(now),
                        *(str(as_of), rulebook, registry, options, version),
                        *((stamp(now), recorded.day) if recorded is not None else ("", "")),
                    ),
                ).lastrowid
            database.execute("COMMIT")
        except sqlite3.Error as error:
            raise unusable(error, self.path) from None
        finally:
            if database.in_transaction:
                database.execute("ROLLBACK")
        self._run = Run(self, number, resumed=resumed)
        return self._run

    def forget(self, run: Run, owed: Sequence[tuple[str, dict[str, Any]]] | None = None) -> None:
        """A run that read nothing at all is no night, neither one that ended nor one killed.

        owed: as `Run.finish` has it.
        """
        run.writer.drain()
        with suppress(sqlite3.Error):  # whatever ended the run is what is to be told
            owe(self.database, owed)
            self.database.execute(
                "DELETE FROM run WHERE id = :run AND finished IS NULL"
                " AND NOT EXISTS (SELECT * FROM observation WHERE run = :run)"
                " AND NOT EXISTS (SELECT * FROM capture WHERE run = :run)",
                {"run": run.id},
            )

    def expect_there(self) -> None:
        """Raise where the file is another one than the run began with, or none."""
        if identity_of(self.path) != self.identity:
            raise LinterError(
                {
                    "de": "Die Verlaufsdatei wurde während des Laufs verschoben, ersetzt oder gelöscht; diese Nacht steht nicht in ihr.",
                    "en": "The history file was moved, replaced or deleted while the run went on; this night is not in it.",
                },
                path=self.path,
                hint={
                    "de": "Legen Sie die verschobene zurück, und nehmen Sie sie aus, wo alte Dateien aufgeräumt werden.",
                    "en": "Put the one that was moved back, and except it where old files are tidied up.",
                },
            )

    def now(self) -> str:
        """The moment, as the file has it."""
        return stamp(self.clock())

    def prune(self) -> None:
        """Forget the captures, pages and observations of all but the last finished runs."""
        database = self.database
        database.execute("BEGIN IMMEDIATE")
        rows = database.execute(
            "SELECT id FROM run WHERE finished IS NOT NULL ORDER BY id DESC LIMIT ?", (self.keep,)
        )
        kept = json.dumps([row[0] for row in rows])
        for table in ("capture", "observation"):
            database.execute(
                f"DELETE FROM {table} WHERE run NOT IN (SELECT value FROM json_each(?))",  # noqa: S608 - one of two names
                (kept,),
            )
        database.execute(
            "DELETE FROM body WHERE sha256 NOT IN (SELECT body FROM capture WHERE body IS NOT NULL)"
        )
        database.execute("COMMIT")

    def close(self) -> None:
        """Write what is left and let go of the file."""
        if self._run is not None:
            self._run.writer.close()
            self._run = None
        self.database.close()
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None and self._run is not None:
            with suppress(LinterError, sqlite3.Error):  # the writer's complaint is the error itself
                self.forget(self._run)
        self.close()


def identity_of(path: str) -> tuple[int, int] | None:
    """What a file is, whatever its name; None where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a name, no path
    except OSError:
        return None
    return status.st_dev, status.st_ino


def take_lock(path: str) -> sqlite3.Connection:
    """One run at a time. The lock is SQLite's, on a file beside: a killed process holds none."""
    lock: sqlite3.Connection | None = None
    try:
        lock = sqlite3.connect(f"{path}-lock", timeout=0, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if lock is not None:
            lock.close()
        if "locked" not in str(error):
            raise unusable(error, path) from None
        raise LinterError(
            {
                "de": "In diese Verlaufsdatei schreibt gerade ein anderer Lauf.",
                "en": "Another run is writing into this history file.",
            },
            path=path,
            hint={
                "de": "Warten Sie, bis er fertig ist, oder nennen Sie eine andere Datei.",
                "en": "Wait for it to end, or name another file.",
            },
        ) from None
    return lock


def stamp(moment: datetime) -> str:
    """A moment as the file has it: UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
