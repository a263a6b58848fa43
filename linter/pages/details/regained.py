"""regained: how to reach the provider, where it stands below the label of somebody else.

"Prüfungsverband: Auenverband e.V., Hamm / Telefon: … / E-Mail: info@auenbau.example": the label
says all in its line, and the domain of the mail is the provider's by name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.names.fold import spell_out
from linter.pages.details import topics
from linter.pages.details.place import PLACE
from linter.pages.telling import telling

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.provider import Provider

_COMPLETE = re.compile(
    r"\W*(?:[\w-]+\s){0,2}[\w-]*(?:prüfungsverb|aufsicht|genehmigungs|erlaubnis|zulassungs|kammer|beirat|kuratorium|verwaltungsrat)",
    re.IGNORECASE,
)
"""Labels of those who only oversee the provider."""
_DOMAIN = re.compile(r"@([\w.-]{4,80})")
LETTERS = 4
"""Letters of a word that tells one house from another."""
FEWEST_DIGITS = 6
NEAR = 3
"""Lines behind a complete one in which another's address no longer goes on."""
FARTHEST = 6
"""Pieces behind such a label in which the provider's own may stand."""


def regain(pieces: Pieces, provider: Provider) -> None:
    """Put under the provider's topic what is the provider's by the domain of its mail."""
    own = telling(provider.name.value, LETTERS) if provider.name else set()
    for index in sorted(pieces.texts.having("@")) if own else ():
        piece = pieces[index]
        if piece.topic not in {topics.AUTHORITY, topics.CHAMBER, topics.OTHER}:
            continue
        label = _label_of(pieces, index)
        if label < 0 or not _is_own(piece, pieces[label], own):
            continue
        between = pieces[label + 1 : index]
        if any(one.digit and PLACE.search(one.text) for one in between):
            continue  # the address of who oversees
        for one in (*between, *_beside(pieces, index)):
            if one.line != pieces[label].line and (one is piece or "@" not in one.text):
                one.topic = topics.PROVIDER


def regain_ways(pieces: Pieces, provider: Provider) -> None:
    """Put under the provider's topic how to reach somebody, where nothing else says that of the provider.

    "Aufsichtsbehörde: Landratsamt Auen, Augasse 9, 59063 Hamm / E-Mail: post@aue.example": the line
    of the authority is complete, and a page that gives no other address has to mean its own.
    """
    if provider.address is None:
        return
    own = [piece for piece in pieces if piece.topic not in topics.STRANGERS]
    told = {piece.kind for piece in own} | {topics.EMAIL for piece in own if "@" in piece.text}
    missing = {topics.EMAIL, topics.PHONE} - told
    if topics.PHONE in missing:
        missing.add(topics.FAX)
    for kind in sorted(missing):
        for index in pieces.kinds.get(kind, ()):
            piece = pieces[index]
            back = range(index - 1, max(index - 1 - FARTHEST, -1), -1)
            at = next((one for one in back if pieces[one].kind in topics.STRANGERS), -1)
            label, between = pieces[at], pieces[max(at, 0) : index]
            if (
                at >= 0
                and piece.value
                and not label.source.heading
                and 0 < piece.line - label.line <= NEAR
                and piece.topic == label.topic != topics.PRIVACY
                and PLACE.search(label.source.text)
                and all(one.kind in missing for one in between if one.line != label.line)
            ):
                piece.topic = topics.PROVIDER


def _label_of(pieces: Pieces, index: int) -> int:
    """The number of the label of who oversees, whose value is complete; -1 where there is none."""
    for back in range(index - 1, max(index - 1 - FARTHEST, -1), -1):
        label = pieces[back]
        if label.kind in topics.STRANGERS:
            said = label.text if label.at else label.source.label or label.text
            whole = _COMPLETE.match(said) or _is_told(label)
            return back if label.value and whole else -1
    return -1


def _is_told(label: Piece) -> bool:
    """Whether a line says of somebody how to call and how to write: what follows is about others."""
    text = label.source.text
    return "@" in text and sum(map(str.isdigit, text)) >= FEWEST_DIGITS and ":" in text


def _beside(pieces: Pieces, index: int) -> list[Piece]:
    """The piece and what stands in its line behind it."""
    line = pieces[index].line
    return [one for one in pieces[index : index + FARTHEST] if one.line == line]


def _is_own(piece: Piece, label: Piece, own: set[str]) -> bool:
    """Whether the domain of an address has a word of the provider's name, and not of the other's."""
    if piece.line == label.line:
        return False
    said = "" if _is_told(label) else spell_out(label.value)
    words = [word for word in map(spell_out, own) if word not in said]
    return any(word in spell_out(one[1]) for one in _DOMAIN.finditer(piece.text) for word in words)
