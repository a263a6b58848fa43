import re

from linter.registry.document import Document
from linter.report import Options, reporter
from tests.report.report_sample import ACCOUNTS, OFFICE, PERSON, finding, place_of, result, usual

render = reporter("full")


def one(**changes):
    document = Document("accounts.yaml", ACCOUNTS)
    return result([finding(PERSON, document, place_of(document, "Reul"), **changes)], [document])


def test_a_finding_shows_line_snippet_reason_source_and_remedy():
    assert render(one(), Options("de", 200)).split("\n\n")[0] == (
        "accounts.yaml:6:27: NRW101 [error] Im Handle steht „Reul“.\n"
        "  |\n"
        "6 |     handle: Innenminister_Reul\n"
        "  |                           ^^^^\n"
        "  = Account: im-nrw-x (x, Innenminister_Reul)\n"
        "  = Warum: Dienstliche Accounts gehören der Behörde, nicht der Person, die gerade ihr Amt ausübt.\n"
        "  = Quelle: Handreichung NRW, Abschnitt 2 (27.02.2018): "
        "„in keinem Fall personen- oder amtsinhaberbezogene Accounts“\n"
        "  = Abhilfe: Den Handle von im-nrw-x aus der Bezeichnung des Ressorts bilden."
    )


def test_a_rule_explains_itself_once_and_then_refers_back():
    text = render(usual(), Options("de", 200))
    assert text.count("= Warum: Dienstliche") == 4  # NRW101, NRW102, IMP101, NRW409
    assert "  = Warum und Quelle wie bei accounts.yaml:6\n" in text


def test_the_remedy_is_repeated_only_where_it_differs():
    document = Document("accounts.yaml", ACCOUNTS)
    twice = [finding(PERSON, document, place_of(document, "Reul")) for _ in range(2)]
    text = render(result(twice, [document]), Options("en", 200))
    assert text.count("= remedy: ") == 1
    assert "  = why, source and remedy as at accounts.yaml:6\n" in text


def test_without_colours_there_is_no_escape_sequence():
    assert "\x1b" not in render(usual(), Options(color=False, show_suppressed=True))


def test_with_colours_nothing_but_colours_is_added():
    colored = render(usual(), Options(color=True, statistics=True, show_suppressed=True))
    plain = render(usual(), Options(statistics=True, show_suppressed=True))
    assert "\x1b[1;31m[error]\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_notes_and_summary_fit_the_width():
    text = render(usual(), Options("de", 60))
    long = [
        line for line in text.splitlines() if len(line) > 60 and not line.startswith("accounts")
    ]
    assert long == []


def test_unknown_outcomes_are_summed_up_unless_asked_for():
    silent, asked = (render(usual(), Options("de", 200, show_unknown=w)) for w in (False, True))
    assert "[unknown]" not in silent
    assert silent.count("NRW301") == 1
    assert asked.count("NRW301 [unknown]") == 2


def test_suppressed_findings_are_marked_with_their_reason():
    text = render(usual(), Options("de", 200, show_suppressed=True))
    assert "IMP101 [warning] Kein Impressum verzeichnet. [waived]\n" in text
    assert "  = Ausnahme: Umzug der Website bis Jahresende\n" in text
    assert "NRW409 [info] Kein zweiter Faktor verzeichnet. [baselined]\n" in text


def test_a_finding_without_a_document_is_shown_without_lines():
    found = one()
    found.findings[0].document, found.documents = None, {}
    assert "  = Account: im-nrw-x" in render(found, Options())


def test_a_rule_text_that_was_broken_in_its_file_flows():
    document = Document("accounts.yaml", ACCOUNTS)
    broken = finding(OFFICE, document, place_of(document, "Reul"))
    broken.rule.why["en"], before = "One.\nTwo.\n", broken.rule.why["en"]
    try:
        text = render(result([broken], [document]), Options("en", 80))
    finally:
        broken.rule.why["en"] = before
    assert "  = why: One. Two.\n" in text


def test_a_request_that_failed_is_told_in_words():
    entry = {
        "url": "https://www.im.nrw/",
        "final_url": "https://www.im.nrw/",
        "status": None,
        "fetched_at": "2026-11-25T22:00:00.000Z",
        "fault": "robots_disallowed",
        "detail": "robots.txt of https://www.im.nrw",
    }
    text = render(one(evidence=[entry]), Options("de", 200))
    told = "https://www.im.nrw/ (von robots.txt untersagt, 2026-11-25T22:00:00.000Z)"
    assert f"  = gesehen: {told}\n" in text
