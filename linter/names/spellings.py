"""How names and designations are spelt in handles: folded, with and without umlauts, shortened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.names.fold import LETTERS, bare, spell_out

if TYPE_CHECKING:
    from linter.registry.account import Person

LONG = 9
"""From this length on a name or title is also recognised with one wrong letter."""
ENDINGS = (
    ("in", ("nen",)), ("ent", ("en",)), ("or", ("s", "en")), ("aer", ("s", "e", "en")),
    ("ar", ("s", "e", "en")), ("er", ("s", "n")), ("rat", ("s",)), ("chef", ("s",)),
)  # fmt: skip
NO_CUTS: frozenset[int] = frozenset()
HOUSES = frozenset(("staatskanzlei", "landesregierung"))
"""Names of a house that are one word and no ministry's."""


def designation_spellings(text: str, form: str) -> list[tuple[str, frozenset[int], str]]:
    """How a designation is written in a handle: without the Land, and evidently shortened."""
    words = LETTERS(spell_out(text))
    if form == "abbr":
        return [("".join(words), frozenset(), "abbr")]
    for tail in (["des", "landes", "nordrhein", "westfalen"], ["nrw"]):
        if words[-len(tail) :] == tail and len(words) > len(tail):
            words = words[: -len(tail)]
            if form == "short" and words == ["land"]:
                return []  # „Land NRW“ as a whole; `land` alone is an ordinary word
    if len(words) == 1 and words[0].endswith("nrw"):
        words = [words[0][:-3]]
    joined = "".join(words)
    whole = "ministeri" in joined or len(words) > 1 or joined in HOUSES
    found = [(joined, _cuts(words), "name" if whole else "brand")]
    if joined.endswith("ministerium") and len(words) == 1 and len(joined) > len("ministerium"):
        stem = joined.removesuffix("ministerium")
        found += [(stem + short, NO_CUTS, "abbr") for short in ("min", "minist")]
    return found


def split_name(person: Person) -> tuple[str, str]:
    """First names and surname; a registry gives them in one text."""
    if person.first_name or " " not in person.name:
        return person.first_name, person.name
    words = person.name.split()
    while len(words) > 1 and words[0].rstrip(".").lower() in {
        "dr",
        "prof",
        "h",
        "c",
        "frau",
        "herr",
    }:
        words = words[1:]
    at = next((i for i, word in enumerate(words) if i and word.islower()), len(words) - 1)
    return " ".join(words[:at]), " ".join(words[at:])


def spellings(text: str) -> list[tuple[str, frozenset[int]]]:
    """A name's folded spellings (ü as ue and as u), with the places of its own separators."""
    if text.isascii() and text.isalpha():
        return [(text.lower(), NO_CUTS)]
    found: dict[str, frozenset[int]] = {}
    for low in (spell_out(text), bare(text)):
        words = LETTERS(low)
        found.setdefault("".join(words), _cuts(words))
    return list(found.items())


def _cuts(words: list[str]) -> frozenset[int]:
    """Where the words meet once they are joined."""
    if len(words) < 2:  # noqa: PLR2004 - nothing meets
        return NO_CUTS
    ends, at = [], 0
    for word in words[:-1]:
        at += len(word)
        ends.append(at)
    return frozenset(ends)


def inflections(title: str) -> list[str]:
    """A title's other cases and its plural (`des Präsidenten`, `Ministern`), folded."""
    for tail, endings in ENDINGS:
        if title.endswith(tail):
            return [title + ending for ending in endings]
    return []


def first_names(person: Person) -> list[str]:
    """The folded spellings of a person's first names, each alone and all together."""
    first = split_name(person)[0]
    words = [*first.replace("-", " ").split(), first]
    return [spelling for word in words for spelling, _ in spellings(word) if spelling]


def initials_of(person: Person) -> str:
    """The first letters of a person's first names (`kj`)."""
    first = split_name(person)[0].replace("-", " ")
    return "".join([word[0] for word in spell_out(first).split()])
