"""value: a field has one of the values allowed, or none of those ruled out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.checks.silence import NOT_RECORDED, answer, recorded_at
from linter.subject import flag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class Value:
    """Every value at `field` is one of `any` and none of `none`; case does not count."""

    field: Address
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    absent: Literal["fail", "unknown", "pass"] = "pass"


def _idle(params: Value) -> tuple[str, ...]:
    return (params.field,) if params.absent == "pass" else ()


def _reads(params: Value) -> tuple[str, ...]:
    return (params.field,)


@check("value", Value, supplies=("value",), variants=("absent",), idle=_idle, reads=_reads)
def value(subject: Subject, params: Value) -> Iterator[Outcome]:
    """Miss each value that is not allowed; `absent` says what silence means."""
    spots = recorded_at(subject, params.field)
    for spot in spots:
        if not _fits(spot.text or "", params):
            yield Miss(spot, {"value": spot.text or ""})
    if not spots:
        yield from answer(params.absent, params.field, {"value": NOT_RECORDED}, "absent")


@lru_cache(maxsize=1024)
def _fits(text: str, params: Value) -> bool:
    return (not params.any or _among(text, params.any)) and not _among(text, params.none)


def _among(text: str, values: tuple[str, ...]) -> bool:
    flag = flag_of(text)
    low = text.casefold()
    return any(
        low == other.casefold() or (flag is not None and flag is flag_of(other)) for other in values
    )
