"""lexicon: the packs' lists of labels, folded so that labels can be compared with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.pages.labels import TARGETS, fold, words

if TYPE_CHECKING:
    from linter.pages.page import Strength, Target

    Named = dict[str, list[tuple[Target, Strength]]]

LISTS = (
    "fillers", "companions", "whose", "about", "groups", "topics", "within", "before", "contact", "documents",
    "provider", "offered", "sites", "manuals",
)  # fmt: skip
STRENGTHS: tuple[Strength, ...] = ("strong", "medium", "rejected")


def entries(facts: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What `Labels` is made of."""
    packs = {target: facts.get(target, {}).get("labels", {}) for target in TARGETS}
    lists = {
        key: frozenset(fold(name) for pack in packs.values() for name in _listed(pack.get(key, ())))
        for key in LISTS
    }
    return {
        "classes": {name: tuple(named) for name, named in _classes(packs, lists).items()},
        "href": {target: tuple(pack.get("href", ())) for target, pack in packs.items()},
        "foreign": {t: frozenset(pack.get("foreign_hosts", ())) for t, pack in packs.items()},
        **lists,
    }


def _listed(value: Any) -> list[str]:
    return value.split() if isinstance(value, str) else list(value)


def _classes(packs: dict[Target, dict[str, Any]], lists: dict[str, frozenset[str]]) -> Named:
    """Each folded label with the targets it names."""
    classes: Named = {}
    laws: list[tuple[str, Target, Strength]] = []
    for target, pack in packs.items():
        for strength in STRENGTHS:
            for names in pack.get(strength, {}).values():
                for name in names:
                    _add(classes, fold(name), target, strength)
                    if "Art." in name or "§" in name:
                        laws.append((name, target, strength))
        for name in pack.get("misspelt", ()):
            _add(classes, fold(name), target, "medium")
    for name, target, strength in laws:
        # Of a law, its number counts, not how it is brought in: "nach Art. 13", "gem. Art. 13".
        bare = "".join(word for word in words(name) if word not in lists["fillers"])
        _add(classes, bare, target, strength)
    return classes


def _add(classes: Named, name: str, target: Target, strength: Strength) -> None:
    entry = classes.setdefault(name, [])
    if all(known != target for known, _ in entry):
        entry.append((target, strength))
