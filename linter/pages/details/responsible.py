"""Who is responsible for the content (§ 18 (2) MStV, § 55 RStV, press law)."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.names import LEGAL_FORM, body, person, persons

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces

_LAW = re.compile(
    r"§§?\s?\d+[a-z]?(?:\s?(?:Abs(?:atz|\.)?|\()\s?\d\)?)?(?:\s?S(?:atz|\.)\s?\d)?\s?(?:des\s)?(?:MStV|RStV|MDStV|TMG|DDG|Medienstaatsvertrag\w*|Rundfunkstaatsvertrag\w*)"
    r"|presserecht\w*|press\slaw|media\slaw|V\.?\s?i\.?\s?S\.?\s?d\.?\s?P",
    re.IGNORECASE,
)
_MEDIA = re.compile(
    r"MStV|RStV|MDStV|Medienstaats|Rundfunkstaats|Presserecht|press\slaw|media\slaw|V\.?\s?i\.?\s?S\.?\s?d",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"inhalt|content|redakt|editor|presse|press\b|media\slaw|MStV|RStV|MDStV|V\.?\s?i\.?\s?S\.?\s?d|journalis",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"\((?:[^()]{0,40}\s)?(?:verantwortlich|responsible|V\.?\s?i\.?\s?S\.?\s?d)[^()]{0,80}\)",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"^(?:\(?(?:Anschrift|Adresse)\b|wie oben|s\.\s?o\.|siehe oben|see above)", re.IGNORECASE
)
_PLACEHOLDER = re.compile(r"^\[[^\]]{3,60}\]$")
_TECH = re.compile(r"^(?:technisch|für\sdie\stechnik)", re.IGNORECASE)
MOST_BELOW = 8


def responsible(pieces: Pieces) -> tuple[Found | None, Found | None]:
    """Return the person responsible for the content and the words that say so."""
    best: tuple[float, Found, Found] | None = None
    for index in sorted(pieces.of(topics.RESPONSIBLE) | pieces.texts.having("(")):
        piece = pieces[index]
        if piece.topic in {topics.PRIVACY, topics.OTHER} or len(piece.text) > 1200:
            continue
        said = _said(pieces, index)
        if said is not None and (best is None or said[0] > best[0]):
            best = said
    return (best[1], best[2]) if best else (None, None)


def _said(pieces: Pieces, index: int) -> tuple[float, Found, Found] | None:
    piece = pieces[index]
    bracket = _BRACKET.search(piece.text) if "(" in piece.text else None
    if bracket and piece.kind != topics.RESPONSIBLE:
        names = persons(piece.text[: bracket.start()])
        if len(names) == 1:
            return (
                2,
                Found(names[0], *piece.place(), 0.85),
                _basis(bracket.group().strip("()"), piece, bracket.start()),
            )
        return None
    if piece.kind != topics.RESPONSIBLE or _TECH.match(piece.text):
        return None
    label = piece.text[: piece.at] if piece.value else piece.text
    label = label.strip(" :*")
    who = _who(pieces, index, label)
    if who is None:
        return None
    weight = 3.0 if _MEDIA.search(label) else 2.0 if _CONTENT.search(label) else 1.0
    if re.match(r"redaktion", label, re.IGNORECASE):
        weight = 1.5 if person(who.value) else 0.0
    return (weight, who, _basis(label, piece, 0)) if weight else None


def _basis(label: str, piece: Piece, at: int) -> Found:
    law = _LAW.search(label)
    if law:
        return Found(law.group(), *piece.place(at + law.start()), 0.9)
    return Found(label, *piece.place(at), 0.8)


def _who(pieces: Pieces, index: int, label: str) -> Found | None:
    piece = pieces[index]
    media = _MEDIA.search(label) is not None
    if piece.value and piece.value.strip(" .:*"):
        text = piece.value.strip()
        first = re.split(r"[,;(]|\s[–-]\s", text)[0].strip(" *")
        nested, end = topics.label_of(text)
        if nested in {topics.RESPONSIBLE, topics.REPRESENTATIVE}:
            first = re.split(r"[,;(]", text[end:].lstrip(" :"))[0].strip()
        for name in [person(first)] if person(first) else persons(text[:160]):
            return Found(name, *piece.place(max(piece.text.find(name), piece.at)), 0.9)
        if media and body(first) and len(first) <= 90:
            return Found(first, *piece.place(piece.at), 0.75)
        if _PLACEHOLDER.match(first):
            return Found(first, *piece.place(piece.at), 0.6)
        if len(text) > 60:
            return None
    return _below(pieces, index, media=media)


def _below(pieces: Pieces, index: int, *, media: bool) -> Found | None:
    """The first person below the label; an organisation only where media law is cited."""
    organisation: Found | None = None
    for piece in pieces[index + 1 : index + 1 + MOST_BELOW]:
        if piece.source.region != pieces[index].source.region:
            break
        text = piece.text
        if len(text) > 250:
            continue
        if piece.kind:
            if piece.kind == topics.RESPONSIBLE and piece.value:
                inner = persons(piece.value)
                if inner:
                    return Found(inner[0], *piece.place(max(text.find(inner[0]), 0)), 0.9)
            if piece.kind == topics.RESPONSIBLE and not piece.value:
                continue
            if piece.kind in topics.SUBLABELS:
                continue
            break
        if piece.source.heading:
            break
        name = person(text.split(" · ")[0])
        if not name and re.search(r"\d{5}", text):
            head = re.match(
                r"^((?:[A-ZÄÖÜ][\w.-]+\s){2,3})(?=\S+(?:str|weg|platz|allee|gasse))",
                text,
                re.IGNORECASE,
            )
            name = (
                person(" ".join(text.split()[:2]))
                if not head
                else person(head.group(1)) or person(" ".join(text.split()[:2]))
            )
            if name:
                return Found(name, *piece.place(), 0.8)
            break
        if name and not LEGAL_FORM.search(text):
            return Found(name, *piece.place(max(text.find(name), 0)), 0.9)
        if _PLACEHOLDER.match(text):
            return Found(text, *piece.place(), 0.6)
        if organisation is None and body(text) and len(text) <= 90:
            organisation = Found(text, *piece.place(), 0.7)
    return organisation if media else None
