"""field_name: the provider's name in a field of its own, beside the field of the address.

"Verein | Auenbund / Anschrift | Pfarrheim, Ringstr. 4": what stands before the street there is a
house, and nobody's name.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.names import LEGAL_FORM, body
from linter.pages.details.said_name import CLAUSE, fits

if TYPE_CHECKING:
    from linter.pages.details.piece import Pieces
    from linter.pages.details.place import Address

FARTHEST = 12
"""Pieces above the address in which that field stands."""


def named_apart(address: Address, name: Found, pieces: Pieces) -> Found | None:
    """The name above the field of the address, which begins with a house: "Verein | Auenbund"."""
    at = address.first
    if pieces[at].kind != topics.ADDRESS or LEGAL_FORM.search(name.value):
        return None
    while at and pieces[at - 1].kind == topics.ADDRESS and pieces[at - 1].announces:
        at -= 1
    above = pieces[at - 1] if at else None
    if above is None or above.region != address.region or above.topic in topics.STRANGERS:
        return None
    field = above.kind == topics.PROVIDER and above.value and (above.at or above.outer)
    if not field and (above.kind or not LEGAL_FORM.search(above.text)):
        return None
    text = above.value.strip(" ,")
    named = fits(text) and not CLAUSE.search(text) and "," not in text
    return Found(text, *above.place(above.at), 0.8) if named else None


def of_field(name: Found, pieces: Pieces) -> Found | None:
    """The name in a field of its own, where the other is but a line of the address: "Haus am See"."""
    at = bisect_left(pieces, name.line, key=lambda piece: piece.line)
    if at >= len(pieces) or pieces[at].outer != topics.ADDRESS or LEGAL_FORM.search(name.value):
        return None
    for field in reversed(pieces[max(at - FARTHEST, 0) : at]):
        if field.kind == field.outer == topics.PROVIDER and not field.at and fits(field.value):
            return Found(field.value, *field.place(), 0.8) if body(field.value) else None
    return None
