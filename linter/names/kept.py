"""The lexicon as plain data, as the compiled rulebook keeps it.

Building it takes longer than linting an account. What the packs' facts alone give is therefore
built once; a registry that knows more people, or names a ministry otherwise, has it built anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.names.lexicon import Entry, Lexicon, Sense

if TYPE_CHECKING:
    from linter.registry.account import Authority

NAMED = frozenset(("ministry", "state-chancellery"))
"""Kinds of authorities whose designations are looked for in names."""
PLAIN = tuple(sorted(set(Lexicon.__slots__) - {"entries", "firsts"}))
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
    senses = [
        Sense(
            *sense[:3],
            people=tuple([authorities[id_].people[at] for id_, at in people]),
            designations=tuple([(id_, authorities[id_].designations[at]) for id_, at in names]),
            compounds=sense[3],
            body=sense[4],
            mandate=sense[5],
        )
        for sense, people, names in data["senses"]
    ]
    entries = [
        Entry(tuple([senses[number] for number in numbers]), cost, cuts)
        for numbers, cost, cuts in data["entries"]
    ]
    lexicon.entries = {word: entries[number] for word, number in data["words"].items()}
    return lexicon


def _extent(body: Authority) -> tuple[int, int]:
    """How much of an authority the lexicon holds: a registry only ever adds to what facts say."""
    return len(body.people), len(body.designations) if body.kind in NAMED else 0
