"""fragment: do the registry fields that a pack brings hold together, and leave the others alone?

A registry is read by these fields, so what is wrong with them is told here, with its place, and
not by a registry that then cannot be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from linter.errors import LinterError
from linter.registry.fields import EMPTY, did_you_mean
from linter.registry.nodes import Mapping, Node, Scalar, Sequence
from linter.registry.validate import Report, compile_object
from linter.rulebook import shape

if TYPE_CHECKING:
    from linter.registry.document import Document
    from linter.registry.fields import Field, Tree
    from linter.text import Text

SECTIONS = ("account", "authority", "root", "defs")
BUILT_IN = ("account", "authority", "record")
"""What a `$ref` may name beside the definitions."""


def faults(document: Document, base: Tree) -> list[LinterError]:
    """What is wrong with a fragment; base: the fields there are, to which it may only add."""
    root = document.root
    if type(root) is not Mapping:
        return []
    own = root.entries.get("defs")
    known = {*BUILT_IN, *base.get("defs", {}), *(own.entries if type(own) is Mapping else ())}
    reader = _Reader(document, sorted(known))
    for section, node in root.entries.items():
        if section not in SECTIONS:
            reader.unknown(root, section)
        elif type(node) is Mapping:
            reader.fields(node, base.get(section, {}))
        elif not _blank(node):
            reader.mapping(node)
    return reader.found


@dataclass(slots=True)
class _Reader:
    """One file; `found` grows."""

    document: Document
    known: list[str]
    found: list[LinterError]

    def __init__(self, document: Document, known: list[str]) -> None:
        self.document, self.known, self.found = document, known, []

    def fields(self, node: Node, base: dict[str, Any]) -> None:
        """The fields of an object by name."""
        if type(node) is not Mapping:
            self.mapping(node)
            return
        for name, field in node.entries.items():
            self.field(field, base.get(name))

    def field(self, node: Node, base: Field | None) -> None:
        """One field, with all beneath it; base: the field of that name that is there already."""
        if type(node) is not Mapping:
            self.mapping(node)
            return
        if base is not None and (changes := [key for key in node.entries if key != "properties"]):
            self.fault(
                node.entries[changes[0]],
                "Dieses Feld gibt es schon; ein Paket kann ihm nur „properties“ hinzufügen.",
                "This field is there already; a pack can only add `properties` to it.",
            )
            return
        if not self.shaped(node):
            return
        entries = node.entries
        for key, child in entries.items():
            if key == "properties":
                self.fields(child, (base or {}).get("properties", {}))
            elif key == "items":
                self.field(child, None)
            elif key == "anyOf" and type(child) is Sequence:
                for option in child.items:
                    self.field(option, None)
        self.reference(entries.get("$ref"))
        self.pattern(entries.get("pattern"))

    def shaped(self, node: Mapping) -> bool:
        """Whether a field says only what a field can say."""
        from linter.rulebook.load import translated  # noqa: PLC0415 - that module calls this one

        before = len(self.document.problems)
        compile_object(EMPTY, shape.FIELD, [])(node, "", Report(self.document))
        told = self.document.problems[before:]
        self.found += [translated(self.document, problem) for problem in told]
        return not told

    def reference(self, node: Node | None) -> None:
        """A `$ref` names a definition."""
        if type(node) is Scalar and node.text not in self.known:
            self.fault(
                node,
                f"Eine Definition „{node.text}“ gibt es nicht.",
                f"There is no definition “{node.text}”.",
                did_you_mean(node.text or "", self.known),
            )

    def pattern(self, node: Node | None) -> None:
        """A pattern is a regular expression."""
        if type(node) is not Scalar:
            return
        try:
            re.compile(node.text or "")
        except re.error as error:
            self.fault(
                node,
                f"Das ist kein regulärer Ausdruck: {error}.",
                f"This is no regular expression: {error}.",
            )

    def unknown(self, root: Mapping, section: str) -> None:
        """A section that there is not."""
        start, _ = self.document.key_span(root.entries[section])
        line, column = self.document.position(start)
        self.found.append(
            LinterError(
                {
                    "de": f"Einen Abschnitt „{section}“ gibt es nicht; möglich: {', '.join(SECTIONS)}.",
                    "en": f"There is no section “{section}”; possible: {', '.join(SECTIONS)}.",
                },
                path=self.document.path,
                line=line,
                column=column,
                hint=did_you_mean(section, list(SECTIONS)),
            )
        )

    def mapping(self, node: Node) -> None:
        """Something else stands where fields or a field should."""
        self.fault(node, "Hier wird eine Zuordnung erwartet.", "A mapping is expected here.")

    def fault(self, node: Node, de: str, en: str, hint: Text | None = None) -> None:
        """A fault at a value."""
        line, column = self.document.position(self.document.span(node)[0])
        self.found.append(
            LinterError(
                {"de": de, "en": en},
                path=self.document.path,
                line=line,
                column=column,
                hint=hint,
            )
        )


def _blank(node: Node) -> bool:
    return type(node) is Scalar and node.text is None
