"""telling: the words of a body's name that tell it from others.

"Bergheide" does, "Stadt" does not: many bodies have such words in their names.
"""

from __future__ import annotations

from functools import lru_cache

from linter.pages.labels import words

SHORT = 2
"""Letters of a word that tells no body from another."""


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """The words, folded, that many bodies have in their names."""
    return _listed("common")


@lru_cache(maxsize=1)
def regional() -> frozenset[str]:
    """The words, folded, that the bodies of one Land, or of the Federation, have in common."""
    return _listed("regional")


def telling(name: str, shortest: int = SHORT + 1) -> set[str]:
    """The words of a name, folded, that are not common and have so many letters."""
    usual = common()
    return {word for word in words(name) if len(word) >= shortest and word not in usual}


def _listed(name: str) -> frozenset[str]:
    from linter.pages.details.topics import words as lexicon  # noqa: PLC0415 - only for pages that were read

    return frozenset(words(lexicon()[name]))
