"""matches: the texts at some fields show one of the wordings asked for, or none of those ruled out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Address, Alarm, Miss, Outcome, Unknown, check
from linter.checks.causes import UNCLEAR
from linter.checks.parameters import parameters
from linter.checks.patterns import Patterns, blanked
from linter.checks.silence import answer, first_silent, named

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class Matches:
    """`any`: one of the texts must match one of them; `none`: no text may match one of them.

    also: further fields that count where they are recorded; unless: wordings that are left out
    of account first ("hier keine private Nutzung"); doubt: wordings that leave it open; kinds: only
    accounts of these kinds are judged; once: one miss for all texts together; named: what names
    nothing (“-”, “wird noch benannt”) is left to another check; absent: what it means that one of
    `fields` is not recorded and the others do not decide.
    """

    fields: tuple[Address, ...]
    also: tuple[Address, ...] = ()
    any: Patterns = Patterns()
    none: Patterns = Patterns()
    unless: Patterns = Patterns()
    doubt: Patterns = Patterns()
    kinds: tuple[str, ...] = ()
    once: bool = False
    named: bool = False
    absent: Literal["fail", "unknown", "pass"] = "unknown"


def _idle(params: Matches) -> tuple[str, ...]:
    return (*params.fields, *params.also) if params.absent == "pass" else ()


def _reads(params: Matches) -> tuple[str, ...]:
    return (*params.fields, *params.also)


def _sure(params: Matches) -> tuple[str, ...]:
    return params.fields if params.absent == "unknown" and not params.doubt else ()


def _alarm(params: Matches) -> Alarm | None:
    if params.any or not params.none.needles or (params.doubt and not params.doubt.needles):
        return None
    needed = () if params.absent == "pass" else params.fields
    needles = params.none.needles | params.doubt.needles
    return Alarm((*params.fields, *params.also), needles, needed)


@check(
    "matches",
    Matches,
    supplies=("found",),
    variants=("absent", "missing"),
    idle=_idle,
    reads=_reads,
    alarm=_alarm,
    sure=_sure,
)
def matches(subject: Subject, params: Matches) -> Iterator[Outcome]:
    """Miss a wording that is there and must not be, or is missing and must be."""
    if params.kinds and (subject.account is None or subject.account.kind not in params.kinds):
        return
    spots = [
        spot
        for address in (*params.fields, *params.also)
        for spot in subject.at(address)
        if spot.text and not spot.text.isspace()
    ]
    if params.named and not any(
        named(spot) for field in params.fields for spot in subject.at(field)
    ):
        return
    if params.none:
        ruled_out = False
        for spot in spots:
            found = _found(spot.text or "", params.none, params.unless)
            if found:
                ruled_out = True
                yield Miss(spot, {"found": found.group()}, span=found.span())
                if params.once:
                    return
        if ruled_out:
            return
    if params.any and any(_found(spot.text or "", params.any, params.unless) for spot in spots):
        return
    if params.doubt:
        doubt = [spot for spot in spots if _found(spot.text or "", params.doubt, params.unless)]
        if doubt:
            yield Unknown(doubt[0], UNCLEAR)
            return
    if not params.any and params.absent == "pass":
        return
    missing = first_silent(subject, params.fields)
    if missing and (not spots or params.absent == "unknown"):
        yield from answer(params.absent, missing, {"found": ""}, "absent")
    elif params.any:
        yield Miss(spots[0] if spots else params.fields[0], {"found": ""}, variant="missing")


def _found(text: str, patterns: Patterns, unless: Patterns) -> re.Match[str] | None:
    """The first pattern's match in what the exceptions leave of the text."""
    if not patterns.possible(text):
        return None
    found = patterns.first(text)
    if found is None or not unless:  # most texts match nothing: no need to look for exceptions
        return found
    return patterns.first(blanked(text, unless))
