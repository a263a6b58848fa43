import base64
import quopri
import time

import pytest

from linter.platforms.readers.saved_page import SavedPage, records, saved_json

PAGE = "<title>Stadt</title><meta property='og:url' content='https://x.com/stadt'><p>Grüße</p>".encode()


def archived(coding, body):
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.com/stadt?s=20\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b'\ttype="text/html";\r\n\tboundary="----MultipartBoundary--abc----"\r\n\r\n\r\n'
        b"------MultipartBoundary--abc----\r\nContent-Type: text/html\r\n"
        b"Content-Transfer-Encoding: "
        + coding
        + b"\r\nContent-Location: https://x.com/stadt\r\n\r\n"
        b"" + body + b"\r\n------MultipartBoundary--abc----\r\nContent-Type: image/png\r\n\r\nx\r\n"
    )


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        (b"quoted-printable", quopri.encodestring(PAGE)),
        (b"base64", base64.encodebytes(PAGE)),
        (b"binary", PAGE),
    ],
)
def test_a_page_saved_as_one_file_is_unpacked(coding, body):
    page = SavedPage(archived(coding, body))
    assert page.title == "Stadt"
    assert page.addresses == ("https://x.com/stadt", "https://x.com/stadt?s=20")
    assert "Grüße".encode() in page.source


def test_a_broken_archive_is_an_empty_page():
    assert SavedPage(archived(b"base64", b"A")).title == ""
    assert SavedPage(archived(b"8bit", b"").replace(b"text/html\r\n", b"text/x\r\n")).title == ""


def test_the_addresses_of_a_page_are_its_own_and_where_browsers_saved_it_from():
    chrome = b"<!-- saved from url=(0019)https://x.com/stadt -->\n<link rel=canonical href='https://x.com/s'>"
    assert SavedPage(chrome).addresses == ("https://x.com/s", "https://x.com/stadt")
    single = (
        b"<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://x.com/stadt \n-->"
    )
    assert SavedPage(single).addresses == ("https://x.com/stadt",)
    assert SavedPage(b"").addresses == ()


@pytest.mark.parametrize(
    "page",
    [
        b"<title>Anmelden | Forum</title>",
        b"<title>Log in to continue</title>",
        b"<link rel=canonical href='https://www.linkedin.com/authwall?x'>",
        b"<link rel=canonical href='https://consent.youtube.com/m'>",
        b"<form><input type='password'></form>",
        b"<title>Security Verification</title>",
    ],
)
def test_a_page_that_only_lets_people_in_is_known(page):
    assert SavedPage(page).asks_login


def test_a_page_about_something_else_asks_for_no_login():
    assert not SavedPage(b"<title>Stadt Musterhausen</title><input type=search>").asks_login


def test_scripts_keep_their_text_as_it_is():
    page = SavedPage(
        b'<SCRIPT id=a type=x>{"a":"<b>&amp;"}</SCRIPT><script>\'<p>\'</script><script>open'
    )
    assert [text for _, text in page.scripts()] == [b'{"a":"<b>&amp;"}', b"'<p>'", b"open"]
    assert page.script(b"id=a") == {"a": "<b>&amp;"}
    assert page.script(b"id=b") is None


@pytest.mark.parametrize(
    "script",
    [
        'var data = {"a": {"b": "};"}};',
        'window["data"] = {"a": {"b": "};"}}; window.more = {};',
        'use(data); data={"a": {"b": "};"}}',
    ],
)
def test_what_a_script_assigns_is_found(script):
    assert SavedPage(f"<script>{script}</script>".encode()).assigned(b"data") == {"a": {"b": "};"}}


@pytest.mark.parametrize(
    "script", ["", "var data = {", "data == {}", "var data = [1]", "data = {a}"]
)
def test_what_a_script_does_not_assign_is_not_found(script):
    assert SavedPage(f"<script>{script}</script>".encode()).assigned(b"data") is None


def test_linked_data_is_found_in_graphs_and_lists():
    page = SavedPage(
        b'<script type="application/ld+json">{"@graph":[{"@type":["Organization","Thing"],"name":"A"},'
        b'{"@type":"WebPage"}]}</script><script type="application/ld+json">{"@type":7}</script>'
    )
    assert [found["name"] for found in page.described("Organization")] == ["A"]


def test_only_json_is_saved_json():
    assert saved_json(b' \n{"a": 1}') == {"a": 1}
    assert saved_json(b'\xef\xbb\xbf[{"a": 1}]') == [{"a": 1}]
    for other in (b"", b"<html>", b"{", b"7", b'"a"', b"[" * 200_000):
        assert saved_json(other) is None


def test_records_come_outer_ones_first_and_are_bounded():
    assert [
        found["n"] for found in records({"n": 1, "a": [{"n": 2, "b": {"n": 3}}, {"n": 4}]})
    ] == [*(1, 2, 3, 4)]
    assert sum(1 for _ in records([{}] * 300_000)) < 200_001


@pytest.mark.parametrize(
    "piece",
    [
        b"<script ",
        b"<script>",
        b"data = {",
        b"<!-- saved from url=(1)",
        b"<meta property=og:title content=",
        b"<meta name=a content=b>",
        b"boundary=a multipart/related\n\n--a\n",
        b"<title>anmelden ",
    ],
)
def test_a_page_of_two_megabytes_of_the_same_takes_no_long_time(piece):
    page = SavedPage(piece * (2_000_000 // len(piece)))
    start = time.process_time()
    assert len(page.title) < 1_000
    assert not page.addresses
    assert page.asks_login == (b"anmelden" in piece)
    assert page.assigned(b"data") is None
    assert list(page.json_scripts(b"data")) == []
    assert page.script(b"data") is None
    assert time.process_time() - start < 3
