"""Compile the .po catalogues beside this file to the .mo files that gettext reads.

Run it after a change: `python -m linter.cli.locale.compile`. A test compares the two.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path

HERE = Path(__file__).parent
MAGIC = 0x950412DE


def catalogue(text: str) -> dict[str, str]:
    """Read a .po text: message id (singular NUL plural) to translation (forms joined by NUL)."""
    messages: dict[str, str] = {}
    for block in text.split("\n\n"):
        parts: dict[str, str] = {}
        keyword = ""
        for line in block.splitlines():
            if not line or line.startswith("#"):
                continue
            if not line.startswith('"'):
                keyword, _, line = line.partition(" ")  # noqa: PLW2901 - the rest is the string
            parts[keyword] = parts.get(keyword, "") + json.loads(line)
        if "msgid" not in parts:
            continue
        plural = parts.get("msgid_plural")
        if plural is None:
            messages[parts["msgid"]] = parts["msgstr"]
        else:
            messages[f"{parts['msgid']}\0{plural}"] = f"{parts['msgstr[0]']}\0{parts['msgstr[1]']}"
    return messages


def compiled(messages: dict[str, str]) -> bytes:
    """The catalogue as a GNU .mo file: header, two tables of (length, offset), the strings."""
    pairs = sorted((key.encode(), value.encode()) for key, value in messages.items())
    start = 7 * 4
    offset = start + len(pairs) * 16
    tables: list[bytes] = []
    strings = b""
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[column]), offset + len(strings)))
            strings += pair[column] + b"\0"
    head = struct.pack("<7I", MAGIC, 0, len(pairs), start, start + len(pairs) * 8, 0, 0)
    return head + b"".join(tables) + strings


def main() -> None:
    """Write every .mo file anew."""
    for source in sorted(HERE.glob("*/LC_MESSAGES/*.po")):
        messages = catalogue(source.read_text(encoding="utf-8"))
        source.with_suffix(".mo").write_bytes(compiled(messages))


if __name__ == "__main__":
    main()
