"""prose: the lines of a page as one text that patterns run over, with the way back to the lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from linter.pages.sentences import breaks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.pages.page import Line

MENUS = frozenset(("nav", "header", "footer"))
MANY = 200_000
"""Code points of a notice that are looked at; none is longer, a hostile page may be."""
CITED = 13
"""Code points from the word `Art.`, `Artikel`, `Articles` to the number behind it."""
ARTICLE = re.compile(r"art(?=[^0-9]{0,10}[0-9])")
"""That word, in lower case: few that only look like it have a digit so near."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the page: the line's number and the column in it, both from 1."""

    line: int
    column: int


class Prose:
    """Lines joined by line breaks.

    Most patterns need some word that few lines have. So the words are looked for first, as `places`
    in the text in lower case, and the patterns around them only.
    """

    __slots__ = (
        "_articles",
        "_first",
        "_sentences",
        "_words",
        "aligned",
        "lines",
        "low",
        "starts",
        "text",
    )

    def __init__(self, lines: list[Line]) -> None:
        texts = [line.text for line in lines]
        starts = list(accumulate([len(text) + 1 for text in texts], initial=0))
        some = bisect_right(starts, MANY, 0, len(texts))
        self.lines = lines[:some]
        self.starts = starts[:some]
        self._sentences: list[tuple[int, int]] | None = None
        self.text = "\n".join(texts[:some])
        # Letters that no needle has are left out: what is left is searched several times as fast.
        self.low = self.text.lower().encode("latin-1", "replace").decode("latin-1")
        self.aligned = len(self.low) == len(self.text)
        """Whether places are the same in both; no letter's lower case is two."""
        self._articles: list[int] | None = None
        self._first: dict[str, int] = {}
        self._words = "\n".join(dict.fromkeys(self.low.split()))
        """Each word once: half of the text or less, and more than a hundred are looked for in it."""

    def has(self, *needles: str) -> bool:
        """Whether one of these lower-case letters is in the text: cheaper to ask than a pattern."""
        return any([self.first(needle) >= 0 for needle in needles])  # noqa: C419 - faster than a generator

    def first(self, needle: str) -> int:
        """Where these lower-case letters stand first; -1 where they do not."""
        at = self._first.get(needle)
        if at is None:
            is_word = " " not in needle and "\n" not in needle
            missing = is_word and needle not in self._words
            at = self._first[needle] = -1 if missing else self.low.find(needle)
        return at

    def places(self, *needles: str) -> Iterator[int]:
        """Every place of one of these lower-case letters, in order."""
        ahead = [(at, needle) for needle in needles if (at := self.first(needle)) >= 0]
        while ahead:
            nearest = min(ahead)
            at, needle = nearest
            yield at
            ahead.remove(nearest)
            after = self.low.find(needle, at + 1)
            if after >= 0:
                ahead.append((after, needle))

    def cited(self, number: str) -> Iterator[int]:
        """The places of the word for an article before a number that begins like this, in order."""
        if self._articles is None:
            self._articles = [found.start() for found in ARTICLE.finditer(self.low)]
        low, past = self.low, len(self.low)
        for word, following in pairwise((*self._articles, past)):
            # the number belongs to the last such word before it
            last = min(word + CITED, following + 2) + len(number)
            if low.find(number, word + 3, last) >= 0:
                yield word

    def stretches(self, places: Iterable[int], around: int) -> Iterator[tuple[int, int]]:
        """Whole lines with what stands around these places."""
        low, size = self.low, len(self.text)
        if not self.aligned:
            yield 0, size
            return
        start = end = -1
        for at in places:
            if at + around <= end:
                continue
            if end < 0 or at - around > end:
                if end >= 0:
                    yield start, end
                start = max(low.rfind("\n", 0, max(at - around, 0)), 0)
            end = low.find("\n", at + around)
            if end < 0:
                end = size
                break
        if end >= 0:
            yield start, end

    def matches(
        self, pattern: re.Pattern[str], places: Iterable[int], around: int
    ) -> Iterator[re.Match[str]]:
        """The matches of a pattern, each of which has one of these places in it.

        around: code points of a match, and of what it asks of the text beside it, that may stand
        before or behind the place.
        """
        for start, end in self.stretches(places, around):
            yield from pattern.finditer(self.text, start, end)

    def telling(self, places: Iterable[int]) -> Iterator[tuple[int, int]]:
        """The sentences in which one of these places lies."""
        sentences = self.sentences()
        if not self.aligned:
            yield from sentences
            return
        read = -1
        for at in places:
            if at < read:
                continue
            number = bisect_right(sentences, (at, len(self.text) + 1)) - 1
            if number >= 0 and at < sentences[number][1]:
                yield sentences[number]
                read = sentences[number][1]

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
            self._sentences = self._split()
        return self._sentences

    def marked(self, *needles: str) -> set[int]:
        """The numbers of the sentences that have one of these lower-case letters."""
        sentences = self.sentences()
        if not self.aligned:
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

    def _split(self) -> list[tuple[int, int]]:
        text = self.text
        found: list[tuple[int, int]] = []
        # none of them lies beyond the end of a line
        found_breaks = breaks(text)
        gap = next(found_breaks, None)
        for start, line in zip(self.starts, self.lines, strict=True):
            end = start + len(line.text)
            while gap is not None and gap[0] <= end:
                found.append((start, gap[0]))
                start = gap[1]  # noqa: PLW2901 - the next sentence of the line
                gap = next(found_breaks, None)
            if start < end:
                found.append((start, end))
        return found


def is_menu(line: Line) -> bool:
    """A line of a menu, not of the text: in a menu's region, or nothing but a link's few words."""
    if line.region in MENUS and not line.heading:
        return True
    # no more words than tell it are taken apart: every name in a line asks
    return bool(line.hrefs) and not line.heading and len(line.text.split(None, 3)) <= 3  # noqa: PLR2004 - words of a label
