"""Phone and fax numbers in German habits of writing."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.details import details_of


def numbers(text: str) -> tuple[list[str], list[str]]:
    details = details_of(read_page(f"Impressum\n\n{text}".encode(), content_type="text/plain"))
    return [one.value for one in details.phone], [one.value for one in details.fax]


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Telefon: 0211 871-01", "0211 871-01"),
        ("Tel.: +49 (0)211 / 8 71 - 01", "+49 (0)211 / 8 71 - 01"),
        ("Telefon 0231/132-0", "0231/132-0"),
        ("Fon: +49.211.87101", "+49.211.87101"),
        ("Tel: (02921) 30-0", "(02921) 30-0"),
        ("T: 0231 1320", "0231 1320"),
        ("☎ 030 – 18 681 0", "030 – 18 681 0"),
        ("Mobil: 0171 / 3920099", "0171 / 3920099"),
        ("0231 50-0", "0231 50-0"),
        ("Telefon (Zentrale): 0049 231 500", "0049 231 500"),
        ("Bürgertelefon: 0211 837-1001", "0211 837-1001"),
        ("M +49 171 3920099", "+49 171 3920099"),
        ("post@aue.example / www.aue.example / +49 211 8710", "+49 211 8710"),
        ("Ringstr. 4 · 12345 Aue · 0211 8710 · post@aue.example", "0211 8710"),
        ("Tel. 0231/50 111 11 (Mo–Fr 8–16 Uhr)", "0231/50 111 11"),
        ("P: 0231 50-0", "0231 50-0"),
        ("Sie erreichen uns unter 0231 500.", "0231 500"),
        ("Vermittlung (02 31) 50-0", "(02 31) 50-0"),
        ("Servicenummer 0800 1234567", "0800 1234567"),
        ("P: 0231 50-0, post@aue.example", "0231 50-0"),
        ("T  0231 1320", "0231 1320"),
        ("Ida Erle +49 171 3920099", "+49 171 3920099"),
        ("Ringstr. 4, 12345 Aue +49 211 8710 post@aue.example", "+49 211 8710"),
        (
            "Amt Aue, Ring 1, 12345 Aue, Telefon: 0231 500. " + "Alle Bilder sind geschützt. " * 90,
            "0231 500",
        ),
    ],
)
def test_number_is_read_as_written(text: str, phone: str) -> None:
    assert numbers(text) == ([phone], [])


@pytest.mark.parametrize(
    ("text", "phone", "fax"),
    [
        ("Tel.: 0231 50-0, Fax: 0231 50-1", ["0231 50-0"], ["0231 50-1"]),
        ("Telefon/Fax: 0231 500", ["0231 500"], ["0231 500"]),
        ("Telefon: 0231 500 oder 0231 600", ["0231 500", "0231 600"], []),
        ("Telefax: 0231 501", [], ["0231 501"]),
        ("Telefon:\n0231 500\nTelefax:\n0231 501", ["0231 500"], ["0231 501"]),
        ("Tel.: 0231 500\nTel.: 0231/500", ["0231 500"], []),
        ("Tel.: 0231 500\nTel.: +49 231 500", ["0231 500", "+49 231 500"], []),
    ],
)
def test_phone_and_fax_are_kept_apart(text: str, phone: list[str], fax: list[str]) -> None:
    assert numbers(text) == (phone, fax)


@pytest.mark.parametrize(
    "text",
    [
        "Stand: 01.02.2024",
        "Telefon: 08/08/2017",
        "08/08/2017",
        "Verein Aue, gegründet am Ring. " * 80 + "Telefon: 0231 500",
        "Telefon: 04131 /\n\nURL: www.aue.example",
        "IBAN: DE02 1203 0000 0000 2020 51",
        "post@aue.example, Steuernummer 0211 8710",
        "Ringstr. 4 · 12345 Aue · Kundennummer 0211 8710",
        "Handelsregister: HRB 123456",
        "Steuernummer: 317/5954/0012",
        "44135 Dortmund",
        "Umsatzsteuer-ID: DE 124 652 084",
        "Öffnungszeiten: 08:00 - 16:00 Uhr",
        "Aktenzeichen 53-7958.50/193/1",
        "ISSN 0176-1234",
        "Telefon: auf Anfrage",
    ],
)
def test_other_numbers_are_no_phones(text: str) -> None:
    assert numbers(text) == ([], [])
