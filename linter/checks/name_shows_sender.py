"""name-shows-sender: handle and profile name let the authority be seen, by name or by abbreviation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import UNKNOWN_AUTHORITY
from linter.checks.name_made_of import has_umbrella
from linter.checks.naming import Suggestion, name_of, read
from linter.checks.parameters import parameters
from linter.checks.silence import silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject


@parameters
class NameShowsSender:
    """Each of `fields` shows the authority; `by: abbreviation` wants its abbreviation.

    broad_only: only asked of a house that no single subject names; umbrella: a record that
    the account has an umbrella name, which lifts the demand.
    """

    fields: tuple[Address, ...]
    by: Literal["name", "abbreviation"] = "name"
    broad_only: bool = False
    umbrella: Address | None = None


@check(
    "name-shows-sender", NameShowsSender, supplies=("names", "suggestion"), variants=("profile",)
)
def name_shows_sender(subject: Subject, params: NameShowsSender) -> Iterator[Outcome]:
    """Miss each name that does not show the house; unknown where a field is silent."""
    from linter.names.house import names_at  # noqa: PLC0415 - with the reader

    authority = subject.authority
    reader = subject.context.names
    if params.broad_only and not reader.is_broad(authority.id):
        return
    if has_umbrella(subject, params.umbrella, subject.text("handle") or ""):
        return
    forms = ("abbr",) if params.by == "abbreviation" else ("short", "abbr")
    names = names_at(authority, subject.as_of, *forms)
    house = reader.house(authority)
    for address in params.fields:
        if silent(subject, address):
            yield Unknown(address)
        elif not authority.designations:
            yield Unknown(subject.first("authority") or "authority", UNKNOWN_AUTHORITY)
            continue
        for spot in subject.at(address):
            text = name_of(spot, subject)
            if address == "handle" and not any(char.isalpha() for char in text):
                continue
            reading = read(spot, subject)
            shown = (
                house.abbreviated(reading) if params.by == "abbreviation" else house.shows(reading)
            )
            if not shown:
                yield Miss(
                    spot,
                    {"names": names, "suggestion": Suggestion(subject, spot)},
                    variant="profile" if address == "profile_name" else None,
                )
