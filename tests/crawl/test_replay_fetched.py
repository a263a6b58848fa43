"""What the real fetcher got from a real server comes back from the evidence as it was."""

from __future__ import annotations

import asyncio
import gzip
import os
import zlib
from datetime import UTC, datetime

from aiohttp import web
from warcio.checker import Checker

from linter.crawl.asking import JSON, Ask
from linter.crawl.evidence import WarcRecorder
from linter.crawl.fetch import Fetcher
from linter.crawl.network import Network
from linter.crawl.replay import Recorded
from tests.crawl.test_evidence import Args
from tests.crawl.test_replay import same

PAGE = "<!doctype html><title>Impressum</title><p>Stadt Mühlheim, Köln – „Rathaus“</p>".encode()
NOISE = bytes(range(256)) * 40
SECRET = "geheim-0123456789"
ASKS = [
    Ask("/plain"),
    Ask("/gzip"),
    Ask("/deflate"),
    Ask("/raw-deflate"),
    Ask("/chunked"),
    Ask("/chunked-gzip"),
    Ask("/binary"),
    Ask("/empty"),
    Ask("/long", limit=1_000),
    Ask("/long-gzip", limit=1_000),
    Ask("/long-chunked", limit=1_000),
    Ask("/broken-gzip"),
    Ask("/unknown-coding"),
    Ask("/moved"),
    Ask("/loop"),
    Ask("/nowhere"),
    Ask("/latin"),
    Ask("/refused"),
    Ask("/down"),
    Ask("/slow"),
    Ask("/echo?key=${TOKEN}", JSON, (("Authorization", "Bearer ${TOKEN}"),), api=True),
    Ask("/plain#anbieter"),
]


async def chunked(request: web.BaseRequest, body: bytes, coding: str = "") -> web.StreamResponse:
    answer = web.StreamResponse(headers={"Content-Encoding": coding} if coding else {})
    answer.enable_chunked_encoding()
    await answer.prepare(request)
    for start in range(0, len(body), 700):
        await answer.write(body[start : start + 700])
    await answer.write_eof()
    return answer


def plain(body: bytes, coding: str = "", **headers: str) -> web.Response:
    coded = {"Content-Encoding": coding} if coding else {}
    return web.Response(body=body, headers=coded | headers)


async def handle(request: web.BaseRequest) -> web.StreamResponse:
    path = request.path
    raw = zlib.compressobj(wbits=-15)
    long = os.urandom(40_000)
    if path == "/slow":
        await asyncio.sleep(5)
    if path == "/echo":
        said = f'{{"said": "{request.headers["Authorization"]} {request.query["key"]}"}}'
        return plain(gzip.compress(said.encode()), "gzip", **{"X-Echo": request.query_string})
    if path == "/etag":
        fresh = request.headers.get("If-None-Match") != '"1"'
        return web.Response(
            status=200 if fresh else 304,
            body=gzip.compress(PAGE) if fresh else None,
            headers={"ETag": '"1"', **({"Content-Encoding": "gzip"} if fresh else {})},
        )
    streamed = {
        "/chunked": (PAGE, ""),
        "/chunked-gzip": (gzip.compress(PAGE), "gzip"),
        "/long-chunked": (long, ""),
    }
    if path in streamed:
        return await chunked(request, *streamed[path])
    answers = {
        "/plain": lambda: plain(PAGE),
        "/gzip": lambda: plain(gzip.compress(PAGE), "gzip"),
        "/deflate": lambda: plain(zlib.compress(PAGE), "deflate"),
        "/raw-deflate": lambda: plain(raw.compress(PAGE) + raw.flush(), "deflate"),
        "/binary": lambda: plain(NOISE, **{"Content-Type": "image/png"}),
        "/empty": lambda: plain(b""),
        "/long": lambda: plain(long),
        "/long-gzip": lambda: plain(gzip.compress(long), "gzip"),
        "/broken-gzip": lambda: plain(gzip.compress(PAGE)[:-20], "gzip"),
        "/unknown-coding": lambda: plain(PAGE, "zstd"),
        "/moved": lambda: web.Response(status=302, headers={"Location": "/gzip"}),
        "/loop": lambda: web.Response(status=301, headers={"Location": "/loop"}),
        "/latin": lambda: plain(PAGE, **{"X-Ort": "M\udcfcnster"}),
        "/refused": lambda: web.Response(status=403, body=b"no"),
        "/down": lambda: web.Response(status=503, body=b"down"),
    }
    return answers.get(path, lambda: web.Response(status=404, body=b"nothing here"))()


class LastNight:
    """A ledger that remembers in memory."""

    resumed = True

    def __init__(self) -> None:
        self.before = {}
        self.now = {}

    def recall(self, key):
        return self.now.get(key)

    def previous(self, key):
        return self.before.get(key)

    def keep(self, key, capture):
        self.now[key] = capture


async def night(folder, asks, ledger=None):
    """Serve, ask and record; the captures as the crawl had them."""
    runner = web.ServerRunner(web.Server(handle, access_log=None), shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    network = Network(interval=0, timeout=0.6, passes=0).with_options(
        resolve=[f"www.musterhausen.de:80:127.0.0.1:{port}"], allow_network=["127.0.0.0/8"]
    )
    there = [
        Ask("http://www.musterhausen.de" + ask.url, ask.accept, ask.headers, ask.api, ask.limit)
        for ask in asks
    ]
    started = datetime(2026, 11, 25, 22, 0, tzinfo=UTC)
    try:
        with WarcRecorder(str(folder), software="amtlint", started=started) as recorder:
            secrets = {"TOKEN": SECRET}
            async with Fetcher(
                network, recorder=recorder, ledger=ledger, secrets=secrets
            ) as source:
                return there, [await source.get(ask) for ask in there]
    finally:
        await runner.cleanup()


async def replayed(folder, asks):
    source = Recorded(str(folder))
    return [await source.get(ask) for ask in asks]


def test_every_kind_of_answer_comes_back_as_it_was(tmp_path):
    asks, seen = asyncio.run(night(tmp_path, ASKS))
    again = asyncio.run(replayed(tmp_path, asks))
    for ask, one, other in zip(asks, seen, again, strict=True):
        assert same(one, other), ask.url
    shown = {ask.url: one for ask, one in zip(ASKS, seen, strict=True)}
    pages = ("/plain", "/gzip", "/deflate", "/raw-deflate", "/chunked", "/chunked-gzip", "/moved")
    assert [shown[path].body for path in pages] == [PAGE] * 7
    assert [len(shown[path].body) for path in ("/long", "/long-gzip")] == [1_000, 1_000]
    assert {one.fault for one in seen} >= {"", "forbidden", "timeout", "redirect_loop", "not_found"}
    checker = Checker(Args(tmp_path))
    checker.process_all()
    assert checker.exit_value == 0


def test_a_secret_is_nowhere_in_the_evidence(tmp_path):
    _, seen = asyncio.run(night(tmp_path, ASKS))
    assert b"${TOKEN} ${TOKEN}" in seen[-2].body
    for path in tmp_path.iterdir():
        raw = path.read_bytes()
        raw = gzip.decompress(raw) if path.suffix == ".gz" else raw
        assert SECRET.encode() not in raw


def test_an_unchanged_page_of_the_second_night_replays_from_that_night_alone(tmp_path):
    ledger = LastNight()
    asyncio.run(night(tmp_path / "first", [Ask("/etag")], ledger))
    ledger.before, ledger.now = ledger.now, {}
    asks, (seen,) = asyncio.run(night(tmp_path / "second", [Ask("/etag")], ledger))
    assert seen.not_modified
    assert seen.body == PAGE
    (again,) = asyncio.run(replayed(tmp_path / "second", asks))
    assert same(seen, again)
