"""each: every item of a list has something on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.bundle import fresh
from linter.checks.base import Address, Miss, Outcome, check
from linter.checks.parameters import parameters
from linter.checks.records import VARIANTS, doubt, judged
from linter.checks.seen import captured
from linter.checks.silence import answer, named, part, recorded_at, silent, text_in
from linter.subject import day_of, flag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.checks.patterns import Pattern
    from linter.subject import Spot, Subject


@parameters
class Each:
    """Every item of the list in `field` (`renames[].leadership`) has what stands behind the brackets.

    complete: further keys of an item that must be recorded; an item gets one miss at most; free: the
    keys whose text is what is asked for, no record of it;
    where, exempt: only items, or no items, whose keys have these values; due: the key of the day
    from which an item counts; show: the keys that
    name an item in the message; absent: what it means that there is no such list. told: an item
    needs no record if this wording stands in the text at `text` with what its key `named` says.
    """

    field: Address
    complete: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    where: dict[str, str] = fresh(factory=dict)
    exempt: dict[str, str] = fresh(factory=dict)
    due: str = ""
    show: tuple[str, ...] = ()
    absent: Literal["fail", "unknown", "pass"] = "pass"
    told: Pattern | None = None
    text: Address = ""
    named: str = ""


def _idle(params: Each) -> tuple[str, ...]:
    return (params.field,) if params.absent == "pass" else ()


def _reads(params: Each) -> tuple[str, ...]:
    return (params.field, params.text) if params.text else (params.field,)


@check(
    "each",
    Each,
    supplies=("item", "number"),
    variants=("absent", "refused", "pending"),
    idle=_idle,
    reads=_reads,
)
def each(subject: Subject, params: Each) -> Iterator[Outcome]:
    """Miss each item without the record asked for."""
    head, _, path = params.field.rpartition("[].")
    items = recorded_at(subject, f"{head}[]")
    if not items and silent(subject, f"{head}[]"):
        yield from answer(params.absent, head, {"item": "", "number": 0}, "absent")
    for number, item in enumerate(items, start=1):
        if not _has(item, params.where) or (params.exempt and _has(item, params.exempt)):
            continue
        due = day_of(text_in(item, params.due) or "") if params.due else None
        if due is not None and due > subject.as_of:
            continue
        values = {"item": _shown(item, params.show) or str(number), "number": number}
        for key in (path, *params.complete):
            spot = part(item, key)
            if key in params.free and spot is not None and named(spot):
                continue
            record = judged(spot) if spot and key not in params.free else None
            if (record is None or record.state != "ja") and not _told(subject, params, item):
                if record is not None and (unclear := doubt(record)) is not None:
                    yield unclear
                    break
                variant = VARIANTS.get(record.state) if record else None
                seen = captured(subject, "profile") if params.text else None
                yield Miss(spot or item, values, variant=variant, evidence=seen)
                break


def _told(subject: Subject, params: Each, item: Spot) -> bool:
    """Whether a text says of itself what the record would say of this item."""
    name = (text_in(item, params.named) or "").lstrip("@").casefold()
    text = subject.text(params.text) if params.text else None
    if params.told is None or not name or not text:
        return False
    return name in text.casefold() and params.told.search(text) is not None


def _has(item: Spot, wanted: dict[str, str]) -> bool:
    for key, text in wanted.items():
        found = text_in(item, key)
        if found is None:
            return False
        if found != text and found.casefold() != text.casefold():
            flag = flag_of(text)
            if flag is None or flag is not flag_of(found):
                return False
    return True


def _shown(item: Spot, keys: tuple[str, ...]) -> str:
    texts = [text for key in keys if (text := text_in(item, key))]
    return " → ".join(texts)
