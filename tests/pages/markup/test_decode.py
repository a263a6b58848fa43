from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.markup.decode import MOST_BYTES, decode

WORD = "Straße"


@pytest.mark.parametrize(
    ("data", "content_type", "encoding"),
    [
        (b"\xef\xbb\xbf" + WORD.encode(), "text/html; charset=iso-8859-1", "utf-8"),
        (b"\xff\xfe" + WORD.encode("utf-16-le"), "", "utf-16le"),
        (b"\xfe\xff" + WORD.encode("utf-16-be"), "", "utf-16be"),
        (WORD.encode("cp1252"), 'text/html; charset="ISO-8859-1"', "windows-1252"),
        (WORD.encode(), "text/html; charset=utf-8", "utf-8"),
        (b'<meta charset="latin1">' + WORD.encode("cp1252"), "", "windows-1252"),
        (b"<META CHARSET=UTF-8>" + WORD.encode(), "", "utf-8"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">'
            + WORD.encode("iso-8859-15"),
            "",
            "iso-8859-15",
        ),
        (b'<!-- <meta charset="utf-7"> -->' + WORD.encode(), "", "utf-8"),
        (WORD.encode(), "", "utf-8"),
        (WORD.encode("cp1252"), "", "windows-1252"),
        (WORD.encode("cp1252"), "text/html; charset=unknown-8", "windows-1252"),
    ],
)
def test_a_page_is_decoded_as_a_browser_would(data: bytes, content_type: str, encoding: str):
    read, name, cut = decode(data, content_type)
    assert (name, cut) == (encoding, False)
    assert read.decode().endswith(WORD)


def test_the_declared_utf_16_of_a_page_read_byte_by_byte_is_utf_8():
    assert decode(b'<meta charset="utf-16">' + WORD.encode())[1] == "utf-8"


def test_utf_8_cut_in_the_middle_of_a_character_stays_utf_8():
    assert decode((WORD * 3 + "ä").encode()[:-1])[1] == "utf-8"


def test_what_is_malformed_becomes_a_replacement_character():
    page = read_page("<p>Müller Stra".encode() + b"\xdfe", content_type="text/html; charset=utf-8")
    assert page.text_lines[0].text == "Müller Stra\ufffde"


def test_a_page_that_is_another_encoding_throughout_is_read_as_that():
    page = read_page(b"<p>M\xfcller Stra\xdfe", content_type="text/html; charset=utf-8")
    assert page.text_lines[0].text == "Müller Straße"
    assert page.encoding == "windows-1252"


def test_more_than_the_bound_is_not_read_and_said_so():
    page = read_page(b"<p>x</p>" + b" " * MOST_BYTES)
    assert page.truncated
    assert [line.text for line in page.text_lines] == ["x"]


def test_a_letter_that_stands_late_tells_the_encoding_as_well():
    data = b'<meta charset="utf-8">' + b"a" * 5000 + "ä".encode("cp1252")
    assert decode(data)[1] == "windows-1252"
    assert decode(data + "ä".encode())[1] == "utf-8"
    cut_at_the_seam = b'<meta charset="utf-8">' + b"a" * 2025 + "ä".encode() + b"\xe4"
    assert decode(cut_at_the_seam)[1] == "utf-8"
