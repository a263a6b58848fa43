"""Files are written whole or not at all, and never over what somebody else wrote meanwhile."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Iterator


def write_atomically(path: str, data: bytes) -> None:
    """Write beside the file and put it in its place; a link stays a link, permissions stay."""
    target = Path(path).resolve()
    temporary: Path | None = None
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a device or pipe is written to, never replaced
            return
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except OSError as error:
        raise LinterError(
            {
                "de": f"Die Datei lässt sich nicht schreiben ({error.strerror}).",
                "en": f"The file cannot be written ({error.strerror}).",
            },
            path=path,
            hint={
                "de": "Prüfen Sie Ordner und Zugriffsrechte.",
                "en": "Check the folder and the permissions.",
            },
        ) from None
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()


def content_of(path: str) -> bytes | None:
    """A file's bytes, for `replaced`; None where there is no file."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LinterError(
            {
                "de": f"Die Datei ist nicht lesbar ({error.strerror}).",
                "en": f"The file cannot be read ({error.strerror}).",
            },
            path=path,
        ) from None


def replaced(path: str, before: bytes | None, data: bytes) -> bool:
    """Write if the file is still as it was before (None: not there); False where it is not.

    Whoever gets False reads again what is there now, and makes the change to that.
    """
    with _alone(Path(path).resolve().parent):
        if content_of(path) != before:
            return False
        write_atomically(path, data)
        return True


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a lock on a folder, by which nothing is left in it.

    Where the system or the file system has none, only comparing protects: the gap between it
    and the write is a few microseconds.
    """
    descriptor = None
    try:
        import fcntl  # noqa: PLC0415 - not on every system

        descriptor = os.open(folder, os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except (ImportError, OSError):
        pass
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _mode(target: Path) -> int:
    """The permissions of the file, or those a new one would get."""
    try:
        return target.stat().st_mode & 0o7777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
