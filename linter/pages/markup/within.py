"""within: what the elements around a text say of it: part of the page, heading, emphasis, whether it is shown.

There are few different answers, and they are the same on all pages. So each is one object that
remembers what an element in it comes to, by the element's tag.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.pages.markup.clean import unescape
from linter.pages.markup.elements import (
    ACTS,
    BREAKS,
    ENDS,
    GONE,
    HEADINGS,
    KNOWN,
    NONE,
    SILENT,
    STRONG,
    UNSHOWN,
    hiding,
    inner_hiding,
    region_of,
    unseen,
)
from linter.pages.markup.sheet import breaks_kept, hides_any, keeps_breaks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.pages.markup.sheet import Sheet
    from linter.pages.page import Region

ATTRIBUTE = re.compile(r'([^\s="]+)="([^"]*)"')
PLACING = frozenset("id class role aria-level hidden style dir".split())
"""Attributes that tell something of the text in an element."""
PLACED = frozenset(("id", "class"))
"""Those by which style sheets know it."""
WHITE_SPACE = {
    "whitespace-pre": True, "whitespace-pre-line": True, "whitespace-pre-wrap": True,
    "whitespace-break-spaces": True, "whitespace-normal": False, "whitespace-nowrap": False,
}  # fmt: skip
"""Classes of Tailwind, whose style sheets lie elsewhere, and whether line breaks count by them."""
_BACKWARDS = re.compile(r"unicode-bidi\s*:\s*(?:bidi-override|isolate-override)", re.IGNORECASE)
MOST_KEPT = 200
"""Characters in a tag that are likely to come again."""
MOST_VALUE = 500
MOST_MET = 8192
"""Tags that are remembered; a site has some hundred different ones."""


class Within:
    """The innermost element around a text and what follows from all those around it.

    end: how its end tag reads; acts, ends: its beginning or its end tells of more than its text;
    odd: its text needs more than to be added to the line; below: what elements in it come to;
    hidden: 0, or how it is (see `linter.pages.markup.elements`).
    """

    __slots__ = (
        "acts", "backwards", "below", "bold", "breaks", "end", "ends", "heading", "hidden", "odd",
        "pre", "region", "silent", "strong", "tag",
    )  # fmt: skip

    def __init__(
        self, tag: str, region: Region, heading: int,
        hidden: int, bold: bool, pre: bool, backwards: bool,
    ) -> None:  # fmt: skip
        self.tag = tag
        self.region = region
        self.heading = heading
        self.hidden = hidden
        self.bold = bold
        self.pre = pre
        self.backwards = backwards
        kind = KNOWN.get(tag, 0)
        self.end = f"/{tag}"
        self.breaks = kind & BREAKS > 0
        self.ends = kind & ENDS > 0
        self.acts = tag in ACTS
        self.strong = bold or heading > 0
        self.silent = tag in SILENT
        self.odd = self.silent or pre or hidden > 0 or backwards
        self.below: dict[object, Within] = {}

    def answer(self) -> tuple[str, Region, int, int, bool, bool, bool]:
        """All that tells it from others."""
        return (
            self.tag, self.region, self.heading, self.hidden, self.bold, self.pre, self.backwards
        )  # fmt: skip


class Met:
    """What was met: one object for each answer. `sheet`: what style sheets of the page hide and show."""

    __slots__ = ("_known", "_tags", "outside", "sheet")

    def __init__(self, sheet: Sheet | None = None) -> None:
        self.sheet = sheet or {}
        self._known: dict[object, Within] = {}
        self._tags = 0
        self.outside = Within("", "", 0, 0, False, False, False)

    @property
    def full(self) -> bool:
        """Whether no more is remembered."""
        return self._tags >= MOST_MET

    def keep(self, around: Within, key: object, inner: Within) -> None:
        """Remember what an element comes to."""
        if self._tags < MOST_MET:
            self._tags += 1
            around.below[key] = inner

    def enter(self, around: Within, told: Said) -> Within:
        """What holds in an element."""
        own = told.hidden
        if self.sheet and not own and not PLACED.isdisjoint(told.attributes):
            own = GONE if hides_any(self.sheet, told.attributes) else 0
        tag = told.tag
        inner = self.one(
            tag,
            region_of(tag, told.attributes, around.region),
            told.level or HEADINGS.get(tag) or around.heading,
            inner_hiding(around.hidden, own, told.attributes) if around.hidden else own,
            around.bold or told.kind & STRONG > 0,
            self._keeps(around, told),
            around.backwards or told.backwards,
        )
        if told.short:
            self.keep(around, told.key, inner)
        return inner

    def _keeps(self, around: Within, told: Said) -> bool:
        """Whether line breaks count in an element: by its own style, style sheets, its class, its name."""
        keeps = told.styled
        if keeps is None and self.sheet:
            keeps = breaks_kept(self.sheet, told.tag, told.attributes)
        if keeps is None:
            keeps = told.keeps
        return around.pre if keeps is None else keeps

    def one(
        self, tag: str, region: Region, heading: int,
        hidden: int, bold: bool, pre: bool, backwards: bool,
    ) -> Within:  # fmt: skip
        """The one object for an answer."""
        key = (tag, region, heading, hidden, bold, pre, backwards)
        found = self._known.get(key)
        if found is None:
            found = Within(*key)
            if len(self._known) < MOST_MET:
                self._known[key] = found
        return found


class Said:
    """What stands in a tag.

    key: all of it that tells something of the text in the element; level: of a heading; marks:
    what its `data-` attributes hold; short: it is likely to come again; beside: it says something
    that is no property of the text; styled: whether its style says that line breaks count, keeps:
    whether its class or its name does, None where they do not tell.
    """

    __slots__ = (
        "attributes", "backwards", "beside", "hidden", "href", "keeps", "key", "kind", "level",
        "marks", "short", "styled", "tag",
    )  # fmt: skip

    def __init__(self, inside: str) -> None:
        name, *rest = inside.split(None, 1)
        self.tag = name.lower()
        self.kind = KNOWN.get(self.tag, 0)
        self.short = len(inside) <= MOST_KEPT
        self.key: object = self.tag
        self.attributes: Mapping[str, str] = NONE
        self.hidden = 0
        self.backwards = self.beside = False
        self.styled: bool | None = None
        self.keeps: bool | None = True if self.tag in {"pre", "listing"} else None
        self.level = 0
        self.href: str | None = None
        self.marks: tuple[tuple[str, str], ...] = ()
        if rest:
            self._read(rest[0])
        if self.kind & UNSHOWN and unseen(self.tag, self.attributes):
            self.hidden = GONE
            if self.tag == "object":  # others of that name are shown
                self.key = (self.key, GONE)

    def _read(self, rest: str) -> None:
        named = {name.lower(): unescape(value) for name, value in ATTRIBUTE.findall(rest)}
        self.attributes = named
        href = named.get("href")
        if href is not None and self.tag in {"a", "area"}:
            self.href = href.strip()
        self.marks = tuple(
            [
                (name, value)
                for name, value in named.items()
                if name.startswith("data-") and len(value) <= MOST_VALUE
            ]
        )
        self.beside = self.href is not None or bool(self.marks) or self.tag == "img"
        if PLACING.isdisjoint(named):
            return
        self.key = (self.tag, *[pair for pair in named.items() if pair[0] in PLACING])
        self.hidden = hiding(named)
        style = named.get("style")
        if style:
            self.backwards = _BACKWARDS.search(style) is not None
            self.styled = keeps_breaks(style) if "white-space" in style else None
        if "whitespace-" in named.get("class", ""):
            said = (WHITE_SPACE.get(name) for name in named["class"].split())
            self.keeps = next((keeps for keeps in said if keeps is not None), self.keeps)
        if self.tag == "bdo" and named.get("dir") == "rtl":
            self.backwards = True
        if named.get("role") == "heading":
            level = named.get("aria-level", "2")
            self.level = int(level) if level in {"1", "2", "3", "4", "5", "6"} else 2


said = lru_cache(maxsize=4096)(Said)
"""What stands in a short tag: menus and frames of a site are the same on each of its pages."""
