"""Register, VAT id, authority, responsible person and citations, each in its usual wordings."""

from __future__ import annotations

from typing import Any

import pytest

from linter.pages import read_page
from linter.pages.details import details_of


def read(text: str) -> dict[str, Any]:
    return details_of(
        read_page(f"Impressum\n\n{text}".encode(), content_type="text/plain")
    ).contract()


@pytest.mark.parametrize(
    ("text", "court", "number"),
    [
        (
            "Registergericht: Amtsgericht Köln\nRegisternummer: HRB 1234",
            "Amtsgericht Köln",
            "HRB 1234",
        ),
        (
            "Eingetragen im Vereinsregister beim Amtsgericht Bonn unter VR 4711",
            "Amtsgericht Bonn",
            "VR 4711",
        ),
        ("Handelsregister: HRB 12 345, Amtsgericht Essen", "Amtsgericht Essen", "HRB 12 345"),
        ("HRB 17345 (Amtsgericht Hamm)", "Amtsgericht Hamm", "HRB 17345"),
        ("AG Charlottenburg, HRB 1234 B", "AG Charlottenburg", "HRB 1234 B"),
        ("Amtsgericht Frankfurt am Main HRB 55933", "Amtsgericht Frankfurt am Main", "HRB 55933"),
        (
            "Register court: Amtsgericht München\nRegister number: HRB 5",
            "Amtsgericht München",
            "HRB 5",
        ),
        (
            "Vereinsregister-Nr.: VR 12, Amtsgericht Neustadt an der Aisch",
            "Amtsgericht Neustadt an der Aisch",
            "VR 12",
        ),
        (
            "Handelsregister B des Amtsgerichts Bremen\nHRB 12 HB",
            "Amtsgerichts Bremen",
            "HRB 12 HB",
        ),
        ("Commercial Register: Stuttgart Local Court, HRB 5", "Stuttgart Local Court", "HRB 5"),
        (
            "Registered in the Register of Societies at Berlin-Mitte Local Court under the number VR 12 B",
            "Berlin-Mitte Local Court",
            "VR 12 B",
        ),
        (
            "📋 Registergericht\nLudwigshafen/Rhein\nRegisternummer VR 12",
            "Ludwigshafen/Rhein",
            "VR 12",
        ),
        ("Vereinsregister Hamm, Nr. 1234", "Vereinsregister Hamm", "1234"),
        (
            "Genossenschaftsregister: Registernummer 148 des Amtsgericht Bad Homburg vor der Höhe.",
            "Amtsgericht Bad Homburg vor der Höhe",
            "148",
        ),
        ("Handelsregister: HRB 12 (Amtsgericht Hamm)", "Amtsgericht Hamm", "HRB 12"),
        ("Vereinsregister Hamm Nr. 1234", "Vereinsregister Hamm", "1234"),
        ("Vereinsregister AG Hamm 1234", "AG Hamm", "1234"),
        ("Vereinsregisterauszug Hamm VR 18588", "Vereinsregisterauszug Hamm", "VR 18588"),
        ("Eingetragen am 06.07.2011\nHamm HRB 193131", "Hamm", "HRB 193131"),
        ("Amtsgericht Charlottenburg, VR 13378 Nz", "Amtsgericht Charlottenburg", "VR 13378 Nz"),
        ("Registergericht: [Amtsgericht Ort]\nRegisternummer: [VR XXXXX]", None, None),
        ("ZVR-Zahl: 1234567890", None, "1234567890"),
        ("Steuernummer: 1234567890", None, None),
        ("Eintragung im Vereinsregister.", None, None),
        ("Der Verein ist als gemeinnützig anerkannt.", None, None),
        ("Amtsgericht Dortmund\nGerichtsplatz 1\n44135 Dortmund", None, None),
    ],
)
def test_register(text: str, court: str | None, number: str | None) -> None:
    said = read(text)
    assert (said["register"], said["register_number"]) == (court, number)


@pytest.mark.parametrize(
    ("name", "rest", "number"),
    [
        (
            "Stadt Aue",
            "Die Karten verkauft die Stadthalle Aue GmbH (Amtsgericht Aue, HRB 47).",
            None,
        ),
        ("Stadt Aue", "Klinikum Aue gGmbH, HRB 47 Amtsgericht Aue", None),
        ("Stadt Aue", "Verkehrsverein Aue e. V.\nRing 7\n12345 Aue\nVereinsregister: VR 47", None),
        ("Stadtwerke Aue", "Amtsgericht Aue, HRB 47", "HRB 47"),
        ("Stadtwerke Aue", "Stadtwerke Aue GmbH, Amtsgericht Aue, HRB 47", "HRB 47"),
        ("Stadtwerke Aue", "eine Gesellschaft der Auenholding GmbH\nHRB 47", "HRB 47"),
        ("Stadtwerke Aue GmbH", "Tochter: Bäder Aue GmbH\nRegister: HRB 47", "HRB 47"),
    ],
)
def test_a_number_beside_another_name_with_its_legal_form_is_not_the_providers(
    name: str, rest: str, number: str | None
) -> None:
    assert read(f"{name}\nMarkt 1\n12345 Aue\n\n{rest}")["register_number"] == number


@pytest.mark.parametrize(
    ("text", "value", "plausible"),
    [
        ("USt-IdNr.: DE 136695976", "DE 136695976", True),
        ("Umsatzsteuer-Identifikationsnummer gemäß § 27a UStG: DE136695976", "DE136695976", True),
        ("Umsatzsteuer-ID:\nDE 136 695 976", "DE 136 695 976", True),
        ("VAT ID: DE-136695976", "DE-136695976", True),
        ("USt.-ID: DE 136695977", "DE 136695977", False),
        ("USt-IdNr.: DE123456789", "DE123456789", False),
        ("Umsatzsteuer-ID: 317/5954/0012", "317/5954/0012", False),
        ("Ust-Id: DE999999999", "DE999999999", False),
        (
            "Umsatzsteuerindentifikationsnummer: DE 136695976\nUmsatzsteuernummer: 143/219/10158",
            "DE 136695976",
            True,
        ),
        ("Handelsregister: CHE-123.456.788", None, None),
        ("WEEE-Reg.-Nr. DE 50335567", None, None),
        ("Steuernummer: 317/5954/0012", None, None),
        ("IBAN DE02 1203 0000 0000 2020 51", None, None),
    ],
)
def test_vat_id(text: str, value: str | None, plausible: bool | None) -> None:
    said = read(text)
    assert (said["vat_id"], said["vat_id_plausible"]) == (value, plausible)


def test_business_id_is_no_vat_id() -> None:
    said = read("Wirtschafts-Identifikationsnummer: DE136695976-00001")
    assert (said["business_id"], said["vat_id"]) == ("DE136695976-00001", None)


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Zuständige Aufsichtsbehörde: Bezirksregierung Köln", "Bezirksregierung Köln"),
        ("Aufsichtsbehörde\nKreis Aue, Der Landrat, Ring 1, 12345 Aue", "Kreis Aue, Der Landrat"),
        ("Rechtsaufsicht: Ministerium des Innern", "Ministerium des Innern"),
        ("Die Fachaufsicht übt das Ministerium des Innern aus.", None),
        ("Dienst- und Fachaufsicht: Polizeipräsidium Aue", "Polizeipräsidium Aue"),
        ("Zuständige Kammer: Architektenkammer Aue", "Architektenkammer Aue"),
        (
            "Supervisory authority: Federal Network Agency, Tulpenfeld 4, 53113 Bonn",
            "Federal Network Agency",
        ),
        ("Mitglieder des Aufsichtsrats: Hans Groß", None),
    ],
)
def test_authority(text: str, authority: str | None) -> None:
    assert read(text)["supervisory_authority"] == authority


@pytest.mark.parametrize(
    ("text", "name", "basis"),
    [
        ("Verantwortlich i. S. d. § 18 Abs. 2 MStV: Jan Holm", "Jan Holm", "§ 18 Abs. 2 MStV"),
        ("V.i.S.d.P.: Jan Holm", "Jan Holm", "V.i.S.d.P"),
        ("ViSdP Jan Holm", "Jan Holm", "ViSdP"),
        (
            "Redaktionell verantwortlich:\nJan Holm\nRing 1",
            "Jan Holm",
            "Redaktionell verantwortlich",
        ),
        (
            "Verantwortlich für den Inhalt ist Jan Holm, Leiter der Pressestelle.",
            "Jan Holm",
            "Verantwortlich für den Inhalt",
        ),
        ("Responsible for content: Jan Holm", "Jan Holm", "Responsible for content"),
        (
            "Verantwortlich nach § 55 Abs. 2 RStV\nStadt Aue\nJan Holm",
            "Jan Holm",
            "§ 55 Abs. 2 RStV",
        ),
        (
            "Inhaltlich verantwortlich\ngemäß § 10 Absatz 3 MDStV: Jan Holm",
            "Jan Holm",
            "Inhaltlich verantwortlich",
        ),
        ("## Verantwortlich nach § 18 MStV:\nJan Holm\nRing 1", "Jan Holm", "§ 18 MStV"),
        (
            "Verantwortlich i. S. v. § 5 TMG und § 18 Abs. 2 MStV: Ina Moor",
            "Ina Moor",
            "§ 18 Abs. 2",
        ),
        ("Inhaltsverantwortliche: Ina Moor", "Ina Moor", "Inhaltsverantwortliche"),
        ("Presseverantwortliche: Ina Moor", "Ina Moor", "Presseverantwortliche"),
        ("Leitung der Redaktion: Ina Moor", "Ina Moor", "Leitung der Redaktion"),
        (
            "Webmaster und inhaltlich verantwortlich: Ina Moor",
            "Ina Moor",
            "Webmaster und inhaltlich verantwortlich",
        ),
        (
            "Verantwortung für das Medienangebot\nAbteilung K (Kommunikation)\nReferat K 3",
            "Abteilung K (Kommunikation)",
            "Verantwortung für das Medienangebot",
        ),
        ("Für die verlinkten Seiten ist stets der Anbieter verantwortlich.", None, None),
        ("Technisch verantwortlich: Ole Stein", None, None),
    ],
)
def test_responsible(text: str, name: str | None, basis: str | None) -> None:
    said = read(text)
    assert said["editorially_responsible"] == name
    if basis:
        assert said["editorial_basis"].startswith(basis)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Angaben gemäß § 5 TMG", {"cites_tmg", "cites_tmg_as_basis"}),
        ("§ 5 Abs. 1 Telemediengesetz", {"cites_tmg", "cites_tmg_as_basis"}),
        ("nach § 7 Abs. 1 TMG verantwortlich", {"cites_tmg"}),
        ("gemäß §§ 5, 6 des Telemediengesetzes (TMG)", {"cites_tmg", "cites_tmg_as_basis"}),
        ("Angaben nach TMG § 5", {"cites_tmg", "cites_tmg_as_basis"}),
        ("§ 5 DDG, der seit dem 14. Mai 2024 § 5 TMG ersetzt", {"cites_tmg", "cites_ddg"}),
        ("§ 5 DDG; er ersetzt seit dem 14. Mai 2024 § 5 TMG", {"cites_tmg", "cites_ddg"}),
        ("§ 5 DDG, an die Stelle des § 5 TMG getreten", {"cites_tmg", "cites_ddg"}),
        ("Angaben nach § 5 TMG; ersetzt keine Beratung", {"cites_tmg", "cites_tmg_as_basis"}),
        ("§ 6 TMG, § 5 DDG", {"cites_tmg", "cites_ddg"}),
        ("§ 55 des Staatsvertrages für Rundfunk und Telemedien", {"cites_rstv"}),
        ("Angaben gemäß § 5 DDG", {"cites_ddg"}),
        ("Digitale-Dienste-Gesetz", {"cites_ddg"}),
        ("§ 55 Abs. 2 RStV", {"cites_rstv"}),
        ("§ 55 Abs. 2 RfStV", {"cites_rstv"}),
        ("§ 18 Abs. 2 Medienstaatsvertrag", {"cites_mstv"}),
        ("§ 10 Absatz 3 MDStV", {"cites_tdg_or_mdstv"}),
        ("gemäß Teledienstegesetz", {"cites_tdg_or_mdstv"}),
        ("https://ec.europa.eu/consumers/odr/", {"os_platform_link"}),
        ("Wir nehmen nicht teil.", set()),
    ],
)
def test_citations(text: str, cited: set[str]) -> None:
    said = read(text)
    names = {name for name in said if name.startswith("cites_")} | {"os_platform_link"}
    assert {name for name in names if said[name]} == cited


def test_link_to_the_dispute_platform_counts_without_its_address_in_the_text() -> None:
    page = read_page(
        b"<h1>Impressum</h1><p><a href='https://ec.europa.eu/odr'>OS-Plattform</a></p>"
    )
    assert details_of(page).contract()["os_platform_link"] is True


def test_places_stand_beside_the_values() -> None:
    page = read_page(b"Impressum\n\nStadt Aue\nAm Markt 1\n12345 Aue\nTel.: 0231 50-0")
    places = details_of(page).places()
    assert places["postal_code"] == [{"line": 5, "column": 1, "confidence": 0.9}]
    assert (places["phone"][0]["line"], places["phone"][0]["column"]) == (6, 7)
    assert "fax" not in places
