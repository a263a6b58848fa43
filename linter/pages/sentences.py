"""sentences: where one sentence of a line ends and the next begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = re.compile(r"[.;!?] (?=[A-ZÄÖÜ„\"(])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Abs|Art|Nr|S|Satz|lit|Buchst|bzw|ggf|gem|vgl|ca|etc|usw|evtl|Dr|Prof|Hr|Fr|Inc|Co|Str|Tel|"
    r"z\. ?B|u\. ?a|d\. ?h|i\. ?d\. ?R|i\. ?V\. ?m|o\. ?[Ää]|sog|e\. ?V|No|para|art)\.)$"
)
_HALF = re.compile(r"(?<![^\W_])[a-zäöü]\. [A-ZÄÖÜ]\.")
"""The first half of an abbreviation and the next: "z. B.", "i. V. m."; "lit. e. Die" is none."""
_BEFORE = 11
"""Code points before a point that tell whether it ends an abbreviation."""
_LONG = 8
"""A point behind so many letters but one ends no abbreviation."""


def breaks(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where a sentence ends and where the next begins, in order; no line break is one of these."""
    for gap in _GAP.finditer(text, start, len(text) if end is None else end):
        at = gap.start()
        before = text[max(start, at - _BEFORE) : at + 1]
        if before[-_LONG:-1].isalpha() or not (
            _ABBREVIATION.search(before) or _HALF.match(text, max(at - 1, 0))
        ):
            yield at + 1, gap.end()


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of a line."""
    start = 0
    for end, following in breaks(text):
        yield start, end
        start = following
    yield start, len(text)
