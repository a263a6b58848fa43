"""What every check shares: what it yields, and how it is made known.

A check is a pure function of a subject and its parameters. It knows no rule, no law, no
language, no file, no clock and no network; it yields a `Miss` where the subject falls short
and an `Unknown` where it could not look. Yielding nothing means *pass*.

The check `recorded` lives in `linter/checks/recorded.py`: the name in a rule's YAML, with
hyphens turned into underscores, is the module's name, so there is no list to keep. A plug-in
brings `acme.some-check` through the entry-point group `amtlint.checks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linter.subject import Spot, Subject

Value = Any
"""A placeholder's value: text, number, date (shown in the reader's form), a tuple of texts
(joined with commas) or {"de": …, "en": …} where the two languages differ."""

Address = str
"""Where a value stands in a subject: `handle`, `operator.unit`, `links[].url`."""


class Miss:
    """The subject falls short at a place.

    at: the spot, or the address of what is absent; values: placeholders for the message;
    variant: which of the rule's message variants to use; span: the offending characters
    inside the spot's text (start, end), code points, end exclusive. evidence: what was seen, where
    it is not the page or profile that `at` names; value: the finding's value, where it is not the
    spot's.
    """

    __slots__ = ("at", "evidence", "span", "value", "values", "variant")

    def __init__(
        self,
        at: Spot | Address,
        values: dict[str, Value] | None = None,
        *,
        variant: str | None = None,
        span: tuple[int, int] | None = None,
        evidence: list[dict[str, Any]] | None = None,
        value: str | None = None,
    ) -> None:
        self.at = at
        self.values = values or {}
        self.variant = variant
        self.span = span
        self.evidence = evidence
        self.value = value


class Unknown:
    """The check could not look; cause is a key of `linter.text.CAUSES`, e.g. `not-declared`."""

    __slots__ = ("at", "cause")

    def __init__(self, at: Spot | Address, cause: str = "not-declared") -> None:
        self.at = at
        self.cause = cause


Outcome = Miss | Unknown
CheckFunction = Callable[["Subject", Any], Iterator[Outcome]]


Addresses = Callable[[Any], tuple[Address, ...]]
"""From a check's parameters to addresses."""

Look = Callable[[list[Any]], Callable[["Subject"], list[int]]]
"""See `Check`."""


class Alarm:
    """What a check waits for: it has nothing to say unless one of the needles is in the texts.

    addresses: of the texts; needles: folded; needed: the addresses that must not be silent.
    """

    __slots__ = ("addresses", "needed", "needles")

    def __init__(
        self,
        addresses: tuple[Address, ...],
        needles: Iterable[str],
        needed: tuple[Address, ...] = (),
    ) -> None:
        self.addresses = addresses
        self.needles = needles
        self.needed = needed


class Check:
    """A registered primitive: its function, its parameter class and the placeholders it fills.

    The rest spares asking. It says, for given parameters: idle: the addresses without which
    the check has nothing to say; empty where silence, too, is an answer. reads: the addresses
    whose values alone decide (beside the account's kind, platform and status). alarm: the
    words without which there is nothing to say; None where more than words decides. look: for
    the parameters of several rules, one look at a subject that tells which of them, by their
    numbers, have something to say. sure: the addresses that keep the check from not knowing, once
    all are recorded.
    """

    __slots__ = (
        "alarm",
        "function",
        "idle",
        "look",
        "name",
        "params",
        "reads",
        "supplies",
        "sure",
        "variants",
    )

    def __init__(
        self,
        name: str,
        function: CheckFunction,
        params: type,
        supplies: tuple[str, ...] = (),
        variants: tuple[str, ...] = (),
        *,
        idle: Addresses | None = None,
        reads: Addresses | None = None,
        alarm: Callable[[Any], Alarm | None] | None = None,
        look: Look | None = None,
        sure: Addresses | None = None,
    ) -> None:
        self.name = name
        self.function = function
        self.params = params
        self.supplies = supplies
        self.variants = variants
        self.idle = idle
        self.reads = reads
        self.alarm = alarm
        self.look = look
        self.sure = sure


def check(
    name: str,
    params: type,
    *,
    supplies: tuple[str, ...] = (),
    variants: tuple[str, ...] = (),
    idle: Addresses | None = None,
    reads: Addresses | None = None,
    alarm: Callable[[Any], Alarm | None] | None = None,
    look: Look | None = None,
    sure: Addresses | None = None,
) -> Callable[[CheckFunction], Check]:
    """Make a function a check; the decorated name is the `Check` itself.

    supplies: the placeholders it fills in every miss; variants: the message variants it may
    name (a rule must then have the text for each one it does not cover by `message`); idle,
    reads, alarm, look, sure: see `Check`.
    """

    def register(function: CheckFunction) -> Check:
        return Check(
            name,
            function,
            params,
            supplies,
            variants,
            idle=idle,
            reads=reads,
            alarm=alarm,
            look=look,
            sure=sure,
        )

    return register


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
