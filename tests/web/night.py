"""One crawl of some scenarios by the command line, and what it found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.web.scenarios import Scenario
    from tests.web.site import Site
    from tests.web.web import Web

ROOT = Path(__file__).parents[2]
CONFIG = {
    "contact": "https://www.example.org/amtlint",
    "network": {"passes": 1, "waits": [1.2], "interval": 0.02},
}
"""Later passes come soon here: the web is ours."""


@dataclass(slots=True)
class Night:
    """What a run wrote; findings by account."""

    code: int
    out: str
    err: str
    findings: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def report(self) -> dict[str, Any]:
        """The JSON."""
        return json.loads(self.out)

    def fails(self, account: str) -> set[str]:
        """The codes found."""
        return {f["code"] for f in self.findings.get(account, ()) if f["outcome"] == "fail"}

    def unknown(self, account: str) -> dict[str, str]:
        """The codes that could not be decided, with the cause."""
        return {
            f["code"]: f["cause"]
            for f in self.findings.get(account, ())
            if f["outcome"] == "unknown"
        }


def served(scenarios: Iterable[Scenario]) -> dict[str, Site]:
    """The sites of all scenarios; no two may speak for one host."""
    sites: dict[str, Site] = {}
    for scenario in scenarios:
        mine = scenario.sites(scenario.city)
        assert not sites.keys() & mine.keys(), scenario.name
        sites |= mine
    return sites


def registry(
    scenarios: Iterable[Scenario], packs: tuple[str, ...] = ("impressum", "privacy")
) -> str:
    """A registry with an account for each scenario."""
    every = list(scenarios)
    return yaml.safe_dump(
        {
            "registry": 1,
            "packs": list(packs),
            "authorities": [scenario.authority() for scenario in every],
            "accounts": [scenario.entry() for scenario in every],
        },
        allow_unicode=True,
        sort_keys=False,
    )


def written(folder: Path, text: str, config: Mapping[str, Any] = CONFIG) -> Path:
    """A folder with registry and config; returns the registry."""
    (folder / ".amtlint.yaml").write_text(yaml.safe_dump(dict(config)), encoding="utf-8")
    path = folder / "registry.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def command(path: Path, web: Web, *words: str, resolve: Iterable[str] = ()) -> list[str]:
    """The words of a crawl."""
    return [
        *(sys.executable, "-m", "linter", "crawl", str(path), "--format", "json"),
        *web.options(*resolve),
        *("--timeout", "3", "--as-of", "2026-11-25"),
        *words,
    ]


def environment() -> dict[str, str]:
    """The environment of a call: nothing of the user's, no proxy."""
    kept = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "TMPDIR", "SYSTEMROOT"}}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}


def crawl(path: Path, web: Web, *words: str, resolve: Iterable[str] = ()) -> Night:
    """Run the command to its end."""
    return called(command(path, web, *words, resolve=resolve), path.parent)


def called(words: list[str], folder: Path) -> Night:
    """What these words come to."""
    done = subprocess.run(
        words,
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return read(done.returncode, done.stdout, done.stderr)


def read(code: int, out: str, err: str) -> Night:
    """What a run wrote."""
    night = Night(code, out, err)
    if code in {0, 1} and out:
        for finding in night.report["findings"]:
            night.findings.setdefault(finding["account"], []).append(finding)
    return night
