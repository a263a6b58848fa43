"""The wordings of rules: what a page in one long line costs."""

from __future__ import annotations

import re
from pathlib import Path

RULES = Path(__file__).parents[2] / "rules"
TO_THE_END = re.compile(r"(?<!\^)\(\?<?[!=]\[\^\\n\]\*")
"""Looks to the end of the line at every place where the rest fits, not only where a line begins."""


def test_no_wording_looks_to_the_end_of_a_line_again_and_again():
    files = sorted(RULES.rglob("*.yaml"))
    assert len(files) > 100
    assert [file.name for file in files if TO_THE_END.search(file.read_text("utf-8"))] == []
