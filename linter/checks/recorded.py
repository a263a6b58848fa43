"""recorded: something is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.checks.records import DOUBT, VARIANTS, doubt, judged, quoted
from linter.checks.silence import NOT_RECORDED, answer, named, recorded_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject

STATES = frozenset(("ja", *VARIANTS))
NOTHING = {"state": NOT_RECORDED, "said": NOT_RECORDED}


@parameters
class Recorded:
    """`field`, or one of `instead`, holds something; a record must be in one of the `states`.

    free: a text that may say “nicht” and still be what is asked for, as a reason, a legal basis or
    a name.
    beside: the value at which it is missed, where the record would stand beside that.
    """

    field: Address
    instead: tuple[Address, ...] = ()
    states: tuple[str, ...] = ("ja",)
    absent: Literal["fail", "unknown", "pass"] = "fail"
    free: bool = False
    beside: Address | None = None


def _whatever(params: Recorded) -> bool:
    """Whether it makes no difference what the words of a record say."""
    return params.free or STATES.issubset(params.states)


def _idle(params: Recorded) -> tuple[str, ...]:
    return (params.field, *params.instead) if params.absent == "pass" else ()


def _reads(params: Recorded) -> tuple[str, ...]:
    return (params.field, *params.instead)


@check(
    "recorded",
    Recorded,
    supplies=("state", "said"),
    variants=("refused", "pending"),
    idle=_idle,
    reads=_reads,
)
def recorded(subject: Subject, params: Recorded) -> Iterator[Outcome]:
    """Miss what nobody recorded, and a record that says no."""
    short = None
    for address in (params.field, *params.instead):
        for spot in recorded_at(subject, address):
            record = judged(spot)
            if params.free and record.state != "nein" and not named(spot):
                continue
            if record.state in params.states or (record.state == DOUBT and _whatever(params)):
                return
            short = short or record
    if short and (unclear := doubt(short)) is not None:
        yield unclear
    elif short:
        values = {"state": short.state, "said": quoted(short)}
        yield Miss(short.spot, values, variant=VARIANTS.get(short.state))
    elif params.beside and params.absent == "fail" and (beside := subject.first(params.beside)):
        yield Miss(beside, NOTHING)
    else:
        yield from answer(params.absent, params.field, NOTHING)
