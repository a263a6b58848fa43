"""What stands in a frame belongs to its page: as long as it was not seen, nothing on the page is missing."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.clicks import ways
from linter.pages.clicks.document import Seen, document, whole

HERE = "https://www.aue.example/impressum"
CONTACT = "<p>Telefon: 04711 22330, E-Mail: rathaus@aue.example</p>"


def lacks(body: str, **frames: str | None) -> bool:
    """Whether the page counts as cut off; frames: what came from addresses of the site, None for nothing."""
    html = (
        f"<title>Impressum</title><h1>Impressum</h1><p>Stadt Aue<br>Markt 1<br>12345 Aue</p>{body}"
    )
    seen = {ways.key(HERE): Seen(HERE, read_page(html.encode(), url=HERE))}
    for name, text in frames.items():
        url = f"https://www.aue.example/{name}.html"
        page = read_page(text.encode(), url=url) if text is not None else None
        seen[ways.key(url)] = Seen(url, page, "" if page else "not-reachable")
    return whole(document(HERE, seen)).truncated


@pytest.mark.parametrize(
    "tag", ["<iframe src={}></iframe>", "<object type=text/html data={}></object>"]
)
def test_a_frame_that_came_is_a_part_of_its_page(tag):
    framed = tag.format("/kontakt.html")
    assert not lacks(framed, kontakt=CONTACT)
    assert lacks(framed, kontakt=None)
    assert lacks(framed, kontakt="<title>Access denied</title><p>Your request was blocked.")
    assert lacks(framed)


def test_a_frame_of_another_site_is_not_asked_for():
    assert lacks('<iframe src="https://inhalte.verbund.example/impressum?stadt=aue"></iframe>')
    assert lacks('<embed src="/impressum.pdf" type="application/pdf">')


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>',
        '<iframe src="https://www.youtube-nocookie.com/embed/a"></iframe>',
        '<iframe src="https://zahlen.verbund.example/index.php?module=CoreAdminHome&action=optOut"></iframe>',
        '<iframe src="https://inhalte.verbund.example/a" width=1 height=1></iframe>',
        '<iframe src="https://inhalte.verbund.example/a" style="display:none"></iframe>',
        '<iframe src="about:blank"></iframe><object data="/wappen.svg"></object>',
    ],
)
def test_what_stands_beside_the_words_takes_nothing_from_them(body: str):
    assert not lacks(body)
