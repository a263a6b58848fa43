"""Who is named with an office but represents another body than the provider, or nobody any more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details.names import LEGAL_FORM
from linter.pages.details.office import OFFICE

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.provider import Provider

_FORMER = re.compile(
    r"\W*(?:(?:Herrn?|Frau|Der|Die)\s)?(?:(?:Alt|Ehren)-?(?:ober)?(?:bürgermeister|landr[aä]t|präsident|dekan|rektor|senator|wehrführer)"
    r"|[\w-]*(?:bürgermeister|landrat|landrätin|präsident|minister|direktor|rektor|senator)(?:in)?\s?a\.\s?D\.|(?:ehem(?:alige[rn]?|\.)|frühere[rn]?)\s)",
    re.IGNORECASE,
)
"""An office that somebody held: "Altbürgermeister", "Oberbürgermeister a. D."."""
_WHOSE = re.compile(
    rf"\b(?:{OFFICE}|[Vv]ertret(?:ung|er(?:in)?))\s(?:der|des)\s(?P<whose>[\w-]{{0,30}}?"
    r"(?:stiftung|(?:förder|heimat|bürger|kultur)verein|beirat|personalrat|betriebsrat|stelle|sprecher(?:in)?|museum|marketing|theater|bücherei|bibliothek|feuerwehr|"
    r"redaktion|abteilung|referat|fachbereich|dezernat|sachgebiet|archiv|volkshochschule|musikschule|eigenbetrieb|fraktion))(?:e?s)?\b",
    re.IGNORECASE,
)
"""Whose head somebody is, where that is a part of the provider or another body."""
_OF_PART = re.compile(
    r"\W*(?:Orts|Bezirks)(?:bürgermeister|vorsteher|amtsleiter)(?:in)?\s(?:(?:von|in|für)\s)?(?P<place>[A-ZÄÖÜ][\w-]+)\s?:"
)
"""Who heads a part of the town, which the label calls by its name."""
_HEADS_FIRM = re.compile(r"\W*(?:Geschäftsführ|Inhaber|Vorstand|Vorsitz|GF\b|CEO\b)", re.IGNORECASE)


def of_another(pieces: Pieces, index: int, provider: Provider) -> bool:
    """Whether a piece names somebody who does not represent the provider, whatever the office."""
    piece = pieces[index]
    if _FORMER.match(piece.text):
        return True
    name = provider.name.value if provider.name else ""
    if not name:
        return False
    part = _OF_PART.match(piece.text)
    if part and part["place"] not in name:
        return True
    whose = _WHOSE.search(piece.text)
    if whose and not _told(whose["whose"], name, pieces, index):
        return True
    if LEGAL_FORM.search(name) or not _HEADS_FIRM.match(piece.text):
        return False
    # "Hosting: Netzwerk GmbH, Geschäftsführer: Jo Kern"
    above = pieces[index - 1] if index else piece
    return _is_firm(above, name) and (above.line == piece.line or not piece.gap)


def _told(whose: str, name: str, pieces: Pieces, index: int) -> bool:
    """Whether the page has told of it before: then it may be about it, whoever bears it."""
    return whose.casefold() in name.casefold() or pieces.texts.told(whose, index)


def _is_firm(piece: Piece, name: str) -> bool:
    return LEGAL_FORM.search(piece.text) is not None and name not in piece.text
