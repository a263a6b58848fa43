"""From bytes to characters, in the order a browser asks: BOM, HTTP, meta, guess, windows-1252."""

from __future__ import annotations

import re

import webencodings

MOST_BYTES = 10_000_000
"""More of a page is not read."""
PRESCAN = 4096
_META = re.compile(
    rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([a-z0-9_:.\-]+)|<\?xml[^>]{0,80}encoding=["']([a-z0-9_.\-]+)""",
    re.IGNORECASE,
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_HTTP = re.compile(r"""charset\s*=\s*["']?\s*([^\s"';]+)""", re.IGNORECASE)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"))


def decode(data: bytes, content_type: str = "") -> tuple[str, str, bool]:
    """Return the text, the encoding it was read in, and whether it was cut."""
    cut = len(data) > MOST_BYTES
    data = data[:MOST_BYTES]
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _read(data[len(bom) :], name), name, cut
    http = _HTTP.search(content_type)
    name = _known(http.group(1)) if http else ""
    name = name or _declared(data)
    if not name:
        name = _guess(data)
    return _read(data, name), name, cut


def _read(data: bytes, name: str) -> str:
    codec = webencodings.lookup(name)
    text = data.decode(codec.codec_info.name if codec else "utf-8", "replace")
    return text.replace("\0", "\ufffd") if "\0" in text else text


def _known(label: str) -> str:
    encoding = webencodings.lookup(label)
    if encoding is None or encoding.name in {"replacement", "x-user-defined"}:
        return ""
    return str(encoding.name)


def _declared(data: bytes) -> str:
    head = data[:PRESCAN]
    if b"<!--" in head:
        head = _COMMENT.sub(b"", head)
    found = _META.search(head)
    if found is None:
        return ""
    name = _known((found.group(1) or found.group(2)).decode("ascii"))
    # A page whose declaration could be read byte by byte is not UTF-16.
    return "utf-8" if name.startswith("utf-16") else name


def _guess(data: bytes) -> str:
    head = data[:256]
    if head and head.count(0) * 3 >= len(head):
        return "utf-16le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A page cut in the middle of a character is still UTF-8.
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return "utf-8"
        return "windows-1252"
    return "utf-8"
