"""What a notice says that is no statement of the house."""

from __future__ import annotations

import re

import pytest

from linter.pages.notice.aside import LONGEST, own_part, without

ALL = ("definition", "right", "operator")


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("definition", "Empfänger ist eine natürliche oder juristische Person, der Daten offengelegt werden."),
        ("definition", "Drittländer sind Staaten außerhalb der EU."),
        ("definition", "Als Drittstaaten gelten Länder außerhalb des EWR."),
        ("definition", "Processing means any operation which is performed on data."),
        ("right", "die Kategorien von Empfängern, denen Daten offengelegt werden"),
        ("right", "Ihr Recht auf Auskunft besteht jederzeit."),
        ("right", "Werden Daten nach Art. 6 verarbeitet, können Sie widersprechen."),
        ("right", "If data are processed, you can object at any time."),
        ("operator", "Meta Platforms Ireland Ltd. stützt sich auf Art. 6 DSGVO."),
        ("operator", "Laut Google werden die Daten gelöscht."),
        ("operator", "Fragen beantwortet der Betreiber der Plattform."),
    ],
)  # fmt: skip
def test_what_is_said_of_others_is_no_statement_of_the_house(kind, sentence):
    assert own_part(sentence, (kind,)) == 0
    others = [other for other in ALL if other != kind]
    assert own_part(sentence, others) == len(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Empfänger Ihrer Daten ist das Rechenzentrum.",
        "Wir verarbeiten Ihre Daten nach Art. 6 DSGVO.",
        "Meta und wir sind gemeinsam verantwortlich.",
        "Die Stadt nutzt Facebook.",
        "Die Facebook-Seite betreibt die Stadt.",
    ],
)
def test_what_the_house_says_is_its_own(sentence):
    assert own_part(sentence, ALL) == len(sentence)


def test_a_sentence_is_the_houses_up_to_the_right_it_grants():
    sentence = "Wir verarbeiten Daten nach Art. 6 und Sie haben das Recht auf Auskunft."
    assert sentence[: own_part(sentence, ALL)].endswith("Sie haben ")
    claim = "Sie haben einen Anspruch; ein Anrecht auf Löschung besteht auch."
    assert own_part(claim, ALL) == claim.index("ein Anrecht")


def test_what_is_passed_over_is_blanked_sentence_by_sentence():
    text = "Eins gilt. Cookies setzen wir nie.\nLaut Meta gilt mehr. Drei."
    passed = re.compile("Cookie")
    assert (
        without(text, ALL, passed)
        == "Eins gilt.                        \n                     Drei."
    )
    long = "Cookie " + "a" * LONGEST
    assert without(long, (), passed) == long
