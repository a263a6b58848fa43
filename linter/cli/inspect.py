"""`amtlint inspect`: what is recognised on a web page, for a person or as JSON."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.texts import spoken
from linter.errors import LinterError, visible

if TYPE_CHECKING:
    from linter.text import Text

ABOUT: Text = {
    "de": """Zeigen, was auf einer Webseite erkannt wird.

Gelesen wird eine gespeicherte Seite (HTML, Text oder Markdown) oder mit - die Standardeingabe.
Gezeigt werden die Art der Seite mit ihren Gründen, die Angaben eines Impressums in den Worten der
Seite, was eine Datenschutzerklärung enthält, und die Links zu beidem. Beurteilt wird hier nichts.""",
    "en": """Show what is recognised on a web page.

A saved page is read (HTML, text or Markdown), or with - standard input. Shown are the kind of page
with the reasons for it, the details of an Impressum in the page's words, what a privacy notice
contains, and the links to both. Nothing is judged here.""",
}
SAMPLES = """amtlint inspect impressum.html
amtlint inspect impressum.html datenschutz.html --format json
curl -s https://www.musterhausen.example/impressum | amtlint inspect -"""
MOST_INPUT = 50_000_000
"""Bytes read of one page; how much of it is then looked at, the reader decides."""
TYPES = {".txt": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}
EXIT_ERROR = 2

NO_FETCH: Text = {
    "de": "Adressen werden noch nicht abgerufen.",
    "en": "Addresses are not fetched yet.",
}
SAVE_FIRST: Text = {
    "de": "Speichern Sie die Seite und nennen Sie die Datei, oder leiten Sie sie mit - hinein.",
    "en": "Save the page and name the file, or pipe it in with -.",
}
IS_PDF: Text = {
    "de": "Das ist ein PDF, keine Webseite.",
    "en": "This is a PDF, not a web page.",
}
NO_FILE: Text = {
    "de": "Die Datei lässt sich nicht lesen: {why}.",
    "en": "The file cannot be read: {why}.",
}
WHY: dict[type[OSError], Text] = {
    FileNotFoundError: {"de": "es gibt sie nicht", "en": "there is none of that name"},
    IsADirectoryError: {"de": "es ist ein Ordner", "en": "it is a folder"},
    PermissionError: {"de": "keine Berechtigung", "en": "permission denied"},
}
OTHERWISE: Text = {"de": "Zugriff fehlgeschlagen", "en": "access failed"}


def command(lang: str) -> click.Command:
    """The command in the language."""

    @spoken("inspect", lang, ABOUT, SAMPLES)
    @click.argument(
        "files", nargs=-1, required=True, metavar={"de": "DATEI|-…", "en": "FILE|-…"}[lang]
    )
    @options.output_format("text", "json", lang=lang)
    @options.language(lang)
    @click.pass_context
    def inspect(context: click.Context, *, files: tuple[str, ...], output_format: str) -> None:
        pages, refused = inspected(files)
        if output_format == "json":
            from linter.report.escape import as_json  # noqa: PLC0415 - not needed for help

            click.echo(as_json({"version": 1, "pages": pages}), nl=False)
        elif pages:
            from linter.cli.inspect_view import as_text  # noqa: PLC0415 - as above

            click.echo("\n\n".join(as_text(page, lang) for page in pages))
        for error in refused:
            word = {"de": "Fehler", "en": "error"}[lang]
            click.echo(f"amtlint: {word}: {error.render(lang)}", err=True)
        if refused:
            context.exit(EXIT_ERROR)

    return inspect


def inspected(files: tuple[str, ...]) -> tuple[list[dict[str, Any]], list[LinterError]]:
    """What is recognised on each page, and the files that could not be read."""
    from linter.pages import read_page  # noqa: PLC0415 - not needed for help
    from linter.pages.inspection import inspection  # noqa: PLC0415

    pages, refused = [], []
    for name in files:
        try:
            data, kind = read_file(name)
        except LinterError as error:
            refused.append(error)
            continue
        path = "<stdin>" if name == "-" else name
        pages.append(inspection(read_page(data, content_type=kind), path))
    return pages, refused


def read_file(name: str) -> tuple[bytes, str]:
    """A page's bytes, and its type where the name tells it."""
    if name == "-":
        return sys.stdin.buffer.read(MOST_INPUT), ""
    if name.lower().startswith(("http://", "https://")):
        raise LinterError(NO_FETCH, path=visible(name), hint=SAVE_FIRST)
    try:
        with open(name, "rb", opener=_open) as stream:
            data = stream.read(MOST_INPUT)
    except (OSError, ValueError) as error:
        why = next((text for kind, text in WHY.items() if isinstance(error, kind)), OTHERWISE)
        raise LinterError(
            {lang: NO_FILE[lang].format(why=why[lang]) for lang in NO_FILE}, path=name
        ) from None
    if data.startswith(b"%PDF-"):
        raise LinterError(IS_PDF, path=name)
    return data, TYPES.get(os.path.splitext(name)[1].lower(), "")  # noqa: PTH122


def _open(name: str, flags: int) -> int:
    """Open without waiting for a writer that a named pipe may never have."""
    descriptor = os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
    if stat.S_ISDIR(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise IsADirectoryError(name)
    os.set_blocking(descriptor, True)
    return descriptor
