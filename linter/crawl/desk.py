"""desk: processes that read what pages say, while the run's own goes on asking the web.

Reading an Impressum line by line costs several times what fetching it does. What the processes are
handed are pages that were fetched and recognised, what they give back is what the rules ask for,
and the lines, so that no rule has a page read once more; the verdicts, and everything that is told
or remembered, stay with the run. A page that cannot be read there is read by the rules themselves,
as it is where there is one processor only.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

    from linter.crawl.observation import Observation
    from linter.pages.contents import Contents
    from linter.pages.page import Page, Written

MOST = 16
"""Processes, at most."""
READ = ("impressum", "privacy")
"""Kinds of pages that are read."""
SAMPLE = (
    b"<h1>Impressum</h1><p>Stadt Aue<br>Markt 1<br>08280 Aue</p>"
    b"<p>Telefon: 03771 281-0</p><p>USt-IdNr.: DE136695976</p>"
)
"""A page with what only some have: a number to be dialled, and one with a check digit."""
Sheet = tuple["Written", str]
"""What is written on a page, and the kind that it is taken for."""


class Desk:
    """The processes of one run; used as `with Desk(processes) as desk`. None at all is one, too.

    ready: they will have work, so what they need is loaded once, before there are more of us; in
    a night that may find everything as it was, each loads it when it has something to read.
    """

    def __init__(self, processes: int, *, ready: bool = True) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._being_read: dict[tuple[int, str], asyncio.Future[None]] = {}
        if processes and ready:
            _warm_up()
        if processes:
            self._pool = ProcessPoolExecutor(
                processes,
                # A forked one has the program and its rules at once; elsewhere than on Linux
                # a fork is not safe beside the system's own libraries.
                multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn"),
                initializer=_begin,
            )
            with _uninterrupted():
                self._pool.submit(_nothing)  # before the run has threads and connections

    def __bool__(self) -> bool:
        return self._pool is not None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    async def read(self, seen: Observation) -> None:
        """Have an account's pages read; those that other accounts share are read once."""
        if self._pool is None:
            return
        from linter.checks.page_seen import judgeable  # noqa: PLC0415 - a night may find all as it was
        from linter.pages.notice.narrower import ROLES  # noqa: PLC0415 - as above

        waits = []
        pages: dict[tuple[int, str], tuple[Page, str]] = {}
        for role, page in seen.pages.items():
            kind = "privacy" if role in ROLES else role
            if kind in page.contents or not judgeable(page, kind):
                continue
            key = id(page), kind
            known = self._being_read.get(key)
            if known is None:
                pages[key] = page, kind
            else:
                waits.append(known)
        if pages:
            waits.append(asyncio.ensure_future(self._have_read([*pages.values()])))
            self._being_read.update(dict.fromkeys(pages, waits[-1]))
        for wait in waits:
            await wait

    async def _have_read(self, pages: list[tuple[Page, str]]) -> None:
        sheets = [(page.written, kind) for page, kind in pages]
        try:
            loop = asyncio.get_running_loop()
            found = await loop.run_in_executor(self._pool, _contents, sheets)
        except (BrokenProcessPool, RuntimeError):
            self._pool = None  # killed, for want of memory say: the rules read for themselves
        else:
            for (page, kind), read in zip(pages, found, strict=True):
                if read is not None:
                    page.contents[kind], page.lines = read
        finally:
            for page, kind in pages:
                del self._being_read[id(page), kind]


def processes_of(wanted: int) -> int:
    """How many processes read; wanted: as the config says, 0 for one a processor.

    One alone would only do what the run's own can do: then there is none.
    """
    usable = getattr(os, "sched_getaffinity", None)
    cores = len(usable(0)) if usable else os.cpu_count() or 1
    number = wanted or min(cores, MOST)
    return number if number > 1 else 0


def _warm_up() -> None:
    """Read a page that makes all be loaded that is loaded when something asks for it."""
    from linter.pages import read_page  # noqa: PLC0415 - a night may find all as it was

    page = read_page(SAMPLE, content_type="text/html; charset=utf-8")
    _contents([(page, kind) for kind in READ])


def _contents(sheets: list[Sheet]) -> list[tuple[Contents, bytes] | None]:
    return [_one(page, kind) for page, kind in sheets]


def _one(page: Written, kind: str) -> tuple[Contents, bytes] | None:
    from linter.pages.contents import contents_of  # noqa: PLC0415 - a night may find all as it was
    from linter.pages.page import packed  # noqa: PLC0415 - as above

    try:
        return contents_of(page, kind), packed(page.text_lines)
    except Exception:  # noqa: BLE001 - the rule that reads it tells what is wrong
        return None


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Start processes that no interrupt reaches: they take this over, and keep it."""
    mask = getattr(signal, "pthread_sigmask", None)
    before = mask(signal.SIG_BLOCK, {signal.SIGINT}) if mask else set()
    try:
        yield
    finally:
        if mask:
            mask(signal.SIG_SETMASK, before)


def _nothing() -> None:
    """Work that only makes the processes start."""


def _begin() -> None:
    """End with the run, even if it is killed, for a process that nobody hands work waits for ever.

    Whoever interrupts the run interrupts all of them; only the run's own process tells it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be kept away
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
