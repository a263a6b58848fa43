"""An id is tested by its signs, not by the pattern that the schema publishes; both say the same."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from linter.registry.validate import ID, _is_id
from linter.testing import load_for_tests


def test_the_pattern_is_the_one_of_the_schema():
    assert load_for_tests().fields["authority"]["id"]["pattern"] == ID


@given(st.text(alphabet="az09-_A\nß .", max_size=6))
@example("")
@example("-a")
@example("a\n")
@example("\n")
@example("a\n\n")
def test_an_id_is_what_the_pattern_matches(text):
    assert _is_id(text) == (re.search(ID, text) is not None)
