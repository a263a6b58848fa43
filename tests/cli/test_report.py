"""`amtlint report`."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from test_completion import complete

WEB = Path(__file__).parents[2] / "fixtures" / "web"
REGISTRY = """\
registry: 1
authority: im-nrw
accounts:
  - id: im-x
    platform: x
    handle: Innenminister_Reul
    kind: ressort
    waivers: [{code: NRW403, reason: "Beantragt.", until: 2026-12-31, approved_by: LPA}]
"""


@pytest.fixture
def result(amtlint) -> str:
    Path("accounts.yaml").write_text(REGISTRY)
    amtlint(
        *("check", "accounts.yaml", "--as-of", "2026-11-25", "--show-suppressed"),
        *("--output", "json=result.json", "--format", "concise"),
    )
    return "result.json"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_json_of_a_check_becomes_a_page_in_either_language(amtlint, result, lang):
    called = amtlint("report", result, "--output", "r.html", "--lang", lang)
    assert (called.code, called.out, called.err) == (0, "", "")
    text = Path("r.html").read_text("utf-8")
    assert f'<html lang="{lang}">' in text
    assert "Innenminister_Reul" in text
    assert "Beantragt." in text
    assert ("Person&#x27;s name in the handle" in text) == (lang == "en")


def test_markdown_is_chosen_by_the_option_or_by_the_file(amtlint, result):
    printed = amtlint("report", result, "--format", "markdown")
    amtlint("report", result, "--output", "r.md")
    assert printed.out.startswith("# Report on social-media accounts\n")
    assert Path("r.md").read_text("utf-8") == printed.out
    amtlint("report", result, "--output", "r.md", "--format", "html")
    assert Path("r.md").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_night_with_its_evidence_becomes_a_report(amtlint):
    night = amtlint(
        *("crawl", str(WEB / "accounts.yaml"), "--replay", str(WEB / "night")),
        *("--as-of", "2026-11-25", "--format", "json", "--history", "n.sqlite"),
    )
    Path("n.json").write_text(night.out, "utf-8")
    text = amtlint("report", "n.json", "--lang", "de").out
    for word in (
        "SHA-256 des Inhalts",
        "Klickweg",
        "Was nicht geprüft werden konnte",
        "Seit der letzten Nacht",
    ):
        assert word in text


def test_only_another_rulebook_is_called_another(amtlint, result):
    words = "The run used a different rulebook"
    page = amtlint("report", str(result), "--format", "markdown", "--lang", "en").out
    assert "## The rules and their reasons" in page
    assert words not in page
    said = json.loads(Path(result).read_text(encoding="utf-8"))
    said["tool"]["rulebook"] = "sha256:" + "0" * 64
    Path("other.json").write_text(json.dumps(said), encoding="utf-8")
    assert words in amtlint("report", "other.json", "--format", "markdown", "--lang", "en").out


def test_a_run_can_be_piped_in(amtlint, result, monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(Path(result).read_bytes()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert amtlint("report", "-").out == amtlint("report", result).out


def test_the_title_is_the_users_and_is_escaped(amtlint, result):
    called = amtlint("report", result, "--title", "Bericht <b>Nr. 1</b>")
    assert "<h1>Bericht &lt;b&gt;Nr. 1&lt;/b&gt;</h1>" in called.out
    assert amtlint("report", result, "--title", "  ").code == 2


@pytest.mark.parametrize("output", ["result.json", "accounts.yaml"])
def test_neither_the_result_nor_the_registry_is_overwritten(amtlint, result, output):
    before = Path(output).read_bytes()
    called = amtlint("report", result, "--output", output)
    assert called.code == 2
    assert output in called.err
    assert Path(output).read_bytes() == before


def test_the_same_run_gives_the_same_report(amtlint, result):
    assert amtlint("report", result).out == amtlint("report", result).out


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", "registry: 1\n", '{"version": 1, "pages": []}']
)
def test_what_is_no_result_is_one_line_and_exit_2(amtlint, content):
    Path("x.json").write_text(content)
    called = amtlint("report", "x.json", "--output", "r.html")
    assert called.code == 2
    assert called.err.startswith("amtlint: error: x.json")
    assert called.err.count("\n") == 1
    assert not Path("r.html").exists()


def test_a_file_that_is_not_there_is_exit_2(amtlint):
    called = amtlint("report", "nix.json")
    assert called.code == 2
    assert called.err.count("\n") == 1


def test_an_unknown_option_gets_a_suggestion(amtlint):
    called = amtlint("report", "x.json", "--titel", "a")
    assert called.code == 2
    assert "'--title'" in called.err.partition("Did you mean")[2]


def test_the_shell_completes_formats():
    assert complete("report r.json --format m") == ["markdown"]


def test_a_house_that_only_the_registry_knows_has_its_name(amtlint):
    house = "  - {id: stadt-a, names: [Stadt Auental], kind: city, jurisdiction: hessen}\n"
    account = "  - {id: a, platform: x, handle: a_b_c, kind: authority, authority: stadt-a}\n"
    Path("r.yaml").write_text(f"registry: 1\nauthorities:\n{house}accounts:\n{account}")
    amtlint("check", "r.yaml", "--select", "DSE301", "--output", "json=r.json")
    assert "Stadt Auental (stadt-a)" in amtlint("report", "r.json", "--format", "markdown").out


def test_a_result_that_is_not_there_is_told_with_how_one_is_made(amtlint):
    called = amtlint("report", "none.json")
    assert called.code == 2
    assert (
        "none.json: The file cannot be read (No such file or directory). Check the path"
        in called.err
    )
    assert "--output json=FILE" in called.err
