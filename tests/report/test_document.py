"""A report on a run: complete, and honest about what was not seen."""

from __future__ import annotations

from datetime import date

from linter.report.document.lore import Lore
from linter.rulebook.book import load_rulebook
from tests.report.document_sample import (
    RESULT,
    html,
    markdown,
    result,
    section,
)


def test_everything_a_finding_carries_is_in_the_report():
    text = markdown(result({}))
    for word in (
        *(
            "IMP102",
            "Weit weg",
            "Zu viele Klicks.",
            "Unmittelbar verlinken.",
            "DDG, § 5 Abs. 1 (14.05.2024)",
        ),
        *(
            "Zeile 7",
            "a-x (x a)",
            "Ministerium des Innern (im-nrw)",
            "Weil es so ist.",
            "leicht erkennbar",
        ),
        *("cef1a2", "2026-11-25T22:00:00.000Z", "night.warc.gz, Byte 78837", "200", "„Impressum“"),
        *("25.11.2026", "amtlint 0.1.0", "sha256:ab"),
    ):
        assert word in text.replace("\\", "").replace("<!-- -->", ""), word


def test_either_language_comes_from_the_same_result():
    english = markdown(result({}), "en")
    assert "Too many clicks." in english
    assert "Zu viele Klicks." not in english
    assert "## What could not be checked" in english
    assert '<html lang="en">' in html(result({}), "en")


def test_findings_stand_by_authority_and_account_the_gravest_first():
    text = markdown(
        result(
            {"severity": "info", "code": "IMP301", "message": {"de": "drei", "en": "3"}},
            {"severity": "error", "message": {"de": "eins", "en": "1"}},
            {"severity": "warning", "code": "IMP105", "message": {"de": "zwei", "en": "2"}},
            {"account": "", "platform": "", "handle": "", "message": {"de": "haus", "en": "h"}},
            {"authority": "abc", "account": "b-x", "message": {"de": "andere", "en": "o"}},
        )
    )
    found = section(text, "Offene Befunde")
    order = [
        "### abc",
        "#### b-x",
        "andere",
        "### Ministerium",
        "#### Das Haus",
        "haus",
        "#### a-x",
    ]
    places = [found.index(word) for word in [*order, "eins", "zwei", "drei"]]
    assert places == sorted(places)


def test_nothing_found_is_never_said_without_what_was_not_seen():
    clean = section(markdown(result()), "Ergebnis")
    assert "keinen offenen Befund ergeben" in clean
    assert "Das heißt nicht, dass alle Vorschriften eingehalten sind" in clean
    gaps = markdown(
        result({"outcome": "unknown", "cause": "login-wall"}, coverage={"checked": 2, "unknown": 1})
    )
    assert "Bei 1 Account ließ sich nicht alles prüfen" in section(gaps, "Ergebnis")
    table = section(gaps, "Was nicht geprüft werden konnte")
    assert "Statt der Seite kam eine Anmeldung" in table
    assert "IMP102" in table
    assert "a-x" in table
    assert section(gaps, "Offene Befunde").strip() == "Keine."


def test_the_result_of_an_audit_points_to_the_audit_s_own_report():
    assert "amtlint audit" in section(markdown(result(audit={})), "Ergebnis")
    assert "amtlint audit" not in markdown(result())


def test_a_gap_of_the_house_alone_is_a_gap():
    made = result({"outcome": "unknown", "cause": "not-recorded", "account": ""})
    text = section(markdown(made), "Ergebnis")
    assert "Haus als Ganzes betreffen und sich nicht prüfen ließen: 1." in text
    assert "konnten die angewandten Regeln entschieden werden" not in text


def test_suppressed_findings_are_not_counted_as_none_where_the_result_leaves_them_out():
    assert "| Fehler | 1 |\n" in section(markdown(result({})), "Überblick")
    with_one = result({}, {"status": "waived", "reason": "x"})
    assert "| Fehler | 1 | 1 | 0 |" in section(markdown(with_one), "Überblick")


def test_only_a_clean_and_complete_run_is_shown_in_green():
    assert 'class="look yes"' in html(result())
    unknown = result({"outcome": "unknown", "cause": "robots"})
    for made in (
        unknown,
        result(errors=["x"]),
        result({}),
        result(coverage={"accounts": 0, "checked": 0}),
        result(coverage={"rules_not_run": 1}),
        result(coverage={"rules": 0}),
    ):
        assert 'class="look yes"' not in html(made)


def test_a_run_that_checked_nothing_says_nothing():
    text = section(markdown(result(coverage={"accounts": 0, "checked": 0})), "Ergebnis")
    assert "kein Account geprüft" in text
    assert "keinen offenen Befund" not in text


def test_errors_of_the_run_stand_before_everything_else():
    text = markdown(result({}, errors=["b.yaml:1:1: kaputt"]))
    assert text.index("Fehler des Laufs") < text.index("## Überblick")
    assert "b.yaml:1:1: kaputt" in section(text, "Fehler des Laufs")
    assert "nicht fehlerfrei" in section(text, "Ergebnis")


def test_rules_that_were_not_run_are_named_as_a_gap():
    text = markdown(result(coverage={"rules_not_run": 59}))
    assert "59 Regeln wurden nicht angewandt" in section(text, "Was nicht geprüft werden konnte")
    assert "59 Regeln wurden nicht angewandt" in section(text, "Ergebnis")
    assert "Kein Punkt blieb offen" not in text


def test_one_is_spoken_of_as_one():
    made = result(coverage={"accounts": 1, "checked": 1, "rules": 1, "rules_not_run": 1})
    text = markdown(made)
    assert "Bei diesem Account konnten" in section(text, "Ergebnis")
    assert "Geprüft wurde 1 Account mit 1 Regel" in text
    assert "1 Regel wurde nicht angewandt, weil sich das, wonach sie fragt" in text
    assert "1 rule was not applied, because what it asks" in markdown(made, "en")


def test_waived_and_baselined_findings_have_a_section_of_their_own_and_do_not_count():
    made = result(
        {"status": "waived", "reason": "beantragt"}, {"status": "baselined", "reason": "seit 2026"}
    )
    text = markdown(made)
    assert section(text, "Offene Befunde").strip() == "Keine."
    suppressed = section(text, "Ausnahmen und Baseline")
    assert "**Ausnahme (Fehler)** `IMP102`" in suppressed
    assert "Begründung: beantragt" in suppressed
    assert "**Baseline (Fehler)** `IMP102`" in suppressed
    assert "| Fehler | 0 | 1 | 1 |" in section(text, "Überblick")


def test_that_suppressed_findings_may_be_missing_is_said():
    assert "--show-suppressed" in section(markdown(result()), "Ausnahmen und Baseline").replace(
        "\\", ""
    )
    counted = [{"code": "IMP102", "waived": 2, "baselined": 1}]
    text = section(markdown(result(statistics=counted)), "Ausnahmen und Baseline")
    assert "zählte 2 mit Ausnahme und 1 in der Baseline" in text


def test_a_waiver_without_effect_is_listed():
    unused = [{"code": "NRW106", "account": "a-x", "path": "a.yaml", "line": 3, "reason": "alt"}]
    assert "NRW106 bei a-x" in section(
        markdown(result(unused_waivers=unused)), "Ausnahmen ohne Wirkung"
    )


def test_another_rulebook_and_an_unknown_rule_are_told():
    other = result({"code": "HAUS001"}, tool={**RESULT["tool"], "rulebook": "sha256:cd"})
    annex = section(markdown(other), "Die Regeln und ihre Gründe")
    assert "anderes Regelwerk" in annex
    assert "Diese Regel kennt die Fassung nicht" in annex
    assert "anderes Regelwerk" not in markdown(result({}))


def test_the_rulebook_at_hand_gives_titles_reasons_and_names():
    lore = Lore.of(load_rulebook(), {"NRW101", "IMP102"}, date(2026, 11, 25), "de")
    assert set(lore.rules) == {"NRW101", "IMP102"}
    assert lore.rules["NRW101"].why
    assert lore.authorities["im-nrw"] == "Ministerium des Innern des Landes Nordrhein-Westfalen"
    assert lore.document("handreichung-nrw", "Abschnitt 2", "").endswith(", Abschnitt 2")
    assert lore.document("hausordnung", "Abschnitt 2", "") == "hausordnung, Abschnitt 2"
    assert lore.document("amtlint", "Erreichbarkeit", "") == "eigene Regel von amtlint"


def test_passages_are_named_in_the_language_of_the_report():
    lore = Lore.of(load_rulebook(), {"NRW101"}, date(2026, 11, 25), "en")
    hint = lore.document("handreichung-nrw", "Abschnitt 5, dritter Hinweis", "2018-02-27")
    assert hint == "NRW guidance, section 5, third note (2018-02-27)"
    assert lore.document("hausordnung", "Abschnitt 2", "") == "hausordnung, section 2"
    (first, *_) = lore.rules["NRW101"].sources
    assert first.startswith("NRW guidance, section 2, paragraph 2: “Die dienstlichen Accounts")
