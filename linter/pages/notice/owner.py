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
WE = re.compile(
    r"\b[Ww]ir,\s(?:die|der|das)\s([A-ZÄÖÜ][^\n:;,]{3,100}),(?=[^\n.]{0,100}\b(?:Daten|verarbeite|Datenschutz))"
    r"|\b(?:verarbeite|erhebe|speicher)[nt]?\swir,\s(?:die|der|das)\s([A-ZÄÖÜ][^\n:;,]{3,100}),"
)
"""How a house says who processes the data: "verarbeiten wir, die Auenfunk GmbH, Daten"."""
AROUND = 250
"""Code points of it that may stand around the word for us."""
CONTACT = re.compile(
    r"\W*(?:\d+\.?\d*\.?\s*)?(?:Kontakt(?:daten)?|Ihr\sKontakt|Contact(?:\sus|\sdetails)?"
    r"|Wer\s(?:wir\ssind|sind\swir|(?:verarbeitet|erhebt|speichert)\s(?:\w+\s){0,3}Daten)|Who\s(?:we\sare|are\swe))\W*",
    re.IGNORECASE,
)
PLACED = re.compile(r"(?:^|\s)(?:D-|A-|CH-)?\d{4,5}\s[A-ZÄÖÜ]")
NEAR = 3
"""Lines below a name in which its postal code stands."""
LONGEST = 90


def owner(prose: Prose) -> tuple[str | None, int | None]:
    """The literal name and its place; only a body, club or firm that is called so is believed."""
    for said in prose.matches(WE, prose.places("wir, d"), AROUND):
        if said.lastindex and (name := _name(said[said.lastindex])):
            return name, said.start(said.lastindex)
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
