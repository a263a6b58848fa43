"""Alternatives: names, titles and designations that a text could also hold, and what they lost to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.names.fold import fold
from linter.names.reading import TELLING
from linter.names.segment import EACH_RUN, KEY

if TYPE_CHECKING:
    from linter.names.lexicon import Entry
    from linter.names.reader import Reader
    from linter.names.reading import Part, Reading


class Alternative:
    """A reading of some characters that was not taken.

    parts: what they were read as instead; inside: the word goes on before or behind.
    """

    __slots__ = ("end", "inside", "kind", "parts", "start", "text", "word")

    def __init__(
        self, place: tuple[int, int], text: str, kind: str, word: str, parts: tuple[Part, ...]
    ) -> None:
        self.start, self.end = start, end = place
        self.text = text
        self.kind = kind
        self.word = word
        self.parts = parts
        self.inside = any(part.start < start or end < part.end for part in parts)


def lost(reader: Reader, reading: Reading) -> tuple[Alternative, ...]:
    """What else the lexicon sees in a text, in order; only what would name somebody or something."""
    folded, origin = fold(reading.text)
    found: list[Alternative] = []
    taken = {(part.start, part.end, part.kind) for part in reading.parts}
    for run in EACH_RUN(folded):
        for start, end, entry in _entries(run[0].lower(), reader):
            first, last = run.start() + start, run.start() + end - 1
            if origin is not None:
                first, last = origin[first], origin[last]
            last += 1
            parts = tuple(p for p in reading.parts if p.start < last and first < p.end)
            for sense in entry.senses:
                if (first, last, sense.kind) in taken or not entry.telling:
                    continue
                if any(
                    p.start <= first
                    and last <= p.end
                    and (p.kind == sense.kind or (p.kind in TELLING and p.counts))
                    for p in parts
                ):  # part of the same, or of a name or title that was found
                    continue
                if sense.kind in TELLING:
                    text = reading.text[first:last]
                    found.append(Alternative((first, last), text, sense.kind, sense.word, parts))
    found.sort(key=lambda a: (a.start, -a.end, a.kind, a.word))
    return tuple(
        each
        for number, each in enumerate(found)
        if not any(a.kind == each.kind and a.end >= each.end for a in found[:number])
    )


def _entries(text: str, reader: Reader) -> list[tuple[int, int, Entry]]:
    lexicon = reader.lexicon
    found = []
    for start in range(len(text)):
        lengths = lexicon.starts.get(text[start : start + KEY])
        for length in lengths or lexicon.short.get(text[start : start + 2]) or ():
            entry = lexicon.find(text[start : start + length])
            if entry is not None and start + length <= len(text):
                found.append((start, start + length, entry))
    return found
