"""How the command line speaks German and English.

A command's own texts stand beside its code as {"de": …, "en": …}. What click itself says
("Usage", "No such option") comes from a gettext catalogue in `locale/`, the road click offers
for it: English needs nothing, German one small file that is read when click first speaks. Asking
gettext takes a millisecond, so that what every start needs of click's words stands here instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.text import Text

DOMAIN = "amtlint"

WORDS: dict[str, Text] = {
    "examples": {"de": "Beispiele:", "en": "Examples:"},
    "options": {"de": "[OPTIONEN]", "en": "[OPTIONS]"},
    "command": {"de": "BEFEHL [ARGUMENTE]…", "en": "COMMAND [ARGS]..."},
    "did-you-mean": {"de": "Meinten Sie {names}?", "en": "Did you mean {names}?"},
    "or": {"de": " oder ", "en": " or "},
    "help": {"de": "Diese Hilfe anzeigen und beenden.", "en": "Show this message and exit."},
    "version": {"de": "Die Version anzeigen und beenden.", "en": "Show the version and exit."},
}
"""Words that several commands use."""


def speak(lang: str) -> None:
    """Let click speak the language from now on; called once, before a command is built."""
    import gettext  # noqa: PLC0415 - click has it loaded; named here, where it is needed

    if lang == "en":
        if gettext.textdomain() == DOMAIN:
            gettext.textdomain("messages")
        return
    import os  # noqa: PLC0415

    # gettext takes the language from the environment alone; LANGUAGE outranks LC_ALL and LANG.
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain(DOMAIN, os.path.join(os.path.dirname(__file__), "locale"))  # noqa: PTH118, PTH120 - pathlib costs start-up
    gettext.textdomain(DOMAIN)


def word(key: str, lang: str, **values: object) -> str:
    """One of the shared words, with its placeholders filled."""
    return WORDS[key][lang].format(**values)


def examples(lines: str, lang: str) -> str:
    """A help text's block of examples, one command line each, kept as it stands."""
    body = "\n".join(f"  {line.strip()}" for line in lines.strip().splitlines())
    return f"\b\n{word('examples', lang)}\n{body}"


class Spoken(click.Command):
    """A command that words its `--help` itself."""

    lang = "en"
    _help: click.Option | None = None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; what is wrong with them is this command's affair, not the group's."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            if error.ctx is None:
                error.ctx = ctx
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option, made once: click compares parameters by identity."""
        names = list(self.get_help_option_names(ctx))
        if self._help is None and names and self.add_help_option:
            self._help = telling(names, word("help", self.lang), click.Context.get_help)
        return self._help


def telling(names: list[str], about: str, text: Callable[[click.Context], str]) -> click.Option:
    """A flag that prints a text and ends, whatever else is asked."""

    def tell(ctx: click.Context, _param: click.Parameter, given: bool) -> None:
        if given and not ctx.resilient_parsing:
            click.echo(text(ctx), color=ctx.color)
            ctx.exit()

    return click.Option(
        names, is_flag=True, expose_value=False, is_eager=True, help=about, callback=tell
    )


def did_you_mean(given: str, known: list[str], lang: str) -> str:
    """A suggestion with a space before it, or nothing where nothing is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only after a mistake

    from linter.registry.fields import slip  # noqa: PLC0415 - as above

    folded = {name.lower(): name for name in known}
    near = [meant] if (meant := slip(given, known)) else []
    near = near or [folded[key] for key in get_close_matches(given.lower(), folded, n=3)]
    if not near:
        return ""
    return " " + word("did-you-mean", lang, names=word("or", lang).join(near))


def spoken(
    name: str,
    lang: str,
    about: Text,
    samples: Text | str,
    *,
    group: bool = False,
    **attributes: Any,
) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function a command whose help is in the language.

    about: what it does, paragraphs separated by blank lines; samples: example command lines.
    """
    lines = samples if isinstance(samples, str) else samples[lang]
    text = f"{about[lang].strip()}\n\n{examples(lines, lang)}"
    attributes.setdefault("options_metavar", word("options", lang))
    attributes.setdefault("short_help", about[lang].strip().split("\n\n", 1)[0].replace("\n", " "))
    if group:
        from linter.cli.options import language  # noqa: PLC0415 - a group has no options else

        attributes.setdefault("subcommand_metavar", word("command", lang))

        def as_group(function: Callable[..., Any]) -> click.Command:
            make: Callable[[Callable[..., Any]], click.Group]
            make = click.group(name, help=text, **attributes)
            return make(language(lang)(function))

        return as_group

    attributes.setdefault("cls", Spoken)

    def as_command(function: Callable[..., Any]) -> click.Command:
        make: Callable[[Callable[..., Any]], click.Command] = click.command(
            name, help=text, **attributes
        )
        made = make(function)
        if isinstance(made, Spoken):
            made.lang = lang
        return made

    return as_command
