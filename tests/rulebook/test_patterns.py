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


CASES = {
    "DO118": "ansprechpartner: |v.i.s.d.p.: ",
    "DO129": "kein",
    "DSE201": ")\n",
    "DSE202": "aDatenschutzbeauftragta",
    "DSE203": ")\n|aeinwilligaaverarbeita",
    "DSE204": ")\n",
    "DSE207": "gemeinsam |joint a ",
    "DSE211": "aaübertrag|weitergabeübermitt",
    "DSE214": "gemeinsam Verantwort:1|kein gemeinsam Verantwort:1",
    "IMP202": "a-|1/",
    "IMP203": "Postf ",
    "IMP204": "Landrat|Senatora",
    "IMP205": "img=:aa@|data-:mail",
    "IMP208": "a-",
    "IMP210": "deren",
    "IMP213": "a ",
    "IMP303": "OS-Pla:1",
    "NRW109": "-",
    "NRW110": "-",
    "NRW125": "a-",
    "NRW304": "a.aa/",
}
"""By rule: what texts are made of (behind a beginning, if need be) that once took a pattern long."""
COST = """
import time
from linter.checks.base import Pattern
from linter.checks.params import bind, resolve
from linter.rulebook.book import load_rulebook

def spent(search, text):
    start = time.process_time()
    search(text)
    return time.process_time() - start

def patterns_of(rule):
    for name, raw in [*rule.guards, *rule.checks]:
        for value in vars_of(bind(resolve(name), raw)):
            value = tuple(value.values()) if isinstance(value, dict) else value
            for pattern in value if isinstance(value, tuple) else [value]:
                if isinstance(pattern, Pattern):
                    yield pattern

seen = 0
for rule in load_rulebook().rules:
    for case in CASES[rule.code].split("|") if rule.code in CASES else ():
        lead, _, unit = case.rpartition(":")
        text = lead + unit * (128_000 // len(unit)) + "!"
        for pattern in patterns_of(rule):
            seen += 1
            search = pattern.compile().search
            # most take a tenth of it; where the cost is the square of the length, seconds
            assert any(spent(search, text) < 0.35 for _ in range(3)), (rule.code, case, pattern.source)
print(seen)
"""


def test_no_built_in_pattern_takes_long_for_a_text_made_of_its_own_pieces():
    done = subprocess.run(
        [sys.executable, "-c", f"CASES = {CASES!r}\n{VARS}{COST}"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-1000:]
    assert int(done.stdout) > 50
