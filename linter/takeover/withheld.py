"""withheld: what is written nowhere, in whatever column it stands: credentials."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from linter.takeover.days import read_day
from linter.takeover.told import Notice, filled
from linter.takeover.words import words

if TYPE_CHECKING:
    from linter.takeover.columns import Layout
    from linter.takeover.table import Cell, Table
    from linter.text import Text

SIGNED_IN = re.compile(
    r"://[^\s/?#@:]{0,200}:[^\s/?#@]{1,200}@|\botpauth(?:-migration)?:", re.IGNORECASE
)
"""An address that brings a password along, or the key of a second factor."""
METHOD = re.compile(r"[^\W\d_]{1,30}|[A-Za-z]{0,8}\d[A-Za-z]{0,8}")
"""A word as the name of a way to log in has it: Authenticator, FIDO2, U2F."""
KEY = re.compile(r"[A-Z2-7]{10,}|\d+")
ANNOUNCED = (":", "=", "lautet")
BETWEEN = re.compile(r"[\s,;:/()+&.–-]+")

HOLDS: Text = {
    "de": "„{name}“: Die Zelle wurde nicht übernommen: Sie enthält Zugangsdaten; die gehören in kein Register.",
    "en": "“{name}”: the cell was not taken over: it holds credentials; they belong in no registry.",
}
LOOKS: Text = {
    "de": "„{name}“: Die Zelle wurde nicht übernommen: Sie sieht nach Zugangsdaten aus; die gehören in kein "
    "Register. Schreiben Sie „ja“, „nein“ oder das Datum.",
    "en": "“{name}”: the cell was not taken over: it looks like credentials; they belong in no registry. "
    "Write yes, no or the date.",
}


def withhold(table: Table, layout: Layout) -> list[Notice]:
    """Take the cells with credentials out of the table, and say so; those of a column that `--map` keeps stay."""
    notices = []
    for number, row in list(table.rows.items()):
        for column, cell in list(row.items()):
            one = layout.columns[column]
            if one.chosen and one.field == "comment":
                continue
            below = number > layout.header
            if one.kept_out and not one.chosen and below:
                continue  # left out as a whole
            why = _why(cell, one.field if below else "")
            if why is not None:
                del row[column]
                text = filled(why, name=one.name[:80])
                notices.append(Notice(table.place(number, column), text, alike=f"secret:{column}"))
        if not row:
            del table.rows[number]
    return notices


def _why(cell: Cell, field: str) -> Text | None:
    texts = (cell.text, cell.link)
    if any(":" in text and SIGNED_IN.search(text) for text in texts):
        return HOLDS
    announced = any(sign in cell.text for sign in ANNOUNCED)
    if announced and _named().search(cell.text):
        return HOLDS
    if field == "second_factor" and cell.flag is None and cell.day is None:
        return LOOKS if _like_key(cell.text) else None
    return None


def _like_key(text: str) -> bool:
    """True where a word is none that a way to log in could have: JBSWY3DPEHPK3PXP, a1b2-c3d4, 482913."""
    if isinstance(read_day(text), date):
        return False
    parts = [part for part in BETWEEN.split(text) if part and not _is_year(part)]
    numbered = sum(any(char.isdigit() for char in part) for part in parts)
    return numbered > 1 or any(KEY.fullmatch(p) or not METHOD.fullmatch(p) for p in parts)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text[:2] in ("19", "20")  # noqa: PLR2004 - digits of a year


@cache
def _named() -> re.Pattern[str]:
    """A word for a credential, a colon, and what it announces."""
    names = "|".join(map(re.escape, words().secret_before))
    return re.compile(rf"(?<!\w)(?:{names})\s*(?:[:=]|\blautet\b)\s*\S", re.IGNORECASE)
