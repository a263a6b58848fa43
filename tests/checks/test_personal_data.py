from pathlib import Path

import pytest
import yaml

from linter.checks.personal_data import personal_data

RULE = Path(__file__).parents[2] / "rules" / "registry" / "REG010-personal-data.yaml"


@pytest.fixture(scope="module")
def params():
    """The lists and patterns of the rule itself: they are what has to hold."""
    rule = yaml.safe_load(RULE.read_text("utf-8"))
    return rule["check"]["personal-data"]


@pytest.mark.parametrize(
    "text",
    [
        "Referat Presse",
        "Presse- und Informationsamt, Tel. 0211 837-0",
        "Telefon +49 211 837-01",
        "poststelle@im.nrw.de",
        "social-media@stadt.de, presse.stelle@stadt.de, m.social@stadt.de",
        "Robert-Koch-Straße 3",
        "Paul Klee Museum",
        "Dezernat Klaus",
        "Anna und Otto",
        "Frau Ministerin zugestimmt, Herr Präsident informiert",
        "IM-2015/17 vom 01.02.2015",
        "Az. 0211-871/2015",
        "MARTIN LUTHER",
        "martin luther",
        "Amt 40, Schule (V. Etage)",
        "Volkshochschule (C. Trakt)",
    ],
)
def test_units_roles_references_and_functional_mailboxes_pass(look, subject, params, text):
    assert look(personal_data, subject(f'operator: {{unit: "{text}"}}'), **params) == []


@pytest.mark.parametrize(
    ("text", "trace"),
    [
        ("Referat 12, Erika Mustermann", ("name", "Erika Mustermann")),
        ("Klaus-Peter von der Aue", ("name", "Klaus-Peter von der Aue")),
        ("gebilligt: Herr Dr. Yılmaz", ("name", "Herr Dr. Yılmaz")),
        ("Dr. Beispiel", ("name", "Dr. Beispiel")),
        ("erika.mustermann@im.nrw.de", ("mailbox", "erika.mustermann")),
        ("presse@im.nrw.de, e.mustermann@im.nrw.de", ("mailbox", "e.mustermann")),
        ("Durchwahl 0211 871-2527", ("phone", "Durchwahl 0211 871-2527")),
        ("Mobil: +49 151 23456789", ("phone", "+49 151 23456789")),
    ],
)
def test_names_mailboxes_and_direct_lines_of_persons_are_marked(look, subject, params, text, trace):
    found = look(personal_data, subject(f'operator: {{unit: "{text}"}}'), **params)
    assert [(at, which, words) for _, at, which, _, words in found] == [("operator.unit", *trace)]


def test_the_finding_does_not_repeat_what_it_found(look, subject, params):
    [(_, _, _, values, _)] = look(
        personal_data, subject("waivers: [{approved_by: Erika Mustermann}]"), **params
    )
    assert values == {"field": "waivers[0].approved_by"}


def test_what_the_profile_shows_is_public(look, subject, params):
    entry = "{profile_name: Erika Mustermann, bio: 'Tel. 0211 871-2527', handle: 'a b@c.de'}"
    assert look(personal_data, subject(entry), **params) == []
