"""The reader: one place that answers what a handle or profile name is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.names.fold import fold
from linter.names.house import House
from linter.names.judge import COMPOUND, LIKELY, POSSIBLE, SUPPORTIVE, Judge, Verdict
from linter.names.lexicon import LONG, Lexicon, build
from linter.names.reading import COUNTS, Part, Reading
from linter.names.segment import EDGE, Letters, letters_of, segment

if TYPE_CHECKING:
    from datetime import date

    from linter.names.segment import Piece
    from linter.registry.account import Authority

MEMORY = 50_000
"""So many readings are kept; a registry asks for the same handle once per rule."""
LETTER_LIKE = "0134578"
"""Digits that pass for letters."""
MISSPELT = 40
"""No name is longer; a longer run is not compared."""


class Reader:
    """Reads names with a lexicon that is built once per run."""

    __slots__ = ("_houses", "_memory", "authorities", "lexicon")

    def __init__(self, lexicon: Lexicon, authorities: dict[str, Authority]) -> None:
        self.lexicon = lexicon
        self.authorities = authorities
        self._memory: dict[tuple[str, str | None], Reading] = {}
        self._houses: dict[str, House] = {}

    @classmethod
    def from_facts(
        cls, facts: dict[str, dict[str, Any]], authorities: dict[str, Authority]
    ) -> Reader:
        """Build from the packs' facts and the authorities with their people and designations."""
        return cls(build(facts, authorities), authorities)

    def read(
        self,
        text: str,
        *,
        authority: str | None = None,
        as_of: date | None = None,  # noqa: ARG002 - the seam: dates may come to weigh in
    ) -> Reading:
        """Read a text; authority is the id of the body the account belongs to."""
        key = (text, authority)
        known = self._memory.get(key)
        if known is None:
            if len(self._memory) >= MEMORY:
                self._memory.clear()
            known = self._memory[key] = self._read(text, authority)
        return known

    def house(self, authority: Authority) -> House:
        """What an authority may be called."""
        house = self._houses.get(authority.id)
        if house is None:
            house = self._houses[authority.id] = House(authority, self.authorities)
        return house

    def is_broad(self, authority: str) -> bool:
        """True for a house that no single subject names."""
        return authority in self.lexicon.broad

    def umbrellas(self, authority: Authority) -> tuple[str, ...]:
        """Umbrella names that the packs' facts know for a house or its predecessors."""
        known = self.lexicon.umbrellas
        return tuple(
            name for id_ in self.house(authority).family if id_ in known for name in known[id_]
        )

    def is_government(self, name: str, first_name: str) -> bool:
        """True where the packs' list of office holders names the person."""
        return (name, first_name) in self.lexicon.government

    def _read(self, text: str, authority: str | None) -> Reading:
        folded, origin = fold(text)
        letters = letters_of(folded)
        pieces = segment(letters, self.lexicon)
        verdicts = Judge(letters, pieces, self.lexicon, authority).verdict()
        self._misspelt(letters, pieces, verdicts, authority)
        parts = self._parts(text, origin, letters, pieces, verdicts)
        if _suspicious(folded):
            parts = self._undisguise(text, folded, origin, parts, authority)
        return Reading(text, tuple(parts) if origin is None else _apart(text, parts))

    def _parts(
        self,
        text: str,
        origin: list[int] | None,
        letters: Letters,
        pieces: list[Piece],
        verdicts: list[Verdict],
    ) -> list[Part]:
        parts = []
        for piece, verdict in zip(pieces, verdicts, strict=True):
            if verdict.kind == "swallowed":
                continue
            part = self._part(text, origin, letters, verdict)
            if piece.entry is not None and len(piece.entry.senses) > 1:
                kinds = [s.kind for s in piece.entry.senses if s.kind != verdict.kind]
                part.also = tuple(dict.fromkeys(kinds))
            parts.append(part)
        return parts

    def _part(
        self, text: str, origin: list[int] | None, letters: Letters, verdict: Verdict
    ) -> Part:
        start, last = letters.at[verdict.start], letters.at[verdict.end - 1]
        if origin is not None:
            start, last = origin[start], origin[last]
        end = last + 1
        if origin is not None:
            end = _with_marks(text, end)
        sense = verdict.sense
        part = Part(
            start,
            end,
            text[start:end],
            "unknown" if verdict.kind == "initial" else verdict.kind,
            confidence=verdict.confidence,
            support=tuple(verdict.support),
        )
        if sense is not None:
            part.word = sense.word
            part.people = verdict.people
            part.designations = sense.designations
            part.body = sense.body
            part.mandate = sense.mandate
        return part

    def _undisguise(
        self,
        text: str,
        folded: str,
        origin: list[int] | None,
        parts: list[Part],
        authority: str | None,
    ) -> list[Part]:
        """Read again with digits as letters; only a name or title that uses one is believed."""
        from linter.names.disguise import undisguised  # noqa: PLC0415 - few names need it

        found: dict[int, Part] = {}
        for plain, changed in undisguised(folded):
            letters = letters_of(plain)
            verdicts = Judge(
                letters, segment(letters, self.lexicon), self.lexicon, authority
            ).verdict()
            for verdict in verdicts:
                covered = changed.intersection(letters.at[verdict.start : verdict.end])
                if (
                    verdict.kind in {"person", "office", "function"}
                    and verdict.confidence > COUNTS
                    and covered
                    and verdict.end - verdict.start > COMPOUND
                ):
                    verdict.confidence = min(verdict.confidence, LIKELY)
                    verdict.support.append("look-alike")
                    part = self._part(text, origin, letters, verdict)
                    found.setdefault(part.start, part)
        return _laid_over(parts, sorted(found.values(), key=lambda part: part.start))

    def _misspelt(
        self,
        letters: Letters,
        pieces: list[Piece],
        verdicts: list[Verdict],
        authority: str | None,
    ) -> None:
        """A long name with one wrong letter: look at runs that the lexicon does not explain."""
        at = 0
        while at < len(pieces):
            if _settled(verdicts[at]):
                at += 1
                continue
            end = at + 1
            while (
                end < len(pieces)
                and not _settled(verdicts[end])
                and (letters.bounds[pieces[end].start] != EDGE)
            ):
                end += 1
            run = range(at, end)
            start, stop = pieces[at].start, pieces[end - 1].end
            if LONG <= stop - start + 1 <= MISSPELT and any(
                verdicts[i].kind == "unknown" for i in run
            ):
                self._look_up(letters.text[start:stop], run, (start, stop), verdicts, authority)
            at = end

    def _look_up(
        self,
        run: str,
        indexes: range,
        place: tuple[int, int],
        verdicts: list[Verdict],
        authority: str | None,
    ) -> None:
        long = self.lexicon.long
        candidates = dict.fromkeys(long.get(run[:4], []) + long.get(run[-4:], []))
        if run in candidates:
            return
        for candidate in candidates:
            if not _one_apart(run, candidate):
                continue
            entry = self.lexicon.entries.get(candidate)
            senses = entry.senses if entry else ()
            sense = next((s for s in senses if s.kind in {"person", "office", "function"}), None)
            if sense is None and entry is None:
                stem = candidate[candidate.index("minister") :]
                sense = next(s for s in self.lexicon.entries[stem].senses if s.kind == "office")
            if sense is None:
                continue
            people = tuple(
                p for p in sense.people
                if self.is_government(p.name, p.first_name) or p.authority == authority
            )  # fmt: skip
            if sense.kind == "person" and not people:
                continue
            for index in indexes:
                verdicts[index].kind = "swallowed"
            verdicts[indexes[0]] = Verdict(
                *place, sense.kind, sense, LIKELY, support=["misspelt"], people=people
            )
            return


def _apart(text: str, parts: list[Part]) -> tuple[Part, ...]:
    """One character may fold to several letters (`ä`): it goes to the first part that has it."""
    kept: list[Part] = []
    for part in parts:
        if kept and part.start < kept[-1].end:
            part.start = kept[-1].end
            if part.start >= part.end:
                continue
            part.text = text[part.start : part.end]
        kept.append(part)
    return tuple(kept)


def _settled(verdict: Verdict) -> bool:
    """Known well enough that no misspelling is looked for in it."""
    return verdict.kind in SUPPORTIVE and verdict.confidence > POSSIBLE


def _laid_over(parts: list[Part], found: list[Part]) -> list[Part]:
    """The parts, with those that a later reading explains replaced by it."""
    if not found:
        return parts
    kept, at = [], 0
    for part in parts:
        while at < len(found) and found[at].end <= part.start:
            at += 1
        if at == len(found) or found[at].start >= part.end:
            kept.append(part)
    return sorted([*kept, *found], key=lambda part: part.start)


def _suspicious(folded: str) -> bool:
    """True where a digit may stand for a letter, or I and l may have changed places."""
    if any(digit in folded for digit in LETTER_LIKE):
        return True
    if folded[:1] == "l" and folded[1:2].isupper():
        return True
    at = folded.find("I", 1)
    while at > 0:
        if folded[at - 1].islower() and not folded[at + 1 : at + 2].islower():
            return True
        at = folded.find("I", at + 1)
    return False


def _with_marks(text: str, end: int) -> int:
    """Combining marks belong to the letter they stand on."""
    import unicodedata  # noqa: PLC0415 - only for texts that are not ASCII

    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end


def _one_apart(one: str, other: str) -> bool:
    """One letter wrong, missing, too many, or two neighbours exchanged."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = 0
    while at < len(one) and one[at] == other[at]:
        at += 1
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    if one[at + 1 :] == other[at + 1 :]:
        return True
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
