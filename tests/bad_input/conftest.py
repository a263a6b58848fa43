"""Every run is the real command in a process of its own, with ten seconds and 500 MB at most."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "linter"]
SECONDS = 10
BYTES = 500 * 1024 * 1024


@dataclass
class Run:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        return self.out + self.err

    @property
    def findings(self) -> list[str]:
        """The lines of concise output that are findings."""
        return [line for line in self.out.splitlines() if "[error]" in line or "[warning]" in line]

    @property
    def complaints(self) -> list[str]:
        """What was refused: the lines on stderr that are errors, without the word itself."""
        lead = "amtlint: error: "
        return [line[len(lead) :] for line in self.err.splitlines() if line.startswith(lead)]


@dataclass
class Desk:
    """A folder of its own, and the command run in it."""

    path: Path
    env: dict[str, str] = field(default_factory=dict)

    def write(self, name: str, content: str | bytes) -> str:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    def run(self, *arguments: str, stdin: bytes | None = None) -> Run:
        done = subprocess.run(
            [*COMMAND, *arguments],
            cwd=self.path,
            env=self.env,
            input=stdin if stdin is not None else b"",
            capture_output=True,
            timeout=SECONDS,
            check=False,
            preexec_fn=_bound,
        )
        run = Run(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in run.text, run.text
        assert run.code in (0, 1, 2, 3), (run.code, run.text)
        return run

    def check(self, *arguments: str, stdin: bytes | None = None) -> Run:
        """`amtlint check` in English, one line a finding, about the registry's form only."""
        return self.run(
            "check",
            "--lang",
            "en",
            "--format",
            "concise",
            "--as-of",
            "2026-11-25",
            *arguments,
            stdin=stdin,
        )


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled rulebook, made once: these runs are about their input."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def desk(tmp_path: Path, cache: Path) -> Desk:
    # PYTHONSAFEPATH: the folder that is linted must not be where modules come from
    env = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(PROJECT),
        "PYTHONSAFEPATH": "1",
        "PYTHONUTF8": "1",
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(cache),
    }
    return Desk(tmp_path, env)
