"""A guess at the provider's name, where none was read or a person on a body's page."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from linter.cli.inspect_view import as_text
from linter.pages import read_page
from linter.pages.contents import contents
from linter.pages.details import details_of
from linter.pages.details.address import addresses
from linter.pages.details.learnt import likely
from linter.pages.details.learnt.candidates import candidates
from linter.pages.details.learnt.places import MOST_PIECES
from linter.pages.details.pieces import pieces_of
from linter.pages.inspection import inspection

SCHOOL = (
    "<title>Auen-Gymnasium Bergheide: Impressum</title><h1>Impressum</h1>"
    "<table><tr><td>Schulleitung</td><td>Anna Kern</td></tr><tr><td>Auen-Gymnasium Bergheide</td></tr></table>"
    "<p>Sekretariat: sekretariat@auengymnasium.example, Tel. 03573 7010</p>"
)
CLUB = (
    "<title>Betreuungsverein Aue e.V.</title><h1>Impressum</h1>"
    "<p>Betreuungsverein Aue e.V.<br>Vorstand<br>Ben Lutz, Ringstr. 4, 03222 Aue</p>"
    "<p>Telefon: 03573 7010, mail@betreuungsverein-aue.example</p>"
)
FIRM = (
    "<title>Auenfunk</title><h1>Impressum</h1>"
    "<p>Verantwortlich für den Inhalt: Ben Lutz, Ringstr. 4, 03222 Aue</p><p>Auenfunk GmbH</p>"
    "<p>Telefon: 03573 7010</p><p>info@auenfunk.example</p>"
)


def _page(text, kind="text/html"):
    return read_page(text.encode(), content_type=f"{kind}; charset=utf-8")


def _guess(text):
    found = details_of(_page(text), guess=True).likely_provider
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "read", "name"),
    [
        (SCHOOL, None, "Auen-Gymnasium Bergheide"),
        (CLUB, "Ben Lutz", "Betreuungsverein Aue e.V."),
        (FIRM, "Ben Lutz", "Auenfunk GmbH"),
    ],
    ids=["nothing read", "who represents read", "who writes read"],
)
def test_a_likely_name_is_shown_with_little_confidence_and_no_rule_sees_it(text, read, name):
    page = _page(text)
    shown = inspection(page, "impressum.html")
    assert shown["details"]["provider_name"] == name
    (place,) = shown["places"]["provider_name"]
    assert place["confidence"] == likely.CONFIDENCE
    line = page.visible[place["line"] - 1].text
    assert line[place["column"] - 1 :].startswith(name)
    for details in (contents(page, "impressum").read, details_of(page, guess=True)):
        assert (details.provider_name.value if details.provider_name else None) == read


@pytest.mark.parametrize(
    "text",
    [
        "<title>Impressum</title><h1>Impressum</h1><p>Diese Seite wird gerade überarbeitet.</p><p>Telefon: 03573 7010</p>",
        "<title>Impressum</title><h1>Impressum</h1><p>Kontakt</p><p>post@aue.example</p>",
        "<title>Impressum</title><h1>Impressum</h1>",
        "<title>Impressum</title><h1>Impressum</h1><p>Vorname Nachname<br>Straße Hausnummer<br>PLZ Ort</p>",
    ],
    ids=["a sentence", "a label", "nothing", "an empty form"],
)
def test_where_nothing_is_named_nothing_is_guessed(text):
    assert _guess(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "<title>Jo Kern</title><h1>Impressum</h1><p>Jo Kern<br>Ringstr. 4<br>03222 Aue</p><p>Mitglied im Schreinerbund e.V.</p><p>jo@kern.example</p>",
        "<title>Stadt Aue</title><h1>Impressum</h1><p>Stadt Aue<br>Markt 1<br>03222 Aue</p><p>Umsetzung: Klick GmbH, Ringstr. 4, 03222 Aue</p>",
    ],
    ids=["a person's own page", "a body"],
)
def test_a_name_that_was_read_stands(text):
    assert _guess(text) is None


def test_only_an_impressum_is_guessed_at():
    page = _page(
        "<title>Auenfunk GmbH</title><h1>Willkommen</h1><p>Auenfunk GmbH</p><p>Wir senden.</p>"
    )
    assert "impressum" not in page.page_type
    assert details_of(page, guess=True).likely_provider is None


@pytest.mark.parametrize(
    ("lang", "remark"), [("de", "(vermutlich, Zeile 4)"), ("en", "(likely, line 4)")]
)
def test_people_are_told_that_it_is_a_guess(lang, remark):
    text = as_text(inspection(_page(SCHOOL), "impressum.html"), lang)
    assert f"Auen-Gymnasium Bergheide  {remark}" in text
    read = as_text(inspection(_page(CLUB.replace("Vorstand<br>Ben Lutz, ", "")), "i.html"), lang)
    assert remark[1:10] not in read


def test_every_trait_that_pages_show_has_its_weight_and_every_weight_its_trait():
    weights = yaml.safe_load(Path(likely.__file__).with_name("weights.yaml").read_text("utf-8"))[
        "weights"
    ]
    folder = Path(__file__).parents[1] / "invented"
    cases = [
        case["page"]
        for path in sorted(folder.glob("impressum_*.yaml"))
        for case in yaml.safe_load(path.read_text("utf-8"))
    ]
    shown = {*likely.none(street=False)}
    for text in (*cases, SCHOOL):
        page = _page(text)
        pieces = pieces_of(page)
        for one in candidates(pieces, addresses(pieces), page.title):
            shown |= one.traits
    assert shown == set(weights)


def test_the_shares_are_those_of_the_weights_and_sum_up():
    page = _page(SCHOOL)
    pieces = pieces_of(page)
    every = candidates(pieces, addresses(pieces), page.title)
    shares = likely.weighed(every, street=False)
    assert len(shares) == len(every) + 1
    assert sum(shares) == pytest.approx(1)
    assert every[shares.index(max(shares))].text == "Auen-Gymnasium Bergheide"


def test_a_page_of_many_names_is_read_in_bounds():
    many = "".join(
        f"<p>Auenwerk {n} Studio, post@aue{n}.example</p><p>Jo Kern</p>" for n in range(3000)
    )
    page = _page(f"<title>Impressum</title><h1>Impressum</h1>{many}")
    pieces = pieces_of(page)
    assert len(pieces) > 2 * MOST_PIECES
    assert len(candidates(pieces, addresses(pieces), page.title)) <= 2 * MOST_PIECES
