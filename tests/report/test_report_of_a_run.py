"""The reporters on what the real engine finds with the real rules."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from linter.report import FORMATS, Options, reporter
from linter.report.document.compose import compose
from linter.report.document.lore import Lore
from linter.report.document.markdown import as_markdown
from linter.report.document.read import read_result
from linter.run import RunOptions, lint
from linter.testing import load_for_tests

ROOT = Path(__file__).parents[2]
REGISTRY = """\
registry: 1
authority: im-nrw
accounts:
  - id: im-nrw-x
    platform: x
    handle: Innenminister_Reul
    kind: ressort
    handel: x
  - id: im-nrw-fach
    platform: instagram
    handle: im_nrw_fach
    kind: fach
    status: aktiv
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    path = tmp_path_factory.mktemp("registry") / "accounts.yaml"
    path.write_text(REGISTRY, "utf-8")
    return lint(RunOptions(as_of=date(2026, 11, 22), paths=(str(path),)))


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_a_real_run(found, name, lang):
    options = Options(lang, show_suppressed=True, show_unknown=True, statistics=True)
    text = reporter(name)(found, options)
    assert "REG002" in text
    assert ("{account}" in text, "{value}" in text) == (False, False)


def test_json_of_a_real_run_fits_the_published_schema(found):
    schema = json.loads((ROOT / "docs" / "output.schema.json").read_text("utf-8"))
    data = json.loads(reporter("json")(found, Options()))
    jsonschema.Draft202012Validator(schema).validate(data)
    assert len(data["findings"]) == len(found.findings)


def test_sarif_of_a_real_run_is_valid_and_lists_every_rule_that_ran(found):
    path = Path(__file__).parent / "data" / "sarif-2.1.0.schema.json"
    data = json.loads(reporter("sarif")(found, Options()))
    jsonschema.Draft4Validator(json.loads(path.read_text("utf-8"))).validate(data)
    listed = {rule["id"] for rule in data["runs"][0]["tool"]["driver"]["rules"]}
    assert listed >= {rule.code for rule in found.rules}


@pytest.fixture(scope="module")
def half_read(tmp_path_factory):
    """A run in German, in which a file was refused."""
    folder = tmp_path_factory.mktemp("half")
    (folder / "accounts.yaml").write_text(REGISTRY, "utf-8")
    (folder / "kaputt.yaml").write_bytes(b"registry: 1\x00\n")
    paths = tuple(str(folder / name) for name in ("accounts.yaml", "kaputt.yaml"))
    return lint(RunOptions(as_of=date(2026, 11, 22), paths=paths, lang="de"))


def test_the_errors_of_a_run_are_told_in_the_language_of_its_report(half_read):
    schema = json.loads((ROOT / "docs" / "output.schema.json").read_text("utf-8"))
    data = json.loads(reporter("json")(half_read, Options("de")))
    jsonschema.Draft202012Validator(schema).validate(data)
    [told], [texts] = data["errors"], data["error_texts"]
    assert told == texts["de"] != texts["en"]
    for lang in ("de", "en"):
        lore = Lore.of(load_for_tests(), set(), date(2026, 11, 22), lang)
        read = read_result(json.dumps(data).encode(), "r.json")
        text = as_markdown(compose(read, lore, ""))
        assert texts[lang].rpartition(": ")[2] in text
    del data["error_texts"]  # as an older version wrote it
    assert told.rpartition(": ")[2] in as_markdown(compose(data, lore, ""))
