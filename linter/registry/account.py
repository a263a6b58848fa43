"""Accounts and authorities: the registry's two nouns, typed where every rule looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from linter.registry.document import Document
    from linter.registry.nodes import Mapping

SUPREME = frozenset(("ministry", "state-chancellery"))
"""Kinds of authorities that keep ressort accounts; all others keep authority accounts."""


class Account:
    """One account as a registry file records it; empty text where a field is absent.

    id, platform, handle, kind, status and authority are copied out because every rule asks
    for them; all else stays in the mapping and is asked for by address.
    """

    __slots__ = (
        "authority",
        "document",
        "fields",
        "handle",
        "id",
        "kind",
        "packs",
        "platform",
        "status",
    )

    def __init__(
        self,
        id: str,  # noqa: A002 - the field's name
        platform: str,
        handle: str,
        kind: str,
        status: str,
        authority: str,
        fields: Mapping,
        document: Document,
        packs: tuple[str, ...],
    ) -> None:
        self.id = id
        self.platform = platform
        self.handle = handle
        self.kind = kind
        self.status = status
        self.authority = authority
        self.fields = fields
        self.document = document
        self.packs = packs


class Designation:
    """A name of an authority: official (`name`), short (`short`) or abbreviation (`abbr`).

    since and until are inclusive; None where open or not known.
    """

    __slots__ = ("form", "since", "text", "until")

    def __init__(
        self,
        text: str,
        form: str,
        since: date | None = None,
        until: date | None = None,
    ) -> None:
        self.text = text
        self.form = form
        self.since = since
        self.until = until

    def in_force(self, day: date) -> bool:
        """True on the days the designation is or was in use."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


class Person:
    """An office holder or another person the registry or a pack's facts name.

    source: the file that names them; empty where a pack's facts do.
    """

    __slots__ = ("authority", "first_name", "name", "office", "since", "source", "until")

    def __init__(
        self,
        name: str,
        first_name: str = "",
        office: str = "",
        authority: str = "",
        since: date | None = None,
        until: date | None = None,
        source: str = "",
    ) -> None:
        self.name = name
        self.first_name = first_name
        self.office = office
        self.authority = authority
        self.since = since
        self.until = until
        self.source = source


class Authority:
    """A public body: from a pack's facts, from the registry's `authorities`, or both.

    kind: ministry | state-chancellery | city | district | police | agency | other;
    jurisdiction: nrw | niedersachsen | …; since/until: the days the body exists under this id.
    """

    __slots__ = (
        "designations",
        "document",
        "domains",
        "fields",
        "id",
        "jurisdiction",
        "kind",
        "known",
        "people",
        "predecessors",
        "since",
        "successors",
        "until",
    )

    def __init__(
        self,
        id: str,  # noqa: A002 - the field's name
        kind: str = "",
        jurisdiction: str = "",
        designations: list[Designation] | None = None,
        domains: tuple[str, ...] = (),
        people: list[Person] | None = None,
        predecessors: tuple[str, ...] = (),
        successors: tuple[str, ...] = (),
        since: date | None = None,
        until: date | None = None,
        fields: Mapping | None = None,
        document: Document | None = None,
        known: bool = True,
    ) -> None:
        self.id = id
        self.kind = kind
        self.jurisdiction = jurisdiction
        self.designations = [] if designations is None else designations
        self.domains = domains
        self.people = [] if people is None else people
        self.predecessors = predecessors
        self.successors = successors
        self.since = since
        self.until = until
        self.fields = fields
        self.document = document
        self.known = known

    def in_force(self, day: date) -> bool:
        """True on the days the body exists."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    @property
    def title(self) -> str:
        """The official name last in use, else the first other name, else the id."""
        names = [d for d in self.designations if d.form == "name"]
        if names:
            return names[-1].text
        return self.designations[0].text if self.designations else self.id
