"""Document: one YAML file's text, its nodes, and what is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.findings.finding import Place
from linter.registry.nodes import Node, Scalar, end_of, key_start_of, start_of

if TYPE_CHECKING:
    from array import array

LINE_BREAK = r"\r\n|\n|\r"
BLOCK = 8192
"""Code points; how many lines lie in front of a block is counted once, within it at each question."""


class Problem:
    """A REG001 or REG002 fault at offsets (code points) of the text; variant and values fill the rule's message."""

    __slots__ = ("account", "address", "code", "end", "start", "values", "variant")

    def __init__(
        self,
        code: str,
        variant: str,
        start: int,
        end: int,
        values: dict[str, Any] | None = None,
        address: str = "",
        account: str = "",
    ) -> None:
        self.code = code
        self.variant = variant
        self.start = start
        self.end = end
        self.values = {} if values is None else values
        self.address = address
        self.account = account


class Document:
    """A file as it was read; root is None where nothing could be made of it.

    odd: some of its texts read otherwise than they are written (see `linter.plain`).
    """

    __slots__ = ("_counted", "_starts", "odd", "path", "problems", "root", "text")

    def __init__(
        self,
        path: str,
        text: str,
        root: Node | None = None,
        problems: list[Problem] | None = None,
    ) -> None:
        self.path = path
        self.text = text
        self.root = root
        self.problems = [] if problems is None else problems
        self.odd = False
        self._starts: array[int] | None = None
        self._counted: list[int] | None = None

    @property
    def line_starts(self) -> array[int]:
        """The offset at which each line begins, lines broken as editors break them."""
        if self._starts is None:
            from array import array  # noqa: PLC0415 - a clean file's lines are never counted

            self._starts = array("I", [0])
            self._starts.extend(m.end() for m in re.finditer(LINE_BREAK, self.text))
        return self._starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (1-based, code points) of an offset."""
        if self._counted is None and self._starts is None and "\r" not in self.text:
            self._counted = _lines_before(self.text)
        if self._counted is not None:
            block = min(offset, len(self.text)) // BLOCK
            line = self._counted[block] + self.text.count("\n", block * BLOCK, offset)
            return line, offset - self.text.rfind("\n", 0, offset)
        from bisect import bisect_right  # noqa: PLC0415 - as above

        starts = self.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from start up to, not including, end."""
        line, column = self.position(start)
        end_line, end_column = self.position(max(start, end))
        return Place(self.path, line, column, end_line, end_column)

    def line(self, number: int) -> str:
        """A line's text (1-based) without its line break; empty beyond the end."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def span(self, node: Node, part: tuple[int, int] | None = None) -> tuple[int, int]:
        """Offsets of a node's value, or of a part of its text where the text stands as written.

        An escaped, folded or multi-line value has no such parts; then it is the whole value. One
        that is too long is known by its beginning.
        """
        start, end = start_of(node), end_of(node)
        if part is None or type(node) is not Scalar or node.text is None:
            return start, end
        raw = self.text[start:end]
        if raw.startswith(node.text):
            return start + part[0], start + part[1]
        if raw.startswith(node.text, 1):
            return start + 1 + part[0], start + 1 + part[1]
        return start, end

    def key_span(self, node: Node) -> tuple[int, int]:
        """Offsets of the key a node stands under, else of the node's first line."""
        start = key_start_of(node)
        value = start_of(node)
        if start is None:
            line_end = re.compile(LINE_BREAK).search(self.text, value)
            return value, min(end_of(node), line_end.start() if line_end else len(self.text))
        return start, start + len(self.text[start:value].rstrip().removesuffix(":").rstrip())


def _lines_before(text: str) -> list[int]:
    """The number of the line that each block begins in, of a text whose lines end with LF."""
    numbers, line = [], 1
    for start in range(0, len(text) + 1, BLOCK):
        numbers.append(line)
        line += text.count("\n", start, start + BLOCK)
    return numbers
