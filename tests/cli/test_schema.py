"""`amtlint schema`: valid itself, and of one mind with the linter."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

PROJECT = Path(__file__).parents[2]


class Editor(yaml.SafeLoader):
    """YAML 1.2 as editors read it: only true and false are booleans, dates stay text."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag[-4:] not in ("bool", "tamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"])


def read(text: str) -> object:
    return yaml.load(text, Editor)


@pytest.fixture
def schema(amtlint) -> dict:
    return json.loads(amtlint("schema", "--lang", "en").out)


def faults(schema: dict, data: object) -> list[str]:
    return [
        f"{error.json_path}: {error.message}"
        for error in Draft202012Validator(schema).iter_errors(data)
    ]


@pytest.mark.parametrize("words", [(), ("--config",)])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_schema_is_valid_against_its_metaschema(amtlint, words, lang):
    data = json.loads(amtlint("schema", *words, "--lang", lang).out)
    assert data["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(data)


def fields(schema: object, path: str = "") -> list[tuple[str, dict]]:
    """Every property of a schema with its path."""
    found = []
    if isinstance(schema, dict):
        for name, field in schema.get("properties", {}).items():
            found.append((f"{path}.{name}", field))
        for key, value in schema.items():
            found += fields(value, f"{path}/{key}")
    elif isinstance(schema, list):
        for item in schema:
            found += fields(item, path)
    return found


def test_every_field_is_described_in_both_languages(schema):
    described = fields(schema)
    assert len(described) > 40
    assert [path for path, f in described if not f.get("description") and "$ref" not in f] == []
    assert [p for p, f in described if "description" in f and "x-description-de" not in f] == []


def test_the_language_decides_which_description_editors_show(amtlint):
    german = json.loads(amtlint("schema", "--lang", "de").out)["$defs"]["account"]["properties"]
    assert german["platform"]["description"] == "Plattform."
    assert german["platform"]["x-description-en"] == "Platform."


def test_every_example_of_a_field_is_a_value_that_the_field_takes(schema):
    defs = {"$defs": schema["$defs"]}
    wrong = [
        (path, example)
        for path, field in fields(schema)
        for example in field.get("examples", [])
        if faults({**defs, **field}, example)
    ]
    assert wrong == []


def registries() -> list[Path]:
    fixtures = PROJECT / "fixtures"
    files = sorted([*fixtures.glob("nrw/*.yaml"), *fixtures.glob("demo/good/*.yaml")])
    return [path for path in files if "registry: 1" in path.read_text("utf-8")]


@pytest.mark.parametrize("path", registries(), ids=lambda path: path.name)
def test_the_real_registries_validate(schema, path):
    assert faults(schema, read(path.read_text("utf-8"))) == []


MINIMAL = "registry: 1\naccounts:\n  - {id: a, platform: x, handle: a, kind: authority%s}\n"
LINES = {
    "dates": ", since: 2020-01-01",
    "null counts as absent": ", since: ~, bio: null",
    "a number as text": ", profile_name: 4711",
    "a bare yes as a flag": ", verified: ja",
    "verification with its kind": ", verified: {kind: government, since: 2020-05-01}",
    "a record as a date": ", approvals: {house_leadership: 2020-01-01}",
    "a record as a flag": ", approvals: {house_leadership: true}",
    "a record in long form": ", approvals: {house_leadership: {state: in Bearbeitung}}",
    "an unknown field": ", profil_name: x",
    "a wrong platform": ", platform: twiter",
    "a date of another form": ", since: 01.03.2015",
    "a link without its scheme": ", url: www.example.org",
    "text for a list": ", links: https://www.example.org",
    "a wrong flag": ", verified: vielleicht",
    "a list for a record": ", approvals: {house_leadership: [x]}",
    "empty mappings": ", operator: , approvals: , application: , verified: ",
    "no flag but a text": ', verified: "true"',
    "a day of another form as a record": ", concept: 15.02.2015",
    "a file reference with points as a record": ", concept: 15.02.2015/7",
    "a record's day of another form": ", concept: 15/2/2015",
    "an address with a password": ", url: https://a:b@example.org/",
    "an address with a colon and an at sign": ", url: https://example.org/@a:b",
    "a wrong state": ", approvals: {house_leadership: {state: maybe}}",
}


@pytest.mark.parametrize("more", LINES.values(), ids=LINES)
def test_schema_and_linter_agree(amtlint, schema, more):
    text = MINIMAL % more
    Path("accounts.yaml").write_text(text, encoding="utf-8")
    called = amtlint("check", "accounts.yaml", "--select", "REG002", "--format", "json")
    findings = json.loads(called.out)["findings"]
    accepted = not any(f["code"] in ("REG001", "REG002") for f in findings)
    assert accepted == (faults(schema, read(text)) == [])


@pytest.mark.parametrize("key", ["id", "platform", "handle", "kind"])
def test_what_must_stand_must_not_be_empty(amtlint, schema, key):
    text = (
        MINIMAL.replace(
            f"{key}: {'authority' if key == 'kind' else 'x' if key == 'platform' else 'a'}",
            f"{key}: ",
        )
        % ""
    )
    assert f"{key}: ," in text or f"{key}: }}" in text
    Path("accounts.yaml").write_text(text, encoding="utf-8")
    called = amtlint("check", "accounts.yaml", "--select", "REG002", "--format", "json")
    assert "REG002" in [finding["code"] for finding in json.loads(called.out)["findings"]]
    assert faults(schema, read(text)) != []


def test_the_starter_files_validate(amtlint, schema):
    amtlint("init", "--lang", "de")
    assert faults(schema, read(Path("accounts.yaml").read_text("utf-8"))) == []
    config = json.loads(amtlint("schema", "--config").out)
    assert faults(config, read(Path(".amtlint.yaml").read_text("utf-8"))) == []


def test_a_misspelt_key_of_the_configuration_is_refused_by_its_schema(amtlint):
    config = json.loads(amtlint("schema", "--config").out)
    assert faults(config, {"fail-on": "error"}) == []
    assert faults(config, {"fail_on": "error"}) != []
    assert faults(config, {"fail-on": "grave"}) != []


def test_every_example_of_a_setting_is_what_its_schema_and_the_loader_take(amtlint):
    config = json.loads(amtlint("schema", "--config").out)
    Path("accounts.yaml").write_text(MINIMAL % "", encoding="utf-8")
    for name, setting in config["properties"].items():
        for example in setting.get("examples", ()):
            assert faults(config, {name: example}) == [], name
    network = {"network": config["properties"]["network"]["examples"][0]}
    Path(".amtlint.yaml").write_text(json.dumps(network), encoding="utf-8")
    assert amtlint("check", "accounts.yaml", "--select", "REG001").code == 0
