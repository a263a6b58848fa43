"""listed: a list holds an item for this account, with everything the item must have on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.checks.records import VARIANTS, doubt, judged
from linter.checks.silence import part, recorded_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class Listed:
    """The list in `field` (`platform_decisions[].platform`) has an item whose key equals `same_as`.

    complete: the item's keys that must be recorded, in the order in which they are missed.
    """

    field: Address
    same_as: Address
    complete: tuple[str, ...] = ()


@check("listed", Listed, supplies=("lacking",), variants=("incomplete", "refused", "pending"))
def listed(subject: Subject, params: Listed) -> Iterator[Outcome]:
    """Miss a list without such an item, and an item that lacks a record."""
    head, _, key = params.field.rpartition("[].")
    wanted = (subject.text(params.same_as) or "").casefold()
    items = [
        item
        for item in recorded_at(subject, f"{head}[]")
        if (spot := part(item, key)) and (spot.text or "").casefold() == wanted
    ]
    if not items:
        yield Miss(head, {"lacking": params.complete})
        return
    for name in params.complete:
        spot = part(items[0], name)
        if spot is None:
            yield Miss(items[0], {"lacking": name}, variant="incomplete")
            continue
        record = judged(spot)
        if (unclear := doubt(record)) is not None:
            yield unclear
        elif record.state != "ja":
            yield Miss(spot, {"lacking": name}, variant=VARIANTS.get(record.state))
