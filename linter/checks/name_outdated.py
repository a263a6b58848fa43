"""name-outdated: a name carries a designation that was replaced when the ressorts were reorganised."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.naming import Suggestion, look, read
from linter.checks.parameters import parameters
from linter.checks.patterns import Patterns
from linter.checks.records import granted
from linter.checks.silence import silent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from linter.names import Part, Reading
    from linter.names.lexicon import Sense
    from linter.registry.account import Authority, Designation
    from linter.subject import Spot, Subject


@parameters
class NameOutdated:
    """`field` carries no former designation; `taken`: a record that the new name is not free.

    told: wordings that give the former name as the former one, in a group `former`.
    """

    field: Address
    taken: Address | None = None
    told: Patterns = Patterns()

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
    supplies=("part", "until", "replaced", "then", "current", "suggestion"),
    variants=("again",),
    look=look,
)
def name_outdated(subject: Subject, params: NameOutdated) -> Iterator[Outcome]:
    """Miss a predecessor's designation; one that has come back is in force again."""
    if silent(subject, params.field):
        yield Unknown(params.field)
        return
    if params.taken and granted(subject, params.taken):
        return
    authority, reader = subject.authority, subject.context.names
    house = reader.house(authority)
    for spot in subject.at(params.field):
        for part in read(spot, subject).of("ressort"):
            former = house.outdated(part, subject.as_of)
            if former is None or former.until is None or _told(spot, part, params):
                continue
            from linter.names.house import abbreviations_at, bodies_at  # noqa: PLC0415 - with the reader

            known, replaced = reader.authorities, former.until + timedelta(days=1)
            now = bodies_at(authority, known, subject.as_of)
            next_ = _next(part, former, subject, replaced)
            then = abbreviations_at(next_, replaced)
            values = {
                "part": part.text,
                "until": former.until,
                "replaced": replaced,
                "then": then,
                "current": abbreviations_at(now, subject.as_of) or (authority.title,),
                "suggestion": Suggestion(subject, spot),
            }
            again = bool(then) and {body.id for body in next_} != {body.id for body in now}
            yield Miss(
                spot, values, variant="again" if again else None, span=(part.start, part.end)
            )


def _next(part: Part, former: Designation, subject: Subject, day: date) -> list[Authority]:
    """Who took the former name's place on that day, of several those of the account's own line."""
    from linter.names.house import bodies_at  # noqa: PLC0415 - with the reader

    reader = subject.context.names
    named = next(id_ for id_, designation in part.designations if designation is former)
    bodies = bodies_at(reader.authorities[named], reader.authorities, day)
    line = reader.house(subject.authority).family
    return [body for body in bodies if body.id in line] or bodies


def _told(spot: Spot, part: Part, params: NameOutdated) -> bool:
    """Whether the name itself says that this is what the house was called before."""
    for pattern in params.told:
        found = pattern.search(spot.text or "")
        if found and found.start("former") <= part.start and part.end <= found.end("former"):
            return True
    return False
