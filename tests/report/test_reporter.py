import subprocess
import sys

import pytest

from linter.report import FORMATS, Options, reporter
from tests.report.report_sample import usual


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_of_the_contract_renders(name):
    assert reporter(name)(usual(), Options()).endswith("\n")


def test_the_formats_are_those_of_the_contract():
    assert FORMATS == (
        "full", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown",
    )  # fmt: skip


def test_a_format_nobody_offers_is_a_lookup_error():
    with pytest.raises(LookupError, match="toml"):
        reporter("toml")


def test_a_plug_in_brings_a_format_of_its_own(monkeypatch):
    brought = {"count": lambda result, _: f"{len(result.findings)}\n"}
    monkeypatch.setattr("linter.report._from_entry_point", brought.get)
    assert reporter("count")(usual(), Options()) == "9\n"


def test_a_plug_in_cannot_take_the_place_of_a_built_in_format(monkeypatch):
    brought = {"concise": lambda _result, _options: "nothing wrong\n"}
    monkeypatch.setattr("linter.report._from_entry_point", brought.get)
    assert "NRW101" in reporter("concise")(usual(), Options())


def test_rendering_one_format_imports_no_other_and_nothing_heavy():
    heavy = ["unicodedata", "hashlib", "html", "xml", "urllib.parse", "importlib.metadata"]
    others = [f"linter.report.{name}" for name in ("sarif", "junit", "markdown", "statistics")]
    program = (
        "import sys; from linter.report import reporter; reporter('full');"
        f"print([name for name in {heavy + others} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
