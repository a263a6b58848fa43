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
    """Write beside the file and put it in its place; a link stays a link, permissions stay.

    So do owner and group, as far as whoever writes may give files away.
    """
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
            _give(stream.fileno(), target)
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except OSError as error:
        from linter.os_errors import refused  # noqa: PLC0415 - only for a fault

        raise LinterError(
            refused("Die Datei lässt sich nicht schreiben", "The file cannot be written", error),
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
        from linter.os_errors import refused  # noqa: PLC0415 - only for a fault

        raise LinterError(
            refused("Die Datei ist nicht lesbar", "The file cannot be read", error),
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


def _give(file: int, target: Path) -> None:
    """Give an open file to the owner and the group of the one that it replaces.

    The open one, not its name: whoever may write to the folder could make that lead elsewhere.
    Before the permissions are set: the system takes some of them back when a file is given away.
    """
    give = getattr(os, "fchown", None)  # not on every system
    if give is None or not target.exists():
        return
    then = target.stat()
    for owner, group in ((-1, then.st_gid), (then.st_uid, -1)):
        with suppress(OSError):  # nobody but root may give a file to somebody else
            give(file, owner, group)


def _mode(target: Path) -> int:
    """The permissions of the file, or those a new one would get."""
    try:
        return target.stat().st_mode & 0o7777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
