"""An answer that lacks its end is known by what it ends with, where no length was told."""

from __future__ import annotations

import pytest

from linter.crawl.ending import broken_off

PAGE = "<!DOCTYPE html><html><body><h1>Impressum</h1><p>Stadt Bergheide, Markt 1, Büro 2</p>"
WHOLE = PAGE + "</body></html>"
CLOSED = {"content-type": "text/html; charset=utf-8"}
"""The headers of an answer that ends where the connection does."""


def told(kind="text/html; charset=utf-8", **more):
    return {"content-type": kind, **more}


@pytest.mark.parametrize("end", range(1, len(PAGE.encode())))
def test_a_page_that_ends_where_its_connection_broke_off_is_a_part(end):
    part = PAGE.encode()[:end]
    assert broken_off(CLOSED, part) is (part != b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (CLOSED, WHOLE.encode()),
        (CLOSED, WHOLE.encode() + b"<!-- 0.2 s -->"),
        (CLOSED, PAGE.replace("<html><body>", "").encode()),
        (CLOSED, b""),
        (told(**{"content-length": "80"}), PAGE.encode()),
        (told(**{"transfer-encoding": "chunked"}), PAGE.encode()),
        (told("text/plain; charset=utf-8"), b"User-agent: *"),
        (told("text/html; charset=iso-8859-1", **{"content-length": "3"}), "Büä".encode("latin-1")),
        (told("text/html", **{"content-length": "3"}), "Büä".encode("latin-1")),
    ],
)
def test_what_may_be_whole_is_taken_as_whole(headers, body):
    assert not broken_off(headers, body)


@pytest.mark.parametrize("kind", ["text/html", "text/html; charset=utf-8", "text/plain"])
def test_half_a_character_is_no_end_whatever_length_was_told(kind):
    half = "Bürgermeisterin Änne Grün".encode()[:-2]
    assert broken_off(told(kind, **{"content-length": "27"}), half)
    assert not broken_off(told(kind, **{"content-length": "27"}), half[:-1])
