"""The options of what reads the web, for a record of it: written, or read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from linter.cli.options import METAVARS

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.cli.options import Function
    from linter.text import Text

HELP: dict[str, Text] = {
    "evidence": {
        "de": "Alles Gelesene als Beleg in diesen Ordner schreiben (WARC).",
        "en": "Record all that is read into this folder as evidence (WARC).",
    },
    "replay": {
        "de": "Eine aufgezeichnete Nacht noch einmal prüfen, ohne Netz.",
        "en": "Lint a recorded night again, without network.",
    },
}
ONE_OF: Text = {
    "de": "--evidence und --replay schließen sich aus: Eine Wiedergabe liest nichts Neues.",
    "en": "--evidence and --replay exclude each other: a replay reads nothing new.",
}


def evidence_options(lang: str) -> Callable[[Function], Function]:
    """--evidence and --replay."""

    def decorated(function: Function) -> Function:
        for name in ("replay", "evidence"):
            function = click.option(
                f"--{name}", type=click.Path(), metavar=METAVARS["folder"][lang],
                help=HELP[name][lang],
            )(function)  # fmt: skip
        return function

    return decorated


def folders(given: dict[str, Any], lang: str) -> tuple[str, str]:
    """Where to write and what to read again, taken out of what was given; one of them at most."""
    evidence, replay = given.pop("evidence"), given.pop("replay")
    if evidence and replay:
        raise click.UsageError(ONE_OF[lang])
    return evidence or "", replay or ""
