"""The local web does what it says: each fault as a bare client meets it."""

from __future__ import annotations

import errno
import gzip
import socket
import ssl
import time
import zlib

import pytest

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

DOORS = ("refused", "reset", "silent", "plain", "alert")
HOST = "www.musterstadt.example"


def connect(web, host=HOST, scheme="https", *, trusted=True):
    sock = socket.create_connection(("127.0.0.1", web.port(host, scheme)), timeout=5)
    if scheme == "http":
        return sock
    context = ssl.create_default_context(cafile=str(web.ca_file) if trusted else None)
    try:
        return context.wrap_socket(sock, server_hostname=host)
    except BaseException:
        sock.close()
        raise


def get(web, path="/", host=HOST, scheme="https", **headers):
    """Everything that a request gives until the connection ends."""
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    with connect(web, host, scheme) as sock:
        head = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"
        sock.sendall(head.encode())
        got = b""
        while piece := sock.recv(65536):
            got += piece
    return got


def body(raw):
    return raw.partition(b"\r\n\r\n")[2]


def test_hosts_are_told_apart_by_name_over_tls_and_plain(web):
    web.serve({HOST: Site({"/": html("eins")}), "zwei.example": Site({"/": html("zwei")})})
    assert body(get(web)) == b"eins"
    assert body(get(web, host="zwei.example")) == b"zwei"
    assert body(get(web, scheme="http")) == b"eins"
    assert get(web, "/fehlt").startswith(b"HTTP/1.1 404 Not Found")
    assert get(web, host="fremd.example").startswith(b"HTTP/1.1 421")


def test_a_connection_serves_several_requests_and_the_log_has_each(web):
    web.serve({HOST: Site({"/": html("eins"), "/zwei": html("zwei")})})
    with connect(web) as sock:
        for path, said in (("/", b"eins"), ("/zwei", b"zwei")):
            sock.sendall(
                f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nUser-Agent: probe\r\n\r\n".encode()
            )
            assert sock.recv(65536).endswith(said)
    assert [r.url for r in web.asked(HOST)] == [f"https://{HOST}/", f"https://{HOST}/zwei"]
    assert web.asked(HOST, "/zwei")[0].header("user-agent") == "probe"
    assert web.server.handshakes == [HOST]


@pytest.mark.parametrize("certificate", ["wrong_name", "expired", "self_signed"])
def test_a_bad_certificate_fails_the_handshake(web, certificate):
    web.serve({HOST: Site({"/": html("eins")}, certificate=certificate)})
    with pytest.raises(ssl.SSLError) as failed:
        get(web)
    words = {
        "wrong_name": "Hostname mismatch",
        "expired": "has expired",
        "self_signed": "unable to get local issuer",
    }
    assert words[certificate] in str(failed.value)
    assert not web.log


def test_the_authority_is_trusted_by_its_file_only(web):
    web.serve({HOST: Site({"/": html("eins")})})
    with pytest.raises(ssl.SSLCertVerificationError):
        connect(web, trusted=False)


def test_doors(web):
    web.serve({f"{door}.example": Site(door=door) for door in DOORS})
    with pytest.raises(ConnectionRefusedError):
        get(web, host="refused.example")
    with pytest.raises(ConnectionResetError):
        get(web, host="reset.example", scheme="http")
    with connect(web, "silent.example", "http") as sock:
        sock.settimeout(0.2)
        with pytest.raises(TimeoutError):
            sock.recv(1)
    with pytest.raises(ssl.SSLError):
        get(web, host="plain.example")
    with pytest.raises(ssl.SSLError, match=r"(?i)handshake.failure"):
        get(web, host="alert.example")


def test_resets_come_before_the_answer_or_in_its_middle(web):
    web.serve(
        {
            HOST: Site(
                {
                    "/": html("x" * 1000, fault="reset"),
                    "/mitte": html("x" * 1000, fault="reset_body"),
                    "/kurz": html("x" * 1000, fault="short"),
                    "/kein-http": html("", fault="garbage"),
                }
            )
        }
    )
    for path in ("/", "/mitte"):
        with pytest.raises(ConnectionResetError):
            get(web, path, scheme="http")
        with connect(web) as sock:
            sock.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
            time.sleep(0.2)  # ssl takes a reset for an end: ask the socket
            assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == errno.ECONNRESET
    for scheme in ("http", "https"):
        short = get(web, "/kurz", scheme=scheme)
        assert b"Content-Length: 1000" in short
        assert len(body(short)) == 500
        assert not get(web, "/kein-http", scheme=scheme).startswith(b"HTTP")


def test_silence_and_drips(web):
    web.serve(
        {
            HOST: Site(
                {
                    "/": html("x", fault="silent"),
                    "/halb": html("x" * 100, fault="silent_body"),
                    "/tropft": html("x" * 100, fault="drip", pace=0.05),
                    "/spaet": html("spät", delay=0.2),
                }
            )
        }
    )
    for path, least in (("/", 0), ("/halb", 50), ("/tropft", 2)):
        with connect(web) as sock:
            sock.settimeout(0.3)
            sock.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
            got, until = b"", time.monotonic() + 0.3
            try:
                while time.monotonic() < until:
                    got += sock.recv(65536)
            except TimeoutError:
                pass
            assert least <= len(body(got)) < 100
    began = time.monotonic()
    assert body(get(web, "/spaet")).decode() == "spät"
    assert time.monotonic() - began >= 0.2


def test_codings_and_framings(web):
    page = html("<p>Grüße</p>")
    web.serve(
        {
            HOST: Site(
                {
                    "/gzip": gzipped(page),
                    "/zlib": deflated(page),
                    "/roh": deflated(page, raw=True),
                    "/stuecke": page.with_(framing="chunked"),
                    "/ende": page.with_(framing="close"),
                    "/falsch": page.with_(length=5),
                }
            )
        }
    )
    plain = "<p>Grüße</p>".encode()
    assert gzip.decompress(body(get(web, "/gzip"))) == plain
    assert zlib.decompress(body(get(web, "/zlib"))) == plain
    assert zlib.decompress(body(get(web, "/roh")), -15) == plain
    assert body(get(web, "/stuecke")) == b"e\r\n" + plain + b"\r\n0\r\n\r\n"
    assert body(get(web, "/ende")) == plain
    assert b"Content-Length: 5\r\n" in get(web, "/falsch")


def test_huge_bodies_go_only_as_far_as_they_are_read(web):
    web.serve({HOST: Site({"/": Answer(endless("<title>Impressum</title>")), "/bombe": bomb()})})
    with connect(web) as sock:
        sock.sendall(f"GET / HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
        assert sock.recv(65536).startswith(b"HTTP/1.1 200")
    until = time.monotonic() + 5
    while web.log[0].ended == float("inf") and time.monotonic() < until:
        time.sleep(0.01)
    assert web.log[0].sent < 20_000_000
    packed = body(get(web, "/bombe"))
    assert len(packed) < 2_000_000
    unpacked = zlib.decompressobj(31).decompress(packed, 50_000_000)
    assert len(unpacked) == 50_000_000


def test_turns_validators_and_redirects(web):
    kept = html("gleich").with_(("ETag", '"1"'), ("Last-Modified", "Wed, 25 Nov 2026 06:00:00 GMT"))
    web.serve(
        {
            HOST: Site(
                {
                    "/": Turns(html("", status=503), html("eins")),
                    "/gleich": kept,
                    "/weiter": redirect("/gleich", 301),
                    "/wohin": redirect(None),
                    "/robots.txt": text("User-agent: *\nDisallow: /"),
                }
            )
        }
    )
    assert get(web).startswith(b"HTTP/1.1 503")
    assert body(get(web)) == body(get(web)) == b"eins"
    assert get(web, "/gleich", If_None_Match='"1"').startswith(b"HTTP/1.1 304")
    assert get(web, "/gleich", If_None_Match='"0"').startswith(b"HTTP/1.1 200")
    assert get(web, "/gleich", If_Modified_Since="Wed, 25 Nov 2026 06:00:00 GMT").startswith(
        b"HTTP/1.1 304"
    )
    assert b"Location: /gleich" in get(web, "/weiter")
    assert b"Location" not in get(web, "/wohin")
    assert b"text/plain" in get(web, "/robots.txt")


def test_the_log_tells_how_many_were_in_flight(web):
    web.serve({HOST: Site({"/": html("x", delay=0.2)})})
    socks = [connect(web) for _ in range(3)]
    for sock in socks:
        sock.sendall(f"GET / HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
    for sock in socks:
        assert sock.recv(1000)
        sock.close()
    assert web.most_at_once(HOST) == 3
    assert web.shortest_interval(HOST) < 0.2
