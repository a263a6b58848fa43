"""A text's pieces and what stands around each: what judging a piece asks of its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.names.segment import EDGE, Letters, Piece
from linter.names.spellings import first_names, initials_of

if TYPE_CHECKING:
    from datetime import date

    from linter.names.lexicon import Lexicon, Sense
    from linter.registry.account import Person

CERTAIN, LIKELY, POSSIBLE = 0.95, 0.8, 0.3
COMPOUND = 3
GENDERED = frozenset(("in", "innen"))
AND = frozenset(("und", "u", "oder", "sowie"))
NEAR = 9
"""So many pieces away at most a body stands that is named after an office."""
SHORT = 2
"""So many letters are no first name behind a second one."""
ELECTION = ("wahl", "wahlen")  # stichwahl
"""One is of a single person, too: „Wahl der Bürgermeisterin“."""
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

    def _in_company(self, index: int) -> bool:
        """Words stand beside the surname that make it a word (`Briefmarken_Stamp`)."""
        words = self.lexicon.company.get(self._text(index))
        return words is not None and any(self._text(at) in words for at in (index - 1, index + 1))

    def _initials(self, index: int, text: str, people: tuple[Person, ...]) -> bool:
        """`kj` of `kjlaumann`, where a word begins."""
        if not 0 < len(text) <= COMPOUND or not self.letters.bounds[self.pieces[index - 1].start]:
            return False
        return any(initials_of(person).startswith(text) for person in people)

    def _measured(self, index: int) -> bool:
        """`MP3` and `8MP` are no offices."""
        after = self._text(index + 1)
        if after.isdigit() and len(after) == 1 and self._joined(index):
            return True
        return self._text(index - 1).isdigit() and self._joined(index - 1)

    def of_a_body(self, index: int) -> bool:
        """A body or an event is named after the office: `minister_innen_konferenz`."""
        return self._body_ahead(index) or self._body_before(index)

    def _body_ahead(self, index: int) -> bool:
        """Also where it is named once for two: `Landrats- und Bürgermeisterwahlen`."""
        bodies, joined, office = self.lexicon.bodies, False, True
        for at in range(index + 1, index + 1 + NEAR):
            text = self._text(at)
            if office and text in bodies:
                return True
            if text in AND:
                joined, office = True, False
            elif joined and self._could(at, "office"):
                office = True
            elif joined and any(self._titled_body(text, body) for body in bodies):
                return True
            elif text not in GENDERED and not (joined and text in self.lexicon.subjects):
                return False
        return False

    def _titled_body(self, text: str, body: str) -> bool:
        """One word that the lexicon has as such: `justizministerkonferenz`."""
        if not text.endswith(body):
            return False
        title = text.removesuffix(body)
        entries = [self.lexicon.find(title[at:]) for at in range(len(title))]
        return any(e is not None and any(s.kind == "office" for s in e.senses) for e in entries)

    def _body_before(self, index: int) -> bool:
        """`Konferenz der Justizministerinnen und Justizminister`, but not `Büro der Ministerin`."""
        for _ in range(NEAR):
            one = self._text(index).endswith("in") and self._text(index + 1) not in GENDERED
            at = index - 1
            while self._text(at) in self.lexicon.subjects:
                at -= 1
            if self._text(at) not in AND:
                break
            index = at - 1 - (self._text(at - 1) in GENDERED)
            if not self._could(index, "office"):
                return False
        of, body = self._text(at), self._text(at - 1)
        if of not in {"der", "des", "zur", "zum"} or body not in self.lexicon.bodies:
            return False
        return body.endswith(ELECTION) or (of == "der" and not one)

    def namesake(self, index: int, people: tuple[Person, ...]) -> bool:
        """Somebody else of that surname, or of that first name: `ludwig_richter`, `PeterundPaul`."""
        given = self.lexicon.given
        for step in (-1, 1):
            at = index + step
            word = self._text(at)
            if word in AND:
                if self._is_given(index) and self._is_given(at + step):
                    return True
            elif word and not self._could(at, "person"):
                if step < 0 and not self.letters.bounds[self.pieces[at].start]:
                    word = self._run_before(index)  # `jutta`, cut into two
                if word in given or self._is_given(at):
                    firsts = [alike(name) for person in people for name in self.firsts(person)]
                    if self._differs(word, firsts) and not self._beyond(at, step, firsts):
                        return True
        return False

    def _beyond(self, at: int, step: int, firsts: list[str]) -> bool:
        """Their own first name stands behind a second one (`ina_maria_brandes`)."""
        further = at + step
        while word := self._text(further):
            if len(word) > SHORT and not self._differs(word, firsts):
                return True
            if not self._is_given(further):
                return False
            further += step
        return False

    @staticmethod
    def _differs(word: str, firsts: list[str]) -> bool:
        return all(_differ(alike(word), first) for first in firsts)

    def _run_before(self, index: int) -> str:
        """The letters before a piece, from where a word begins."""
        end, bounds = self.pieces[index].start, self.letters.bounds
        start = end - 1
        while start > 0 and not bounds[start]:
            start -= 1
        return self.letters.text[max(start, 0) : end]

    def _is_given(self, index: int) -> bool:
        return self._text(index) in self.lexicon.given or self._could(index, "first-name")

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


def alike(name: str) -> str:
    """A first name without the ways to spell it: Claus and Klaus, Stephan and Stefan."""
    return name.replace("ph", "f").replace("th", "t").replace("tt", "t").replace("c", "k")


def _differ(name: str, other: str) -> bool:
    """Neither is short for the other (`Ben`), nor one letter off."""
    from linter.names.misspelt import one_apart  # noqa: PLC0415 - few names ask for it

    return not (name.startswith(other) or other.startswith(name) or one_apart(name, other))
