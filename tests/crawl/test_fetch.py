"""Fetching over real TCP and TLS: pages, faults, memory, conditions, politeness."""

from __future__ import annotations

import asyncio
import gzip
import re
import tracemalloc
from hashlib import sha256

import pytest

from linter.crawl.asking import JSON, Ask
from linter.crawl.capture import TRANSIENT
from linter.crawl.fetch import Fetcher
from linter.crawl.network import Network
from linter.recorder import OUT_OF_REACH
from tests.crawl.fetching import Shelf, fetch, network
from tests.web.site import (
    Answer,
    Site,
    Turns,
    bomb,
    deflated,
    endless,
    gzipped,
    html,
    redirect,
    text,
)

HOST = "www.musterhausen.example"
URL = f"https://{HOST}/"
DATED = ("Last-Modified", "Wed, 01 Jul 2026 08:00:00 GMT")
PAGE = html("<h1>Grüße aus Musterhausen</h1>")
ROBOTS = ("/robots.txt", text("User-agent: *\nAllow: /\n"))


def site(pages=None, **how):
    return Site({"/": PAGE, ROBOTS[0]: ROBOTS[1], **(pages or {})}, **how)


FAULTS = {
    "not found": (site({"/": html("", status=404)}), "not_found", 404),
    "gone": (site({"/": html("", status=410)}), "not_found", 410),
    "unauthorised": (site({"/": html("", status=401)}), "forbidden", 401),
    "forbidden": (site({"/": html("", status=403)}), "forbidden", 403),
    "LinkedIn's own status": (site({"/": html("", status=999)}), "forbidden", 999),
    "too many requests": (site({"/": html("", status=429)}), "rate_limited", 429),
    "server error": (site({"/": html("", status=500)}), "server_error", 500),
    "unavailable": (site({"/": html("", status=503)}), "server_error", 503),
    "teapot": (site({"/": html("", status=418)}), "client_error", 418),
    "request timeout": (site({"/": html("", status=408)}), "timeout", 408),
    "redirect to nowhere": (site({"/": redirect(None)}), "bad_redirect", 302),
    "unasked 304": (site({"/": html("", status=304, type=None)}), "bad_redirect", 304),
    "redirect to a script": (site({"/": redirect("javascript:alert(1)")}), "bad_redirect", 302),
    "redirect to a file": (site({"/": redirect("file:///etc/passwd")}), "bad_redirect", 302),
    "redirect to itself": (site({"/": redirect("/")}), "redirect_loop", 302),
    "login": (site({"/": redirect("/accounts/login/?next=/")}), "login_wall", 302),
    "consent": (site({"/": redirect("https://consent.youtube.com/m?x=1")}), "login_wall", 302),
    "authwall": (site({"/": redirect("/authwall?trk=x")}), "login_wall", 302),
    "private": (site({"/": redirect("http://10.0.0.1/")}), "address_refused", None),
    "metadata": (site({"/": redirect("http://169.254.169.254/")}), "address_refused", None),
    "private in hexadecimal": (site({"/": redirect("http://0xA000001/")}), "address_refused", None),
    "user name": (site({"/": redirect("http://a@8.8.8.8/")}), "address_refused", 302),
    "other port": (site({"/": redirect("https://8.8.8.8:8443/")}), "address_refused", None),
    "refused": (site(door="refused"), "connect_error", None),
    "reset at once": (site(door="reset"), "reset", None),
    "HTTP for TLS": (site(door="plain"), "tls_error", None),
    "TLS alert": (site(door="alert"), "tls_error", None),
    "wrong name": (site(certificate="wrong_name"), "tls_error", None),
    "expired": (site(certificate="expired"), "tls_error", None),
    "self-signed": (site(certificate="self_signed"), "tls_error", None),
    "reset before": (site({"/": PAGE.with_(fault="reset")}), "reset", None),
    "reset midway": (site({"/": PAGE.with_(fault="reset_body")}), "reset", 200),
    "too short": (site({"/": PAGE.with_(fault="short")}), "reset", 200),
    "no HTTP": (site({"/": PAGE.with_(fault="garbage")}), "reset", None),
    "robots of a broken server": (
        site({"/robots.txt": text("", status=503)}),
        "robots_unreachable",
        None,
    ),
    "robots forbid": (
        site({"/robots.txt": text("User-agent: *\nDisallow: /\n")}),
        "robots_disallowed",
        None,
    ),
    "not gzip": (
        site({"/": PAGE.with_(("Content-Encoding", "gzip"))}),
        "bad_encoding",
        200,
    ),
    "gzip cut off": (
        site({"/": gzipped(PAGE).with_(body=gzip.compress(b"x" * 999)[:-9])}),
        "bad_encoding",
        200,
    ),
    "a coding not offered": (
        site({"/": PAGE.with_(("Content-Encoding", "br"))}),
        "bad_encoding",
        200,
    ),
    "not found, and packed wrongly": (
        site({"/": PAGE.with_(("Content-Encoding", "gzip"), status=404)}),
        "not_found",
        404,
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_has_its_name(web, name):
    served, fault, status = FAULTS[name]
    web.serve({HOST: served})
    (capture,) = fetch(web, URL)
    assert (capture.fault, capture.status) == (fault, status), capture.detail
    assert not capture.ok
    assert capture.detail
    assert "\n" not in capture.detail


SLOW = {
    "never answers": site({"/": PAGE.with_(fault="silent")}),
    "stops in the middle": site({"/": PAGE.with_(fault="silent_body")}),
    "drips": site({"/": PAGE.with_(fault="drip", pace=0.05)}),
    "answers late": site({"/": PAGE.with_(delay=5.0)}),
    "does not speak TLS": site(door="silent"),
}


def test_slow_answers_end_in_time(web):
    hosts = {f"h{number}.example": served for number, served in enumerate(SLOW.values())}
    web.serve(hosts)
    settings = network(web, timeout=0.4)
    found = fetch(web, *(f"https://{h}/" for h in hosts), settings=settings, together=True)
    faults = dict(zip(SLOW, (capture.fault for capture in found), strict=True))
    assert faults == dict.fromkeys(SLOW, "timeout")


def test_unknown_hosts_are_a_dns_fault_and_not_one_of_robots(web):
    (capture,) = fetch(web, "https://gibt.es.nicht.invalid/")
    assert (capture.fault, capture.status) == ("dns_error", None)


def test_a_page_is_captured_whole(web):
    web.serve({HOST: site({"/": PAGE.with_(("ETag", '"1"'), DATED, ("Set-Cookie", "a=b"))})})
    shelf = Shelf()
    (capture,) = fetch(web, URL, recorder=shelf, ledger=shelf)
    assert capture.ok
    assert capture.body == str(PAGE.body).encode()
    assert capture.sha256 == sha256(capture.body).hexdigest()
    assert (capture.url, capture.final_url, capture.status) == (URL, URL, 200)
    assert capture.headers["etag"] == '"1"'
    assert "set-cookie" not in capture.headers
    assert [(hop.url, hop.status, hop.location) for hop in capture.hops] == [(URL, 200, "")]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", capture.fetched_at)
    assert capture.hops[0].at == capture.fetched_at
    assert capture.warc == {"file": "x.warc.gz", "offset": 2}
    assert shelf.kept[Ask(URL).key] is capture
    assert shelf.captures[Ask(URL).key] is capture
    assert [exchange.url for exchange in shelf.exchanges] == [f"{URL}robots.txt", URL]


def test_the_request_says_who_asks_and_what_for(web):
    web.serve({HOST: site()})
    settings = network(web, contact="https://www.musterhausen.example/kontakt")
    fetch(web, Ask(URL, accept=JSON, headers=(("X-One", "1"),)), settings=settings)
    (request,) = web.asked(HOST, "/")
    assert re.fullmatch(
        r"amtlint/[\d.]+ \(\+https://www\.musterhausen\.example/kontakt\)",
        request.header("User-Agent"),
    )
    assert request.header("Accept") == JSON
    assert request.header("Accept-Encoding") == "gzip, deflate"
    assert request.header("Accept-Language") == "de,en;q=0.5"
    assert request.header("X-One") == "1"
    assert request.header("Host") == HOST
    assert not request.header("Cookie")


def test_the_evidence_holds_what_went_over_the_wire(web):
    web.serve({HOST: site({"/": gzipped(PAGE)})})
    shelf = Shelf()
    fetch(web, URL, recorder=shelf)
    exchange = shelf.exchanges[-1]
    assert (exchange.status, exchange.reason) == (200, "OK")
    assert exchange.body == gzip.compress(str(PAGE.body).encode(), mtime=0)
    assert ("Content-Encoding", "gzip") in exchange.headers
    assert exchange.request[0] == ("Host", HOST)
    assert exchange.address == "127.0.0.1"
    assert 0 < exchange.seconds < 2


SHAPES = {
    "gzip": gzipped(PAGE),
    "deflate": deflated(PAGE),
    "bare deflate": deflated(PAGE, raw=True),
    "chunked": gzipped(PAGE).with_(framing="chunked"),
    "to the end": PAGE.with_(framing="close"),
    "identity": PAGE.with_(("Content-Encoding", "identity")),
    "two gzip members": Answer(
        gzip.compress(str(PAGE.body).encode()[:9]) + gzip.compress(str(PAGE.body).encode()[9:]),
        headers=(("Content-Encoding", "gzip"),),
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_bodies_come_out_of_their_codings(web, shape):
    web.serve({HOST: site({"/": SHAPES[shape]})})
    (capture,) = fetch(web, URL)
    assert capture.ok, capture.detail
    assert capture.body == str(PAGE.body).encode()
    assert not capture.truncated


def test_huge_bodies_are_cut_and_no_more_is_read(web):
    web.serve({HOST: site({"/": html(endless("<h1>x</h1>", 40)), "/bomb": bomb(200)})})
    tracemalloc.start()
    try:
        asks = [Ask(url, limit=100_000) for url in (f"{URL}bomb", URL)]
        found = fetch(web, *asks, settings=network(web, timeout=20.0))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    for capture in found:
        assert capture.ok
        assert capture.truncated
        assert len(capture.body) == 100_000
    assert web.asked(HOST, "/")[0].sent < 20_000_000
    assert peak < 30_000_000


def test_redirects_are_followed_with_every_hop_told(web):
    web.serve(
        {
            HOST: site(
                {
                    "/alt": redirect("/neu?a=b#teil", 301),
                    "/neu?a=b": redirect(f"HTTP://{HOST.upper()}:80/über uns"),
                    "/%C3%BCber%20uns": PAGE,
                }
            )
        }
    )
    (capture,) = fetch(web, f"{URL}alt")
    assert capture.ok, capture.detail
    assert capture.url == f"{URL}alt"
    assert capture.final_url == f"http://{HOST}/%C3%BCber%20uns#teil"
    assert [(hop.status, hop.location) for hop in capture.hops] == [
        (301, f"{URL}neu?a=b#teil"),
        (302, f"http://{HOST}/%C3%BCber%20uns#teil"),
        (200, ""),
    ]


def test_ten_redirects_are_followed_and_no_more(web):
    chain = {f"/{number}": redirect(f"/{number + 1}") for number in range(11)}
    web.serve({HOST: site({**chain, "/11": PAGE})})
    ten, eleven = fetch(web, f"{URL}1", f"{URL}0")
    assert ten.ok
    assert (eleven.fault, eleven.status) == ("too_many_redirects", 302)
    assert len(web.asked(HOST, "/10")) == 1


def test_robots_of_the_host_a_redirect_leads_to_are_obeyed(web):
    closed = Site({"/robots.txt": text("User-agent: amtlint\nDisallow: /\n"), "/": PAGE})
    web.serve({HOST: site({"/": redirect("https://zu.example/")}), "zu.example": closed})
    (capture,) = fetch(web, URL)
    assert (capture.fault, capture.status) == ("robots_disallowed", None)
    assert capture.final_url == "https://zu.example/"
    assert not web.asked("zu.example", "/")


def test_documented_interfaces_are_not_bound_by_robots_unless_asked(web):
    web.serve({HOST: site({"/robots.txt": text("User-agent: *\nDisallow: /\n")})})
    (free,) = fetch(web, Ask(URL, api=True))
    assert free.ok
    assert not web.asked(HOST, "/robots.txt")
    (bound,) = fetch(web, Ask(URL, api=True), settings=network(web, obey_robots_for_api=True))
    assert bound.fault == "robots_disallowed"


ROBOTS_ANSWERS = {
    "missing": (text("", status=404), ""),
    "forbidden": (text("", status=403), ""),
    "redirected": (redirect("/r/0"), ""),
    "in a loop": (redirect("/robots.txt"), ""),
    "to a private address": (redirect("http://10.1.1.1/"), "robots_unreachable"),
    "reset": (text("x").with_(fault="reset"), "reset"),
    "reset midway": (text("x").with_(fault="reset_body"), "robots_unreachable"),
    "behind a dead redirect": (redirect("https://nicht.da.invalid/"), "robots_unreachable"),
    "broken": (text("x").with_(("Content-Encoding", "gzip")), "robots_unreachable"),
}


@pytest.mark.parametrize("name", ROBOTS_ANSWERS)
def test_robots_that_are_not_there_allow_and_those_not_to_be_had_forbid(web, name):
    answer, fault = ROBOTS_ANSWERS[name]
    hops = {f"/r/{number}": redirect(f"/r/{number + 1}") for number in range(4)}
    web.serve({HOST: site({"/robots.txt": answer, **hops, "/r/4": text("User-agent: x\n")})})
    (capture,) = fetch(web, URL)
    assert capture.fault == fault, capture.detail


def test_one_site_is_asked_for_its_robots_once(web):
    web.serve({HOST: site({"/a": PAGE, "/b": PAGE})})
    fetch(web, f"{URL}a", f"{URL}b", URL, together=True)
    assert len(web.asked(HOST, "/robots.txt")) == 1


def test_the_same_address_is_asked_once_a_run(web):
    web.serve({HOST: site({"/": PAGE.with_(delay=0.05)})})
    found = fetch(web, URL, URL, f"{URL}#impressum", together=True)
    assert len({capture.sha256 for capture in found}) == 1
    assert [capture.url for capture in found] == [URL, URL, f"{URL}#impressum"]
    (other,) = fetch(web, Ask(URL, accept=JSON))
    assert other.ok
    assert len(web.asked(HOST, "/")) == 2


@pytest.mark.parametrize("shelved", [False, True])
def test_what_fell_out_of_memory_is_not_asked_again(web, shelved):
    pages = {f"/{number}": html(str(number) * 5000) for number in range(20)}
    web.serve({HOST: site(pages)})
    ledger = Shelf() if shelved else None
    urls = [f"{URL}{number}" for number in range(20)]
    settings = network(web, memory=20_000)
    found = fetch(web, *urls, *urls, settings=settings, ledger=ledger)
    assert all(len(web.asked(HOST, path)) == 1 for path in pages)
    for first, again in zip(found[:20], found[20:], strict=True):
        assert (first.body, first.hops, first.headers) == (again.body, again.hops, again.headers)


def test_a_killed_run_is_not_asked_again(web):
    web.serve({HOST: site()})
    shelf = Shelf()
    fetch(web, URL, ledger=shelf)
    web.forget()
    (capture,) = fetch(web, URL, ledger=shelf)
    assert capture.ok
    assert not web.log


def test_a_later_pass_asks_again_only_what_may_heal(web):
    web.serve(
        {
            HOST: site(
                {
                    "/": Turns(html("", status=500), PAGE),
                    "/weg": Turns(html("", status=404), PAGE),
                    "/neu": PAGE,
                }
            )
        }
    )

    async def run():
        async with Fetcher(network(web), ledger=Shelf()) as fetcher:
            urls = [URL, f"{URL}weg", f"{URL}neu"]
            first = [(await fetcher.get(Ask(url))).fault for url in urls]
            count = fetcher.forget_transient()
            second = [(await fetcher.get(Ask(url))).fault for url in urls]
            return first, count, second, fetcher.forget_transient()

    first, count, second, none = asyncio.run(run())
    assert first == ["server_error", "not_found", ""]
    assert second == ["", "not_found", ""]
    assert (count, none) == (1, 0)
    assert len(web.asked(HOST, "/weg")) == len(web.asked(HOST, "/neu")) == 1


def test_robots_that_could_not_be_had_are_asked_again_in_a_later_pass(web):
    web.serve({HOST: site({"/robots.txt": Turns(text("", status=500), ROBOTS[1])})})

    async def run():
        async with Fetcher(network(web)) as fetcher:
            first = await fetcher.get(Ask(URL))
            fetcher.forget_transient()
            return first, await fetcher.get(Ask(URL))

    first, second = asyncio.run(run())
    assert first.fault == "robots_unreachable"
    assert first.fault in TRANSIENT
    assert second.ok


def test_an_asker_that_gives_up_leaves_the_others_their_answer(web):
    web.serve({HOST: site({"/": PAGE.with_(delay=0.2)})})

    async def run():
        async with Fetcher(network(web)) as fetcher:
            first = asyncio.create_task(fetcher.get(Ask(URL)))
            await asyncio.sleep(0.1)
            second = asyncio.create_task(fetcher.get(Ask(URL)))
            third = asyncio.create_task(fetcher.get(Ask(URL)))
            await asyncio.sleep(0.02)
            first.cancel()
            third.cancel()
            return await asyncio.gather(first, second, third, return_exceptions=True)

    first, second, third = asyncio.run(run())
    assert isinstance(first, asyncio.CancelledError)
    assert isinstance(third, asyncio.CancelledError)
    assert second.ok


def test_a_run_that_is_stopped_leaves_nothing_open(web):
    web.serve({HOST: site({"/": PAGE.with_(fault="silent")})})

    async def run():
        async with Fetcher(network(web)) as fetcher:
            async with asyncio.timeout(0.1):
                await fetcher.get(Ask(URL))

    with pytest.raises(TimeoutError):
        asyncio.run(run())  # warnings are errors here


def test_an_unchanged_page_is_not_sent_again(web):
    page = PAGE.with_(("ETag", '"7"'), DATED)
    web.serve({HOST: site({"/": page})})
    first = Shelf()
    (before,) = fetch(web, URL, ledger=first)
    second = Shelf(first.kept)
    (now,) = fetch(web, URL, ledger=second, recorder=second)
    assert web.asked(HOST, "/")[1].header("If-None-Match") == '"7"'
    assert now.not_modified
    assert (now.status, now.body, now.sha256) == (200, before.body, before.sha256)
    assert now.hops[-1].status == 304
    assert now.headers["content-type"] == before.headers["content-type"]
    assert now.fetched_at >= before.fetched_at
    assert second.exchanges[-1].status == 304


def test_a_page_that_moved_since_is_asked_without_conditions(web):
    page = PAGE.with_(("ETag", '"7"'), DATED)
    web.serve({HOST: site({"/": Turns(redirect("/a"), redirect("/b")), "/a": page, "/b": page})})
    first = Shelf()
    fetch(web, URL, ledger=first)
    (now,) = fetch(web, URL, ledger=Shelf(first.kept))
    assert now.ok
    assert not now.not_modified
    assert not any(request.header("If-None-Match") for request in web.asked(HOST))


def test_a_cut_page_is_asked_whole_the_next_night(web):
    web.serve({HOST: site({"/": html("x" * 50_000).with_(("ETag", '"7"'), DATED)})})
    first = Shelf()
    fetch(web, Ask(URL, limit=1000), ledger=first)
    (now,) = fetch(web, Ask(URL), ledger=Shelf(first.kept))
    assert len(now.body) == 50_000


def test_no_more_than_two_requests_are_with_one_host(web):
    web.serve({HOST: site({f"/{n}": PAGE.with_(delay=0.03) for n in range(8)})})
    fetch(web, *(f"{URL}{n}" for n in range(8)), together=True)
    assert web.most_at_once(HOST) == 2


def test_no_more_than_two_requests_are_in_flight_for_each_job(web):
    hosts = [f"h{number}.example" for number in range(8)]
    web.serve({host: site({"/": PAGE.with_(delay=0.03)}) for host in hosts})
    settings = network(web, jobs=2)
    found = fetch(web, *(f"https://{host}/" for host in hosts), settings=settings, together=True)
    assert all(capture.ok for capture in found)
    moments = sorted((m, d) for r in web.log for m, d in ((r.begun, 1), (r.ended, -1)))
    now = most = 0
    for _, change in moments:
        now += change
        most = max(most, now)
    assert most == 4


def test_a_host_is_asked_at_its_interval(web):
    web.serve({HOST: site({f"/{n}": PAGE for n in range(4)})})
    settings = network(web, interval=0.15, burst=2)
    fetch(web, *(f"{URL}{n}" for n in range(4)), settings=settings, together=True)
    times = sorted(request.begun for request in web.asked(HOST))
    assert times[-1] - times[0] > 0.3  # two at once, three at 0.15 s


def test_a_crawl_delay_is_kept(web):
    robots = text("User-agent: *\nCrawl-delay: 0.3\n")
    web.serve({HOST: site({"/robots.txt": robots, "/a": PAGE})})
    fetch(web, URL, f"{URL}a", together=True)
    assert web.shortest_interval(HOST) > 0.15


def test_a_host_that_wants_a_short_rest_gets_it(web):
    busy = html("", status=429).with_(("Retry-After", "0.3"))
    web.serve({HOST: site({"/": busy, "/a": PAGE})})
    refused, later = fetch(web, URL, f"{URL}a")
    assert (refused.fault, later.fault) == ("rate_limited", "")
    assert web.asked(HOST, "/a")[0].begun - web.asked(HOST, "/")[0].ended > 0.2


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_wants_a_long_rest_is_left_alone(web, status):
    busy = html("", status=status).with_(("Retry-After", "86400"))
    web.serve({HOST: site({"/": busy, "/a": PAGE})})
    _, later = fetch(web, URL, f"{URL}a")
    assert (later.fault, later.status) == ("rate_limited", None)
    assert not web.asked(HOST, "/a")


def test_what_a_host_said_before_it_wanted_a_long_rest_stands(web):
    """A later pass may not ask again; the page was refused all the same, and not merely unasked."""
    busy = html("", status=503).with_(("Retry-After", "86400"))
    web.serve({HOST: site({"/": busy, "/a": PAGE})})

    async def run(shelf):
        async with Fetcher(network(web), ledger=shelf) as fetcher:
            found = []
            for _ in range(3):
                found.append(await fetcher.get(Ask(URL)))
                fetcher.forget_transient()
            return found

    for shelf in (None, Shelf()):
        web.forget()
        told = asyncio.run(run(shelf))
        assert {(one.fault, one.status) for one in told} == {("server_error", 503)}
        assert len(web.asked(HOST, "/")) == 1


def test_an_interface_whose_limit_is_used_up_is_left_alone_until_it_is_filled(web):
    used = PAGE.with_(("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "2030-01-01T00:00:00Z"))
    web.serve({HOST: site({"/": used, "/a": PAGE})})
    first, later = fetch(web, URL, f"{URL}a")
    assert first.ok
    assert later.fault == "rate_limited"


def test_the_pages_of_many_hosts_leave_few_connections_open(web):
    hosts = [f"h{number}.example" for number in range(30)]
    web.serve({host: site() for host in hosts})
    settings = network(web, jobs=4)

    async def run():
        async with Fetcher(settings) as fetcher:
            for host in hosts:
                assert (await fetcher.get(Ask(f"http://{host}/"))).ok
            await asyncio.sleep(0.01)
            return len(fetcher._transport._sites)

    assert asyncio.run(run()) <= 4


def test_certificates_of_the_system_are_not_trusted_beside_a_file_of_ones_own(web):
    web.serve({HOST: site()})
    settings = network(web, ca_file="")
    (capture,) = fetch(web, URL, settings=settings)
    assert capture.fault == "tls_error"
    assert "certificate" in capture.detail


def test_proxies_of_the_environment_are_not_asked(web, monkeypatch):
    web.serve({HOST: site()})
    for name in ("http_proxy", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    (capture,) = fetch(web, URL)
    assert capture.ok


def test_nothing_is_asked_before_somebody_asks():
    fetcher = Fetcher(Network())
    assert fetcher.waits == (5.0, 30.0)
    assert fetcher.requests == 0
    asyncio.run(fetcher.aclose())


def test_a_recorder_that_cannot_write_ends_the_run(web):
    from linter.errors import LinterError

    class Full(Shelf):
        def exchange(self, _):
            raise LinterError({"de": "Die Platte ist voll.", "en": "The disk is full."})

    web.serve({HOST: site()})
    with pytest.raises(LinterError, match="disk is full"):
        fetch(web, URL, recorder=Full())


def test_an_error_of_the_program_itself_is_no_fault_of_the_server(web):
    class Broken(Shelf):
        def exchange(self, _):
            raise RuntimeError

    web.serve({HOST: site()})
    (capture,) = fetch(web, URL, recorder=Broken())
    assert capture.fault == "failed"
    assert capture.detail.endswith("the request failed (RuntimeError)")
    assert capture.fault not in OUT_OF_REACH


def test_where_redirects_lead_is_asked_once_too(web):
    web.serve(
        {
            HOST: site({"/a": redirect("/"), "/b": redirect("/a"), "/c": redirect("/")}),
        }
    )
    shelf = Shelf()
    urls = [f"{URL}a", URL, f"{URL}b", f"https://{HOST}", f"{URL}c#x"]
    found = fetch(web, *urls, recorder=shelf, ledger=shelf)
    assert [capture.url for capture in found] == urls
    assert {capture.final_url for capture in found} == {URL}
    assert [len(capture.hops) for capture in found] == [2, 1, 3, 1, 2]
    assert all(capture.ok and capture.body for capture in found)
    assert sorted(request.path for request in web.log) == ["/", "/a", "/b", "/c", "/robots.txt"]
    assert {Ask(url.partition("#")[0]).key for url in urls} <= shelf.captures.keys()
    assert {capture.warc["offset"] for capture in found} == {3}


def test_redirects_that_meet_side_by_side_are_asked_once(web):
    slow = redirect("/", delay=0.05)
    pages = {"/": PAGE.with_(delay=0.05), "/a": slow, "/b": slow, "/c": redirect("/a")}
    web.serve({HOST: site(pages)})
    urls = [f"{URL}c", f"{URL}a", f"{URL}b", URL, f"https://{HOST}"]
    found = fetch(web, *urls, together=True, settings=network(web, per_host=8))
    assert all(capture.ok for capture in found)
    assert sorted(request.path for request in web.log) == ["/", "/a", "/b", "/c", "/robots.txt"]


def test_a_circle_entered_at_both_ends_is_a_loop_at_both(web):
    slow = {"/a": redirect("/b", delay=0.05), "/b": redirect("/a", delay=0.05)}
    web.serve({HOST: site(slow)})
    found = fetch(web, f"{URL}a", f"{URL}b", together=True)
    assert [capture.fault for capture in found] == ["redirect_loop", "redirect_loop"]


def test_redirects_add_up_where_ways_meet(web):
    chain = {f"/{number}": redirect(f"/{number + 1}") for number in range(5)}
    web.serve({HOST: site({**chain, "/x": redirect("/0"), "/5": PAGE})})
    settings = network(web, redirects=5)
    long, longer = fetch(web, f"{URL}0", f"{URL}x", settings=settings)
    assert (long.fault, longer.fault) == ("", "too_many_redirects")


def test_a_moved_page_that_did_not_change_is_not_sent_again(web):
    page = PAGE.with_(("ETag", '"7"'), DATED)
    web.serve({HOST: site({"/a": redirect("/b"), "/b": page})})
    first = Shelf()
    fetch(web, f"{URL}a", ledger=first)
    (now,) = fetch(web, f"{URL}a", ledger=Shelf(first.kept))
    assert now.not_modified
    assert now.body == str(PAGE.body).encode()
    assert [hop.status for hop in now.hops] == [302, 304]
