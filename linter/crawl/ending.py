"""ending: whether an answer that arrived without a fault visibly lacks its end.

An answer that tells no length ends where the connection does, and so does one that broke off. A
length may be told wrongly, too, by a cache that keeps half a page.
"""

from __future__ import annotations

import re
from codecs import utf_8_decode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BEGINNING = 4096
"""Bytes in which a page says that it is one whole document."""
_OPENED = re.compile(rb"<(?:html|body)\b", re.IGNORECASE)
_CLOSED = re.compile(rb"</(?:html|body)\b", re.IGNORECASE)
_IN_TAG = re.compile(rb"<(?:[a-z!/][^>]*)?\Z", re.IGNORECASE)
_OTHER_CHARSET = re.compile(r"charset\s*=\s*[\"']?(?!utf-?8)\w", re.IGNORECASE)


def broken_off(headers: Mapping[str, str], body: bytes) -> bool:
    """Whether a text visibly lacks its end; headers: of its answer, names in lower case."""
    kind = headers.get("content-type", "")
    if not body or _in_character(kind, body):
        return bool(body)
    if "content-length" in headers or "transfer-encoding" in headers or "html" not in kind.lower():
        return False
    if _OPENED.search(body, 0, BEGINNING):
        return _CLOSED.search(body) is None
    last = body.rfind(b"<")
    return last >= 0 and _IN_TAG.match(body, last) is not None


def _in_character(kind: str, body: bytes) -> bool:
    """Whether a text in UTF-8 ends in the middle of a character."""
    if body[-1] < 0x80 or _OTHER_CHARSET.search(kind):  # noqa: PLR2004 - all of ASCII
        return False
    try:
        return utf_8_decode(body, "strict", False)[1] < len(body)
    except UnicodeDecodeError:
        return False
