"""Formats for programs are UTF-8 on a standard output of any encoding; for people, it is the terminal's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

REGISTRY = """\
registry: 1
authority: stadt-a
authorities:
  - {id: stadt-a, names: [Stadt Łódź-Süd], jurisdiction: nrw, kind: city}
accounts:
  - {id: a1, platform: x, handle: "Städt-A", kind: authority}
"""


@pytest.fixture(params=["cp1252", "ascii", "utf-16"])
def spoken(request, tmp_path):
    """Call the program on a standard output of an encoding; its bytes."""
    (tmp_path / "a.yaml").write_text(REGISTRY, encoding="utf-8")
    (tmp_path / "t.csv").write_text("Plattform;Handle;Behörde\nX;a;Stadt Łódź-Süd\n", "utf-8")
    root = str(Path(__file__).parents[2])
    environ = {**os.environ, "PYTHONIOENCODING": request.param, "PYTHONPATH": root}

    def call(*words: str) -> bytes:
        done = subprocess.run(
            [sys.executable, "-m", "linter", *words, "--lang", "de"],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=environ,
        )
        assert done.stdout, done.stderr
        return done.stdout

    return call


def test_formats_for_programs_are_utf_8(spoken, tmp_path):
    told = json.loads(spoken("check", "a.yaml", "--select", "REG005", "--format", "json").decode())
    assert told["findings"][0]["handle"] == "Städt-A"
    junit = spoken("check", "a.yaml", "--select", "REG005", "--format", "junit").decode()
    assert "Städt-A" in junit
    (tmp_path / "r.json").write_text(json.dumps(told), encoding="utf-8")
    assert "Städt-A" in spoken("report", "r.json").decode()
    assert "Behörde" in json.dumps(json.loads(spoken("schema").decode()), ensure_ascii=False)
    assert json.loads(spoken("explain", "REG005", "--format", "json").decode())["rules"]


def test_a_registry_on_standard_output_is_utf_8(spoken):
    made = yaml.safe_load(spoken("import", "t.csv", "--output", "-").decode())
    assert made["authorities"][0]["names"] == ["Stadt Łódź-Süd"]
