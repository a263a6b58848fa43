"""name-pattern: a name follows the pattern agreed for its kind of authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.naming import name_of
from linter.checks.parameters import parameters
from linter.checks.records import granted
from linter.checks.silence import recorded_at, silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.checks.patterns import Pattern
    from linter.subject import Subject


@parameters
class NamePattern:
    """`field` matches `pattern` as a whole; `exempt`: fields that lift the demand where they say something.

    absent_passes: a field nobody recorded is left to the others instead of being unknown.
    """

    field: Address
    pattern: Pattern
    exempt: tuple[Address, ...] = ()
    absent_passes: bool = False


@check("name-pattern", NamePattern, supplies=("name",), variants=("profile",))
def name_pattern(subject: Subject, params: NamePattern) -> Iterator[Outcome]:
    """Miss a name that does not follow the pattern."""
    for address in params.exempt:
        for spot in recorded_at(subject, address):
            record = subject.record(address)
            if record is None or record.spot is not spot or granted(subject, address):
                return
    if silent(subject, params.field):
        if not params.absent_passes:
            yield Unknown(params.field)
        return
    for spot in subject.at(params.field):
        name = name_of(spot, subject)
        if any(char.isalpha() for char in name) and not params.pattern.search(name):
            variant = "profile" if params.field == "profile_name" else None
            yield Miss(spot, {"name": name}, variant=variant)
