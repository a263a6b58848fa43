"""Comments that speak to the linter, found without reading the whole file a second time.

libyaml drops comments, so the lines with the marker are taken, and a `#` counts only where no
quoted or block scalar holds it. That is looked up in the nodes, going down one branch.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.registry.nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    end_of,
    key_start_of,
    start_of,
)

if TYPE_CHECKING:
    from linter.registry.document import Document

MARKER = "amtlint:"
"""What a comment for the linter begins with."""

COMMENT = re.compile(r"#[ \t]*amtlint:(?:(?!#[ \t]*amtlint:)[^\r\n\x85\u2028\u2029])*")
QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""", re.DOTALL)
HEAD = re.compile(r"(?:[&!]\S*[ \t]+)*[|>]")
BREAKS = "\n\r\x85\u2028\u2029"


@dataclass(slots=True, eq=False, repr=False)
class Comment:
    """A comment: its offsets, `#` included, and what stands before all comments on its line."""

    start: int
    end: int
    text: str
    before: str


def comments(document: Document) -> list[Comment]:
    """The document's comments for the linter, in order.

    Behind a value other words may come first (`# from the minutes # amtlint: …`); a line that
    is a comment as a whole counts only if it begins with the marker, for else it is most
    likely a value that was commented out together with its waiver.
    """
    text, root = document.text, document.root
    if MARKER not in text or root is None:
        return []
    found = []
    for match in COMMENT.finditer(text):
        start = match.start()
        line_start = _line_start(document, start)
        if not _in_scalar(text, root, start):
            first = _first_hash(text, root, line_start, start)
            if first == start or text[line_start:first].strip():
                words = match.group().rstrip()
                found.append(Comment(start, start + len(words), words, text[line_start:first]))
    return found


def _line_start(document: Document, offset: int) -> int:
    """Where the line begins as YAML sees it, which ends lines at more characters than editors."""
    start = document.line_starts[document.position(offset)[0] - 1]
    return start + max(document.text[start:offset].rfind(mark) for mark in BREAKS) + 1


def _first_hash(text: str, root: Node, line_start: int, start: int) -> int:
    """Where the line's comment begins."""
    at = text.index("#", line_start)
    while at < start and _in_scalar(text, root, at):
        at = text.index("#", at + 1)
    return at


def _behind_head(text: str, node: Scalar, offset: int) -> bool:
    """True on the first line of a block scalar (`|`, `>`), and behind its last one."""
    start, end = start_of(node), end_of(node)
    if HEAD.match(text, start) is None:
        return False
    first = next((at for at in range(start, offset) if text[at] in BREAKS), offset)
    return first == offset or offset >= start + len(text[start:end].rstrip())


def _in_scalar(text: str, node: Node, offset: int) -> bool:
    """True where a value or a key holds the offset."""
    if type(node) is Scalar:
        return start_of(node) <= offset < end_of(node) and not _behind_head(text, node, offset)
    if type(node) is Sequence:
        index = bisect_right(node.items, offset, key=start_of) - 1
        return index >= 0 and _in_scalar(text, node.items[index], offset)
    assert type(node) is Mapping  # noqa: S101 - the union has three members
    for child in node.entries.values():
        key_start = key_start_of(child)
        if key_start is not None and key_start <= offset < start_of(child):
            quoted = QUOTED.match(text, key_start)
            return quoted is not None and offset < quoted.end()
        if start_of(child) <= offset < end_of(child):
            return _in_scalar(text, child, offset)
    return False
