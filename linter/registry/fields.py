"""The field tree: schema fragments merged, and looked up by address.

A fragment has `root`, `authority`, `account` (name → field) and `defs` (name → field). A
field has type, description {de, en}, examples and what its type needs. Fragments are merged
deeply, so that a pack's fragment may add an approval to the contract's `approvals`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linter.text import Text

Field = dict[str, Any]
Tree = dict[str, dict[str, Field]]
"""{"root" | "authority" | "account" | "defs": {name: field}}."""
EMPTY: Tree = {"root": {}, "authority": {}, "account": {}, "defs": {}}
"""No fields: what files are validated against that are no registries; never added to."""


def merge(fragments: list[dict[str, Any]]) -> Tree:
    """Merge fragments in order; a later one adds to objects and never replaces."""
    tree: Tree = {part: {} for part in EMPTY}
    for fragment in fragments:
        _add(tree, fragment)
    return tree


def _add(into: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _add(into[key], value)
        else:
            into.setdefault(key, value)


def resolve(tree: Tree, field: Field) -> Field:
    """Follow `$ref`; the referring field's own words win."""
    ref = field.get("$ref")
    if ref is None:
        return field
    if ref in ("account", "authority"):
        return {"type": "object", "properties": tree[ref], **field}
    if ref == "record":
        return {"type": "record", **field}
    return {**tree["defs"][ref], **field}


def find(tree: Tree, subject: str, address: str) -> Field | None:
    """The field at an address (`operator.unit`, `links[].url`) of an account or authority."""
    properties: dict[str, Field] | None = tree[subject]
    found: Field | None = None
    for step in address.split("."):
        key = step.removesuffix("[]")
        if properties is None or key not in properties:
            return None
        found = resolve(tree, properties[key])
        if step != key:
            if found.get("type") != "array":
                return None
            found = resolve(tree, found.get("items", {}))
        properties = _properties(found)
    return found


def _properties(field: Field) -> dict[str, Field] | None:
    if field.get("type") == "record":
        return RECORD
    if "anyOf" in field:
        for option in field["anyOf"]:
            if "properties" in option:
                properties: dict[str, Field] = option["properties"]
                return properties
    return field.get("properties")


RECORD: dict[str, Field] = {
    "state": {
        "type": "string",
        "enum": ["ja", "nein", "in Bearbeitung"],
        "description": {"de": "Stand.", "en": "State."},
        "examples": ["ja"],
    },
    "on": {
        "type": "string",
        "format": "date",
        "description": {"de": "Tag.", "en": "Day."},
        "examples": ["2026-01-31"],
    },
    "ref": {
        "type": "string",
        "description": {"de": "Aktenzeichen oder Bemerkung.", "en": "File reference or remark."},
        "examples": ["I-2026/17"],
    },
}
"""The long form of a record."""


LETTERS_FOR_DIGITS = str.maketrans("oil", "011")


def slip(word: str, known: list[str]) -> str:
    """The known word that is meant by one with letters for digits (`NRW1O1`), or nothing."""
    digits = word.lower().translate(LETTERS_FOR_DIGITS)
    return next((name for name in known if name.lower() == digits != word.lower()), "")


def suggestion(word: str, known: list[str]) -> str:
    """The known word most like the one written, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for what is misspelt

    if meant := slip(word, known):
        return meant
    near = get_close_matches(word[:64], known, n=1, cutoff=0.6)
    if not near:
        folded = {name.casefold(): name for name in known}
        near = [folded[word.casefold()]] if word.casefold() in folded else []
    return near[0] if near else ""


def did_you_mean(word: str, known: list[str]) -> Text | None:
    """The hint of an error at a word that nobody knows; None where none is like it."""
    near = suggestion(word, known)
    return {"de": f"Meinten Sie „{near}“?", "en": f"Did you mean “{near}”?"} if near else None
