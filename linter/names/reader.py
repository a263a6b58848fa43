"""The reader: one place that answers what a handle or profile name is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.names.fold import LETTERS, apart, fold, with_marks
from linter.names.house import House, family_of
from linter.names.judge import Judge
from linter.names.reading import COUNTS, TELLING, Part, Reading
from linter.names.segment import (
    CAMEL,
    EACH_RUN,
    EDGE,
    NONE,
    Letters,
    Piece,
    Run,
    cut,
    letters_of,
    pieces_of,
    suspicious,
)
from linter.names.spellings import LONG

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from linter.names.lexicon import Lexicon, Sense
    from linter.names.surroundings import Verdict
    from linter.registry.account import Account, Authority

MEMORY = 500
"""So many readings are kept; a registry asks for the same handle once per rule, one after the other."""
RUNS = 20_000
"""So many runs of letters are kept: the words that handles are made of recur."""
NOTHING: dict[str, tuple[Part, ...]] = {}
"""What is told by a text that names nobody and nothing."""
DIGITS = "0123456789"
NUMBER = Run("", [], [])
"""What is left of a number without its digits."""
SPACED = 3
"""Shorter words on average may be one that was pulled apart."""


class Reader:
    """Reads names with a lexicon that is built once per run."""

    __slots__ = (
        "_families",
        "_houses",
        "_memory",
        "_rows",
        "_runs",
        "_taken",
        "authorities",
        "lexicon",
    )

    def __init__(self, lexicon: Lexicon, authorities: dict[str, Authority]) -> None:
        self.lexicon = lexicon
        self.authorities = authorities
        self._memory: dict[tuple[str, str | None, date | None], Reading] = {}
        self._rows: dict[tuple[str, str | None, date | None], Reading] = {}
        self._runs: dict[str, Run] = {}
        self._families: dict[str | None, tuple[str, ...]] = {None: ()}
        self._taken: frozenset[str] | None = None
        self._houses: dict[str, House] = {}

    @classmethod
    def from_facts(
        cls,
        facts: dict[str, dict[str, Any]],
        authorities: dict[str, Authority],
        kept: dict[str, Any] | None = None,
    ) -> Reader:
        """Build from the packs' facts and the authorities with their people and designations.

        kept: the lexicon of the facts alone, as the rulebook has it.
        """
        from linter.names.kept import unpacked  # noqa: PLC0415 - one of the two is needed

        lexicon = unpacked(kept, authorities) if kept else None
        if lexicon is None:
            from linter.names.build import build  # noqa: PLC0415 - as above

            lexicon = build(facts, authorities)
        return cls(lexicon, authorities)

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

    def forget(self) -> None:
        """Let go of the texts that were read; the words in them stay known."""
        self._memory.clear()
        self._rows.clear()

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

    def taken(self, accounts: list[Account]) -> frozenset[str]:
        """The handles of a registry's accounts, for comparison; gathered when first asked for."""
        if self._taken is None:
            self._taken = frozenset(
                account.handle.casefold().removeprefix("@") for account in accounts
            )
        return self._taken

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
        telling, numbered = False, origin is None
        known = self._runs
        raws = LETTERS(folded)
        for raw in raws:
            run = known.get(raw)
            if run is None:
                if numbered and raw[-2:].isdigit():
                    from linter.names.numbers import masked, renumbered  # noqa: PLC0415 - few have

                    shape = masked(text)
                    if shape != text:
                        return renumbered(text, self.row(shape, authority, day))
                    numbered = False
                run = self._learn(raw)
            if run.telling:
                telling = True
        if not telling and len(folded) >= SPACED * len(raws):
            return Reading(text, later=self._plain, told=NOTHING)
        return self._judged(text, folded, origin, authority, day)

    def glance(self, text: str) -> tuple[Sense, ...] | None:
        """Whom or what a text names at most, by its words alone; None where only reading it tells.

        What stands around a word takes senses from it and gives it none.
        """
        folded, _ = fold(text)
        raws = LETTERS(folded)
        if len(folded) < SPACED * len(raws):
            return None
        known = self._runs
        runs = [known.get(raw) or self._word(raw) for raw in raws]
        telling = [run for run in runs if run.telling]
        if not telling:
            return ()
        if _goes_on(runs):
            return None
        if True in [run.odd for run in runs]:
            from linter.names.disguise import undisguised  # noqa: PLC0415 - few names need it

            for meant in undisguised(folded):
                runs = [known.get(raw) or self._word(raw) for raw in LETTERS(meant.text)]
                if _goes_on(runs):
                    return None
                telling += runs
        return tuple([sense for run in telling for sense in run.senses])

    def _word(self, raw: str) -> Run:
        """A run without the number at its end, which names nothing."""
        word = raw.rstrip(DIGITS) if raw[-2:].isdigit() else raw
        return self._runs.get(word) or (self._learn(word) if word else NUMBER)

    def row(self, masked: str, authority: str | None, day: date | None) -> Reading:
        """The reading of a text whose numbers are masked; handles of a row differ in them only."""
        key = (masked, authority, day)
        known = self._rows.get(key)
        if known is None:
            if len(self._rows) >= MEMORY:
                self._rows.clear()
            known = self._rows[key] = self._read(masked, authority, day)
        return known

    def _learn(self, raw: str) -> Run:
        """Cut a run that was not seen before."""
        if len(self._runs) >= RUNS:
            self._runs.clear()
        if raw.isdigit():
            return Run(raw, [EDGE, *[NONE] * (len(raw) - 1)], [Piece(0, len(raw), None)])
        if raw[-2:].isdigit():
            return self._numbered(raw)
        run = self._runs[raw] = cut(raw, self.lexicon)
        if run.text.endswith(self.lexicon.heads):
            run.opens = self._continued(run.text)
        run.odd = suspicious(raw)
        run.telling = self._tells(run) or bool(run.opens) or (run.odd and self._disguises(raw))
        return run

    def _continued(self, text: str) -> tuple[str, ...]:
        """How words go on that begin with the last letters of the text."""
        tails = self.lexicon.tails
        return tuple([tail for head in tails if text.endswith(head) for tail in tails[head]])

    def _disguises(self, raw: str) -> bool:
        from linter.names.disguise import undisguised  # noqa: PLC0415 - few names need it

        return any(self._tells(cut(meant.text, self.lexicon)) for meant in undisguised(raw))

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
        run.telling, run.odd, run.vague = known.telling, known.odd, known.vague
        if not raw[-tail:].strip("0"):  # masked, so there are few
            self._runs[raw] = run
        return run

    def _tells(self, run: Run) -> bool:
        """True where a piece may name somebody or something, or nearly does."""
        text, long = run.text, self.lexicon.long
        telling = vague = False
        for piece in run.pieces:
            entry, start, end = piece.entry, piece.start, piece.end
            if entry is not None and entry.telling:
                telling = True
                run.senses += tuple([sense for sense in entry.senses if sense.kind in TELLING])
            if text[start : start + 4] in long or text[end - 4 : end] in long:
                vague = len(text) >= LONG - 1
        if vague:
            from linter.names.misspelt import nearly  # noqa: PLC0415 - few names need it

            run.vague = nearly(run, self.lexicon)
        return telling or run.vague

    def _plain(self, text: str) -> tuple[Part, ...]:
        """The parts of a text that names nobody and nothing."""
        folded, origin = fold(text)
        return self._judged(text, folded, origin, None, None, whole=True).parts

    def _judged(
        self,
        text: str,
        folded: str,
        origin: list[int] | None,
        authority: str | None,
        day: date | None,
        *,
        whole: bool = False,
    ) -> Reading:
        """The reading of a text; whole: with all parts, not only those that rules want to know."""
        family = self.family(authority)
        runs = self.runs_of(folded)
        letters, pieces, verdicts = self.verdicts(folded, runs, family, day)
        judged = zip(pieces, verdicts, strict=True)
        pulled_apart = len(folded) < SPACED * len(runs)
        if pulled_apart or any(run.odd for _, run in runs):
            parts = self._parts(text, origin, letters, judged)
            from linter.names.disguise import with_disguised  # noqa: PLC0415 - few names need it

            around = family, day
            parts = with_disguised(self, text, (folded, origin), parts, around, pulled_apart)
            return Reading(text, tuple(parts) if origin is None else apart(text, parts))
        if whole or origin is not None:
            parts = self._parts(text, origin, letters, judged)
            return Reading(text, tuple(parts) if origin is None else apart(text, parts))
        told: dict[str, tuple[Part, ...]] = {}
        for piece, verdict in judged:
            if verdict.kind in TELLING and verdict.confidence >= COUNTS:
                place = letters.at[verdict.start], letters.at[verdict.end - 1] + 1
                part = self.part(text, None, place, piece, verdict)
                told[part.kind] = (*told.get(part.kind, ()), part)
        # the other parts would take their memory for every name; few are ever asked for
        return Reading(
            text,
            later=lambda text: self._judged(text, text, None, authority, day, whole=True).parts,
            told=told,
        )

    def _parts(
        self,
        text: str,
        origin: list[int] | None,
        letters: Letters,
        judged: Iterable[tuple[Piece, Verdict]],
    ) -> list[Part]:
        return [
            self.part(text, origin, (letters.at[v.start], letters.at[v.end - 1] + 1), piece, v)
            for piece, v in judged
            if v.kind != "swallowed"
        ]

    def runs_of(self, folded: str) -> list[tuple[int, Run]]:
        """The runs of a folded text, with their places."""
        known = self._runs
        return [(m.start(), known.get(m[0]) or self._learn(m[0])) for m in EACH_RUN(folded)]

    def verdicts(
        self,
        folded: str,
        runs: list[tuple[int, Run]],
        family: tuple[str, ...],
        day: date | None,
    ) -> tuple[Letters, list[Piece], list[Verdict]]:
        """What each piece of the runs is taken for."""
        letters = letters_of(folded, runs)
        pieces = pieces_of(runs, letters, self.lexicon)
        judge = Judge(letters, pieces, self.lexicon, family, day)
        verdicts = judge.verdict()
        if _goes_on([run for _, run in runs]):
            from linter.names.misspelt import misspelt  # noqa: PLC0415 - few names need it

            misspelt(judge)
        return letters, pieces, verdicts

    def part(
        self,
        text: str,
        origin: list[int] | None,
        place: tuple[int, int],
        piece: Piece | None,
        verdict: Verdict,
    ) -> Part:
        """The part of the text that a verdict is on."""
        start, end = place
        if origin is not None:
            start, end = origin[start], with_marks(text, origin[end - 1] + 1)
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


def _goes_on(runs: list[Run]) -> bool:
    """True where words may be read together, or for a long name: not by what each of them names."""
    text, end = "", 0
    for run in runs:
        end += len(run.text)
        if run.vague:
            return True
        if run.opens:
            text = text or "".join([other.text for other in runs])
            if text.startswith(run.opens, end):
                return True
    return False
