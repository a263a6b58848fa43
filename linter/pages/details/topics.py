"""What a label announces: whose details follow until the next label."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

PROVIDER = "provider"
REPRESENTATIVE = "representative"
RESPONSIBLE = "responsible"
REGISTER = "register"
VAT = "vat"
AUTHORITY = "authority"
CHAMBER = "chamber"
LEGAL_FORM = "legal form"
CONTACT = "contact"
PHONE = "phone"
FAX = "fax"
EMAIL = "email"
WEB = "web"
ADDRESS = "address"
OTHER = "other"
PRIVACY = "privacy"
PROSE = "prose"
UNKNOWN = "unknown"

STRANGERS = frozenset({AUTHORITY, CHAMBER, OTHER, PRIVACY})
"""Under these labels stand others than the provider."""
SUBLABELS = frozenset({CONTACT, PHONE, FAX, EMAIL, WEB, ADDRESS})
"""These labels say what follows, not whose it is."""

SHORT = 32
"""Code points of a text that may be a label or an entry of a menu."""
_ODD = ("\u0130", "\u0131", "\u017f", "\u212a")
"""Letters whose lower case is not what ignoring case takes them for."""

_START = re.compile(
    r"\s*(?:#{1,6}\s+)?(?:(?!v\.?\s?i\.)[\divxIVX]{1,4}[.)]\s+|\d\.(?=[a-zäöü]{3})|(?![\u260e\u2706\u2709])[-•*·–►»▶→§\u2600-\u27bf]\ufe0f?\s+|(?![\U0001f4de\U0001f4e0\U0001f57f\U0001f5b7\U0001f4e7])[\U0001f000-\U0001faff]\ufe0f?\s+|\d+(?:\.\d+)+\s+)?(?:(?:die|der|das|dem|den|the|our|unsere?)\s(?=(?:zuständig|inhaltlich|gesetzlich|supervis|responsib|datenschutz|herausgeber|anbieter)))?",
    re.IGNORECASE,
)

IMPRESSUM = re.compile(r"impressum|imprint|legal\snotice|anbieterkenn", re.IGNORECASE)
_NAMED_SO = re.compile(
    r"^amtsgericht\s\D{3,40}$|^[\w-]{2,40}kammer\b(?!n)|^[\w-]*aufsicht[\w-]*(?:amt|direktion)\b|^aufsichts-\sund\s",
    re.IGNORECASE,
)
"""Bodies that are called like what supervises others."""


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The vocabulary of Impressum pages, which is data of the pack."""
    from linter.rulebook.compiled import rules_root  # noqa: PLC0415 - the one place that knows

    path = Path(rules_root()) / "impressum" / "facts" / "details.yaml"
    data: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return data


@lru_cache(maxsize=4)
def _labels(only: str = "") -> re.Pattern[str]:
    """What labels read like; only: of this kind."""
    kinds = []
    for kind, phrases in words()["labels"].items():
        if only and kind != only:
            continue
        either = "|".join(phrase.replace(" ", r"\s") for phrase in phrases)
        # A label ends with its word: "vorstand@…" and "Präsident-Müller-Straße" are none.
        kinds.append(rf"(?P<{kind.replace(' ', '_')}>(?:{either})(?![\w@]|-\w|\.[a-z]{{2}}))")
    # In lower case, on texts in lower case: that costs half of what ignoring case does.
    return re.compile("|".join(kinds))


@lru_cache(maxsize=1)
def _labels_of_any_case() -> re.Pattern[str]:
    return re.compile(_labels().pattern, re.IGNORECASE)


def label_of(text: str) -> tuple[str, int]:
    """Return what the beginning of a text announces, and where the announcing words end."""
    return _short(text) if len(text) <= SHORT else _label_of(text)


def _label_of(text: str) -> tuple[str, int]:
    if not text:
        return "", 0
    start = _START.match(text)
    at = start.end() if start else 0
    if _is_odd(text):
        found = _labels_of_any_case().match(text, at)
    else:
        found = _labels().match(text.lower(), at)
    if found is None or found.lastgroup is None:
        return "", 0
    return found.lastgroup.replace("_", " "), found.end()


def _is_odd(text: str) -> bool:
    return not text.isascii() and any([letter in text for letter in _ODD])  # noqa: C419 - faster than a generator


def named_so(text: str) -> bool:
    """Whether a body is called like what supervises others: "Amtsgericht Aue"."""
    return _NAMED_SO.match(text) is not None


def may_begin(text: str, kind: str) -> bool:
    """Whether a text may begin with a label of a kind; false is certain."""
    start = _START.match(text)
    at = start.end() if start else 0
    return _is_odd(text) or _labels(kind).match(text.lower(), at) is not None


@lru_cache(maxsize=4096)
def _short(text: str) -> tuple[str, int]:
    """Entries of menus and labels stand on many pages, sentences do not."""
    return _label_of(text)
