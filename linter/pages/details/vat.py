"""VAT id (§ 27a UStG) and business id (§ 139c AO), with their check digits."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.found import Found

if TYPE_CHECKING:
    from linter.pages.details.piece import Pieces

_ID = re.compile(
    r"(?<![A-Za-z0-9])(?:DE\s?[-–:]?\s?(?:[\dXx](?:[\s.-]?)){8}[\dXx](?![\dXx])|ATU?\s?(?:\d\s?){8}(?!\d)|CHE[-\s]?(?:\d[\s.-]?){9})"
)
_BUSINESS = re.compile(r"(?<![A-Za-z0-9])DE\s?(?:\d\s?){9}\s?-\s?\d{5}(?!\d)")
_LABEL = re.compile(
    r"umsatzsteuer-?\s?(?:id|ident)\w*|ust\.?-?\s?id|\bvat\b|\buid\b|mehrwertsteuer-?id|27\s?a\s(?:des\s)?(?:ust|umsatz|german)|sales\stax\sid|umsatzsteuernummer|value\sadded\stax",
    re.IGNORECASE,
)
_WORDS = ("umsatz", "ust", "vat", "uid", "mehrwert", "27", "sales", "value")
_SIGNS = ("DE", "AT", "CHE")
"""Letters of which a label and a number have some: cheaper to ask than the patterns."""
_WID = re.compile(r"wirtschafts-?\s?(?:id|ident)|\bw-?id", re.IGNORECASE)
_ANY = re.compile(r"(?:DE\s?)?\d[\d /.-]{6,16}\d")
_WRONG = re.compile(r"WEEE|EORI|IBAN|Steuernummer|St\.?-?Nr", re.IGNORECASE)
DIGITS = 9


def vat_of(pieces: Pieces) -> tuple[Found | None, bool | None, Found | None]:
    """Return the VAT id, whether it can be one, and the business id."""
    business: Found | None = None
    labelled: Found | None = None
    alone: Found | None = None
    signed = pieces.texts.marked(*_WORDS) | pieces.texts.having(*_SIGNS)
    for index in sorted(signed):
        piece = pieces[index]
        if piece.topic in topics.STRANGERS or len(piece.text) > 1000:
            continue
        text = piece.text
        if not piece.digit and piece.kind != topics.VAT:
            continue
        wid = _BUSINESS.search(text) if "DE" in text else None
        if wid and business is None:
            business = Found(wid.group(), *piece.place(wid.start()), 0.95)
        label = None
        if labelled is None:
            label = _LABEL.search(text)
        if label and not _WID.search(text[: label.start()]):
            labelled = _labelled(pieces, index, label.end())
        match = _ID.search(text) if any([sign in text for sign in _SIGNS]) else None  # noqa: C419 - as above
        if match is None or alone or wid or _WRONG.search(text[: match.start()]):
            continue
        if piece.kind == topics.REGISTER and match.group().startswith("CHE"):
            continue  # every entry of the Swiss register has one: only with "MWST" it is of the tax
        if plausible(match.group()):
            alone = Found(match.group().strip(" .-"), *piece.place(match.start()), 0.6)
    if labelled and alone and not plausible(labelled.value):
        labelled = None  # a tax number under the label, and the id elsewhere
    vat = labelled or alone
    return vat, plausible(vat.value) if vat else None, business


def _labelled(pieces: Pieces, index: int, at: int) -> Found | None:
    """The number behind the label, or in one of the next two pieces."""
    for piece in pieces[index : index + 3]:
        start = at if piece is pieces[index] else 0
        if start == 0 and (
            piece.source.heading or (piece.kind and piece.kind not in {topics.VAT, topics.PROVIDER})
        ):
            return None
        text = piece.text
        if _BUSINESS.search(text):
            return None
        match = _ID.search(text, start)
        if match:
            return Found(match.group().strip(" .-"), *piece.place(match.start()), 0.95)
        other = _ANY.search(text, start)
        if (
            other
            and not re.search(r"§\s*$", text[: other.start()])
            and not _WRONG.search(text[start : other.start()])
            and sum(char.isdigit() for char in other.group()) >= DIGITS - 1
        ):
            return Found(other.group().strip(), *piece.place(other.start()), 0.7)
    return None


def plausible(value: str) -> bool:
    """Whether a VAT id is well formed with the right check digit and no placeholder."""
    compact = re.sub(r"[^0-9A-Z]", "", value.upper())
    if len(set(compact[2:])) <= 1 or compact in {"DE123456789", "DE987654321"}:
        return False
    from stdnum.at import uid  # noqa: PLC0415 - only pages with a VAT id need it
    from stdnum.ch import uid as swiss  # noqa: PLC0415 - as above
    from stdnum.de import vat  # noqa: PLC0415 - as above

    if compact.startswith("DE"):
        return bool(vat.is_valid(compact))
    if compact.startswith("AT"):
        return bool(uid.is_valid(compact))
    return compact.startswith("CHE") and bool(swiss.is_valid(compact))
