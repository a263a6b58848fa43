"""What stands in front of a page is no page, and a page with a box or a banner is no wall."""

from __future__ import annotations

import time

import pytest

from linter.pages import read_page
from linter.pages.kinds.walls import _ABOUT

OWN = "<p>Neues aus dem Rathaus: Termine, Ausschreibungen und die Öffnungszeiten im Sommer.</p>" * 8
MENU = "".join(f'<a href="/{name}">{name}</a> ' for name in ("rathaus", "bauen", "kultur", "sport"))
FORM = "<form><input name=u placeholder=Name><input type=password placeholder=Passwort></form>"
PARTNERS = "<p>Wir und unsere 142 Partner verarbeiten Daten für Werbung.</p>"
ASKED = (
    "<div><h2>Wir verwenden Cookies</h2><p>Bitte stimmen Sie zu.</p>"
    "<button>Alle akzeptieren</button><button>Ablehnen</button></div>"
)
BANNER = "<div><h2>Cookies</h2>Wir verwenden Cookies für Daten. <button>Akzeptieren</button></div>"


def state(html: str, url: str = "https://stadt.example/") -> str:
    return read_page(html.encode(), url=url, content_type="text/html; charset=utf-8").state


@pytest.mark.parametrize(
    "html",
    [
        f"<title>Login</title>{FORM}",
        f"<title>Stadt Aue</title><p>Nur für Mitglieder.</p>{FORM}",
        f"<title>Anmelden</title><h1>Intranet</h1><p>{'Bitte melden Sie sich an. ' * 12}</p>{FORM}",
        "<h1>Anmelden</h1><FORM><INPUT TYPE=PASSWORD></FORM>",
    ],
)
def test_a_form_for_a_password_and_little_else_is_a_login(html: str):
    assert state(html) == "login_wall"


@pytest.mark.parametrize(
    "html",
    [
        f"<title>Stadt Aue</title><header>{FORM}</header><main><h1>Willkommen</h1>{OWN}</main>",
        f"<title>Stadt Aue</title><div class=content>{OWN}</div>{FORM}",
        f"<title>Stadt Aue</title><h1>Aue</h1><p>Willkommen.</p><div id=sidebar>{FORM}</div>",
        f"<title>Stadt Aue</title><h1>Aue</h1>{MENU}<div style='display:none'>{FORM}</div>",
    ],
)
def test_a_page_with_a_login_box_is_none(html: str):
    assert state(html) == "ok"


@pytest.mark.parametrize(
    "html",
    [
        "<title>Just a moment...</title><noscript>Enable JavaScript and cookies</noscript>",
        "<title></title><script>window._cf_chl_opt={}</script><div id=root></div>",
        "<script src='/_Incapsula_Resource?SWJ=5'></script><iframe src=//a.example/t></iframe>",
        "<title>Bitte warten</title><h1>Sind Sie ein Mensch?</h1><p>Lösen Sie das Captcha.",
        "<title>Access denied</title><p>Your request was blocked. Reference 18.2f",
        "<h1>Wartungsarbeiten</h1><p>Bitte versuchen Sie es später noch einmal.",
        "<title>Stadt Aue</title><p>Unsere Website wird gerade gewartet.",
        "<h1>Die Seite ist vorübergehend nicht verfügbar</h1>",
        "<title>Fehler</title><h1>Interner Fehler</h1><p>Fatal error: Uncaught exception in a.php",
        "<title>Error establishing a database connection</title><h1>Ups</h1>",
        "<title>503 Service Unavailable</title>Service Unavailable",
    ],
)
def test_who_is_turned_away_for_now_has_not_seen_the_page(html: str):
    assert state(html, "https://stadt.example/impressum") == "login_wall"


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        (f"<title>Stadt Aue</title>{MENU}<h1>Wartungsarbeiten am Bürgerportal</h1>", "ok"),
        (f"<title>Stadt Aue</title><h1>Wartungsarbeiten</h1>{OWN}", "ok"),
        ("<title>Fehler</title><h1>Seite nicht gefunden</h1><p>Ein Fehler aufgetreten.", "soft_404"),
        ("<title>404 Not Found</title><p>error occurred", "soft_404"),
        ("<div id=root></div><script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js></script>",
         "empty_shell"),
        ("<title>Kontakt</title><h1>Kontakt</h1><p>Ich bin kein Roboter <form></form>", "ok"),
    ],
)  # fmt: skip
def test_a_page_that_says_something_of_its_own_is_no_wall(html: str, seen: str):
    assert state(html) == seen


@pytest.mark.parametrize(
    "html",
    [
        f"<title>Cookies</title><h1>Ihre Privatsphäre</h1>{PARTNERS}<button>Zustimmen</button>",
        f"<title>Stadtblatt</title><h1>Aue</h1>{PARTNERS}<a href='#'>Akzeptieren und weiter</a>",
        "<h1>We value your privacy</h1><p>Cookies and data are used.<input type=button value=Agree>",
        f"<title>Stadt Aue</title><header>Stadt Aue</header>{ASKED}",
        f"<title>Impressum</title><header>Stadt Aue</header>{ASKED}",
        "<title>Aue</title><h2>Privatsphäre-Einstellungen</h2><p>Wir benötigen Ihre Zustimmung.</p><button>Alle akzeptieren</button>",
        "<h1>Ihre Zustimmung</h1><p>Dürfen wir Cookies setzen?</p><a href='?c=1'>Ja, gerne</a> <a href='?c=0'>Nein</a>",
        "<title>Aue</title><div><p>Diese Website verwendet Cookies.</p><a href='/s?ok=1'>Einverstanden</a></div>",
    ],
)
def test_a_question_for_consent_and_nothing_else_is_a_wall(html: str):
    assert state(html) == "consent_wall"


@pytest.mark.parametrize(
    "html",
    [
        f"<title>Stadt Aue</title><h1>Stadt Aue</h1><p>Willkommen.</p>{BANNER}",
        f"<title>Stadt Aue</title>{MENU}{BANNER}<h1>Stadt Aue</h1>",
        f"<title>Stadt Aue</title>{MENU}<p>Cookies: alle akzeptieren, Einwilligung, alle ablehnen",
        "<title>Cookies und Daten</title><h1>Cookies</h1><p>Über die Partner und Daten unseres Hofs.",
        f"<title>Stadt Aue</title>{ASKED}<h1>Stadt Aue</h1><p>Das Rathaus ist offen.</p>",
        f"<title>Impressum</title>{ASKED}<h1>Impressum</h1><p>Stadt Aue<br>Markt 1<br>12345 Aue</p>",
        f"<title>Datenschutz</title>{ASKED}<h1>Datenschutz</h1><p>Wir verarbeiten keine Daten.</p>",
        "<h1>Datenschutz</h1><p>Wir speichern keine Daten.</p><p>Cookies?</p><button>OK</button>",
        "<h1>Impressum</h1><p>Stadt Aue<br>Markt 1<br>12345 Aue</p><p>Cookies?</p><button>OK</button>",
    ],
)
def test_a_page_with_a_banner_is_no_wall(html: str):
    assert state(html) == "ok"


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("<noscript>Bitte JavaScript einschalten.</noscript><script src=a.js></script>", "empty_shell"),
        ("<p>Bitte aktivieren Sie JavaScript.</p><script src=a.js></script>", "empty_shell"),
        ("<div id=app></div><script src=a.js></script>", "empty_shell"),
        ("<p>Bitte aktivieren Sie JavaScript.</p>", "ok"),
        ("<p>Stadt Aue, Markt 1, 12345 Aue</p><noscript>a</noscript><script src=a.js></script>", "ok"),
    ],
)  # fmt: skip
def test_an_impressum_whose_text_is_to_come_by_a_script_is_a_shell(body: str, seen: str):
    page = f"<title>Impressum</title><h1>Impressum</h1>{body}<footer>Stadt Aue, Rathaus</footer>"
    assert state(page, "https://stadt.example/impressum") == seen


def test_an_empty_home_page_shows_nothing_and_a_picture_is_something():
    assert state("") == state("<html><body></body></html>") == "empty_shell"
    assert state("<img src=plakat.png>") == "ok"
    assert state("", "https://stadt.example/impressum") == "ok"


def test_a_line_of_one_word_repeated_takes_no_longer_than_its_length() -> None:
    start = time.process_time()
    assert _ABOUT.search("stimm" * 25_000) is None
    assert time.process_time() - start < 1
