from __future__ import annotations

import time

import pytest

from linter.pages import read_page
from linter.pages.clicks.built import lost, named, scripted, unseen

SCRIPT = "<script src=/a.js></script>"


def page(html: str):
    return read_page(html.encode(), url="https://stadt.de/", content_type="text/html")


@pytest.mark.parametrize(
    "html",
    [
        "<site-footer></site-footer>",
        "<SITE-FOOTER class=x> </SITE-FOOTER>",
        "<div data-include='/foot.html'>Lade</div>",
        "<div id=foot w3-include-html=foot.html></div>",
        "<div hx-get=/foot hx-trigger=load></div>",
        "<footer class='page'> </footer>",
        "<footer><div class=inner></div></footer>",
        "<div id='footer'></div>",
        "<div class='site footer'></div>",
    ],
)
def test_a_script_may_fill_what_stands_empty(html):
    assert scripted(page(html + SCRIPT))
    assert not scripted(page(html))
    assert not scripted(page(f"<!-- {html} -->{SCRIPT}"))


@pytest.mark.parametrize(
    "html",
    [
        "<footer>Stadt Musterhausen</footer>",
        "<site-footer><a href=/impressum>Impressum</a></site-footer>",
        "<p data-id=3>Rathaus</p>",
        "<div id=main></div>",
    ],
)
def test_a_page_with_scripts_is_no_page_of_scripts(html):
    assert not scripted(page(html + SCRIPT))


def test_what_a_page_links_by_name():
    links = "<a href=/i>Impressum</a><a href=/d>Datenschutz</a><a href=/k>Kontakt</a>"
    assert named(page(links)) == {"impressum", "privacy"}
    assert named(page("<a href=/k>Kontakt</a>")) == set()


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        ("<script>add('/impressum')</script>", {"impressum"}),
        ("<script>menu = ['Impressum', 'Datenschutz']</script>", {"impressum", "privacy"}),
        ("<template><a href=/i>Impressum</a></template>", {"impressum"}),
        ("<b data-url='/privacy-policy'></b>", {"privacy"}),
        ("""<b data-menu='{"a": "/impressum"}'></b>""", {"impressum"}),
        ("<b onclick='go(`/impressum`)'></b>", {"impressum"}),
        ("<select><option value=/impressum>I</select>", {"impressum"}),
        ("<select><option value=Impressum>Impressum</select>", set()),
        ("<iframe data-src=/foot></iframe>", {"impressum", "privacy"}),
        ("<iframe data-src=https://video.example/7></iframe>", set()),
        ("<script src=/impressum.js></script>", set()),
        ("<!-- <script>'Impressum'</script> -->", set()),
        ("<p id=impressum title=Impressum>Impressum</p>", set()),
        ("<a href=/i>Impressum</a><script>'Impressum'</script>", set()),
    ],
)
def test_what_a_script_may_make_a_link_of(html, kinds):
    assert unseen(page(html + SCRIPT)) == kinds


def test_without_a_script_nothing_becomes_a_link():
    assert not unseen(
        page("<template><a href=/i>Impressum</a></template><b data-url=/impressum></b>")
    )


def test_words_that_are_lost():
    told = "<p>Im Rathaus der Stadt.</p>"
    assert not lost(page(told))
    wide = (told * 9).encode("utf-16-le")
    assert lost(read_page(wide, content_type="text/html; charset=utf-8"))
    assert not lost(read_page(wide, content_type="text/html; charset=utf-16le"))
    assert lost(page("\x1b\x03\x00ab"))


@pytest.mark.parametrize(
    "piece",
    [
        "<script>impressum",
        "<b data-a=impressum ",
        "<iframe data-",
        "<template",
        "impressum",
        "<a-b ",
        "<footer",
        "<div id=",
        "<!--",
        "<div data-include",
        "<a-b>",
    ],
)
def test_no_page_takes_long(piece):
    hostile = page(SCRIPT + piece * (400_000 // len(piece)))
    began = time.process_time()
    unseen(hostile)
    assert time.process_time() - began < 2
