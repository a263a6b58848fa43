"""ledger: the captures of this run and of the nights before, in the history's file.

Bodies are stored once, by their digest, however many nights saw the same page.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import fields
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from linter.crawl.capture import Capture, Hop
from linter.crawl.stored import capture_of, pack
from linter.findings.history.schema import unusable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.findings.history.writer import Writer

_HOP = tuple(one.name for one in fields(Hop))
_PLAIN = tuple(
    one.name for one in fields(Capture) if one.name not in {"hops", "headers", "body", "warc"}
)

PREVIOUS = """
SELECT capture.fields, body.data FROM capture LEFT JOIN body ON body.sha256 = capture.body
WHERE key = ? AND run < ? AND ok AND (capture.body IS NULL OR body.data IS NOT NULL)
ORDER BY run DESC LIMIT 1
"""
RECALL = """
SELECT capture.fields, body.data FROM capture LEFT JOIN body ON body.sha256 = capture.body
WHERE key = ? AND run = ? AND (capture.body IS NULL OR body.data IS NOT NULL)
"""


class RunLedger:
    """The `Ledger` of one run. Reads in the caller's thread, writes in the writer's."""

    def __init__(
        self, database: sqlite3.Connection, writer: Writer, run: int, *, resumed: bool
    ) -> None:
        self._database = database
        self._writer = writer
        self._run = run
        self.resumed = resumed
        self._waiting: dict[str, Capture] = {}

    def recall(self, key: str) -> Capture | None:
        """What this run has already, asked before it was killed."""
        return self._waiting.get(key) or self._read(RECALL, key)

    def captures(self) -> Iterator[tuple[str, Capture]]:
        """All that this run has, by key: for evidence that it was not written into yet."""
        keys = self._database.execute("SELECT key FROM capture WHERE run = ?", (self._run,))
        for (key,) in keys.fetchall():
            capture = self._read(RECALL, key)
            if capture is not None:
                yield key, capture

    def previous(self, key: str) -> Capture | None:
        """The last that an earlier night got without a fault, for a conditional request."""
        return self._read(PREVIOUS, key)

    def keep(self, key: str, capture: Capture) -> None:
        """Remember a capture; a later one of the same key takes its place."""
        run = self._run
        digest = ""  # there is nothing to store of an empty body
        if capture.weight:
            digest = capture.sha256 or sha256(capture.body).hexdigest()

        def write(database: sqlite3.Connection) -> None:
            store_body(database, digest, capture)
            row = (_text(key), run, capture.ok, packed(capture), digest or None)
            database.execute("INSERT OR REPLACE INTO capture VALUES (?, ?, ?, ?, ?)", row)

        def done() -> None:
            if self._waiting.get(key) is capture:
                del self._waiting[key]

        self._waiting[key] = capture
        self._writer.put(write, done)

    def _read(self, question: str, key: str) -> Capture | None:
        try:
            row = self._database.execute(question, (_text(key), self._run)).fetchone()
        except sqlite3.Error as error:
            raise unusable(error, self._writer.path) from None
        try:
            return None if row is None else unpacked(row[0], row[1])
        except (ValueError, LookupError, TypeError, AttributeError, zlib.error):
            return None  # damaged: it is asked for again, which tells no less


def store_body(database: sqlite3.Connection, digest: str, capture: Capture) -> None:
    """Store a capture's body, unless it is there."""
    known = "SELECT 1 FROM body WHERE sha256 = ?"
    if digest and database.execute(known, (digest,)).fetchone() is None:
        database.execute("INSERT INTO body VALUES (?, ?)", (digest, pack(capture.body)))


def packed(capture: Capture) -> str:
    """All of a capture but its body, as JSON."""
    data: dict[str, Any] = {name: getattr(capture, name) for name in _PLAIN}
    data["hops"] = [{name: getattr(hop, name) for name in _HOP} for hop in capture.hops]
    data["headers"] = dict(capture.headers)
    data["warc"] = None if capture.warc is None else dict(capture.warc)
    return json.dumps(data, separators=(",", ":"))


def unpacked(fields: str, body: bytes | None) -> Capture:
    """A capture as it was kept."""
    data = json.loads(fields)
    data["hops"] = tuple(Hop(**hop) for hop in data["hops"])
    return capture_of(data, body)


def _text(key: str) -> str:
    """A key that SQLite takes: half a character, which a page may well have in a link, it does not."""
    return key if key.isascii() else key.encode(errors="backslashreplace").decode()
