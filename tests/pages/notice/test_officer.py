"""How the data protection officer is named in a line that goes on."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.privacy import privacy_of


@pytest.mark.parametrize("word", ["Kontakt", "Telefon", "E-Mail", "Anschrift"])
def test_what_follows_a_name_is_no_part_of_it(word: str) -> None:
    said = f"<p>Der Datenschutzbeauftragte: Dr. Ida Erle {word}: dsb@aue.example</p>"
    html = f"<h1>Datenschutzerklärung</h1>{said}<p>Rechtsgrundlage ist Art. 6 DSGVO.</p>"
    page = read_page(html.encode(), content_type="text/html; charset=utf-8")
    assert privacy_of(page).contract()["dpo_contact"] == "Dr. Ida Erle"


HEAD = "<h1>Datenschutzerklärung</h1><h2>Verantwortlicher</h2><p>Hochschule Auental<br>Ringstr. 4<br>59065 Hamm</p>"
TAIL = (
    "<h2>Ihre Rechte</h2><p>Sie haben das Recht auf Auskunft (Art. 15 DSGVO), Berichtigung und Löschung Ihrer "
    "personenbezogenen Daten.</p><p>Rechtsgrundlage ist Art. 6 Abs. 1 lit. e DSGVO.</p>"
)
TITLE = "<h2>Datenschutzbeauftragter</h2>"
NAMED = {
    "…, derzeit": (f"{TITLE}<p>Datenschutzbeauftragter ist der Datenschutzbeauftragte der Hochschule Auental, derzeit Prof. Dr. Jo Kern.</p>", "Prof. Dr. Jo Kern"),
    "whoever has the office": (f"{TITLE}<p>Das Amt des Datenschutzbeauftragten übt derzeit Frau Anna Lutz aus.</p>", "Anna Lutz"),
    "addressed behind a comma": (f"{TITLE}<p>Den Datenschutzbeauftragten der Hochschule, Herrn Jo Kern, erreichen Sie per Post.</p>", "Jo Kern"),
    "an initial that is no end of a sentence": (f"{TITLE}<p>Wenden Sie sich an unseren Datenschutzbeauftragten, Herrn Dr. Jo D. Kern, Ringstr. 4.</p>", "Dr. Jo D. Kern"),
    "appointed behind the word": (f"{TITLE}<p>Zum Datenschutzbeauftragten wurde Herr Jo Kern bestellt.</p>", "Jo Kern"),
    "appointed before the word": (f"{TITLE}<p>Wir haben Frau Anna Lutz zur Datenschutzbeauftragten bestellt.</p>", "Anna Lutz"),
    "the subject of the sentence": (f"{TITLE}<p>Herr Jo Kern ist unser Datenschutzbeauftragter.</p>", "Jo Kern"),
    "right behind the word": (f"{TITLE}<p>Bei Fragen hilft Ihnen unser Datenschutzbeauftragter Jo Kern weiter.</p>", "Jo Kern"),
    "in brackets": (f"{TITLE}<p>Unsere Datenschutzbeauftragte (Anna Lutz) erreichen Sie unter 02381 281-5.</p>", "Anna Lutz"),
    "the word in brackets": ("<p>Dr. Jo Kern (Datenschutzbeauftragter), Ringstr. 4, 59065 Hamm</p>", "Dr. Jo Kern"),
    "both genders, a slash": (f"{TITLE}<p>Datenschutzbeauftragte/r: Jo Kern</p>", "Jo Kern"),
    "both genders, a star": (f"{TITLE}<p>Datenschutzbeauftragte*r: Jo Kern</p>", "Jo Kern"),
    "both genders in the heading": ("<h2>Datenschutzbeauftragte:r</h2><p>Jo Kern<br>Telefon 02381 281</p>", "Jo Kern"),
    "a field": (f"{TITLE}<p>Name: Jo Kern<br>E-Mail: dsb@auental.example</p>", "Jo Kern"),
    "a heading below": (f"{TITLE}<h3>Jo Kern</h3><p>Telefon 02381 281</p>", "Jo Kern"),
    "a person at a firm": (f"{TITLE}<p>c/o Auendata GmbH</p><p>z. Hd. Jo Kern</p><p>Am Hang 5</p>", "Jo Kern"),
    "an address that has the word": ("<h2>Kontakt</h2><p>E-Mail: datenschutzbeauftragter@auental.example</p>", "datenschutzbeauftragter@auental.example"),
    "a firm": (f"{TITLE}<p>Auendata GmbH<br>Am Hang 5<br>59065 Hamm<br>dsb@auendata.example</p>", "dsb@auendata.example"),
}  # fmt: skip
NOBODY = {
    "the next heading": f"{TITLE}<p>Unser Datenschutzteam hilft Ihnen gern.</p>",
    "nobody is appointed": f"{TITLE}<p>Einen Datenschutzbeauftragten haben wir nicht bestellt.</p>",
    "the authority's address": "<h2>Beschwerde</h2><p>Österreichische Datenschutzbehörde<br>Barichgasse 40-42<br>1030 Wien<br>dsb@dsb.gv.at</p><p>Gasthof Auental<br>Ringstr. 4</p>",
}


def said(html: str) -> str | None:
    page = read_page(f"{HEAD}{html}{TAIL}".encode(), content_type="text/html; charset=utf-8")
    return privacy_of(page).dpo_contact


@pytest.mark.parametrize("how", NAMED)
def test_the_officer_is_named(how: str) -> None:
    html, name = NAMED[how]
    assert said(html) == name


@pytest.mark.parametrize("how", NOBODY)
def test_nobody_is_taken_for_the_officer(how: str) -> None:
    assert said(NOBODY[how]) is None
