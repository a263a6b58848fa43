"""Whatever sets label and value apart - a line, a cell, a sign, a dash, a style sheet -, each detail is read."""

from __future__ import annotations

from typing import Any

import pytest

from linter.pages import read_page
from linter.pages.details import details_of

Fields = dict[str, tuple[str, str]]
"""By detail: its label and its value; name, street and place first."""
PLACE = ("provider_name", "street", "place")
COMPANY: Fields = {
    "provider_name": ("Anbieter", "Stadtwerke Auental GmbH"),
    "street": ("Straße", "Ringstr. 4"),
    "place": ("Ort", "59065 Hamm"),
    "phone": ("Telefon", "02381 281-0"),
    "fax": ("Telefax", "02381 281-99"),
    "email": ("E-Mail", "post@auen.example"),
    "representative": ("Geschäftsführerin", "Anna Lutz"),
    "register": ("Registergericht", "Amtsgericht Hamm"),
    "register_number": ("Registernummer", "HRB 4711"),
    "vat_id": ("USt-IdNr.", "DE136695976"),
    "editorially_responsible": ("Verantwortlich für den Inhalt", "Jo Kern"),
    "supervisory_authority": ("Aufsichtsbehörde", "Bezirksregierung Arnsberg"),
}
TOWN: Fields = {
    "provider_name": ("Anbieterin", "Gemeinde Auental"),
    "street": ("Besucheranschrift", "Am Anger 7a"),
    "place": ("PLZ und Ort", "59065 Auental"),
    "phone": ("Zentrale", "+49 2381 281-0"),
    "fax": ("Fax-Nr.", "+49 2381 281-99"),
    "email": ("E-Mail-Adresse", "gemeinde@auental.example"),
    "representative": ("Gesetzlicher Vertreter", "Dr. Jo Kern"),
    "vat_id": ("USt-ID", "DE 136695976"),
    "editorially_responsible": (
        "Inhaltlich verantwortlich gemäß § 18 Abs. 2 MStV",
        "Anna Lutz-Meier",
    ),
    "supervisory_authority": ("Zuständige Behörde", "Landratsamt Auen"),
}
ABROAD: Fields = {
    "provider_name": ("Provider", "Auental University"),
    "street": ("Address", "Ringstraße 4"),
    "place": ("City", "59065 Hamm"),
    "phone": ("Phone", "+49 2381 281-0"),
    "fax": ("Fax", "+49 2381 281-99"),
    "email": ("E-mail", "info@uni.example"),
    "representative": ("Represented by", "Prof. Dr. Jo Kern"),
    "vat_id": ("VAT ID", "DE136695976"),
    "editorially_responsible": ("Responsible for content", "Anna Lutz"),
    "supervisory_authority": ("Supervisory authority", "Ministry of Culture and Science"),
}
BLOCK = "<p>{name}<br>{street}<br>{place}</p>"
EACH = {
    "lines": "<p>{label}: {value}</p>",
    "line breaks": "<p>{label}:<br>{value}</p>",
    "divisions": "<div>{label}: {value}</div>",
    "labels in lines of their own": "<p>{label}</p><p>{value}</p>",
    "headings": "<h3>{label}</h3><p>{value}</p>",
    "bold lines": "<p><strong>{label}</strong><br>{value}</p>",
    "bold words": "<p><strong>{label}</strong> {value}</p>",
    "bold words with a colon": "<p><b>{label}:</b> {value}</p>",
    "dashes": "<p>{label} – {value}</p>",
    "list items": "<li>{label}: {value}</li>",
    "boxes side by side": "<div><div>{label}</div><div>{value}</div></div>",
    "words with a colon and no blank": "<div><span>{label}:</span><span>{value}</span></div>",
}
"""One field below the block of name and address."""
SIGNS = (" | ", " · ", ", ", " – ", " // ", ". ")
"""What parts the fields of one line."""
ALL = {
    "cells": "<tr><td>{label}</td><td>{value}</td></tr>",
    "terms": "<dt>{label}:</dt><dd>{value}</dd>",
    "bold words, name and address among them": "<b>{label}:</b> {value}<br>",
    "labels of a form": "<p><label>{label}</label><br>{value}</p>",
}
"""One field of a page on which name and address are fields, too."""
HEAD = "<h1>Impressum</h1>"


def pages(fields: Fields) -> dict[str, str]:
    """The same Impressum in every layout."""
    name, street, place = (fields[key][1] for key in PLACE)
    block = BLOCK.format(name=name, street=street, place=place)
    rest = [pair for key, pair in fields.items() if key not in PLACE]
    made = {
        what: HEAD + block + "".join(each.format(label=a, value=b) for a, b in rest)
        for what, each in EACH.items()
    }
    for sign in SIGNS:
        line = sign.join(f"{a}: {b}" for a, b in rest)
        made[f"one line with {sign!r}"] = f"{HEAD}{block}<p>{line}</p>"
    for what, each in ALL.items():
        made[what] = HEAD + "".join(each.format(label=a, value=b) for a, b in fields.values())
    made["cells"] = made["cells"].replace(HEAD, f"{HEAD}<table>") + "</table>"
    cells = "\n".join(f"| {a} | {b} |" for a, b in fields.values())
    made["a table of Markdown"] = f"# Impressum\n\n| | |\n|---|---|\n{cells}\n"
    lines = "\n".join(f"{a}: {b}" for a, b in rest)
    made["plain text"] = f"Impressum\n\n{name}\n{street}\n{place}\n\n{lines}\n"
    return made


CASES = [
    pytest.param(fields, page, id=f"{fields['provider_name'][1]}-{what}")
    for fields in (COMPANY, TOWN, ABROAD)
    for what, page in pages(fields).items()
]


@pytest.mark.parametrize(("fields", "page"), CASES)
def test_every_detail_is_read(fields: Fields, page: str) -> None:
    said = read(page)
    wanted: dict[str, Any] = {key: value for key, (_, value) in fields.items() if key != "place"}
    wanted["postal_code"], wanted["city"] = fields["place"][1].split()
    assert {key: said[key] for key in wanted} == wanted


GLUED = [
    ("Telefon", "02381 281-0", "phone"),
    ("Tel.", "02381 281-0", "phone"),
    ("Telefax", "02381 281-99", "fax"),
    ("Geschäftsführerin", "Anna Lutz", "representative"),
    ("Registernummer", "HRB 4711", "register_number"),
    ("Registergericht", "Amtsgericht Hamm", "register"),
    ("USt-IdNr.", "DE136695976", "vat_id"),
    ("Umsatzsteuer-ID", "DE136695976", "vat_id"),
    ("E-Mail", "post@auen.example", "email"),
]


@pytest.mark.parametrize(("label", "value", "what"), GLUED)
def test_a_value_that_sticks_to_its_label_is_read(label: str, value: str, what: str) -> None:
    block = BLOCK.format(name="Auen GmbH", street="Ringstr. 4", place="59065 Hamm")
    page = f"{HEAD}{block}<div><span>{label}</span><span>{value}</span></div>"
    assert read(page)[what] == value


@pytest.mark.parametrize("word", ["FaxGate GmbH", "MailAnna GmbH", "TelAviv Haus GmbH"])
def test_a_name_that_begins_like_a_label_is_left_whole(word: str) -> None:
    page = f"{HEAD}<p>{word}<br>Ringstr. 4<br>59065 Hamm</p>"
    assert read(page)["provider_name"] == word


def read(page: str) -> dict[str, Any]:
    kind = "text/html" if "</" in page else "text/markdown" if page[0] == "#" else "text/plain"
    said = details_of(read_page(page.encode(), content_type=f"{kind}; charset=utf-8")).contract()
    for what in ("phone", "fax", "representative"):
        said[what] = ", ".join(said[what])
    said["email"] = ", ".join(mail["normalised"] for mail in said["email"])
    return said
