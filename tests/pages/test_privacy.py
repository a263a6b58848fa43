"""What a privacy notice is read to say."""

from __future__ import annotations

from time import process_time

import pytest

from linter.pages import read_page
from linter.pages.notice.prose import Prose
from linter.pages.page import Line
from linter.pages.privacy import privacy_of, read_notice


def notice(body: str):
    page = f"<html><head><title>Datenschutz</title></head><body><h1>Datenschutzerklärung</h1>{body}</body></html>"
    return privacy_of(read_page(page.encode()))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Rechtsgrundlage ist Art. 6 Abs. 1 lit. f DSGVO.", "f"),
        ("Art. 6 Abs. 1 S. 1 lit. a, b und f DSGVO", "abf"),
        ("Artikel 6 Absatz 1 Unterabsatz 1 Buchstabe e und Absatz 3 DSGVO", "e"),
        ("Art. 6 Abs. 1f DSGVO und Art. 6 Abs. 1c DSGVO", "cf"),
        ("Art. 6 (1) (f) GDPR, Article 6(1)(a) GDPR", "af"),
        ("Art. 6 I lit. e DSGVO", "e"),
        ("Art. 6 I 1 a DSGVO und Art. 6 I 1 lit. f DSGVO", "af"),
        ("Art. 6 Abs. 1 Buchst. e DSGVO. Bei Einwilligung stützen wir uns auf Buchst. a.", "ae"),
        ("Art. 6 Abs. 1 lit. b DSGVO (Vertrag) bzw. lit. f DSGVO (Interesse)", "bf"),
        ("Art. 6 Abs. 1 DSGVO aus den genannten Gründen", ""),
        (
            "nach den Rechtsgrundlagen in Art. 6 Abs. 1 DSGVO:</p><ul><li>lit. a) mit Einwilligung</li><li>lit. b) zum Vertrag</li><li>lit. f) aus Interesse</li></ul><p>Näheres zu lit. c",
            "abf",
        ),
        (
            "gestützt auf Art. 6 Abs. 1 DSGVO:</p><p>a) Einwilligung</p><p>e) öffentliche Aufgabe",
            "ae",
        ),
        ("Art. 9 Abs. 2 DSGVO:</p><p>a) Einwilligung", ""),
        ("Art. 9 Abs. 2 lit. a DSGVO und Art. 49 Abs. 1 lit. b DSGVO", ""),
        ("Art. 65 Abs. 1 lit. a DSGVO", ""),
    ],
)
def test_letters_of_article_6(text, letters):
    assert "".join(notice(f"<p>{text}</p>").legal_basis_art6) == letters


def test_a_basis_without_a_letter_is_a_basis():
    found = notice("<p>Wir verarbeiten Ihre Daten nach § 3 Abs. 1 DSG NRW.</p>")
    assert found.legal_basis_art6 == ()
    assert found.basis_named


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<h2>1. Verantwortlicher</h2><p>Kreis Waldheim<br>Kreishausstraße 1</p>", "Kreis Waldheim"),
        ("<p>Verantwortlich für die Verarbeitung ist:</p><p>Stadt Heide<br>Markt 1</p>", "Stadt Heide"),
        ("<p>Verantwortlich im Sinne der DSGVO ist die Gemeinde Nord, Hauptstraße 5, 49999 Nord.</p>", "Gemeinde Nord"),
        ("<p>Verantwortlicher: Muster GmbH Hafenweg 2 20355 Hamburg</p>", "Muster GmbH"),
        ("<h2>Verantwortlicher</h2><p>4WEG – Büro für Wege<br>Anna Kern<br>Ringweg 4, 59065 Hamm</p>", "4WEG"),
        ("<h2>Verantwortlicher</h2><p>3D Auendruck<br>Anna Kern<br>Ringweg 4</p>", "3D Auendruck"),
        ("<h2>Verantwortlicher</h2><p>59065 Hamm<br>Anna Kern</p>", "Anna Kern"),
        ("<p>Anna Kern built the Aue app as a free app. This SERVICE is provided by Anna Kern at no cost and is intended for use as is.</p>", "Anna Kern"),
        ('<p>Auenwerk GmbH ("us", "we", or "our") operates the aue.example website.</p>', "Auenwerk GmbH"),
        ("<p>Anna Kern (“we”) runs this site.</p>", "Anna Kern"),
        ('<p>Company (referred to as either "the Company", "We", "Us" or "Our" in this Agreement) refers to Auenwerk, Ringweg 4, Hamm.</p><p>For the purpose of the GDPR, the Company is the Data Controller.</p>', "Auenwerk"),
        ("<p>Our host (we like it) runs on green power. Google (our partner) operates the fonts.</p>", None),
        ("<p>The service is provided by Google. We use it at no cost.</p>", None),
        ("<p>The controller responsible for data processing is:</p><p>Test Institute e.V.<br>Teststr. 3</p>", "Test Institute e.V."),
    ],
)  # fmt: skip
def test_the_controller_is_named(body, name):
    assert notice(body).controller_named == name


@pytest.mark.parametrize(
    "body",
    [
        "<p>Die Datenverarbeitung erfolgt durch den Betreiber. Dessen Kontaktdaten entnehmen Sie dem Impressum.</p>",
        "<p>Verantwortlicher ist die natürliche oder juristische Person, die allein oder gemeinsam mit anderen entscheidet.</p>",
        "<p>Verantwortlich für den Inhalt: Erika Beispiel</p>",
    ],
)
def test_a_definition_or_a_reference_names_nobody(body):
    assert notice(body).controller_named is None


@pytest.mark.parametrize(
    ("body", "contact"),
    [
        ("<p>Unseren Datenschutzbeauftragten erreichen Sie unter dsb@heide.example.</p>", "dsb@heide.example"),
        ("<h2>Datenschutzbeauftragte</h2><p>Frau Sabine Kröger<br>Markt 1<br>dsb@heide.example</p>", "Sabine Kröger"),
        ("<p>Die Datenschutzbeauftragte, Frau Sabine Kröger, erreichen Sie unter dsb@heide.example.</p>", "Sabine Kröger"),
        ("<p>Fragen an den Datenschutzbeauftragten:</p><p>Verantwortlicher: Kern, post@aue.example</p><p>Datenschutzbeauftragter: Büro Datenfrieden, dsb@aue.example</p>", "Büro Datenfrieden"),
        ("<p>Fragen an den Datenschutzbeauftragten:</p><p>Verantwortlicher: Kern, post@aue.example</p><p>Datenschutzbeauftragter: dsb@aue.example</p>", "dsb@aue.example"),
        ("<p>Fragen richten Sie an den Datenschutzbeauftragten.</p><p>Verantwortlicher: Notarin Kern, Ringweg 4, post@aue.example</p>", None),
        ("<p>Ein Datenschutzbeauftragter wurde nicht benannt.</p>", None),
        ("<p>Bitte durch einen Datenschutzbeauftragten prüfen lassen: info@heide.example</p>", None),
        ("<p>Quelle: datenschutzbeauftragter-info.de</p>", None),
        ("<h2>Informationen über den Konzerndatenschutzbeauftragten</h2><p>Jan Holm<br>dsb@aue.example</p>", "Jan Holm"),
        ("<p>Beauftragte Person für den Datenschutz: Jan Holm</p>", "Jan Holm"),
        ("<p>Beauftragter für den Datenschutz der Stadt Aue: Jan Holm, Markt 1</p>", "Jan Holm"),
        ("<p>Landesdatenschutzbeauftragter: Jan Holm, post@land.example</p>", None),
    ],
)  # fmt: skip
def test_the_data_protection_officer(body, contact):
    assert notice(body).dpo_contact == contact


@pytest.mark.parametrize(
    ("body", "contact"),
    [
        ("<p>Die behördliche Datenschutzbeauftragte erreichen Sie unter datenschutz@musterheide.de.</p>", "datenschutz@musterheide.de"),
        ("<p>Kontakt zum DSB: dsb@heide.example</p>", "dsb@heide.example"),
        ("<p>DPO: dpo@x.example. Complaint to the authority.</p>", "dpo@x.example"),
        ("<p>Unsere Datenschutzbeauftragte erreichen Sie unter obiger Anschrift.</p><p>Empfänger der Daten ist die Aue GmbH.</p>", "Unsere Datenschutzbeauftragte erreichen Sie unter obiger Anschrift."),
        ("<p>Unsere Datenschutzbeauftragte erreichen Sie per Post. Empfänger der Daten ist die Aue GmbH.</p>", None),
        ("<p>Datenschutzbeauftragter der Stadt Heide<br>Markt 1, 12345 Heide<br>Tel. 01234 567-12</p>", "Datenschutzbeauftragter der Stadt Heide"),
        ("<p>Datenschutzbeauftragte:<br>Rathaus, Zimmer 4<br>Telefon: 01234 567-12</p>", "Datenschutzbeauftragte"),
        ("<p>Die Landesbeauftragte für Datenschutz und Informationsfreiheit<br>Postfach 20<br>40102 Düsseldorf</p>", None),
        ("<p>Der Auenländische Beauftragte für Datenschutz<br>Ring 3<br>40102 Düsseldorf</p>", None),
    ],
)  # fmt: skip
def test_the_officer_is_reached_in_ordinary_words(body, contact):
    assert notice(body).dpo_contact == contact


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Wozu verarbeiten wir Ihre Daten?", "purposes"),
        ("Die Verarbeitung erfolgt, um Ihre Anfrage zu beantworten.", "purposes"),
        ("Wer erhält meine Daten?", "recipients"),
        ("An wen werden die Daten weitergegeben?", "recipients"),
        ("Wie lange werden die Daten aufbewahrt?", "retention"),
        ("Wir löschen Ihre Anfrage, sobald sie erledigt ist.", "retention"),
    ],
)
def test_questions_and_plain_words_say_it_too(text, content):
    assert getattr(notice(f"<h2>{text}</h2><p>Die Stadt Heide antwortet.</p>"), content)


def test_telling_how_to_delete_cookies_is_no_period():
    assert not notice(
        "<p>Cookies löschen Sie in den Einstellungen, sobald Sie wollen.</p>"
    ).retention


def test_all_rights_may_be_granted_by_their_articles():
    found = notice("<p>Es bestehen die Betroffenenrechte nach Art. 15 bis 21 DSGVO.</p>")
    assert found.data_subject_rights == (
        "access", "rectification", "erasure", "restriction", "portability", "objection",
    )  # fmt: skip


def test_rights_count_where_they_are_granted():
    found = notice(
        "<h2>Ihre Rechte</h2><p>Sie haben das Recht auf</p><ul><li>Auskunft</li><li>Berichtigung</li>"
        "<li>Löschung</li></ul><p>Eine Einwilligung können Sie jederzeit widerrufen.</p>"
    )
    assert found.data_subject_rights == ("access", "rectification", "erasure", "withdrawal")


@pytest.mark.parametrize(
    "body",
    [
        "<p>Sie können Cookies in Ihrem Browser löschen. Manche Funktionen sind dann eingeschränkt.</p>",
        "<p>Protokolle werden nach sieben Tagen gelöscht.</p>",
        "<p>Alle Rechte vorbehalten.</p>",
        "<p>Der Zugriff (access) auf den Server wird protokolliert.</p>",
    ],
)
def test_what_grants_nothing_is_no_right(body):
    assert notice(body).data_subject_rights == ()


def test_blocking_is_not_restriction():
    body = "<p>Sie haben das Recht auf Auskunft, Berichtigung, Sperrung und Löschung.</p>"
    assert "restriction" not in notice(body).data_subject_rights


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Sie haben ein Beschwerderecht bei der zuständigen Aufsichtsbehörde.", "unspecified"),
        ("Beschweren können Sie sich bei der Aufsichtsbehörde: Die Landesbeauftragte für Datenschutz und Informationsfreiheit NRW.",
         "Landesbeauftragte für Datenschutz und Informationsfreiheit NRW"),
        ("Beschwerde beim Unabhängigen Datenschutzzentrum Saarland ist möglich.", "Unabhängigen Datenschutzzentrum Saarland"),
        ("Beschwerde beim Bayerischen Landesamt für Datenschutzaufsicht ist möglich.", "Bayerischen Landesamt für Datenschutzaufsicht"),
        ("Bei Beschwerden über unseren Bürgerservice rufen Sie uns an.", None),
        ("Aufsicht: LDI NRW, Düsseldorf.", "LDI NRW"),
        ("Zuständige Datenschutzaufsichtsbehörde ist der Landesbeauftragte für den Datenschutz Sachsen-Anhalt.", "Landesbeauftragte für den Datenschutz Sachsen-Anhalt"),
        ("Competent supervisory authority: HmbBfDI", "HmbBfDI"),
        ("Aufsichtsbehörde: Bezirksregierung Auental, Ring 3", None),
        ("Aufsichtsbehörde von Meta ist, vertreten durch die LDI NRW, eine andere.", None),
    ],
)  # fmt: skip
def test_the_authority_for_complaints(text, authority):
    assert notice(f"<p>{text}</p>").complaint_authority == authority


@pytest.mark.parametrize(
    ("text", "granted"),
    [
        ("Sie können sich bei der LDI NRW beschweren.", True),
        ("Zuständige Aufsichtsbehörde: LDI NRW", False),
    ],
)
def test_an_authority_that_is_named_is_not_yet_the_right_to_complain(text, granted):
    found = notice(f"<p>{text}</p>")
    assert found.complaint_authority == "LDI NRW"
    assert found.complaint_right is granted


def test_platforms_in_menus_and_bare_links_do_not_count():
    found = notice(
        "<p>Wir betreiben Seiten auf Instagram und LinkedIn. Mehr: https://www.youtube.com/privacy</p>"
        '<p><a href="https://facebook.com/heide">Facebook</a></p>'
        '<footer><a href="https://x.com/heide">Twitter</a> Folgen Sie uns auf TikTok</footer>'
    )
    assert found.mentions_social_media == ("Instagram", "LinkedIn")


def test_x_is_not_named_a_second_time_by_its_former_name():
    assert notice("<p>Wir sind auf X (ehemals Twitter).</p>").mentions_social_media == ("X",)
    assert notice("<p>Wir sind auf Twitter.</p>").mentions_social_media == ("Twitter",)
    named = "<p>Auftritte betreiben wir bei Facebook, X und YouTube.</p>"
    assert notice(named).mentions_social_media == ("Facebook", "X", "YouTube")


def test_joint_controllership_is_not_the_definition_of_a_controller():
    joint = "<p>Wir sind gemeinsam mit Meta verantwortlich (Art. 26 DSGVO).</p>"
    definition = "<p>Die Person, die allein oder gemeinsam mit anderen verantwortlich über die Zwecke und Mittel entscheidet.</p>"
    assert notice(joint).mentions_art26
    assert not notice(definition).mentions_art26


@pytest.mark.parametrize(
    ("text", "relies"),
    [
        ("Google ist unter dem EU-US-Privacy-Shield zertifiziert.", True),
        ("Den Privacy Shield hat der EuGH für ungültig erklärt.", False),
        ("Grundlage ist das Data Privacy Framework, der Nachfolger des Privacy Shield.", False),
    ],
)
def test_relying_on_the_privacy_shield(text, relies):
    assert notice(f"<p>{text}</p>").privacy_shield is relies


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("Nach § 25 TTDSG setzen wir Cookies.", ("TTDSG",)),
        ("Nach § 25 TDDDG (vormals TTDSG) setzen wir Cookies.", ()),
        ("Nach § 15 Abs. 3 TMG bilden wir Nutzungsprofile.", ("TMG",)),
        ("Für eigene Inhalte sind wir nach § 7 Abs. 1 TMG verantwortlich.", ()),
    ],
)
def test_law_out_of_force(text, laws):
    assert notice(f"<p>{text}</p>").outdated_law == laws


def test_of_a_combined_page_only_the_notice_is_read():
    page = (
        "<title>Impressum und Datenschutz</title><h1>Impressum</h1><p>Angaben gemäß § 5 TMG</p>"
        "<p>Stadt Heide<br>Markt 1<br>48931 Heide<br>Vertreten durch: Bürgermeisterin Ina Kruse</p>"
        "<h1>Datenschutzerklärung</h1><p>Nach § 25 TTDSG setzen wir notwendige Cookies.</p>"
    )
    read = read_page(page.encode())
    assert privacy_of(read).outdated_law == ("TTDSG",)


def test_places_are_lines_and_columns_of_the_page():
    found = notice("<p>Erste Zeile</p><p>Grundlage ist Art. 6 Abs. 1 lit. f DSGVO.</p>")
    place = found.places["legal_basis_art6"]
    assert (place.line, place.column) == (3, 15)


def test_an_empty_page_says_nothing():
    found = privacy_of(read_page(b""))
    assert not any(found.contract().values())
    assert not any(found.elements().values())


@pytest.mark.parametrize(
    "word",
    ["Verantwortlicher: ", "Datenschutzbeauftragter ", "Art. 6 Abs. 1 lit. a, ", "Facebook/", "Beschwerde Aufsichtsbehörde ",
     "Aufsichtsbehörde: ", "Rechte Art. 15, 16, ", "Sie dürfen löschen ", "Art. 15 bis 21 ", "Die Stadt A als ", "wir, die Stadt ",
     "Recht auf Auskunft ", "TMG ", "a@", "A. ", "X (", "26 Art. 7 ", "Meta Rechte ", "Verantwortlich"],
)  # fmt: skip
def test_a_hostile_notice_costs_no_more_than_its_length(word):
    def spent(length: int) -> float:
        prose = Prose([Line(word * (length // len(word)), 1)])
        begin = process_time()
        read_notice(prose)
        return process_time() - begin

    spent(1000)
    short, long = spent(20_000), spent(160_000)
    assert long < max(
        20 * short, 0.5
    )  # eight times as long; sixty-four times as dear were quadratic


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("BfDI – Anschriften und Links", "unspecified"),
        ("BfDI - Infothek", "unspecified"),
        ("BfDI", "BfDI"),
    ],
)
def test_a_list_of_authorities_names_none(link: str, named: str) -> None:
    said = "<p>Ihnen steht ein Beschwerderecht bei der Aufsichtsbehörde zu. Kontaktdaten: {}.</p>".format
    assert notice(said(link)).complaint_authority == named
