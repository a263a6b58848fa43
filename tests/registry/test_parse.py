"""YAML to nodes: every value where it stands, nothing reinterpreted, bounds kept."""

from __future__ import annotations

import pytest

from linter.errors import LinterError
from linter.registry.nodes import end_of, plain_data, start_of
from linter.registry.parse import MAX_EXPANSION, parse


def problems(text):
    document = parse(text, "t.yaml")
    return [(p.variant, *document.position(p.start)) for p in document.problems]


def test_plain_values_stay_the_text_that_stands_there():
    document = parse("a: no\nb: 0123\nc: 2020-01-01\nd: 12:30\ne: ~\nf: 'null'\ng: 1e3\n", "t")
    assert plain_data(document.root) == {
        "a": "no",
        "b": "0123",
        "c": "2020-01-01",
        "d": "12:30",
        "e": None,
        "f": "null",
        "g": "1e3",
    }


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("a: xyz\n", "a", "xyz"),
        ("a: 'xyz'\n", "a", "'xyz'"),
        ("{a: xyz, b: c}\n", "a", "xyz"),
        ("a: |\n  one\n  two\n\nb: c\n", "a", "|\n  one\n  two"),
        ("ä: ü𝄞\n", "ä", "ü𝄞"),
        ("a:\r\n  - b\r\n  - c\r\nd: e\r\n", "a", "- b\r\n  - c"),
        ("a: {b: c}  # remark\nd: e\n", "a", "{b: c}"),
    ],
)
def test_a_span_cut_from_the_text_is_the_value_as_written(text, key, value):
    document = parse(text, "t")
    node = document.root.entries[key]
    assert text[start_of(node) : end_of(node)] == value
    start, end = document.key_span(node)
    assert text[start:end] == key


def test_lines_are_counted_as_editors_count_them():
    # YAML 1.1 breaks lines at U+0085 and U+2028, editors do not
    document = parse('a: "x\u2028y"\nb: c\n', "t")
    assert document.position(start_of(document.root.entries["b"])) == (2, 4)


def test_a_duplicate_key_is_reported_and_the_first_value_kept():
    document = parse("a: 1\nb: 2\na: 3\n", "t")
    assert plain_data(document.root) == {"a": "1", "b": "2"}
    assert [(p.variant, p.values) for p in document.problems] == [
        ("duplicate-key", {"key": "a", "line": 1})
    ]


def test_merges_fill_in_what_a_mapping_does_not_say_itself():
    document = parse("x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\n", "t")
    assert plain_data(document.root)["y"] == {"b": "3", "a": "1"}
    assert not document.problems


def test_the_place_of_an_alias_is_where_it_is_used():
    text = "a: &x value\nb: *x\n"
    node = parse(text, "t").root.entries["b"]
    assert (node.text, text[start_of(node) : end_of(node)]) == ("value", "*x")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: *nowhere\n", [("alias-unknown", 1, 4)]),
        ("a: &a [*a]\n", [("alias-cycle", 1, 8)]),
        ("a: !!python/object:os.system x\n", [("tag", 1, 4)]),
        ("? [a]\n: b\n", [("key-not-text", 1, 3)]),
        ("a: 1\n---\nb: 2\n", [("multiple-documents", 2, 1)]),
        ("<<: 1\n", [("bad-merge", 1, 1)]),
    ],
)
def test_what_yaml_allows_and_a_registry_does_not_is_a_problem_with_its_place(text, expected):
    assert problems(text) == expected


def test_an_alias_bomb_stops_at_the_bound():
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert problems("\n".join(levels))[0][0] == "too-many-aliases"
    assert MAX_EXPANSION <= 10**6


@pytest.mark.parametrize(
    "text", ["[" * 5000, "a:\n" + "".join(" " * n + "- \n" for n in range(99))]
)
def test_deep_nesting_is_refused_with_its_place(text):
    document = parse(text, "t")
    assert document.root is None
    assert document.problems


def test_a_syntax_error_has_the_place_where_it_began():
    assert problems("a: 1\nb: 'open\n") == [("syntax", 2, 4)]
    assert problems("a: b: c\n")[0][0] == "syntax"


def test_errors_show_no_control_characters():
    error = LinterError({"de": "a\x1b[31mb‮", "en": "a\x1b[31mb‮"}, path="x\n.yaml", line=1)
    assert "\x1b" not in error.render("en")
    assert "\n" not in error.render("en")
    assert "‮" not in error.render("de")
