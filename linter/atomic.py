"""Files are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from linter.errors import LinterError


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


def _mode(target: Path) -> int:
    """The permissions of the file, or those a new one would get."""
    try:
        return target.stat().st_mode & 0o7777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
