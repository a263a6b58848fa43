"""once: what is being asked at this moment, so that whoever wants the same joins in."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")


class Once(Generic[T]):
    """Work by key: the first who wants it does it, the others wait for what comes of it.

    If the first is cancelled, another does it; none is cancelled by another's giving up.
    """

    def __init__(self) -> None:
        self._running: dict[str, asyncio.Future[T]] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._running

    async def do(self, key: str, work: Callable[[], Awaitable[T]]) -> T:
        """Do the work for a key, or wait for the one who does."""
        while (running := self._running.get(key)) is not None:
            try:
                return await asyncio.shield(running)
            except asyncio.CancelledError:
                if not running.cancelled() or _being_cancelled():
                    raise
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._running[key] = future
        try:
            result = await work()
            future.set_result(result)
        finally:
            del self._running[key]
            future.cancel()  # of no effect on one that is done
        return result


def _being_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
