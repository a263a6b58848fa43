"""What the examples of the Impressum rules cannot say: from which day on they apply."""

from datetime import date

import pytest

from linter.rulebook.select import select_rules
from linter.testing import load_for_tests

BOOK = load_for_tests()


def codes(day):
    return {rule.code for rule in select_rules(BOOK, as_of=day)}


@pytest.mark.parametrize(
    ("code", "last_day_of_the_old_law"),
    [("IMP301", date(2024, 5, 13)), ("IMP302", date(2020, 11, 6))],
)
def test_an_old_law_is_stale_only_from_the_day_it_was_replaced(code, last_day_of_the_old_law):
    assert code not in codes(last_day_of_the_old_law)
    assert code in codes(date.fromordinal(last_day_of_the_old_law.toordinal() + 1))


def test_the_impressum_duty_cites_the_law_of_the_day():
    rule = BOOK.find("IMP101")
    before = {source.document for source in rule.sources_at(date(2024, 5, 13))}
    after = {source.document for source in rule.sources_at(date(2024, 5, 14))}
    laws = {"mstv", "rstv", "tmg", "ddg"}
    assert (before & laws, after & laws) == ({"mstv", "tmg"}, {"mstv", "ddg"})
    assert {s.document for s in rule.sources_at(date(2020, 11, 6))} & laws == {"rstv", "tmg"}
    assert {s.document for s in rule.sources_at(date(2020, 11, 7))} & laws == {"mstv", "tmg"}


@pytest.mark.parametrize("code", ["IMP204", "IMP210", "IMP216"])
def test_what_the_state_treaty_asks_for_was_asked_before_by_the_older_one(code):
    rule = BOOK.find(code)
    assert code in codes(date(2019, 6, 1))
    assert "mstv" not in {source.document for source in rule.sources_at(date(2019, 6, 1))}
    assert "dortmund-anlage-2-impressum" not in {
        s.document for s in rule.sources_at(date(2019, 6, 1))
    }
