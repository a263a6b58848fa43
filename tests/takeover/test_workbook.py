"""Excel workbooks: what they show, what stands beside it, and what they must not do."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime

import openpyxl
import pytest

from linter.errors import LinterError
from linter.takeover import workbook
from tests.takeover.taking import saved


def book_of(*rows: list[object]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same archive with one part in place of another."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return made.getvalue()


def test_values_are_what_excel_shows():
    book = book_of(["a", True, 12, 1.5, date(2015, 2, 1), datetime(2015, 2, 1, 9, 30), 100000.0])  # noqa: DTZ001 - Excel knows no zones
    row = workbook.read(saved(book), "k.xlsx").rows[1]
    assert [row[column].text for column in range(1, 8)] == [
        *("a", "true", "12", "1.5", "2015-02-01", "2015-02-01 09:30", "100000"),
    ]
    assert row[2].flag is True
    assert row[5].day == row[6].day == date(2015, 2, 1)


def test_a_link_is_read_with_its_words_be_it_on_the_cell_or_in_a_formula():
    book = book_of(["zum Profil", '=HYPERLINK("https://x.com/B","B")'])
    book.active["A1"].hyperlink = "https://x.com/A"
    row = workbook.read(saved(book), "k.xlsx").rows[1]
    assert (row[1].text, row[1].link) == ("zum Profil", "https://x.com/A")
    assert row[2].link == "https://x.com/B"


def test_a_link_into_the_computer_is_none():
    book = book_of(["zum Profil"])
    book.active["A1"].hyperlink = "file:///etc/passwd"
    assert workbook.read(saved(book), "k.xlsx").rows[1][1].link == ""


def test_a_formula_without_a_value_is_kept_and_told_never_computed():
    cell = workbook.read(saved(book_of(["=1+1"])), "k.xlsx").rows[1][1]
    assert cell.text == "=1+1"
    assert cell.fault == workbook.NOT_COMPUTED


def test_a_cell_merged_downwards_stands_for_all_its_rows():
    book = book_of(["Haus", "X"], ["", "FB"], [None, "YT"], ["Amt", "X"])
    book.active.merge_cells("A1:A3")
    rows = workbook.read(saved(book), "k.xlsx").rows
    assert [rows[number][1].text for number in (1, 2, 3, 4)] == ["Haus", "Haus", "Haus", "Amt"]


def test_merged_cells_that_cover_each_other_do_not_multiply():
    book = book_of(*(["x", None] for _ in range(3_000)))
    for number in range(1, 1_000):
        book.active.merged_cells.add(f"A{number}:A{number + 2_000}")
    with pytest.raises(LinterError, match="too large"):
        workbook.read(saved(book), "k.xlsx")


def test_a_number_with_more_digits_than_excel_keeps_is_not_trusted():
    cell = workbook.read(saved(book_of([100064512345678901])), "k.xlsx").rows[1][1]
    assert cell.fault == workbook.DIGITS_LOST


def test_the_first_sheet_with_content_is_read_and_the_others_are_told():
    book = openpyxl.Workbook()
    for name, state in (("Kanäle", "visible"), ("Alt", "hidden")):
        book.create_sheet(name).append(["x"])
        book[name].sheet_state = state
    table = workbook.read(saved(book), "k.xlsx")
    assert table.sheet == "Kanäle"
    assert [told["de"].partition(" (")[0] for told in table.unread] == [
        "Das ausgeblendete Blatt „Alt“"
    ]
    assert workbook.read(saved(book), "k.xlsx", "alt").sheet == "Alt"
    assert workbook.read(saved(book), "k.xlsx", "2").sheet == "Kanäle"


def test_a_sheet_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(LinterError) as error:
        workbook.read(saved(book_of(["x"])), "k.xlsx", "Kanäle")
    assert "There are: Sheet." in error.value.render("en")


def test_the_format_s_own_escapes_are_the_characters_they_stand_for():
    book = book_of(["1_x000D_\n2", "_x005F_x000D_", "_xD83D__xDE00_", "a_x0000_b", "_x_ _xyz_"])
    row = workbook.read(saved(book), "k.xlsx").rows[1]
    assert [row[column].text for column in range(1, 6)] == [
        *("1\n2", "_x000D_", "\U0001f600", "ab", "_x_ _xyz_"),
    ]


def test_places_are_those_of_excel():
    table = workbook.read(saved(book_of(["x"])), "k.xlsx")
    assert table.place(7, 28) == "k.xlsx:Sheet!AB7"


def test_what_the_file_says_of_its_own_size_does_not_count():
    data = saved(book_of(["a", "b"], ["c", "d"]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert 'ref="A1:B2"' in sheet
    lying = with_part(
        data, "xl/worksheets/sheet1.xml", sheet.replace('ref="A1:B2"', 'ref="A1:A1"').encode()
    )
    assert [list(row) for row in workbook.read(lying, "k.xlsx").rows.values()] == [[1, 2], [1, 2]]


def test_a_row_far_beyond_the_last_one_is_refused_not_filled_up():
    data = saved(book_of(["a"]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    far = sheet.replace('r="1"', 'r="2000000000"').replace('r="A1"', 'r="A2000000000"')
    with pytest.raises(LinterError):
        workbook.read(with_part(data, "xl/worksheets/sheet1.xml", far.encode()), "k.xlsx")


def test_a_bomb_is_refused_by_its_stated_size():
    data = with_part(saved(book_of(["a"])), "xl/theme/theme1.xml", b" " * 17_000_000)
    assert len(data) < 100_000
    with pytest.raises(LinterError, match="too large"):
        workbook.read(data, "k.xlsx")


def test_more_cells_than_any_table_has_are_refused_before_they_are_parsed():
    row = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    data = with_part(
        saved(book_of(["a"])),
        "xl/worksheets/sheet1.xml",
        row + b"<c/>" * 6_000_001 + b"</row></sheetData></worksheet>",
    )
    with pytest.raises(LinterError, match="too large"):
        workbook.read(data, "k.xlsx")


def test_of_too_many_sheets_one_has_to_be_named():
    book = book_of(["a"])
    for number in range(workbook.MOST_SHEETS):
        book.create_sheet(f"Blatt {number}")
    with pytest.raises(LinterError, match="name one with --sheet"):
        workbook.read(saved(book), "k.xlsx")
    assert workbook.read(saved(book), "k.xlsx", "Sheet").rows[1][1].text == "a"


def test_entities_are_refused_in_every_encoding():
    for encoding in ("utf-8", "utf-16"):
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><sst>&a;</sst>'.encode(encoding)
        data = with_part(saved(book_of(["a"])), "xl/sharedStrings.xml", bomb)
        with pytest.raises(LinterError, match="no readable Excel workbook"):
            workbook.read(data, "k.xlsx")


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 no archive", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", b"PK\x03\x04"]
)
def test_what_is_no_workbook_is_told_with_what_to_save_it_as(data):
    assert workbook.is_workbook(data)
    with pytest.raises(LinterError) as error:
        workbook.read(data, "k.xlsx")
    assert ".xlsx" in error.value.render("de")


def test_a_damaged_workbook_is_read_or_refused_and_never_anything_else():
    data = saved(book_of(["Plattform", "Handle", date(2015, 2, 1)], ["X", "a", "=1+1"]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        for damaged in (b"", content[: len(content) // 2], content.replace(b"1", b"-9"), b"<a/>"):
            with suppress(LinterError):
                workbook.read(with_part(data, name, damaged), "k.xlsx")
    for cut in range(0, len(data), 97):
        with suppress(LinterError):
            workbook.read(data[:cut] or b"PK\x03\x04", "k.xlsx")


def test_a_document_of_another_office_is_no_workbook():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")
    with pytest.raises(LinterError, match="no readable Excel workbook"):
        workbook.read(made.getvalue(), "k.ods")
