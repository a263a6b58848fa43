"""`amtlint rules check`: is a pack of one's own in order?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.texts import spoken
from linter.errors import LinterError
from linter.text import LANGUAGES

if TYPE_CHECKING:
    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Rule
    from linter.text import Text

ABOUT: Text = {
    "de": """Ein eigenes Regelpaket prüfen.

ORDNER ist ein Paket (mit pack.yaml) oder enthält mehrere. Es wird streng geladen, alle Beispiele
werden gerechnet. Jeder Fehler ist eine Zeile mit Datei, Zeile und Spalte. Rückgabewert: 0 in
Ordnung, 2 nicht in Ordnung.""",
    "en": """Check a pack of your own.

DIR is a pack (with a pack.yaml) or holds several. It is loaded strictly and all examples are
run. Each fault is a line with file, line and column. Exit codes: 0 in order, 2 not in
order.""",
}
SAMPLES: Text = {
    "de": "amtlint rules check hausregeln/",
    "en": "amtlint rules check house-rules/",
}
FOLDER: Text = {"de": "ORDNER", "en": "DIR"}
NO_FOLDER: Text = {"de": "Das ist kein Ordner.", "en": "This is not a folder."}
NO_PACK: Text = {
    "de": "In diesem Ordner liegt kein Regelpaket (pack.yaml fehlt).",
    "en": "There is no rule pack in this folder (pack.yaml is missing).",
}
EXAMPLE: Text = {
    "de": "{code}, Beispiel {number}: {problem}",
    "en": "{code}, example {number}: {problem}",
}
IN_ORDER: Text = {
    "de": "In Ordnung: {rules}, {examples}.",
    "en": "In order: {rules}, {examples}.",
}
RULES: tuple[Text, Text] = (
    {"de": "{n} Regel", "en": "{n} rule"},
    {"de": "{n} Regeln", "en": "{n} rules"},
)
EXAMPLES: tuple[Text, Text] = (
    {"de": "{n} Beispiel", "en": "{n} example"},
    {"de": "{n} Beispiele", "en": "{n} examples"},
)
PAGES = "pages"
"""The folder beside a pack's rules with the pages that its examples name by file."""
FAULTS: Text = {"de": "Fehler: {count}", "en": "faults: {count}"}


def command(lang: str) -> click.Command:
    """The command in the language."""

    @spoken("check", lang, ABOUT, SAMPLES)
    @click.argument("folder", metavar=FOLDER[lang], type=click.Path())
    @options.language(lang)
    def check(folder: str) -> int:
        problems, rules = examined(folder)
        for problem in problems:
            click.echo(problem.render(lang))
        if problems:
            click.echo(FAULTS[lang].format(count=len(problems)))
            return 2
        examples = sum(len(rule.examples) for rule in rules)
        click.echo(
            IN_ORDER[lang].format(
                rules=RULES[len(rules) != 1][lang].format(n=len(rules)),
                examples=EXAMPLES[examples != 1][lang].format(n=examples),
            )
        )
        return 0

    return check


def examined(folder: str) -> tuple[list[LinterError], list[Rule]]:
    """What is wrong with the packs in a folder, and their rules; plug-ins that are broken before it.

    They are held against the built-in packs alone: a plug-in's or a configured copy of the
    same pack would only say that its codes are taken. A copy of a built-in pack is checked in
    the place of that.
    """
    from linter.cli.settings import cache_dir  # noqa: PLC0415 - not needed for help
    from linter.plugins import load_plugins  # noqa: PLC0415
    from linter.rulebook.book import load_rulebook  # noqa: PLC0415
    from linter.rulebook.cold import warmed  # noqa: PLC0415
    from linter.rulebook.load import load_packs  # noqa: PLC0415

    if not Path(folder).is_dir():
        raise LinterError(NO_FOLDER, path=folder)
    broken = load_plugins(strictly=False).errors  # the others' checks are there
    base = load_rulebook(cache_dir=cache_dir())
    data = load_packs(Path(folder), documents=base.documents, tree=base.fields, foreign=True)
    if not data.packs and not data.problems:
        raise LinterError(NO_PACK, path=folder)
    if data.problems:
        return broken + data.problems, []
    book = load_rulebook([folder], cache_dir=None, instead=True)
    rules = [warmed(rule, [folder]) for rule in book.rules if rule.pack in data.packs]
    faults = [problem for rule in rules for problem in _examples(book, rule, folder)]
    return broken + faults, rules


def _examples(book: Rulebook, rule: Rule, folder: str) -> list[LinterError]:
    from linter.rulebook.cold import file_of  # noqa: PLC0415 - not needed for help
    from linter.rulebook.compiled import rules_root  # noqa: PLC0415 - as above
    from linter.testing import run_example  # noqa: PLC0415 - as above

    file = file_of(rule, [folder])
    beside = (file.parent if file is not None else Path(folder)) / PAGES
    # a built-in pack's pages lie elsewhere
    pages = beside if beside.is_dir() or not Path(rules_root(), rule.pack).is_dir() else None
    return [
        _fault(rule, number, dict(zip(LANGUAGES, problem, strict=True)), folder)
        for number, example in enumerate(rule.examples, 1)
        if run_example(book, rule, example, pages=pages)
        for problem in zip(
            *(run_example(book, rule, example, lang, pages) for lang in LANGUAGES), strict=True
        )
    ]


def _fault(rule: Rule, number: int, problem: Text, folder: str) -> LinterError:
    """A fault at the example it is about."""
    from linter.registry.nodes import Mapping, Sequence  # noqa: PLC0415 - only for a fault
    from linter.registry.parse import parse  # noqa: PLC0415
    from linter.rulebook.cold import file_of  # noqa: PLC0415

    path = file_of(rule, [folder])
    line = column = 0
    if path is not None:
        document = parse(path.read_text("utf-8"), str(path))
        root = document.root
        node = root.entries.get("examples") if type(root) is Mapping else None
        if type(node) is Sequence:
            line, column = document.position(document.span(node.items[number - 1])[0])
    text = {
        lang: EXAMPLE[lang].format(code=rule.code, number=number, problem=problem[lang])
        for lang in LANGUAGES
    }
    return LinterError(text, path=str(path or rule.path), line=line, column=column)
