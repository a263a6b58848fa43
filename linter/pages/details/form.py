"""The legal form of the provider."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.names import LEGAL_FORM

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.provider import Provider

_FORMS = (
    "recht", "körperschaft", "anstalt", "stiftung", "verein", "gesellschaft", "genossenschaft", "law", "corporation",
)  # fmt: skip
"""Letters of which a legal form that is written out has some."""
_SAID = re.compile(
    r"\b(?:ist\s(?:als\s\w+\s|(?:gemäß|gem\.|nach|laut)\s[^;:]{2,60}?\s)?eine?|als|(?:in\sder\s|die\s)?rechtsform\s(?:eine[rs]|ist\seine?)|is\san?|as\san?)\s"
    r"(?:[\w-]+\s){0,3}?(?=(?:Gebiets)?körperschaft|Anstalt|Stiftung|eingetragener|öffentlich-recht|corporation|public)",
    re.IGNORECASE,
)
"""What stands before a legal form that is said in a sentence."""
_HOSTED = re.compile(
    r"\bin\s(?:\w+\s)?(?:Verwaltung|Trägerschaft|Treuhand\w*)\s(?:de[rs]|vo[nm])\b"
)
"""What stands before a body that only runs the one named above it."""
_UNDER_LABEL = re.compile(
    r"Einzel(?:unternehmen|unternehmer(?:in)?|firma|kaufmann|kauffrau)\b|Freiberufler(?:in)?\b|(?:Eingetragener\s|Gemeinnütziger\s)?Verein\b|Genossenschaft\b|Eigenbetrieb\b|Regiebetrieb\b|Zweckverband\b|Landesbetrieb\b|Gebietskörperschaft\b|Stiftung\b|Partnerschaft\b"
)
"""Forms that are such only under the label for them."""
_GOES_ON = re.compile(
    r"\s*(?:$|[.;(]|,\s?(?:(?:gesetzlich|legally)\s)?(?:vertreten|represented|diese))"
)
"""What may follow a legal form with which a line begins."""


def legal_form_of(provider: Provider, pieces: Pieces) -> Found | None:
    """The legal form: under its label, in the name, in the lines of the block, in a sentence."""
    if said := _labelled(pieces, provider):
        return said
    if provider.name is not None:
        match = LEGAL_FORM.search(provider.name.value)
        if match:
            name = provider.name
            return Found(match.group(), name.line, name.column + match.start(), 0.95)
    beside = provider.address.name if provider.address else None
    if beside is not None and (match := LEGAL_FORM.search(beside.value)):
        return Found(match.group(), beside.line, beside.column + match.start(), 0.9)
    above = ""
    for piece in provider.block:
        match = LEGAL_FORM.search(piece.text)
        host = _HOSTED.search(above) or (match and _HOSTED.search(piece.text, 0, match.start()))
        above = piece.text
        if match and not host:
            return Found(match.group(), *piece.place(match.start()), 0.9)
    for index in sorted(pieces.texts.marked(*_FORMS)):
        piece = pieces[index]
        if len(piece.text) > 1500 or (
            piece.topic in topics.STRANGERS and not _about(piece, provider)
        ):
            continue
        start = len(piece.text) - len(piece.text.lstrip(" ()–-,."))
        alone = LEGAL_FORM.match(piece.text, start)
        if alone and len(alone.group()) > 5 and _alone(piece.text, alone):
            return Found(alone.group(), *piece.place(start), 0.85)
        match = _SAID.search(piece.text)
        if match:
            form = LEGAL_FORM.search(piece.text, match.start())
            if form and form.start() - match.end() < 30:
                return Found(form.group(), *piece.place(form.start()), 0.85)
    return None


def _labelled(pieces: Pieces, provider: Provider) -> Found | None:
    """The legal form behind a label for it, or in the lines below one."""
    named = pieces.kinds.get(topics.LEGAL_FORM, ())
    for piece in [pieces[index] for index in named]:
        if piece.value and len(piece.value) < 120:
            match = LEGAL_FORM.search(piece.value) or _UNDER_LABEL.match(piece.value)
            if match:
                return Found(match.group(), *piece.place(piece.at + match.start()), 0.95)
    for index in named:
        for number, near in enumerate(pieces[index : index + 3]):
            match = LEGAL_FORM.search(near.text)
            if match and (near.topic == topics.LEGAL_FORM or provider.name is None):
                return Found(match.group(), *near.place(match.start()), 0.9)
            if number != 1 or not pieces[index].announces or near.source.heading:
                continue
            if match := _UNDER_LABEL.match(near.text):
                return Found(match.group(), *near.place(match.start()), 0.8)
    return None


def _about(piece: Piece, provider: Provider) -> bool:
    """Whether a sentence below somebody else's label is about the provider, whom it calls by name."""
    name = provider.name.value if provider.name else ""
    if not name or piece.topic != topics.OTHER:
        return False
    # "Deutscher Wetterdienst": "Der Deutsche Wetterdienst ist …"
    stems = [re.escape(word[:-2]) + r"\w{0,3}" for word in name.split() if len(word) > 4]
    return name in piece.text or bool(stems and re.search(r"\s".join(stems), piece.text))


def _alone(text: str, form: re.Match[str]) -> bool:
    """Whether a line says nothing before the form, and nothing behind it that belongs to it."""
    return len(text) < len(form.group()) + 6 or _GOES_ON.match(text, form.end()) is not None
