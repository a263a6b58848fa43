"""designations: an authority's names as patterns that find them in running German text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.checks.patterns import Pattern, folded

if TYPE_CHECKING:
    from linter.registry.account import Authority

LAND = ("nordrhein-westfalens", "nordrhein-westfalen", "nrw")
"""A designation's ending that running text may leave out where the rest is still plain."""
OF_THE_LAND = ("des landes", "im landes", "des lande", "im lande")
"""What may stand in front of it."""
PLAIN = ("minister", "kanzlei")
"""A designation with one of these, in small letters, is plain without its ending, too."""
EVERYDAY = {"Innern": "Inner(?:e)?n", "und": "(?:und|u)?"}
"""Words of official names that running text often spells otherwise: Kultur & Wissenschaft."""
SHORT = 2
"""Abbreviations up to this length are words of their own; they count only beside the Land's."""


@lru_cache(maxsize=256)
def designations(authority: Authority) -> tuple[Pattern, ...]:
    """A pattern for each designation, as running German text inflects and shortens it."""
    return tuple(_pattern(d.text.strip(), d.form) for d in authority.designations if d.text.strip())


def _pattern(text: str, form: str) -> Pattern:
    if form == "abbr":
        beside = r"[\s_.-]?NRW" if len(text) <= SHORT else ""
        exact = rf"(?-i:(?<![^\W_]){re.escape(text)}{beside}(?![a-zäöüß]))"
        return Pattern(exact, needles=((folded(text),),))
    core = without_land(text)
    tail = ""
    if core != text:
        optional = "?" if _stays_plain(core) else ""
        tail = rf"(?:\W*(?:(?:des Landes|von|in)\W+)?(?:NRW|Nordrhein-Westfalens?)){optional}"
    found = re.findall(r"\w+", core)
    inflected = [EVERYDAY.get(word, word) for word in found]
    body = r"(?:e?s)?\W*".join(inflected) + r"(?:e?s)?"
    # all words must be there; “Ministerium” is the one that tells the least
    words = sorted((word for word in found if word not in EVERYDAY), key=_telling)
    needles = tuple((folded(word),) for word in words)
    return Pattern(rf"(?<![^\W_]){body}{tail}(?![^\W\d_])", needles=needles)


def without_land(text: str) -> str:
    """A designation without the Land at its end (by its words: a pattern takes longer to compile)."""
    head = _stripped(text)
    for land in LAND:
        if _ends(head, land):
            head = _stripped(head[: -len(land)])
            of = next((words for words in OF_THE_LAND if _ends(head, words)), "")
            return _stripped(head[: len(head) - len(of)])
    return text


def _ends(text: str, words: str) -> bool:
    """Does the text end in whole words that read so, whatever their case?"""
    start = len(text) - len(words)
    whole = start == 0 or (start > 0 and _stripped(text[start - 1]) == "")
    return whole and text[start:].lower() == words


def _stripped(text: str) -> str:
    """The text without the signs at its end that belong to no word."""
    end = len(text)
    while end and not (text[end - 1].isalnum() or text[end - 1] == "_"):
        end -= 1
    return text[:end]


def _telling(word: str) -> tuple[bool, int]:
    return _stays_plain(word), -len(word)


def _stays_plain(text: str) -> bool:
    low = folded(text)
    return any(word in low for word in PLAIN)
