"""The supervisory authority (§ 5 (1) no. 3 DDG), or the chamber where only that is named."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.names import body

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces

_LEAD = re.compile(
    r"^(?:\s*(?:ist|sind|is|obliegt|bei|beim|durch|wird|ausgeübt|von|of|über|für)\b)*\s*(?:(?:die|der|das|dem|den|the)\s)?",
    re.IGNORECASE,
)
_CUT = re.compile(
    r",\s(?=[A-ZÄÖÜ][\w.-]*(?:\s[\w.-]+){0,4}\s\d)|,\s(?=\d{4,5}\s)|\s\|\s|\s[–-]\s(?=https?|www)|\s\((?=http|www)|\s(?=https?://|www\.)|\s\((?=[^)]*\d)|,\s(?=Postfach)|[.]\s|,\s*$|:\s(?=www|http)",
)
_WEB = re.compile(r"^(?:https?://|www\.)\S+$")
_NOT = re.compile(r"aufsichtsrat|aufsichtsperson|aufsichtsmaß|aufsichtspflicht", re.IGNORECASE)


_SENTENCE = re.compile(
    r"\b(?:[Rr]echts|[Ff]ach|[Dd]ienst|[Kk]ommunal)?-?[Aa]ufsicht(?:sbehörde|führende\sBehörde)?\b[^.:;]{0,60}?\s(?:ist|sind|liegt\sbeim?|obliegt)\s(?=(?:d(?:as|ie|er|em)\s)?[A-ZÄÖÜ])"
    r"|(?<=[.;,]\s)(?:[Zz]uständige\s)?(?:[Rr]echts|[Ff]ach|[Dd]ienst|[Kk]ommunal)?-?[Aa]ufsichts?behörde:\s(?=[A-ZÄÖÜ])"
)
MOST_TEXT = 3000


def authority_of(pieces: Pieces) -> Found | None:
    """Return the supervisory authority in the page's words."""
    return _under(pieces, topics.AUTHORITY) or _in_text(pieces) or _under(pieces, topics.CHAMBER)


def _in_text(pieces: Pieces) -> Found | None:
    """An authority that a sentence names: "Zuständige Aufsichtsbehörde ist das Ministerium …"."""
    for index in sorted(pieces.texts.marked("aufsicht")):
        piece = pieces[index]
        if piece.topic in {topics.PRIVACY, topics.OTHER}:
            continue
        for said in _SENTENCE.finditer(piece.text[:MOST_TEXT]):
            found = _value(piece.text[said.end() : said.end() + 200], piece, said.end())
            if found and body(found.value):
                return found
    return None


def _under(pieces: Pieces, kind: str) -> Found | None:
    for index in pieces.kinds.get(kind, ()):
        piece = pieces[index]
        if piece.topic == topics.PRIVACY or _NOT.search(piece.text):
            continue
        if kind == topics.CHAMBER and not re.match(
            r"\W*(?:(?:zuständige|gesetzliche|berufsständische)\w*\s|competent\s|kammer|chamber)",
            piece.text,
            re.IGNORECASE,
        ):
            continue
        if piece.value and piece.value.strip(" .:*"):
            found = _value(piece.value, piece, piece.at)
            if found:
                return found
            continue
        first: Found | None = None
        for below in pieces[index + 1 : index + 4]:
            if below.announces or below.kind not in {
                "",
                topics.CHAMBER,
                topics.AUTHORITY,
                topics.WEB,
            }:
                break
            if first is None and below.source.heading:
                break
            found = _value(below.text, below, 0)
            if found is None:
                continue
            first = first or found
            if body(found.value) and (_WEB.match(found.value) is None):
                # "Herr X gehört der Rechtsanwaltskammer Berlin an." says less than the name alone.
                return found
        if first:
            return first
    return None


def _value(text: str, piece: Piece, at: int) -> Found | None:
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    rest = text[begin:]
    if _WEB.match(rest.strip()):
        return Found(rest.strip(), *piece.place(at + begin), 0.6)
    cut = _CUT.search(rest)
    value = (rest[: cut.start()] if cut else rest).strip(" ,;:")
    if value.endswith(".") and not re.search(r"\b\w\.$", value):
        value = value.rstrip(".")
    if (
        not 5 <= len(value) <= 160
        or not value[0].isupper()
        or re.search(r"\bgehört\b|\bist\b|\bwurde\b", value)
    ):
        return None
    return Found(value, *piece.place(at + begin), 0.85)
