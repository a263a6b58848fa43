"""A page with an error or a placeholder in the place of a part may lack what that would have said."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.clicks.built import unseen
from linter.pages.kinds import gaps

OWN = "<p>Neues aus dem Rathaus: Termine, Ausschreibungen und die Öffnungszeiten im Sommer.</p>" * 3
BOTH = {"impressum", "privacy"}
WARNING = "<b>Warning</b>: include(/inc/footer.php): failed to open stream in <b>/index.php</b> on line <b>44</b><br />"


def page(foot: str):
    html = f"<title>Stadt Aue</title><h1>Stadt Aue</h1><main>{OWN}</main>{foot}"
    return read_page(html.encode(), url="https://www.aue.example/", content_type="text/html")


@pytest.mark.parametrize(
    "foot",
    [
        WARNING,
        "<b>Fatal error</b>: Uncaught Error: Call to a member function",
        "<div>[an error occurred while processing this directive]</div>",
        '<div><!--#include virtual="/inc/footer.html" --></div>',
        '<div><esi:include src="/fragments/footer"/></div>',
        '<?php include "footer.php"; ?>',
        '<%@ include file="footer.jsp" %>',
        "<footer>{{> footer}}</footer>",
        "<footer>{% include 'footer.html' %}</footer>",
        "<footer>###FOOTER_NAV###</footer>",
        "<footer>[[$footer]]</footer>",
        "<footer>{loadposition footer}</footer>",
        "<footer><p>Webpartfehler: Auf ein Element konnte nicht zugegriffen werden.</p></footer>",
        "<footer><p>Das Menü konnte leider nicht geladen werden.</p></footer>",
        "<footer><p>Liquid error: include not found</p></footer>",
        "<footer><div class=skeleton>Laden …</div></footer>",
        "<footer><!--$?--><div class=spinner></div><!--/$--></footer>",
        "<div role=contentinfo><site-links></site-links></div>",
    ],
)
def test_where_a_part_failed_links_may_be_missing_that_were_meant(foot: str):
    assert unseen(page(foot)) == BOTH


@pytest.mark.parametrize(
    "foot",
    [
        "",
        "<footer></footer>",
        "<footer><ul></ul></footer>",
        "<div role=contentinfo><div></div></div>",
        "<footer><p>Stadt Aue</p></footer>",
        "<footer><img src=wappen.png></footer>",
        "<footer><div></div></footer><footer>Stadt Aue</footer>",
        "<p>Warning: storms are expected on Sunday.</p>",
        "<p>Die Ursache konnte nicht ermittelt werden.</p>",
        "<p>Videos können nicht angezeigt werden, wenn Sie ablehnen.</p>",
        "<p>Ein Fehler im Modul der Heizung ist behoben; der Preis {netto} gilt ab 3 %.</p>",
        "<!-- # Fuß der Seite --><!--#region Fuß-->",
    ],
)
def test_what_only_speaks_of_errors_leaves_nothing_open(foot: str):
    assert not unseen(page(foot))


def test_a_link_that_is_there_shows_that_the_foot_came():
    links = '<footer><a href="/datenschutz">Datenschutz</a></footer>'
    assert not unseen(page(WARNING + links))


def test_a_placeholder_is_no_error():
    assert gaps.failed(page(WARNING))
    assert not gaps.failed(page("<p>{{ strasse }}</p>"))
