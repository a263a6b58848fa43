"""`amtlint crawl`: read the public profiles and the pages behind them, then lint everything."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from linter.cli.check import Asked, chosen_outputs, lint_options, report, run_options
from linter.cli.evidence_options import evidence_options, folders
from linter.cli.main import EXIT_ERROR, complain
from linter.cli.network_options import network_of, network_options, secrets
from linter.cli.options import METAVARS, config, language
from linter.cli.settings import find_config
from linter.cli.texts import spoken
from linter.errors import visible

if TYPE_CHECKING:
    from linter.crawl.network import Network
    from linter.crawl.observation import Observation
    from linter.crawl.progress import Progress
    from linter.delivery.deliver import Delivery, Owed
    from linter.delivery.notices import Notice
    from linter.findings.finding import Result
    from linter.registry.account import Account
    from linter.text import Text

ABOUT: Text = {
    "de": """Öffentliche Profile und die Seiten dahinter lesen, dann alles prüfen.

Gelesen wird, was Besucher ohne Anmeldung sehen: Profil, Website, Impressum, Datenschutzerklärung.
amtlint nennt sich beim Abruf, hält sich an robots.txt und geht sparsam mit fremden Servern um;
es meldet sich nirgends an. Was nicht zu lesen war, bleibt „nicht prüfbar“, mit dem Grund.

Mit --history merkt es sich jede Nacht und sagt, was neu ist; ein abgebrochener Lauf geht weiter, ohne
noch einmal zu fragen. Rückgabewert wie bei „amtlint check“.""",
    "en": """Read the public profiles and the pages behind them, then lint everything.

What visitors see without a login is read: profile, website, Impressum, privacy notice. amtlint says
who asks, obeys robots.txt and goes easy on other people's servers; it never logs in. What could
not be read stays “unknown”, with the reason.

With --history it remembers each night and says what is new; a run that was interrupted goes on without
asking again. Exit codes as with `amtlint check`.""",
}
SAMPLES = """
amtlint crawl accounts/
amtlint crawl accounts/ --history nights.sqlite --only new --output markdown=news.md
amtlint crawl accounts/ --evidence night/
amtlint crawl accounts/ --replay night/ --as-of 2026-11-25
"""
HELP: dict[str, Text] = {
    "history": {
        "de": "Datei der Nächte (SQLite): vergleichen, fortsetzen, merken.",
        "en": "File of the nights (SQLite): compare, resume, remember.",
    },
    "only": {
        "de": "Nur zeigen, was seit der letzten Nacht neu ist (braucht --history).",
        "en": "Show only what is new since the last night (needs --history).",
    },
    "quiet": {"de": "Keinen Fortschritt zeigen.", "en": "Show no progress."},
}
ONLY_NEEDS: Text = {
    "de": "--only new braucht --history: Ohne frühere Nächte ist alles neu.",
    "en": "--only new needs --history: without earlier nights everything is new.",
}


def command(lang: str) -> click.Command:
    """The command in a language."""

    @lint_options(lang)
    @evidence_options(lang)
    @click.option(
        "--history",
        type=click.Path(dir_okay=False),
        metavar=METAVARS["file"][lang],
        help=HELP["history"][lang],
    )
    @click.option("--only", type=click.Choice(["new"]), help=HELP["only"][lang])
    @click.option("--quiet", "-q", is_flag=True, help=HELP["quiet"][lang])
    @network_options(lang)
    @config(lang)
    @language(lang)
    def crawl(**given: Any) -> int:
        return run(given, lang)

    return spoken("crawl", lang, ABOUT, SAMPLES)(crawl)


LONG = 20
"""Accounts from which a forecast is worth a line, and a bar its place."""
DELIVERY: Text = {"de": "Benachrichtigung fehlgeschlagen", "en": "notification failed"}


def run(given: dict[str, Any], lang: str) -> int:
    """Crawl, report, deliver, and say how it came out."""
    settings = find_config(given["config"], given["paths"])
    network = network_of(given, settings)
    evidence, replay = folders(given, lang)
    history, only, quiet = (given.pop(name) for name in ("history", "only", "quiet"))
    if only and not history:
        raise click.UsageError(ONLY_NEEDS[lang])
    asked = Asked(**given, skip_unmarked=False)
    outputs = chosen_outputs(asked, lang, settings, history or "", (evidence, replay))
    from linter.crawl.desk import processes_of  # noqa: PLC0415 - not needed for help
    from linter.crawl.run import Crawl, lint_web  # noqa: PLC0415 - not needed for help
    from linter.delivery.notices import notices as notices_of  # noqa: PLC0415 - as above

    notices = notices_of(settings.notify, settings.fault)
    hopeless = _foreseen(outputs)
    codes: list[int] = []

    def publish(result: Result) -> None:
        watching.stack.close()  # a bar and the findings do not go together
        codes.append(report(result, asked, settings, outputs, lang, hopeless))

    def tell(result: Result, owed: list[Owed]) -> list[Owed]:
        if not notices or replay:
            return owed
        told = delivered(result, notices, network, lang, owed)
        codes.extend(EXIT_ERROR for _ in told.failed)
        return told.owed

    gc.freeze()
    with Watching(network, lang, quiet=quiet or bool(replay)) as watching:
        lint_web(
            run_options(asked, settings, lang),
            Crawl(
                network=network,
                evidence=evidence,
                replay=replay,
                history=history or "",
                only_new=bool(only),
                secrets=secrets(),
                processes=processes_of(network.processes),
                forecast=watching.begin,
                told=watching.tell,
                paused=watching.pause,
                publish=publish,
                deliver=tell,
            ),
        )
    return codes[-1]


def _foreseen(outputs: list[tuple[str, str]]) -> frozenset[str]:
    """The files that cannot be written, told before the first request."""
    from linter.cli.outputs import unwritable  # noqa: PLC0415 - not needed for help

    faults = list(unwritable(file for _, file in outputs))
    for fault in faults:
        complain(fault)
    return frozenset(fault.path for fault in faults)


def delivered(
    result: Result, notices: tuple[Notice, ...], network: Network, lang: str, owed: list[Owed]
) -> Delivery:
    """Tell everybody who is to be told; what does not arrive is a line on stderr."""
    from linter.delivery.deliver import deliver  # noqa: PLC0415 - only where it is wanted

    now = datetime.now().astimezone()
    told = deliver(result, notices, os.environ, now, lang=lang, network=network, owed=owed)
    for line in told.failed:
        sys.stderr.write(f"amtlint: {DELIVERY[lang]}: {visible(line)}\n")
    return told


class Watching:
    """What somebody who waits is told, on stderr: a forecast, then how far the run is."""

    def __init__(self, network: Network, lang: str, *, quiet: bool) -> None:
        self.network = network
        self.lang = lang
        self.quiet = quiet
        self.stack = ExitStack()
        self.progress: Progress | None = None

    def __enter__(self) -> Watching:
        return self

    def __exit__(self, *about: object) -> None:
        self.stack.close()

    def begin(self, accounts: int, requests: dict[str, int]) -> None:
        """Before the first request."""
        from linter.crawl.forecast import forecast  # noqa: PLC0415 - not needed for help
        from linter.crawl.progress import Progress  # noqa: PLC0415 - as above

        if not self.quiet and accounts >= LONG:
            told = forecast(requests, self.network).text[self.lang]
            sys.stderr.write(f"amtlint: {visible(told)}\n")
        progress = Progress(
            sys.stderr, accounts, lang=self.lang, quiet=self.quiet, few=accounts < LONG
        )
        self.progress = self.stack.enter_context(progress)

    def tell(self, _: Account, __: Observation, put_off: bool) -> None:
        """One account was read, or put off to a later pass."""
        if self.progress is not None:
            self.progress.advance(put_off=put_off)

    def pause(self, seconds: float) -> None:
        """Some could not be read, and come again after a while."""
        if self.progress is not None:
            self.progress.next_pass(seconds)
