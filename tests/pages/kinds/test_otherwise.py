"""What a page says in a drawing, a field, or to readers without scripts, may be what it is about."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.clicks.judge import shows

DETAILS = "Stadt Aue, Markt 1, 12345 Aue, vertreten durch die Bürgermeisterin Karla Lindgrün"
DRAWING = '<svg viewBox="0 0 600 400"><path d="M0 0L1 1"/></svg>'


def says(body: str) -> bool:
    html = f"<title>Impressum</title><h1>Impressum</h1><main>{body}</main>"
    return shows(
        [read_page(html.encode(), url="https://www.aue.example/i", content_type="text/html")]
    )


@pytest.mark.parametrize(
    "body",
    [
        DRAWING,
        '<div role="img" aria-label="Impressum" style="background:url(i.png)"></div>',
        f"<noscript>{DETAILS}</noscript>",
        f"<textarea readonly>{DETAILS}</textarea>",
    ],
)
def test_a_page_may_say_it_otherwise(body: str):
    assert says(body)


@pytest.mark.parametrize(
    "body",
    [
        f"<a href=/>{DRAWING}</a>",
        f"<button>{DRAWING}</button>",
        f"<nav>{DRAWING}</nav>",
        f'<span class="icon">{DRAWING}</span>',
        DRAWING.replace("<svg", "<svg width=24 height=24"),
        '<noscript><img src="https://zaehler.aue.example/pixel.gif?seite=impressum-der-stadt-aue-und-ihrer-betriebe" alt=""></noscript>',
        "<form><textarea name=nachricht placeholder=Nachricht></textarea></form>",
    ],
)
def test_a_sign_or_an_empty_field_says_nothing(body: str):
    assert not says(body)
