"""A plug-in that raises is named, with rule and account; the run goes on where it can, and never ends in 0."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from specimen import HEAD

if TYPE_CHECKING:
    from conftest import Desk, Run

METADATA = "Metadata-Version: 2.1\nName: amtlint-evil\nVersion: 6.6\n"
ENTRY_POINTS = """\
[amtlint.checks]
evil.check = evil.checks:evil

[amtlint.packs]
evil = evil.evil

[amtlint.reporters]
evil = evil.report:render
"""
CHECKS = """\
from __future__ import annotations
from dataclasses import dataclass
from linter.checks.base import Address, Miss, Unknown, check

@dataclass(slots=True)
class Evil:
    field: Address

@check("evil.check", Evil, supplies=("found",))
def evil(subject, params):
    BODY
"""
GOOD_BODY = 'yield from (Miss(spot, {"found": spot.text}) for spot in subject.at(params.field))'
PACK = "id: evil\ntitle: {de: x, en: x}\ndescription: {de: x, en: x}\nalways: true\n"
RULE = """\
code: EVIL101
name: handle-recorded
since: "1.0"
status: stable
severity: warning
duty: own
title: {de: Nutzername verzeichnet, en: Handle recorded}
source: [{document: amtlint, section: Hausregel}]
tags: [naming]
needs: [registry]
check:
  evil.check: {field: handle}
message: {de: "„{found}“ ist verzeichnet.", en: "“{found}” is recorded."}
why: {de: "x", en: "x"}
remedy: {de: "x", en: "x"}
waivable: true
reviewed: {by: house, on: 2026-11-25}
examples:
  - good: |
      handle: ~
  - bad: |
      handle: x
"""
SECOND = "  - {id: fm-nrw-x, authority: fm-nrw, platform: x, handle: FM_NRW, kind: ressort}\n"
OPTIONS = ("--select", "EVIL101,NRW101", "a.yaml")


def install(
    desk: Desk,
    *,
    body: str = GOOD_BODY,
    checks: str = CHECKS,
    report: str = "",
    points: str = ENTRY_POINTS,
) -> None:
    """Lay the plug-in down as pip would, in a folder that Python searches."""
    site = "site/"
    desk.write(f"{site}amtlint_evil-6.6.dist-info/METADATA", METADATA)
    desk.write(f"{site}amtlint_evil-6.6.dist-info/entry_points.txt", points)
    desk.write(f"{site}evil/__init__.py", "")
    desk.write(f"{site}evil/checks.py", checks.replace("BODY", body))
    desk.write(f"{site}evil/report.py", report or "def render(result, options): return 'evil\\n'\n")
    desk.write(f"{site}evil/evil/__init__.py", "")
    desk.write(f"{site}evil/evil/pack.yaml", PACK)
    desk.write(f"{site}evil/evil/EVIL101-handle-recorded.yaml", RULE)
    desk.env["PYTHONPATH"] += f":{desk.path / 'site'}"
    desk.write("a.yaml", HEAD.replace("IM_NRW", "ReulNRW") + SECOND)


def refused(run: Run) -> str:
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text
    return run.complaints[0]


def test_the_plug_in_that_the_others_spoil_works(desk: Desk) -> None:
    install(desk)
    run = desk.check(*OPTIONS)
    assert run.code == 1, run.text
    assert [line.split(": ")[1][:7] for line in run.findings] == [
        "EVIL101",
        "NRW101 ",
        "EVIL101",
    ], run.text
    assert desk.check("--format", "evil", *OPTIONS).out == "evil\n"


def test_annotations_may_be_types_as_well_as_text(desk: Desk) -> None:
    install(desk, checks=CHECKS.replace("from __future__ import annotations\n", ""))
    assert desk.check(*OPTIONS).code == 1


PLATFORM = """
from linter.platforms.platform import Platform, after

PLATFORM = Platform(
    name="NAME",
    title="Forum",
    grammar=r"[a-z]{3,12}",
    says={"de": "Das Forum erlaubt Kleinbuchstaben.", "en": "The forum allows lower case letters."},
    domains=("forum.example",),
    profile=after("people"),
)
"""
ON_FORUM = """
  - {id: forum, platform: forum, handle: Innen_1, kind: ressort, url: "https://forum.example/people/other"}
"""


def test_a_plug_ins_platform_may_be_named_and_judges_its_handles(desk: Desk) -> None:
    points = "[amtlint.platforms]\nforum = evil.report:PLATFORM\n"
    install(desk, report=PLATFORM.replace("NAME", "forum"), points=points)
    desk.write("a.yaml", HEAD + ON_FORUM)
    run = desk.check("--select", "REG", "a.yaml")
    assert [line.split(": ")[1].split()[0] for line in run.findings] == ["REG005", "REG006"]
    assert "The forum allows" in run.text
    assert '"forum"' in desk.run("schema").out


def test_without_the_plug_in_its_platform_is_none(desk: Desk) -> None:
    desk.write("a.yaml", HEAD + ON_FORUM)
    run = desk.check("--select", "REG002", "a.yaml")
    assert [line.split(": ")[1].split()[0] for line in run.findings] == ["REG002"]


@pytest.mark.parametrize("name", ["x", "other"])
def test_a_platform_that_would_replace_a_built_in_or_is_misnamed_is_refused(
    desk: Desk, name: str
) -> None:
    points = "[amtlint.platforms]\nx = evil.report:PLATFORM\n"
    install(desk, report=PLATFORM.replace("NAME", name), points=points)
    assert "amtlint-evil" in refused(desk.check("--select", "REG", "a.yaml"))


FAULTY = {
    "says lacks a language": ('"en": "The forum allows lower case letters."', '"fr": "x"'),
    "a grammar that is none": ('r"[a-z]{3,12}"', 'r"[a-z"'),
    "a grammar that takes for ever": ('r"[a-z]{3,12}"', 'r"(a|a)*"'),
    "a domain that is no text": ('("forum.example",)', "(7,)"),
    "no function": ('after("people")', "7"),
    "a verification that nobody knows": ('title="Forum"', 'title="Forum", verification="maybe"'),
}


@pytest.mark.parametrize(("part", "by"), FAULTY.values(), ids=FAULTY)
def test_a_faulty_platform_is_one_line_and_the_other_rules_run(
    desk: Desk, part: str, by: str
) -> None:
    points = "[amtlint.platforms]\nforum = evil.report:PLATFORM\n"
    assert part in PLATFORM
    source = PLATFORM.replace("NAME", "forum").replace(part, by)
    install(desk, report=source, points=points)
    run = desk.check("--select", "NRW101", "a.yaml")
    assert "amtlint-evil" in refused(run)
    assert "NRW101" in run.text


@pytest.mark.parametrize("wrong", ["lambda address: 7", "lambda address: address.nothing"])
def test_a_platform_that_fails_in_the_run_is_named(desk: Desk, wrong: str) -> None:
    points = "[amtlint.platforms]\nforum = evil.report:PLATFORM\n"
    source = PLATFORM.replace("NAME", "forum").replace('after("people")', wrong)
    install(desk, report=source, points=points)
    desk.write("a.yaml", HEAD + ON_FORUM)
    run = desk.check("--select", "REG006,NRW101", "a.yaml")
    assert run.code == 2, run.text
    assert "forum: profile" in run.text
    assert "Traceback" not in run.text


LOADING = {
    "an error": "raise RuntimeError('boom')",
    "a syntax error": "def (:",
    "a name that is not there": "import nowhere_to_be_found",
    "leaving the program": "raise SystemExit(0)",
    "endless recursion": "def f(): f()\nf()",
    "no check": "evil = 'not a check'",
    "nothing of the name": "",
    "an error over several lines": "raise ValueError('one\\ntwo\\x1b[31m')",
}


@pytest.mark.parametrize("source", LOADING.values(), ids=LOADING)
def test_a_plug_in_that_cannot_be_loaded_is_exit_2_and_named(desk: Desk, source: str) -> None:
    install(desk, checks=source)
    run = desk.check(*OPTIONS)
    line = refused(run)
    assert "amtlint-evil" in line or "evil.check" in line
    assert "\x1b" not in run.text


RUNNING = {
    "an error": "raise RuntimeError('boom')",
    "an error after a finding": f"{GOOD_BODY}\n    raise RuntimeError('boom')",
    "leaving the program": "raise SystemExit(0)\n    yield",
    "endless recursion": "return evil.function(subject, params)",
    "too much memory": "x = 'x' * 10**12\n    yield",
    "a stop iteration": "raise StopIteration\n    yield",
    "nothing to iterate": "return None",
    "a text instead of an outcome": "yield 'boom'",
    "no placeholder": "yield Miss('handle')",
    "a cause that nobody knows": "yield Unknown('handle', 'no-such-cause')",
    "an address that is no text": "yield Miss(42, {'found': 'x'})",
    "an error over several lines": "raise ValueError('one\\ntwo\\x1b[31m')\n    yield",
}


@pytest.mark.parametrize("body", RUNNING.values(), ids=RUNNING)
def test_a_check_that_fails_is_exit_2_names_rule_and_account_and_hides_no_other_finding(
    desk: Desk, body: str
) -> None:
    install(desk, body=body)
    run = desk.check(*OPTIONS)
    assert run.code == 2, run.text
    assert 1 <= len(run.complaints) <= 2, run.text
    assert "EVIL101" in run.complaints[0]
    assert any(" NRW101 " in line for line in run.findings), run.text
    assert "\x1b" not in run.text


NOWHERE = {
    "a span in front of the value": ("subject.first('handle')", "span=(-5, 3)"),
    "a span behind it": ("subject.first('handle')", "span=(50, 99)"),
    "a span that ends behind it": ("subject.first('handle')", "span=(0, 10**9)"),
    "a span that ends before it begins": ("subject.first('handle')", "span=(5, 2)"),
    "a span of words": ("subject.first('handle')", "span=('a', 'b')"),
    "a span of what is absent": ("'bio'", "span=(0, 1)"),
    "a case that was not announced": ("'handle'", "variant='nope'"),
    "a field that there is not": ("'nope.nope'", ""),
}


@pytest.mark.parametrize(("at", "more"), NOWHERE.values(), ids=NOWHERE)
@pytest.mark.parametrize("form", ["full", "json", "sarif"])
def test_a_finding_that_points_nowhere_is_a_fault_of_the_check(
    desk: Desk, at: str, more: str, form: str
) -> None:
    install(desk, body=f"yield Miss({at}, {{'found': 'x'}}, {more})")
    run = desk.check("--format", form, *OPTIONS)
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text
    assert "EVIL101" in run.complaints[0]
    assert "NRW101" in run.out


def test_what_is_absent_may_be_named_by_its_number(desk: Desk) -> None:
    install(desk, body="yield Miss('links[3].url', {'found': 'x'})")
    assert desk.check(*OPTIONS).code == 1


NOISE = "print('noise')\n"


def test_what_a_plug_in_prints_spoils_no_report(desk: Desk) -> None:
    report = f"{NOISE}def render(result, options):\n    {NOISE}    return 'evil\\n'\n"
    checks = CHECKS.replace("@dataclass", f"{NOISE}@dataclass")
    install(desk, body=f"{NOISE}    {GOOD_BODY}\n    {NOISE}", checks=checks, report=report)
    run = desk.check("--format", "json", *OPTIONS)
    assert json.loads(run.out)["version"] == 1
    assert "noise" in run.err
    assert desk.check("--format", "evil", *OPTIONS).out == "evil\n"


@pytest.mark.parametrize("checks", ["import nowhere_to_be_found", "evil = 'not a check'"])
def test_what_does_not_need_the_broken_plug_in_is_done_all_the_same(
    desk: Desk, checks: str
) -> None:
    install(desk, checks=checks)
    run = desk.check("--select", "NRW101", "a.yaml")
    assert (run.code, len(run.complaints)) == (2, 1), run.text
    assert "amtlint-evil" in run.complaints[0]
    assert [line.split(": ")[1][:7] for line in run.findings] == ["NRW101 "]
    words = ("waive", "NRW101", "--account", "im-nrw-x", "--reason", "x", "--until", "2026-12-31")
    run = desk.run(*words, "--as-of", "2026-11-25", "--diff", "a.yaml")
    assert (run.code, len(run.complaints)) == (2, 1), run.text
    assert "+    waivers:" in run.out
    told = {"rules": "NRW101", "explain NRW101": "NRW101", "name ReulNRW": "Reul"}
    for words, expected in told.items():
        run = desk.run(*words.split(), "--lang", "de")
        assert run.code == 2, run.text
        assert expected in run.out
        assert len(run.err.splitlines()) == 1, run.err
        assert "lässt sich nicht laden" in run.err


def test_a_pack_of_a_plug_in_that_does_not_hold_leaves_the_others_in_force(desk: Desk) -> None:
    install(desk)
    desk.write("site/evil/evil/pack.yaml", PACK.replace("id: evil", "id: other"))
    run = desk.check("--select", "NRW101", "a.yaml")
    assert (run.code, len(run.complaints)) == (2, 1), run.text
    assert "evil/pack.yaml:1:5" in run.complaints[0]
    assert len(run.findings) == 1


CHOSEN = {
    "called for": (("--pack", "evil"), ""),
    "configured": (("--config", "c.yaml"), "c.yaml:1:8: "),
}


@pytest.mark.parametrize(("words", "place"), CHOSEN.values(), ids=CHOSEN)
def test_a_pack_that_is_missing_is_told_with_the_plug_in_s_own_fault(
    desk: Desk, words: tuple[str, ...], place: str
) -> None:
    install(desk)
    desk.write("c.yaml", "packs: [evil]\n")
    desk.write("site/evil/evil/EVIL101-handle-recorded.yaml", RULE.replace(": warning", ": grave"))
    told = refused(desk.check(*words, "a.yaml"))
    assert told.startswith(f"{place}There is no rule pack “evil”. A plug-in that is broken may")
    assert "EVIL101-handle-recorded.yaml:5:11: “grave” is not a possible value" in told
    german = desk.run("check", "--lang", "de", *words, "a.yaml").err
    assert (
        "„evil“ gibt es nicht. Vielleicht bringt es ein Plug-in mit, das fehlerhaft ist" in german
    )
    desk.write("site/evil/evil/EVIL101-handle-recorded.yaml", RULE)
    assert desk.check(*words, "a.yaml").code == 1


def test_a_registry_is_not_blamed_for_a_pack_that_a_broken_plug_in_brings(desk: Desk) -> None:
    install(desk)
    desk.write("a.yaml", "packs: [evil]\n" + HEAD)
    desk.write("site/evil/evil/EVIL101-handle-recorded.yaml", RULE.replace(": warning", ": grave"))
    run = desk.check("--select", "REG002", "a.yaml")
    assert "EVIL101-handle-recorded.yaml:5:11" in refused(run)
    assert run.findings == []
    desk.write("site/evil/evil/EVIL101-handle-recorded.yaml", RULE)
    desk.write("a.yaml", "packs: [evli]\n" + HEAD)
    assert len(desk.check("--select", "REG002", "a.yaml").findings) == 1


REPORTERS = {
    "an error": "def render(result, options): raise RuntimeError('boom')",
    "leaving the program": "def render(result, options): raise SystemExit(0)",
    "no text": "def render(result, options): return 42",
    "no function": "render = 42",
    "no module": "raise RuntimeError('boom')",
}


@pytest.mark.parametrize("report", REPORTERS.values(), ids=REPORTERS)
def test_a_reporter_that_fails_is_exit_2_and_named(desk: Desk, report: str) -> None:
    install(desk, report=report)
    assert "evil" in refused(desk.check("--format", "evil", *OPTIONS))


POINTS = {
    "a module that is not there": "[amtlint.checks]\nevil.check = nowhere:evil\n",
    "a pack that is not there": "[amtlint.packs]\nevil = nowhere\n",
    "a pack without pack.yaml": "[amtlint.packs]\nevil = evil\n",
    "a name without a prefix": "[amtlint.checks]\nevil = evil.checks:evil\n",
    "the name of a built-in check": "[amtlint.checks]\nmatches = evil.checks:evil\n",
    "no target": "[amtlint.checks]\nevil.check =\n",
}


@pytest.mark.parametrize("points", POINTS.values(), ids=POINTS)
def test_an_entry_point_that_leads_nowhere_is_exit_2(desk: Desk, points: str) -> None:
    install(desk, points=points)
    assert "evil" in refused(desk.check("--select", "NRW101", "a.yaml"))


def test_a_plug_in_of_another_program_is_not_even_loaded(desk: Desk) -> None:
    install(
        desk,
        checks="raise RuntimeError('boom')",
        points="[other.checks]\nevil.check = evil.checks:evil\n",
    )
    assert desk.check("--select", "NRW101", "a.yaml").code == 1
