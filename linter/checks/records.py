"""records: what several checks ask of records of something done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from linter.subject import record_of

if TYPE_CHECKING:
    from linter.checks.base import Address
    from linter.subject import Record, Subject

VARIANTS = {"nein": "refused", "in Bearbeitung": "pending"}
"""The message variant for a record in a state that does not suffice."""


def done(subject: Subject, addresses: tuple[Address, ...]) -> list[Record]:
    """The records that say yes, without those that are still plans."""
    return [
        record
        for address in addresses
        for record in map(record_of, subject.at(address))
        if record.state == "ja" and not planned(record, subject.as_of)
    ]


def planned(record: Record, today: date) -> bool:
    """Whether the day of a record is yet to come."""
    return record.on is not None and record.on > today


def rank(record: Record) -> tuple[bool, date]:
    """The key by which the record that counts is the highest: a yes, and the latest of them."""
    return record.state == "ja", record.on or date.min


def first_day(subject: Subject, addresses: tuple[Address, ...]) -> date | None:
    """The day at the first of the addresses that has one."""
    for address in addresses:
        day = subject.day(address)
        if day is not None:
            return day
    return None
