"""parts: the parts of a workbook, looked at before any library makes objects of them.

A few kilobytes may unpack to gigabytes, or to millions of tags of which a parser keeps each; an
entity may be declared that grows as it is read. All that is refused here, at the price of one
pass that keeps nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from linter.takeover.table import MOST_CELLS, TOO_MANY_CELLS, too_much

if TYPE_CHECKING:
    import zipfile

    from linter.text import Text

MOST_UNPACKED = 128_000_000
MOST_OTHER = 16_000_000
"""Bytes that the parts with cells and texts may have together, and every other part."""
MOST_TAGS = 4 * MOST_CELLS
MOST_TAGS_OF_OTHER = 400_000
MOST_TAGS_AT_ONCE = 200_000
"""Elements of a part, of a part without cells, and within one row or text."""
READ = (".xml", ".rels")
ROWS = ("row", "si")
"""A row of a sheet, a text of the common ones: behind each, a parser lets go of what it read."""
BLOCK = 1 << 16

TOO_LARGE: Text = {
    "de": "entpackt mehr als 128 MB",
    "en": "more than 128 MB when unpacked",
}


def refuse_hostile(archive: zipfile.ZipFile, path: str) -> None:
    """Raise where a part is more than any table needs; pictures and the like are not read."""
    parts = [part for part in archive.infolist() if part.filename.lower().endswith(READ)]
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise too_much(path, TOO_LARGE)  # nothing longer than stated is ever unpacked
    for part in parts:
        large = _is_large(part.filename.lower())
        if part.file_size > MOST_OTHER and not large:
            raise too_much(path, TOO_LARGE)
        with archive.open(part) as stream:
            watch = Watch(path, MOST_TAGS if large else MOST_TAGS_OF_OTHER)
            while block := stream.read(BLOCK):
                watch.parser.Parse(block, False)
            watch.parser.Parse(b"", True)


def _is_large(name: str) -> bool:
    return "/worksheets/" in name or "sharedstrings" in name


class Watch:
    """Counts the tags of one part."""

    def __init__(self, path: str, most: int) -> None:
        self.path = path
        self.most = most
        self.tags = 0
        self.at_once = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartDoctypeDeclHandler = self.declared

    def start(self, _name: str, _attributes: dict[str, str]) -> None:
        """Count one more."""
        self.tags += 1
        self.at_once += 1
        if self.tags > self.most or self.at_once > MOST_TAGS_AT_ONCE:
            raise too_much(self.path, TOO_MANY_CELLS)

    def end(self, name: str) -> None:
        """Behind a row a parser has let go of its cells."""
        if name.rpartition(":")[2] in ROWS:
            self.at_once = 0

    def declared(self, *_declaration: object) -> None:
        """No workbook declares a document type: who does wants its entities expanded."""
        raise ValueError("document type declared")
