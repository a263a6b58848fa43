"""Whatever a server sends, the fetcher answers with a capture."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import resource
import socket
import zlib
from types import SimpleNamespace

import aiohttp
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from linter.crawl.asking import Ask
from linter.crawl.capture import Capture
from linter.crawl.decode import CodingError, decoder
from linter.crawl.fetch import Fetcher
from linter.crawl.network import Network
from linter.crawl.transport import _fault, raise_open_files

URL = "http://www.example.org/"


class Raw:
    """A server that sends bytes as they are, whatever is asked."""

    def __init__(self):
        self.answer = b""

    async def __aenter__(self):
        self.server = await asyncio.start_server(self.talk, "127.0.0.1", 0)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_):
        self.server.close()
        await self.server.wait_closed()

    async def talk(self, reader, writer):
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(self.answer)
            await writer.drain()
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


async def sent(answers, **changes):
    """What becomes of raw answers, each asked anew."""
    async with Raw() as raw:
        network = Network(timeout=1.0, interval=0.0, **changes).with_options(
            resolve=[f"*:80:127.0.0.1:{raw.port}"], allow_network=["127.0.0.1"]
        )
        async with Fetcher(network) as fetcher:
            captures = []
            for number, answer in enumerate(answers):
                raw.answer = answer
                captures.append(await fetcher.get(Ask(f"{URL}{number}", api=True, limit=10_000)))
            return captures


HEAD = b"HTTP/1.1 200 OK\r\n"
ODD = {
    "nothing": (b"", "reset"),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.2\r\n", "reset"),
    "HTTP/0.9": (b"<html>hello</html>", "reset"),
    "HTTP/1.0": (b"HTTP/1.0 200 OK\r\n\r\nhello", ""),
    "no reason": (b"HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", ""),
    "half a head": (HEAD + b"Content-Type: te", "reset"),
    "half a body": (HEAD + b"Content-Length: 50\r\n\r\nhello", "reset"),
    "half a chunk": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhel", "reset"),
    "no last chunk": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "reset"),
    "broken chunk": (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello", "reset"),
    "negative length": (HEAD + b"Content-Length: -1\r\n\r\nhello", "reset"),
    "huge header": (HEAD + b"X: " + b"a" * 200_000 + b"\r\nContent-Length: 0\r\n\r\n", "reset"),
    "large header": (HEAD + b"X: " + b"a" * 20_000 + b"\r\nContent-Length: 0\r\n\r\n", ""),
    "early hints": (
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + HEAD + b"Content-Length: 0\r\n\r\n",
        "",
    ),
    "odd cookie": (HEAD + b"Set-Cookie: \x01=;;=\r\nContent-Length: 0\r\n\r\n", None),
    "Latin-1 in a header": (HEAD + b"X-Ort: K\xf6ln\r\nContent-Length: 0\r\n\r\n", ""),
    "Latin-1 in a redirect": (
        b"HTTP/1.1 302 F\r\nLocation: ht!tp://K\xf6ln\r\nContent-Length: 0\r\n\r\n",
        None,
    ),
    "bad port in a redirect": (
        b"HTTP/1.1 302 F\r\nLocation: http://a:b/\r\nContent-Length: 0\r\n\r\n",
        "address_refused",
    ),
    "bad brackets in a redirect": (
        b"HTTP/1.1 302 F\r\nLocation: http://[a/\r\nContent-Length: 0\r\n\r\n",
        "bad_redirect",
    ),
    "redirect to a blank": (
        b"HTTP/1.1 302 F\r\nLocation:   \r\nContent-Length: 0\r\n\r\n",
        "bad_redirect",
    ),
    "retry after nonsense": (
        b"HTTP/1.1 429 X\r\nRetry-After: soon\r\nContent-Length: 0\r\n\r\n",
        "rate_limited",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_answers_are_pages_or_faults(name):
    answer, fault = ODD[name]
    (capture,) = asyncio.run(sent([answer]))
    assert isinstance(capture, Capture)
    assert fault is None or capture.fault == fault, capture.detail


FRAGMENTS = [
    b"HTTP/1.1 ", b"HTTP/1.0 ", b"200 OK", b"302 Found", b"429 X", b"999 ", b"304 N", b"\r\n",
    b"\n", b"\r\n\r\n", b"Location: ", b"http://", b"//", b"[", b"%", b"Content-Length: ", b"5",
    b"Content-Encoding: gzip", b"Content-Encoding: deflate", b"Transfer-Encoding: chunked",
    b"\x1f\x8b\x08\x00\x00\x00\x00\x00", b"x\x9c", b"Retry-After: ", b"1e99", b"\xff\xfe", b"\x00",
    b"X-RateLimit-Remaining: 0", b"X-RateLimit-Reset: ", b"Set-Cookie: a=b", b"hello", b" ", b":",
]  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.one_of(
            st.binary(max_size=60),
            st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(b"".join),
            st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(
                lambda parts: HEAD + b"\r\n".join(parts) + b"\r\n\r\nhello"
            ),
        ),
        max_size=20,
    )
)
def test_no_answer_makes_the_fetcher_raise(answers):
    captures = asyncio.run(sent(answers, longest_pause=0.0))
    assert all(isinstance(capture, Capture) for capture in captures)
    assert not [c for c in captures if c.detail.startswith("the request failed")]


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
@example("http://www.example.org/\ud800")
@example("http://www.example.org/${X}")
@example("http://" + "a" * 9000)
def test_no_address_makes_the_fetcher_raise(text):
    async def no_hosts(host, port):
        raise OSError("no hosts here")

    async def run():
        async with Fetcher(Network(interval=0), lookup=no_hosts) as fetcher:
            for url in (text, f"https://{text}", f"https://a.example/{text}"):
                capture = await fetcher.get(Ask(url, headers=(("X", text),)))
                assert capture.fault
                assert not capture.detail.startswith("the request failed")

    asyncio.run(run())


def test_headers_that_cannot_be_sent_are_a_fault():
    async def run():
        async with Raw() as raw:
            network = Network(interval=0).with_options(
                resolve=[f"*:80:127.0.0.1:{raw.port}"], allow_network=["127.0.0.1"]
            )
            async with Fetcher(network) as fetcher:
                ask = Ask(URL, headers=(("X", "a\r\nY: b"),), api=True)
                return await fetcher.get(ask)

    assert asyncio.run(run()).fault == "failed"


def test_a_host_that_drops_packets_is_given_up_in_time():
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        fillers = [socket.socket() for _ in range(8)]
        try:
            for filler in fillers:
                filler.setblocking(False)
                filler.connect_ex(("127.0.0.1", port))

            async def run():
                network = Network(timeout=0.3, interval=0).with_options(
                    resolve=[f"*:80:127.0.0.1:{port}"], allow_network=["127.0.0.1"]
                )
                async with Fetcher(network) as fetcher:
                    return await fetcher.get(Ask(URL, api=True))

            capture = asyncio.run(run())
        finally:
            for filler in fillers:
                filler.close()
    assert (capture.fault, capture.status) == ("timeout", None)


def test_the_next_address_is_tried_where_one_refuses():
    async def run():
        async with Raw() as raw:
            raw.answer = HEAD + b"Content-Length: 2\r\n\r\nok"
            network = Network(interval=0).with_options(
                resolve=[f"*:80:127.0.0.9:{raw.port},127.0.0.1:{raw.port}"],
                allow_network=["127.0.0.0/8"],
            )
            async with Fetcher(network) as fetcher:
                return await fetcher.get(Ask(URL, api=True))

    assert asyncio.run(run()).body == b"ok"


def test_a_proxy_that_was_named_is_asked_for_everything_public():
    async def run():
        asked = []

        async def serve(reader, writer):
            asked.append((await reader.readuntil(b"\r\n\r\n")).splitlines()[0])
            writer.write(HEAD + b"Content-Length: 2\r\nConnection: close\r\n\r\nok")
            writer.close()
            await writer.wait_closed()

        async def no_hosts(host, port):
            raise OSError("no such host")

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        network = Network(interval=0, proxy=f"http://127.0.0.1:{port}")
        async with Fetcher(network, lookup=no_hosts) as fetcher:
            captures = [await fetcher.get(Ask(url, api=True)) for url in (URL, "http://10.0.0.1/")]
        server.close()
        return asked, captures

    asked, (page, private) = asyncio.run(run())
    assert asked == [b"GET http://www.example.org/ HTTP/1.1"]
    assert page.body == b"ok"
    assert private.fault == "address_refused"


def test_open_files_are_allowed_up_to_the_hard_limit():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
        raise_open_files(300)
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == 300
        raise_open_files(10)
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == 300
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@given(st.binary(max_size=3000), st.sampled_from(("gzip", "deflate", "x-gzip")), st.data())
def test_codings_come_off_however_the_bytes_are_cut(body, coding, data):
    window = data.draw(st.sampled_from((15, -15))) if coding == "deflate" else 31
    pack = zlib.compressobj(wbits=window)
    packed = pack.compress(body) + pack.flush()
    if coding != "deflate":
        packed *= 2
        body *= 2
    got = decoder(coding, 10_000)
    while packed:
        size = data.draw(st.integers(1, len(packed)))
        got.feed(packed[:size])
        packed = packed[size:]
    assert got.finish() == body
    assert not got.truncated


@given(st.binary(max_size=200), st.sampled_from(("gzip", "deflate", "", "identity", "gzip, gzip")))
def test_any_bytes_are_decoded_or_refused(body, coding):
    try:
        got = decoder(coding, 50)
        got.feed(body)
        assert len(got.finish()) <= 50
    except CodingError:
        pass


@pytest.mark.parametrize("name", ["", "none", "identity", "UTF-8", "binary", "8bit", "utf-8, none"])
def test_a_coding_that_packs_nothing_is_none(name):
    got = decoder(name, 50)
    got.feed(b"hello")
    assert got.finish() == b"hello"


@pytest.mark.parametrize("name", ["br", "zstd", "gzip, gzip", "aes128gcm"])
def test_a_coding_that_was_not_offered_is_refused(name):
    with pytest.raises(CodingError):
        decoder(name, 50)


def test_a_body_of_the_limits_size_is_not_cut():
    for coding, packed in (("", b"x" * 50), ("gzip", zlib.compress(b"x" * 50, wbits=31))):
        got = decoder(coding, 50)
        got.feed(packed)
        assert got.finish() == b"x" * 50
        assert not got.truncated


def test_what_follows_a_packed_body_is_left_out():
    got = decoder("gzip", 50)
    got.feed(zlib.compress(b"ab", wbits=31) + b"rubbish")
    got.feed(b"more")
    assert got.finish() == b"ab"


def test_an_empty_body_needs_no_coding():
    assert decoder("gzip", 50).finish() == b""


def test_a_stream_of_empty_blocks_ends():
    pack = zlib.compressobj(wbits=31)
    empty = pack.flush(zlib.Z_FULL_FLUSH)
    got = decoder("gzip", 1000)
    count = 0
    while not got.full:
        got.feed(empty + b"\x00\x00\x00\xff\xff" * 1000)
        empty = b""
        count += 1
        assert count < 100
    assert got.finish() == b""


def test_a_connection_closed_while_the_encryption_was_agreed_on_was_there_before():
    """The engine wraps it as a connector's error without a number, as if nobody had listened."""
    closed = aiohttp.ClientConnectorError(SimpleNamespace(ssl=True), ConnectionResetError())
    assert _fault(closed).fault == "reset"
    refused = aiohttp.ClientConnectorError(
        SimpleNamespace(ssl=True), ConnectionRefusedError(errno.ECONNREFUSED, "refused")
    )
    assert _fault(refused).fault == "connect_error"
