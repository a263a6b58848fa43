from __future__ import annotations

from datetime import date

import pytest

from linter.findings.inline import written_in
from linter.registry.parse import parse


def only(comment: str):
    document = parse(f"a: 1  {comment}\nb: 2\n", "r.yaml")
    (waiver,) = written_in(document)
    return waiver


def test_all_parts_are_read():
    waiver = only(
        "# amtlint: ignore[NRW106] until=2027-03-31 approved_by=LPA -- renaming requested"
    )
    assert (waiver.code, waiver.until, waiver.approved_by) == ("NRW106", date(2027, 3, 31), "LPA")
    assert (waiver.reason, waiver.problem, waiver.lines) == ("renaming requested", None, (1,))
    assert (waiver.place.column, waiver.place.end_column) == (25, 31)


@pytest.mark.parametrize(
    "comment",
    [
        "#amtlint:ignore[X]--x",
        "# amtlint: ignore [ X ]  --  x",
        "# amtlint: ignore[X] – x",
        "# amtlint: ignore[X] — x",
        "# amtlint: ignore[X]\t-- x",
    ],
)
def test_spacing_and_dashes_of_word_processors_are_forgiven(comment):
    waiver = only(comment)
    assert (waiver.code, waiver.reason, waiver.problem) == ("X", "x", None)


def test_a_reason_may_contain_what_looks_like_options_and_dashes():
    assert only("# amtlint: ignore[X] -- see a=b -- and [c]").reason == "see a=b -- and [c]"


def test_a_quoted_approver_may_have_blanks():
    waiver = only('# amtlint: ignore[X] approved_by="Referat Presse" -- x')
    assert waiver.approved_by == "Referat Presse"


@pytest.mark.parametrize(
    ("comment", "word"),
    [
        ("# amtlint: disable=X", "ignore[CODE]"),
        ("# amtlint: ignore", "ignore[CODE]"),
        ("# amtlint: ignore X -- x", "ignore[CODE]"),
        ("# amtlint: ignore[X -- x", "ignore[CODE]"),
        ("# amtlint: ignore[] -- x", "no code"),
        ("# amtlint: ignore[ , ] -- x", "no code"),
        ("# amtlint: ignore[X] until=31.03.2027 -- x", "31.03.2027"),
        ("# amtlint: ignore[X] until= -- x", "not a date"),
        ("# amtlint: ignore[X] bis=2027-03-31 -- x", "bis"),
        ("# amtlint: ignore[X] until=2027-03-31 until=2028-03-31 -- x", "twice"),
        ("# amtlint: ignore[X] renaming requested", "renaming requested"),
        ("# amtlint: ignore[X] until=2027-03-31 renaming", "renaming"),
    ],
)
def test_what_cannot_be_read_is_said(comment, word):
    waiver = only(comment)
    assert word in waiver.problem["en"]
    assert waiver.problem["de"] != waiver.problem["en"]
    assert waiver.whole.column == 7


def test_a_comment_alone_on_its_line_is_about_the_next_value():
    text = "a: 1\n# amtlint: ignore[X] -- x\n\n# about b\nb: 2\nc: 3\n"
    (waiver,) = written_in(parse(text, "r.yaml"))
    assert waiver.lines == (5,)


def test_a_comment_behind_a_key_is_about_its_line_and_the_value_below():
    text = "a:  # amtlint: ignore[X] -- x\n  b: 2\n  c: 3\n"
    (waiver,) = written_in(parse(text, "r.yaml"))
    assert waiver.lines == (1, 2)


def test_a_value_that_ends_in_a_hyphen_is_a_value():
    text = "a: b-  # amtlint: ignore[X] -- x\nc: 3\n"
    (waiver,) = written_in(parse(text, "r.yaml"))
    assert waiver.lines == (1,)


def test_a_comment_behind_the_head_of_a_block_text_is_about_that_line():
    text = "a: |  # amtlint: ignore[X] -- x\n  # amtlint: ignore[Y] -- y\nb: 1\n"
    (waiver,) = written_in(parse(text, "r.yaml"))
    assert (waiver.code, waiver.lines) == ("X", (1,))


def test_a_comment_at_the_very_end_is_about_itself():
    (waiver,) = written_in(parse("a: 1\n# amtlint: ignore[X] -- x", "r.yaml"))
    assert waiver.lines == (2,)
