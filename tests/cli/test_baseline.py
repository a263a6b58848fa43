from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from linter.cli import baseline

FILE = ".amtlint-baseline.json"
DAY = ("--as-of", "2026-11-25")
LATER = ("--as-of", "2027-02-01")

PACK = """\
id: own
title: {de: Hausregeln, en: House rules}
description: {de: Was das Haus verlangt., en: What the house asks for.}
"""
SOURCES = """\
order:
  title: {de: Hausordnung, en: House rules}
  short: {de: Hausordnung, en: House rules}
  kind: guideline
  date: 2025-01-01
"""
RULE = """\
code: OWN101
name: umlaut-in-handle
since: "1"
status: stable
severity: warning
duty: should
title: {de: Umlaut im Handle, en: Umlaut in handle}
source: [{document: order, section: "1"}]
applies_to: {kinds: [ressort]}
tags: [naming]
needs: [registry]
check:
  matches: {fields: [handle], none: ["[äöü]"]}
message: {de: "Das Handle enthält „{found}“.", en: "The handle contains “{found}”."}
why: {de: Umlaute gehen verloren., en: Umlauts get lost.}
remedy: {de: Ausschreiben., en: Spell it out.}
waivable: {longest_days: 30}
reviewed: {by: the house, on: 2026-01-01}
examples:
  - good: "handle: koeln"
  - bad: "handle: köln"
"""


def account(name: str, handle: str) -> str:
    return f"  - {{id: {name}, platform: x, handle: {handle}, kind: ressort, authority: im-nrw}}\n"


def write(path: str, *accounts: str, head: str = "") -> None:
    Path(path).write_text(f"{head}registry: 1\naccounts:\n" + "".join(accounts), encoding="utf-8")


@pytest.fixture
def registry(amtlint) -> Path:
    write("r.yaml", account("a", "HerbertReul"), account("b", "Minister_Reul"))
    return Path("r.yaml")


def entries() -> list[dict]:
    return json.loads(Path(FILE).read_text(encoding="utf-8"))["entries"]


def open_handles(amtlint, *words: str) -> list[str]:
    called = amtlint("check", "--format", "json", "--select", "NRW101", *DAY, *words)
    assert called.code in (0, 1)
    found = [f for f in json.loads(called.out)["findings"] if f["status"] == "open"]
    assert called.code == (1 if found else 0)
    return [f["handle"] for f in found]


def test_adopted_findings_are_not_open_any_more(amtlint, registry):
    assert open_handles(amtlint) == ["HerbertReul", "Minister_Reul"]
    called = amtlint("baseline", "adopt", *DAY)
    assert called.code == 0
    assert called.out.startswith(f"{FILE}: ")
    assert open_handles(amtlint) == []
    assert open_handles(amtlint, "--no-baseline") == ["HerbertReul", "Minister_Reul"]


def test_without_a_command_it_adopts(amtlint, registry):
    assert amtlint("baseline").code == 0
    plain = Path(FILE).read_bytes()
    for words in (("r.yaml",), ("--lang", "de"), ("--lang=de", "r.yaml"), (".",)):
        Path(FILE).unlink()
        assert amtlint("baseline", *words).code == 0
        assert Path(FILE).read_bytes() == plain


def test_a_misspelt_command_is_no_path(amtlint, registry):
    called = amtlint("baseline", "adpot")
    assert called.code == 2
    assert "adpot" in called.err
    assert not Path(FILE).exists()


def test_new_lines_and_a_new_name_of_the_file_change_nothing(amtlint, registry):
    amtlint("baseline", *DAY)
    registry.unlink()
    Path("sub").mkdir()
    accounts = (account("c", "IM_NRW"), account("b", "Minister_Reul"), account("a", "HerbertReul"))
    write("sub/new.yaml", *accounts, head="# moved\n\n")
    assert open_handles(amtlint) == []


def test_a_swap_is_not_hidden(amtlint, registry):
    amtlint("baseline", *DAY)
    write("r.yaml", account("a", "HendrikWuest"), account("b", "Minister_Reul"))
    assert open_handles(amtlint) == ["HendrikWuest"]


def test_two_runs_write_the_same_bytes(amtlint, registry):
    amtlint("baseline", *DAY)
    first = Path(FILE).read_bytes()
    amtlint("baseline", *LATER)
    assert Path(FILE).read_bytes() == first


def test_the_paths_in_it_are_seen_from_its_own_folder(amtlint, registry, monkeypatch):
    Path("sub").mkdir()
    amtlint("baseline", *DAY)
    first = Path(FILE).read_bytes()
    monkeypatch.chdir("sub")
    assert amtlint("baseline", "..", "--baseline", f"../{FILE}", *DAY).code == 0
    assert Path("..", FILE).read_bytes() == first
    assert {entry["path"] for entry in json.loads(first)["entries"]} == {"r.yaml"}


def test_adopting_step_by_step_by_rule(amtlint, registry):
    amtlint("baseline", "--select", "NRW101", *DAY)
    assert {entry["code"] for entry in entries()} >= {"NRW101"}
    assert {entry["code"] for entry in entries()} <= {"NRW101", "REG002"}


def test_update_takes_up_what_is_new_and_drops_what_is_gone(amtlint, registry):
    amtlint("baseline", "--select", "NRW101", *DAY)
    write("r.yaml", account("a", "HerbertReul"), account("c", "HendrikWuest"))
    called = amtlint("baseline", "update", "--select", "NRW101", *LATER)
    assert called.out.startswith(f"{FILE}: 2 known, 1 taken up, 1 removed (")
    assert [(entry["account"], entry["first_seen"]) for entry in entries()] == [
        ("a", "2026-11-25"),
        ("c", "2027-02-01"),
    ]


def test_prune_only_drops(amtlint, registry):
    amtlint("baseline", "--select", "NRW101", *DAY)
    write("r.yaml", account("a", "HerbertReul"), account("c", "HendrikWuest"))
    called = amtlint("baseline", "prune", "--lang", "de")
    assert called.out.startswith(f"{FILE}: 1 bekannt, 0 neu aufgenommen, 1 gestrichen (")
    assert open_handles(amtlint) == ["HendrikWuest"]


def test_prune_leaves_the_packs_alone_that_were_not_asked_for(amtlint, registry):
    amtlint("baseline", *DAY)
    before = entries()
    assert {entry["code"][:3] for entry in before} >= {"NRW", "DSE"}
    amtlint("baseline", "prune", "--pack", "privacy", *DAY)
    assert entries() == before


def test_prune_leaves_alone_what_was_not_looked_at(amtlint, registry):
    write("other.yaml", account("z", "HendrikWuest"))
    amtlint("baseline", "--select", "NRW101", *DAY)
    write("r.yaml", account("a", "IM_NRW"))
    write("other.yaml", account("z", "IM_NRW"))
    amtlint("baseline", "prune", "--select", "NRW102", *DAY)
    assert len(entries()) == 3
    amtlint("baseline", "prune", "r.yaml", *DAY)
    assert [entry["account"] for entry in entries()] == ["z"]
    amtlint("baseline", "prune", *DAY)
    assert entries() == []


def test_prune_does_not_take_a_broken_file_for_a_clean_one(amtlint, registry):
    amtlint("baseline", "--select", "NRW101", *DAY)
    before = entries()
    registry.write_text("registry: 1\naccounts: [\n", encoding="utf-8")
    write("other.yaml", account("z", "IM_NRW"))
    assert amtlint("baseline", "prune", *DAY).code == 0
    assert entries() == before


def test_prune_keeps_what_a_house_lacks_while_one_of_its_files_is_broken(amtlint):
    house = "authorities:\n  - {id: stadt-a, names: [A], kind: city, jurisdiction: hessen}\n"
    first = "  - {id: a, platform: website, handle: a.de, kind: authority}\n"
    Path("a.yaml").write_text(f"registry: 1\nauthority: stadt-a\n{house}accounts:\n{first}")
    entry = "  - {id: b, platform: instagram, handle: stadt_a, kind: authority}\n"
    other = f"registry: 1\nauthority: stadt-a\naccounts:\n{entry}"
    Path("b.yaml").write_text(other)
    amtlint("baseline", "adopt", "--select", "DSE301", *DAY)
    assert [known["code"] for known in entries()] == ["DSE301"]
    Path("b.yaml").write_text(f"{other}x: [\n")
    called = amtlint("baseline", "prune", *DAY)
    assert [known["code"] for known in entries()] == ["DSE301"]
    assert called.err == (
        "amtlint: b.yaml cannot be read in full; what depends on it stays in the baseline.\n"
    )


def test_what_cannot_be_read_at_all_stops_the_command(amtlint, registry):
    Path("bad.yaml").write_bytes(b"registry: 1\n\xff\xfe")
    called = amtlint("baseline", "r.yaml", "bad.yaml")
    assert called.code == 2
    assert "bad.yaml:2:1" in called.err
    assert not Path(FILE).exists()


def test_nothing_to_check_is_exit_3_and_writes_nothing(amtlint):
    assert amtlint("baseline").code == 3
    assert not Path(FILE).exists()


def test_findings_about_waivers_are_not_taken_up(amtlint):
    waived = account("a", "HerbertReul").replace("}", ", waivers: [{code: NRW101}]}")
    write("r.yaml", waived)
    amtlint("baseline", "--select", "NRW101,SUP", *DAY)
    assert {entry["code"] for entry in entries()} == {"NRW101"}


def test_show_names_rule_age_and_message_oldest_first(amtlint, registry):
    amtlint("baseline", "--select", "NRW101", *DAY)
    write("r.yaml", account("a", "HerbertReul"), account("A", "HendrikWuest"))
    amtlint("baseline", "--select", "NRW101", *LATER)
    called = amtlint("baseline", "show", "--as-of", "2027-03-01")
    lines = called.out.splitlines()
    assert [line.split("  ")[:3] for line in lines] == [
        ["since 2026-11-25 (96 days)", "NRW101", "a"],
        ["since 2026-11-25 (96 days)", "NRW101", "b"],
        ["since 2027-02-01 (28 days)", "NRW101", "A"],
    ]
    german = amtlint("baseline", "show", "--as-of", "2027-03-01", "--lang", "de").out
    assert german.startswith("seit 25.11.2026 (96 Tage)  NRW101  a  handle: ")
    shown = amtlint("baseline", "show", "--format", "json").out
    assert shown == Path(FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [("baseline",), ("baseline", "show"), ("check", ".")])
def test_a_broken_baseline_is_exit_2_with_its_place(amtlint, registry, command):
    Path(FILE).write_text('{\n  "version": 1,\n  "entries": [{}]\n}\n', encoding="utf-8")
    called = amtlint(*command)
    assert called.code == 2
    assert f"{FILE}:3:15: " in called.err
    assert called.err.count("\n") == 1


@pytest.mark.parametrize("command", [("baseline", "show"), ("baseline", "prune"), ("check",)])
def test_a_baseline_that_is_named_but_missing_is_exit_2(amtlint, registry, command):
    called = amtlint(*command, "--baseline", "none.json")
    assert called.code == 2
    assert "none.json" in called.err


def test_the_configs_baseline_is_used(amtlint, registry):
    Path(".amtlint.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    assert amtlint("baseline", "--select", "NRW101", *DAY).code == 0
    assert Path("known.json").exists()
    assert open_handles(amtlint) == []


def test_the_shell_completes_its_commands():
    command = baseline.command("en")
    complete = ShellComplete(command, {}, "baseline", "_X")
    assert [item.value for item in complete.get_completions([], "")] == [
        "adopt",
        "prune",
        "show",
        "update",
    ]


def test_of_several_who_adopt_at_once_none_is_lost(amtlint, at_once, registry):
    codes = ["NRW101", "NRW102", "NRW401", "NRW402", "NRW403"]
    done = at_once([["baseline", "adopt", "--select", code, *DAY] for code in codes])
    assert [(one.returncode, one.stderr) for one in done] == [(0, "")] * len(codes)
    assert sorted({entry["code"] for entry in entries()}) == codes


@pytest.mark.parametrize("step", ["adopt", "update", "prune"])
def test_a_renamed_rule_is_neither_taken_up_nor_removed(amtlint, registry, step):
    pack = Path("own")
    pack.mkdir()
    (pack / "pack.yaml").write_text(PACK, encoding="utf-8")
    (pack / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    rule = pack / "OWN101-umlaut-in-handle.yaml"
    rule.write_text(RULE, encoding="utf-8")
    Path(".amtlint.yaml").write_text("pack-paths: [own]\npacks: [own]\n", encoding="utf-8")
    write("r.yaml", account("a", "köln"))
    first = amtlint("baseline", "--select", "OWN101", "r.yaml", "--as-of", "2026-01-10")
    assert "1 known, 1 taken up, 0 removed" in first.out
    text = RULE.replace("code: OWN101", "code: OWN201\nredirects: [OWN101]")
    rule.unlink()
    rule.with_name("OWN201-umlaut-in-handle.yaml").write_text(text, encoding="utf-8")
    called = amtlint("baseline", step, "--select", "OWN201", "r.yaml", *DAY)
    assert "1 known, 0 taken up, 0 removed" in called.out
    assert [entry["first_seen"] for entry in entries()] == ["2026-01-10"]


@pytest.mark.parametrize("step", ["adopt", "update", "prune"])
def test_standard_input_has_no_baseline(amtlint, registry, step):
    called = amtlint("baseline", step, "-")
    assert (called.code, Path(FILE).exists()) == (2, False)
    assert "not to standard input. Name the file" in called.err
    assert "Nennen Sie die Datei" in amtlint("baseline", step, "-", "--lang", "de").err


def test_a_baseline_of_a_newer_version_is_not_to_be_deleted(amtlint, registry):
    Path(FILE).write_text('{"version": 99, "entries": []}')
    called = amtlint("check", *DAY)
    assert called.code == 2
    assert f"{FILE}:1:13: A newer version of amtlint wrote this baseline (format 99)." in called.err
    assert "delete" not in called.err


OTHERS = {
    "a registry": "registry: 1\naccounts: []\n",
    "a result": '{"version": "0.1.0", "findings": [{"fingerprint": "ab"}]}',
    "something in JSON": '{"entries": [], "version": "1.2"}',
    "nothing": "",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("command", [("baseline", "adopt"), ("baseline", "show"), ("check",)])
def test_no_one_is_told_to_delete_what_is_no_baseline(amtlint, registry, command, text):
    Path("other").write_text(text, encoding="utf-8")
    called = amtlint(*command, "--baseline", "other")
    assert called.code == 2
    assert called.err.startswith("amtlint: error: other: This is no baseline. Name another file;")
    assert "delete" not in called.err
    assert Path("other").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "text",
    ['{\n  "version": 1,\n<<<<<<< ours\n  "entries": []\n}\n', '{"entries": [{"fingerprint": "a"'],
)
def test_a_baseline_that_a_merge_broke_can_be_made_anew(amtlint, registry, text):
    Path(FILE).write_text(text, encoding="utf-8")
    assert "After a merge keep both sides" in amtlint("check").err
