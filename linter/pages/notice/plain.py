"""plain: rights that a notice grants in the words of everyday life, or of easy language.

"Sie dürfen fragen: Welche Daten haben Sie von mir?" grants access without the word for it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from linter.pages.notice.operator import is_operators
from linter.pages.notice.wording import either, one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.notice.prose import Prose

NEEDLES = (
    "dürfen", "darfst", " lassen", "auf anfrage", "auf nachfrage", "auf wunsch", "auf antrag", "auf verlangen",
    "auf ihre anfrage", "auf ihren wunsch", "auf ihren antrag", "auf ihr verlangen", "auf deine", "you may ask", "you can ask",
)  # fmt: skip
"""Lower-case letters of which a sentence that grants something like this has some."""
_YOU = either("Sie", "[Dd]u", "[Ww]ir alle", "Betroffene", "Jeder")
_HAVE_DONE = one_of(
    "berichtigen korrigieren ändern verbessern löschen entfernen einschränken sperren"
)
_ASKED = (
    r"\b[Aa]uf (?:(?:Ihre?n?|[Dd]eine?n?) )?(?:Anfrage|Nachfrage|Wunsch|Antrag|Verlangen|Bitte)\b"
)
MAY = re.compile(
    rf"\b{_YOU} (?:dürfen|darfst|darf)\b|\b(?:dürfen|darfst) {_YOU}\b"
    rf"|\b(?:können|kannst|dürfen|darfst)\b[^\n]{{0,160}}\b{_HAVE_DONE} (?:zu )?lassen\b"
    r"|\byou (?:may|can) ask\b"
)
"""How such a sentence grants something."""
ON_REQUEST = re.compile(rf"{_ASKED}[^\n.]{{0,40}}\bwir\b|\bwir\b[^\n.]{{0,60}}{_ASKED}")
"""How it says what the house does if somebody asks for it: that may be anything."""
DONE = {
    "rectification": re.compile(
        r"\b(?:berichtigen|korrigieren) wir\b|\bwir (?:berichtigen|korrigieren)\b|\b(?:berichtigen|korrigieren)(?: (?:und|oder) löschen)?\W*$"
    ),
    "erasure": re.compile(r"\blöschen wir\b|\bwir löschen\b|(?<!nicht )\blöschen\W*$"),
}
"""What the house then does itself; a right to know is told in one way only."""
NOT_DATA = re.compile(r"\b(?:Cookies?|Browser\w*|Bilder?|Fotos?|Inhalte?n?|Kommentare?n?)\b")
"""What is deleted or changed otherwise."""
RIGHTS = {
    "access": re.compile(
        r"\b(?:wissen|erfahren|fragen|ansehen|einsehen|know|ask)\b[^\n.]{0,30}?[,: ] ?(?:was|welche|ob|what|which)\b"
        r"[^\n.?]{0,60}\b(?:Daten|gespeichert|speichern|wissen|data|stored?)\b|\berteilen wir\b[^\n.]{0,60}\bAuskunft\b"
        r"|\bwir\b[^\n.]{0,60}\bAuskunft\b",
        re.IGNORECASE,
    ),
    "rectification": re.compile(
        r"\b(?:berichtigen|korrigieren|richtigstellen)\b|\bDas ist falsch\b|\bfalsche?[sn]?\b[^\n.]{0,60}\b(?:ändern|verbessern)\b",
        re.IGNORECASE,
    ),
    "erasure": re.compile(
        r"(?<!nicht )\blöschen\b(?! Sie (?:diese|die) (?:Mail|E-Mail|App)\b)|\bdelete (?:my|your)\b",
        re.IGNORECASE,
    ),
    "restriction": re.compile(
        r"\b(?:Verarbeitung|Daten)\b[^\n.]{0,40}\beinschränken\b|\b(?:nur noch|erst einmal nur|nicht mehr) (?:aufbewahren|speichern und nicht)",
        re.IGNORECASE,
    ),
    "objection": re.compile(
        r"\bNein sagen\b|\b(?:wir|uns)\b[^\n]{0,60}\bnicht (?:mehr )?(?:nutzen|verarbeiten|benutzen|verwenden)\b|\b(?:verbieten|untersagen)\b",
        re.IGNORECASE,
    ),
}
"""What each of the rights is in such words."""
NAMING = re.compile(
    r"\W*(?:[\dIVX]{1,4}[.)]\s*)?(?:Rechte? auf |Right (?:to|of) )?"
    r"(?:Auskunft|Berichtigung|Löschung|Sperrung|Einschränkung|Widerspruch|Datenübertragbarkeit|Access|Rectification|Erasure)\b(?!.*\?)",
    re.IGNORECASE,
)
"""A heading that begins with one of the rights."""
HEADED = re.compile(
    r"\b(?:haben|hast|hat|steht|stehen|besteht)\b[^\n.]{0,60}\b(?:das|ein|Ihr|dein) (?:\w+ )?Recht\b"
    r"|\byou have the right\b",
    re.IGNORECASE,
)
"""How the first sentence below a heading grants what that names."""
LONGEST = 80
"""Code points of such a heading."""


def in_plain_words(prose: Prose) -> dict[str, int]:
    """Where each right is granted so."""
    found: dict[str, int] = {}
    for start, end in prose.telling(prose.places(*NEEDLES)):
        sentence = prose.text[start:end]
        if NOT_DATA.search(sentence) or is_operators(sentence):
            continue
        if MAY.search(sentence):
            granted = RIGHTS
        elif ON_REQUEST.search(sentence):
            granted = {"access": RIGHTS["access"], **DONE}
        else:
            continue
        for right, words in granted.items():
            if right not in found and (said := words.search(sentence)):
                found[right] = start + said.start()
    return found


def granted_below(prose: Prose) -> Iterator[tuple[int, str]]:
    """The headings with a right's name below which it says that one has it, and where they stand."""
    for index, (line, below) in enumerate(pairwise(prose.lines)):
        if not line.heading or below.heading or len(line.text) > LONGEST:
            continue
        if NAMING.match(line.text) and HEADED.search(below.text[: 2 * LONGEST]):
            yield prose.starts[index], line.text
