"""What every check shares: what it yields, and how it is made known.

A check is a pure function of a subject and its parameters. It knows no rule, no law, no
language, no file, no clock and no network; it yields a `Miss` where the subject falls short
and an `Unknown` where it could not look. Yielding nothing means *pass*.

The check `recorded` lives in `linter/checks/recorded.py`: the name in a rule's YAML, with
hyphens turned into underscores, is the module's name, so there is no list to keep. A plug-in
brings `acme.some-check` through the entry-point group `amtlint.checks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from linter.checks.patterns import Pattern, Patterns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.subject import Spot, Subject

__all__ = [
    "Address",
    "Alarm",
    "Check",
    "CheckFunction",
    "Look",
    "Miss",
    "Outcome",
    "Pattern",
    "Patterns",
    "Unknown",
    "Value",
    "check",
]
"""All that the author of a check needs."""

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
    """The check could not look; cause is a key of `linter.text.CAUSES`, e.g. `not-declared`.

    evidence: as of a `Miss`.
    """

    __slots__ = ("at", "cause", "evidence")

    def __init__(
        self,
        at: Spot | Address,
        cause: str = "not-declared",
        *,
        evidence: list[dict[str, Any]] | None = None,
    ) -> None:
        self.at = at
        self.cause = cause
        self.evidence = evidence


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
