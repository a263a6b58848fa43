"""The lines above an address in which the name of the addressee stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.line_name import HOUSE
from linter.pages.details.names import body, guest, person
from linter.pages.details.place import PLACE, PO_BOX
from linter.pages.details.said_name import CLAUSE, ROLE, fits
from linter.pages.details.streets import is_street

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.place import Address

_SEAT = re.compile(r"(?:(?:Firmen)?[Ss]itz\b|Hauptsitz\b)")
"""A label behind which a place stands, with or without a street."""
COMPLETE = frozenset(
    (topics.REGISTER, topics.VAT, topics.PHONE, topics.FAX, topics.EMAIL, topics.WEB)
)
"""Labels that say one thing of the provider, in one line, wherever in the block they stand."""
MOST_ABOVE = 10
LONGEST = 140
"""Code points of a line that can be a name; what is longer describes it."""


def block_of(address: Address, pieces: Pieces) -> tuple[Piece, ...]:
    """The pieces above the street that can hold the name, from top to bottom."""
    block: list[Piece] = []
    if address.name is not None:
        return ()
    region = pieces[address.first].region
    for back in range(address.first - 1, max(address.first - 1 - MOST_ABOVE, -1), -1):
        piece = pieces[back]
        if piece.region != region and not piece.source.heading:
            break
        if len(piece.text) > LONGEST or _stands_between(piece):
            if back and not block and _may_be_name(pieces[back - 1], piece):
                continue
            break
        if not block and piece.kind == topics.ADDRESS and _is_address(piece.value):
            continue  # the address for letters, above that of the house
        if block and piece.digit and not piece.kind and PLACE.match(piece.text):
            break  # the last line of somebody else's address
        if block and _names_heads(pieces, back, block):
            block.clear()
            continue
        if piece.kind and not passes(piece):
            above = pieces[back - 1] if back else piece
            if piece.outer == piece.kind == above.outer and above.line < piece.line:
                # The lines of one cell: its label says what they all are.
                block.append(piece)
                continue
            if (
                piece.value
                and piece.kind
                in {topics.PROVIDER, topics.ADDRESS, topics.CONTACT, topics.RESPONSIBLE}
            ) or (piece.source.heading and body(piece.text) and not block):
                block.append(piece)
            break
        if piece.text.endswith(":") and not piece.kind:
            break
        block.append(piece)
        if (
            piece.source.heading
            and not pieces[address.first].source.heading
            and not (HOUSE.match(piece.text) and back and pieces[back - 1].source.heading)
            and not (back and _one_heading(pieces[back - 1], piece))
            and not (back > 1 and _headed(pieces[back - 2], pieces[back - 1], piece))
        ):
            break
        if piece.gap and block and len(block) > 1 and _named(block):
            break
    return _without_host(block[::-1])


def _is_address(text: str) -> bool:
    """Whether the value of a label is an address and nothing else: "Postfach 1, 44010 Aue"."""
    place = PLACE.search(text)
    before = text[: place.start()].strip(" ,;|") if place else "-"
    return bool(place) and (not before or PO_BOX.fullmatch(before) is not None or is_street(before))


def _one_heading(above: Piece, piece: Piece) -> bool:
    """Whether two lines stand in one heading, or in two that are one below the other."""
    return (
        above.source.heading == piece.source.heading
        and above.line == piece.line - 1
        and not above.kind
        and fits(above.text)
    )


def _headed(label: Piece, above: Piece, piece: Piece) -> bool:
    """Whether a heading stands between the provider's label and another: a firm above its owner."""
    return (
        label.kind == topics.PROVIDER
        and label.announces
        and 0 < above.source.heading < piece.source.heading
        and above.line == piece.line - 1
        and not above.kind
        and fits(above.text)
    )


def _may_be_name(above: Piece, piece: Piece) -> bool:
    """Whether a line is what the line below it describes or names a person at."""
    if above.kind or above.region != piece.region or not fits(above.text):
        return False
    return body(above.text) > 0 or (len(piece.text) <= LONGEST and not CLAUSE.search(above.text))


def _stands_between(piece: Piece) -> bool:
    """Whether a line names whom to turn to at the body above it: "Ansprechpartner: Anna Kern"."""
    return piece.kind == topics.CONTACT and bool(piece.value) and bool(person(piece.value))


def _without_host(block: list[Piece]) -> tuple[Piece, ...]:
    """The lines without "c/o Kulturbund e.V." and what belongs to that: the addressee stands above."""
    host = next((number for number, piece in enumerate(block) if guest(piece.text)), None)
    if host is None:
        return tuple(block)
    return tuple(block[:host] or block[1:])


def _names_heads(pieces: Pieces, index: int, block: list[Piece]) -> bool:
    """Whether a label says of the lines below that they name who represents the name above it."""
    piece, above = pieces[index], pieces[index - 1] if index else None
    return (
        piece.kind == topics.REPRESENTATIVE
        and piece.announces
        and above is not None
        and not (above.kind or (above.digit and PLACE.match(above.text)))
        and above.region == piece.region
        and (not piece.source.heading or bool(body(above.text)))
        and fits(above.text)
        and not CLAUSE.search(above.text)
        and any(person(line.text) for line in block)
    )


def _named(block: list[Piece]) -> bool:
    return any(body(piece.text) or person(piece.text) for piece in block)


def passes(piece: Piece) -> bool:
    """Labels that stand between the name and the street."""
    if piece.kind in {topics.REPRESENTATIVE, topics.LEGAL_FORM}:
        return bool(piece.value) or ROLE.match(piece.text) is not None
    if piece.kind in COMPLETE:
        return bool(piece.value) and not piece.source.heading
    if piece.kind != topics.ADDRESS or piece.source.heading:
        return False
    return (
        piece.announces
        or PLACE.match(piece.value) is not None
        or _SEAT.match(piece.text) is not None
    )
