"""mending: what a killed run left half-written is cut off, so that every tool can read the rest."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from linter.crawl import warc
from linter.crawl.night import lines, runs

if TYPE_CHECKING:
    from pathlib import Path

    from linter.crawl.night import Run


def lock(stream: BinaryIO) -> bool:
    """Claim a run for this process until the file is closed; False where another has it."""
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:  # pragma: no cover - then two nights must not share a folder
        return True
    try:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def mend(folder: Path, *, but: Run) -> None:
    """Cut the torn ends of runs that were killed; complete ones and running ones stay untouched."""
    for run in runs(folder):
        if run.name == but.name or run.sums.exists() or not run.index.exists():
            continue
        with suppress(OSError), run.index.open("ab") as index:  # one write-protected stays as it is
            if lock(index):
                torn_off(run)


def torn_off(run: Run) -> int:
    """Cut a run's half-written last index line and record; returns how many bytes went."""
    end = 0
    last: dict[str, int] = {}
    with run.index.open("rb") as stream:
        for at, line in lines(stream):
            end = at + len(line)
            for place in _places(line):
                last[place[0]] = max(place[1], last.get(place[0], 0))
    cut = _cut(run.index, end)
    archives = run.archives()
    if archives:
        path = archives[-1]
        size = path.stat().st_size
        start = last.get(path.name, 0)
        cut += _cut(path, warc.whole_until(path, start if start < size else 0))
    return cut


def _places(line: bytes) -> list[tuple[str, int]]:
    try:
        entry = json.loads(line)
        found = [entry[name] for name in ("warc", "body") if entry.get(name)]
        return [(str(place["file"]), int(place["offset"])) for place in found]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []


def _cut(path: Path, end: int) -> int:
    size = path.stat().st_size
    if end < size:
        os.truncate(path, end)
    return size - end
