"""days: a day as people write it in tables; what could be two days is none."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from linter.takeover.words import folded, words

if TYPE_CHECKING:
    from linter.text import Text

EARLIEST, LATEST = 1990, 2100
"""Years that an account, a law or a decision on one can be of."""
TURN = 50
"""Two digits from here on are of the last century; nothing in such a table is older, or so far ahead."""
TIME = r"(?:[T,\s]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s*Uhr)?Z?)?"
LEAD = r"(?:(?:seit|ab|am|vom|since|from|on)\s+)?"
ISO = re.compile(rf"{LEAD}([0-9]{{4}})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}}){TIME}", re.IGNORECASE)
GERMAN = re.compile(
    rf"{LEAD}([0-9]{{1,2}})\.\s?([0-9]{{1,2}})\.\s?([0-9]{{4}}|[0-9]{{2}}){TIME}", re.IGNORECASE
)
SLASHES = re.compile(
    rf"{LEAD}([0-9]{{1,2}})[/-]([0-9]{{1,2}})[/-]([0-9]{{4}}){TIME}", re.IGNORECASE
)
WORDED = re.compile(
    rf"{LEAD}([0-9]{{1,2}})(?:\.|st|nd|rd|th)?\s*([^\W\d]{{3,10}})\.?,?\s+([0-9]{{4}})",
    re.IGNORECASE,
)
AMERICAN = re.compile(
    rf"{LEAD}([^\W\d]{{3,10}})\.?\s+([0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+([0-9]{{4}})", re.IGNORECASE
)
PARTIAL = re.compile(
    rf"{LEAD}(?:[0-9]{{4}}|[0-9]{{1,2}}[./][0-9]{{4}}|[^\W\d]{{3,10}}\.?\s+[0-9]{{4}}|Q[1-4]\s*/?\s*[0-9]{{4}})",
    re.IGNORECASE,
)
MONTHS = 12

NO_DAY: Text = {
    "de": "kein Datum; erwartet wird ein Tag wie 01.02.2015 oder 2015-02-01",
    "en": "no date; a day such as 2015-02-01 or 01.02.2015 is expected",
}
NOT_WHOLE: Text = {
    "de": "kein vollständiges Datum; es fehlt der Tag",
    "en": "no complete date; the day is missing",
}
IMPOSSIBLE: Text = {
    "de": "diesen Tag gibt es nicht",
    "en": "there is no such day",
}
TWO_DAYS: Text = {
    "de": "nicht eindeutig: Tag und Monat lassen sich vertauschen; schreiben Sie 2015-02-01",
    "en": "ambiguous: day and month can be swapped; write 2015-02-01",
}
YEAR: Text = {
    "de": f"das Jahr liegt nicht zwischen {EARLIEST} und {LATEST}",
    "en": f"the year is not between {EARLIEST} and {LATEST}",
}


def read_day(text: str) -> date | Text:
    """The day, or why it is none."""
    text = " ".join(text.split())[:60]
    parts = _parts(text)
    if parts is None:
        return NOT_WHOLE if PARTIAL.fullmatch(text) else NO_DAY
    if isinstance(parts, dict):
        return parts
    year, month, day = parts
    if not EARLIEST <= year <= LATEST:
        return YEAR
    try:
        return date(year, month, day)
    except ValueError:
        return IMPOSSIBLE


def _parts(text: str) -> tuple[int, int, int] | Text | None:
    if found := ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := GERMAN.fullmatch(text):
        return _year(found[3]), int(found[2]), int(found[1])
    if found := SLASHES.fullmatch(text):
        return _slashed(int(found[1]), int(found[2]), int(found[3]))
    if found := WORDED.fullmatch(text):
        month = words().months.get(folded(found[2]))
        return (int(found[3]), month, int(found[1])) if month else None
    if found := AMERICAN.fullmatch(text):
        month = words().months.get(folded(found[1]))
        return (int(found[3]), month, int(found[2])) if month else None
    return None


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - 15 for 2015
        return year
    return year + (1900 if year >= TURN else 2000)


def _slashed(first: int, second: int, year: int) -> tuple[int, int, int] | Text:
    """Only one order is possible where a number is no month, or both are the same."""
    if first > MONTHS or first == second:
        return year, second, first
    if second > MONTHS:
        return year, first, second
    return TWO_DAYS
