"""counts: numbers as platforms show them to people: 1.234, 12,3K, 1,2 Mio."""

from __future__ import annotations

import re

_SHOWN = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,  \u202f]\d{3}){1,4}|\d{1,12})(?:[.,](\d{1,2}))?(?![\d])"
    r"[  \u202f]?(K|Tsd\.?|M|Mio\.?|B|Mrd\.?)?(?!\w)"
)
_TIMES = {"k": 1_000, "t": 1_000, "m": 1_000_000, "b": 1_000_000_000}
MOST_SHOWN = 1_000


def count(text: str | None) -> int | None:
    """The first number of a text, rounded as the platform rounded it; None where there is none."""
    match = _SHOWN.search((text or "")[:MOST_SHOWN])
    if match is None:
        return None
    whole, part, unit = match.groups()
    digits = re.sub(r"\D", "", whole)
    if not unit:
        return int(digits)
    key = "b" if unit.startswith("Mrd") else unit[0].lower()
    fraction = int((part or "0").ljust(2, "0"))
    return int(digits) * _TIMES[key] + fraction * _TIMES[key] // 100
