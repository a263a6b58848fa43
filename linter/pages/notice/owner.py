"""owner: whose a notice is that names nobody as responsible: by its heading, or its last section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.notice.names import BODY, FORM, name_in

if TYPE_CHECKING:
    from linter.pages.notice.prose import Prose

HEADED = re.compile(
    r"\W*(?:\d+\.?\s*)?(?:Datenschutz(?:erklärung|hinweise?|informationen?|bestimmungen)|(?:Data\s)?Privacy\s(?:policy|notice|statement))"
    r"\s(?:der|des|von|of(?:\sthe)?)\s(?:Website\s(?:der|des|von)\s)?(?=[A-ZÄÖÜ])",
    re.IGNORECASE,
)
"""How a heading says whose notice follows: "Datenschutzerklärung der Aue gGmbH"."""
CONTACT = re.compile(
    r"\W*(?:\d+\.?\d*\.?\s*)?(?:Kontakt(?:daten)?|Ihr\sKontakt|Contact(?:\sus|\sdetails)?)\W*",
    re.IGNORECASE,
)
PLACED = re.compile(r"(?:^|\s)(?:D-|A-|CH-)?\d{4,5}\s[A-ZÄÖÜ]")
NEAR = 3
"""Lines below a name in which its postal code stands."""
LONGEST = 90


def owner(prose: Prose) -> tuple[str | None, int | None]:
    """The literal name and its place; only a body, club or firm that is called so is believed."""
    for index, line in enumerate(prose.lines):
        if not line.heading:
            continue
        text = line.text[: 2 * LONGEST]
        if head := HEADED.match(text):
            name = _name(text[head.end() :])
            if name:
                return name, prose.starts[index] + text.find(name)
        elif CONTACT.fullmatch(text) and (found := _below(prose, index)):
            return found
    return None, None


def _below(prose: Prose, index: int) -> tuple[str, int] | None:
    """The name below a heading "Kontakt", where an address follows."""
    lines = prose.lines[index + 1 : index + 2 + NEAR]
    if not lines or len(lines[0].text) > LONGEST:
        return None
    name = _name(lines[0].text)
    if not name or not any(PLACED.search(line.text[:LONGEST]) for line in lines):
        return None
    return name, prose.starts[index + 1] + lines[0].text.find(name)


def _name(text: str) -> str | None:
    name = name_in(text)
    return name if name and ":" not in name and (FORM.search(name) or BODY.search(name)) else None
