"""The rulebook's fast half: packs that were loaded strictly once are kept ready to use.

Reading 110 YAML rules with all checks of the loader takes longer than linting a registry, so
the result is cached, as Python does with its own modules and in the same form (`marshal`):
keyed by the names, sizes and times of all files, in the user's cache folder. A cache that
cannot be written costs time, nothing else; one that does not fit is made anew. It is data
only and runs no code.

It has two halves: what every run needs, and the words (messages, reasons, sources,
descriptions), which are read when the first finding is shown.
"""

from __future__ import annotations

import marshal
import os
import sys
from binascii import crc32  # as zlib's, and loaded by yaml anyway
from typing import TYPE_CHECKING, Any

from linter import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.rulebook.load import PackData

Data = dict[str, Any]

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - pathlib is not needed on the hook's path
SCHEMA = os.path.join(HERE, "registry", "schema")  # noqa: PTH118
MAKERS = [
    os.path.join(HERE, folder, f"{name}.py")  # noqa: PTH118
    for folder, names in (
        ("rulebook", ("compiled", "load", "book", "rule", "needles", "verify", "facts")),
        ("names", ("build", "kept", "lexicon", "spellings", "fold")),
    )
    for name in names
]
"""The code that makes the cache: made anew when that changes, whatever the version says."""
WORDS = ("title", "message", "variants", "why", "remedy", "source")
"""Parts of a rule that are needed when it finds something."""
TOLD = ("description", "examples")
"""Parts of a field that only documentation needs."""
HEAD = 24
"""Bytes in front: the lengths of the two halves, and a checksum over each."""


class Compiled:
    """Packs as plain data: `hot` is there, `words()` are fetched when asked for."""

    __slots__ = ("_fetch", "_words", "hot")

    def __init__(self, hot: Data, words: Data | None, fetch: Callable[[], Data]) -> None:
        self.hot = hot
        self._words = words
        self._fetch = fetch

    def words(self) -> Data:
        """{"rules": code → words, "documents": …, "tree": the fields with their descriptions}."""
        if self._words is None:
            self._words = self._fetch()
        return self._words


def rules_root() -> str:
    """The built-in packs: inside the installed package, or beside it in a checkout."""
    inside = os.path.join(HERE, "_rules")  # noqa: PTH118
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(HERE), "rules")  # noqa: PTH112, PTH118, PTH120


def compiled(
    root: str,
    cache_dir: str | None,
    *,
    base: Compiled | None = None,
    foreign: bool = False,
) -> Compiled:
    """The packs below a root; raises `LinterError` with the first fault.

    base: the built-in packs, to which a foreign pack may refer; cache_dir: None for no cache.
    """
    signature = signature_of(root, foreign)
    if base is not None:  # a foreign pack is checked against the built-in fields and sources
        signature += "\n" + str(base.hot["digest"])

    name = _cache_file(root, cache_dir)

    def make() -> tuple[Data, Data]:
        hot, words = made(root, signature, base, foreign)
        _write(name, hot, words)
        return hot, words

    hot = _read_hot(name, signature)
    if hot is None:
        hot, words = make()
        return Compiled(hot, words, lambda: words)
    # the file may be replaced meanwhile; then the words are made from the packs themselves
    return Compiled(hot, None, lambda: _read_words(name, signature) or make()[1])


def made(root: str, signature: str, base: Compiled | None, foreign: bool) -> tuple[Data, Data]:
    """Load the packs strictly; both halves of what the cache holds."""
    from pathlib import Path  # noqa: PLC0415 - only when the cache is stale

    from linter.rulebook.load import load_packs  # noqa: PLC0415

    words = base.words() if base else {}
    data = load_packs(
        Path(root), documents=words.get("documents"), tree=words.get("tree"), foreign=foreign
    )
    if data.problems:
        raise _first(data)
    return halves(data, signature, words.get("documents") or {}, foreign=foreign)


def halves(data: PackData, signature: str, known: Data, *, foreign: bool) -> tuple[Data, Data]:
    """What every run needs, and the words; known: documents that are listed elsewhere."""
    from linter.rulebook.book import kept  # noqa: PLC0415 - only when the cache is stale
    from linter.rulebook.needles import needles_of  # noqa: PLC0415

    documents = {**known, **data.documents}
    told = [
        {**rule, "source": [timed(source, documents) for source in rule["source"]]}
        for rule in data.rules
    ]
    hot = {
        "signature": signature,
        "digest": data.digest,
        "packs": data.packs,
        "facts": data.facts,
        "tree": _bare(data.tree),
        "needles": needles_of(data.rules),
        "lexicon": None if foreign else _lexicon(data.facts),
        "rules": [kept(rule, begin_of(rule["source"])) for rule in told],
    }
    words = {
        "signature": signature,
        "documents": data.documents,
        "tree": data.tree,
        "rules": {rule["code"]: {key: rule[key] for key in WORDS if key in rule} for rule in told},
    }
    return hot, words


def first_day(text: str) -> str:
    """The first day of a month or a year; a day itself."""
    return text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text


def timed(source: Data, documents: Data) -> Data:
    """A passage with the days of its document: of a law they are the passage's, where it names none."""
    document = documents.get(source["document"]) or {}
    since, until = str(document.get("since") or ""), str(document.get("until") or "")
    days = {"begins": first_day(since), "ends": until}
    if document.get("kind") == "law" and first_day(since) == since:
        days = {"from": since, "until": until}
    return {**{key: day for key, day in days.items() if day}, **source}


def begin_of(sources: list[Data]) -> str | None:
    """The first day on which one of the passages can have been there; None where one has none."""
    days = [str(source.get("from") or source.get("begins") or "") for source in sources]
    return min(days) if all(days) else None


def _lexicon(facts: Data) -> Data:
    from linter.names.build import build  # noqa: PLC0415 - only when the cache is stale
    from linter.names.kept import packed  # noqa: PLC0415
    from linter.rulebook.facts import authorities_from  # noqa: PLC0415

    authorities = authorities_from(facts)
    return packed(build(facts, authorities), authorities)


def _bare(field: Any) -> Any:
    """A field tree without what only documentation needs (a field may itself be so named)."""
    if isinstance(field, list):
        return [_bare(item) for item in field]
    if not isinstance(field, dict):
        return field
    return {
        key: _bare(value)
        for key, value in field.items()
        if key not in TOLD or (isinstance(value, dict) and ("type" in value or "$ref" in value))
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
    """Versions, code, names, sizes and times of all files that have a say."""
    parts = [f"{__version__} {sys.version_info[:2]} {marshal.version}", root]
    for module in MAKERS:
        status = os.stat(module)  # noqa: PTH116
        parts.append(f"{module}:{status.st_size}:{status.st_mtime_ns}")
    folders = [root] if foreign else [root, SCHEMA]
    while folders:
        folder = folders.pop()
        parts.append(folder)
        try:
            with os.scandir(folder) as entries:
                found = {entry.name: entry for entry in entries}
        except OSError:
            continue
        for name in sorted(found):
            if found[name].is_dir():
                folders.append(found[name].path)
            elif name.endswith((".yaml", ".yml")):  # the latter is misnamed, and told
                status = found[name].stat()
                parts.append(f"{name}:{status.st_size}:{status.st_mtime_ns}")
    return "\n".join(parts)


def _cache_file(root: str, cache_dir: str | None) -> str | None:
    if cache_dir is None:
        return None
    return os.path.join(cache_dir, f"rules-{crc32(os.path.abspath(root).encode()):08x}")  # noqa: PTH100, PTH118


def _read_hot(name: str | None, signature: str) -> Data | None:
    return _fitting(_half(name, 0), signature)


def _read_words(name: str | None, signature: str) -> Data | None:
    return _fitting(_half(name, 1), signature)


def _half(name: str | None, number: int) -> bytes | None:
    """The bytes of a half, if they are whole: `marshal` must never see anything but what was written."""
    if name is None:
        return None
    try:
        with open(name, "rb", buffering=0) as stream:  # noqa: PTH123
            head = stream.read(HEAD)
            sizes = [int.from_bytes(head[at : at + 8], "big") for at in (0, 8)]
            if os.fstat(stream.fileno()).st_size != HEAD + sum(sizes):
                return None
            stream.seek(HEAD + sum(sizes[:number]))
            content = stream.read(sizes[number])
    except OSError:
        return None
    checksum = head[16 + 4 * number :][:4]
    return content if crc32(content).to_bytes(4, "big") == checksum else None


def _fitting(content: bytes | None, signature: str) -> Data | None:
    if content is None:
        return None
    try:
        data = marshal.loads(content)  # noqa: S302 - the user's own file, checked above
    except (ValueError, EOFError, TypeError):
        return None
    if isinstance(data, dict) and data.get("signature") == signature:
        return data
    return None


def _write(name: str | None, hot: Data, words: Data) -> None:
    if name is None:
        return
    halves = (marshal.dumps(hot), marshal.dumps(words))
    head = b"".join(len(half).to_bytes(8, "big") for half in halves)
    head += b"".join(crc32(half).to_bytes(4, "big") for half in halves)
    temporary = f"{name}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(name), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
        with open(temporary, "wb") as stream:  # noqa: PTH123
            stream.write(head + b"".join(halves))
        os.replace(temporary, name)  # noqa: PTH105
    except OSError:
        return  # a read-only home: slower, not wrong
