"""The legal form of the provider."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.names import LEGAL_FORM

if TYPE_CHECKING:
    from linter.pages.details.piece import Pieces
    from linter.pages.details.provider import Provider

_FORMS = (
    "recht", "körperschaft", "anstalt", "stiftung", "verein", "gesellschaft", "genossenschaft", "law",
)  # fmt: skip
"""Letters of which a legal form that is written out has some."""


def legal_form_of(provider: Provider, pieces: Pieces) -> Found | None:
    """The legal form: in the name, in the lines of the block, under its label, in a sentence."""
    named = pieces.kinds.get(topics.LEGAL_FORM, ())
    for piece in [pieces[index] for index in named]:
        if piece.value and len(piece.value) < 120:
            match = LEGAL_FORM.search(piece.value)
            if match:
                return Found(match.group(), *piece.place(piece.at + match.start()), 0.95)
    if provider.name is not None:
        match = LEGAL_FORM.search(provider.name.value)
        if match:
            name = provider.name
            return Found(match.group(), name.line, name.column + match.start(), 0.95)
    for piece in provider.block:
        match = LEGAL_FORM.search(piece.text)
        if match:
            return Found(match.group(), *piece.place(match.start()), 0.9)
    for index in named:
        for near in pieces[index : index + 3]:
            match = LEGAL_FORM.search(near.text)
            if match:
                return Found(match.group(), *near.place(match.start()), 0.9)
    for index in sorted(pieces.texts.marked(*_FORMS)):
        piece = pieces[index]
        if piece.topic in topics.STRANGERS or len(piece.text) > 1500:
            continue
        alone = LEGAL_FORM.match(piece.text.strip(" ()–-,."))
        if alone and len(alone.group()) > 5 and len(piece.text) < len(alone.group()) + 6:
            return Found(alone.group(), *piece.place(piece.text.find(alone.group())), 0.85)
        match = re.search(
            r"\bist\s(?:als\s\w+\s)?eine?\s(?:[\w-]+\s){0,3}?(?=(?:Gebiets)?[Kk]örperschaft|Anstalt|Stiftung|eingetragener)",
            piece.text,
        )
        if match:
            form = LEGAL_FORM.search(piece.text, match.end())
            if form and form.start() - match.end() < 30:
                return Found(form.group(), *piece.place(form.start()), 0.85)
    return None
