"""table: rows of cells with their places, whatever file they came from; and what is too much."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linter.errors import LinterError

if TYPE_CHECKING:
    from datetime import date

    from linter.text import Text

MOST_BYTES = 64_000_000
MOST_ROWS = 100_000
MOST_CELLS = 1_000_000
MOST_COLUMNS = 1_000
"""What a table may have; a registry may have as many bytes and accounts."""

BLANKS = dict.fromkeys(map(ord, "\xa0\u2007\u202f\u2009\u200a\u2002\u2003"), " ")
"""Spaces that word processors put in; they mean what a space means."""


@dataclass(slots=True)
class Cell:
    """A cell that is not empty.

    text: as the reader of the table sees it; day: of a cell that is a date; flag: of one that is
    true or false; link: where its hyperlink leads; fault: why its text is not to be trusted.
    """

    row: int
    column: int
    text: str
    day: date | None = None
    flag: bool | None = None
    link: str = ""
    fault: Text | None = None


Row = dict[int, Cell]
"""The cells of one row by column, counted from 1; empty ones are absent."""


@dataclass(slots=True)
class Table:
    """A table: its file, its sheet where it is of a workbook, its rows by number, told beside it.

    unread: what of the file is not in it; spans: of a cell merged over columns, the last of them.
    """

    path: str
    sheet: str = ""
    rows: dict[int, Row] = field(default_factory=dict)
    told: list[Text] = field(default_factory=list)
    unread: list[Text] = field(default_factory=list)
    spans: dict[tuple[int, int], int] = field(default_factory=dict)

    def place(self, row: int, column: int = 0) -> str:
        """`konten.csv:7:3`, or `konten.xlsx:Tabelle1!C7`."""
        if self.sheet:
            return f"{self.path}:{self.sheet}!{letter(column) if column else ''}{row}"
        return f"{self.path}:{row}:{column}" if column else f"{self.path}:{row}"

    def spot(self, row: int, column: int = 0) -> str:
        """The same without the file, for comments beside an account."""
        if self.sheet:
            return f"{self.sheet}!{letter(column) if column else ''}{row}"
        return f"{row}:{column}" if column else str(row)


def letter(column: int) -> str:
    """A column's letters: 1 is A, 28 is AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def number(letters: str) -> int:
    """The column of letters; 0 where they are none."""
    found = 0
    for char in letters.upper():
        if not "A" <= char <= "Z":
            return 0
        found = found * 26 + ord(char) - ord("A") + 1
    return found if found <= MOST_COLUMNS else 0


def trimmed(text: str) -> str:
    """Without blanks around it, line ends as one sign, odd spaces as plain ones."""
    return text.translate(BLANKS).replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n\ufeff")


def too_much(path: str, what: Text) -> LinterError:
    """A table that is larger than any registry."""
    return LinterError(
        {
            "de": f"Die Tabelle ist zu groß: {what['de']}.",
            "en": f"The table is too large: {what['en']}.",
        },
        path=path,
        hint={
            "de": "Löschen Sie leere Zeilen und Spalten am Ende, oder teilen Sie die Tabelle.",
            "en": "Delete empty rows and columns at its end, or split the table.",
        },
    )


TOO_MANY_ROWS: Text = {
    "de": f"mehr als {MOST_ROWS:,} Zeilen mit Inhalt".replace(",", "."),
    "en": f"more than {MOST_ROWS:,} rows with content",
}
TOO_MANY_COLUMNS: Text = {
    "de": f"mehr als {MOST_COLUMNS} Spalten",
    "en": f"more than {MOST_COLUMNS} columns",
}
TOO_MANY_CELLS: Text = {
    "de": f"mehr als {MOST_CELLS:,} Zellen".replace(",", "."),
    "en": f"more than {MOST_CELLS:,} cells",
}
TOO_MANY_BYTES: Text = {"de": "mehr als 64 MB", "en": "more than 64 MB"}
