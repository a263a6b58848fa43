"""The text of a page as a reader meets it: visual lines with region, heading, label and place.

Reads canonical HTML (see `dom`) in one pass, without recursion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.pages.clean import clean, unescape
from linter.pages.page import Line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.pages.page import Region

TOKEN = re.compile(r"<!--.*?-->|<(/?)([^\s<>/!?][^\s>]*)([^>]*)>|<[!?][^>]*>", re.DOTALL)
ATTRIBUTE = re.compile(r'([^\s="]+)="([^"]*)"')
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source"
    " track wbr".split()
)
RAW = frozenset("script style xmp iframe noembed noframes plaintext".split())
BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li"
    " listing main menu nav ol option optgroup p plaintext pre search section select summary table"
    " tbody td textarea tfoot th thead tr ul br xmp".split()
)
EMPHASIS = frozenset(("b", "strong", "th", "dt", "u", "em", "i"))
UNSEEN = frozenset(
    "script style template head title noembed noframes datalist select textarea iframe object"
    " audio video canvas noscript xmp".split()
)
SILENT = frozenset("title option textarea head html frameset colgroup".split())
"""Their text is no text of the page."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
REGION_TAGS: dict[str, Region] = {
    "header": "header", "nav": "nav", "main": "main", "aside": "aside", "footer": "footer",
    "article": "main",
}  # fmt: skip
REGION_ROLES: dict[str, Region] = {
    "banner": "header", "navigation": "nav", "main": "main", "complementary": "aside",
    "contentinfo": "footer", "menu": "nav", "menubar": "nav",
}  # fmt: skip
REGION_WORDS: dict[str, Region] = {
    **dict.fromkeys("footer foot fuss fuß fusszeile footernav siteinfo colophon".split(), "footer"),
    **dict.fromkeys("header kopf banner masthead kopfzeile".split(), "header"),
    **dict.fromkeys(
        "nav navi navigation menu menue navbar topnav metanav breadcrumb".split(), "nav"
    ),
    **dict.fromkeys("main content inhalt hauptinhalt".split(), "main"),
    **dict.fromkeys("sidebar aside seitenleiste".split(), "aside"),
}
UNNAMED = frozenset(("body", "html", "a", "span", "li"))
"""Elements whose class says what they are, not where they stand."""
_WORDS = re.compile(r"[a-zß]+")
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_BACKWARDS = re.compile(r"unicode-bidi\s*:\s*(?:bidi-override|isolate-override)", re.IGNORECASE)
MOST_HIDDEN = 5000
MOST_LABEL = 60
MOST_VALUE = 500
MOST_SCRIPT = 20_000
MOST_ALT = 500


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
    end = len(html)
    place = 0
    search = TOKEN.search
    while token := search(html, place):
        start = token.start()
        if start > place:
            walk.text(html[place:start])
        place = token.end()
        tag = token[2]
        if tag is None:
            continue
        tag = tag.lower()
        if token[1]:
            walk.close(tag)
            continue
        walk.open(tag, token[3])
        if tag in RAW:
            stop = html.find(f"</{tag}", place)
            stop = end if stop < 0 else stop
            walk.raw(tag, html[place:stop])
            place = stop
    if place < end:
        walk.text(html[place:])
    walk.flush()
    return Reading(tuple(walk.lines), walk.contexts)


class _Walk:
    """The state of the pass: the open elements and the line being made."""

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
        self.pieces: list[tuple[str, bool]] = []
        self.secret: list[str] = []
        self.backward: list[str] = []
        self.hrefs: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.term = ""
        self.rows = 0
        self.sheet: frozenset[str] = frozenset()
        self.tables: list[list[object]] = []

    def open(self, tag: str, rest: str) -> None:
        """Enter an element."""
        if tag in BLOCK:
            self.flush()
        attributes = dict(_pairs(rest)) if rest else {}
        if tag not in VOID:
            self.stack.append(
                (tag, self.region, self.hidden, self.heading, self.bold, self.pre, self.backwards)
            )
        href = attributes.get("href") if attributes else None
        if attributes:
            self._attributes(tag, attributes)
        if tag in VOID:
            if tag == "area" and href is not None and not self.in_template:
                self.contexts.append((self.last_heading, self.region, self.hidden, ""))
            return
        self.region = region_of(tag, attributes, self.region)
        if tag == "template":
            self.in_template += 1
        if href is not None and tag == "a" and not self.in_template:
            hidden = self.hidden or self._hides(attributes)
            self.contexts.append((self.last_heading, self.region, hidden, ""))
            self.link = True
        if tag in UNSEEN or (attributes and self._hides(attributes)):
            self.hidden = True
        self.heading = HEADINGS.get(tag, self.heading)
        if attributes.get("role") == "heading":
            level = attributes.get("aria-level", "2")
            self.heading = int(level) if level in {"1", "2", "3", "4", "5", "6"} else 2
        if tag in EMPHASIS:
            self.bold = True
        if tag in {"pre", "listing"}:
            self.pre = True
        elif tag == "table":
            self.tables.append([0, 0, ""])
        elif tag == "tr" and self.tables:
            self.rows += 1
            self.tables[-1] = [self.rows, 0, ""]
        elif tag in {"td", "th"} and self.tables:
            self.tables[-1][1] = int(str(self.tables[-1][1])) + 1
        elif tag == "dl":
            self.term = ""
        style = attributes.get("style", "")
        if (style and _BACKWARDS.search(style)) or (
            tag == "bdo" and attributes.get("dir") == "rtl"
        ):
            self.backwards = True

    def _hides(self, attributes: dict[str, str]) -> bool:
        if self.sheet and ("class" in attributes or "id" in attributes):
            names = [f".{name}" for name in attributes.get("class", "").split()]
            if not self.sheet.isdisjoint((*names, f"#{attributes.get('id', '')}")):
                return True
        return hides(attributes)

    def _attributes(self, tag: str, attributes: dict[str, str]) -> None:
        href = attributes.get("href")
        if href is not None and tag in {"a", "area"}:
            self.hrefs.append(href.strip())
        if tag == "img":
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
        if tag in BLOCK:
            self.flush()
        if tag in VOID or not self.stack:
            return
        if tag == "a":
            self.link = False
        elif tag == "template":
            self.in_template -= 1
        elif tag == "table" and self.tables:
            self.tables.pop()
        elif tag == "dl":
            self.term = ""
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
        text = unescape(raw)
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
            self.pieces.append((text, self.bold or self.heading > 0))

    def flush(self) -> None:
        """End the line."""
        if self.secret:
            self._secret()
        text = clean("".join(piece for piece, _ in self.pieces)) if self.pieces else ""
        if not text:
            self._empty()
            return
        bold = all(strong for piece, strong in self.pieces if piece.strip())
        label = self._label(text, bold)
        if self.heading:
            self.last_heading = text
        row, column = (0, 0)
        if self.tables:
            row, column = int(str(self.tables[-1][0])), int(str(self.tables[-1][1]))
        if self.backward:
            self.marks.append(("rtl", clean("".join(self.backward))))
        self.lines.append(
            Line(text, len(self.lines) + 1, self.region, self.heading, bold, False, label,
                 row, column, tuple(self.hrefs), tuple(self.marks))
        )  # fmt: skip
        self.pieces.clear()
        self.hrefs.clear()
        self.marks.clear()
        self.backward.clear()

    def _empty(self) -> None:
        """Nothing to read: of pictures, scripts and addresses the next line still tells."""
        self.pieces.clear()
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

    def _label(self, text: str, bold: bool) -> str:
        tag = self.stack[-1][0] if self.stack else ""
        open_tags = [entry[0] for entry in self.stack[-6:]]
        if "dt" in open_tags:
            self.term = text.rstrip(" :") if len(text) <= MOST_LABEL else ""
            return ""
        own = _beginning(self.pieces) if not bold else ""
        if own:
            return own
        if "dd" in open_tags and self.term:
            return self.term
        if self.tables and tag != "caption":
            table = self.tables[-1]
            if table[1] == 1:
                # A first cell of several lines or many words names nothing.
                table[2] = text.rstrip(" :") if not table[2] and len(text) <= MOST_LABEL else "\n"
            elif table[2] and table[2] != "\n":
                return str(table[2])
        return ""


def _beginning(pieces: list[tuple[str, bool]]) -> str:
    """The emphasised words with which a line begins, if other words follow."""
    words: list[str] = []
    for piece, strong in pieces:
        if not strong:
            if not piece.strip() and words == []:
                continue
            break
        words.append(piece)
    label = clean("".join(words)).rstrip(" :")
    return label if 0 < len(label) <= MOST_LABEL else ""


def _pairs(rest: str) -> list[tuple[str, str]]:
    return [(name.lower(), unescape(value)) for name, value in ATTRIBUTE.findall(rest)]


def hides(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element with these attributes is not shown."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    return bool(style) and _HIDING.search(str(style)) is not None


def region_of(tag: str, attributes: Mapping[str, str | None], outer: Region) -> Region:
    """The part of the page an element opens: a footer stays one, whatever stands in it."""
    if outer == "footer":
        return outer
    region = REGION_TAGS.get(tag)
    if region is None and attributes:
        role = attributes.get("role")
        if role:
            region = REGION_ROLES.get(role)
        if region is None and tag not in UNNAMED:
            for name in ("id", "class"):
                value = attributes.get(name)
                region = _named(value) if value else None
                if region:
                    break
    if region is None or (region == "header" and outer == "main"):
        return outer
    return region


@lru_cache(maxsize=4096)
def _named(value: str) -> Region | None:
    """The part of the page that an id or a class names."""
    for word in _WORDS.findall(value[:200].lower()):
        if word in REGION_WORDS:
            return REGION_WORDS[word]
    return None
