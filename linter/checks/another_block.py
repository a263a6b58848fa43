"""another_block: which lines of an Impressum stand in another body's block, and say nothing of the house.

A joint Impressum names each city with its own address; below the heading of a webmaster, of an
arbitration board, in the footer of a Land's portal others are reached. What stands there is the
house's only if the block points to it: by a word of its name, be it in the domain of an address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from linter.pages.contents import Contents, contents
from linter.pages.details.blocks import (
    LONGEST,
    PLACE,
    ends_not,
    inside,
    is_apart,
    is_sharing,
    names_body,
    placed_in,
    spelt,
)
from linter.pages.telling import regional, telling

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from linter.pages.details import Details
    from linter.pages.page import Line, Page
    from linter.subject import Subject

LETTERS = 4
"""Letters of a word that tells one house from another."""
ABOVE = 3
"""Lines above a body in which the house is named that is to be found there."""


def own_details(subject: Subject, page: Page) -> Details | None:
    """The details without what stands in another body's block; None where nothing does."""
    if not contents(page, "impressum").blocks:
        return None
    key = f"impressum of {subject.authority.id}"
    kept = page.contents.get(key)
    if kept is None:
        kept = page.contents[key] = Contents(_read(subject, page), "", "")
    return cast("Details | None", kept.read)


def _read(subject: Subject, page: Page) -> Details | None:
    own = _telling(subject)
    blocks = contents(page, "impressum").blocks
    if not own or all([any([word in block for word in own]) for block in blocks]):  # noqa: C419 - faster than generators
        return None
    apart = _apart(own, page)
    if not apart:
        return None
    from linter.pages.details.rest import details_without  # noqa: PLC0415 - only for such pages

    return details_without(page, apart)


def _apart(own: frozenset[str], page: Page) -> set[int]:
    """The numbers of the lines that stand in another body's block."""
    lines = inside(page.visible)
    if not any(_names(own, line) for line in lines):
        return set()
    apart: set[int] = set()
    for block in _blocks(lines, own):
        if not _points(own, block):
            apart.update(line.number for line in block)
    return apart


def _blocks(lines: list[Line], own: frozenset[str]) -> Iterator[list[Line]]:
    """The blocks at whose head a body may stand, each up to the next heading or body."""
    placed = placed_in(lines)
    heads = {at for at in range(len(lines)) if _heads(lines, at, own, placed)}
    for at in sorted(heads):
        end = at + 1
        while ends_not(lines, end, lines[at], heads):
            end += 1
        yield lines[at:end]


def _heads(lines: list[Line], at: int, own: frozenset[str], placed: Collection[int]) -> bool:
    """Whether a line begins the block of a body that has its address there, or of who is no house.

    The house itself begins its own wherever it is named. placed: which lines have an address there.
    """
    line = lines[at]
    if at in placed:
        if is_apart(line) or names_body(lines, at):
            return True
        return is_sharing(line) and (_points(own, [line]) or not _is_at(lines, at, own))
    if (line.heading or line.bold) and is_apart(line):
        return True
    return is_sharing(line) and _points(own, [line]) and not names_body(lines, at)


def _is_at(lines: list[Line], at: int, own: frozenset[str]) -> bool:
    """Whether the house is named right above a body, at whose address it is: "Gemeinde Au / Amt Aue"."""
    for line in reversed(lines[max(at - ABOVE, 0) : at]):
        if lines[at].heading or PLACE.search(line.text):
            return False
        if is_sharing(line) and _names(own, line):
            return True
        if line.heading:
            return False
    return False


def _points(own: frozenset[str], block: list[Line]) -> bool:
    """Whether a block has a word of the house's name, be it in the domain of an address."""
    text = spelt(block)
    return any(word in text for word in own)


def _names(own: frozenset[str], line: Line) -> bool:
    """Whether a line of the page's own text names the house: then others may be beside it."""
    plain = line.region in {"", "main"} and not line.hrefs and len(line.text) <= LONGEST
    return plain and _points(own, [line])


def _telling(subject: Subject) -> frozenset[str]:
    """What points to the house: its domains, and the words that tell its names from others.

    "musterhausen" does, "stadt" does not; a house with no such word is told from nobody.
    """
    names = [one.text for one in subject.authority.designations]
    own = {word for name in names for word in telling(name, LETTERS)} - regional()
    return frozenset(own.union(subject.authority.domains) if own else ())
