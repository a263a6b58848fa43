"""body: a stored body as the fetcher saw it: out of its content coding, no longer than then."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from linter.crawl import warc
from linter.crawl.decode import CodingError, decoder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from linter.crawl.capture import Capture

SPARE = 8_000_000
"""Bytes that may follow those wanted: how the coded ones end is no longer judged here."""


def body_at(folder: Path, place: Mapping[str, object], coding: str, size: int) -> bytes:
    """The first `size` bytes of the decoded body at a place of the evidence."""
    name, offset = place["file"], place["offset"]
    if not isinstance(name, str) or not isinstance(offset, int) or "/" in name or "\\" in name:
        raise warc.Unreadable("no place in the evidence")
    return decoded(warc.payload(folder / name, offset), coding, size)


def same_body(folder: Path, capture: Capture) -> bool:
    """Whether the body of a capture lies at the place that it names."""
    coding = capture.headers.get("content-encoding", "")
    try:
        found = body_at(folder, capture.warc or {}, coding, len(capture.body))
    except (warc.Unreadable, LookupError):
        return False
    return sha256(found).hexdigest() == capture.sha256


def decoded(body: bytes, coding: str, size: int) -> bytes:
    """Undo the content coding as the fetcher does; of what is broken, what came before."""
    try:
        decoding = decoder(coding, size + SPARE)
    except CodingError:
        return body[:size]
    with suppress(CodingError):
        decoding.feed(body)
    return decoding.so_far()[:size]
