"""framing: where an answer begins and ends, read as browsers read it, before aiohttp's parser does.

The parser refuses what no visitor ever notices: a length told twice or beside chunks, a transfer
coding that codes nothing, bytes behind the answer's end. So it gets the head by itself (what is
wrong with the bytes behind an answer then cannot take the answer along), and without the headers
that say nothing; these are not recorded either.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from aiohttp import ClientPayloadError
from aiohttp.client_proto import ResponseHandler

if TYPE_CHECKING:
    import asyncio

    from aiohttp import StreamReader

LONGEST_HEAD: Final = 65_536
"""Bytes of a head that are waited for; what is longer goes on to the parser as it comes."""

HTTP: Final = b"HTTP/"
_END = re.compile(rb"\n\r?\n")
_INTERIM = re.compile(rb"HTTP/1\.\d 1(?!01)\d\d\b")
_FRAMING = re.compile(
    rb"\n(content-length|transfer-encoding)[ \t]*+:[ \t]*+([^\r\n]*+)\r?(?=\n)", re.IGNORECASE
)
"""A line with the end of the one before, for which a search is quick."""


class Handler(ResponseHandler):
    """aiohttp's end of a connection; the head of each answer passes through `mended`."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self._head: bytes | None = None
        """What came of a head so far; None where the bytes that come are a body's."""

    def set_response_params(self, **named: Any) -> None:
        """Be ready for the answer to the request that goes out now."""
        self._head = b""
        super().set_response_params(**named)

    def data_received(self, data: bytes) -> None:
        """Hand on what came: whole heads, and bodies as they are."""
        while self._head is not None and self._parser is not None and data:
            head = self._head + data
            end = _END.search(head, max(0, len(self._head) - 2))
            if end is None:
                if len(head) < LONGEST_HEAD and head[: len(HTTP)] == HTTP[: len(head)]:
                    self._head = head
                    self.start_timeout()
                    return
                self._head, data = None, head
                break
            self._head = b"" if _INTERIM.match(head) else None
            super().data_received(mended(head[: end.end()]))
            data = head[end.end() :]
            if not data or self.exception() is not None:
                return
        super().data_received(data)
        if self.exception() is not None:
            _break(self._payload)

    def connection_lost(self, exc: BaseException | None) -> None:
        """An answer that is whole stays so, whatever came behind it."""
        payload = self._payload
        if payload is not None and payload.is_eof():
            self._payload = None
        super().connection_lost(exc)
        _break(payload)


def _break(payload: StreamReader | None) -> None:
    """End a body of which no more comes: the parser leaves one waiting whose chunks are none."""
    if payload is not None and not payload.is_eof() and payload.exception() is None:
        payload.set_exception(ClientPayloadError("the answer broke off"))


def mended(head: bytes) -> bytes:
    """A head whose framing headers say one thing, once; as it is where they contradict each other."""
    found = _FRAMING.findall(head)
    if len(found) < 2 and all(value.isdigit() for _, value in found):  # noqa: PLR2004
        return head
    lengths: list[bytes] = []
    codings: list[bytes] = []
    for name, value in found:
        values = [one.strip() for one in value.split(b",")]
        if name.lower() == b"content-length":
            lengths += values
        else:
            codings += [one for one in values if one and one.lower() != b"identity"]
    if codings:  # chunks tell their own length
        said = b"\nTransfer-Encoding: %b\r" % b", ".join(codings)
    elif not lengths:
        said = b""
    elif len(set(lengths)) == 1:
        said = b"\nContent-Length: %b\r" % lengths[0]
    else:
        return head
    start = _FRAMING.search(head)
    at = start.start() if start is not None else 0
    return head[:at] + said + _FRAMING.sub(b"", head[at:]) if at else head
