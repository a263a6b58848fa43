"""not-older: records are as recent as the thing they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import UNRECORDED
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class NotOlder:
    """Parameters.

    records: the records compared; than: the day they must not be older than; only_with: asked
    only where this field is on record. Records that are absent are another rule's business.
    """

    records: tuple[Address, ...]
    than: Address
    only_with: Address | None = None


def _idle(params: NotOlder) -> tuple[str, ...]:
    return params.records if params.only_with is None else (params.only_with,)


@check("not-older", NotOlder, supplies=("records", "than"), variants=("older",), idle=_idle)
def not_older(subject: Subject, params: NotOlder) -> Iterator[Outcome]:
    """One miss for all records that are older or have no day, at the first of them."""
    if params.only_with is not None and not subject.at(params.only_with):
        return
    found = [record for record in map(subject.record, params.records) if record is not None]
    if not found:
        return
    than = subject.day(params.than)
    if than is None:
        yield Unknown(params.than, UNRECORDED)
        return
    old = [record for record in found if record.on is None or record.on < than]
    if old:
        names = tuple(record.spot.address for record in old)
        yield Miss(old[0].spot, {"records": names, "than": than}, variant="older")
