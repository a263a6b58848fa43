"""What may stand on a page in words that were not understood is unknown, and nothing else is spared."""

from __future__ import annotations

import pytest

from linter.testing import judged, load_for_tests

ACCOUNT = """\
platform: facebook
handle: bergheide
kind: authority
impressum: https://www.bergheide.example/impressum
"""
WHOLE = {
    "IMP201": "<p>Stadt Bergheide</p>",
    "IMP202": "<p>Rathausplatz 1<br>48931 Bergheide</p>",
    "IMP204": "<p>Vertreten durch Bürgermeisterin Eva Stein</p>",
    "IMP205": "<p>E-Mail: rathaus@bergheide.example</p>",
    "IMP206": "<p>Telefon: 02599 310-0</p>",
}
"""What each rule asks for."""


@pytest.fixture(scope="module")
def book():
    return load_for_tests()


@pytest.fixture
def outcome(book, tmp_path):
    """What a rule makes of an Impressum that has, instead of what it asks for, these words."""

    def of(code: str, words: str) -> str:
        body = "".join(part for name, part in WHOLE.items() if name != code)
        page = f"<html lang=de><title>Impressum</title><h1>Impressum</h1>{body}{words}</html>"
        (tmp_path / "page.html").write_text(page, encoding="utf-8")
        result, _ = judged(
            book, book.find(code), ACCOUNT, {"pages": {"impressum": "page.html"}}, tmp_path
        )
        assert not result.errors
        return next((f.outcome for f in result.findings if f.code == code), "pass")

    return of


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("IMP202", "<p>Bergheide, Am Alten Tor Nr. 3 (Eingang Hof)<br>48931 Bergheide</p>"),
        ("IMP202", "<p>Ecke Ringstraße 12 / Nordtor<br>Hofseite<br>48931 Bergheide</p>"),
        ("IMP204", "<p>Die Geschicke lenkt Bürgermeisterin Stein aus Bergheide.</p>"),
        ("IMP204", "<p>Vertretungsberechtigt: siehe Aushang</p>"),
        ("IMP204", "<p>Max Klein – Bürgermeister –</p>"),
        ("IMP204", "<p>Gesetzl. Vertr.: OB Hanne Lodde</p>"),
        ("IMP204", "<p>v. d. d. OB'in Hanne Lodde</p>"),
        ("IMP204", "<p>Zur Vertretung befugt ist Eva Amt.</p>"),
        ("IMP204", "<p>Die Dienststelle wird geleitet von Eva Amt.</p>"),
        ("IMP204", "<p>Leitende Verwaltungsbeamtin: Eva Amt</p>"),
        ("IMP204", "<p>Stadtoberhaupt<br>Eva Stein</p>"),
        ("IMP204", "<p>Schultheiß: Eva Stein</p>"),
        ("IMP204", "<p>Verwaltungschef Max Klein</p>"),
        ("IMP204", "<p>Die Stadt wird repräsentiert von Max Klein.</p>"),
        ("IMP204", "<p>Der Bürgermeister: gez. Klein</p>"),
        ("IMP204", "<p>OB Klein</p>"),
        ("IMP204", "<p>i. V. Max Klein</p>"),
        ("IMP202", "<p>Stadt Bergheide, 48931 Bergheide, Am Rathaus</p>"),
        ("IMP202", "<p>Stadt Bergheide<br>48931 Bergheide<br>Im Schloss</p>"),
        ("IMP202", "<p>Die Stadt sitzt im Alten Rathaus in 48931 Bergheide.</p>"),
        ("IMP205", "<p><a href='mailto:rathaus@bergheide.example'><img src=post.png alt=E-Mail></a></p>"),
        ("IMP206", "<p>Telefon: <img src=nummer.png></p>"),
        ("IMP206", "<p>Tel: <a href='tel:3100'>3100</a></p>"),
        ("IMP206", "<p>Auskunft unter der 115</p>"),
        ("IMP205", "<p>E-Mail: rathaus<img src=at.gif>bergheide.example</p>"),
        ("IMP206", "<p>Bei Rohrbruch: rund um die Uhr 02599 310-0 wählen</p>"),
        ("IMP206", "<p><a href='tel:025993100'>Anrufen</a></p>"),
        ("IMP205", "<p>Schreiben Sie an rathaus (bei) uns oder rathaus [at] bergheide [dot] example</p>"),
        ("IMP205", "<p>E-Mail:</p><img src=adresse.png>"),
        ("IMP206", "<p>Hotline für alle Fragen: 02599 (drei eins null)</p>"),
    ],
)  # fmt: skip
def test_what_may_be_meant_accuses_nobody(outcome, code, words):
    assert outcome(code, words) in {"unknown", "pass"}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("IMP202", "<p>Stadt Bergheide<br>Rathausplatz 1</p>"),
        ("IMP202", "<p>Der Rechtsweg ist nach § 5 offen.</p>"),
        ("IMP204", "<p>Wir vertreten die Auffassung, dass alles gut ist.</p>"),
        ("IMP204", "<p>Das Büro des Leiters ist im zweiten Stock.</p>"),
        ("IMP204", "<p>Redaktion: Eva Stein, Leiterin der Pressestelle</p>"),
        ("IMP204", "<p>Webdesign: Max Klein, Inhaber</p>"),
        ("IMP204", "<p>Die Stadt wird verwaltet. Der Bürgermeister</p>"),
        ("IMP204", "<p>Oberbürgermeister a. D. Max Klein</p>"),
        ("IMP204", "<p>Redaktion: Vertretung der Pressesprecherin: Max Klein</p>"),
        ("IMP202", "<p>Stadt Bergheide<br>48931 Bergheide<br>Öffnungszeiten</p>"),
        ("IMP206", "<p>Stand: 05/08/2019</p>"),
        ("IMP206", "<p>05/08/2019</p>"),
        ("IMP206", "<p>Fax: 02599 310-9</p>"),
        ("IMP205", "<p>Open at the town hall. Instagram @stadt_bergheide. Mehr dort.</p>"),
        ("IMP206", "<p>Registernummer: HRB 123, Telemediengesetz § 5</p>"),
    ],
)
def test_words_that_only_look_like_it_spare_nobody(outcome, code, words):
    assert outcome(code, words) == "fail"


@pytest.mark.parametrize(
    "words",
    [
        "<p>Hosting: Netzwerk GmbH, Geschäftsführer: Max Klein</p>",
        "<p>Hosting: Netzwerk GmbH<br>Geschäftsführer: Max Klein</p>",
        "<p>Altbürgermeister: Max Klein</p>",
        "<p>Vorstand der Bürgerstiftung: Max Klein</p>",
        "<p>Direktor des Museums: Max Klein</p>",
        "<p>Die Stadt wird vertreten durch den Oberbürgermeister.</p>",
    ],
)
def test_an_office_of_somebody_else_or_of_nobody_is_no_all_clear(outcome, words):
    assert outcome("IMP204", words) != "pass"


@pytest.mark.parametrize(
    "words",
    [
        "<p>Vorsitzender: Oberbürgermeister a. D. Max Klein</p>",
        "<p>Bürgermeister der Stadt Bergheide: Max Klein</p>",
        "<p>Vertreten durch: Geistl. Direktor Max Klein</p>",
    ],
)
def test_who_represents_is_in_order(outcome, words):
    assert outcome("IMP204", words) == "pass"


@pytest.mark.parametrize("code", ["IMP202", "IMP204", "IMP205", "IMP206"])
def test_what_is_asked_for_is_in_order(outcome, code):
    assert outcome(code, WHOLE[code]) == "pass"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Die OS-Plattform (https://ec.europa.eu/consumers/odr) wurde am 20.07.2025 eingestellt.", "pass"),
        ("Die Plattform https://ec.europa.eu/odr gibt es seit dem 20. Juli 2025 nicht mehr.", "pass"),
        ("Zur Plattform: https://ec.europa.eu/consumers/odr. Das Rathaus bleibt am 24.12. geschlossen.", "fail"),
        ("Über https://ec.europa.eu/consumers/odr können online geschlossene Verträge geprüft werden.", "fail"),
    ],
)  # fmt: skip
def test_saying_that_the_platform_is_closed_is_no_fault(outcome, words, expected):
    assert outcome("IMP303", f"<p>{words}</p>") == expected


def test_no_provider_where_nothing_may_be_one(book, tmp_path):
    page = "<html lang=de><title>Impressum</title><h1>Impressum</h1><p>Rathausplatz 1<br>48931 Bergheide</p><p>Telefon: 02599 310-0</p><p>Amtsgericht: keines</p></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    result, _ = judged(
        book, book.find("IMP201"), ACCOUNT, {"pages": {"impressum": "page.html"}}, tmp_path
    )
    assert [f.outcome for f in result.findings if f.code == "IMP201"] == ["fail"]
