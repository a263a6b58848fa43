"""Every rule's examples hold: what must fail fails, what must pass passes."""

from __future__ import annotations

import pytest

from linter.testing import example_problems, load_for_tests

BOOK = load_for_tests()


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.code)
def test_the_examples_of_a_rule_hold(rule):
    assert example_problems(BOOK, rule) == []
