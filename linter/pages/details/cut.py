"""cut: where in one line the next label begins, whatever parts it from what stands before.

"Tel.: 0123 | Verantwortlich für den Inhalt: Anna Kern" parts by a sign; "TelefonAnna" by nothing at
all, where a style sheet sets label and value apart.
"""

from __future__ import annotations

import re

from linter.pages.details import topics
from linter.pages.details.names import person
from linter.pages.details.place import BETWEEN

_LABELS = frozenset(
    (topics.PHONE, topics.FAX, topics.EMAIL, topics.WEB, topics.VAT, topics.REGISTER, topics.AUTHORITY,
     topics.REPRESENTATIVE, topics.RESPONSIBLE)
)  # fmt: skip
"""What a label within a line announces: all that has its value beside it."""
_SIGN = re.compile(rf"{BETWEEN.pattern}|(?<=[\w)][\w)])\.\s(?=[A-ZÄÖÜ])")
"""What may part two fields of a line; in one paragraph, the dot of a sentence."""
_LABELLED = re.compile(r"(?:(?!\s[–—-]\s)[^:;,|·•]){0,60}:(?!//)(?=\s|$)")
"""What goes on behind the words of a label up to its colon."""
_GLUED = re.compile(
    r"(?:(?<=[a-zäöüß])|(?<=[a-zäöüß]{2}\.))(?=[A-ZÄÖÜ][a-zäöüß.]|(?:HR[AB]|VR|GnR|PR|FN)\s?\d|[+(\d])|(?<=\w)(?=(?:DE|ATU)\s?\d)"
)
MAY_STICK = re.compile(r"[A-ZÄÖÜ+(0-9](?<=[a-zäöüß.D].)")
"""Where one may stick, but for an e-mail address: cheaper to ask of all lines at once than of each.

The rarer letter first, for which a text is searched fastest."""
_MAIL = re.compile(r"(?:E-?)?[Mm]ail(?:-?[Aa]dresse)?(?=[\w.+-]{1,64}@)")
MOST_SIGNS = 30
LONGEST_LABEL = 48
LONGEST_GLUED = 160


def signs(text: str) -> list[tuple[int, int]]:
    """Where a sign ends a value and the next begins with its label: begin and end of each sign."""
    found: list[tuple[int, int]] = []
    for match in _SIGN.finditer(text):
        if len(found) >= MOST_SIGNS:
            break
        kind, length = topics.label_of(text[match.end() : match.end() + LONGEST_GLUED])
        if kind in _LABELS and _LABELLED.match(text, match.end() + length):
            found.append(match.span())
    return found


_DASH = re.compile(
    r"(?:\s(?:für|nach|gem\.|gemäß|i\.\s?S\.|im\sSinne|laut|for|according)\s[^:–—]{2,60})?\s?[–—]\s(?=[A-ZÄÖÜ\d+(])"
)
"""What stands between a label and its value in place of a colon."""
_DASH_BEHIND = re.compile(r"[^:–—]{2,60}\s[–—]\s(?=[A-ZÄÖÜ])")
"""The same behind a longer label: "Verantwortlich i.S.d. § 18 MStV – Anna Kern"."""


def dashed(text: str, end: int, kind: str) -> int:
    """Where the value begins that a dash parts from its label; 0 where none does."""
    dash = _DASH.match(text, end)
    if dash is None and kind == topics.RESPONSIBLE and (wide := _DASH_BEHIND.match(text, end)):
        dash = wide if person(text[wide.end() :]) else None
    return dash.end() if dash else 0


def _fits(kind: str, value: str) -> bool:
    """Whether a text can be what a label announces: "FaxGate GmbH" is a name."""
    if kind in {topics.PHONE, topics.FAX}:
        return value[0] in "+(0123456789"
    if kind in {topics.REPRESENTATIVE, topics.RESPONSIBLE}:
        return bool(person(value))
    if kind == topics.REGISTER:
        return "gericht" in value or value[-1:].isdigit()
    return kind == topics.AUTHORITY or any(char.isdigit() for char in value)


def glued(text: str) -> int:
    """Where the value begins that sticks to a label without a blank; 0 where none does."""
    if len(text) > LONGEST_GLUED or ":" in text[:LONGEST_LABEL]:
        return 0
    if "@" in text and (mail := _MAIL.match(text)):
        return mail.end()
    longest = 0
    for match in _GLUED.finditer(text, 0, LONGEST_LABEL):
        label = text[: match.start()]
        kind, end = topics.label_of(label)
        whole = kind in _LABELS and end >= len(label.rstrip("."))
        if whole and _fits(kind, text[match.start() :]):
            longest = len(label)  # "USt-Id" is a label as well as "USt-IdNr."
    return longest
