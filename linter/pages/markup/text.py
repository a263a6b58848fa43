"""The text of a page as a reader meets it: visual lines with region, heading, label and place.

Reads canonical HTML (see `dom`) in one pass, without recursion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linter.pages.markup.clean import clean, unescape
from linter.pages.markup.elements import ALONE, BREAKS, ENDS, KNOWN
from linter.pages.markup.sheet import joined
from linter.pages.markup.within import MOST_KEPT, Met, Said, said
from linter.pages.page import Line

if TYPE_CHECKING:
    from linter.pages.markup.sheet import Sheet
    from linter.pages.markup.within import Within
    from linter.pages.page import Region

RAW = ("script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext")
"""Elements whose content is no markup."""
TOKEN = re.compile(
    r"<(?:(!--.*?-->|"
    + "|".join(rf"{tag}(?=[\s>])[^>]*>[^<]*(?:<(?!/{tag})[^<]*)*" for tag in RAW)
    + r"|[!?][^>]*>)|(/?[^\s<>/!?][^>]*)>)",
    re.DOTALL,
)
"""A comment, an element of raw content with that, a declaration; or what stands in a tag."""
MOST_HIDDEN = 5000
MOST_LABEL = 60
MOST_SCRIPT = 20_000
MOST_ALT = 500
REACH = 6
"""Elements outwards in which a line is still that of a term or its value."""


@dataclass(slots=True)
class Reading:
    """What one pass over the page found.

    contexts: of each link in order, the heading before it, its region, whether it is hidden, and
    the alternative texts of its pictures.
    """

    lines: tuple[Line, ...]
    contexts: list[tuple[str, Region, bool, str]] = field(default_factory=list)


_everywhere = Met()
"""What was met on all pages."""


def read(html: str) -> Reading:
    """Read canonical HTML into lines."""
    walk = _Walk()
    within, pieces = walk.met.outside, walk.pieces
    stack = walk.stack
    each = iter(TOKEN.split(html))
    first = next(each)
    if first:
        walk.text(within, first)
    # the groups of `TOKEN`, then what stands before the next tag
    for other, tag, text in zip(each, each, each, strict=True):
        if not tag:
            within = walk.other(within, other)
        elif tag == within.end:
            if within.breaks:
                if pieces or walk.unsettled:
                    walk.flush(within)
                walk.spaced = False
            if within.ends:
                walk.end(within.tag)
            within = stack.pop()
        elif (inner := within.below.get(tag)) is not None:
            if inner.breaks:
                if pieces or walk.unsettled:
                    walk.flush(within)
                walk.spaced = False
            if inner.acts:
                walk.act(inner.tag)
            stack.append(within)
            within = inner
        else:
            within = walk.close(within, tag) if tag[0] == "/" else walk.open(within, tag)
        if text:
            if within.odd:
                walk.text(within, text)
            elif pieces or not text.isspace():
                if within.strong:
                    walk.strong.append(len(pieces))
                pieces.append(unescape(text) if "&" in text else text)
            else:
                walk.spaced = True
    walk.flush(within)
    return Reading(tuple(walk.lines), walk.contexts)


class _Walk:
    """What the pass has gathered: the lines, and what the line being made has so far.

    strong: which of the pieces are emphasised; spaced: white space stood before the first of them;
    unsettled: something beside the pieces came since the last break; stack: what is around the
    element that the pass is in, the outermost first.
    """

    __slots__ = (
        "backward", "contexts", "hrefs", "in_template", "last_heading", "lines", "link", "marks",
        "met", "pieces", "rows", "secret", "spaced", "stack", "strong", "tables", "term", "terms",
        "unsettled",
    )  # fmt: skip

    def __init__(self) -> None:
        self.met = _met()
        self.stack: list[Within] = []
        self.lines: list[Line] = []
        self.contexts: list[tuple[str, Region, bool, str]] = []
        self.last_heading = ""
        self.in_template = 0
        self.link = False
        self.pieces: list[str] = []
        self.strong: list[int] = []
        self.spaced = False
        self.unsettled = False
        self.secret: list[str] = []
        self.backward: list[str] = []
        self.hrefs: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.term = ""
        self.terms = False
        self.rows = 0
        self.tables: list[_Table] = []

    def act(self, tag: str) -> None:
        """What the beginning of an element does beside being around a text."""
        if tag in {"td", "th"}:
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

    def end(self, tag: str) -> None:
        """What the end of an element does beside that."""
        if tag == "a":
            self.link = False
        elif tag == "template":
            self.in_template -= 1
        elif tag == "dl":
            self.term = ""
        elif self.tables:
            self.tables.pop()

    def open(self, within: Within, inside: str) -> Within:
        """Enter an element by its tag."""
        told = said(inside) if len(inside) <= MOST_KEPT else Said(inside)
        if told.kind & BREAKS:
            self.flush(within)
        if told.kind & ALONE:
            if told.beside:
                self._tell(told)
            if told.href is not None and not self.in_template:
                self.contexts.append((self.last_heading, within.region, within.hidden > 0, ""))
            return within
        self.stack.append(within)
        inner = within.below.get(told.key)
        if inner is None:
            inner = self.met.enter(within, told)
        if told.beside:
            self._tell(told)
            if told.href is not None and not self.in_template:
                self.contexts.append((self.last_heading, inner.region, inner.hidden > 0, ""))
                self.link = True
        elif told.short:
            self.met.keep(within, inside, inner)
        if inner.acts:
            self.act(told.tag)
        return inner

    def _tell(self, told: Said) -> None:
        """Note what an element says beside its text."""
        self.unsettled = True
        if told.href is not None:
            self.hrefs.append(told.href)
        elif told.tag == "img":
            alt = told.attributes.get("alt", "")
            named = clean(alt)
            self.marks.append(("img", named or told.attributes.get("src", "")[:200]))
            if alt and self.link and len(self.contexts[-1][3]) < MOST_ALT:
                heading, region, hidden, alts = self.contexts[-1]
                self.contexts[-1] = (heading, region, hidden, f"{alts} {named}".strip())
        if told.marks:
            self.marks += told.marks

    def close(self, within: Within, inside: str) -> Within:
        """Leave an element by an end tag that is not its own."""
        tag = inside[1:].split(None, 1)[0]
        kind = KNOWN.get(tag.lower(), 0)
        if kind & BREAKS:
            self.flush(within)
        if kind & ALONE or not self.stack:
            return within
        if kind & ENDS:
            self.end(tag.lower())
        return self.stack.pop()

    def other(self, within: Within, other: str) -> Within:
        """Pass a comment or a declaration, or enter an element whose content is no markup."""
        if other[0] in "!?":
            return within
        inside, _, text = other.partition(">")
        inner = self.open(within, inside)
        if inner.tag == "script":
            if text.strip() and len(text) <= MOST_SCRIPT:
                self.marks.append(("script", text))
                self.unsettled = True
        elif inner.tag == "style" and len(self.met.sheet) < MOST_HIDDEN:
            sheet = joined(self.met.sheet, text)
            if sheet is not self.met.sheet:
                return self._restyle(inner, sheet)
        return inner

    def _restyle(self, within: Within, sheet: Sheet) -> Within:
        """Go on with a style sheet that hides: what was met without it does not hold."""
        self.met = Met(sheet)
        self.stack[:] = [self.met.one(*around.answer()) for around in self.stack]
        return self.met.one(*within.answer())

    def text(self, within: Within, raw: str) -> None:
        """Characters that are not simply a part of the line."""
        if within.silent:
            return
        text = unescape(raw)
        if within.pre and "\n" in text:
            first, *others = text.split("\n")
            self._piece(within, first)
            for other in others:
                self.flush(within)
                self._piece(within, other)
            return
        self._piece(within, text)

    def _piece(self, within: Within, text: str) -> None:
        if within.hidden:
            self.secret.append(text)
            self.unsettled = True
            return
        if within.backwards:
            self.backward.append(text)
        if within.strong:
            self.strong.append(len(self.pieces))
        self.pieces.append(text)

    def flush(self, within: Within) -> None:
        """End the line."""
        if self.secret:
            self._secret(within)
        self.spaced = self.unsettled = False
        pieces = self.pieces
        text = clean(pieces[0] if len(pieces) == 1 else "".join(pieces)) if pieces else ""
        if not text:
            self._empty()
            return
        bold, label = False, ""
        if self.strong or self.terms or self.tables:
            bold = bool(self.strong) and self._bold()
            label = self._label(within, text, bold=bold)
        if within.heading:
            self.last_heading = text
        row = column = 0
        if self.tables:
            row, column = self.tables[-1].row, self.tables[-1].column
        if self.backward:
            self.marks.append(("rtl", clean("".join(self.backward))))
            self.backward.clear()
        self.lines.append(
            Line(text, len(self.lines) + 1, within.region, within.heading, bold, False, label,
                 row, column, tuple(self.hrefs), tuple(self.marks))
        )  # fmt: skip
        pieces.clear()
        if self.strong:
            self.strong.clear()
        if self.hrefs:
            self.hrefs.clear()
        if self.marks:
            self.marks.clear()

    def _bold(self) -> bool:
        """Whether all that can be read of the line is emphasised."""
        if len(self.strong) == len(self.pieces):
            return True
        strong = set(self.strong)
        return not any(piece.strip() for at, piece in enumerate(self.pieces) if at not in strong)

    def _empty(self) -> None:
        """Nothing to read: of pictures, scripts and addresses the next line still tells."""
        self.pieces.clear()
        self.strong.clear()
        self.backward.clear()
        if self.hrefs:
            self.hrefs[:] = [
                href for href in self.hrefs if href.lower().startswith(("mailto:", "tel:"))
            ]
        if self.marks:
            self.marks[:] = [mark for mark in self.marks if mark[0] in {"img", "script"}][-20:]

    def _secret(self, within: Within) -> None:
        text = clean("".join(self.secret))
        self.secret.clear()
        if not text:
            return
        if self.pieces or self.spaced:
            self.marks.append(("hidden", text))
            return
        self.lines.append(
            Line(text, len(self.lines) + 1, within.region, within.heading, within.bold, True, "",
                 0, 0, tuple(self.hrefs), tuple(self.marks))
        )  # fmt: skip
        self.hrefs.clear()
        self.marks.clear()

    def _inside(self, within: Within, tag: str) -> bool:
        """Whether one of the innermost elements has this name."""
        return within.tag == tag or any(around.tag == tag for around in self.stack[1 - REACH :])

    def _label(self, within: Within, text: str, *, bold: bool) -> str:
        """What names the line; bold: all of it is emphasised."""
        if self.terms and self._inside(within, "dt"):
            self.term = text.rstrip(" :") if len(text) <= MOST_LABEL else ""
            return ""
        own = _beginning(self.pieces, self.strong) if self.strong and not bold else ""
        if own:
            return own
        if self.term and self._inside(within, "dd"):
            return self.term
        if self.tables and within.tag != "caption":
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


def _met() -> Met:
    """What was met so far, or nothing where that has become too much."""
    global _everywhere  # noqa: PLW0603 - a memory, not a state
    if _everywhere.full:
        _everywhere = Met()
    return _everywhere


def _beginning(pieces: list[str], strong: list[int]) -> str:
    """The emphasised words with which a line begins, if other words follow."""
    words: list[str] = []
    emphasised = set(strong)
    for at, piece in enumerate(pieces):
        if at not in emphasised:
            if not words and not piece.strip():
                continue
            break
        words.append(piece)
    label = clean("".join(words)).rstrip(" :")
    return label if 0 < len(label) <= MOST_LABEL else ""
