"""prose: the lines of a page as one text that patterns run over, with the way back to the lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.page import Line

SENTENCE = re.compile(r"(?<=[.;!?]) (?=[A-ZÄÖÜ„\"(])")
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

    __slots__ = ("_first", "_sentences", "lines", "low", "starts", "text")

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
        self.text = "\n".join([line.text for line in self.lines])
        # Letters that no needle has are left out: what is left is searched several times as fast.
        self.low = self.text.lower().encode("latin-1", "replace").decode("latin-1")
        self._first: dict[str, int] = {}

    def has(self, *needles: str) -> bool:
        """Whether one of these lower-case letters is in the text: cheaper to ask than a pattern."""
        return any([self.first(needle) >= 0 for needle in needles])  # noqa: C419 - faster than a generator

    def first(self, needle: str) -> int:
        """Where these lower-case letters stand first; -1 where they do not."""
        at = self._first.get(needle)
        if at is None:
            at = self._first[needle] = self.low.find(needle)
        return at

    def span(self, needles: tuple[str, ...], around: int) -> tuple[int, int]:
        """From where to where, in whole lines, a pattern has to be looked for that needs one of these."""
        low = self.low
        if len(low) != len(self.text):  # a letter whose lower case is two
            return 0, len(self.text)
        first = [at for needle in needles if (at := self.first(needle)) >= 0]
        if not first:
            return 0, 0
        end = low.find("\n", max(low.rfind(needle) for needle in needles) + around)
        return max(low.rfind("\n", 0, max(min(first) - around, 0)), 0), len(low) if end < 0 else end

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

    def marked(self, *needles: str) -> set[int]:
        """The numbers of the sentences that have one of these lower-case letters."""
        sentences = self.sentences()
        if len(self.low) != len(self.text):  # a letter whose lower case is two
            return set(range(len(sentences)))
        starts = [start for start, _ in sentences]
        found: set[int] = set()
        for needle in needles:
            at = self.first(needle)
            while at >= 0:
                number = bisect_right(starts, at) - 1
                if number < 0 or at + len(needle) > sentences[number][1]:
                    at = self.low.find(needle, at + 1)
                    continue
                found.add(number)
                at = self.low.find(needle, sentences[number][1])
        return found

    def around(self, offset: int, reach: int) -> str:
        """The sentence an offset lies in, as far as it reaches to both sides."""
        found = self.sentences()
        at = bisect_right(found, (offset, len(self.text) + 1)) - 1
        start, end = found[max(at, 0)] if found else (0, 0)
        return self.text[max(start, offset - reach) : min(end, offset + reach)]

    def _split(self) -> Iterator[tuple[int, int]]:
        text = self.text
        for start, line in zip(self.starts, self.lines, strict=True):
            end = start + len(line.text)
            said = line.text
            ends = ". " in said or "! " in said or "? " in said or "; " in said
            for gap in SENTENCE.finditer(text, start, end) if ends else ():
                before = text[max(start, gap.start() - 12) : gap.start()]
                if ABBREVIATION.search(before):
                    continue
                if gap.start() > start:
                    yield start, gap.start()
                start = gap.end()  # noqa: PLW2901 - the next sentence of the line
            if start < end:
                yield start, end


def is_menu(line: Line) -> bool:
    """A line of a menu, not of the text: in a menu's region, or nothing but a link's few words."""
    if line.region in MENUS and not line.heading:
        return True
    return bool(line.hrefs) and len(line.text.split()) <= 3 and not line.heading  # noqa: PLR2004 - words of a label
