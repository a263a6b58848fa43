"""`amtlint explain`."""

from __future__ import annotations

import json

from linter.rulebook.book import load_rulebook
from linter.rulebook.explain import as_data, as_markdown, as_text, code_span, inline
from linter.rulebook.rule import Source


def test_a_rule_is_found_by_code_by_name_and_whatever_the_case(amtlint):
    by_code = amtlint("explain", "SUP003").out
    assert by_code.startswith("SUP003 waiver-expired [warning]")
    assert amtlint("explain", "waiver-expired").out == by_code
    assert amtlint("explain", "sup003").out == by_code


def test_text_says_why_whom_what_to_do_and_shows_the_examples(amtlint):
    text = amtlint("explain", "SUP003", "--lang", "de").out
    for heading in ("Warum", "Abhilfe", "Schwere", "Quelle", "Gilt für", "Ausnahme", "Beispiele"):
        assert f"\n{heading}\n" in text
    assert "Eigene Regel des Linters; keine Quelle verlangt es." in text
    assert "Schlecht, Befund" in text


def test_json_has_both_languages_and_everything_a_rule_says(amtlint):
    data = json.loads(amtlint("explain", "REG002", "SUP003", "--format", "json").out)
    assert data["version"] == 1
    assert data["rulebook"].startswith("sha256:")
    assert [rule["code"] for rule in data["rules"]] == ["REG002", "SUP003"]
    rule = data["rules"][0]
    for key in ("title", "message", "why", "remedy"):
        assert set(rule[key]) == {"de", "en"}
    assert rule["waivable"] is False
    assert rule["sources"][0]["document"] == "amtlint"
    assert rule["check"] == [{"reported": {"stage": "load"}}]
    assert any("bad" in example for example in rule["examples"])
    assert rule["reviewed"]["by"]


def test_markdown_is_headed_by_the_rule(amtlint):
    text = amtlint("explain", "SUP003", "--format", "markdown", "--lang", "en").out
    assert text.startswith("# SUP003 waiver-expired\n")
    assert "\n## Remedy\n" in text
    assert "```yaml" in text


def test_an_unknown_word_ends_with_2_and_a_suggestion(amtlint):
    called = amtlint("explain", "waiver-expird", "--lang", "en")
    assert (called.code, called.out) == (2, "")
    assert "There is no rule “waiver-expird”. Did you mean waiver-expired" in called.err
    assert called.err.count("\n") == 1


def test_a_tag_a_pack_and_a_beginning_list_their_rules(amtlint):
    for word, code in (("naming", "NRW101"), ("dortmund", "DO132"), ("NRW10", "NRW109")):
        called = amtlint("explain", word, "--lang", "en")
        assert (called.code, called.err) == (0, "")
        assert called.out.startswith(f"“{word}” stands for several rules; ")
        assert f"\n{code} " in called.out
    data = json.loads(amtlint("explain", "dortmund", "DO101", "--format", "json").out)
    codes = [rule["code"] for rule in data["rules"]]
    assert len(codes) == len(set(codes)) > 30


def test_a_word_that_means_one_rule_only_is_that_rule(amtlint):
    called = amtlint("explain", "NRW31")
    assert (called.out, called.err) == (amtlint("explain", "NRW310").out, "")


def test_a_code_that_does_not_exist_leads_to_those_that_begin_so(amtlint):
    error = amtlint("explain", "NRW999", "--lang", "en").err
    assert "“amtlint rules NRW” lists the rules that begin with NRW." in error


def test_a_former_code_leads_to_the_rule_and_says_so(amtlint, tmp_path, house_pack):
    (tmp_path / ".amtlint.yaml").write_text(f"pack-paths: [{house_pack}]\n")
    called = amtlint(
        "explain", "HAUS900", "--lang", "de", "--config", str(tmp_path / ".amtlint.yaml")
    )
    assert called.code == 0
    assert called.out.startswith("HAUS001 ")
    assert called.err == "„HAUS900“ heißt jetzt HAUS001 umlaut-in-handle.\n"


def test_dates_of_a_changed_law_and_its_words_are_shown():
    book = load_rulebook()
    rule = book.find("SUP003")
    documents = {
        "tmg": {"title": {"de": "Telemediengesetz", "en": "Telemedia Act"}, "date": "2007-02-26"}
    }
    from datetime import date

    rule.sources = [Source("tmg", "§ 5", "ständig verfügbar", None, date(2024, 5, 13))]
    text = " ".join(as_text(rule, documents, "de").split())
    assert "Telemediengesetz, § 5 (Stand 26.02.2007; bis 13.05.2024): „ständig verfügbar“" in text
    assert as_data(rule, documents)["sources"][0]["until"] == "2024-05-13"


def test_the_verb_of_the_source_gives_the_reason_for_the_severity():
    rule = load_rulebook().find("SUP003")
    rule.duty, rule.severity = "should", "warning"
    assert "“should always” is still a should" in " ".join(as_text(rule, {}, "en").split())


def test_markup_in_a_rules_words_stays_text():
    assert inline("<b>*x*</b> | a_b & c") == "\\<b\\>\\*x\\*\\</b\\> \\| a\\_b &amp; c"


def test_code_and_addresses_stay_what_they_are():
    assert inline("unter `a_b` bei https://x.de/a_b.") == "unter `a_b` bei <https://x.de/a_b>."
    assert inline("ein ` allein") == "ein \\` allein"
    assert code_span("a ` b") == "`` a ` b ``"


def test_control_characters_of_a_foreign_pack_never_reach_the_terminal():
    rule = load_rulebook().find("SUP003")
    rule.why = {"de": "rot: \x1b[31m \u202e", "en": "x"}
    assert "\x1b" not in as_text(rule, {}, "de")
    assert "\u202e" not in as_markdown(rule, {}, "de")
