from __future__ import annotations

import pytest

from linter.pages import read_page

HUB = "".join(
    f'<a href="https://{host}/stadt">{host}</a>'
    for host in ("x.com", "instagram.com", "youtube.com", "musterhausen.de")
)


@pytest.mark.parametrize(
    ("html", "state"),
    [
        ("<title>Stadt</title><h1>Willkommen</h1><p>Guten Tag.", "ok"),
        ("<frameset><frame src=menu.htm></frameset>", "frameset"),
        ("<title>404 - Seite nicht gefunden</title><p>Hier ist nichts.", "soft_404"),
        ("<title>Stadt</title><h1>Page not found</h1><p>Sorry.", "soft_404"),
        ("<h1>Diese Seite existiert nicht mehr</h1>", "soft_404"),
        ('<title>www.stadt.de</title><body class=neterror><div id="main-frame-error"><h1>Die Website ist nicht erreichbar</h1>', "soft_404"),
        ("<h1>Anmelden</h1><form><input type=password></form>", "login_wall"),
        ("<p>Bevor Sie fortfahren: Cookies. Alle akzeptieren oder alle ablehnen.", "consent_wall"),
        ("<div id=root></div><script src=a.js></script>", "empty_shell"),
        ("<noscript>Bitte JavaScript</noscript><app-root></app-root><script>x</script>Lade …", "empty_shell"),
        (f"<h1>Stadt Musterhausen</h1>{HUB}", "link_hub"),
        (f"<h1>Stadt Musterhausen</h1><p>{'Ein langer Text über die Stadt. ' * 20}</p>{HUB}", "ok"),
        ("<title>Impressum</title><p>Alle akzeptieren, ablehnen, Cookies, zustimmen", "ok"),
    ],
)  # fmt: skip
def test_a_page_that_does_not_show_what_it_is_about_says_so(html: str, state: str):
    assert read_page(html.encode(), content_type="text/html; charset=utf-8").state == state


def test_an_error_page_is_no_home_page():
    page = read_page(b"<title>404 Not Found</title><p>x", url="https://b.de/")
    assert (page.page_type, page.state) == ("other", "soft_404")


MENU = "".join(f'<li><a href="/{n}">Bürgerservice und Leben {n}</a>' for n in range(120))


@pytest.mark.parametrize(
    ("title", "head", "state"),
    [
        ("Stadt", "Die Seite wurde nicht gefunden", "soft_404"),
        ("404 – Stadt", "Hoppla", "soft_404"),
        ("Stadt", "Diese Seite gibt es leider nicht", "soft_404"),
        ("Page not found", "", "soft_404"),
        ("Buslinie 410", "Buslinie 410", "ok"),
        ("Stadt", "Fundsachen", "ok"),
    ],
)
def test_an_error_page_is_one_however_long_its_menu(title: str, head: str, state: str):
    page = f"<title>{title}</title><ul>{MENU}</ul><h1>{head}</h1><p>Weiter zur Suche.</p>"
    assert read_page(page.encode(), content_type="text/html; charset=utf-8").state == state
    article = page + "<p>" + "Ein langer Text über die Stadt und ihre Geschichte. " * 40
    assert read_page(article.encode(), content_type="text/html; charset=utf-8").state == "ok"
