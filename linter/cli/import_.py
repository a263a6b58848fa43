"""`amtlint import`: take a registry over from a table."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.main import EXIT_FINDINGS, EXIT_NOTHING
from linter.cli.texts import spoken
from linter.errors import LinterError, visible
from linter.report.escape import terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    from linter.registry.account import Authority
    from linter.registry.fields import Tree
    from linter.takeover.table import Table
    from linter.takeover.take import Taken
    from linter.text import Text

REGISTRY = "accounts.yaml"
STDIN = "<stdin>"
ENCODINGS = ("utf-8", "windows-1252", "iso-8859-15", "utf-16", "mac-roman")
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}

ABOUT: Text = {
    "de": """Ein Register aus einer Tabelle übernehmen: CSV oder Excel (.xlsx).

Jede Zeile wird ein Account. Spalten werden an ihren Titeln erkannt (Plattform, Handle, URL, Behörde,
Impressum, seit …, deutsch oder englisch), oder Sie sagen mit --map, was sie bedeuten. Heißen Spalten
nach Plattformen (Facebook, X …), wird jede ihrer Zellen ein Account. Nichts wird stillschweigend
geraten: Was nicht zu verstehen war, steht als Kommentar beim Account und hier mit seiner Zelle.
Spalten mit Kennwörtern oder Namen von Beschäftigten werden nicht übernommen.

Das Ergebnis ist eine YAML-Datei, die „amtlint check“ liest; eine vorhandene bleibt ohne --force, wie
sie ist. Rückgabewert: 0 alles übernommen, 1 etwas ist anzusehen, 2 Fehler, 3 kein Account gefunden.""",
    "en": """Take a registry over from a table: CSV or Excel (.xlsx).

Every row becomes an account. Columns are recognised by their titles (platform, handle, URL,
authority, Impressum, since …, in German or English), or you say with --map what they mean. Where
columns are called after platforms (Facebook, X …), each of their cells becomes an account. Nothing
is guessed in silence: what was not understood stands as a comment beside the account, and here
with its cell. Columns with passwords or names of staff are not taken over.

The result is a YAML file that `amtlint check` reads; an existing one stays as it is without
--force. Exit codes: 0 all taken over, 1 something is to be looked at, 2 error, 3 no account found.""",
}
SAMPLES: Text = {
    "de": """amtlint import konten.xlsx
amtlint import konten.xlsx --sheet Kanäle --authority stadt-musterhausen
amtlint import konten.csv --map "Insta-Name=handle" --map "Notizen=comment" --output -
amtlint import konten.csv --dry-run""",
    "en": """amtlint import accounts.xlsx
amtlint import accounts.xlsx --sheet Channels --authority stadt-musterhausen
amtlint import accounts.csv --map "Insta name=handle" --map "Notes=comment" --output -
amtlint import accounts.csv --dry-run""",
}
HELP: dict[str, Text] = {
    "output": {
        "de": f"Datei des Registers, „-“ für die Standardausgabe; Vorgabe: {REGISTRY}.",
        "en": f"The registry's file, “-” for standard output; default: {REGISTRY}.",
    },
    "authority": {
        "de": "Behörde der Accounts, deren Zeile keine nennt (im-nrw, stadt-…).",
        "en": "Authority of the accounts whose row names none (im-nrw, stadt-…).",
    },
    "map": {
        "de": "Was eine Spalte (Titel oder Buchstabe) bedeutet: ein Feld, eine Plattform, „comment“ "
        "(als Kommentar behalten) oder „-“ (weglassen); wiederholbar.",
        "en": "What a column (title or letter) means: a field, a platform, “comment” (keep as a "
        "comment) or “-” (leave out); repeatable.",
    },
    "sheet": {
        "de": "Blatt der Arbeitsmappe (Name oder Nummer); Vorgabe: das erste mit Inhalt.",
        "en": "Sheet of the workbook (name or number); default: the first with content.",
    },
    "header": {
        "de": "Zeile mit den Spaltentiteln, 0 für keine; Vorgabe: wird gesucht.",
        "en": "Row with the column titles, 0 for none; default: it is looked for.",
    },
    "fill-down": {
        "de": "Leere Zellen in der Spalte der Behörde bedeuten die Behörde darüber.",
        "en": "Empty cells in the column of the authority mean the authority above.",
    },
    "encoding": {
        "de": "Zeichenkodierung einer CSV-Datei; Vorgabe: wird erkannt.",
        "en": "Encoding of a CSV file; default: it is recognised.",
    },
    "delimiter": {
        "de": "Trennzeichen einer CSV-Datei; Vorgabe: wird erkannt.",
        "en": "Delimiter of a CSV file; default: it is recognised.",
    },
    "dry-run": {
        "de": "Nur sagen, was übernommen würde; nichts schreiben.",
        "en": "Only say what would be taken over; write nothing.",
    },
    "force": {
        "de": "Eine vorhandene Datei überschreiben.",
        "en": "Overwrite an existing file.",
    },
}
EXISTS: Text = {
    "de": "Die Datei gibt es schon; es wurde nichts geschrieben.",
    "en": "The file exists already; nothing was written.",
}
EXISTS_HINT: Text = {
    "de": "Nennen Sie eine andere (--output DATEI), oder überschreiben Sie sie mit --force.",
    "en": "Name another (--output FILE), or overwrite it with --force.",
}
SAME: Text = {
    "de": "Diese Datei ist die Tabelle selbst; sie wird nicht überschrieben.",
    "en": "This file is the table itself; it is not overwritten.",
}
SAME_HINT: Text = {
    "de": "Nennen Sie eine andere: --output DATEI.",
    "en": "Name another: --output FILE.",
}
COUNTED: Text = {
    "de": "Übernommene Accounts: {accounts}. Zeilen ohne Account: {left}. Spalten: {columns}.",
    "en": "Accounts taken over: {accounts}. Rows without an account: {left}. Columns: {columns}.",
}
WRITTEN: Text = {
    "de": "geschrieben: {path}. Als Nächstes: amtlint check {path}",
    "en": "written: {path}. Next: amtlint check {path}",
}
NO_SHEETS: Text = {
    "de": "Eine CSV-Datei hat keine Blätter; --sheet gilt nur für Excel-Arbeitsmappen.",
    "en": "A CSV file has no sheets; --sheet is for Excel workbooks.",
}
DRY: Text = {
    "de": "--dry-run: Es wurde nichts geschrieben.",
    "en": "--dry-run: nothing was written.",
}
NOTHING: Text = {
    "de": "In der Tabelle ist kein Account; es wurde nichts geschrieben.",
    "en": "There is no account in the table; nothing was written.",
}


@dataclass(frozen=True, slots=True)
class Called:
    """What the command line asked for, option by option."""

    file: str
    output: str
    authority: str
    mapping: tuple[str, ...]
    sheet: str
    header: int | None
    fill_down: bool
    encoding: str | None
    delimiter: str | None
    dry_run: bool
    force: bool
    config: str | None


def command(lang: str) -> click.Command:
    """The command in the language."""

    def flag(name: str) -> Callable[[options.Function], options.Function]:
        return click.option(f"--{name}", is_flag=True, help=HELP[name][lang])

    def choice(name: str, words: tuple[str, ...]) -> Callable[[options.Function], options.Function]:
        return click.option(f"--{name}", type=click.Choice(words), help=HELP[name][lang])

    @spoken("import", lang, ABOUT, SAMPLES)
    @click.argument(
        "file", metavar=options.METAVARS["file"][lang], type=options.PathName(dir_okay=False)
    )
    @click.option(
        "--output",
        default=REGISTRY,
        type=click.Path(dir_okay=False, allow_dash=True),
        metavar=options.METAVARS["file"][lang],
        help=HELP["output"][lang],
    )
    @click.option("--authority", default="", metavar="ID", help=HELP["authority"][lang])
    @click.option(
        "--map",
        "mapping",
        multiple=True,
        metavar={"de": "SPALTE=FELD", "en": "COLUMN=FIELD"}[lang],
        shell_complete=fields,
        help=HELP["map"][lang],
    )
    @click.option("--sheet", default="", metavar="NAME", help=HELP["sheet"][lang])
    @click.option(
        "--header",
        type=int,
        default=None,
        metavar="N",
        help=HELP["header"][lang],
    )
    @flag("fill-down")
    @choice("encoding", ENCODINGS)
    @choice("delimiter", tuple(DELIMITERS))
    @flag("dry-run")
    @flag("force")
    @options.config(lang)
    @options.language(lang)
    def import_(**given: Any) -> int:
        return run(Called(**given), lang)

    return import_


def run(called: Called, lang: str) -> int:
    """Read the table, write the registry, tell what is to be looked at."""
    from linter.takeover.take import Asked, take  # noqa: PLC0415 - not needed for help
    from linter.takeover.told import lines  # noqa: PLC0415 - as above

    if called.output != "-" and not called.dry_run:
        _refuse_existing(called)
    table = _table(called)
    known, tree = _known(called.config)
    _refuse_slip(called.authority, known)
    asked = Asked(called.authority, called.mapping, called.header, called.fill_down, lang)
    taken = take(table, asked, known, tree, options.today())
    for line in lines(taken.notices, lang, written=bool(taken.accounts)):
        click.echo(line, err=True)
    if not taken.accounts:
        click.echo(f"amtlint: {NOTHING[lang]}", err=True)
        return EXIT_NOTHING
    columns = ", ".join(_columns(taken))
    counted = COUNTED[lang].format(accounts=taken.accounts, left=taken.left, columns=columns)
    click.echo(terminal(counted), err=called.output == "-")
    if called.dry_run:
        click.echo(DRY[lang], err=called.output == "-")
    else:
        _write(called, taken.text)
        if called.output != "-":
            click.echo(WRITTEN[lang].format(path=visible(called.output)))
    return EXIT_FINDINGS if taken.open else 0


def _table(called: Called) -> Table:
    from linter.takeover import delimited, workbook  # noqa: PLC0415 - not needed for help
    from linter.takeover.table import MOST_BYTES, TOO_MANY_BYTES, too_much  # noqa: PLC0415

    name = STDIN if called.file == "-" else called.file
    try:
        if called.file == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(called.file).open("rb") as stream:
                data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        from linter.os_errors import refused  # noqa: PLC0415 - only for a fault

        raise LinterError(
            refused("Die Datei lässt sich nicht lesen", "The file cannot be read", error),
            path=name,
            hint={
                "de": "Prüfen Sie Pfad und Zugriffsrechte.",
                "en": "Check the path and the permissions.",
            },
        ) from None
    if len(data) > MOST_BYTES:
        raise too_much(name, TOO_MANY_BYTES)
    if not data.strip():
        raise LinterError({"de": "Die Datei ist leer.", "en": "The file is empty."}, path=name)
    if workbook.is_workbook(data):
        return workbook.read(data, name, called.sheet)
    if called.sheet:
        raise LinterError(NO_SHEETS, path=name)
    return delimited.read(
        data,
        name,
        encoding=called.encoding or "",
        delimiter=DELIMITERS.get(called.delimiter or "", ""),
    )


def _known(config: str | None) -> tuple[dict[str, Authority], Tree]:
    """The authorities of packs and configuration, and the registry's fields."""
    from linter.cli.books import open_book  # noqa: PLC0415 - not needed for help
    from linter.cli.settings import find_config  # noqa: PLC0415 - as above
    from linter.registry.authorities import load_authorities  # noqa: PLC0415 - as above
    from linter.registry.bind import Validators  # noqa: PLC0415 - as above

    book = open_book(config)[0]
    known = book.authorities
    own = find_config(config, ()).authorities
    if own:
        for authority in load_authorities(own, Validators.of(book.tree)):
            known.setdefault(authority.id, authority)
    return known, book.fields


def _refuse_slip(authority: str, known: dict[str, Authority]) -> None:
    """A known body's id with one letter wrong founds no new body."""
    from linter.cli.init import SLIP, SLIP_HINT, one_slip  # noqa: PLC0415 - not needed for help

    near = next((id_ for id_ in known if one_slip(authority, id_)), None)
    if authority and authority not in known and near is not None:
        hint = {lang: SLIP_HINT[lang].format(id=authority, near=near) for lang in SLIP_HINT}
        raise LinterError({lang: SLIP[lang].format(id=authority) for lang in SLIP}, hint=hint)


def _columns(taken: Taken) -> list[str]:
    """`Netzwerk → platform`, for each column that became something."""
    return [
        f"{one.name[:60]} → {one.platform or one.field}"
        for one in taken.layout.columns.values()
        if one.platform or one.field not in ("", "-")
    ]


def _refuse_existing(called: Called) -> None:
    """Raise where the file is there; the table itself is not even overwritten with --force."""
    path = called.output
    if os.path.lexists(path) and not called.force:
        raise LinterError(EXISTS, path=path, hint=EXISTS_HINT)
    if Path(path).exists() and called.file != "-" and Path(path).samefile(called.file):
        raise LinterError(SAME, path=path, hint=SAME_HINT)


def _write(called: Called, text: str) -> None:
    if called.output == "-":
        from linter.cli.settings import out  # noqa: PLC0415 - not needed for help

        out(text)
        return
    from linter.atomic import write_atomically  # noqa: PLC0415 - not needed for help
    from linter.cli.init import write_new  # noqa: PLC0415 - as above

    if called.force:
        write_atomically(called.output, text.encode())
    else:
        write_new({Path(called.output): text})


def fields(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the field behind `COLUMN=`."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only while completing

    from linter.cli.books import open_book  # noqa: PLC0415 - as above
    from linter.platforms import KNOWN  # noqa: PLC0415 - as above
    from linter.takeover.columns import addresses  # noqa: PLC0415 - as above

    column, equals, start = incomplete.rpartition("=")
    if not equals:
        return []
    try:
        known = [*addresses(open_book(None)[0].fields), *KNOWN]
    except LinterError:
        return []
    return [CompletionItem(f"{column}={name}") for name in known if name.startswith(start)]
