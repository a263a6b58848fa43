"""A name with something of the person's written on to it: `benlimbach`, `reulpolitik`, `kalaumann`.

Only the own house believes it: anywhere else such letters make another word as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.names.surroundings import Surroundings
    from linter.registry.account import Person


def glued(text: Surroundings, index: int, people: tuple[Person, ...]) -> list[str]:
    """What supports the name at the piece; nothing where other letters stand beside it, too."""
    letters, bounds, piece = text.letters.text, text.letters.bounds, text.pieces[index]
    first, last = piece.start, piece.end
    while not bounds[first]:
        first -= 1
    while not bounds[last]:
        last += 1
    before, behind = letters[first : piece.start], letters[piece.end : last]
    support = []
    if before:
        if not any(name.startswith(before) for one in people for name in text.firsts(one)):
            return []
        support.append("shortened")
    if behind and not text.clean(index, 1):
        if behind not in text.lexicon.politics:
            return []
        support.append("politics")
    return support
