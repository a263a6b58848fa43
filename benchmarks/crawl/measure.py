"""The measure: a crawler runs in its own process against a served web, and what it took is read off."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import TracebackType


HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PAGES = 4
WAVES = 3
"""Answers that wait for one another: welcome page, home page, the two pages behind it. Every crawler
here asks for robots.txt before them, which the limit does not count."""


class Served:
    """The web as a process."""

    def __init__(self, latency: float) -> None:
        words = [sys.executable, str(HERE / "web.py"), str(latency)]
        self.latency = latency
        self.process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Served:
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.communicate("")

    def count(self) -> dict[str, Any]:
        """What was asked since the last time."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/__count") as answer:
            counted: dict[str, Any] = json.load(answer)
        return counted


@dataclass
class Measured:
    """One run: wall from the first request to the end, CPU and memory of all its processes."""

    name: str
    at_once: int
    sites: int
    wall: float
    cpu: float
    peak: float
    pages: int
    failed: int
    most: int
    limit: float
    whole: float
    unchanged: int = 0
    out: str = ""

    @property
    def speed(self) -> float:
        """Pages a second."""
        return self.pages / self.wall

    @property
    def cpu_page(self) -> float:
        """CPU milliseconds a page, start and end of the program included."""
        return 1000 * self.cpu / max(self.pages, 1)


class Watched:
    """The memory of a process and of those it starts: the most of their shares (PSS) at a time, KiB."""

    EVERY = 0.25
    """Seconds between two looks: each takes a moment of the processor's time."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Watched:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(self.EVERY):
            children = Path(f"/proc/{self.pid}/task/{self.pid}/children")
            pids = children.read_text().split() if children.exists() else []
            self.peak = max(self.peak, sum(map(_share, [str(self.pid), *pids])))


def _share(pid: str) -> int:
    """What a process has of the memory, what it shares counted in part; 0 where nothing tells."""
    try:
        rolled = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in rolled.splitlines() if line.startswith("Pss:"))


def run(name: str, words: list[str], web: Served, sites: int, at_once: int) -> Measured:
    """Run a crawler in its own process and read off what it took."""
    web.count()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        process = subprocess.Popen(words, stdout=out, stderr=err, env=env, cwd=ROOT)
        with Watched(process.pid) as watched:
            _, status, used = os.wait4(process.pid, 0)
        ended = time.monotonic()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode()
        err.seek(0)
        if process.returncode not in {0, 1} or not text:
            raise SystemExit(f"{name}: {err.read().decode()[-2000:]}")
    counted = web.count()
    failed = json.loads(text)["failed"] if '"failed"' in text[:2000] else _failed(text)
    return Measured(
        name, at_once, sites, ended - counted["first"], used.ru_utime + used.ru_stime,
        max(watched.peak, used.ru_maxrss) / 1024, counted["pages"], failed, counted["most"],
        _limit(sites, at_once, web.latency), ended - began, counted["unchanged"], text,
    )  # fmt: skip


def _limit(sites: int, at_once: int, latency: float) -> float:
    """Pages a second that no crawler can pass that keeps so many sites in flight."""
    seconds = math.ceil(sites / at_once) * WAVES * latency
    return sites * PAGES / seconds if seconds else math.inf


def _failed(report: str) -> int:
    """The requests that failed, by the findings of the net."""
    return sum(
        f["code"].startswith("NET") and f["outcome"] == "fail"
        for f in json.loads(report)["findings"]
    )
