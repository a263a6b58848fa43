"""A house in running text: its own subjects make the name, other governments' ministries don't."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from linter.names.house import House
from linter.names.in_text import named_in
from linter.rulebook.facts import authorities_from
from linter.testing import load_for_tests

if TYPE_CHECKING:
    from linter.registry.account import Authority


@pytest.fixture(scope="module")
def authorities() -> dict[str, Authority]:
    return authorities_from(load_for_tests().facts)


def named(authorities: dict[str, Authority], house: str, text: str) -> list[str]:
    found = named_in(text, House(authorities[house], authorities))
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("house", "text", "name"),
    [
        ("msb-nrw", "Neues aus dem Schul- und Bildungsministerium NRW", "Schul- und Bildungsministerium"),
        ("mags-nrw", "Arbeits-/Sozialministerium", "Arbeits-/Sozialministerium"),
        ("im-nrw", "Referat im Ministerium für Inneres NRW", "Ministerium für Inneres"),
        ("msb-nrw", "NRW-Bildungsministerium", "NRW-Bildungsministerium"),
        ("mags-nrw", "Min. f. Arbeit: Ministerium f. Arbeit u. Soziales", "Ministerium f. Arbeit u. Soziales"),
        ("munv-nrw", "DAS MINISTERIUM FÜR UMWELT UND VERKEHR", "MINISTERIUM FÜR UMWELT UND VERKEHR"),
        ("munv-nrw", "Landesverkehrsministerium", "Landesverkehrsministerium"),
        ("jm-nrw", "Das Justiz-Ministerium erklärt", "Justiz-Ministerium"),
        ("mhkbd-nrw", "vom Ministerium für Heimat und Bauen.", "Ministerium für Heimat und Bauen"),
        ("mlv-nrw", "Team des Ministeriums für Landwirtschaft", "Ministeriums für Landwirtschaft"),
    ],
)  # fmt: skip
def test_a_house_is_named_by_some_of_its_subjects(
    authorities: dict[str, Authority], house: str, text: str, name: str
) -> None:
    assert named(authorities, house, text) == [name]


@pytest.mark.parametrize(
    ("house", "text"),
    [
        ("msb-nrw", "Bundesministerium für Bildung"),
        ("msb-nrw", "Bildungsministerium des Bundes"),
        ("msb-nrw", "Ministerium für Bildung des Landes Hessen"),
        ("msb-nrw", "Bundesbildungsministerium"),
        ("fm-nrw", "Bildungsministerium NRW"),
        ("im-nrw", "Neues aus den Ministerien im Land"),
    ],
)
def test_what_is_another_governments_or_another_houses_is_not_named(
    authorities: dict[str, Authority], house: str, text: str
) -> None:
    assert named(authorities, house, text) == []
