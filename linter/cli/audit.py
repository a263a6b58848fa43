"""`amtlint audit`: one account before it goes live, as a report for a person."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from linter import __version__
from linter.cli.evidence_options import evidence_options, folders
from linter.cli.main import EXIT_ERROR, EXIT_FINDINGS, EXIT_NOTHING
from linter.cli.network_options import network_of, network_options, secrets
from linter.cli.options import METAVARS, as_of, config, language, packs, selection
from linter.cli.settings import cache_dir, columns, find_config, out
from linter.cli.texts import spoken
from linter.errors import LinterError

if TYPE_CHECKING:
    from linter.audit.inquiry import Inquiry
    from linter.audit.verdict import Audit
    from linter.config import Config
    from linter.findings.finding import Result
    from linter.run import RunOptions
    from linter.text import Text

ABOUT: Text = {
    "de": """Einen Account prüfen, bevor er online geht.

ZIEL ist ein Entwurf (YAML), platform:handle oder die Adresse eines Profils. Wo eine Plattform Besuchern
nichts zeigt, hilft eine im Browser gespeicherte Seite (--html). Gezeigt wird ein Urteil in klaren
Worten, was zuerst zu tun ist, was nicht zu prüfen war und was ein Mensch noch ansehen muss.

Die Behörde wird an ihrer Domain oder am Nutzernamen erkannt; mit --authority wird sie festgelegt.
Ein Account, der im Register (registry der Konfiguration) schon steht, wird als dieser Eintrag geprüft.
Rückgabewert wie bei „amtlint check“.""",
    "en": """Check an account before it goes live.

TARGET is a draft (YAML), platform:handle or the address of a profile. Where a platform shows nothing to
visitors, a page saved in the browser helps (--html). Shown are a verdict in plain words, what to do
first, what could not be checked, and what a person still has to look at.

The authority is recognised by its domain or by the handle; --authority settles it. An account
that the registry (registry of the configuration) has already is checked as that entry.
Exit codes as with `amtlint check`.""",
}
SAMPLES = """
amtlint audit draft.yaml
amtlint audit mastodon:presse@social.example --authority im-nrw
amtlint audit instagram:im.nrw --html saved.html --output html=audit.html
"""
HELP: dict[str, Text] = {
    "html": {
        "de": "Im Browser gespeicherte Seite oder Export des Profils, statt es abzurufen.",
        "en": "Page saved in the browser, or export of the profile, instead of requesting it.",
    },
    "authority": {
        "de": "Kennung der Behörde, z. B. im-nrw.",
        "en": "Id of the authority, such as im-nrw.",
    },
    "kind": {
        "de": "Art des Accounts; Vorgabe: nach der Behörde.",
        "en": "Kind of account; default: by the authority.",
    },
    "format": {"de": "Format der Ausgabe.", "en": "Format of the output."},
    "output": {
        "de": "Zusätzlich in eine Datei, z. B. html=bericht.html; wiederholbar.",
        "en": "Into a file as well, e.g. html=report.html; repeatable.",
    },
    "offline": {
        "de": "Nichts aus dem Netz lesen.",
        "en": "Read nothing from the network.",
    },
    "fail-on": {
        "de": "Ab welcher Schwere der Rückgabewert 1 ist (Vorgabe: warning).",
        "en": "From which severity the exit code is 1 (default: warning).",
    },
}
OFFLINE: Text = {
    "de": "--offline liest nichts: --evidence und --replay passen nicht dazu.",
    "en": "--offline reads nothing: --evidence and --replay do not go with it.",
}
FORMATS = ("text", "json", "markdown", "html")


def command(lang: str) -> click.Command:
    """The command in a language."""

    @click.argument(
        "targets", nargs=-1, required=True, metavar={"de": "ZIEL…", "en": "TARGET…"}[lang]
    )
    @click.option(
        "--html",
        type=click.Path(dir_okay=False),
        metavar=METAVARS["file"][lang],
        help=HELP["html"][lang],
    )
    @click.option("--authority", default="", metavar="ID", help=HELP["authority"][lang])
    @click.option(
        "--kind",
        type=click.Choice(["ressort", "fach", "personal", "authority"]),
        default=None,
        help=HELP["kind"][lang],
    )
    @click.option("--offline", is_flag=True, help=HELP["offline"][lang])
    @evidence_options(lang)
    @selection(lang)
    @packs(lang)
    @as_of(lang)
    @click.option(
        "--format", "form", type=click.Choice(FORMATS), default="text", help=HELP["format"][lang]
    )
    @click.option(
        "--output", multiple=True, metavar=METAVARS["output"][lang], help=HELP["output"][lang]
    )
    @click.option(
        "--fail-on", type=click.Choice(["error", "warning", "info"]), help=HELP["fail-on"][lang]
    )
    @network_options(lang)
    @config(lang)
    @language(lang)
    def audit(**given: Any) -> int:
        return run(given, lang)

    return spoken("audit", lang, ABOUT, SAMPLES)(audit)


def run(given: dict[str, Any], lang: str) -> int:
    """Audit, write the reports, and say how it came out."""
    from linter.audit.inquiry import inquire  # noqa: PLC0415 - not needed for help
    from linter.crawl.run import Crawl  # noqa: PLC0415 - as above

    evidence, replay = folders(given, lang)
    if given["offline"] and (evidence or replay):
        raise click.UsageError(OFFLINE[lang])
    settings = find_config(given["config"], given["targets"])
    network = network_of(given, settings)
    outputs = _outputs(given["form"], given["output"], lang)
    if given["output"]:
        from linter.cli.outputs import separate  # noqa: PLC0415 - not for every audit

        files = [file for _, file in outputs]
        page = [given["html"]] if given["html"] else []
        separate(files, settings, given["targets"], (evidence, replay), others=page)
    asked, options = _inquiry(given), _run_options(given, settings, lang)
    crawl = Crawl(
        network=replace(network, passes=min(network.passes, 1)),
        evidence=evidence,
        replay=replay,
        secrets=secrets(),
    )
    result, report = inquire(asked, options, crawl, lang=lang, version=__version__)
    for form, file in outputs:
        out(_rendered(form, result, report, lang), file, people=form == "text")
    word = {"de": "Fehler", "en": "error"}[lang]
    for line in result.errors:
        sys.stderr.write(f"amtlint: {word}: {line}\n")
    if result.errors:
        return EXIT_ERROR
    if result.open(given["fail_on"] or settings.fail_on):
        return EXIT_FINDINGS
    return 0 if result.looked else EXIT_NOTHING


def _inquiry(given: dict[str, Any]) -> Inquiry:
    """What is audited, as the command line has it."""
    from linter.audit.inquiry import Inquiry  # noqa: PLC0415 - not needed for help

    return Inquiry(
        targets=given["targets"],
        authority=given["authority"],
        kind=given["kind"] or "",
        page=_page(given["html"]) if given["html"] else None,
        file=given["html"] or "",
        offline=given["offline"],
    )


def _run_options(given: dict[str, Any], settings: Config, lang: str) -> RunOptions:
    """The command line and the config as a run takes them."""
    from linter.run import RunOptions  # noqa: PLC0415 - not needed for help

    return RunOptions(
        as_of=given["as_of"],
        config=settings,
        select=given["select"],
        ignore=given["ignore"],
        extend_select=given["extend_select"],
        packs=given["packs"],
        cache_dir=cache_dir(),
        lang=lang,
    )


def _outputs(form: str, output: tuple[str, ...], lang: str) -> list[tuple[str, str]]:
    pairs = [(form, "")]
    for item in output:
        name, equals, file = item.partition("=")
        if not equals or not file or name not in FORMATS:
            known = ", ".join(FORMATS)
            raise click.UsageError(
                {
                    "de": f"--output erwartet FORMAT=DATEI mit {known}, nicht „{item}“.",
                    "en": f"--output takes FORMAT=FILE with {known}, not “{item}”.",
                }[lang]
            )
        pairs.append((name, "" if file == "-" else file))
    return pairs


def _page(name: str) -> bytes:
    from linter.cli.inspect import read_file  # noqa: PLC0415 - only with --html

    data, _ = read_file(name)
    if not data.strip():
        raise LinterError({"de": "Die Datei ist leer.", "en": "The file is empty."}, path=name)
    return data


def _rendered(form: str, result: Result, report: Audit, lang: str) -> str:
    from linter.audit import shown  # noqa: PLC0415 - not needed for help

    if form == "markdown":
        return shown.as_markdown(report)
    if form == "html":
        return shown.as_html(report, lang)
    if form == "json":
        return shown.as_json(report, result, lang, __version__)
    return shown.as_text(report, columns() if sys.stdout.isatty() else 100)
