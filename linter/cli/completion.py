"""`amtlint completion`: the shell's script; and what completes codes and pack names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, get_completion_class

from linter.cli import options
from linter.cli.texts import spoken

if TYPE_CHECKING:
    from linter.rulebook.book import Rulebook
    from linter.text import Text

SHELLS = ("bash", "zsh", "fish")

ABOUT: Text = {
    "de": """Das Skript ausgeben, mit dem die Shell Befehle, Optionen und Codes vervollständigt.

Für diese Sitzung genügt: eval "$(amtlint completion bash)". Dauerhaft gehört dieselbe Zeile in
~/.bashrc oder ~/.zshrc; für fish das Skript nach ~/.config/fish/completions/amtlint.fish.""",
    "en": """Print the script with which the shell completes commands, options and codes.

For this session: eval "$(amtlint completion bash)". To keep it, put the same line into
~/.bashrc or ~/.zshrc; for fish, the script into ~/.config/fish/completions/amtlint.fish.""",
}
SAMPLES = """amtlint completion bash
eval "$(amtlint completion zsh)"
amtlint completion fish > ~/.config/fish/completions/amtlint.fish"""


def command(lang: str) -> click.Command:
    """The command in the language."""

    @spoken("completion", lang, ABOUT, SAMPLES)
    @click.argument("shell", metavar="[bash|zsh|fish]", type=click.Choice(SHELLS))
    @options.language(lang)
    def completion(shell: str) -> None:
        click.echo(script(shell))

    return completion


def script(shell: str) -> str:
    """Click's own script for a shell, for the program's name."""
    made_by = get_completion_class(shell)
    if made_by is None:  # pragma: no cover - click brings all three
        raise click.UsageError(shell)
    values = made_by(click.Command("amtlint"), {}, "amtlint", "_AMTLINT_COMPLETE")
    return values.source_template % values.source_vars()


def selectors(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the last of comma-separated codes, names, tags and packs' prefixes."""
    before, comma, part = incomplete.rpartition(",")
    rulebook = _rulebook()
    if rulebook is None:
        return []
    lang = _language()
    items = [(rule.code, rule.title[lang]) for rule in rulebook.rules]
    if part and not part[0].isupper():
        items = [(rule.name, rule.code) for rule in rulebook.rules]
        items += [
            (tag, "") for tag in sorted({tag for rule in rulebook.rules for tag in rule.tags})
        ]
    return [
        CompletionItem(before + comma + name, help=text or None)
        for name, text in items
        if name.startswith(part)
    ]


def pack_names(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete a pack's name."""
    rulebook = _rulebook()
    names = sorted(rulebook.packs) if rulebook else []
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def report_formats(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete a built-in format's name."""
    from linter.report import FORMATS  # noqa: PLC0415 - only while completing

    return [CompletionItem(name) for name in FORMATS if name.startswith(incomplete)]


def _language() -> str:
    """The language of a call without words of its own."""
    import os  # noqa: PLC0415 - only while completing

    from linter.cli.main import language  # noqa: PLC0415

    return language([], dict(os.environ))


def _rulebook() -> Rulebook | None:
    """The rulebook, or nothing: a shell that completes shows no errors."""
    from linter.cli.books import open_book  # noqa: PLC0415
    from linter.errors import LinterError  # noqa: PLC0415 - only while completing

    try:
        return open_book(None)[0]
    except LinterError:
        return None
