"""piece: the pieces of a page in reading order, and where among them something can stand at all.

Most pieces of a page concern nobody: what is looked for has letters or digits that few of them
have. Those are found in one text of all pieces, and only they are looked at closely.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.pages.page import Line

MOST_PIECES = 4_000
"""An Impressum is short: what stands behind so many pieces is not read."""
_LOWER = bytes([ord(chr(code).lower()) for code in range(256)])
"""Lower case within Latin-1."""
DIGIT = re.compile(r"\d.*")


@dataclass(slots=True, eq=False)
class Piece:
    """A piece of a line; `value` is what follows its label, the whole text where there is none.

    gap: there was something between it and the piece before; outer: what the label of the whole
    line (a term, a first cell) announces.
    """

    text: str
    line: int
    column: int
    source: Line
    value: str
    gap: bool
    digit: bool
    outer: str = ""
    kind: str = ""
    at: int = 0
    topic: str = ""

    @property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @property
    def announces(self) -> bool:
        """Whether the piece is a label whose value stands in the pieces below."""
        return bool(self.kind) and not self.value

    @property
    def region(self) -> str:
        """The part of the page; what stands in none is main, as on pages that mark only a heading."""
        region = self.source.region
        return "" if region == "main" else region

    def place(self, offset: int = 0) -> tuple[int, int]:
        """Return line and column of a character of the text."""
        return self.line, self.column + offset


class Texts:
    """Texts joined by line breaks, and the way back to their numbers by where each starts.

    plain: with nothing but letters of Latin-1, which is searched several times as fast; low: that
    in lower case.
    """

    __slots__ = ("_bytes", "_low", "_said", "_starts", "plain", "text")

    def __init__(self, texts: list[str]) -> None:
        self.text = "\n".join(texts)
        self._bytes = self.text.encode("latin-1", "replace")
        self.plain = self._bytes.decode("latin-1")
        self._low = ""
        self._said: dict[re.Pattern[str], bool] = {}
        self._starts = list(accumulate([len(text) + 1 for text in texts], initial=0))

    @property
    def low(self) -> str:
        """The plain text in lower case."""
        if not self._low:
            self._low = self._bytes.translate(_LOWER).decode("latin-1")
        return self._low

    def where(self, pattern: re.Pattern[str], *, low: bool = False) -> list[int]:
        """The numbers of the texts in which the pattern matches; low: in their lower-case letters.

        Its match goes to the text's end, so that each text is told once.
        """
        hits = pattern.finditer(self.low if low else self.text)
        return [bisect_right(self._starts, hit.start()) - 1 for hit in hits]

    def having(self, *needles: str) -> set[int]:
        """The numbers of the texts that have one of these letters."""
        return self._having(self.plain, needles)

    def marked(self, *needles: str) -> set[int]:
        """The numbers of the texts that have one of these lower-case letters, in any case."""
        return self._having(self.low, needles)

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern matches anywhere: asked of every piece, and searched for once."""
        said = self._said.get(pattern)
        if said is None:
            said = self._said[pattern] = pattern.search(self.text) is not None
        return said

    def told(self, words: str, number: int) -> bool:
        """Whether a text before this one has the words, in any case."""
        low = words.encode("latin-1", "replace").translate(_LOWER).decode("latin-1")
        return self.low.find(low, 0, self._starts[number]) >= 0

    def _having(self, text: str, needles: tuple[str, ...]) -> set[int]:
        found: set[int] = set()
        starts = self._starts
        for needle in needles:
            at = text.find(needle)
            while at >= 0:
                number = bisect_right(starts, at)
                found.add(number - 1)
                at = text.find(needle, starts[number])
        return found


class Pieces(list[Piece]):
    """The pieces of a page in reading order. digits, kinds: which have any, which announce what."""

    __slots__ = ("digits", "kinds", "texts")

    def __init__(self, pieces: list[Piece]) -> None:
        super().__init__(pieces)
        self.texts = Texts([piece.text for piece in pieces])
        self.digits = [number for number, piece in enumerate(pieces) if piece.digit]
        self.kinds: dict[str, list[int]] = {}
        for number, piece in enumerate(pieces):
            if piece.kind:
                self.kinds.setdefault(piece.kind, []).append(number)

    def numbered(self, pattern: re.Pattern[str]) -> list[int]:
        """The numbers of the pieces in which a pattern matches that needs a digit."""
        search = pattern.search
        return [number for number in self.digits if search(self[number].text)]

    def of(self, *kinds: str) -> set[int]:
        """The numbers of the pieces that announce one of these."""
        return {number for kind in kinds for number in self.kinds.get(kind, ())}
