"""A house in running text, named by its subjects though not officially: „Schul- und Bildungsministerium“.

Its designations are looked for first, as patterns (`linter.checks.designations`); this reads what
people make of them: some of its subjects, in another order or joined with „Ministerium“.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.names.fold import spell_out

if TYPE_CHECKING:
    from linter.names.house import House

HEAD = "inisterium"
"""What every such name contains."""
AND = r"(?:,|/|\s(?:[Uu]nd|[Ss]owie|&|u\.))\s?"
MINISTRY = re.compile(
    rf"(?<![\w-])(?:NRW-|Nrw-)?(?P<joined>(?:\w{{2,40}}-{AND}){{0,4}}\w{{0,40}}-?)(?<!undes)[Mm]inisteriums?(?!\w)"
    rf"(?:\s(?:[Ff]ür|f\.|[Dd]er|[Dd]es)\s(?!(?:Bundes|Landes)\b)"
    rf"(?P<listed>\w[\w-]{{2,40}}(?:{AND}(?:(?:der|die|das|des)\s)?(?=[A-ZÄÖÜ])\w[\w-]{{2,40}}){{0,9}}))?"
)
ELSEWHERE = re.compile(
    r"[\s(]*(?:(?:des|der|in|im|von|vom)\s)?(?:Landes?\s|Freistaate?s?\s)?"
    r"(?:Bund(?!es-)|Baden|Bayern|Berlin|Brandenburg|Bremen|Hamburg|Hessen|Mecklenburg|Niedersachsen"
    r"|Rheinland|Saarland|Sachsen|Schleswig|Thüringen|Österreich)"
)
"""Whose ministry it is, where it is not the Land's."""
ENDINGS = ("ens", "en", "es", "er", "e", "n", "s")
STEM = 3
"""Letters that are left of a word at least."""


def named_in(text: str, house: House) -> list[tuple[int, int]]:
    """Where the text speaks of a ministry by one of the house's own subjects or more."""
    if HEAD.upper() in text and len(text.title()) == len(text):
        text = text.title()  # shouted
    if HEAD not in text:
        return []
    stems = {_stem(word) for word in house.words if len(word) > STEM}
    return [
        match.span()
        for match in MINISTRY.finditer(text)
        if not ELSEWHERE.match(text, match.end())
        and any(_stem(word) in stems for word in _subjects(match))
    ]


def _subjects(match: re.Match[str]) -> list[str]:
    words = re.findall(r"\w{3,}", spell_out(f"{match['joined']} {match['listed'] or ''}"))
    return [word.removeprefix("landes") for word in words]


def _stem(word: str) -> str:
    """A word without its ending: „Inneres“ and „Innern“, „Bauen“ and „Bau“ are the same subject."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word[: -len(ending)]
    return word
