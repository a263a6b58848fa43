"""A registry file that cannot be looked at: what was known of it stands, and the run says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

WEB = Path(__file__).parents[2] / "fixtures" / "web"
SECOND = "museum-website"
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:0a1b\nsize 12\n"
VAULT = "$ANSIBLE_VAULT;1.1;AES256\n6231\n"
HOUSE = """registry: 1
authority: stadt-x
authorities: [{id: stadt-x, names: [Stadt X], kind: city, jurisdiction: hessen}]
accounts:
  - {id: a, platform: x, handle: stadtx, kind: authority, status: active}
"""
NEW = """registry: 1
authority: stadt-x
accounts:
  - {id: a, platform: x, handle: stadtx, kind: authority, status: active}
"""
UNREAD = {
    "empty": b"",
    "a pointer": POINTER.encode(),
    "encrypted": VAULT.encode(),
    "torn": b"\0" * 50,
    "without its marker": HOUSE.partition("\n")[2].encode(),
    "another text": b"services: {}\n",
}


def split(folder: Path) -> str:
    """The small web's registry in two files of a folder; the text of the second one."""
    data = yaml.safe_load((WEB / "accounts.yaml").read_text(encoding="utf-8"))
    apart = [one for one in data["accounts"] if one["id"] == SECOND]
    first = {**data, "accounts": [one for one in data["accounts"] if one["id"] != SECOND]}
    second = {**data, "authorities": [], "accounts": apart}
    folder.mkdir()
    (folder / "a.yaml").write_text(yaml.safe_dump(first, allow_unicode=True), encoding="utf-8")
    return yaml.safe_dump(second, allow_unicode=True)


def of_second(report: dict) -> dict[str, str]:
    """The account's open findings, by code, and what has become of each."""
    return {
        f["code"]: f["change"]
        for f in report["findings"]
        if f["account"] == SECOND and f["outcome"] == "fail"
    }


@pytest.mark.parametrize("how", UNREAD)
@pytest.mark.parametrize("named", [False, True], ids=["folder", "file"])
def test_what_was_found_in_a_file_that_cannot_be_looked_at_stands(amtlint, tmp_path, how, named):
    folder = tmp_path / "accounts"
    text = split(folder)
    paths = [str(folder / "a.yaml"), str(folder / "b.yaml")] if named else [str(folder)]
    night = ("crawl", *paths, "--replay", str(WEB / "night"), "--as-of", "2026-11-25")
    night += ("--history", str(tmp_path / "n.db"), "--format", "json")
    (folder / "b.yaml").write_text(text, encoding="utf-8")
    before = of_second(json.loads(amtlint(*night).out))
    assert before
    (folder / "b.yaml").write_bytes(UNREAD[how])
    called = amtlint(*night)
    report = json.loads(called.out)
    assert of_second(report) == dict.fromkeys(before, "still")
    assert report["gone"] == []
    if not named or how == "torn":  # else REG002 says it, at the file itself
        assert called.code == 2
        assert str(folder / "b.yaml") in called.err
        assert str(folder / "b.yaml") in "".join(report["errors"])
    (folder / "b.yaml").write_text(text, encoding="utf-8")
    assert set(of_second(json.loads(amtlint(*night).out)).values()) == {"still"}


def test_accounts_that_were_moved_or_taken_out_with_their_file_are_no_gap(amtlint, tmp_path):
    folder = tmp_path / "accounts"
    text = split(folder)
    night = ("crawl", str(folder), "--replay", str(WEB / "night"), "--as-of", "2026-11-25")
    night += ("--history", str(tmp_path / "n.db"), "--format", "json")
    (folder / "b.yaml").write_text(text, encoding="utf-8")
    amtlint(*night)
    (folder / "c.yaml").write_text(text, encoding="utf-8")
    (folder / "b.yaml").write_text("services: {}\n")
    moved = amtlint(*night)
    assert (moved.code, moved.err) == (1, "")
    (folder / "b.yaml").unlink()
    (folder / "c.yaml").unlink()
    left = json.loads(amtlint(*night).out)
    assert of_second(left) == {}
    assert {one["account"] for one in left["gone"]} >= {SECOND}


@pytest.mark.parametrize("how", [how for how in UNREAD if how != "torn"])
def test_the_baseline_keeps_what_hangs_on_it_and_checking_says_so(amtlint, how):
    Path(".amtlint.yaml").write_text("registry: [.]\n")
    Path("a.yaml").write_text(HOUSE)
    Path("b.yaml").write_text(NEW.replace("id: a, platform: x", "id: b, platform: instagram"))
    amtlint("baseline", "adopt")
    before = Path(".amtlint-baseline.json").read_text()
    Path("b.yaml").write_bytes(UNREAD[how])
    called = amtlint("baseline", "prune")
    assert "b.yaml cannot be read in full" in called.err
    assert Path(".amtlint-baseline.json").read_text() == before
    checked = amtlint("check", "--format", "concise")
    assert checked.code == 2
    assert "b.yaml: The baseline knows findings of this file" in checked.err
    Path("b.yaml").unlink()  # taken out for good
    assert amtlint("check", "--format", "concise").code == 0
    assert amtlint("baseline", "prune").err == ""
    assert len(Path(".amtlint-baseline.json").read_text()) < len(before)


@pytest.mark.parametrize("how", [*UNREAD, "missing", "broken"])
def test_a_gap_in_the_rest_of_the_registry_is_told_and_accuses_nobody(amtlint, how):
    Path(".amtlint.yaml").write_text("registry: [haus.yaml, neu.yaml]\n")
    Path("neu.yaml").write_text(NEW)
    words = ("check", "neu.yaml", "--select", "REG", "--format", "json")
    Path("haus.yaml").write_text(HOUSE)
    whole = json.loads(amtlint(*words).out)["findings"]
    assert {f["code"] for f in whole} == {"REG003", "REG004"}
    Path("haus.yaml").write_bytes({**UNREAD, "broken": b"registry: 1\naccounts: [\n"}.get(how, b""))
    if how == "missing":
        Path("haus.yaml").unlink()
    called = amtlint(*words)
    assert called.code == 2
    assert "haus.yaml" in called.err
    found = {f["code"]: (f["outcome"], f.get("cause")) for f in json.loads(called.out)["findings"]}
    assert found == {"REG007": ("unknown", "registry-in-part")}


def test_an_account_of_no_authority_is_told_whatever_another_file_holds(amtlint):
    Path("a.yaml").write_text(HOUSE.replace("authority: stadt-x\n", ""))
    Path("b.yaml").write_text("registry: 1\nauthorities: [\n")
    for broken, outcome in (("b.yaml", "fail"), ("a.yaml", "unknown")):
        words = ("check", ".", "--select", "REG007", "--format", "json")
        found = json.loads(amtlint(*words).out)["findings"]
        assert {f["code"]: f["outcome"] for f in found}["REG007"] == outcome, broken
        with Path("a.yaml").open("a") as stream:
            stream.write("  - a: b: c\n")  # it has `authorities`, too, and cannot be read in full


@pytest.mark.parametrize("text", [POINTER, VAULT, f"-----BEGIN PGP MESSAGE-----\n\n{'a' * 64}\n"])
def test_a_file_of_which_nobody_sees_what_is_in_it_is_named(amtlint, text):
    Path("a.yaml").write_text(HOUSE)
    Path("secrets.yaml").write_text(text)
    Path("compose.yaml").write_text("services: {}\n")
    called = amtlint("check", ".", "--select", "REG", "--format", "concise")
    assert called.code == 0
    assert "secrets.yaml was passed over: its content is encrypted" in called.err
    assert "compose.yaml" not in called.err
