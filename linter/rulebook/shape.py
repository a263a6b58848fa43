"""What a rule, a pack and a source entry may say: the fields of the rulebook's own YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.platforms import KNOWN

if TYPE_CHECKING:
    from linter.registry.fields import Field

TEXT: Field = {
    "type": "object",
    "properties": {"de": {"type": "string"}, "en": {"type": "string"}},
    "required": ["de", "en"],
}
WORDS: Field = {"type": "array", "items": {"type": "string"}}
DAY: Field = {"type": "string", "format": "date"}
SPAN: Field = {"type": "object", "properties": {"from": DAY, "until": DAY}}
PLATFORMS: Field = {"type": "array", "items": {"type": "string", "enum": KNOWN}}
"""The list itself, so that a plug-in's platform is known to the rules, too."""


def one_of(*words: str) -> Field:
    """A list of words out of these."""
    return {"type": "array", "items": {"type": "string", "enum": list(words)}}


KINDS = one_of("ressort", "fach", "personal", "authority")
AUTHORITY_KINDS = one_of(
    "ministry", "state-chancellery", "city", "district", "police", "agency", "other"
)

TEXTS = ("handle", "url", "name", "bio", "impressum", "privacy", "moved_to", "unread", "fault")
SHOWN: dict[str, Field] = {
    **{name: {"type": "string"} for name in TEXTS},
    "links": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"label": {"type": "string"}, "url": {"type": "string"}},
            "required": ["url"],
        },
    },
    "verification": {
        "type": "object",
        "properties": {
            "state": {"type": "string", "enum": ["verified", "not_verified", "unknown"]},
            "kind": {"type": "string"},
        },
    },
    "bot": {"type": "boolean"},
    "last_post": DAY,
}
"""What an example may say of a profile, see `linter.example_web`."""

CODE = r"^[A-Z]{2,12}\d{3}$"

RULE: dict[str, Field] = {
    "code": {"type": "string", "pattern": CODE},
    "name": {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"},
    "redirects": WORDS,
    "since": {"type": "string"},
    "status": {"type": "string", "enum": ["preview", "stable", "deprecated"]},
    "severity": {"type": "string", "enum": ["error", "warning", "info"]},
    "duty": {"type": "string", "enum": ["must", "should", "may", "own"]},
    "valid": SPAN,
    "title": TEXT,
    "source": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "document": {"type": "string"},
                "section": {"type": "string"},
                "quote": {"type": "string"},
                "from": DAY,
                "until": DAY,
            },
            "required": ["document", "section"],
        },
    },
    "applies_to": {
        "type": "object",
        "properties": {
            "kinds": KINDS,
            "platforms": PLATFORMS,
            "not_platforms": PLATFORMS,
            "status": one_of("planned", "active", "dormant", "closed"),
            "jurisdictions": WORDS,
            "authority_kinds": AUTHORITY_KINDS,
            "authorities": WORDS,
            "unless_packs": WORDS,
        },
    },
    "per": {
        "type": "string",
        "enum": ["account", "entry", "authority", "authority-platform", "registry"],
    },
    "tags": WORDS,
    "needs": {
        "type": "array",
        "items": {"type": "string", "enum": ["registry", "profile", "web"]},
    },
    "when": {"type": "anything"},
    "check": {"type": "anything"},
    "message": TEXT,
    "variants": {"type": "anything"},
    "severities": {"type": "anything"},
    "why": TEXT,
    "remedy": TEXT,
    "waivable": {
        "anyOf": [
            {"type": "boolean"},
            {"type": "object", "properties": {"longest_days": {"type": "integer"}}},
        ]
    },
    "reviewed": {
        "type": "object",
        "properties": {"by": {"type": "string"}, "on": DAY, "next": DAY},
        "required": ["by", "on"],
    },
    "examples": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "good": {"type": "string"},
                "bad": {"type": "string"},
                "unknown": {"type": "string"},
                "as_of": DAY,
                "pages": {
                    "type": "object",
                    "properties": {"impressum": {"type": "string"}, "privacy": {"type": "string"}},
                },
                "profile": {"type": "object", "properties": SHOWN},
                "web": {"type": "anything"},
                "note": {"type": "string"},
                "finds": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {
                            key: {"type": "string"} for key in ("at", "text", "de", "en", "account")
                        },
                    },
                },
            },
        },
    },
}
RULE_REQUIRED = [
    "code",
    "name",
    "since",
    "status",
    "severity",
    "duty",
    "title",
    "source",
    "tags",
    "needs",
    "check",
    "message",
    "why",
    "remedy",
    "waivable",
    "reviewed",
    "examples",
]

PACK: dict[str, Field] = {
    "id": {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"},
    "title": TEXT,
    "description": TEXT,
    "default_for": {
        "type": "object",
        "properties": {
            "jurisdictions": WORDS,
            "authority_kinds": AUTHORITY_KINDS,
            "authorities": WORDS,
            "kinds": KINDS,
        },
    },
    "always": {"type": "boolean"},
    "binds": {
        "type": "object",
        "properties": {"jurisdictions": WORDS, "authority_kinds": AUTHORITY_KINDS},
    },
    "house_rule": TEXT,
}
PACK_REQUIRED = ["id", "title", "description"]

BODY: dict[str, Field] = {
    "id": {"type": "string"},
    "kind": AUTHORITY_KINDS["items"],
    "jurisdiction": {"type": "string"},
    **dict.fromkeys(("names", "short_names", "abbreviations", "domains"), WORDS),
    **dict.fromkeys(("predecessors", "successors"), WORDS),
    "since": DAY,
    "until": DAY,
    "people": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                **{key: {"type": "string"} for key in ("name", "first_name", "office", "source")},
                "since": DAY,
                "until": DAY,
            },
            "required": ["name"],
        },
    },
    **{key: {"type": "anything"} for key in ("address", "source", "note", "confidence")},
}
"""An authority in a pack's `facts/authorities.yaml`."""
REMARKS: dict[str, Field] = {
    key: {"type": "anything"} for key in ("source", "note", "confidence", "address", "addresses")
}
RESSORT: dict[str, Field] = {
    "id": {"type": "string"},
    "kind": AUTHORITY_KINDS["items"],
    "names": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"text": {"type": "string"}, "since": DAY, "until": DAY},
            "required": ["text"],
        },
    },
    **dict.fromkeys(("short", "abbreviations", "domains", "umbrella"), WORDS),
    **dict.fromkeys(("predecessors", "successors"), WORDS),
    "since": DAY,
    "until": DAY,
    "broad": {"type": "boolean"},
    **REMARKS,
}
HOLDER: dict[str, Field] = {
    **{key: {"type": "string"} for key in ("name", "first_name", "office", "ressort")},
    "forms": WORDS,
    "since": DAY,
    "until": DAY,
    **REMARKS,
}
FACTS: dict[str, tuple[dict[str, Field], list[str]]] = {
    "authorities": (BODY, ["id"]),
    "ressorts": (RESSORT, ["id", "kind", "names"]),
    "officeholders": (HOLDER, ["name", "ressort"]),
}
"""What stands in the list of that name in a pack's file of facts of that name, and what must."""

FIELD: dict[str, Field] = {
    "type": {
        "type": "string",
        "enum": ["string", "object", "array", "record", "boolean", "integer", "number", "anything"],
    },
    "$ref": {"type": "string"},
    "description": TEXT,
    "examples": {"type": "array", "items": {"type": "anything"}},
    "enum": WORDS,
    "synonyms": {"type": "anything"},
    "format": {"type": "string", "enum": ["date", "uri"]},
    "pattern": {"type": "string"},
    "maxLength": {"type": "integer"},
    "required": WORDS,
    "properties": {"type": "anything"},
    "items": {"type": "anything"},
    "anyOf": {"type": "array", "items": {"type": "anything"}},
}
"""A field of the registry in a pack's `schema/*.yaml`; what lies beneath it is read field by field."""

DOCUMENT: dict[str, Field] = {
    "title": TEXT,
    "short": TEXT,
    "kind": {
        "type": "string",
        "enum": [
            "law",
            "guideline",
            "ruling",
            "report",
            "agreement",
            "letter",
            "press",
            "website",
            "own",
        ],
    },
    "date": {"type": "string"},
    "since": {"type": "string"},
    "until": DAY,
    "url": {"type": "string", "format": "uri"},
    "sections": {"type": "array", "items": TEXT},
    "note": TEXT,
}
DOCUMENT_REQUIRED = ["title", "short", "kind", "date"]

STANDARD = frozenset(
    ("account", "handle", "platform", "authority", "authority_name", "kind", "field", "value")
)
"""Placeholders that every message may use, whatever the check supplies."""
