"""os_errors: why the operating system refused, in the reader's language; it has words of its own in English only."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.text import Text

GERMAN: dict[int, str] = {
    errno.ENOENT: "nicht vorhanden",
    errno.EACCES: "keine Berechtigung",
    errno.EPERM: "nicht erlaubt",
    errno.EISDIR: "das ist ein Ordner",
    errno.ENOTDIR: "ein Teil des Pfads ist kein Ordner",
    errno.EEXIST: "ist schon vorhanden",
    errno.ENOSPC: "kein Speicherplatz mehr frei",
    errno.EDQUOT: "das Speicherkontingent ist erschöpft",
    errno.EFBIG: "zu groß",
    errno.EMFILE: "zu viele geöffnete Dateien",
    errno.ENFILE: "zu viele geöffnete Dateien im System",
    errno.EROFS: "schreibgeschütztes Laufwerk",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.ELOOP: "Verknüpfungen führen im Kreis",
    errno.EBUSY: "wird gerade verwendet",
    errno.EIO: "Fehler beim Lesen oder Schreiben des Datenträgers",
    errno.ESTALE: "das Netzlaufwerk ist nicht mehr erreichbar",
    errno.EPIPE: "am anderen Ende liest niemand mehr",
}
"""What is not here is told in the system's own words."""


def why(error: OSError | int) -> Text:
    """The reason, of an error or of its number."""
    number = error if isinstance(error, int) else error.errno
    if number is None:
        name = type(error).__name__
        return {"de": name, "en": name}
    told = os.strerror(number) if isinstance(error, int) else error.strerror or os.strerror(number)
    return {"de": GERMAN.get(number, told), "en": told}


def refused(de: str, en: str, error: OSError) -> Text:
    """A sentence in both languages with the reason behind it, in brackets."""
    reason = why(error)
    return {"de": f"{de} ({reason['de']}).", "en": f"{en} ({reason['en']})."}
