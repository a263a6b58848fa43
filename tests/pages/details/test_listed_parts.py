"""A list that names the parts of a page, as tabs do: what stands below it begins with the first."""

from __future__ import annotations

from typing import Any

import pytest

from linter.pages import read_page
from linter.pages.details import details_of

OWN = "<p>Auenhallen GmbH, Markt 2, 48931 Auen, Geschäftsführerin: Ute Kern, Tel. 02599 88-0, post@auenhallen.example</p>"
NOTICE = "<p>Verantwortliche: Auenhallen GmbH. Rechtsgrundlage: Art. 6 Abs. 1 Buchst. f DSGVO. Rechte: Auskunft, Berichtigung, Löschung.</p>"
THEIRS = "<p>Wolkenhaus AG, Talweg 7, 50667 Köln, Vorstand: Ole Brandt, info@wolkenhaus.example</p>"
TITLE = "<title>Impressum und Datenschutz</title>"


def said(body: str) -> dict[str, Any]:
    return details_of(read_page((TITLE + body).encode())).contract()


@pytest.mark.parametrize(
    "entries",
    [
        ("Impressum", "Datenschutz"),
        ("Impressum", "Datenschutz", "Barrierefreiheit"),
        ("Impressum", "Datenschutz", "Haftungsausschluss"),
        ("Start", "Impressum", "Datenschutz"),
    ],
)
def test_the_first_panel_is_the_impressum(entries: tuple[str, ...]):
    tabs = "".join(f"<li role=tab>{entry}</li>" for entry in entries)
    found = said(f"<main><ul role=tablist>{tabs}</ul><div>{OWN}</div><div>{NOTICE}</div></main>")
    assert found["provider_name"] == "Auenhallen GmbH"
    assert found["street"] == "Markt 2"
    assert found["representative"] == ["Ute Kern"]
    assert [mail["normalised"] for mail in found["email"]] == ["post@auenhallen.example"]


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Impressum</h1>{OWN}<h2>Datenschutz</h2><p>Unser Auftragsverarbeiter:</p>{THEIRS}",
        f"<p>Impressum</p>{OWN}<p>Datenschutz</p><p>Unser Auftragsverarbeiter:</p>{THEIRS}",
    ],
)
def test_a_part_with_a_name_of_its_own_is_another(body: str):
    found = said(body)
    assert found["provider_name"] == "Auenhallen GmbH"
    assert [mail["normalised"] for mail in found["email"]] == ["post@auenhallen.example"]
