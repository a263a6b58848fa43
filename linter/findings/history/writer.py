"""writer: a thread that commits in batches, so that whoever fetches never waits for the disk.

A job is durable some hundredths of a second after it was handed over, or sooner where many come. The
process may be killed at any moment: SQLite keeps what was committed and forgets the rest.
"""

from __future__ import annotations

import queue
import sqlite3
import threading
import time
from collections.abc import Callable

from linter.findings.history.schema import connect, unusable

Write = Callable[[sqlite3.Connection], None]
Job = tuple[Write, Callable[[], None] | None]


BATCH = 200
SECONDS = 0.02
WAITING = 1000
"""Jobs that may wait: then whoever hands over waits, too, and memory stays bounded."""


def _nothing(_: sqlite3.Connection) -> None:
    pass


NOW: Job = (_nothing, None)
"""A job that ends its batch."""


class Writer:
    """One writer of one file. Jobs are written in the order they were handed over."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._jobs: queue.Queue[Job | None] = queue.Queue(WAITING)
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._work, name="amtlint-history", daemon=True)
        self._thread.start()

    def put(self, write: Write, done: Callable[[], None] | None = None) -> None:
        """Hand over a job; done: called in the thread once it is committed."""
        self._complain()
        self._jobs.put((write, done))

    def drain(self) -> None:
        """Wait until all that was handed over is committed."""
        self._jobs.put(NOW)
        self._jobs.join()
        self._complain()

    def close(self) -> None:
        """Commit what is left, and end."""
        if self._thread.is_alive():
            self._jobs.put(None)
            self._thread.join()

    def _complain(self) -> None:
        if isinstance(self._error, sqlite3.Error):
            raise unusable(self._error, self.path)
        if self._error is not None:
            raise self._error

    def _work(self) -> None:
        database: sqlite3.Connection | None = None
        try:
            database = connect(self.path)
        except sqlite3.Error as error:
            self._error = error
        going = True
        while going:
            batch, going = self._batch()
            try:
                if database is not None and self._error is None:
                    self._commit(database, batch)
            except Exception as error:  # noqa: BLE001 - told to whoever hands over next
                self._error = error
            finally:
                for _ in range(len(batch) + (not going)):
                    self._jobs.task_done()
        if database is not None:
            database.close()

    def _batch(self) -> tuple[list[Job], bool]:
        """The next jobs, and False where none will come after them."""
        batch: list[Job] = []
        until: float | None = None
        while len(batch) < BATCH:
            try:
                job = self._jobs.get(timeout=until and max(until - time.monotonic(), 0))
            except queue.Empty:
                break
            if job is None:
                return batch, False
            batch.append(job)
            if job is NOW:
                break
            until = until or time.monotonic() + SECONDS
        return batch, True

    @staticmethod
    def _commit(database: sqlite3.Connection, batch: list[Job]) -> None:
        database.execute("BEGIN IMMEDIATE")
        try:
            for write, _ in batch:
                write(database)
            database.execute("COMMIT")
        except BaseException:
            if database.in_transaction:
                database.execute("ROLLBACK")
            raise
        for _, done in batch:
            if done is not None:
                done()
