"""patterns: a rule's regular expressions, searched for at little cost."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

MANY = 100
"""No profile text holds more matches of one wording; a text made to hold more must cost no more."""


class Pattern:
    """A rule's regular expression, compiled when it is first needed.

    Built-in packs are tested for linear time and run on the standard library's engine. A
    foreign pack's pattern (guarded) runs on `regex` with a time limit, so that one that
    backtracks for ever stops the rule, not the program: `TimeoutError`.

    needles: sets of folded texts; every match contains one of each set (see
    `linter.rulebook.needles`). A text without them is passed over, and a pattern that no text
    calls for is never compiled.
    """

    __slots__ = ("_compiled", "guarded", "needles", "source")

    LIMIT = 0.5
    """Seconds a guarded pattern may take on one text."""

    def __init__(
        self, source: str, *, guarded: bool = False, needles: tuple[tuple[str, ...], ...] = ()
    ) -> None:
        self.source = source
        self.guarded = guarded
        self.needles = needles
        self._compiled: Any = None

    def possible(self, text: str) -> bool:
        """False only where no match can be, not even with parts of the text blanked out."""
        if self.needles:
            low = folded(text)
            for needles in self.needles:
                for needle in needles:
                    if needle in low:
                        break
                else:
                    return False
        return True

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in the text, case-insensitive."""
        if not self.possible(text):
            return None
        if self._compiled is None:
            self._compiled = self.compile()
        found: re.Match[str] | None
        if self.guarded:
            found = self._compiled.search(text, timeout=self.LIMIT)
        else:
            found = self._compiled.search(text)
        return found

    def sub(self, by: str, text: str) -> str:
        """The text with every match replaced (not for guarded patterns)."""
        if not self.possible(text):
            return text
        if self._compiled is None:
            self._compiled = self.compile()
        replaced: str = self._compiled.sub(by, text)
        return replaced

    def compile(self) -> Any:
        """Compile; raises `re.error` or `regex.error` for what is no pattern."""
        if not self.guarded:
            return re.compile(self.source, re.IGNORECASE)
        import regex  # noqa: PLC0415 - 14 ms of start-up that built-in packs never need

        return regex.compile(self.source, regex.IGNORECASE | regex.VERSION0)


class Patterns(tuple[Pattern, ...]):  # noqa: SLOT001 - a tuple can have none
    """The patterns of one parameter, in their order; most texts are passed over by all at once.

    Texts known to hold no match are remembered where they are short: addresses, labels and
    units recur from account to account, profile texts don't.
    """

    SHORT = 80
    KEPT = 512
    """Bounds of that memory: code points of a text, texts."""
    needles: frozenset[str]
    silent: set[str]
    _fewest: tuple[str, ...] | None

    def __new__(cls, patterns: Iterable[Pattern] = ()) -> Patterns:
        """Gather what a match of any of the patterns contains."""
        self = super().__new__(cls, patterns)
        self.silent = set()
        self.needles = frozenset()
        self._fewest = None
        if all(pattern.needles for pattern in self):
            self.needles = frozenset([n for pattern in self for n in pattern.needles[0]])
        return self

    def possible(self, text: str) -> bool:
        """False only where no match can be, not even with parts of the text blanked out."""
        if text in self.silent:
            return False
        needles = self._fewest
        if needles is None:  # of many patterns no text is ever looked at
            needles = self._fewest = fewest(self.needles)
        if not needles:
            return bool(self)
        low = folded(text)
        for needle in needles:
            if needle in low:
                return True
        self._remember(text)
        return False

    def search(self, text: str) -> re.Match[str] | None:
        """The match of the first pattern that has one."""
        return self.first(text) if self.possible(text) else None

    def first(self, text: str) -> re.Match[str] | None:
        """As `search`, of a text that was found possible."""
        for pattern in self:
            found = pattern.search(text)
            if found:
                return found
        self._remember(text)
        return None

    def _remember(self, text: str) -> None:
        if len(text) <= self.SHORT:
            if len(self.silent) >= self.KEPT:
                self.silent.clear()
            self.silent.add(text)


@lru_cache(maxsize=64)
def folded(text: str) -> str:
    """The text with all letters equal that the engines' IGNORECASE takes for equal."""
    return text.replace("İ", "i").casefold().replace("ı", "i")


def fewest(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those that contain another of them."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        for shorter in kept:
            if shorter in word:
                break
        else:
            kept.append(word)
    return tuple(sorted(kept))


def blanked(text: str, patterns: tuple[Pattern, ...]) -> str:
    """Blank out what the patterns match, keeping every other character in its place."""
    for pattern in patterns:
        for _ in range(MANY):
            found = pattern.search(text)
            if not found or not found.group().strip():
                break
            start, end = found.span()
            text = text[:start] + " " * (end - start) + text[end:]
    return text
