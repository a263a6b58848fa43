"""adjoined: where an address in running text ends that other words follow without a blank.

Profiles are short of room: "Impressum:www.stadt.de/impressum,Datenschutz:www.stadt.de/datenschutz".
Commas and colons stand in addresses, too, so they end one only where another address or a name
with a colon follows.
"""

from __future__ import annotations

import re

ENDINGS = (
    "de|eu|org|com|net|info|nrw|berlin|bayern|hamburg|koeln|cologne|ruhr|saarland|social|app|at|ch"
    "|gov|edu|tv|page|link|bio"
)
"""How hosts end that are told without a scheme."""
HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,5}"
"""The names of a host but the last."""
SIGNS = "\u2022\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
"""Bullets, arrows and pictures: no address has them."""

_NEXT = rf"(?:https?://|www\.|{HOST}(?:{ENDINGS})(?![\w.-]*\w))"
_NAME = r"[^\W\d_][\w-]{0,30}"
_END = re.compile(
    rf"[{SIGNS}]"
    rf"|[,;|](?:{_NAME}[^\w=/]{{0,4}})?(?={_NEXT})"
    rf"|/(?=[A-ZÄÖÜ]){_NAME}:\s?(?={_NEXT})"
    rf"|[,;|]{_NAME}:(?=[\s@]|$)"
    rf"|(?<=[a-zäöüß])(?=[A-ZÄÖÜ]){_NAME}:\s?(?={_NEXT})"
)
_HINT = re.compile(rf"[,;|:{SIGNS}]")
BEYOND = 60
"""Characters behind an address in which the next may begin."""
_SCHEME = re.compile(r"https?://|www\.|.", re.IGNORECASE | re.DOTALL)


def end_of(text: str, start: int, end: int) -> int:
    """Where the address from `start` ends, which has no white space up to `end`."""
    scheme = _SCHEME.match(text, start)
    begin = scheme.end() if scheme is not None else start
    if _HINT.search(text, begin, end) is None:
        return end
    found = _END.search(text, begin, end + BEYOND)
    return found.start() if found is not None and found.start() < end else end
