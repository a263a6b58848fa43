"""Which rights a notice grants: by the numbers of articles, in plain words, below a heading."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.privacy import privacy_of

ALL = ("access", "rectification", "erasure", "restriction", "portability", "objection")


def rights(body: str) -> tuple[str, ...]:
    page = f"<title>Datenschutz</title><h1>Datenschutzerklärung</h1>{body}"
    return privacy_of(read_page(page.encode())).data_subject_rights


@pytest.mark.parametrize(
    ("text", "granted"),
    [
        ("Betroffenenrechte: Art. 15-17 DSGVO", ALL[:3]),
        ("Ihre Rechte ergeben sich aus Art. 15 bis 18 und 20 DSGVO.", ALL[:5]),
        ("Rechte: Art. 15, 16 DSGVO", ALL[:2]),
        ("Ihnen stehen die Rechte aus den Artikeln 15 bis 21 DSGVO zu.", ALL),
        ("Sie haben die Rechte nach Art. 15 ff. DSGVO.", ALL),
        ("Nach Art. 12 bis 22 DSGVO haben Sie Rechte.", ALL),
        ("Die Rechte nach Art. 15 DSGVO, Art. 16 DSGVO und Art. 21 DSGVO bleiben.", (*ALL[:2], ALL[5])),
        ("You have the rights under Articles 15 to 18 GDPR.", ALL[:4]),
        ("Die Rechte aus Art. 15, 16 und 18 DSGVO sind nach § 17 DSG NRW ausgeschlossen.", ()),
        ("Meta erfüllt die Rechte nach Art. 15 bis 21 DSGVO.", ()),
        ("Wir erfüllen unsere Pflichten nach Art. 12 bis 22 DSGVO.", ()),
        ("Ihre Rechte regelt Art. 13 DSGVO.", ()),
    ],
)  # fmt: skip
def test_articles_are_counted_as_they_are_named(text, granted):
    assert rights(f"<p>{text}</p>") == granted


def test_a_heading_of_rights_may_stand_above_the_articles():
    assert rights("<h2>Betroffenenrechte</h2><p>Art. 15–18 DSGVO</p>") == ALL[:4]


@pytest.mark.parametrize(
    ("text", "granted"),
    [
        ("Sie dürfen jederzeit wissen, was wir über Sie gespeichert haben.", ("access",)),
        ("Sie dürfen fragen: Welche Daten haben Sie von mir?", ("access",)),
        ("Sie dürfen sagen: Das ist falsch. Bitte ändern Sie das.", ("rectification",)),
        ("Sie können Ihre Daten ändern oder löschen lassen.", ("erasure",)),
        ("Du darfst Nein sagen.", ("objection",)),
        ("Auf Anfrage erteilen wir Auskunft, berichtigen und löschen.", ALL[:3]),
        ("Sie können Cookies im Browser löschen lassen.", ()),
        ("Sie können die Seite lesen und wissen, was in der Stadt läuft.", ()),
        ("Wir löschen Kommentare auf Anfrage, wenn wir sie unpassend finden.", ()),
        ("Auf Anfrage erteilt Meta Auskunft.", ()),
        ("Auf Anfrage löschen wir Ihre Daten.", ("erasure",)),
        ("Auf Anfrage senden wir Prospekte, wir verbieten das Löschen von Dateien.", ()),
        ("Sie dürfen verlangen, dass wir Ihre Daten nicht mehr nutzen.", ("objection",)),
        ("Sie dürfen unsere Daten nicht verwenden und nicht löschen.", ()),
    ],
)
def test_plain_words_grant_a_right(text, granted):
    assert rights(f"<p>{text}</p>") == granted


@pytest.mark.parametrize(
    ("heading", "below", "granted"),
    [
        ("Auskunft und Löschung", "Sie haben jederzeit das Recht …", ("access", "erasure")),
        ("Auskunft und Löschung", "Daten werden gespeichert.", ()),
        ("Wie kann ich Daten löschen?", "Sie haben das Recht auf Auskunft.", ("access",)),
    ],
)
def test_what_is_right_below_a_heading_grants_what_it_names(heading, below, granted):
    assert rights(f"<h2>{heading}</h2><p>{below}</p>") == granted


@pytest.mark.parametrize(
    "text",
    ["Rechte auf Auskunft, Löschung, Widerruf und Widerspruch", "Rechte: Widerspruch, Widerruf"],
)
def test_withdrawal_may_be_one_of_a_list(text):
    assert "withdrawal" in rights(f"<p>{text}</p>")


def test_the_withdrawal_of_a_permit_is_no_right():
    assert "withdrawal" not in rights("<p>Der Widerruf der Genehmigung ist zulässig.</p>")
