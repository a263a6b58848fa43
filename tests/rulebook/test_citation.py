"""A passage is named in the reader's language; provisions of law as German lawyers cite them."""

from __future__ import annotations

import re

import pytest

from linter.rulebook.book import documents_of, load_rulebook
from linter.rulebook.citation import named

PHRASES = (
    {"de": "dritter Hinweis", "en": "third note"},
    {"de": "Namen: die der Häuser", "en": "names: those of the houses"},
    {"de": "nur für Musterhausen", "en": "for Musterhausen only"},
)
PLAIN = frozenset(
    "section sections paragraph footnote annex no nos order judgment introduction report notes note"
    " third measure rules conduct replaces the TMG TTDSG RStV until May to and et seq on duties"
    " inform concept of use joint controllership for City Dortmund only implementation Facebook XING"
    " YouTube closing platform profiles police authorities social media names accounts answer question"
    .split()
)  # fmt: skip
LAW = re.compile(r"§§? \d\w*(?: Abs\. \d+)?(?: Nr\. \d+)?|Art\. \d+(?:\(\w\))*|“[^”]+”|\b\d[\w.]*")


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("Abschnitt 2", "section 2"),
        ("Abschnitt 3.1, Absatz 2", "section 3.1, paragraph 2"),
        ("Abschnitte 2 und 3", "sections 2 and 3"),
        ("Ziffer 4 (nur für Musterhausen)", "no. 4 (for Musterhausen only)"),
        ("Abschnitt 5, dritter Hinweis", "section 5, third note"),
        ("Namen: die der Häuser", "names: those of the houses"),
        ("Urteil", "judgment"),
        ("§ 5 Abs. 1 Nr. 2", "§ 5 Abs. 1 Nr. 2"),
        ("§§ 10 bis 10e", "§§ 10 to 10e"),
        ("Art. 13 Abs. 1 Buchstabe c, Art. 6 Abs. 1", "Art. 13(1)(c), Art. 6(1)"),
        ("Art. 44 ff.", "Art. 44 et seq."),
        ("Art. 5 Satz 2", "Art. 5 Satz 2"),
        # what is no part's name in all its words is left alone, and a heading is a name
        ("Teilnahme und Abschnitt", "Teilnahme und Abschnitt"),
        ("Abschnitt über Namen", "Abschnitt über Namen"),
        ("Umgang mit dritter Hinweis", "Umgang mit dritter Hinweis"),
        ("", ""),
    ],
)
def test_a_section_in_english_and_in_german_as_the_rule_says_it(section, said):
    assert named(section, PHRASES, "en") == said
    assert named(section, PHRASES, "de") == section


def test_every_section_that_a_rule_or_a_duty_names_can_be_read_in_english():
    book = load_rulebook()
    documents = documents_of(book)
    named_by_rules = {(one.document, one.section) for rule in book.rules for one in rule.sources}
    duties = [
        duty
        for facts in book.facts.values()
        for duty in ((facts.get("by_eye") or {}).get("by_eye") or ())
    ]
    assert duties
    for document, section in named_by_rules | {(one["document"], one["section"]) for one in duties}:
        if document != "amtlint":  # its sections are titles that nobody is shown
            said = named(section, documents[document].sections, "en")
            assert set(re.findall(r"[^\W\d]+", LAW.sub("", said))) <= PLAIN, (document, said)
