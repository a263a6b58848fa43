"""archive: the page in a web archive (.mhtml, .mht) or a mail (.eml), and the address it was saved from."""

from __future__ import annotations

import binascii
import quopri
import re
from dataclasses import dataclass

MOST_HEAD = 65_536
MOST_PARTS = 200
MOST_NESTED = 4
"""Parts within parts: a mail with pictures and a plain text has three."""
_FIELD = re.compile(rb"[A-Za-z][\w-]{0,80}:")
_TYPE = re.compile(rb"(?im)^content-type:[ \t]*((?:[^\n]|\n[ \t])*)")
_CODING = re.compile(rb"(?im)^content-transfer-encoding:[ \t]*([\w-]+)")
_LOCATION = re.compile(rb"(?im)^(?:snapshot-content-location|content-location): ?(\S{1,2000})")
_BOUNDARY = re.compile(rb'(?i)boundary="?([^"\s;]{1,200})')
_TEXTS = (b"text/html", b"application/xhtml+xml", b"text/plain")


@dataclass(frozen=True, slots=True)
class Archived:
    """The page of an archive: its bytes, b"" where it has none; its type; where it was saved from."""

    body: bytes
    content_type: str
    url: str


def archived(page: bytes) -> Archived | None:
    """The page in an archive; None for a file that is none: it does not begin as a message does."""
    start = page[:MOST_HEAD].lstrip()
    if start.startswith(b"From "):  # as mailboxes put it before a message
        start = start.partition(b"\n")[2]
    if not _FIELD.match(start):
        return None
    head, body = _apart(page)
    kind = _TYPE.search(head)
    low = kind[1].lower() if kind else b""
    if not body or not low.startswith((b"multipart/", *_TEXTS)):
        return None
    address = _LOCATION.search(head)
    found = _page_in(head, body, 0) or (b"", "")
    return Archived(*found, address[1].decode("utf-8", "replace") if address else "")


def _apart(message: bytes) -> tuple[bytes, bytes]:
    """The fields before the first empty line, and what follows it."""
    start = message[: MOST_HEAD + 2].replace(b"\r\n", b"\n").lstrip(b"\n")
    head, gap, _ = start.partition(b"\n\n")
    if not gap:
        return head, b""
    return head, message.replace(b"\r\n", b"\n").lstrip(b"\n")[len(head) + 2 :]


def _page_in(head: bytes, body: bytes, depth: int) -> tuple[bytes, str] | None:
    """The first page of HTML in a part, else the first plain text."""
    kind = _TYPE.search(head)
    said = kind[1] if kind else b"text/plain"
    low = said.lower()
    if low.startswith(_TEXTS):
        coding = _CODING.search(head)
        told = " ".join(said.decode("latin-1").split())
        return _decoded(body, coding[1].lower() if coding else b""), told
    boundary = _BOUNDARY.search(said)
    if not low.startswith(b"multipart/") or boundary is None or depth == MOST_NESTED:
        return None
    plain = None
    for part in body.split(b"--" + boundary[1], MOST_PARTS)[1:]:
        found = _page_in(*_apart(part), depth + 1)
        if found is not None and not found[1].lower().startswith("text/plain"):
            return found
        plain = plain or found
    return plain


def _decoded(body: bytes, coding: bytes) -> bytes:
    if coding == b"quoted-printable":
        return quopri.decodestring(body)
    if coding == b"base64":
        try:
            return binascii.a2b_base64(body)
        except binascii.Error:
            return b""
    return body
