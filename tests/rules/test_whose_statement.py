"""Whose statement a notice's words are: the house's counts, an operator's, a definition or a right does not.

Words that may be what a rule asks for are unknown; nobody is accused beside them.
"""

from __future__ import annotations

import pytest

from linter.testing import judged, load_for_tests

ACCOUNT = """\
registry: 1
authority: stadt-auental
authorities:
  - {id: stadt-auental, kind: city, names: [Stadt Auental]}
accounts:
  - {id: auental, platform: facebook, handle: auental, kind: authority,
     privacy: "https://www.auental.example/datenschutz"}
"""
WHOLE = {
    "DSE201": "<h2>Verantwortliche</h2><p>Stadt Auental, Ring 3, 48931 Auental</p>",
    "DSE202": "<h2>Datenschutzbeauftragte</h2><p>dsb@auental.example</p>",
    "DSE203": "<p>Rechtsgrundlage ist Art. 6 Abs. 1 Buchst. e DSGVO.</p>",
    "DSE210": "<h2>Zweck</h2><p>Presse und Rathaus.</p>",
    "DSE211": "<h2>Empfänger</h2><p>Kommunales Rechenzentrum.</p>",
    "DSE212": "<h2>Drittland</h2><p>Die Daten gelangen in die USA.</p>",
    "DSE213": "<h2>Speicherdauer</h2><p>Sieben Tage.</p>",
    "DSE204": "<h2>Ihre Rechte</h2><p>Auskunft, Berichtigung, Löschung, Einschränkung und Widerspruch.</p>",
    "DSE205": "<h2>Beschwerde</h2><p>Sie können sich bei der LDI NRW beschweren.</p>",
}
"""What each rule asks for."""
FOUR = "Sie haben das Recht auf Auskunft, Berichtigung, Löschung und Einschränkung."


@pytest.fixture(scope="module")
def book():
    return load_for_tests()


@pytest.fixture
def outcome(book, tmp_path):
    """What a rule makes of a notice that has, instead of what it asks for, these words."""

    def of(code: str, words: str) -> str:
        body = "".join(words if name == code else part for name, part in WHOLE.items())
        page = f"<html lang=de><title>Datenschutz</title><h1>Datenschutzerklärung</h1>{body}</html>"
        (tmp_path / "page.html").write_text(page, encoding="utf-8")
        rule = book.find(code)
        result, _ = judged(book, rule, ACCOUNT, {"pages": {"privacy": "page.html"}}, tmp_path)
        assert not result.errors
        return next((f.outcome for f in result.findings if f.code == code), "pass")

    return of


@pytest.mark.parametrize("code", WHOLE)
def test_a_whole_notice_passes_and_one_that_says_nothing_is_accused(code, outcome):
    assert outcome(code, WHOLE[code]) == "pass"
    assert outcome(code, "") == "fail"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("DSE201", "<h2>Betreiberin unserer Kanäle</h2><p>Stadt Auental<br>Ring 3<br>48931 Auental</p>"),
        ("DSE203", "<p>Wir verarbeiten Daten nach § 6 Abs. 1 Nr. 5 KDG.</p>"),
        ("DSE203", "<p>Art. 4 Abs. 1 BayDSG gestattet die Verarbeitung.</p>"),
        ("DSE203", "<p>Gesetzliche Grundlage ist die Gemeindeordnung (§ 41).</p>"),
        ("DSE203", "<h2>Rechtsgrundlage</h2><p>§ 5 Landesdatenschutzgesetz</p>"),
        ("DSE203", "<p>Die Seite stützt sich auf Art. 6 Abs. 1 lit. e DSGVO, weshalb Sie das Recht haben, zu widersprechen.</p>"),
        ("DSE203", "<p>Wir nutzen Instagram auf der Grundlage von Art. 6 Abs. 1 lit. e DSGVO.</p>"),
        ("DSE204", f"<p>{FOUR} Der Verarbeitung dürfen Sie widersprechen.</p>"),
        ("DSE204", "<ul><li>Auskunftsrecht</li><li>Berichtigungsrecht</li><li>Löschungsrecht</li><li>Recht auf Beschränkung</li><li>Widerspruchsrecht</li></ul>"),
        ("DSE204", "<p>Ihre Rechte nach Art. 15 bis 21 DSGVO erfüllen wir und Meta gemeinsam.</p>"),
        ("DSE203", "<p>Facebook nutzt die Stadt auf der Grundlage von Art. 6 Abs. 1 lit. e DSGVO.</p>"),
        ("DSE203", "<p>Wenn Sie einwilligen, können wir Daten nach Art. 6 Abs. 1 lit. a DSGVO bis zum Widerruf verarbeiten.</p>"),
        ("DSE204", "<p>Ihre Rechte nach Art. 15 bis 21 DSGVO gelten auch bei Facebook-Seiten.</p>"),
        ("DSE204", "<p>Ihre Rechte nach Art. 15 bis 21 DSGVO können Sie auch gegenüber Meta geltend machen.</p>"),
        ("DSE210", "<p>Zweck ist eine Information der Bürgerschaft.</p>"),
        ("DSE210", "<p>Ihre Angaben nutzen wir zur Beantwortung der Anfrage.</p>"),
    ],
)  # fmt: skip
def test_what_the_house_says_is_understood(code, words, outcome):
    assert outcome(code, words) == "pass"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("DSE201", "<p>Der Kanal wird von der Stadt Auental (Ring 3, 48931 Auental) betrieben.</p>"),
        ("DSE201", "<p>Die Verantwortung tragen die Ämter der Stadt Auental, post@auental.example.</p>"),
        ("DSE201", "<p>Die Kreisverwaltung ist für Ihre Angaben verantwortlich.</p>"),
        ("DSE201", "<h2>Verantwortliche</h2><p>Stadt Bergheide, Rathausplatz 1, 48931 Bergheide</p>"),
        ("DSE202", "<p>Zur Datenschutzbeauftragten ist die Firma Auendaten bestellt, Tel. 0421 55-12.</p>"),
        ("DSE202", "<p>Das Büro Auendaten (post@auendaten.example) nimmt die Aufgaben des Datenschutzbeauftragten wahr.</p>"),
        ("DSE202", "<h2>Kontakt in Sachen Datenschutz</h2><p>datenschutz@auental.example</p>"),
        ("DSE203", "<h2>Welche Rechtsgrundlage gibt es?</h2><p>Die Stadt ist gern für Sie da.</p>"),
        ("DSE203", "<p>Wir verarbeiten Daten nur mit Ihrer Einwilligung.</p>"),
        ("DSE203", "<p>Die Befugnis dazu gibt uns das Hochschulgesetz.</p>"),
        ("DSE203", "<p>Die Nutzung der Daten ist der Stadt kraft Gesetzes erlaubt.</p>"),
        ("DSE204", f"<p>{FOUR} Widersprüche richten Sie an das Rathaus.</p>"),
        ("DSE204", "<table><tr><td>Art. 15</td><td>Auskunft</td></tr><tr><td>Art. 16</td><td>Berichtigung</td></tr><tr><td>Art. 17</td><td>Löschung</td></tr><tr><td>Art. 18</td><td>Einschränkung</td></tr><tr><td>Art. 21</td><td>Widerspruch</td></tr></table>"),
        ("DSE204", "<p>Zu Ihren Rechten berät Sie unsere Datenschutzbeauftragte.</p>"),
        ("DSE204", "<p>Die Artikel 15, 16, 17, 18 und 21 DSGVO gelten.</p>"),
        ("DSE204", f"<p>{FOUR} Der Erhebung kann ohne Angabe von Gründen widersprochen werden.</p>"),
        ("DSE205", "<p>Saarländische Datenschutzbehörde, Fritz-Ring 12</p>"),
        ("DSE205", "<p>Beklagen können Sie sich in Hannover.</p>"),
        ("DSE210", "<p>Wir betreiben das Profil, damit Warnungen ankommen.</p>"),
        ("DSE210", "<p>Anliegen unseres Auftritts ist die Nähe zu den Menschen.</p>"),
        ("DSE210", "<h2>Zwecke der Verarbeitung</h2>"),
        ("DSE211", "<h2>Empfänger</h2>"),
        ("DSE211", "<p>Ihre Daten bekommt auch das Kreisarchiv.</p>"),
        ("DSE210", "<p>Wir nutzen Instagram, weil dort viele Familien sind.</p>"),
        ("DSE211", "<p>Die Daten bleiben im Haus.</p>"),
        ("DSE212", "<p>Die Daten können ins Ausland gelangen.</p>"),
        ("DSE212", "<p>Alles bleibt innerhalb der EU.</p>"),
        ("DSE213", "<h2>Speicherdauer</h2>"),
        ("DSE213", "<p>Wir selbst speichern nichts davon, auch keine Namen.</p>"),
        ("DSE213", "<p>Nach zwei Wochen ist die Nachricht fort.</p>"),
    ],
)  # fmt: skip
def test_words_that_may_say_it_are_unknown(code, words, outcome):
    assert outcome(code, words) == "unknown"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("DSE201", "<h2>Verantwortlicher</h2><p>TikTok Technology Limited, Dublin, Irland</p>"),
        ("DSE201", "<h2>Verantwortlicher</h2><p>XXX</p>"),
        ("DSE201", "<p>Verantwortlich für das Webdesign: Auennetz GmbH, Ring 8, 48931 Auental</p>"),
        ("DSE202", "<p>Die Datenschutzbeauftragte der LinkedIn Ireland Unlimited Company: dpo@linkedin.example</p>"),
        ("DSE202", "<p>Einen Datenschutzbeauftragten haben wir nicht benannt. Anschrift: 48931 Auental</p>"),
        ("DSE203", "<p>Nach Angaben von Google ist die Rechtsgrundlage Art. 6 Abs. 1 lit. f DSGVO.</p>"),
        ("DSE203", "<p>Meta beruft sich auf Art. 6 Abs. 1 lit. b DSGVO.</p>"),
        ("DSE203", "<p>Gegen die Verarbeitung nach Art. 6 Abs. 1 lit. e DSGVO können Sie Widerspruch einlegen.</p>"),
        ("DSE203", "<p>Beruht die Verarbeitung auf der Rechtsgrundlage der Einwilligung, können Sie diese widerrufen.</p>"),
        ("DSE203", "<p>Das Recht auf Löschung besteht nicht, soweit Art. 6 Abs. 1 lit. c DSGVO gilt.</p>"),
        ("DSE203", "<p>Ihre Daten geben wir nicht ohne Ihre Einwilligung weiter.</p>"),
        ("DSE204", f"<p>{FOUR} Meta kümmert sich um Ihre Rechte nach Art. 15 bis 21 DSGVO.</p>"),
        ("DSE204", f"<p>{FOUR} Werbung wird hiermit ausdrücklich widersprochen.</p>"),
        ("DSE204", f"<p>{FOUR} X räumt Ihnen ein Widerspruchsrecht ein.</p>"),
        ("DSE204", f"<p>{FOUR} Weitere Rechte nach Art. 15 bis 22 DSGVO bestehen gegenüber Meta.</p>"),
        ("DSE204", f"<p>{FOUR.replace('Löschung und ', '')} Gegen die Verarbeitung dürfen Sie Widerspruch einlegen. Cookies können Sie löschen.</p>"),
        ("DSE210", "<p>Ihr Recht auf Auskunft über die Verarbeitungszwecke bleibt.</p>"),
        ("DSE210", "<p>Gelöscht wird, wenn der Zweck weggefallen ist.</p>"),
        ("DSE211", "<p>Dritter ist jede natürliche oder juristische Person außer der Stadt.</p>"),
        ("DSE211", "<p>Vor unbefugter Weitergabe sind die Daten sicher.</p>"),
        ("DSE212", "<p>Als Drittländer gelten Staaten außerhalb der EU.</p>"),
        ("DSE212", "<p>Sie haben das Recht, bei Übermittlung in ein Drittland von den Garantien zu erfahren.</p>"),
        ("DSE213", "<p>Wir sind nicht verpflichtet, übermittelte oder gespeicherte fremde Informationen zu überwachen.</p>"),
    ],
)  # fmt: skip
def test_what_is_not_the_houses_statement_says_nothing(code, words, outcome):
    assert outcome(code, words) == "fail"
