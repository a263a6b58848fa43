"""delimited: a CSV file as a table; encoding and delimiter are found out, within bounds."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.takeover.table import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    TOO_MANY_CELLS,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    Cell,
    Row,
    Table,
    too_much,
    trimmed,
)
from linter.takeover.words import words

if TYPE_CHECKING:
    from linter.text import Text

DELIMITERS = (";", ",", "\t", "|")
LOOKED_AT = 64_000
"""Characters, and below records, that the delimiter is found out from."""
RECORDS = 20

NOT_UTF8: Text = {
    "de": "Die Datei ist kein UTF-8 und wurde als Windows-1252 gelesen; prüfen Sie die Umlaute.",
    "en": "The file is no UTF-8 and was read as Windows-1252; check the umlauts.",
}


def read(data: bytes, path: str, *, encoding: str = "", delimiter: str = "") -> Table:
    """The table; raises `LinterError` where the file is no readable CSV."""
    table = Table(path)
    text = _decoded(data, path, encoding, table)
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        delimiter, text, skipped = delimiter or first.strip()[-1], rest, 1
    delimiter = delimiter or _delimiter(text)
    before = csv.field_size_limit(max(len(text), 1))  # a cell may be as long as the file
    try:
        _fill(table, text, delimiter, skipped)
    finally:
        csv.field_size_limit(before)
    return table


def _decoded(data: bytes, path: str, encoding: str, table: Table) -> str:
    """The file's text; a byte order mark decides, then UTF-8, then Windows' own encoding."""
    guessed = encoding or _encoding(data)
    try:
        return data.decode(guessed).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        if not encoding and guessed == "utf-8":
            try:
                text = data.decode("cp1252")
            except UnicodeDecodeError:
                pass
            else:
                table.told.append(NOT_UTF8)
                return text
        raise LinterError(
            {
                "de": f"Die Datei lässt sich nicht als {guessed} lesen (Byte {error.start + 1}).",
                "en": f"The file cannot be read as {guessed} (byte {error.start + 1}).",
            },
            path=path,
            hint={
                "de": "Speichern Sie die Tabelle als „CSV UTF-8“ oder als .xlsx, oder nennen Sie --encoding.",
                "en": "Save the table as “CSV UTF-8” or as .xlsx, or name --encoding.",
            },
        ) from None


def _encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = data[:2000]
    if head.count(0) * 3 >= len(head) > 1:  # every other byte of Latin text in UTF-16 is zero
        return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
    return "utf-8"


def _delimiter(text: str) -> str:
    """The sign with which the most titles are recognised; then the most even columns."""
    sample = text[:LOOKED_AT]
    known = words()

    def worth(sign: str) -> tuple[int, int, int]:
        rows = []
        try:
            for row in csv.reader(io.StringIO(sample, newline=""), delimiter=sign):
                rows.append(row)
                if len(rows) >= RECORDS:
                    break
        except csv.Error:
            pass
        titles = max(
            (sum(bool(known.field(trimmed(cell)[:100])) for cell in row[:100]) for row in rows),
            default=0,
        )
        wide = [len(row) for row in rows if len(row) > 1]
        even = max(map(wide.count, set(wide)), default=0)
        return titles, even, max(wide, default=0)

    return max(DELIMITERS, key=worth)


def _fill(table: Table, text: str, delimiter: str, skipped: int) -> None:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number, cells = skipped, 0
    try:
        for number, record in enumerate(reader, skipped + 1):
            if len(record) > MOST_COLUMNS and any(map(str.strip, record[MOST_COLUMNS:])):
                raise too_much(table.path, TOO_MANY_COLUMNS)
            row: Row = {}
            for column, value in enumerate(record[:MOST_COLUMNS], 1):
                if value and (shown := trimmed(value)):
                    row[column] = Cell(number, column, shown)
            if row:
                table.rows[number] = row
                cells += len(row)
            if len(table.rows) > MOST_ROWS:
                raise too_much(table.path, TOO_MANY_ROWS)
            if cells > MOST_CELLS:
                raise too_much(table.path, TOO_MANY_CELLS)
    except csv.Error:
        raise LinterError(
            {
                "de": "In der Zeile, die hier beginnt, stimmen die Anführungszeichen nicht.",
                "en": "The quotation marks of the row that begins here do not match.",
            },
            path=table.place(number + 1),
            hint={
                "de": "Ein Anführungszeichen im Text wird verdoppelt; oder speichern Sie die Tabelle als .xlsx.",
                "en": "A quotation mark within a text is doubled; or save the table as .xlsx.",
            },
        ) from None
