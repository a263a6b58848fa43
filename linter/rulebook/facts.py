"""The bodies that packs know: authorities with their names, people and periods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.registry.account import Authority, Designation, Person
from linter.subject import day_of

if TYPE_CHECKING:
    from datetime import date

LAND = "-nrw"
"""The facts name ressorts by their abbreviation; as authorities they carry the Land."""


def authorities_from(facts: dict[str, dict[str, Any]]) -> dict[str, Authority]:
    """Build the authorities of all packs, in the order of the packs; the first pack wins."""
    found: dict[str, Authority] = {}
    for pack in facts.values():
        for entry in (pack.get("ressorts") or {}).get("ressorts") or ():
            authority = _ressort(entry)
            found.setdefault(authority.id, authority)
        for entry in (pack.get("authorities") or {}).get("authorities") or ():
            authority = _authority(entry)
            found.setdefault(authority.id, authority)
        for entry in (pack.get("officeholders") or {}).get("officeholders") or ():
            body = found.get(entry["ressort"] + LAND)
            if body is not None:
                body.people.append(_person(entry, body.id))
    return found


def _ressort(entry: dict[str, Any]) -> Authority:
    since, until = _day(entry.get("since")), _day(entry.get("until"))
    designations = [
        Designation(name["text"], "name", _day(name.get("since")), _day(name.get("until")))
        for name in entry["names"]
    ]
    designations += [Designation(text, "short", since, until) for text in entry.get("short", ())]
    designations += [
        Designation(text, "abbr", since, until) for text in entry.get("abbreviations", ())
    ]
    return Authority(
        entry["id"] + LAND,
        entry["kind"],
        "nrw",
        designations,
        tuple(entry.get("domains", ())),
        [],
        tuple(id_ + LAND for id_ in entry.get("predecessors", ())),
        tuple(id_ + LAND for id_ in entry.get("successors", ())),
        since,
        until,
    )


def _authority(entry: dict[str, Any]) -> Authority:
    """An entry in the form that a registry's `authorities` have."""
    since, until = _day(entry.get("since")), _day(entry.get("until"))
    designations = [Designation(text, "name", since, until) for text in entry.get("names") or ()]
    designations += [
        Designation(text, "abbr", since, until) for text in entry.get("abbreviations") or ()
    ]
    return Authority(
        entry["id"],
        entry.get("kind", ""),
        entry.get("jurisdiction", ""),
        designations,
        tuple(entry.get("domains") or ()),
        [_person(person, entry["id"]) for person in entry.get("people") or ()],
        tuple(entry.get("predecessors") or ()),
        tuple(entry.get("successors") or ()),
        since,
        until,
    )


def _person(entry: dict[str, Any], authority: str) -> Person:
    return Person(
        entry["name"],
        entry.get("first_name", ""),
        entry.get("office", ""),
        authority,
        _day(entry.get("since")),
        _day(entry.get("until")),
    )


def _day(value: Any) -> date | None:
    """Facts keep dates as text; a date object is taken as it is."""
    return None if value is None else day_of(value) if isinstance(value, str) else value
