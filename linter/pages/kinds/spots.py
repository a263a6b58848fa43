"""spots: where in the text of a page a heading or a label stands."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 60
"""Mentions of a label that are looked at."""
BLANKS = 200
"""So much white space at most stands beside a line as it is written."""


def find(text: str, head: str, skipped: int = 0) -> int:
    """Where a heading stands in the text; its words may be in several pieces there.

    skipped: so many lines before it say the same; the last of them where there are no more.
    """
    places = list(islice(alone(text, head), skipped + 1))
    if places:
        return places[-1]
    first = head.split(" ", 1)[0]
    return max(0, text.find(head), text.find(first) if head not in text else 0)


def alone(text: str, line: str) -> Iterator[int]:
    """The places of what a line says and nothing else; white space around it is none."""
    place = text.find(line) if line else -1
    for _ in range(MOST):
        if place < 0:
            return
        end = place + len(line)
        start = max(0, place - BLANKS)
        before = text[start:place].rpartition("\n")
        after = text[end : end + BLANKS].partition("\n")
        begins, ends = before[1] or not start, after[1] or end + BLANKS >= len(text)
        if begins and ends and not before[2].strip() and not after[0].strip():
            yield place
        place = text.find(line, end)


def lines(text: str) -> list[str]:
    """The lines of a text without the white space around them."""
    return [line.strip() for line in text.split("\n")]
