"""Where a line stands: below which label, above which address, between which lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.names import body, person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.place import Address

MOST_PIECES = 300
"""Pieces among which the name stands: what comes behind them is prose."""
LONGEST = 140
"""Code points of a line that can hold a name."""
NEAR = 7
"""Lines above an address that can belong to it."""
BLOCK = 3
"""Lines right above a street: a name, who acts for it, a house."""
REACH = 5
"""Lines below a label that can belong to it."""
NEXT = 2
"""Lines below a label that hardly belong to anything else."""
HEAD = 80
"""Code points of a line that can say what the next one is."""
TOP = 3
"""Pieces with which a page begins."""
_LAW = re.compile(r"§\s?[56]|TMG|DDG|[Gg]emäß|[Ll]aut\b")
_RESPONSIBLE = ("verantwort", "redaktion", "responsib", "inhaltlich", "v.i.s", "v. i. s", "visdp")
_ACTS_FOR = re.compile(
    r"vertret|represent|vorst|vorsitz|geschäftsführ|leitung|leiter|inhaber|bürgermeister|direktor|schulleit|präsident|sprecher|ansprech",
    re.IGNORECASE,
)
_REACHED = frozenset((topics.PHONE, topics.EMAIL, topics.FAX, topics.WEB))
_LABELS = {
    topics.REPRESENTATIVE: "representative",
    topics.RESPONSIBLE: "responsible",
    topics.CONTACT: "contact",
    topics.ADDRESS: "contact",
}
_OTHERS = frozenset((topics.REPRESENTATIVE, topics.PROSE, topics.UNKNOWN))


def acts_for(text: str, end: int) -> bool:
    """Whether a line says before a character of it that somebody acts for another."""
    return end > 0 and _ACTS_FOR.search(text, 0, end) is not None


class Around:
    """What stands around each piece, asked for one after the other."""

    __slots__ = ("_first", "_found", "_label", "_labelled", "_last", "_pieces", "_responsible", "_top")  # fmt: skip

    def __init__(self, pieces: Pieces, found: list[Address]) -> None:
        self._pieces, self._found = pieces, found
        own = [one.first for one in found if one.topic not in topics.STRANGERS]
        self._first, self._last = (own[0], own[-1]) if own else (-1, len(pieces))
        headings = [piece.source.heading for piece in pieces[:MOST_PIECES]]
        self._top = min(filter(None, headings), default=0)
        self._label: Piece | None = None
        self._labelled = -1
        self._responsible = pieces.texts.marked(*_RESPONSIBLE)

    def step(self, at: int) -> None:
        """Go on to a piece: what the one before it says, counts from now on."""
        before = self._pieces[at - 1] if at else None
        if before is None:
            return
        if before.kind:
            self._label, self._labelled = before, at - 1
        elif before.source.heading and self._label is not None and not body(before.text):
            self._label = None

    def traits(self, at: int) -> Iterator[str]:
        """What holds of the place of this piece."""
        yield from _own(self._pieces[at], self._top)
        if at < TOP:
            yield "at the top of the page"
        yield from self._labels(at)
        yield from self._address(at)
        yield from self._neighbours(at)

    def _labels(self, at: int) -> Iterator[str]:
        label, far = self._label, at - self._labelled
        if label is None or far > REACH or not label.announces:
            return
        if label.kind == topics.PROVIDER:
            if far == 1:
                yield "right below the provider's label"
            elif far > NEXT:
                yield "further below the provider's label"
        elif far <= NEXT and label.kind in _LABELS:
            yield f"below a label: {_LABELS[label.kind]}"
        if far <= NEXT and _LAW.search(label.text) and not topics.IMPRESSUM.search(label.text):
            yield "below a label that names the law"

    def _address(self, at: int) -> Iterator[str]:
        pieces, found = self._pieces, self._found
        if any(one.first <= at <= one.last and (one.first < at or not one.name) for one in found):
            yield "within an address"
        below = next((one for one in found if at < one.first <= at + NEAR), None)
        if below is not None:
            far = below.first - at
            if far == 1:
                yield "right above a street"
            elif far > BLOCK:
                yield "far above a street"
            if below.first == self._first:
                yield "above the first address"
            if any(person(piece.text) for piece in pieces[at + 1 : below.first]):
                yield "a person between it and the street"
        elif not found:
            yield "page without an address"
        elif self._first >= 0 and at > self._last:
            yield "behind the last address"

    def _neighbours(self, at: int) -> Iterator[str]:
        pieces = self._pieces
        before = pieces[at - 1] if at else None
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if (
            before is not None
            and not before.kind
            and any(one.first - NEAR <= at <= one.last for one in self._found)
        ):
            if len(before.text) <= LONGEST and body(before.text):
                yield "a body in the line before"
            if person(before.text):
                yield "a person in the line before"
        if after is not None and after.kind in _REACHED:
            yield "phone or e-mail in the next line"
        elif after is not None and not after.kind and person(after.text):
            yield "a person in the next line"
        for back in (at - 1, at - 2):
            if back in self._responsible and len(pieces[back].text) < HEAD:
                yield "words of responsibility in the lines before"


def _own(piece: Piece, top: int) -> Iterator[str]:
    """What holds of the piece itself."""
    if piece.topic == topics.PROVIDER:
        yield "under the provider's label"
    elif piece.topic in topics.STRANGERS:
        yield "under a stranger's label"
    elif piece.topic in _OTHERS:
        yield f"under another label: {piece.topic}"
    if piece.kind and piece.value and piece.value != piece.text:
        if piece.kind == topics.REPRESENTATIVE:
            yield "behind a label of representation"
        elif piece.kind != topics.PROVIDER and piece.kind not in _LABELS:
            yield "behind another label"
    elif piece.kind:
        yield "is a label"
    if piece.source.heading:
        yield "the page's first heading" if piece.source.heading == top else "a lower heading"
    elif piece.source.hrefs:
        yield "is a link"
