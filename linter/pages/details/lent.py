"""lent: what only the notice on the same page says of the provider: who is responsible, and where.

"Impressum / Vereinsregister: VR 4711 / Datenschutzerklärung / Verantwortliche Stelle: Chor Auental,
Ringstr. 4": a reader of the page finds both, whatever part they stand in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces

_NEEDLES = ("verantwortlich", "controller")
_LABEL = re.compile(
    r"(?:verantwortliche[rnms]?(?:\s(?:stelle|person))?|controller)\b(?!\s(?:für|for)\s(?:den|die)\s(?:inhalt|redaktion))",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\b(?:\d{5}|(?!(?:19|20)\d\d\b)\d{4})\s+[A-ZÄÖÜ]")
"""A postal code with its place, and no year with a name."""
_TELLS = frozenset(
    (
        topics.REGISTER,
        topics.VAT,
        topics.REPRESENTATIVE,
        topics.RESPONSIBLE,
        topics.PHONE,
        topics.EMAIL,
    )
)
"""Labels of which a part that only leads to an Impressum has none."""
_ENDS = re.compile(r"beauftragte|aufsicht|hosting|webhost|\bofficer\b", re.IGNORECASE)
"""Whoever else is named in a notice."""
LABEL = 90
LONGEST = 140
"""Code points of a line of an address; what is longer is the text again."""
MOST = 12
"""Lines below the label that may be about it."""


def lend(pieces: Pieces) -> None:
    """Put under the provider's topic what is missing above, from the block of who is responsible."""
    own = [piece for piece in pieces if piece.topic not in topics.STRANGERS]
    placed = any(piece.digit and _PLACED.search(piece.text) for piece in own)
    written = any("@" in piece.text or topics.EMAIL in {piece.kind, piece.outer} for piece in own)
    called = any(topics.PHONE in {piece.kind, piece.outer} for piece in own)
    if not placed and not any(piece.kind in _TELLS for piece in own):
        return
    for index in sorted(pieces.texts.marked(*_NEEDLES)):
        if placed and written:
            return
        block = _block(pieces, index)
        if not placed and any(one.digit and _PLACED.search(one.text) for one in block):
            placed = True
            for one in block:
                one.topic = topics.PROVIDER
        elif not (written and called):
            for one in block:
                if _reaches(one, written=written, called=called):
                    one.topic = topics.PROVIDER
        written = written or any("@" in one.text for one in block)


def _reaches(piece: Piece, *, written: bool, called: bool) -> bool:
    """Whether a line says how to write or to call, which nothing else on the page does."""
    if "@" in piece.text or piece.kind == topics.EMAIL:
        return not written
    return piece.kind == topics.PHONE and not called


def _block(pieces: Pieces, index: int) -> list[Piece]:
    """What stands below a label for who is responsible, as far as that is an address."""
    head = pieces[index]
    said = _LABEL.search(head.text)
    if head.topic != topics.PRIVACY or said is None or _ENDS.search(head.text):
        return []
    if not (len(head.text) <= LABEL or head.text.endswith((":", " ist", " ist die", " ist der"))):
        return []
    block: list[Piece] = []
    for piece in pieces[index + 1 : index + 1 + MOST]:
        if piece.topic != topics.PRIVACY or piece.source.heading or _ENDS.search(piece.text):
            break
        if block and (piece.source.bold or len(piece.text) > LONGEST):
            break
        block.append(piece)
    return block
