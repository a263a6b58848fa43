"""`.amtlint.yaml`: found upwards, read strictly, every fault with its place."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

from linter.errors import LinterError
from linter.registry.fields import Field, Tree
from linter.registry.load import read
from linter.registry.nodes import Mapping, Node, Scalar, Sequence
from linter.registry.parse import parse
from linter.registry.validate import Report, compile_object

NAME = ".amtlint.yaml"
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
            "Dateien mit Amtsinhabern (`people:` mit name, office, authority, since, until).",
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
            "Nur diese Regeln: Codes, Namen, Präfixe, Schlagworte oder Pakete.",
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
            "Schwere einzelner Regeln: Code → error, warning oder info.",
            "Severity of single rules: code → error, warning or info.",
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
        "type": "anything",
        "description": _text(
            "Einstellungen für das Lesen öffentlicher Seiten.",
            "Settings for reading public pages.",
        ),
        "examples": [{"per-host": "2"}],
    },
    "notify": {
        "type": "anything",
        "description": _text("Benachrichtigungen.", "Notifications."),
        "examples": [{"mail": "presse@example.org"}],
    },
}
SEVERITY = ("error", "warning", "info")


@dataclass(slots=True, eq=False, repr=False)
class Config:
    """What the config file says; paths are made absolute against its folder."""

    path: str = ""
    folder: str = ""
    registry: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    pack_paths: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    baseline: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: dict[str, str] = field(default_factory=dict)
    fail_on: str = "warning"
    lang: str = ""
    require_plugins: tuple[str, ...] = ()
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    def fault(self, key: str, de: str, en: str, hint: dict[str, str] | None = None) -> LinterError:
        """An error at a key of the config."""
        line, column = self.places.get(key, (1, 1))
        return LinterError(_text(de, en), path=self.path, line=line, column=column, hint=hint)


def discover(start: str) -> str | None:
    """The nearest config at or above a file or folder."""
    folder = os.path.abspath(start)  # noqa: PTH100 - pathlib is not needed on the hook's path
    if not os.path.isdir(folder):  # noqa: PTH112
        folder = os.path.dirname(folder)  # noqa: PTH120
    while True:
        candidate = os.path.join(folder, NAME)  # noqa: PTH118
        if os.path.lexists(candidate):
            return candidate
        parent = os.path.dirname(folder)  # noqa: PTH120
        if parent == folder:
            return None
        folder = parent


def load_config(path: str) -> Config:
    """Read a config file; raises `LinterError` with the first fault's place."""
    document = parse(read(path), path)
    root: Node | None = document.root
    if root is None or (type(root) is Scalar and root.text is None):
        root = Mapping({}, 0)
    if type(root) is Mapping and not document.problems:
        empty: Tree = {"root": {}, "authority": {}, "account": {}, "defs": {}}
        compile_object(empty, FIELDS, [])(root, "", Report(document))
    if document.problems or type(root) is not Mapping:
        from linter.rulebook.load import at, translated  # noqa: PLC0415 - only for a fault

        if document.problems:
            raise translated(document, document.problems[0])
        raise at(
            document, root, "Hier wird eine Zuordnung erwartet.", "A mapping is expected here."
        )
    folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120
    config = Config(path=path, folder=folder)
    for key, node in root.entries.items():
        config.places[key] = document.position(document.span(node)[0])
        value = _value(node)
        if key in ("registry", "pack-paths", "authorities", "people"):
            value = tuple(os.path.normpath(os.path.join(folder, item)) for item in value)  # noqa: PTH118
        elif key == "baseline":
            value = os.path.normpath(os.path.join(folder, value))  # noqa: PTH118
        elif key == "severity":
            value = _severity(config, node, document)
        if key not in ("contact", "network", "notify") and value is not None:
            setattr(config, key.replace("-", "_"), value)
    return config


def _severity(config: Config, node: Node, document: Any) -> dict[str, str]:
    if type(node) is not Mapping:
        raise config.fault(
            "severity", "Hier wird „CODE: level“ erwartet.", "“CODE: level” is expected here."
        )
    levels: dict[str, str] = {}
    for code, child in node.entries.items():
        level = child.text if type(child) is Scalar else None
        if level not in SEVERITY:
            config.places[f"severity.{code}"] = document.position(document.span(child)[0])
            raise config.fault(
                f"severity.{code}",
                f"Die Schwere von {code} muss error, warning oder info sein.",
                f"The severity of {code} must be error, warning or info.",
            )
        levels[code] = level
    return levels


def _value(node: Node) -> Any:
    if type(node) is Sequence:
        return tuple(
            item.text for item in node.items if type(item) is Scalar and item.text is not None
        )
    return node.text if type(node) is Scalar else None
