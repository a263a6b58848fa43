import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.registry.document import Document
from linter.report import Options
from linter.report.columns import width_of
from linter.report.snippet import snippet
from tests.report.report_sample import place


def drawn(text, at, width=80):
    return snippet(Document("a.yaml", text), at, "error", Options(width=width))


def test_the_span_is_underlined():
    assert drawn("accounts:\n  - id: im-nrw\n", place(2, 9, 2, 15)) == [
        "  |",
        "2 |   - id: im-nrw",
        "  |         ^^^^^^",
    ]


def test_wide_combining_and_tabbed_text_keeps_the_carets_below_it():
    assert drawn("日本: e\u0301x\tzé", place(1, 5, 1, 8))[1:] == [
        "1 | 日本: e\u0301x    zé",
        "  |       ^^",
    ]


def test_a_named_character_is_underlined_as_wide_as_its_name():
    assert drawn("a\u202eb", place(1, 2, 1, 3))[1:] == ["1 | a‹U+202E›b", "  |  ^^^^^^^^"]


def test_an_empty_span_gets_one_caret():
    assert drawn("id: ", place(1, 5, 1, 5))[1:] == ["1 | id:", "  |     ^"]


def test_a_span_over_many_lines_shows_the_first_ones():
    text = "".join(f"  line {number}\n" for number in range(1, 10))
    assert drawn(text, place(1, 3, 9, 9))[1:] == [
        "1 |   line 1",
        "  |   ^^^^^^",
        "2 |   line 2",
        "  |   ^^^^^^",
        "3 |   line 3",
        "  |   ^^^^^^",
        "4 |   line 4",
        "  |   ^^^^^^",
        "  | …",
    ]


def test_a_span_that_ends_with_the_line_break_is_one_line():
    assert len(drawn("a: b\nc: d\n", place(1, 1, 2, 1))) == 3


def test_a_span_far_to_the_right_is_moved_into_sight():
    lines = drawn("bio: " + "x" * 5000 + "NAME" + "y" * 5000, place(1, 5006, 1, 5010), width=60)
    code, carets = lines[1], lines[2]
    start = carets.index("^")
    assert code[start : carets.rindex("^") + 1] == "NAME"
    assert (code[4], code[-1]) == ("…", "…")
    assert len(code) <= 60


@pytest.mark.parametrize("at", [place(7, 1, 7, 2), place(1, 50, 1, 60), place(2, 1, 1, 1)])
def test_a_place_outside_the_text_is_drawn_without_an_error(at):
    assert drawn("a: b\n", at)


def test_an_empty_file_has_no_lines_to_show():
    assert drawn("", place()) == []


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\n"), max_size=200),
    st.integers(1, 200),
    st.integers(0, 50),
    st.integers(20, 100),
)
def test_no_snippet_is_much_wider_than_the_terminal(text, column, length, width):
    for line in drawn(text, place(1, column, 1, column + length), width):
        assert width_of(line) <= max(width, 26) + 1
