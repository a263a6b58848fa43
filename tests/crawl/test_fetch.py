"""Fetching over real TCP and TLS: pages, faults, redirects, and what goes over the wire."""

from __future__ import annotations

import gzip
import re
import tracemalloc
from hashlib import sha256

import pytest

from linter.crawl.asking import Ask
from linter.recorder import OUT_OF_REACH
from tests.crawl.fetching import DATED, HOST, PAGE, URL, Shelf, fetch, network, site
from tests.web.site import (
    Answer,
    bomb,
    deflated,
    endless,
    gzipped,
    html,
    redirect,
    text,
)

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
