"""card: a page that says nothing but how to reach somebody, as a visiting card does.

A home page can be such a card; one whose own menu has an entry for the contact page is that page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.pages.kinds import evidence

if TYPE_CHECKING:
    from linter.pages.labels import Labels
    from linter.pages.survey import Survey

MOST_LINES = 24
MOST_LINE = 80
MOST_TEXT = 600
"""Characters that a card and a menu have at most."""


def is_card(found: Survey, labels: Labels) -> bool:
    """Whether name, address and numbers are all that stands beside a menu with such an entry."""
    if not 0 < len(found.text) <= MOST_TEXT:
        return False
    entries = {text.strip(): href for text, href in found.entries()}
    named = any(
        labels.names_contact(text) and not href.startswith("#") for text, href in entries.items()
    )
    if not named or any(any(found.headings(level)) for level in (1, 2, 3)):
        return False
    lines = [line for raw in found.text.split("\n") if (line := raw.strip())]
    own = [line for line in lines if line not in entries]
    if len(own) > MOST_LINES or any(len(line) > MOST_LINE for line in own):
        return False
    low = evidence.plain("\n".join(own))[1]
    return evidence.address(low) and (evidence.mail(low) or evidence.phone(low))
