"""records: what several checks ask of records of something done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from linter.checks.base import Miss, Unknown
from linter.checks.causes import UNCLEAR
from linter.registry.nodes import Mapping
from linter.subject import Record, day_of, record_of

if TYPE_CHECKING:
    from linter.checks.base import Address
    from linter.subject import Spot, Subject

VARIANTS = {"nein": "refused", "in Bearbeitung": "pending"}
"""The message variant for a record in a state that does not suffice."""


DOUBT = "unklar"
"""The state of a record whose words do not tell."""


def judged(spot: Spot) -> Record:
    """A value as a record, by what its words say where it has no state: “abgelehnt” is no approval.

    Nor is it without a day where its words tell one: “erteilt am 5. Juni 2021”. Where a day is recorded,
    “Vermerk folgt” beside it takes nothing back.
    """
    record = record_of(spot)
    if record.state != "ja" or not record.ref:
        return record
    stated = type(spot.node) is Mapping and "state" in spot.node.entries
    if stated and record.on is not None:
        return record
    from linter.said import only_paper_lacks, said, said_day  # noqa: PLC0415 - only where a record is in words

    kept = stated or (record.on is not None and only_paper_lacks(record.ref))
    state = "ja" if kept else said(record.ref)
    on = said_day(record.ref) if record.on is None and state == "ja" else record.on
    return record if (state, on) == ("ja", record.on) else Record(spot, state, on, record.ref)


def quoted(record: Record) -> str:
    """What stands in the registry: “fehlt noch” is not put as a “nein” into anybody's mouth."""
    spot = record.spot
    if spot.text is not None:
        return spot.text
    stated = type(spot.node) is Mapping and "state" in spot.node.entries
    return record.state if stated or not record.ref else record.ref


def undated(record: Record, values: dict[str, Any]) -> Miss | Unknown:
    """A record without a day; where one stands in its words, it is not said to have none."""
    from linter.said import tells_a_time  # noqa: PLC0415 - only where a record is in words

    if record.ref and tells_a_time(record.ref):
        return Unknown(record.spot, UNCLEAR)
    return Miss(record.spot, values, variant="undated")


def granted(subject: Subject, address: Address) -> bool:
    """Whether an exception is on record that its words do not refuse; a reason may well say “nicht”."""
    spot = subject.first(address)
    return spot is not None and judged(spot).state in ("ja", DOUBT)


def doubt(record: Record) -> Unknown | None:
    """The answer where the words of a record do not tell whether it is done."""
    return Unknown(record.spot, UNCLEAR) if record.state == DOUBT else None


def doubted(subject: Subject, addresses: tuple[Address, ...]) -> Unknown | None:
    """The same for the first such record among many."""
    records = (judged(spot) for address in addresses for spot in subject.at(address))
    return next((found for record in records if (found := doubt(record))), None)


def done(subject: Subject, addresses: tuple[Address, ...]) -> list[Record]:
    """The records that say yes, without those that are still plans."""
    return [
        record
        for address in addresses
        for record in map(judged, subject.at(address))
        if record.state == "ja" and not planned(record, subject.as_of)
    ]


def planned(record: Record, today: date) -> bool:
    """Whether the day of a record is yet to come."""
    return record.on is not None and record.on > today


def rank(record: Record) -> tuple[bool, bool, date]:
    """The key by which the record that counts is the highest: a yes, a doubtful one, and the latest of them."""
    return record.state == "ja", record.state == DOUBT, record.on or date.min


def to_come(subject: Subject, address: Address) -> Spot | None:
    """A day on record that is yet to come; as that of something which has begun it cannot be right."""
    day = subject.day(address)
    return subject.first(address) if day is not None and day > subject.as_of else None


def first_day(subject: Subject, addresses: tuple[Address, ...]) -> date | None:
    """The day at the first of the addresses that has one."""
    for address in addresses:
        day = subject.day(address)
        if day is not None:
            return day
    return None


def already(start: date, earliest: str, latest: str) -> bool | None:
    """Whether a source asked for it on a day already, if it is no older than one and no younger than another.

    None where the day lies between them; an empty text sets no bound.
    """
    first, last = day_of(earliest), day_of(latest)
    if first is not None and start < first:
        return False
    return None if last is not None and start <= last else True
