"""drawn: links in drawings, whose address has a name of its own; readers follow them like any other."""

from __future__ import annotations

import re

DRAWN = b"xlink:href"
_LINK = re.compile(rb"<a\s[^<>]{0,2000}>", re.IGNORECASE)
_OWN = re.compile(rb"\shref\s*=", re.IGNORECASE)
_DRAWN = re.compile(rb"(\s)xlink:(href\s*=)", re.IGNORECASE)


def linked(source: bytes) -> bytes:
    """The page with the addresses of such links under the name that all others have."""
    return _LINK.sub(_named, source)


def _named(tag: re.Match[bytes]) -> bytes:
    # Where a link has both, the other one counts.
    return tag[0] if _OWN.search(tag[0]) else _DRAWN.sub(rb"\1\2", tag[0], count=1)
