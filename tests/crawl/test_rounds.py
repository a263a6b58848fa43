"""All accounts of a run: each once, hosts in turn, what failed for a moment again."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

import pytest

from linter.crawl.asking import Ask
from linter.crawl.capture import Capture
from linter.crawl.observation import Observation
from linter.crawl.rounds import AHEAD, Pace, Rounds
from linter.platforms.profile import Unread


class Counting:
    """A source that answers after a moment, fails where told, and knows what it was asked."""

    def __init__(self, faults=(), takes=0.001):
        self.faults = dict(faults)
        self.takes = takes
        self.asked = []
        self.now = {}
        self.most = {}
        self.forgot = 0
        self.closed = False

    async def get(self, ask):
        host = ask.url.split("/")[2]
        self.asked.append(ask.url)
        self.now[host] = self.now.get(host, 0) + 1
        self.most[host] = max(self.most.get(host, 0), self.now[host])
        await asyncio.sleep(self.takes)
        self.now[host] -= 1
        left = self.faults.get(ask.url, [])
        fault = left.pop(0) if left else ""
        return Capture(ask.url, ask.url, None if fault else 200, fault)

    def forget_transient(self):
        self.forgot += 1
        return 0

    @asynccontextmanager
    async def opened(self):
        yield self
        self.closed = True


def observe(job):
    (capture,) = yield (Ask(f"https://{job}"),)
    return Observation(job, Unread("profile-not-read"), faults=(capture,) if capture.fault else ())


def run(
    source, jobs, *, waits=(), at_once=8, per_host=2, told=lambda *_: None, paused=lambda _: None
):
    rounds = Rounds(
        source.opened,
        Pace(at_once, per_host, 10, waits),
        host_of=lambda job: job.split("/")[0],
        observe=observe,
        told=told,
        paused=paused,
    )
    return [job for job, _ in rounds.run(jobs)]


def test_each_job_once_and_the_source_is_closed():
    source = Counting()
    jobs = [f"h{n % 7}.example/{n}" for n in range(60)]
    assert sorted(run(source, jobs)) == sorted(jobs)
    assert len(source.asked) == 60
    assert source.closed


def test_no_host_has_more_in_flight_than_its_share():
    source = Counting(takes=0.003)
    run(source, [f"big.example/{n}" for n in range(30)] + ["small.example/1"], at_once=16)
    assert source.most["big.example"] == 2


def test_a_host_with_many_accounts_does_not_hold_up_the_others():
    source = Counting(takes=0.002)
    jobs = [f"big.example/{n}" for n in range(40)] + [f"s{n}.example/" for n in range(10)]
    order = run(source, jobs, at_once=4)
    assert max(order.index(f"s{n}.example/") for n in range(10)) < 30


def test_what_failed_for_a_moment_comes_again_and_heals():
    source = Counting({"https://a.example/1": ["timeout"]})
    put_off = []
    done = run(
        source,
        ["a.example/1", "b.example/1"],
        waits=(0.01, 0.01),
        told=lambda job, _, again: put_off.append(job) if again else None,
    )
    assert done == ["b.example/1", "a.example/1"]
    assert put_off == ["a.example/1"]
    assert source.forgot == 1


def test_what_does_not_heal_is_given_with_its_fault_after_the_last_pass():
    source = Counting({"https://a.example/1": ["timeout"] * 5})
    pauses = []
    done = run(source, ["a.example/1"], waits=(0.01, 0.01), paused=pauses.append)
    assert done == ["a.example/1"]
    assert pauses == [0.01, 0.01]
    assert source.asked.count("https://a.example/1") == 3


@pytest.mark.parametrize("fault", ["not_found", "forbidden", "robots_disallowed", "dns_error"])
def test_a_fault_that_will_not_heal_is_not_asked_again(fault):
    source = Counting({"https://a.example/1": [fault]})
    assert run(source, ["a.example/1"], waits=(0.01,)) == ["a.example/1"]
    assert len(source.asked) == 1


def test_an_error_ends_the_run_and_closes_the_source():
    source = Counting()

    def broken(job):
        yield (Ask(f"https://{job}"),)
        raise LookupError(job)

    rounds = Rounds(source.opened, Pace(2, 2, 10), host_of=str, observe=broken)
    with pytest.raises(LookupError):
        list(rounds.run(["a.example", "b.example", "c.example"]))
    assert source.closed


def test_a_reader_that_stops_early_leaves_nothing_running():
    source = Counting(takes=0.01)
    rounds = Rounds(
        source.opened, Pace(2, 2, 10), host_of=lambda job: job.split("/")[0], observe=observe
    )
    seen = rounds.run([f"h{n}.example/" for n in range(20)])
    next(seen)
    seen.close()
    assert source.closed
    assert len(source.asked) < 20


def test_no_more_is_read_ahead_of_the_rules_than_memory_is_for():
    source = Counting(takes=0)
    rounds = Rounds(source.opened, Pace(8, 2, 10), host_of=lambda job: job, observe=observe)
    most = 0
    for judged, _ in enumerate(rounds.run([f"{n}.example" for n in range(400)])):
        most = max(most, len(source.asked) - judged)
    assert most <= AHEAD + 8 + 1
