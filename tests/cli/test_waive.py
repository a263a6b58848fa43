from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

REGISTRY = """registry: 1
authority: im-nrw
authorities:
  - id: im-nrw   # records of the house
accounts:
  - id: im-nrw-x
    platform: x
    handle: IM_NRW
    kind: ressort
    status: closed
  # the old page
  - id: im-nrw-fb
    platform: facebook
    handle: im.nrw
    kind: ressort
    status: closed
"""
CLOSED = ("REG009", "--reason", "Tag nicht aktenkundig", "--as-of", "2026-11-25")


@pytest.fixture
def file(amtlint) -> Path:
    path = Path("r.yaml")
    path.write_text(REGISTRY, encoding="utf-8")
    return path


def waive(amtlint, *words: str, account: str = "im-nrw-x"):
    return amtlint("waive", *CLOSED, "--account", account, *words)


def open_codes(amtlint, *words: str) -> list[str]:
    called = amtlint(
        "check", "--format", "json", "--select", "REG,SUP,DSE304", "--as-of", "2026-11-25", *words
    )
    findings = json.loads(called.out)["findings"]
    return sorted(
        f"{f['code']} {f['account']}".strip()
        for f in findings
        if (f["status"], f["outcome"]) == ("open", "fail")
    )


def test_the_waiver_is_written_and_holds(amtlint, file):
    before = open_codes(amtlint)
    called = waive(amtlint, "--until", "2027-03-31", "--approved-by", "LPA")
    assert (called.code, called.err) == (0, "")
    assert called.out == (
        "r.yaml:11: waiver of REG009 for “im-nrw-x” written, valid until 2027-03-31 (inclusive).\n"
    )
    new = (
        "    waivers:\n      - code: REG009\n"
        '        reason: "Tag nicht aktenkundig"\n'
        "        until: 2027-03-31\n        approved_by: LPA\n"
    )
    cut = REGISTRY.index("  # the old page")
    assert file.read_text(encoding="utf-8") == REGISTRY[:cut] + new + REGISTRY[cut:]
    assert open_codes(amtlint) == [code for code in before if code != "REG009 im-nrw-x"]


def test_the_rule_may_be_named_instead_of_numbered(amtlint, file):
    called = amtlint(
        "waive", "closed-without-end", "--account", "im-nrw-x", "--reason", "x", "--until",
        "2026-12-01", "--as-of", "2026-11-25",
    )  # fmt: skip
    assert called.code == 0
    assert "- code: REG009" in file.read_text(encoding="utf-8")


def test_the_change_can_be_looked_at_first(amtlint, file):
    called = waive(amtlint, "--until", "2027-03-31", "--diff")
    assert "+      - code: REG009\n" in called.out
    assert called.out.startswith("--- r.yaml\n+++ r.yaml\n")
    assert file.read_text(encoding="utf-8") == REGISTRY


def test_what_concerns_the_house_is_waived_at_the_authority(amtlint, file):
    file.write_text(REGISTRY.replace("closed", "active"), encoding="utf-8")
    assert "DSE304" in open_codes(amtlint)
    words = ("waive", "DSE304", "--reason", "Konzept in Mitzeichnung", "--until", "2027-03-31")
    called = amtlint(*words, "--authority", "im-nrw")
    assert called.code == 0
    assert "  - id: im-nrw   # records of the house\n    waivers:\n" in file.read_text("utf-8")
    assert not any(code.startswith(("DSE304", "REG002", "SUP")) for code in open_codes(amtlint))


def refused(amtlint, file, *words: str, place: str = "") -> str:
    called = amtlint(*words)
    assert called.code == 2
    assert called.err.startswith(f"amtlint: error: {place}")
    assert called.err.count("\n") == 1
    assert file.read_text(encoding="utf-8") == REGISTRY
    return called.err


def test_a_rule_that_permits_no_waiver_is_refused(amtlint, file):
    words = ("waive", "REG003", "--account", "im-nrw-x", "--reason", "x")
    assert "A waiver of REG003 is not permitted" in refused(amtlint, file, *words)


@pytest.mark.parametrize("until", [(), ("--until", "2027-11-26")])
def test_a_term_beyond_the_rules_limit_is_refused_with_the_last_possible_day(amtlint, file, until):
    words = ("waive", *CLOSED, "--account", "im-nrw-x", *until)
    assert "--until 2027-11-25" in refused(amtlint, file, *words)


def test_a_day_that_has_passed_is_refused(amtlint, file):
    words = ("waive", *CLOSED, "--account", "im-nrw-x", "--until", "2026-11-24")
    assert "already passed" in refused(amtlint, file, *words)


def test_an_unknown_rule_gets_a_suggestion(amtlint, file):
    words = ("waive", "REG0O9", "--account", "im-nrw-x", "--reason", "x")
    assert "REG009" in refused(amtlint, file, *words)


def test_an_unknown_account_gets_a_suggestion(amtlint, file):
    words = ("waive", *CLOSED, "--until", "2027-03-31", "--account", "im-nrw-y")
    assert "Did you mean im-nrw-x" in refused(amtlint, file, *words)


def test_an_empty_reason_is_none(amtlint, file):
    words = ("waive", "REG009", "--account", "im-nrw-x", "--reason", " ", "--until", "2027-03-31")
    assert "reason is empty" in refused(amtlint, file, *words, "--as-of", "2026-11-25")


def test_bytes_that_are_no_text_are_refused(amtlint, file):
    words = ("waive", "REG009", "--account", "im-nrw-x", "--reason", "\udcff", "--until")
    assert "UTF-8" in refused(amtlint, file, *words, "2027-03-31", "--as-of", "2026-11-25")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("DSE304", "--account", "im-nrw-x"), "--authority"),
        (("REG009", "--authority", "im-nrw", "--until", "2027-03-31"), "--account"),
        (("REG009", "--until", "2027-03-31"), "either --account or --authority"),
        (("REG009", "--account", "a", "--authority", "b", "--until", "2027-03-31"), "either"),
    ],
)
def test_the_wrong_place_is_refused(amtlint, file, words, hint):
    error = refused(amtlint, file, "waive", *words, "--reason", "x", "--as-of", "2026-11-25")
    assert hint in error


def test_a_second_waiver_of_the_same_rule_is_refused_with_the_place_of_the_first(amtlint, file):
    assert waive(amtlint, "--until", "2027-03-31").code == 0
    called = waive(amtlint, "--until", "2027-04-30")
    assert called.code == 2
    assert called.err.startswith("amtlint: error: r.yaml:12:9: There is already a waiver of REG009")


def test_an_id_in_two_files_needs_the_file(amtlint, file):
    Path("copy.yaml").write_text(REGISTRY, encoding="utf-8")
    words = ("waive", *CLOSED, "--until", "2027-03-31", "--account", "im-nrw-x")
    assert "copy.yaml, r.yaml" in refused(amtlint, file, *words)
    assert amtlint(*words, "copy.yaml").code == 0
    assert file.read_text(encoding="utf-8") == REGISTRY


def test_a_broken_file_is_left_alone(amtlint, file):
    broken = REGISTRY + "  - id: [\n"
    file.write_text(broken, encoding="utf-8")
    called = waive(amtlint, "--until", "2027-03-31")
    assert called.code == 2
    assert "r.yaml:1" in called.err
    assert file.read_text(encoding="utf-8") == broken


def test_permissions_and_links_stay(amtlint, file):
    file.chmod(0o640)
    link = Path("link.yaml")
    link.symlink_to(file)
    assert waive(amtlint, "--until", "2027-03-31", "link.yaml").code == 0
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert "REG009" in file.read_text(encoding="utf-8")
    assert sorted(path.name for path in Path().iterdir()) == ["link.yaml", "r.yaml"]


def test_german_is_spoken_on_demand(amtlint, file):
    called = waive(amtlint, "--until", "2027-03-31", "--lang", "de")
    assert "Ausnahme von REG009 für „im-nrw-x“ eingetragen" in called.out
    assert "gültig bis einschließlich 31.03.2027" in called.out


def test_an_authority_that_only_the_packs_know_is_to_be_entered_first(amtlint):
    Path("r.yaml").write_text(
        "registry: 1\nauthority: stadt-dortmund\naccounts:\n"
        "  - {id: a, platform: x, handle: stadtdortmund, kind: authority}\n",
        encoding="utf-8",
    )
    words = ("--authority", "stadt-dortmund", "--reason", "Im Januar", "--until", "2026-12-31")
    called = amtlint("waive", "DO114", *words, "--as-of", "2026-11-25", "r.yaml")
    assert called.code == 2
    assert "Add the entry “- id: stadt-dortmund” under “authorities:”." in called.err


def test_in_a_file_that_cannot_be_read_the_account_is_not_called_absent(amtlint, file):
    file.write_text(REGISTRY + "\t# tab\n", encoding="utf-8")
    called = waive(amtlint, "--until", "2027-03-31", "r.yaml")
    assert called.code == 2
    assert "r.yaml:17:1" in called.err
    assert "YAML" in called.err


def test_of_several_who_waive_at_once_none_is_lost(amtlint, at_once):
    Path("r.yaml").write_text(
        "registry: 1\nauthority: im-nrw\naccounts:\n"
        "  - id: a\n    platform: x\n    handle: IM_NRW\n    kind: ressort\n"
    )
    codes = ["NRW401", "NRW402", "NRW403", "NRW405", "NRW401"]
    words = ["--account", "a", "--reason", "x", "--until", "2026-12-31", "--as-of", "2026-11-25"]
    done = at_once([["waive", code, *words, "r.yaml"] for code in codes])
    assert sorted(one.returncode for one in done) == [0, 0, 0, 0, 2], [one.stderr for one in done]
    written = re.findall(r"code: (\w+)", Path("r.yaml").read_text())
    assert sorted(written) == ["NRW401", "NRW402", "NRW403", "NRW405"]


def test_a_waiver_of_what_the_rule_does_not_tell_is_written_with_a_remark(amtlint, file):
    words = ("--account", "im-nrw-x", "--reason", "x", "--until", "2026-12-31")
    called = amtlint("waive", "NRW101", *words, "--as-of", "2026-11-25")
    assert called.code == 0
    assert called.err == (
        "amtlint: NRW101 reports nothing for “im-nrw-x” at present; so `amtlint check` calls the "
        "waiver unused (SUP001).\n"
    )
    assert "SUP001 im-nrw-x" in open_codes(amtlint, "--extend-select", "NRW101")


def test_a_waiver_that_is_needed_needs_no_remark(amtlint, file):
    assert waive(amtlint, "--until", "2027-03-31").err == ""
    file.write_text(REGISTRY.replace("status: closed", "status: active"), encoding="utf-8")
    house = ("--authority", "im-nrw", "--reason", "x", "--until", "2026-12-31")
    assert amtlint("waive", "DSE304", *house, "--as-of", "2026-11-25", "--diff").err == ""


def test_a_waiver_of_what_only_a_crawl_could_tell_needs_no_remark(amtlint, file):
    words = ("--account", "im-nrw-x", "--reason", "x", "--until", "2026-12-31", "--diff")
    called = amtlint("waive", "IMP104", *words, "--as-of", "2026-11-25")
    assert (called.code, called.err) == (0, "")


def test_the_example_of_the_documentation_is_a_waiver_that_is_needed(amtlint):
    page = (Path(__file__).parents[2] / "docs" / "waivers-and-baseline.md").read_text("utf-8")
    (line,) = set(re.findall(r"^amtlint (waive .*)$", page, re.MULTILINE))
    (name,) = set(re.findall(r"- id: (\S+-x)\n", page))
    (shown,) = set(re.findall(r"profile_name: (.*?)  # amtlint", page))
    Path("r.yaml").write_text(
        f"registry: 1\nauthority: mhkbd-nrw\naccounts:\n  - id: {name}\n    platform: x\n"
        f"    handle: MHKBD_NRW\n    kind: ressort\n    profile_name: {shown}\n"
    )
    called = amtlint(*shlex.split(line), "--as-of", "2026-11-25")
    assert (called.code, called.err) == (0, "")


def test_standard_input_is_not_written_to(amtlint, file):
    called = waive(amtlint, "-")
    assert (called.code, "Nothing can be written to standard input" in called.err) == (2, True)
