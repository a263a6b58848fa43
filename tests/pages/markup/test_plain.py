"""Text and Markdown: headings, what HTML hides in them, addresses that stand apart from their links."""

from __future__ import annotations

import time

import pytest

from linter.pages.markup.plain import PlainTree


def lines(text: str) -> list[tuple[int, int, str]]:
    return [(line.number, line.heading, line.text) for line in PlainTree(text.encode()).lines()]


@pytest.mark.parametrize(
    ("written", "level", "text"),
    [
        ("### Verein", 3, "Verein"),
        ("###Verein", 3, "Verein"),
        ("#Über uns", 1, "Über uns"),
        ("#ehrenamt", 0, "#ehrenamt"),
        ("#Ehrenamt #Verein", 0, "#Ehrenamt #Verein"),
        ('<h2 class="top">Impressum</h2>', 2, "Impressum"),
        ("<h2>Impressum</h3>", 0, "Impressum"),
    ],
)
def test_a_heading_is_told_from_words_with_signs(written: str, level: int, text: str):
    assert lines(f"Vorher\n\n{written}\n\nNachher")[1] == (3, level, text)


def test_what_html_hides_is_no_text_and_the_lines_keep_their_numbers():
    text = "eins\n<!--\nzwei\n-->\ndrei\n<style>\nh2 {}\n</STYLE>\nvier\n<!-- ohne Ende\nfünf"
    assert lines(text) == [(1, 0, "eins"), (5, 0, "drei"), (9, 0, "vier")]


def test_a_script_that_never_ends_is_text():
    assert lines("eins\n<script>\nzwei")[-1] == (3, 0, "zwei")


def test_an_address_is_brought_to_its_link():
    tree = PlainTree(
        b"Mail: [Vorstand][1] und [Kasse][]\n\n[1]: mailto:a@b.example\n[kasse]: /k 'K'"
    )
    assert tree.anchors() == [("Vorstand", "mailto:a@b.example"), ("Kasse", "/k")]
    assert lines("[eins][zwei]\n[drei]: /x")[0][2] == "[eins][zwei]"


@pytest.mark.parametrize(
    "unit",
    ["<script>", "<script></SCRIPT>", "<STYLE></script>", "<!-- ", "[a][b] ", "[a]: b\n", "[a][a]\n[a]: <"],
)  # fmt: skip
def test_what_is_never_ended_costs_no_more_than_its_length(unit: str):
    begin = time.process_time()
    _ = list(PlainTree(unit.encode() * 80_000).lines())
    assert time.process_time() - begin < 3
