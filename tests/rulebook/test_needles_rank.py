"""Which of its words tells most of a pattern."""

from __future__ import annotations

from linter.rulebook.needles import needles


def test_the_name_of_a_law_tells_more_than_the_sign_before_it():
    assert needles(r"§\s*5\s+TMG\b") == (("tmg",), ("§",))


def test_the_sign_alone_is_better_than_nothing():
    assert needles(r"§\s*\d+") == (("§",),)
