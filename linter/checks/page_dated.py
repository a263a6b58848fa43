"""page-dated: the page says when it was last reviewed, and that is not too long ago."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Patterns, Unknown, check
from linter.checks.page_seen import place, seen, whole_text
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject

MONTHS = (
    "januar january", "februar february", "märz march", "april", "mai may", "juni june",
    "juli july", "august", "september", "oktober october", "november", "dezember december",
)  # fmt: skip
MONTH = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
DAY = re.compile(
    r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>20\d\d)"
    r"|(?P<d2>\d{1,2})\.?\s(?P<name>[A-Za-zä]{3,9})\s(?P<y2>20\d\d)"
    r"|(?P<y3>20\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)"
)
NEAR = 120
"""Code points behind the wording in which its day stands."""


@parameters
class PageDated:
    """after: wordings that stand before the day; days: how old it may be."""

    page: Literal["accessibility", "impressum", "privacy"]
    after: Patterns
    days: int


@check("page-dated", PageDated, supplies=("page", "on"))
def page_dated(subject: Subject, params: PageDated) -> Iterator[Outcome]:
    """Miss a page whose latest day is too old; unknown where it names none."""
    page = seen(subject, params.page)
    if isinstance(page, Unknown):
        yield page
        return
    text = whole_text(page)
    at = place(subject, params.page)
    days = [
        day
        for pattern in params.after
        for match in re.finditer(pattern.source, text, re.IGNORECASE)
        if (day := first_day(text[match.end() : match.end() + NEAR])) is not None
    ]
    if not days:
        yield Unknown(at, "page-undated")
    elif max(days) < subject.as_of - timedelta(days=params.days):
        yield Miss(at, {"page": page.url, "on": max(days)})


def first_day(text: str) -> date | None:
    """The first calendar day in a text, in German, English or ISO form."""
    for match in DAY.finditer(text):
        part = match.groupdict()
        month = part["m"] or part["m3"] or MONTH.get((part["name"] or "").casefold())
        try:
            return date(
                int(part["y"] or part["y2"] or part["y3"]),
                int(month or 0),
                int(part["d"] or part["d2"] or part["d3"]),
            )
        except ValueError:
            continue
    return None
