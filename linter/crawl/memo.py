"""memo: what a run has asked already, in bounded memory.

Recent bodies stay at hand. What falls out comes back from the ledger, or, where there is none, from
a file of the run's own, but never from the web a second time.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import OrderedDict
from typing import TYPE_CHECKING

from linter.crawl.capture import TRANSIENT, Capture, Hop

if TYPE_CHECKING:
    from linter.crawl.keeping import Ledger

OVERHEAD = 3000
"""Bytes that a capture takes beside its body, about."""

_FIELDS = "url final_url status fault detail sha256 truncated not_modified fetched_at".split()


class Memo:
    """Captures by key. `transient` are the keys whose fault a later pass may not see again."""

    def __init__(self, room: int, ledger: Ledger | None) -> None:
        self._room = room
        self._ledger = ledger
        self._used = 0
        self._recent: OrderedDict[str, Capture] = OrderedDict()
        self._spill: sqlite3.Connection | None = None
        # whether anything of this run may lie elsewhere: else nobody need look
        self._elsewhere = ledger is not None and ledger.resumed
        self.transient: dict[str, None] = {}
        self._forgotten: dict[str, None] = {}

    def get(self, key: str) -> Capture | None:
        """What is known for a key: of this run, or of the same run before it was killed."""
        return None if key in self._forgotten else self._kept(key)

    def restored(self, key: str) -> Capture | None:
        """What was forgotten of a key, for it could not be asked again after all."""
        if key not in self._forgotten:
            return None
        del self._forgotten[key]
        return self._kept(key)

    def _kept(self, key: str) -> Capture | None:
        capture = self._recent.get(key)
        if capture is not None:
            self._recent.move_to_end(key)
            self._mark(key, capture)
            return capture
        if not self._elsewhere:
            return None
        if self._ledger is not None:
            capture = self._ledger.recall(key)
        elif self._spill is not None:
            capture = self._spilled(self._spill, key)
        if capture is not None:
            self._remember(key, capture)
        return capture

    def put(self, key: str, capture: Capture) -> None:
        """Remember what came back for a key."""
        self._forgotten.pop(key, None)
        self._remember(key, capture)
        if self._ledger is not None:
            self._ledger.keep(key, capture)

    def forget_transient(self) -> int:
        """Forget the faults that may heal, so that they are asked again; returns how many."""
        forgotten = len(self.transient)
        self._forgotten.update(self.transient)
        self.transient.clear()
        return forgotten

    def close(self) -> None:
        """Drop the run's own file."""
        if self._spill is not None:
            self._spill.close()
            self._spill = None

    def _remember(self, key: str, capture: Capture) -> None:
        self._mark(key, capture)
        before = self._recent.pop(key, None)
        self._used += _size(capture) - (_size(before) if before is not None else 0)
        self._recent[key] = capture
        while self._used > self._room and len(self._recent) > 1:
            old, dropped = self._recent.popitem(last=False)
            self._used -= _size(dropped)
            self._elsewhere = True
            if self._ledger is None:
                self._spill = self._spill or _new_file()
                row = (_id(old), _packed(dropped), zlib.compress(dropped.body, 1))
                self._spill.execute("INSERT OR REPLACE INTO spilled VALUES (?, ?, ?)", row)

    def _mark(self, key: str, capture: Capture) -> None:
        if capture.fault in TRANSIENT:
            self.transient[key] = None
        else:
            self.transient.pop(key, None)

    @staticmethod
    def _spilled(file: sqlite3.Connection, key: str) -> Capture | None:
        row = file.execute("SELECT fields, body FROM spilled WHERE key = ?", (_id(key),)).fetchone()
        return None if row is None else _unpacked(*row)


def _new_file() -> sqlite3.Connection:
    # A database without a name lies in a temporary file that goes away with it.
    file = sqlite3.connect("", isolation_level=None)
    file.execute("CREATE TABLE spilled (key BLOB PRIMARY KEY, fields TEXT, body BLOB)")
    return file


def _packed(capture: Capture) -> str:
    """All but the body; quicker than the ledger's, for nobody else reads it."""
    fields = [getattr(capture, name) for name in _FIELDS]
    hops = [(hop.url, hop.status, hop.location, hop.at) for hop in capture.hops]
    warc = None if capture.warc is None else dict(capture.warc)
    return json.dumps((fields, hops, dict(capture.headers), warc))


def _unpacked(text: str, body: bytes) -> Capture:
    fields, hops, headers, warc = json.loads(text)
    return Capture(
        **dict(zip(_FIELDS, fields, strict=True)),
        hops=tuple(Hop(*hop) for hop in hops),
        headers=headers,
        warc=warc,
        body=zlib.decompress(body),
    )


def _id(key: str) -> bytes:
    return key.encode(errors="surrogatepass")


def _size(capture: Capture) -> int:
    return capture.weight + OVERHEAD
