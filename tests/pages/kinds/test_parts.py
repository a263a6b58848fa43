"""What stands in a box, a banner or a section of a page does not make the page what the box names."""

from __future__ import annotations

import pytest

from linter.pages import read_page

URL = "https://www.auenverein.example/verein/seite-7"
FEST = (
    "<p>" + "Am Samstag feiern wir auf dem Platz hinter der Schule unser Sommerfest. " * 8 + "</p>"
)
FEW = "<p>Wir verwenden Cookies. Mit der Nutzung stimmen Sie der Verarbeitung zu. <a href='/ds'>Mehr</a></p><button>OK</button>"
BANNER = f"<div><h2>Datenschutz</h2>{FEW}</div>"
BOX = "<div><h3>Impressum</h3><p><a href='/impressum'>Zum Impressum</a></p></div>"
MENU = "<ul><li><a href='/'>Start</a></li><li><a href='/impressum'>Impressum</a></li></ul>"
WHO = "<p>Ida Erle<br>Ringstr. 4<br>59065 Hamm<br>Telefon: 02381 12345<br>ida@erle.example</p>"
DATA = (
    "<p>Wir verarbeiten personenbezogene Daten nur, soweit es nötig ist. Beim Aufruf speichert der Server die IP-Adresse für sieben Tage. "
    "Sie haben ein Recht auf Auskunft, Berichtigung und Löschung.</p>"
)
LINKS = "<p>Trotz sorgfältiger Kontrolle übernehmen wir keine Haftung für die Inhalte externer Links.</p>"
COOKIES = (
    "<p>"
    + "Wir speichern Cookies und verarbeiten mit Ihrer Einwilligung die IP-Adresse auf unserem Server. "
    * 5
    + "</p>"
)
JUDGED = "<p>Das Landgericht Hamburg hat am 12. Mai 1998 (Az. 312 O 85/98) über Links geurteilt. Wir distanzieren uns.</p>"
SPAM = "<p>Der Nutzung von im Rahmen der Impressumspflicht veröffentlichten Kontaktdaten durch Dritte wird widersprochen.</p>"

ROWS = {
    "a banner before the text": ("other", f"<title>Fest</title>{BANNER}<h3>Fest</h3>{FEST}"),
    "a banner behind the text": ("other", f"<title>Fest</title><h3>Fest</h3>{FEST}{BANNER}"),
    "a banner without other headings": ("other", f"<title>Fest</title>{FEST}{BANNER}"),
    "a banner over an Impressum": ("impressum", f"{BANNER}<p>Impressum</p>{WHO}{FEST}"),
    "a notice of its own under such a heading": ("privacy", f"<title>Verein</title>{MENU}<h2>Datenschutz</h2>{DATA}"),
    "a notice that goes on": ("privacy", f"<title>Verein</title><h2>Datenschutz</h2>{FEW}<h2>Ihre Rechte</h2>{DATA}"),
    "a box that leads to the Impressum": ("other", f"<title>Fest</title>{FEST}{BOX}"),
    "the same under a menu that says so": ("other", f"<title>Fest</title>{MENU}<h2>Fest</h2>{FEST}{BOX}"),
    "the same in a line": ("other", f"<title>Fest</title>{FEST}<p><b>Impressum</b></p><p><a href='/i'>Hier</a></p>"),
    "the same on a notice": ("privacy", f"<h2>Datenschutzerklärung</h2>{DATA}{BOX}"),
    "a box that is one": ("impressum", f"<title>Fest</title>{FEST}<h3>Impressum</h3>{WHO}"),
    "a box that is one under a menu": ("impressum", f"<title>Fest</title>{MENU}{FEST}<h3>Impressum</h3>{WHO}"),
    "a line over details, a link in nested feet": (
        "impressum",
        f"<title>Verein</title><div> Impressum </div>{WHO}<footer><div class='footer'>{MENU}</div></footer>",
    ),
    "a line before the heading of a notice": (
        "impressum+privacy",
        f"<title>Praxis</title><p>Impressum</p>{WHO}<h1>Datenschutzerklärung</h1>{DATA}{DATA}<p>Rechtsgrundlage ist Art. 6 DSGVO.</p>",
    ),
    "one heading for both": (
        "impressum+privacy",
        f"<title>Impressum</title><h2>Impressum und Datenschutzerklärung</h2>{WHO}{FEST}<p>Personenbezogene Daten speichern wir keine.</p>",
    ),
    "one sentence under a heading of its own": (
        "impressum",
        f"<title>Impressum</title><h2>Impressum</h2>{WHO}<h2>Datenschutz</h2><p>Personenbezogene Daten speichern wir keine.</p>",
    ),
    "no address, but that its data are not to be used": (
        "impressum",
        f"<title>Verein</title><h4>Impressum:</h4><p>post@erle.example</p><h4>Haftung für Links</h4>{FEST}{SPAM}",
    ),
    "an article about the duty": (
        "other",
        f"<title>Verein</title><h4>Impressum</h4><p>Die Impressumspflicht trifft jeden.</p><h4>Ausnahmen</h4>{FEST}",
    ),
    "a line, and a box in the foot that is called so": (
        "impressum",
        f"<title>Verein</title><p>Impressum</p>{WHO}<footer><h4>Impressum</h4><p>Verein, Ringstr. 5, 59065 Hamm</p>{MENU}</footer>",
    ),
    "only a box in the foot that is called so": (
        "other",
        f"<title>Fest</title>{FEST}<footer><h4>Impressum</h4><p>Verein, Ringstr. 5, 59065 Hamm</p>{MENU}</footer>",
    ),
    "a heading with white space, links behind it": (
        "impressum",
        f"<title>Verein</title><ul>{'<li><a href=/s>Seite</a></li>' * 60}</ul><h3>\n  Impressum\n </h3><p>Ida Erle, Ringstr. 4, 59065 Hamm</p>{FEST}{FEST}{MENU}",
    ),
    "a title that ends with it, under the name of the site": (
        "impressum",
        f"<title>AUENKUNST IMPRESSUM</title><h1>Auenkunst</h1><p>Ida Erle<br>Ringstr. 4<br>59065 Hamm</p><p>ida@erle.example</p>{FEST * 5}",
    ),
    "a hint at the notice, and a banner about cookies": (
        "impressum",
        f"<h1>Impressum</h1>{WHO}<h2>Datenschutzerklärung</h2><p>Sie steht auf einer <a href='/ds'>Seite</a>.</p><div id='cookie-box'>{COOKIES}</div>",
    ),
    "an entry that only a script follows": (
        "other",
        f"<title>Fest</title><ul><li><a href='javascript:void(0)'>Impressum</a></li></ul><h2>Fest</h2>{WHO}{FEST}<p>Geschäftsführung: Ida Erle</p>",
    ),
    "the address of a generator": (
        "other",
        f"<title>Fest</title><h2>Fest</h2>{WHO}<p>online-impressum.de</p>{FEST}<p>Geschäftsführung: Ida Erle</p>",
    ),
    "the name of the site in the head of a notice": (
        "privacy",
        f"<header><h1><a href='/'>Verein</a></h1></header>{MENU}<p>Datenschutzbestimmungen</p>{DATA}{DATA}<footer>{MENU}</footer>",
    ),
    "a disclaimer about data below a heading that names two subjects": (
        "impressum",
        f"<h1>Impressum</h1>{WHO}<h3>Datenschutz und Datensicherheit</h3><p>Soweit personenbezogene Daten (Name, E-Mail-Adresse) erhoben werden, erfolgt dies freiwillig.</p>{FEST}{SPAM}",
    ),
    "the same heading over a notice": (
        "impressum+privacy",
        f"<h1>Impressum</h1>{WHO}<h3>Datenschutz und Datensicherheit</h3>{DATA}<p>Sie haben das Recht auf Einschränkung der Verarbeitung.</p>",
    ),
    "the bare word over four rights and no law": (
        "impressum+privacy",
        f"<h1>Impressum</h1>{WHO}<h2>Datenschutz</h2>{DATA}<p>Sie haben das Recht auf Einschränkung der Verarbeitung.</p>",
    ),
    "the bare word over three": ("impressum", f"<h1>Impressum</h1>{WHO}<h2>Datenschutz</h2>{DATA}"),
    "a sentence that begins with the word": (
        "other",
        f"<title>Karten</title><p>Datenschutzerklärung wird sofort ausgegeben</p>{FEST}<p>Server, Verarbeitung und Cookies sind uns fremd.</p>",
    ),
}  # fmt: skip

BOARD = "<p>Ida Erle<br>Ringstr. 4<br>59065 Hamm</p><p>Vertreten durch die Vorsitzende Ida Erle</p><p>Telefon: 02381 12345<br>ida@erle.example</p>"
POLITE = "<h2>Netiquette</h2><p>Bitte bleiben Sie höflich. Beleidigungen und Werbung werden entfernt.</p>"
NOTICE = (
    "<h3>Verantwortlicher</h3><p>Verein, Ringstr. 4, 59065 Hamm. Rechtsgrundlage der Verarbeitung ist Art. 6 DSGVO.</p>"
    "<h3>Speicherdauer</h3><p>Kommentare bleiben stehen, bis sie gelöscht werden. Nachrichten löschen wir nach sechs Monaten. Cookies setzt die Plattform.</p>"
    "<h3>Ihre Rechte</h3><p>Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung und Widerspruch, und das Recht auf Beschwerde bei der Aufsicht. "
    "Personenbezogene Daten geben wir an niemanden weiter, es sei denn, ein Gesetz verlangt es von uns.</p>"
)
ABOUT = "<p>Unser Auftritt in den Netzwerken wird von der Redaktion betreut, die werktags antwortet.</p>"

BESIDE_OTHERS = {
    f"a whole notice below the section {name}": ("privacy", f"<title>Verein im Netz</title><h1>Der Verein im Netz</h1><h2>{name}</h2>{ABOUT}<h2>Datenschutzerklärung</h2>{NOTICE}")
    for name in ("Netiquette", "Nutzungsbedingungen", "Haftungsausschluss", "Barrierefreiheit", "Hausordnung")
} | {
    "a title that names a notice and another document": (
        "privacy",
        f"<title>Datenschutz und Netiquette im Netz</title><h1>Datenschutz und Netiquette im Netz</h1>{POLITE}<h2>Datenschutz</h2>{NOTICE}",
    ),
    "terms that speak of data in passing": (
        "other",
        f"<title>Nutzungsbedingungen</title><h1>Nutzungsbedingungen</h1>{ABOUT * 4}<h2>Datenschutz</h2>"
        "<p>Personenbezogene Daten verarbeiten wir nach der DSGVO. Einen Widerruf richten Sie an uns.</p>" + ABOUT * 4,
    ),
    "an article with a notice as its example": (
        "other",
        f"<title>Muster einer Netiquette</title><h1>Muster einer Netiquette</h1>{POLITE}<h2>Datenschutzerklärung</h2>{NOTICE}",
    ),
    "an Impressum in an accordion beside a netiquette": (
        "impressum",
        f"<title>Kontakt</title><h1>Kontakt</h1>{POLITE}<details><summary>Impressum</summary>{BOARD}</details>",
    ),
    "the same under a line in bold, below a notice": (
        "impressum+privacy",
        f"<title>Datenschutzerklärung</title><h1>Datenschutzerklärung</h1>{NOTICE}<p><b>Impressum</b></p>{BOARD}",
    ),
    "a line over a link, and who is responsible further down": (
        "privacy",
        f"<title>Datenschutzerklärung</title><p>Das</p><h1>Datenschutzerklärung</h1>{DATA}<p><b>Impressum</b></p><p><a href='/i'>Dort</a></p><h2>Verantwortlich</h2>{BOARD}",
    ),
    "an example of one in an article": (
        "other",
        f"<title>Muster für Vereine</title><h1>Muster für Vereine</h1>{POLITE}<p><b>Impressum</b></p>{BOARD}",
    ),
}  # fmt: skip

UNNAMED = {
    "a sentence about links below": ("impressum", f"{WHO}{LINKS}"),
    "the judgement about links above": ("impressum", f"{JUDGED}{WHO}"),
    "the same with the heading of a contact page": ("contact", f"<h1>Kontakt</h1>{JUDGED}{WHO}"),
    "a sentence about links, wrapped": ("impressum", f"{WHO}{LINKS.replace('für die', 'für' + chr(10) + '  die')}"),
    "who publishes the site": ("impressum", f"<h2>Das Internetangebot wird herausgegeben vom</h2>{WHO}"),
    "who provides something else": ("other", f"<h2>Der Saal wird bereitgestellt von</h2>{WHO}"),
    "only in the foot": ("other", f"<title>Archiv</title>{LINKS}<footer>{WHO}</footer>"),
    "a title and nothing to see": ("other", "<title>Verein – Impressum</title><main></main><script src='a.js'></script>"),
}  # fmt: skip


def _kind(html: str, url: str) -> str:
    return read_page(html.encode(), url=url, content_type="text/html; charset=utf-8").page_type


@pytest.mark.parametrize(("kind", "html"), ROWS.values(), ids=ROWS)
def test_a_part_of_a_page_is_no_more_than_that(kind: str, html: str):
    assert _kind(html, URL) == kind


@pytest.mark.parametrize(("kind", "html"), BESIDE_OTHERS.values(), ids=BESIDE_OTHERS)
def test_what_stands_whole_beside_another_document_is_seen(kind: str, html: str):
    assert _kind(html, URL) == kind


def test_a_notice_with_the_beginning_of_an_impressum_leaves_it_open():
    head = f"<title>Datenschutzerklärung</title><h1>Datenschutzerklärung</h1>{NOTICE}"
    page = read_page(
        f"{head}<p><b>Impressum</b></p>{WHO}".encode(), url=URL, content_type="text/html"
    )
    assert (page.page_type, page.uncertain) == ("privacy", True)
    page = read_page(head.encode(), url=URL, content_type="text/html")
    assert (page.page_type, page.uncertain) == ("privacy", False)


@pytest.mark.parametrize(("kind", "html"), UNNAMED.values(), ids=UNNAMED)
def test_a_page_without_a_name(kind: str, html: str):
    assert _kind(html, "" if "script" in html else URL) == kind


def test_a_label_over_what_may_be_an_impressum_leaves_it_open():
    low = "<h3>Impressum</h3><p>Ida Erle, Dorfstraße, Auental, ida@erle.example</p>"
    page = read_page(f"<title>Fest</title>{FEST}{low}".encode(), url=URL, content_type="text/html")
    assert page.page_type == "other"
    assert page.uncertain


def test_a_label_over_a_link_leaves_nothing_open():
    page = read_page(f"<title>Fest</title>{FEST}{BOX}".encode(), url=URL, content_type="text/html")
    assert not page.uncertain


def test_a_street_before_a_short_postal_code_may_be_indented():
    deep = "\n" + " " * 30
    low = f"<p>Anna Au<br>{deep}Hauptplatz 3<br>{deep}8130 Auental</p>"
    page = read_page(f"<h2>Impressum</h2>{low}".encode(), url=URL, content_type="text/html")
    assert "address" in " ".join(page.reasons)
