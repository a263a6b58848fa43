from xml.etree import ElementTree as ET

import pytest

from linter.registry.document import Document
from linter.registry.parse import parse
from linter.report import Options, reporter
from tests.report.report_sample import (
    ACCOUNTS,
    IMPRESSUM,
    finding,
    hostile,
    place_of,
    result,
    usual,
)

render = reporter("junit")


def parsed(found=None, **options):
    return ET.fromstring(render(found or usual(), Options(**options)).encode())


def test_a_file_is_a_suite_and_a_finding_a_case():
    root = parsed(lang="de")
    suite = root.find("testsuite")
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == (
        "accounts.yaml",
        "5",
        "5",
    )
    case = suite.findall("testcase")[1]
    assert case.get("name") == "NRW101 person-name-in-handle im-nrw-x handle"
    assert (case.get("file"), case.get("line")) == ("accounts.yaml", "6")
    failure = case.find("failure")
    assert (failure.get("type"), failure.get("message")) == (
        "error",
        "NRW101: Im Handle steht „Reul“.",
    )
    assert failure.text.splitlines()[0] == "accounts.yaml:6:27: Im Handle steht „Reul“."
    assert len(failure.text.splitlines()) == 4


def test_suppressed_and_unknown_ones_are_skipped():
    skipped = [
        s.get("message") for s in parsed(show_suppressed=True, show_unknown=True).iter("skipped")
    ]
    assert [message.split(":")[0] for message in skipped] == [
        "waived",
        "baselined",
        "unknown",
        "unknown",
    ]


@pytest.mark.parametrize("make", [usual, hostile, lambda: result([], [])])
@pytest.mark.parametrize("everything", [False, True])
def test_the_numbers_agree_with_the_cases(make, everything):
    root = parsed(make(), show_suppressed=everything, show_unknown=everything)
    for element in (root, *root.iter("testsuite")):
        for attribute, name in (
            ("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"),
        ):  # fmt: skip
            assert int(element.get(attribute)) == len(list(element.iter(name)))


def test_a_file_without_findings_passes():
    root = parsed(result([], [Document("clean.yaml", "")]))
    assert [(s.get("name"), s.get("tests"), s.get("failures")) for s in root] == [
        ("clean.yaml", "1", "0")
    ]


def test_what_failed_while_checking_is_an_error():
    broken = usual()
    broken.errors.append("b.yaml: <refused>")
    assert [e.get("message") for e in parsed(broken).iter("error")] == ["b.yaml: <refused>"]


def test_hostile_text_comes_back_as_shown_text():
    failure = next(parsed(hostile()).iter("failure"))
    assert "]]> <script>alert(1)</script>" in failure.get("message")
    assert "nul‹U+0000›" in failure.get("message")


def test_no_two_cases_of_a_file_have_one_name():
    registry = parse(ACCOUNTS, "accounts.yaml")

    def of(platform, value):
        place = place_of(registry, "kind: ressort")
        house = {"account_id": "", "field": "legal_basis", "handle": "", "value": value}
        return finding(IMPRESSUM, registry, place, **house, platform=platform)

    found = [of("x", "1"), of("instagram", "2"), of("x", "3"), of("x", "3")]
    names = [case.get("name") for case in parsed(result(found, [registry])).iter("testcase")]
    assert len(set(names)) == len(names) == 4
    alone = [case.get("name") for case in parsed(result(found[1:], [registry])).iter("testcase")]
    assert names[1] == alone[0]
