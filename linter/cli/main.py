"""The entry point: finds the language, builds the command that is called, ends with an exit code.

Commands are built only when called, in the language of the call, so that `amtlint check`
imports nothing of the others.
"""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from linter import __version__
from linter.cli.texts import Spoken, examples, speak, telling, word
from linter.errors import LinterError, visible
from linter.text import LANGUAGES

COMMANDS = (
    "init",
    "import",
    "check",
    "crawl",
    "audit",
    "report",
    "history",
    "explain",
    "rules",
    "name",
    "inspect",
    "waive",
    "baseline",
    "schema",
    "completion",
)
MODULES = {"import": "import_"}
"""Modules that cannot be called as their command is, a word of Python's own."""

ABOUT = {
    "de": """Prüft die Social-Media-Accounts öffentlicher Stellen nach Regeln.

amtlint liest Account-Register (YAML in git), mit „crawl“ auch die öffentlichen Profile, und meldet
Befunde wie ein Linter für Code: Ort, Code, Meldung, Quelle der Regel. Es behauptet nie „in Ordnung“, wo es nicht nachsehen konnte.""",
    "en": """A rule-based compliance linter for the social-media accounts of public bodies.

amtlint reads account registries (YAML in git), with “crawl” the public profiles as well, and
reports findings as a code linter does: place, code, message, source of the rule. It never says “pass” where it could not look.""",
}
SAMPLES = """
amtlint check accounts/
amtlint crawl accounts/ --history nights.sqlite --only new
amtlint audit mastodon:presse@social.example
amtlint explain NRW101
amtlint name InnenministerReul
"""
EXIT_FINDINGS = 1
EXIT_ERROR = 2
EXIT_NOTHING = 3
FAILED = "amtlint.failed"
"""What is noted in a call's context when a part of it failed."""


class Commands(Spoken, click.Group):
    """The group; a command's module is imported when the command is asked for."""

    def invoke(self, ctx: click.Context) -> Any:
        """Call the command; one that could do only a part of its work fails all the same."""
        code = super().invoke(ctx)
        return EXIT_ERROR if FAILED in ctx.meta else code

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All commands, in the order a newcomer meets them."""
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; where there is none of that name, say which one is near."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if args[0].startswith("-"):
                raise
            from linter.cli.texts import did_you_mean  # noqa: PLC0415 - only after a mistake

            near = did_you_mean(args[0], list(COMMANDS), self.lang)
            raise click.UsageError(error.message + near, ctx) from None

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Build one command in the language of the call."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"linter.cli.{MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command(self.lang)
        return command


def language(argv: list[str], environ: dict[str, str]) -> str:
    """The language: --lang, then AMTLINT_LANG, then the nearest config, then the locale."""
    for number, given in enumerate(argv):
        if given.startswith("--lang="):
            return _known(given[7:])
        if given == "--lang" and number + 1 < len(argv):
            return _known(argv[number + 1])
    if wanted := _spoken(environ.get("AMTLINT_LANG") or ""):
        return wanted
    configured = _configured(argv)
    if configured:
        return configured
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "de" if environ[name].lower().startswith("de") else "en"
    return "en"


def _known(word: str) -> str:
    """The language of a word such as `de`, `DE` or `de_DE.UTF-8`; English where it is none of ours."""
    return _spoken(word) or "en"


def _spoken(word: str) -> str:
    """The same; empty where it is none of ours."""
    short = word.lower()
    for sign in "-_.@":  # an expression takes longer to compile than all else here
        short = short.partition(sign)[0]
    return short if short in LANGUAGES else ""


def _tell_language(environ: dict[str, str], lang: str) -> None:
    """A language that is asked for and not spoken is not passed over in silence."""
    asked = environ.get("AMTLINT_LANG") or ""
    if asked and not _spoken(asked):
        told = {
            "de": f"AMTLINT_LANG: „{asked}“ ist keine Sprache der Ausgabe; möglich: de, en.",
            "en": f"AMTLINT_LANG: “{asked}” is not a language of the output; possible: de, en.",
        }
        sys.stderr.write(f"amtlint: {visible(told[lang])}\n")


def _configured(argv: list[str]) -> str:
    """The config's `lang`, read by its line alone: the config itself is loaded later, strictly."""
    from linter.config import NAME, nearest  # noqa: PLC0415 - not for --lang

    paths = [word for word in argv[1:] if not word.startswith("-") and os.path.exists(word)]  # noqa: PTH110 - the hook's path
    named = None
    for given, after in zip(argv, [*argv[1:], ""], strict=False):
        if given == "--config" or given.startswith("--config="):
            named = given.partition("=")[2] or after
    try:
        path = named or nearest(paths) or NAME
        with open(path, encoding="utf-8") as stream:  # noqa: PTH123
            for line in stream.read(65536).splitlines():
                if line.startswith("lang:"):
                    word = line[5:].split("#")[0].strip().strip("\"'")
                    return word if word in LANGUAGES else ""
    except (OSError, ValueError):
        return ""
    return ""


def build(lang: str) -> Commands:
    """The group in a language."""
    speak(lang)
    commands = Commands(
        "amtlint",
        help=f"{ABOUT[lang]}\n\n{examples(SAMPLES, lang)}",
        options_metavar=word("options", lang),
        subcommand_metavar=word("command", lang),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    commands.lang = lang
    version = telling(["--version"], word("version", lang), lambda _: f"amtlint {__version__}")
    chosen = click.Option(
        ["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=LANG_HELP[lang]
    )
    commands.params += [version, chosen]
    return commands


WRITING = {
    "de": "Die Ausgabe lässt sich nicht schreiben",
    "en": "The output cannot be written",
}
NAMED = {
    "de": "Die Datei lässt sich nicht lesen oder schreiben",
    "en": "The file cannot be read or written",
}
NOWHERE = {
    "de": "Den Ordner, in dem Sie aufgerufen haben, gibt es nicht mehr; wechseln Sie in einen anderen.",
    "en": "The folder that you called from is no longer there; change to another one.",
}
FILES = {
    "de": "Der Prozess darf keine weitere Datei oder Verbindung öffnen; erhöhen Sie die Grenze (ulimit -n).",
    "en": "The process may open no further file or connection; raise the limit (ulimit -n).",
}
LANG_HELP = {"de": "Sprache der Ausgabe.", "en": "Language of the output."}


def main(argv: list[str] | None = None) -> NoReturn:
    """Run; every error of the user is one line on stderr and exit code 2."""
    words = sys.argv[1:] if argv is None else argv
    lang = language(words, dict(os.environ))
    _open_streams(lang)
    _survive_any_text()
    _tell_language(dict(os.environ), lang)
    try:
        code = build(lang).main(args=words, prog_name="amtlint", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = EXIT_ERROR
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "amtlint"
        _complain(f"{error.format_message()} ({command} --help)", lang)
        code = EXIT_ERROR
    except click.ClickException as error:
        _complain(error.format_message(), lang)
        code = EXIT_ERROR
    except LinterError as error:
        _complain(error.render(lang), lang)
        code = EXIT_ERROR
    except (click.Abort, KeyboardInterrupt):
        _complain({"de": "abgebrochen", "en": "interrupted"}[lang], lang)
        code = 130
    except BrokenPipeError:
        code = 0
    except OSError as error:
        _complain(_unguarded(error).render(lang), lang)
        code = EXIT_ERROR
    except Exception as error:  # noqa: BLE001 - what nobody foresaw must not end as 1, open findings
        from linter.cli.fault import fault  # noqa: PLC0415 - only after such an error

        _complain(fault(error).render(lang), lang)
        code = EXIT_ERROR
    _leave(code if isinstance(code, int) else 0, lang)


def _unguarded(error: OSError) -> LinterError:
    """What is said of the system's refusal that nobody was prepared for.

    Files of the user's are guarded where they are read: mostly this is the terminal or the pipe.
    """
    if error.filename is not None:
        from linter.os_errors import refused  # noqa: PLC0415 - only for a fault

        return LinterError(refused(NAMED["de"], NAMED["en"], error), path=str(error.filename))
    try:
        os.getcwd()  # noqa: PTH109 - no path is needed
    except OSError:
        return LinterError(NOWHERE)
    return unwritten(error)


def unwritten(error: OSError) -> LinterError:
    """What the system says of standard output, or that the process has no file left to open."""
    if error.errno in (errno.EMFILE, errno.ENFILE):
        return LinterError(FILES)
    from linter.os_errors import refused  # noqa: PLC0415 - only for a fault

    return LinterError(refused(WRITING["de"], WRITING["en"], error))


def fail(context: click.Context) -> None:
    """Let the call go on, and end with the code of an error."""
    context.meta[FAILED] = True


def remark(text: dict[str, str]) -> None:
    """Tell, once in a call and in its language, what is no error but will not be meant."""
    context = click.get_current_context(silent=True)
    if context is None or context.resilient_parsing or text["en"] in context.meta:
        return
    context.meta[text["en"]] = True
    lang = getattr(context.find_root().command, "lang", "en")
    sys.stderr.write(f"amtlint: {visible(text[lang])}\n")


def complain(error: LinterError) -> None:
    """Tell an error that does not end the call, in the call's language."""
    context = click.get_current_context()
    lang = getattr(context.find_root().command, "lang", "en")
    _complain(error.render(lang), lang)


def _complain(line: str, lang: str) -> None:
    word = {"de": "Fehler", "en": "error"}[lang]
    sys.stderr.write(f"amtlint: {word}: {visible(' '.join(line.split()))}\n")


def _open_streams(lang: str) -> None:
    """A stream that the caller closed: nobody to tell, nothing to read; without output, no use."""
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for the whole run
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - as above
    if sys.stdout is None:
        closed = {"de": "Die Standardausgabe ist geschlossen", "en": "standard output is closed"}
        _complain(f"{WRITING[lang]}: {closed[lang]}.", lang)
        sys.exit(EXIT_ERROR)


def _survive_any_text() -> None:
    """An old terminal's encoding must not turn a finding into a traceback."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _leave(code: int, lang: str) -> NoReturn:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        _complain(WRITING[lang], lang)
        code = EXIT_ERROR
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
