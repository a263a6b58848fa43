"""A text's pieces and what stands around each: what judging a piece asks of its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.names.segment import EDGE, Letters, Piece
from linter.names.spellings import first_names

if TYPE_CHECKING:
    from datetime import date

    from linter.names.lexicon import Lexicon, Sense
    from linter.registry.account import Person

CERTAIN, LIKELY, POSSIBLE = 0.95, 0.8, 0.3
COMPOUND = 3
SUPPORTIVE = frozenset(
    ("state", "filler", "office", "function", "first-name", "person", "salutation", "ressort",
     "place", "number", "initial")
)  # fmt: skip
"""What may stand directly beside a name or an abbreviation without making another word of it."""


class Verdict:
    """What a piece was taken for."""

    __slots__ = ("confidence", "end", "kind", "people", "sense", "start", "support")

    def __init__(
        self,
        start: int,
        end: int,
        kind: str,
        sense: Sense | None = None,
        confidence: float = 1.0,
        *,
        support: list[str] | None = None,
        people: tuple[Person, ...] = (),
    ) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.sense = sense
        self.confidence = confidence
        self.support = support or []
        self.people = people


class Surroundings:
    """One text's letters, pieces and verdicts, and the questions about neighbours."""

    __slots__ = (
        "beside",
        "day",
        "family",
        "letters",
        "lexicon",
        "pieces",
        "strange",
        "titled",
        "verdicts",
    )

    def __init__(
        self,
        letters: Letters,
        pieces: list[Piece],
        lexicon: Lexicon,
        family: tuple[str, ...],
        day: date | None,
    ) -> None:
        self.letters = letters
        self.pieces = pieces
        self.lexicon = lexicon
        self.family = family
        self.day = day
        self.verdicts = self._first_look()
        self.beside = False
        self.strange = 0
        self.titled = False

    def _first_look(self) -> list[Verdict]:
        """What each piece is taken for at first sight."""
        text, bounds = self.letters.text, self.letters.bounds
        verdicts: list[Verdict] = []
        for piece in self.pieces:
            start, end, entry = piece.start, piece.end, piece.entry
            if entry is None:
                if text[start:end].isdigit():
                    verdict = Verdict(start, end, "number")
                else:
                    alone = end - start == 1 and bounds[start] and bounds[end]
                    verdict = Verdict(start, end, "initial" if alone else "unknown")
            else:
                first = entry.first
                if first is None or (
                    end - start <= COMPOUND
                    and not bounds[start]
                    and not bounds[end]
                    and first.kind != "state"
                ):
                    # Names and titles have to earn it; so has `dr` in the middle of a word.
                    verdict = Verdict(start, end, "unknown", None, POSSIBLE)
                else:
                    verdict = Verdict(start, end, first.kind, first)
            verdicts.append(verdict)
        return verdicts

    def _exact(self, piece: Piece) -> bool:
        return bool(self.letters.bounds[piece.start] and self.letters.bounds[piece.end])

    def _near(self, index: int, step: int) -> Verdict | None:
        index += step
        return self.verdicts[index] if 0 <= index < len(self.verdicts) else None

    def _could(self, index: int, *kinds: str) -> bool:
        """True where the piece has one of the senses, decided or not."""
        if not 0 <= index < len(self.pieces):
            return False
        entry = self.pieces[index].entry
        return entry is not None and any(sense.kind in kinds for sense in entry.senses)

    def clean(self, index: int, step: int) -> bool:
        """Nothing beside the piece makes another word of it."""
        piece = self.pieces[index]
        if self.letters.bounds[piece.start if step < 0 else piece.end]:
            return True
        near = self._near(index, step)
        return near is not None and (
            near.kind in SUPPORTIVE
            or (near.kind == "unknown" and self._could(index + step, "person", "office", "ressort"))
        )

    def _leads_on(self, index: int) -> bool:
        """A connector and a word it leads to: `minister|der|justiz`."""
        near, beyond = self._near(index, 1), index + 2
        return (
            near is not None
            and near.end - near.start >= COMPOUND
            and self._could(index + 1, "connector")
            and beyond < len(self.pieces)
            and self.pieces[beyond].entry is not None
        )

    def _text(self, index: int) -> str:
        if not 0 <= index < len(self.pieces):
            return ""
        piece = self.pieces[index]
        return self.letters.text[piece.start : piece.end]

    def _joined(self, index: int) -> bool:
        return self.letters.bounds[self.pieces[index].end] != EDGE

    def candidates(self, sense: Sense) -> tuple[Person, ...]:
        """Members of the government anywhere; whom a registry lists, only in their own house."""
        government = self.lexicon.government
        return tuple(
            person
            for person in sense.people
            if (person.name, person.first_name) in government
            or not person.authority
            or person.authority in self.family
        )

    def firsts(self, person: Person) -> list[str]:
        """A person's first names, as they are written in handles."""
        known = self.lexicon.firsts
        words = known.get(person)
        if words is None:
            words = known[person] = first_names(person)
        return words
