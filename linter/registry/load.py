"""Paths to a registry: find the files, read them, bind them to accounts and authorities.

What cannot be read at all is refused with a `LinterError` in the result, never raised: one
bad file does not hide the others.
"""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from linter.bundle import bundle, fresh
from linter.errors import LinterError
from linter.registry.bind import bind
from linter.registry.parse import parse

if TYPE_CHECKING:
    from linter.registry.account import Account, Authority
    from linter.registry.bind import Validators
    from linter.registry.document import Document

MAX_BYTES = 64_000_000
MAX_ACCOUNTS = 100_000
SUFFIXES = (".yaml", ".yml")
STDIN = "<stdin>"
"""The name of what is piped in."""
MARKER = (
    r"""(?:\A|[\r\n])\ufeff?[{ \t]*["']?registry["']?[ \t]*:"""
    r"""(?![ ]*\[)(?![ ]*(?:\#[^\r\n]*)?\r?\n[ ]*-[ ])"""
)
"""The key, and not a list behind it: that is the config, or another program's file."""
ACCOUNTS = r"""(?m)^["']?accounts["']?[ ]*:[ ]*(?:\#[^\r\n]*)?\r?\n[ ]*-[ ]+(?:\{[ ]*)?(?:id|platform|handle)[ ]*:"""
"""A list of accounts such as a registry has, whatever stands above it."""
NO_TEXT = "[\0-\x08\x0e-\x1a\x1c-\x1f]"
"""What stands in no text, whatever its encoding."""
VEILED = r"\A\s*(?:\$ANSIBLE_VAULT;|-----BEGIN [A-Z0-9 ]+-----|version https://git-lfs\.|/annex/objects/)"
"""How a text begins that stands for another: encrypted, or kept elsewhere by git."""


@bundle
class Registry:
    """All that was read; accounts and documents in the order of the paths.

    passed: the files of folders that are no registry; of these, unmarked: those that list accounts,
    but lack the marker; veiled: those of which nobody can see what is in them.
    """

    documents: list[Document] = fresh(factory=list)
    accounts: list[Account] = fresh(factory=list)
    authorities: list[Authority] = fresh(factory=list)
    refused: list[LinterError] = fresh(factory=list)
    unmarked: list[str] = fresh(factory=list)
    veiled: list[str] = fresh(factory=list)
    passed: list[str] = fresh(factory=list)


def load(
    paths: list[str],
    validators: Validators,
    *,
    stdin: str | bytes | None = None,
    marked: bool = False,
) -> Registry:
    """Read every path: a file, a folder (its YAML files with the registry marker) or `-`.

    marked: skip named files without the marker too, as a hook wants that is given all YAML.
    """
    registry = Registry()
    seen: set[str] = set()
    for path in paths:
        for name, named in files_of(path, registry.refused):
            key = name if name == "-" else os.path.realpath(name)
            if key in seen:
                continue
            seen.add(key)
            try:
                text = decode(stdin or b"", STDIN) if name == "-" else read(name)
                _take(
                    text,
                    STDIN if name == "-" else name,
                    named and not marked,
                    validators,
                    registry,
                )
            except LinterError as error:
                if error.line and name != "-" and (marked or not named) and _foreign(name):
                    registry.passed.append(name)
                    continue
                registry.refused.append(error)
    return registry


def _take(text: str, path: str, named: bool, validators: Validators, registry: Registry) -> None:
    if not named and not re.search(MARKER, text):
        registry.passed.append(path)
        if re.search(ACCOUNTS, text):
            registry.unmarked.append(path)
        elif re.match(VEILED, text):
            registry.veiled.append(path)
        return
    document = parse(text, path)
    if document.root is None and document.problems:
        from linter.registry.recover import without_broken  # noqa: PLC0415 - for a broken file only

        document = without_broken(document)
        _refuse_depth(document)
    accounts, authorities = bind(document, validators, named=named)
    if len(registry.accounts) + len(accounts) > MAX_ACCOUNTS:
        raise LinterError(
            {
                "de": f"Mehr als {MAX_ACCOUNTS} Accounts.",
                "en": f"More than {MAX_ACCOUNTS} accounts.",
            },
            path=path,
            hint={"de": "Teilen Sie das Register auf.", "en": "Split the registry."},
        )
    registry.documents.append(document)
    registry.accounts += accounts
    registry.authorities += authorities


def _refuse_depth(document: Document) -> None:
    """Nesting beyond the bound is no registry that could be read in part."""
    for problem in document.problems:
        if problem.variant == "too-deep":
            limit = problem.values["limit"]
            line, column = document.position(problem.start)
            raise LinterError(
                {
                    "de": f"Die Angaben sind tiefer als {limit} Ebenen verschachtelt.",
                    "en": f"The entries are nested deeper than {limit} levels.",
                },
                path=document.path,
                line=line,
                column=column,
                hint={
                    "de": "Prüfen Sie Klammern und Einrückung.",
                    "en": "Check brackets and indentation.",
                },
            )


def files_of(path: str, refused: list[LinterError]) -> list[tuple[str, bool]]:
    """The files of a path, sorted, each with whether the user named it."""
    if not path:
        refused.append(
            LinterError(
                {"de": "Ein Pfad ist leer („“).", "en": "A path is empty (“”)."},
                hint={
                    "de": "Nennen Sie eine YAML-Datei, einen Ordner oder „-“.",
                    "en": "Name a YAML file, a folder or “-”.",
                },
            )
        )
        return []
    if path == "-" or not os.path.isdir(path):  # noqa: PTH112 - pathlib is not needed on this path
        return [(path, True)]
    found: list[tuple[str, bool]] = []

    def unreadable(error: OSError) -> None:
        refused.append(_unreadable(str(error.filename), error))

    for folder, folders, names in os.walk(path, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            full = os.path.join(folder, name)  # noqa: PTH118 - as above
            if name.lower().endswith(SUFFIXES) and not name.startswith(".") and _is_file(full):
                found.append((os.path.normpath(full), False))
    return found


def has_marker(path: str) -> bool:
    """Whether a path is a folder or a file with the registry marker, as far as can be read."""
    if os.path.isdir(path):  # noqa: PTH112 - as above
        return True
    try:
        return re.search(MARKER, read(path)) is not None
    except LinterError:
        return True  # it is told when it is read


def _foreign(path: str) -> bool:
    """True for a text that is not UTF-8 and, read byte by byte, no registry either.

    Of what is no text at all (encrypted, compressed) nobody knows whether it is one.
    """
    with open(path, "rb") as stream:  # noqa: PTH123 - as above
        data = stream.read(MAX_BYTES)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16
        data = data[2:].replace(b"\0", b"")
    text = data.decode("latin-1")
    return re.search(NO_TEXT, text) is None and re.search(MARKER, text) is None


def _is_file(path: str) -> bool:
    try:
        return stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 - as above
    except OSError:
        return os.path.islink(path)  # noqa: PTH114 - a dangling link is reported when it is read


def read(path: str) -> str:
    """A regular file's text; raises `LinterError` for all that is no readable UTF-8 text."""
    try:
        status = os.stat(path)  # noqa: PTH116 - as above
        if not stat.S_ISREG(status.st_mode):
            raise LinterError(
                {"de": "Das ist keine Datei.", "en": "This is no file."},
                path=path,
                hint={
                    "de": "Nennen Sie eine YAML-Datei, einen Ordner oder „-“.",
                    "en": "Name a YAML file, a folder or “-”.",
                },
            )
        if status.st_size > MAX_BYTES:
            raise _too_large(path)
        with open(path, "rb") as stream:  # noqa: PTH123 - as above
            # asking for MAX_BYTES would take that much memory for every file
            data = stream.read(status.st_size + 1)
    except OSError as error:
        raise _unreadable(path, error) from None
    return decode(data, path)


def _too_large(path: str) -> LinterError:
    limit = MAX_BYTES // 1_000_000
    return LinterError(
        {
            "de": f"Die Datei ist größer als {limit} MB.",
            "en": f"The file is larger than {limit} MB.",
        },
        path=path,
        hint={"de": "Teilen Sie das Register auf.", "en": "Split the registry."},
    )


def _unreadable(path: str, error: OSError) -> LinterError:
    from linter.os_errors import refused  # noqa: PLC0415 - only for a fault

    return LinterError(
        refused("Die Datei ist nicht lesbar", "The file cannot be read", error),
        path=path,
        hint={
            "de": "Prüfen Sie Pfad und Zugriffsrechte.",
            "en": "Check the path and the permissions.",
        },
    )


def decode(data: str | bytes, path: str) -> str:
    """UTF-8 to text, with or without a byte-order mark."""
    if isinstance(data, str):
        return data
    if len(data) > MAX_BYTES:
        raise _too_large(path)
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        if b"\0" in data[: error.start]:
            raise _no_text(data[: error.start].decode(), path) from None
        good = data[: error.start].decode(errors="ignore").removeprefix("\ufeff")
        raise LinterError(
            {"de": "Die Datei ist nicht in UTF-8 geschrieben.", "en": "The file is not UTF-8."},
            path=path,
            line=good.count("\n") + 1,
            column=len(good) - (good.rfind("\n") + 1) + 1,
            hint={
                "de": "Speichern Sie sie im Editor als UTF-8.",
                "en": "Save it as UTF-8 in your editor.",
            },
        ) from None
    if "\0" in text:
        raise _no_text(text, path)
    return text


def _no_text(text: str, path: str) -> LinterError:
    offset = text.index("\0")
    return LinterError(
        {
            "de": "Die Datei enthält Nullbytes; das ist kein Text.",
            "en": "The file contains NUL bytes; this is no text.",
        },
        path=path,
        line=text.count("\n", 0, offset) + 1,
        column=offset - (text.rfind("\n", 0, offset) + 1) + 1,
        hint={
            "de": "Nennen Sie eine YAML-Datei; eine verschlüsselte entschlüsseln Sie vorher.",
            "en": "Name a YAML file; decrypt one that is encrypted.",
        },
    )
