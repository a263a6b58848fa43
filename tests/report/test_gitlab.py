import json

from linter.registry.document import Document
from linter.report import Options, reporter
from tests.report.report_sample import PERSON, finding, place, result, usual

render = reporter("gitlab")


def entries(found=None, **options):
    return json.loads(render(found or usual(), Options(**options)))


def test_an_entry_has_what_gitlab_asks_for():
    entry = entries(lang="de")[1]
    assert entry["description"] == "NRW101: Im Handle steht „Reul“."
    assert entry["check_name"] == "NRW101"
    assert entry["severity"] == "critical"
    assert entry["location"] == {"path": "accounts.yaml", "lines": {"begin": 6, "end": 6}}
    assert entry["fingerprint"]


def test_severities_are_words_that_gitlab_knows():
    shown = entries(show_suppressed=True, show_unknown=True)
    assert {entry["severity"] for entry in shown} == {"critical", "minor", "info"}


def test_suppressed_ones_are_marked_and_mere_information():
    shown = [e for e in entries(lang="en", show_suppressed=True) if e["description"][0] == "["]
    assert [(e["severity"], e["description"]) for e in shown] == [
        ("info", "[waived] IMP101: No Impressum on record. (Umzug der Website bis Jahresende)"),
        ("info", "[baselined] NRW409: No second factor on record. (2026-10-01)"),
    ]


def test_no_two_entries_share_a_fingerprint():
    document = Document("accounts.yaml", "a: b\n")
    found = result([finding(PERSON, document, place()) for _ in range(3)], [document])
    prints = [entry["fingerprint"] for entry in entries(found)]
    assert prints[1:] == [f"{prints[0]}-2", f"{prints[0]}-3"]


def test_nothing_found_is_an_empty_list():
    assert entries(result([], [])) == []
