"""within: what the elements around a text say of it: part of the page, heading, emphasis, whether it is shown.

All of it follows from the tags on the way down to the text. So it is worked out once for every way
down that a page has, and remembered: a menu of a hundred entries has one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.pages.clean import unescape
from linter.pages.elements import (
    ACTS,
    BREAKS,
    ENDS,
    HEADINGS,
    KNOWN,
    NONE,
    SILENT,
    STRONG,
    UNSHOWN,
    hides,
    region_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.pages.page import Region

ATTRIBUTE = re.compile(r'([^\s="]+)="([^"]*)"')
PLACING = frozenset("id class role aria-level hidden style dir".split())
"""Attributes that tell something of the text in an element."""
_BACKWARDS = re.compile(r"unicode-bidi\s*:\s*(?:bidi-override|isolate-override)", re.IGNORECASE)
MOST_KEPT = 200
"""Characters in a tag that are likely to come again."""
MOST_VALUE = 500


class Within:
    """The innermost element around a text and what follows from all those around it.

    end: how its end tag reads; below: the elements in it that were met before, by their tags;
    odd: its text needs more than to be added to the line.
    """

    __slots__ = (
        "above", "acts", "backwards", "below", "bold", "breaks", "end", "ends", "heading", "hidden",
        "odd", "pre", "region", "silent", "strong", "tag",
    )  # fmt: skip

    def __init__(self) -> None:
        """Outside of every element."""
        self.tag = self.end = ""
        self.above: Within = self
        self.below: dict[object, Within] = {}
        self.region: Region = ""
        self.heading = 0
        self.breaks = self.ends = self.acts = False
        self.hidden = self.bold = self.strong = False
        self.silent = self.pre = self.backwards = self.odd = False

    def enter(self, tag: str, said: Said, *, hidden: bool) -> Within:
        """What holds within an element that stands here; hidden: a style sheet hides it."""
        kind = KNOWN.get(tag, 0)
        inner = Within()
        inner.tag = tag
        inner.end = f"/{tag}"
        inner.above = self
        inner.breaks = kind & BREAKS > 0
        inner.ends = kind & ENDS > 0
        inner.acts = tag in ACTS
        inner.region = region_of(tag, said.attributes, self.region)
        inner.hidden = self.hidden or said.hidden or hidden or kind & UNSHOWN > 0
        inner.heading = said.level or HEADINGS.get(tag) or self.heading
        inner.bold = self.bold or kind & STRONG > 0
        inner.strong = inner.bold or inner.heading > 0
        inner.silent = tag in SILENT
        inner.pre = self.pre or tag in {"pre", "listing"}
        turned = said.backwards or (tag == "bdo" and said.attributes.get("dir") == "rtl")
        inner.backwards = self.backwards or turned
        inner.odd = inner.silent or inner.pre or inner.hidden or inner.backwards
        return inner

    def inside(self, tag: str, levels: int) -> bool:
        """Whether one of the innermost elements has this name."""
        place = self
        for _ in range(levels):
            if place.tag == tag:
                return True
            place = place.above
        return False

    def forget(self) -> None:
        """Let what was met before be looked at anew."""
        place = self
        while place is not place.above:
            place.below = {}
            place = place.above
        place.below = {}


class Said:
    """What stands in a tag beside its name.

    placing: all of it that tells something of the text in the element; level: of a heading;
    marks: what its `data-` attributes hold.
    """

    __slots__ = ("attributes", "backwards", "hidden", "href", "level", "marks", "placing")

    def __init__(self, rest: str) -> None:
        self.attributes: Mapping[str, str] = NONE
        self.hidden = self.backwards = False
        self.level = 0
        self.href: str | None = None
        self.marks: tuple[tuple[str, str], ...] = ()
        self.placing: tuple[tuple[str, str], ...] = ()
        if rest:
            self._read(rest)

    def _read(self, rest: str) -> None:
        named = {name.lower(): unescape(value) for name, value in ATTRIBUTE.findall(rest)}
        self.attributes = named
        self.href = named.get("href")
        self.placing = tuple([pair for pair in named.items() if pair[0] in PLACING])
        if "data-" in rest:
            self.marks = tuple(
                [
                    (name, value)
                    for name, value in named.items()
                    if name.startswith("data-") and len(value) <= MOST_VALUE
                ]
            )
        if not self.placing:
            return
        self.hidden = hides(named)
        style = named.get("style")
        self.backwards = bool(style and _BACKWARDS.search(style))
        if named.get("role") == "heading":
            level = named.get("aria-level", "2")
            self.level = int(level) if level in {"1", "2", "3", "4", "5", "6"} else 2


NOTHING = Said("")
_kept = lru_cache(maxsize=4096)(Said)
"""Menus and frames of a site are the same on each of its pages."""


def said(rest: str) -> Said:
    """Read what stands in a tag beside its name."""
    return _kept(rest) if len(rest) <= MOST_KEPT else Said(rest)
