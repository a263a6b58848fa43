"""The text of a page as a reader meets it: visual lines with region, heading, label and place.

Reads canonical HTML (see `dom`) in one pass, without recursion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linter.pages.clean import clean, unescape
from linter.pages.elements import ALONE, BREAKS, ENDS, KNOWN
from linter.pages.page import Line
from linter.pages.within import MOST_KEPT, NOTHING, Within, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.pages.page import Region
    from linter.pages.within import Said

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
MOST_MET = 5000
"""Ways down through the elements that are remembered; a page has some hundred."""


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
    within = Within()
    pieces, hrefs, marks, secret = walk.pieces, walk.hrefs, walk.marks, walk.secret
    first, *parts = TOKEN.split(html)
    if first:
        walk.text(within, first)
    each = iter(parts)
    # the groups of `TOKEN`, then what stands before the next tag
    for other, tag, text in zip(each, each, each, strict=True):
        if not tag:
            within = walk.other(within, other)
        elif tag == within.end:
            if within.breaks:
                if pieces or hrefs or marks or secret:
                    walk.flush(within)
                walk.spaced = False
            if within.ends:
                walk.end(within.tag)
            within = within.above
        elif (inner := within.below.get(tag)) is not None:
            if inner.breaks:
                if pieces or hrefs or marks or secret:
                    walk.flush(within)
                walk.spaced = False
            if inner.acts:
                walk.act(inner.tag)
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

    strong: which of the pieces are emphasised; spaced: white space stood before the first of them.
    """

    __slots__ = (
        "backward", "contexts", "hrefs", "in_template", "last_heading", "lines", "link", "marks",
        "met", "pieces", "rows", "secret", "sheet", "spaced", "strong", "tables", "term", "terms",
    )  # fmt: skip

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.contexts: list[tuple[str, Region, bool, str]] = []
        self.last_heading = ""
        self.in_template = 0
        self.link = False
        self.pieces: list[str] = []
        self.strong: list[int] = []
        self.spaced = False
        self.secret: list[str] = []
        self.backward: list[str] = []
        self.hrefs: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.term = ""
        self.terms = False
        self.rows = 0
        self.met = 0
        self.sheet: frozenset[str] = frozenset()
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
        name, *rest = inside.split(None, 1)
        tag = name.lower()
        told = said(rest[0]) if rest else NOTHING
        kind = KNOWN.get(tag, 0)
        if kind & BREAKS:
            self.flush(within)
        if kind & ALONE:
            if rest:
                self._tell(tag, told)
            if tag == "area" and told.href is not None and not self.in_template:
                self.contexts.append((self.last_heading, within.region, within.hidden, ""))
            return within
        inner = within.below.get((tag, told.placing))
        if inner is None:
            hidden = bool(self.sheet) and self._hides(told.attributes)
            inner = within.enter(tag, told, hidden=hidden)
            self._meet(within, (tag, told.placing), inner, inside)
        if told.marks or (tag == "a" and told.href is not None):
            self._tell(tag, told)
        else:
            self._meet(within, inside, inner, inside)
        if tag == "a" and told.href is not None and not self.in_template:
            self.contexts.append((self.last_heading, inner.region, inner.hidden, ""))
            self.link = True
        if inner.acts:
            self.act(tag)
        return inner

    def _meet(self, within: Within, key: object, inner: Within, inside: str) -> None:
        """Remember an element, as long as that is no burden."""
        if self.met < MOST_MET and len(inside) <= MOST_KEPT:
            self.met += 1
            within.below[key] = inner

    def _hides(self, attributes: Mapping[str, str]) -> bool:
        """Whether the page's style sheet hides it."""
        if "class" not in attributes and "id" not in attributes:
            return False
        names = [f".{name}" for name in attributes.get("class", "").split()]
        return not self.sheet.isdisjoint((*names, f"#{attributes.get('id', '')}"))

    def _tell(self, tag: str, told: Said) -> None:
        """Note what an element says beside its text."""
        if tag in {"a", "area"}:
            if told.href is not None:
                self.hrefs.append(told.href.strip())
        elif tag == "img":
            alt = told.attributes.get("alt", "")
            named = clean(alt)
            self.marks.append(("img", named or told.attributes.get("src", "")[:200]))
            if alt and self.link and len(self.contexts[-1][3]) < MOST_ALT:
                heading, region, hidden, alts = self.contexts[-1]
                self.contexts[-1] = (heading, region, hidden, f"{alts} {named}".strip())
        self.marks += told.marks

    def close(self, within: Within, inside: str) -> Within:
        """Leave an element by an end tag that is not its own."""
        tag = inside[1:].split(None, 1)[0]
        kind = KNOWN.get(tag.lower(), 0)
        if kind & BREAKS:
            self.flush(within)
        if kind & ALONE or within is within.above:
            return within
        if kind & ENDS:
            self.end(tag.lower())
        return within.above

    def other(self, within: Within, other: str) -> Within:
        """Pass a comment or a declaration, or enter an element whose content is no markup."""
        if other[0] in "!?":
            return within
        inside, _, text = other.partition(">")
        inner = self.open(within, inside)
        if inner.tag == "script":
            if text.strip() and len(text) <= MOST_SCRIPT:
                self.marks.append(("script", text))
        elif inner.tag == "style" and len(self.sheet) < MOST_HIDDEN:
            from linter.pages.sheet import hidden_by  # noqa: PLC0415 - few pages have one

            hidden = hidden_by(text)
            if not hidden <= self.sheet:
                self.sheet |= hidden
                inner.forget()
        return inner

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
        self.spaced = False
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
        self.strong.clear()
        self.hrefs.clear()
        self.marks.clear()

    def _bold(self) -> bool:
        """Whether all that can be read of the line is emphasised."""
        strong = set(self.strong)
        return len(strong) == len(self.pieces) or not any(
            piece.strip() for at, piece in enumerate(self.pieces) if at not in strong
        )

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

    def _label(self, within: Within, text: str, *, bold: bool) -> str:
        """What names the line; bold: all of it is emphasised."""
        if self.terms and within.inside("dt", REACH):
            self.term = text.rstrip(" :") if len(text) <= MOST_LABEL else ""
            return ""
        own = _beginning(self.pieces, self.strong) if self.strong and not bold else ""
        if own:
            return own
        if self.term and within.inside("dd", REACH):
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
