"""basis: a digest of all that decides what is found, beside what the web answers and the day."""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import linter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.document import Document
    from linter.rulebook.rule import Rule
    from linter.run import Loaded, RunOptions

READERS = (
    *("selectolax", "phonenumbers", "python-stdnum", "PyYAML", "webencodings", "idna"),
    "regex",  # of the patterns of a house's own rules
)
"""Packages that read pages: another version of one may read something else."""


def rules_of(options: RunOptions) -> tuple[Any, ...]:
    """What of the options decides which rules are asked."""
    config = options.config
    return (
        options.select or config.select,
        options.ignore + config.ignore,
        options.extend_select + config.extend_select,
        options.packs or config.packs,
    )


def basis(loaded: Loaded, rules: list[Rule], options: RunOptions, more: list[Any]) -> str:
    """The digest; more: what the crawl adds (which secrets there are, how much may be asked)."""
    parts = [
        sys.version,
        list(_program()),
        [_version(name) for name in READERS],
        loaded.book.digest,
        [rule.code for rule in rules],
        rules_of(options),
        sorted(loaded.targets),
        [(path, document.text) for path, document in documents(loaded).items()],
        [_content(path) for path in options.config.people],
        more,
    ]
    return sha256(repr(parts).encode(errors="surrogatepass")).hexdigest()


def documents(loaded: Loaded) -> dict[str, Document]:
    """Every file that says something of accounts or authorities, by path, in the order read."""
    found = {document.path: document for document in loaded.registry.documents}
    for authority in loaded.registry.authorities:
        if authority.document is not None:
            found.setdefault(authority.document.path, authority.document)
    return found


def _program() -> Iterator[tuple[str, int, int]]:
    """The program's own files: what is installed from a checkout changes without a version."""
    root = os.path.dirname(linter.__file__)  # noqa: PTH120 - pathlib takes four times as long
    folders = [root]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name == "__pycache__":
                    continue  # files come and go there while another run begins
                if entry.is_dir():
                    folders.append(entry.path)
                elif "." in entry.name:
                    about = entry.stat()
                    yield entry.path[len(root) :], about.st_size, about.st_mtime_ns


def _content(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError:  # told where it is needed
        return b""


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - costs start-up

    try:
        return version(name)
    except PackageNotFoundError:
        return ""
