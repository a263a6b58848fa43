from linter.findings.finding import Coverage
from linter.registry.document import Document
from linter.report import Options
from linter.report.summary import summary
from tests.report.report_sample import PERSON, PURPOSE, finding, place, result, rule, usual

WIDE = 1000
DOCUMENT = Document("accounts.yaml", "a: b\n")


def unknown(a_rule, **changes):
    changes = {"outcome": "unknown", "cause": "not-declared"} | changes
    return finding(a_rule, DOCUMENT, place(), **changes)


def test_it_counts_what_is_open_hidden_covered_and_unknown():
    assert summary(usual(), Options("de", WIDE)) == (
        "Offen: 3 Fehler, 1 Warnung, 1 Hinweis. "
        "Nicht gezeigt: 1 mit Ausnahme, 1 in der Baseline (--show-suppressed).\n"
        "Geprüft: 2 Accounts mit 71 Regeln; 1 vollständig, 1 nicht in allen Punkten. "
        "Nicht angewandt, weil nicht aus dem Register allein entscheidbar: 3 Regeln.\n"
        "Nicht prüfbar: 1 Regel bei 2 Accounts. "
        "Das Register sagt dazu nichts; nur das Profil könnte es zeigen. NRW301 (2).\n"
    )


def test_it_speaks_english():
    assert summary(usual(), Options("en", WIDE, show_suppressed=True)) == (
        "Open: 3 errors, 1 warning, 1 note. Suppressed: 1 waived, 1 in the baseline.\n"
        "Checked: 2 accounts with 71 rules; 1 in full, 1 not in every point. "
        "Not run, because the registry alone cannot decide: 3 rules.\n"
        "Could not be checked: 1 rule for 2 accounts. "
        "The registry is silent on this; only the profile could tell. NRW301 (2).\n"
    )


def test_a_clean_run_says_so():
    clean = result([], [], coverage=Coverage(1, 1, 0, 71, 0))
    assert summary(clean, Options("de", WIDE)) == (
        "Keine offenen Befunde.\nGeprüft: 1 Account mit 71 Regeln; 1 vollständig, 0 nicht in allen Punkten.\n"
    )


def test_where_no_account_was_checked_nothing_is_called_in_order():
    nothing = result([], [], coverage=Coverage(0, 0, 0, 71, 0))
    assert summary(nothing, Options("de", WIDE)) == "Es wurde kein Account geprüft.\n"


def test_the_rules_that_could_look_least_are_named_and_the_others_counted():
    rules = [rule(f"NRW{number}", f"rule-{number}") for number in range(301, 313)]
    findings = [
        unknown(a_rule, account_id=f"a{n}")
        for index, a_rule in enumerate(rules)
        for n in range(index + 1)
    ]
    line = summary(result(findings, [DOCUMENT]), Options("de", WIDE)).splitlines()[-1]
    assert "12 Regeln bei 12 Accounts" in line
    assert "NRW312 (12), NRW311 (11)" in line
    assert line.endswith("NRW305 (5) und 4 weitere.")


def test_the_baseline_does_not_hide_that_something_could_not_be_checked():
    findings = [unknown(PURPOSE, status="baselined"), unknown(PERSON, status="waived")]
    text = summary(result(findings, [DOCUMENT]), Options("en", WIDE))
    assert "NRW301 (1)." in text
    assert "NRW101" not in text


def test_each_cause_has_its_line():
    findings = [unknown(PURPOSE), unknown(PERSON, cause="unreadable")]
    lines = summary(result(findings, [DOCUMENT]), Options("en", WIDE)).splitlines()
    assert [line.split(". ")[-1] for line in lines[2:]] == ["NRW301 (1).", "NRW101 (1)."]


def test_what_an_authority_lacks_is_counted_by_authority():
    findings = [unknown(PURPOSE, account_id="")]
    assert "1 rule for 1 authority." in summary(result(findings, [DOCUMENT]), Options("en", WIDE))


def test_a_cause_that_a_plug_in_invented_is_shown_by_its_name():
    findings = [unknown(PURPOSE, cause="acme-offline")]
    assert "acme-offline" in summary(result(findings, [DOCUMENT]), Options("en", WIDE))
