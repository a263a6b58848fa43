"""wrapped: sentences that a page cuts in two lines for want of room."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from linter.pages.details.names import LEGAL_FORM

if TYPE_CHECKING:
    from linter.pages.page import Line

_HALF = re.compile(
    r"\s(?:durch|vo[nm]|de[rnms]|die|das|ein(?:e[rnms]?)?|und|oder|sowie|für|i[nm]|am|auf|zu[rm]?|nach|gemäß|ist|sind|wird|werden|the|of|and|by|is|are|for|to)$"
)
"""The last word of a line that goes on in the next."""
_OTHER_HALF = re.compile(r"[a-zäöüß]|.{0,120}\s[a-zäöüß]{4,}\.$")
"""How a line reads that is no name: in the midst of a sentence, or at its end."""
WRAPPED = 70
"""Code points of a line that ends where it does for want of room."""
SHORTEST_LINE = 12
LONGEST = 5_000


def unwrapped(lines: list[Line]) -> list[Line]:
    """The lines, with a sentence that was cut in two before a certain width put together again."""
    whole: list[Line] = []
    last = 0
    for line in lines:
        above = whole[-1] if whole else line
        if (
            whole
            and above.text[-1].islower()
            and len(above.text) >= WRAPPED
            and line.number == last + 1
            and not (line.heading or above.heading or line.row or line.label)
            and line.region == above.region
            and len(above.text) + len(line.text) < LONGEST
            and _HALF.search(above.text, len(above.text) - SHORTEST_LINE)
            and _OTHER_HALF.match(line.text)
            and not LEGAL_FORM.search(line.text)
        ):
            whole[-1] = replace(
                above, text=f"{above.text} {line.text}", hrefs=above.hrefs + line.hrefs,
                marks=above.marks + line.marks,
            )  # fmt: skip
        else:
            whole.append(line)
        last = line.number
    return whole
