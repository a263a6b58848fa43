"""rounds: all accounts of a run, side by side, each once; what failed for a moment comes again.

The event loop runs only while the next account is waited for, so that the rules can be asked of
each account as it is read and what was seen of it be let go of: memory does not grow with the
number of accounts.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from linter.crawl.capture import TRANSIENT
from linter.crawl.drive import Budget, drive

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence
    from contextlib import AbstractAsyncContextManager

    from linter.crawl.asking import Asking
    from linter.crawl.keeping import Source
    from linter.crawl.observation import Observation

Job = TypeVar("Job")
AHEAD = 32
"""Accounts that were read and wait to be judged, at most: then those in flight wait, too."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How a run goes about it.

    at_once: accounts in flight; per_host: of those, on one host; budget: requests per account;
    waits: seconds before each later pass over what failed for a moment; no longer than the pass
    before took, but a second at least, so that a short run is not a long wait.
    """

    at_once: int
    per_host: int
    budget: int
    waits: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Done(Generic[Job]):
    """A job as seen; again: it comes again; reading: what is still being done with it."""

    job: Job
    seen: Observation
    again: bool
    reading: asyncio.Future[None] | None


class Rounds(Generic[Job]):
    """One run over some jobs (accounts)."""

    def __init__(
        self,
        source: Callable[[], AbstractAsyncContextManager[Source]],
        pace: Pace,
        *,
        host_of: Callable[[Job], str],
        observe: Callable[[Job], Asking[Observation]],
        read: Callable[[Observation], Awaitable[None]] | None = None,
        told: Callable[[Job, Observation, bool], None] = lambda *_: None,
        paused: Callable[[float], None] = lambda _: None,
    ) -> None:
        """Prepare.

        source: opened when the run begins; read: what is still to be done with what was seen,
        while others are on their way; told: of each job that is done, or put off; paused: seconds
        before a later pass.
        """
        self.open = source
        self.pace = pace
        self.host_of = host_of
        self.observe = observe
        self.read = read
        self.told = told
        self.paused = paused
        self.put_off: list[Job] = []

    def run(self, jobs: Sequence[Job]) -> Iterator[tuple[Job, Observation]]:
        """Yield each job with what was seen, as they are done."""
        with asyncio.Runner() as runner:
            loop = runner.get_loop()
            opened = self.open()
            source = loop.run_until_complete(opened.__aenter__())
            try:
                yield from self._passes(loop, source, jobs)
            finally:
                loop.run_until_complete(opened.__aexit__(None, None, None))

    def _passes(
        self, loop: asyncio.AbstractEventLoop, source: Source, jobs: Sequence[Job]
    ) -> Iterator[tuple[Job, Observation]]:
        began = loop.time()
        yield from self._pass(loop, source, jobs, last=not self.pace.waits)
        for number, wait in enumerate(self.pace.waits, 1):
            if not self.put_off:
                return
            pause = min(wait, max(1.0, loop.time() - began))
            self.paused(pause)
            loop.run_until_complete(asyncio.sleep(pause))
            source.forget_transient()
            began = loop.time()
            jobs, self.put_off = self.put_off, []
            yield from self._pass(loop, source, jobs, last=number == len(self.pace.waits))

    def _pass(
        self, loop: asyncio.AbstractEventLoop, source: Source, jobs: Sequence[Job], *, last: bool
    ) -> Iterator[tuple[Job, Observation]]:
        done: asyncio.Queue[Done[Job] | BaseException | None] = asyncio.Queue(AHEAD)
        work = loop.create_task(self._work(source, jobs, done, last=last))
        try:
            while (item := loop.run_until_complete(done.get())) is not None:
                if isinstance(item, BaseException):
                    raise item
                self.told(item.job, item.seen, item.again)
                if item.again:
                    self.put_off.append(item.job)
                    continue
                if item.reading is not None:
                    loop.run_until_complete(item.reading)
                yield item.job, item.seen
        finally:
            work.cancel()
            loop.run_until_complete(asyncio.gather(work, return_exceptions=True))

    async def _work(
        self,
        source: Source,
        jobs: Sequence[Job],
        done: asyncio.Queue[Done[Job] | BaseException | None],
        *,
        last: bool,
    ) -> None:
        """Keep `at_once` jobs in flight, hosts in turn, so that a slow one holds up only itself."""
        hosts = _Hosts(jobs, self.host_of, self.pace.per_host)
        running: dict[asyncio.Task[None], str] = {}

        async def one(job: Job) -> None:
            seen = await drive(self.observe(job), source, Budget(self.pace.budget))
            again = not last and any(fault.fault in TRANSIENT for fault in seen.faults)
            reading = None
            if self.read is not None and seen.pages and not again:
                reading = asyncio.ensure_future(self.read(seen))
            await done.put(Done(job, seen, again, reading))

        try:
            while hosts or running:
                while len(running) < self.pace.at_once and (found := hosts.take()) is not None:
                    job, host = found
                    running[asyncio.create_task(one(job))] = host
                finished, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for task in finished:
                    hosts.done(running.pop(task))
                    task.result()
            await done.put(None)
        except Exception as error:  # noqa: BLE001 - told where the jobs are waited for
            await done.put(error)
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)


class _Hosts(Generic[Job]):
    """The jobs that wait, by their host; true as long as any does."""

    def __init__(self, jobs: Sequence[Job], host_of: Callable[[Job], str], at_once: int) -> None:
        """Queue them; at_once: jobs of one host that may be under way."""
        self.at_once = at_once
        self.waiting: dict[str, list[Job]] = {}
        for job in jobs:
            self.waiting.setdefault(host_of(job), []).append(job)
        for of_host in self.waiting.values():
            of_host.reverse()  # taken from the end; a deque for each host would be ten times as large
        self.turn = deque(self.waiting)
        self.busy: dict[str, int] = {}

    def __bool__(self) -> bool:
        return bool(self.turn)

    def take(self) -> tuple[Job, str] | None:
        """The next job, and its host: of the first in turn that is not busy; None if all are."""
        for _ in range(len(self.turn)):
            host = self.turn.popleft()
            free = self.busy.get(host, 0) < self.at_once
            job = self.waiting[host].pop() if free else None
            if self.waiting[host]:
                self.turn.append(host)
            else:
                del self.waiting[host]
            if job is not None:
                self.busy[host] = self.busy.get(host, 0) + 1
                return job, host
        return None

    def done(self, host: str) -> None:
        """One of a host's jobs is no longer under way."""
        self.busy[host] -= 1
        if not self.busy[host]:
            del self.busy[host]
