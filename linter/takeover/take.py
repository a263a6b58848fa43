"""take: a table as the text of a registry, with all that is to be said about it. Pure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.platforms.address import split
from linter.takeover.accounts import Taker
from linter.takeover.columns import layout, told
from linter.takeover.houses import Houses, slug
from linter.takeover.told import Notice, filled, short
from linter.takeover.withheld import withhold
from linter.takeover.written import registry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from linter.registry.account import Authority
    from linter.registry.fields import Tree
    from linter.takeover.accounts import Entry
    from linter.takeover.columns import Layout
    from linter.takeover.table import Table
    from linter.text import Text

ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,99}")


@dataclass(frozen=True, slots=True)
class Asked:
    """How a table is to be taken over; header: the row of the titles, 0 for none, None to look."""

    authority: str = ""
    mapping: tuple[str, ...] = ()
    header: int | None = None
    fill_down: bool = False
    lang: str = "de"


@dataclass(frozen=True, slots=True)
class Taken:
    """The registry's text, what to tell, how many accounts and rows that are none, the columns."""

    text: str
    notices: list[Notice]
    accounts: int
    left: int
    layout: Layout

    @property
    def open(self) -> bool:
        """True where somebody has to look at something."""
        return any(notice.open for notice in self.notices)


def take(
    table: Table, asked: Asked, known: Mapping[str, Authority], tree: Tree, today: date
) -> Taken:
    """Take the table over; raises `LinterError` where it cannot be understood as a whole."""
    if not table.rows:
        raise LinterError(EMPTY, path=table.path)
    columns = layout(table, tree, list(asked.mapping), asked.header)
    withheld = withhold(table, columns)
    houses = Houses(known, today)
    default = houses.find(asked.authority).id if asked.authority else ""
    if not default and columns.of("authority") is None:
        raise _no_authority(table, columns, houses)
    taker = Taker(table, columns, tree, houses, default, asked.fill_down)
    entries = list(taker.entries())
    taker.notices += _name(entries, taker)
    _house_notices(taker, entries)
    accounts = sum(bool(entry.fields) for entry in entries)
    head = [Notice(table.path, text, open=False) for text in table.told]
    head += [Notice(table.path, text) for text in table.unread]
    head += [*told(columns, table), *withheld]
    used = {entry.fields.get("authority") for entry in entries if entry.fields}
    made = {id_: name for id_, name in houses.made.items() if id_ in used}
    source = table.path + (f", {table.sheet}" if table.sheet else "")
    name = source.replace("\\", "/").rpartition("/")[2]
    return Taken(
        registry(entries, made, tree, source=name, lang=asked.lang),
        head + taker.notices,
        accounts,
        sum(not entry.fields and not entry.above for entry in entries),
        columns,
    )


def _name(entries: list[Entry], taker: Taker) -> list[Notice]:
    """Give every account an id that nobody else has, its own where it brings a usable one."""
    notices: list[Notice] = []
    taken: set[str] = set()
    accounts = [entry for entry in entries if entry.fields]
    column = taker.layout.of("id")
    for entry in accounts:
        own = entry.fields.pop("id", "")
        if not own:
            continue
        if ID.fullmatch(own) and own not in taken:
            entry.fields["id"] = own
            taken.add(own)
            continue
        why = USED if own in taken else NO_ID
        place = taker.table.place(entry.row, column.number if column else 0)
        text = filled(why, value=short(own))
        notices.append(Notice(place, text, open=own in taken, alike="id"))
        entry.comments.append(
            {
                "de": f"„{column.name if column else 'ID'}“: {own}",
                "en": f"“{column.name if column else 'ID'}”: {own}",
            }
        )
    for entry in accounts:
        if "id" not in entry.fields:
            base = slug(f"{entry.fields['platform']}-{entry.fields['handle']}") or "account"
            entry.fields["id"] = _free(base, taken)
    return notices


def _free(base: str, taken: set[str]) -> str:
    name, count = base, 1
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    taken.add(name)
    return name


def _house_notices(taker: Taker, entries: list[Entry]) -> None:
    """Which authorities are new, and for how many accounts the kind was assumed."""
    used = {entry.fields.get("authority") for entry in entries if entry.fields}
    for id_, name in taker.houses.made.items():
        if id_ not in used:
            continue
        near = taker.houses.find(name).near
        values = {"name": short(name), "id": id_, "near": ", ".join(near)}
        text = filled(NEAR_HOUSE if near else NEW_HOUSE, **values)
        taker.notices.append(Notice(taker.table.path, text, open=bool(near), alike="house"))
    for name, text in (("kind", ASSUMED), ("status", CLOSED)):
        assumed = Counter(e.fields[name] for e in entries if e.fields and name in e.assumed)
        if assumed:
            counts = ", ".join(f"{value} ({number})" for value, number in sorted(assumed.items()))
            taker.notices.append(Notice(taker.table.path, filled(text, counts=counts), open=False))


def _no_authority(table: Table, columns: Layout, houses: Houses) -> LinterError:
    """No column tells whose accounts these are; a domain in the table may suggest it."""
    near = ""
    of = [columns.of(name) for name in ("impressum", "privacy", "netiquette", "url")]
    for cells in list(table.rows.values())[:200]:
        for column in of:
            cell = cells.get(column.number) if column else None
            address = split(cell.link or cell.text) if cell else None
            near = near or (houses.by_domain(address.host) if address else "")
    return LinterError(
        {
            "de": "Keine Spalte sagt, zu welcher Behörde die Accounts gehören.",
            "en": "No column says to which authority the accounts belong.",
        },
        path=table.path,
        hint={
            "de": f"Nennen Sie sie mit --authority ID{f' (nach den Adressen vielleicht {near})' if near else ', z. B. --authority im-nrw'}, oder eine Spalte mit --map SPALTE=authority.",
            "en": f"Name it with --authority ID{f' (by the addresses perhaps {near})' if near else ', such as --authority im-nrw'}, or a column with --map COLUMN=authority.",
        },
    )


EMPTY: Text = {
    "de": "Die Tabelle ist leer.",
    "en": "The table is empty.",
}
NEW_HOUSE: Text = {
    "de": "Die Behörde „{name}“ kennen die Regelpakete nicht; sie steht jetzt als {id} unter „authorities:“. "
    "Ergänzen Sie dort jurisdiction und kind.",
    "en": "The rule packs do not know the authority “{name}”; it now stands as {id} under `authorities:`. "
    "Add its jurisdiction and kind there.",
}
NEAR_HOUSE: Text = {
    "de": "Die Behörde „{name}“ ist nicht eindeutig bekannt; sie steht jetzt als {id} unter „authorities:“. "
    "Ist {near} gemeint, so schreiben Sie in der Tabelle diese Kennung.",
    "en": "The authority “{name}” is not known for certain; it now stands as {id} under `authorities:`. "
    "If {near} is meant, write that id in the table.",
}
ASSUMED: Text = {
    "de": "Die Art der Accounts steht nicht in der Tabelle; nach der Behörde angenommen ist {counts}. "
    "Fachliche und persönliche Accounts berichtigen Sie in der Datei (kind: fach, personal).",
    "en": "The kind of the accounts is not in the table; by their authority it is assumed as {counts}. "
    "Correct subject and personal accounts in the file (kind: fach, personal).",
}
CLOSED: Text = {
    "de": "Den Stand der Accounts sagt die Tabelle nicht; nach dem letzten Tag, der vorüber ist, angenommen ist {counts}.",
    "en": "The table does not say the state of the accounts; by their last day, which is over, it is assumed as {counts}.",
}
USED: Text = {
    "de": "Die Kennung „{value}“ hat schon ein anderer Account; es wurde eine neue gebildet.",
    "en": "Another account has the id “{value}” already; a new one was made.",
}
NO_ID: Text = {
    "de": "„{value}“ ist als Kennung nicht brauchbar; gebildet wurde eine aus Plattform und Nutzername.",
    "en": "“{value}” is no usable id; one was made of platform and handle.",
}
