"""Lines and columns of a document, however it breaks its lines."""

from __future__ import annotations

import random

import pytest

from linter.registry.document import BLOCK, Document


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_a_position_is_that_of_the_line_starts(line_break):
    chance = random.Random(7)
    text = line_break.join("ü" * chance.randrange(90) for _ in range(700))
    assert len(text) > 3 * BLOCK
    counted, listed = Document("a.yaml", text), Document("a.yaml", text)
    starts = listed.line_starts
    edges = [0, 1, BLOCK - 1, BLOCK, 2 * BLOCK, len(text)]
    for offset in [*edges, *chance.sample(range(len(text)), 300)]:
        line = sum(start <= offset for start in starts)
        assert counted.position(offset) == (line, offset - starts[line - 1] + 1)
        assert listed.position(offset) == counted.position(offset)


def test_an_empty_document_has_one_place():
    assert Document("a.yaml", "").position(0) == (1, 1)


@pytest.mark.parametrize("size", [BLOCK - 1, BLOCK, BLOCK + 1])
def test_the_end_of_a_text_of_whole_blocks_has_a_place(size):
    assert Document("a.yaml", "\n" * size).position(size) == (size + 1, 1)
