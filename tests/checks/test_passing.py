"""Where a page names a platform only in passing."""

from __future__ import annotations

from time import process_time

import pytest

from linter.checks.passing import REACH, Passing, sentence, within
from linter.checks.patterns import Pattern, Patterns
from linter.pages import read_page
from linter.pages.contents import contents

WORDINGS = Patterns([Pattern(r"\bPlug-?in"), Pattern(r"\bnicht auf\b")])


@pytest.mark.parametrize(
    ("body", "passing"),
    [
        ("<p>Plugins von Facebook</p>", True),
        ("<p>Wir nutzen Plugins. Auch Facebook ist dabei.</p>", False),
        ("<h2>Plugins</h2><p>Text.</p><p>Facebook erhält Daten.</p>", True),
        ("<h2>Plugins</h2><p>Text.</p><h2>Anderes</h2><p>Facebook erhält Daten.</p>", False),
        ("<h2>Plugins</h2>" + "<p>Text.</p>" * 50 + "<p>Facebook erhält Daten.</p>", False),
    ],
)
def test_a_sentence_or_the_heading_above_it_says_so(body, passing):
    page = read_page(f"<title>Datenschutz</title><h1>Datenschutz</h1>{body}".encode())
    text = contents(page, "privacy").own
    assert Passing(page, text, WORDINGS).at(text.index("Facebook")) is passing


def test_a_sentence_ends_at_its_point_and_not_behind_an_abbreviation():
    text = "Eins.\nDas gilt z. B. Für Facebook. Und mehr.\nDrei"
    start, end = sentence(text, text.index("Facebook"))
    assert text[start:end] == "Das gilt z. B. Für Facebook."
    assert sentence("x" * 5000, 2500) == (2500 - REACH, 2500 + REACH)


def test_a_wording_covers_what_it_reaches_over():
    beyond = Patterns([Pattern(r"\baußer\b[^\n]*")])
    text = "Facebook gilt, außer Instagram."
    assert within(text, text.index("Instagram"), beyond)
    assert not within(text, text.index("Facebook"), beyond)


def test_a_page_made_of_mentions_takes_no_longer_than_its_size():
    page = read_page(b"<title>Datenschutz</title>" + b"<p>Plugins von Facebook</p>" * 5000)
    text = contents(page, "privacy").own
    passing = Passing(page, text, WORDINGS)
    start = process_time()
    assert all(passing.at(text.index("Facebook", at)) for at in range(0, 2000, 20))
    assert process_time() - start < 1
