"""reading: a history opened to be read: nothing is written, neither into the file nor beside it.

So it can be read by whoever may not write, on a medium that nobody can write to, while a run writes
into it, and by a newer amtlint than the one whose runs it belongs to.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.findings.history.schema import (
    MIGRATIONS,
    PATIENCE,
    expect_file,
    statements,
    unusable,
    version_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

BULKY = frozenset(("body", "capture", "kept"))
"""Tables that are for the runs alone: pages, and what was made of them."""


class Reading:
    """A history file, open to be read. database: as this version has it, whatever the file's is."""

    def __init__(self, path: str, migrations: Sequence[str] = MIGRATIONS) -> None:
        self.path = os.path.realpath(path)
        expect_file(self.path)
        self._written = _written(self.path)
        try:
            # without a log beside it nobody writes, and SQLite would make one only to read
            self._still = not os.path.exists(f"{self.path}-wal")  # noqa: PTH110 - a name, no path
            self.database = _connect(self.path, still=self._still)
            try:
                version = version_of(self.database, self.path, len(migrations))
                if version < len(migrations):
                    self.database = _brought_forward(self.database, migrations, version)
            except BaseException:
                self.database.close()
                raise
        except sqlite3.Error as error:
            raise unusable(error, path) from None

    def expect_still(self) -> None:
        """Raise where a run has written into the file meanwhile, which nobody looked out for."""
        if self._still and _written(self.path) != self._written:
            raise LinterError(
                {
                    "de": "In diese Verlaufsdatei wurde gerade geschrieben.",
                    "en": "This history file has just been written into.",
                },
                path=self.path,
                hint={"de": "Rufen Sie noch einmal auf.", "en": "Call again."},
            )

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()


def _written(path: str) -> tuple[int, int]:
    status = Path(path).stat()
    return status.st_mtime_ns, status.st_size


def _connect(path: str, *, still: bool) -> sqlite3.Connection:
    address = f"{Path(path).as_uri()}?mode=ro{'&immutable=1' if still else ''}"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)


def _brought_forward(
    source: sqlite3.Connection, migrations: Sequence[str], version: int
) -> sqlite3.Connection:
    """A copy in memory of what is told of the nights; the file stays as it is."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with closing(source):
        source.execute("BEGIN")
        tables = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL"
        for name, sql in source.execute(tables).fetchall():
            memory.execute(sql)
            if name in BULKY:
                continue
            rows = source.execute(f"SELECT * FROM {name}")  # noqa: S608 - the file's own names
            marks = ", ".join("?" * len(rows.description))
            memory.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608 - as above
    for script in migrations[version:]:
        for statement in statements(script):
            memory.execute(statement)
    return memory
