"""names-person: a text names a person who need not be named there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.parameters import parameters
from linter.checks.patterns import Pattern, Patterns, blanked, folded
from linter.checks.silence import silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.account import Person
    from linter.subject import Subject


@parameters
class NamesPerson:
    """Parameters.

    fields: the texts; names: what a named person looks like (the group `name`, else the whole
    match, is the name); unless: wordings that are left out of account first. The people on
    record for the authority may be named.
    """

    fields: tuple[Address, ...]
    names: Patterns
    unless: Patterns = Patterns()


@check("names-person", NamesPerson, supplies=("person",))
def names_person(subject: Subject, params: NamesPerson) -> Iterator[Outcome]:
    """One miss a field, at the first name; unknown where a field is silent."""
    ruled_out = (*_on_record(subject.authority.people), *params.unless)
    for address in params.fields:
        if silent(subject, address):
            yield Unknown(address)
        for spot in subject.at(address):
            text = blanked(spot.text or "", ruled_out)
            found = [match for pattern in params.names if (match := pattern.search(text))]
            if found:
                match = min(found, key=lambda match: match.start())
                group: int | str = "name" if "name" in match.re.groupindex else 0
                yield Miss(spot, {"person": match.group(group)}, span=match.span(group))


def _on_record(people: list[Person]) -> Iterator[Pattern]:
    """The wordings that name the people on record: in full, or as Frau and Herr."""
    for person in people:
        if person.name:
            last = re.escape(person.name)
            first = re.escape(person.first_name)
            full = rf"{first}\s+|" if first else ""
            yield Pattern(
                rf"\b(?:{full}(?:frau|herrn?)\s+(?:(?:dr|prof)\.\s+)*){last}\b",
                needles=((folded(person.name),),),
            )
