"""The lexicon as the compiled rulebook keeps it reads names as the one that is built anew."""

from __future__ import annotations

import marshal

from linter.names import Reader
from linter.names.build import build
from linter.names.kept import unpacked
from linter.registry.account import Authority, Designation, Person
from linter.rulebook.facts import authorities_from
from linter.testing import load_for_tests

BOOK = load_for_tests()
NAMES = "IM_NRW Reul_NRW InnenministerReul Heinen-Esser ReuI R_e_u_l Archiv2020 TeamWuest OB_Koeln"


def test_what_is_kept_is_plain_data_and_gives_the_same_lexicon():
    data = marshal.loads(marshal.dumps(BOOK.lexicon))
    built = build(BOOK.facts, authorities_from(BOOK.facts))
    again = unpacked(data, authorities_from(BOOK.facts))
    assert again is not None
    assert list(data["words"]) == list(built.entries)
    for word, entry in built.entries.items():
        other = again.find(word)
        assert other is not None
        assert other is again.find(word)
        assert (other.cost, other.cuts, other.telling) == (entry.cost, entry.cuts, entry.telling)
        assert [told(sense) for sense in other.senses] == [told(sense) for sense in entry.senses]
    for name in ("starts", "short", "heads", "tails", "long", "government", "house_words"):
        assert getattr(again, name) == getattr(built, name)


def test_names_are_read_alike():
    bodies = authorities_from(BOOK.facts)
    kept = Reader.from_facts(BOOK.facts, bodies, BOOK.lexicon)
    built = Reader.from_facts(BOOK.facts, bodies)
    for name in NAMES.split():
        one, other = (reader.read(name, authority="im-nrw") for reader in (kept, built))
        assert [(p.text, p.kind, p.confidence) for p in one.parts] == [
            (p.text, p.kind, p.confidence) for p in other.parts
        ]


def test_a_registry_that_knows_more_has_the_lexicon_built_anew():
    more = authorities_from(BOOK.facts)
    more["im-nrw"].people.append(Person("Mustermann", "Frieda", "Ministerin", "im-nrw"))
    assert unpacked(BOOK.lexicon, more) is None
    reader = Reader.from_facts(BOOK.facts, more, BOOK.lexicon)
    assert reader.read("FriedaMustermann", authority="im-nrw").of("person")

    named = authorities_from(BOOK.facts)
    named["xx"] = Authority("xx", "ministry", designations=[Designation("Amt für Proben", "name")])
    assert unpacked(BOOK.lexicon, named) is None

    town = authorities_from(BOOK.facts)
    town["stadt-x"] = Authority("stadt-x", "city", designations=[Designation("Stadt X", "name")])
    assert unpacked(BOOK.lexicon, town) is not None


def told(sense):
    people = [(p.name, p.first_name, p.since) for p in sense.people]
    names = [(id_, d.text, d.form) for id_, d in sense.designations]
    plain = sense.kind, sense.word, sense.level, sense.compounds, sense.body, sense.mandate
    return plain, people, names
