"""night: the files of one recorded run, and how captures stand in its index.

A run named `20261125T220000Z` has, in the folder of the evidence:

- `20261125T220000Z-00000.warc.gz` and further ones: what went over the wire;
- `20261125T220000Z.index.jsonl`: one line per finished capture;
- `20261125T220000Z.night.json`: what a replay needs to be the same; `complete` once it is;
- `20261125T220000Z.sha256`: the digests of the others, for `sha256sum -c`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from linter.crawl.capture import Capture, Hop
from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from linter.text import Text

NIGHT = ".night.json"
VERSION = 1
_PARTS = re.compile(r"(\d{8}T\d{6}Z(?:_\d+)?)(?:-\d{5}\.warc\.gz|\.index\.jsonl)")
_PLAIN = tuple(
    one.name for one in fields(Capture) if one.name not in {"hops", "headers", "body", "warc"}
)


@dataclass(frozen=True, slots=True)
class Run:
    """One recorded run of a folder."""

    folder: Path
    name: str

    @property
    def night(self) -> Path:
        """What the run was."""
        return self.folder / f"{self.name}{NIGHT}"

    @property
    def index(self) -> Path:
        """What was captured."""
        return self.folder / f"{self.name}.index.jsonl"

    @property
    def sums(self) -> Path:
        """The digests of the run's files."""
        return self.folder / f"{self.name}.sha256"

    def archive(self, number: int) -> Path:
        """The WARC file of a number."""
        return self.folder / f"{self.name}-{number:05d}.warc.gz"

    def archives(self) -> list[Path]:
        """The WARC files that are there, in the order written."""
        return sorted(self.folder.glob(f"{self.name}-[0-9][0-9][0-9][0-9][0-9].warc.gz"))

    def read(self) -> dict[str, Any]:
        """What `night.json` says."""
        try:
            said = json.loads(self.night.read_bytes())
        except (OSError, ValueError, RecursionError):
            said = None
        if not isinstance(said, dict) or not isinstance(said.get("described"), dict):
            raise changed(self.night)
        if said.get("version") != VERSION:
            raise LinterError(
                {
                    "de": "Diese Aufzeichnung stammt von einer neueren Fassung des Programms.",
                    "en": "This recording was made by a newer version of the program.",
                },
                path=str(self.night),
                hint={"de": "Aktualisieren Sie amtlint.", "en": "Update amtlint."},
            )
        return said


def runs(folder: Path) -> list[Run]:
    """The runs of a folder, the oldest first (their names begin with their start)."""
    names = sorted(path.name.removesuffix(NIGHT) for path in folder.glob(f"*{NIGHT}"))
    return [Run(folder, name) for name in names]


def headless(folder: Path) -> list[Run]:
    """What is left of runs that lost their `night.json`, the oldest first.

    A run writes that before anything else but an empty index.
    """
    found = {
        match[1]
        for path in folder.iterdir()
        if (match := _PARTS.fullmatch(path.name)) and path.stat().st_size
    }
    return [Run(folder, name) for name in sorted(found - {run.name for run in runs(folder)})]


def as_line(key: str, capture: Capture, run: str, body: dict[str, object] | None = None) -> bytes:
    """A capture as a line of the index. body: where its body lies, if not at its own place."""
    entry: dict[str, object] = {"key": key, "run": run}
    entry.update((name, getattr(capture, name)) for name in _PLAIN)
    entry["hops"] = [[hop.url, hop.status, hop.location, hop.at] for hop in capture.hops]
    entry["headers"] = dict(capture.headers)
    entry["warc"] = None if capture.warc is None else dict(capture.warc)
    entry["size"] = len(capture.body)
    if capture.body and not capture.sha256:  # then the replay has nothing else to check it by
        entry["digest"] = sha256(capture.body).hexdigest()
    if body is not None:
        entry["body"] = body
    return written(entry)


def written(entry: dict[str, Any]) -> bytes:
    """An entry of the index as its line."""
    return json.dumps(entry, separators=(",", ":")).encode() + b"\n"


def as_capture(entry: dict[str, Any], body: bytes) -> Capture:
    """The capture of a line, with its body."""
    plain = {name: entry[name] for name in _PLAIN}
    hops = tuple(Hop(*hop) for hop in entry["hops"])
    return Capture(**plain, hops=hops, headers=entry["headers"], warc=entry["warc"], body=body)


def lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Where each line of an index begins, and the line; the last is left out if it is torn."""
    at = 0
    for line in stream:
        if not line.endswith(b"\n"):
            return
        yield at, line
        at += len(line)


def changed(path: Path, why: Text | None = None) -> LinterError:
    """The evidence is not what was written."""
    return LinterError(
        why
        or {
            "de": "Die Aufzeichnung wurde verändert oder beschädigt.",
            "en": "The evidence was changed or damaged.",
        },
        path=str(path),
        hint={
            "de": "Nehmen Sie eine unveränderte Kopie; „sha256sum -c“ zeigt, welche Dateien abweichen.",
            "en": "Use an unchanged copy; “sha256sum -c” shows which files differ.",
        },
    )
