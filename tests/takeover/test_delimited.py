"""CSV files, as offices save them."""

from __future__ import annotations

import csv

import pytest

from linter.errors import LinterError
from linter.takeover import delimited

TEXT = 'Behörde;Plattform;Handle\nStadt Köln;X;köln\n"Amt; für\nÄpfel";Facebook;apfel\n'


def texts(table):
    return {number: [cell.text for cell in row.values()] for number, row in table.rows.items()}


EXPECTED = {
    1: ["Behörde", "Plattform", "Handle"],
    2: ["Stadt Köln", "X", "köln"],
    3: ["Amt; für\nÄpfel", "Facebook", "apfel"],
}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_umlauts_and_line_breaks_survive_in_every_encoding(encoding, ends):
    table = delimited.read(TEXT.replace("\n", ends).encode(encoding), "k.csv")
    assert texts(table) == EXPECTED


def test_windows_encoding_is_a_guess_and_is_told():
    assert delimited.read(TEXT.encode("cp1252"), "k.csv").told == [delimited.NOT_UTF8]
    assert delimited.read(TEXT.encode("cp1252"), "k.csv", encoding="windows-1252").told == []
    assert delimited.read(TEXT.encode(), "k.csv").told == []


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_the_delimiter_is_found_by_the_titles(sign):
    data = TEXT.replace("Amt;", "Amt").replace(";", sign).encode()
    assert [cell.text for cell in delimited.read(data, "k.csv").rows[1].values()] == EXPECTED[1]


def test_commas_inside_values_do_not_make_a_semicolon_file_a_comma_file():
    data = b"Plattform;Handle;Bio\nX;a;eins, zwei, drei, vier\nX;b;eins, zwei, drei, vier\n"
    assert list(texts(delimited.read(data, "k.csv"))[2]) == ["X", "a", "eins, zwei, drei, vier"]


def test_excel_says_its_delimiter_in_a_line_of_its_own():
    table = delimited.read(b"sep=|\nPlattform|Handle\nX|a,b;c\n", "k.csv")
    assert texts(table) == {2: ["Plattform", "Handle"], 3: ["X", "a,b;c"]}


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_row():
    with pytest.raises(LinterError) as error:
        delimited.read(b'Plattform;Handle\nX;a\nX;"b\nX;c\n', "k.csv")
    assert error.value.render("en").startswith("k.csv:3: The quotation marks")


def test_a_file_that_is_no_text_of_the_encoding_asked_for_is_refused():
    with pytest.raises(LinterError, match="cannot be read as utf-8"):
        delimited.read(b"\xe4\xf6", "k.csv", encoding="utf-8")
    with pytest.raises(LinterError):
        delimited.read(b"\x81\x8d\x8f", "k.csv")


def test_a_cell_of_megabytes_is_read_and_the_limit_of_the_library_is_as_before():
    before = csv.field_size_limit()
    table = delimited.read(b"Plattform;Handle\nX;" + b"a" * 3_000_000, "k.csv")
    assert len(table.rows[2][2].text) == 3_000_000
    assert csv.field_size_limit() == before


def test_more_rows_than_a_registry_may_have_are_refused():
    with pytest.raises(LinterError, match="too large"):
        delimited.read(b"Handle\n" + b"a\n" * 100_001, "k.csv")


def test_more_columns_than_anybody_needs_are_refused_only_where_something_stands_in_them():
    assert delimited.read(b"Handle" + b";" * 5_000, "k.csv").rows[1].keys() == {1}
    with pytest.raises(LinterError, match="too large"):
        delimited.read(b"Handle" + b";" * 5_000 + b"x", "k.csv")
