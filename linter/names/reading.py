"""What a handle or profile name was read as: its parts, each with what it was taken for.

The classes of this package are plain: a dataclass would cost each run a third of a
millisecond at import, and there are six of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.registry.account import Designation, Person

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
        word: str = "",
        confidence: float = 1.0,
        support: tuple[str, ...] = (),
    ) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.kind = kind
        self.word = word
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

    later: makes the parts in case someone asks, of a text of which it is known what it tells:
    nothing, as most do, or the same as `like`, which differs in its numbers only. More than that
    the rules don't want to know.
    """

    __slots__ = ("_later", "_like", "_parts", "_told", "text")

    def __init__(
        self,
        text: str,
        parts: tuple[Part, ...] = (),
        later: Callable[[str], tuple[Part, ...]] | None = None,
        like: Reading | None = None,
    ) -> None:
        self.text = text
        self._parts = parts
        self._later = later
        self._like = like
        self._told: dict[str, tuple[Part, ...]] | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts."""
        if self._later is not None:
            self._parts, self._later = self._later(self.text), None
        return self._parts

    def of(self, *kinds: str) -> tuple[Part, ...]:
        """The parts of the kinds that count; only names, titles and designations are asked for."""
        if self._later is not None and TELLING.issuperset(kinds):
            return self._like.of(*kinds) if self._like is not None else ()
        told = self._told
        if told is None:
            told = self._told = {}
            for part in self.parts:
                if part.counts:
                    told[part.kind] = (*told.get(part.kind, ()), part)
        if len(kinds) == 1:
            return told.get(kinds[0], ())
        return tuple([part for part in self.parts if part.kind in kinds and part.counts])


TELLING = frozenset(("person", "office", "function", "ressort"))
"""What rules ask for: who or what a text names."""
