"""Readings over a source."""

from __future__ import annotations

import asyncio

import pytest

from linter.crawl.asking import Ask
from linter.crawl.capture import Capture
from linter.crawl.drive import Budget, drive


class Source:
    """Answers with the URL; counts how many asks are in flight together."""

    def __init__(self):
        self.asked = []
        self.now = self.most = 0

    async def get(self, ask):
        self.asked.append(ask.url)
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0)
        self.now -= 1
        return Capture(ask.url, ask.url, 200, body=ask.url.encode())


def reading(*steps, log=None):
    try:
        seen = []
        for urls in steps:
            captures = yield tuple(Ask(url) for url in urls)
            seen.append([capture.fault or capture.body.decode() for capture in captures])
        return seen
    finally:
        if log is not None:
            log.append("closed")


def test_what_is_asked_together_is_asked_side_by_side():
    source = Source()
    assert asyncio.run(drive(reading("a", "bcd"), source)) == [["a"], ["b", "c", "d"]]
    assert source.most == 3


def test_a_reading_that_asks_nothing_has_its_result():
    assert asyncio.run(drive(reading(), Source())) == []
    assert asyncio.run(drive(reading(""), Source())) == [[]]


@pytest.mark.parametrize("budget", [3, Budget(3)])
def test_asks_past_the_budget_are_not_made(budget):
    source = Source()
    seen = asyncio.run(drive(reading("ab", "cd", "e"), source, budget))
    assert seen == [["a", "b"], ["c", "budget_exhausted"], ["budget_exhausted"]]
    assert source.asked == ["a", "b", "c"]


def test_two_readings_may_share_a_budget():
    source, budget = Source(), Budget(3)

    async def run():
        return [await drive(reading("ab"), source, budget) for _ in range(2)]

    assert asyncio.run(run()) == [[["a", "b"]], [["a", "budget_exhausted"]]]


def test_errors_of_a_reading_come_out():
    def broken():
        yield (Ask("a"),)
        raise KeyError("x")

    with pytest.raises(KeyError):
        asyncio.run(drive(broken(), Source()))


def test_readings_are_closed_when_they_are_stopped():
    class Slow:
        async def get(self, _):
            await asyncio.sleep(60)

    log = []

    async def run():
        async with asyncio.timeout(0.01):
            await drive(reading("ab", log=log), Slow())

    with pytest.raises(TimeoutError):
        asyncio.run(run())
    assert log == ["closed"]
