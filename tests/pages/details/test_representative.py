"""Who represents a body: the sentences and lists in which it is said."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.details import details_of


def read(text: str) -> list[str]:
    page = read_page(
        f"Impressum\n\nStadt Aue\nAm Markt 1\n12345 Aue\n\n{text}".encode(),
        content_type="text/plain",
    )
    return [one.value for one in details_of(page).representative]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vertreten durch Oberbürgermeisterin Katja Dörfel", ["Katja Dörfel"]),
        ("vertreten durch den Oberbürgermeister, Herrn Dr. Uwe Schneid", ["Dr. Uwe Schneid"]),
        ("Die Stadt Aue wird vertreten durch ihre Bürgermeisterin Eva Stein.", ["Eva Stein"]),
        (
            "Sie wird durch den Oberbürgermeister Theo Westkamp gesetzlich vertreten.",
            ["Theo Westkamp"],
        ),
        ("Gesetzlich vertreten durch die Landrätin Dr. Ina Moor, Kreishaus 1", ["Dr. Ina Moor"]),
        ("Vertretungsberechtigter: Bürgermeister Max Holm", ["Max Holm"]),
        (
            "Gesetzliche Vertreterin: Oberbürgermeisterin Henriette Reker-Moor",
            ["Henriette Reker-Moor"],
        ),
        (
            "Vertretungsberechtigte Person\nPräsident Prof. Dr. Lutz Becker",
            ["Prof. Dr. Lutz Becker"],
        ),
        (
            "Vorstand:\nAnna Kern (Vorsitzende)\nBen Lutz\nCem Yıldız",
            ["Anna Kern", "Ben Lutz", "Cem Yıldız"],
        ),
        ("Geschäftsführerin: Dr.-Ing. Pia Rohr", ["Dr.-Ing. Pia Rohr"]),
        ("Geschäftsführung: Pia Rohr (Sprecherin), Ole Tank", ["Pia Rohr", "Ole Tank"]),
        ("Die Geschäftsführer sind Pia Rohr und Ole Tank.", ["Pia Rohr", "Ole Tank"]),
        ("Oberbürgermeister: Marc Buchhorn", ["Marc Buchhorn"]),
        ("Der Bürgermeister: Uli Roth", ["Uli Roth"]),
        ("Polizeipräsident Alexander Dier-Moor", ["Alexander Dier-Moor"]),
        ("Minister: Herbert Reulich", ["Herbert Reulich"]),
        ("Ministerpräsident Hendrik Wüstner", ["Hendrik Wüstner"]),
        ("Represented by the Lord Mayor Thomas Kemp", ["Thomas Kemp"]),
        ("Represented by: Dr. Ann-Kathrin O’Brien (Director)", ["Dr. Ann-Kathrin O’Brien"]),
        ("Vertretungsberechtigt sind Anna Kern und Ben Lutz.", ["Anna Kern", "Ben Lutz"]),
        ("1. Vorsitzende: Anna Kern, 2. Vorsitzender: Ben Lutz", ["Anna Kern", "Ben Lutz"]),
        ("Vertreten durch:\nOberbürgermeister\nTheo Westkamp", ["Theo Westkamp"]),
        ("Vertreten durch den Vorstandsvorsitzenden Anno von Aue", ["Anno von Aue"]),
        ("Inhaber: Karl Zorn", ["Karl Zorn"]),
        ("Amtsleiterin: Ute Kuhn", ["Ute Kuhn"]),
        ("Regierungspräsident: Thomas Schürm", ["Thomas Schürm"]),
    ],
)
def test_representative_is_named(text: str, names: list[str]) -> None:
    assert read(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Vorsitzender des Aufsichtsrates: Hans Groß",
        "Die Stadt wird durch den Oberbürgermeister vertreten.",
        "Aufsichtsrat:\nHans Groß (Vorsitzender)",
        "Redaktion: Lisa Kamp",
        "Fotos: Peter Blitz",
        "Datenschutzbeauftragter: Jan Berg",
        "Ansprechpartnerin: Lisa Kamp",
        "Pressesprecher: Jan Berg",
        "Bürgermeister-Müller-Straße 5",
        "Webmaster: Ole Stein",
    ],
)
def test_others_do_not_represent(text: str) -> None:
    assert read(text) == []


def test_office_without_a_name_is_kept_apart() -> None:
    page = read_page(
        "Impressum\n\nDie Stadt Aue wird durch den Oberbürgermeister vertreten.".encode()
    )
    details = details_of(page)
    assert details.representative == ()
    assert details.representative_role is not None
    assert details.representative_role.value == "Oberbürgermeister"
