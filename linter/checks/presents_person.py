"""presents-person: a text presents the account as that of a person who is known by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Alarm, Miss, Outcome, Unknown, check
from linter.checks.mentions import known_people, letters
from linter.checks.parameters import parameters
from linter.checks.patterns import Patterns, blanked
from linter.checks.silence import silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.checks.patterns import Pattern
    from linter.subject import Subject

SHORT = 100
"""Characters of a text that may be a name and an office, and nothing else."""


@parameters
class PresentsPerson:
    """Parameters.

    fields: the texts; names: wordings that present somebody, with a group `name` that begins
    with first name and last name; alone: the same, looked for in a short text only, of which they
    are the whole; unless: wordings that are left out of account first. A name counts where it is
    an office holder's or that of a person on record for an authority.
    """

    fields: tuple[Address, ...]
    names: Patterns
    alone: Patterns = Patterns()
    unless: Patterns = Patterns()


def _alarm(params: PresentsPerson) -> Alarm | None:
    if not params.names.needles or params.alone:
        return None
    return Alarm(params.fields, params.names.needles, params.fields)


def _sure(params: PresentsPerson) -> tuple[Address, ...]:
    return params.fields


@check("presents-person", PresentsPerson, supplies=("person",), alarm=_alarm, sure=_sure)
def presents_person(subject: Subject, params: PresentsPerson) -> Iterator[Outcome]:
    """One miss a field, at the first person presented; unknown where a field is silent."""
    for address in params.fields:
        if silent(subject, address):
            yield Unknown(address)
        for spot in subject.at(address):
            found = _presented(spot.text or "", params, subject)
            if found is not None:
                start, name = found
                yield Miss(spot, {"person": name}, span=(start, start + len(name)))


def _presented(text: str, params: PresentsPerson, subject: Subject) -> tuple[int, str] | None:
    """Where the first person is presented, and the name."""
    patterns: tuple[Pattern, ...] = ()
    if len(text) <= SHORT and params.alone.search(text):
        patterns = tuple(params.alone)
    if params.names.possible(text) and params.names.first(text) is not None:
        patterns += params.names
    if not patterns:
        return None
    text = blanked(text, params.unless)
    for pattern in patterns:
        found = pattern.search(text)
        name = _person(found.group("name"), subject) if found else None
        if found and name:
            return found.start("name"), name
    return None


def _person(words: str, subject: Subject) -> str | None:
    """The words at the beginning that are a known person's first and last names."""
    people = known_people(subject)
    at = words.find(" ")
    while at >= 0:
        end = words.find(" ", at + 1)
        name = words if end < 0 else words[:end]
        if letters(name) in people:
            return name
        at = end
    return None
