"""What links are called: the lexicons of the packs, ready to compare."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from linter.pages.clean import clean

if TYPE_CHECKING:
    from linter.pages.page import Strength, Target

MOST_WORDS = 8
"""A label of more words is a sentence."""
_WORD = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[/&|+,;·•–—:()\[\]]|\bund\b|\band\b|\bsowie\b| - ")
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
TARGETS: tuple[Target, ...] = ("impressum", "privacy")
PACKS = {"impressum": "impressum", "privacy": "privacy"}


def fold(text: str) -> str:
    """Lower case, umlauts written out, words apart by one blank."""
    low = clean(unicodedata.normalize("NFKC", text)).casefold().translate(_SPELT_OUT)
    return " ".join(_WORD.findall(low))


@dataclass(frozen=True, slots=True)
class Labels:
    """The names of both targets.

    classes: folded label → (target, strength) of each target it names; href: target → beginnings
    of words in addresses; foreign: target → hosts whose pages are never this site's own.
    """

    classes: dict[str, tuple[tuple[Target, Strength], ...]]
    href: dict[Target, tuple[str, ...]]
    foreign: dict[Target, frozenset[str]]
    fillers: frozenset[str]

    @classmethod
    def from_facts(cls, facts: dict[str, dict[str, Any]]) -> Labels:
        """Build from the packs' facts: `facts["impressum"]["labels"]` and the like."""
        classes: dict[str, list[tuple[Target, Strength]]] = {}
        href: dict[Target, tuple[str, ...]] = {}
        foreign: dict[Target, frozenset[str]] = {}
        fillers: set[str] = set()
        for target in TARGETS:
            data = facts.get(PACKS[target], {}).get("labels", {})
            for strength in ("strong", "medium", "rejected"):
                for names in data.get(strength, {}).values():
                    for name in names:
                        _add(classes, fold(name), target, strength)
            for name in data.get("misspelt", ()):
                _add(classes, fold(name), target, "medium")
            href[target] = tuple(data.get("href", ()))
            foreign[target] = frozenset(data.get("foreign_hosts", ()))
            fillers.update(fold(word) for word in data.get("fillers", ()))
        return cls({k: tuple(v) for k, v in classes.items()}, href, foreign, frozenset(fillers))

    def classify(self, label: str) -> tuple[tuple[Target, Strength], ...]:
        """What a label names: each target with how well; empty for nothing known."""
        folded = fold(label)
        if not folded or len(folded) > 120:
            return ()
        known = self.classes.get(folded)
        if known is not None:
            return known
        low = clean(unicodedata.normalize("NFKC", label)).casefold().translate(_SPELT_OUT)
        if len(folded.split()) > MOST_WORDS:
            return ()
        found: dict[Target, Strength] = {}
        for part in _PARTS.split(low):
            words = [word for word in _WORD.findall(part) if word not in self.fillers]
            for target, strength in self.classes.get(" ".join(words), ()):
                if found.get(target, "none") != "strong":
                    found[target] = strength
        return tuple(found.items())


def _add(
    classes: dict[str, list[tuple[Target, Strength]]], name: str, target: Target, strength: Strength
) -> None:
    entry = classes.setdefault(name, [])
    if all(known != target for known, _ in entry):
        entry.append((target, strength))


@lru_cache(maxsize=1)
def shipped() -> Labels:
    """The lexicons of the packs that come with the program."""
    from linter.rulebook.compiled import rules_root  # noqa: PLC0415 - the one place that knows

    root = Path(rules_root())
    facts: dict[str, dict[str, Any]] = {}
    for pack in PACKS.values():
        path = root / pack / "facts" / "labels.yaml"
        if path.is_file():
            facts[pack] = {"labels": yaml.safe_load(path.read_text("utf-8"))}
    return Labels.from_facts(facts)
