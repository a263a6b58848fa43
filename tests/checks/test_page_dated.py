"""The day that a page tells of itself: an accessibility statement must not be old."""

from __future__ import annotations

from datetime import date

import pytest

from linter.checks.base import Pattern, Patterns
from linter.checks.page_dated import days_told, page_dated
from linter.checks.page_reached import page_reached
from tests.checks.web import (
    FACEBOOK,
    SHELL,
    SITE,
    WEBSITE,
    crawled,
    links,
    page,
)

WORDINGS = Patterns((Pattern(r"\b(?:überprüft|erstellt|updated)\b"), Pattern(r"\bStand\b")))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("zuletzt überprüft am 12.03.2026", date(2026, 3, 12)),
        ("überprüft: 12. März 2026", date(2026, 3, 12)),
        ("wurde am 12.3.2026 erstellt", date(2026, 3, 12)),
        ("Stand: Februar 2024", date(2024, 2, 29)),
        ("Stand: Dezember 2025", date(2025, 12, 31)),
        ("Stand: 03/2026", date(2026, 3, 31)),
        ("Stand 2026-03-12", date(2026, 3, 12)),
        ("last updated 12 March 2026", date(2026, 3, 12)),
        ("Stand: 31.02.2026", None),
        ("Stand: NRW 2019", None),
        ("Stand: 99/2026", None),
        ("Sitzung am 12.03.2026", None),
        ("Stand " + "x" * 90 + " 12.03.2026", None),
    ],
)
def test_days_are_read_in_any_form_beside_their_wording(text, day):
    assert [told for told, _ in days_told(text, WORDINGS)] == ([] if day is None else [day])


@pytest.mark.parametrize(
    ("said", "result"),
    [
        ("Zuletzt überprüft am 12.03.2026.", []),
        ("Zuletzt überprüft am 12.03.2024.", ["miss"]),
        ("Erstellt am 12.03.2020, überprüft am 01.03.2026.", []),
        ("Überprüft am 12.03.2024, nächstes Mal überprüft am 12.03.2030.", ["miss"]),
        ("Überprüft nach dem Gesetz vom 12.03.2020.", ["unknown"]),
        ("Kein Tag.", ["unknown"]),
    ],
)
def test_a_statement_is_as_old_as_its_latest_day(look, subject, said, result):
    web = {
        SITE: page("Stadt", ("Barrierefreiheit", "/b")),
        SITE + "b": page("Erklärung zur Barrierefreiheit", text=f"<p>{said}</p>"),
    }
    seen = crawled(subject, WEBSITE, web=web)
    asked = {
        "page": "accessibility",
        "wordings": ["überprüft", "erstellt"],
        "days": 366,
        "unless": [r"Gesetz\w* vom [\d.]+"],
    }
    assert [one[0] for one in look(page_dated, seen, **asked)] == result


@pytest.mark.parametrize(
    ("web", "result"),
    [
        ({SITE: page("Stadt", ("Barrierefreiheit", "/b")), SITE + "b": page("Barrierefreiheit")}, []),
        ({SITE: page("Stadt", ("Barrierefreiheit", "/b")), SITE + "b": page("Archiv")},
         [("unknown", "url")]),
        ({SITE: page("Stadt")}, [("miss", "url")]),
        ({SITE: page("Stadt", ("Barrierefreiheit", "/b"))}, [("miss", "url")]),
        ({SITE: SHELL}, [("unknown", "url")]),
        ({SITE: "fault: timeout"}, [("unknown", "url")]),
        ({SITE: page("Stadt", ("Barrierefreiheit", "/b")), SITE + "b": "fault: timeout"},
         [("unknown", "url")]),
    ],
)  # fmt: skip
def test_a_statement_is_missing_only_where_the_site_was_read(look, subject, web, result):
    seen = crawled(subject, WEBSITE, web=web)
    assert [one[:2] for one in look(page_reached, seen, page="accessibility")] == result


def test_a_statement_is_no_matter_of_a_profile(look, subject):
    seen = crawled(subject, profile=links(("Website", SITE)), web={SITE: page("Stadt")})
    assert look(page_reached, seen, page="accessibility") == []
    assert look(page_reached, subject(FACEBOOK), page="accessibility") == [
        ("unknown", "url", "page-not-read")
    ]
