import json
import re
from pathlib import Path

import jsonschema
import pytest

from linter.registry.document import Document
from linter.report import Options, reporter
from linter.report.sarif_tool import GUID
from tests.report.report_sample import IMPRESSUM, hostile, place, result, rule, usual
from tests.report.report_sample import finding as a_finding

SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0.schema.json").read_text("utf-8"))
render = reporter("sarif")


def run(found=None, **options):
    log = json.loads(render(found or usual(), Options(version="0.1.0", **options)))
    assert len(log["runs"]) == 1
    return log["runs"][0]


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("show", [False, True])
@pytest.mark.parametrize("make", [usual, hostile, lambda: result([], [])])
def test_the_log_is_valid_against_the_official_schema(make, show, lang):
    log = json.loads(render(make(), Options(lang, show_suppressed=show)))
    jsonschema.Draft4Validator(SCHEMA).validate(log)


def test_the_official_schema_would_refuse_a_misspelt_property():
    log = json.loads(render(usual(), Options()))
    log["runs"][0]["results"][0]["kinds"] = "fail"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate(log)


def test_columns_are_counted_in_code_points():
    assert run()["columnKind"] == "unicodeCodePoints"


def test_results_point_into_the_rules_and_artifacts():
    data = run(show_suppressed=True)
    rules = data["tool"]["driver"]["rules"]
    for result_ in data["results"]:
        assert rules[result_["ruleIndex"]]["id"] == result_["ruleId"]
        where = result_["locations"][0]["physicalLocation"]["artifactLocation"]
        assert data["artifacts"][where["index"]]["location"]["uri"] == where["uri"]
    assert [r["ruleId"] for r in data["results"]][:3] == ["IMP101", "NRW409", "NRW102"]


def test_levels_and_kinds_follow_severity_and_outcome():
    seen = {(r["ruleId"], r["kind"], r["level"]) for r in run()["results"]}
    assert seen == {
        ("NRW101", "fail", "error"),
        ("NRW102", "fail", "error"),
        ("IMP101", "fail", "warning"),
        ("NRW409", "fail", "note"),
        ("NRW301", "open", "none"),
    }


def test_every_rule_speaks_both_languages():
    german = run(lang="de")
    driver, other = german["tool"]["driver"], german["translations"][0]
    assert (driver["language"], other["language"]) == ("de", "en")
    assert other["associatedComponent"] == {"name": "amtlint", "guid": GUID}
    assert [r["id"] for r in other["rules"]] == [r["id"] for r in driver["rules"]]
    pairs = list(zip(driver["rules"], other["rules"], strict=True))
    for one, two in pairs:
        for text in ("shortDescription", "fullDescription", "help"):
            assert one[text]["text"] != two[text]["text"]
    assert "Abhilfe" in pairs[0][0]["help"]["markdown"]
    assert "Remedy" in pairs[0][1]["help"]["markdown"]


def test_results_carry_their_message_in_both_languages():
    first = next(r for r in run(lang="en")["results"] if r["ruleId"] == "NRW102")
    assert first["message"]["text"] == "The handle contains “Innenminister”."
    assert first["properties"]["message"]["de"] == "Im Handle steht „Innenminister“."


def test_the_law_is_a_taxonomy_that_rules_refer_to():
    data = run(lang="de")
    laws = {law["name"]: law for law in data["taxonomies"]}
    assert list(laws) == ["ddg", "handreichung-nrw"]
    assert laws["handreichung-nrw"]["fullName"] == "Handreichung für die Landesregierung"
    assert laws["handreichung-nrw"]["releaseDateUtc"] == "2018-02-27"
    assert [taxon["id"] for taxon in laws["ddg"]["taxa"]] == ["§ 5 Abs. 1"]
    for entry in data["tool"]["driver"]["rules"]:
        for relationship in entry["relationships"]:
            target = relationship["target"]
            law = data["taxonomies"][target["toolComponent"]["index"]]
            assert law["name"] == target["toolComponent"]["name"]
            assert law["taxa"][target["index"]]["id"] == target["id"]


def test_a_law_is_translated_too():
    english = next(t for t in run(lang="de")["translations"] if t["name"] == "handreichung-nrw")
    assert english["fullName"] == "Guidance for the Government"


def test_a_rule_of_the_linters_own_refers_to_no_law():
    rules = {entry["id"]: entry for entry in run()["tool"]["driver"]["rules"]}
    assert rules["NRW409"]["relationships"] == []
    assert len(rules["NRW101"]["relationships"]) == 1


def test_waivers_and_baseline_are_suppressions_with_their_justification():
    shown = [r for r in run(show_suppressed=True)["results"] if r["suppressions"]]
    assert [r["suppressions"] for r in shown] == [
        [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": "Umzug der Website bis Jahresende",
            }
        ],
        [{"kind": "external", "status": "accepted", "justification": "2026-10-01"}],
    ]
    assert len(run()["results"]) == len(run(show_suppressed=True)["results"]) - 2


def test_fingerprints_are_those_of_the_findings():
    found = usual()
    expected = {finding.fingerprint for finding in found.findings if finding.status == "open"}
    assert {r["partialFingerprints"]["amtlint/v1"] for r in run(found)["results"]} == expected


def test_the_baseline_state_is_given_only_where_something_was_compared():
    assert {r["baselineState"] for r in run(show_suppressed=True)["results"]} == {
        "new",
        "unchanged",
    }
    alone = usual()
    alone.findings = [finding for finding in alone.findings if finding.status != "baselined"]
    assert not any("baselineState" in r for r in run(alone)["results"])


def test_what_a_night_could_not_look_at_is_neither_new_nor_old():
    found = usual()
    for finding in found.findings:  # as a history marks them
        finding.change = "unknown" if finding.outcome == "unknown" else "still"
    states = {(r["kind"], r.get("baselineState")) for r in run(found)["results"]}
    assert states == {("open", None), ("fail", "unchanged")}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ä.yaml", "a%20b/%C3%A4.yaml"),
        ("C:x.yaml", "C%3Ax.yaml"),
        ("/srv/x y.yaml", "file:///srv/x%20y.yaml"),
        ("/base/in.yaml", "in.yaml"),
        ("half\udcff.yaml", "half%FF.yaml"),
        ("50%#?.yaml", "50%25%23%3F.yaml"),
    ],
)
def test_file_names_become_percent_encoded_uris(path, uri):
    data = run(result([], [Document(path, "")]), base="/base")
    location = data["artifacts"][0]["location"]
    assert location["uri"] == uri
    assert ("uriBaseId" in location) == (not uri.startswith("file:"))


def test_tags_do_not_repeat_even_if_the_pack_is_called_like_one():
    impressum = rule("IMP102", "impressum-far", pack="impressum", tags=("impressum", "web"))
    document = Document("accounts.yaml", "a: b\n")
    data = run(result([a_finding(impressum, document, place())], [document], rules=[IMPRESSUM]))
    tags = {r["id"]: r["properties"]["tags"] for r in data["tool"]["driver"]["rules"]}
    assert tags["IMP102"] == ["impressum", "web"]


def test_former_codes_stay_known():
    rules = {entry["id"]: entry for entry in run()["tool"]["driver"]["rules"]}
    assert rules["NRW102"]["deprecatedIds"] == ["NRW099"]


def test_what_failed_while_checking_is_a_notification():
    broken = usual()
    assert run(broken)["invocations"][0]["executionSuccessful"] is True
    broken.errors.append("b.yaml: refused {x}")
    invocation = run(broken)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    message = invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert message == "b.yaml: refused {{x}}"


def test_no_message_reads_as_a_placeholder_or_a_link():
    for found in run(hostile(), show_suppressed=True)["results"]:
        text = found["message"]["text"]
        assert re.sub(r"\{\{|\}\}", "", text).count("{") == 0
        assert re.search(r"(?<!\\)\[[^\]]*(?<!\\)\]\(", text) is None
