"""The reader: one place that answers what a handle or profile name is made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from linter.names.disguise import spaced, suspicious, undisguised
from linter.names.fold import fold
from linter.names.house import House, family_of
from linter.names.judge import COMPOUND, LIKELY, POSSIBLE, SUPPORTIVE, Judge, Verdict
from linter.names.lexicon import LONG, Lexicon, build
from linter.names.reading import COUNTS, TELLING, Part, Reading
from linter.names.segment import (
    CAMEL,
    EACH_RUN,
    EDGE,
    NONE,
    RUNS,
    Letters,
    Piece,
    Run,
    cut,
    letters_of,
    pieces_of,
)

if TYPE_CHECKING:
    from datetime import date

    from linter.names.disguise import Disguise
    from linter.registry.account import Authority

MEMORY = 50_000
"""So many readings are kept; a registry asks for the same handle once per rule."""
BELIEVED = TELLING
"""What a disguised word may be; an ordinary word in digits is nobody's business."""
STANDING = re.compile(
    r"(?<![A-Za-z0-9])[0-9]+(?![A-Za-z0-9])|(?<=[A-Za-z])[0-9]{2,}(?![A-Za-z0-9])"
)
"""Numbers that stand alone or are a word's tail: they name nothing."""
DIGITS = "0123456789"
SPACED = 3
"""Shorter words on average may be one that was pulled apart."""
MISSPELT = 40
"""No name is longer; a longer run is not compared."""


class Reader:
    """Reads names with a lexicon that is built once per run."""

    __slots__ = ("_families", "_houses", "_memory", "_runs", "authorities", "lexicon")

    def __init__(self, lexicon: Lexicon, authorities: dict[str, Authority]) -> None:
        self.lexicon = lexicon
        self.authorities = authorities
        self._memory: dict[tuple[str, str | None, date | None], Reading] = {}
        self._runs: dict[str, Run] = {}
        self._families: dict[str | None, tuple[str, ...]] = {None: ()}
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
        as_of: date | None = None,
    ) -> Reading:
        """Read a text; authority is the id of the body the account belongs to, as_of the day.

        Whoever takes office after that day lends a name no support.
        """
        key = (text, authority, as_of)
        known = self._memory.get(key)
        if known is None:
            if len(self._memory) >= MEMORY:
                self._memory.clear()
            known = self._memory[key] = self._read(text, authority, as_of)
        return known

    def house(self, authority: Authority) -> House:
        """What an authority may be called."""
        house = self._houses.get(authority.id)
        if house is None:
            house = self._houses[authority.id] = House(authority, self.authorities)
        return house

    def family(self, authority: str | None) -> tuple[str, ...]:
        """The ids of a body and its predecessors."""
        family = self._families.get(authority)
        if family is None:
            body = self.authorities.get(authority or "")
            family = family_of(body, self.authorities) if body else (authority or "",)
            self._families[authority] = family
        return family

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

    def _read(self, text: str, authority: str | None, day: date | None) -> Reading:
        folded, origin = fold(text)
        telling = numbered = False
        known = self._runs
        raws = RUNS(folded)
        for raw in raws:
            run = known.get(raw)
            if run is None:
                numbered = numbered or raw[-2:].isdigit() or raw.isdigit()
                run = self._learn(raw)
            if run.telling:
                telling = True
        if not telling and len(folded) >= SPACED * len(raws):
            return Reading(text, later=self._plain)
        if numbered and origin is None:
            masked = STANDING.sub(lambda match: "0" * len(match[0]), text)
            if masked != text:
                return _renumbered(text, self.read(masked, authority=authority, as_of=day))
        return Reading(text, self._judged(text, folded, origin, authority, day))

    def _learn(self, raw: str) -> Run:
        """Cut a run that was not seen before."""
        if len(self._runs) >= MEMORY:
            self._runs.clear()
        if raw.isdigit():
            return Run(raw, [EDGE, *[NONE] * (len(raw) - 1)], [Piece(0, len(raw), None)])
        if raw[-2:].isdigit():
            return self._numbered(raw)
        run = self._runs[raw] = cut(raw, self.lexicon)
        run.opens = run.text.endswith(self.lexicon.heads)
        run.telling = (
            run.opens
            or self._tells(run)
            or (
                suspicious(raw)
                and any(self._tells(cut(meant.text, self.lexicon)) for meant in undisguised(raw))
            )
        )
        return run

    def _numbered(self, raw: str) -> Run:
        """A run that ends in a number (`Kirchentag2027`): the words are remembered, the number isn't."""
        word = raw.rstrip(DIGITS)
        known = self._runs.get(word) or self._learn(word)
        tail = len(raw) - len(word)
        run = Run(
            known.text + raw[-tail:],
            [*known.bounds, CAMEL, *[NONE] * (tail - 1)],
            [*known.pieces, Piece(len(word), len(raw), None)],
        )
        run.telling = known.telling
        return run

    def _tells(self, run: Run) -> bool:
        text, long = run.text, self.lexicon.long
        vague = len(text) >= LONG - 1
        for piece in run.pieces:
            entry = piece.entry
            if entry is not None and entry.telling:
                return True
            if vague and (
                text[piece.start : piece.start + 4] in long
                or text[piece.end - 4 : piece.end] in long
            ):
                return True
        return False

    def _plain(self, text: str) -> tuple[Part, ...]:
        """The parts of a text that names nobody and nothing."""
        folded, origin = fold(text)
        return self._judged(text, folded, origin, None, None)

    def _judged(
        self,
        text: str,
        folded: str,
        origin: list[int] | None,
        authority: str | None,
        day: date | None,
    ) -> tuple[Part, ...]:
        family = self.family(authority)
        letters, pieces, verdicts = self._verdicts(folded, family, day)
        parts = [
            self._part(text, origin, (letters.at[v.start], letters.at[v.end - 1] + 1), piece, v)
            for piece, v in zip(pieces, verdicts, strict=True)
            if v.kind != "swallowed"
        ]
        meant = list(undisguised(folded)) if suspicious(folded) else []
        apart = spaced(folded)
        if apart is not None:
            meant.append(apart)
        found: dict[int, Part] = {}
        for disguise in meant:
            self._undisguise(text, origin, disguise, family, day, found)
        parts = _laid_over(parts, sorted(found.values(), key=lambda part: part.start))
        return tuple(parts) if origin is None else _apart(text, parts)

    def _verdicts(
        self, folded: str, family: tuple[str, ...], day: date | None
    ) -> tuple[Letters, list[Piece], list[Verdict]]:
        runs = [(m.start(), self._runs.get(m[0]) or self._learn(m[0])) for m in EACH_RUN(folded)]
        letters = letters_of(folded, runs)
        pieces = pieces_of(runs, letters, self.lexicon)
        verdicts = Judge(letters, pieces, self.lexicon, family, day).verdict()
        self._misspelt(letters, pieces, verdicts, family)
        return letters, pieces, verdicts

    def _part(
        self,
        text: str,
        origin: list[int] | None,
        place: tuple[int, int],
        piece: Piece | None,
        verdict: Verdict,
    ) -> Part:
        start, end = place
        if origin is not None:
            start, end = origin[start], _with_marks(text, origin[end - 1] + 1)
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
        if piece is not None and piece.entry is not None and len(piece.entry.senses) > 1:
            kinds = [s.kind for s in piece.entry.senses if s.kind != verdict.kind]
            part.also = tuple(dict.fromkeys(kinds))
        return part

    def _undisguise(
        self,
        text: str,
        origin: list[int] | None,
        disguise: Disguise,
        family: tuple[str, ...],
        day: date | None,
        found: dict[int, Part],
    ) -> None:
        """Read as it may be meant; only a name or title that needs the change is believed."""
        letters, _, verdicts = self._verdicts(disguise.text, family, day)
        for verdict in verdicts:
            at = letters.at[verdict.start : verdict.end]
            if (
                verdict.kind in BELIEVED
                and verdict.confidence > COUNTS
                and not disguise.changed.isdisjoint(at)
                and (verdict.end - verdict.start > COMPOUND or verdict.kind == "ressort")
            ):
                verdict.confidence = min(verdict.confidence, LIKELY)
                verdict.support.append("look-alike")
                place = disguise.starts[at[0]], disguise.ends[at[-1]]
                part = self._part(text, origin, place, None, verdict)
                found.setdefault(part.start, part)

    def _misspelt(
        self,
        letters: Letters,
        pieces: list[Piece],
        verdicts: list[Verdict],
        family: tuple[str, ...],
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
                self._look_up(letters.text[start:stop], run, (start, stop), verdicts, family)
            at = end

    def _look_up(
        self,
        run: str,
        indexes: range,
        place: tuple[int, int],
        verdicts: list[Verdict],
        family: tuple[str, ...],
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
                if self.is_government(p.name, p.first_name) or p.authority in (*family, "")
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


def _renumbered(text: str, reading: Reading) -> Reading:
    """The reading of a text that differs in numbers only."""
    parts = []
    for old in reading.parts:
        part = old
        if part.kind == "number" and text[part.start : part.end] != part.text:
            part = Part(part.start, part.end, text[part.start : part.end], "number")
        parts.append(part)
    return Reading(text, tuple(parts))


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
