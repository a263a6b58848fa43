import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from linter.registry.account import Authority, Designation
from linter.registry.document import Document
from linter.report import Options, reporter
from tests.report.report_sample import OWN, finding, hostile, place, result, usual

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "output.schema.json").read_text("utf-8"))
render = reporter("json")


def rendered(found=None, **options):
    return json.loads(render(found or usual(), Options(version="0.1.0", **options)))


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("make", [usual, hostile, lambda: result([], [])])
def test_the_output_fits_its_published_schema(make, everything):
    data = rendered(make(), show_suppressed=everything, statistics=everything)
    jsonschema.Draft202012Validator(SCHEMA).validate(data)


def test_the_published_schema_is_itself_valid():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_refuses_an_unknown_without_a_cause():
    data = rendered()
    next(f for f in data["findings"] if f["outcome"] == "unknown").pop("cause")
    with pytest.raises(jsonschema.ValidationError, match="cause"):
        jsonschema.Draft202012Validator(SCHEMA).validate(data)


def test_the_keys_are_those_of_the_contract_in_its_order():
    data = rendered()
    assert list(data) == [
        "version", "tool", "as_of", "findings", "coverage", "unused_waivers",
    ]  # fmt: skip
    assert data["version"] == 1
    assert list(data["tool"]) == ["name", "version", "rulebook", "plugins"]
    assert data["as_of"] == "2026-11-22"
    assert data["coverage"] == {
        "accounts": 2, "checked": 1, "unknown": 1, "rules": 71, "rules_not_run": 3,
    }  # fmt: skip


def test_a_finding_has_the_keys_of_the_contract_and_both_languages():
    found = rendered()["findings"][1]
    fingerprint = found.pop("fingerprint")
    assert len(fingerprint) == 32
    assert found == {
        "code": "NRW101",
        "name": "person-name-in-handle",
        "severity": "error",
        "outcome": "fail",
        "status": "open",
        "account": "im-nrw-x",
        "authority": "im-nrw",
        "platform": "x",
        "handle": "Innenminister_Reul",
        "field": "handle",
        "path": "accounts.yaml",
        "line": 6,
        "column": 27,
        "end_line": 6,
        "end_column": 31,
        "message": {
            "de": "Im Handle steht „Reul“.",
            "en": "The handle contains “Reul”.",
        },
        "remedy": {
            "de": "Den Handle von im-nrw-x aus der Bezeichnung des Ressorts bilden.",
            "en": "Form the handle of im-nrw-x from the ministry's name.",
        },
        "source": [
            {"document": "handreichung-nrw", "section": "Abschnitt 2", "date": "2018-02-27"}
        ],
        "evidence": [],
        "change": "new",
    }


def test_only_the_law_of_the_day_is_cited():
    old = usual()
    old.as_of = date(2020, 1, 1)
    for found, document in ((usual(), "ddg"), (old, "tmg")):
        data = rendered(found)
        source = next(f["source"] for f in data["findings"] if f["code"] == "IMP101")
        assert [entry["document"] for entry in source] == [document]


def test_unknown_outcomes_carry_their_cause_and_what_to_record():
    unknown = [f for f in rendered()["findings"] if f["outcome"] == "unknown"]
    assert [f["cause"] for f in unknown] == ["not-declared", "not-declared"]
    assert unknown[0]["remedy"]["en"].startswith("Record or correct the field “bio”")


def test_suppressed_findings_appear_marked_and_only_on_request():
    assert {f["status"] for f in rendered()["findings"]} == {"open"}
    shown = rendered(show_suppressed=True)["findings"]
    assert [(f["status"], f["reason"]) for f in shown if f["status"] != "open"] == [
        ("waived", "Umzug der Website bis Jahresende"),
        ("baselined", "2026-10-01"),
    ]


def test_values_are_exact_and_texts_are_safe():
    data = rendered(hostile())
    found = data["findings"][0]
    assert "\u202e" in found["handle"]
    assert "\u202e" not in found["message"]["de"]
    assert "‹U+202E›" in found["message"]["de"]


def test_statistics_and_errors_are_there_only_if_there_are_any():
    assert "statistics" not in rendered()
    assert rendered(statistics=True)["statistics"][0] == {
        "code": "NRW101", "name": "person-name-in-handle", "severity": "error",
        "open": 2, "waived": 0, "baselined": 0, "unknown": 0,
    }  # fmt: skip
    broken = usual()
    broken.errors.append("b.yaml: refused")
    assert rendered(broken)["errors"] == ["b.yaml: refused"]


def test_evidence_and_change_pass_through():
    document = Document("accounts.yaml", "a: b\n")
    evidence = [{"url": "https://example.org", "redirects": []}]
    found = finding(OWN, document, place(), evidence=evidence, change="still")
    entry = rendered(result([found], [document]))["findings"][0]
    assert (entry["evidence"], entry["change"]) == (evidence, "still")


def test_the_authorities_of_findings_are_named_where_they_have_a_name():
    made = usual()
    assert "authorities" not in rendered(made)
    body = Authority("im-nrw", designations=[Designation("Ministerium X", "name", None, None)])
    made.authorities = {"im-nrw": body, "fm-nrw": body, "nobody": Authority("nobody")}
    assert rendered(made)["authorities"] == {"im-nrw": "Ministerium X"}
