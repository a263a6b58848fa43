"""seat: the address of a body on a page that begins with those of people who do something for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details.above import block_of
from linter.pages.details.names import body, person

if TYPE_CHECKING:
    from linter.pages.details.piece import Pieces
    from linter.pages.details.place import Address

_SERVES = re.compile(
    r"\W*(?:[\w-]*(?:referent|webmaster|ansprechpartner|wart|koordinator|sprecher|sekretär|trainer|betreuer|beauftragte|redakteur|admin(?:istrator)?)(?:in|innen|r|n)?\b|kontakt\s\w)",
    re.IGNORECASE,
)
"""What somebody does for a body: "Referent für Jugend", "Ansprechpartnerin Presse"."""
FAR_OFF = 2
"""Points by which an address may come after another whose place it takes."""


def seat(address: Address, own: list[Address], ranks: dict[int, float], pieces: Pieces) -> Address:
    """The address of the body, where that chosen is but of somebody with a function in it.

    "Referent für Jugend / Jo Kern / Am Hang 2 … Auenbund Geschäftsstelle / Ringstr. 4"
    """
    if not _is_functionary(address, pieces):
        return address
    for other in own:
        near = ranks[id(other)] >= ranks[id(address)] - FAR_OFF and other.region == address.region
        if other is address or not (near and other.street and other.code):
            continue
        if other.name is None and any(body(piece.text) for piece in block_of(other, pieces)):
            return other
    return address


def _is_functionary(address: Address, pieces: Pieces) -> bool:
    """Whether nobody but a person stands above an address, and above them what they are there for."""
    block = block_of(address, pieces)
    names = [number for number, piece in enumerate(block) if person(piece.text)]
    if not names or any(body(piece.text) for piece in block):
        return False
    first = pieces.index(block[0])
    above = pieces[first - 1] if not names[0] and first else block[max(names[0] - 1, 0)]
    return _SERVES.match(above.text) is not None
