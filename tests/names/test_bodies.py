"""What is named after an office without meaning anybody in it: conferences, elections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from linter.names import Reader


def offices(reader: Reader, text: str) -> list[str]:
    return [part.text for part in reader.read(text, authority="im-nrw").of("office")]


@pytest.mark.parametrize(
    "text",
    [
        "minister_innen_konferenz",
        "Bürgermeister/innen-Wahl",
        "Landrats- und Bürgermeisterwahlen",
        "Justizministerinnen- und Justizministerkonferenz",
        "konferenzderumweltminister",
        "Konferenz der Regierungschefinnen und Regierungschefs der Länder",
        "Stichwahl der Oberbürgermeisterin",
        "wahl_des_landrats",
        "Wahl zum Bürgermeister",
        "OB-Wahlen 2025",
    ],
)
def test_a_conference_or_an_election_is_no_persons_office(reader: Reader, text: str) -> None:
    assert offices(reader, text) == []


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Büro der Ministerin", ["Ministerin"]),
        ("Konferenz des Ministers", ["Ministers"]),
        ("Ministerinnen und Minister", ["Ministerinnen", "Minister"]),
        ("minister_und_beirat", ["minister"]),
        ("minister_und_rat", ["minister"]),
    ],
)
def test_the_office_beside_a_body_stays_one(reader: Reader, text: str, titles: list[str]) -> None:
    assert offices(reader, text) == titles
