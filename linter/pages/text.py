"""The text of a page as a reader meets it: visual lines with region, heading, label and place.

Reads canonical HTML (see `dom`) in one pass, without recursion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.pages.clean import clean, unescape
from linter.pages.elements import (
    ALONE,
    BREAKS,
    ENDS,
    HEADINGS,
    KNOWN,
    NONE,
    PLACES,
    PLAIN,
    SHAPES,
    SILENT,
    STRONG,
    UNSHOWN,
    hides,
    region_of,
)
from linter.pages.page import Line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.pages.page import Region

TOKEN = re.compile(
    r"<!--.*?-->"
    r"|<(script|style|xmp|iframe|noembed|noframes|plaintext)(?=[\s>])([^>]*)>([^<]*(?:<(?!/\1)[^<]*)*)"
    r"|<(/?)([^\s<>/!?][^\s>]*)([^>]*)>|<[!?][^>]*>",
    re.DOTALL,
)
"""A comment, an element whose content is no markup (with that), a tag, a declaration."""
ATTRIBUTE = re.compile(r'([^\s="]+)="([^"]*)"')
_BACKWARDS = re.compile(r"unicode-bidi\s*:\s*(?:bidi-override|isolate-override)", re.IGNORECASE)
MOST_HIDDEN = 5000
MOST_LABEL = 60
MOST_VALUE = 500
MOST_SCRIPT = 20_000
MOST_ALT = 500
MOST_KEPT = 200
"""Characters in a tag that are likely to come again."""


@dataclass(slots=True)
class Reading:
    """What one pass over the page found.

    contexts: of each link in order, the heading before it, its region, whether it is hidden, and
    the alternative texts of its pictures.
    """

    lines: tuple[Line, ...]
    contexts: list[tuple[str, Region, bool, str]] = field(default_factory=list)


def read(html: str) -> Reading:
    """Read canonical HTML into lines."""
    walk = _Walk()
    text, enter, leave = walk.text, walk.enter, walk.close
    parts = iter(TOKEN.split(html))
    between = next(parts)
    # the groups of `TOKEN`, then what stands before the next tag
    for raw, rest, content, ends, tag, more, after in zip(*[parts] * 7, strict=True):
        if between:
            text(between)
        between = after
        if tag:
            if ends:
                leave(tag if tag in KNOWN else tag.lower())
            elif more or tag not in KNOWN:
                walk.open(tag.lower(), more)
            else:
                enter(tag)
        elif raw:
            walk.open(raw, rest)
            walk.raw(raw, content)
    if between:
        text(between)
    walk.flush()
    return Reading(tuple(walk.lines), walk.contexts)


class _Walk:
    """The state of the pass: the open elements and the line being made."""

    __slots__ = (
        "backward", "backwards", "bold", "contexts", "heading", "hidden", "hrefs", "in_template",
        "last_heading", "lines", "link", "marks", "pieces", "pre", "region", "rows", "secret",
        "sheet", "stack", "strong", "tables", "term", "terms",
    )  # fmt: skip

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.contexts: list[tuple[str, Region, bool, str]] = []
        self.last_heading = ""
        self.in_template = 0
        self.link = False
        self.stack: list[tuple[str, Region, bool, int, bool, bool, bool]] = []
        self.region: Region = ""
        self.hidden = False
        self.heading = 0
        self.bold = False
        self.pre = False
        self.backwards = False
        self.pieces: list[str] = []
        self.strong: list[bool] = []
        self.secret: list[str] = []
        self.backward: list[str] = []
        self.hrefs: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.term = ""
        self.terms = False
        self.rows = 0
        self.sheet: frozenset[str] = frozenset()
        self.tables: list[_Table] = []

    def enter(self, tag: str) -> None:
        """Enter an element that is known and has no attributes."""
        kind = KNOWN[tag]
        if kind & BREAKS and (self.pieces or self.secret or self.hrefs or self.marks):
            self.flush()
        if kind & ALONE:
            return
        self.stack.append(
            (tag, self.region, self.hidden, self.heading, self.bold, self.pre, self.backwards)
        )
        if kind & PLACES:
            self.region = region_of(tag, NONE, self.region)
        if kind & PLAIN:
            return
        if kind & UNSHOWN:
            self.hidden = True
        if kind & STRONG:
            self.bold = True
        if kind & SHAPES:
            self._shape(tag)

    def _shape(self, tag: str) -> None:
        """What the elements do that are more than a part of the page."""
        if tag in HEADINGS:
            self.heading = HEADINGS[tag]
        elif tag in {"td", "th"}:
            if self.tables:
                self.tables[-1].column += 1
        elif tag == "tr":
            if self.tables:
                self.rows += 1
                self.tables[-1] = _Table(self.rows)
        elif tag == "table":
            self.tables.append(_Table(0))
        elif tag == "dl":
            self.term = ""
        elif tag in {"dt", "dd"}:
            self.terms = True
        elif tag == "template":
            self.in_template += 1
        elif tag in {"pre", "listing"}:
            self.pre = True

    def open(self, tag: str, rest: str) -> None:
        """Enter an element."""
        kind = KNOWN.get(tag, PLACES | PLAIN)
        if kind & BREAKS and (self.pieces or self.secret or self.hrefs or self.marks):
            self.flush()
        attributes, hidden, backwards, level = (
            _said(rest) if len(rest) <= MOST_KEPT else _read(rest)
        )
        href = attributes.get("href")
        if kind & ALONE:
            self._attributes(tag, attributes)
            if tag == "area" and href is not None and not self.in_template:
                self.contexts.append((self.last_heading, self.region, self.hidden, ""))
            return
        self.stack.append(
            (tag, self.region, self.hidden, self.heading, self.bold, self.pre, self.backwards)
        )
        self._attributes(tag, attributes)
        self.region = region_of(tag, attributes, self.region)
        if self.sheet and not hidden:
            hidden = self._hides(attributes)
        if kind & SHAPES:
            self._shape(tag)
        if href is not None and tag == "a" and not self.in_template:
            self.contexts.append((self.last_heading, self.region, self.hidden or hidden, ""))
            self.link = True
        if hidden or kind & UNSHOWN:
            self.hidden = True
        if kind & STRONG:
            self.bold = True
        if level:
            self.heading = level
        if backwards or (tag == "bdo" and attributes.get("dir") == "rtl"):
            self.backwards = True

    def _hides(self, attributes: Mapping[str, str]) -> bool:
        """Whether the page's style sheet hides it."""
        if "class" not in attributes and "id" not in attributes:
            return False
        names = [f".{name}" for name in attributes.get("class", "").split()]
        return not self.sheet.isdisjoint((*names, f"#{attributes.get('id', '')}"))

    def _attributes(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in {"a", "area"}:
            href = attributes.get("href")
            if href is not None:
                self.hrefs.append(href.strip())
        elif tag == "img":
            name = clean(attributes.get("alt", "")) or attributes.get("src", "")[:200]
            self.marks.append(("img", name))
            alt = attributes.get("alt")
            if alt and self.link and len(self.contexts[-1][3]) < MOST_ALT:
                heading, region, hidden, alts = self.contexts[-1]
                self.contexts[-1] = (heading, region, hidden, f"{alts} {clean(alt)}".strip())
        for name, value in attributes.items():
            if name.startswith("data-") and len(value) <= MOST_VALUE:
                self.marks.append((name, value))

    def close(self, tag: str) -> None:
        """Leave an element."""
        kind = KNOWN.get(tag, PLACES | PLAIN)
        if kind & BREAKS and (self.pieces or self.secret or self.hrefs or self.marks):
            self.flush()
        if kind & ALONE or not self.stack:
            return
        if kind & ENDS:
            if tag == "a":
                self.link = False
            elif tag == "template":
                self.in_template -= 1
            elif tag == "dl":
                self.term = ""
            elif self.tables:
                self.tables.pop()
        (_, self.region, self.hidden, self.heading, self.bold, self.pre, self.backwards) = (
            self.stack.pop()
        )

    def raw(self, tag: str, text: str) -> None:
        """Text that is no markup."""
        if tag == "script" and text.strip() and len(text) <= MOST_SCRIPT:
            self.marks.append(("script", text))
        elif tag == "style" and len(self.sheet) < MOST_HIDDEN:
            from linter.pages.sheet import hidden_by  # noqa: PLC0415 - few pages have one

            self.sheet |= hidden_by(text)

    def text(self, raw: str) -> None:
        """Characters between two tags."""
        if self.stack and self.stack[-1][0] in SILENT:
            return
        text = unescape(raw) if "&" in raw else raw
        if self.pre and "\n" in text:
            first, *others = text.split("\n")
            self._piece(first)
            for other in others:
                self.flush()
                self._piece(other)
            return
        self._piece(text)

    def _piece(self, text: str) -> None:
        if self.hidden:
            self.secret.append(text)
        else:
            if self.backwards:
                self.backward.append(text)
            self.pieces.append(text)
            self.strong.append(self.bold or self.heading > 0)

    def flush(self) -> None:
        """End the line."""
        if self.secret:
            self._secret()
        pieces = self.pieces
        text = clean(pieces[0] if len(pieces) == 1 else "".join(pieces)) if pieces else ""
        if not text:
            self._empty()
            return
        strong = self.strong
        some = True in strong
        bold = some and (
            False not in strong or all(s for p, s in zip(pieces, strong, strict=True) if p.strip())
        )
        label = self._label(text, some=some, bold=bold)
        if self.heading:
            self.last_heading = text
        row, column = (0, 0)
        if self.tables:
            row, column = self.tables[-1].row, self.tables[-1].column
        if self.backward:
            self.marks.append(("rtl", clean("".join(self.backward))))
            self.backward.clear()
        self.lines.append(
            Line(text, len(self.lines) + 1, self.region, self.heading, bold, False, label,
                 row, column, tuple(self.hrefs), tuple(self.marks))
        )  # fmt: skip
        pieces.clear()
        strong.clear()
        self.hrefs.clear()
        self.marks.clear()

    def _empty(self) -> None:
        """Nothing to read: of pictures, scripts and addresses the next line still tells."""
        self.pieces.clear()
        self.strong.clear()
        self.backward.clear()
        if self.hrefs:
            self.hrefs = [
                href for href in self.hrefs if href.lower().startswith(("mailto:", "tel:"))
            ]
        if self.marks:
            self.marks = [mark for mark in self.marks if mark[0] in {"img", "script"}][-20:]

    def _secret(self) -> None:
        text = clean("".join(self.secret))
        self.secret.clear()
        if not text:
            return
        if self.pieces:
            self.marks.append(("hidden", text))
            return
        self.lines.append(
            Line(text, len(self.lines) + 1, self.region, self.heading, self.bold, True, "",
                 0, 0, tuple(self.hrefs), tuple(self.marks))
        )  # fmt: skip
        self.hrefs.clear()
        self.marks.clear()

    def _label(self, text: str, *, some: bool, bold: bool) -> str:
        """What names the line; some: a part of it is emphasised, bold: all of it is."""
        open_tags = [entry[0] for entry in self.stack[-6:]] if self.terms else ()
        if "dt" in open_tags:
            self.term = text.rstrip(" :") if len(text) <= MOST_LABEL else ""
            return ""
        own = _beginning(self.pieces, self.strong) if some and not bold else ""
        if own:
            return own
        if self.term and "dd" in open_tags:
            return self.term
        if self.tables and not (self.stack and self.stack[-1][0] == "caption"):
            table = self.tables[-1]
            if table.column == 1:
                # A first cell of several lines or many words names nothing.
                table.first = (
                    text.rstrip(" :") if not table.first and len(text) <= MOST_LABEL else "\n"
                )
            elif table.first and table.first != "\n":
                return table.first
        return ""


class _Table:
    """Where in a table the pass is; first: what its row's first cell says."""

    __slots__ = ("column", "first", "row")

    def __init__(self, row: int) -> None:
        self.row = row
        self.column = 0
        self.first = ""


def _beginning(pieces: list[str], emphasised: list[bool]) -> str:
    """The emphasised words with which a line begins, if other words follow."""
    words: list[str] = []
    for piece, strong in zip(pieces, emphasised, strict=True):
        if not strong:
            if not piece.strip() and words == []:
                continue
            break
        words.append(piece)
    label = clean("".join(words)).rstrip(" :")
    return label if 0 < len(label) <= MOST_LABEL else ""


def _read(rest: str) -> tuple[Mapping[str, str], bool, bool, int]:
    """What stands in a tag: the attributes, whether they hide, turn round, make a heading (level)."""
    if not rest:
        return NONE, False, False, 0
    attributes = {name.lower(): unescape(value) for name, value in ATTRIBUTE.findall(rest)}
    style = attributes.get("style")
    level = 0
    if attributes.get("role") == "heading":
        said = attributes.get("aria-level", "2")
        level = int(said) if said in {"1", "2", "3", "4", "5", "6"} else 2
    return attributes, hides(attributes), bool(style and _BACKWARDS.search(style)), level


_said = lru_cache(maxsize=4096)(_read)
"""Menus and frames of a site are the same on each of its pages."""
