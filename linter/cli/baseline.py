"""`amtlint baseline`: begin with what is there, and let it only become less."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.texts import spoken
from linter.errors import LinterError, visible

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from linter.findings.baseline import Baseline
    from linter.findings.finding import Result
    from linter.text import Text

EXIT_ERROR = 2
EXIT_NOTHING = 3

ABOUT: Text = {
    "de": """Befunde, die es schon gab, als bekannt führen.

Wer mit einem gewachsenen Register anfängt, nimmt die heutigen Befunde in die Baseline auf;
„amtlint check“ meldet dann nur, was neu ist. Ein Eintrag hängt an Regel, Account, Feld und
Wert, nicht an Zeile oder Datei: Wird ein falscher Wert durch einen anderen falschen ersetzt,
ist das ein neuer Befund. REG001 und Befunde zu Ausnahmen (SUP) werden nie aufgenommen.

Ohne Befehl gilt „adopt“. Die Datei gehört zum Register ins Git.""",
    "en": """Keep findings that were there before as known.

Whoever begins with a grown registry adopts today's findings; `amtlint check` then reports only
what is new. An entry hangs on rule, account, field and value, not on line or file: a wrong
value that replaces another wrong value is a new finding. REG001 and findings about waivers
(SUP) are never taken up.

Without a command it is `adopt`. The file belongs into git, beside the registry.""",
}
SAMPLES = """
amtlint baseline
amtlint baseline adopt --select NRW1 accounts/
amtlint baseline update
amtlint baseline show --format json
"""
ADOPT: Text = {
    "de": """Alle offenen Befunde aufnehmen.

Schon bekannte behalten den Tag, an dem sie zuerst gesehen wurden; nichts wird gestrichen.""",
    "en": """Take up all open findings.

Known ones keep the day on which they were first seen; nothing is removed.""",
}
UPDATE: Text = {
    "de": """Neue Befunde aufnehmen und erledigte streichen.

Gestrichen wird nur, wonach gesucht wurde: nichts von Regeln, die nicht liefen, und nichts aus
Dateien, die nicht genannt wurden oder nicht lesbar sind.""",
    "en": """Take up new findings and remove those that are gone.

Only what was looked for is removed: nothing of rules that did not run, and nothing from files
that were not named or cannot be read.""",
}
PRUNE: Text = {
    "de": """Erledigte Befunde streichen, keine neuen aufnehmen.

Gestrichen wird nur, wonach gesucht wurde: nichts von Regeln, die nicht liefen, und nichts aus
Dateien, die nicht genannt wurden oder nicht lesbar sind.""",
    "en": """Remove findings that are gone, take up no new ones.

Only what was looked for is removed: nothing of rules that did not run, and nothing from files
that were not named or cannot be read.""",
}
SHOW: Text = {
    "de": """Zeigen, was bekannt ist, und seit wann; das Älteste zuerst.""",
    "en": """Show what is known, and since when; the oldest first.""",
}
FILE: Text = {
    "de": "Datei der Baseline (Vorgabe: .amtlint-baseline.json neben der Konfiguration).",
    "en": "The baseline's file (default: .amtlint-baseline.json beside the config).",
}
WRITTEN: Text = {
    "de": "{path}: {total} Befunde bekannt, {new} neu aufgenommen, {gone} gestrichen.",
    "en": "{path}: {total} findings known, {new} taken up, {gone} removed.",
}
ROW: Text = {
    "de": "seit {day} ({age} Tage)  {code}  {whom}  {field}: {message}",
    "en": "since {day} ({age} days)  {code}  {whom}  {field}: {value}",
}
EMPTY: Text = {"de": "Die Baseline ist leer.", "en": "The baseline is empty."}
UNREAD: Text = {
    "de": "Nicht alles war prüfbar; die Baseline bleibt, wie sie ist. {error}",
    "en": "Not everything could be checked; the baseline stays as it is. {error}",
}
NOTHING: Text = {
    "de": "Es wurde nichts geprüft: kein Account gefunden; die Baseline bleibt, wie sie ist.",
    "en": "Nothing was checked: no account found; the baseline stays as it is.",
}


class WithDefault(click.Group):
    """A group in which paths and options without a command mean `adopt`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `adopt` in front, unless a command or help is asked for."""
        rest = list(args)
        while rest and rest[0].split("=")[0] == "--lang":  # read already, by `linter.cli.main`
            del rest[: 1 if "=" in rest[0] else 2]
        first = rest[0] if rest else ""
        if first not in self.commands and first not in ctx.help_option_names:
            if not first or first.startswith("-") or os.path.exists(first):
                rest = ["adopt", *rest]
        return super().parse_args(ctx, rest)


@dataclass(frozen=True, slots=True)
class Asked:
    """The options that adopt, update and prune share."""

    paths: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    extend_select: tuple[str, ...]
    packs: tuple[str, ...]
    as_of: date
    file: str
    config: str | None


def command(lang: str) -> click.Command:
    """The group in the language."""

    @spoken("baseline", lang, ABOUT, SAMPLES, group=True, cls=WithDefault)
    def baseline() -> None:
        pass

    assert isinstance(baseline, click.Group)  # noqa: S101 - for the type checker
    for name, about in (("adopt", ADOPT), ("update", UPDATE), ("prune", PRUNE)):
        baseline.add_command(_writing(name, about, lang))
    baseline.add_command(_showing(lang))
    return baseline


def _writing(name: str, about: Text, lang: str) -> click.Command:
    @spoken(name, lang, about, f"amtlint baseline {name}\namtlint baseline {name} accounts/")
    @click.argument("paths", nargs=-1, metavar={"de": "[PFAD]…", "en": "[PATH]…"}[lang])
    @options.selection(lang)
    @options.packs(lang)
    @options.as_of(lang)
    @click.option("--baseline", "file", metavar=options.METAVARS["file"][lang], help=FILE[lang])
    @options.config(lang)
    @options.language(lang)
    def write(**given: Any) -> int:
        return _write(name, Asked(**{**given, "file": given["file"] or ""}), lang)

    return write


def _write(name: str, asked: Asked, lang: str) -> int:
    """Lint without the baseline, and bring it up to date."""
    from linter.cli.settings import find_config  # noqa: PLC0415 - not needed for help
    from linter.findings.baseline_file import load, render  # noqa: PLC0415

    path = _file(asked, lang)
    old = load(path, missing_ok=name != "prune")
    result = _lint(asked, lang)
    if result.errors:
        line = UNREAD[lang].format(error=result.errors[0])
        raise click.ClickException(line)
    if not result.coverage.accounts:
        click.echo(f"amtlint: {NOTHING[lang]}", err=True)
        return EXIT_NOTHING
    new = STEPS[name](old, result, asked)
    from linter.atomic import write_atomically  # noqa: PLC0415

    write_atomically(path, render(new).encode())
    before, after = set(old.entries), set(new.entries)
    click.echo(
        visible(
            WRITTEN[lang].format(
                path=path,
                total=sum(entry.count for entry in new.entries.values()),
                new=len(after - before),
                gone=len(before - after),
            )
        )
    )
    return 0
