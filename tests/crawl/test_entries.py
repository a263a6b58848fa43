"""Texts in DNS, asked of a real name server over loopback, kept and replayed like pages."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from contextlib import contextmanager
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest

from linter.crawl.asking import Ask
from linter.crawl.entries import KIND, SystemEntries, ask_of
from linter.crawl.evidence import WarcRecorder
from linter.crawl.fetch import Fetcher
from linter.crawl.network import Network
from linter.crawl.replay import Recorded
from linter.crawl.run import Crawl, lint_web
from linter.platforms.profile import Wanted
from linter.platforms.readers.bluesky import read
from linter.report.json import render
from linter.report.options import Options
from linter.run import RunOptions
from tests.crawl.fetching import Shelf, network
from tests.platforms.readers import test_bluesky as bluesky
from tests.platforms.readers.answers import Web, answer
from tests.web.site import Answer, Site
from tests.web.web import Web as LocalWeb

NAME = "_atproto.presse.musterhausen.de"
OTHER = "did:plc:zzzzzzzzzzzzzzzzzzzzzzzz"
ENTRY = ask_of(NAME)
SILENT, REFUSED = "silent", "refused"


@contextmanager
def name_server(zone):
    """A name server. zone: name → texts, `SILENT` or `REFUSED`; its port, and what it was asked."""
    asked = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as door:
        door.bind(("127.0.0.1", 0))

        def serve():
            while True:
                data, whom = door.recvfrom(4096)
                if data == b"end":
                    return
                question = dns.message.from_wire(data)
                name = question.question[0].name.to_text(omit_final_dot=True)
                asked.append(name)
                said = zone.get(name)
                if said is SILENT:
                    continue
                reply = dns.message.make_response(question, recursion_available=True)
                if said is REFUSED:
                    reply.set_rcode(dns.rcode.SERVFAIL)
                elif said is None:
                    reply.set_rcode(dns.rcode.NXDOMAIN)
                elif said:
                    full = question.question[0].name
                    reply.answer.append(dns.rrset.from_text(full, 300, "IN", "TXT", *said))
                door.sendto(reply.to_wire(), whom)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield door.getsockname()[1], asked
        finally:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as knock:
                knock.sendto(b"end", door.getsockname())
            thread.join(5)


def fetched(zone, *names, network=None, **named):
    """Captures of the names, and what the server was asked."""

    async def run(port):
        settings = network or Network(timeout=5.0)
        entries = SystemEntries(settings, ("127.0.0.1",), port)
        async with Fetcher(settings, entries=entries, **named) as fetcher:
            return [await fetcher.get(Ask(ask_of(name), KIND, api=True)) for name in names]

    with name_server(zone) as (port, asked):
        return asyncio.run(run(port)), asked


@pytest.mark.parametrize(
    ("said", "fault", "body"),
    [
        (['"did=did:plc:x"'], "", b"did=did:plc:x"),
        (['"did=did:" "plc:x"'], "", b"did=did:plc:x"),  # one text in two strings
        (['"v=spf1 -all"', '"did=did:plc:x"'], "", b"did=did:plc:x\nv=spf1 -all"),
        ([], "not_found", b""),
        (None, "not_found", b""),
        (REFUSED, "dns_error", b""),
        (SILENT, "dns_error", b""),
    ],
)
def test_what_stands_under_a_name(said, fault, body):
    patience = Network(timeout=0.3) if said is SILENT else None
    (capture,), asked = fetched({NAME: said}, NAME, network=patience)
    assert (capture.fault, capture.body) == (fault, body)
    assert set(asked) == {NAME}
    assert capture.content_type == (KIND if body else "")


def test_a_name_is_asked_for_once_a_run():
    (first, second), asked = fetched({NAME: ['"a"']}, NAME, NAME)
    assert first.body == second.body == b"a"
    assert asked == [NAME]


@pytest.mark.parametrize(
    "network",
    [
        Network(proxy="http://proxy.example:3128"),
        Network().with_options(resolve=["presse.musterhausen.de:443:127.0.0.1"]),
        Network().with_options(resolve=["*:443:127.0.0.1"]),
    ],
)
def test_dns_is_not_asked_where_look_ups_are_somebody_elses(network):
    (capture,), asked = fetched({NAME: ['"a"']}, NAME, network=network)
    assert (capture.fault, asked) == ("dns_error", [])


@pytest.mark.parametrize("name", ["", "ü.de", "a b.de", "a..de", "x" * 64 + ".de"])
def test_what_is_no_name_is_not_asked_for(name):
    (capture,), asked = fetched({}, name)
    assert (capture.fault, asked) == ("dns_error", [])


async def _broken(name):
    raise LookupError(name)


@pytest.mark.parametrize(
    "entries",
    [
        *(SystemEntries(Network(), servers) for servers in (("foo",), ("300.1.1.1",))),
        _broken,
    ],
    ids=["no address", "no such address", "another"],
)
def test_a_setup_that_cannot_be_used_ends_no_run(entries):
    async def run():
        async with Fetcher(Network(), entries=entries) as fetcher:
            return await fetcher.get(Ask(ENTRY, KIND, api=True))

    capture = asyncio.run(run())
    assert (capture.fault, capture.body) == ("dns_error", b"")
    assert capture.detail.startswith(f"{NAME}: DNS: ")


def test_an_address_that_a_registry_or_page_names_is_not_asked_of_dns():
    async def run(port):
        entries = SystemEntries(Network(), ("127.0.0.1",), port)
        async with Fetcher(Network(), entries=entries) as fetcher:
            return await fetcher.get(Ask(ENTRY))

    with name_server({NAME: ['"<h1>Impressum</h1>"']}) as (port, asked):
        capture = asyncio.run(run(port))
    assert (capture.fault, capture.body, asked) == ("address_refused", b"", [])


def test_it_is_recorded_and_replayed(tmp_path):
    started = datetime(2026, 11, 25, 22, tzinfo=UTC)
    with WarcRecorder(str(tmp_path), software="amtlint/0", started=started) as recorder:
        zone = {NAME: ['"did=did:plc:x"'], "b.de": None}
        captures, _ = fetched(zone, NAME, "b.de", recorder=recorder)
    recorded = Recorded(str(tmp_path))
    for capture in captures:
        again = asyncio.run(recorded.get(Ask(capture.url, KIND, api=True)))
        assert (again.body, again.fault, again.sha256) == (
            capture.body,
            capture.fault,
            capture.sha256,
        )


def test_it_is_remembered_for_a_run_that_is_killed():
    shelf = Shelf()
    fetched({NAME: ['"a"']}, NAME, ledger=shelf)
    (capture,), asked = fetched({}, NAME, ledger=shelf)
    assert (capture.body, asked) == (b"a", [])


def entered(*texts):
    return answer("\n".join(texts), kind=KIND)


LOST = answer(fault="dns_error")
MINE, THEIRS = entered(f"did={bluesky.DID}"), entered(f"did={OTHER}")
NO_FILE = {bluesky.KNOWN: answer("", status=404)}
OTHER_FILE = {bluesky.KNOWN: answer(OTHER, kind="text/plain")}


REGISTRY = f"""\
registry: 1
authority: musterhausen
packs: [nrw-handreichung]
authorities: [{{id: musterhausen, names: [Stadt Musterhausen], domains: [musterhausen.de], kind: city}}]
accounts:
  - {{id: himmel, platform: bluesky, handle: {bluesky.HANDLE}, kind: authority, status: active, verified: true}}
"""


def sites():
    """What the network and the directory answer; the domain itself has no file."""
    found = {}
    for url, said in (bluesky.whole(**NO_FILE)).items():
        address = urlsplit(url)
        path = f"{address.path}?{address.query}" if address.query else address.path
        page = Answer(said["body"], said["status"], said["headers"]["content-type"])
        found.setdefault(address.hostname, Site()).pages[path] = page
    return found


@pytest.mark.parametrize(("named", "contradicted"), [(bluesky.DID, False), (OTHER, True)])
def test_a_crawl_goes_by_what_dns_says_and_so_does_its_replay(tmp_path, named, contradicted):
    path = tmp_path / "accounts.yaml"
    path.write_text(REGISTRY, encoding="utf-8")
    options = RunOptions(as_of=date(2026, 11, 25), paths=(str(path),))
    evidence = str(tmp_path / "evidence")

    def crawled(history, **named):
        crawl = Crawl(history=str(tmp_path / history), **named)
        return render(lint_web(options, crawl), Options("de"))

    zone = {f"_atproto.{bluesky.HANDLE}": [f'"did={named}"']}
    with LocalWeb(tmp_path) as web, name_server(zone) as (port, asked):
        web.serve(sites())
        entries = SystemEntries(Network(), ("127.0.0.1",), port)
        live = crawled("live.sqlite", network=network(web), evidence=evidence, entries=entries)
        assert asked == list(zone)
    codes = {f["code"] for f in json.loads(live)["findings"] if f["field"] == "verified"}
    assert ("REG012" in codes) is contradicted
    assert crawled("replayed.sqlite", replay=evidence) == live


@pytest.mark.parametrize(
    ("changes", "state", "note"),
    [
        ({**NO_FILE, ENTRY: MINE}, "verified", "an entry in DNS names the account"),
        ({**NO_FILE, ENTRY: entered("v=spf1", f"did={bluesky.DID}")}, "verified", "an entry"),
        ({**OTHER_FILE, ENTRY: MINE}, "verified", "an entry"),  # DNS goes first
        ({ENTRY: THEIRS}, "not_verified", "does not name this account"),
        ({ENTRY: entered("did=nonsense")}, "verified", "the domain names the account"),
        ({ENTRY: entered(f"did={OTHER}", f"did={bluesky.DID}")}, "verified", "the domain names"),
        ({ENTRY: LOST}, "verified", "the domain names the account"),
        ({**OTHER_FILE, ENTRY: LOST}, "unknown", "could not be asked"),
        ({**NO_FILE, ENTRY: LOST, bluesky.RESOLVE: bluesky.UNRESOLVED}, "unknown", "what DNS says"),
        ({**NO_FILE, bluesky.RESOLVE: bluesky.UNRESOLVED}, "not_verified", "does not name"),
        ({**NO_FILE, ENTRY: MINE, bluesky.DIRECTORY: LOST}, "unknown", "document"),
        (
            {**NO_FILE, ENTRY: LOST, bluesky.RESOLVE: answer({"did": bluesky.DID})},
            "verified",
            "the network resolves the handle",
        ),
    ],
)
def test_a_handle_and_dns(changes, state, note):
    wanted = Wanted("bluesky", bluesky.HANDLE, domains=("musterhausen.de",))
    seen = Web(bluesky.whole(**changes)).read(read(wanted)).verification
    assert (seen.state, seen.kind) == (state, "domain")
    assert note in seen.note
