"""Where an answer ends: as browsers read it, however many pieces it comes in."""

from __future__ import annotations

import asyncio
import contextlib
import time

import pytest

from linter.crawl.asking import Ask
from linter.crawl.fetch import Fetcher
from linter.crawl.framing import mended
from linter.crawl.network import Network

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
LENGTH = b"Content-Length: 5\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"

READ = {
    "bytes behind": HEAD + LENGTH + b"\r\nhello<!-- cached -->",
    "bytes behind, closing": HEAD + b"Connection: close\r\n" + LENGTH + b"\r\nhello<!-- x -->",
    "one byte behind": HEAD + LENGTH + b"\r\nhello\n",
    "another answer behind": HEAD + LENGTH + b"\r\nhello" + HEAD + LENGTH + b"\r\nother",
    "told twice": HEAD + LENGTH + LENGTH + b"\r\nhello",
    "told twice in one": HEAD + b"content-length: 5, 5\r\n\r\nhello",
    "beside chunks": HEAD + b"Content-Length: 50\r\n" + CHUNKED + b"\r\n5\r\nhello\r\n0\r\n\r\n",
    "behind chunks": HEAD + CHUNKED + b"\r\n5\r\nhello\r\n0\r\n\r\n<!-- cached -->",
    "identity": HEAD + b"Transfer-Encoding: identity\r\n" + LENGTH + b"\r\nhello",
    "identity to the end": HEAD + b"Transfer-Encoding: identity\r\n\r\nhello",
    "lines without CR": (HEAD + LENGTH + LENGTH + b"\r\nhello").replace(b"\r\n", b"\n"),
    "hints before": b"HTTP/1.1 103 Early Hints\r\n\r\n" * 2000 + HEAD + LENGTH + LENGTH + b"\r\nhello",
}  # fmt: skip
CUT = {
    "lengths that differ": HEAD + LENGTH + b"Content-Length: 4\r\n\r\nhello",
    "no length": HEAD + b"Content-Length: five\r\n\r\nhello",
    "too short": HEAD + b"Content-Length: 50\r\n\r\nhello",
    "no chunk": HEAD + CHUNKED + b"\r\nzz\r\nhello",
    "half a chunk": HEAD + CHUNKED + b"\r\n5\r\nhel",
    "no HTTP": b"220 mail.example.org ESMTP\r\n\r\n",
}


async def asked(answer, pieces, *, open_after=False):
    """The capture where a server writes an answer in so many pieces, and closes or waits."""
    given_up = asyncio.Event()

    async def talk(reader, writer):
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            await reader.readuntil(b"\r\n\r\n")
            size = -(-len(answer) // pieces)
            for start in range(0, len(answer), size):
                writer.write(answer[start : start + size])
                await writer.drain()
                await asyncio.sleep(0.002 if pieces > 1 else 0)
            if open_after:
                await given_up.wait()
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    network = Network(timeout=2.0, interval=0.0).with_options(
        resolve=[f"*:80:127.0.0.1:{port}"], allow_network=["127.0.0.1"]
    )
    async with Fetcher(network) as fetcher:
        capture = await fetcher.get(Ask("http://www.example.org/", api=True))
    given_up.set()
    server.close()
    return capture


@pytest.mark.parametrize("pieces", [1, 2, 7, 60])
@pytest.mark.parametrize("name", READ)
def test_what_browsers_read_is_read(name, pieces):
    capture = asyncio.run(asked(READ[name], pieces))
    assert (capture.fault, capture.body) == ("", b"hello"), capture.detail


@pytest.mark.parametrize("name", [name for name in READ if name != "identity to the end"])
def test_nobody_waits_for_a_connection_that_stays_open(name):
    capture = asyncio.run(asked(READ[name], 1, open_after=True))
    assert (capture.fault, capture.body) == ("", b"hello"), capture.detail


@pytest.mark.parametrize("pieces", [1, 5])
@pytest.mark.parametrize("name", CUT)
def test_what_does_not_come_whole_is_a_fault_but_not_one_of_a_server_out_of_reach(name, pieces):
    capture = asyncio.run(asked(CUT[name], pieces))
    assert capture.fault == "reset", capture.detail
    assert capture.in_part


@pytest.mark.parametrize(
    ("page", "part"),
    [("<html><p>hello</html>", False), ("<html><p>hel", True), ("<p>Gr\xfc", True)],
)
def test_a_page_that_the_connection_ends_is_a_part_where_its_end_lacks(page, part):
    said = page.encode()[: -1 if "\xfc" in page else None]
    capture = asyncio.run(asked(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + said, 1))
    assert (capture.fault, capture.body, capture.truncated) == ("", said, part)


def test_a_304_with_a_body_is_one():
    odd = b"HTTP/1.1 304 Not Modified\r\n" + LENGTH + b"\r\nhello"
    capture = asyncio.run(asked(odd, 1))
    assert (capture.fault, capture.status) == ("bad_redirect", 304)
    assert not capture.in_part


def test_a_head_of_which_nothing_is_wrong_stays_as_it_is():
    for rest in (b"\r\n", LENGTH + b"\r\n", b"X-Content-Length: 5, 5\r\n\r\n"):
        assert mended(HEAD + rest) == HEAD + rest
    chunks = HEAD + CHUNKED + b"\r\n"
    assert mended(chunks) == chunks
    assert (
        mended(HEAD + LENGTH + b"X: y\r\n" + CHUNKED + b"\r\n") == HEAD + CHUNKED + b"X: y\r\n\r\n"
    )


def test_a_head_made_of_blanks_costs_no_more_than_its_length():
    head = b"HTTP/1.1 200 OK\r\ncontent-length:" + b" " * 60_000 + b"\rX\r\n\r\n"
    start = time.process_time()
    assert mended(head) == head
    assert time.process_time() - start < 1
