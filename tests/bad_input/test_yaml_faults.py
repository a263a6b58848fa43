"""Broken YAML that can be read as text gets REG findings with a place, and hides nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from specimen import ACCOUNT, HEAD

if TYPE_CHECKING:
    from conftest import Desk

SYNTAX = {
    "an unclosed quote": ("    bio: 'Hier\n", "8:10"),
    "an unclosed double quote": ('    bio: "Hier\n', "8:10"),
    "an unclosed list": ("    links: [{label: Impressum\n", None),
    "a list closed with the wrong bracket": ("    links: [a}\n", "8:14"),
    "an indentation that fits nothing": ("   bio: x\n", "8:4"),
    "a tab as indentation": ("\tbio: x\n", "8:1"),
    "a value that begins with @": ("    bio: @IM_NRW\n", "8:10"),
    "a value that begins with a backtick": ("    bio: `x`\n", "8:10"),
    "a second colon": ("    bio: Referat: Presse\n", "8:17"),
    "an unknown escape": ('    bio: "C:\\Users"\n', None),
    "half a surrogate pair": ('    bio: "\\uD800"\n', None),
    "a key that is no text": ("    ? [a, b]\n    : x\n", "8:7"),
    "a duplicate key": ("    handle: other\n", "8:5"),
    "a key twice with the same value": ("    handle: IM_NRW\n", "8:5"),
    "an anchor that nobody set": ("    bio: *nowhere\n", "8:10"),
    "an alias to itself": ("    links: &loop [*loop]\n", "8:19"),
    "a merge of text": ("    <<: text\n", "8:5"),
    "a Python tag": ("    bio: !!python/name:os.system x\n", "8:10"),
    "a binary tag": ("    bio: !!binary aGFsbG8=\n", "8:10"),
    "a tag of one's own": ("    bio: !secret x\n", "8:10"),
    "a second document": ("---\nregistry: 1\n", "8:1"),
    "a control character": ("    bio: a\x07b\n", "8:11"),
    "a lone directive": ("%YAML 9.9\n", None),
}


@pytest.mark.parametrize(("line", "place"), SYNTAX.values(), ids=SYNTAX)
def test_each_fault_is_one_finding_at_its_place(desk: Desk, line: str, place: str | None) -> None:
    desk.write("a.yaml", HEAD + line)
    run = desk.check("--select", "REG001,REG002", "a.yaml")
    assert run.code == 1, run.text
    assert len(run.findings) == 1, run.text
    assert run.findings[0].startswith(f"a.yaml:{place}: REG001 " if place else "a.yaml:")
    assert " REG001 [error] " in run.findings[0]


def test_a_tag_runs_nothing(desk: Desk) -> None:
    desk.write("a.yaml", HEAD + '    bio: !!python/object/apply:os.system ["touch pwned"]\n')
    run = desk.check("--select", "REG001", "a.yaml")
    assert run.code == 1
    assert not (desk.path / "pwned").exists()


@pytest.mark.parametrize("line", [line for line, _ in SYNTAX.values()], ids=SYNTAX)
def test_no_fault_in_one_file_hides_the_findings_of_another(desk: Desk, line: str) -> None:
    desk.write("a.yaml", HEAD + line)
    desk.write(
        "b.yaml", HEAD.replace("id: im-nrw-x", "id: b").replace("platform: x", "platform: twitter")
    )
    run = desk.check("--select", "REG001,REG002", "a.yaml", "b.yaml")
    assert run.code == 1
    assert [line for line in run.findings if line.startswith("b.yaml:5:15: REG002 ")], run.text


def test_a_broken_account_hides_no_other_account_of_its_file(desk: Desk) -> None:
    desk.write(
        "a.yaml",
        HEAD
        + "  - id: broken\n    handle: 'x\n"
        + ACCOUNT.replace("im-nrw-x", "b").replace("IM_NRW", "ReulNRW"),
    )
    run = desk.check("a.yaml")
    assert run.code == 1
    assert any(" REG001 " in line for line in run.findings), run.text
    assert any(" NRW101 " in line for line in run.findings), run.text


DEEP = {
    "flow lists": "    links: " + "[" * 100_000,
    "closed flow lists": "    links: " + "[" * 50_000 + "]" * 50_000 + "\n",
    "flow mappings": "    links: " + "{a: " * 50_000,
    "block lists": "    links:\n      " + "- " * 20_000 + "x\n",
    "block mappings": "".join(f"{' ' * (4 + n)}a:\n" for n in range(1_500)),
    "question marks": "    " + "? " * 20_000 + "x\n",
}


@pytest.mark.parametrize("line", DEEP.values(), ids=DEEP)
def test_deep_nesting_is_refused_in_one_line(desk: Desk, line: str) -> None:
    desk.write("a.yaml", HEAD + line)
    run = desk.check("--select", "REG001,REG002", "a.yaml")
    assert run.code in (1, 2), run.text
    lines = run.findings or run.complaints
    assert len(lines) == 1, run.text[:2000]
    assert lines[0].startswith("a.yaml:")
    assert len(run.text) < 2_000


def bomb(levels: int, width: int) -> str:
    first = "    a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    return first + "".join(
        f"    a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]\n" for n in range(1, levels)
    )


def test_an_alias_bomb_does_not_go_off(desk: Desk) -> None:
    desk.write("a.yaml", HEAD + bomb(30, 10))
    run = desk.check("a.yaml")
    assert run.code == 1
    (line,) = [line for line in run.findings if " REG001 " in line]
    assert "Aliases and merges" in line
    assert len(run.text) < 20_000


def test_a_bomb_of_merges_does_not_go_off(desk: Desk) -> None:
    keys = ", ".join(f"k{n}: v" for n in range(1000))
    merges = "".join(f"    m{n}: {{<<: *big, a: b}}\n" for n in range(20_000))
    desk.write("a.yaml", HEAD + f"    big: &big {{{keys}}}\n" + merges)
    run = desk.check("--select", "REG001", "a.yaml")
    assert run.code in (1, 2)
    assert len(run.text) < 20_000


def test_accounts_that_are_all_one_alias_stay_bounded(desk: Desk) -> None:
    accounts = (
        "  - &one {id: a, platform: x, handle: IM_NRW, kind: ressort}\n" + "  - *one\n" * 20_000
    )
    desk.write("a.yaml", "registry: 1\nauthority: im-nrw\naccounts:\n" + accounts)
    run = desk.check("--select", "REG001,REG002", "a.yaml")
    assert run.code in (0, 1, 2)


HUGE = {
    "a huge value": f"    bio: {'x' * 5_000_000}\n",
    "a huge quoted value": f'    bio: "{"ä" * 2_000_000}"\n',
    "a huge block text": "    bio: |\n" + "      Zeile um Zeile\n" * 200_000,
    "a huge key": f"    {'x' * 1000}: y\n",
}


@pytest.mark.parametrize("line", HUGE.values(), ids=HUGE)
def test_a_huge_scalar_is_one_short_finding(desk: Desk, line: str) -> None:
    desk.write("a.yaml", HEAD + line)
    run = desk.check("--select", "REG001,REG002", "a.yaml")
    assert run.code == 1, run.text[:2000]
    assert len(run.findings) == 1
    assert run.findings[0].startswith("a.yaml:8:")
    assert len(run.text) < 2_000


@pytest.mark.parametrize("form", ["json", "full", "sarif"])
@pytest.mark.parametrize("field", ["handle", "profile_name"])
def test_a_huge_name_is_read_in_time_and_repeated_by_no_report(
    desk: Desk, field: str, form: str
) -> None:
    text = HEAD + "    profile_name: IM NRW\n"
    old = {"handle": "handle: IM_NRW", "profile_name": "profile_name: IM NRW"}[field]
    desk.write("a.yaml", text.replace(old, f"{field}: {'Reul' * 500_000}"))
    run = desk.check("a.yaml", "--format", form)
    assert run.code == 1
    assert {"handle": "NRW101", "profile_name": "NRW103"}[field] in run.out
    assert "REG002" in run.out
    assert len(run.out) < 1_500_000


def test_a_million_keys_are_read_in_time(desk: Desk) -> None:
    desk.write("a.yaml", HEAD + "".join(f"    k{n}: v\n" for n in range(200_000)))
    run = desk.check("--select", "REG001", "a.yaml")
    assert run.code == 1


def test_thousands_of_syntax_errors_do_not_take_for_ever(desk: Desk) -> None:
    accounts = "".join(f"  - id: a{n}\n    handle: 'x\n    platform: x\n" for n in range(5_001))
    desk.write("a.yaml", "registry: 1\naccounts:\n" + accounts)
    run = desk.check("--select", "REG001", "a.yaml")
    assert run.code == 1


COMMENT = "  # amtlint: ignore[REG005] until=2026-12-31 -- weil"


def test_thousands_of_waivers_below_each_other_do_not_take_for_ever(desk: Desk) -> None:
    desk.write("a.yaml", HEAD + f"{COMMENT}\n" * 20_000 + "  - id: b\n    platform: x\n")
    run = desk.check("--select", "SUP001,REG005", "a.yaml", "--output", "json=a.json")
    assert run.code == 1
    found = json.loads((desk.path / "a.json").read_text("utf-8"))["findings"]
    assert sum(one["code"] == "SUP001" for one in found) == 20_000


def test_nor_do_those_of_thousands_of_accounts(desk: Desk) -> None:
    accounts = "".join(
        f"  - id: a{n}{COMMENT}\n    platform: x\n    handle: a{n}\n" for n in range(4_000)
    )
    desk.write("a.yaml", "registry: 1\naccounts:\n" + accounts)
    run = desk.check("--select", "SUP001,REG005", "a.yaml", "--output", "json=a.json")
    assert run.code == 1
    found = json.loads((desk.path / "a.json").read_text("utf-8"))["findings"]
    assert {one["account"] for one in found if one["code"] == "SUP001"} == {
        f"a{n}" for n in range(4_000)
    }


@pytest.mark.parametrize(
    "form", ["full", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown"]
)
def test_every_format_stays_clean_of_what_a_broken_file_says(desk: Desk, form: str) -> None:
    desk.write("a.yaml", HEAD + "    b\u202eio\u200b: '\u001b[31mx'\n")
    run = desk.run("check", "--format", form, "--lang", "en", "--select", "REG", "a.yaml")
    assert run.code == 1
    for character in "\u202e\u200b\u001b":
        assert character not in run.text
    if form in ("json", "sarif", "gitlab"):
        json.loads(run.out)


LINE_ENDS = {"CRLF": "\r\n", "CR": "\r", "mixed": None}


@pytest.mark.parametrize("ending", LINE_ENDS.values(), ids=LINE_ENDS)
def test_other_line_ends_are_read_and_counted_alike(desk: Desk, ending: str | None) -> None:
    text = HEAD + "    statuss: active\n"
    text = text.replace("\n", "\r\n", 3) if ending is None else text.replace("\n", ending)
    desk.write("a.yaml", text)
    run = desk.check("--select", "REG002", "a.yaml")
    assert run.code == 1
    assert [line.split(" ")[0] for line in run.findings] == ["a.yaml:8:5:"], run.text


def test_a_byte_order_mark_is_no_fault_and_shifts_no_column(desk: Desk) -> None:
    desk.write("a.yaml", "\ufeff" + HEAD)
    assert desk.check("--select", "REG001,REG002", "a.yaml").code == 0
    desk.write("b.yaml", "\ufeff{registry: 1, acounts: []}")
    run = desk.check("--select", "REG001,REG002", "b.yaml")
    assert run.findings[0].startswith("b.yaml:1:15: REG002 "), run.text
