"""workbook: a sheet of an Excel file (.xlsx) as a table.

openpyxl reads the cells, row by row; formulas are never run, their last computed value counts.
What it does not tell when reading so (links, merged cells, formulas without a value) is read
beside it, see `linter.takeover.sheet`. Sizes are checked before anything is unpacked.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from bisect import bisect_right
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from linter.errors import LinterError, in_one_line
from linter.takeover.parts import refuse_hostile
from linter.takeover.sheet import Beside, beside
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

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

    from linter.text import Text

MOST_SHEETS = 100
"""Sheets that are looked through for the one with content."""
LAST_ROW = 1_048_576
"""No sheet has more rows; a file that claims so would be filled up with empty ones."""
EXACT = 15
"""Digits of a number that Excel keeps."""
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"

DIGITS_LOST: Text = {
    "de": "Excel kennt nur 15 Stellen einer Zahl; die letzten sind verloren. Formatieren Sie die Zelle als Text.",
    "en": "Excel keeps 15 digits of a number; the last ones are lost. Format the cell as text.",
}
NOT_COMPUTED: Text = {
    "de": "Die Formel hat keinen berechneten Wert; öffnen und speichern Sie die Datei in Excel.",
    "en": "The formula has no computed value; open and save the file in Excel.",
}
FAULTY: Text = {
    "de": "Die Zelle zeigt einen Fehlerwert.",
    "en": "The cell shows an error value.",
}
SAVE_AS: Text = {
    "de": "Speichern Sie die Tabelle ohne Kennwort als Excel-Arbeitsmappe (.xlsx) oder als CSV.",
    "en": "Save the table without a password as an Excel workbook (.xlsx) or as CSV.",
}


def is_workbook(data: bytes) -> bool:
    """True where the bytes begin as an Excel file does, of whatever age."""
    return data.startswith((ZIP, OLE))


def read(data: bytes, path: str, sheet: str = "") -> Table:
    """The sheet of the name, or the only one with content; the first of several, and that is told."""
    if data.startswith(OLE):
        raise _unreadable(
            path,
            {
                "de": "Die Datei hat das alte Excel-Format (.xls) oder ist mit einem Kennwort geschützt.",
                "en": "The file has Excel's old format (.xls) or is protected by a password.",
            },
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on styles and extensions that no table needs
            refuse_hostile(archive, path)
            return _read(data, archive, path, sheet)
    except LinterError:
        raise
    except Exception as error:  # noqa: BLE001 - the next line
        # a damaged file fails anywhere in three libraries: zip, XML, openpyxl's own classes
        what = in_one_line(error)
        raise _unreadable(
            path,
            {
                "de": f"Die Datei ist keine lesbare Excel-Arbeitsmappe ({what}).",
                "en": f"The file is no readable Excel workbook ({what}).",
            },
        ) from None


def _unreadable(path: str, text: Text) -> LinterError:
    return LinterError(text, path=path, hint=SAVE_AS)


def _read(data: bytes, archive: zipfile.ZipFile, path: str, wanted: str) -> Table:
    from openpyxl import load_workbook  # noqa: PLC0415 - 150 ms that only an Excel file needs

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        if wanted:
            return _sheet(book, archive, path, _named(book, path, wanted))
        if len(book.sheetnames) > MOST_SHEETS:
            raise _unnamed(path)
        filled = [table for name in book.sheetnames if (table := _try(book, archive, path, name))]
        table = filled[0] if filled else Table(path, next(iter(book.sheetnames), ""))
        for other in filled[1:]:
            table.unread.append(_other(other, book))
        return table
    finally:
        book.close()


def _unnamed(path: str) -> LinterError:
    return LinterError(
        {
            "de": f"Die Arbeitsmappe hat mehr als {MOST_SHEETS} Blätter; nennen Sie eines mit --sheet NAME.",
            "en": f"The workbook has more than {MOST_SHEETS} sheets; name one with --sheet NAME.",
        },
        path=path,
    )


def _try(book: Workbook, archive: zipfile.ZipFile, path: str, name: str) -> Table | None:
    """A sheet with content; charts have none."""
    if not hasattr(book[name], "reset_dimensions"):
        return None
    table = _sheet(book, archive, path, name)
    return table if table.rows else None


def _other(table: Table, book: Workbook) -> Text:
    hidden = getattr(book[table.sheet], "sheet_state", "visible") != "visible"
    return {
        "de": f"Das {'ausgeblendete ' if hidden else ''}Blatt „{table.sheet}“ ({len(table.rows)} Zeilen) "
        f'wurde nicht gelesen; dafür: --sheet "{table.sheet}".',
        "en": f"The {'hidden ' if hidden else ''}sheet “{table.sheet}” ({len(table.rows)} rows) "
        f'was not read; for it: --sheet "{table.sheet}".',
    }


def _named(book: Workbook, path: str, wanted: str) -> str:
    """The sheet of a name, whatever its case; by its number where none has the name."""
    names: list[str] = book.sheetnames
    for name in names:
        if name.casefold().strip() == wanted.casefold().strip():
            return name
    if wanted.isdecimal() and 0 < int(wanted) <= len(names):
        return names[int(wanted) - 1]
    listed = ", ".join(names[:20])
    raise LinterError(
        {
            "de": f"Ein Blatt „{wanted}“ gibt es nicht.",
            "en": f"There is no sheet “{wanted}”.",
        },
        path=path,
        hint={
            "de": f"Vorhanden sind: {listed}.",
            "en": f"There are: {listed}.",
        },
    )


def _sheet(book: Workbook, archive: zipfile.ZipFile, path: str, name: str) -> Table:
    source: Any = book[name]
    if not hasattr(source, "reset_dimensions"):
        return Table(path, name)
    source.reset_dimensions()  # what a file says of its own size is often wrong
    more = beside(archive, source._worksheet_path)  # noqa: SLF001 - openpyxl tells it nowhere else
    table = Table(path, name)
    cells = 0
    for number, values in enumerate(source.iter_rows(values_only=True), 1):
        if number > LAST_ROW:
            raise too_much(path, TOO_MANY_ROWS)
        cells += len(values)
        if cells > MOST_CELLS * 5:  # empty ones count less
            raise too_much(path, TOO_MANY_CELLS)
        row = _row(number, values, more)
        if row:
            if max(row) > MOST_COLUMNS:
                raise too_much(path, TOO_MANY_COLUMNS)
            table.rows[number] = row
            if len(table.rows) > MOST_ROWS:
                raise too_much(path, TOO_MANY_ROWS)
    _uncomputed(table, more)
    _sort(table)
    _merged(table, more)
    _sort(table)
    return table


def _row(number: int, values: tuple[Any, ...], more: Beside) -> Row:
    row: Row = {}
    for column, value in enumerate(values, 1):
        if value is None or value == "":
            continue
        cell = _cell(number, column, value)
        if cell.text:
            cell.link = more.links.get((number, column), "")
            row[column] = cell
    return row


def _cell(row: int, column: int, value: Any) -> Cell:
    """A value as Excel shows it, near enough: times, percent and currency stay plain numbers."""
    cell = Cell(row, column, "")
    if isinstance(value, bool):
        cell.flag, cell.text = value, "true" if value else "false"
    elif isinstance(value, datetime):
        cell.day, cell.text = value.date(), value.date().isoformat()
        if value.time() != time():
            cell.text = value.isoformat(" ", "minutes")
    elif isinstance(value, date):
        cell.day, cell.text = value, value.isoformat()
    elif isinstance(value, (time, timedelta)):
        cell.text = str(value)
    elif isinstance(value, (int, float)):
        cell.text = _number(value)
        if len(cell.text.strip("-")) > EXACT and cell.text.strip("-").isdecimal():
            cell.fault = DIGITS_LOST
    else:
        cell.text = trimmed(_unescaped(str(value)))
        if cell.text in {"#VALUE!", "#REF!", "#NAME?", "#DIV/0!", "#N/A", "#NULL!", "#NUM!"}:
            cell.fault = FAULTY
    return cell


def _unescaped(text: str) -> str:
    """Without the file format's own escapes: `_x000D_` is the end of a line, `_x005F_` an underscore."""
    if "_x" not in text:
        return text
    plain = ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    whole = plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(char for char in whole if char >= " " or char in "\t\n\r")


def _number(value: float) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e21:  # noqa: PLR2004
        return str(int(value))
    return str(value)


def _uncomputed(table: Table, more: Beside) -> None:
    """Formulas whose value nobody has computed yet: their text is kept, and told."""
    for (row, column), formula in more.formulas.items():
        if column not in table.rows.get(row, {}) and column <= MOST_COLUMNS:
            link = more.links.get((row, column), "")
            cell = Cell(row, column, link or trimmed(formula), link=link)
            cell.fault = None if link else NOT_COMPUTED
            table.rows.setdefault(row, {})[column] = cell


def _sort(table: Table) -> None:
    table.rows = {row: dict(sorted(table.rows[row].items())) for row in sorted(table.rows)}


def _merged(table: Table, more: Beside) -> None:
    """A merged cell stands for all it covers, downwards: one authority beside five accounts."""
    numbers = list(table.rows)
    steps = 0
    for top, left, bottom, right in more.merged:
        first = table.rows.get(top, {}).get(left)
        if first is None or left != right:
            table.spans[top, left] = right  # a heading across columns is one cell
            continue
        covered = numbers[bisect_right(numbers, top) : bisect_right(numbers, bottom)]
        steps += len(covered)
        if steps > MOST_CELLS:
            raise too_much(table.path, TOO_MANY_CELLS)  # ranges that cover each other
        for row in covered:
            if left not in table.rows[row]:
                table.rows[row][left] = replace(first, row=row)
