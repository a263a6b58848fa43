"""outputs: files that a command writes, which must be neither what it reads nor each other.

Everything is held against everything before anything runs: a report in place of the registry
would be found out when the registry is gone.
"""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from linter.errors import LinterError, in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from linter.config import Config
    from linter.text import Text

STDOUT = "-"
NIGHT = re.compile(r"\d{8}T\d{6}Z[.-]")
"""What the names of an evidence folder's own files begin with."""
IS_READ: Text = {
    "de": "Diese Datei liest der Aufruf; die Ausgabe würde sie überschreiben.",
    "en": "This file is read by the call; the output would overwrite it.",
}
TWICE: Text = {
    "de": "In diese Datei soll zweimal geschrieben werden.",
    "en": "This file is to be written twice.",
}
OTHER: Text = {"de": "Nennen Sie eine andere Datei.", "en": "Name another file."}


MALFORMED: Text = {
    "de": "--output erwartet FORMAT=DATEI, nicht „{item}“.",
    "en": "--output takes FORMAT=FILE, not “{item}”.",
}
NO_FORMAT: Text = {
    "de": "Ein Format „{name}“ gibt es nicht; möglich: {known}.",
    "en": "There is no format “{name}”; possible: {known}.",
}
NOT_WRITTEN: Text = {
    "de": "Die Datei lässt sich nicht schreiben ({why}).",
    "en": "The file cannot be written ({why}).",
}
GOES_ON: Text = {
    "de": "Der Lauf geht weiter; die übrigen Ausgaben werden geschrieben.",
    "en": "The run goes on; the other outputs are written.",
}


def reporter_failed(name: str, error: BaseException) -> LinterError:
    """What a plug-in's output format ended with."""
    what = in_one_line(error)
    return LinterError(
        {
            "de": f"Das Ausgabeformat „{name}“ eines Plug-ins ist gescheitert: {what}.",
            "en": f"A plug-in's output format “{name}” failed: {what}.",
        }
    )


def unwritable(files: Iterable[str]) -> Iterator[LinterError]:
    """What can be seen beforehand to fail: a folder that is not there, or nothing may be put into.

    A long run would find it out at its end. What only shows in writing (a full disk) is told then.
    """
    from linter.os_errors import why as reason_of  # noqa: PLC0415 - only where files are written

    for file in filter(None, files):
        target = Path(file).resolve()
        if target.exists() and not (target.is_file() or target.is_dir()):
            continue  # a device or a pipe
        folder = target.parent
        why = 0
        if target.is_dir():
            why = errno.EISDIR
        elif not folder.is_dir():
            why = errno.ENOTDIR if folder.exists() else errno.ENOENT
        elif not os.access(folder, os.W_OK | os.X_OK):
            why = errno.EACCES
        if why:
            reason = reason_of(why)
            said = {lang: text.format(why=reason[lang]) for lang, text in NOT_WRITTEN.items()}
            yield LinterError(said, path=file, hint=GOES_ON)


def separate(
    files: Iterable[str],
    settings: Config,
    inputs: Iterable[str],
    nights: Iterable[str] = (),
    others: Iterable[str] = (),
) -> None:
    """Raise where a file is written twice, or is one of the inputs or of what the config names.

    files: what will be written, "" and devices passed over; inputs: files and folders of the
    registry; nights: folders of evidence; others: files that are read besides.
    """
    written: set[str] = set()
    named = [file for file in files if file and (Path(file).is_file() or not Path(file).exists())]
    for file in named:
        real = os.path.normcase(Path(file).resolve())
        if real in written:
            raise LinterError(TWICE, path=file, hint=OTHER)
        written.add(real)
    there = {_identity(file): file for file in named if Path(file).is_file()}
    if not there:
        return
    for path in (*others, *_read(settings, inputs)):
        taken = there.get(_identity(path)) if path and Path(path).is_file() else None
        if taken is not None:
            raise LinterError(IS_READ, path=taken, hint=OTHER)
    folders = {Path(folder).resolve() for folder in nights if folder}
    for file in there.values():
        real_path = Path(file).resolve()
        if real_path.parent in folders and NIGHT.match(real_path.name):
            raise LinterError(IS_READ, path=file, hint=OTHER)


def _identity(path: str) -> tuple[int, int]:
    """What a file is, by whatever name."""
    status = Path(path).stat()
    return status.st_dev, status.st_ino


def _read(settings: Config, inputs: Iterable[str]) -> Iterator[str]:
    """All files that the call reads, those of folders among them."""
    from linter.registry.load import files_of  # noqa: PLC0415 - only where files are written

    registry = list(inputs)
    yield settings.path
    yield settings.baseline
    yield from (*settings.authorities, *settings.people)
    for path in (*registry, *settings.registry, *([] if registry or settings.registry else ["."])):
        if path and path != STDOUT:
            yield from (name for name, _ in files_of(path, []))
    for folder in settings.pack_paths:
        yield from map(str, Path(folder).rglob("*"))
