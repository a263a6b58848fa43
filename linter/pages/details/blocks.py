"""blocks: where in an Impressum the block of a body may begin that is not the house, whoever that is.

Said of the lines alone, so that a page is asked once for all its accounts, and in the process that
reads it. Which blocks are somebody else's, the house's name tells (see `another_block`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from linter.names.fold import spell_out
from linter.pages.details import topics
from linter.pages.details.names import LEGAL_FORM, body

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from linter.pages.page import Line

_DECLARES = re.compile(
    r"(?:(?:Dienste?)?[Aa]nbieter|Betreiber|Herausgeber)(?:in)?\b[^:]{0,60}?\sist\s"
)
"""A sentence behind several bodies that says whose the site is: "Anbieter ist die Stadt Aue"."""
LONGEST = 80
"""Code points of a line that names a body and nothing else."""
NEAR = 5
"""Lines below a body's name in which its address stands."""
FEW = 2
"""Lines below a heading of which one names the body."""
LOWEST = 6
"""The level of the lowest heading."""
PLACE = re.compile(r"[0-9](?<!\d\d)\d{4}[^\S\n][A-ZÄÖÜ]")
"""A postal code with its place; the digit first, for which a text is searched fastest."""


def blocks_of(visible: Iterable[Line]) -> tuple[str, ...]:
    """What stands in each block that may be another body's, as `spelt`: no more than surely belongs to it.

    A house that every one of them names has nobody beside it.
    """
    lines = inside(visible)
    placed = placed_in(lines)
    heads = {at for at in placed if _may_begin(lines, at)}
    apart = _wordings()[0].match
    for at, line in enumerate(lines):
        if (line.heading or line.bold) and apart(line.text.strip(" :")):
            heads.add(at)
    return tuple([spelt(lines[at : _least(lines, at, heads)]) for at in sorted(heads)])


def inside(visible: Iterable[Line]) -> list[Line]:
    """The lines in which blocks may stand."""
    return [line for line in visible if line.region != "nav"]


def placed_in(lines: list[Line]) -> set[int]:
    """The lines in or right below which a postal code with its place stands."""
    texts = [line.text for line in lines]
    starts = list(accumulate([len(text) + 1 for text in texts], initial=0))
    found = {bisect_right(starts, match.start()) - 1 for match in PLACE.finditer("\n".join(texts))}
    return {at for last in found for at in range(max(last + 1 - NEAR, 0), last + 1)}


def _may_begin(lines: list[Line], at: int) -> bool:
    return is_apart(lines[at]) or is_sharing(lines[at]) or names_body(lines, at)


def _least(lines: list[Line], at: int, heads: Collection[int]) -> int:
    """Where the block of a head ends at the earliest: at the next that may be one."""
    end = at + 1
    while ends_not(lines, end, lines[at], heads) and not is_sharing(lines[end]):
        end += 1
    return end


def ends_not(lines: list[Line], end: int, first: Line, heads: Collection[int]) -> bool:
    """Whether a block goes on with a line: it is below no other head, heading or label."""
    return (
        end < len(lines)
        and end not in heads
        and lines[end].region == first.region
        and not 0 < lines[end].heading <= (first.heading or LOWEST)
        and (bool(first.heading) or not _is_label(lines[end]))
        and not (_DECLARES.match(lines[end].text) and _is_placed(lines, end, first))
    )


def _is_placed(lines: list[Line], end: int, first: Line) -> bool:
    """Whether the block that begins with a line has its address before another: it may be complete."""
    for line in reversed(lines[max(end - LONGEST, 0) : end]):
        if PLACE.search(line.text):
            return True
        if line is first:
            return False
    return False


def _is_label(line: Line) -> bool:
    """Whether a line announces whose details follow, so that a block without a heading ends.

    Who represents a body stands in its block.
    """
    kind, _ = topics.label_of(f"{line.label}:" if line.label else line.text)
    return bool(kind) and kind not in topics.SUBLABELS and kind != topics.REPRESENTATIVE


def is_apart(line: Line) -> bool:
    """Whether a line begins the block of who is no house: a webmaster, an arbitration board."""
    return _wordings()[0].match(line.text.strip(" :")) is not None


def is_sharing(line: Line) -> bool:
    """Whether a line is the name of a body that may share an Impressum, or its address."""
    name = line.text.strip(" :").split(",", 1)[0]
    return len(name) <= LONGEST and _wordings()[1].fullmatch(name) is not None


def names_body(lines: list[Line], at: int) -> bool:
    """Whether a line of the footer names a body, or one right below a heading a body with its legal form."""
    line = lines[at]
    if line.region == "footer" and body(line.text.strip(" :").split(",", 1)[0]) > 0:
        return True
    return bool(line.heading) and any(map(_is_formed, lines[at + 1 : at + 1 + FEW]))


def _is_formed(line: Line) -> bool:
    """Whether a line names a body with its legal form, which no part of an authority has."""
    return len(line.text) <= LONGEST and LEGAL_FORM.search(line.text) is not None


def spelt(block: Iterable[Line]) -> str:
    """The words of a block and the addresses behind them, as `spell_out`."""
    return spell_out(" ".join([f"{line.text} {' '.join(line.hrefs)}" for line in block]))


@lru_cache(maxsize=1)
def _wordings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How the blocks of others begin, and how bodies that may share an Impressum are called."""
    said = topics.words()
    apart = rf"(?:{'|'.join(said['apart'])})(?!\w)"
    return re.compile(apart, re.IGNORECASE), re.compile("|".join(said["sharing"]))
