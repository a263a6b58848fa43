"""Judging pieces in their surroundings: what each is most likely meant as, and how surely.

A name inside a longer word is no name, a surname that is also a word needs support, and an
abbreviation counts only beside a boundary or something known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.names.lexicon import first_names
from linter.names.reading import TELLING
from linter.names.segment import CAMEL, EDGE, Letters, Piece

if TYPE_CHECKING:
    from datetime import date

    from linter.names.lexicon import Lexicon, Sense
    from linter.registry.account import Person

CERTAIN, LIKELY, POSSIBLE = 0.95, 0.8, 0.3
ANYWHERE = 10
"""A surname this long does not turn up inside other words by chance."""
COMPOUND = 3
SUPPORTIVE = frozenset(
    ("state", "filler", "office", "function", "first-name", "person", "salutation", "ressort",
     "place", "number", "initial")
)  # fmt: skip
"""What may stand directly beside a name or an abbreviation without making another word of it."""
NEUTRAL = SUPPORTIVE | {"connector", "subject", "swallowed"}
GENDERED = frozenset(("in", "innen"))


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


class Judge:
    """Judges one text's pieces; each step sees what the steps before it decided."""

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
        self.verdicts = [self._first_look(index) for index in range(len(pieces))]
        # Counted once, so that a long text costs no more per name than a short one.
        self.beside = any(v.sense is not None and v.sense.level == "beside" for v in self.verdicts)
        self.strange = 0
        self.titled = False

    def verdict(self) -> list[Verdict]:
        """Decide the pieces that have more than one reading: titles first, then names."""
        ambiguous = [
            (index, sense)
            for index, piece in enumerate(self.pieces)
            if piece.entry is not None and piece.entry.telling
            for sense in piece.entry.senses
            if sense.kind in TELLING
        ]
        if not ambiguous:
            return self.verdicts
        for kinds, decide in (
            ({"ressort"}, self._ressort),
            ({"office", "function"}, self._title),
            ({"person"}, self._person),
        ):
            if "person" in kinds:
                self.strange = sum(v.kind not in NEUTRAL for v in self.verdicts)
                self.titled = any(
                    v.kind == "office" and v.confidence > POSSIBLE for v in self.verdicts
                )
            for index, sense in ambiguous:
                if sense.kind in kinds:
                    decide(index, sense)
        if any(sense.kind == "person" for _, sense in ambiguous):  # a name may support a title
            for index, sense in ambiguous:
                if sense.level in {"unsure", "abbreviations"}:
                    self._title(index, sense)
        return self.verdicts

    def _first_look(self, index: int) -> Verdict:
        piece = self.pieces[index]
        if piece.entry is None:
            text = self.letters.text[piece.start : piece.end]
            if text.isdigit():
                return Verdict(piece.start, piece.end, "number")
            alone = piece.end - piece.start == 1 and self._exact(piece)
            return Verdict(piece.start, piece.end, "initial" if alone else "unknown")
        first = piece.entry.first
        if (
            piece.end - piece.start <= COMPOUND
            and not self.letters.bounds[piece.start]
            and not self.letters.bounds[piece.end]
            and (first is None or first.kind != "state")
        ):  # `dr` in the middle of a word
            return Verdict(piece.start, piece.end, "unknown", None, POSSIBLE)
        if first is not None:
            return Verdict(piece.start, piece.end, first.kind, first)
        # Names and titles have to earn it; until then they are as good as unknown.
        return Verdict(piece.start, piece.end, "unknown", None, POSSIBLE)

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

    def _clean(self, index: int, step: int) -> bool:
        """Nothing beside the piece makes another word of it."""
        piece = self.pieces[index]
        if self.letters.bounds[piece.start if step < 0 else piece.end]:
            return True
        near = self._near(index, step)
        return near is not None and (
            near.kind in SUPPORTIVE
            or (near.kind == "unknown" and self._could(index + step, "person", "office", "ressort"))
        )

    def _ressort(self, index: int, sense: Sense) -> None:
        piece = self.pieces[index]
        verdict = self.verdicts[index]
        clean = self._clean(index, -1) and self._clean(index, 1)
        others = self.verdicts[:index][:3] + self.verdicts[index + 1 :][:3]
        if sense.level == "brand" and any(v.kind not in {"state", "filler"} for v in others):
            return  # `innen.nrw` names the house, `Innen` in `InnenministerReul` does not
        if sense.level == "abbr":
            confidence = CERTAIN if clean else POSSIBLE
            if piece.end - piece.start <= 2 and not self._stands_for_house(index):  # noqa: PLR2004
                confidence = POSSIBLE
        else:
            confidence = CERTAIN if clean else LIKELY
        if confidence > POSSIBLE or verdict.kind == "unknown":
            self.verdicts[index] = Verdict(piece.start, piece.end, "ressort", sense, confidence)

    def _stands_for_house(self, index: int) -> bool:
        """`IM` of `IM_NRW`, and not the preposition in `Reul_im_Landtag`."""
        piece = self.pieces[index]
        after = self._near(index, 1)
        if self.letters.shouts(piece.start, piece.end):
            return self._exact(piece) or len(self.pieces) <= 2  # noqa: PLR2004 - `IMNRW`
        alone = index == 0 and (after is None or after.kind in {"state", "filler", "number"})
        return alone and self._clean(index, 1)

    def _title(self, index: int, sense: Sense) -> None:
        piece = self.pieces[index]
        if sense.level == "stem":
            found = self._stem(index, sense)
        else:
            found = self._abbreviation(index, sense)
        old = self.verdicts[index]
        if found is None or (old.kind == "ressort" and old.confidence >= found[0]):
            return
        confidence, support = found
        if confidence <= POSSIBLE and old.kind not in {"unknown", sense.kind}:
            return
        start, end = self._widened(index, sense)
        if start < piece.start and sense.level == "stem":
            self._swallow(index, start)
        self.verdicts[index] = Verdict(start, end, sense.kind, sense, confidence, support=support)

    def _stem(self, index: int, sense: Sense) -> tuple[float, list[str]] | None:
        after = self._near(index, 1)
        if after is not None and self._text(index + 1) in self.lexicon.bodies:
            return None
        if self._text(index + 1) in GENDERED:
            pass
        elif not self._clean(index, 1):
            return POSSIBLE, ["inside-word"]
        if self._clean(index, -1) or self._text(index - 1) in self.lexicon.subjects:
            return CERTAIN, ["word"]
        before = self.pieces[index - 1]
        if sense.compounds and before.end - before.start >= COMPOUND:
            return LIKELY, ["compound"]
        return POSSIBLE, ["inside-word"]

    def _abbreviation(self, index: int, sense: Sense) -> tuple[float, list[str]] | None:
        text = self._text(index)
        if self.beside and text in self.lexicon.place_codes:
            piece = self.pieces[index]
            self.verdicts[index] = Verdict(piece.start, piece.end, "place")
            return None
        after = self._text(index + 1)
        numbered = after.isdigit() and len(after) == 1 and self._joined(index)  # `MP3`
        if numbered or not (self._clean(index, -1) and self._clean(index, 1)):
            return POSSIBLE, ["inside-word"]
        if sense.level == "unsure":
            near = [v for v in (self._near(index, -1), self._near(index, 1)) if v]
            if any(v.kind in {"person", "first-name"} and v.confidence > POSSIBLE for v in near):
                return CERTAIN, ["beside-name"]
            return POSSIBLE, ["ambiguous"]
        return CERTAIN, ["token"]

    def _text(self, index: int) -> str:
        if not 0 <= index < len(self.pieces):
            return ""
        piece = self.pieces[index]
        return self.letters.text[piece.start : piece.end]

    def _joined(self, index: int) -> bool:
        return self.letters.bounds[self.pieces[index].end] != EDGE

    def _widened(self, index: int, sense: Sense) -> tuple[int, int]:
        """A title with its subject before (`Innen|minister`) and its gendered ending behind."""
        piece = self.pieces[index]
        start, end, bounds = piece.start, piece.end, self.letters.bounds
        if sense.level == "stem":
            at = index - 1
            while at >= 0 and bounds[start] != EDGE and self._joins(at, start):
                start = self.pieces[at].start
                at -= 1
        if self._text(index + 1) in GENDERED and sense.level == "stem":
            end = self.pieces[index + 1].end
            self.verdicts[index + 1].kind = "swallowed"
        return start, end

    def _joins(self, index: int, start: int) -> bool:
        if self.letters.bounds[start] == CAMEL:
            return self._text(index) in self.lexicon.subjects
        return self.verdicts[index].kind in {"word", "subject", "unknown"}

    def _swallow(self, index: int, start: int) -> None:
        at = index - 1
        while at >= 0 and self.pieces[at].start >= start:
            self.verdicts[at].kind = "swallowed"
            at -= 1

    def _person(self, index: int, sense: Sense) -> None:
        piece = self.pieces[index]
        people = self._candidates(sense)
        if not people:
            return
        support = self._support(index, people)
        clean = self._clean(index, -1) and self._clean(index, 1)
        if "first-name" in support or "initial" in support or "title" in support:
            confidence = CERTAIN if clean else POSSIBLE
        elif not clean:
            long = sense.level == "distinct" and piece.end - piece.start >= ANYWHERE
            confidence = LIKELY if long else POSSIBLE
            support.append("long-name" if long else "inside-word")
        elif sense.level == "common" or self.verdicts[index].kind == "word":
            confidence = LIKELY if "own-house" in support else POSSIBLE
            if confidence == POSSIBLE:
                support.append("also-a-word")
        else:
            confidence = CERTAIN if sense.level == "distinct" else LIKELY
            support.append("token")
        old = self.verdicts[index]
        if confidence <= POSSIBLE and old.kind not in {"unknown", "person"}:
            return
        self.verdicts[index] = Verdict(
            piece.start, piece.end, "person", sense, confidence, support=support, people=people
        )

    def _candidates(self, sense: Sense) -> tuple[Person, ...]:
        """Members of the government anywhere; whom a registry lists, only in their own house."""
        government = self.lexicon.government
        return tuple(
            person
            for person in sense.people
            if (person.name, person.first_name) in government
            or not person.authority
            or person.authority in self.family
        )

    def _support(self, index: int, people: tuple[Person, ...]) -> list[str]:
        support = []
        firsts = {word for person in people for word in first_names(person)}
        for step in (-1, 1):
            near = self._near(index, step)
            if near is None:
                continue
            text = self._text(index + step)
            if self._could(index + step, "first-name") and text in firsts:
                near.kind, near.sense = "first-name", None
                support.append("first-name")
            elif near.kind == "initial" and any(first.startswith(text) for first in firsts):
                support.append("initial")
            elif near.kind == "salutation":
                support.append("title")
            elif near.kind == "ressort" and near.sense is not None:
                houses = {id_ for id_, _ in near.sense.designations}
                if any(person.authority in houses for person in people):
                    support.append("own-house")
        if self.titled:
            support.append("title")
        if any(
            person.authority in self.family
            and (person.since is None or self.day is None or person.since <= self.day)
            for person in people
        ):
            own = self.verdicts[index].kind not in NEUTRAL
            if self.strange - own <= 0:
                support.append("own-house")
        return list(dict.fromkeys(support))
