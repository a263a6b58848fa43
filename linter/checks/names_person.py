"""names-person: a text names a person who need not be named there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Pattern, Unknown, check
from linter.checks.silence import silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@dataclass(slots=True, eq=False, repr=False)
class NamesPerson:
    """Parameters.

    fields: the texts; names: what a named person looks like (the group `name`, else the whole
    match, is the name); unless: wordings that are left out of account first. The people on
    record for the authority may be named.
    """

    fields: tuple[Address, ...]
    names: tuple[Pattern, ...]
    unless: tuple[Pattern, ...] = ()


@check("names-person", NamesPerson, supplies=("person",))
def names_person(subject: Subject, params: NamesPerson) -> Iterator[Outcome]:
    """One miss a field, at the first name; unknown where a field is silent."""
    known = [
        re.compile(rf"\b{re.escape(full)}\b", re.IGNORECASE)
        for person in subject.authority.people
        if " " in (full := f"{person.first_name} {person.name}".strip())
    ]
    ruled_out: list[Pattern | re.Pattern[str]] = [*known, *params.unless]
    for address in params.fields:
        if silent(subject, address):
            yield Unknown(address)
        for spot in subject.at(address):
            text = spot.text or ""
            for pattern in ruled_out:
                text = _blank(text, pattern)
            found = [match for pattern in params.names if (match := pattern.search(text))]
            if found:
                match = min(found, key=lambda match: match.start())
                group: int | str = "name" if "name" in match.re.groupindex else 0
                yield Miss(spot, {"person": match.group(group)}, span=match.span(group))


def _blank(text: str, pattern: Pattern | re.Pattern[str]) -> str:
    """Blank out what the pattern matches, keeping every other character in its place."""
    while (found := pattern.search(text)) and found.group().strip():
        start, end = found.span()
        text = text[:start] + " " * (end - start) + text[end:]
    return text
