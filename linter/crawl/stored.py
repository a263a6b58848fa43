"""stored: a page as the history keeps it, unpacked when somebody reads it.

A night that finds a page as it was needs to know that it is there and whole, not what it says.
"""

from __future__ import annotations

import zlib
from dataclasses import fields
from typing import Any, Self

from linter.crawl.capture import Capture

LEVEL = 1
"""Of zlib: pages shrink to a third; higher levels cost more than they save."""
CHECK = 4
"""Bytes behind what is packed: a checksum of it, which is looked at much faster than it is unpacked."""
_FIELDS = tuple(one.name for one in fields(Capture) if one.name != "body")


class Stored(Capture):
    """A capture whose body, never an empty one, stays packed; each look at it unpacks it anew."""

    __slots__ = ("packed",)
    packed: bytes

    @classmethod
    def of(cls, values: dict[str, Any], packed: bytes) -> Self:
        """A capture of these values but for `body`, which is packed whole."""
        one = cls.__new__(cls)
        for name in _FIELDS:
            object.__setattr__(one, name, values[name])
        object.__setattr__(one, "packed", packed)
        return one

    def __getattr__(self, name: str) -> Any:
        """Called only for what is not there: the body."""
        if name != "body":
            raise AttributeError(name)
        return zlib.decompress(self.packed)

    @property
    def weight(self) -> int:
        """Bytes that the body takes in memory."""
        return len(self.packed)

    def but(self, **changes: Any) -> Capture:
        """The same page with other values in these fields; it stays packed unless its body is another."""
        values = {name: getattr(self, name) for name in _FIELDS} | changes
        return Capture(**values) if "body" in changes else self.of(values, self.packed)


def pack(body: bytes) -> bytes:
    """A body, packed, with the checksum behind it; `zlib` alone reads it, too."""
    packed = zlib.compress(body, LEVEL)
    return packed + _check(packed)


def capture_of(values: dict[str, Any], data: bytes | None) -> Capture:
    """A capture of these values and of a body as it is kept; raises `zlib.error` where that is damaged."""
    if data and values["sha256"] and data[-CHECK:] == _check(data[:-CHECK]):
        return Stored.of(values, data)
    # without a checksum, as earlier versions kept it: only unpacking it shows whether it is whole
    return Capture(**values, body=zlib.decompress(data) if data else b"")


def _check(packed: bytes) -> bytes:
    return zlib.crc32(packed).to_bytes(CHECK, "big")
