"""Asking only for what has changed: a saving, which must never cost a page."""

from __future__ import annotations

import pytest

from tests.crawl.fetching import Shelf, fetch
from tests.web.site import Answer, Site, html

HOST = "www.musterhausen.example"
URL = f"https://{HOST}/"
ETAG = ("ETag", '"v1"')
DATED = ("Last-Modified", "Wed, 01 Jul 2026 08:00:00 GMT")
OLD, NEW = (html(f"<h1>Stand {number}</h1>") for number in "12")
ROBOTS = Answer("User-agent: *\nAllow: /\n", type="text/plain")


def two_nights(web, first, conditional, plain):
    """The second night's capture, and the conditions that each of its requests for the page had."""
    web.serve({HOST: Site({"/": first, "/robots.txt": ROBOTS})})
    shelf = Shelf()
    fetch(web, URL, ledger=shelf)
    web.forget()
    names = ("If-None-Match", "If-Modified-Since")

    def answer(request):
        return conditional if any(map(request.header, names)) else plain

    web.serve({HOST: Site({"/": answer, "/robots.txt": ROBOTS})})
    (capture,) = fetch(web, URL, ledger=Shelf(shelf.kept))
    asked = [tuple(map(request.header, names)) for request in web.asked(HOST, "/")]
    return capture, asked


def unchanged(*headers):
    return Answer(status=304, type=None, headers=headers)


@pytest.mark.parametrize(
    "odd",
    [
        *(Answer(status=status) for status in (400, 401, 403, 406, 412, 418, 500, 501, 503)),
        Answer(fault="reset"),
        Answer(fault="garbage"),
        unchanged(("ETag", '"v2"')),
        unchanged(("ETag", 'W/"v2"')),
        unchanged(("Last-Modified", "Thu, 02 Jul 2026 08:00:00 GMT")),
    ],
    ids=lambda odd: f"{odd.status}-{odd.fault}-{odd.head('ETag')}",
)
def test_whoever_stumbles_over_the_condition_is_asked_once_without(web, odd):
    capture, asked = two_nights(web, OLD.with_(ETAG, DATED), odd, NEW)
    assert capture.ok
    assert not capture.not_modified
    assert capture.body == NEW.body.encode()
    assert set(asked[:-1]) == {(ETAG[1], DATED[1])}  # a reset one is sent twice
    assert asked[-1] == ("", "")
    assert [hop.status for hop in capture.hops] == [200]


@pytest.mark.parametrize(
    ("odd", "fault"),
    [
        (Answer(status=404), "not_found"),
        (Answer(status=410), "not_found"),
        (Answer(status=429), "rate_limited"),
        (Answer(status=503, headers=(("Retry-After", "3600"),)), "server_error"),
    ],
    ids=lambda value: getattr(value, "status", ""),
)
def test_an_answer_that_no_condition_brings_about_stands(web, odd, fault):
    capture, asked = two_nights(web, OLD.with_(ETAG, DATED), odd, NEW)
    assert capture.fault == fault
    assert len(asked) == 1


def test_a_fault_that_is_there_without_the_condition_too_is_a_fault(web):
    capture, asked = two_nights(web, OLD.with_(ETAG, DATED), Answer(status=500), Answer(status=403))
    assert (capture.fault, capture.status, len(asked)) == ("forbidden", 403, 2)


@pytest.mark.parametrize("said", ['"v1"', 'W/"v1"', '"v1-gzip"', '"v1--gzip"', ""])
def test_a_304_that_speaks_of_the_page_asked_about_confirms_it(web, said):
    headers = (("ETag", said),) if said else ()
    capture, asked = two_nights(web, OLD.with_(ETAG, DATED), unchanged(*headers), NEW)
    assert capture.not_modified
    assert capture.body == OLD.body.encode()
    assert len(asked) == 1


def test_a_tag_that_cannot_be_sent_is_not_sent(web):
    capture, asked = two_nights(
        web, OLD.with_(("ETag", '"a\x01"'), ("Last-Modified", "\x7f")), OLD, NEW
    )
    assert capture.ok
    assert asked == [("", "")]


def test_what_was_empty_is_asked_for_whole(web):
    capture, asked = two_nights(web, html("").with_(ETAG, DATED), unchanged(), NEW)
    assert capture.body == NEW.body.encode()
    assert asked == [("", "")]
