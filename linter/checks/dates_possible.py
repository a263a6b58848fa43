"""dates_possible: dates that exist, have come, and stand in an order that can be true."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.bundle import fresh
from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.registry.nodes import Mapping, Scalar, Sequence
from linter.subject import Spot, day_of, flag_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from linter.registry.nodes import Node
    from linter.subject import Subject

LENGTH = len("YYYY-MM-DD")


@parameters
class DatesPossible:
    """Every value of an account that has the form of a date is looked at.

    ahead: keys whose dates may lie in the future, coming: addresses; planned: fields that may do
    so while the account is planned; order: later field → earlier field; earliest: platform → the day
    before which nobody can have had an account there (asked of `since`); last: the field of the last
    day, which is over for an account that is closed, and for no other.
    """

    ahead: tuple[str, ...] = ()
    coming: tuple[Address, ...] = ()
    planned: tuple[Address, ...] = ()
    order: dict[str, str] = fresh(factory=dict)
    earliest: dict[str, str] = fresh(factory=dict)
    last: Address | None = None


@check(
    "dates-possible",
    DatesPossible,
    supplies=("value", "other"),
    variants=("impossible", "future", "order", "too-early", "ended", "not-ended"),
)
def dates_possible(subject: Subject, params: DatesPossible) -> Iterator[Outcome]:
    """Miss for dates that do not exist, are yet to come, or contradict another date."""
    if not _all_past(subject.roots[0][0], subject.as_of):
        yield from _impossible(subject, params)
    yield from _contradictions(subject, params)
    last = subject.first(params.last) if params.last is not None else None
    if last is not None and subject.account is not None:
        yield from _ended(subject, last, subject.account.status)


def _ended(subject: Subject, spot: Spot, status: str) -> Iterator[Outcome]:
    """A last day and a state that cannot both be right."""
    day = day_of(spot.text or "")
    if day is None or day == subject.as_of:
        return
    over = day < subject.as_of
    if over != (status == "closed"):
        values = {"value": day, "other": status}
        yield Miss(spot, values, variant="ended" if over else "not-ended")


def _impossible(subject: Subject, params: DatesPossible) -> Iterator[Outcome]:
    fields, document = subject.roots[0]
    today = subject.as_of.isoformat()
    planned = subject.account is not None and subject.account.status == "planned"
    waiting = params.planned if planned else ()
    for address, node, may_be_ahead in _dated(fields, "", params.ahead):
        text = node.text or ""
        day = day_of(text)
        spot = Spot(address, node, document)
        if day is None:
            yield Miss(spot, {"value": text, "other": ""}, variant="impossible")
        elif text > today and not (may_be_ahead or address in waiting or _comes(address, params)):
            yield Miss(spot, {"value": day, "other": subject.as_of}, variant="future")


def _comes(address: Address, params: DatesPossible) -> bool:
    """Whether a date at that place of a list tells what is to come: an office, a change of name."""
    return re.sub(r"\[\d+\]", "[]", address) in params.coming


def _contradictions(subject: Subject, params: DatesPossible) -> Iterator[Outcome]:
    for later, earlier in params.order.items():
        spot = subject.first(later)
        if spot is None:
            continue
        one, other = subject.day(later), subject.day(earlier)
        if one and other and one < other:
            yield Miss(spot, {"value": one, "other": other}, variant="order")
    earliest = params.earliest.get(subject.account.platform) if subject.account else None
    spot = subject.first("since") if earliest else None
    if earliest and spot and spot.text and spot.text < earliest:
        since = day_of(spot.text)
        if since:
            values = {"value": since, "other": day_of(earliest)}
            yield Miss(spot, values, variant="too-early")


def _all_past(node: Node, today: date) -> bool:
    """True where all that looks like a date is a day up to today: so it is nearly everywhere."""
    nodes = [node]
    for each in nodes:  # grows as it goes
        if type(each) is Mapping:
            children: Iterable[Node] = each.entries.values()
        elif type(each) is Sequence:
            children = each.items
        else:
            continue
        for child in children:
            if type(child) is not Scalar:
                nodes.append(child)
            elif (text := child.text) and len(text) == LENGTH and not _past(text, today):
                return False
    return True


@lru_cache(maxsize=4096)
def _past(text: str, today: date) -> bool:
    if not _is_dated(text):
        return True
    day = day_of(text)
    return day is not None and day <= today


def _dated(node: Node, path: str, ahead: tuple[str, ...]) -> list[tuple[str, Scalar, bool]]:
    """All scalars of the form YYYY-MM-DD with their address, and whether they may be in the future."""
    found: list[tuple[str, Scalar, bool]] = []
    if type(node) is Mapping:
        entries = node.entries
        state = entries.get("state")
        pending = type(state) is Scalar and flag_of(state.text or "") is not True
        for key, child in entries.items():
            if type(child) is Scalar:
                text = child.text
                if text and _is_dated(text):
                    address = f"{path}.{key}" if path else key
                    found.append((address, child, pending or key in ahead))
            else:
                found += _dated(child, f"{path}.{key}" if path else key, ahead)
    elif type(node) is Sequence:
        for number, item in enumerate(node.items):
            if type(item) is Scalar:
                text = item.text
                if text and _is_dated(text):
                    found.append((f"{path}[{number}]", item, False))
            else:
                found += _dated(item, f"{path}[{number}]", ahead)
    return found


def _is_dated(text: str) -> bool:
    return len(text) == LENGTH and text[4] == "-" == text[7] and text.replace("-", "").isdigit()
