"""The baseline's file: JSON that reads well in a diff, and says where it is broken."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from linter.errors import LinterError
from linter.findings.baseline import Baseline, Entry
from linter.subject import day_of
from linter.text import LANGUAGES

if TYPE_CHECKING:
    from linter.text import Text

NAME = ".amtlint-baseline.json"
"""What it is called where nobody says otherwise."""
VERSION = 1
MAX_BYTES = 256_000_000
REQUIRED = ("fingerprint", "code")
ABSENT: dict[str, Any] = {"count": 1, "message": {"de": "", "en": ""}}
"""What an entry means that does not say; any other text it lacks is empty."""

NONE: Text = {"de": "Das ist keine Baseline.", "en": "This is no baseline."}
ANOTHER: Text = {
    "de": "Nennen Sie eine andere Datei; „amtlint baseline adopt“ legt sie an, wenn es sie noch nicht gibt.",
    "en": "Name another file; `amtlint baseline adopt` creates it if there is none yet.",
}
MEND: Text = {
    "de": "Nach einem Merge beide Seiten behalten; sonst die Datei löschen und mit „amtlint baseline“ neu anlegen.",
    "en": "After a merge keep both sides; otherwise delete the file and start anew with `amtlint baseline`.",
}


def from_baseline(file: str, path: str) -> str:
    """A path as seen from the baseline's folder, the same from wherever it is written."""
    try:
        return os.path.relpath(path, os.path.dirname(file) or ".").replace(os.sep, "/")  # noqa: PTH120 - the hook's path
    except ValueError:  # another drive
        return path


def render(baseline: Baseline) -> str:
    """The file's text: the same entries give the same bytes."""
    entries = [
        {**asdict(entry), "first_seen": entry.first_seen.isoformat()} for entry in baseline.sorted()
    ]
    data = {"version": VERSION, "entries": entries}
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return "".join(c if c.isprintable() or c == "\n" else _escape(c) for c in text) + "\n"


def _escape(character: str) -> str:
    """What an editor would not show (bidi and zero-width characters) as JSON writes it."""
    return json.dumps(character)[1:-1]


def read(text: str, path: str) -> Baseline:
    """Read a baseline; whatever is wrong with it is a `LinterError` with its place."""
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise _broken(
            path,
            f"Die Baseline ist kein gültiges JSON ({error.msg}).",
            f"The baseline is no valid JSON ({error.msg}).",
            (error.lineno, error.colno),
        ) from None
    except ValueError:
        raise _broken(
            path,
            "Die Baseline enthält eine Zahl, die zu lang ist.",
            "The baseline holds a number that is too long.",
        ) from None
    except RecursionError:
        raise _broken(
            path,
            "Die Baseline ist zu tief verschachtelt.",
            "The baseline is nested too deeply.",
        ) from None
    return Baseline(_entries(data, text, path))


def _entries(data: Any, text: str, path: str) -> list[Entry]:
    version = data.get("version") if isinstance(data, dict) else None
    if type(version) is int and version > VERSION:
        line, column = place_of(text, ["version"])
        raise LinterError(
            {
                "de": f"Diese Baseline hat eine neuere amtlint-Version geschrieben (Format {version}).",
                "en": f"A newer version of amtlint wrote this baseline (format {version}).",
            },
            path=path,
            line=line,
            column=column,
            hint={"de": "Aktualisieren Sie amtlint.", "en": "Update amtlint."},
        )
    if version != VERSION or isinstance(version, bool):
        raise _broken(
            path,
            f"Das ist keine Baseline der Version {VERSION}.",
            f"This is no baseline of version {VERSION}.",
            place_of(text, ["version"]),
        )
    entries = data.get("entries")
    if not isinstance(entries, list):
        raise _broken(
            path,
            "„entries“ fehlt oder ist keine Liste.",
            "`entries` is missing or no list.",
            place_of(text, ["entries"]),
        )
    return [_read_entry(item, number, text, path) for number, item in enumerate(entries)]


def _read_entry(item: Any, number: int, text: str, path: str) -> Entry:
    if not isinstance(item, dict):
        raise _broken(
            path,
            "Ein Eintrag ist keine Zuordnung.",
            "An entry is no mapping.",
            place_of(text, ["entries", number]),
        )
    values: dict[str, Any] = {}
    for name in Entry.__slots__:
        value = item.get(name, ABSENT.get(name, ""))
        if name == "first_seen":
            value = day_of(str(value))
        if not _fits(name, value):
            raise _broken(
                path,
                f"In einem Eintrag fehlt „{name}“ oder ist nicht lesbar.",
                f"In an entry, `{name}` is missing or cannot be read.",
                place_of(text, ["entries", number, name]),
            )
        values[name] = value
    return Entry(**values)


def _fits(name: str, value: Any) -> bool:
    if name == "count":
        return type(value) is int and value > 0
    if name == "first_seen":
        return value is not None
    if name == "message":
        return isinstance(value, dict) and all(isinstance(value.get(key), str) for key in LANGUAGES)
    return isinstance(value, str) and (value != "" or name not in REQUIRED)


def place_of(text: str, steps: list[str | int]) -> tuple[int, int]:
    """Line and column of what stands at the steps, or of the nearest thing around it.

    JSON is YAML enough for libyaml to tell where things stand; asked only after a mistake.
    """
    import yaml  # noqa: PLC0415

    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError):
        return 1, 1
    for step in steps:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            inside = [value for key, value in node.value if key.value == step]
            node = inside[0] if inside else node
            if not inside:
                break
        else:
            break
    return (1, 1) if node is None else (node.start_mark.line + 1, node.start_mark.column + 1)


def _broken(path: str, de: str, en: str, place: tuple[int, int] = (1, 1)) -> LinterError:
    return LinterError(
        {"de": de, "en": en},
        path=path,
        line=place[0],
        column=place[1],
        hint=MEND,
    )


def _is_ours(data: bytes, path: str) -> bool:
    """Whether it was written as a baseline, be it that a merge or an editor broke it."""
    if os.path.basename(path) == NAME:  # noqa: PTH119 - the hook's path
        return True
    return b'"entries"' in data and (b'"fingerprint"' in data or b'"version": 1,' in data)


def load(path: str, *, missing_ok: bool = False) -> Baseline:
    """Read the file; missing_ok: without one, nothing is known yet."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - pathlib costs start-up
            raise LinterError(
                {"de": "Die Baseline ist keine Datei.", "en": "The baseline is no file."}, path=path
            )
        with open(path, "rb") as stream:  # noqa: PTH123 - as above
            data = stream.read(MAX_BYTES)
        try:
            return read(data.decode(), path)
        except (LinterError, UnicodeDecodeError) as error:
            if _is_ours(data, path) or (isinstance(error, LinterError) and error.hint is not MEND):
                raise
            raise LinterError(NONE, path=path, hint=ANOTHER) from None
    except FileNotFoundError:
        if missing_ok:
            return Baseline()
        raise LinterError(
            {"de": "Die Baseline gibt es nicht.", "en": "There is no such baseline."},
            path=path,
            hint={
                "de": "Angelegt wird sie mit „amtlint baseline adopt“.",
                "en": "`amtlint baseline adopt` creates it.",
            },
        ) from None
    except UnicodeDecodeError:
        raise _broken(
            path, "Die Baseline ist nicht in UTF-8 geschrieben.", "The baseline is not UTF-8."
        ) from None
    except OSError as error:
        from linter.os_errors import refused  # noqa: PLC0415 - only for a fault

        raise LinterError(
            refused("Die Baseline ist nicht lesbar", "The baseline cannot be read", error),
            path=path,
        ) from None
