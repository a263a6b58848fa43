"""Who stands before a site and says that it is not to be had, and pages that speak of the same things."""

from __future__ import annotations

import pytest

from linter.pages import read_page

HOME = "https://www.bergheide.example/"
HOUSE = "<p>Stadt Bergheide, Markt 1, 12345 Bergheide. Telefon: 04711 22330</p>"


def state(title: str, head: str, text: str, url: str = HOME) -> str:
    html = f"<!DOCTYPE html><title>{title}</title><h1>{head}</h1><p>{text}</p>"
    return read_page(html.encode(), url=url, content_type="text/html; charset=utf-8").state


# The house is named, so that only the words can tell.
REFUSED = """\
Stadt Bergheide|Zu viele Anfragen|Bitte versuchen Sie es in einigen Minuten noch einmal.
Stadt Bergheide|Too Many Requests|Please slow down.
Stadt Bergheide|Ihr Browser wird nicht unterstützt|Firefox, Chrome und Edge werden es.
Stadt Bergheide|Ein Hinweis|Ihr Browser akzeptiert keine Cookies. Laden Sie die Seite dann neu.
Stadt Bergheide|Cookies are disabled|Reload the page to continue.
Stadt Bergheide|Ihre Sitzung ist abgelaufen|Laden Sie die Seite neu.
Stadt Bergheide|Virtueller Warteraum|Noch drei Minuten.
Bergheide|Page is being generated|Reload it in 30 seconds.
Stadt Bergheide|Unser Auftritt|Leider steht unser Angebot heute nicht zur Verfügung.
Stadt Bergheide|Wir sind gleich wieder da!|Bis dahin: Geduld.
Stadt Bergheide|Hier wird gebaut|Schauen Sie bald herein.
Stadt Bergheide|Fehler|Bei der Anzeige ging etwas schief.
Stadt Bergheide – Intern|Zugriff auf die Website gesperrt|Kategorie: nicht eingestuft.
Bergheide|Web Page Blocked|Category: unrated.
Bergheide|Account Suspended|Call us.
bergheide|Index of /|bergheide.bak
bergheide|Apache2 Default Page: It works|Replace this file.
Stadt Bergheide|Ein Moment der Ruhe|Bitte versuchen Sie es in einigen Minuten noch einmal.
Stadt Bergheide|Hallo|Something went wrong. Please try again later.
Bergheide|Notfallseite|Unsere Systeme sind vorsorglich vom Netz genommen."""


@pytest.mark.parametrize("line", REFUSED.splitlines())
def test_who_says_that_the_site_is_not_to_be_had_shows_nothing_of_it(line: str):
    assert state(*line.split("|")) == "login_wall"


MENTIONED = """\
Stadt Bergheide|Aktuelles|Die Bücherei war wegen zu vieler Besucher geschlossen.
Stadt Bergheide|Willkommen|Diese Website verwendet keine Cookies.
Netiquette|Netiquette|Wer andere beleidigt, wird von unserer Seite gesperrt. Beiträge werden gelöscht.
Netiquette|Regeln|Ein Inhalt, der gegen sie verstößt, wurde vielleicht schon gelöscht.
Barrierefreiheit|Erklärung zur Barrierefreiheit|Der Inhalt mancher PDF ist für Vorleseprogramme nicht vorhanden.
Stadt Bergheide|Sitzung des Rates|Die Sitzung am Montag ist öffentlich.
Stadt Bergheide|Willkommen|Kommen Sie ins Rathaus, wir beraten Sie gern.
Stadt Bergheide|Bergheide baut|Der Markt wird umgebaut."""


@pytest.mark.parametrize("line", MENTIONED.splitlines())
def test_what_speaks_of_such_things_in_passing_is_no_refusal(line: str):
    assert state(*line.split("|"), HOME + "seite") == "ok"


GONE = """\
Ups!|Ups!|Den Inhalt, den Sie suchen, gibt es hier nicht (mehr).
Bergheide|Willkommen|Unsere Seiten sind umgezogen. Bitte ändern Sie Ihre Lesezeichen.
Bergheide|Nothing here|The resource is no longer available.
Archiv|Inhalt archiviert|Dieser Inhalt wurde archiviert.
Stadt Bergheide|Fehler|Die Seite wurde nicht gefunden.
Suche|Suchergebnisse|Ihre Suche nach „netiquette“ ergab 0 Treffer."""


@pytest.mark.parametrize("line", GONE.splitlines())
def test_a_page_that_is_no_more_says_so_in_many_words(line: str):
    assert state(*line.split("|"), HOME + "seite") == "soft_404"


def test_a_page_that_moved_and_says_where_the_impressum_is_is_no_error():
    moved = 'Diese Seite wurde verschoben. <a href="/neu">Zum Impressum</a>'
    assert state("Bergheide", "Hinweis", moved, HOME + "alt") == "ok"
    menu = '</p><footer><a href="/impressum">Impressum</a></footer>'
    assert state("Bergheide", "Hinweis", f"Diese Seite wurde verschoben.{menu}") == "soft_404"


ERRORS = [
    "<p>[an error occurred while processing this directive]</p>",
    "<p>Oops, an error occurred! Code: 20261126</p>",
    "<p>Der Inhalt konnte nicht geladen werden. Bitte laden Sie die Seite neu.</p>",
    "<h2>Herausgeber</h2><p>Bergheide</p><b>Fatal error</b>: Allowed memory size exhausted in <b>/x.php</b> on line <b>7</b>",
    "<p>Interner Serverfehler</p>",
    "<p>Etwas ist schiefgelaufen.</p>",
    "<p>Bitte laden Sie die Seite in wenigen Minuten erneut.</p>",
]
BLOCKERS = [
    "<p>Dieser externe Inhalt wird erst nach Ihrer Zustimmung geladen.</p><button>Inhalt laden</button>",
    "<p>Bitte erlauben Sie die Cookies für diesen Inhalt.</p>",
]


@pytest.mark.parametrize("name", ["Impressum", "Datenschutzerklärung"])
@pytest.mark.parametrize(
    ("below", "seen"),
    [*((one, "login_wall") for one in ERRORS), *((one, "consent_wall") for one in BLOCKERS)],
)
def test_a_notice_whose_text_failed_shows_nothing(name: str, below: str, seen: str):
    menu = "".join(f'<a href="/{n}">Ein längerer Eintrag Nummer {n}</a> ' for n in range(30))
    html = f"<title>{name} | Bergheide</title><nav>{menu}</nav><main><h1>{name}</h1>{below}</main>"
    page = read_page(html.encode(), url=HOME + "notiz", content_type="text/html; charset=utf-8")
    assert page.state == seen


@pytest.mark.parametrize("below", [*ERRORS, *BLOCKERS])
def test_a_notice_that_says_something_beside_an_error_is_read(below: str):
    html = f"<title>Impressum</title><h1>Impressum</h1>{HOUSE}{below}"
    page = read_page(html.encode(), url=HOME + "notiz", content_type="text/html; charset=utf-8")
    assert (page.page_type, page.state) == ("impressum", "ok")


@pytest.mark.parametrize(
    ("name", "below"),
    [
        ("Datenschutz", "Diese Website bindet externe Inhalte ein und speichert keine Daten."),
        ("Datenschutz", "Wir bitten um Zustimmung, bevor Daten an den Server von Dritten gehen."),
        ("Datenschutz", "Bei Fehlern in unserem Umgang mit Daten schreiben Sie dem Rathaus."),
        ("Impressum", "Diese Seite betreibt die Stadt Bergheide. Fehler bitten wir zu melden."),
        ("Impressum", "Bergheide, Cookies und externe Inhalte verwenden wir nicht."),
    ],
)
def test_a_poor_notice_is_read_all_the_same(name: str, below: str):
    assert state(name, name, below, HOME + "notiz") == "ok"


def test_a_long_page_of_a_proxy_is_known_by_its_heading():
    text = "Die Regel der Firewall greift, das Protokoll steht im Archiv des Hauses. " * 12
    assert state("Bergheide", "Zugriff auf die Seite blockiert", text) == "login_wall"
    assert state("Bergheide", "Aus dem Archiv", text) == "ok"
