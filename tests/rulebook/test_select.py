"""Selectors: code, name, prefix, tag, pack; a selector that means nothing is an error."""

from __future__ import annotations

from datetime import date

import pytest

from linter.errors import LinterError
from linter.rulebook.book import load_rulebook
from linter.rulebook.select import select_rules

BOOK = load_rulebook()
DAY = date(2026, 11, 25)


def codes(**words):
    return [rule.code for rule in select_rules(BOOK, as_of=DAY, **words)]


def test_all_stable_rules_in_force_run_by_default():
    assert codes() == [r.code for r in BOOK.rules if r.in_force(DAY) and r.status != "preview"]


def test_select_leaves_only_what_it_names_and_what_makes_a_file_readable():
    assert codes(select=("IMP101",)) == ["IMP101", "REG001", "REG002"]
    assert codes(select=("impressum-missing",)) == codes(select=("IMP101",))


def test_prefixes_tags_and_packs_select():
    assert set(codes(select=("NRW4",))) > {"NRW401", "NRW403"}
    assert "NRW403" in codes(select=("governance",))
    assert "IMP101" in codes(select=("impressum",))


def test_ignore_takes_away_and_extend_adds_again():
    assert "NRW403" not in codes(ignore=("governance",))
    assert "NRW403" in codes(ignore=("governance",), extend=("NRW403",))
    assert "NRW403" in codes(select=("NRW403",), ignore=("governance",))
    assert "NRW403" not in codes(select=("NRW403",), ignore=("NRW403",))


@pytest.mark.parametrize("word", ["nrw101", "naming", "impressum", "person-name-in-handle", "all"])
def test_capitals_make_no_difference(word):
    assert codes(select=(word.title(),)) == codes(select=(word,)) == codes(select=(word.upper(),))


def test_unreadable_files_are_told_whatever_is_ignored():
    assert {"REG001", "REG002"} <= set(codes(ignore=("REG",)))


def test_rules_that_are_not_yet_in_force_do_not_run():
    early = [rule.code for rule in select_rules(BOOK, as_of=date(2024, 5, 13))]
    assert "IMP301" not in early
    assert "IMP301" in [rule.code for rule in select_rules(BOOK, as_of=date(2024, 5, 14))]


@pytest.mark.parametrize(
    ("word", "near"), [("NRW9999", "NRW"), ("impresum", "impressum"), ("", "")]
)
def test_a_selector_that_matches_nothing_is_an_error_with_a_suggestion(word, near):
    with pytest.raises(LinterError) as error:
        codes(select=(word,))
    assert near in error.value.render("en")


def test_a_rule_in_preview_runs_only_where_it_is_asked_for():
    (preview,) = [rule.code for rule in BOOK.rules if rule.status == "preview"]
    assert preview not in codes(select=(preview[:4],))
    assert preview in codes(select=(preview,))
    assert preview in codes(extend=(preview,))
