from hypothesis import given, settings
from hypothesis import strategies as st

from linter.report.columns import width_of, wrap


def test_wide_and_combining_characters_are_measured_as_a_terminal_shows_them():
    assert [width_of(text) for text in ("abc", "日本", "e\u0301", "ä", "👮")] == [3, 4, 1, 1, 2]


def test_lines_break_at_spaces_and_hang_below_the_label():
    assert wrap("eins zwei drei", 15, "  = Warum: ", "    ") == ["  = Warum: eins", "    zwei drei"]


def test_wide_characters_break_sooner():
    assert wrap("日本 日本 日本", 9) == ["日本 日本", "日本"]


def test_a_word_that_is_too_long_stays_whole():
    assert wrap("siehe https://example.org/a/b/c hier", 12) == [
        "siehe",
        "https://example.org/a/b/c",
        "hier",
    ]


def test_no_line_begins_with_a_workflow_command():
    assert wrap("aaaa ::error::x", 6) == ["aaaa ::error::x"]


@settings(deadline=None)
@given(st.text("ab :日\u0301", max_size=60), st.integers(1, 30))
def test_wrapping_loses_nothing(text, width):
    assert " ".join(line for line in wrap(text, width)) == text
