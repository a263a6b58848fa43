"""From which day on rules apply: none before the first of its sources can have been there."""

from datetime import date, timedelta

import pytest

from linter.rulebook.select import select_rules
from linter.testing import load_for_tests

BOOK = load_for_tests()


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("DO101", date(2020, 1, 1)),
        ("DO104", date(2020, 3, 1)),
        ("DO105", date(2021, 3, 21)),
        ("DO127", date(2021, 9, 28)),
        ("DSE301", date(2018, 5, 25)),
        ("NRW401", date(2018, 2, 27)),
        ("POL105", date(2016, 9, 26)),
        ("NI103", date(2017, 9, 18)),
    ],
)
def test_a_rule_does_not_apply_before_its_source_existed(code, first):
    def applied(day):
        return {rule.code for rule in select_rules(BOOK, as_of=day)}

    assert code not in applied(first - timedelta(days=1))
    assert code in applied(first)


def test_rules_of_the_linters_own_have_no_first_day():
    assert all(rule.begins is None for rule in BOOK.rules if rule.own)


def test_no_passage_is_cited_before_its_document_began():
    for rule in BOOK.rules:
        for source in rule.sources_at(date(2017, 1, 1)):
            assert source.document not in {"dsgvo", "ldi-2021", "mstv", "handreichung-nrw"}
