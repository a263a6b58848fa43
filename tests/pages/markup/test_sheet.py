"""What a page's own style sheet hides for good is not read; what opens on a click is."""

from __future__ import annotations

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


@pytest.mark.parametrize("piece", ["/*", "{", "}", "@", "@media{", ".a{display:none", ".a,", "a"])
def test_a_hostile_sheet_costs_no_more_than_its_length(piece: str) -> None:
    assert isinstance(hidden_by("none" + piece * (200_000 // len(piece))), frozenset)
