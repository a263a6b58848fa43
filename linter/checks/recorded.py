"""recorded: something is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.checks.records import VARIANTS
from linter.checks.silence import NOT_RECORDED, answer, recorded_at
from linter.subject import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class Recorded:
    """`field`, or one of `instead`, holds something; a record must be in one of the `states`."""

    field: Address
    instead: tuple[Address, ...] = ()
    states: tuple[str, ...] = ("ja",)
    absent: Literal["fail", "unknown", "pass"] = "fail"


def _idle(params: Recorded) -> tuple[str, ...]:
    return (params.field, *params.instead) if params.absent == "pass" else ()


def _reads(params: Recorded) -> tuple[str, ...]:
    return (params.field, *params.instead)


@check(
    "recorded",
    Recorded,
    supplies=("state",),
    variants=("refused", "pending"),
    idle=_idle,
    reads=_reads,
)
def recorded(subject: Subject, params: Recorded) -> Iterator[Outcome]:
    """Miss what nobody recorded, and a record that says no."""
    short = None
    for address in (params.field, *params.instead):
        for spot in recorded_at(subject, address):
            record = record_of(spot)
            if record.state in params.states:
                return
            short = short or record
    if short:
        yield Miss(short.spot, {"state": short.state}, variant=VARIANTS.get(short.state))
    else:
        yield from answer(params.absent, params.field, {"state": NOT_RECORDED})
