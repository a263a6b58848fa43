"""From bytes to characters, in the order a browser asks: BOM, HTTP, meta, guess, windows-1252."""

from __future__ import annotations

import re

import webencodings

from linter.plain import composed

MOST_BYTES = 10_000_000
"""More of a page is not read."""
PRESCAN = 4096
BEGINNING = 2048
"""Most pages have an umlaut in so many bytes."""
_META = re.compile(
    rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([a-z0-9_:.\-]+)|<\?xml[^>]{0,80}encoding=["']([a-z0-9_.\-]+)""",
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_HTTP = re.compile(r"""charset\s*=\s*["']?\s*([^\s"';]+)""", re.IGNORECASE)
_SHOWN = re.compile(rb"(?:\A|>)[^<]+")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"))


def decode(data: bytes, content_type: str = "") -> tuple[bytes, str, bool]:
    """Return the page in UTF-8, the encoding it came in, and whether it was cut.

    What is UTF-8 already is passed on as it is: the parser replaces what is malformed, but for
    pages that are another encoding throughout.
    """
    cut = len(data) > MOST_BYTES
    source, name = _in_utf8(data[:MOST_BYTES] if cut else data, content_type)
    if b"\xcc" in source or b"\xcd" in source:  # accents that were saved apart from their letters
        source = _SHOWN.sub(_composed, source)
    return source, name, cut


def _in_utf8(data: bytes, content_type: str) -> tuple[bytes, str]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _utf8(data[len(bom) :], name), name
    http = _HTTP.search(content_type) if content_type else None
    name = (_known(http[1]) if http else "") or _declared(data) or _guess(data)
    if name == "utf-8" and not data.isascii() and _means_other(data):
        name = "windows-1252"
    return _utf8(data, name), name


def _composed(found: re.Match[bytes]) -> bytes:
    """What stands between two tags; within a tag, the letters of an address stay as they are."""
    return composed(found[0].decode("utf-8", "replace")).encode()


def _means_other(data: bytes) -> bool:
    """Declared as UTF-8, and not one of its letters beyond ASCII is.

    A browser shows marks for the umlauts, and a reader reads on; so do we, by the encoding meant.
    """
    if not data[:BEGINNING].decode("utf-8", "ignore").isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("utf-8", "ignore").isascii()
    return False


def _utf8(data: bytes, name: str) -> bytes:
    if name == "utf-8":
        return data
    codec = webencodings.lookup(name)
    text = data.decode(codec.codec_info.name if codec else "utf-8", "replace")
    return text.encode("utf-8", "replace")


def _known(label: str) -> str:
    encoding = webencodings.lookup(label)
    if encoding is None or encoding.name in {"replacement", "x-user-defined"}:
        return ""
    return str(encoding.name)


def _declared(data: bytes) -> str:
    place = data.find(b"charset=", 0, PRESCAN)
    if place >= 0 and data[place + 8 : place + 15].strip(b"\"' />").lower() == b"utf-8":
        start = data.rfind(b"<", 0, place)
        if data[start : start + 5].lower() == b"<meta" and b"<!--" not in data[:start]:
            return "utf-8"
    head = data[:PRESCAN].lower()
    if b"charset" not in head and b"encoding" not in head:
        return ""
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
    if data.isascii():
        return "utf-8"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A page cut in the middle of a character is still UTF-8.
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return "utf-8"
        return "windows-1252"
    return "utf-8"
