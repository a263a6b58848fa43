"""`amtlint rules`: the rulebook as a table; `amtlint rules check`: is a pack in order?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.texts import spoken
from linter.errors import visible

if TYPE_CHECKING:
    from datetime import date

    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Rule
    from linter.text import Text

ABOUT: Text = {
    "de": """Die Regeln auflisten oder ein eigenes Regelpaket prüfen.

Ohne Angabe alle; sonst die, auf die Code, Name, Anfang, Schlagwort oder Paket passt. „needs“
sagt, woraus eine Regel entschieden werden kann: registry (das Register), profile (das
öffentliche Profil), web (die Seiten dahinter). Mehr zu einer Regel: amtlint explain CODE.

„amtlint rules check ORDNER“ prüft ein eigenes Regelpaket: Es wird streng geladen, alle seine
Beispiele werden gerechnet, und jeder Fehler steht mit Datei, Zeile und Spalte da. Rückgabewert: 0 in
Ordnung, 2 nicht in Ordnung.""",
    "en": """List the rules or check a pack of your own.

All of them, or those that a code, name, prefix, tag or pack matches. “needs” says what a rule
can be decided from: registry, profile (the public profile), web (the pages behind it). More
about a rule: amtlint explain CODE.

“amtlint rules check DIR” checks a pack of your own: it is loaded strictly, all of its examples
are run, and each fault is printed with file, line and column. Exit codes: 0 in order, 2 not
in order.""",
}
SAMPLES: Text = {
    "de": """amtlint rules
amtlint rules NRW1 privacy
amtlint rules --pack impressum --format markdown
amtlint rules --format json
amtlint rules check hausregeln/""",
    "en": """amtlint rules
amtlint rules NRW1 privacy
amtlint rules --pack impressum --format markdown
amtlint rules --format json
amtlint rules check house-rules/""",
}
COLUMNS = ("code", "name", "severity", "pack", "needs")
TITLE: Text = {"de": "Titel", "en": "title"}
COUNT: Text = {"de": "Regeln: {rules}, Pakete: {packs}", "en": "rules: {rules}, packs: {packs}"}
OF_PACK: Text = {
    "de": "Nur Regeln dieser Pakete; wiederholbar oder mit Komma.",
    "en": "Only rules of these packs; repeatable or with commas.",
}
NO_PACK: Text = {
    "de": "Ein Regelpaket „{word}“ gibt es nicht.",
    "en": "There is no rule pack “{word}”.",
}
IN_FORCE: Text = {
    "de": "Nur Regeln, die an diesem Tag in Kraft sind (JJJJ-MM-TT); Vorgabe: alle.",
    "en": "Only rules in force on this day (YYYY-MM-DD); default: all.",
}


class WithCheck(click.Command):
    """The listing, except where the first word is `check`: then that command takes over."""

    lang = "en"

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Hand over to `rules check` where it is meant."""
        if args[:1] != ["check"]:
            return super().make_context(info_name, args, parent, **extra)
        from linter.cli.rules_check import command as check  # noqa: PLC0415 - rarely called

        return check(self.lang).make_context(f"{info_name} check", args[1:], parent, **extra)


def command(lang: str) -> click.Command:
    """The command in the language."""

    @spoken("rules", lang, ABOUT, SAMPLES, cls=WithCheck)
    @click.argument("selectors", nargs=-1, metavar="[CODE|NAME…]", shell_complete=options.selectors)
    @options.output_format("text", "json", "markdown", lang=lang)
    @options.packs(lang, OF_PACK)
    @click.option(
        "--as-of",
        type=options.Day(lang),
        metavar=options.METAVARS["day"][lang],
        help=IN_FORCE[lang],
    )
    @options.config(lang)
    @options.language(lang)
    def rules(
        selectors: tuple[str, ...],
        output_format: str,
        packs: tuple[str, ...],
        as_of: date | None,
        config: str | None,
    ) -> None:
        from linter.cli.books import open_book  # noqa: PLC0415 - not needed for help

        book, folders = open_book(config)
        words = options.split_words(selectors)
        chosen = choose(book, words, packs, as_of)
        click.echo(listed(book, chosen, output_format, lang, folders))

    if isinstance(rules, WithCheck):
        rules.lang = lang
    return rules


def choose(
    book: Rulebook, words: tuple[str, ...], packs: tuple[str, ...], as_of: date | None
) -> list[Rule]:
    """The rules that the words and packs leave, in order of their codes."""
    from linter.cli.explain import unknown  # noqa: PLC0415 - as above
    from linter.rulebook.select import matches  # noqa: PLC0415

    for word in words:
        if not any(matches(rule, word) for rule in book.rules):
            raise unknown(book, word)
    for pack in packs:
        if pack not in book.packs:
            raise unknown(book, pack, sorted(book.packs), NO_PACK)
    return [
        rule
        for rule in book.rules
        if (not words or any(matches(rule, word) for word in words))
        and (not packs or rule.pack in packs)
        and (as_of is None or rule.in_force(as_of))
    ]


def listed(
    book: Rulebook, rules: list[Rule], output_format: str, lang: str, folders: list[str]
) -> str:
    """The rules in a format."""
    if output_format == "json":
        from linter.cli.explain import told  # noqa: PLC0415
        from linter.rulebook.cold import warmed  # noqa: PLC0415

        return told(book, [warmed(rule, folders) for rule in rules], "json", lang)
    rows = [
        [rule.code, rule.name, rule.severity, rule.pack, ",".join(rule.needs), rule.title[lang]]
        for rule in rules
    ]
    head = [*COLUMNS, TITLE[lang]]
    count = COUNT[lang].format(rules=len(rules), packs=len({rule.pack for rule in rules}))
    return _markdown(head, rows) if output_format == "markdown" else _table(head, rows, count)


def _table(head: list[str], rows: list[list[str]], count: str) -> str:
    widths = [max(len(row[index]) for row in [head, *rows]) for index in range(len(head) - 1)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in [head, *rows]
    ]
    return "\n".join([*(visible(line) for line in lines), "", count])


def _markdown(head: list[str], rows: list[list[str]]) -> str:
    from linter.rulebook.explain import inline  # noqa: PLC0415

    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(inline(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)
