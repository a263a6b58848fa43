"""accounts: the rows of a table as accounts; what does not fit stays beside them as comments."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from linter import platforms
from linter.registry.fields import find
from linter.said import said
from linter.takeover.columns import DROPPED
from linter.takeover.identify import Identity, identify, in_column
from linter.takeover.told import Notice, filled, short
from linter.takeover.values import NO_URL, Empty, Fault, as_url, flag_of, is_nothing, value_of
from linter.takeover.words import COMMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.fields import Tree
    from linter.takeover.columns import Column, Layout
    from linter.takeover.houses import Houses
    from linter.takeover.table import Cell, Row, Table
    from linter.text import Text

IDENTITY = ("platform", "handle", "url", "authority", "id")
"""Fields that make out who an account is; the others are read one by one."""

WORDS: dict[str, Text] = {
    "cell": {"de": "„{name}“ ({spot}): {value}", "en": "“{name}” ({spot}): {value}"},
    "fault": {"de": "{cell} – {why}", "en": "{cell} – {why}"},
    "row": {
        "de": "Zeile {spot} nicht übernommen: {why}.",
        "en": "Row {spot} was not taken over: {why}.",
    },
}
FAULT: Text = {
    "de": "„{name}“: „{value}“ ist nicht übernommen: {why}.",
    "en": "“{name}”: “{value}” was not taken over: {why}.",
}
ROW: Text = {
    "de": "Die Zeile ist nicht übernommen: {why}.",
    "en": "The row was not taken over: {why}.",
}
TWICE: Text = {
    "de": "derselbe Account steht schon in Zeile {row}",
    "en": "the same account stands in row {row} already",
}
OTHER_VALUE: Text = {
    "de": "das Feld {field} hat schon einen anderen Wert",
    "en": "the field {field} has another value already",
}
NO_ANSWER: Text = {
    "de": "„{name}“: „{value}“ ist übernommen, sagt aber nicht, ob zugestimmt wurde; schreiben Sie „ja“, „nein“ oder das Datum.",
    "en": "“{name}”: “{value}” was taken over, but does not say whether there was consent; write yes, no or the date.",
}
UNTITLED: Text = {
    "de": "„{value}“: ohne Spaltentitel.",
    "en": "“{value}”: without a column title.",
}
ONLY_YES: Text = {
    "de": "welcher Account gemeint ist, steht dort nicht; tragen Sie Nutzername oder Adresse ein",
    "en": "it does not say which account is meant; enter its handle or address",
}
NO_AUTHORITY: Text = {
    "de": "Hier fehlt die Behörde; ergänzen Sie sie, nennen Sie --authority, oder gilt die Zeile darüber, --fill-down.",
    "en": "The authority is missing here; add it, name --authority, or, where the row above counts, --fill-down.",
}


@dataclass(slots=True)
class Entry:
    """An account, or (without fields) a row that is none; comments stand in both languages.

    above: the row stands above the titles; assumed: the fields that the table does not say.
    """

    row: int
    fields: dict[str, Any] = field(default_factory=dict)
    comments: list[Text] = field(default_factory=list)
    assumed: set[str] = field(default_factory=set)
    above: bool = False


@dataclass(slots=True)
class Taker:
    """Goes through the rows of a table."""

    table: Table
    layout: Layout
    tree: Tree
    houses: Houses
    authority: str = ""
    fill_down: bool = False
    notices: list[Notice] = field(default_factory=list)
    _seen: dict[tuple[str, str], int] = field(default_factory=dict)
    _above: str = ""
    _definitions: dict[str, dict[str, Any]] = field(default_factory=dict)

    def entries(self) -> Iterator[Entry]:
        """The rows below the titles, in order; those above them come as comments first."""
        for number, row in self.table.rows.items():
            if number < self.layout.header:
                texts = " | ".join(cell.text for cell in row.values())
                yield Entry(number, comments=[{"de": texts, "en": texts}], above=True)
            elif number > self.layout.header:
                yield from self._row(number, row)

    def _row(self, number: int, row: Row) -> Iterator[Entry]:
        shared = Entry(number)
        by_field: dict[str, Cell] = {}
        for column, cell in row.items():
            one = self.layout.columns[column]
            if one.kept_out and not one.chosen:
                continue
            if one.field in by_field:
                self._fault(shared, one, cell, _taken(one.field))
            elif one.field in IDENTITY and cell.fault is None:
                by_field[one.field] = cell
            elif not one.platform:
                self._take(shared, one, cell)
        house = self._authority(by_field.get("authority"), shared)
        wide = [
            self.layout.columns[column] for column in row if self.layout.columns[column].platform
        ]
        if self.layout.wide:
            yield from self._wide(shared, house, by_field, [(one, row[one.number]) for one in wide])
            return
        identity = identify(by_field.get("platform"), by_field.get("handle"), by_field.get("url"))
        yield self._finish(shared, identity, house, by_field)

    def _wide(
        self, shared: Entry, house: str, by_field: dict[str, Cell], cells: list[tuple[Column, Cell]]
    ) -> Iterator[Entry]:
        """One account for each cell in a column of a platform; the first carries the comments."""
        made = []
        for one, cell in cells:
            flag = flag_of(cell)
            if flag is False or is_nothing(cell.text):
                shared.comments.append(self._comment(one, cell))
            elif flag:
                self._fault(shared, one, cell, ONLY_YES)
            else:
                identity = in_column(one.platform, cell)
                if identity.refused is None:
                    made.append(identity)
                else:
                    self._fault(shared, one, cell, identity.refused)
        rest = {key: by_field[key] for key in ("handle", "url", "id") if key in by_field}
        for cell in rest.values():
            shared.comments.append(self._comment(self.layout.columns[cell.column], cell))
        authority = {key: cell for key, cell in by_field.items() if key == "authority"}
        for number, identity in enumerate(made):
            comments = shared.comments if not number else []
            copy = Entry(shared.row, dict(shared.fields), comments)
            yield self._finish(copy, identity, house, authority)
        if not made:
            yield self._as_comment(shared, None)

    def _take(self, entry: Entry, one: Column, cell: Cell) -> None:
        """A cell that tells a field of its own, or a comment."""
        if one.field == DROPPED:
            return
        if one.field in ("", COMMENT):
            entry.comments.append(self._comment(one, cell))
            if not one.title and self.layout.header:
                self._tell_untitled(one, cell)
            return
        value = value_of(cell, self._definition(one.field), one.field)
        if cell.day is not None and ":" in cell.text:
            entry.comments.append(self._comment(one, cell))  # the time of the day
        if isinstance(value, str) and one.field.startswith("approvals.") and said(value) != "ja":
            place = self.table.place(cell.row, cell.column)
            text = filled(NO_ANSWER, name=short(one.name), value=short(value))
            self.notices.append(Notice(place, text, alike=f"said:{one.number}"))
        if isinstance(value, Fault):
            self._fault(entry, one, cell, value.text)
        elif isinstance(value, Empty):
            entry.comments.append(self._comment(one, cell))
        elif not put(entry.fields, one.field, value):
            self._fault(entry, one, cell, _taken(one.field))
        elif cell.link and cell.link != cell.text:
            entry.comments.append(self._comment(one, cell))  # words and target of a link

    def _definition(self, address: str) -> dict[str, Any]:
        found = self._definitions.get(address)
        if found is None:
            found = self._definitions[address] = find(self.tree, "account", address) or {}
        return found

    def _authority(self, cell: Cell | None, entry: Entry) -> str:
        if cell is None or is_nothing(cell.text):
            if cell is not None:
                entry.comments.append(self._comment(self.layout.columns[cell.column], cell))
            above = self._above if self.fill_down else ""
            return above or self.authority
        if cell.link:
            entry.comments.append(self._comment(self.layout.columns[cell.column], cell))
        found = self.houses.find(" ".join(cell.text.split()))
        self._above = found.id
        return found.id

    def _finish(
        self, entry: Entry, found: Identity, house: str, by_field: dict[str, Cell]
    ) -> Entry:
        """Put together what is known of an account."""
        refused = found.refused or self._doubled(entry, found)
        if refused is not None:
            return self._as_comment(entry, refused)
        columns = self.layout.columns
        for cell, text in found.doubts:
            self.notices.append(
                Notice(self.table.place(cell.row, cell.column), text, alike=f"doubt:{cell.column}")
            )
            spot = self.table.spot(cell.row, cell.column)
            entry.comments.append({lang: f"({spot}) {line}" for lang, line in text.items()})
        for cell in found.unused:
            entry.comments.append(self._comment(columns[cell.column], cell))
        url = by_field.get("url")
        used = url is None or url in found.unused or (found.url and as_url(url.text) == found.url)
        if url is not None and not used:
            if is_nothing(url.text):
                entry.comments.append(self._comment(columns[url.column], url))
            else:
                self._fault(entry, columns[url.column], url, NO_URL)
        if not house:
            place = self.table.place(entry.row)
            self.notices.append(Notice(place, NO_AUTHORITY, alike="authority"))
        self._name(entry, found, house, by_field.get("id"))
        return entry

    def _name(self, entry: Entry, found: Identity, house: str, id_: Cell | None) -> None:
        fields = entry.fields
        fields["platform"], fields["handle"] = found.platform, found.handle
        if found.url:
            fields["url"] = found.url
        if house:
            fields["authority"] = house
        if id_ is not None:
            fields["id"] = id_.text
        if "kind" not in fields:
            entry.assumed.add("kind")
            fields["kind"] = "ressort" if self.houses.ministerial(house) else "authority"
        until = fields.get("until")
        if "status" not in fields and isinstance(until, date) and until < self.houses.today:
            entry.assumed.add("status")  # what has ended is closed
            fields["status"] = "closed"

    def _doubled(self, entry: Entry, found: Identity) -> Text | None:
        known = platforms.get(found.platform)
        canon = known.canon(found.handle) if known else found.handle
        first = self._seen.get((found.platform, canon))
        if first is None:
            self._seen[found.platform, canon] = entry.row
            return None
        return filled(TWICE, row=self.table.spot(first))

    def _as_comment(self, entry: Entry, why: Text | None) -> Entry:
        """A row that is no account: every cell of it, and why."""
        row = self.table.rows[entry.row]
        columns = self.layout.columns
        cells = [
            self._comment(columns[column], cell)
            for column, cell in row.items()
            if (not columns[column].kept_out or columns[column].chosen)
            and columns[column].field != DROPPED
        ]
        head = []
        if why is not None:
            spot = self.table.spot(entry.row)
            head = [{lang: WORDS["row"][lang].format(spot=spot, why=why[lang]) for lang in why}]
            text = {lang: ROW[lang].format(why=why[lang]) for lang in why}
            kind = why["en"] if len(why["en"]) < 100 else "row"  # noqa: PLR2004 - those that name values differ
            place, alike = self.table.place(entry.row), f"row:{kind[:40]}"
            self.notices.append(Notice(place, text, alike=alike, kept=True))
        return Entry(entry.row, comments=[*head, *cells])

    def _fault(self, entry: Entry, one: Column, cell: Cell, why: Text) -> None:
        """A cell that is no value: a comment beside the account, and a line to the user."""
        comment = self._comment(one, cell)
        entry.comments.append(
            {
                lang: WORDS["fault"][lang].format(cell=comment[lang], why=why[lang])
                for lang in comment
            }
        )
        text = {
            lang: FAULT[lang].format(
                name=short(one.name), value=short(cell.text), why=why[lang].rstrip(".")
            )
            for lang in FAULT
        }
        alike = f"fault:{one.number}:{why['en'][:30]}"
        self.notices.append(Notice(self.table.place(cell.row, cell.column), text, alike=alike))

    def _tell_untitled(self, one: Column, cell: Cell) -> None:
        place = self.table.place(cell.row, cell.column)
        text = filled(UNTITLED, value=short(cell.text))
        self.notices.append(Notice(place, text, open=False, alike=f"tell:{one.number}"))

    def _comment(self, one: Column, cell: Cell) -> Text:
        """A cell as a comment; where a link leads stands behind its words."""
        link = f" <{cell.link}>" if cell.link and cell.link != cell.text else ""
        spot = self.table.spot(cell.row, cell.column)
        return filled(WORDS["cell"], name=one.name, spot=spot, value=cell.text + link)


def _taken(address: str) -> Text:
    return filled(OTHER_VALUE, field=address)


def put(fields: dict[str, Any], address: str, value: Any) -> bool:
    """Set a field at an address; False where another value stands there already."""
    *above, last = address.split(".")
    for key in above:
        inner = fields.setdefault(key, {})
        if inner is True:  # verified: yes, and since when
            inner = fields[key] = {}
        if not isinstance(inner, dict):
            return False
        fields = inner
    there = fields.get(last)
    if there is None:
        fields[last] = value
    elif isinstance(there, list) and isinstance(value, list):
        there.extend(value)
    elif isinstance(there, dict) and value is True:
        pass  # since when says more than yes
    elif there is True and isinstance(value, dict):
        fields[last] = value
    elif there != value:
        return False
    return True
