"""The same findings make the same bytes, whatever the hash seed and the order they came in."""

import subprocess
import sys
from pathlib import Path

import pytest

from linter.report import FORMATS, Options, reporter
from tests.report.report_sample import usual

HERE = Path(__file__).parent
PROGRAM = f"""
import sys
sys.path[:0] = [{str(HERE)!r}, {str(HERE.parents[1])!r}]
from tests.report.report_sample import usual
from linter.report import FORMATS, Options, reporter
options = Options("de", show_suppressed=True, show_unknown=True, statistics=True)
sys.stdout.buffer.write("".join(reporter(name)(usual(), options) for name in FORMATS).encode())
"""


def test_the_hash_seed_changes_nothing():
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_in_which_findings_came_changes_nothing(name):
    options = Options(show_suppressed=True, show_unknown=True, statistics=True)
    found = usual()
    forward = reporter(name)(found, options)
    found.findings.reverse()
    assert reporter(name)(found, options) == forward
