"""changed-after: what changed after its approval was applied for anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import UNRECORDED
from linter.checks.parameters import parameters
from linter.checks.records import judged
from linter.registry.nodes import Mapping, Scalar
from linter.subject import Spot, day_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from linter.subject import Subject


@parameters
class ChangedAfter:
    """Parameters.

    changes: the list of changes, each with `on` and the `application` that reports it;
    application: the latest application, with `id`, `on` and `replaces`; published: the day
    by which the approval was there; approvals: its records, where that day is not known.
    """

    changes: Address
    application: Address
    published: Address
    approvals: tuple[Address, ...]


def _idle(params: ChangedAfter) -> tuple[str, ...]:
    return (params.changes,)


@check(
    "changed-after",
    ChangedAfter,
    supplies=("on",),
    variants=("not_renewed", "not_linked"),
    idle=_idle,
)
def changed_after(subject: Subject, params: ChangedAfter) -> Iterator[Outcome]:
    """Look at the latest change only: a later application covers the earlier ones."""
    change = _latest(subject, params.changes)
    if change is None:
        return
    on, spot, named = change
    after = _after_approval(subject, params, on)
    if after is None:
        yield Unknown(spot, UNRECORDED)
    if not after:
        return
    current = subject.text(f"{params.application}.id")
    former = subject.text(f"{params.application}.replaces")
    filed = subject.day(f"{params.application}.on")
    if named and named == former:
        return
    if not (named and named == current) and not (filed and filed >= on):
        yield Miss(spot, {"on": on}, variant="not_renewed")
    elif former is None:
        yield Miss(f"{params.application}.replaces", {"on": on}, variant="not_linked")


def _latest(subject: Subject, address: Address) -> tuple[date, Spot, str | None] | None:
    found: tuple[date, Spot, str | None] | None = None
    for spot in subject.at(address):
        if type(spot.node) is not Mapping:
            continue
        node = spot.node.entries.get("on")
        day = day_of(node.text or "") if type(node) is Scalar else None
        if node is not None and day is not None and (found is None or day >= found[0]):
            named = spot.node.entries.get("application")
            text = named.text if type(named) is Scalar else None
            found = day, Spot(f"{spot.address}.on", node, spot.document), text
    return found


def _after_approval(subject: Subject, params: ChangedAfter, on: date) -> bool | None:
    """True where the change came after the approval, None where no day tells."""
    published = subject.day(params.published)
    if published is not None:
        return on > published
    spots = [subject.first(address) for address in params.approvals]
    records = [judged(spot) for spot in spots if spot is not None]
    days = [record.on for record in records if record.on is not None]
    return any(day < on for day in days) if days else None
