"""What a handle or profile name was read as: its parts, each with what it was taken for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.registry.account import Designation, Person

COUNTS = 0.5
"""From this confidence on a part is taken for a fact; below it stays a possibility."""


@dataclass(slots=True, eq=False, repr=False)
class Part:
    """A piece of the text.

    kind: person, first-name, office, function, salutation, ressort, subject, place, state,
    filler, connector, word, number or unknown; start and end: code points of the original
    text; word: the lexicon's form; support: why it was believed (or doubted); also: what
    else it could be; people and designations: whom or what it names, with the authority's id.
    """

    start: int
    end: int
    text: str
    kind: str
    word: str = ""
    confidence: float = 1.0
    support: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    designations: tuple[tuple[str, Designation], ...] = ()
    body: bool = False
    mandate: bool = False

    @property
    def counts(self) -> bool:
        """True where the part is certain enough to be held against a name."""
        return self.confidence >= COUNTS


@dataclass(slots=True, eq=False, repr=False)
class Reading:
    """A text and its parts, in order; they may leave separators between them."""

    text: str
    parts: tuple[Part, ...]

    def of(self, *kinds: str) -> tuple[Part, ...]:
        """The parts of the kinds that count."""
        return tuple(part for part in self.parts if part.kind in kinds and part.counts)
