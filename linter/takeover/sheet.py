"""sheet: what stands in a sheet's XML beside its values: links, merged cells, formulas."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from linter.takeover.table import number

if TYPE_CHECKING:
    import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
RELATED = re.compile(r"\{[^}]*relationships\}id")
CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
HYPERLINK = re.compile(r'^\s*HYPERLINK\s*\(\s*"([^"]{1,2000})"', re.IGNORECASE)
MOST = 200_000
"""Links, merged ranges and formulas that are looked at."""
Spot = tuple[int, int]
"""Row and column."""


@dataclass(slots=True)
class Beside:
    """Links by cell, ranges (top, left, bottom, right), formulas without a value by cell."""

    links: dict[Spot, str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formulas: dict[Spot, str] = field(default_factory=dict)


def beside(archive: zipfile.ZipFile, name: str) -> Beside:
    """All that, of the sheet under a name in the archive."""
    found = Beside()
    by_id: dict[str, Spot] = {}
    with archive.open(name) as stream:
        for _, element in ET.iterparse(stream):  # noqa: S314 - see `linter.takeover.parts`
            tag = element.tag.removeprefix(MAIN).removeprefix(STRICT)
            if tag == "c":
                _cell(element, found)
                element.clear()
            elif tag == "row":
                element.clear()
            elif tag == "mergeCell" and len(found.merged) < MOST:
                _merge(element.get("ref", ""), found)
            elif tag == "hyperlink" and len(by_id) < MOST:
                _link(element, found, by_id)
    if by_id:
        _targets(archive, name, by_id, found)
    return found


def _cell(element: ET.Element, found: Beside) -> None:
    formula = text = None
    for child in element:
        tag = child.tag.removeprefix(MAIN).removeprefix(STRICT)
        if tag == "f":
            formula = child.text or ""
        elif tag == "v":
            text = child.text
    spot = _spot(element.get("r", ""))
    if formula is None or spot is None or len(found.formulas) >= MOST:
        return
    target = HYPERLINK.match(formula)
    if target:
        found.links[spot] = target[1]
    if not text:
        found.formulas[spot] = f"={formula}"


def _spot(reference: str) -> Spot | None:
    match = CELL.fullmatch(reference)
    return (int(match[2]), number(match[1])) if match else None


def _merge(reference: str, found: Beside) -> None:
    first, _, last = reference.partition(":")
    top, bottom = _spot(first), _spot(last)
    if top and bottom:
        found.merged.append((*top, *bottom))


def _link(element: ET.Element, found: Beside, by_id: dict[str, Spot]) -> None:
    """A link on one cell; one on a range counts for its first."""
    spot = _spot(element.get("ref", "").partition(":")[0])
    if spot is None:
        return
    for key, value in element.attrib.items():
        if RELATED.fullmatch(key):
            by_id[value] = spot
            found.links.setdefault(spot, "")


def _targets(archive: zipfile.ZipFile, name: str, by_id: dict[str, Spot], found: Beside) -> None:
    folder, base = posixpath.split(name)
    try:
        data = archive.read(f"{folder}/_rels/{base}.rels")
    except KeyError:
        return
    for relation in ET.fromstring(data):  # noqa: S314 - as above
        spot = by_id.get(relation.get("Id", ""))
        target = relation.get("Target", "")
        if spot is not None and target.startswith(("http://", "https://")):
            found.links[spot] = target
