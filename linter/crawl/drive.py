"""drive: run a reading over a source: the network, or a recorded night."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from linter.crawl.capture import Capture

if TYPE_CHECKING:
    from linter.crawl.asking import Ask, Asking
    from linter.crawl.keeping import Source

T = TypeVar("T")


class Budget:
    """How many asks one account still has; those answered from memory count too.

    So a night and its replay stop at the same ask.
    """

    __slots__ = ("left",)

    def __init__(self, limit: int) -> None:
        self.left = limit

    def take(self) -> bool:
        """Take one, if any is left."""
        if self.left <= 0:
            return False
        self.left -= 1
        return True


async def drive(asking: Asking[T], source: Source, budget: Budget | int | None = None) -> T:
    """Run a reading to its result; what it asks together is asked side by side.

    Asks past the budget are not made and come back as `budget_exhausted`; a number is a budget for
    this reading alone.
    """
    if isinstance(budget, int):
        budget = Budget(budget)
    try:
        try:
            asks = next(asking)
            while True:
                asks = asking.send(await _captures(asks, source, budget))
        except StopIteration as end:
            result: T = end.value
            return result
    finally:
        asking.close()


async def _captures(
    asks: tuple[Ask, ...], source: Source, budget: Budget | None
) -> tuple[Capture, ...]:
    allowed = [ask for ask in asks if budget is None or budget.take()]
    if len(allowed) == 1:
        found = [await source.get(allowed[0])]
    else:
        found = await asyncio.gather(*(source.get(ask) for ask in allowed))
    refused = asks[len(allowed) :]
    return (*found, *(_exhausted(ask) for ask in refused))


def _exhausted(ask: Ask) -> Capture:
    return Capture(
        ask.url, ask.url, None, "budget_exhausted", "the account's limit of requests was reached"
    )
