"""A report on a night among others: what is new, what is gone, and what it leaves out."""

from __future__ import annotations

import pytest

from tests.report.document_sample import (
    GONE,
    HISTORY,
    markdown,
    result,
    section,
)


def test_with_a_history_it_says_what_is_new_what_is_gone_and_since_when():
    made = result(
        {"change": "still", "history": HISTORY},
        {"change": "new", "history": {**HISTORY, "first_seen": "2026-11-25"}, "account": "b"},
        {"change": "reopened", "history": {**HISTORY, "stale": 2}, "account": "c"},
        gone=[GONE],
    )
    text = markdown(made)
    assert "1 neu, 1 wieder da, 1 unverändert offen, 1 erledigt" in section(text, "Überblick")
    found = section(text, "Offene Befunde")
    for mark in (
        "(offen seit 01.10.2026)",
        "(neu)",
        "(wieder da)",
        "(seit 2 Nächten nicht erneut prüfbar)",
    ):
        assert mark in found
    assert "War da." in section(text, "Erledigt seit der letzten Nacht")
    assert "--only new" not in text.replace("\\", "")


def test_without_a_history_nothing_is_called_new():
    assert "(neu)" not in markdown(result({}))
    assert "Seit der letzten Nacht" not in markdown(result({}))


def test_a_report_of_changes_alone_says_that_older_findings_are_missing():
    made = result({"history": HISTORY, "change": "new"}, gone=[], left_out=2)
    told = section(markdown(made), "Ergebnis").replace("\\", "")
    assert "(--only new): 2 Befunde aus früheren Läufen" in told


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_report_of_changes_alone_gives_no_all_clear_for_what_is_open_still(lang):
    counts = {"error": 1, "warning": 2, "info": 0}
    made = result(gone=[], left_out=5, left_out_open=counts)
    text = markdown(made, lang).replace("\\", "")
    assert {"de": "keinen offenen Befund", "en": "no open finding"}[lang] not in text
    assert {"de": "keinen neuen offenen Befund", "en": "no new open finding"}[lang] in text
    assert {"de": "1 Fehler, 2 Warnungen", "en": "1 error, 2 warnings"}[lang] in text
    assert {"de": "3 unverändert offen", "en": "3 still open"}[lang] in text
    assert {"de": "| Neu offen |", "en": "| Newly open |"}[lang] in text
    # a result of an older amtlint does not say whether any of them is open
    older = markdown(result(gone=[], left_out=5), lang).replace("\\", "")
    assert {"de": "keinen neuen offenen Befund", "en": "no new open finding"}[lang] in older
    assert {"de": "unverändert offen", "en": "still open"}[lang] not in older
    # nothing is open that is not listed: then that is said
    none = markdown(result(gone=[], left_out=5, left_out_open=dict.fromkeys(counts, 0)), lang)
    assert {"de": "keinen offenen Befund", "en": "no open finding"}[lang] in none
