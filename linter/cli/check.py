"""`amtlint check`: lint registries offline."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from linter import __version__
from linter.bundle import bundle
from linter.cli.main import EXIT_ERROR, EXIT_FINDINGS, EXIT_NOTHING, complain, remark, unwritten
from linter.cli.options import (
    METAVARS,
    PathName,
    as_of,
    config,
    language,
    packs,
    paths,
    report_formats,
    selection,
)
from linter.cli.settings import cache_dir, columns, find_config, out
from linter.cli.texts import spoken
from linter.errors import LinterError, visible
from linter.report import FORMATS, Options, reporter
from linter.run import RunOptions, lint

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from datetime import date

    from linter.cli.options import Function
    from linter.config import Config
    from linter.findings.finding import Result
    from linter.text import Text

ABOUT: Text = {
    "de": """Register prüfen: Dateien, Ordner oder „-“ für die Standardeingabe.

Ohne PFAD gilt das Register der Konfiguration (.amtlint.yaml), sonst dieser Ordner. Es wird
nichts aus dem Netz gelesen; was nur das Profil zeigen kann, bleibt „nicht prüfbar“.

Rückgabewert: 0 nichts offen, 1 offene Befunde ab --fail-on, 2 Fehler in Aufruf, Konfiguration,
Regeln oder Plug-ins, 3 nichts geprüft.""",
    "en": """Lint registries: files, folders or “-” for standard input.

Without PATH it is the registry of the config (.amtlint.yaml), else this folder. Nothing is
read from the network; what only the profile could tell stays “unknown”.

Exit codes: 0 nothing open, 1 open findings at or above --fail-on, 2 an error in usage, config,
rules or plug-ins, 3 nothing was checked.""",
}
SAMPLES = """
amtlint check accounts/
amtlint check accounts/im.yaml --select NRW1
amtlint check --format concise --output sarif=amtlint.sarif
git show HEAD:accounts.yaml | amtlint check -
"""
HELP: dict[str, Text] = {
    "format": {
        "de": f"Format der Ausgabe: {', '.join(FORMATS)}; Vorgabe: full.",
        "en": f"Format of the output: {', '.join(FORMATS)}; default: full.",
    },
    "output": {
        "de": "Zusätzlich in eine Datei, z. B. sarif=amtlint.sarif; wiederholbar.",
        "en": "Into a file as well, e.g. sarif=amtlint.sarif; repeatable.",
    },
    "fail-on": {
        "de": "Ab welcher Schwere der Rückgabewert 1 ist (Vorgabe: warning).",
        "en": "From which severity the exit code is 1 (default: warning).",
    },
    "fail-on-unknown": {
        "de": "Rückgabewert 1 auch, wenn etwas nicht prüfbar war.",
        "en": "Exit code 1 also where something could not be checked.",
    },
    "no-waivers": {"de": "Ausnahmen nicht anwenden.", "en": "Do not apply waivers."},
    "baseline": {
        "de": "Datei der Baseline statt der konfigurierten.",
        "en": "The baseline's file instead of the configured one.",
    },
    "no-baseline": {"de": "Baseline nicht anwenden.", "en": "Do not apply the baseline."},
    "show-suppressed": {
        "de": "Auch Befunde mit Ausnahme und aus der Baseline zeigen.",
        "en": "Show waived and baselined findings, too.",
    },
    "show-unknown": {
        "de": "Jeden nicht prüfbaren Punkt einzeln zeigen.",
        "en": "Show every point that could not be checked.",
    },
    "statistics": {"de": "Anzahl je Regel zeigen.", "en": "Show the number per rule."},
    "exit-zero": {
        "de": "Rückgabewert 0 trotz offener Befunde.",
        "en": "Exit code 0 in spite of open findings.",
    },
    "skip-unmarked": {
        "de": "Genannte Dateien ohne „registry:“ überspringen (für Hooks, die jede YAML-Datei nennen).",
        "en": "Pass over named files without “registry:” (for hooks that name every YAML file).",
    },
    "color": {
        "de": "Farben: auto (nur am Terminal), always, never.",
        "en": "Colours: auto (on a terminal only), always, never.",
    },
}
MOST_INPUT = 64_000_001
"""Bytes read from standard input; one more than a registry may have, so that it is refused."""
FOR_PEOPLE = ("full", "concise")
"""Formats that follow the terminal's encoding; the others are UTF-8."""
STDIN: Text = {"de": "der Standardeingabe", "en": "standard input"}
NOTHING: Text = {
    "de": "Es wurde nichts geprüft: kein Account in {where}.",
    "en": "Nothing was checked: no account in {where}.",
}
UNMET: Text = {
    "de": "Für keinen der Accounts in Kraft (Regelpaket, Art, Plattform oder Stichtag): {words}.",
    "en": "Not in force for any of the accounts (by pack, kind, platform or day): {words}.",
}


UNMARKED: Text = {
    "de": "{path} führt Accounts auf und wurde übergangen: „registry: 1“ fehlt.",
    "en": "{path} lists accounts and was passed over: “registry: 1” is missing.",
}
VEILED: Text = {
    "de": "{path} wurde übergangen: Der Inhalt ist verschlüsselt, oder git hält ihn anderswo vor; ob es ein Register ist, ist nicht zu sehen.",
    "en": "{path} was passed over: its content is encrypted, or git keeps it elsewhere; whether it is a registry cannot be seen.",
}


def command(lang: str) -> click.Command:
    """The command in a language."""

    @lint_options(lang)
    @click.option("--skip-unmarked", is_flag=True, help=HELP["skip-unmarked"][lang])
    @config(lang)
    @language(lang)
    def check(skip_unmarked: bool, **given: Any) -> int:
        return run(Asked(**given, skip_unmarked=skip_unmarked), lang)

    return spoken("check", lang, ABOUT, SAMPLES)(check)


def _flag(name: str, lang: str) -> Callable[[Function], Function]:
    return click.option(f"--{name}", is_flag=True, help=HELP[name][lang])


def lint_options(lang: str) -> Callable[[Function], Function]:
    """What every command that lints can be asked: which rules, as of when, reported how."""
    options = (
        paths(lang),
        selection(lang),
        packs(lang),
        as_of(lang),
        click.option(
            "--format",
            "form",
            default="full",
            metavar="FORMAT",
            shell_complete=report_formats,
            help=HELP["format"][lang],
        ),
        click.option(
            "--output", multiple=True, metavar=METAVARS["output"][lang], help=HELP["output"][lang]
        ),
        click.option(
            "--fail-on", type=click.Choice(["error", "warning", "info"]), help=HELP["fail-on"][lang]
        ),
        _flag("fail-on-unknown", lang),
        _flag("no-waivers", lang),
        click.option(
            "--baseline",
            type=PathName(),
            metavar=METAVARS["file"][lang],
            help=HELP["baseline"][lang],
        ),
        _flag("no-baseline", lang),
        _flag("show-suppressed", lang),
        _flag("show-unknown", lang),
        _flag("statistics", lang),
        _flag("exit-zero", lang),
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            help=HELP["color"][lang],
        ),
    )

    def decorate(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


@bundle
class Asked:
    """What the command line asked for, option by option."""

    paths: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    extend_select: tuple[str, ...]
    packs: tuple[str, ...]
    as_of: date
    form: str
    output: tuple[str, ...]
    fail_on: str | None
    fail_on_unknown: bool
    no_waivers: bool
    baseline: str | None
    no_baseline: bool
    show_suppressed: bool
    show_unknown: bool
    statistics: bool
    exit_zero: bool
    skip_unmarked: bool
    color: str
    config: str | None


def run(asked: Asked, lang: str) -> int:
    """Lint, report, and say how it came out."""
    settings = find_config(asked.config, asked.paths, marked=asked.skip_unmarked)
    outputs = chosen_outputs(asked, lang, settings)
    gc.disable()  # nothing here makes cycles worth collecting; collecting triples the time
    result = lint(run_options(asked, settings, lang))
    return report(result, asked, settings, outputs, lang)


def run_options(asked: Asked, settings: Config, lang: str) -> RunOptions:
    """The command line and the config as a run takes them."""
    return RunOptions(
        as_of=asked.as_of,
        paths=asked.paths,
        config=settings,
        select=asked.select,
        ignore=asked.ignore,
        extend_select=asked.extend_select,
        packs=asked.packs,
        stdin=sys.stdin.buffer.read(MOST_INPUT) if "-" in asked.paths else b"",
        marked=asked.skip_unmarked,
        waivers=not asked.no_waivers,
        baseline="" if asked.no_baseline else asked.baseline or settings.baseline,
        cache_dir=cache_dir(),
        lang=lang,
    )


def report(
    result: Result,
    asked: Asked,
    settings: Config,
    outputs: list[tuple[str, str]],
    lang: str,
    told: Container[str] = (),
) -> int:
    """Write the reports; the exit code. told: files of which it is told that they cannot be written."""
    options = _options(asked, lang)
    written = _write(result, options, outputs, told)
    _tell(asked.form, result, options, asked.paths)
    if result.errors or not written:
        return EXIT_ERROR
    if result.open(asked.fail_on or settings.fail_on, unknown=asked.fail_on_unknown):
        return 0 if asked.exit_zero else EXIT_FINDINGS
    if not result.coverage.accounts:
        if asked.skip_unmarked:  # a hook is given other YAML, too; that stops no commit
            for absent in settings.absent():
                remark(absent.both())
        return 0 if asked.skip_unmarked else EXIT_NOTHING
    if result.unmet and asked.skip_unmarked:
        return 0  # a hook is given one file, and the selection may be meant for others
    return 0 if result.looked else EXIT_NOTHING


def _write(
    result: Result, options: Options, outputs: list[tuple[str, str]], told: Container[str]
) -> bool:
    """Write every report; one that cannot be written keeps none of the others back."""
    written = True
    for name, file in outputs:
        try:
            out(_render(name, result, options, file), file, people=name in FOR_PEOPLE)
        except BrokenPipeError:  # whoever read it has seen enough
            continue
        except LinterError as error:
            written = False
            if error.path not in told:
                complain(error)
        except OSError as error:  # of a file it is a `LinterError`; this is standard output
            written = False
            complain(unwritten(error))
    return written


def chosen_outputs(
    asked: Asked, lang: str, settings: Config, history: str = "", nights: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """(format, file) pairs; "" is standard output. What cannot be is told before anything runs.

    history: a file that is written as well; nights: folders of evidence.
    """
    pairs = [(asked.form, "")]
    for item in asked.output:
        name, equals, file = item.partition("=")
        if not equals or not file:
            from linter.cli.outputs import MALFORMED  # noqa: PLC0415 - for a mistake only

            raise click.UsageError(MALFORMED[lang].format(item=item))
        pairs.append((name, "" if file == "-" else file))
    if asked.output:
        from linter.cli.outputs import separate  # noqa: PLC0415 - not for every check

        files = [file for _, file in pairs]
        baseline = (asked.baseline,) if asked.baseline else ()
        separate([*files, history], settings, asked.paths or (), nights, others=baseline)
    for name, _ in pairs:
        try:
            _reporter(name)
        except LookupError:
            from linter.cli.outputs import NO_FORMAT  # noqa: PLC0415 - for a mistake only

            text = NO_FORMAT[lang].format(name=name, known=", ".join(FORMATS))
            raise click.UsageError(text) from None
        except (Exception, SystemExit) as error:
            if name in FORMATS:
                raise
            from linter.cli.outputs import reporter_failed  # noqa: PLC0415 - as above

            raise reporter_failed(name, error) from error
    return pairs


def _options(asked: Asked, lang: str) -> Options:
    terminal = sys.stdout.isatty()
    wanted = asked.color == "auto" and terminal and not os.environ.get("NO_COLOR")
    return Options(
        lang=lang,
        width=columns() if terminal else 100,
        color=asked.color == "always" or wanted,
        show_suppressed=asked.show_suppressed,
        show_unknown=asked.show_unknown or asked.fail_on_unknown,  # they are why it fails
        statistics=asked.statistics,
        version=__version__,
        base=os.getcwd(),  # noqa: PTH109 - the hook's path
    )


def _render(name: str, result: Result, options: Options, file: str) -> str:
    color, options.color = options.color, options.color and not file
    try:
        text = _reporter(name)(result, options)
        if not isinstance(text, str):
            raise TypeError(f"a reporter gives text, not {type(text).__name__}")
    except (Exception, SystemExit) as error:
        if name in FORMATS:
            raise
        from linter.cli.outputs import reporter_failed  # noqa: PLC0415 - for a plug-in's only

        raise reporter_failed(name, error) from error
    finally:
        options.color = color
    return text


def _reporter(name: str) -> Callable[[Result, Options], str]:
    """The reporter of a format; what a plug-in's prints beside its text goes to standard error."""
    if name in FORMATS:
        return reporter(name)
    from linter.watched import aside  # noqa: PLC0415 - for plug-ins only

    with aside():
        render = reporter(name)
    return aside()(render)


def _tell(form: str, result: Result, options: Options, paths: tuple[str, ...]) -> None:
    """On stderr: what was refused, and for formats made for programs the summary."""
    word = {"de": "Fehler", "en": "error"}[options.lang]
    for line in result.errors:
        sys.stderr.write(f"amtlint: {word}: {line}\n")
    if result.unmet:
        line = UNMET[options.lang].format(words=", ".join(result.unmet))
        sys.stderr.write(f"amtlint: {visible(line)}\n")
    for said, found in ((UNMARKED, result.unmarked), (VEILED, result.veiled)):
        for path in found:
            sys.stderr.write(f"amtlint: {visible(said[options.lang].format(path=path))}\n")
    if form == "concise":
        from linter.report.summary import summary  # noqa: PLC0415

        sys.stderr.write(summary(result, options))
    if not result.coverage.accounts and not result.errors:
        named = (STDIN[options.lang] if path == "-" else path for path in paths)
        where = ", ".join(named) or "."
        line = visible(NOTHING[options.lang].format(where=where))
        sys.stderr.write(f"amtlint: {' '.join(line.split())}\n")
