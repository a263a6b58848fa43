"""No false accusation on real accounts, and the labelled data of the benchmark is what it claims."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from pathlib import Path

import pytest

from linter.run import RunOptions, judge, load_all
from tests.names.conftest import BOOK

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 25)


def bench():
    spec = importlib.util.spec_from_file_location(
        "names_benchmark", ROOT / "benchmarks" / "names.py"
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


BENCH = bench()
HALVES = {
    half: BENCH.cases(ROOT / "benchmarks" / "names" / f"{half}.txt") for half in ("seen", "unseen")
}


def test_only_what_the_guidance_calls_wrong_is_reported():
    loaded = load_all(RunOptions(as_of=DAY, paths=(str(ROOT / "fixtures" / "nrw"),)))
    codes = {"NRW101", "NRW102", "NRW103", "NRW110", "NRW121", "NRW122"}
    rules = [rule for rule in BOOK.rules if rule.code in codes]
    found = judge(BOOK, loaded.registry, rules, RunOptions(as_of=DAY)).findings
    assert {(f.handle, f.code) for f in found if f.outcome == "fail" and f.code in codes} == {
        ("InnenministerNRW", "NRW102"),
        ("Innenminister_Reul", "NRW101"),
        ("Innenminister_Reul", "NRW102"),
        ("MinisterName", "NRW102"),
        ("ministerreul", "NRW121"),
        ("Minister_Remmel", "NRW121"),
    }


def test_the_labelled_data_is_large_enough():
    texts = {case[:4] for half in HALVES.values() for case in half}
    assert sum(what == "handles" for _, what, _, _ in texts) >= 600
    assert sum(what == "profiles" for _, what, _, _ in texts) >= 200


@pytest.mark.parametrize("half", HALVES)
def test_the_goals_hold_on_the_labelled_data(half):
    labelled = HALVES[half]
    table = BENCH.table(labelled, BENCH.amtlint(BOOK, labelled), ("NRW101", "NRW102", "NRW103"))
    for code, figures in table.items():
        precision, recall, _ = figures.split()
        assert float(precision) >= 0.99, code
        assert float(recall) >= 0.98, code
