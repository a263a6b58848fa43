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

    from linter.names import Part, Reading
    from linter.names.lexicon import Sense
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
    supplies=("part", "until", "replaced", "current", "suggestion"),
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


def _told(spot: Spot, part: Part, params: NameOutdated) -> bool:
    """Whether the name itself says that this is what the house was called before."""
    for pattern in params.told:
        found = pattern.search(spot.text or "")
        if found and found.start("former") <= part.start and part.end <= found.end("former"):
            return True
    return False
