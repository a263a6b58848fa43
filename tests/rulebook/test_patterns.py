"""The built-in packs' patterns run on an engine without a time limit, so they must be linear."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import re, time
from linter.checks.base import Pattern
from linter.checks.params import bind, resolve
from linter.rulebook.book import load_rulebook

seen = 0
for rule in load_rulebook().rules:
    for name, raw in [*rule.guards, *rule.checks]:
        params = bind(resolve(name), raw)
        for value in vars_of(params):
            for pattern in value if isinstance(value, tuple) else [value]:
                if not isinstance(pattern, Pattern):
                    continue
                seen += 1
                search = pattern.compile().search  # `Pattern.search` passes over most texts
                words = re.findall(r"\\w{2,}", pattern.source)[:20]
                for text in ["a" * 4000, " " * 4000, "0" * 4000, "a " * 2000, *(f"{w} " * 800 for w in words)]:
                    start = time.process_time()
                    search(text + "\\n!")
                    spent = time.process_time() - start
                    assert spent < 1, (rule.code, pattern.source, spent)
print(seen)
"""
VARS = "def vars_of(p):\n    return [getattr(p, name) for name in p.__dataclass_fields__]\n"


def test_no_built_in_pattern_backtracks_on_long_texts():
    # in a process of its own: the standard library's engine cannot be stopped from inside
    done = subprocess.run(
        [sys.executable, "-c", VARS + PROGRAM],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-1000:]
    assert int(done.stdout) > 20
