"""groups: titles above the titles (“Betreuung” over “Name” and “Vertretung”), and what they keep out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.takeover.words import folded, words

if TYPE_CHECKING:
    from linter.takeover.columns import Column, Layout
    from linter.takeover.table import Table

ABOUT = ("platform", "url", "handle", "profile_name")
IDENTITY = ABOUT[:3]
"""What tells who an account is also stands beside its credentials."""


def group(found: Layout, table: Table) -> None:
    """Read the row right above the titles: a title of it counts until the next one begins.

    One alone is a heading of the table, unless it is merged over some of the columns.
    """
    above = table.rows.get(found.header - 1, {})
    below = table.rows.get(found.header, {})
    spans = {column: last for (row, column), last in table.spans.items() if row == found.header - 1}
    covered = max((last - column for column, last in spans.items()), default=0)
    if len(above) < 2 and not 0 < covered < len(below) - 1:  # noqa: PLR2004 - two titles
        return
    filled = {column for row, cells in table.rows.items() if row > found.header for column in cells}
    current, last = "", 0
    for number, one in found.columns.items():
        if number in above:
            current = " ".join(above[number].text.split())
            last = spans.get(number, number) if spans else 0
        if not one.title and number in above and number in filled:
            one.title = current
        elif not last or number <= last:
            one.group = current if folded(current) != folded(one.title) else ""


def parted(table: Table, row: int) -> bool:
    """Whether the row below the titles holds titles, too: those of the parts of some of them.

    A title stands there, and nothing but below one that reaches over columns without any: no account.
    """
    above, below = table.rows.get(row, {}), table.rows.get(row + 1, {})
    bare = below.keys() - above.keys()
    heads = {column - 1 for column in bare} & above.keys()
    parts = below.keys() <= bare | heads
    return bool(heads) and parts and any(_titled(cell.text) for cell in below.values())


def _titled(text: str) -> bool:
    return bool(words().field(text) or words().kept_out(text) or folded(text) in words().ambiguous)


def unclear(one: Column) -> bool:
    """True for a “Name” under a common title that is not about the account."""
    meant = words().field(one.group) in ABOUT or words().platform(one.group)
    return bool(one.group) and _vague(one) and not meant


def keep_out(found: Layout) -> None:
    """Mark the columns that are written nowhere, by their titles, their group's, or a neighbour's."""
    columns = [one for one in found.columns.values() if not one.chosen and one.title]
    for one in columns:
        one.kept_out = words().kept_out(one.title) or _by_group(one, found)
    for one in columns:
        beside = (found.columns.get(one.number - 1), found.columns.get(one.number + 1))
        if not one.group and _vague(one) and any(other and _reaches(other) for other in beside):
            one.kept_out = "person"


def _vague(one: Column) -> bool:
    return folded(one.title) in words().ambiguous


def _reaches(one: Column) -> bool:
    """Whether it says how a person is reached, so that the name beside it is that person's."""
    title = folded(one.title)
    return one.kept_out == "person" and any(word in title for word in words().ways_to_reach)


def _by_group(one: Column, found: Layout) -> str:
    """What the group says of a column whose own title does not say what it means."""
    why = words().kept_out(one.group) if one.group else ""
    meaning = words().field(one.title)
    if why == "secret" and meaning in IDENTITY:
        others = {
            words().field(other.title)
            for other in found.columns.values()
            if not other.group or other.group != one.group
        }
        return why if meaning == "handle" and others & {"handle", "url"} else ""
    return why if why == "secret" or _vague(one) or not meaning else ""
