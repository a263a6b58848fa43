import re

from linter.registry.document import Document
from linter.report import Options, reporter
from tests.report.report_sample import OFFICE, PERSON, finding, place, result, usual

render = reporter("concise")
LINE = re.compile(r"[^:]+:\d+:\d+: [A-Z]+\d+ \[(error|warning|info|unknown)\] \S.*\Z")


def test_every_line_has_the_form_of_the_contract():
    lines = render(usual(), Options(show_suppressed=True, show_unknown=True)).splitlines()
    assert len(lines) == 9
    assert [line for line in lines if not LINE.match(line)] == []


def test_severity_words_are_english_in_german_output():
    first = render(usual(), Options("de")).splitlines()[0]
    assert first == "accounts.yaml:6:13: NRW102 [error] Im Handle steht „Innenminister“."


def test_there_is_nothing_but_findings():
    assert render(result([], []), Options()) == ""
    assert len(render(usual(), Options()).splitlines()) == 5


def test_lines_are_sorted_by_place_whatever_order_the_findings_came_in():
    found = usual()
    forward = render(found, Options(show_unknown=True, show_suppressed=True))
    found.findings.reverse()
    assert render(found, Options(show_unknown=True, show_suppressed=True)) == forward
    places = [tuple(map(int, line.split(":")[1:3])) for line in forward.splitlines()]
    assert places == sorted(places)


def test_paths_in_the_base_folder_are_shown_relative_to_it(tmp_path):
    inside, outside = str(tmp_path / "a.yaml"), "/elsewhere/b.yaml"
    document = Document(inside, "")
    found = result(
        [finding(PERSON, document, place(path=path)) for path in (inside, outside)], [document]
    )
    starts = [line.split(":")[0] for line in render(found, Options(base=tmp_path)).splitlines()]
    assert sorted(starts) == ["/elsewhere/b.yaml", "a.yaml"]


def test_statistics_follow_the_findings():
    text = render(usual(), Options("en", statistics=True))
    assert text.splitlines()[5].split() == ["open", "waived", "baselined", "unknown"]


def test_a_severity_set_by_the_config_is_the_one_shown():
    document = Document("accounts.yaml", "a: b\n")
    found = result([finding(OFFICE, document, place(), severity="info")], [document])
    assert "NRW102 [info]" in render(found, Options())
