from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.registry.comments import comments
from linter.registry.parse import parse

MARK = "# amtlint: ignore[X] -- x"


def found(text: str) -> list[str]:
    document = parse(text, "r.yaml")
    assert not document.problems
    for comment in comments(document):
        assert text[comment.start : comment.end] == comment.text
    return [comment.text for comment in comments(document)]


@pytest.mark.parametrize(
    "text",
    [
        f"a: 1 {MARK}\n",
        f"a: 'x' {MARK}",
        f'a: "x" {MARK}\n',
        f'a: "x"{MARK}\n',
        f"a: [1, 2] {MARK}\n",
        f"a:\n  - 1 {MARK}\n  - 2\n",
        f"a: {MARK}\n  b: 1\n",
        f"a: |  {MARK}\n  text\n",
        f"a: |\n  text\n{MARK}\nb: 1\n",
        f"a: &n >-\n  text\n\n{MARK}\nb: *n\n",
        f"a: &n |2- {MARK}\n  text\n",
        f"{MARK}\na: 1\n",
        f"a: 1\n{MARK}\n",
        f"a: {{b: 1, {MARK}\n  c: 2}}\n",
        f"a: 'quoted # sign' {MARK}\n",
        f"'a # b': 1 {MARK}\n",
        f"a: 1 # from the minutes {MARK}\n",
        f"a: &n 1 {MARK}\nb: *n\n",
        f"a: &n\n  c: 1 {MARK}\nb: *n\n",
        f"a:\r\n  b: 1 {MARK}\r\n",
    ],
)
def test_a_comment_is_found_wherever_yaml_has_one(text):
    assert found(text) == [MARK]


@pytest.mark.parametrize(
    "text",
    [
        f"a: '{MARK}'\n",
        f'a: "{MARK}"\n',
        "a: x#amtlint:ignore[X]\n",
        f"a: &n |\n  {MARK}\n",
        f"a: |\n  {MARK}\n",
        f"a: >\n  one\n  {MARK}\n  two\n",
        f"a: 'one\n  {MARK}\n  two'\n",
        f"a: [x, '{MARK}']\n",
        f"'a {MARK}': 1\n",
        f'"a {MARK}": 1\n',
        f"# handle: IM_NRW  {MARK}\na: 1\n",
        "a: 1 # see amtlint: ignore[X]\n",
        "a: amtlint:x\n",
    ],
)
def test_what_only_looks_like_a_comment_is_none(text):
    assert found(text) == []


def test_two_waivers_on_one_line_are_two():
    first, second = "# amtlint: ignore[X] -- x", "# amtlint: ignore[Y] -- y"
    assert found(f"a: 1 {first} {second}\n") == [first, second]


def test_a_comment_ends_where_yaml_ends_the_line():
    assert found(f"a: 1 {MARK}\u2028b: 2\n") == [MARK]


@given(
    st.lists(
        st.tuples(st.text("a #:'\"\\ä", max_size=8), st.sampled_from("'\"|"), st.booleans()),
        min_size=1,
        max_size=5,
    )
)
def test_comments_are_told_from_texts_that_contain_them(rows):
    lines = []
    for number, (text, style, commented) in enumerate(rows):
        value = f"{text}{MARK}"
        tail = f" # amtlint: {number}" if commented else ""
        if style == "'":
            lines.append(f"k{number}: '{value.replace(chr(39), chr(39) * 2)}'{tail}")
        elif style == '"':
            lines.append(f"k{number}: {json.dumps(value, ensure_ascii=False)}{tail}")
        else:
            lines.append(f"k{number}: |{tail}\n  -{value}")
    expected = [f"# amtlint: {n}" for n, (_, _, commented) in enumerate(rows) if commented]
    assert found("\n".join(lines) + "\n") == expected
