"""ceded: how to reach somebody else, whose name and address stand before that in the same line.

"Gewerbeerlaubnis der Stadt Hamm, Ringstr. 9, 59065 Hamm, Tel. …": no label says whose that is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.names import LEGAL_FORM

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.provider import Provider

_REACHED = (topics.PHONE, topics.FAX, topics.EMAIL, topics.WEB)
_PLACED = re.compile(r"\b\d{5}\s+[A-ZÄÖÜ]")
_SENTENCE = re.compile(r"(?<=\w\w)\.\s(?=[A-ZÄÖÜ])")
_THEIRS = re.compile(
    r"kammer\b|aufsicht|\w(?:amt|behörde)\b|\b(?:Landr[aä]t\w*|Stadt|Landkreis|Kreis|Gemeinde|Bezirksregierung|Regierung|Ministerium)\s[A-ZÄÖÜd]"
    r"|beauftragte|schlichtung|ombud|register\b|versicherung|\b(?:Diözese|Bistum|Dekanat|Kirchenkreis|Landeskirche)\b|\bBundes\w+|\bLandes\w+",
    re.IGNORECASE,
)


def cede(pieces: Pieces, provider: Provider) -> None:
    """Take from the provider's topic the numbers and addresses that are another's."""
    if provider.address is None or provider.address.street is None or provider.name is None:
        return
    own = range(provider.address.first, provider.address.last + 1)
    for index in sorted(pieces.of(*_REACHED)):
        piece = pieces[index]
        if not piece.value or piece.topic in topics.STRANGERS or piece.source.label:
            continue
        back = index - 1
        while back >= 0 and pieces[back].line == piece.line and pieces[back].kind in _REACHED:
            back -= 1
        if back < 0 or back in own or pieces[back].line != piece.line:
            continue
        if _is_anothers(pieces[back], provider.name.value):
            piece.topic = topics.AUTHORITY


def _is_anothers(piece: Piece, name: str) -> bool:
    """Whether a piece gives the address of a body that is not the provider."""
    text = piece.text
    place = _PLACED.search(text) if piece.digit and piece.topic not in topics.STRANGERS else None
    if place is None:
        return False
    before = _SENTENCE.split(text[: place.start()])[-1]
    if name in before:
        return False
    return _THEIRS.search(before) is not None or LEGAL_FORM.search(before) is not None
