"""A pack's own fields, authorities and head are held to their shape before any registry is read."""

from __future__ import annotations

import pytest

from linter.rulebook.compiled import compiled, rules_root
from linter.rulebook.load import load_packs
from tests.rulebook.packs import write_pack

BASE = compiled(rules_root(), None).words()


def told(folder):
    data = load_packs(folder, documents=BASE["documents"], tree=BASE["tree"], foreign=True)
    return [(error.line, error.column, error.render("en")) for error in data.problems]


def with_file(folder, name, text):
    pack = write_pack(folder)
    file = pack / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return pack


GOOD = """\
account:
  seal: {type: boolean, description: {de: Siegel., en: A seal.}}
  approvals: {properties: {mayor: {$ref: record}}}
  crew: {type: array, items: {$ref: member}}
defs:
  member: {type: object, properties: {name: {type: string, pattern: "^[A-Z]"}}}
"""


def test_a_fragment_may_add_fields_definitions_and_properties(tmp_path):
    assert told(with_file(tmp_path, "schema/house.yaml", GOOD)) == []


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("acount:\n  seal: {type: boolean}\n", (1, 1), "Did you mean “account”?"),
        ("account:\n  seal: {type: boolaen}\n", (2, 16), "Did you mean “boolean”?"),
        ("account:\n  seal: {typ: boolean}\n", (2, 10), "Did you mean “type”?"),
        ("account:\n  seal: 5\n", (2, 9), "A mapping is expected here."),
        ("account: 5\n", (1, 10), "A mapping is expected here."),
        ("account:\n  seal: {$ref: recrod}\n", (2, 16), "Did you mean “record”?"),
        ("account:\n  seal: {properties: {a: {format: dat}}}\n", (2, 35), "“date”"),
        ("account:\n  seal: {type: array, items: {type: sting}}\n", (2, 37), "“string”"),
        ("account:\n  seal: {anyOf: [{type: sting}]}\n", (2, 25), "“string”"),
        ("account:\n  seal: {pattern: '('}\n", (2, 19), "no regular expression"),
        ("account:\n  id: {pattern: ^z}\n", (2, 17), "there already"),
        ("account:\n  approvals: {required: [x]}\n", (2, 25), "there already"),
    ],
)
def test_what_does_not_hold_is_told_with_its_place(tmp_path, text, place, words):
    found = told(with_file(tmp_path, "schema/house.yaml", text))
    assert [fault[:2] for fault in found] == [place]
    assert words in found[0][2]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("default_for: {authority_kinds: [citty]}", "Did you mean “city”?"),
        ("default_for: {kinds: [resort]}", "Did you mean “ressort”?"),
        ("binds: {authority_kinds: [polize]}\nhouse_rule: {de: x, en: x}", "“police”"),
        ("binds: {authority_kinds: [police]}", "goes `house_rule`"),
    ],
)
def test_a_pack_that_would_bind_nobody_is_refused(tmp_path, line, words):
    pack = write_pack(tmp_path)
    head = pack / "pack.yaml"
    head.write_text(head.read_text("utf-8").rstrip() + f"\n{line}\n", encoding="utf-8")
    found = told(pack)
    assert len(found) == 1
    assert words in found[0][2]


def test_authorities_of_a_packs_facts_are_held_to_their_shape(tmp_path):
    text = "authorities:\n  - {id: amt-x, names: [Amt X], kind: citty}\n"
    (fault,) = told(with_file(tmp_path, "facts/authorities.yaml", text))
    assert fault[0] == 2
    assert "Did you mean “city”?" in fault[2]


@pytest.mark.parametrize(
    ("name", "text", "place", "words"),
    [
        ("facts/ressorts", "ressorts: [abc]\n", (1, 12), "Expected a mapping"),
        ("facts/ressorts", "ressorts: [{id: x, kind: ministry}]\n", (1, 12), "“names” is missing"),
        ("facts/officeholders", "officeholders: [{name: A, resort: x}]\n", (1, 27), "“ressort”"),
        ("facts/authorities", "authorities: amt-x\n", (1, 14), "A list is expected here."),
        ("facts/authorities", "- abc\n", (1, 1), "A mapping is expected here."),
        ("facts/words", "- abc\n", (1, 1), "A mapping is expected here."),
        ("schema/house", "- abc\n", (1, 1), "A mapping is expected here."),
    ],
)
def test_files_of_another_shape_are_told_not_left_out(tmp_path, name, text, place, words):
    fault, *_ = told(with_file(tmp_path, f"{name}.yaml", text))
    assert fault[:2] == place
    assert words in fault[2]
