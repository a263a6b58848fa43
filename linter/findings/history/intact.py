"""intact: what stands in a history's tables and cannot be what amtlint has written there.

SQLite knows when the file is damaged, not when a value in it is: a byte that has turned over, or
what somebody has written by hand. Looking through all of it takes a while, so it is looked for only
when something has failed that may well have failed for it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.findings.history.schema import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.text import Text

JSON = {
    "run": {"rules": "array", "counts": "object"},
    "account": {"observed": "object", "profile": "object", "pages": "object"},
    "observation": {"observed": "object", "profile": "object", "pages": "object"},
    "finding": {"told": "object"},
    "event": {"data": "object"},
    "owed": {"letter": "object"},
}
"""The columns that hold JSON, and of what kind; some may be empty."""
NUMBERS = {
    "account": ("gone",),
    "event": ("run",),
    "finding": ("streak", "stale", "published", "web", "reachability"),
}
STATES = "'new', 'still', 'gone', 'reopened', 'unknown', 'former'"
DAYS = {
    "run": ("started", "as_of"),
    "account": ("first_seen", "last_seen"),
    "finding": ("first_seen", "last_seen"),
}


RESTORE: Text = {
    "de": "Nehmen Sie eine Sicherung; gibt es keine, beginnen Sie eine neue Datei, in der dann alles neu ist.",
    "en": "Take a backup; where there is none, begin a new file, in which everything is then new.",
}


@contextmanager
def intact(path: str) -> Iterator[None]:
    """What fails inside is told as the file's damage, where it is damaged; path "": there is none."""
    try:
        yield
    except (LinterError, OSError):
        raise
    except Exception as error:
        place = damage(path) if path else ""
        if not place:
            raise
        raise LinterError(
            {
                "de": f"Die Verlaufsdatei ist beschädigt: In {place} steht etwas, das amtlint dort nicht schreibt.",
                "en": f"The history file is damaged: {place} holds something that amtlint does not write there.",
            },
            path=path,
            hint=RESTORE,
        ) from error


def damage(path: str) -> str:
    """Table and column of the first value that is damaged; "" where none is, or nobody can tell."""
    try:
        address = f"{Path(path).resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE)) as database:
            return next((place for place, bad in _questions() if _any(database, bad)), "")
    except (sqlite3.Error, OSError):
        return ""


def _questions() -> Iterator[tuple[str, str]]:
    """Table and column, and a question that has a row where a value is damaged."""
    for table, column, wrong in _wrong():
        yield f"{table}.{column}", f"SELECT 1 FROM {table} WHERE {wrong} LIMIT 1"  # noqa: S608 - names of ours


def _wrong() -> Iterator[tuple[str, str, str]]:
    """Table, column, and when its value is damaged."""
    for table, kinds in JSON.items():
        for column, kind in kinds.items():
            held = f"CASE WHEN json_valid({column}) THEN json_type({column}) ELSE '' END"
            yield (
                table,
                column,
                f"typeof({column}) != 'text' OR {column} != '' AND {held} != '{kind}'",
            )
    for table, names in NUMBERS.items():
        for column in names:
            yield table, column, f"typeof({column}) != 'integer'"
    for table, names in DAYS.items():
        for column in names:
            yield table, column, f"typeof({column}) != 'text' OR date({column}) IS NULL"
    yield "finding", "state", f"state NOT IN ({STATES})"


def _any(database: sqlite3.Connection, question: str) -> bool:
    try:
        return database.execute(question).fetchone() is not None
    except sqlite3.OperationalError as error:
        if "no such" in str(error):  # an older file has not every table
            return False
        raise
