from __future__ import annotations

import time

import pytest

from linter.pages import read_page
from linter.pages.clicks.refresh import forward_of, later_of

URL = "https://stadt.de/rathaus/start.html"


def forward(html: str):
    return forward_of(read_page(html.encode(), url=URL, content_type="text/html"))


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ('<meta http-equiv="refresh" content="0; url=neu.html">', "https://stadt.de/rathaus/neu.html"),
        ("<META HTTP-EQUIV=Refresh CONTENT='0;URL=/neu'>", "https://stadt.de/neu"),
        ("<meta content='5;url=/neu?a=1&amp;b=2' http-equiv=refresh>", "https://stadt.de/neu?a=1&b=2"),
        ("<meta http-equiv=refresh content=\"0; url='/neu'\">", "https://stadt.de/neu"),
        ("<meta http-equiv=refresh content='0 /neu'>", "https://stadt.de/neu"),
        ("<base href=https://www.stadt.de/a/><meta http-equiv=refresh content='1;url=b'>", "https://www.stadt.de/a/b"),
        ("<script>location.replace('/neu')</script>", "https://stadt.de/neu"),
        ('<script>window.location.href="https://neu.de/";</script>', "https://neu.de/"),
    ],
)  # fmt: skip
def test_a_page_that_forwards_at_once_is_followed(html: str, url: str):
    found = forward(html)
    assert found is not None
    assert found.url == url


@pytest.mark.parametrize(
    "html",
    [
        "<meta http-equiv=refresh content='6; url=/neu'>",
        "<meta http-equiv=refresh content=300>",
        "<!-- <meta http-equiv=refresh content='0; url=/neu'> -->",
        "<noscript><meta http-equiv=refresh content='0; url=/neu'></noscript>",
        "<script>var a = \"<meta http-equiv=refresh content='0; url=/neu'>\"</script>",
        "<meta http-equiv=refresh content='0; url=javascript:alert(1)'>",
        "<meta name=refresh content='0; url=/neu'>",
        "<script>function weg() { location.href = '/neu'; }</script>",
        "<script>location.replace('/neu')</script><p>" + "Viel Text. " * 30,
        "<p>location.href = '/neu'</p>",
    ],
)
def test_a_page_that_stays_is_not_left(html: str):
    assert forward(html) is None


@pytest.mark.parametrize(
    "html",
    ["refresh" + "<!--" * 200_000, "refresh" + "<meta " * 200_000, "<noscript>refresh" * 100_000,
     "<script>location" + "location." * 100_000, "refresh<meta content=" + "'" * 300_000],
)  # fmt: skip
def test_hostile_pages_cost_no_more_than_long_ones(html: str):
    page = read_page(html.encode(), url=URL, content_type="text/html")
    start = time.process_time()
    forward_of(page)
    assert time.process_time() - start < 0.5


def test_a_forwarding_is_found_whatever_follows_the_word():
    late = "<p>Wir erneuern (refresh) unsere Seite.</p>" + "<!-- x -->" * 2000
    assert forward(f"<meta http-equiv=refresh content='0;url=/neu'>{late}").url == URL.replace(
        "rathaus/start.html", "neu"
    )
    assert forward(f"<!-- <meta http-equiv=refresh content='0;url=/neu'>{'x' * 9000} -->") is None


def test_a_page_that_moves_on_by_script_and_without_one_needs_none():
    unaided = '<noscript><meta http-equiv="refresh" content="0;URL=/neu"></noscript>'
    moves = "<script>location.replace('/neu')</script>"
    assert forward(unaided + moves).kind == "refresh"
    assert forward(moves).kind == "script"
    assert forward(unaided) is None


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("0; url=/neu", "https://stadt.de/neu"),
        ("0;URL='neu.html'", "https://stadt.de/rathaus/neu.html"),
        ("5", None),
        ("6; url=/neu", None),
        ("0; url=javascript:alert(1)", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("kind", ["text/html", "text/plain"])
def test_the_header_is_heeded_as_the_element_is(said, url, kind):
    page = read_page(b"<base href=/a/>", url=URL, content_type=kind)
    page.refresh = said
    found = forward_of(page)
    assert (found.url if found else None) == url


def test_the_header_goes_before_the_element():
    page = read_page(b"<meta http-equiv=refresh content='0;url=/alt'>", url=URL)
    page.refresh = "9; url=/neu"
    assert forward_of(page) is None
    assert later_of(page).url == "https://stadt.de/neu"
