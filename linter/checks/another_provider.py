"""another_provider: whether the provider that an Impressum names is the account's authority itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.designations import designations
from linter.checks.page_seen import text_of, value_of

if TYPE_CHECKING:
    from linter.pages.page import Page
    from linter.subject import Subject

HEAD = re.compile(
    r"(?:(?:die|der|das|the)\s+)?(?:[\w-]*(?:bürgermeister|landr[aä]t|magistrat|präsident|minister|direktor)\w*\s+(?:de[rs]|of)\s+)?",
    re.IGNORECASE,
)
"""What may stand before an authority's name and is still it: "Der Magistrat der Stadt Aue"."""
TITLED = (
    (
        re.compile(r"\b(?:landeshaupt|bundes|hanse|universitäts|kreis)stadt\b", re.IGNORECASE),
        "Stadt",
    ),
    (re.compile(r"\b(stadt|gemeinde|kreis)verwaltung\b", re.IGNORECASE), r"\1"),
)
"""Titles of towns, which their names may leave out, and what administers them."""


PART = re.compile(
    r"amt\b|fachbereich|fachdienst|abteilung|dezernat|referat\b|stelle\b|büro\b|betrieb\b|bücherei|bibliothek|museum|schule\b|feuerwehr|archiv|theater|kindergarten|kita\b",
    re.IGNORECASE,
)
"""A part of an authority, which may have a house and a head of its own."""


def is_another(subject: Subject, page: Page) -> bool:
    """Whether a provider is named that is not the authority itself, or a part of it at an address.

    A library or a fire brigade has an address and a head of its own, though it is the city's.
    """
    found, street = (value_of(page, "impressum", key) for key in ("provider_name", "street"))
    name = plain = text_of(found).strip()
    known = designations(subject.authority)
    if not name or not known:
        return False
    for title, instead in TITLED:
        plain = title.sub(instead, plain)
    named = [
        spelt[match.end() :]
        for spelt in (name, plain)
        for pattern in known
        if (match := pattern.search(spelt)) and HEAD.fullmatch(spelt, 0, match.start())
    ]
    if not named or PART.search(min(named, key=len)):
        return True
    last = getattr(street, "line", 0)
    between = (line.text for line in page.visible if found.line < line.number < last)
    return any(map(PART.search, between))
