"""page-dated: the page says when it was last reviewed, and that is not too long ago."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.page_seen import place, seen, whole_text
from linter.checks.parameters import parameters
from linter.checks.patterns import Patterns, blanked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject
    from linter.text import Text

MONTHS = (
    "januar january", "februar february", "märz march", "april", "mai may", "juni june",
    "juli july", "august", "september", "oktober october", "november", "dezember december",
)  # fmt: skip
NAMED: tuple[Text, ...] = tuple(
    {"de": german.capitalize(), "en": english.capitalize()}
    for german, english in ((names.split()[0], names.split()[-1]) for names in MONTHS)
)
MONTH = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
DAY = re.compile(
    r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>20\d\d)"
    r"|(?:(?P<d2>\d{1,2})\.?\s)?(?P<name>[A-Za-zä]{3,9})\s(?P<y2>20\d\d)(?![\d-])"
    r"|(?P<y3>20\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)"
    r"|(?<![\d./])(?P<m4>\d{1,2})[./](?P<y4>20\d\d)"
)
"""A day, or a month, in German, English or ISO form."""
NEAR = 70
"""Code points between a day and the wording that says what happened then."""


@parameters
class PageDated:
    """wordings: stand shortly before or behind the day; days: how old it may be.

    unless: wordings with days of their own (a law's), left out of account first.
    """

    page: Literal["accessibility", "impressum", "privacy"]
    wordings: Patterns
    days: int
    unless: Patterns = Patterns()


@check("page-dated", PageDated, supplies=("page", "on"))
def page_dated(subject: Subject, params: PageDated) -> Iterator[Outcome]:
    """Miss a page whose latest day is too old; unknown where it names none.

    A month without a day counts to its end and is told as a month; a day to come does not count.
    """
    page = seen(subject, params.page)
    if isinstance(page, Unknown):
        yield page
        return
    at = place(subject, params.page)
    text = blanked(whole_text(page, params.page), params.unless)
    days = [told for told in days_told(text, params.wordings) if told[0] <= subject.as_of]
    if not days:
        yield Unknown(at, "page-undated")
        return
    latest, is_month = max(days)
    if latest < subject.as_of - timedelta(days=params.days):
        yield Miss(at, {"page": page.url, "on": month_of(latest) if is_month else latest})


def days_told(text: str, wordings: Patterns) -> Iterator[tuple[date, bool]]:
    """The days beside which one of the wordings stands, in the same line or the one before.

    With whether it is the last day of a month of which no day is told.
    """
    for match in DAY.finditer(text):
        day = _day(match)
        before = text[max(0, match.start() - NEAR) : match.start()]
        behind = text[match.end() : match.end() + NEAR].partition("\n")[0]
        if day is not None and (wordings.search(before) or wordings.search(behind)):
            yield day, not (match["d"] or match["d2"] or match["d3"])


def month_of(day: date) -> Text:
    """A month in the reader's language."""
    return {lang: f"{name} {day.year}" for lang, name in NAMED[day.month - 1].items()}


def _day(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    said = part["m"] or part["m3"] or part["m4"]
    month = int(said) if said else MONTH.get((part["name"] or "").casefold(), 0)
    year = int(part["y"] or part["y2"] or part["y3"] or part["y4"])
    day = part["d"] or part["d2"] or part["d3"]
    try:
        if day is not None:
            return date(year, month, int(day))
        date(year, month, 1)  # a word is no month
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    except ValueError:
        return None
