"""robots.txt by RFC 9309."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.crawl.capture import Capture, Hop
from linter.crawl.robots import LONGEST_DELAY, ask, read

URL = "https://www.example.org/robots.txt"
PAGE = "https://www.example.org/impressum"


def said(text, **changes):
    body = text.encode() if isinstance(text, str) else text
    return read(Capture(URL, URL, 200, body=body, **changes))


ALLOWED = {
    "": True,
    "User-agent: *\nDisallow:\n": True,
    "User-agent: *\nDisallow: /\n": False,
    "User-agent: amtlint\nDisallow: /\n": False,
    "User-agent: AMTLINT\nDisallow: /\n": False,
    "user-AGENT: AmtLint/2.0\nDisallow: /\n": False,
    "User-agent: amtlint (a linter)\nDisallow: /\n": False,
    "User-agent: amt\nDisallow: /\n": True,
    "User-agent: a\nDisallow: /\n": True,
    "User-agent: amtlintbot\nDisallow: /\n": True,
    "User-agent: xamtlint\nDisallow: /\n": True,
    "User-agent: *\nDisallow: /\n\nUser-agent: amtlint\nDisallow:\n": True,
    "User-agent: amtlint\nDisallow:\n\nUser-agent: *\nDisallow: /\n": True,
    "User-agent: amtlint\nDisallow: /imp\n\nUser-agent: amtlint\nDisallow: /x\n": False,
    "User-agent: GoogleBot\nUser-agent: amtlint\nDisallow: /\n": False,
    "User-agent: GoogleBot\nDisallow: /\n": True,
    "User-agent: * # all\nDisallow: /\n": False,
    "User-agent: *\nDisallow: /imp\nAllow: /impressum\n": True,
    "User-agent: *\nAllow: /\nDisallow: /impressum\n": False,
    "User-agent: *\nDisallow: /impressum\nAllow: /impressum\n": True,
    "User-agent: *\nDisallow: /*ress\n": False,
    "User-agent: *\nDisallow: /imp*x\n": True,
    "User-agent: *\nDisallow: /impressum$\n": False,
    "User-agent: *\nDisallow: /imp$\n": True,
    "User-agent: *\nDisallow: /%69mpressum\n": False,
    "User-agent: *\nDisallow: /Impressum\n": True,
    "User-agent: *\r\nDisallow: /\r\n": False,
    "User-agent: *\rDisallow: /\r": False,
    "User-agent\nUser-agent: *\nDisallow: /\n": False,
    "\ufeffUser-agent: *\nDisallow: /\n": False,
    "User-agent: *\nDisallow: /\nSitemap: https://www.example.org/x\n": False,
    "<!DOCTYPE html><html><p>User-agent: nobody</p>": True,
    "Disallow: /\n": True,
}


@pytest.mark.parametrize("text", ALLOWED)
def test_what_a_file_says_is_obeyed(text):
    assert said(text).allows(PAGE) is ALLOWED[text]


def test_a_delay_is_taken_from_our_group_and_capped():
    assert said("User-agent: *\nCrawl-delay: 2.5\n").delay == 2.5
    assert said("User-agent: *\nCrawl-delay: 9\n\nUser-agent: amtlint\nCrawl-delay: 1\n").delay == 1
    assert said("User-agent: *\nCrawl-delay: 86400\n").delay == LONGEST_DELAY
    for odd in ("x", "-1", "nan", "inf", ""):
        assert said(f"User-agent: *\nCrawl-delay: {odd}\n").delay == 0, odd


def test_a_file_that_was_cut_loses_its_last_line_only():
    text = "User-agent: *\nDisallow: /impressum\nDisallow: /"
    assert said(text, truncated=True).allows("https://www.example.org/")
    assert not said(text, truncated=True).allows(PAGE)


def test_500_kib_are_read():
    assert ask("https://www.example.org").limit >= 500 * 1024
    assert ask("https://www.example.org").url == URL


ABSENT = [(404, "not_found"), (401, "forbidden"), (403, "forbidden"), (429, "rate_limited")]


@pytest.mark.parametrize(("status", "fault"), ABSENT)
def test_a_file_that_is_not_there_allows_all(status, fault):
    found = read(Capture(URL, URL, status, fault, hops=(Hop(URL, status, "", ""),)))
    assert not found.fault
    assert found.allows(PAGE)


UNREACHABLE = [
    (503, "server_error", "robots_unreachable"),
    (200, "reset", "robots_unreachable"),
    (200, "bad_encoding", "robots_unreachable"),
    (None, "timeout", "timeout"),
    (None, "tls_error", "tls_error"),
    (None, "dns_error", "dns_error"),
    (None, "address_refused", "address_refused"),
    (None, "rate_limited", "rate_limited"),
]


@pytest.mark.parametrize(("status", "fault", "told"), UNREACHABLE)
def test_a_file_that_cannot_be_had_forbids_all(status, fault, told):
    found = read(Capture(URL, URL, status, fault, "why", hops=(Hop(URL, status, "", ""),)))
    assert (found.fault, found.detail) == (told, "robots.txt: why")


HOSTILE = {
    "agents and rules": "".join(f"User-agent: a{n}\n" for n in range(12_000))
    + "".join(f"Disallow: /{n}\n" for n in range(20_000)),
    "stars": "User-agent: *\nDisallow: /" + "*a" * 200_000 + "b\n",
    "lines": "\n" * 500_000,
    "blanks": "User-agent:" + " " * 500_000,
    "half agents": "user " * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_read_quickly(name):
    began = time.process_time()
    said(HOSTILE[name]).allows("https://www.example.org/" + "a" * 2000)
    assert time.process_time() - began < 2.0


@given(st.binary(max_size=300))
def test_any_bytes_are_read(body):
    said(body).allows(PAGE)
