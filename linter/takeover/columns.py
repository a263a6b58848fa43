"""columns: which row holds the titles, and which field of the registry each column means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from linter import platforms
from linter.errors import LinterError
from linter.registry.fields import find, suggestion
from linter.takeover.groups import group, keep_out, parted, unclear
from linter.takeover.table import letter, number
from linter.takeover.told import Notice, filled
from linter.takeover.words import COMMENT, folded, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.fields import Tree
    from linter.takeover.table import Row, Table
    from linter.text import Text

LOOKED_AT = 20
"""Rows among which the titles are looked for."""
DROPPED = "-"
"""What `--map COLUMN=-` leaves out."""
MAPPABLE = ("string", "boolean", "integer", "record")
ABOUT_ADDRESS = re.compile(
    r"[\s_-]*\b(url|link|handle|account|name|profil|profile|kanal|channel|adresse|address|seite|page)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Column:
    """A column: its number and title, and what it means.

    field: an address of the registry, `comment`, `-`, or "" where nobody knows; platform: of a
    column whose cells are accounts of it; kept_out: `secret` or `person`; rival: the column that
    already means the same field; by_content: its values said it, not its title; group: the title
    above it and its neighbours.
    """

    number: int
    title: str
    field: str = ""
    platform: str = ""
    kept_out: str = ""
    rival: int = 0
    by_content: bool = False
    chosen: bool = False
    group: str = ""

    @property
    def name(self) -> str:
        """The title, or the letter where there is none."""
        return self.title or letter(self.number)


@dataclass(slots=True)
class Layout:
    """The row of the titles (0: none) and the columns in order."""

    header: int
    columns: dict[int, Column] = field(default_factory=dict)

    def of(self, address: str) -> Column | None:
        """The column of a field."""
        return next((one for one in self.columns.values() if one.field == address), None)

    @property
    def wide(self) -> list[Column]:
        """The columns whose cells are accounts."""
        return [one for one in self.columns.values() if one.platform]


def layout(table: Table, tree: Tree, mapping: list[str], header: int | None) -> Layout:
    """Find the titles and say what they mean; raises `LinterError` where none is known."""
    wanted = [_asked(item, tree) for item in mapping]
    row = _header(table, wanted) if header is None else header
    cells = table.rows.get(row, {})
    if row and not cells:
        raise _no_titles(table, row)
    numbers = sorted({column for cells in table.rows.values() for column in cells})
    found = Layout(row)
    for column in numbers:
        title = " ".join(cells[column].text.split()) if column in cells else ""
        found.columns[column] = Column(column, title)
    group(found, table)
    for name, meaning in wanted:
        _map(found, table, name, meaning)
    _by_title(found)
    _by_content(found, table)
    _widen(found)
    return found


def addresses(tree: Tree) -> list[str]:
    """The fields that a column may mean."""
    found: list[str] = []
    for name in tree["account"]:
        _collect(tree, name, found)
    return [*found, COMMENT]


def _collect(tree: Tree, address: str, found: list[str]) -> None:
    definition = find(tree, "account", address) or {}
    kind = definition.get("type", "string")
    if address in ("verified", "links"):
        found.append(address)
    if kind == "object" or "anyOf" in definition:
        inner: dict[str, Any] = definition.get("properties") or next(
            (one["properties"] for one in definition.get("anyOf", ()) if "properties" in one), {}
        )
        for name in inner:
            _collect(tree, f"{address}.{name}", found)
    elif kind in MAPPABLE:
        found.append(address)


def _asked(item: str, tree: Tree) -> tuple[str, str]:
    """`COLUMN=FIELD` taken apart and checked."""
    name, equals, meaning = item.rpartition("=")
    meaning = meaning.strip()
    if not equals or not name.strip():
        raise LinterError(
            {
                "de": f"--map erwartet SPALTE=FELD, nicht „{item}“.",
                "en": f"--map takes COLUMN=FIELD, not “{item}”.",
            }
        )
    known = addresses(tree)
    if meaning in known or meaning == DROPPED or meaning in platforms.KNOWN:
        return name.strip(), meaning
    near = words().field(meaning) or suggestion(meaning, [*known, *platforms.KNOWN])
    raise LinterError(
        {
            "de": f"--map: Ein Feld „{meaning}“ gibt es nicht.",
            "en": f"--map: there is no field “{meaning}”.",
        },
        hint={
            "de": f"Meinten Sie „{near}“?" if near else "Alle Felder: amtlint schema --lang de.",
            "en": f"Did you mean “{near}”?" if near else "All fields: amtlint schema.",
        },
    )


def _header(table: Table, wanted: list[tuple[str, str]]) -> int:
    """The row with the most titles that are known; the first of several, or the one of its parts."""
    best, row = 0, 0
    asked = {folded(name) for name, _ in wanted}
    for candidate, cells in list(table.rows.items())[:LOOKED_AT]:
        titles = [cell.text for cell in cells.values() if len(cell.text) <= 100]  # noqa: PLR2004 - no title is longer
        known = sum(bool(words().field(title) or folded(title) in asked) for title in titles)
        wide = sum(bool(_platform(title)) for title in titles)
        worth = known + (wide if known or wide > 1 else 0)
        if worth > best:
            best, row = worth, candidate
    if not row:
        raise _no_titles(table, 0)
    return row + 1 if parted(table, row) else row


def _no_titles(table: Table, row: int) -> LinterError:
    first = next(iter(table.rows.values()), {})
    cells = [cell.text[:40] for cell in list(first.values())[:12]]
    german = ", ".join(f"„{text}“" for text in cells) or "nichts"
    english = ", ".join(f"“{text}”" for text in cells) or "nothing"
    return LinterError(
        {
            "de": f"In der Tabelle ist keine Zeile mit bekannten Spaltentiteln (etwa Plattform, Handle, URL). Zuerst steht dort: {german}.",
            "en": f"No row of the table has titles that are known (such as platform, handle, URL). First there is: {english}.",
        },
        path=table.place(row) if row else f"{table.path}:{table.sheet}".rstrip(":"),
        hint={
            lang: " ".join([*(text[lang] for text in table.unread[:5]), MAP_THEM[lang]])
            for lang in MAP_THEM
        },
    )


MAP_THEM: Text = {
    "de": "Sagen Sie, was die Spalten bedeuten: --map SPALTE=FELD (etwa --map A=platform --map B=handle), ohne Titelzeile mit --header 0.",
    "en": "Say what the columns mean: --map COLUMN=FIELD (such as --map A=platform --map B=handle), without a row of titles with --header 0.",
}


def _map(found: Layout, table: Table, name: str, meaning: str) -> None:
    """One `--map`; the column by its title, else by its letters."""
    same = [one for one in found.columns.values() if folded(one.title) == folded(name)]
    if not same and (column := found.columns.get(number(name))):
        same = [column]
    if not same:
        titles = [one.title for one in found.columns.values() if one.title]
        near = suggestion(name, titles)
        raise LinterError(
            {
                "de": f"--map: Eine Spalte „{name}“ gibt es nicht.",
                "en": f"--map: there is no column “{name}”.",
            },
            path=table.place(found.header) if found.header else table.path,
            hint={
                "de": f"Meinten Sie „{near}“?"
                if near
                else f"Die Spalten heißen: {', '.join(titles[:30])}.",
                "en": f"Did you mean “{near}”?"
                if near
                else f"The columns are: {', '.join(titles[:30])}.",
            },
        )
    for one in same:
        one.chosen = True
        if meaning in platforms.KNOWN:
            one.platform = meaning
        else:
            one.field = meaning


def _by_title(found: Layout) -> None:
    """What the titles mean, where `--map` does not say; of two that mean the same, the plainer."""
    ranks = {folded(title): rank for rank, title in enumerate(words().titles)}
    taken = {one.field: one for one in found.columns.values() if one.chosen}
    free = [one for one in found.columns.values() if not one.chosen and one.title]
    keep_out(found)
    for one in sorted(free, key=lambda one: (ranks.get(folded(one.title), len(ranks)), one.number)):
        meaning = "" if one.kept_out else words().field(one.title)
        if not meaning or unclear(one):
            continue
        if meaning == COMMENT:
            one.field = COMMENT
        elif meaning in taken:
            one.rival = taken[meaning].number
        else:
            one.field = meaning
            taken[meaning] = one


def _by_content(found: Layout, table: Table) -> None:
    """A column called “Kanal” or “Account” whose every value is a platform's name is the platform."""
    first = found.of("handle")
    if first is None or first.chosen or found.of("platform") is not None:
        return
    rivals = [one for one in found.columns.values() if one.rival == first.number]
    for column in (first, *rivals):
        values = [row[column.number].text for row in _below(found, table) if column.number in row]
        if not values or not all(words().platform(value) for value in values):
            continue
        column.field, column.rival, column.by_content = "platform", 0, True
        if column is first and rivals:
            rivals[0].field, rivals[0].rival = "handle", 0
            for other in rivals[1:]:
                other.rival = rivals[0].number
        return


def _platform(title: str) -> str:
    """The platform that a title names: “Facebook”, “Twitter-Handle”, “Link Instagram”."""
    return words().platform(title) or words().platform(ABOUT_ADDRESS.sub(" ", title))


def _widen(found: Layout) -> None:
    """Columns named after platforms hold accounts, where no column says the platform itself."""
    free = [
        (one, platform)
        for one in found.columns.values()
        if not (one.chosen or one.field or one.kept_out) and (platform := _platform(one.title))
    ]
    if found.of("platform") is not None:
        return
    alone = found.of("url") is None and found.of("handle") is None
    if found.wide or len(free) > 1 or (free and alone):
        for one, platform in free:
            one.platform = platform


def told(found: Layout, table: Table) -> list[Notice]:
    """What is to be said of the columns; open where their cells are comments against all expectation."""
    notices: list[Notice] = []
    full = {column for row in _below(found, table) for column in row}
    for one in found.columns.values():
        kept = one.number in full
        if one.kept_out and not one.chosen:
            text, kept = _filled(KEPT_OUT[one.kept_out], one), False
        elif one.rival:
            rival = found.columns[one.rival]
            text = _filled(RIVAL, one, rival=rival.name, field=rival.field)
        elif one.by_content:
            text, kept = _filled(BY_CONTENT, one), False
        elif not one.field and not one.platform:
            text = _filled(UNKNOWN, one, near=_like(one.title))
        else:
            continue
        notices.append(Notice(table.place(found.header or 1, one.number), text, open=kept))
    return notices


def _below(found: Layout, table: Table) -> Iterator[Row]:
    return (row for number, row in table.rows.items() if number > found.header)


def _like(title: str) -> str:
    """A title that is known and differs by a slip."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for titles that are not known

    near = get_close_matches(title[:60], words().titles, n=1, cutoff=0.8)
    return near[0] if near else ""


def _filled(text: Text, one: Column, *, rival: str = "", field: str = "", near: str = "") -> Text:
    values = {"name": one.name[:80], "rival": rival[:80], "field": field}
    said = filled(text, **values)
    return {lang: f"{said[lang]} {NEAR[lang].format(near=near)}" for lang in said} if near else said


KEPT_OUT: dict[str, Text] = {
    "secret": {
        "de": "Die Spalte „{name}“ wurde nicht übernommen: Zugangsdaten gehören in kein Register.",
        "en": "The column “{name}” was not taken over: credentials belong in no registry.",
    },
    "person": {
        "de": "Die Spalte „{name}“ wurde nicht übernommen: Namen und Erreichbarkeiten von Beschäftigten gehören "
        'nicht ins Register. Enthält sie keine, behält sie --map "{name}=comment" oder =operator.unit.',
        "en": "The column “{name}” was not taken over: names and contact details of staff do not belong in the "
        'registry. If it has none, --map "{name}=comment" or =operator.unit keeps it.',
    },
}
RIVAL: Text = {
    "de": "Die Spalten „{rival}“ und „{name}“ bedeuten beide {field}; „{name}“ bleibt als Kommentar. "
    'Anders mit --map "{name}={field}".',
    "en": "The columns “{rival}” and “{name}” both mean {field}; “{name}” is kept as a comment. "
    'Otherwise with --map "{name}={field}".',
}
BY_CONTENT: Text = {
    "de": "Die Spalte „{name}“ enthält nur Plattformen und wurde so gelesen.",
    "en": "The column “{name}” holds platforms only and was read so.",
}
UNKNOWN: Text = {
    "de": 'Die Spalte „{name}“ ist nicht bekannt und bleibt als Kommentar. Anders mit --map "{name}=FELD".',
    "en": 'The column “{name}” is not known and is kept as a comment. Otherwise with --map "{name}=FIELD".',
}
NEAR: Text = {"de": "Meinten Sie „{near}“?", "en": "Did you mean “{near}”?"}
