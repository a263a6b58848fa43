"""The words that the reader knows: spellings, and what each may stand for.

`linter.names.build` makes them of the packs' facts and the authorities. An entry is found by its folded spelling. Ordinary words share one entry; names, offices and
designations have their own, and one spelling may have several senses (`kraft`: a person, a word).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.names.reading import TELLING
from linter.names.spellings import NO_CUTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.registry.account import Designation, Person

ORDER = {
    kind: rank
    for rank, kind in enumerate(
        ("state", "place", "filler", "connector", "salutation", "word", "subject", "first-name")
    )
}
"""What a spelling is taken for at first sight, where it has several senses."""


class Sense:
    """One thing a spelling may stand for; level says how freely it may be believed."""

    __slots__ = (
        "body",
        "compounds",
        "designations",
        "kind",
        "level",
        "mandate",
        "people",
        "word",
    )

    def __init__(
        self,
        kind: str,
        word: str,
        level: str = "",
        *,
        people: tuple[Person, ...] = (),
        designations: tuple[tuple[str, Designation], ...] = (),
        compounds: bool = False,
        body: bool = False,
        mandate: bool = False,
    ) -> None:
        self.kind = kind
        self.word = word
        self.level = level
        self.people = people
        self.designations = designations
        self.compounds = compounds
        self.body = body
        self.mandate = mandate


class Entry:
    """A spelling's senses, what it costs to use it, and where separators may stand inside."""

    __slots__ = ("cost", "cuts", "first", "senses", "telling")

    def __init__(
        self, senses: tuple[Sense, ...], cost: float, cuts: frozenset[int] = NO_CUTS
    ) -> None:
        self.senses = senses
        self.cost = cost
        self.cuts = cuts
        self.telling = False
        self.first: Sense | None = None
        rank = len(ORDER)
        for sense in senses:
            if sense.kind in TELLING:
                self.telling = True
            elif ORDER[sense.kind] < rank:
                rank = ORDER[sense.kind]
                self.first = sense


class Lexicon:
    """Spellings to entries, with the lengths to try for each pair of first letters.

    find: the entry of a spelling; entries: all of them, where the lexicon was built in this run;
    eponyms: what is named after an office and who held it (`ministerstein`, a mine);
    given: first names, by which people of the same surname differ;
    politics: what politicians add to their names (`wuestcdu`); company: the words beside which a
    surname is a word, too (`Briefmarken_Stamp`).
    """

    __slots__ = (
        "bodies",
        "broad",
        "company",
        "entries",
        "eponyms",
        "find",
        "firsts",
        "given",
        "government",
        "heads",
        "house_words",
        "little",
        "long",
        "place_codes",
        "politics",
        "short",
        "starts",
        "subjects",
        "tails",
        "umbrellas",
        "unmistakable",
    )

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.find: Callable[[str], Entry | None] = self.entries.get
        self.starts: dict[str, list[int]] = {}
        self.short: dict[str, list[int]] = {}
        self.heads: tuple[str, ...] = ()
        self.tails: dict[str, tuple[str, ...]] = {}
        self.long: dict[str, list[str]] = {}
        self.firsts: dict[Person, list[str]] = {}
        self.given: frozenset[str] = frozenset()
        self.government: frozenset[tuple[str, str]] = frozenset()
        self.place_codes: frozenset[str] = frozenset()
        self.politics: frozenset[str] = frozenset()
        self.unmistakable: frozenset[str] = frozenset()
        self.little: frozenset[str] = frozenset()
        self.eponyms: frozenset[str] = frozenset()
        self.bodies: frozenset[str] = frozenset()
        self.subjects: frozenset[str] = frozenset()
        self.broad: frozenset[str] = frozenset()
        self.umbrellas: dict[str, tuple[str, ...]] = {}
        self.company: dict[str, frozenset[str]] = {}
        self.house_words: dict[str, frozenset[str]] = {}
