"""aside: what a notice says that is no statement of the house: a definition, a right, an operator's.

Where "Empfänger" is defined, the right of access comprises the purposes or Meta names its legal basis, the house
has not said who gets its data, what for and on what basis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from linter.pages.notice.definition import defines
from linter.pages.notice.granted import granted_from
from linter.pages.notice.operator import is_operators
from linter.pages.sentences import spans

if TYPE_CHECKING:
    from collections.abc import Collection


class Searched(Protocol):
    """What a text is searched with: the wordings of a rule."""

    def search(self, text: str, /) -> object:
        """What was found, or None."""


LONGEST = 1000
"""Code points of a sentence that can be passed over: no longer one speaks of one thing."""


def own_part(sentence: str, kinds: Collection[str]) -> int:
    """How much of a sentence is the house's own statement; 0 where none of it is.

    kinds: which other statements there may be: `definition`, `right`, `operator`.
    """
    if "definition" in kinds and defines(sentence):
        return 0
    if "operator" in kinds and is_operators(sentence):
        return 0
    granted = granted_from(sentence) if "right" in kinds else None
    return len(sentence) if granted is None else granted


def without(text: str, kinds: Collection[str], passed: Searched | None = None) -> str:
    """A text with what is no statement of the house blanked out, every line in its place.

    passed: what further sentences read like that are blanked out.
    """
    lines = []
    for line in text.split("\n"):
        kept = line
        for start, end in spans(line):
            sentence = line[start:end]
            over = passed is not None and len(sentence) <= LONGEST and passed.search(sentence)
            part = 0 if over else own_part(sentence, kinds)
            if part < end - start:
                kept = kept[: start + part] + " " * (end - start - part) + kept[end:]
        lines.append(kept)
    return "\n".join(lines)
