"""The program as a user calls it, in this process: words in, exit code and both outputs back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from linter.cli.main import main


@dataclass(frozen=True)
class Called:
    code: int
    out: str
    err: str


Program = Callable[..., Called]


@pytest.fixture
def amtlint(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Program:
    """Call the program in an empty folder, in English unless told otherwise."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.delenv("AMTLINT_LANG", raising=False)
    monkeypatch.chdir(tmp_path_factory.mktemp("here"))

    def call(*words: str) -> Called:
        with pytest.raises(SystemExit) as end:
            main(list(words))
        written = capsys.readouterr()
        assert isinstance(end.value.code, int)
        return Called(end.value.code, written.out, written.err)

    return call


Calls = list[list[str]]


@pytest.fixture
def at_once() -> Callable[[Calls], list[subprocess.CompletedProcess[str]]]:
    """Several calls of the program in this folder, side by side."""
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    run = partial(subprocess.run, capture_output=True, text=True, check=False, env=environ)

    def call(calls: Calls) -> list[subprocess.CompletedProcess[str]]:
        with ThreadPoolExecutor(len(calls)) as pool:
            return list(pool.map(run, [[sys.executable, "-m", "linter", *one] for one in calls]))

    return call


PACK = {
    "pack.yaml": """\
id: hausregeln
title: {de: Hausregeln, en: House rules}
description: {de: Regeln des Hauses., en: The house's own rules.}
""",
    "sources.yaml": """\
hausordnung:
  title: {de: Hausordnung, en: House rules}
  short: {de: Hausordnung, en: House rules}
  kind: guideline
  date: "2026-01-01"
""",
    "HAUS001-umlaut-in-handle.yaml": """\
code: HAUS001
name: umlaut-in-handle
redirects: [HAUS900]
since: "1.0"
status: stable
severity: warning
duty: should
title: {de: Umlaut im Handle, en: Umlaut in handle}
source:
  - {document: hausordnung, section: "Nr. 3", quote: "Handles sollen keine Umlaute enthalten."}
applies_to: {}
tags: [naming]
needs: [registry]
check:
  matches: {fields: [handle], none: ["[äöüß]"]}
message:
  de: "Der Handle enthält „{found}“."
  en: "The handle contains “{found}”."
why:
  de: "Nach Nr. 3 der Hausordnung sollen Handles keine Umlaute enthalten."
  en: "By no. 3 of the house rules, handles should have no umlauts."
remedy:
  de: "Den Umlaut ausschreiben."
  en: "Spell the umlaut out."
waivable: {longest_days: 365}
reviewed: {by: Rechtsamt, on: 2026-11-25}
examples:
  - good: |
      handle: muenster
      kind: authority
  - bad: |
      handle: münster
      kind: authority
    finds: [{at: handle, text: ü}]
""",
}


@pytest.fixture
def house_pack(tmp_path: Path) -> Path:
    """A user's own pack of one rule, in order."""
    folder = tmp_path / "hausregeln"
    folder.mkdir()
    for name, text in PACK.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
