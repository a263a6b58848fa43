"""decode: take the content coding off a body while it arrives, never more than is wanted."""

from __future__ import annotations

import zlib
from typing import Final

GZIP: Final = 31  # zlib's window argument: a gzip member
ZLIB: Final = 15
RAW: Final = -15

NO_CODING: Final = frozenset(
    "identity none 7bit 8bit binary utf-8 utf8 us-ascii iso-8859-1 windows-1252".split()
)
"""Names in `Content-Encoding` that pack nothing: charsets and MIME's codings stand there by mistake."""

SLACK: Final = 65_536
"""Coded bytes that may come without the decoded ones growing: headers, empty blocks."""


class CodingError(ValueError):
    """A body that is not in the coding that its headers name."""


def decoder(content_encoding: str, limit: int) -> Decoder:
    """The decoder for a `Content-Encoding`; raises `CodingError` for one that was not offered."""
    codings = [name.strip().lower() for name in content_encoding.split(",")]
    codings = [name for name in codings if name and name not in NO_CODING]
    if not codings:
        return Decoder(limit)
    if len(codings) > 1 or codings[0] not in {"gzip", "x-gzip", "deflate"}:
        raise CodingError(f"the content coding {', '.join(codings)[:80]!r} was not offered")
    return Inflater(limit, deflate=codings[0] == "deflate")


class Decoder:
    """A body without a coding, cut at the limit.

    coded: the bytes as they came; full: whether no more are wanted.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.truncated = False
        self.coded = bytearray()
        self._size = 0

    @property
    def full(self) -> bool:
        """Whether the rest of the body is not read."""
        return self.truncated

    def feed(self, data: bytes) -> None:
        """Take what arrived."""
        self.coded += data
        if len(self.coded) > self.limit:
            self.truncated = True

    def finish(self) -> bytes:
        """The decoded body; raises `CodingError` where it ends too early."""
        return bytes(self.coded[: self.limit])

    def so_far(self) -> bytes:
        """What could be decoded of a body that broke off."""
        return bytes(self.coded[: self.limit])


class Inflater(Decoder):
    """A gzip or deflate body. Every step makes no more than the limit leaves room for."""

    def __init__(self, limit: int, *, deflate: bool) -> None:
        super().__init__(limit)
        self._deflate = deflate
        self._zlib: zlib._Decompress | None = None if deflate else zlib.decompressobj(GZIP)
        self._parts: list[bytes] = []
        self._head = b""
        self._over = False

    def feed(self, data: bytes) -> None:
        """Take what arrived; raises `CodingError`."""
        self.coded += data
        if len(self.coded) > 2 * self.limit + SLACK:
            self.truncated = True
            return
        if self._zlib is None:
            self._head += data
            if len(self._head) < 2:  # noqa: PLR2004 - zlib's header has two bytes
                return
            data = self._head
            self._zlib = zlib.decompressobj(_window(data))
        try:
            self._inflate(data)
        except zlib.error as error:
            raise CodingError("the body is not compressed as its headers say") from error

    def _inflate(self, data: bytes) -> None:
        while data and not self._over and not self.truncated:
            engine = self._zlib
            if engine is None:  # pragma: no cover - made before the first byte
                return
            part = engine.decompress(data, self.limit + 1 - self._size)
            self._size += len(part)
            self._parts.append(part)
            if self._size > self.limit:
                self.truncated = True
            elif engine.eof:
                # What follows is a further member, or nothing that belongs to the body.
                data = engine.unused_data
                if self._deflate or (len(data) > 1 and data[:2] != b"\x1f\x8b"):
                    self._over = True
                elif len(data) < 2:  # noqa: PLR2004 - zlib keeps it until more is there
                    return
                else:
                    self._zlib = zlib.decompressobj(GZIP)
            else:
                data = engine.unconsumed_tail

    def finish(self) -> bytes:
        """The decoded body; raises `CodingError` where it ends too early."""
        whole = self._zlib is not None and self._zlib.eof
        if self.coded and not self.truncated and not self._over and not whole:
            raise CodingError("the compressed body ends too early")
        return self.so_far()

    def so_far(self) -> bytes:
        """What could be decoded of a body that broke off."""
        return b"".join(self._parts)[: self.limit]


def _window(head: bytes) -> int:
    """Deflate should be in zlib's wrapper; many a server sends it bare, and browsers take both."""
    is_zlib = head[0] & 0x0F == 8 and int.from_bytes(head[:2]) % 31 == 0  # noqa: PLR2004
    return ZLIB if is_zlib else RAW
