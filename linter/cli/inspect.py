"""`amtlint inspect`: what is recognised on a web page, for a person or as JSON."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.network_options import network_of, network_options
from linter.cli.settings import find_config
from linter.cli.texts import spoken
from linter.errors import LinterError, in_one_line, visible

if TYPE_CHECKING:
    from linter.crawl.capture import Capture
    from linter.text import Text

ABOUT: Text = {
    "de": """Zeigen, was auf einer Webseite erkannt wird.

Gelesen wird eine gespeicherte Seite (HTML, Text oder Markdown, auch als Webarchiv .mhtml oder Mail .eml),
eine Adresse oder mit - die Standardeingabe.
Gezeigt werden die Art der Seite mit ihren Gründen, die Angaben eines Impressums in den Worten der
Seite, was eine Datenschutzerklärung enthält, und die Links zu beidem. Beurteilt wird hier nichts.""",
    "en": """Show what is recognised on a web page.

A saved page is read (HTML, text or Markdown, also as a web archive .mhtml or a mail .eml), an address, or
with - standard input. Shown are the kind of page
with the reasons for it, the details of an Impressum in the page's words, what a privacy notice
contains, and the links to both. Nothing is judged here.""",
}
SAMPLES = """amtlint inspect impressum.html
amtlint inspect https://www.musterhausen.example/impressum
amtlint inspect impressum.html datenschutz.html --format json
cat impressum.html | amtlint inspect -"""
MOST_INPUT = 50_000_000
"""Bytes read of one page; how much of it is then looked at, the reader decides."""
PATIENCE = 10.0
"""Seconds in which somebody must begin to write into a named pipe."""
TYPES = {".txt": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}
EXIT_ERROR = 2

NOT_FETCHED: Text = {
    "de": "Die Seite ließ sich nicht abrufen ({why}).",
    "en": "The page could not be fetched ({why}).",
}
NO_FILE: Text = {
    "de": "Die Datei lässt sich nicht lesen: {why}.",
    "en": "The file cannot be read: {why}.",
}
FAILED: Text = {
    "de": "Das Lesen der Seite ist an einem Fehler dieses Programms gescheitert ({what}).",
    "en": "Reading the page failed because of a fault in this program ({what}).",
}
WHY: dict[type[OSError], Text] = {
    FileNotFoundError: {"de": "es gibt sie nicht", "en": "it does not exist"},
    IsADirectoryError: {"de": "es ist ein Ordner", "en": "it is a folder"},
    PermissionError: {"de": "keine Berechtigung", "en": "permission denied"},
    BlockingIOError: {"de": "niemand schreibt in die Pipe", "en": "nobody writes into the pipe"},
}
OTHERWISE: Text = {"de": "Zugriff fehlgeschlagen", "en": "access failed"}


def command(lang: str) -> click.Command:
    """The command in the language."""

    @spoken("inspect", lang, ABOUT, SAMPLES)
    @click.argument(
        "files", nargs=-1, required=True, metavar={"de": "DATEI|URL|-…", "en": "FILE|URL|-…"}[lang]
    )
    @options.output_format("text", "json", lang=lang)
    @network_options(lang)
    @options.config(lang)
    @options.language(lang)
    @click.pass_context
    def inspect(
        context: click.Context, /, *, files: tuple[str, ...], output_format: str, **given: Any
    ) -> None:
        pages, refused = inspected(files, given)
        if output_format == "json":
            from linter.pages.inspection import VERSION  # noqa: PLC0415 - not needed for help
            from linter.report.escape import as_json  # noqa: PLC0415 - as above

            click.echo(as_json({"version": VERSION, "pages": pages}), nl=False)
        elif pages:
            from linter.cli.inspect_view import as_text  # noqa: PLC0415 - as above

            click.echo("\n\n".join(as_text(page, lang) for page in pages))
        for error in refused:
            word = {"de": "Fehler", "en": "error"}[lang]
            click.echo(f"amtlint: {word}: {error.render(lang)}", err=True)
        if refused:
            context.exit(EXIT_ERROR)

    return inspect


def inspected(
    files: tuple[str, ...], given: dict[str, Any]
) -> tuple[list[dict[str, Any]], list[LinterError]]:
    """What is recognised on each page, and what could not be read; given: the network's options."""
    urls = [name for name in files if name.lower().startswith(("http://", "https://"))]
    captures = _fetched(urls, given) if urls else {}
    pages, refused = [], []
    for name in files:
        try:
            data, kind, url = _page_of(captures[name]) if name in captures else kept_page(name)
            pages.append(_inspected(data, kind, url, name))
        except LinterError as error:
            refused.append(error)
    return pages, refused


def _inspected(data: bytes, kind: str, url: str, name: str) -> dict[str, Any]:
    """What is recognised on one page; raises where it is none, or where this program fails at it."""
    from linter.cli.no_page import EMPTY, no_page  # noqa: PLC0415 - not needed for help
    from linter.pages import read_page  # noqa: PLC0415 - as above
    from linter.pages.inspection import inspection  # noqa: PLC0415

    if other := no_page(data, kind) or (None if data.strip() else EMPTY):
        raise LinterError(other, path=visible(name))
    path = "<stdin>" if name == "-" else name
    try:
        return inspection(read_page(data, url=url, content_type=kind), path)
    except Exception as error:  # one page must not hide the others
        what = in_one_line(error)
        text = {lang: FAILED[lang].format(what=what) for lang in FAILED}
        raise LinterError(text, path=visible(name)) from error


def _fetched(urls: list[str], given: dict[str, Any]) -> dict[str, Capture]:
    """The pages at addresses, asked as the crawl asks."""
    import asyncio  # noqa: PLC0415 - only for addresses

    from linter.crawl.asking import Ask  # noqa: PLC0415 - as above
    from linter.crawl.fetch import Fetcher  # noqa: PLC0415 - as above

    network = network_of(given, find_config(given["config"], ()))

    async def fetch() -> dict[str, Capture]:
        async with Fetcher(network) as fetcher:
            found = await asyncio.gather(*(fetcher.get(Ask(url, limit=MOST_INPUT)) for url in urls))
        return dict(zip(urls, found, strict=True))

    return asyncio.run(fetch())


def _page_of(capture: Capture) -> tuple[bytes, str, str]:
    """Bytes, type and address of what came back; raises where nothing did."""
    if capture.fault:
        text = {lang: NOT_FETCHED[lang].format(why=_why(capture, lang)) for lang in NOT_FETCHED}
        raise LinterError(text, path=visible(capture.url))
    return capture.body, capture.content_type, capture.final_url


def _why(capture: Capture, lang: str) -> str:
    """What went wrong, in the reader's words, with the status where a server answered."""
    from linter.checks.net_fault import told  # noqa: PLC0415 - only where something failed

    status = f", Status {capture.status}" if lang == "de" else f", status {capture.status}"
    return told(capture)[lang] + ("" if capture.status is None else status)


def kept_page(name: str) -> tuple[bytes, str, str]:
    """Bytes, type and address of the page in a file, which may be a web archive or a mail."""
    from linter.cli.no_page import NO_PAGE_KEPT  # noqa: PLC0415 - not needed for help
    from linter.pages.markup.archive import archived  # noqa: PLC0415 - as above

    data, kind = read_file(name)
    kept = archived(data)
    if kept is None:
        return data, kind, ""
    if not kept.body.strip():
        raise LinterError(NO_PAGE_KEPT, path=visible(name))
    return kept.body, kept.content_type, kept.url if kept.url.startswith("http") else ""


def read_file(name: str) -> tuple[bytes, str]:
    """A page's bytes, and its type where the name tells it."""
    if name == "-":
        return sys.stdin.buffer.read(MOST_INPUT), ""
    try:
        with open(name, "rb", opener=_open) as stream:
            data = stream.read(MOST_INPUT)
    except (OSError, ValueError) as error:
        why = next((text for kind, text in WHY.items() if isinstance(error, kind)), OTHERWISE)
        raise LinterError(
            {lang: NO_FILE[lang].format(why=why[lang]) for lang in NO_FILE}, path=name
        ) from None
    return data, TYPES.get(os.path.splitext(name)[1].lower(), "")  # noqa: PTH122


def _open(name: str, flags: int) -> int:
    """Open without waiting for a writer that a named pipe may never have."""
    descriptor = os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
    if stat.S_ISDIR(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise IsADirectoryError(name)
    os.set_blocking(descriptor, True)
    if stat.S_ISFIFO(os.fstat(descriptor).st_mode) and not _is_written(descriptor):
        os.close(descriptor)
        raise BlockingIOError(name)
    return descriptor


def _is_written(descriptor: int) -> bool:
    """Whether somebody writes into a pipe, or has; a writer that is only just starting is waited for."""
    import select  # noqa: PLC0415 - for pipes only

    return bool(select.select([descriptor], [], [], PATIENCE)[0])
