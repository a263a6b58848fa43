from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.pages import read_page

PIECES = st.sampled_from(
    ["<", ">", "</", "<a href=", "<a href='/impressum'>", "Impressum", "Datenschutz", "<h1>", "</h1>", "<table><tr><td>", "<th>", "</td>",
     "<dl><dt>", "<dd>", "<b>", "</b>", "<br>", "<div hidden>", "<template>", "</template>", "<script>", "</script>", "<!--", "-->", "<svg>",
     "<math>", "<frameset>", "<select>", "<noscript>", "<plaintext>", "<title>", "&shy;", "&#0;", "&#x202e;", "\0", "\u202e", "12345 Ort 1",
     "§ 5 DDG", "<base href='http://['>", "<p style='display:none'>", "**", "](", "[", "\n", "---\n", "#", '"', "'", "=", " "]
)  # fmt: skip
PAGES = st.lists(PIECES, max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(
    PAGES | st.text(max_size=200),
    st.sampled_from(["", "text/html", "text/plain", "text/html; charset=utf-16"]),
)
def test_any_text_is_read_without_an_error(text: str, content_type: str):
    page = read_page(
        text.encode("utf-8", "surrogatepass"), url="http://b.de/", content_type=content_type
    )
    assert page.reasons is not None
    assert all(line.text == line.text.strip() != "" for line in page.text_lines)
    assert [line.number for line in page.text_lines] == sorted(
        line.number for line in page.text_lines
    )
    for link in page.links:
        assert link.resolved is not None
        assert link.region in {"", "header", "nav", "main", "aside", "footer"}


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_an_error(data: bytes):
    page = read_page(data)
    assert page.page_type
    assert isinstance(page.text_lines, tuple)


@pytest.mark.parametrize(
    "make",
    [
        lambda n: b"<p>Zeile</p>" * n,
        lambda n: b"<a href=/impressum>Impressum</a> " * n,
        lambda n: b"<h1>Impressum</h1>" * n,
        lambda n: b"<table>" + b"<tr><td>a<td>b" * n,
        lambda n: b"<a href=x>" + b"<img alt=x>" * n,
        lambda n: b"<svg>" + b"<a href=x>ab" * n,
        lambda n: b"<svg><desc><p></p></desc>" + b"<a href=x/>ab" * n,
        lambda n: b"<bdo dir=rtl>abc</bdo>" * n,
        lambda n: b"<div hidden>x</div>" * n,
        lambda n: b"12345 Ort \xa7 " * n,
        lambda n: b"<a href='" + b"x" * 20 * n + b"'>",
    ],
)
def test_time_grows_with_the_length_and_no_faster(make):
    def cost(size: int) -> float:
        data = make(size)
        best = 9.0
        for _ in range(7):
            begin = time.process_time()
            page = read_page(data, content_type="text/html; charset=utf-8")
            _ = page.text_lines, [link.region for link in page.links]
            best = min(best, time.process_time() - begin)
        return best

    assert cost(20_000) < 12 * cost(5_000) + 0.05


def test_fifty_megabytes_are_read_up_to_the_bound():
    begin = time.process_time()
    page = read_page(b"<p>Text " * 6_500_000, content_type="text/html")
    assert page.truncated
    assert len(page.text_lines) <= 200_000
    assert time.process_time() - begin < 10


def _names(number: int) -> str:
    return " ".join(f"a{place:x}" for place in range(number))


@pytest.mark.parametrize(
    "anchor",
    [
        b'<p>Absatz <a href="#x"><svg><path d="M0"/></svg></a>',
        b'<p>Absatz <a name="x"/>',
        b"<p>Absatz <a href=x/></a>",
    ],
)
def test_a_drawing_in_a_long_page_costs_it_no_link(anchor: bytes):
    page = read_page(
        b"<svg></svg>" + anchor * 3000 + b"<p><a href=/impressum>Impressum</a>",
        content_type="text/html; charset=utf-8",
    )
    assert "Impressum" in page.links[-1].text


@pytest.mark.parametrize(
    "page",
    [
        f"<p {_names(10_000)}>Impressum</p>",
        f"<p x='>' {_names(10_000)}>Impressum</p>",
        "".join(f"<p {_names(2700)}>Impressum</p>" for _ in range(14)),
        f"<div {_names(9000)}><b>Impressum</b></div>" + "<br>" * 1200,
    ],
    ids=["one tag", "a quoted end first", "several tags", "among many tags"],
)
def test_a_tag_of_thousands_of_attributes_costs_no_more_than_its_length(page: str):
    plain = "<p>Impressum</p>" * (len(page) // 16)
    assert min(map(_cost, [page] * 3)) < 3 * _cost(plain) + 0.06


def _cost(page: str) -> float:
    begin = time.process_time()
    assert read_page(page.encode()).page_type
    return time.process_time() - begin


def test_a_picture_drawn_in_an_attribute_is_no_tag_of_many_attributes():
    path = " ".join(f"L{place}.5,{place}.25" for place in range(2000))
    page = read_page(f'<svg><path d="M0,0 {path}" class="x"/></svg><p>Impressum</p>'.encode())
    assert not page.truncated
    assert [line.text for line in page.text_lines] == ["Impressum"]
