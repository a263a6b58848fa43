from __future__ import annotations

import pytest

from linter.pages import read_page

MENU = '<header><nav><ul><li><a href="/">Start</a><li><a href="/rathaus">Rathaus</a><li><a href="/kontakt">Kontakt</a></ul></nav></header>'
FOOT = '<footer><p>Stadt Musterhausen · Markt 1 · 12345 Musterhausen</p><a href="/impressum">Impressum</a> <a href="/ds">Datenschutz</a></footer>'
ADDRESS = "<p>Stadt Musterhausen<br>Markt 1<br>12345 Musterhausen</p><p>Telefon: 02345 100-0<br>E-Mail: info@musterhausen.de</p>"
MAYOR = "<p>Die Stadt wird vertreten durch den Bürgermeister Max Beispiel.</p>"
RIGHTS = (
    "<p>Wir verarbeiten personenbezogene Daten auf der Rechtsgrundlage von Art. 6 Abs. 1 lit. e DSGVO. Sie haben das Recht auf Auskunft, "
    "Berichtigung, Löschung, Einschränkung der Verarbeitung und Datenübertragbarkeit sowie ein Recht auf Widerspruch und auf Beschwerde "
    "bei der Aufsichtsbehörde. Server-Logfiles und Cookies werden nach sieben Tagen gelöscht. Verantwortlicher ist die Stadt.</p>"
)
PROSE = (
    "<p>"
    + "Die Stadt liegt am Fluss und lädt zu jeder Jahreszeit zum Verweilen ein. " * 40
    + "</p>"
)


def kind(html: str, title: str = "Stadt Musterhausen", url: str = "", *, frame: bool = True) -> str:
    page = f"<title>{title}</title>{MENU + html + FOOT if frame else html}"
    return read_page(page.encode(), url=url, content_type="text/html; charset=utf-8").page_type


@pytest.mark.parametrize(
    ("html", "title"),
    [
        (f"<h1>Impressum</h1>{ADDRESS}{MAYOR}", "Stadt Musterhausen"),
        (f"<p>{ADDRESS}{MAYOR}", "Impressum | Stadt Musterhausen"),
        (f"<b>Impressum</b>{ADDRESS}{MAYOR}", "Stadt Musterhausen"),
        (f"<h2>Angaben gemäß § 5 DDG</h2>{ADDRESS}", "Stadt Musterhausen"),
        (f"<h1>Rechtliches</h1><p>Verantwortlich im Sinne des § 18 Abs. 2 MStV</p>{ADDRESS}{MAYOR}", "Rechtliches"),
        (f"<h1>Imprint</h1>{ADDRESS}", "City of Musterhausen"),
        (f"<h1>Kontakt und Impressum</h1>{ADDRESS}", "Kontakt"),
        (f"<h1>Impressum der Stadt Musterhausen</h1>{ADDRESS}{MAYOR}", "Stadt"),
        (f"<h1>Impressum</h1>{ADDRESS}<h2>Datenschutz</h2><p>Unsere Datenschutzerklärung finden Sie hier.</p>", "Impressum"),
        (f"<h1>Impressum</h1>{ADDRESS}{MAYOR}<h3>Haftung für Links</h3>{PROSE}", "Impressum"),
        (f"<table><tr><td>Impressum<br>Max Beispiel<br>Weg 1<br>12345 Ort</table>", "Meine Seite"),  # noqa: F541
    ],
)  # fmt: skip
def test_an_impressum_is_known_by_its_heading_or_its_details(html: str, title: str):
    assert kind(html, title) == "impressum"


@pytest.mark.parametrize(
    ("html", "title"),
    [
        (f"<h1>Datenschutzerklärung</h1>{RIGHTS}", "Stadt Musterhausen"),
        (f"<h1>Hinweise für Bürger</h1>{RIGHTS}", "Datenschutz - Stadt Musterhausen"),
        (f"<p>Datenschutzhinweise</p>{RIGHTS}{ADDRESS}", "Stadt Musterhausen"),
        (f"<h1>Wie wir mit Daten umgehen</h1>{RIGHTS}", "Stadt Musterhausen"),
        (f"<h1>Privacy Policy</h1><p>We process personal data. {RIGHTS}", "City"),
        (
            "<h1>Datenschutz</h1><p>Es gilt die Datenschutzerklärung der Muttergesellschaft.</p>",
            "Stadt",
        ),
        (
            f"<h1>Datenschutzerklärung</h1><h2>Verantwortlicher</h2>{ADDRESS}{MAYOR}{RIGHTS}",
            "Datenschutz",
        ),
    ],
)
def test_a_privacy_notice_is_known_by_its_heading_or_what_it_tells(html: str, title: str):
    assert kind(html, title) == "privacy"


@pytest.mark.parametrize(
    ("html", "title"),
    [
        (f"<h1>Impressum</h1>{ADDRESS}{MAYOR}<h1>Datenschutzerklärung</h1>{RIGHTS}", "Impressum"),
        (f"<h2>Impressum</h2>{ADDRESS}<h2>Datenschutz</h2>{RIGHTS}", "Impressum & Datenschutz"),
        (f"<h1>Impressum</h1>{ADDRESS}<p>Datenschutzerklärung</p>{RIGHTS}", "Verein"),
        (
            f"<h1>Datenschutz</h1>{RIGHTS * 6}<h2>a</h2><h2>b</h2><h2>Impressum</h2>{ADDRESS}{MAYOR}",
            "Datenschutz",
        ),
    ],
)
def test_a_page_may_be_both(html: str, title: str):
    assert kind(html, title) == "impressum+privacy"


@pytest.mark.parametrize(
    ("html", "title", "expected"),
    [
        (f"<h1>Willkommen</h1>{PROSE}", "Stadt Musterhausen", "home"),
        (f"<h1>Kontakt</h1>{ADDRESS}", "Stadt Musterhausen", "contact"),
        (f"<h1>Schreiben Sie uns</h1>{ADDRESS}", "Kontakt - Stadt Musterhausen", "contact"),
        (f"<h1>Willkommen</h1>{PROSE}<footer><h4>Impressum</h4>{ADDRESS}</footer>", "Stadt", "home"),
        (f"<h1>Willkommen</h1><div hidden><h2>Impressum</h2>{ADDRESS}{MAYOR}</div>{PROSE}", "Stadt", "home"),
        (f"<h1>Willkommen</h1><div style='display:none'><p>Cookies</p>{RIGHTS}</div>{PROSE}", "Stadt", "home"),
        (f"<h1>Willkommen</h1><h2>Schutz</h2>{PROSE}<h3>Datenschutz</h3><p>Uns wichtig.</p>", "Stadt", "home"),
        (f"<h1>Willkommen</h1><div><h3>Datenschutz</h3><p>Wir nutzen Cookies mit Ihrer Einwilligung.</div>{PROSE}", "Stadt", "home"),
        (f"<h1>Willkommen</h1><button>Datenschutz</button><p>Cookies, Einwilligung, Server.</p>{PROSE}", "Stadt", "home"),
        (f"<h1>Willkommen</h1>{PROSE}{ADDRESS}<button>Impressum</button>", "Stadt", "home"),
        (f"<h1>Satzung</h1><p>Der Verein wird vertreten durch den Vorstand, Vereinsregister Amtsgericht.</p>{ADDRESS}", "Satzung", "other"),
    ],
)  # fmt: skip
def test_other_pages_are_neither_whatever_their_footer_says(html: str, title: str, expected: str):
    assert kind(html, title) == expected


CARD = "<p>Förderverein Kita Auen<br>Email:<br>info@kita-auen.example</p><p>Anschrift:<br>Augasse 6<br>52074 Auen</p>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            f"<nav><a href=start.html>HOME</a> <a href=kontakt.html>KONTAKT</a></nav>{CARD}",
            "contact",
        ),
        (f"<nav><a href='#start'>HOME</a> <a href='#kontakt'>KONTAKT</a></nav>{CARD}", "home"),
        (f"<nav><a href=start.html>HOME</a> <a href=verein.html>VEREIN</a></nav>{CARD}", "home"),
        (f"<nav><a href=kontakt.html>KONTAKT</a></nav>{CARD}{PROSE}", "home"),
    ],
)
def test_a_card_is_the_contact_page_where_a_menu_has_such_an_entry(html: str, expected: str):
    assert kind(html, "Förderverein Kita Auen", frame=False) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Impressum: Was gehört hinein?</h1><p>Anschrift, E-Mail, vertretungsberechtigte Person, Handelsregister, § 5 DDG.</p>",
        f"<h1>Impressum</h1><p>Die Impressumspflicht nach § 5 TMG verlangt E-Mail, Vertretungsberechtigte, Register.</p>{PROSE}",
        "<h1>Impressum-Generator</h1><p>Kostenlos ein Impressum erstellen: § 5 DDG, Register, E-Mail.</p>",
    ],
)
def test_who_writes_about_impressums_has_none(html: str):
    assert kind(html, "Ratgeber", "https://ratgeber.example/a", frame=False) == "other"


def test_the_address_tells_a_home_page():
    assert kind(PROSE, url="https://musterhausen.de/") == "home"
    assert kind(PROSE, url="https://musterhausen.de/de/") == "home"
    assert kind(PROSE, url="https://musterhausen.de/rathaus/aktuelles") == "other"
    canonical = '<link rel="canonical" href="https://musterhausen.de/rathaus">'
    assert kind(canonical + PROSE, frame=False) == "other"


def test_a_heading_alone_is_no_sure_impressum():
    page = read_page(b"<title>Impressum</title><h1>Impressum</h1>", content_type="text/html")
    assert page.page_type != "impressum"
    page = read_page(
        b"<title>Impressum</title><h1>Impressum</h1><p>Hier entsteht bald unser Impressum, bitte Geduld.",
        content_type="text/html",
    )
    assert (page.page_type, page.uncertain) == ("impressum", True)


def test_the_reasons_name_heading_and_details():
    page = read_page(
        f"<h1>Impressum</h1>{ADDRESS}{MAYOR}".encode(), content_type="text/html; charset=utf-8"
    )
    assert page.reasons[0] == "heading: Impressum"
    assert "address" in page.reasons[1]
    assert "representative" in page.reasons[1]
    assert page.score["impressum"] >= 10
    assert not page.uncertain


def test_text_pages_are_judged_alike():
    text = "# Impressum\n\nStadt Musterhausen\nMarkt 1\n12345 Musterhausen\n\nvertreten durch den Bürgermeister\n"
    assert read_page(text.encode(), content_type="text/markdown").page_type == "impressum"
    article = "Was gehört ins Impressum?\nName, Anschrift, E-Mail, Vertretungsberechtigte, Register nach § 5 DDG.\n"
    assert read_page(article.encode(), content_type="text/plain").page_type == "other"
