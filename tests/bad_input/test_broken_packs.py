"""A broken pack is exit 2 with the file, the line and what to do; it never runs away or runs code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from specimen import HEAD

if TYPE_CHECKING:
    from conftest import Desk, Run

PACK = """\
id: house
title: {de: Hausregeln, en: House rules}
description: {de: Regeln des Hauses., en: The house's rules.}
always: true
"""
RULE = """\
code: HAUS101
name: bio-too-plain
since: "1.0"
status: stable
severity: warning
duty: own
title: {de: Bio zu schlicht, en: Bio too plain}
source: [{document: amtlint, section: Hausregel}]
tags: [naming]
needs: [registry]
check:
  matches: {fields: [bio], none: ["schlicht"]}
message: {de: "Die Bio ist schlicht.", en: "The bio is plain."}
why: {de: "Das Haus will es so.", en: "The house wants it so."}
remedy: {de: "Schreiben Sie mehr.", en: "Write more."}
waivable: true
reviewed: {by: house, on: 2026-11-25}
examples:
  - good: |
      bio: Hier informiert das Haus.
  - bad: |
      bio: schlicht
"""
BIO = HEAD + "    bio: " + "a" * 40 + "!\n"


def run_with(
    desk: Desk,
    *,
    pack: str = PACK,
    rule: str = RULE,
    name: str = "HAUS101-bio-too-plain.yaml",
    registry: str = HEAD,
) -> Run:
    desk.write("a.yaml", registry)
    desk.write(".amtlint.yaml", "pack-paths: [house]\n")
    desk.write("house/pack.yaml", pack)
    desk.write(f"house/{name}", rule)
    return desk.check("--select", "HAUS101,REG", "a.yaml")


def test_the_pack_that_the_others_spoil_works(desk: Desk) -> None:
    assert run_with(desk, registry=HEAD + "    bio: Hier informiert das Haus.\n").code == 0
    run = run_with(desk, registry=HEAD + "    bio: ganz schlicht\n")
    assert run.code == 1
    assert run.findings[0].startswith("a.yaml:8:15: HAUS101 [warning] "), run.text


RULES = {
    "no YAML": ("code: [\n", None),
    "a list": ("- code\n", "1:1"),
    "nothing": ("", None),
    "an unknown key": (RULE.replace("remedy:", "remdy:"), "15:1"),
    "an unknown check": (RULE.replace("  matches:", "  matchs:"), "12:"),
    "a check with a path for a name": (RULE.replace("  matches:", "  ../../os:"), "12:"),
    "a check named after a module": (RULE.replace("  matches:", "  base:"), "12:"),
    "an unknown parameter": (RULE.replace("none:", "nun:"), "12:"),
    "an address that no field has": (RULE.replace("[bio]", "[biography]"), "12:21"),
    "a parameter of the wrong type": (RULE.replace('none: ["schlicht"]', "none: {a: b}"), "12:"),
    "a pattern that is none": (RULE.replace('"schlicht"', '"("'), "12:"),
    "a placeholder that nothing fills": (
        RULE.replace("Die Bio ist", "{wer} ist").replace("The bio is", "{wer} is"),
        "13:",
    ),
    "a placeholder in one language only": (RULE.replace("Die Bio ist", "{found} ist"), "13:"),
    "a placeholder that reaches into objects": (
        RULE.replace("Die Bio ist", "{found.__class__}").replace("The bio is", "{found.__class__}"),
        "13:",
    ),
    "a brace that is not closed": (
        RULE.replace("Die Bio ist", "{found").replace("The bio is", "{found"),
        "13:",
    ),
    "a language missing": (RULE.replace(', en: "The bio is plain."', ""), "13:"),
    "no good example": (
        RULE.replace("  - good: |\n      bio: Hier informiert das Haus.\n", ""),
        "19:",
    ),
    "no bad example": (RULE[: RULE.index("  - bad")], "19:"),
    "an unknown severity": (RULE.replace("severity: warning", "severity: grave"), "5:11"),
    "an unknown document": (RULE.replace("document: amtlint", "document: nowhere"), "8:"),
    "a date that is none": (RULE.replace("2026-11-25", "2026-02-30"), "17:"),
    "dates in the wrong order": (
        RULE.replace("section: Hausregel", "section: a, from: 2026-01-01, until: 2025-01-01"),
        "8:",
    ),
    "a gap between dates": (
        RULE.replace(
            "[{document: amtlint, section: Hausregel}]",
            "[{document: amtlint, section: a, until: 2020-01-01},"
            " {document: amtlint, section: b, from: 2021-01-01}]",
        ),
        "8:",
    ),
    "a code that is none": (RULE.replace("HAUS101", "haus-101"), "1:7"),
    "the code of a built-in rule": (RULE.replace("HAUS101", "NRW101"), None),
    "an unknown kind": (RULE.replace("tags:", "applies_to: {kinds: [ministry]}\ntags:"), "9:"),
    "a tag that runs code": (
        RULE.replace("tags: [naming]", "tags: !!python/name:os.system x"),
        "9:",
    ),
    "deep nesting": (RULE.replace("[naming]", "[" * 10_000), None),
}


@pytest.mark.parametrize(("rule", "place"), RULES.values(), ids=RULES)
def test_a_broken_rule_is_exit_2_with_its_place(desk: Desk, rule: str, place: str | None) -> None:
    name = "NRW101-bio-too-plain.yaml" if "code: NRW101" in rule else "HAUS101-bio-too-plain.yaml"
    run = run_with(desk, rule=rule, name=name)
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text
    assert f"{name}:{place}" in run.complaints[0] if place else name in run.complaints[0], run.text


def test_a_file_named_otherwise_than_its_rule_is_exit_2(desk: Desk) -> None:
    run = run_with(desk, name="HAUS102-bio-too-plain.yaml")
    assert run.code == 2
    assert "HAUS102-bio-too-plain.yaml" in run.complaints[0]


def test_two_rules_with_one_code_are_exit_2(desk: Desk) -> None:
    desk.write("house/more/HAUS101-bio-too-plain.yaml", RULE)
    desk.write("house/HAUS101-another-name.yaml", RULE.replace("bio-too-plain", "another-name"))
    run = run_with(desk)
    assert run.code == 2, run.text
    assert "HAUS101" in run.complaints[0]


PACKS = {
    "no YAML": ("id: [\n", None),
    "an unknown key": (PACK + "alwys: true\n", "5:1"),
    "no id": (PACK.replace("id: house\n", ""), None),
    "the id of a built-in pack": (PACK.replace("id: house", "id: impressum"), "1:"),
    "an id with a path": (PACK.replace("id: house", "id: ../house"), "1:5"),
}


@pytest.mark.parametrize(("pack", "place"), PACKS.values(), ids=PACKS)
def test_a_broken_pack_file_is_exit_2_with_its_place(
    desk: Desk, pack: str, place: str | None
) -> None:
    run = run_with(desk, pack=pack)
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text
    assert (
        f"pack.yaml:{place}" in run.complaints[0] if place else "pack.yaml" in run.complaints[0]
    ), run.text


def test_a_folder_without_a_pack_file_is_exit_2(desk: Desk) -> None:
    desk.write("a.yaml", HEAD)
    desk.write(".amtlint.yaml", "pack-paths: [house]\n")
    (desk.path / "house").mkdir()
    run = desk.check("a.yaml")
    assert run.code == 2
    assert "house" in run.complaints[0]


CATASTROPHES = ["(a+)+$", "(a|a)*$", "(a|aa)+$", "(.*a){20}$"]
ONLY_ELSEWHERE = ["^(a?){40}a{40}b$", "([a-z]+)*=", "(a*)*b"]
"""They take for ever on other engines; ours has an answer at once."""


@pytest.mark.parametrize("pattern", CATASTROPHES)
@pytest.mark.parametrize("parameter", ["any", "none", "unless"])
def test_a_pattern_that_backtracks_for_ever_stops_the_rule_and_not_the_program(
    desk: Desk, pattern: str, parameter: str
) -> None:
    rule = RULE.replace(
        'none: ["schlicht"]',
        f"none: [schlicht], {parameter}: ['{pattern}']"
        if parameter != "none"
        else f"none: ['{pattern}']",
    )
    desk.write(
        "b.yaml", HEAD.replace("id: im-nrw-x", "id: b").replace("platform: x", "platform: twitter")
    )
    run = run_with(desk, rule=rule, registry=BIO)
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text
    assert "HAUS101-bio-too-plain.yaml:12:" in run.complaints[0]


@pytest.mark.parametrize("pattern", ONLY_ELSEWHERE)
def test_a_pattern_that_only_looks_as_if_it_took_for_ever_is_a_rule_like_others(
    desk: Desk, pattern: str
) -> None:
    run = run_with(desk, rule=RULE.replace('"schlicht"', f"'{pattern}'"), registry=BIO)
    assert (run.code, run.complaints) == (0, []), run.text


def test_a_slow_pattern_is_given_up_once_and_not_once_for_each_account(desk: Desk) -> None:
    accounts = "".join(
        f"  - {{id: a{n}, platform: x, handle: IM_NRW{n}, kind: ressort, bio: {'a' * 40}!}}\n"
        for n in range(100)
    )
    rule = RULE.replace('"schlicht"', '"(a|aa)+$"')
    run = run_with(
        desk, rule=rule, registry="registry: 1\nauthority: im-nrw\naccounts:\n" + accounts
    )
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text


@pytest.mark.parametrize(
    "pattern",
    ["(((((a{100}){100}){100}){100}){100})", "a{2147483648}", "[[:alpha:"],
)
def test_a_pattern_that_is_too_big_to_compile_is_refused(desk: Desk, pattern: str) -> None:
    run = run_with(desk, rule=RULE.replace('"schlicht"', f"'{pattern}'"), registry=BIO)
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text
    assert "The pattern cannot be read: " in run.complaints[0]
    assert not run.complaints[0].endswith(": .")


def test_rules_check_tells_of_every_broken_rule_at_once(desk: Desk) -> None:
    desk.write("house/pack.yaml", PACK)
    desk.write("house/HAUS101-bio-too-plain.yaml", RULE.replace("remedy:", "remdy:"))
    desk.write(
        "house/HAUS102-other.yaml",
        RULE.replace("HAUS101", "HAUS102")
        .replace("bio-too-plain", "other")
        .replace("  matches:", "  matchs:"),
    )
    run = desk.run("rules", "check", "house", "--lang", "en")
    assert run.code == 2, run.text
    assert "HAUS101-bio-too-plain.yaml:15:1" in run.text
    assert "HAUS102-other.yaml:12:" in run.text


def test_nothing_is_imported_from_the_folder_that_is_linted(desk: Desk) -> None:
    desk.write("yaml.py", "raise SystemExit('imported from the working directory')\n")
    desk.write("linter/__init__.py", "raise SystemExit('imported from the working directory')\n")
    desk.write("sitecustomize.py", "raise SystemExit('imported from the working directory')\n")
    desk.write("a.yaml", HEAD)
    run = desk.check("--select", "REG", "a.yaml")
    assert run.code == 0, run.text
