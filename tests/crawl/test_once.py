"""Work that several want is done once."""

from __future__ import annotations

import asyncio

import pytest

from linter.crawl.once import Once


def run(test):
    return asyncio.run(test())


def test_whoever_comes_meanwhile_gets_the_same():
    async def test():
        once, done = Once(), []

        async def work():
            done.append(1)
            await asyncio.sleep(0.01)
            return object()

        found = await asyncio.gather(*(once.do("a", work) for _ in range(5)))
        assert "a" not in once
        again = await once.do("a", work)
        return len(set(found)), again in found, len(done)

    assert run(test) == (1, False, 2)


def test_an_error_is_everybodys():
    async def test():
        once, done = Once(), []

        async def work():
            done.append(1)
            await asyncio.sleep(0.01)
            raise KeyError("x")

        return done, await asyncio.gather(
            *(once.do("a", work) for _ in range(3)), return_exceptions=True
        )

    done, errors = run(test)
    assert [type(error) for error in errors] == [KeyError] * 3
    assert len(done) == 3


@pytest.mark.parametrize("given_up", [0, 1, 2])
def test_giving_up_is_ones_own(given_up):
    async def test():
        once = Once()

        async def work():
            await asyncio.sleep(0.02)
            return "done"

        tasks = [asyncio.ensure_future(once.do("a", work)) for _ in range(3)]
        await asyncio.sleep(0.01)
        tasks[given_up].cancel()
        return await asyncio.gather(*tasks, return_exceptions=True)

    found = run(test)
    assert isinstance(found.pop(given_up), asyncio.CancelledError)
    assert found == ["done", "done"]
