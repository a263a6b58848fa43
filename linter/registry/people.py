"""Office holders from files of the house's own, named in the config under `people`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.registry.bind import person_of, text_of
from linter.registry.fields import EMPTY, did_you_mean
from linter.registry.load import read
from linter.registry.nodes import Mapping, Scalar, Sequence
from linter.registry.parse import parse
from linter.registry.validate import Report, compile_object
from linter.subject import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.registry.account import Person
    from linter.registry.document import Document
    from linter.registry.fields import Field
    from linter.registry.nodes import Node

PERSON: dict[str, Field] = {
    "name": {"type": "string"},
    "office": {"type": "string"},
    "authority": {"type": "string"},
    "since": {"type": "string", "format": "date"},
    "until": {"type": "string", "format": "date"},
}


def load_people(path: str) -> list[Person]:
    """The persons of a file (`people:` with name, office, authority, since, until).

    Raises `LinterError` with the first fault's place: a list that is half read would be
    a silent all-clear for the rest.
    """
    return [person_of(item, text_of(item, "authority"), path) for item in _read(path)[1]]


def check_people(paths: Iterable[str], known: set[str] | None) -> None:
    """Raise where a person belongs to an authority that nobody knows, and so would never be found.

    known: None where only a part of the registry is seen; then the files are only read.
    """
    for path in paths:
        document, items = _read(path)
        if known is None:
            continue
        for item in items:
            node = item.entries.get("authority")
            if type(node) is not Scalar or not node.text or node.text in known:
                continue
            line, column = document.position(document.span(node)[0])
            raise LinterError(
                {
                    "de": f"Eine Behörde „{node.text[:80]}“ kennen weder die Regelpakete noch das Register; die Person würde in keinem Namen gesucht.",
                    "en": f"Neither the rule packs nor the registry know an authority “{node.text[:80]}”; the person would be looked for in no name.",
                },
                path=path,
                line=line,
                column=column,
                hint=did_you_mean(node.text, sorted(known)),
            )


def _read(path: str) -> tuple[Document, list[Mapping]]:
    """The file and its entries; raises as `load_people`."""
    document = parse(read(path), path)
    root = document.root
    listed = root.entries.get("people") if type(root) is Mapping else None
    if not document.problems and type(listed) is not Sequence:
        raise LinterError(
            {"de": "Hier fehlt die Liste „people:“.", "en": "The list “people:” is missing here."},
            path=path,
            line=1,
            column=1,
        )
    items = listed.items if type(listed) is Sequence else []
    validate = compile_object(EMPTY, PERSON, ["name"])
    for number, item in enumerate(items):
        validate(item, f"people[{number}]", Report(document))
        if not document.problems:
            _days(document, item)
    if document.problems:
        from linter.rulebook.load import translated  # noqa: PLC0415 - only for a fault

        raise translated(document, document.problems[0])
    return document, [item for item in items if type(item) is Mapping]


def _days(document: Document, item: Node) -> None:
    """Raise for a day that no calendar has: the person would be in office for ever."""
    for key in ("since", "until"):
        node = item.entries.get(key) if type(item) is Mapping else None
        if type(node) is Scalar and node.text and day_of(node.text) is None:
            line, column = document.position(document.span(node)[0])
            raise LinterError(
                {
                    "de": f"„{node.text}“ ist kein Tag der Form JJJJ-MM-TT.",
                    "en": f"“{node.text}” is no day of the form YYYY-MM-DD.",
                },
                path=document.path,
                line=line,
                column=column,
            )
