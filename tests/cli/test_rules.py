"""`amtlint rules` and `amtlint rules check`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from linter.rulebook.compiled import rules_root

ACCOUNT = """\
registry: 1
authority: stadt-muenster
accounts:
  - {id: muenster, platform: mastodon, handle: "münster@social.example", kind: authority}
"""


def test_the_table_has_a_line_per_rule_and_a_count(amtlint):
    called = amtlint("rules", "SUP", "--lang", "en")
    lines = called.out.splitlines()
    assert called.code == 0
    assert lines[0].split() == ["code", "name", "severity", "pack", "needs", "title"]
    assert lines[3].split()[:5] == ["SUP003", "waiver-expired", "warning", "registry", "registry"]
    assert lines[-1].startswith("rules: ")


def test_titles_are_in_the_language_of_the_call(amtlint):
    assert "Ausnahme abgelaufen" in amtlint("rules", "SUP003", "--lang", "de").out
    assert "Waiver expired" in amtlint("rules", "SUP003", "--lang", "en").out


@pytest.mark.parametrize("word", ["SUP003", "sup003", "waiver-expired", "SUP", "registry"])
def test_code_name_prefix_tag_and_pack_all_select(amtlint, word):
    assert "SUP003" in amtlint("rules", word).out


def test_several_selectors_add_up_with_blanks_or_commas(amtlint):
    assert amtlint("rules", "SUP003", "REG001").out == amtlint("rules", "SUP003,REG001").out


def test_a_selector_that_means_nothing_is_an_error_with_a_suggestion(amtlint):
    called = amtlint("rules", "waiver-expird", "--lang", "en")
    assert called.code == 2
    assert "Did you mean waiver-expired" in called.err
    assert amtlint("rules", "--pack", "registri", "--lang", "en").err.count("registry") == 1


def test_json_is_the_whole_rulebook(amtlint):
    data = json.loads(amtlint("rules", "--format", "json").out)
    codes = [rule["code"] for rule in data["rules"]]
    assert codes == sorted(codes)
    assert {"REG001", "REG002", "SUP003"} <= set(codes)


def test_markdown_is_a_table(amtlint):
    lines = amtlint("rules", "SUP003", "--format", "markdown").out.splitlines()
    assert lines[1] == "|---|---|---|---|---|---|"
    assert lines[2].startswith("| SUP003 | waiver-expired | warning |")


def test_rules_of_the_configured_packs_are_listed(amtlint, tmp_path, house_pack):
    config = tmp_path / ".amtlint.yaml"
    config.write_text(f"pack-paths: [{house_pack}]\n")
    called = amtlint("rules", "--pack", "hausregeln", "--config", str(config))
    assert "HAUS001" in called.out
    assert "REG001" not in called.out


@pytest.mark.parametrize(
    ("lang", "section"),
    [("de", "Nr. 3, zweiter Satz"), ("en", "no. 3, second sentence")],
)
def test_a_pack_says_how_its_sections_are_called_in_english(
    amtlint, tmp_path, house_pack, lang, section
):
    rule, sources = house_pack / "HAUS001-umlaut-in-handle.yaml", house_pack / "sources.yaml"
    text = rule.read_text("utf-8").replace('section: "Nr. 3"', 'section: "Nr. 3, zweiter Satz"')
    rule.write_text(text, encoding="utf-8")
    names = "  sections: [{de: zweiter Satz, en: second sentence}]\n"
    sources.write_text(sources.read_text("utf-8") + names, encoding="utf-8")
    config, accounts = tmp_path / ".amtlint.yaml", tmp_path / "accounts.yaml"
    config.write_text(f"pack-paths: [{house_pack}]\npacks: [hausregeln]\n")
    accounts.write_text(ACCOUNT, encoding="utf-8")
    with_config = ("--config", str(config), "--lang", lang)
    assert f", {section} (" in amtlint("explain", "HAUS001", *with_config).out
    out = tmp_path / "result.json"
    checked = amtlint("check", str(accounts), "--output", f"json={out}", *with_config)
    assert f", {section} (" in checked.out
    assert f", {section} (" in amtlint("report", str(out), "--format", "markdown", *with_config).out
    (finding,) = [
        one for one in json.loads(out.read_text())["findings"] if one["code"] == "HAUS001"
    ]
    assert finding["source"][0]["section"] == "Nr. 3, zweiter Satz"


def test_a_pack_in_order_is_said_to_be_so(amtlint, house_pack):
    called = amtlint("rules", "check", str(house_pack), "--lang", "en")
    assert (called.code, called.out) == (0, "In order: 1 rule, 2 examples.\n")


FAULTS = {
    "unknown key": ("severity: warning", "severety: warning", "severety"),
    "unknown check": ("matches: {fields", "matchs: {fields", "matchs"),
    "unknown parameter": ("none: [", "nune: [", "nune"),
    "unknown field": ("fields: [handle]", "fields: [handel]", "handel"),
    "unknown placeholder": ("contains “{found}”", "contains “{fund}”", "fund"),
    "unlisted document": ("document: hausordnung", "document: hausordnng", "hausordnng"),
    "wrong word": ("severity: warning", "severity: grave", "grave"),
    "unreadable pattern": ('["[äöüß]"]', '["[äöüß"]', "cannot be read"),
    "endless pattern": ('["[äöüß]"]', '["(a+)+$"]', "for ever"),
}


@pytest.mark.parametrize(("good", "bad", "told"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_place(amtlint, house_pack, good, bad, told):
    file = house_pack / "HAUS001-umlaut-in-handle.yaml"
    text = file.read_text("utf-8")
    assert good in text
    file.write_text(text.replace(good, bad, 1), encoding="utf-8")
    line = text[: text.index(good)].count("\n") + 1
    called = amtlint("rules", "check", str(house_pack), "--lang", "en")
    assert called.code == 2
    fault = next(line for line in called.out.splitlines() if told in line)
    place = fault.removeprefix(f"{file}:").split(":")
    assert abs(int(place[0]) - line) <= 2
    assert int(place[1]) >= 1


def test_an_example_that_does_not_hold_is_told_at_its_line(amtlint, house_pack):
    file = house_pack / "HAUS001-umlaut-in-handle.yaml"
    text = file.read_text("utf-8").replace("handle: münster", "handle: munster")
    file.write_text(text, encoding="utf-8")
    called = amtlint("rules", "check", str(house_pack), "--lang", "en")
    line = text[: text.index("- bad:")].count("\n") + 1
    assert called.code == 2
    assert called.out.startswith(f"{file}:{line}:5: HAUS001, example 2: bad, but")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "does not find {at: handle, text: x}; found {at: handle, text: ü, en: "),
        ("de", "unter „finds“ steht {at: handle, text: x}; gefunden: {at: handle, text: ü, de: "),
    ],
)
def test_what_an_example_does_not_find_is_told_as_the_example_writes_it(
    amtlint, house_pack, lang, told
):
    file = house_pack / "HAUS001-umlaut-in-handle.yaml"
    text = file.read_text("utf-8")
    expected = text[text.index("    finds:") :].split("\n", 1)[0]
    file.write_text(text.replace(expected, "    finds: [{at: handle, text: x}]"), encoding="utf-8")
    assert told in amtlint("rules", "check", str(house_pack), "--lang", lang).out


OF_PAGES = """\
  - page-text: {page: impressum, none: ["[äöüß]"]}
"""
SEEN = """\
    pages: {impressum: umlaut.html}
"""


def test_an_example_may_name_a_page_beside_its_rule(amtlint, house_pack):
    file = house_pack / "HAUS001-umlaut-in-handle.yaml"
    text = file.read_text("utf-8")
    check = text[text.index("check:") : text.index("message:")]
    finds = text[text.index("    finds:") :].split("\n", 1)[0] + "\n"
    text = text.replace(check, f"check:\n{OF_PAGES}").replace(finds, SEEN)
    text = (
        text.replace("needs: [registry]", "needs: [web]")
        .replace("muenster", "muenster\n      impressum: https://www.muenster.example/impressum")
        .replace("münster", "muenster\n      impressum: https://www.muenster.example/impressum")
    )
    text = text.replace("  - bad:", "    pages: {impressum: ohne.html}\n  - bad:")
    file.write_text(text, encoding="utf-8")
    called = amtlint("rules", "check", str(house_pack), "--lang", "en")
    assert called.code == 2
    assert "there is no page" in called.out
    pages = house_pack / "pages"
    pages.mkdir()
    page = "<title>Impressum</title><h1>Impressum</h1><p>Stadt Neuss<br>Markt 2<br>41460 Neuss</p><p>{}</p>"
    (pages / "ohne.html").write_text(page.format("Telefon: 02131 900"), encoding="utf-8")
    (pages / "umlaut.html").write_text(page.format("Tür 3"), encoding="utf-8")
    called = amtlint("rules", "check", str(house_pack), "--lang", "en")
    assert (called.code, called.out) == (0, "In order: 1 rule, 2 examples.\n")


def test_a_code_that_is_taken_is_refused(amtlint, house_pack):
    file = house_pack / "HAUS001-umlaut-in-handle.yaml"
    text = file.read_text("utf-8").replace("HAUS001", "SUP003").replace("HAUS900", "SUP903")
    file.unlink()
    (house_pack / "SUP003-umlaut-in-handle.yaml").write_text(text, encoding="utf-8")
    called = amtlint("rules", "check", str(house_pack), "--lang", "en")
    assert called.code == 2
    assert "SUP003" in called.out + called.err


def test_a_built_in_pack_and_a_copy_of_one_are_checked_in_its_place(amtlint, tmp_path):
    built_in = Path(rules_root()) / "police-nrw"
    in_order = amtlint("rules", "check", str(built_in), "--lang", "de")
    assert (in_order.code, in_order.out[:12]) == (0, "In Ordnung: ")
    copy = Path(shutil.copytree(built_in, tmp_path / "police-nrw"))
    assert amtlint("rules", "check", str(copy), "--lang", "de").out == in_order.out
    file = copy / "POL104-no-emergency-channel.yaml"
    text = file.read_text("utf-8")
    number = text[: text.index("- good:")].count("\n") + 1
    file.write_text(text.replace("- good:", "- bad:", 1), encoding="utf-8")
    called = amtlint("rules", "check", str(copy), "--lang", "en")
    assert called.out.startswith(f"{file}:{number}:5: POL104, example 1: bad, but")
    config = tmp_path / ".amtlint.yaml"
    config.write_text("pack-paths: [police-nrw]\n")
    called = amtlint("rules", "--config", str(config))
    assert "already the name of another rule" in called.err


def test_a_copy_of_a_built_in_pack_takes_no_name_of_the_other_packs(amtlint, tmp_path):
    copy = Path(shutil.copytree(Path(rules_root()) / "police-nrw", tmp_path / "police-nrw"))
    file = copy / "POL104-no-emergency-channel.yaml"
    text = file.read_text("utf-8").replace("POL104", "SUP003")
    file.unlink()
    (copy / "SUP003-no-emergency-channel.yaml").write_text(text, encoding="utf-8")
    called = amtlint("rules", "check", str(copy), "--lang", "de")
    assert (called.code, called.err.count("„SUP003“ heißt schon eine andere Regel")) == (2, 1)


def test_a_folder_that_is_none_and_one_without_a_pack(amtlint, tmp_path):
    missing = amtlint("rules", "check", str(tmp_path / "nirgends"), "--lang", "en")
    assert (missing.code, missing.err.count("\n")) == (2, 1)
    assert "pack.yaml is missing" in amtlint("rules", "check", str(tmp_path), "--lang", "en").err


def test_an_unknown_pack_is_called_a_pack(amtlint):
    called = amtlint("rules", "--pack", "dortmnd")
    assert called.code == 2
    assert called.err == (
        "amtlint: error: There is no rule pack “dortmnd”. Did you mean dortmund?\n"
    )
