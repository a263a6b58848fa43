"""apart: entries of a registry's files that are judged by themselves.

A run reports on files. So an entry set apart gets a file of its own: the same text under the same
path, so that its findings stand where it is read. The others stay in the file as it was, under a
path spelt in another way, and are there only for the rules on the whole registry.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from linter.registry.document import Document
from linter.registry.nodes import end_of, start_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from linter.registry.account import Account
    from linter.registry.document import Problem
    from linter.registry.load import Registry

Entry = tuple[str, int]
"""An entry by its file's path and its mark there."""


def set_apart(registry: Registry, entries: Collection[Entry], targets: set[str]) -> set[str]:
    """The files to report on: the targets, and those of the entries, which are set apart."""
    meant: dict[Document, list[Account]] = {}
    for account in registry.accounts:
        path = account.document.path
        if path not in targets and (path, account.fields.mark) in entries:
            meant.setdefault(account.document, []).append(account)
    for document, accounts in meant.items():
        problems = [p for p in document.problems if any(_is_in(p, one) for one in accounts)]
        own = Document(document.path, document.text, document.root, problems)
        own.odd = document.odd
        own.odd = document.odd
        for account in accounts:
            account.document = own
        document.path = _otherwise(document.path)
        registry.documents.append(own)
        targets = {*targets, own.path}
    return targets


def _otherwise(path: str) -> str:
    """The same file by another path, which a message may still show: `./accounts.yaml`."""
    folder, name = os.path.split(path) if os.path.isabs(path) else ("", path)  # noqa: PTH117 - as below
    return os.path.join(folder, ".", name)  # noqa: PTH118 - pathlib would shorten it


def _is_in(problem: Problem, account: Account) -> bool:
    return start_of(account.fields) <= problem.start <= end_of(account.fields)
