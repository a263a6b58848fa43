"""Scalars as tuples: quicker, and nobody else may notice."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
import yaml
from yaml.events import ScalarEvent

from linter.registry import parse as module
from linter.registry.nodes import Mapping, Scalar
from linter.registry.parse import parse

TEXT = """\
registry: 1
base: &b {x: 'q', "y": ~, z: &s text, *s : again}
accounts:
  - {<<: *b, id: a, note: !!str 5, list: [1, "2", *s]}
  - id: b
    id: c
    bio: |
      eins
      zwei
    ? [odd]
    : value
    odd: !other 7
"""


def told(node):
    """A node with all its marks."""
    if type(node) is Scalar:
        return node.text, node.mark
    if type(node) is Mapping:
        return [(key, told(value)) for key, value in node.entries.items()], node.mark
    return [told(item) for item in node.items], node.mark


def test_objects_are_read_as_tuples_are(monkeypatch):
    quick = parse(TEXT, "t")
    monkeypatch.setattr(module, "scalars_as_tuples", nullcontext)
    slow = parse(TEXT, "t")
    assert told(quick.root) == told(slow.root)
    assert [(p.variant, p.start, p.end, p.values) for p in quick.problems] == [
        (p.variant, p.start, p.end, p.values) for p in slow.problems
    ]
    assert {p.variant for p in quick.problems} >= {"duplicate-key", "key-not-text", "tag"}


@pytest.mark.parametrize("text", [TEXT, "a: [", "a: \x07"])
def test_others_get_events_as_ever_whatever_became_of_the_file(text):
    parse(text, "t")
    events = [type(event) for event in yaml.parse("a: b", Loader=yaml.CSafeLoader)]
    assert events.count(ScalarEvent) == 2


def test_a_file_longer_than_a_piece_keeps_its_places():
    text = "ä: ö\n" + "".join(f"schlüssel{n}: wört – {n} 😀\n" for n in range(5000)) + "end: 'x'\n"
    root = parse(text, "t").root
    for key, node in root.entries.items():
        start, end = module.start_of(node), node.mark & (1 << module.OFFSET_BITS) - 1
        assert text[start:end].strip("'") == node.text, key
