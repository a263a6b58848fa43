"""The documentation says what is true: generated pages are fresh, examples run, links lead somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from linter import __version__
from linter.cli.main import build
from linter.cli.rules_check import examined
from linter.config import load_config
from linter.crawl.asking import answered
from linter.crawl.capture import Capture
from linter.platforms.profile import Wanted
from linter.report.options import Options
from linter.run import RunOptions, lint
from linter.watched import watched_reader

PROJECT = Path(__file__).parents[2]
DOCS = PROJECT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *(PROJECT / "examples").rglob("*.md")])
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def blocks(page: Path, language: str) -> list[str]:
    return [body for kind, body in BLOCK.findall(page.read_text("utf-8")) if kind == language]


def generate(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(project / "docs" / "generate.py"), *words],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_generated_pages_are_up_to_date():
    done = generate(PROJECT, "--check")
    assert done.stderr == ""
    assert done.returncode == 0


def test_a_stale_a_missing_and_a_left_over_page_are_named(tmp_path):
    for name in ("docs", "linter", "rules"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=ignore)
    assert generate(tmp_path).returncode == 0
    (tmp_path / "docs" / "config.md").write_text("stale\n")
    (tmp_path / "docs" / "rules" / "SUP003.md").unlink()
    (tmp_path / "docs" / "rules" / "OLD001.md").write_text("left over\n")
    done = generate(tmp_path, "--check")
    assert done.returncode == 1
    told = [line.partition(":")[0] for line in done.stderr.splitlines()]
    assert told == ["docs/config.md", "docs/rules/SUP003.md", "docs/rules/OLD001.md"]
    assert generate(tmp_path).returncode == 0
    assert generate(tmp_path, "--check").returncode == 0


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize(
    "page",
    [
        *PAGES,
        *sorted(DOCS.glob("packs/*.md")),
        DOCS / "rules" / "README.md",
        DOCS / "rules" / "SUP003.md",
    ],
    ids=lambda page: page.name,
)
def test_every_link_leads_somewhere(page):
    for link in LINK.findall(page.read_text("utf-8")):
        if link.startswith(("http:", "https:")):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target), link


def command_lines(page: Path) -> list[str]:
    lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
    lines += [line.strip("- ") for block in blocks(page, "yaml") for line in block.splitlines()]
    lines += re.findall(r"`(amtlint [^`]+)`", page.read_text("utf-8"))
    lines = [line.strip().removeprefix("run: ").removeprefix("entry: ") for line in lines]
    return [line for line in lines if line.startswith("amtlint ")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_line_shown_uses_commands_and_options_that_exist(page):
    group = build("en")
    for line in command_lines(page):
        words = shlex.split(line, comments=True)[1:]
        command = group.get_command(None, words[0])
        assert command is not None, line
        if hasattr(command, "commands") and not words[1].startswith("-"):
            command = command.commands[words[1]]
        known = {option for parameter in command.params for option in parameter.opts}
        used = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert used <= known | {"--help"}, line


def test_an_output_that_a_page_shows_is_run_again():
    filled = run_path(str(DOCS / "pages" / "outputs.py"))["filled"]
    page = "<!-- output: amtlint --version -->\n```text\nold\n```\n```\nkept\n```\n"
    assert filled(page, PROJECT) == page.replace("old", f"amtlint {__version__}")


def test_the_rule_of_the_guide_is_in_order(tmp_path):
    (rule,) = (b for b in blocks(DOCS / "writing-rules.md", "yaml") if b.startswith("code:"))
    pack = tmp_path / "house-rules"
    pack.mkdir()
    (pack / "HOUSE001-umlaut-in-handle.yaml").write_text(rule, encoding="utf-8")
    (pack / "pack.yaml").write_text(
        "id: house-rules\ntitle: {de: a, en: a}\ndescription: {de: a, en: a}\n"
    )
    (pack / "sources.yaml").write_text(
        "hausordnung: {title: {de: a, en: a}, short: {de: a, en: a}, kind: guideline, date: ''}\n"
    )
    for name, head in (("facts/authorities", "authorities:"), ("schema/house", "account:")):
        (data,) = (b for b in blocks(DOCS / "writing-rules.md", "yaml") if b.startswith(head))
        (pack / name).parent.mkdir()
        (pack / f"{name}.yaml").write_text(data, encoding="utf-8")
    problems, rules = examined(str(pack))
    assert [problem.render("en") for problem in problems] == []
    assert [rule.code for rule in rules] == ["HOUSE001"]


def test_the_check_of_the_guide_is_the_one_of_the_example_plug_in():
    code = blocks(DOCS / "writing-checks-and-plugins.md", "python")[0]
    module = (PROJECT / "examples/plugin/amtlint_acme/uniform.py").read_text("utf-8")
    head, _, rest = code.partition("\n\n")
    assert head in module
    assert rest.strip() in module


def test_the_reporter_of_the_guide_tells_what_is_open(tmp_path):
    code = blocks(DOCS / "writing-checks-and-plugins.md", "python")[1]
    names: dict[str, Any] = {}
    exec(f"from __future__ import annotations\n{code}", names)
    file = tmp_path / "r.yaml"
    file.write_text("registry: 1\naccounts:\n  - {id: a, platform: x, handle: a b}\n", "utf-8")
    result = lint(RunOptions(as_of=date(2026, 11, 25), paths=(str(file),)))
    told = names["lines"](result, Options(lang="de")).splitlines()
    assert f"{file}:3 REG005" in " ".join(told)
    assert len(told) == len(result.open("info"))


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b'{"handle": "aue", "name": "Stadt Aue", "bio": "", "links": [{"label": "", "url": "a"}]}', "Stadt Aue"),
        (b'{"handle": "aue"}', None),
        (None, None),
    ],
)  # fmt: skip
def test_the_reader_of_the_guide_reads_a_profile(tmp_path, body, name):
    code = blocks(DOCS / "writing-checks-and-plugins.md", "python")[-1]
    (tmp_path / "nebenan.py").write_text(code, encoding="utf-8")
    platform = run_path(str(tmp_path / "nebenan.py"))["nebenan"]
    fault = "" if body else "timeout"

    def answer(ask):
        return Capture(ask.url, ask.url, 200 if body else None, fault, body=body or b"")

    found = answered(watched_reader(platform.reader)(Wanted("nebenan", "aue")), answer)
    assert getattr(found, "name", None) == name
    assert [one.url for one in found.seen] == ["https://nebenan.example/aue.json"]
    assert getattr(found, "fault", "") == fault
    assert (platform.name, platform.handle_problem("aue")) == ("nebenan", None)


def test_the_example_of_every_configuration_key_is_accepted(tmp_path):
    lines = re.findall(
        r"^\| `([\w-]+)` \|.*\| `(.+)` \|$", (DOCS / "config.md").read_text("utf-8"), re.MULTILINE
    )
    keys = dict(lines)
    assert {"registry", "packs", "fail-on", "lang"} <= set(keys)
    config = tmp_path / ".amtlint.yaml"
    config.write_text("".join(f"{key}: {value}\n" for key, value in keys.items()))
    assert load_config(str(config)).lang == keys["lang"]


def test_the_licence_is_the_whole_eupl():
    text = (PROJECT / "LICENSE").read_text("utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    for article in range(1, 16):
        assert re.search(rf"^{article}\.", text, re.MULTILINE), article
    assert "Appendix" in text
