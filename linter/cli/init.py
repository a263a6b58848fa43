"""`amtlint init`: start a registry."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.texts import spoken
from linter.errors import LinterError, visible
from linter.text import LANGUAGES

if TYPE_CHECKING:
    from linter.rulebook.book import Rulebook
    from linter.text import Text

REGISTRY = "accounts.yaml"
CONFIG = ".amtlint.yaml"
HOOK = ".pre-commit-config.yaml"

ABOUT: Text = {
    "de": """Ein Register anfangen.

Schreibt drei Dateien in den Ordner (Vorgabe: der aktuelle): accounts.yaml, ein Register mit
Erläuterungen und einem geplanten Beispiel-Account; .amtlint.yaml, die Konfiguration; und
.pre-commit-config.yaml, damit jeder Commit geprüft wird. Nichts wird überschrieben: Gibt es
Register oder Konfiguration schon, endet der Befehl mit 2 und ändert nichts. Gibt es schon eine
Konfiguration für pre-commit, bleibt sie, und was dort einzutragen ist, wird ausgegeben.""",
    "en": """Start a registry.

Writes three files to the folder (default: the current one): accounts.yaml, a registry with
explanations and one planned sample account; .amtlint.yaml, the configuration; and
.pre-commit-config.yaml, so that every commit is checked. Nothing is overwritten: where there is
a registry or a configuration already, the command ends with 2 and changes nothing. An existing
pre-commit configuration is kept, and what to add to it is printed.""",
}
SAMPLES: Text = {
    "de": """amtlint init
amtlint init register --authority im-nrw
amtlint init --authority stadt-beispielhausen --pack impressum --pack privacy --lang de""",
    "en": """amtlint init
amtlint init registry --authority im-nrw
amtlint init --authority stadt-beispielhausen --pack impressum --pack privacy --lang en""",
}
AUTHORITY: Text = {
    "de": "Kennung der Behörde (im-nrw, stadt-…); eine unbekannte wird im Register angelegt.",
    "en": "The authority's id (im-nrw, stadt-…); an unknown one is added to the registry.",
}
PACKS: Text = {
    "de": "Regelpaket, nach dem das Register geprüft wird; wiederholbar.",
    "en": "Rule pack that the registry is checked against; repeatable.",
}
EXISTS: Text = {
    "de": "Die Datei gibt es schon; es wurde nichts geschrieben.",
    "en": "The file exists already; nothing was written.",
}
EXISTS_HINT: Text = {
    "de": "Nennen Sie einen anderen Ordner: amtlint init ORDNER.",
    "en": "Name another folder: amtlint init DIR.",
}
BAD_ID: Text = {
    "de": "„{id}“ ist keine Kennung: Kleinbuchstaben, Ziffern und Bindestriche, z. B. stadt-beispielhausen.",
    "en": "“{id}” is not an id: lower-case letters, digits and hyphens, such as stadt-beispielhausen.",
}
SLIP: Text = {
    "de": "Eine Behörde „{id}“ kennt kein Regelpaket; es wurde nichts geschrieben.",
    "en": "No rule pack knows an authority “{id}”; nothing was written.",
}
SLIP_HINT: Text = {
    "de": "Meinten Sie {near}? Heißt sie wirklich {id}, legen Sie sie im Register unter „authorities:“ an.",
    "en": "Did you mean {near}? If {id} is right, add it to the registry, under `authorities:`.",
}
UNKNOWN_PACK: Text = {
    "de": "Das Paket „{pack}“ gibt es nicht; vorhanden sind: {known}.",
    "en": "There is no pack “{pack}”; there are: {known}.",
}
WRITTEN: Text = {"de": "geschrieben: {path}", "en": "written: {path}"}
KEPT: Text = {
    "de": "{path} gibt es schon; fügen Sie dort hinzu:",
    "en": "{path} exists already; add to it:",
}
NEXT: Text = {
    "de": "Als Nächstes: die Angaben in {path} ersetzen, dann „amtlint check“ aufrufen.",
    "en": "Next: replace the entries in {path}, then run `amtlint check`.",
}


def command(lang: str) -> click.Command:
    """The command in the language."""

    @spoken("init", lang, ABOUT, SAMPLES)
    @click.argument(
        "folder",
        metavar=options.METAVARS["any-folder"][lang],
        default=".",
        type=click.Path(file_okay=False),
    )
    @click.option("--authority", metavar="ID", help=AUTHORITY[lang])
    @options.packs(lang, PACKS)
    @options.language(lang)
    def init(folder: str, authority: str | None, packs: tuple[str, ...]) -> None:
        from linter.cli.books import open_book  # noqa: PLC0415 - not needed for help

        home = Path(folder)
        refuse_existing([home / REGISTRY, home / CONFIG])
        rulebook = open_book(None)[0]
        files = starter(rulebook, authority, packs, lang)
        hook = files.pop(HOOK)
        write_new({home / name: text for name, text in files.items()})
        for name in files:
            click.echo(WRITTEN[lang].format(path=visible(str(home / name))))
        _hook(home / HOOK, hook, lang)
        click.echo(NEXT[lang].format(path=visible(str(home / REGISTRY))))

    return init


def _hook(path: Path, text: str, lang: str) -> None:
    """Write the hook's configuration, or say what to add to the one that is there."""
    if os.path.lexists(path):
        click.echo(KEPT[lang].format(path=visible(str(path))))
        click.echo(text.partition("repos:\n")[2].rstrip())
        return
    write_new({path: text})
    click.echo(WRITTEN[lang].format(path=visible(str(path))))


def starter(
    rulebook: Rulebook, authority: str | None, packs: tuple[str, ...], lang: str
) -> dict[str, str]:
    """The files' texts by name; an authority that the packs know needs no entry of its own."""
    from linter.cli.starter import CONFIG_TEXT, HOOK_TEXT, registry_text  # noqa: PLC0415

    known = sorted(rulebook.packs)
    for pack in packs:
        if pack not in known:
            raise LinterError(
                {lg: UNKNOWN_PACK[lg].format(pack=pack, known=", ".join(known)) for lg in LANGUAGES}
            )
    identity = authority or "stadt-beispielhausen"
    if not identity.replace("-", "").isalnum() or identity != identity.lower().strip("-"):
        raise LinterError({lg: BAD_ID[lg].format(id=identity) for lg in LANGUAGES})
    _refuse_slip(rulebook, identity)
    return {
        REGISTRY: registry_text(identity, kind=_kind(rulebook, identity), packs=packs, lang=lang),
        CONFIG: CONFIG_TEXT[lang].format(registry=REGISTRY),
        HOOK: HOOK_TEXT[lang],
    }


def _refuse_slip(rulebook: Rulebook, identity: str) -> None:
    """A known body's id with one letter wrong founds no new body."""
    known = rulebook.authorities
    near = next((id_ for id_ in known if one_slip(identity, id_)), None)
    if identity not in known and near is not None:
        hint = {lg: SLIP_HINT[lg].format(id=identity, near=near) for lg in LANGUAGES}
        raise LinterError({lg: SLIP[lg].format(id=identity) for lg in LANGUAGES}, hint=hint)


def one_slip(word: str, other: str) -> bool:
    """One letter too many, too few, another, or two that changed places."""
    first = _alike(word, other)
    last = min(_alike(word[::-1], other[::-1]), min(len(word), len(other)) - first)
    rest = word[first : len(word) - last], other[first : len(other) - last]
    turned = len(rest[0]) == 2 and rest[0] == rest[1][::-1]  # noqa: PLR2004 - a pair of letters
    return turned or sorted(map(len, rest)) in ([0, 1], [1, 1])


def _alike(word: str, other: str) -> int:
    """How many letters they have in common before they part."""
    pairs = zip(word, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(word), len(other)))


def _kind(rulebook: Rulebook, identity: str) -> str:
    """The authority's kind, empty where the packs' facts do not know it."""
    from linter.rulebook.facts import authorities_from  # noqa: PLC0415 - not needed for help

    known = authorities_from(rulebook.facts).get(identity)
    return known.kind or "other" if known else ""


def refuse_existing(paths: list[Path]) -> None:
    """Raise where one of the files is there already, be it a dangling link."""
    for path in paths:
        if os.path.lexists(path):
            raise LinterError(EXISTS, path=str(path), hint=EXISTS_HINT)


def write_new(files: dict[Path, str]) -> None:
    """Write the files; each appears whole, and none replaces what is there."""
    refuse_existing(list(files))
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _place(path, text)
        except FileExistsError:
            raise LinterError(EXISTS, path=str(path), hint=EXISTS_HINT) from None
        except OSError as error:
            from linter.os_errors import refused  # noqa: PLC0415 - only for a fault

            raise LinterError(
                refused(
                    "Die Datei lässt sich nicht schreiben", "The file cannot be written", error
                ),
                path=str(path),
            ) from None


def _place(path: Path, text: str) -> None:
    """Write beside the file and link it into place: a rename would replace what appeared meanwhile."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        _link(draft, path, text)
    finally:
        draft.unlink(missing_ok=True)


def _link(draft: Path, path: Path, text: str) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        with path.open("xb") as stream:
            try:
                stream.write(text.encode())
                stream.flush()
            except OSError:
                path.unlink()
                raise
