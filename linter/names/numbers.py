"""Numbers in names: they name nothing, and the handles of a row differ in nothing else."""

from __future__ import annotations

import re

from linter.names.reading import Part, Reading

STANDING = r"(?<![A-Za-z0-9])[0-9]+(?![A-Za-z0-9])|(?<=[A-Za-z])[0-9]{2,}(?![A-Za-z0-9])"
"""Numbers that stand alone or are a word's tail."""
DIGITS = "0123456789"
WITHOUT = str.maketrans("", "", DIGITS)


def masked(text: str) -> str:
    """The plain (ASCII) text with zeros for such numbers; itself where it has none."""
    head = text.rstrip(DIGITS)
    if head.translate(WITHOUT) != head:
        return re.sub(STANDING, lambda match: "0" * len(match[0]), text)
    tail = len(text) - len(head)  # of most names the one number is the end
    if not tail or (tail == 1 and head[-1:].isalpha()):
        return text
    return head + "0" * tail


def renumbered(text: str, like: Reading) -> Reading:
    """The reading of a text that differs from one that was read in numbers only."""

    def parts(text: str) -> tuple[Part, ...]:
        return tuple(
            [
                part
                if part.kind != "number" or text[part.start : part.end] == part.text
                else Part(part.start, part.end, text[part.start : part.end], "number")
                for part in like.parts
            ]
        )

    return Reading(text, later=parts, told=like.told)
