"""The first line below the provider's label, where nothing in it says that it is a name.

Below "Angaben gemäß § 5 DDG" the first line is the addressee: "Auenglück / Anna Kern / Ringstr. 4"
names a firm and who runs it. That such a line is a name and no remark is seen from what the page
calls itself elsewhere: its title, its copyright, the domain of its mail and of its site.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.names import body, person

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.witnesses import Witnesses

_SITE = re.compile(
    r"familie|family|homepage|website|webseite|seite|blog|portfolio|projekt|privat|fotos|welt\b|\.[a-z]{2,6}$|(?-i:^[a-z\d-]+$)",
    re.IGNORECASE,
)
"""What a private site is called, whose owner is named below: "Katzenblog", "auen-online"."""
_BRAND = re.compile(r"[A-ZÄÖÜ][\wäöüß]*[a-zäöüß][A-ZÄÖÜ]\w*|[A-ZÄÖÜ]{4,}")
"""Capitals where no other word has any: "AuenWerk", "AUENGAU"."""
_REMARK = re.compile(
    r"^(?:Stand|Alle|Bei|Für|Bitte|Hier|Diese[rs]?|Unsere?|Meine?|Ihre?|Im|In|Am|Vom|Zum|Zur|Die\s\w+\s(?:ist|sind))\b|[.!?;:§@]|\d{3}"
)
SURE = 4
"""What `body` says of a name with its legal form."""
MOST_WORDS = 7
MOST_LENGTH = 60


def heads_block(block: list[Piece], text: str, rest: list[str], pieces: Pieces) -> bool:
    """Whether a line stands right below the provider's label and above who may only run it."""
    if not rest or len(text) > MOST_LENGTH or len(text.split()) > MOST_WORDS:
        return False
    # "AUENGLÜCK / Ideen. Gärten. / Anna Kern"
    below = next((line for line in rest[:2] if person(line) or body(line)), "")
    if not (person(below) or 0 < body(below) < SURE) or _REMARK.search(text):
        return False
    if not person(below) and text.isupper():
        return False  # "DRCG / Deutscher Ring Christlicher Gärtner": the whole name stands below
    return _announced(pieces, pieces.index(block[0])) and not _labelled(pieces, below)


def _announced(pieces: Pieces, index: int) -> bool:
    """Whether the provider's label stands above a line, or above what goes on with it: "Träger:"."""
    label = pieces[index - 1] if index else None
    if label is not None and not label.kind and label.text.endswith(":") and index > 1:
        label = pieces[index - 2]
    return label is not None and label.kind == topics.PROVIDER and label.announces


def _labelled(pieces: Pieces, below: str) -> bool:
    """Whether a label names the person below as the provider: "Diensteanbieter: Anna Kern"."""
    name = person(below)
    return bool(name) and any(
        name in pieces[number].value for number in pieces.kinds.get(topics.PROVIDER, ())
    )


def told(text: str, witnesses: Witnesses) -> bool:
    """Whether such a line is a name: written like a brand, or what the page calls itself."""
    if _SITE.search(text):
        return False
    return _BRAND.fullmatch(text) is not None or witnesses.echo(text)
