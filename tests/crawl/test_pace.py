"""The pace of hosts, on a clock of its own: no second of these tests passes."""

from __future__ import annotations

import asyncio
import heapq
from dataclasses import replace

import pytest

from linter.crawl.network import Network
from linter.crawl.pace import SWEEP, DeferredError, Pace

BASE = Network(interval=1.0, burst=2, per_host=2, longest_pause=60.0)


class Clock:
    """Time that passes only when everybody waits."""

    def __init__(self):
        self.now = 0.0
        self.sleepers = []
        self.count = 0

    def ticks(self):
        return self.now

    async def sleep(self, seconds):
        self.count += 1
        event = asyncio.Event()
        heapq.heappush(self.sleepers, (self.now + seconds, self.count, event))
        await event.wait()

    async def run(self, *work):
        tasks = [asyncio.ensure_future(task) for task in work]
        while not all(task.done() for task in tasks):
            for _ in range(50):
                await asyncio.sleep(0)
            if self.sleepers and not all(task.done() for task in tasks):
                self.now, _, event = heapq.heappop(self.sleepers)
                event.set()
        return [task.result() for task in tasks]


class Visits:
    """Requests that take a while, with the time at which each began."""

    def __init__(self, **changes):
        self.clock = Clock()
        self.pace = Pace(replace(BASE, **changes), self.clock.ticks, self.clock.sleep)
        self.begun = []

    async def visit(self, name, host="a.example", takes=0.0):
        try:
            await self.pace.enter(host)
        except DeferredError:
            return "deferred"
        self.begun.append((self.clock.now, name))
        try:
            if takes:
                await self.clock.sleep(takes)
        finally:
            self.pace.leave(host)
        return "done"

    def run(self, *visits):
        return asyncio.run(self.clock.run(*visits))


def test_a_burst_goes_out_at_once_and_the_rest_in_turn_at_the_interval():
    visits = Visits()
    visits.run(*(visits.visit(n) for n in range(5)))
    assert visits.begun == [(0, 0), (0, 1), (1, 2), (2, 3), (3, 4)]


def test_tokens_come_back_while_nobody_asks():
    visits = Visits()

    async def later():
        await visits.clock.sleep(10)
        await asyncio.gather(*(visits.visit(n) for n in "xyz"))

    visits.run(visits.visit("a"), visits.visit("b"), later())
    assert visits.begun == [(0, "a"), (0, "b"), (10, "x"), (10, "y"), (11, "z")]


def test_hosts_do_not_wait_for_one_another():
    visits = Visits(burst=1)
    visits.run(*(visits.visit(n, host=f"{n % 3}.example") for n in range(6)))
    assert [time for time, _ in visits.begun] == [0, 0, 0, 1, 1, 1]


def test_no_more_than_the_limit_are_with_a_host():
    visits = Visits(interval=0.0)
    visits.run(*(visits.visit(n, takes=5.0) for n in range(5)))
    assert visits.begun == [(0, 0), (0, 1), (5, 2), (5, 3), (10, 4)]


def test_a_site_that_asks_for_a_delay_gets_it_without_a_burst():
    visits = Visits()

    async def slowed():
        await visits.visit("robots")
        visits.pace.slow("a.example", 4.0)
        await asyncio.gather(*(visits.visit(n) for n in range(3)))

    visits.run(slowed())
    assert visits.begun == [(0, "robots"), (4, 0), (8, 1), (12, 2)]


def test_a_shorter_delay_than_ours_does_not_make_us_faster():
    visits = Visits()

    async def slowed():
        visits.pace.slow("a.example", 0.1)
        await asyncio.gather(*(visits.visit(n) for n in range(3)))

    visits.run(slowed())
    assert visits.begun == [(0, 0), (0, 1), (1, 2)]


def test_a_host_at_rest_is_waited_for():
    visits = Visits()

    async def resting():
        visits.pace.rest("a.example", 30)
        await asyncio.gather(visits.visit("a"), visits.visit("b", host="b.example"))

    visits.run(resting())
    assert visits.begun == [(0, "b"), (30, "a")]


def test_a_rest_that_comes_while_waiting_counts():
    visits = Visits(burst=1)

    async def resting():
        await visits.clock.sleep(0.5)
        visits.pace.rest("a.example", 20)

    visits.run(visits.visit("a"), visits.visit("b"), resting())
    assert visits.begun == [(0, "a"), (20.5, "b")]


def test_a_host_that_wants_a_long_rest_is_left_for_later_by_all():
    visits = Visits(per_host=1)

    async def resting():
        visits.pace.rest("a.example", 61)
        first = await asyncio.gather(*(visits.visit(n) for n in range(3)))
        await visits.clock.sleep(5)
        return [*first, await visits.visit("x")]

    assert visits.run(resting()) == [["deferred", "deferred", "deferred", "done"]]
    assert visits.begun == [(61, "x")]


def test_a_shorter_rest_does_not_cut_a_longer_one_short():
    visits = Visits()

    async def resting():
        visits.pace.rest("a.example", 30)
        visits.pace.rest("a.example", 1)
        await visits.visit("a")

    visits.run(resting())
    assert visits.begun == [(30, "a")]


@pytest.mark.parametrize("at_once", [False, True])
def test_whoever_gives_up_in_line_leaves_their_place(at_once):
    visits = Visits(per_host=1, interval=0.0)

    async def given_up():
        first = asyncio.ensure_future(visits.visit("a", takes=5.0))
        await asyncio.sleep(0)
        second = asyncio.ensure_future(visits.visit("b"))
        third = asyncio.ensure_future(visits.visit("c"))
        await asyncio.sleep(0)
        if at_once:
            await first
        second.cancel()
        await asyncio.gather(first, second, third, return_exceptions=True)
        await visits.visit("d")

    visits.run(given_up())
    assert [name for _, name in visits.begun] in (["a", "c", "d"], ["a", "b", "c", "d"])


def test_a_visit_that_is_stopped_while_it_waits_frees_its_place():
    visits = Visits(per_host=1, burst=1)

    async def stopped():
        await visits.visit("a")
        waiting = asyncio.ensure_future(visits.visit("b"))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        await visits.visit("c")

    visits.run(stopped())
    assert [name for _, name in visits.begun] == ["a", "c"]


def test_strikes_count_in_a_row():
    pace = Visits().pace
    assert [pace.strike("a"), pace.strike("a"), pace.strike("b")] == [1, 2, 1]
    pace.answered("a")
    assert pace.strike("a") == 1


def test_hosts_at_rest_are_forgotten_and_others_are_not():
    visits = Visits(interval=0.0)

    async def many():
        visits.pace.rest("resting.example", 50)
        for number in range(3 * SWEEP):
            await visits.visit(number, host=f"{number}.example")

    visits.run(many())
    assert len(visits.pace) <= SWEEP + 1
    assert visits.run(visits.visit("x", host="resting.example")) == ["done"]
    assert visits.begun[-1] == (50, "x")
