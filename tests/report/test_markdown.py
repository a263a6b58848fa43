import re

from linter.registry.document import Document
from linter.report import Options, reporter
from tests.report.report_sample import NASTY, PERSON, finding, hostile, place, result, usual

render = reporter("markdown")
CODE = re.compile(r"(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)")
OURS = re.compile(r"</?details>|</?summary>|<!-- -->")


def test_each_finding_is_a_row():
    rows = [line for line in render(usual(), Options("de")).splitlines() if line.startswith("| ")]
    assert rows[0] == "| | Code | Stelle | Account | Befund |"
    assert rows[2] == (
        "| **Fehler** | `NRW101` | `accounts.yaml:6` | `im-nrw-x` | Im Handle steht „Reul“. |"
    )
    assert len(rows) == 6


def test_each_rule_is_explained_once():
    text = render(usual(), Options("en"))
    assert text.count("<details>") == text.count("</details>") == 4
    assert "- **Source:** NRW guidance, section 2 (2018-02-27): “in keinem Fall" in text


def test_suppressed_and_unknown_rows_are_marked():
    text = render(usual(), Options("en", show_suppressed=True, show_unknown=True))
    assert "| waived | `IMP101` |" in text
    assert "| baselined | `NRW409` |" in text
    assert text.count("| unknown | `NRW301` |") == 2


def test_nothing_found_has_no_table():
    assert "|" not in render(result([], []), Options())


def test_hostile_text_brings_no_markup_html_mention_or_link():
    text = render(
        hostile(), Options("de", show_suppressed=True, show_unknown=True, statistics=True)
    )
    text = text.split("```text\n")[0]
    outside = OURS.sub("\x00", CODE.sub("", text))
    assert "<" not in outside
    assert re.search(r"[@#]\w", outside.replace("## amtlint", "")) is None
    assert re.search(r"://|www\.", outside) is None
    assert re.search(r"(?<!\\)\]\(", outside) is None
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}


def test_a_comment_stays_below_what_a_forge_takes():
    document = Document("accounts.yaml", "a: b\n")
    many = [
        finding(PERSON, document, place(line), values={"value": NASTY, "account": "a"})
        for line in range(1, 2000)
    ]
    text = render(result(many, [document]), Options("en"))
    assert len(text) < 65_536
    shown = text.count("| **error** |")
    assert f"… and {1999 - shown} more; in full with `--format full`" in text
