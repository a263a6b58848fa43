"""houses: which authority a name in a table means; one that nobody knows gets an entry of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from linter.names.fold import spell_out
from linter.platforms.address import lies_under
from linter.registry.account import SUPREME
from linter.takeover.words import folded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from linter.registry.account import Authority

LAND = re.compile(
    r"\b(?:des\s+landes\s+nordrhein[\s-]*westfalen|nordrhein[\s-]*westfalen)\b", re.IGNORECASE
)
MOST_NEAR = 200
"""Unknown names for which one alike is looked for: comparing is slow."""
LONGEST = 60
"""Characters of an id that is made of a name."""
ID = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class House:
    """An authority of the table: its id, whether the facts know it, and what may be meant instead."""

    id: str
    known: bool = True
    near: tuple[str, ...] = ()


@dataclass(slots=True)
class Houses:
    """The authorities that packs and configuration know, and those that the table brings.

    made: id → name, of those that get an entry; today: of several of a name, who is in office.
    """

    known: Mapping[str, Authority]
    today: date
    made: dict[str, str] = field(default_factory=dict)
    _names: dict[str, list[str]] = field(default_factory=dict)
    _seen: dict[str, House] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for authority in self.known.values():
            for text in [authority.id, *(d.text for d in authority.designations)]:
                ids = self._names.setdefault(_form(text), [])
                if authority.id not in ids:
                    ids.append(authority.id)

    def find(self, text: str) -> House:
        """The authority of a name, an abbreviation or an id."""
        form = _form(text)
        house = self._seen.get(form)
        if house is None:
            house = self._seen[form] = self._find(text)
        elif not house.known and self.made[house.id] == house.id:
            self.made[house.id] = text  # asked for by its id, and here is its name
        return house

    def ministerial(self, id_: str) -> bool:
        """True for bodies that keep accounts of the kinds ressort and fach."""
        authority = self.known.get(id_)
        return authority is not None and authority.kind in SUPREME

    def by_domain(self, host: str) -> str:
        """The authority that a host name belongs to."""
        for authority in self.known.values():
            if lies_under(host, authority.domains):
                return authority.id
        return ""

    def _find(self, text: str) -> House:
        ids = self._names.get(_form(text), [])
        serving = [id_ for id_ in ids if self._serves(id_)]
        if len(serving) == 1 or len(ids) == 1:
            return House((serving or ids)[0])
        near = tuple(serving or ids)
        if not near and len(self.made) < MOST_NEAR:
            forms = get_close_matches(_form(text)[:200], list(self._names), n=3, cutoff=0.75)
            alike = dict.fromkeys(id_ for form in forms for id_ in self._names[form])
            near = tuple(id_ for id_ in alike if self._serves(id_)) or tuple(alike)
        return House(self._make(text), known=False, near=near)

    def _serves(self, id_: str) -> bool:
        return self.known[id_].in_force(self.today)

    def _make(self, text: str) -> str:
        """An id for a name that nobody knows; a text that is an id already stays it."""
        base = text if ID.fullmatch(text) else slug(text) or "behoerde"
        id_, count = base, 1
        while id_ in self.known or self.made.get(id_, text) != text:
            count += 1
            id_ = f"{base}-{count}"
        self.made[id_] = text
        return id_


def slug(text: str) -> str:
    """A text as part of an id: small letters, digits and single hyphens."""
    words = re.findall(r"[a-z0-9]+", spell_out(text))
    return "-".join(words)[:LONGEST].strip("-")


def _form(text: str) -> str:
    return folded(LAND.sub("NRW", text))
