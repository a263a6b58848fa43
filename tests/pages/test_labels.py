"""What headings and titles announce, and what only speaks of it."""

from __future__ import annotations

import pytest

from linter.pages.labels import shipped

IMPRESSUM = """
IMPRESSUM:
» Impressum «
Impressum (Stand: 2024)
Impressum / Disclaimer / Datenschutz
§ 1 Impressum
I. Impressum
Impressum gem. § 5 Abs. 1 TMG und § 55 RStV
Impressum (Angaben gemäß § 5 TMG)
Impressum & rechtliche Hinweise
Impressum, Copyright und Bildnachweise
Impressum von auenhof.de
Impressum auenhof.de
Impressum Freiwillige Feuerwehr Auenhof e.V.
Stadt Auenhof – Impressum
Auenhof Service Portal Impressum
Unser Impressum
Legal Notice (Impressum)
Site Notice / Impressum
Imprint according to § 5 TMG
Imprint according to German law
Impressum / Offenlegung
Information pursuant to Section 5 DDG
Angaben laut § 5 DDG
Contact & Imprint
Impressum und V.i.S.d.P.
Anbieterkennzeichnung gemäß § 6 TDG
Angaben gemäß § 5 DDG
Angaben nach § 5 TMG
Offenlegung gemäß § 25 MedienG
Impressum für unsere Social-Media-Kanäle
Impressum der Website www.auenhof.de
Impressum und Nutzungsbedingungen der Stadt Auenhof
Vereinsimpressum
Redaktion / Impressum
🏛 Impressum
"""
PRIVACY = """
Datenschutz-Erklärung
Datenschutzerklärung für auenhof.de
Datenschutzerklärung zur Nutzung der Website
DATENSCHUTZERKLÄRUNG NACH DER DSGVO
Datenschutzerklärung nach Art. 13 DSGVO
Datenschutzrechtliche Hinweise
Informationen zur Datenverarbeitung
Informationspflichten nach Art. 13 DS-GVO
Stadt Auenhof Datenschutzerklärung
Auenhof Privacy Policy
Privacy Policy for Auenhof
Data Protection Declaration
Datenschutz & Cookies
Hinweise zu Datenschutz
Informationsblatt zum Datenschutz
Datenschutzhinweise für Unternehmen
Datenschutzhinweise für Eltern und Kinder
Informationspflicht gem. Art. 13, 14 DSGVO
Hinweise zum Umgang mit personenbezogenen Daten
"""
NEITHER = """
Plugin für das Impressum
Datenschutz Schulung für Vereine
Fehler im Impressum
Das Impressum fehlt
Das Impressum im Netz
Impressum für Vereine
Impressum richtig erstellen
Impressum anpassen
Was gehört ins Impressum?
Impressum-Generator
Impressumspflicht
Rechtssicheres Impressum
Seminar Datenschutz
Referat Datenschutz
Landesbeauftragter für Datenschutz
Datenschutzbeauftragter
Datenschutz im Verein
Datenschutz in der Schule
DSGVO für Vereine
Impressum für Instagram erstellen
Datenschutz für Vereine
Datenschutz-Grundverordnung
Neue Datenschutzerklärung
Änderung der Datenschutzerklärung
Impressionen vom Sommerfest
Privacy by design
Data protection officer
Updating our privacy policy
"""


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


def _targets(classes: tuple[tuple[str, str], ...]) -> set[str]:
    return {target for target, _ in classes}


@pytest.mark.parametrize("text", _lines(IMPRESSUM))
def test_it_announces_an_impressum(text: str) -> None:
    assert "impressum" in _targets(shipped().head(text))
    assert "impressum" in _targets(shipped().title(f"{text} | Auenwerk"))


@pytest.mark.parametrize("text", _lines(PRIVACY))
def test_it_announces_a_notice(text: str) -> None:
    assert "privacy" in _targets(shipped().head(text))
    assert "privacy" in _targets(shipped().title(f"{text} | Auenwerk"))


@pytest.mark.parametrize(
    "text",
    [
        "Impressum & AGB's",
        "Impressum (Stadt Musterhausen)",
        "Impressum | Stadt Musterhausen",
        "Impressum – Landkreis Görlitz",
        "Das Impressum",
        "Hier geht’s zum Impressum",
        "Impressum u. Datenschutz",
        "Impressum & Ansprechpartner",
        "Impressum, elektronischer Zugang",
        "Impressum gem. § 5 DDG/§ 18 MStV",
        "Impressum¹",
    ],
)
def test_a_link_may_say_what_belongs_to_an_impressum(text: str) -> None:
    assert dict(shipped().known(text)).get("impressum") in {"strong", "whose"}


@pytest.mark.parametrize(
    "text",
    ["Impressum | Ratgeber", "Impressum – Vereine", "Impressum & wie man es macht", "Impressum: Neue Regeln"],
)  # fmt: skip
def test_a_link_about_such_pages_says_so(text: str) -> None:
    assert shipped().known(text) == (("impressum", "medium"),)


def test_a_word_that_is_the_name_itself_is_recognisable_whatever_stands_beside_it() -> None:
    labels = shipped()
    assert labels.says("Alles, was ins Impressum gehört", "impressum")
    assert not labels.says("Impressionen und Impressumspflicht", "impressum")
    assert not labels.says("Seminar Datenschutz", "privacy")


@pytest.mark.parametrize("text", _lines(NEITHER))
def test_it_only_speaks_of_such_pages(text: str) -> None:
    assert shipped().head(text) == ()
    assert shipped().title(text) == ()


def test_a_subject_in_a_title_is_no_notice_unless_it_is_all_of_it() -> None:
    assert _targets(shipped().title("Datenschutz | Auenwerk")) == {"privacy"}
    assert shipped().title("Datenschutz ist Chefsache | Auenwerk") == ()


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Kontakt & Anfahrt", True),
        ("Anfahrt und Kontakt", True),
        ("Kontakt und Öffnungszeiten", True),
        ("Nehmen Sie Kontakt auf", True),
        ("Auenwerk | Kontakt", True),
        ("So können Sie uns erreichen", True),
        ("Kontakt zum Verein", True),
        ("Kontaktlinsen", False),
        ("Kontakte zur Wirtschaft", False),
    ],
)
def test_a_contact_page_is_known_by_its_heading(text: str, is_one: bool) -> None:
    assert shipped().names_contact(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Satzung des Heimatvereins", True),
        ("Auenwerk – Nutzungsbedingungen", True),
        ("Öffentliche Ausschreibung", True),
        ("Heimatverein Auenhof", False),
        ("Presse Auenhof", False),
    ],
)
def test_other_documents_are_known_by_their_name(text: str, is_one: bool) -> None:
    assert shipped().names_document(text) is is_one
