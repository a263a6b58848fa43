"""The field tree as a JSON Schema (Draft 2020-12), for editors and other validators.

It accepts what amtlint accepts. Other readers of YAML turn plain text into numbers and
booleans where amtlint keeps the text, so a free text may be those too; null counts as absent.
What they leave as text they don't tell from text in quotes: a quoted `"ja"` is no yes to amtlint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.config_fields import FIELDS
from linter.registry.bind import ACCOUNT_KEYS
from linter.registry.fields import RECORD

if TYPE_CHECKING:
    from linter.registry.fields import Field, Tree

DIALECT = "https://json-schema.org/draft/2020-12/schema"
REGISTRY_ID = "urn:amtlint:schema:registry:1"

TITLE = {
    "de": "amtlint: Register der Social-Media-Accounts",
    "en": "amtlint: registry of social-media accounts",
}
CONFIG_ID = "urn:amtlint:schema:config:1"
CONFIG_TITLE = {"de": "amtlint: Konfiguration", "en": "amtlint: configuration"}
NAMES = {
    "account": {"de": "Account", "en": "Account"},
    "authority": {"de": "Behörde", "en": "Authority"},
    "record": {"de": "Vermerk", "en": "Record"},
}

REQUIRED = {"root": ["registry"], "authority": ["id"], "account": list(ACCOUNT_KEYS)}
"""The keys that must stand, by part of the tree."""

TEXT_TYPES = ["string", "number", "boolean", "null"]
DATE_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
URI_PATTERN = r"^[Hh][Tt][Tt][Pp][Ss]?://(?![^\s/?#]*:[^\s/?#]*@)[^\s/?#\\]+\S*$"
OTHER_DATE_PATTERN = r"^([0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2,4}|[0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4})$"
"""What looks like a day and is none of the registry's form: no file reference."""
WORDS_PATTERN = (
    "^(?!(?:true|false)$)([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff][Ff]"
    "|[Jj][Aa]|[Nn][Ee][Ii][Nn])$"
)
"""The words for yes and no that amtlint reads and YAML 1.2 leaves as text; `true` is text in quotes only."""


def registry_schema(tree: Tree, lang: str) -> dict[str, Any]:
    """The schema of a registry file."""
    defs = {
        name: {"title": NAMES[name][lang], **_object(tree[name], REQUIRED[name], lang)}
        for name in ("account", "authority")
    }
    defs["record"] = {"title": NAMES["record"][lang], **_record(tree, lang)}
    defs |= {
        name: field_schema(field, lang) for name, field in tree["defs"].items() if name != "record"
    }
    return {
        "$schema": DIALECT,
        "$id": REGISTRY_ID,
        "title": TITLE[lang],
        **_object(tree["root"], REQUIRED["root"], lang),
        "$defs": dict(sorted(defs.items())),
    }


def config_schema(lang: str) -> dict[str, Any]:
    """The schema of `.amtlint.yaml`."""
    return {
        "$schema": DIALECT,
        "$id": CONFIG_ID,
        "title": CONFIG_TITLE[lang],
        **_object(FIELDS, [], lang),
    }


def field_schema(field: Field, lang: str) -> dict[str, Any]:
    """The schema of one field with all beneath it."""
    schema = _words(field, lang)
    if "$ref" in field:
        schema["$ref"] = f"#/$defs/{field['$ref']}"
    elif "anyOf" in field:
        schema["anyOf"] = [field_schema(option, lang) for option in field["anyOf"]]
    else:
        schema |= _typed(field, lang)
    if field.get("examples"):
        schema["examples"] = field["examples"]
    return schema


def _words(field: Field, lang: str) -> dict[str, Any]:
    """The description in the language, the other one beside it."""
    description = field.get("description")
    if not description:
        return {}
    other = "en" if lang == "de" else "de"
    return {
        "description": description[lang],
        f"x-description-{other}": description[other],
    }


def _typed(field: Field, lang: str) -> dict[str, Any]:
    kind = field.get("type", "string")
    if kind == "anything":
        return {}
    if kind == "object":
        inner = _object(field.get("properties", {}), field.get("required", []), lang)
        return {**inner, "type": ["object", "null"]}
    if kind == "array":
        return {"type": ["array", "null"], "items": field_schema(field.get("items", {}), lang)}
    if kind == "record":
        return {"$ref": "#/$defs/record"}
    if kind == "boolean":
        return {"type": ["boolean", "string", "null"], "pattern": WORDS_PATTERN}
    if kind == "integer":
        return {"type": ["integer", "null"]}
    if kind == "number":
        return {"type": ["number", "null"]}
    return _string(field)


def _string(field: Field) -> dict[str, Any]:
    if "enum" in field:
        return {"enum": [*_as_numbers(field["enum"]), *field["enum"], None]}
    if field.get("format") == "date":
        return {"type": ["string", "null"], "format": "date", "pattern": DATE_PATTERN}
    if field.get("format") == "uri":
        return {"type": ["string", "null"], "pattern": URI_PATTERN}
    schema: dict[str, Any] = {"type": TEXT_TYPES}
    schema |= {key: field[key] for key in ("pattern", "maxLength") if key in field}
    return schema


def _as_numbers(values: list[str]) -> list[int]:
    """`registry: 1` is the text "1" to amtlint and a number to everyone else."""
    return [int(value) for value in values if value.isascii() and value.isdigit()]


def _object(properties: dict[str, Field], required: list[str], lang: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {name: field_schema(field, lang) for name, field in properties.items()},
        "additionalProperties": False,
    }
    if required:
        schema["required"] = list(required)
        for name in required:
            schema["properties"][name] = _given(schema["properties"][name])
    return schema


def _given(schema: dict[str, Any]) -> dict[str, Any]:
    """The same for what must not be empty."""
    given = dict(schema)
    if isinstance(schema.get("type"), list):
        given["type"] = [kind for kind in schema["type"] if kind != "null"]
    if "enum" in schema:
        given["enum"] = [value for value in schema["enum"] if value is not None]
    return given


def _record(tree: Tree, lang: str) -> dict[str, Any]:
    return {
        **_words(tree["defs"].get("record", {}), lang),
        "anyOf": [
            {"type": TEXT_TYPES, "not": {"type": "string", "pattern": OTHER_DATE_PATTERN}},
            _object(RECORD, [], lang),
        ],
    }
