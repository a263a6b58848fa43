"""`amtlint explain`: everything about a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.texts import did_you_mean, spoken
from linter.errors import LinterError
from linter.text import LANGUAGES

if TYPE_CHECKING:
    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Rule
    from linter.text import Text

ABOUT: Text = {
    "de": """Alles über eine Regel.

Warum es sie gibt und aus welcher Quelle (mit Fundstelle, Datum und Wortlaut), warum sie so
schwer wiegt, für wen sie gilt, was zu tun ist, ob eine Ausnahme möglich ist, und Beispiele.
Genannt werden kann der Code, der Name oder ein früherer Code; zu einem Paket, Schlagwort oder
Anfang werden die Regeln aufgezählt.""",
    "en": """Everything about a rule.

Why it exists and from which source (with passage, date and wording), why it weighs as much as
it does, whom it applies to, what to do, whether it can be waived, and examples. Name it by its
code, its name or a former code; of a pack, a tag or a beginning the rules are listed.""",
}
SAMPLES = """amtlint explain NRW101
amtlint explain person-name-in-handle IMP101 --lang en
amtlint explain NRW101 --format json"""

UNKNOWN: Text = {
    "de": "Eine Regel „{word}“ gibt es nicht.",
    "en": "There is no rule “{word}”.",
}
ALL_RULES: Text = {
    "de": "„amtlint rules“ zeigt alle Regeln.",
    "en": "“amtlint rules” lists all rules.",
}
MANY: Text = {
    "de": "Zu „{word}“ gehören mehrere Regeln; mehr zu jeder mit „amtlint explain CODE“.",
    "en": "“{word}” stands for several rules; `amtlint explain CODE` tells more of each.",
}
MOVED: Text = {
    "de": "„{word}“ heißt jetzt {code} {name}.",
    "en": "“{word}” is now {code} {name}.",
}


def command(lang: str) -> click.Command:
    """The command in the language."""

    @spoken("explain", lang, ABOUT, SAMPLES)
    @click.argument(
        "words", metavar="CODE|NAME…", nargs=-1, required=True, shell_complete=options.selectors
    )
    @options.output_format("text", "json", "markdown", lang=lang)
    @options.config(lang)
    @options.language(lang)
    def explain(words: tuple[str, ...], output_format: str, config: str | None) -> None:
        from linter.cli.books import open_book  # noqa: PLC0415 - not needed for help
        from linter.rulebook.cold import warmed  # noqa: PLC0415

        book, folders = open_book(config)
        asked, groups = asked_for(book, words, lang)
        if output_format != "text":  # whoever asks for a page or for data wants to have it all
            asked, groups = list(dict.fromkeys(sum(groups.values(), asked))), {}
        rules = [warmed(rule, folders) for rule in asked]
        parts = [told(book, rules, output_format, lang)] if rules else []
        parts += [_listed(book, word, group, lang, folders) for word, group in groups.items()]
        click.echo("\n\n".join(parts))

    return explain


def asked_for(
    book: Rulebook, words: tuple[str, ...], lang: str
) -> tuple[list[Rule], dict[str, list[Rule]]]:
    """The rules in the order asked for, each once, and those of packs, tags and beginnings.

    A former name is announced on stderr.
    """
    from linter.rulebook.select import matches  # noqa: PLC0415 - not needed for help

    rules: list[Rule] = []
    groups: dict[str, list[Rule]] = {}
    for word in words:
        rule = book.find(word)
        if rule is None:
            group = [one for one in book.rules if word and matches(one, word)]
            if not group:
                raise unknown(book, word)
            if len(group) > 1:
                groups[word] = group
            elif group[0] not in rules:
                rules.append(group[0])
            continue
        if word.casefold() not in (rule.code.casefold(), rule.name):
            click.echo(MOVED[lang].format(word=word, code=rule.code, name=rule.name), err=True)
        if rule not in rules:
            rules.append(rule)
    return rules, groups


def _listed(book: Rulebook, word: str, group: list[Rule], lang: str, folders: list[str]) -> str:
    from linter.cli.rules import listed  # noqa: PLC0415 - only for a group

    return f"{MANY[lang].format(word=word)}\n\n{listed(book, group, 'text', lang, folders)}"


def unknown(
    book: Rulebook, word: str, known: list[str] | None = None, said: Text = UNKNOWN
) -> LinterError:
    """The error for a word that names no rule, tag or pack; known: what it could have been."""
    if known is None:
        from linter.rulebook.select import beginning  # noqa: PLC0415 - only after a mistake

        known = [key for rule in book.rules for key in (rule.code, rule.name, *rule.redirects)]
        known += [*sorted({tag for rule in book.rules for tag in rule.tags}), *book.packs]
        if (begins := beginning(book, word)) is not None:
            return LinterError(
                {lang: said[lang].format(word=word) for lang in LANGUAGES}, hint=begins
            )
    hints = {lang: did_you_mean(word, known, lang).strip() or ALL_RULES[lang] for lang in LANGUAGES}
    return LinterError({lang: said[lang].format(word=word) for lang in LANGUAGES}, hint=hints)


def told(book: Rulebook, rules: list[Rule], output_format: str, lang: str) -> str:
    """The rules in a format."""
    from linter.rulebook import explain  # noqa: PLC0415 - as above

    if output_format == "json":
        import json  # noqa: PLC0415

        data = {
            "version": 1,
            "rulebook": f"sha256:{book.digest}",
            "rules": [explain.as_data(rule, book.documents) for rule in rules],
        }
        return json.dumps(data, ensure_ascii=False, indent=2)
    documents = book.documents
    if output_format == "markdown":
        return "\n".join(explain.as_markdown(rule, documents, lang) for rule in rules).rstrip("\n")
    import sys  # noqa: PLC0415 - as above

    from linter.cli.settings import columns  # noqa: PLC0415

    width = min(columns(), explain.WIDTH) if sys.stdout.isatty() else explain.WIDTH
    texts = [explain.as_text(rule, documents, lang, max(width, 30)) for rule in rules]
    return "\n\n".join(texts).rstrip("\n")
