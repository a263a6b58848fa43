"""What the config file may say: its fields, as the registry's are described."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.config_network import NETWORK
from linter.config_notify import NOTICE

if TYPE_CHECKING:
    from linter.registry.fields import Field

WORDS: Field = {"type": "array", "items": {"type": "string"}}


def _text(de: str, en: str) -> dict[str, str]:
    return {"de": de, "en": en}


FIELDS: dict[str, Field] = {
    "registry": {
        **WORDS,
        "description": _text(
            "Dateien und Ordner des Registers, relativ zur Konfiguration.",
            "Files and folders of the registry, relative to the config.",
        ),
        "examples": [["accounts"]],
    },
    "packs": {
        **WORDS,
        "description": _text(
            "Regelpakete für Dateien, die selbst keine nennen.",
            "Rule packs for files that name none themselves.",
        ),
        "examples": [["nrw-handreichung", "impressum", "privacy"]],
    },
    "pack-paths": {
        **WORDS,
        "description": _text("Ordner eigener Regelpakete.", "Folders of your own rule packs."),
        "examples": [["rules/house"]],
    },
    "authorities": {
        **WORDS,
        "description": _text(
            "Dateien mit Behörden (`authorities:` wie im Register).",
            "Files with authorities (`authorities:` as in a registry).",
        ),
        "examples": [["authorities.yaml"]],
    },
    "people": {
        **WORDS,
        "description": _text(
            "Dateien mit Amtsinhaberinnen und Amtsinhabern (`people:` mit name, office, authority, since, until).",
            "Files with office holders (`people:` with name, office, authority, since, until).",
        ),
        "examples": [["people.yaml"]],
    },
    "baseline": {
        "type": "string",
        "description": _text(
            "Datei der Baseline; sonst .amtlint-baseline.json neben der Konfiguration.",
            "The baseline's file; .amtlint-baseline.json beside the config otherwise.",
        ),
        "examples": [".amtlint-baseline.json"],
    },
    "select": {
        **WORDS,
        "description": _text(
            "Nur diese Regeln: Codes, Namen, Anfänge, Schlagwörter oder Pakete.",
            "Only these rules: codes, names, prefixes, tags or packs.",
        ),
        "examples": [["NRW1", "impressum"]],
    },
    "ignore": {
        **WORDS,
        "description": _text(
            "Diese Regeln nicht; ohne Innensicht des Hauses zum Beispiel `governance`.",
            "Not these rules; `governance`, say, for an outsider.",
        ),
        "examples": [["governance"]],
    },
    "extend-select": {
        **WORDS,
        "description": _text("Diese Regeln zusätzlich.", "These rules as well."),
        "examples": [["NRW409"]],
    },
    "severity": {
        "type": "anything",
        "description": _text(
            "Schwere einzelner Regeln: Code oder Name → error, warning oder info.",
            "Severity of single rules: code or name → error, warning or info.",
        ),
        "examples": [{"DSE207": "warning"}],
    },
    "fail-on": {
        "type": "string",
        "enum": ["error", "warning", "info"],
        "description": _text(
            "Ab welcher Schwere der Aufruf fehlschlägt (Vorgabe: warning).",
            "From which severity the call fails (default: warning).",
        ),
        "examples": ["warning"],
    },
    "lang": {
        "type": "string",
        "enum": ["de", "en"],
        "description": _text("Sprache der Ausgabe.", "Language of the output."),
        "examples": ["de"],
    },
    "require-plugins": {
        **WORDS,
        "description": _text(
            "Plug-ins, ohne die nicht geprüft wird.", "Plug-ins without which nothing is checked."
        ),
        "examples": [["amtlint-acme"]],
    },
    "contact": {
        "type": "string",
        "description": _text(
            "Kontaktadresse für das Lesen öffentlicher Seiten.",
            "Contact address for reading public pages.",
        ),
        "examples": ["https://www.example.org/kontakt"],
    },
    "network": {
        "type": "object",
        "properties": NETWORK,
        "description": _text(
            "Einstellungen für das Lesen öffentlicher Seiten.",
            "Settings for reading public pages.",
        ),
        "examples": [{"per-host": 2}],
    },
    "notify": {
        "type": "array",
        "items": {"type": "object", "properties": NOTICE},
        "description": _text(
            "Wer nach einem Lauf benachrichtigt wird, per E-Mail oder Webhook; siehe docs/nights.md.",
            "Who is told after a run, by e-mail or webhook; see docs/nights.md.",
        ),
        "examples": [
            [
                {
                    "email": {
                        "to": ["presse@example.org"],
                        "from": "amtlint@example.org",
                        "host": "mail.example.org",
                    }
                }
            ]
        ],
    },
}
