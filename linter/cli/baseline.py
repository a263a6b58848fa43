"""`amtlint baseline`: begin with what is there, and let it only become less."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.texts import spoken
from linter.errors import LinterError, visible
from linter.text import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from linter.cli.options import Function
    from linter.config import Config
    from linter.findings.baseline import Baseline, Entry
    from linter.findings.finding import Result
    from linter.rulebook.rule import Rule
    from linter.text import Text

EXIT_NOTHING = 3

ABOUT: Text = {
    "de": """Befunde, die es schon gab, als bekannt führen.

Wer mit einem gewachsenen Register anfängt, nimmt die heutigen Befunde in die Baseline auf;
„amtlint check“ meldet dann nur, was neu ist. Ein Eintrag hängt an Regel, Account, Feld und
Wert, nicht an Zeile oder Datei: Wird ein falscher Wert durch einen anderen falschen ersetzt,
ist das ein neuer Befund. REG001 und Befunde zu Ausnahmen (SUP) werden nie aufgenommen.

Ohne Befehl gilt „adopt“. Die Datei gehört mit dem Register in git.""",
    "en": """Keep findings that were there before as known.

Whoever starts with a registry that has grown over time adopts today's findings; `amtlint check` then reports only
what is new. An entry is tied to rule, account, field and value, not to line or file: a wrong
value that replaces another wrong value is a new finding. REG001 and findings about waivers
(SUP) are never taken up.

Without a command it is `adopt`. The file belongs in git, beside the registry.""",
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
    "de": "{path}: {total} bekannt, {new} neu aufgenommen, {gone} gestrichen (Befunde und nicht prüfbare Punkte).",
    "en": "{path}: {total} known, {new} taken up, {gone} removed (findings and points that could not be checked).",
}
ROW: Text = {
    "de": "seit {day} ({age} Tage)  {code}  {whom}  {field}: {words}{times}",
    "en": "since {day} ({age} days)  {code}  {whom}  {field}: {words}{times}",
}
EMPTY: Text = {"de": "Die Baseline ist leer.", "en": "The baseline is empty."}
NO_STDIN: Text = {
    "de": "Eine Baseline gehört zu Dateien, nicht zur Standardeingabe.",
    "en": "A baseline belongs to files, not to standard input.",
}
NAME_FILE: Text = {
    "de": "Nennen Sie die Datei oder den Ordner.",
    "en": "Name the file or the folder.",
}
UNREAD: Text = {
    "de": "Nicht alles war prüfbar; die Baseline bleibt, wie sie ist. {error}",
    "en": "Not everything could be checked; the baseline stays as it is. {error}",
}
IN_PART: Text = {
    "de": "{path} ist nicht vollständig lesbar; was daran hängt, bleibt in der Baseline.",
    "en": "{path} cannot be read in full; what depends on it stays in the baseline.",
}
NOTHING: Text = {
    "de": "Es wurde nichts geprüft: kein Account gefunden; die Baseline bleibt, wie sie ist.",
    "en": "Nothing was checked: no account found; the baseline stays as it is.",
}


class WithDefault(click.Group):
    """A group in which paths and options without a command mean `adopt`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `adopt` in front, unless a command or help is asked for."""
        if ctx.resilient_parsing:  # the shell completes the commands' names
            return super().parse_args(ctx, args)
        rest = list(args)
        while rest and rest[0].split("=")[0] == "--lang":  # read already, by `linter.cli.main`
            del rest[: 1 if "=" in rest[0] else 2]
        first = rest[0] if rest else ""
        if first in self.commands or first in ctx.help_option_names:
            return super().parse_args(ctx, rest)
        if not first or first.startswith("-") or Path(first).exists():
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


def _file(lang: str) -> Callable[[Function], Function]:
    """The option that names the baseline's file."""
    return click.option(
        "--baseline",
        "file",
        type=click.Path(),
        metavar=options.METAVARS["file"][lang],
        help=FILE[lang],
    )


def _writing(name: str, about: Text, lang: str) -> click.Command:
    @spoken(name, lang, about, f"amtlint baseline {name}\namtlint baseline {name} accounts/")
    @options.paths(lang)
    @options.selection(lang)
    @options.packs(lang)
    @options.as_of(lang)
    @_file(lang)
    @options.config(lang)
    @options.language(lang)
    def write(**given: Any) -> int:
        return _write(name, Asked(**{**given, "file": given["file"] or ""}), lang)

    return write


def _write(name: str, asked: Asked, lang: str) -> int:
    """Lint without the baseline, and bring it up to date."""
    from linter.atomic import content_of, replaced  # noqa: PLC0415 - not needed for help
    from linter.findings.baseline_file import load, render  # noqa: PLC0415

    if "-" in asked.paths:
        raise LinterError(NO_STDIN, hint=NAME_FILE)
    settings = _settings(asked.config, asked.paths)
    path = asked.file or settings.baseline
    try:  # what is wrong with it is told before all else
        old = load(path, missing_ok=name != "prune")
    except LinterError as error:
        raise (error if asked.file else settings.named(error)) from None
    result = _lint(asked, settings, lang)
    if result.errors:
        raise click.ClickException(UNREAD[lang].format(error=result.errors[0]))
    if not result.coverage.accounts:
        click.echo(f"amtlint: {NOTHING[lang]}", err=True)
        return EXIT_NOTHING
    if name != "adopt":
        for unread in sorted(set(_unread(result, old, path))):
            click.echo(f"amtlint: {visible(IN_PART[lang].format(path=unread))}", err=True)
    while True:  # another call may write meanwhile; then its entries are there, too
        content = content_of(path)
        old = load(path, missing_ok=name != "prune")
        new = _step(name, old, result, asked, path)
        if replaced(path, content, render(new).encode()):
            break
    before, after = _before(old, new, result), _counts(new)
    line = WRITTEN[lang].format(
        path=path,
        total=sum(after.values()),
        new=sum(max(0, count - before.get(key, 0)) for key, count in after.items()),
        gone=sum(max(0, count - after.get(key, 0)) for key, count in before.items()),
    )
    click.echo(visible(line))
    return 0


def _counts(baseline: Baseline) -> dict[str, int]:
    return {entry.fingerprint: entry.count for entry in baseline.entries.values()}


def _before(old: Baseline, new: Baseline, result: Result) -> dict[str, int]:
    """The counts of the old baseline; what only moved to a rule's present code is neither new nor gone."""
    from linter.findings.baseline import renamed  # noqa: PLC0415 - as above

    moved = {a: b for a, b in renamed(old, result.findings).items() if a not in new.entries}
    before: dict[str, int] = {}
    for entry in old.entries.values():
        key = moved.get(entry.fingerprint, entry.fingerprint)
        before[key] = max(entry.count, before.get(key, 0))
    return before


def _settings(config: str | None, paths: tuple[str, ...]) -> Config:
    """The config, with the baseline's file even where there is none yet."""
    from linter.cli.settings import BASELINE, find_config  # noqa: PLC0415 - as above

    settings = find_config(config, paths)
    if not settings.baseline:
        settings.baseline = str(Path(settings.folder) / BASELINE)
    return settings


def _lint(asked: Asked, settings: Config, lang: str) -> Result:
    from linter.cli.settings import cache_dir  # noqa: PLC0415 - as above
    from linter.run import RunOptions, lint  # noqa: PLC0415

    return lint(
        RunOptions(
            as_of=asked.as_of,
            paths=asked.paths,
            config=settings,
            select=asked.select,
            ignore=asked.ignore,
            extend_select=asked.extend_select,
            packs=asked.packs,
            cache_dir=cache_dir(),
            lang=lang,
        )
    )


def _step(name: str, old: Baseline, result: Result, asked: Asked, file: str) -> Baseline:
    from linter.cli.books import open_book  # noqa: PLC0415 - as above
    from linter.findings.baseline import adopt, prune  # noqa: PLC0415
    from linter.findings.baseline_file import from_baseline  # noqa: PLC0415

    def name_of(path: str) -> str:
        return from_baseline(file, path)

    new = old
    if name != "adopt":
        book, _ = open_book(asked.config)
        new = prune(
            new,
            result.findings,
            ran={rule.code for rule in result.rules if _asked_for(rule, asked.packs)},
            known={code for rule in book.rules for code in (rule.code, *rule.redirects)},
            unread={name_of(unread) for unread in _unread(result, old, file)},
            paths={name_of(path) for path in result.documents} if asked.paths else None,
            accounts=_accounts(result),
        )
    return new if name == "prune" else adopt(new, result.findings, asked.as_of, name_of=name_of)


def _unread(result: Result, old: Baseline, file: str) -> Iterator[str]:
    """The files that could not be read in full, and those with entries that are no registry now."""
    from linter.registry_gaps import bereft, in_part  # noqa: PLC0415 - as above

    looked = _accounts(result)
    yield from (document.path for document in in_part(result.documents.values()))
    yield from bereft(old, file, result.passed, lambda entry: entry.account in looked)


def _asked_for(rule: Rule, packs: tuple[str, ...]) -> bool:
    """Whether a rule was looked for at all: with --pack, only those packs and the registry's own."""
    return not packs or rule.pack in packs or rule.pack == "registry"


def _accounts(result: Result) -> set[str]:
    """The accounts that were looked at, wherever they stood when the baseline was written."""
    from linter.registry.nodes import Mapping, Scalar, Sequence  # noqa: PLC0415 - as above

    found = set()
    for document in result.documents.values():
        root = document.root
        listed = root.entries.get("accounts") if type(root) is Mapping else None
        for item in listed.items if type(listed) is Sequence else ():
            name = item.entries.get("id") if type(item) is Mapping else None
            if type(name) is Scalar and name.text:
                found.add(name.text)
    return found


def _showing(lang: str) -> click.Command:
    @spoken("show", lang, SHOW, "amtlint baseline show\namtlint baseline show --format json")
    @options.output_format("text", "json", lang=lang)
    @options.as_of(lang)
    @_file(lang)
    @options.config(lang)
    @options.language(lang)
    def show(output_format: str, as_of: date, file: str | None, config: str | None) -> None:
        from linter.findings.baseline_file import load, render  # noqa: PLC0415 - as above

        settings = _settings(config, ())
        try:
            known = load(file or settings.baseline, missing_ok=False)
        except LinterError as error:
            raise (error if file else settings.named(error)) from None
        if output_format == "json":
            click.echo(render(known), nl=False)
            return
        if not known.entries:
            click.echo(EMPTY[lang])
        for entry in sorted(known.sorted(), key=lambda entry: entry.first_seen):
            click.echo(visible(_row(entry, as_of, lang)))

    return show


def _row(entry: Entry, as_of: date, lang: str) -> str:
    whom = entry.account or " ".join(part for part in (entry.authority, entry.platform) if part)
    words = " ".join(entry.message[lang].split())
    return ROW[lang].format(
        day=shown(entry.first_seen, lang),
        age=(as_of - entry.first_seen).days,
        code=entry.code,
        whom=whom or entry.path,
        field=entry.field,
        words=words,
        times=f" (×{entry.count})" if entry.count > 1 else "",
    )
