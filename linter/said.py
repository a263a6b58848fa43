"""said: whether the words of a record say that it is done, and on what day; the words are in `said.yaml`.

A reference (“IM-2015/17”, “Schreiben vom 1. Februar”) says that there is something to refer to. “abgelehnt”
and “steht noch aus” are no references, nor are words that point to nothing (“mal sehen”) or letters that hold
a place (“XX”). What says no in words that are not all known is not decided here, nor what says it of the file
number alone. Nor is the day that stands in words of which one is not known to leave it that of what is done.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from datetime import date
from functools import cache, lru_cache

from linter.names.fold import spell_out

DONE, REFUSED, PENDING, UNCLEAR = "ja", "nein", "in Bearbeitung", "unklar"
ASKED = r"\?(?=\W*(?:\s|$))"
"""A question mark that is none of an address; as the others but `WORD`, compiled where a record calls for it."""
NO = r"\s*(?:nein\b(?!-)|no(?=\s*[,;:–]|\s+-\s))"
WORD = re.compile(r"\w+")
MAYOR = r"\bOB\b"
"""A city's head for short, and no “ob”."""
INITIALS = r"\b[A-ZÄÖÜ]{1,5}\b"
NUMBER = r"\b[Nn]o\.?\s*(?=\d)"
SIGN = 3
"""A word of so many capitals may be a part of a file reference."""
UNIT = (
    "Referat|Abteilung|Unterabteilung|Stelle|Stabsstelle|Dezernat|Sachgebiet|Fachbereich|Fachdienst|Fachgebiet|Bereich"
    "|Gruppe|Team|Amt|Büro|Kommission|Ausschuss|Unit|Department|Division|Section|Office"
)
TASK = r"[A-ZÄÖÜ][a-zäöüß-]*(?:ung|ungen|ruf|spruch|sprüche|zicht|sal|ial|tion|tions|awal)\b"
NAMED_UNIT = (
    rf"\b(?:{UNIT}|Ref\.|Abt\.|Dez\.)(?:\s+(?:[A-Z]{{1,3}}\s?)?\d[\w.-]*)?(?:\s+(?:für|der|des|for|of))?"
    rf"(?:\s+[A-ZÄÖÜ][\w-]+(?:\s*[/&]\s*|\s+(?:und|and)\s+)){{0,3}}\s*{TASK}(?:(?:\s*[/&]\s*|\s+(?:und|and)\s+){TASK})*"
    rf"|\b[A-ZÄÖÜ][a-zäöüß-]+(?:{UNIT.lower()})\b"
)
"""A unit by its name, of which a word may sound like a refusal: “Referat Widerruf”, “Abteilung Rücknahme und
Untersagung”, “Ablehnungsstelle”. What it did stands in a verb, or apart: “Referat 3: Ablehnung”."""
QUARTERS = frozenset(("q1", "q2", "q3", "q4"))
TO_FILL = frozenset(("jjjj", "yyyy", "xy", "xyz"))
BARE = frozenset(
    (
        *("az", "aktenzeichen", "aktennummer", "geschaeftszeichen", "nr", "nummer", "datum"),
        *("number", "date"),
    )
)
"""Words in front of a reference or a day; alone they are a form that nobody filled in."""
SAYS_NO = frozenset(("negations", "without", "lacking"))
ON_PAPER = frozenset(("paper", "noted"))
SILENT = ("harmless", "filler", "paper", "noted", "nouns", "number", "")
"""Kinds of words that do not tell whether it is done."""
LONGEST = 500
"""Characters of a text that are looked at; nobody writes that much to say no."""
SHORT = 100
"""Characters of a text whose only date is the day of what it records."""
MONTHS = tuple(
    months.split()
    for months in (
        *("januar january", "februar february", "maerz mrz march", "april", "mai may", "juni june"),
        *("juli july", "august", "september", "oktober october", "november", "dezember december"),
    )
)
SHORTEST = 3
"""Letters of a month that is cut short."""
ORDINALS = ("st", "nd", "rd", "th")
YEAR = r"(?:19|20|21)\d\d"
DAY = rf"\b\d\d?\.\s?\d\d?\.\s?{YEAR}\b"
YEARS = range(1990, 2101)
BOUNDS = frozenset(("by", "von"))
"""Words before a person or body, which right before a date make it one until or since when."""


@lru_cache(maxsize=4096)
def said(text: str) -> str:
    """`ja`, `nein`, `in Bearbeitung` or `unklar`."""
    text = text[:LONGEST]
    if "OB" in text:
        text = re.sub(MAYOR, "Oberbürgermeister", text)
    signs = WORD.findall(text)
    if _holds_a_place(signs):
        return UNCLEAR
    if all(map(_is_sign, signs)) and "?" not in text and signs != ["Az"]:
        return DONE
    if _begins_with_no(text):
        return REFUSED
    if not _asked(text) and not any(map(_may_tell, _words(text))):
        return DONE if _refers(text) else UNCLEAR
    named = re.sub(NAMED_UNIT, " ", text)
    hits, rest = _taken_apart(named)
    no = hits.keys() - {"done"}
    if not no:
        return DONE if named != text or _refers(text) else UNCLEAR
    if "refused" not in no and _on_paper_alone(_kinds(named)):
        return UNCLEAR
    # of two things that are said to be done, only one is denied
    if rest or "doubtful" in no or hits["done"] > 1 or ("without" in no and hits["done"]):
        return UNCLEAR
    return _decided(no, done=hits["done"] == 1)


def only_paper_lacks(text: str) -> bool:
    """Whether nothing but a number or paper is said to be lacking or to come: “Vermerk folgt”, “Az. fehlt”."""
    kinds = _kinds(text[:LONGEST])
    told = "doubtful" not in kinds and not _asked(text)
    return told and said(text) == UNCLEAR and _on_paper_alone(kinds)


@lru_cache(maxsize=4096)
def said_day(text: str) -> date | None:
    """The day of what a short text says is done: “erteilt am 5. Juni 2021”, “yes, 2021-06-05”.

    None where the words leave room for another: beside it stands a second date or a number, or a word
    that makes it a day by which, since when or for what (`dated` in the list has those that do not).
    Nor is a bare “05.06.2021” read: where a date is to stand, the registry wants it in its own form.
    """
    dated = len(text) <= SHORT and _has_digit(text) and re.search(YEAR, text) and "?" not in text
    parts = _words(text) if dated else []
    if all(map(str.isdecimal, parts)):
        return None
    at = [place for place, part in enumerate(parts) if part[0].isdecimal() or _month(part)]
    if not 2 <= len(at) <= 3 or at != list(range(at[0], at[0] + len(at))):  # noqa: PLR2004 - or three
        return None
    day = _day([part.removesuffix(_ordinal(part)) for part in parts[at[0] : at[-1] + 1]], text)
    if day is None or day.year not in YEARS or not BOUNDS.isdisjoint(parts[: at[0]][-1:]):
        return None
    beside = _beside()
    alone = all(place in at or word in beside for place, word in enumerate(parts))
    return day if alone else None


def tells_a_time(text: str) -> bool:
    """Whether a day or a month stands in a text, though none that can be read for sure: “12.05.2024”, “Mai 2024”."""
    text = text[:LONGEST]
    if not re.search(YEAR, text):
        return False
    return re.search(DAY, text) is not None or any(map(_month, _words(text)))


def _day(parts: list[str], text: str) -> date | None:
    """The day of three parts of a date, as the text joins them."""
    month = next((number for part in parts if (number := _month(part))), 0)
    numbers = [part for part in parts if part.isascii() and part.isdecimal()]
    if len(parts) != 3 or len(numbers) + bool(month) != 3:  # noqa: PLR2004 - year, month, day
        return None
    if month and not _month(parts[2]):
        day, year = numbers
    elif f"{parts[0]}-{parts[1]}-{parts[2]}" in text:
        year, month, day = parts[0], int(parts[1]), parts[2]
    elif f"{parts[0]}.{parts[1]}.{parts[2]}" in text.replace(". ", "."):
        day, month, year = parts[0], int(parts[1]), parts[2]
    else:
        return None  # which of 05/06 is the month?
    try:
        return date(int(year), month, int(day)) if len(year) == len("2021") else None
    except ValueError:
        return None


def _month(word: str) -> int:
    """The number of a month that may be cut short, or 0."""
    return _months().get(word, 0)


@cache
def _months() -> dict[str, int]:
    """The months by their names and by what these may be cut short to."""
    return {
        name[:length]: number
        for number, names in enumerate(MONTHS, 1)
        for name in names
        for length in range(SHORTEST, len(name) + 1)
    }


def _ordinal(part: str) -> str:
    return next((end for end in ORDINALS if part[:1].isdecimal() and part.endswith(end)), "")


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
    kinds = _kinds(text)
    hits, rest = Counter(kinds), "" in kinds
    if _asked(text):
        hits["doubtful"] += 1
    for kind in SILENT:
        del hits[kind]
    return hits, rest


def _kinds(text: str) -> list[str]:
    """The kinds of the words and phrases of a text, in their order; "" for one that is not listed."""
    initials = {word.casefold() for word in re.findall(INITIALS, text)}
    left = _words(text)
    told: dict[int, str] = {}
    for parts, kind in _lexicon()[1]:
        found = _at(parts, left)
        while found is not None:
            told[found] = kind
            left[found : found + len(parts)] = [""] * len(parts)
            found = _at(parts, left)
    kinds: list[str] = []
    for place, word in enumerate(left):
        known = told.get(place) if word == "" else _kind(word)
        if known == "" and (word in initials or _has_digit(word)):
            known = "number"
        if known is not None:
            kinds.append(known)
    return kinds


def _kind(word: str) -> str:
    """The kind of a single word; "" for one that is not listed."""
    return _lexicon()[0].get(word) or next((k for stem, k in _stems() if word.startswith(stem)), "")


def _on_paper_alone(kinds: list[str]) -> bool:
    """Whether it is only a number, a paper or its form that is said to be lacking: “Az. fehlt”, “kein Vermerk”."""
    told = [kind for kind in kinds if kind != "filler"]
    return any(
        (no in SAYS_NO and what in ON_PAPER and then != "number")
        or (no == "paper" and what in ("lacking", "open"))
        for no, what, then in zip(told, told[1:], [*told[2:], ""], strict=False)
    )


def _refers(text: str) -> bool:
    """Whether a text that says nothing else points to something: a number, a noun, an address, a listed word."""
    if _has_digit(text) or "://" in text:
        return True
    for place, word in enumerate(WORD.findall(text)):
        low = spell_out(word)
        if word[0].isupper() and low not in BARE and (place or _kind(low) != "filler"):
            return True
        if low not in BARE and low.endswith(_ends()):
            return True
    kinds = [kind for kind in _kinds(text) if kind != "filler"]
    words = {word for word in _words(text) if _kind(word) != "filler"}
    return not {"done", "harmless"}.isdisjoint(kinds) or (
        bool(kinds) and "" not in kinds and (not words or not words <= BARE)
    )


def _holds_a_place(words: list[str]) -> bool:
    """Whether letters stand where a reference or a day is to be filled in: “Az. XX/2026”, “TT.MM.JJJJ”, “N.N.”."""
    low = [word.lower() for word in words]
    if any(word.strip("x_") == "" != word[1:] or word in TO_FILL for word in low):
        return True
    return low in (["n", "n"], ["nn"])


def _is_sign(word: str) -> bool:
    """Whether a word is a part of a file reference and tells nothing: `IM`, `Az`, `2015`, `4b`."""
    if _has_digit(word):
        return word.lower() not in QUARTERS
    return (
        len(word) <= SIGN and word.isascii() and word.isalpha() and word.isupper()
    ) or word == "Az"


def _has_digit(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _begins_with_no(text: str) -> bool:
    return text.lstrip()[:1] in ("n", "N") and re.match(NO, text, re.IGNORECASE) is not None


def _asked(text: str) -> bool:
    return "?" in text and re.search(ASKED, text) is not None


def _words(text: str) -> list[str]:
    if _has_digit(text):
        text = re.sub(NUMBER, " ", text)
    return WORD.findall(spell_out(text))


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
    for entry in _denied():
        words.setdefault(entry, "lacking")
    return words, phrases


@cache
def _heads() -> tuple[set[str], list[tuple[int, set[str]]]]:
    """The first words of all entries that say anything but yes; of those with *, by length."""
    whole: set[str] = set()
    begun: dict[int, set[str]] = {}
    for kind in _data().keys() - {"done", *SILENT}:
        for head in (entry.split()[0] for entry in _data()[kind]):
            if head.endswith("*"):
                begun.setdefault(len(head) - 1, set()).add(head[:-1])
            else:
                whole.add(head)
    whole.update(_denied())
    return whole, sorted(begun.items())


@cache
def _denied() -> tuple[str, ...]:
    """What is done, denied by its first letters: “ungenehmigt”, “unsigned”."""
    return tuple(f"un{entry}" for entry in _data()["done"] if " " not in entry)


@cache
def _ends() -> tuple[str, ...]:
    """What papers and acts are called, also at the end of longer words: “personalteilakte”."""
    return tuple(word for kind in ("paper", "nouns") for word in _data()[kind] if len(word) > SIGN)


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
def _beside() -> frozenset[str]:
    """The words beside which a date is the day of what is done."""
    return frozenset(_file()["dated"])


@cache
def _data() -> dict[str, list[str]]:
    """The words that tell whether it is done, by kind."""
    return {kind: words for kind, words in _file().items() if kind != "dated"}


@cache
def _file() -> dict[str, list[str]]:
    """The lists of `said.yaml`, each one text there: hundreds of values would take a fiftieth of a short run."""
    # Read as a registry is: the rest of PyYAML takes longer to load than everything that is said here.
    from linter.registry.nodes import plain_data  # noqa: PLC0415 - only where a record is in words
    from linter.registry.parse import parse  # noqa: PLC0415 - as above

    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "said.yaml")  # noqa: PTH100, PTH118, PTH120 - the hook's path
    with open(path, encoding="utf-8") as stream:  # noqa: PTH123
        root = parse(stream.read(), path).root
    lists = plain_data(root) if root is not None else None
    assert isinstance(lists, dict)  # noqa: S101 - a file of ours
    return {kind: words.splitlines() for kind, words in lists.items()}
