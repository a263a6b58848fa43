"""What a house may be called: its own words, names and abbreviations, and its predecessors'.

Answers whether a handle is made of a house's name, whether a profile name shows the house, and
which designation in a name is no longer in force.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.names.fold import LETTERS, fold, spell_out
from linter.names.spellings import designation_spellings, spellings

if TYPE_CHECKING:
    from datetime import date

    from linter.names.lexicon import Sense
    from linter.names.reading import Part, Reading
    from linter.registry.account import Authority, Designation

NO_CONTENT = frozenset(
    ("der", "die", "das", "des", "dem", "den", "fuer", "fur", "und", "sowie", "im", "in", "am",
     "an", "chef", "chefin", "nrw", "nw", "nordrhein", "westfalen", "nordrheinwestfalen", "landes",
     "ministerium", "ministeriums", "ministerien", "minist", "min",
     "landnrw", "landesnrw", "landnw", "landnordrheinwestfalen", "landesnordrheinwestfalen")
)  # fmt: skip
"""What connects: it may stand in a handle beside a house's name, and names nothing by itself."""
SHORTENED = 3
"""Three letters of a subject before „min“ are an evident shortening (`FinMin`)."""


class House:
    """One authority's vocabulary."""

    __slots__ = ("_outdated", "abbreviations", "authority", "compact", "family", "words")

    def __init__(self, authority: Authority, authorities: dict[str, Authority]) -> None:
        self.authority = authority
        self.family = family_of(authority, authorities)
        bodies = [authorities[id_] for id_ in self.family if id_ in authorities] or [authority]
        self.words: set[str] = set()
        self.abbreviations: set[str] = set()
        self.compact: set[str] = set()
        self._outdated: dict[tuple[object, date], Designation | None] = {}
        for designation in (d for body in bodies for d in body.designations):
            self._learn(designation)

    def _learn(self, designation: Designation) -> None:
        compact = compacted(designation.text)
        if designation.form == "abbr":
            self.abbreviations.add(compact)
            self.words.add(compact)
            return
        self.compact.add(compact)
        for spelling, _, _ in designation_spellings(designation.text, designation.form):
            self.words.add(spelling)
            self.compact.add(spelling)
        official = designation.text.replace("-", " ")
        for text in (official, official.replace("NRW", " NRW")):
            for word in LETTERS(spell_out(text)):
                if word not in NO_CONTENT and not word.startswith(("minister", "staatskanzlei")):
                    self._learn_word(word)
        for spelling, _ in spellings(designation.text):
            self.compact.add(spelling)

    def _learn_word(self, word: str) -> None:
        self.words.add(word)
        stem = word.removesuffix("ministerium")
        if stem != word:
            self.words.update((stem, word))
        if word.endswith(("es", "en")):
            self.words.add(word[:-2])
        if word.endswith("e"):
            self.words.add(word[:-1])
        self.words.update({word + "s", stem + "s"})
        starts = [stem[:length] for length in range(SHORTENED, len(stem) + 1)]
        self.words.update(start + "min" for start in starts)
        self.words.update(start + "ministerium" for start in starts)

    def makes(self, text: str) -> bool:
        """True where the text is made of the house's words and connectors, at least one word."""
        rest = compacted(text)
        size = len(rest)
        reached: list[int] = [-1] * (size + 1)  # -1: not reached; 1: with a word of the house
        reached[0] = 0
        longest = max((len(word) for word in self.words), default=0)
        for start in range(size):
            if reached[start] < 0:
                continue
            for end in range(start + 1, min(size, start + max(longest, 20)) + 1):
                piece = rest[start:end]
                if piece in self.words:
                    reached[end] = max(reached[end], 1)
                elif piece in NO_CONTENT:
                    reached[end] = max(reached[end], reached[start])
        return reached[size] == 1

    def shows(self, reading: Reading) -> bool:
        """True where a name lets the house be seen as the sender."""
        if any(self.owns(part) for part in reading.of("ressort")):
            return True
        if compacted(reading.text) in self.compact:
            return True
        low = compacted(reading.text)
        return "ministerium" in low and any(
            len(word) > SHORTENED and word in low for word in self.words
        )

    def owns(self, part: Part | Sense) -> bool:
        """True where a designation is this house's or a predecessor's."""
        return any(id_ in self.family for id_, _ in part.designations)

    def abbreviated(self, reading: Reading) -> bool:
        """True where a name carries the house's abbreviation."""
        return any(
            part.kind == "ressort" and compacted(part.text) in self.abbreviations
            for part in reading.parts
        )

    def outdated(self, part: Part | Sense, day: date) -> Designation | None:
        """The designation that the part carries, where none of its readings is in force any more."""
        key = part.designations, day
        if key not in self._outdated:
            self._outdated[key] = self._past(part, day)
        return self._outdated[key]

    def _past(self, part: Part | Sense, day: date) -> Designation | None:
        if not self.owns(part) or any(d.in_force(day) for _, d in part.designations):
            return None
        past = [d for id_, d in part.designations if id_ in self.family and d.until is not None]
        past = [d for d in past if d.until is not None and d.until < day]
        return max(past, key=lambda d: d.until or day) if past else None


def family_of(authority: Authority, authorities: dict[str, Authority]) -> tuple[str, ...]:
    """The authority and all its predecessors, nearest first."""
    found = [authority.id]
    for id_ in found:  # grows while it is walked
        body = authorities.get(id_, authority)
        found += [before for before in body.predecessors if before not in found]
    return tuple(found)


def names_at(authority: Authority, day: date, *forms: str) -> tuple[str, ...]:
    """An authority's designations of the forms on a day; of one that has ended, its last."""
    named = [d for d in authority.designations if d.form in forms] or authority.designations
    in_force = [d.text for d in named if d.in_force(day)]
    return tuple(dict.fromkeys(in_force or [d.text for d in named]))[:4]


def current_names(
    authority: Authority, authorities: dict[str, Authority], day: date
) -> tuple[str, ...]:
    """The abbreviations in force for an authority, or for those that took its place."""
    return abbreviations_at(bodies_at(authority, authorities, day), day)


def bodies_at(
    authority: Authority, authorities: dict[str, Authority], day: date
) -> list[Authority]:
    """The authority, or those that had taken its place by that day."""
    bodies, lasting = [authority], []
    for body in bodies:  # grows while it is walked
        if body.until is None or day <= body.until:
            lasting.append(body)
        else:
            bodies += [
                after
                for id_ in body.successors
                if (after := authorities.get(id_)) is not None and after not in bodies
            ]
    return lasting


def abbreviations_at(bodies: list[Authority], day: date) -> tuple[str, ...]:
    """The first abbreviation of each body on a day."""
    names: list[str] = []
    for body in bodies:
        names += [d.text for d in body.designations if d.form == "abbr" and d.in_force(day)][:1]
    return tuple(dict.fromkeys(names))


def compacted(text: str) -> str:
    """Only the folded letters and digits of a text."""
    return "".join(LETTERS(fold(text)[0].lower()))
