"""Accounts and authorities: the registry's two nouns, typed where every rule looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from linter.registry.document import Document
    from linter.registry.nodes import Mapping


@dataclass(slots=True, eq=False, repr=False)
class Account:
    """One account as a registry file records it; empty text where a field is absent.

    id, platform, handle, kind, status and authority are copied out because every rule asks
    for them; all else stays in the mapping and is asked for by address.
    """

    id: str
    platform: str
    handle: str
    kind: str
    status: str
    authority: str
    fields: Mapping
    document: Document
    packs: tuple[str, ...]


@dataclass(slots=True, eq=False, repr=False)
class Designation:
    """A name of an authority: official (`name`), short (`short`) or abbreviation (`abbr`).

    since and until are inclusive; None where open or not known.
    """

    text: str
    form: str
    since: date | None = None
    until: date | None = None

    def in_force(self, day: date) -> bool:
        """True on the days the designation is or was in use."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(slots=True, eq=False, repr=False)
class Person:
    """An office holder or another person the registry or a pack's facts name."""

    name: str
    first_name: str = ""
    office: str = ""
    authority: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(slots=True, eq=False, repr=False)
class Authority:
    """A public body: from a pack's facts, from the registry's `authorities`, or both.

    kind: ministry | state-chancellery | city | district | police | agency | other;
    jurisdiction: nrw | niedersachsen | …; since/until: the days the body exists under this id.
    """

    id: str
    kind: str = ""
    jurisdiction: str = ""
    designations: list[Designation] = field(default_factory=list)
    domains: tuple[str, ...] = ()
    people: list[Person] = field(default_factory=list)
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    fields: Mapping | None = None
    document: Document | None = None
    known: bool = True

    @property
    def title(self) -> str:
        """The official name last in use, else the first other name, else the id."""
        names = [d for d in self.designations if d.form == "name"]
        if names:
            return names[-1].text
        return self.designations[0].text if self.designations else self.id
