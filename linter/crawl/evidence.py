"""evidence: what a night asked and was answered, written down as it happens.

Files are only ever appended to, an index line after the records it names: whatever a kill leaves
behind is a usable beginning. The next start mends what a killed run left torn.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from linter.atomic import write_atomically
from linter.crawl import warc
from linter.crawl.body import same_body
from linter.crawl.mending import lock, mend, torn_off
from linter.crawl.night import VERSION, Run, as_line, lines, runs, written
from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    from linter.crawl.capture import Capture, Exchange

ROTATE = 1_000_000_000
SYNCED = 256
"""Captures after which the files are forced to the disk: a kill loses nothing, a power cut little."""


CODED = frozenset(("content-encoding", "content-length"))
"""Headers that do not fit a body that is stored by itself."""


class WarcRecorder:
    """Writes the evidence of one run into a folder; a `Recorder`.

    started: when the run began, and the name of its files; resume: go on with the run that began
    then and was killed, if the folder has it. Close it, or use it in a `with` statement: a run
    that was not closed, or was left by an exception, does not count as complete.
    """

    def __init__(
        self,
        folder: str,
        *,
        software: str,
        started: datetime,
        user_agent: str = "",
        robots: str = "RFC 9309",
        rulebook: str = "",
        resume: bool = False,
        rotate: int = ROTATE,
    ) -> None:
        self.folder = Path(folder)
        self.started = started.astimezone(UTC)
        self.said = (
            ("software", software),
            ("format", "WARC File Format 1.1"),
            (
                "conformsTo",
                "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            ),
            ("http-header-user-agent", user_agent),
            ("robots", robots),
            ("rulebook", rulebook),
        )
        self.rotate = rotate
        self.described: dict[str, object] = {}
        self._captures = 0
        self._written: dict[bytes, bytes] = {}
        self._archive: BinaryIO | None = None
        self._name = ""
        self._offset = 0
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.run, self._index = self._begin(resume=resume)
        except OSError as error:
            raise self._refused(error) from None
        try:
            mend(self.folder, but=self.run)
            self._write_night(complete=False)
        except BaseException:
            self._index.close()
            raise

    def exchange(self, exchange: Exchange) -> Mapping[str, object]:
        """Write one request and answer; returns the place of the answer."""
        answer = warc.response(exchange)
        self._room(exchange.at)
        place: dict[str, object] = {"file": self._name, "offset": self._offset}
        id_ = self._append(answer)
        self._append(warc.request(exchange, id_))
        return place

    def capture(self, key: str, capture: Capture) -> None:
        """Write the outcome of an ask; one that is written again counts as last written."""
        place = self._store(capture) if capture.weight and not self._holds(capture) else None
        self._line(key, capture, place)

    def again(self, key: str, capture: Capture) -> Capture:
        """Have what the run was answered before it was killed; returns it with its place here.

        Its place may be one in another folder: files there have the same names.
        """
        if self._written.get(_named(key)) == _short(as_line(key, capture, self.run.name)):
            return capture
        if not capture.weight:
            capture = capture.but(warc=None)
        elif capture.warc is None or capture.not_modified or not same_body(self.folder, capture):
            plain = {name: text for name, text in capture.headers.items() if name not in CODED}
            capture = capture.but(warc=self._store(capture), headers=plain)
        self._line(key, capture, None)
        return capture

    def _store(self, capture: Capture) -> dict[str, object]:
        """Write a body by itself; returns its place."""
        at = self._when(capture)
        self._room(at)
        place: dict[str, object] = {"file": self._name, "offset": self._offset}
        self._append(warc.resource(capture.final_url, at, capture.content_type, capture.body))
        return place

    def _line(self, key: str, capture: Capture, body: dict[str, object] | None) -> None:
        """Write the index line; body: where its body lies, if not at its own place."""
        if capture.fault and capture.status is None:
            said = (("fault", capture.fault), ("detail", capture.detail), ("asked", capture.url))
            at = self._when(capture)
            self._room(at)
            self._append(warc.metadata(capture.final_url or capture.url, at, said))
        self._write(self._index, as_line(key, capture, self.run.name, body))
        self._captures += 1
        if self._captures % SYNCED == 0:
            self._sync()

    def _when(self, capture: Capture) -> str:
        return capture.fetched_at or (capture.hops[-1].at if capture.hops else self._start())

    def describe(self, described: Mapping[str, object]) -> None:
        """Write down what a replay needs to be the same; later words are added to earlier ones."""
        self.described.update(described)
        self._write_night(complete=False)

    def close(self, *, complete: bool = True) -> None:
        """End the run. complete: everything that was to be asked has been."""
        if self._index.closed:
            return
        self._sync()
        if self._archive is not None:
            self._archive.close()
        if complete:
            self._write_night(complete=True)
            seal(self.run)
        self._index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close(complete=kind is None)

    def _begin(self, *, resume: bool) -> tuple[Run, BinaryIO]:
        """The run and its index, which nobody else writes."""
        name = self.started.strftime("%Y%m%dT%H%M%SZ")
        if resume:
            for run in reversed(runs(self.folder)):
                if run.name.split("_")[0] == name and (index := self._again(run)) is not None:
                    return run, index
        number = 1
        while True:
            run = Run(self.folder, name if number == 1 else f"{name}_{number}")
            try:
                index = run.index.open("xb", buffering=0)
            except FileExistsError:
                number += 1
                continue
            lock(index)
            return run, index

    def _again(self, run: Run) -> BinaryIO | None:
        """The index of a run to go on with; None where it is complete, or another writes it."""
        said = run.read()
        if said.get("complete"):
            return None
        index = run.index.open("ab", buffering=0)
        if not lock(index):
            index.close()
            return None
        torn_off(run)
        index.seek(0, os.SEEK_END)
        self.described = dict(said["described"])
        with run.index.open("rb") as stream:
            for _, line in lines(stream):
                self._captures += 1
                self._written.update(_told(line))
        return index

    def _holds(self, capture: Capture) -> bool:
        """Whether the body lies at the capture's own place: not where it is of another night."""
        if capture.warc is None or capture.not_modified:
            return False
        file = str(capture.warc["file"])
        if file == self._name:
            return True
        return same_body(self.folder, capture)

    def _room(self, date: str) -> None:
        """A file to write to, with room in it."""
        if self._archive is not None and self._offset < self.rotate:
            return
        written = self.run.archives()
        number = int(written[-1].name[-13:-8]) + 1 if written else 0
        path = self.run.archive(number)
        try:
            if self._archive is not None:
                self._sync()
                self._archive.close()
            self._archive = path.open("xb", buffering=0)
        except OSError as error:
            raise self._refused(error) from None
        self._name, self._offset = path.name, 0
        self._append(warc.info(path.name, date, self.said))

    def _append(self, record: warc.Record) -> str:
        """Write a record; returns its id."""
        if self._archive is None:  # pragma: no cover - _room comes first
            raise RuntimeError("no file is open")
        id_ = warc.identity(record, f"{self._name}:{self._offset}")
        data = warc.member(record, id_)
        self._write(self._archive, data)
        self._offset += len(data)
        return id_

    def _write(self, stream: BinaryIO, data: bytes) -> None:
        """Append all of it or nothing."""
        start = stream.tell()
        try:
            view = memoryview(data)
            while view:
                view = view[stream.write(view) :]
        except OSError as error:
            with suppress(OSError):
                stream.truncate(start)
                stream.seek(start)
            raise self._refused(error) from None

    def _sync(self) -> None:
        try:
            if self._archive is not None:
                os.fsync(self._archive.fileno())
            os.fsync(self._index.fileno())
        except OSError as error:
            raise self._refused(error) from None

    def _write_night(self, *, complete: bool) -> None:
        said: dict[str, object] = {
            "version": VERSION,
            "run": self.run.name,
            "started": self._start(),
            "complete": complete,
            **dict(self.said),
            "described": self.described,
        }
        if complete:
            said |= {"captures": self._captures, "index_sha256": _digest(self.run.index)}
        text = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
        write_atomically(str(self.run.night), text.encode())

    def _start(self) -> str:
        return self.started.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _refused(self, error: OSError) -> LinterError:
        from linter.os_errors import refused  # noqa: PLC0415 - only for a fault

        return LinterError(
            refused(
                "Die Beweissicherung lässt sich nicht schreiben",
                "The evidence cannot be written",
                error,
            ),
            path=str(self.folder),
            hint={
                "de": "Prüfen Sie Ordner, Zugriffsrechte und freien Platz.",
                "en": "Check the folder, the permissions and the free space.",
            },
        )


def seal(run: Run) -> None:
    """Write the digests of a run's files, as `sha256sum` does."""
    files = [*run.archives(), run.index, run.night]
    text = "".join(f"{_digest(path)}  {path.name}\n" for path in files)
    write_atomically(str(run.sums), text.encode())


def _told(line: bytes) -> dict[bytes, bytes]:
    """What a line of the index tells, by its key, both in short; nothing of one that is damaged."""
    try:
        entry = json.loads(line)
        entry.pop("body", None)
        return {_named(entry["key"]): _short(written(entry))}
    except (ValueError, LookupError, AttributeError):
        return {}


def _named(key: str) -> bytes:
    return _short(key.encode("utf-8", "surrogatepass"))


def _short(data: bytes) -> bytes:
    """Data in 16 bytes: a night of 50,000 accounts stays small in memory."""
    return blake2b(data, digest_size=16).digest()


def _digest(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()
