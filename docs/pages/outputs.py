"""What a page shows as a command's output is what the command prints.

A block below `<!-- output: amtlint check … -->` is filled by running that command in the
checkout.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OUTPUT = re.compile(
    r"^(<!-- output: amtlint (?P<words>.*?) -->\n```\w*\n)(?P<shown>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def filled(text: str, project: Path) -> str:
    """The page with its outputs brought up to date."""

    def fill(match: re.Match[str]) -> str:
        return f"{match[1]}{printed(match['words'], project)}```"

    return OUTPUT.sub(fill, text)


def printed(words: str, project: Path) -> str:
    """What the checkout's program prints; findings and errors included."""
    done = subprocess.run(  # noqa: S603 - the documentation's own command lines
        [sys.executable, "-m", "linter", *shlex.split(words)],
        cwd=project,
        env={**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "PYTHONPATH": str(project)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout
