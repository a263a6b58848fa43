"""Authorities from files of the house's own, named in the config under `authorities`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.registry.bind import bind
from linter.registry.load import files_of, read
from linter.registry.nodes import Mapping, Sequence
from linter.registry.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.registry.account import Authority
    from linter.registry.bind import Validators


def load_authorities(paths: Iterable[str], validators: Validators) -> list[Authority]:
    """The authorities of files (`authorities:` as in a registry, with or without its marker).

    Raises `LinterError` with the first fault's place: an authority that is half read would
    switch rules off in silence. What is wrong with accounts beside them is not told here.
    """
    found: list[Authority] = []
    for path in paths:
        refused: list[LinterError] = []
        for name, named in files_of(path, refused):
            found += _load(name, validators, named=named)
        if refused:
            raise refused[0]
    return found


def _load(path: str, validators: Validators, *, named: bool) -> list[Authority]:
    document = parse(read(path), path)
    root = document.root
    listed = root.entries.get("authorities") if type(root) is Mapping else None
    if not document.problems and type(listed) is not Sequence:
        if not named:
            return []  # another file of the folder
        raise LinterError(
            {
                "de": "Hier fehlt die Liste „authorities:“.",
                "en": "The list “authorities:” is missing here.",
            },
            path=path,
            line=1,
            column=1,
        )
    _, authorities = bind(document, validators, named=named, marker=False)
    for problem in document.problems:
        if not problem.account:
            from linter.rulebook.load import translated  # noqa: PLC0415 - only for a fault

            raise translated(document, problem)
    return authorities
