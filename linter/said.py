"""said: whether the words of a record say that it is done; the words are in `said.yaml`.

A reference (“IM-2015/17”, “Schreiben vom 1. Februar”) says that there is something to refer to. “abgelehnt”
and “steht noch aus” are no references. What says no in words that are not all known is not decided here.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from functools import cache, lru_cache

from linter.names.fold import spell_out

DONE, REFUSED, PENDING, UNCLEAR = "ja", "nein", "in Bearbeitung", "unklar"
ASKED = re.compile(r"\?(?=\W*(?:\s|$))")
"""A question mark that is none of an address."""
NO = re.compile(r"\s*(?:nein\b(?!-)|no(?=\s*[,;:–]|\s+-\s))", re.IGNORECASE)
WORD = re.compile(r"\w+")
INITIALS = re.compile(r"\b[A-ZÄÖÜ]{1,5}\b")
NUMBER = re.compile(r"\b[Nn]o\.?\s*(?=\d)")
SIGN = re.compile(r"[A-Z]{1,3}|Az|\w*\d\w*")
"""A part of a file reference that is no word."""
LONGEST = 500
"""Characters of a text that are looked at; nobody writes that much to say no."""


@lru_cache(maxsize=4096)
def said(text: str) -> str:
    """`ja`, `nein`, `in Bearbeitung` or `unklar`."""
    text = text[:LONGEST]
    if all(map(SIGN.fullmatch, WORD.findall(text))) and "?" not in text:
        return DONE
    if NO.match(text):
        return REFUSED
    if not ASKED.search(text) and not any(map(_may_tell, _words(text))):
        return DONE
    hits, rest = _taken_apart(text)
    no = hits.keys() - {"done"}
    if not no:
        return DONE
    # of two things that are said to be done, only one is denied
    if rest or "doubtful" in no or hits["done"] > 1 or ("without" in no and hits["done"]):
        return UNCLEAR
    return _decided(no, done=hits["done"] == 1)


def _decided(no: set[str], *, done: bool) -> str:
    """What hits say together, where nothing else stands beside them."""
    if "refused" in no:
        return REFUSED if no <= {"refused", "lacking"} and not done else UNCLEAR
    if "not_yet" in no:
        return PENDING
    if "open" in no:
        return UNCLEAR if done and "negations" not in no else PENDING
    if "lacking" in no:
        return REFUSED if not done and "negations" not in no else UNCLEAR
    return REFUSED


def _taken_apart(text: str) -> tuple[Counter[str], bool]:
    """How many words of each kind a text has, and whether there are others; numbers and initials don't count."""
    words, phrases = _lexicon()
    initials = {word.casefold() for word in INITIALS.findall(text)}
    left = _words(text)
    hits = Counter(["doubtful"] if ASKED.search(text) else [])
    for parts, kind in phrases:
        found = _at(parts, left)
        while found is not None:
            hits[kind] += 1
            left[found : found + len(parts)] = [""]
            found = _at(parts, left)
    rest = False
    for word in filter(None, left):
        kind = words.get(word) or next((k for stem, k in _stems() if word.startswith(stem)), "")
        if kind:
            hits[kind] += 1
        elif word not in initials and not any(char.isdigit() for char in word):
            rest = True
    del hits["harmless"], hits["filler"]
    return hits, rest


def _words(text: str) -> list[str]:
    return WORD.findall(spell_out(NUMBER.sub(" ", text)))


def _may_tell(word: str) -> bool:
    """Whether a word may be, or begin, one that says anything but yes: a glance that spares most texts the rest."""
    whole, begun = _heads()
    return word in whole or any(word[:length] in heads for length, heads in begun)


def _at(parts: tuple[str, ...], words: list[str]) -> int | None:
    """Where a phrase begins among the words."""
    for start in range(len(words) - len(parts) + 1):
        if all(_fits(part, word) for part, word in zip(parts, words[start:], strict=False)):
            return start
    return None


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) and word != "" if part.endswith("*") else word == part


@cache
def _lexicon() -> tuple[dict[str, str], list[tuple[tuple[str, ...], str]]]:
    """Words, and phrases in the order in which they are looked for, each with its kind."""
    words, phrases = {}, []
    for kind, entries in _data().items():
        for entry in entries:
            parts = tuple(entry.split())
            if len(parts) > 1:
                phrases.append((parts, kind))
            elif not entry.endswith("*"):
                words[entry] = kind
    return words, phrases


@cache
def _heads() -> tuple[set[str], list[tuple[int, set[str]]]]:
    """The first words of all entries that say anything but yes; of those with *, by length."""
    whole: set[str] = set()
    begun: dict[int, set[str]] = {}
    for kind in _data().keys() - {"done", "filler", "harmless"}:
        for head in (entry.split()[0] for entry in _data()[kind]):
            if head.endswith("*"):
                begun.setdefault(len(head) - 1, set()).add(head[:-1])
            else:
                whole.add(head)
    return whole, sorted(begun.items())


@cache
def _stems() -> list[tuple[str, str]]:
    """Beginnings of words, the longest first."""
    stems = [
        (entry[:-1], kind)
        for kind, entries in _data().items()
        for entry in entries
        if entry.endswith("*") and " " not in entry
    ]
    return sorted(stems, key=lambda stem: -len(stem[0]))


@cache
def _data() -> dict[str, list[str]]:
    import yaml  # noqa: PLC0415 - only where a record is in words

    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "said.yaml")  # noqa: PTH100, PTH118, PTH120 - the hook's path
    with open(path, encoding="utf-8") as stream:  # noqa: PTH123
        data: dict[str, list[str]] = yaml.load(stream, Loader=yaml.CSafeLoader)
    return data
