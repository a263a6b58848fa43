"""Segmentation: the cheapest way to cut a text into words that the lexicon knows.

A text is cut run by run (a run has no separators inside), and runs are remembered: handles are
all different, the words in them are not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.names.fold import RUN

if TYPE_CHECKING:
    from linter.names.lexicon import Entry, Lexicon, Sense

EDGE, CAMEL, NONE = 2, 1, 0
"""What stands between two letters: a separator (or the end), a change of case or to digits, nothing."""

SHORT_WORD = 3
CROSSING = 1.5
"""The price of reading a word across a change of case: `MinisterIn` is one word, `SchulZeit` two."""
KEY = 3
"""So many letters of a word lead to the lengths worth trying; no shorter word but by its own key."""
SPONGE = 2
"""Words of so few letters on average are no camel case: `sPoNgE`."""

TOKENS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+").findall
"""Camel case; the last capital before small letters is theirs (`MP|Wuest`)."""
EACH_RUN = RUN.finditer


class Piece:
    """A run of letters [start, end) and the lexicon's entry for it, if any."""

    __slots__ = ("end", "entry", "start")

    def __init__(self, start: int, end: int, entry: Entry | None) -> None:
        self.start = start
        self.end = end
        self.entry = entry


class Run:
    """Letters and digits between two separators, cut into pieces.

    bounds: what stands before each letter; telling: a piece may be a name, a title or a
    designation, or something that is written or misspelt like one; opens: it ends as words
    begin that go on behind a separator (`Heinen-Esser`), with these letters; odd: it may be meant as another
    text; vague: it begins or ends as a long name does; senses: what its pieces may name.
    """

    __slots__ = ("bounds", "odd", "opens", "pieces", "senses", "telling", "text", "vague")

    def __init__(self, text: str, bounds: list[int], pieces: list[Piece]) -> None:
        self.text = text
        self.bounds = bounds
        self.pieces = pieces
        self.telling = False
        self.senses: tuple[Sense, ...] = ()
        self.opens: tuple[str, ...] = ()
        self.odd = False
        self.vague = False


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


def cut(raw: str, lexicon: Lexicon) -> Run:
    """Cut one run."""
    text = raw.lower()
    if raw.isalpha() and (raw.islower() or raw.isupper() or raw[1:].islower()):
        bounds = [NONE] * len(text)
        entry = lexicon.find(text)
        if entry is not None:
            bounds[0] = EDGE
            return Run(text, bounds, [Piece(0, len(text), entry)])
    else:
        bounds = camel_bounds(raw)
    bounds[0] = EDGE
    return Run(text, bounds, segment(text, [*bounds, EDGE], lexicon))


def suspicious(raw: str) -> bool:
    """True where a run of letters and digits may be meant as another (`R3ul`, `ReuI`, `Mlnister`)."""
    if not raw.isalpha() or "rn" in raw or "vv" in raw or "RN" in raw or "VV" in raw:
        return True
    if raw[0] == "l" and (raw[1:2].isupper() or raw[1:3] == "nn"):
        return True
    if "lnis" in raw or "nlst" in raw or "sld" in raw:  # `Mlnister`, `Minlster`, `Praesldent`
        return True
    return "I" in raw[1:] and not raw.isupper()


def camel_bounds(raw: str) -> list[int]:
    """Where words begin by capitals and digits."""
    tokens = TOKENS(raw)
    if len(tokens) > SHORT_WORD and len(raw) < SPONGE * len(tokens):
        tokens = re.findall(r"[A-Za-z]+|[0-9]+", raw)
    bounds: list[int] = []
    for token in tokens:
        bounds.append(CAMEL)
        bounds += [NONE] * (len(token) - 1)
    return bounds


def letters_of(folded: str, runs: list[tuple[int, Run]]) -> Letters:
    """The letters of all runs, each run with its offset in the folded text."""
    at: list[int] = []
    bounds: list[int] = []
    for offset, run in runs:
        at += range(offset, offset + len(run.text))
        bounds += run.bounds
    bounds.append(EDGE)
    return Letters("".join([run.text for _, run in runs]), at, bounds, folded)


def pieces_of(runs: list[tuple[int, Run]], letters: Letters, lexicon: Lexicon) -> list[Piece]:
    """The pieces of all runs; across separators where the lexicon has words that hold some."""
    if len(runs) == 1:
        return runs[0][1].pieces
    end = 0
    for _, run in runs:
        end += len(run.text)
        if run.opens and letters.text.startswith(run.opens, end):
            return segment(letters.text, letters.bounds, lexicon)
    pieces: list[Piece] = []
    shift = 0
    for _, run in runs:
        if shift:
            pieces += [Piece(p.start + shift, p.end + shift, p.entry) for p in run.pieces]
        else:
            pieces += run.pieces
        shift += len(run.text)
    return pieces


def segment(text: str, bounds: list[int], lexicon: Lexicon) -> list[Piece]:
    """Cut into pieces of least total cost; letters that no word covers cost one each."""
    size = len(text)
    find, lengths_of, short = lexicon.find, lexicon.starts.get, lexicon.short.get
    plain = not any(bounds[1:size])
    best = [size + 1.0] * (size + 1)
    best[0] = 0.0
    back: list[tuple[int, Entry | None]] = [(0, None)] * (size + 1)
    for start in range(size):
        so_far = best[start]
        after = start + 1
        if so_far + 1.0 < best[after]:
            best[after] = so_far + 1.0
            back[after] = (start, None)
        lengths = lengths_of(text[start : start + KEY])
        if lengths is None:
            lengths = short(text[start : start + 2])
            if lengths is None:
                continue
        for length in lengths:
            end = start + length
            if end > size:
                continue
            entry = find(text[start:end])
            if entry is None:
                continue
            price = entry.cost
            if not plain and any(bounds[after:end]):
                crossing = _crossing(bounds, start, end, entry)
                if crossing < 0:
                    continue
                price += crossing
            if bounds[start] and bounds[end]:
                price -= 0.2
            elif length <= SHORT_WORD and not (bounds[start] or bounds[end]):
                price = length - 0.1
            if so_far + price < best[end]:
                best[end] = so_far + price
                back[end] = (start, entry)
    return _pieces(back, bounds, size, text)


def _crossing(bounds: list[int], start: int, end: int, entry: Entry) -> float:
    """The price of the boundaries inside a word; negative where it may not be read across one.

    A word may only be read across separators that it has itself (`Schwall-Düren`).
    """
    cuts = entry.cuts
    price = 0.0
    for index in range(start + 1, end):
        if bounds[index] and (index - start) not in cuts:
            if bounds[index] == EDGE:
                return -1.0
            price = CROSSING
    return price


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
