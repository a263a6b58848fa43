"""Streets and places in German habits of writing."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.details import details_of


def address(text: str) -> tuple[str | None, str | None, str | None]:
    page = read_page(f"Impressum\n\n{text}".encode(), content_type="text/plain")
    said = details_of(page).contract()
    return said["street"], said["postal_code"], said["city"]  # type: ignore[return-value]


@pytest.mark.parametrize(
    "street",
    [
        "Friedensplatz 1", "Kanalstr. 77-79", "Kanalstr.77", "Am Alten Posthof 4 - 6", "Willy-Brandt-Platz 1a",
        "An der Alten Schule 3, Haus B", "Straße des 17. Juni 135", "Platz der Republik 1", "Domplatz 6 / 7",
        "Unter den Linden 62–68", "Lange Str. 1 c", "Hinter dem Zwinger 3", "E 5, 12", "Schloss 1", "Markt 1",
        "Am Rain 3 1/2", "Berliner Str. 2 (Eingang B)", "Am Hochland", "Campus D2 1", "Am Ring 5, Geb. 50.34", "Tanner Hoehe",
        "Kreishaus 1", "Zum Alten Speicher 1-2", "Robert-Koch-Straße 15 + 17", "Allee 5", "Rathausmarkt",
        "Am Hof 1a-c", "Haus Nr. 12", "Dorfstraße Nr. 3", "Ringweg 4 (Rathaus)", "Wertherstr. 4, Rückgebäude", "Neuer Graben 29 / Schloss",
    ],
)  # fmt: skip
def test_street_above_the_place(street: str) -> None:
    assert address(f"Stadt Aue\n{street}\n12345 Aue") == (street, "12345", "Aue")


@pytest.mark.parametrize(
    "street",
    [
        "Im Neuenheimer Feld 205", "Straße des 17. Juni 135", "Platz der Republik 1", "Lange Reihe 17", "Rue de la Gare 3",
        "Am Ring 5, Geb. 50.34", "D 5, 12", "K1, 7-13", "Postweg 12, Haus 3", "Campus D2 1", "Gewerbegebiet Nord 3",
        "Am Rain 3 1/2", "Große Bleichen 23", "Auf'm Hennekamp 65", "Berliner Str. 2 (Eingang B)", "Ringstr. 4",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["Anna Amt\n{}, 12345 Aue", "Verein Aue, {}, 12345 Aue"])
def test_street_in_one_line_with_the_place(form: str, street: str) -> None:
    assert address(form.format(street)) == (street, "12345", "Aue")


@pytest.mark.parametrize(
    "text",
    [
        "Stadt Aue\n12345 Aue\nFriedensplatz 1",
        "Stadt Aue\n12345 Aue, Friedensplatz 1",
        "Stadt Aue\nFriedensplatz 1\n12345\nAue",
    ],
)
def test_street_and_place_in_other_orders(text: str) -> None:
    assert address(text) == ("Friedensplatz 1", "12345", "Aue")


def test_a_number_behind_the_place_is_no_street() -> None:
    assert address("Stadt Aue\n12345 Aue\nZimmer 12") == (None, "12345", "Aue")
    assert address("Stadt Aue\n12345 Aue, Postfach 12")[0] is None


@pytest.mark.parametrize(
    ("line", "street"),
    [
        ("Stadt Aue, Friedensplatz 1, 12345 Aue", "Friedensplatz 1"),
        ("Stadt Aue Friedensplatz 1 12345 Aue", "Friedensplatz 1"),
        ("Stadt Aue · Am Markt 1 · 12345 Aue", "Am Markt 1"),
        ("Stadt Aue | Rosenthaler Str. 12 | 12345 Aue", "Rosenthaler Str. 12"),
        ("Stadt Aue – Lange Straße 1 – 12345 Aue", "Lange Straße 1"),
        ("Anna Amt Rosenthaler Str. 12 12345 Aue", "Rosenthaler Str. 12"),
    ],
)
def test_street_within_a_line(line: str, street: str) -> None:
    assert address(line) == (street, "12345", "Aue")


@pytest.mark.parametrize(
    ("line", "code", "city"),
    [
        ("D-60590 Frankfurt am Main", "60590", "Frankfurt am Main"),
        ("D - 60590 Frankfurt a. M.", "60590", "Frankfurt a. M."),
        ("D 06108 Halle (Saale)", "06108", "Halle (Saale)"),
        ("61348 Bad Homburg v. d. Höhe", "61348", "Bad Homburg v. d. Höhe"),
        ("67433 Neustadt an der Weinstraße, Deutschland", "67433", "Neustadt an der Weinstraße"),
        ("79098 Freiburg im Breisgau", "79098", "Freiburg im Breisgau"),
        ("06886 Lutherstadt Wittenberg", "06886", "Lutherstadt Wittenberg"),
        ("01067 Dresden Deutschland", "01067", "Dresden"),
        ("45219 Essen-Kettwig | Germany", "45219", "Essen-Kettwig"),
        ("80331 MÜNCHEN", "80331", "MÜNCHEN"),
        ("45468 Mülheim an der Ruhr", "45468", "Mülheim an der Ruhr"),
        ("17094 Burg Stargard", "17094", "Burg Stargard"),
        ("A-1010 Wien", "1010", "Wien"),
        ("40 217 Düsseldorf", "40217", "Düsseldorf"),
    ],
)
def test_place(line: str, code: str, city: str) -> None:
    assert address(f"Stadt Aue\nAm Markt 1\n{line}") == ("Am Markt 1", code, city)


@pytest.mark.parametrize(
    "text",
    [
        "Der Verein hat 12345 Mitglieder im ganzen Land.",
        "Spenden: 10000 Euro",
        "Kontonummer 12345 Sparkasse Aue, BLZ 12345678",
        "Drucksache 12345 vom 1. Mai",
        "25 000 Menschen leben hier",
        "Im Jahr kommen 12 345 Gäste",
    ],
)
def test_other_numbers_are_no_place(text: str) -> None:
    assert address(text)[1] is None


@pytest.mark.parametrize(
    "box",
    [
        "Postfach 12 34",
        "Postfach-Nr. 12 34",
        "Postf. 12 34",
        "Postf 1234",
        "PF 12 34",
        "Postbox 12",
    ],
)
def test_a_box_of_the_post_is_no_street(box: str) -> None:
    page = read_page(
        f"Impressum\n\nStadt Aue\n{box}\n12345 Aue".encode(), content_type="text/plain"
    )
    found = details_of(page)
    assert found.po_box is not None
    assert (found.po_box.value, found.street, found.po_box_only) == (box, None, True)


@pytest.mark.parametrize("form", ["Stadt Aue\n{}\n12345 Aue", "Stadt Aue, {}, 12345 Aue"])
@pytest.mark.parametrize("point", ["Packstation 112", "Postfiliale 512", "Paketbox 3"])
def test_where_post_is_fetched_from_is_no_street(form: str, point: str) -> None:
    assert address(form.format(point))[0] is None


def _fields(*rows: tuple[str, str], form: str) -> str:
    row = {
        "table": "<tr><th>{}</th><td>{}</td></tr>",
        "dl": "<dt>{}</dt><dd>{}</dd>",
        "p": "{}: {}<br>",
        "div": "<div>{}</div><div>{}</div>",
    }[form]
    return f"<{form}>" + "".join(row.format(*pair) for pair in rows) + f"</{form}>"


@pytest.mark.parametrize("form", ["table", "dl", "p", "div"])
@pytest.mark.parametrize(
    "rows",
    [
        [("Straße", "Am Hof 3"), ("PLZ Ort", "12345 Aue")],
        [("Straße und Hausnummer", "Am Hof 3"), ("Postleitzahl und Ort", "12345 Aue")],
        [("Anschrift", "Am Hof 3"), ("PLZ / Ort", "12345 Aue")],
        [("Straße", "Am Hof"), ("Hausnummer", "3"), ("Postleitzahl", "12345"), ("Ort", "Aue")],
        [("Straße/Nr.", "Am Hof 3"), ("PLZ", "12345"), ("Wohnort", "Aue")],
    ],
)
def test_an_address_whose_parts_have_fields_of_their_own(form: str, rows: list[tuple[str, str]]):
    said = _said(_fields(("Anbieter", "Stadt Aue"), *rows, ("Telefon", "0123 45"), form=form))
    parts = [said[key] for key in ("provider_name", "street", "postal_code", "city")]
    assert parts == ["Stadt Aue", "Am Hof 3", "12345", "Aue"]


def test_a_field_that_is_not_there_is_not_made_up():
    said = _said(_fields(("Anbieter", "Stadt Aue"), ("Ort", "Aue"), ("Hausnummer", "3"), form="dl"))
    assert said["provider_name"] == "Stadt Aue"
    assert said["street"] is said["postal_code"] is said["city"] is None
    said = _said(_fields(("Anbieter", "Stadt Aue"), ("PLZ Ort", "12345 Aue"), form="dl"))
    assert (said["street"], said["city"]) == (None, "Aue")


def _said(html: str) -> dict[str, object]:
    page = f"<title>Impressum</title><h1>Impressum</h1>{html}".encode()
    return details_of(read_page(page, content_type="text/html; charset=utf-8")).contract()


@pytest.mark.parametrize(
    "city",
    [
        "Neumarkt i. d. Opf.", "Neumarkt i.d.OPf.", "Rothenburg o.d.T.", "Neustadt a.d. Aisch", "Bad Hamm-Süd", "Aue (Sachsen)",
        "Frankfurt (Oder)", "Rothenburg ob der Tauber", "Lutherstadt Eisleben", "HAMM",
    ],
)  # fmt: skip
def test_place_with_what_tells_it_from_others(city: str) -> None:
    assert address(f"Stadt Aue\nRingweg 4\n12345 {city}") == ("Ringweg 4", "12345", city)


def test_a_remark_behind_the_place_is_not_of_its_name() -> None:
    assert address("Stadt Aue\nRingweg 4\n12345 Aue (Hausanschrift)")[2] == "Aue"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Stadt Aue\nRingstr.\n31\n12345 Aue", ("Ringstr. 31", "12345", "Aue")),
        ("Stadt Aue\nRingweg 4\nPLZ 12345 Aue", ("Ringweg 4", "12345", "Aue")),
        (
            "Auenwerk GmbH\n\nPostanschrift:\nRingweg 4\nAue\n\nTelefon: 02381 1234",
            ("Ringweg 4", None, "Aue"),
        ),
        ("Auenwerk GmbH\n\nAnschrift:\nRingweg 4\nPetra Lilie", ("Ringweg 4", None, None)),
        (
            "Stadt Aue\nDorfstrasse 5\nPostfach\n8400 Winterthur",
            ("Dorfstrasse 5", "8400", "Winterthur"),
        ),
    ],
)
def test_parts_of_an_address_in_lines_of_their_own(
    text: str, said: tuple[str | None, str | None, str | None]
) -> None:
    assert address(text) == said
