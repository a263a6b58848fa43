"""The rule loader refuses what does not hold together, with place and hint."""

from __future__ import annotations

import pytest

from linter.errors import LinterError
from linter.rulebook.book import load_rulebook
from linter.rulebook.compiled import compiled, rules_root
from linter.rulebook.load import load_packs
from linter.testing import example_problems, load_for_tests
from tests.rulebook.packs import PACK, RULE, write_pack

BASE = compiled(rules_root(), None).words()


def faults(folder):
    data = load_packs(folder, documents=BASE["documents"], tree=BASE["tree"], foreign=True)
    return [(error.line, error.text["en"]) for error in data.problems]


def test_a_sound_pack_loads_and_its_examples_hold(tmp_path):
    pack = write_pack(tmp_path)
    assert faults(pack) == []
    book = load_for_tests([str(pack)])
    assert example_problems(book, book.find("no-netiquette")) == []
    assert book.foreign == {"acme"}


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("duty: own", "duty: own\nduti: x", 7, "Did you mean “duty”"),
        ("severity: warning", "severity: fatal", 5, "error, warning, info"),
        ("recorded:", "recordet:", 14, "no check “recordet”"),
        ("{field: netiquette}", "{feld: netiquette}", 14, "no parameter “feld”"),
        ("{field: netiquette}", "{field: nettiquette}", 14, "no field “nettiquette”"),
        ("{field: netiquette}", "{field: netiquette, absent: maybe}", 14, "one of fail"),
        (
            '{de: "Netiquette fehlt.", en: "The',
            '{de: "{was} fehlt.", en: "{was} The',
            15,
            "supplies",
        ),
        ("Netiquette fehlt.", "{account} fehlt.", 15, "different placeholders"),
        ("Netiquette fehlt.", "{account.__class__} fehlt.", 15, "placeholder"),
        ('{de: "Ergänzen.", en: "Add it."}', '{de: "Ergänzen."}', 17, "“en” is missing"),
        ("document: amtlint", "document: nirgends", 9, "not listed in sources.yaml"),
        ("duty: own", "duty: must", 6, "belong together"),
        ("code: ACME001", "code: ACME002", 1, "must be named"),
        ("  - bad: |\n      bio: x\n", "", 21, "no bad example"),
        ("code: ACME001", "code: ACME001\ncode: ACME001", 2, "code"),
        ("waivable: true", "waivable: !!python/object:x true", 18, "tag"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path, old, new, line, words):
    assert old in RULE
    found = faults(write_pack(tmp_path, RULE.replace(old, new, 1)))
    assert found, "the loader accepted it"
    assert found[0][0] == line
    assert words in found[0][1]


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (("from: 2020-01-01, until: 2021-01-01", "from: 2021-01-01"), "overlap"),
        (("from: 2020-01-01, until: 2020-12-30", "from: 2021-01-01"), "gap"),
        (("from: 2020-01-01, until: 2019-12-30", "from: 2021-01-01"), "before"),
        (("until: 2020-12-31", "from: 2021-01-01"), None),
    ],
)
def test_dated_sources_must_follow_one_another(tmp_path, dates, words):
    sources = "".join(
        f'  - {{document: {name}, section: "§ 5", {when}}}\n'
        for name, when in zip(("tmg", "ddg"), dates, strict=True)
    )
    rule = RULE.replace('  - {document: amtlint, section: "own"}\n', sources)
    found = faults(write_pack(tmp_path, rule.replace("duty: own", "duty: must")))
    assert [words in text for _, text in found] == ([True] if words else [])


def test_a_pattern_that_would_backtrack_for_ever_is_refused(tmp_path):
    rule = RULE.replace(
        "recorded: {field: netiquette}", 'matches: {fields: [bio], none: ["(a|aa)+$"]}'
    )
    found = faults(write_pack(tmp_path, rule))
    assert any("takes for ever" in text for _, text in found)


def test_a_pattern_that_is_none_is_refused(tmp_path):
    rule = RULE.replace("recorded: {field: netiquette}", 'matches: {fields: [bio], none: ["(a"]}')
    assert any("cannot be read" in text for _, text in faults(write_pack(tmp_path, rule)))


def test_the_pack_is_named_as_its_folder(tmp_path):
    pack = write_pack(tmp_path, pack=PACK.replace("id: acme", "id: other"))
    assert any("not the folder's name" in text for _, text in faults(pack))


def test_a_foreign_pack_cannot_take_the_code_of_a_built_in_rule(tmp_path):
    rule = RULE.replace("ACME001", "REG003")
    pack = write_pack(tmp_path, rule, name="REG003-no-netiquette")
    with pytest.raises(LinterError, match="already the name of another rule"):
        load_rulebook([str(pack)])


def test_a_folder_that_is_no_pack_is_told(tmp_path):
    with pytest.raises(LinterError, match="no rule pack"):
        load_rulebook([str(tmp_path)])


def test_the_built_in_rules_load_without_a_fault():
    from pathlib import Path

    assert [e.render("en") for e in load_packs(Path(rules_root())).problems] == []


def test_the_digest_changes_with_any_byte_of_a_pack(tmp_path):
    before = load_rulebook([str(write_pack(tmp_path))]).digest
    again = load_rulebook([str(write_pack(tmp_path))]).digest
    after = load_rulebook([str(write_pack(tmp_path, RULE.replace("Add it.", "Add it!")))]).digest
    assert before == again != after


DOCUMENTS = """\
hausordnung:
  title: {de: Hausordnung, en: House rules}
  short: {de: Hausordnung, en: House rules}
  kind: guideline
  date: DAY
"""


@pytest.mark.parametrize("until", ["2025-12-31", "2027-01-01"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("since: ", "valid: {from: 2027-01-01, until: DAY}\nsince: "),
        ('section: "own"', 'section: "own", from: 2027-01-01, until: DAY'),
    ],
)
def test_a_time_of_a_rule_that_ends_before_it_begins_is_told_at_its_end(tmp_path, old, new, until):
    rule = RULE.replace(old, new.replace("DAY", until), 1)
    pack = write_pack(tmp_path, rule)
    data = load_packs(pack, documents=BASE["documents"], tree=BASE["tree"], foreign=True)
    found = [(error.line, error.column, error.text["de"]) for error in data.problems]
    before = rule[: rule.index(f"until: {until}") + len("until: ")].splitlines()
    fault = (len(before), len(before[-1]) + 1, "„until“ liegt vor „from“.")
    assert found == ([fault] if until == "2025-12-31" else [])


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("2025-06-01", "2025-05-31", True),
        ("2026", "2025-05-31", True),
        ("2025-06", "2025-05-31", True),
        ("2025", "2025-01-01", False),
    ],
)
def test_a_document_whose_time_ends_before_it_begins_is_told(tmp_path, since, until, told):
    pack = write_pack(tmp_path)
    days = DOCUMENTS.replace("DAY", f"2025-01-01\n  since: {since}\n  until: {until}")
    (pack / "sources.yaml").write_text(days, encoding="utf-8")
    assert faults(pack) == ([(7, "“until” is before “since”.")] if told else [])


def test_a_body_of_the_facts_whose_time_ends_before_it_begins_is_told(tmp_path):
    pack = write_pack(tmp_path)
    (pack / "facts").mkdir()
    body = "authorities:\n  - {id: amt, since: 2025-01-01, until: 2024-12-31}\n"
    (pack / "facts" / "authorities.yaml").write_text(body, encoding="utf-8")
    assert faults(pack) == [(2, "“until” is before “since”.")]


@pytest.mark.parametrize("day", ["2025-01-31", "2025-01", "2025", '""'])
def test_a_document_has_a_day_or_less_of_it(tmp_path, day):
    pack = write_pack(tmp_path)
    (pack / "sources.yaml").write_text(DOCUMENTS.replace("DAY", day), encoding="utf-8")
    assert faults(pack) == []


@pytest.mark.parametrize("day", ["01.01.2025", "2025-13", "2025-02-30", "25", "2025-W01"])
def test_a_day_that_is_none_is_told_in_sources(tmp_path, day):
    pack = write_pack(tmp_path)
    (pack / "sources.yaml").write_text(DOCUMENTS.replace("DAY", day), encoding="utf-8")
    assert [(line, f"“{day}” is no day" in words) for line, words in faults(pack)] == [(5, True)]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('title: {de: "Keine Netiquette"', 'title: {de: " "', 7, "text is empty"),
        ("waivable: true", "waivable: {longest_days: 0}", 18, "at least 1"),
        ("waivable: true", "waivable: {longest_days: -1}", 18, "at least 1"),
    ],
)
def test_values_that_say_nothing_are_told(tmp_path, old, new, line, words):
    assert old in RULE
    assert [
        (at, words in text) for at, text in faults(write_pack(tmp_path, RULE.replace(old, new)))
    ] == [(line, True)]


@pytest.mark.parametrize(
    ("duty", "severity", "holds"),
    [
        ("must", "error", True),
        ("must", "info", True),
        ("should", "warning", True),
        ("should", "error", False),
        ("may", "info", True),
        ("may", "warning", False),
    ],
)
def test_a_rule_weighs_no_more_than_its_duty(tmp_path, duty, severity, holds):
    rule = RULE.replace("duty: own", f"duty: {duty}").replace(
        "severity: warning", f"severity: {severity}"
    )
    rule = rule.replace('{document: amtlint, section: "own"}', '{document: ddg, section: "§ 5"}')
    found = faults(write_pack(tmp_path, rule))
    assert [(line, "at most" in text) for line, text in found] == ([] if holds else [(5, True)])


@pytest.mark.parametrize(
    "name", ["ACME002-x.yml", "more/ACME002-x.yaml", "facts/people.yml", "sources.YAML"]
)
def test_a_file_that_is_misnamed_or_misplaced_is_told(tmp_path, name):
    pack = write_pack(tmp_path)
    (pack / name).parent.mkdir(exist_ok=True)
    (pack / name).write_text("a: 1\n", encoding="utf-8")
    (told,) = load_packs(
        pack, documents=BASE["documents"], tree=BASE["tree"], foreign=True
    ).problems
    assert told.path == str(pack / name)
    assert "not read" in told.text["en"]


def test_data_beside_a_pack_of_a_plug_in_is_its_own_affair(tmp_path):
    pack = write_pack(tmp_path)
    (pack / "data" / "more").mkdir(parents=True)
    (pack / "data" / "more" / "words.yaml").write_text("a: 1\n", encoding="utf-8")
    assert faults(pack) == []


def test_a_pack_without_a_rule_is_told(tmp_path):
    pack = write_pack(tmp_path)
    (pack / "ACME001-no-netiquette.yaml").unlink()
    assert [text for _, text in faults(pack)] == ["The pack is empty: it has no rule."]


@pytest.mark.parametrize(
    ("old", "new", "key", "line"),
    [
        ("code: ACME001", "code: NRW101", "NRW101", 1),
        ("name: no-netiquette", "name: person-name-in-handle", "person-name-in-handle", 2),
        ("status: stable", "status: stable\nredirects: [ACME000, NRW101]", "NRW101", 5),
    ],
)
def test_what_another_rule_is_called_already_is_told_where_it_stands(tmp_path, old, new, key, line):
    rule = RULE.replace(old, new, 1)
    name = "-".join(part.split(": ")[1] for part in rule.split("\n")[:2])
    pack = write_pack(tmp_path, rule, name=name)
    with pytest.raises(LinterError) as told:
        load_rulebook([str(pack)])
    assert (told.value.path, told.value.line) == (str(pack / f"{name}.yaml"), line)
    assert f"“{key}” is already" in told.value.text["en"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("{de: dritter Hinweis, en: third note}", []),
        ("{de: dritter Hinweis}", [(7, "en")]),
        ('{de: dritter Hinweis, en: ""}', [(7, "This text is empty.")]),
        ("dritter Hinweis", [(7, "")]),
    ],
)
def test_what_a_section_is_called_is_said_in_both_languages(tmp_path, name, told):
    pack = write_pack(tmp_path)
    sections = DOCUMENTS.replace("DAY", f'""\n  sections:\n    - {name}')
    (pack / "sources.yaml").write_text(sections, encoding="utf-8")
    found = faults(pack)
    assert [line for line, _ in found] == [line for line, _ in told]
    assert all(part in words for (_, words), (_, part) in zip(found, told, strict=True))
