"""name-outdated: a name carries a designation that was replaced when the ressorts were reorganised."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.name_contains import Suggestion, look, read
from linter.checks.parameters import parameters
from linter.checks.silence import silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.names import Reading
    from linter.names.lexicon import Sense
    from linter.subject import Subject


@parameters
class NameOutdated:
    """`field` carries no former designation; `taken`: a record that the new name is not free."""

    field: Address
    taken: Address | None = None

    def asked(self) -> tuple[Address, ...]:
        """See `Asking`."""
        return (self.field,)

    def may(self, senses: tuple[Sense, ...], subject: Subject) -> bool:
        """See `Asking`."""
        house = subject.context.names.house(subject.authority)
        return any(
            house.outdated(sense, subject.as_of) for sense in senses if sense.kind == "ressort"
        )

    def answers(self, reading: Reading, subject: Subject) -> bool:
        """See `Asking`."""
        house = subject.context.names.house(subject.authority)
        return any(house.outdated(part, subject.as_of) for part in reading.of("ressort"))


@check(
    "name-outdated",
    NameOutdated,
    supplies=("part", "until", "replaced", "current", "suggestion"),
    look=look,
)
def name_outdated(subject: Subject, params: NameOutdated) -> Iterator[Outcome]:
    """Miss a predecessor's designation; one that has come back is in force again."""
    if silent(subject, params.field):
        yield Unknown(params.field)
        return
    authority = subject.authority
    reader = subject.context.names
    for spot in subject.at(params.field):
        for part in read(spot, subject).of("ressort"):
            former = reader.house(authority).outdated(part, subject.as_of)
            if former is not None and former.until is not None:
                record = subject.record(params.taken) if params.taken else None
                if record is not None and record.state == "ja":
                    return
                from linter.names.house import current_names  # noqa: PLC0415 - with the reader

                current = current_names(authority, reader.authorities, subject.as_of)
                values = {
                    "part": part.text,
                    "until": former.until,
                    "replaced": former.until + timedelta(days=1),
                    "current": current or (authority.title,),
                    "suggestion": Suggestion(subject, spot),
                }
                yield Miss(spot, values, span=(part.start, part.end))
