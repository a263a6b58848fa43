"""fetch: the one place from which the web is asked; what stands in DNS is asked for by `entries`.

One GET per ask and run, redirects by hand: every hop is read, checked against robots.txt and the
address guard, waits for its host's turn, and is recorded. Whatever goes wrong is a fault in the
capture; nothing but a fault of the configuration is ever raised.
"""

from __future__ import annotations

import asyncio
import random as chance
import time
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from linter.crawl import placeholders, robots
from linter.crawl.capture import Capture
from linter.crawl.entries import SystemEntries, is_entry, looked_up
from linter.crawl.hop import Answer, Asker
from linter.crawl.memo import Memo
from linter.crawl.once import Once
from linter.crawl.pace import Pace
from linter.crawl.resolve import Resolver, SystemLookup
from linter.crawl.transport import Transport
from linter.crawl.trip import Trip
from linter.crawl.verdict import REDIRECTS
from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from types import TracebackType
    from typing import Self

    from linter.crawl.address import Address
    from linter.crawl.asking import Ask
    from linter.crawl.entries import Entries
    from linter.crawl.hop import Request
    from linter.crawl.keeping import Ledger, Recorder
    from linter.crawl.network import Network
    from linter.crawl.resolve import Lookup

REDIRECTS_KEPT: Final = 4096
"""Redirects that are remembered by themselves, not only as a part of a way."""

ROBOTS_KEPT: Final = 2048
"""Sites whose robots.txt is kept read; others are read again from what was captured."""


class Fetcher:
    """A `Source` over the network; used as `async with Fetcher(network) as source`.

    secrets: by name, for `${NAME}` in asks of documented APIs; clock: seconds since 1970, for
    stamps and dates; ticks: a clock that never jumps, for the pace; lookup: host → addresses;
    entries: name → its texts in DNS.
    """

    def __init__(
        self,
        network: Network,
        *,
        recorder: Recorder | None = None,
        ledger: Ledger | None = None,
        secrets: Mapping[str, str] | None = None,
        clock: Callable[[], float] = time.time,
        ticks: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        random: Callable[[], float] = chance.random,
        lookup: Lookup | None = None,
        entries: Entries | None = None,
    ) -> None:
        self._network = network
        self._recorder = recorder
        self._ledger = ledger
        self._secrets = secrets or {}
        self._system = SystemLookup() if lookup is None else None
        self._entries = entries or SystemEntries(network)
        self._memo = Memo(network.memory, ledger)
        self._captures: Once[Capture] = Once()
        self._hops: Once[Answer] = Once()
        self._redirects: OrderedDict[str, Answer] = OrderedDict()
        self._robots: OrderedDict[str, robots.Robots] = OrderedDict()
        self._pace = Pace(network, ticks, sleep)
        self._transport = Transport(network)
        self._asker = Asker(
            network,
            transport=self._transport,
            resolver=Resolver(network, lookup or self._system or SystemLookup(), ticks),
            pace=self._pace,
            recorder=recorder,
            clock=clock,
            random=random,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close connections, threads and the run's own file."""
        await self._transport.close()
        if self._system is not None:
            self._system.close()
        self._memo.close()

    @property
    def requests(self) -> int:
        """How many requests went out, redirects and robots.txt among them."""
        return self._asker.requests

    @property
    def waits(self) -> tuple[float, ...]:
        """The seconds before each later pass."""
        return tuple(self._network.wait(later) for later in range(1, self._network.passes + 1))

    def forget_transient(self) -> int:
        """Before a later pass: forget the faults that may heal; returns how many."""
        for origin in [origin for origin, found in self._robots.items() if found.fault]:
            del self._robots[origin]
        return self._memo.forget_transient()

    async def get(self, ask: Ask) -> Capture:
        """The capture for an ask, from the web the first time, from memory ever after."""
        if "#" in ask.url:  # a fragment is never sent
            bare = replace(ask, url=ask.url.partition("#")[0])
            return (await self._once(bare)).but(url=ask.url)
        return await self._once(ask)

    async def _once(self, ask: Ask, *, for_robots: bool = False) -> Capture:
        key = ask.key

        async def work() -> Capture:
            known = self._memo.get(key)
            if known is not None:
                return known
            capture = await self._fetched(ask, for_robots=for_robots)
            if capture.fault == "rate_limited" and capture.status is None:
                # its host wants to be left alone: what it answered in an earlier pass stands
                before = self._memo.restored(key)
                if before is not None:
                    return before
            self._keep(key, capture)
            self._keep_end(ask, capture)
            return capture

        return await self._captures.do(key, work)

    async def _fetched(self, ask: Ask, *, for_robots: bool) -> Capture:
        try:
            if ask.api and is_entry(ask.url):  # no address of a page is one, whoever wrote it down
                return await looked_up(ask, self._entries, self.now)
            secrets = placeholders.secrets_of(ask, self._secrets)
            bound = not for_robots and (not ask.api or self._network.obey_robots_for_api)
            trip = Trip(
                ask,
                secrets,
                web=self,
                user_agent=self._network.user_agent,
                redirects=robots.REDIRECTS if for_robots else self._network.redirects,
                robots_of=self._robots_of if bound else None,
            )
            return await trip.run()
        except placeholders.UnsetError as error:
            return Capture(ask.url, ask.url, None, "forbidden", str(error))
        except LinterError:
            raise
        except Exception as error:  # noqa: BLE001 - one odd page must not end a night
            detail = f"the request failed ({type(error).__name__})"
            return Capture(ask.url, ask.url, None, "failed", detail)

    def _keep(self, key: str, capture: Capture) -> None:
        """Evidence first: what the ledger knows is not asked, and not recorded, again."""
        if self._recorder is not None:
            self._recorder.capture(key, capture)
        self._memo.put(key, capture)

    def _keep_end(self, ask: Ask, capture: Capture) -> None:
        """Remember where a trip ended for those who ask for that very address."""
        last = capture.hops[-1] if capture.hops else None
        if last is None or last.location or placeholders.uses(ask.key):
            return
        url = last.url.partition("#")[0]
        key = replace(ask, url=url).key
        if key == ask.key or key in self._captures or self._memo.get(key) is not None:
            return
        self._keep(key, capture.but(url=url, final_url=url, hops=(replace(last, url=url),)))

    def now(self) -> str:
        """The moment, as captures write it."""
        return self._asker.now()

    def known(self, key: str) -> Capture | None:
        """What this run has for a key."""
        return self._memo.get(key)

    def previous(self, key: str) -> Capture | None:
        """What an earlier night got for a key."""
        return None if self._ledger is None else self._ledger.previous(key)

    async def hop(self, key: str, request: Request) -> Answer:
        """One request and its answer; redirects are remembered, for many ways lead over them."""
        if request.hidden:
            return await self._asker.ask(request)

        async def work() -> Answer:
            known = self._redirects.get(key)
            if known is not None:
                return known
            answer = await self._asker.ask(request)
            if answer.status in REDIRECTS and "location" in answer.headers:
                self._redirects[key] = replace(answer, body=b"")
                if len(self._redirects) > REDIRECTS_KEPT:
                    self._redirects.popitem(last=False)
            return answer

        return await self._hops.do(key, work)

    async def _robots_of(self, address: Address) -> robots.Robots:
        """What a site's robots.txt says."""
        origin = address.origin
        found = self._robots.get(origin)
        if found is None:
            found = robots.read(await self._once(robots.ask(origin), for_robots=True))
            self._robots[origin] = found
            if len(self._robots) > ROBOTS_KEPT:
                self._robots.popitem(last=False)
        else:
            self._robots.move_to_end(origin)
        if found.delay:
            self._pace.slow(address.host, found.delay)
        return found
