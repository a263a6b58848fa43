"""`amtlint name`: how a handle is read, and which naming rules it would break."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.texts import spoken
from linter.errors import LinterError, visible
from linter.platforms import KNOWN
from linter.text import LANGUAGES

if TYPE_CHECKING:
    from datetime import date

    from linter.cli.name_report import Told
    from linter.config import Config
    from linter.registry.load import Registry
    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Rule
    from linter.text import Text

ABOUT: Text = {
    "de": """Zeigen, wie ein Nutzername gelesen wird.

Gezeigt werden seine Teile, wofür jeder gehalten wird und warum, und welche Regeln er als
Ressort-, Fach- und persönlicher Account verletzen würde. Mit --authority wird er als Name dieses
Hauses gelesen: Dann zählen auch dessen Personen und Bezeichnungen.""",
    "en": """Show how a handle is read.

Its parts are shown, what each is taken for and why, and which rules it would break as a ressort,
a subject and a personal account. With --authority it is read as that authority's: its people and
designations then count, too, and suggestions are made. Authorities and people come from the rule
packs, the config and the registry.""",
}
SAMPLES = """amtlint name InnenministerReul WindkraftNRW
amtlint name IM_NRW --authority im-nrw
amtlint name reul.innen.nrw --platform instagram --format json"""
AUTHORITY: Text = {
    "de": "Behörde, der der Account gehört, z. B. im-nrw.",
    "en": "The authority that owns the account, such as im-nrw.",
}
REGISTRY: Text = {
    "de": "Register mit weiteren Behörden, Personen und vergebenen Namen; Vorgabe: das der Konfiguration.",
    "en": "Registry with more authorities, people and names in use; default: the config's.",
}
PLATFORM: Text = {"de": "Plattform; Vorgabe: x.", "en": "Platform; default: x."}
UNKNOWN: Text = {
    "de": "Die Behörde „{id}“ kennt weder ein Regelpaket noch das Register.",
    "en": "Neither a rule pack nor the registry knows the authority “{id}”.",
}
NO_PLATFORM: Text = {
    "de": "Die Plattform „{name}“ ist nicht bekannt; bekannt sind {known}.",
    "en": "The platform “{name}” is not known; known are {known}.",
}
EMPTY: Text = {"de": "Ein Nutzername ist leer.", "en": "A handle is empty."}
NO_PROFILE: Text = {
    "de": "„{url}“ ist keine Adresse eines Profils.",
    "en": "“{url}” is not the address of a profile.",
}
NAME_HANDLE: Text = {
    "de": "Nennen Sie den Nutzernamen, z. B. IM_NRW.",
    "en": "Name the handle, such as IM_NRW.",
}
KINDS = ("ressort", "fach", "personal")

UNPRINTABLE = "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
"""What stands in no YAML file as it is."""
LONE = "[\ud800-\udfff]"


def command(lang: str) -> click.Command:
    """The command in the language."""

    @spoken("name", lang, ABOUT, SAMPLES)
    @click.argument("handles", nargs=-1, required=True, metavar="HANDLE…")
    @click.option("--authority", metavar="ID", help=AUTHORITY[lang])
    @click.option("--platform", default="x", metavar="NAME", help=PLATFORM[lang])
    @click.option("--registry", "paths", multiple=True, metavar="PATH", help=REGISTRY[lang])
    @options.output_format("text", "json", lang=lang)
    @options.as_of(lang)
    @options.config(lang)
    @options.language(lang)
    def name(
        *,
        handles: tuple[str, ...],
        authority: str | None,
        platform: str,
        paths: tuple[str, ...],
        output_format: str,
        as_of: date,
        config: str | None,
    ) -> None:
        from linter.cli.books import open_book  # noqa: PLC0415 - not needed for help
        from linter.cli.name_report import as_json, as_text  # noqa: PLC0415
        from linter.cli.settings import find_config  # noqa: PLC0415

        book, _ = open_book(config)
        _is_platform(platform, lang)
        settings = find_config(config, ())
        names = [handle_of(re.sub(LONE, "\ufffd", handle), platform) for handle in handles]
        try:
            known = known_registry(book, settings, paths)
            told = told_of(book, names, authority, (known, settings, as_of, platform, lang))
        except LinterError as error:
            raise settings.named(error) from None
        judge_handles(book, told, authority or "", (known, settings, as_of, platform, lang))
        click.echo(as_json(told) if output_format == "json" else as_text(told, lang))

    return name


def handle_of(word: str, platform: str) -> tuple[str, str]:
    """Platform and handle: of a profile's address its own, of `platform:handle` the two, else as given."""
    if word.lower().startswith(("http://", "https://")):
        from linter.platforms import read  # noqa: PLC0415 - rarely given

        found = read(word)
        if found is None:
            raise LinterError(
                {lg: NO_PROFILE[lg].format(url=word) for lg in LANGUAGES}, hint=NAME_HANDLE
            )
        return found
    before, colon, after = word.partition(":")
    if colon and before.lower() in KNOWN:
        platform, word = before.lower(), after
    handle = word.strip().removeprefix("@")
    if not handle:
        raise LinterError(EMPTY, hint=NAME_HANDLE)
    return platform, handle


def _is_platform(name: str, lang: str) -> None:
    """Refuse a platform that neither we nor a plug-in know; plug-ins are loaded by now."""
    if name in KNOWN:
        return
    from linter.cli.texts import did_you_mean  # noqa: PLC0415 - only after a mistake

    told = NO_PLATFORM[lang].format(name=visible(name), known=", ".join(KNOWN))
    raise click.UsageError(told + did_you_mean(name, KNOWN, lang))


Surroundings = tuple["Registry", "Config", "date", str, str]
"""The registry and the config, the day, the platform and the language."""


def known_registry(book: Rulebook, config: Config, paths: tuple[str, ...]) -> Registry:
    """What is on record already: the named registry, else the config's; broken files are passed over."""
    from linter.registry.bind import Validators  # noqa: PLC0415
    from linter.registry.load import load  # noqa: PLC0415

    validators = Validators.of(book.tree)
    registry = load(list(paths or config.registry), validators)
    if paths and registry.refused:
        raise registry.refused[0]
    if config.authorities:
        from linter.registry.authorities import load_authorities  # noqa: PLC0415

        registry.authorities += load_authorities(config.authorities, validators)
    return registry


def told_of(
    book: Rulebook, names: list[tuple[str, str]], authority: str | None, around: Surroundings
) -> list[Told]:
    """Read the names as a run would."""
    from linter.cli.name_report import Told  # noqa: PLC0415
    from linter.names import Reader  # noqa: PLC0415 - not needed for help
    from linter.names.alternatives import lost  # noqa: PLC0415
    from linter.run import authorities  # noqa: PLC0415

    known, config, day, _, lang = around
    bodies = authorities(book, known, config.people)
    if authority is not None and authority not in bodies:
        from linter.cli.texts import did_you_mean  # noqa: PLC0415 - only after a mistake

        near = did_you_mean(authority, list(bodies), lang)
        raise click.UsageError(UNKNOWN[lang].format(id=visible(authority)) + near)
    reader = Reader.from_facts(book.facts, bodies)
    told = []
    for platform, name in names:
        text = without_host(name, platform)
        reading = reader.read(text, authority=authority, as_of=day)
        told.append(Told(name, reading, lost(reader, reading), platform))
    return told


def judge_handles(book: Rulebook, told: list[Told], authority: str, around: Surroundings) -> None:
    """For each name and kind of account, the codes of the naming rules that its handle breaks."""
    import json  # noqa: PLC0415 - as above

    from linter.registry.bind import Validators  # noqa: PLC0415
    from linter.registry.load import load  # noqa: PLC0415
    from linter.run import RunOptions, judge  # noqa: PLC0415

    known, config, day, _, lang = around
    rules = [rule for rule in book.rules if "naming" in rule.tags and _about_handles(rule)]
    rules = [rule for rule in rules if authority or not _needs_house(rule)]
    rules = [rule for rule in rules if rule.status != "preview"]
    accounts = [
        {"id": f"{number}-{kind}", "authority": authority or "unbekannt", "platform": each.platform,
         "handle": each.handle, "kind": kind}
        for number, each in enumerate(told)
        for kind in KINDS
    ]  # fmt: skip
    text = json.dumps({"registry": "1", "accounts": accounts}, ensure_ascii=False)
    text = re.sub(UNPRINTABLE, lambda match: f"\\u{ord(match[0]):04x}", text)
    registry = load(["-"], Validators.of(book.tree), stdin=text.encode())
    packs = tuple(dict.fromkeys(rule.pack for rule in rules))
    for account in registry.accounts:
        if not authority:  # whose house it is decides otherwise
            account.packs = packs
    targets = {document.path for document in registry.documents}
    registry.authorities = known.authorities
    registry.accounts += known.accounts
    chosen = [*rules, *(rule for rule in book.rules if rule.code in {"REG001", "REG002"})]
    for each in told:
        each.breaks = {kind: [] for kind in KINDS}
    run = RunOptions(as_of=day, config=config)
    for finding in judge(book, registry, chosen, run, targets).findings:
        number, _, kind = finding.account_id.partition("-")
        if finding.rule not in rules or finding.outcome != "fail" or finding.field != "handle":
            continue
        each = told[int(number)]
        if finding.code not in each.breaks[kind]:
            each.breaks[kind].append(finding.code)
        if authority and kind not in each.suggestions and "suggestion" in finding.values:
            each.suggestions[kind] = finding.values["suggestion"].each(lang)
    for each in told:
        for codes in each.breaks.values():
            codes.sort()


def without_host(name: str, platform: str) -> str:
    """What the rules read of a handle."""
    from linter.checks.naming import bare_handle  # noqa: PLC0415 - the help needs none of it

    return bare_handle(name, platform)


def _about_handles(rule: Rule) -> bool:
    return any(
        "handle" in (params.get("fields") or ()) or params.get("field") == "handle"
        for _, params in rule.checks
    )


def _needs_house(rule: Rule) -> bool:
    """Without an authority nobody can say whether a handle is made of its name."""
    return any(name in {"name-made-of", "name-shows-sender"} for name, _ in rule.checks)
