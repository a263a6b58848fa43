"""Segmentation: the cheapest way to cut a text into words that the lexicon knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.names.lexicon import Entry, Lexicon

EDGE, CAMEL, NONE = 2, 1, 0
"""What stands between two letters: a separator (or the end), a change of case or to digits, nothing."""

SHORT_WORD = 3
CROSSING = 1.5
"""The price of reading a word across a change of case: `MinisterIn` is one word, `SchulZeit` two."""

_RUN = re.compile(r"[A-Z]+|[a-z]+|[0-9]+")


class Letters:
    """A folded text without its separators.

    at: each letter's offset in the folded text; bounds: what stands before each letter, and
    at the end.
    """

    __slots__ = ("at", "bounds", "source", "text")

    def __init__(self, text: str, at: list[int], bounds: list[int], source: str) -> None:
        self.text = text
        self.at = at
        self.bounds = bounds
        self.source = source

    def shouts(self, start: int, end: int) -> bool:
        """True where these letters are capitals and not all letters are."""
        at = self.at
        return self.source[at[start] : at[end - 1] + 1].isupper() and not self.source.isupper()


class Piece:
    """A run of letters [start, end) and the lexicon's entry for it, if any."""

    __slots__ = ("end", "entry", "start")

    def __init__(self, start: int, end: int, entry: Entry | None) -> None:
        self.start = start
        self.end = end
        self.entry = entry


def letters_of(folded: str) -> Letters:
    """Take the letters and digits and note where words may begin."""
    at: list[int] = []
    bounds: list[int] = []
    last = -1
    tokens = _tokens(folded)
    if len(tokens) > 3 and tokens[-1][1] - tokens[0][0] < 2 * len(tokens):  # noqa: PLR2004 - sPoNgE case
        tokens = [match.span() for match in re.finditer(r"[A-Za-z]+|[0-9]+", folded)]
    for start, end in tokens:
        bounds.append(CAMEL if start == last else EDGE)
        bounds += [NONE] * (end - start - 1)
        at += range(start, end)
        last = end
    bounds.append(EDGE)
    return Letters(
        "".join([folded[start:end] for start, end in tokens]).lower(), at, bounds, folded
    )


def _tokens(folded: str) -> list[tuple[int, int]]:
    """Runs of one case or of digits; the last capital before small letters is theirs (`MP|Wuest`)."""
    tokens: list[tuple[int, int]] = []
    for match in _RUN.finditer(folded):
        start, end = match.span()
        if tokens and tokens[-1][1] == start and folded[start].islower():
            before, _ = tokens[-1]
            if folded[before].isupper():
                if start - before == 1:
                    tokens.pop()
                else:
                    tokens[-1] = (before, start - 1)
                start -= 1
        tokens.append((start, end))
    return tokens


def segment(letters: Letters, lexicon: Lexicon) -> list[Piece]:
    """Cut into pieces of least total cost; letters that no word covers cost one each."""
    text, bounds = letters.text, letters.bounds
    size = len(text)
    entries, starts = lexicon.entries, lexicon.starts
    edges, camels = _next_bounds(bounds)
    best = [float(size + 1)] * (size + 1)
    best[0] = 0.0
    back: list[tuple[int, Entry | None]] = [(0, None)] * (size + 1)
    for start in range(size):
        so_far = best[start]
        cost = so_far + 1.0
        if cost < best[start + 1]:
            best[start + 1] = cost
            back[start + 1] = (start, None)
        lengths = starts.get(text[start : start + 2])
        if lengths is None:
            continue
        for length in lengths:
            end = start + length
            if end > size:
                continue
            entry = entries.get(text[start:end])
            if entry is None:
                continue
            price = entry.cost
            if edges[start] < end and not _fits(bounds, start, end, entry):
                continue
            if camels[start] < end and (camels[start] - start) not in entry.cuts:
                price += CROSSING
            if bounds[start] and bounds[end]:
                price -= 0.2
            elif length <= SHORT_WORD and not (bounds[start] or bounds[end]):
                price = length - 0.1
            if so_far + price < best[end]:
                best[end] = so_far + price
                back[end] = (start, entry)
    return _pieces(back, bounds, size, text)


def _next_bounds(bounds: list[int]) -> tuple[list[int], list[int]]:
    """For each letter, where the next separator and the next change of case behind it stand."""
    size = len(bounds) - 1
    edges, camels = [size] * (size + 1), [size] * (size + 1)
    edge = camel = size
    for index in range(size - 1, -1, -1):
        edges[index], camels[index] = edge, camel
        if bounds[index] == EDGE:
            edge = index
        elif bounds[index] == CAMEL:
            camel = index
    return edges, camels


def _fits(bounds: list[int], start: int, end: int, entry: Entry) -> bool:
    """A word may only be read across separators that it has itself (`Schwall-Düren`)."""
    cuts = entry.cuts
    return all(bounds[index] != EDGE or (index - start) in cuts for index in range(start + 1, end))


def _pieces(
    back: list[tuple[int, Entry | None]], bounds: list[int], size: int, text: str
) -> list[Piece]:
    """Walk back along the cheapest way; unknown letters join up to the next place a word may begin."""
    pieces: list[Piece] = []
    end = size
    while end:
        start, entry = back[end]
        if (
            entry is None
            and pieces
            and pieces[-1].entry is None
            and not bounds[end]
            and text[start].isdigit() == text[end].isdigit()
        ):
            pieces[-1].start = start
        else:
            pieces.append(Piece(start, end, entry))
        end = start
    pieces.reverse()
    return pieces
