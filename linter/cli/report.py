"""`amtlint report`: a report for people, from the JSON of a run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.texts import spoken
from linter.errors import LinterError

if TYPE_CHECKING:
    from linter.text import Text

FORMATS = ("html", "markdown")
MARKDOWN = (".md", ".markdown")
LONGEST_TITLE = 200

ABOUT: Text = {
    "de": """Aus dem Ergebnis eines Laufs einen Bericht für Menschen erstellen.

ERGEBNIS ist die JSON-Ausgabe von „amtlint check“ oder „amtlint crawl“, „-“ die Standardeingabe. Der
Bericht ist eine einzelne HTML-Seite zum Ansehen, Versenden und Drucken, oder Markdown: Ergebnis,
Überblick, was nicht geprüft werden konnte und warum, dann jeder Befund mit Abhilfe, Quelle, Stelle und
Nachweis, nach Behörde und Account. Er lässt sich in beiden Sprachen aus demselben Lauf erstellen.

Ausnahmen und Baseline sind dabei, wenn der Lauf mit --show-suppressed ausgegeben wurde; neu, offen
seit und erledigt, wenn er mit --history lief. Rückgabewert: 0 erstellt, 2 Fehler.""",
    "en": """Make a report for people from the result of a run.

RESULT is the JSON output of `amtlint check` or `amtlint crawl`, “-” is standard input. The report is a
single page of HTML to look at, to send and to print, or Markdown: the result, an overview, what could
not be checked and why, then every finding with remedy, source, place and evidence, by authority and
account. From the same run it can be made in both languages.

Waivers and baseline are in it if the run was reported with --show-suppressed; new, open since and
gone, if it ran with --history. Exit codes: 0 made, 2 error.""",
}
NO_RESULT: Text = {
    "de": "Prüfen Sie Pfad und Zugriffsrechte; ein Ergebnis schreibt „amtlint check“ oder „crawl“ mit --output json=DATEI.",
    "en": "Check the path and the permissions; `amtlint check` or `crawl` writes a result with --output json=FILE.",
}
SAMPLES: Text = {
    "de": """amtlint check --show-suppressed --output json=ergebnis.json
amtlint report ergebnis.json --output bericht.html
amtlint report ergebnis.json --format markdown --lang en
amtlint crawl --history naechte.sqlite --format json | amtlint report - --title "Nacht zum 25.11." > bericht.html""",
    "en": """amtlint check --show-suppressed --output json=result.json
amtlint report result.json --output report.html
amtlint report result.json --format markdown --lang de
amtlint crawl --history nights.sqlite --format json | amtlint report - --title "Night of 25 November" > report.html""",
}
HELP: dict[str, Text] = {
    "format": {
        "de": "Format; Vorgabe: html, bei --output DATEI.md markdown.",
        "en": "Format; default: html, with --output FILE.md markdown.",
    },
    "output": {
        "de": "In diese Datei statt auf die Standardausgabe.",
        "en": "Into this file instead of standard output.",
    },
    "title": {
        "de": "Überschrift des Berichts.",
        "en": "The report's heading.",
    },
}
EMPTY_TITLE: Text = {
    "de": "--title: Die Überschrift ist leer.",
    "en": "--title: the heading is empty.",
}
RESULT: Text = {"de": "ERGEBNIS", "en": "RESULT"}
STDIN = "<stdin>"


def command(lang: str) -> click.Command:
    """The command in the language."""

    @spoken("report", lang, ABOUT, SAMPLES)
    @click.argument("result", metavar=RESULT[lang], type=options.PathName(dir_okay=False))
    @click.option("--format", "form", type=click.Choice(FORMATS), help=HELP["format"][lang])
    @click.option(
        "--output",
        default="-",
        type=click.Path(dir_okay=False, allow_dash=True),
        metavar=options.METAVARS["file"][lang],
        help=HELP["output"][lang],
    )
    @click.option("--title", default=None, metavar="TEXT", help=HELP["title"][lang])
    @options.config(lang)
    @options.language(lang)
    def report(
        result: str, form: str | None, output: str, title: str | None, config: str | None
    ) -> None:
        from linter.cli.settings import out  # noqa: PLC0415 - not needed for help

        if title is not None and not title.strip():
            raise LinterError(EMPTY_TITLE)
        if output != "-":
            _keep(output, result, config)
        chosen = form or ("markdown" if output.lower().endswith(MARKDOWN) else "html")
        text = document(result, chosen, (title or "")[:LONGEST_TITLE], config, lang)
        out(text, "" if output == "-" else output)

    return report


def _keep(output: str, result: str, config: str | None) -> None:
    """Refuse to write over the result, or over the registry."""
    from linter.cli.outputs import separate  # noqa: PLC0415 - only where a file is written
    from linter.cli.settings import find_config  # noqa: PLC0415 - as above

    separate([output], find_config(config, ()), (), others=(result,))


def document(name: str, form: str, title: str, config: str | None, lang: str) -> str:
    """The report's text."""
    from linter.cli.books import open_book  # noqa: PLC0415 - not needed for help
    from linter.report.document.compose import compose  # noqa: PLC0415 - as above
    from linter.report.document.lore import Lore  # noqa: PLC0415 - as above
    from linter.report.document.read import day_of_result, read_result  # noqa: PLC0415

    result = read_result(_read(name), STDIN if name == "-" else name)
    codes = {one["code"] for one in (*result["findings"], *result.get("gone", ()))}
    lore = Lore.of(open_book(config)[0], codes, day_of_result(result), lang)
    lore.authorities |= result.get("authorities", {})  # the registry's own are known to no rulebook
    composed = compose(result, lore, title.strip())
    if form == "markdown":
        from linter.report.document.markdown import as_markdown  # noqa: PLC0415 - one of the two

        return as_markdown(composed)
    from linter.report.document.html import as_html  # noqa: PLC0415 - one of the two

    return as_html(composed)


def _read(name: str) -> bytes:
    from linter.report.document.read import MOST_BYTES  # noqa: PLC0415 - not needed for help

    if name == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with open(name, "rb") as stream:  # noqa: PTH123 - as the other commands
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        from linter.os_errors import refused  # noqa: PLC0415 - only for a fault

        raise LinterError(
            refused("Die Datei lässt sich nicht lesen", "The file cannot be read", error),
            path=name,
            hint=NO_RESULT,
        ) from None
