"""What is read stands where the reader says: every span, cut from the text, reads back as its value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter.registry.nodes import Mapping, Scalar, Sequence, end_of, start_of
from linter.registry.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.document import Document
    from linter.registry.nodes import Node

WORDS = st.one_of(
    st.sampled_from(["IM_NRW", "Innenministerium NRW", "ja", "no", "NO", "0123", "2026-02-30"]),
    st.sampled_from(["~", "null", "", "# x", "a: b", "- a", "'", '"', "*x", "&x", "!x", "%", "|"]),
    st.sampled_from(["„Straße“", "😀 Amt", "@IM_NRW", "{", "]", "e\u0301", "١٢", "\u2028", "\x85"]),
    st.sampled_from(["two\nlines", "end\n", " lead", "trail ", "tab\there"]),
)
TEXTS = st.one_of(
    WORDS,
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff"),
        max_size=40,
    ),
)
KEYS = st.one_of(st.sampled_from(["id", "handle", "bio", "links", "Straße"]), TEXTS.filter(bool))
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(KEYS.filter(lambda k: k != "<<"), inner, max_size=4),
    ),
    max_leaves=12,
)
STYLES = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
        "default_flow_style": st.sampled_from([None, True, False]),
        "allow_unicode": st.booleans(),
        "width": st.sampled_from([20, 80, 10_000]),
        "indent": st.sampled_from([2, 4, 7]),
        "line_break": st.sampled_from(["\n", "\r\n", "\r"]),
        "explicit_start": st.booleans(),
        "explicit_end": st.booleans(),
        "sort_keys": st.just(False),
    }
)
BLANK = " \t\r\n\x85\u2028\u2029"
YAMLISH = st.text(
    st.sampled_from("ab:- \n\t'\"[]{},#&*!|>?%@`~<0é😀\r\x00\ufeff\u2028"), max_size=60
)


def scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Mapping):
        for value in node.entries.values():
            yield from scalars(value)


def collections(node: Node | None) -> Iterator[Mapping | Sequence]:
    if isinstance(node, Sequence):
        yield node
        for item in node.items:
            yield from collections(item)
    elif isinstance(node, Mapping):
        yield node
        for value in node.entries.values():
            yield from collections(value)


def plain(node: Node | None) -> Any:
    """The value as Python data, every scalar as the text that stands there."""
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    assert node is not None
    return "" if node.text is None else node.text


def nothing_as_empty(value: Any) -> Any:
    """PyYAML's base loader keeps `~` and `null` as text; our reader takes both for nothing."""
    if isinstance(value, list):
        return [nothing_as_empty(item) for item in value]
    if isinstance(value, dict):
        return {key: nothing_as_empty(item) for key, item in value.items()}
    return "" if value in ("~", "null", "Null", "NULL") else value


def cut(document: Document, node: Node) -> str:
    """The node's characters, indented as they stand, so that they can be read by themselves."""
    start, end = start_of(node), end_of(node)
    _, column = document.position(start)
    return " " * (column - 1) + document.text[start:end] + "\n"


def reads_back(document: Document) -> None:
    for node in (*scalars(document.root), *collections(document.root)):
        text = cut(document, node)
        if not text.strip(BLANK):
            assert plain(node) == ""
            continue
        if "*" in text or "<<" in text:
            continue  # an alias or a merge is no value by itself
        if not isinstance(node, Scalar) and ("|" in text or ">" in text):
            continue  # nor is a collection whose last block text ends who knows where
        again = yaml.load(text, yaml.CBaseLoader)
        found, expected = nothing_as_empty(again), nothing_as_empty(plain(node))
        if isinstance(found, str) and text.lstrip(BLANK)[0] in "|>":
            # how far a block text is indented, and where it ends, depends on what stands around it
            found, expected = "".join(found.split()), "".join(expected.split())
        assert found == expected, (text, plain(node))


@given(value=VALUES, style=STYLES)
@settings(max_examples=150, deadline=None)
def test_spans_of_any_value_in_any_style_read_back_as_the_value(
    value: Any, style: dict[str, Any]
) -> None:
    text = yaml.dump(value, Dumper=yaml.CDumper, **style)
    document = parse(text, "x.yaml")
    assert document.problems == [], (text, [vars_of(p) for p in document.problems])
    assert nothing_as_empty(plain(document.root)) == nothing_as_empty(
        yaml.load(text, yaml.CBaseLoader)
    )
    reads_back(document)


def vars_of(problem: Any) -> tuple[Any, ...]:
    return problem.code, problem.variant, problem.start, problem.end, problem.values


@given(text=st.one_of(st.text(max_size=80), YAMLISH).map(lambda t: t.lstrip("\ufeff")))
@example(text="\x85")
@example(text="a: &a [*a]\n")
@example(text="<<: {a: b}\n")
@example(text="? [a, b]\n: c\n")
@example(text="- !!python/object:os.system x\n")
@example(text="a: 1\n---\nb: 2\n")
@example(text="\x00")
@example(text="{a: b, a: c}")
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_or_has_a_problem_with_a_place_inside_it(text: str) -> None:
    document = parse(text, "x.yaml")
    for problem in document.problems:
        assert 0 <= problem.start <= len(text), vars_of(problem)
        assert problem.start <= problem.end <= len(text) + 1, vars_of(problem)
    if not document.problems:
        reads_back(document)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("handle: IM_NRW\n", "handle", "IM_NRW"),
        ("  handle:   'IM_NRW'  # as on the platform\n", "handle", "'IM_NRW'"),
        ('"handle" : "IM_NRW"\n', '"handle"', '"IM_NRW"'),
        ("{handle: IM_NRW}", "handle", "IM_NRW"),
        ("? handle\n: IM_NRW\n", "handle", "IM_NRW"),
        ("handle: &one IM_NRW\n", "handle", "&one IM_NRW"),
        ("handle: >-\n  IM\n  NRW\n\nid: x\n", "handle", ">-\n  IM\n  NRW"),
        ("handle: |\r\n  IM\r\n  NRW\r\nid: x\r\n", "handle", "|\r\n  IM\r\n  NRW"),
        ("# 😀\nhandle: Straße 😀\n", "handle", "Straße 😀"),
        ("handle:\n  IM\n  NRW\nid: x\n", "handle", "IM\n  NRW"),
    ],
)
def test_the_spans_of_a_key_and_its_value_are_those_that_a_reader_would_mark(
    text: str, key: str, value: str
) -> None:
    document = parse(text, "x.yaml")
    assert document.problems == []
    assert isinstance(document.root, Mapping)
    node = document.root.entries["handle"]
    start, end = document.span(node)
    assert document.text[start:end] == value
    start, end = document.key_span(node)
    assert document.text[start:end] == key


def test_columns_count_code_points_and_lines_count_line_breaks() -> None:
    document = parse("a: 😀\r\nb: [Straße, IM_NRW]\rc: x\n", "x.yaml")
    assert isinstance(document.root, Mapping)
    names = document.root.entries["b"]
    assert isinstance(names, Sequence)
    place = document.place(*document.span(names.items[1]))
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 13, 2, 19)
    last = document.place(*document.span(document.root.entries["c"]))
    assert (last.line, last.column) == (3, 4)
