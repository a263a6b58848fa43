"""Public bodies: who they are, who heads them and where, in every way of writing that they have."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.details import details_of

OFFICES = (
    "Bürgermeister", "Oberbürgermeisterin", "Landrat", "Landrätin", "Erster Bürgermeister", "Amtsdirektorin",
    "Verbandsgemeindebürgermeister", "Samtgemeindebürgermeisterin", "Stadtdirektor", "Regierungspräsidentin", "Polizeipräsident",
    "Polizeidirektor", "Minister", "Ministerin", "Innenminister", "Staatsminister", "Ministerpräsident", "Senatorin", "Präsident",
    "Rektorin", "Direktor", "Verbandsvorsteher", "Betriebsleiter", "Werkleiterin", "Geschäftsführerin", "Vorstand", "Schulleiterin",
    "Intendantin", "Hauptgeschäftsführer", "Amtsvorsteher", "Amtsleiterin", "Behördenleiter", "Dienststellenleiterin",
    "Institutsleiter", "Superintendentin", "Generaldirektorin", "Generalstaatsanwalt", "Leitende Oberstaatsanwältin",
    "Regionspräsident", "Bezirksbürgermeisterin", "Ortsbürgermeister", "Landesdirektorin", "Landesbeauftragte", "Finanzamtsvorsteher",
)  # fmt: skip
NAMES = ("Max Kern", "Dr. Eva Moor-Lutz", "Prof. Dr. Karl von der Aue")
LAYOUTS = (
    "<p>Vertreten durch: OFFICE NAME</p>",
    "<p>Vertretungsberechtigt: OFFICE NAME</p>",
    "<p>Vertreten durch den/die OFFICE NAME.</p>",
    "<p>OFFICE: NAME</p>",
    "<p>Vertretungsberechtigte Person:<br>NAME, OFFICE</p>",
    "<h2>Vertretung</h2><p>OFFICE<br>NAME</p>",
    "<p>Die Behörde wird gesetzlich vertreten durch OFFICE NAME.</p>",
    "<p>Gesetzlicher Vertreter: NAME (OFFICE)</p>",
    "<h2>OFFICE</h2><p>NAME</p>",
    "<dl><dt>Vertreten durch</dt><dd>OFFICE NAME</dd></dl>",
    "<p>Vertretungsberechtigt:<br>Frau/Herr OFFICE NAME</p>",
    "<p>OFFICE<br>NAME</p>",
)
STREETS = (
    "Rathausplatz 1", "Platz der Republik 1", "Unter den Linden 71", "Kennedydamm 24", "Mannesmannufer 1 A", "Am Bonneshof 35",
    "Gartenstr. 210 - 214", "An der Münze 8", "Kaiser-Wilhelm-Ring 17/21", "Hauptstr. 1 u. 3", "Hauptstraße 1 und 3", "Kreuzstraße 3 + 5",
    "Alt-Moabit 101 D", "Str. des 17. Juni 135", "C 7, 1-2", "Markt 3 (Altes Rathaus)", "Hauptstraße 5, Eingang B", "Hauptstraße 5, Gebäude 4.2",
    "Hauptstraße Nr. 5", "Am Neuen Markt Nr. 3", "Hauptstraße 5, 3. Etage", "Hauptstraße 5 / Eingang Hofseite", "Ostwall 1 Ecke Neuer Weg",
    "Fürstenwall 25 / Ecke Berger Allee", "Burgplatz 1, Rathaus", "Bleichstr. 8a-c", "Kirchstr. 1 1/2", "An'n Slagboom 2", "Große Bleiche 46/48",
)  # fmt: skip
PLACES = (
    "<p>Stadt Auen<br>STREET<br>12345 Auen</p><p>Tel. 0231 500</p>",
    "<p>Stadt Auen, STREET, 12345 Auen</p>",
    "<p>Stadt Auen</p><p>Anschrift: STREET, 12345 Auen</p>",
)


BODIES = (
    "Der Minister des Innern des Landes Auenland", "Der Oberbürgermeister der Stadt Auenfurt", "Die Bürgermeisterin der Gemeinde Oberau",
    "Landrat des Kreises Auenland als Kreispolizeibehörde", "Der Landrat als untere staatliche Verwaltungsbehörde",
    "Der Polizeipräsident in Auenfurt", "Der Präsident des Landgerichts Auenfurt", "Verbandsgemeindeverwaltung Obere Aue",
    "Samtgemeinde Niederau", "Zweckverband Wasser Aue", "Amt Obere Aue", "Stadtwerke Auenfurt AöR", "Landesbetrieb Straßenbau Auenland",
    "Bezirksregierung Auenberg", "Ministerium für Arbeit, Gesundheit und Soziales des Landes Auenland", "Staatskanzlei Auenland",
    "Bundesanstalt für Moore (BfM)", "Technische Universität Auen", "Finanzamt Auenfurt-Mitte", "Amtsgericht Auenfurt",
    "Staatsanwaltschaft Auenfurt", "Landschaftsverband Auenland (LVA)", "Senatsverwaltung für Inneres und Sport",
    "Bezirksamt Auenberg von Berlin", "Große Kreisstadt Auen", "Markt Auen", "Freie und Hansestadt Auen", "Bundesstadt Auen",
    "Jobcenter Auen", "Feuerwehr Auen", "Städtische Bühnen Auen", "Gebäudewirtschaft der Stadt Auen", "Städteregion Auen",
)  # fmt: skip
BLOCKS = (
    "<p>BODY<br>Ring 1<br>12345 Aue</p>",
    "<h2>Herausgeber</h2><p>BODY<br>Ring 1<br>12345 Aue</p>",
    "<p>Herausgeber: BODY<br>Ring 1<br>12345 Aue</p>",
    "<p>Anbieter: BODY, Ring 1, 12345 Aue</p>",
    "<p>BODY, Ring 1, 12345 Aue</p>",
    "<p>Dienststelle: BODY</p><p>Hausanschrift: Ring 1, 12345 Aue</p>",
    "<dl><dt>Diensteanbieter</dt><dd>BODY</dd><dt>Anschrift</dt><dd>Ring 1<br>12345 Aue</dd></dl>",
    "<p>BODY</p><p>Postanschrift: Postfach 10, 12344 Aue</p><p>Hausanschrift: Ring 1, 12345 Aue</p>",
    "<h3>Verantwortlich für den Inhalt</h3><p>BODY<br>Ring 1<br>12345 Aue</p>",
    "<p>BODY<br>Pressestelle<br>Ring 1<br>12345 Aue</p>",
    "<p>BODY<br>Historisches Rathaus<br>Ring 1<br>12345 Aue</p>",
)


def read(page: str) -> dict[str, object]:
    body = f"<h1>Impressum</h1>{page}".encode()
    return details_of(read_page(body, content_type="text/html; charset=utf-8")).contract()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_who_holds_every_office_is_read_and_nobody_else(layout: str) -> None:
    body = "<p>Landesamt Auen<br>Ring 1<br>12345 Aue</p>{}<p>Tel. 0231 5000</p>"
    pages = {
        (office, name): body.format(layout.replace("OFFICE", office).replace("NAME", name))
        for office in OFFICES
        for name in NAMES
    }
    said = {key: read(page)["representative"] for key, page in pages.items()}
    assert said == {key: [key[1]] for key in pages}


@pytest.mark.parametrize("block", BLOCKS)
def test_the_body_or_the_office_that_offers_the_page_is_read(block: str) -> None:
    said = {body: read(block.replace("BODY", body)) for body in BODIES}
    assert {body: one["provider_name"] for body, one in said.items()} == {
        one: one for one in BODIES
    }
    assert {one["street"] for one in said.values()} == {"Ring 1"}


@pytest.mark.parametrize("place", PLACES)
def test_every_street_is_read_as_a_whole(place: str) -> None:
    said = {street: read(place.replace("STREET", street)) for street in STREETS}
    assert {street: one["street"] for street, one in said.items()} == {one: one for one in STREETS}
    assert {one["provider_name"] for one in said.values()} == {"Stadt Auen"}
