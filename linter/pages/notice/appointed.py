"""appointed: the name of the data protection officer in the sentence that has the word for one."""

from __future__ import annotations

import re

from linter.pages.notice.names import person_in

_NOW = r"(?:derzeit|zurzeit|zur\sZeit|z\.\s?Zt\.|aktuell|gegenwärtig|momentan|namentlich|currently|wahr)"
_SAYS = rf"(?:ist|is|wurde|wird|heißt|lautet|bestellt|benannt|durch|übt|von|{_NOW})"
BEHIND = re.compile(
    rf"(?:^(?:/-?(?:r|in)|[*:_·](?:r|in)|\(r\)|/r)?\s|[,:(–-]\s?|\b{_SAYS}:?\s|\b(?:Herrn?|Frau)\s)+(?:(?:Herrn?|Frau)\s)?(?=[A-ZÄÖÜ])"
)
"""Behind what the name stands: "…, derzeit Dr. Kern", "Datenschutzbeauftragte/r: Anna Lutz"."""
_LABEL = re.compile(r"(?:\s(?:der|des|von)\s[^\n:.,@]{3,60})?\s?:\s+(?=[A-ZÄÖÜ])")
AHEAD = re.compile(r"(?:^\W*|\b(?:Herrn?|Frau)\s)+(?=[A-ZÄÖÜ])")
"""Behind what it stands where the word comes later: "Wir haben Frau Lutz zur … bestellt"."""
_HOLDS = re.compile(r"\s?(?:[(,–-]|(?:ist|is|wurde|wird|als|übt|nimmt)\b)")
_ANOTHER = re.compile(r"\b(?:oder|sowie|beziehungsweise|bzw\.)\s|[:;]")
_FIELD = re.compile(
    r"\W*(?:(?:Vor-?\sund\s(?:Nach|Zu))?[Nn]ame|Ansprechpartner(?:in)?|z\.\s?Hd[nls]?|zu\sHänden(?:\svon)?)\b\W*(?:(?:der|des)\s)?"
)
"""What may stand before the name in a line of its own."""
MOST = 12
"""Places of a sentence that are looked at."""


def in_sentence(before: str, behind: str, most: int) -> tuple[str, int] | None:
    """The name and its place from the word on; negative where it stands before that.

    most: where the sentence ends behind the word; a name may have a dot and go on.
    """
    for at in _places(BEHIND, behind[:most]):
        if name := one(behind[at:]):
            return name, at
    label = _LABEL.match(behind[:most])
    if label and (name := person_in(behind[label.end() :])):
        return (
            name,
            label.end(),
        )  # whatever is called so: "Datenschutzbeauftragter: Büro Datenfrieden"
    for at in _places(AHEAD, before):
        name = one(before[at:])
        rest = before[at + len(name or "") :]
        honoured = at > 0 and before[:at].rstrip().endswith(("Herr", "Herrn", "Frau"))
        if name and not _ANOTHER.search(rest) and (honoured or _HOLDS.match(rest)):
            return name, at - len(before)
    return None


def _places(pattern: re.Pattern[str], text: str) -> list[int]:
    return [found.end() for found, _ in zip(pattern.finditer(text), range(MOST), strict=False)]


def one(text: str) -> str | None:
    """The name of a person at the beginning of a text, and nothing that only looks like one."""
    from linter.pages.details.names import person  # noqa: PLC0415 - only where somebody may be named

    if field := _FIELD.match(text):
        text = text[field.end() :]
    name = person_in(text)
    return name if name and person(name) else None
