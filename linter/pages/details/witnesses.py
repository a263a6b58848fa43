"""What a page calls itself elsewhere: in its title, at its top, beside the copyright sign.

None of these is the provider by itself: many are the name of a project or of a place. But a line
above an address that stands there too is hardly anything else, and where the address stands without
a name, what two of them say is it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.names.fold import spell_out
from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.names import body
from linter.pages.details.said_name import SURE, fits
from linter.pages.details.streets import is_street

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.page import Written

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s\d©–-]*(.{3,90}?)(?:\.\s|\.?$|[|·])", re.IGNORECASE
)
_PARTS = re.compile(r"\s*[|·–:]\s+|\s-\s|-\s+(?=Startseite|Home\b|Willkommen)")
_GREETING = re.compile(
    r"(?:herzlich\s)?willkommen\s(?:bei[m]?|auf|in|im|zu[rm]?|an)\s(?:(?:de[rmn]|die|das)\s)?",
    re.IGNORECASE,
)
"""Before the name in a title: "Willkommen bei der Auenschule"."""
_OF = re.compile(r"(?:impressum|imprint)\s(?:de[rs]|von|vom|of)\s(?:the\s)?(?=\S)", re.IGNORECASE)
"""Before the name in a heading: "Impressum der Gemeinde Aue"."""
_COPYRIGHT_ONLY = frozenset(("copyright",))
_HOUSE = re.compile(
    r"(?![A-ZÄÖÜ]{2,4}\s|[A-Z][a-z]?[A-Z])\D+\s[1-9]\d{0,2}\s?[a-z]?(?:\s?[/–-]\s?\d{1,3})?$"
)
"""A street with its number, which may end like a body: "Markt 1". A club is "FC Aue 05"."""
_HOST = re.compile(r"(?<![\w-])[\w-]{3,63}(?=\.[a-z]{2,8}\b)")
SHORTEST = 5
"""Letters of a name that are no accident within a domain."""
FIRST = 4
"""Pieces at the top of a page among which its name can stand."""
MOST_WORDS = 8
MOST_ABOVE = 40
"""Pieces that can stand above the Impressum itself."""
WEAK, STRONG = 0.5, 0.6


class Witnesses:
    """The names that a page gives itself, each with the places where it does.

    They are looked for when somebody asks: most names above an address need none.
    """

    __slots__ = ("_found", "_lines", "_page", "_pieces", "_places", "_read")

    def __init__(self, page: Written, pieces: Pieces) -> None:
        self._page, self._pieces = page, pieces
        self._read = False
        self._found: list[Found] = []
        self._lines: list[tuple[str, int]] = []
        self._places: dict[str, set[str]] = {}

    def _hear(self) -> None:
        if self._read:
            return
        self._read = True
        pieces = self._pieces
        for part in _PARTS.split(self._page.title):
            self._add("title", part, Found(part, 0, 0, WEAK))
        for piece in _top(pieces):
            # A menu is no name, but a name that leads home says what the site is called.
            linked = bool(piece.source.hrefs) and not piece.source.heading
            self._add("top", piece.text, Found(piece.text, *piece.place(), WEAK), linked=linked)
        for piece in pieces:
            if piece.text[:1] in "©(cC" and (match := _COPYRIGHT.match(piece.text)):
                here = Found(match[1], *piece.place(match.start(1)), WEAK)
                self._add("copyright", match[1], here)

    def _add(self, place: str, text: str, found: Found, *, linked: bool = False) -> None:
        text = text.strip(" -–|·»«„“")
        of = _OF.match(text) or _GREETING.match(text)
        name = text[of.end() if of else 0 :].lstrip("»«„")
        start = len(text) - len(name)
        if not name:
            return
        self._places.setdefault(name.casefold(), set()).add(place)
        self._lines.append((name.casefold(), found.line))
        if not linked:
            column = found.column + start if found.column else 0
            self._found.append(Found(name, found.line, column, found.confidence))

    def agree(self, text: str, *, beside: frozenset[int] = frozenset()) -> bool:
        """Whether the page says this of itself, in other lines than these."""
        self._hear()
        low = text.casefold()
        return any(said == low and line not in beside for said, line in self._lines)

    def echo(self, text: str) -> bool:
        """Whether the title, the copyright or the domain of the site or its mail say this name."""
        self._hear()
        word = re.compile(rf"\b{re.escape(text)}\b", re.IGNORECASE)
        if word.search(self._page.title) or any(
            word.search(said) for said, places in self._places.items() if "copyright" in places
        ):
            return True
        letters = _letters(text)
        if len(letters) < SHORTEST:
            return False
        hosts = self._hosts()
        return any(letters in _letters(host) for host in hosts)

    def _hosts(self) -> list[str]:
        """The domains that the page names as its own: those of strangers stand under their labels."""
        own = [piece for piece in self._pieces if piece.topic not in topics.STRANGERS]
        texts = [piece.text for piece in own if "@" in piece.text or "." in piece.text]
        texts += [href for piece in own for href in piece.source.hrefs]
        return [host for text in texts for host in _HOST.findall(text)]

    def certain(self) -> Found | None:
        """The organisation that the page names twice, or with its legal form."""
        self._hear()
        for one in self._found:
            places = self._places[one.value.casefold()]
            # Beside the copyright sign alone may stand whoever made the site or its pictures.
            alone = body(one.value) >= SURE and places != _COPYRIGHT_ONLY
            sure = alone or (body(one.value) and len(places) > 1)
            if sure and _names(one.value):
                return Found(one.value, one.line, one.column, STRONG)
        return None

    def likely(self) -> Found | None:
        """The name of the site, where an address stands without one."""
        self._hear()
        best: tuple[float, Found] | None = None
        for one in self._found:
            if not _names(one.value):
                continue
            places = self._places[one.value.casefold()]
            if places == _COPYRIGHT_ONLY or not (body(one.value) or "title" in places):
                continue
            weight = body(one.value) + 2 * len(places) + ("title" in places)
            if best is None or weight > best[0]:
                best = (weight, one)
        return best[1] if best else None


def _letters(text: str) -> str:
    """The letters of a name as a domain writes them."""
    return "".join(char for char in spell_out(text.casefold()) if char.isalnum())


def _names(text: str) -> bool:
    kind = topics.label_of(text)[0]
    if _HOUSE.match(text) and is_street(text):
        return False
    return (not kind or topics.named_so(text)) and fits(text) and len(text.split()) <= MOST_WORDS


def _top(pieces: Pieces) -> list[Piece]:
    """The first lines, and the headings before the first label of the provider."""
    top = [one for one in pieces[:FIRST] if one.region != "footer" and one.text[0] != "©"]
    for piece in pieces[FIRST:MOST_ABOVE]:
        if piece.kind == topics.PROVIDER:
            break
        if piece.source.heading:
            top.append(piece)
    return top
