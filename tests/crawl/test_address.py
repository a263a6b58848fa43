"""Addresses as browsers read them, and the guard: a corpus of disguises, all refused."""

from __future__ import annotations

import asyncio
import ipaddress
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linter.crawl.address import LONGEST, AddressError, join, parse, refusal
from linter.crawl.network import Network
from linter.crawl.resolve import Resolver, UnresolvedError
from tests.crawl.fetching import Shelf, fetch, network
from tests.web.site import Site, html, redirect

PRIVATE = "10.1.2.3"

TRICKS = """
http://127.0.0.1/
http://127.1/
http://127.0.1/
http://0177.0.0.1/
http://0177.1/
http://00000177.0.0.1/
http://0x7f.0.0.1/
http://0x7f.1/
http://0x7f000001/
http://0X7F000001/
http://2130706433/
http://017700000001/
http://127.0.0.1./
http://127.0.0.1:80/
http://127.0.0.1:443/
https://127.0.0.1/
http:127.0.0.1/
http:/127.0.0.1/
http:///127.0.0.1/
http:\\\\127.0.0.1\\
http://127.0.0.1\\@www.example.org/
http://www.example.org@127.0.0.1/
http://www.example.org:80@127.0.0.1/
http://www.example.org%40127.0.0.1/
http://www.example.org#@127.0.0.1:80@127.0.0.1/
http://%31%32%37.0.0.1/
http://%6c%6f%63alhost/
http://127%2e0%2e0%2e1/
http://127。0。0。1/
http://127.0.0.1/
http://①②⑦.⓪.⓪.①/
http://127.0.0.1%00.example.org/
http://127.0.0.1%09/
http://127\t.0.0.1/
http://127\n.0.0.1/
  http://127.0.0.1/
http://localhost/
http://LOCALHOST/
http://localhost./
http://lo\u00adcalhost/
http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/
http://0/
http://0.0.0.0/
http://00.0.0.0/
http://10.0.0.1/
http://100.64.0.1/
http://100.127.255.254/
http://169.254.169.254/latest/meta-data/
http://0xa9fea9fe/
http://2852039166/
http://0251.0376.0251.0376/
http://172.16.0.1/
http://172.31.255.255/
http://192.168.0.1/
http://192.168.257/
http://192.0.0.1/
http://192.0.2.1/
http://198.18.0.1/
http://198.19.255.255/
http://198.51.100.1/
http://203.0.113.1/
http://224.0.0.1/
http://239.255.255.250/
http://240.0.0.1/
http://255.255.255.255/
http://256.256.256.256/
http://1.2.3.4.5/
http://0x100000000/
http://09.0.0.1/
http://4294967296/
http://[::1]/
http://[0:0:0:0:0:0:0:1]/
http://[::]/
http://[::ffff:127.0.0.1]/
http://[::ffff:7f00:1]/
http://[0:0:0:0:0:ffff:10.0.0.1]/
http://[::ffff:169.254.169.254]/
http://[::127.0.0.1]/
http://[::ffff:0:127.0.0.1]/
http://[64:ff9b::7f00:1]/
http://[64:ff9b::10.0.0.1]/
http://[64:ff9b:1::1]/
http://[2002:7f00:1::]/
http://[2002:a9fe:a9fe::1]/
http://[2001:0:7f00:1::]/
http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/
http://[2a00:1:2:3:0:5efe:10.0.0.1]/
http://[2a00:1:2:3:200:5efe:c0a8:1]/
http://[2001:db8::1]/
http://[fc00::1]/
http://[fd12:3456::1]/
http://[fe80::1]/
http://[fe80::1%25eth0]/
http://[fe80::1%eth0]/
http://[fec0::1]/
http://[ff02::1]/
http://[100::1]/
http://[::1]:80/
http://[::1/
http://::1/
http://[127.0.0.1]/
http://8.8.8.8:22/
http://8.8.8.8:8080/
http://8.8.8.8:0/
http://8.8.8.8:65536/
http://8.8.8.8:+80/
http://[2a00::1]:25/
http://user@8.8.8.8/
http://user:password@www.example.org/
http://@8.8.8.8/
http:///
http://./
http://a..b/
http://exa mple.org/
http://ex%20ample.org/
http://%zz/
http://%ff/
http://a\u202eb<>/
ftp://127.0.0.1/
file:///etc/passwd
gopher://127.0.0.1:25/
data:text/html,x
javascript:alert(1)
//127.0.0.1/
127.0.0.1
""".strip("\n").split("\n")


async def lookup(host, port):
    """Names that are private, however they are written; everything else is public."""
    return ("127.0.0.1",) if "localhost" in host else ("93.184.216.34",)


@pytest.mark.parametrize("trick", TRICKS)
def test_no_disguise_gets_past_the_guard(trick):
    """The corpus; it must not be shortened."""
    asked = []

    async def run():
        resolver = Resolver(Network(), lookup, lambda: 0.0)
        peer = await resolver.peer(parse(trick))
        asked.append(peer)

    if trick == "http://www.example.org#@127.0.0.1:80@127.0.0.1/":
        asyncio.run(run())  # what follows the hash is no host: this one leads where it says
        assert asked[0].addresses == ("93.184.216.34",)
        return
    with pytest.raises(AddressError):
        asyncio.run(run())
    assert not asked


def test_the_corpus_is_large():
    assert len(set(TRICKS)) > 110


@pytest.mark.parametrize("trick", TRICKS[:12])
def test_disguises_are_refused_as_such_by_the_fetcher(web, trick):
    shelf = Shelf()
    (capture,) = fetch(web, trick, settings=Network(), recorder=shelf)
    assert capture.fault == "address_refused"
    assert not shelf.exchanges


PUBLIC = """
http://8.8.8.8/
http://[2a00:1450:4001:82a::200e]/
http://[64:ff9b::8.8.8.8]/
http://[2002:808:808::1]/
http://[::ffff:8.8.8.8]/
http://172.32.0.1/
http://100.128.0.1/
http://www.example.org/
http://www.example.org:443/
https://müller.example/
""".split()


@pytest.mark.parametrize("url", PUBLIC)
def test_public_addresses_are_asked(url):
    peer = asyncio.run(Resolver(Network(), lookup, lambda: 0.0).peer(parse(url)))
    assert peer.addresses


READ = {
    "HTTP://WWW.Example.ORG": "http://www.example.org/",
    "https://www.example.org:443/a": "https://www.example.org/a",
    "https://www.example.org./a": "https://www.example.org/a",
    "http://www.example.org:443/a": "http://www.example.org:443/a",
    "https://www.müller.example/größe?ä=ö#ü": "https://www.xn--mller-kva.example/gr%C3%B6%C3%9Fe?%C3%A4=%C3%B6",
    "https://fußball.example/": "https://xn--fuball-cta.example/",
    "https://example.org?x=1": "https://example.org/?x=1",
    "https://example.org\\a\\b?c\\d": "https://example.org/a/b?c\\d",
    "https://example.org/a/../b/./c/..": "https://example.org/b/",
    "https://example.org/%2E%2e/b": "https://example.org/b",
    "https://example.org/a b<c>": "https://example.org/a%20b%3Cc%3E",
    "https://example.org/%C3%A4%zz": "https://example.org/%C3%A4%zz",
    " https://exam\tple.org/\n": "https://example.org/",
    "https://my_host.example.org/": "https://my_host.example.org/",
    "https://[2A00:0:0::1]/": "https://[2a00::1]/",
    "https://0x08.8.8.8/": "https://8.8.8.8/",
}


@pytest.mark.parametrize("url", READ)
def test_addresses_are_read_as_browsers_do(url):
    assert parse(url).url == READ[url]


JOINED = {
    ("https://a.example/x/y", "z"): "https://a.example/x/z",
    ("https://a.example/x/y", "?q"): "https://a.example/x/y?q",
    ("https://a.example/x/y", "//b.example"): "https://b.example",
    ("https://a.example/x/y", "\\\\b.example\\c"): "https://b.example/c",
    ("https://a.example/x", "/y?u=http:\\\\c"): "https://a.example/y?u=http:\\\\c",
    ("https://a.example/x", " /y\n"): "https://a.example/y",
    ("https://a.example/x#f", "/y"): "https://a.example/y#f",
    ("https://a.example/x#f", "/y#g"): "https://a.example/y#g",
}


@pytest.mark.parametrize(("base", "location"), JOINED)
def test_redirects_lead_where_browsers_go(base, location):
    assert join(base, location) == JOINED[base, location]


def test_what_a_range_opens_is_that_range():
    allowed = (ipaddress.ip_network("10.1.0.0/16"), ipaddress.ip_network("fd00:1::/32"))
    for open_ in ("10.1.2.3", "::ffff:10.1.2.3", "fd00:1::7", "64:ff9b::10.1.2.3"):
        assert not refusal(ipaddress.ip_address(open_), allowed), open_
    for shut in ("10.2.0.1", "127.0.0.1", "fd00:2::1", "::1"):
        assert refusal(ipaddress.ip_address(shut), allowed), shut


def test_one_private_address_among_several_refuses_the_host():
    async def mixed(host, port):
        return ("93.184.216.34", PRIVATE)

    with pytest.raises(AddressError, match="no public address"):
        asyncio.run(Resolver(Network(), mixed, lambda: 0.0).peer(parse("http://a.example/")))


def test_a_name_is_looked_up_once_and_what_was_checked_is_asked(web):
    """Rebinding: the second answer would be private."""
    web.serve({"www.example.org": Site({"/": html("x"), "/a": redirect("/")})})
    answers = []

    async def rebinding(host, port):
        answers.append(host)
        return ("127.0.0.1",) if len(answers) == 1 else (PRIVATE,)

    settings = network(web, resolve=[])
    port = web.port("www.example.org", "http")
    url = f"http://www.example.org:{port}/a"
    settings = Network.with_options(Network(interval=0), allow_network=["127.0.0.0/8"])
    (capture,) = fetch(web, url, settings=settings, lookup=rebinding)
    assert capture.ok, capture.detail
    assert answers == ["www.example.org"]


def test_a_name_that_turns_private_later_is_refused():
    now, answers = [0.0], [("93.184.216.34",), (PRIVATE,)]

    async def rebinding(host, port):
        return answers.pop(0)

    async def run():
        resolver = Resolver(Network(address_lifetime=10), rebinding, lambda: now[0])
        address = parse("http://a.example/")
        first = await resolver.peer(address)
        now[0] = 9.0
        assert resolver.known(address) == first
        now[0] = 11.0
        assert resolver.known(address) is None
        with pytest.raises(AddressError):
            await resolver.peer(address)

    asyncio.run(run())


def test_a_name_given_on_the_command_line_is_guarded_too():
    settings = Network().with_options(resolve=[f"a.example:443:{PRIVATE}"])
    with pytest.raises(AddressError):
        asyncio.run(Resolver(settings, lookup, lambda: 0.0).peer(parse("https://a.example/")))


@pytest.mark.parametrize("answer", [(), ("fe80::1%eth0",), ("nonsense",)])
def test_answers_of_a_look_up_that_make_no_sense_are_not_asked(answer):
    async def odd(host, port):
        return answer

    with pytest.raises((AddressError, UnresolvedError)):
        asyncio.run(Resolver(Network(), odd, lambda: 0.0).peer(parse("http://a.example/")))


def test_ports_other_than_the_webs_own_are_asked_only_where_they_were_opened():
    opened = Network().with_options(allow_network=["10.0.0.0/8"])
    listed = Network().with_options(resolve=["a.example:8443:93.184.216.34"])
    unsafe = Network().with_options(
        resolve=["a.example:22:93.184.216.34", "a.example:443:93.184.216.34:6667"]
    )
    for settings, url, fine in (
        (opened, "http://10.0.0.1:8080/", True),
        (opened, "http://a.example:8080/", False),
        (opened, "http://10.0.0.1:22/", False),
        (opened, "http://10.0.0.1:6667/", False),
        (unsafe, "https://a.example:22/", False),
        (unsafe, "https://a.example/", True),
        (listed, "https://a.example:8443/", True),
        (listed, "https://b.example:8443/", False),
    ):
        resolving = Resolver(settings, lookup, lambda: 0.0).peer(parse(url))
        if fine:
            assert asyncio.run(resolving).addresses
        else:
            with pytest.raises(AddressError, match="port"):
                asyncio.run(resolving)


@given(st.text(alphabet=st.sampled_from("htps:/\\.?#@[]%0x17fF。l…ß\t \u202e2\ud800"), max_size=40))
@example("http://" + "a" * LONGEST)
@example("http://xn--a")
@example("http://1" + "0" * 6000)
def test_whatever_is_written_is_read_or_refused(text):
    for url in (text, f"http://{text}", f"http://a.example/{text}"):
        try:
            address = parse(url)
        except AddressError:
            continue
        assert address.url.isascii()
        assert parse(address.url) == address
    with suppress(AddressError):
        join("http://a.example/x", text)


@given(st.ip_addresses())
def test_no_address_is_let_through_that_python_calls_private(ip):
    inside = getattr(ip, "ipv4_mapped", None) or ip
    if not inside.is_global and getattr(inside, "sixtofour", None) is None:
        assert refusal(ip)
