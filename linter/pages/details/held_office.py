"""held_office: who has the office of which a page says that it represents the provider.

"Die Hochschule wird durch die Präsidentin vertreten" names nobody; her name stands elsewhere on the
page, beside the same office: "Prof. Dr. Anna Kern, Präsidentin".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.another import of_another
from linter.pages.details.board import NO_HEAD_ALONE
from linter.pages.details.names import person
from linter.pages.details.office import placed

if TYPE_CHECKING:
    from linter.pages.details.found import Found
    from linter.pages.details.piece import Pieces
    from linter.pages.details.provider import Provider

_ENDING = re.compile(r"(?:innen|in|en|er|e|n|r)?$")
"""How one office ends for women and men, and in a sentence."""
_PARTED = re.compile(r",\s|\s[–—-]\s|\s?[(:]\s?")
LONGEST = 140
SHORTEST = 6
"""Letters of an office that stands for no other."""
MOST = 3


def holders(office: Found, pieces: Pieces, provider: Provider) -> list[Found]:
    """The persons whom other lines name with this office, each once."""
    stem = _ENDING.sub("", office.value.casefold(), count=1)
    if len(stem) < SHORTEST:
        return []
    found: dict[str, Found] = {}
    for index in sorted(pieces.texts.marked(stem)):
        piece = pieces[index]
        text = piece.text
        if piece.topic in topics.STRANGERS or len(text) > LONGEST or NO_HEAD_ALONE.search(text):
            continue
        if of_another(pieces, index, provider):
            continue
        first, parted, rest = _cut(text)
        low, before = rest.casefold(), first.casefold().strip()
        is_held = parted and re.match(rf"(?:(?:der|die)\s)?{re.escape(stem)}", low)
        if is_held or re.fullmatch(rf"(?:(?:der|die)\s)?{re.escape(stem)}\w{{0,5}}", before):
            name = person(first if is_held else rest)
            if name:
                found.setdefault(name.casefold(), placed(name, piece, 0))
    return list(found.values()) if len(found) <= MOST else []


def _cut(text: str) -> tuple[str, str, str]:
    """What stands before and behind the first sign between a name and an office."""
    match = _PARTED.search(text)
    return (text[: match.start()], match.group(), text[match.end() :]) if match else (text, "", "")
