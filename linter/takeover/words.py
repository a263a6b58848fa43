"""words: what titles and values of tables mean, from `words.yaml` beside this file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from linter.names.fold import spell_out

COMMENT = "comment"
"""The field of a column whose values are kept as comments."""

GENDERED = re.compile(r"(?<=\w)[*:_/·](?:-)?in(?:nen)?\b", re.IGNORECASE)
PARTS = re.compile(r"\s*(?:[/,;|\n]|\s[-–]\s|\bbzw\.|\boder\b|\bund\b|\bor\b|\band\b|&)\s*")
BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")


def folded(text: str) -> str:
    """A title or word as it is compared: small, without umlauts, blanks and punctuation."""
    plain = spell_out(unicodedata.normalize("NFKC", text))
    kept = "".join(char for char in plain if char.isalnum())
    return kept or plain.strip()


@dataclass(frozen=True, slots=True)
class Words:
    """Each word by its folded form; fields by the titles that mean them."""

    columns: dict[str, str]
    left_out: dict[str, str]
    left_out_within: dict[str, str]
    ambiguous: frozenset[str]
    ways_to_reach: tuple[str, ...]
    secret_before: tuple[str, ...]
    platforms: dict[str, str]
    status: dict[str, str]
    kind: dict[str, str]
    yes: frozenset[str]
    no: frozenset[str]
    in_progress: frozenset[str]
    nothing: frozenset[str]
    months: dict[str, int]
    titles: tuple[str, ...]

    def field(self, title: str) -> str:
        """The field that a title means; "" where none or several are meant."""
        for candidate in (title, BRACKETS.sub(" ", title)):
            bare = GENDERED.sub("", candidate)
            for form in (candidate, bare):
                if found := self.columns.get(folded(form)):
                    return found
        parts = [part for part in PARTS.split(BRACKETS.sub(" ", title)) if part.strip()]
        found_parts = {self.columns.get(folded(part), "") for part in parts}
        return found_parts.pop() if len(found_parts) == 1 else ""

    def kept_out(self, title: str) -> str:
        """`secret` or `person` where such a column is not to be written down; else ""."""
        form = folded(title)
        if form in self.columns:
            return ""
        whole = BRACKETS.sub(" ", title)
        parts = [title, whole, *PARTS.split(whole), *re.split(r"[\W_]+", whole)]
        found = {self.left_out.get(folded(GENDERED.sub("", part)), "") for part in parts}
        found |= {self.left_out.get(folded(part), "") for part in parts}
        found |= {why for stem, why in self.left_out_within.items() if stem in form}
        return "secret" if "secret" in found else "person" if "person" in found else ""

    def platform(self, text: str) -> str:
        """The platform that a word stands for."""
        for candidate in (text, BRACKETS.sub(" ", text)):
            if found := self.platforms.get(folded(candidate)):
                return found
        return ""


@cache
def words() -> Words:
    """The words, read once."""
    data = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text("utf-8"))
    return Words(
        columns=_by_word(data["columns"]),
        left_out=_by_word(data["left_out"]),
        left_out_within={
            folded(stem): why for why, stems in data["left_out_within"].items() for stem in stems
        },
        ambiguous=frozenset(map(folded, data["ambiguous"])),
        ways_to_reach=tuple(map(folded, data["ways_to_reach"])),
        secret_before=tuple(data["secret_before"]),
        platforms=_by_word(data["platforms"]),
        status=_by_word(data["status"]),
        kind=_by_word(data["kind"]),
        yes=frozenset(map(folded, data["yes"])),
        no=frozenset(map(folded, data["no"])),
        in_progress=frozenset(map(folded, data["in_progress"])),
        nothing=frozenset(map(folded, data["nothing"])),
        months=_by_word(data["months"]),
        titles=tuple(title for titles in data["columns"].values() for title in titles),
    )


def _by_word(data: dict[Any, list[str]]) -> dict[str, Any]:
    """Folded word → what it means; the first that claims a word keeps it (the tests allow none twice)."""
    found: dict[str, Any] = {}
    for meaning, many in data.items():
        own = [str(meaning)] if isinstance(meaning, str) and meaning != "secret" else []
        for word in [*own, *many]:
            found.setdefault(folded(word), meaning)
    return found
