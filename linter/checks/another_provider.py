"""another_provider: whether the provider that an Impressum names is the account's authority itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.designations import designations
from linter.checks.page_seen import text_of, value_of

if TYPE_CHECKING:
    from linter.pages.page import Page
    from linter.subject import Subject

ARTICLE = re.compile(r"^(?:die|der|das|the)\s+", re.IGNORECASE)
TITLED = re.compile(
    r"\b(?:landeshaupt|bundes|hanse|universitäts|kreis|(?:große )?kreis)stadt\b", re.IGNORECASE
)
"""Titles of towns, which their names may leave out."""


def is_another(subject: Subject, page: Page) -> bool:
    """Whether a provider is named whose name does not begin with one of the authority's names.

    A library or a fire brigade has an address and a head of its own, though it is the city's.
    """
    name = ARTICLE.sub("", text_of(value_of(page, "impressum", "provider_name")).strip())
    known = designations(subject.authority)
    if not name or not known:
        return False
    for spelt in (name, TITLED.sub("Stadt", name)):
        for pattern in known:
            found = pattern.search(spelt)
            if found is not None and found.start() == 0:
                return False
    return True
