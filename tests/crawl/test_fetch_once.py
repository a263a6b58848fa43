"""Nothing is asked twice: within a run, after it was killed, or where a page has not changed."""

from __future__ import annotations

import asyncio

import pytest

from linter.crawl.asking import JSON, Ask
from linter.crawl.capture import TRANSIENT
from linter.crawl.fetch import Fetcher
from linter.crawl.network import Network
from tests.crawl.fetching import DATED, HOST, PAGE, ROBOTS, URL, Shelf, fetch, network, site
from tests.web.site import (
    Turns,
    html,
    redirect,
    text,
)


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


def test_nothing_is_asked_before_somebody_asks():
    fetcher = Fetcher(Network())
    assert fetcher.waits == (5.0, 30.0)
    assert fetcher.requests == 0
    asyncio.run(fetcher.aclose())


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
