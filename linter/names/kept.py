"""The lexicon as plain data, as the compiled rulebook keeps it.

Building it takes longer than linting an account. What the packs' facts alone give is therefore
built once; a registry that knows more people, or names a ministry otherwise, has it built anew.
Even as kept it has more words than a registry has names: an entry is made when it is first found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.names.lexicon import Entry, Lexicon, Sense
from linter.registry.account import SUPREME

if TYPE_CHECKING:
    from linter.registry.account import Authority

PLAIN = tuple(sorted(set(Lexicon.__slots__) - {"entries", "find", "firsts"}))
"""Attributes that are plain data as they are."""


def packed(lexicon: Lexicon, authorities: dict[str, Authority]) -> dict[str, Any]:
    """The lexicon that was built from these authorities; people and names become numbers."""
    people = {
        id(person): (body.id, number)
        for body in authorities.values()
        for number, person in enumerate(body.people)
    }
    names = {
        id(designation): (body.id, number)
        for body in authorities.values()
        for number, designation in enumerate(body.designations)
    }
    entries = {id(entry): entry for entry in lexicon.entries.values()}
    senses = {id(s): s for entry in entries.values() for s in entry.senses}
    entry_numbers = {key: number for number, key in enumerate(entries)}
    sense_numbers = {key: number for number, key in enumerate(senses)}
    return {
        "bodies": {body.id: _extent(body) for body in authorities.values()},
        "plain": {name: getattr(lexicon, name) for name in PLAIN},
        "senses": [
            (
                (s.kind, s.word, s.level, s.compounds, s.body, s.mandate),
                tuple([people[id(person)] for person in s.people]),
                tuple([names[id(designation)] for _, designation in s.designations]),
            )
            for s in senses.values()
        ],
        "entries": [
            (tuple([sense_numbers[id(s)] for s in entry.senses]), entry.cost, entry.cuts)
            for entry in entries.values()
        ],
        "words": {word: entry_numbers[id(e)] for word, e in lexicon.entries.items()},
    }


def unpacked(data: dict[str, Any], authorities: dict[str, Authority]) -> Lexicon | None:
    """The lexicon again; None where the authorities are not those that it was built from."""
    known = data["bodies"]
    for id_, body in authorities.items():
        if _extent(body) != known.get(id_, (0, 0)):
            return None
    lexicon = Lexicon()
    for name, value in data["plain"].items():
        setattr(lexicon, name, value)
    lexicon.find = Kept(data, authorities).find
    return lexicon


class Kept:
    """The entries and their senses, by their numbers."""

    __slots__ = ("_entries", "_number", "_senses", "authorities", "data")

    def __init__(self, data: dict[str, Any], authorities: dict[str, Authority]) -> None:
        self.data = data
        self.authorities = authorities
        self._entries: dict[int, Entry] = {}
        self._senses: dict[int, Sense] = {}
        self._number = data["words"].get

    def find(self, word: str) -> Entry | None:
        """The entry of a spelling."""
        number = self._number(word)
        return None if number is None else self._entries.get(number) or self._entry(number)

    def _entry(self, number: int) -> Entry:
        senses, cost, cuts = self.data["entries"][number]
        made = tuple([self._senses.get(at) or self._sense(at) for at in senses])
        entry = self._entries[number] = Entry(made, cost, cuts)
        return entry

    def _sense(self, number: int) -> Sense:
        (kind, word, level, compounds, body, mandate), people, names = self.data["senses"][number]
        bodies = self.authorities
        sense = self._senses[number] = Sense(
            kind,
            word,
            level,
            people=tuple([bodies[id_].people[at] for id_, at in people]),
            designations=tuple([(id_, bodies[id_].designations[at]) for id_, at in names]),
            compounds=compounds,
            body=body,
            mandate=mandate,
        )
        return sense


def _extent(body: Authority) -> tuple[int, int]:
    """How much of an authority the lexicon holds: a registry only ever adds to what facts say."""
    return len(body.people), len(body.designations) if body.kind in SUPREME else 0
