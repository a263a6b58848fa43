"""pace: how fast a host is asked: at once, after one another, and not while it wants a rest."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from linter.crawl.network import Network

SWEEP: Final = 1024
"""Hosts that may be known before those at rest are forgotten."""


class DeferredError(Exception):
    """A host asked for a longer rest than is waited for."""

    def __init__(self, rest: float) -> None:
        super().__init__(f"the host asked for a rest of {rest:.0f} s")
        self.rest = rest


class _Host:
    """The state of one host; `due` is when the bucket would be full of tokens again."""

    __slots__ = ("active", "burst", "due", "interval", "last", "rest_until", "strikes", "waiting")

    def __init__(self, interval: float, burst: int) -> None:
        self.interval = interval
        self.burst = burst
        self.due = float("-inf")
        self.last = float("-inf")
        self.rest_until = float("-inf")
        self.strikes = 0
        self.active = 0
        self.waiting: deque[asyncio.Future[None]] = deque()

    def reserve(self, now: float) -> float:
        """Take the next token; the seconds until it is there."""
        if not self.interval:
            return 0.0
        start = max(now, self.due - (self.burst - 1) * self.interval)
        self.due = max(self.due, start) + self.interval
        return start - now

    def idle(self, now: float) -> bool:
        """Whether nothing would be lost if the host were forgotten."""
        return not self.active and not self.waiting and max(self.due, self.rest_until) <= now


class Pace:
    """The turns of all hosts. Whoever comes first is served first."""

    def __init__(
        self,
        network: Network,
        ticks: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._network = network
        self._ticks = ticks
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}
        self._sweep_at = SWEEP

    def __len__(self) -> int:
        return len(self._hosts)

    async def enter(self, host: str) -> None:
        """Wait for a turn with a host; raises `DeferredError`. Every turn ends with `leave`."""
        state = self._state(host)
        await self._slot(state)
        try:
            await self._rest(state)
            delay = state.reserve(self._ticks())
            if delay > 0:
                await self._sleep(delay)
                await self._rest(state)
            state.last = self._ticks()
        except BaseException:
            self._free(state)
            raise

    def leave(self, host: str) -> None:
        """End a turn."""
        self._free(self._state(host))

    def slow(self, host: str, delay: float) -> None:
        """Keep the interval that a site asks for, without a burst."""
        state = self._state(host)
        if delay > state.interval or (delay == state.interval and state.burst > 1):
            state.interval = delay
            state.burst = 1
            state.due = max(state.last + delay, min(state.due, self._ticks() + delay))

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for a while."""
        state = self._state(host)
        state.rest_until = max(state.rest_until, self._ticks() + seconds)

    def strike(self, host: str) -> int:
        """Count a refusal for asking too much; how many came in a row."""
        state = self._state(host)
        state.strikes += 1
        return state.strikes

    def answered(self, host: str) -> None:
        """A host answered as it should."""
        self._state(host).strikes = 0

    async def _slot(self, state: _Host) -> None:
        if state.active < self._network.per_host and not state.waiting:
            state.active += 1
            return
        turn = asyncio.get_running_loop().create_future()
        state.waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._free(state)
            elif turn in state.waiting:
                state.waiting.remove(turn)
            raise

    async def _rest(self, state: _Host) -> None:
        waited = 0.0
        while (pause := state.rest_until - self._ticks()) > 0:
            if waited + pause > self._network.longest_pause:
                raise DeferredError(pause)
            await self._sleep(pause)
            waited += pause

    @staticmethod
    def _free(state: _Host) -> None:
        while state.waiting:
            turn = state.waiting.popleft()
            if not turn.done():
                turn.set_result(None)  # the slot goes on to the next in line
                return
        state.active -= 1

    def _state(self, host: str) -> _Host:
        state = self._hosts.get(host)
        if state is None:
            if len(self._hosts) >= self._sweep_at:
                self._sweep()
            state = self._hosts[host] = _Host(self._network.interval, self._network.burst)
        return state

    def _sweep(self) -> None:
        now = self._ticks()
        self._hosts = {name: host for name, host in self._hosts.items() if not host.idle(now)}
        self._sweep_at = max(SWEEP, 2 * len(self._hosts))
