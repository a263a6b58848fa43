"""What is to be an Impressum or a notice, and has what one consists of, may be one whatever its name."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.kinds.likely import may_be

WHO = "<p>Stadt Auen<br>Markt 1<br>48931 Auen</p>"
REACHED = "<p>Telefon: 02599 31-0<br>E-Mail: rathaus@auen.example</p>"
ASKED = "Sie können Auskunft, Berichtigung und Löschung Ihrer personenbezogenen Daten verlangen."
LOGS = "Beim Aufruf entstehen Logdateien mit Ihrer IP-Adresse."


def likely(body: str, kind: str, title: str = "Seite 7", url: str = "/auskunft/seite-7") -> bool:
    page = f"<title>{title}</title><nav><a href='/'>Start</a></nav>{body}"
    read = read_page(page.encode(), url=f"https://www.auen.example{url}")
    assert kind not in read.page_type.split("+"), "the reader takes it for one: nothing is shown"
    return may_be(read, kind)


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Rechtliches</h1><h2>Haus</h2>{WHO}{REACHED}<p>vertreten durch Ida Erle</p><h2>Haftung</h2><p>Ohne Gewähr.</p>",
        f"<h1>Kontakt</h1>{WHO}{REACHED}",
        f"<h1>Stadt Auen</h1>{WHO}<p>vertreten durch die Bürgermeisterin Ida Erle</p>",
        f"<h1>Impresum</h1>{WHO}<p>Telefon: 02599 31-0</p><p><a href='mailto:rathaus@auen.example'>Schreiben Sie uns</a></p>",
    ],
)
def test_who_says_who_he_is_and_how_he_is_reached_may_have_an_impressum(body: str):
    assert likely(body, "impressum")


@pytest.mark.parametrize(
    ("body", "url"),
    [
        (f"<h1>Sommerfest</h1><p>Wir feiern.</p><footer>{WHO}{REACHED}</footer>", "/fest"),
        ("<h1>Sommerfest</h1><p>In der Stadthalle, Markt 4, 48931 Auen.</p>", "/fest"),
        (f"<h1>Team</h1>{REACHED}<p>vertreten durch Ida Erle</p>", "/team"),
        (f"<h1>Stadt Auen</h1>{WHO}{REACHED}", "/"),
        (f"<h1>Was in ein Impressum gehört</h1><p>Die Impressumspflicht trifft jeden.</p>{WHO}{REACHED}", "/rat"),
        (f"<h1>Datenschutz</h1>{WHO}{REACHED}<p>Art. 6 DSGVO. {ASKED} {LOGS}</p>", "/ds"),
    ],
)  # fmt: skip
def test_a_foot_a_place_an_article_and_a_notice_identify_nobody(body: str, url: str):
    assert not likely(body, "impressum", url=url)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (f"<h1>Rechtliches</h1><p>Nach der DSGVO gilt: {ASKED}</p>", "Rechtliches"),
        (f"<h1>Impressum</h1>{WHO}{REACHED}<p>Nach der DSGVO gilt: {ASKED}</p>", "Impressum"),
        ("<h1>Rechtliches</h1><p>Wir stützen uns auf Artikel 6 DSGVO. Unsere Datenschutzbeauftragte: dsb@auen.example</p>", "Rechtliches"),
        (f"<h1>Privatsphäre</h1><p>{LOGS}</p>", "Stadt Auen"),
        (f"<p>{LOGS}</p>", "So gehen wir mit Daten um"),
        ("<h1>Daten-Schutz in Leichter Sprache</h1><p>Das sind Ihre Daten: Ihr Name. Wir passen auf Ihre Daten auf. Sie dürfen uns nach Ihren Daten fragen.</p>", "Auen"),
    ],
)  # fmt: skip
def test_who_tells_what_is_done_with_data_may_have_a_notice(body: str, title: str):
    assert likely(body, "privacy", title)


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Impressum</h1>{WHO}{REACHED}<p>Auskunft gibt die Pressestelle.</p>",
        f"<h1>Sommerfest</h1><p>Wir feiern.</p><div class='cookie-box'><p>{LOGS} {ASKED} Es gilt die DSGVO.</p></div>",
        "<h1>Offene Daten</h1><p>Hier gibt es Daten über Bäume, Daten über Wege und Daten über Wasser.</p>",
        f"<h1>Sommerfest</h1><p>Wir feiern. {LOGS}</p>",
    ],
)
def test_what_speaks_of_data_in_passing_is_no_notice(body: str):
    assert not likely(body, "privacy")


def test_a_page_is_not_likely_what_it_surely_is():
    page = read_page(f"<title>Impressum</title><h1>Impressum</h1>{WHO}{REACHED}".encode())
    assert not may_be(page, "impressum")
