"""replay: a recorded night answers what the web answered then."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.crawl.body import body_at
from linter.crawl.capture import Capture
from linter.crawl.night import as_capture, changed, headless, lines, runs
from linter.crawl.warc import Unreadable
from linter.errors import LinterError
from linter.findings.history.run import Moment
from linter.findings.history.store import stamp

if TYPE_CHECKING:
    from linter.crawl.asking import Ask
    from linter.crawl.night import Run
    from linter.text import Text


LOST: Text = {
    "de": "Diese Datei fehlt; die übrigen der neuesten Aufzeichnung sind da.",
    "en": "This file is missing; the others of the newest recording are there.",
}


class Recorded:
    """A recorded night; a `Source`.

    run: which one of the folder, its newest complete one by default, or its newest where none is.
    described: what was written down beside it; moment: when it was, for a history; complete: whether the night came to its end.
    Bodies are read when they are asked for.
    """

    def __init__(self, folder: str, *, run: str = "") -> None:
        self.folder = Path(folder)
        self.run, said = _chosen(self.folder, run)
        self.described: dict[str, Any] = said["described"]
        self.started: str = str(said.get("started", ""))
        self.moment = moment(self.started, self.described.get("as_of"))
        self.complete: bool = bool(said.get("complete"))
        self._lines: dict[bytes, int] = {}
        digest = sha256()
        try:
            with self.run.index.open("rb") as stream:
                for at, line in lines(stream):
                    digest.update(line)
                    self._lines[_short(json.loads(line)["key"])] = at
        except (OSError, ValueError, LookupError, TypeError):
            raise changed(self.run.index) from None
        if self.complete and digest.hexdigest() != said.get("index_sha256"):
            raise changed(self.run.index)

    def forget_transient(self) -> int:
        """Nothing heals in a recording."""
        return 0

    async def get(self, ask: Ask) -> Capture:
        """The capture of that night; one that was not made then is `not_recorded`."""
        url = ask.url.partition("#")[0]
        if url != ask.url:  # a fragment is never sent, so the night has the page without it
            return (await self.get(replace(ask, url=url))).but(url=ask.url)
        at = self._lines.get(_short(ask.key))
        if at is None:
            return Capture(
                ask.url,
                ask.url,
                None,
                "not_recorded",
                f"the recorded night {self.run.name} did not ask this",
            )
        return self._read(at)

    def _read(self, at: int) -> Capture:
        try:
            with self.run.index.open("rb") as stream:
                stream.seek(at)
                entry = json.loads(stream.readline())
            place = entry.get("body") or entry["warc"]
            size = entry["size"]
            if not size:
                return as_capture(entry, b"")
        except (OSError, ValueError, LookupError, TypeError):
            raise changed(self.run.index) from None
        try:
            body = body_at(self.folder, place, _coding(entry), size)
        except (Unreadable, LookupError, TypeError):
            body = b""
        if sha256(body).hexdigest() != (entry["sha256"] or entry.get("digest")):
            raise changed(_named(self.folder, place), _other(entry["url"]))
        return as_capture(entry, body)


def _chosen(folder: Path, name: str) -> tuple[Run, dict[str, Any]]:
    """The run to replay, and what its `night.json` says."""
    found = runs(folder) if folder.is_dir() else []
    lost = headless(folder) if folder.is_dir() else []
    if not found and not lost:
        raise LinterError(
            {
                "de": "In diesem Ordner liegt keine aufgezeichnete Nacht.",
                "en": "There is no recorded night in this folder.",
            },
            path=str(folder),
            hint={
                "de": "Nennen Sie den Ordner, den „amtlint crawl --evidence ORDNER“ geschrieben hat.",
                "en": "Name the folder that “amtlint crawl --evidence DIR” has written.",
            },
        )
    if name:
        found = [run for run in found if run.name == name]
        if not found:
            raise LinterError(
                {
                    "de": f"Der Ordner enthält keine Aufzeichnung „{name}“.",
                    "en": f"The folder holds no recording “{name}”.",
                },
                path=str(folder),
            )
    read = [(run, run.read()) for run in reversed(found)]
    chosen = next((one for one in read if one[1].get("complete")), next(iter(read), None))
    if chosen is None or (lost and not name and lost[-1].name > chosen[0].name):
        raise changed(lost[-1].night, LOST)  # an older night must not pass for it
    return chosen


def moment(started: str, as_of: object) -> Moment:
    """When a night was; one that does not say so was before all others."""
    try:
        began = stamp(datetime.fromisoformat(started))
    except (ValueError, OverflowError):
        began = stamp(datetime.fromtimestamp(0, UTC))
    try:
        return Moment(began, date.fromisoformat(str(as_of)).isoformat())
    except ValueError:
        return Moment(began, began.partition("T")[0])


def _short(key: str) -> bytes:
    """A key in 16 bytes: a night of 50,000 accounts stays small in memory."""
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _coding(entry: dict[str, Any]) -> str:
    """The content coding of the stored body; one that was written by itself has none."""
    return "" if entry.get("body") else str(entry["headers"].get("content-encoding", ""))


def _named(folder: Path, place: object) -> Path:
    return folder / str(place["file"]) if isinstance(place, dict) and "file" in place else folder


def _other(url: str) -> dict[str, str]:
    return {
        "de": f"Die Aufzeichnung wurde verändert oder beschädigt: {url} hat nicht mehr den Inhalt von damals.",
        "en": f"The evidence was changed or damaged: {url} no longer has the content of that night.",
    }
