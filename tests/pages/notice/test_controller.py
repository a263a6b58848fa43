"""Whom a notice names as responsible for the processing: in many ways of writing, and in some that name nobody."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.privacy import privacy_of

HEAD = "<html lang=de><head><title>Datenschutz</title></head><body><h1>Datenschutzerklärung</h1>"
TAIL = (
    "<h2>Ihre Rechte</h2><p>Sie haben das Recht auf Auskunft (Art. 15 DSGVO), Berichtigung (Art. 16 DSGVO), Löschung "
    "(Art. 17 DSGVO) und Widerspruch. Rechtsgrundlage ist Art. 6 Abs. 1 lit. f DSGVO. Sie können sich bei der "
    "Aufsichtsbehörde beschweren.</p></body></html>"
)
FIRST = "<h2>1. Verantwortlicher</h2>"
NAMED = {
    "Auenwerk AG": f"{FIRST}<p>Verantwortlich für die Verarbeitung Ihrer Daten ist die Auenwerk AG (Anschrift siehe Impressum).</p>",
    "Auenwallet GmbH": f"{FIRST}<p>Verantwortlicher im Sinne der DSGVO ist die Auenwallet GmbH. Weitere Angaben finden Sie im Impressum.</p>",
    "Anna Kern": f"{FIRST}<p>Verantwortlich für die durch die App aue.example erhobenen Daten ist Anna Kern, Kontakt: anna@auen.example.</p>",
    "SV Auen e.V.": f"{FIRST}<p>Verantwortlicher im Sinne der DSGVO:</p><dl><dt>Verein</dt><dd>SV Auen e.V.</dd><dt>Adresse</dt><dd>Ringstr. 4</dd></dl>",
    "Ben Lutz": f"{FIRST}<p>Verantwortlich für die Erhebung auf dieser Website ist:<br>Vorname, Name: Ben Lutz<br>Straße: Ringstr. 4</p>",
    "Auensignum UG (haftungsbeschränkt)": f"{FIRST}<p>Diese Erklärung klärt über die Art, den Umfang und die Zwecke der Erhebung von Daten der Besucher "
    "und Nutzer durch den nachfolgend genannten Anbieter als datenschutzrechtlich verantwortliche Stelle auf.</p>"
    "<p>Auensignum UG (haftungsbeschränkt)<br>Ringstr. 4<br>59065 Hamm</p>",
    "Clara Dorn": "<h4>Anbieter und verantwortliche Stelle im Sinne des Datenschutzgesetzes</h4><p>Clara Dorn<br>Ringstr. 4<br>59065 Hamm</p>",
    "Dirk Ebel": f"{FIRST}<p>Einzelunternehmen</p><p>Inhaber und Verantwortlicher: Dirk Ebel</p><p>Ringstr. 4, 59065 Hamm</p>",
    "Auensoft e.U.": "<h3>So erreichen Sie uns</h3><p><b>Webseitenbetreiber:</b> Auensoft e.U.<br><b>Telefon:</b> +43 677 1</p>",
    "Auen Nexus": "<h3>Datenerhebung</h3><p>Die Datenverarbeitung erfolgt durch den Websitebetreiber (Auen Nexus). Kontaktdaten stehen weiter unten.</p>",
}
OWNED = {
    "Auenklinik GmbH": "<h2>6. Kontakt</h2><p>Auenklinik GmbH<br>Ringstr. 4<br>59065 Hamm</p>",
    "Auen Users Group e.V.": "<h2>Datenschutzhinweise der Auen Users Group e.V.</h2><p>Wir speichern nichts.</p>",
    "AU Büro": "<span>Verantwortlicher</span><h2>Kontakt</h2><p>Der Verantwortliche im Sinne der DSGVO.</p><p>AU Büro – Ida Erle</p><p>59065 Hamm</p>",
}
NOBODY = {
    "a heading over somebody without an address": "<h2>Kontakt</h2><p>Auenklinik GmbH</p><p>Wir antworten bald.</p>",
    "a field under such a heading": "<h2>Kontakt</h2><p>Rechtsform: Verein (e.V.)</p><p>59065 Hamm</p>",
    "a person under such a heading": "<h2>Kontakt</h2><p>Webmaster Ida Erle</p><p>59065 Hamm</p>",
    "a heading about the notice of nobody": "<h2>Datenschutzhinweise der anderen Anbieter</h2><p>Diese gelten dort.</p>",
    "the imprint": f"{FIRST}<p>Verantwortlicher im Sinne der DSGVO ist der im Impressum genannte Betreiber.</p>",
    "the imprint, in brackets": f"{FIRST}<p>Verantwortlich für die Datenverarbeitung ist:<br>[Siehe Impressum]</p>",
    "the reader": "<p>The Data Controller within the meaning of the GDPR is you, as all operations happen in your browser.</p>",
    "the employer": "<p>Dein Arbeitgeber ist datenschutzrechtlich Verantwortlicher für deine Arbeitszeitdaten. Wir handeln als Auftragsverarbeiter.</p>",
    "the customer": "<p>Der Kunde ist datenschutzrechtlich Verantwortlicher („Controller“). Wir handeln als Auftragsverarbeiter.</p>",
    "the teacher": "<p>Die Lehrkraft ist selbst verantwortlich für:</p><ul><li>die Einholung der Einwilligungen</li></ul>",
    "a legal form": "<p>Verantwortlich: KG</p>",
    "the operator as one of two": "<p>Anfragen zu den Insights beantwortet die Meta Platforms Ireland Limited als Verantwortliche.</p>",
    "those who write": "<p>Hinweise nimmt die Redaktion als verantwortliche Stelle entgegen.</p>",
    "a service in one's name": "<p>Die Auenhost GmbH verarbeitet Daten in unserem Auftrag.</p>",
    "who is greeted": "<h2>Wer wir sind</h2><p>Die Adresse unserer Website ist: https://aue.example.</p>",
    "those who are paid through": "<p>Zahlungsdienste sind eigene Verantwortliche im Sinne des Art. 4 Nr. 7 DSGVO und nicht unsere Auftragsverarbeiter.</p>",
    "whoever runs the site": "<p>Hinweis für Webseitenbetreiber: Die erhobenen Daten werden nach einer festgelegten Dauer überschrieben.</p>",
    "the name of the site's operator elsewhere": "<h3>Datenerfassung</h3><p>Die Datenverarbeitung erfolgt durch den Websitebetreiber. Dessen Kontaktdaten können Sie dem Impressum entnehmen.</p>",
    "the operator of the imprint": "<p>Die Datenverarbeitung erfolgt durch den Websitebetreiber (siehe Impressum).</p>",
}


PUBLIC = {
    "before who represents it": ("Hochschule Auenland", "<p>Verantwortlicher gem. Art. 4 Nr. 7 DSGVO ist die Hochschule Auenland gesetzlich vertreten durch den Präsidenten: <br>Präsident: Jo Kern</p>"),
    "in the line of a label": ("Stadt Musterhausen", "<p>Name und Kontaktdaten des Verantwortlichen: Stadt Musterhausen, Markt 1</p>"),
    "before the article": ("City of Auen", "<p>Controller: City of Auen. Art. 6 (1) (e) GDPR applies.</p>"),
    "an organ": ("Politische Gemeinde Auen", "<p>Verantwortliches Organ: Politische Gemeinde Auen, Ringstr. 4</p>"),
    "an institution": ("Technische Universität Auen", "<h2>Verantwortliche Einrichtung</h2><p>Technische Universität Auen, vertreten durch die Rektorin</p>"),
    "information on it": ("Stadt Auen", "<h2>I. Informationen über die verantwortliche Stelle</h2><p>Stadt Auen<br>Markt 1</p>"),
    "within a sentence": ("Justizvollzugsanstalt Auen", "<p>Nach § 12 JVollzDSG informiert die Justizvollzugsanstalt Auen als verantwortliche Stelle über die Verarbeitung.</p>"),
    "before the word": ("Stadt Auen", "<p>Die Stadt Auen als Verantwortliche informiert Sie wie folgt.</p>"),
    "with a point in it": ("Auentee GmbH & Co. KG", "<p>Die Auentee GmbH &amp; Co. KG ist Verantwortliche im Sinne der DSGVO.</p>"),
    "that runs a shop": ("Auentee mbH & Co. KG", "<p>Die Auentee mbH &amp; Co. KG (nachfolgend „wir“) ist als Betreiberin dieses Shops Verantwortliche.</p>"),
    "who bears it": ("Stadt Auen", "<p>Die Verantwortung für die Verarbeitung Ihrer Daten trägt die Stadt Auen.</p>"),
    "who processes them": ("Auenfunk Betriebs-GmbH", "<p>Als Sender verarbeiten wir, die Auenfunk Betriebs-GmbH, Daten beim Gewinnspiel.</p>"),
    "who we are": ("Stadt Auen", "<h2>Wer wir sind</h2><p>Stadt Auen, Markt 1, 59065 Auen</p>"),
    "as we": ("Stadt Auen", "<p>Wir, die Stadt Auen, sind verantwortlich im Sinne des Art. 4 Nr. 7 DSGVO.</p>"),
    "at the end of a sentence": ("Samtgemeinde Niederau", "<p>Für die Verarbeitung Ihrer Daten ist die Samtgemeinde Niederau verantwortlich.</p>"),
    "at its beginning": ("Stadt Auenfurt", "<p>Die Stadt Auenfurt ist für die Verarbeitung Ihrer personenbezogenen Daten verantwortlich.</p>"),
    "with its address": ("Polizeipräsidium Auenstadt", "<h2>Wer ist verantwortlich für die Datenverarbeitung?</h2><p>Das Polizeipräsidium Auenstadt, Ringstraße 5, 44137 Dortmund, ist verantwortlich für die Verarbeitung.</p>"),
    "beside a platform": ("Stadt Auenfurt", "<p>Verantwortlich für die Verarbeitung der Daten auf diesem Kanal ist neben dem Betreiber der Plattform die Stadt Auenfurt.</p>"),
    "as an office": ("Polizeipräsident in Auen", "<p>Verantwortlicher gemäß Art. 4 Nr. 7 DS-GVO ist: Der Polizeipräsident in Auen, Ring 1, 12345 Auen</p>"),
    "below words without a noun": ("Kreisverwaltung Auenland", "<h2>Datenschutzrechtlich verantwortlich</h2><p>Kreisverwaltung Auenland</p>"),
    "that processes": ("Stadt Auenfurt", "<p>Die Stadt Auenfurt verarbeitet als Verantwortliche Ihre Daten.</p>"),
    "that does not answer": (None, "<p>Die Landesregierung ist für die Verarbeitung nicht verantwortlich.</p>"),
    "that is a platform": (None, "<p>Google ist für die Verarbeitung der Daten verantwortlich.</p>"),
    "that is whoever it may be": (None, "<p>Für die Verarbeitung Ihrer Daten ist der jeweilige Betreiber verantwortlich.</p>"),
    "that is the reader's": (None, "<p>Verantwortlich für die Verarbeitung ist Ihr Arbeitgeber.</p>"),
    "nowhere": (None, "<h2>Wer ist verantwortlich?</h2><p>Rechtsgrundlage ist Art. 6 Abs. 1 Buchst. e DSGVO. Sie haben Rechte</p>"),
}  # fmt: skip


LISTED = "<p>Inhalt:</p><ol><li>Name und Kontaktdaten der verantwortlichen Stelle</li><li>Erhebung von Daten</li><li>Weitergabe von Daten an Dritte</li></ol>"
FURTHER = {
    "behind a table of contents": ("Auen CC GmbH", f"{LISTED}<p><b>1. Name und Kontaktdaten der verantwortlichen Stelle</b></p><p>Auen CC GmbH<br>Ringstr. 4</p>"),
    "behind one without numbers": ("Stadt Auen", "<ul><li>Verantwortlicher</li><li>Datenschutzbeauftragter</li><li>Arten der Daten</li></ul><h2>Verantwortlicher</h2><p>Stadt Auen<br>Ring 1</p>"),
    "of whom a notice holds": ("Auenfunk GmbH", "<p>Diese Datenschutzhinweise gelten für die Datenverarbeitung durch: Auenfunk GmbH, Ringstr. 4, 59065 Hamm</p>"),
    "of whom it holds, as us": ("Auen CC GmbH", f"{FIRST}<p>Diese Datenschutzhinweise gelten für uns, Auen CC GmbH<br>Ringstr. 4<br>als verantwortliche Stelle.</p>"),
    "of us, with an address": ("Auenwerke AG", "<p>Wir, die Auenwerke AG, Ringstr. 4, 59065 Hamm, sind Verantwortliche im Sinne der DSGVO.</p>"),
    "of a club, which is called us": ("Heimatverein Auen e.V.", "<p>Der Heimatverein Auen e.V. (im Folgenden „wir“) ist als Betreiber der Website Verantwortlicher im Sinne der DSGVO.</p>"),
    "in a field with two words": ("Auen GmbH", f"{FIRST}<p>Name/Fa.: Auen GmbH<br>Straße Nr.: Ringstr. 4</p>"),
    "of a notice for all sites": (None, "<p>Diese Hinweise gelten für die Datenverarbeitung durch: Cookies, Formulare und Karten.</p>"),
}  # fmt: skip


@pytest.mark.parametrize("place", FURTHER)
def test_the_name_is_read_in_further_places(place: str) -> None:
    name, body = FURTHER[place]
    assert said(body) == name


def test_a_label_above_the_notice_names_whoever_answers_for_data() -> None:
    who = "<p>SC Auental e.V.<br>Ringstr. 4<br>59065 Hamm<br>Telefon: 02381 2810</p>"
    data = "<h2>Datenschutz</h2><p>Beim Aufruf speichert der Server die IP-Adresse.</p>"
    html = f"<h1>Impressum</h1><h2>Verantwortliche Stelle</h2>{who}{data}{TAIL}"
    page = read_page(html.encode(), content_type="text/html; charset=utf-8")
    assert page.page_type == "impressum+privacy"
    assert privacy_of(page).controller_named == "SC Auental e.V."


def said(body: str) -> object:
    page = read_page(f"{HEAD}{body}{TAIL}".encode(), content_type="text/html; charset=utf-8")
    return privacy_of(page).contract()["controller_named"]


@pytest.mark.parametrize("name", NAMED)
def test_name_is_read(name: str) -> None:
    assert said(NAMED[name]) == name


@pytest.mark.parametrize("name", OWNED)
def test_whose_the_notice_is_names_who_is_responsible(name: str) -> None:
    assert said(OWNED[name]) == name


@pytest.mark.parametrize("way", NOBODY)
def test_nobody_is_named(way: str) -> None:
    assert said(NOBODY[way]) is None


@pytest.mark.parametrize("place", PUBLIC)
def test_a_public_body_is_read(place: str) -> None:
    name, body = PUBLIC[place]
    assert said(body) == name


BODIES = (
    "Stadt Auenfurt", "Samtgemeinde Niederau", "Bezirksregierung Auenberg", "Polizeipräsident in Auenfurt", "Amtsgericht Auenfurt",
    "Ministerium für Arbeit, Gesundheit und Soziales des Landes Auenland", "Landrat als untere staatliche Verwaltungsbehörde",
    "Oberbürgermeister der Stadt Auenfurt", "Stadtwerke Auenfurt AöR", "Technische Universität Auen", "Markt Auen",
)  # fmt: skip
WORDINGS = (
    "<h2>Verantwortlicher</h2><p>BODY<br>Ring 1<br>12345 Aue</p>",
    "<p>Verantwortlich für die Datenverarbeitung ist: BODY, Ring 1, 12345 Aue</p>",
    "<h2>Name und Kontaktdaten des Verantwortlichen</h2><p>BODY</p><p>Ring 1</p>",
    "<p>Verantwortliche Stelle: BODY</p>",
    "<p>Verantwortlich im Sinne des Art. 4 Nr. 7 DSGVO ist BODY.</p>",
    "<dl><dt>Verantwortlicher</dt><dd>BODY, Ring 1, 12345 Aue</dd></dl>",
    "<p>BODY (im Folgenden „wir“) ist verantwortlich für die Verarbeitung Ihrer Daten.</p>",
    "<h2>Wer ist für die Datenverarbeitung verantwortlich?</h2><p>Verantwortlich ist:<br>BODY<br>Ring 1</p>",
)


@pytest.mark.parametrize("wording", WORDINGS)
def test_every_public_body_is_read_in_every_wording(wording: str) -> None:
    assert {body: said(wording.replace("BODY", body)) for body in BODIES} == {
        body: body for body in BODIES
    }
