"""Real foreign servers; where one is not installed, its tests are skipped and say so."""

import asyncio

import pytest

from linter.crawl.drive import drive
from linter.crawl.fetch import Fetcher


def pytest_configure(config):
    """The mark of tests that need foreign servers."""
    config.addinivalue_line(
        "markers", "servers: needs a real foreign server (docs/test-servers.md)"
    )


@pytest.fixture(scope="session")
def over():
    """Run a reading over the network that a front leads into."""

    def run(asking, front):
        async def reading():
            async with Fetcher(front.network) as source:
                found = await drive(asking, source)
            await asyncio.sleep(0.1)  # until the last TLS connections are closed
            return found

        return asyncio.run(reading())

    return run
