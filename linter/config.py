"""`.amtlint.yaml`: found upwards, read strictly, every fault with its place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from linter.bundle import bundle, fresh
from linter.errors import LinterError
from linter.registry.nodes import Mapping, Node, Scalar, Sequence, plain_data
from linter.rulebook.rule import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.registry.document import Document

NAME = ".amtlint.yaml"
OTHER = ".amtlint.yml"
NOT_THERE = {
    "de": "Diesen Teil des Registers gibt es nicht; er fehlte bei der Prüfung.",
    "en": "There is no such part of the registry; it was missing from the run.",
}
PATHS = frozenset(("registry", "pack-paths", "authorities", "people", "baseline"))
"""Keys that name files and folders."""


@bundle
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
    severity: dict[str, str] = fresh(factory=dict)
    fail_on: str = "warning"
    lang: str = ""
    require_plugins: tuple[str, ...] = ()
    contact: str = ""
    network: dict[str, Any] = fresh(factory=dict)
    notify: Any = None
    places: dict[str, tuple[int, int]] = fresh(factory=dict)

    def fault(self, key: str, de: str, en: str, hint: dict[str, str] | None = None) -> LinterError:
        """An error at a key of the config; without a place where an option was given instead."""
        if key not in self.places:
            return LinterError({"de": de, "en": en}, hint=hint)
        line, column = self.places[key]
        return LinterError(
            {"de": de, "en": en}, path=self.path, line=line, column=column, hint=hint
        )

    def named(self, error: LinterError) -> LinterError:
        """The fault of a file or folder that the config names, told where it does; others as they are."""
        key = f"={os.path.abspath(error.path)}" if error.path and not error.line else ""  # noqa: PTH100
        if key not in self.places:
            return error
        line, column = self.places[key]
        told = {lang: f"{error.path}: {text}" for lang, text in error.text.items()}
        return LinterError(told, path=self.path, line=line, column=column, hint=error.hint)

    def absent(self) -> Iterator[LinterError]:
        """Files and folders of the registry that are not there."""
        for path in self.registry:
            if not os.path.lexists(path):
                yield self.named(LinterError(NOT_THERE, path=path))

    def names(self, document: Document, node: Node) -> None:
        """Note where each of the files or folders at a key stands."""
        for item in node.items if type(node) is Sequence else [node]:
            if type(item) is Scalar and item.text is not None:
                path = os.path.normpath(os.path.join(self.folder, item.text))  # noqa: PTH118 - as below
                self.places.setdefault(f"={path}", document.position(document.span(item)[0]))


def nearest(paths: Iterable[str]) -> str | None:
    """The config above the current folder, else the one above all that is named.

    Never the one of a single path among others: what is found must not hang on their order.
    """
    found = discover(".")
    named = [os.path.abspath(path) for path in paths if path != "-"]  # noqa: PTH100 - the hook's path
    if found is None and named:
        try:
            found = discover(os.path.commonpath(named))
        except ValueError:  # on several drives
            return None
    return found


def passed_over(start: str, found: str | None) -> str | None:
    """A config by another ending, as near as the one found or nearer: it is never read."""
    folder = os.path.abspath(start)  # noqa: PTH100 - the hook's path
    last = os.path.dirname(os.path.abspath(found)) if found else ""  # noqa: PTH100, PTH120
    while True:
        candidate = os.path.join(folder, OTHER)  # noqa: PTH118
        if os.path.lexists(candidate):
            return candidate
        parent = os.path.dirname(folder)  # noqa: PTH120
        if folder in (last, parent):
            return None
        folder = parent


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
    from linter.config_fields import FIELDS  # noqa: PLC0415 - many a call has no config
    from linter.registry.fields import EMPTY  # noqa: PLC0415
    from linter.registry.load import read  # noqa: PLC0415
    from linter.registry.parse import parse  # noqa: PLC0415
    from linter.registry.validate import Report, compile_object  # noqa: PLC0415

    document = parse(read(path), path)
    root: Node | None = document.root
    if root is None or (type(root) is Scalar and root.text is None):
        root = Mapping({}, 0)
    if type(root) is Mapping and not document.problems:
        compile_object(EMPTY, FIELDS, [])(root, "", Report(document))
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
        if type(node) is Mapping:
            for name, child in node.entries.items():
                config.places[f"{key}.{name}"] = document.position(document.span(child)[0])
        if type(node) is Scalar and node.text is None:
            continue  # a key without a value says nothing
        value = _value(node)
        if key in PATHS:
            config.names(document, node)
        if key in ("registry", "pack-paths", "authorities", "people"):
            value = tuple(os.path.normpath(os.path.join(folder, item)) for item in value)  # noqa: PTH118
        elif key == "baseline":
            value = os.path.normpath(os.path.join(folder, value))  # noqa: PTH118
        elif key == "severity":
            value = _severity(config, node)
        elif key in ("network", "notify"):
            value = plain_data(node)
        setattr(config, key.replace("-", "_"), value)
    return config


def _severity(config: Config, node: Node) -> dict[str, str]:
    if type(node) is not Mapping:
        raise config.fault(
            "severity", "Hier wird „CODE: level“ erwartet.", "“CODE: level” is expected here."
        )
    levels: dict[str, str] = {}
    for code, child in node.entries.items():
        level = child.text if type(child) is Scalar else None
        if level not in SEVERITIES:
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
