"""What tests of taking tables over share: a table in, its registry read back."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

from linter.registry.bind import Validators, bind
from linter.registry.nodes import Mapping, Scalar, Sequence
from linter.registry.parse import parse
from linter.rulebook.book import load_rulebook
from linter.takeover import delimited
from linter.takeover.take import Asked, take

if TYPE_CHECKING:
    import openpyxl

BOOK = load_rulebook()
KNOWN, TREE = BOOK.authorities, BOOK.fields
VALIDATORS = Validators.of(BOOK.tree)
TODAY = date(2026, 11, 25)


def taken(*lines: str, **asked):
    asked = {"authority": "im-nrw", **asked}
    table = delimited.read("\n".join(lines).encode(), "k.csv", delimiter=";")
    return take(table, Asked(**asked), KNOWN, TREE, TODAY)


def registry(text: str):
    """The accounts and authorities of a text that has no fault at all."""
    document = parse(text, "accounts.yaml")
    accounts, authorities = bind(document, VALIDATORS, named=True)
    assert [(problem.code, problem.values) for problem in document.problems] == []
    return accounts, authorities


def fields(text: str) -> list[dict[str, object]]:
    """The accounts as plain data."""
    return [plain(account.fields) for account in registry(text)[0]]


def plain(node):
    if isinstance(node, Mapping):
        return {key: plain(child) for key, child in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(child) for child in node.items]
    return node.text


def told(result, lang="en") -> list[str]:
    return [f"{notice.place}: {notice.text[lang]}" for notice in result.notices]


def scalars(node):
    if isinstance(node, Scalar):
        yield node.text
    for child in node.entries.values() if isinstance(node, Mapping) else getattr(node, "items", ()):
        yield from scalars(child)


def saved(book: openpyxl.Workbook) -> bytes:
    """A workbook as the bytes of its file."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
