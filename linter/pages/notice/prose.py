"""prose: the lines of a page as one text that patterns run over, with the way back to the lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.page import Line

SENTENCE = re.compile(r"(?<=[.;!?])[ \t]+(?=[A-ZÄÖÜ„\"(])|\n")
ABBREVIATION = re.compile(
    r"(?:\b(?:Abs|Art|Nr|S|Satz|lit|Buchst|bzw|ggf|gem|vgl|ca|etc|usw|evtl|Dr|Prof|Hr|Fr|Inc|Co|Str|Tel|"
    r"z\. ?B|u\. ?a|d\. ?h|i\. ?d\. ?R|i\. ?V\. ?m|o\. ?[Ää]|sog|e\. ?V|No|para|art)\.)$"
)
MENUS = frozenset(("nav", "header", "footer"))
MANY = 200_000
"""Code points of a notice that are looked at; none is longer, a hostile page may be."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the page: the line's number and the column in it, both from 1."""

    line: int
    column: int


class Prose:
    """Lines joined by line breaks."""

    __slots__ = ("_sentences", "lines", "low", "starts", "text")

    def __init__(self, lines: list[Line]) -> None:
        self.lines: list[Line] = []
        self.starts: list[int] = []
        self._sentences: list[tuple[int, int]] | None = None
        length = 0
        for line in lines:
            if length > MANY:
                break
            self.lines.append(line)
            self.starts.append(length)
            length += len(line.text) + 1
        self.text = "\n".join(line.text for line in self.lines)
        self.low = self.text.lower()

    def has(self, *needles: str) -> bool:
        """Whether one of these lower-case letters is in the text: cheaper to ask than a pattern."""
        return any(needle in self.low for needle in needles)

    def index(self, offset: int) -> int:
        """Which of the lines an offset lies in."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def place(self, offset: int) -> Place:
        """The place on the page of an offset."""
        if not self.lines:
            return Place(1, 1)
        index = self.index(offset)
        return Place(self.lines[index].number, offset - self.starts[index] + 1)

    def sentences(self) -> list[tuple[int, int]]:
        """Start and end of every sentence or line of its own."""
        if self._sentences is None:
            self._sentences = list(self._split())
        return self._sentences

    def around(self, offset: int, reach: int) -> str:
        """The sentence an offset lies in, as far as it reaches to both sides."""
        found = self.sentences()
        at = bisect_right(found, (offset, len(self.text) + 1)) - 1
        start, end = found[max(at, 0)] if found else (0, 0)
        return self.text[max(start, offset - reach) : min(end, offset + reach)]

    def _split(self) -> Iterator[tuple[int, int]]:
        start = 0
        for gap in SENTENCE.finditer(self.text):
            before = self.text[max(start, gap.start() - 12) : gap.start()]
            if self.text[gap.start()] != "\n" and ABBREVIATION.search(before):
                continue
            if gap.start() > start:
                yield start, gap.start()
            start = gap.end()
        if start < len(self.text):
            yield start, len(self.text)


def is_menu(line: Line) -> bool:
    """A line of a menu, not of the text: in a menu's region, or nothing but a link's few words."""
    if line.region in MENUS and not line.heading:
        return True
    return bool(line.hrefs) and len(line.text.split()) <= 3 and not line.heading  # noqa: PLR2004 - words of a label
