"""What a page's own style sheet hides for good is not read; what opens on a click is."""

from __future__ import annotations

import time

import pytest

from linter.pages import read_page
from linter.pages.markup.sheet import hidden_by


@pytest.mark.parametrize(
    ("style", "hidden"),
    [
        (".a{display:none}", {".a"}),
        ("p.a , #b { color: red; visibility : hidden }", {".a", "#b"}),
        (".a{color:red}", set()),
        ("/* .a{display:none} */ .b{display:none}", {".b"}),
        ("@media print{.a{display:none}} .b{display:none}", {".b"}),
        ("@import url(x.css); .a{display:none}", {".a"}),
        (".a{display:none} .a.on{display:block}", set()),
        (".menu .a{display:none}", set()),
        (".tab-pane{display:none} .accordion-body{display:none}", set()),
        ("none{{{}}}}", set()),
        (".a{display:none} @media (min-width:9em){.a{display:block}}", set()),
        (".a{display:none} @media print{.a{display:block}}", {".a"}),
    ],
)
def test_only_plain_rules_for_every_screen_hide(style: str, hidden: set[str]) -> None:
    assert hidden_by(style) == hidden


def test_a_hidden_line_is_marked_and_its_link_too() -> None:
    page = read_page(
        b"<style>.x{display:none}</style><p class='y x'>alt <a href='/a'>Impressum</a></p><p>neu</p>"
    )
    assert [(line.text, line.hidden) for line in page.text_lines] == [
        ("alt Impressum", True),
        ("neu", False),
    ]
    assert [link.hidden for link in page.links] == [True]


@pytest.mark.parametrize(
    ("style", "attributes", "hidden"),
    [
        (".x{display:none}", "class=x", True),
        (".x{display:none}", "class=x style='display:block'", False),
        (".x{display:none!important}", "class=x style='display:block'", True),
        (".x{display:none}#y{display:block}", "class=x id=y", False),
        ("#y{display:block}.x{display:none}", "class=x id=y", False),
        (".x{display:none}.y{display:flex}", "class='y x'", False),
        (".y{display:flex}.x{display:none}", "class='y x'", True),
        (".x{display:none!important}.y{display:flex}", "class='y x'", True),
        (".x{display:none}@media (min-width:768px){.y{display:block}}", "class='x y'", False),
        (".x{display:none}@media print{.y{display:block}}", "class='x y'", True),
        (".x{display:none}</style><style>.y{display:block}", "class='x y'", False),
        (".y{display:block}</style><style>.x{display:none}", "class='x y'", True),
    ],
)
def test_the_weightiest_rule_tells(style: str, attributes: str, hidden: bool) -> None:
    page = read_page(
        f"<style>{style}</style><div {attributes}><a href=/i>Impressum</a></div>".encode()
    )
    assert [link.hidden for link in page.links] == [hidden]
    assert [line.hidden for line in page.text_lines] == [hidden]


@pytest.mark.parametrize("sheet", ["", "<style>.q{display:none}</style>"])
@pytest.mark.parametrize(
    ("html", "hidden"),
    [
        ("<div style='visibility:hidden'><b>{}</b></div>", True),
        ("<div style='visibility:hidden'><b style='visibility:visible'>{}</b></div>", False),
        ("<div style='display:none'><b style='visibility:visible'>{}</b></div>", True),
        ("<div style='visibility:hidden'><p hidden><b style='visibility:visible'>{}</b></p></div>", True),
        ("<div hidden>{}</div>", True),
        ("<div hidden style='display:block'>{}</div>", False),
        ("<object>{}</object>", False),
        ("<object data=/a.pdf>{}</object>", True),
        ("<object data=/a.pdf></object><object>{}</object>", False),
    ],
)  # fmt: skip
def test_what_is_shown_again_is_not_hidden(sheet: str, html: str, hidden: bool) -> None:
    page = read_page((sheet + html.format("<a href=/i>Impressum</a>")).encode())
    assert [link.hidden for link in page.links] == [hidden]
    assert [line.hidden for line in page.text_lines] == [hidden]


@pytest.mark.parametrize("piece", ["/*", "{", "}", "@", "@media{", ".a{display:none", ".a,", "a"])
def test_a_hostile_sheet_costs_no_more_than_its_length(piece: str) -> None:
    assert isinstance(hidden_by("none" + piece * (200_000 // len(piece))), frozenset)


def test_very_many_sheets_cost_no_more_than_their_length() -> None:
    names = "".join(f".a{number}{{display:none}}" for number in range(4900))
    shows = "".join(f"<style>.b{number % 7}{{display:block}}</style>" for number in range(30_000))
    page = read_page(f"<style>{names}</style>{shows}<p class=a7>alt</p>".encode())
    began = time.process_time()
    assert [line.hidden for line in page.text_lines] == [True]
    assert time.process_time() - began < 4
