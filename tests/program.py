"""The program in a process of its own, as a person calls it, and a small registry for it."""

from __future__ import annotations

import os
import subprocess
import sys

GOOD = """\
registry: 1
authority: stadt-x
authorities:
  - {id: stadt-x, names: [Stadt X], kind: city, jurisdiction: hessen, domains: [stadt-x.de]}
accounts:
  - id: a
    platform: x
    handle: StadtX
    kind: authority
    url: https://x.com/StadtX
    profile_name: Stadt X
    impressum: https://stadt-x.de/impressum
    privacy: https://stadt-x.de/datenschutz
"""


def amtlint(*words, cwd=None, stdin=None, **environ):
    """Call it in a folder, in no language unless one is given."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "AMTLINT"))}
    return subprocess.run(
        [sys.executable, "-m", "linter", *map(str, words)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**env, "PYTHONPATH": os.getcwd(), "PYTHONUTF8": "1", **environ},
    )
