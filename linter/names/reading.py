"""What a handle or profile name was read as: its parts, each with what it was taken for.

The classes of this package are plain: a dataclass would cost each run a third of a
millisecond at import, and there are six of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.registry.account import Designation, Person

    Told = dict[str, tuple["Part", ...]]

COUNTS = 0.5
"""From this confidence on a part is taken for a fact; below it stays a possibility."""


class Part:
    """A piece of the text.

    kind: person, first-name, office, function, salutation, ressort, subject, place, state,
    filler, connector, word, number or unknown; start and end: code points of the original
    text; word: the lexicon's form; support: why it was believed (or doubted); also: what
    else it could be; people and designations: whom or what it names, with the authority's id.
    """

    __slots__ = (
        "also",
        "body",
        "confidence",
        "designations",
        "end",
        "kind",
        "mandate",
        "people",
        "start",
        "support",
        "text",
        "word",
    )

    def __init__(
        self,
        start: int,
        end: int,
        text: str,
        kind: str,
        *,
        confidence: float = 1.0,
        support: tuple[str, ...] = (),
    ) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.kind = kind
        self.word = ""
        self.confidence = confidence
        self.support = support
        self.also: tuple[str, ...] = ()
        self.people: tuple[Person, ...] = ()
        self.designations: tuple[tuple[str, Designation], ...] = ()
        self.body = False
        self.mandate = False

    @property
    def counts(self) -> bool:
        """True where the part is certain enough to be held against a name."""
        return self.confidence >= COUNTS


class Reading:
    """A text and its parts, in order; they may leave separators between them.

    told: the parts by kind that name somebody or something; rules seldom want to know more, so
    that `later` makes the others in case someone asks.
    """

    __slots__ = ("_later", "_parts", "_told", "text")

    def __init__(
        self,
        text: str,
        parts: tuple[Part, ...] = (),
        later: Callable[[str], tuple[Part, ...]] | None = None,
        told: Told | None = None,
    ) -> None:
        self.text = text
        self._parts = parts
        self._later = later
        self._told = told

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts."""
        if self._later is not None:
            self._parts, self._later = self._later(self.text), None
            self._told = None
        return self._parts

    @property
    def told(self) -> Told:
        """The parts that count, by kind; of some readings only those that name someone or something."""
        if self._told is None:
            self._told = {}
            for part in self._parts:
                if part.counts:
                    self._told[part.kind] = (*self._told.get(part.kind, ()), part)
        return self._told

    def of(self, *kinds: str) -> tuple[Part, ...]:
        """The parts of the kinds that count, in their order."""
        if self._later is not None and not TELLING.issuperset(kinds):
            _ = self.parts  # makes them all
        told = self.told
        if len(kinds) == 1:
            return told.get(kinds[0], ())
        found = [part for kind in kinds for part in told.get(kind, ())]
        return tuple(sorted(found, key=lambda part: part.start))


TELLING = frozenset(("person", "office", "function", "ressort"))
"""What rules ask for: who or what a text names."""
