"""What an Impressum says where it may speak of another body, told without knowing the house."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.contents import contents
from linter.pages.details.blocks import blocks_of

OURS = "<p>Stadt Bergheide<br>Rathausplatz 1<br>48931 Bergheide<br>rathaus@bergheide.example</p>"


def blocks(html: str) -> tuple[str, ...]:
    page = read_page(
        f"<title>Impressum</title><h1>Impressum</h1>{html}".encode(),
        content_type="text/html; charset=utf-8",
    )
    told = contents(page, "impressum").blocks
    assert told == blocks_of(page.visible)
    return told


def test_the_house_alone_stands_in_a_block_that_names_it():
    (block,) = blocks(OURS)
    assert block.startswith("stadt bergheide")
    assert "rathaus@bergheide.example" in block


@pytest.mark.parametrize(
    "others",
    [
        "<p>Stadt Talheim<br>Ring 5<br>48932 Talheim</p>",
        "<h2>Webmaster</h2><p>webmaster@netzwerk.example</p>",
        "<h2>Umsetzung</h2><p>Netzwerk Talheim GmbH<br>Ring 5<br>48932 Talheim</p>",
        "<footer><p>Verein Talheim e.V.<br>Ring 5<br>48932 Talheim</p></footer>",
    ],
)
def test_another_body_has_a_block_without_the_name_of_the_house(others):
    assert any("bergheide" not in block for block in blocks(OURS + others))
    assert any("bergheide" not in block for block in blocks(others + OURS))


def test_nothing_in_a_menu_and_no_town_without_its_address_begins_one():
    assert blocks("<nav><p>Stadt Talheim<br>48932 Talheim</p></nav><p>Stadt Talheim</p>") == ()


def test_a_link_belongs_to_its_block_with_its_address():
    html = "<h2>Webmaster</h2><p><a href='mailto:hilfe@Bergheide.example'>Nachricht</a></p>"
    assert [block for block in blocks(html) if "hilfe@bergheide.example" in block]
