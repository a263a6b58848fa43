import re

from linter.registry.document import Document
from linter.report import Options, reporter
from tests.report.report_sample import PERSON, finding, hostile, place, result, usual

render = reporter("github")
COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]*,?)*)::(.*)")


def test_a_finding_is_one_command_with_place_title_message_and_remedy():
    assert render(usual(), Options("de")).splitlines()[1] == (
        "::error file=accounts.yaml,line=6,endLine=6,col=27,endColumn=31,"
        "title=NRW101 person-name-in-handle::Im Handle steht „Reul“."
        "%0ADen Handle von im-nrw-x aus der Bezeichnung des Ressorts bilden."
        "%0AHandreichung NRW, Abschnitt 2 (27.02.2018): "
        "„in keinem Fall personen- oder amtsinhaberbezogene Accounts“"
    )


def test_severities_become_githubs_levels():
    levels = [line.split(" ")[0] for line in render(usual(), Options()).splitlines()]
    assert levels == ["::error", "::error", "::warning", "::notice", "::error"]


def test_suppressed_and_unknown_ones_are_notices_and_say_what_they_are():
    lines = render(usual(), Options(show_suppressed=True, show_unknown=True)).splitlines()
    assert sum(line.startswith("::notice") and "(waived)" in line for line in lines) == 1
    assert sum(line.startswith("::notice") and "(baselined)" in line for line in lines) == 1
    assert sum(line.startswith("::notice") and "(unknown)" in line for line in lines) == 2


def test_columns_are_given_only_within_one_line():
    document = Document("accounts.yaml", "a: >\n  b\n  c\n")
    found = result([finding(PERSON, document, place(1, 4, 3, 4))], [document])
    assert "line=1,endLine=3,col=4,title=" in render(found, Options())


def test_hostile_text_stays_inside_its_command():
    text = render(hostile(), Options(show_suppressed=True, show_unknown=True))
    lines = text.splitlines()
    assert len(lines) == 4  # three findings and one error
    assert [line for line in lines if not COMMAND.fullmatch(line)] == []
    assert "file=we|rd`na*me‹U+202E›%25%2C%3A .yaml,line=3" in lines[0]
