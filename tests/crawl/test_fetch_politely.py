"""Robots.txt, intervals and rests: what a host wants of those who ask."""

from __future__ import annotations

import asyncio
import re

import pytest

from linter.crawl.asking import JSON, Ask
from linter.crawl.fetch import Fetcher
from tests.crawl.fetching import HOST, PAGE, URL, Shelf, fetch, network, site
from tests.web.site import (
    Site,
    html,
    redirect,
    text,
)


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
