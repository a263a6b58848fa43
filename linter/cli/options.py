"""Options that several commands share, as decorators: `@selection(lang)`, `@config(lang)` ….

Each takes the language of its help. A list of codes is comma-separated and repeatable, and
arrives as one tuple: `--select NRW1,IMP --select DSE101`.
"""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from linter.text import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    from linter.text import Text

    DayType = click.ParamType[date]
    PathType = click.ParamType[str]
else:
    DayType = PathType = click.ParamType  # generic from click 8.2 on

Function = TypeVar("Function", bound="Callable[..., Any]")

HELP: dict[str, Text] = {
    "select": {
        "de": "Nur diese Regeln: Code (NRW101), Name, Anfang (NRW1, IMP), Schlagwort (naming) oder Paket; mehrere mit Komma.",
        "en": "Only these rules: code (NRW101), name, prefix (NRW1, IMP), tag (naming) or pack; several with commas.",
    },
    "ignore": {
        "de": "Diese Regeln auslassen; Angaben wie bei --select.",
        "en": "Leave these rules out; same notation as --select.",
    },
    "extend-select": {
        "de": "Diese Regeln zusätzlich zu den gewählten, etwa solche in der Erprobung (preview).",
        "en": "These rules on top of the chosen ones, such as those in preview.",
    },
    "as-of": {
        "de": "Stichtag: Rechtslage und Fristen dieses Tages (JJJJ-MM-TT); Vorgabe: heute.",
        "en": "The law and the time limits of this day (YYYY-MM-DD); default: today.",
    },
    "lang": {
        "de": "Sprache der Ausgabe.",
        "en": "Language of the output.",
    },
    "config": {
        "de": "Diese Konfiguration statt der nächsten .amtlint.yaml.",
        "en": "This configuration instead of the nearest .amtlint.yaml.",
    },
    "pack": {
        "de": "Diese Regelpakete statt der konfigurierten; wiederholbar oder mit Komma.",
        "en": "These rule packs instead of the configured ones; repeatable or with commas.",
    },
    "format": {"de": "Format der Ausgabe.", "en": "Format of the output."},
}

METAVARS: dict[str, Text] = {
    "codes": {"de": "CODES", "en": "CODES"},
    "day": {"de": "DATUM", "en": "DATE"},
    "file": {"de": "DATEI", "en": "FILE"},
    "output": {"de": "FORMAT=DATEI", "en": "FORMAT=FILE"},
    "pack": {"de": "PAKET", "en": "PACK"},
    "paths": {"de": "[PFAD]…", "en": "[PATH]…"},
    "folder": {"de": "ORDNER", "en": "DIR"},
    "any-folder": {"de": "[ORDNER]", "en": "[DIR]"},
}

NO_DAY: Text = {
    "de": "„{value}“ ist kein Datum der Form JJJJ-MM-TT, z. B. 2026-03-31.",
    "en": "“{value}” is not a date of the form YYYY-MM-DD, such as 2026-03-31.",
}


class Day(DayType):
    """A calendar day in ISO form."""

    name = "day"

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read YYYY-MM-DD and nothing else: week dates and bare years are typing errors here."""
        from linter.subject import day_of  # noqa: PLC0415

        if isinstance(value, date):
            return value
        day = day_of(str(value))
        if day is None:
            self.fail(NO_DAY[self.lang].format(value=value), param, ctx)
        return day


class PathName(PathType):
    """A file or folder by name, for what every check is asked: click's own type asks gettext first."""

    name = "path"

    def __init__(self, *, dir_okay: bool = True) -> None:
        self.dir_okay = dir_okay

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """What can be read is taken as it is; of the rest click says what is wrong."""
        if os.access(value, os.R_OK) and (self.dir_okay or not os.path.isdir(value)):  # noqa: PTH112 - the hook's path
            return value
        return str(click.Path(dir_okay=self.dir_okay).convert(value, param, ctx))

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Let the shell complete names of files."""
        return click.Path().shell_complete(ctx, param, incomplete)


def split_codes(
    _ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Turn repeated, comma-separated values into one tuple (a callback of click's)."""
    return split_words(values)


def split_words(values: tuple[str, ...]) -> tuple[str, ...]:
    """The comma-separated parts of all values, empty ones dropped."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def today() -> date:
    """The day on the clock of the place where the command runs; the edge's only look at it."""
    return datetime.now().astimezone().date()


def selectors(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete rule selectors."""
    from linter.cli import completion  # noqa: PLC0415 - loaded by a completing shell only

    return completion.selectors(ctx, param, incomplete)


def pack_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete names of packs."""
    from linter.cli import completion  # noqa: PLC0415 - as above

    return completion.pack_names(ctx, param, incomplete)


def report_formats(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete formats of reports."""
    from linter.cli import completion  # noqa: PLC0415 - as above

    return completion.report_formats(ctx, param, incomplete)


def paths(lang: str) -> Callable[[Function], Function]:
    """PATH…: files and folders, whose names the shell completes."""
    return click.argument("paths", nargs=-1, type=PathName(), metavar=METAVARS["paths"][lang])


def codes(name: str, lang: str) -> Callable[[Function], Function]:
    """One option that takes rule selectors."""
    return click.option(
        f"--{name}",
        multiple=True,
        metavar=METAVARS["codes"][lang],
        callback=split_codes,
        shell_complete=selectors,
        help=HELP[name][lang],
    )


def selection(lang: str) -> Callable[[Function], Function]:
    """--select, --ignore and --extend-select."""

    def decorate(function: Function) -> Function:
        for name in ("extend-select", "ignore", "select"):
            function = codes(name, lang)(function)
        return function

    return decorate


def as_of(lang: str) -> Callable[[Function], Function]:
    """--as-of: a date, today where it is not given."""
    return click.option(
        "--as-of",
        type=Day(lang),
        metavar=METAVARS["day"][lang],
        default=today,
        help=HELP["as-of"][lang],
    )


def language(lang: str) -> Callable[[Function], Function]:
    """--lang: read before any command is built (see `linter.cli.main`), so it passes nothing on."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=HELP["lang"][lang],
    )


def config(lang: str) -> Callable[[Function], Function]:
    """--config: a configuration file by name."""
    return click.option(
        "--config",
        type=PathName(dir_okay=False),
        metavar=METAVARS["file"][lang],
        help=HELP["config"][lang],
    )


def packs(lang: str, about: Text | None = None) -> Callable[[Function], Function]:
    """--pack: these packs instead of the configured ones, or what `about` says."""
    return click.option(
        "--pack",
        "packs",
        multiple=True,
        metavar=METAVARS["pack"][lang],
        callback=split_codes,
        shell_complete=pack_names,
        help=(about or HELP["pack"])[lang],
    )


def output_format(*formats: str, lang: str) -> Callable[[Function], Function]:
    """--format: one of the given formats, the first, for people, being the default."""

    def chosen(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
        if value != formats[0]:
            from linter.cli.settings import speak_utf8  # noqa: PLC0415 - for programs only

            speak_utf8()
        return value

    return click.option(
        "--format",
        "output_format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help=HELP["format"][lang],
        callback=chosen,
    )
