"""The rulebook's fast half: packs that were loaded strictly once are kept as JSON.

Reading 110 YAML rules with all checks of the loader takes longer than linting a registry, so
the result is cached, as Python does with its own modules: keyed by the names, sizes and times
of all files, in the user's cache folder. A cache that cannot be written costs time, nothing
else; one that does not fit is made anew. It is data only and runs no code.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from linter import __version__

if TYPE_CHECKING:
    from linter.rulebook.load import PackData

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - pathlib is not needed on the hook's path
SCHEMA = os.path.join(HERE, "registry", "schema")  # noqa: PTH118
MAKERS = [
    os.path.join(HERE, "rulebook", f"{name}.py")  # noqa: PTH118
    for name in ("compiled", "load", "needles", "verify")
]
"""The code that makes the cache: made anew when that changes, whatever the version says."""
COLD = ("examples", "reviewed")
"""Parts of a rule that no run needs; `explain` reads the rule's file itself."""


def rules_root() -> str:
    """The built-in packs: inside the installed package, or beside it in a checkout."""
    inside = os.path.join(HERE, "_rules")  # noqa: PTH118
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(HERE), "rules")  # noqa: PTH112, PTH118, PTH120


def compiled(
    root: str,
    cache_dir: str | None,
    *,
    base: dict[str, Any] | None = None,
    foreign: bool = False,
) -> dict[str, Any]:
    """The packs below a root as plain data; raises `LinterError` with the first fault.

    base: the built-in data that a foreign pack may refer to; cache_dir: None for no cache.
    """
    signature = signature_of(root, foreign)
    name = _cache_file(root, cache_dir)
    cached = _read(name, signature)
    if cached is not None:
        return cached
    from pathlib import Path  # noqa: PLC0415 - only when the cache is stale

    from linter.rulebook.load import load_packs  # noqa: PLC0415

    data = load_packs(
        Path(root),
        documents=base["documents"] if base else None,
        tree=base["tree"] if base else None,
        foreign=foreign,
    )
    if data.problems:
        raise _first(data)
    result = as_json(data, signature)
    _write(name, result)
    return result


def as_json(data: PackData, signature: str) -> dict[str, Any]:
    """What the cache holds."""
    from linter.rulebook.needles import needles_of  # noqa: PLC0415 - only when the cache is stale

    return {
        "signature": signature,
        "digest": data.digest,
        "packs": data.packs,
        "documents": data.documents,
        "facts": data.facts,
        "tree": data.tree,
        "needles": needles_of(data.rules),
        "rules": [
            {key: value for key, value in rule.items() if key not in COLD} for rule in data.rules
        ],
    }


def _first(data: PackData) -> Exception:
    error = data.problems[0]
    more = len(data.problems) - 1
    if more:
        error.text = {
            "de": f"{error.text['de']} (und {more} weitere; „amtlint rules check“ zeigt alle)",
            "en": f"{error.text['en']} (and {more} more; “amtlint rules check” shows all)",
        }
    return error


def signature_of(root: str, foreign: bool) -> str:
    """Version, code, names, sizes and times of all files that have a say."""
    parts = [__version__, root]
    for module in MAKERS:
        status = os.stat(module)  # noqa: PTH116
        parts.append(f"{module}:{status.st_size}:{status.st_mtime_ns}")
    folders = [root] if foreign else [root, SCHEMA]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in sorted(entries, key=lambda e: e.name):
                    if entry.is_dir():
                        folders.append(entry.path)
                    elif entry.name.endswith(".yaml"):
                        status = entry.stat()
                        parts.append(f"{entry.path}:{status.st_size}:{status.st_mtime_ns}")
        except OSError:
            parts.append(f"{folder}:?")
    return "\n".join(parts)


def _cache_file(root: str, cache_dir: str | None) -> str | None:
    if cache_dir is None:
        return None
    from zlib import crc32  # noqa: PLC0415

    return os.path.join(cache_dir, f"rules-{crc32(os.path.abspath(root).encode()):08x}.json")  # noqa: PTH100, PTH118


def _read(name: str | None, signature: str) -> dict[str, Any] | None:
    if name is None:
        return None
    try:
        with open(name, encoding="utf-8") as stream:  # noqa: PTH123
            content = json.load(stream)
    except (OSError, ValueError):
        return None
    if isinstance(content, dict) and content.get("signature") == signature:
        return content
    return None


def _write(name: str | None, content: dict[str, Any]) -> None:
    if name is None:
        return
    temporary = f"{name}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(name), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
        with open(temporary, "w", encoding="utf-8") as stream:  # noqa: PTH123
            json.dump(content, stream, ensure_ascii=False, separators=(",", ":"))
        os.replace(temporary, name)  # noqa: PTH105
    except OSError:
        return  # a read-only home: slower, not wrong
