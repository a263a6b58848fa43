"""Disguise: digits and capitals that stand for other letters (`R3ul`, `Reu1`, `ReuI`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLES = (str.maketrans("0134578", "oleastb"), str.maketrans("0134578", "oieastb"))
"""Digits that pass for letters; a 1 may be an l or an i."""
CAPITAL_I = re.compile(r"(?<=[a-z])I(?![a-z])|^l(?=[A-Z])")
"""A capital I at the end of a word in small letters (`ReuI`), or an l before capitals."""
WITH_LETTERS = re.compile(r"[0-9]*[A-Za-z][A-Za-z0-9]*")
"""Runs that have letters: `R3ul`, but not the year in `NRW_2017`."""


def undisguised(folded: str) -> Iterator[tuple[str, set[int]]]:
    """A folded text as it may be meant, and the offsets where it differs."""
    for table in TABLES:
        plain = WITH_LETTERS.sub(lambda match: match[0].translate(table), folded)  # noqa: B023
        plain = CAPITAL_I.sub(lambda match: "l" if match[0] == "I" else "I", plain)
        changed = {
            at for at, (old, new) in enumerate(zip(folded, plain, strict=True)) if old != new
        }
        yield plain, changed
