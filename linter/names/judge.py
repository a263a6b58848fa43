"""Judging pieces in their surroundings: what each is most likely meant as, and how surely.

A name inside a longer word is no name, a surname that is also a word needs support, and an
abbreviation counts only beside a boundary or something known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.names.fold import spell_out
from linter.names.reading import TELLING
from linter.names.segment import CAMEL, EDGE
from linter.names.surroundings import (
    CERTAIN,
    COMPOUND,
    GENDERED,
    LIKELY,
    POSSIBLE,
    SUPPORTIVE,
    Surroundings,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.names.lexicon import Sense
    from linter.registry.account import Person

ANYWHERE = 10
"""A surname this long does not turn up inside other words by chance."""
NEUTRAL = SUPPORTIVE | {"connector", "subject", "swallowed"}
ACCESSORY = frozenset(("filler", "connector", "salutation", "number"))
"""What may stand before an abbreviation that is a place's, too (`Team_OB_Koeln`)."""
RESSORT, TITLES, PERSON = (
    frozenset(("ressort",)),
    frozenset(("office", "function")),
    frozenset(("person",)),
)
DOUBTFUL = frozenset(("common", "family"))
"""Levels of surnames that need support: a word, too, or borne by many."""
PHRASING = frozenset("fuer mit in im am aus auf an zu zum zur".split())  # `KraftFuerNRW`


class Judge(Surroundings):
    """Judges one text's pieces; each step sees what the steps before it decided."""

    __slots__ = ()

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
        kinds = {sense.kind for _, sense in ambiguous}
        titles = not kinds.isdisjoint(TITLES)
        if titles:  # counted once, so that a long text costs no more per name than a short one
            self.beside = any(
                v.sense is not None and v.sense.level == "beside" for v in self.verdicts
            )
        if "ressort" in kinds:
            self._each(ambiguous, RESSORT, self._ressort)
        if titles:
            self._each(ambiguous, TITLES, self._title)
        if "person" in kinds:
            self.strange = sum(v.kind not in NEUTRAL for v in self.verdicts)
            self.titled = any(v.kind == "office" and v.confidence > POSSIBLE for v in self.verdicts)
            self._each(ambiguous, PERSON, self._person)
            for index, sense in ambiguous:  # a name may support a title
                if sense.level in {"unsure", "abbreviations"}:
                    self._title(index, sense)
        return self.verdicts

    @staticmethod
    def _each(
        ambiguous: list[tuple[int, Sense]],
        kinds: frozenset[str],
        decide: Callable[[int, Sense], None],
    ) -> None:
        for index, sense in ambiguous:
            if sense.kind in kinds:
                decide(index, sense)

    def _ressort(self, index: int, sense: Sense) -> None:
        piece = self.pieces[index]
        verdict = self.verdicts[index]
        clean = self.clean(index, -1) and self.clean(index, 1)
        others = self.verdicts[max(0, index - 3) : index] + self.verdicts[index + 1 : index + 4]
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
        led = (
            after is None
            or after.kind in {"state", "filler", "number"}
            or self._could(index + 1, "person")
        )
        return index == 0 and led and self.clean(index, 1)

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
        start, end = piece.start, piece.end
        if confidence > POSSIBLE and sense.level == "stem":
            start, end = self._widened(index)
            if start < piece.start:
                self._swallow(index, start)
        self.verdicts[index] = Verdict(start, end, sense.kind, sense, confidence, support=support)

    def _stem(self, index: int, sense: Sense) -> tuple[float, list[str]] | None:
        if self.of_a_body(index):
            piece = self.pieces[index]  # and no misspelt title either
            self.verdicts[index] = Verdict(piece.start, piece.end, "word")
            return None
        if self._eponymous(index):
            return None
        gendered = self._text(index + 1) in GENDERED
        named = self._could(index + 1, "person")
        if not (gendered or named or self.clean(index, 1) or self._leads_on(index)):
            return POSSIBLE, ["inside-word"]
        if self.clean(index, -1) or self._text(index - 1) in self.lexicon.subjects:
            return CERTAIN, ["word"]
        start = self.pieces[index].start
        joined = start >= COMPOUND and not any(self.letters.bounds[start - 2 : start + 1])
        if sense.compounds and joined:  # three letters or more of the same word stand before it
            return LIKELY, ["compound"]
        return POSSIBLE, ["inside-word"]

    def _eponymous(self, index: int) -> bool:
        """`MinisterStein`, the mine: the words after the title end where another begins."""
        text, pieces, start = self.letters.text, self.pieces, self.pieces[index].start
        for name in self.lexicon.eponyms:
            end = start + len(name)
            if text.startswith(name, start) and (
                self.letters.bounds[end]
                or any(piece.start == end and piece.entry is not None for piece in pieces)
            ):
                self.verdicts[index] = Verdict(start, end, "word")
                for at in range(index + 1, len(pieces)):
                    if pieces[at].end > end:
                        break
                    self.verdicts[at].kind = "swallowed"
                return True
        return False

    def _abbreviation(self, index: int, sense: Sense) -> tuple[float, list[str]] | None:
        text = self._text(index)
        if self.beside and text in self.lexicon.place_codes:
            piece = self.pieces[index]
            self.verdicts[index] = Verdict(piece.start, piece.end, "place")
            return None
        if self._text(index + 1) in self.lexicon.bodies:  # `OBWahl`
            return None
        if self._measured(index) or not (self._parted(index, -1) and self._parted(index, 1)):
            return POSSIBLE, ["inside-word"]
        if self._is_word(index, sense):
            return POSSIBLE, ["also-a-word"]
        if text in self.lexicon.place_codes and self._follows(index):
            return POSSIBLE, ["ambiguous"]
        if sense.level == "unsure":
            near = [v for v in (self._near(index, -1), self._near(index, 1)) if v]
            if any(v.kind in {"person", "first-name"} and v.confidence > POSSIBLE for v in near):
                return CERTAIN, ["beside-name"]
            return POSSIBLE, ["ambiguous"]
        return CERTAIN, ["token"]

    def _parted(self, index: int, step: int) -> bool:
        """Nothing beside an abbreviation makes a word of it: `stslesmeister`, but not `stsmartin`."""
        piece = self.pieces[index]
        if self.letters.bounds[piece.start if step < 0 else piece.end]:
            return True
        near = self._near(index, step)
        if (
            near is not None
            and near.kind == "first-name"
            and not self._could(index + step, "person")
        ):
            return self._could(index + 2 * step, "person")
        return self.clean(index, step)

    def _follows(self, index: int) -> bool:
        """Other words stand before it and neither a name beside nor a place behind it: `Jobmesse_OB`."""
        if self._could(index - 1, "person", "first-name") or self._could(
            index + 1, "person", "first-name"
        ):
            return False
        after = self._near(index, 1)
        if after is not None and after.kind == "place":
            return False
        return any(v.kind not in ACCESSORY for v in self.verdicts[max(0, index - 3) : index])

    def _is_word(self, index: int, sense: Sense) -> bool:
        """`ob` among other words, and the plural `CDs`, are no offices."""
        piece = self.pieces[index]
        letters = self.letters
        raw = letters.source[letters.at[piece.start] : letters.at[piece.end - 1] + 1]
        if raw[-1] == "s" and raw[:-1].isupper() and raw != sense.word:
            return True
        if raw.isupper() or self._text(index) not in self.lexicon.little:
            return False
        after = self._near(index, 1)
        return len(self.pieces) > COMPOUND and (after is None or after.kind not in SUPPORTIVE)

    def _widened(self, index: int) -> tuple[int, int]:
        """A title with its subject before (`Innen|minister`) and its gendered ending behind."""
        piece = self.pieces[index]
        start, end, bounds = piece.start, piece.end, self.letters.bounds
        at = index - 1
        while at >= 0 and bounds[start] != EDGE and self._joins(at, start):
            start = self.pieces[at].start
            at -= 1
        if self._text(index + 1) in GENDERED:
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
        people = self.candidates(sense)
        if not people:
            return
        support = self._support(index, people)
        clean = ("initial" in support or self.clean(index, -1)) and (
            self.clean(index, 1) or self._possessive(index)
        )
        if clean or "own-house" not in support or sense.level == "common":
            written_on = None
        else:
            from linter.names.glued import glued  # noqa: PLC0415 - few names are such

            written_on = glued(self, index, people)
        if written_on:
            confidence = LIKELY
            support += written_on
        elif "first-name" in support or "initial" in support or "title" in support:
            sides = clean or (
                "first-name" in support and self._explained(index, -1) and self._explained(index, 1)
            )
            confidence = CERTAIN if sides else POSSIBLE
        elif not clean:
            long = sense.level == "distinct" and (
                piece.end - piece.start >= ANYWHERE
                or self._text(index) in self.lexicon.unmistakable
            )
            confidence = LIKELY if long else POSSIBLE
            support.append("long-name" if long else "inside-word")
        elif self._in_company(index):
            confidence = POSSIBLE
            support.append("also-a-word")
        elif sense.level in DOUBTFUL or self.verdicts[index].kind == "word":
            confidence = LIKELY if self._believed(index, sense, support) else POSSIBLE
            if confidence == POSSIBLE:
                support.append("also-a-word" if sense.level == "common" else "widespread")
        else:
            confidence = CERTAIN if sense.level == "distinct" else LIKELY
            support.append("token")
        if confidence > POSSIBLE and "first-name" not in support and self.namesake(index, people):
            confidence = POSSIBLE
            support.append("other-first-name")
        old = self.verdicts[index]
        if confidence <= POSSIBLE and old.kind not in {"unknown", "person"}:
            return
        self.verdicts[index] = Verdict(
            piece.start, piece.end, "person", sense, confidence, support=support, people=people
        )

    def _possessive(self, index: int) -> bool:
        """`Reuls_Team`: an s, and something that is the person's; `Laumanns_NRW` is another name."""
        if self._text(index + 1) != "s" or not self._exact_end(index + 1):
            return False
        beyond = self._near(index, 2)
        return beyond is not None and beyond.kind not in {"state", "number", "place"}

    def _exact_end(self, index: int) -> bool:
        return bool(self.letters.bounds[self.pieces[index].end])

    def _explained(self, index: int, step: int) -> bool:
        """What stands beside is clean, or a whole word that the lexicon knows."""
        if self.clean(index, step):
            return True
        near = self._near(index, step)
        return (
            near is not None
            and near.kind in {"word", "subject"}
            and near.end - near.start > COMPOUND
        )

    def _believed(self, index: int, sense: Sense, support: list[str]) -> bool:
        """A surname that many bear or that is a word, too, needs its house or accessories only.

        A word has to be a token of its own then, and none that the house deals with: `Jaeger_NRW` of
        the ministry for hunting are the hunters.
        """
        alone = self.strange - (self.verdicts[index].kind not in NEUTRAL) <= 0
        exact = self._exact(self.pieces[index])
        if "own-house" in support and (alone or (exact and sense.level == "family")):
            return True
        if alone and (sense.level == "family" or (exact and self._meant_as_name(index, sense))):
            support.append("token")
            return True
        return False

    def _meant_as_name(self, index: int, sense: Sense) -> bool:
        """A word in the name's own spelling, beside something, in no phrase, nor the house's."""
        word = self._text(index)
        beside = {self._text(index - 1), self._text(index + 1)}
        if len(self.pieces) == 1 or not beside.isdisjoint(GENDERED | PHRASING):
            return False
        if any(word in self.lexicon.house_words.get(house, ()) for house in self.family):
            return False
        return any(
            word == spell_out(person.name) and self._in_office(person) for person in sense.people
        )

    def _in_office(self, person: Person) -> bool:
        """Nobody's name counts for an office before they take it."""
        return person.since is None or self.day is None or person.since <= self.day

    def _support(self, index: int, people: tuple[Person, ...]) -> list[str]:
        support = []
        firsts = {name for person in people for name in self.firsts(person)}
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
            elif step < 0 and near.kind == "unknown" and self._initials(index, text, people):
                near.kind = "initial"
                support.append("initial")
            elif near.kind == "salutation":
                support.append("title")
            elif near.kind == "ressort" and near.sense is not None:
                houses = {id_ for id_, _ in near.sense.designations}
                if any(person.authority in houses for person in people):
                    support.append("own-house")
        if self.titled:
            support.append("title")
        if any(person.authority in self.family and self._in_office(person) for person in people):
            support.append("own-house")
        return list(dict.fromkeys(support))
