"""A body stays packed until somebody reads it, and one that is damaged is known without that."""

from __future__ import annotations

import zlib
from dataclasses import fields

import pytest

from linter.crawl.capture import Capture, Hop
from linter.crawl.stored import Stored, capture_of, pack

BODY = b"<h1>Impressum</h1><p>Stadt Aue, Markt 1</p>" * 20
VALUES = {
    "url": "https://aue.example/impressum",
    "final_url": "https://aue.example/impressum/",
    "status": 200,
    "fault": "",
    "detail": "",
    "hops": (Hop("https://aue.example/impressum", 301, "/impressum/", "2026-11-24T01:00:00Z"),),
    "headers": {"etag": '"a"', "content-type": "text/html"},
    "sha256": "0" * 64,
    "truncated": False,
    "not_modified": False,
    "fetched_at": "2026-11-24T01:00:00Z",
    "warc": None,
}


def told(capture: Capture) -> dict[str, object]:
    return {one.name: getattr(capture, one.name) for one in fields(Capture)}


def test_it_is_what_was_kept():
    stored = capture_of(VALUES, pack(BODY))
    assert type(stored) is Stored
    assert told(stored) == {**VALUES, "body": BODY}
    assert 0 < stored.weight < len(BODY)
    assert stored.ok
    assert stored.content_type == "text/html"


def test_another_name_for_it_leaves_it_packed():
    stored = capture_of(VALUES, pack(BODY))
    renamed = stored.but(url="https://aue.example/i", not_modified=True)
    assert type(renamed) is Stored
    assert renamed.packed is stored.packed
    assert told(renamed) == {
        **VALUES, "url": "https://aue.example/i", "not_modified": True, "body": BODY
    }  # fmt: skip
    other = stored.but(body=b"another")
    assert type(other) is Capture
    assert other.body == b"another"


def test_nothing_else_is_made_up():
    stored = capture_of(VALUES, pack(BODY))
    with pytest.raises(AttributeError):
        stored.text  # noqa: B018 - there is none


@pytest.mark.parametrize("at", [0, 5, -5])
def test_what_is_damaged_is_known_before_it_is_read(at):
    data = bytearray(pack(BODY))
    data[at] ^= 0xFF
    with pytest.raises(zlib.error):
        capture_of(VALUES, bytes(data))


def test_a_damaged_checksum_costs_time_and_no_page():
    data = bytearray(pack(BODY))
    data[-1] ^= 0xFF
    assert capture_of(VALUES, bytes(data)).body == BODY


def test_what_an_earlier_version_kept_is_read_and_the_other_way_round():
    earlier = capture_of(VALUES, zlib.compress(BODY))
    assert type(earlier) is Capture
    assert earlier.body == BODY
    assert zlib.decompress(pack(BODY)) == BODY


def test_an_answer_without_a_body_has_none():
    assert capture_of({**VALUES, "sha256": ""}, None).body == b""
