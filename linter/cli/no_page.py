"""no-page: files that are no page of text: a PDF, a picture, an archive, a sound, other data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.text import Text

PDF: Text = {"de": "Das ist ein PDF, keine Webseite.", "en": "This is a PDF, not a web page."}
PICTURE: Text = {
    "de": "Das ist ein Bild, keine Webseite.",
    "en": "This is a picture, not a web page.",
}
ARCHIVE: Text = {
    "de": "Das ist ein Archiv oder ein Office-Dokument, keine Webseite.",
    "en": "This is an archive or an office document, not a web page.",
}
MEDIA: Text = {
    "de": "Das ist eine Audio- oder Videodatei, keine Webseite.",
    "en": "This is an audio or video file, not a web page.",
}
DATA: Text = {
    "de": "Das sind Daten ohne lesbaren Text, keine Webseite.",
    "en": "This is data without readable text, not a web page.",
}
UTF32: Text = {
    "de": "Die Seite ist in UTF-32 geschrieben, das kein Browser liest.",
    "en": "The page is written in UTF-32, which no browser reads.",
}
EMPTY: Text = {"de": "Die Seite ist leer.", "en": "The page is empty."}
NO_PAGE_KEPT: Text = {
    "de": "In diesem Webarchiv oder dieser Mail steht keine Webseite.",
    "en": "There is no web page in this web archive or mail.",
}
SIGNS: tuple[tuple[bytes, Text], ...] = (
    (b"%PDF", PDF),
    *((sign, UTF32) for sign in (b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"<\0\0\0", b"\0\0\0<")),
    *(
        (sign, PICTURE)
        for sign in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"\0\0\1\0")
    ),
    *(
        (sign, ARCHIVE)
        for sign in (
            b"PK\3\4", b"PK\5\6", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"\xd0\xcf\x11\xe0", b"bplist00",
        )
    ),
    *((sign, MEDIA) for sign in (b"RIFF", b"ID3", b"OggS", b"\x1aE\xdf\xa3", b"fLaC")),
)  # fmt: skip
"""How files begin, whatever they or the server call them."""
TYPES: tuple[tuple[str, Text], ...] = (
    ("application/pdf", PDF),
    ("image/", PICTURE),
    ("audio/", MEDIA),
    ("video/", MEDIA),
    ("application/zip", ARCHIVE),
    ("application/gzip", ARCHIVE),
    ("application/vnd.ms", ARCHIVE),
    ("application/vnd.oasis", ARCHIVE),
    ("application/vnd.openxmlformats", ARCHIVE),
    ("application/msword", ARCHIVE),
    ("font/", DATA),
    ("application/json", DATA),
)
BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
TAG = re.compile(rb"<[!/?a-z]", re.IGNORECASE)
WEBP, FILM = (8, b"WEBP"), (4, b"ftyp")
"""Where the sign of these stands behind another one, and the sign."""
HEAD = 1024


def no_page(data: bytes, content_type: str = "") -> Text | None:
    """What a file is that is no page; None for a page, and for what may be one.

    A picture that is drawn in text (SVG) is told by its type alone.
    """
    head = data[:HEAD].lstrip(b" \t\r\n\f")
    place, sign = WEBP
    if head.startswith(b"RIFF") and head[place:].startswith(sign):
        return PICTURE
    place, sign = FILM
    if head[place:].startswith(sign):
        return MEDIA
    for sign, what in SIGNS:
        if head.startswith(sign):
            return what
    kind = content_type.strip().lower()
    for prefix, what in TYPES:
        if kind.startswith(prefix):
            return what
    if b"\0" in head and not head.startswith(BOMS) and not TAG.search(head.replace(b"\0", b"")):
        return DATA
    return None
