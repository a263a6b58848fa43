"""Who is a person and who is not."""

from __future__ import annotations

import pytest

from linter.pages.details.names import legal_form, person, persons


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Amtmann", "Anna Amtmann"),
        ("Frau Dr. Anna Schmidt-Lüders", "Dr. Anna Schmidt-Lüders"),
        ("Prof. Dr. Dr. h. c. Max von der Aue", "Prof. Dr. Dr. h. c. Max von der Aue"),
        ("Dipl.-Ing. Jörg J. Schmitz", "Dipl.-Ing. Jörg J. Schmitz"),
        ("Adel Al-Saleh (Vorsitzender)", "Adel Al-Saleh"),
        ("Sean O’Neill, Pressesprecher", "Sean O’Neill"),
        ("Oberbürgermeister Theo Westkamp", "Theo Westkamp"),
        ("Christian Weber", "Christian Weber"),
        ("Eva Backhaus", "Eva Backhaus"),
        ("Moritz Kern", "Moritz Kern"),
        ("Anstaltsleiterin Ltd. Regierungsdirektorin Eva Kern", "Eva Kern"),
        ("Cem Aydın", "Cem Aydın"),
        ("Magdalene Ott", "Magdalene Ott"),
        ("Jean-Luc d’Aubigné", "Jean-Luc d’Aubigné"),
        ("Thomas Freitag", "Thomas Freitag"),
        ("Generalvikar Dr. Klaus Wind", "Dr. Klaus Wind"),
        ("Dipl.-Ing. (FH) Anna Kern", "Dipl.-Ing. (FH) Anna Kern"),
        ("Dipl.-Verw. (FH) Anna Kern (Vorsitz)", "Dipl.-Verw. (FH) Anna Kern"),
    ],
)
def test_person_is_known(text: str, name: str) -> None:
    assert person(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Stadt Dortmund", "Kreis Soest", "Bürgerbüro Mitte", "Leichte Sprache", "Ministerium des Innern",
        "Facebook Instagram", "Rechtliche Hinweise", "Auen GmbH", "Amt für Statistik", "Kontakt",
        "info@aue.example", "Musterstraße 1", "der Landrat", "Stadtwerke Aue", "", "-", "Müller", "12345 Aue",
        "Technische Umsetzung", "Zum Seitenanfang", "Alle Rechte vorbehalten", "Jeden Freitag", "Langer Samstag",
        "Erste Vorsitzende", "Geschäftsführender Gesellschafter", "Inhaltlich Verantwortlicher", "Bad Aue",
        "Sankt Martin", "Managing Director", "Bäckerei Kern", "Hotel Adler", "Vorname Nachname", "Ihr Name",
        "Akademie der Künste zu Aue", "Freier Architekt", "Stadtplaner BDA", "Diplom-Ingenieurin Stadtplanerin",
        "Kreishaus Aue", "Stadthaus Nord", "Eingang Süd", "Neues Schloss", "Altes Zollhaus", "Kern Gebäude", "Dienstsitz Aue",
        "Flügel Ost", "Gebäudeteil Nord", "Kreisstadt Aue", "Geschäftszimmer Mitte", "Servicecenter Ost",
    ],
)  # fmt: skip
def test_others_are_no_persons(text: str) -> None:
    assert person(text) == ""


def test_enumeration_is_taken_apart() -> None:
    text = "Heike Heim (Vorsitz), Dirk Wittmann; Jörg Filler und Dr. Eva Stein"
    assert persons(text) == ["Heike Heim", "Dirk Wittmann", "Jörg Filler", "Dr. Eva Stein"]
    assert persons("Dipl.-Ing. (FH) Anna Kern, Ben Lutz (FDP)") == [
        "Dipl.-Ing. (FH) Anna Kern",
        "Ben Lutz",
    ]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Stadtwerke Aue GmbH & Co. KG", "GmbH & Co. KG"),
        ("Teehandel Aue mbH & Co. KG", "mbH & Co. KG"),
        ("Marktgilde Aue w.V.", "w.V."),
        ("Aue Trading Ltd.", "Ltd."),
        ("Förderverein Aue e.V.", "e.V."),
        ("Auenwerk AöR", "AöR"),
        ("Aue UG (haftungsbeschränkt)", "UG (haftungsbeschränkt)"),
        ("ist eine Körperschaft des öffentlichen Rechts", "Körperschaft des öffentlichen Rechts"),
        ("Wohnbau Aue eG", "eG"),
        ("Almtal Software e.U.", "e.U."),
        ("Gemeinde Aue K.d.ö.R.", "K.d.ö.R."),
        ("Klinikum Aue A.d.ö.R.", "A.d.ö.R."),
        ("eine Körperschaft d. ö. R.", "Körperschaft d. ö. R."),
        ("eine öffentlich-rechtliche Anstalt", "öffentlich-rechtliche Anstalt"),
        ("AG Neue Medien", None),
        ("Stadt Aue", None),
        ("Segeln", None),
    ],
)
def test_legal_form_is_found(text: str, form: str | None) -> None:
    found = legal_form(text)
    assert (found.group() if found else None) == form
