"""warc: records of web evidence (WARC/1.1), written and read through warcio.

warcio is the web-archiving field's own library, in pure Python, and reads, writes and checks.
FastWARC reads whole archives several times faster, but writes less of the format for the caller
and brings a binary; a night writes as it goes and a replay seeks one record at a time.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]
from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]
from warcio.statusandheaders import (  # type: ignore[import-untyped]
    StatusAndHeaders,
    StatusAndHeadersParserException,
)
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from linter.crawl.capture import Exchange

Fields = tuple[tuple[str, str], ...]

ORIGINAL = "X-Archive-Orig-"
"""Before a header that no longer fits what is stored: bodies are kept without transfer coding."""

FIELDS = "application/warc-fields"
NOT_MODIFIED = 304
REVISIT = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
MOST = 256 * 1024 * 1024
"""Bytes of a record's body that are read: more is no work of ours."""

_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_BREAKS = re.compile(r"[\r\n\x00]")


class Unreadable(Exception):  # noqa: N818 - says what the record is
    """There is no whole record where one should be, or its digest is not the one it states."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record ready to be written. payload: what the payload digest is of."""

    kind: str
    date: str
    fields: Fields
    content_type: str
    block: bytes
    payload: bytes


def info(name: str, date: str, said: Iterable[tuple[str, str]]) -> Record:
    """The record that every file begins with: who recorded it, and how."""
    block = _told(said)
    return Record("warcinfo", date, (("WARC-Filename", name),), FIELDS, block, block)


def response(exchange: Exchange) -> Record:
    """The answer of an exchange; one that only confirms an earlier body is a revisit."""
    headers = tuple(
        (ORIGINAL + name if name.lower() == "transfer-encoding" else name, value)
        for name, value in exchange.headers
    )
    head = _head(f"HTTP/1.1 {exchange.status:03d} {exchange.reason}", headers)
    fields = _common(exchange)
    if exchange.status == NOT_MODIFIED:
        fields += (("WARC-Profile", REVISIT),)
    if _short(exchange):
        fields += (("WARC-Truncated", "length"),)
    return Record(
        "revisit" if exchange.status == NOT_MODIFIED else "response",
        exchange.at,
        fields,
        "application/http; msgtype=response",
        head + exchange.body,
        exchange.body,
    )


def request(exchange: Exchange, answered_by: str) -> Record:
    """The request of an exchange; `answered_by` is the id of the answer's record."""
    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    head = _head(f"GET {_uri(target)} HTTP/1.1", exchange.request)
    fields = (*_common(exchange), ("WARC-Concurrent-To", answered_by))
    return Record("request", exchange.at, fields, "application/http; msgtype=request", head, b"")


def resource(url: str, date: str, content_type: str, body: bytes) -> Record:
    """A body without its answer: one that the server confirmed tonight and sent before."""
    fields = (("WARC-Target-URI", _uri(url)),)
    return Record("resource", date, fields, content_type or "application/octet-stream", body, body)


def metadata(url: str, date: str, said: Iterable[tuple[str, str]]) -> Record:
    """What is to be said about an address that gave no answer."""
    block = _told(said)
    return Record("metadata", date, (("WARC-Target-URI", _uri(url)),), FIELDS, block, block)


def identity(record: Record, place: str) -> str:
    """The id of a record: of its place in the night and of what it holds, so never two alike."""
    name = f"{place} {record.kind} {sha256(record.block).hexdigest()}"
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, name)}>"


def member(record: Record, id_: str) -> bytes:
    """The record as written: one gzip member."""
    headers = [
        ("WARC-Type", record.kind),
        ("WARC-Record-ID", id_),
        ("WARC-Date", record.date),
        *((name, _BREAKS.sub(" ", value)) for name, value in record.fields),
        ("WARC-Payload-Digest", f"sha256:{sha256(record.payload).hexdigest()}"),
        ("WARC-Block-Digest", f"sha256:{sha256(record.block).hexdigest()}"),
    ]
    if record.kind in {"warcinfo", "revisit"}:  # have no payload of their own
        del headers[-2]
    out = BytesIO()
    WARCWriter(out, gzip=True, warc_version="1.1").write_record(
        ArcWarcRecord(
            "warc",
            record.kind,
            StatusAndHeaders("", headers, protocol="WARC/1.1"),
            BytesIO(record.block),
            None,  # the block is written as it is: warcio would encode headers anew
            record.content_type,
            len(record.block),
        )
    )
    return out.getvalue()


def payload(path: Path, offset: int) -> bytes:
    """The payload of the record at a place: of an answer, the body in its content coding."""
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            record = next(ArchiveIterator(stream, check_digests="raise"))
            body: bytes = record.raw_stream.read(MOST)
            if record.raw_stream.read(1):
                raise Unreadable("the record is larger than any that is recorded")
    except (
        ArchiveLoadFailed,
        StatusAndHeadersParserException,
        StopIteration,
        EOFError,
        OSError,
        ValueError,
        AttributeError,  # warcio, of a record without a target address
        zlib.error,
    ) as error:
        raise Unreadable(str(error)) from None
    if record.rec_headers.get_header("WARC-Type") not in {"response", "resource"}:
        raise Unreadable("there is no body at this place")
    return body


def whole_until(path: Path, offset: int) -> int:
    """The end of the last whole record at or behind `offset`, where a record begins."""
    end = offset
    with path.open("rb") as stream:
        stream.seek(offset)
        unpack = zlib.decompressobj(wbits=31)
        at = offset
        while chunk := stream.read(1 << 16):
            at += len(chunk)
            while chunk:
                try:
                    unpack.decompress(chunk)
                except zlib.error:
                    return end
                chunk = unpack.unused_data
                if unpack.eof:
                    end = at - len(chunk)
                    unpack = zlib.decompressobj(wbits=31)
    return end


def _common(exchange: Exchange) -> Fields:
    fields: Fields = (("WARC-Target-URI", _uri(exchange.url)),)
    try:
        address = str(ip_address(exchange.address.strip("[]")))
    except ValueError:
        return fields
    return (*fields, ("WARC-IP-Address", address))


def _short(exchange: Exchange) -> bool:
    """Whether less of the body was read than the server said it has."""
    names = {name.lower(): value for name, value in exchange.headers}
    said = names.get("content-length", "")
    return (
        said.isdecimal()
        and "transfer-encoding" not in names
        and exchange.status != NOT_MODIFIED
        and int(said) > len(exchange.body)
    )


def _head(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = [first.rstrip(), *(f"{name}: {value}" for name, value in headers), "", ""]
    text = "\r\n".join(_BREAKS.sub(" ", line) for line in lines)
    return text.encode("utf-8", "surrogateescape")


def _told(said: Iterable[tuple[str, str]]) -> bytes:
    lines = (f"{name}: {_BREAKS.sub(' ', value)}\r\n" for name, value in said if value)
    return "".join(lines).encode("utf-8", "backslashreplace")


def _uri(url: str) -> str:
    """An address without characters that would end it."""
    safe = url.encode("utf-8", "backslashreplace").decode()
    return _CONTROL.sub(lambda found: f"%{ord(found[0]):02X}", safe)
