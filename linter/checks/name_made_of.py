"""name-made-of: a handle is made of the authority's own name or abbreviation, or is a recorded umbrella name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import UNKNOWN_AUTHORITY
from linter.checks.naming import Suggestion, name_of, read
from linter.checks.parameters import parameters
from linter.checks.records import granted
from linter.checks.silence import silent
from linter.platforms.address import lies_under
from linter.registry.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class NameMadeOf:
    """`field` holds the handle; `umbrella` a record that this account has an umbrella name.

    What contains a person or an office is for other rules to report; a handle of digits only
    was given by the platform and says nothing.
    """

    field: Address
    umbrella: Address | None = None


@check(
    "name-made-of", NameMadeOf, supplies=("house", "names", "suggestion"), variants=("other-house",)
)
def name_made_of(subject: Subject, params: NameMadeOf) -> Iterator[Outcome]:
    """Miss a handle that has words of its own, or another house's name."""
    if silent(subject, params.field):
        yield Unknown(params.field)
        return
    from linter.names.house import names_at  # noqa: PLC0415 - with the reader

    authority = subject.authority
    reader = subject.context.names
    for spot in subject.at(params.field):
        text = name_of(spot, subject)
        if not any(char.isalpha() for char in text) or has_umbrella(subject, params.umbrella, text):
            continue
        if not authority.designations:
            yield Unknown(subject.first("authority") or "authority", UNKNOWN_AUTHORITY)
            continue
        house = reader.house(authority)
        if house.makes(text) or lies_under(text.lower(), authority.domains):
            continue
        reading = read(spot, subject)
        if reading.of("person", "office", "function"):
            continue
        others = [part for part in reading.of("ressort") if not house.owns(part)]
        body = reader.authorities.get(others[0].designations[-1][0]) if others else None
        names = names_at(authority, subject.as_of, "short", "abbr")
        yield Miss(
            spot,
            {
                "house": body.title if body else "",
                "names": names,
                "suggestion": Suggestion(subject, spot),
            },
            variant="other-house" if body else None,
        )


def has_umbrella(subject: Subject, address: Address | None, text: str) -> bool:
    """True where account, authority or facts know the name as an umbrella name, with a reason."""
    if address is None:
        return False
    if subject.at(address):
        return granted(subject, address)
    from linter.names.house import compacted  # noqa: PLC0415 - few houses have one

    fields = subject.authority.fields
    node = fields.entries.get("umbrella_names") if fields is not None else None
    wanted = compacted(text)
    if any(
        compacted(name) == wanted for name in subject.context.names.umbrellas(subject.authority)
    ):
        return True
    for item in node.items if type(node) is Sequence else ():
        entries = item.entries if type(item) is Mapping else {}
        name, reason = entries.get("name"), entries.get("reason")
        if type(name) is Scalar and type(reason) is Scalar and name.text and reason.text:
            own = compacted(name.text)
            if wanted in {own, own + "nrw", own.removesuffix("nrw")}:
                return True
    return False
