"""The tree of a page: parsed by the HTML standard's own rules, bounded, read in linear passes.

Two ways to read it: `elements` and `text` for what every page of a crawl is asked (links and kind),
and `reading`, the whole page line by line, for the few whose words matter.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from selectolax.lexbor import LexborHTMLParser

from linter.pages.markup.clean import clean
from linter.pages.markup.drawn import DRAWN, linked
from linter.pages.markup.enclosing import Enclosing, enclosing
from linter.pages.markup.guard import guard
from linter.pages.markup.shadow import SHADOWED, opened
from linter.pages.page import Frame

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from linter.pages.markup.text import Reading
    from linter.pages.page import Line, Region

UNREAD = ["script", "style", "noscript"]
HIDDEN = (
    '[hidden],[style*="display:none" i],[style*="display: none" i],[style*="visibility:hidden" i]'
)
LARGE = 65_536
"""In a larger page one selector finds at once what a walk for each name finds later."""
_MAY_HIDE = re.compile(rb" hidden[\s>=/]")
_STYLE_HIDES = re.compile(rb"style=[^>]{0,300}?(?:display|visibility) ?: ?(?:none|hidden)")
MOST_SCRIPT = 200_000
FRAMED = (b"<frame", b"<iframe", b"<object", b"<embed")
FRAMES = 'frame,iframe,object[type^="text/html" i],embed[type^="text/html" i]'
"""Elements in which another document is shown."""


class Tree:
    """A page, parsed when it is asked something; another process is given its source alone."""

    __slots__ = (
        "_above", "_canonical", "_has", "_hiding", "_linked", "_low", "_named", "_parser", "_reading", "_within", "cut",
        "source",
    )  # fmt: skip

    def __init__(self, source: bytes, *, cut: bool = False) -> None:
        """Take a source that was guarded (see `of`); cut: of which only the beginning is there."""
        self.source, self.cut = source, cut
        self._parser: LexborHTMLParser | None = None
        self._reading: Reading | None = None
        self._linked: list[LexborNode] | None = None
        self._hiding: bool | None = None
        self._canonical: str | None = None
        self._has: dict[bytes, bool] = {}
        self._low: bytes | None = None
        self._within: dict[int, Enclosing | None] = {}
        self._above: dict[int, Enclosing] = {}
        self._named: dict[str, list[LexborNode]] = {}

    @classmethod
    def of(cls, source: bytes) -> Tree:
        """The tree of a page as it came, bounded, with what browsers show of it."""
        tree = cls.bounded(source)
        if DRAWN in tree.source or tree.parser.tags("template"):
            tree.redraw()
        return tree

    @classmethod
    def bounded(cls, source: bytes) -> Tree:
        """The same as it is written: a survey tells whether it has to be drawn anew."""
        source, cut = guard(source)
        return cls(source, cut=cut)

    def redraw(self) -> bool:
        """Open what stands in shadow trees, give links in drawings an address as others have it.

        Returns whether there was any of that: then the tree is made anew.
        """
        source = linked(self.source) if b"<svg" in self.source else self.source
        if any(name in source for name in SHADOWED):
            source = opened(source)
        if source == self.source:
            return False
        self.forget()
        self._has.clear()
        self._within.clear()
        self.source = source
        return True

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(Tree, cut=self.cut), (self.source,)

    @property
    def parser(self) -> LexborHTMLParser:
        """The parsed tree; `text` consumes it, and it is made anew when asked again."""
        if self._parser is None:
            self._parser = LexborHTMLParser(self.source)
        return self._parser

    def has(self, opening: bytes) -> bool:
        """Whether a tag may be in the page, by how it begins in lower case; false is certain."""
        found = self._has.get(opening)
        if found is None:
            if self._low is None:
                self._low = self.source.lower()
            found = self._has[opening] = opening in self._low
        return found

    @property
    def html(self) -> str:
        """The whole page as canonical HTML: every tag closed, every `>` of a value escaped."""
        return self.parser.html or ""

    @property
    def lang(self) -> str:
        """The `lang` attribute of the page."""
        root = self.parser.root
        return (root.attributes.get("lang") or "").strip() if root else ""

    @property
    def title(self) -> str:
        """The text of the first `title`, which nearly always stands in the head itself."""
        head = self.parser.head
        node = head.first_child if head is not None else None
        while node is not None and node.tag != "title":
            node = node.next
        node = node or self.parser.css_first("title")
        return node.text() if node else ""

    @property
    def base(self) -> str:
        """The address that `base` gives, as written."""
        if not self.has(b"<base"):
            return ""
        for node in self.parser.tags("base"):
            href = node.attributes.get("href")
            if href is not None:
                return href.strip()
        return ""

    @property
    def canonical(self) -> str:
        """The address that the page gives itself."""
        if self._canonical is None:
            head = self.parser.head
            nodes = head.css('link[rel="canonical" i],meta[property="og:url"]') if head else []
            said = (node.attributes.get("href") or node.attributes.get("content") for node in nodes)
            told = (address.strip() for address in said if address)
            self._canonical = next((address for address in told if address), "")
        return self._canonical

    @property
    def is_frameset(self) -> bool:
        """Whether frames stand in the place of a body."""
        return self.parser.body is None and bool(self.parser.tags("frameset"))

    def frames(self) -> tuple[Frame, ...]:
        """The frames and iframes that name a document, or bring it along."""
        if not any(map(self.has, FRAMED)):
            return ()
        found = []
        for node in self.parser.css(FRAMES):
            attributes = node.attributes
            src = (attributes.get("data" if node.tag == "object" else "src") or "").strip()
            content = attributes.get("srcdoc") if node.tag == "iframe" else None
            if src or content is not None:
                name = clean(attributes.get("name") or "")
                kind: Literal["frame", "iframe"] = "frame" if node.tag == "frame" else "iframe"
                found.append(Frame(src, name, kind, content))
        return tuple(found)

    def anchors(self) -> list[LexborNode]:
        """Every `a` and `area` in the order of the page, with an address or without, and `template`."""
        if len(self.source) > LARGE or self.parser.tags("area") or self.parser.tags("template"):
            return self.parser.css("a,area,template")
        return self.parser.tags("a")

    def named(self, tag: str) -> list[LexborNode]:
        """The elements of one name, in the order of the page."""
        found = self._named.get(tag)
        if found is None:
            found = self._named[tag] = self.parser.tags(tag)
        return found

    def may_hide(self) -> bool:
        """Whether elements may be hidden; false is certain."""
        source = self.source
        hidden = b"hidden" in source
        if hidden and _MAY_HIDE.search(source):
            return True
        return (hidden or b"none" in source) and _STYLE_HIDES.search(source) is not None

    def text(self) -> str:
        """What is between the tags of the body, one piece a line. Scripts leave the tree."""
        body = self.parser.body
        if body is None:
            return ""
        self._named.clear()
        self._strip()
        return body.text(separator="\n", skip_empty=True)

    def _strip(self) -> None:
        """Take out what is no text."""
        if len(self.source) <= LARGE:
            self.parser.strip_tags(UNREAD)
            return
        # What stands in another goes first: it must not be touched when that is gone.
        for node in reversed(self.parser.css(",".join(UNREAD))):
            node.decompose()

    def visible_text(self) -> str:
        """The same without what is hidden, which leaves the tree too."""
        for node in self.parser.css(HIDDEN):
            if node.tag not in {"body", "html"}:
                node.decompose()
        return self.text()

    def forget(self) -> None:
        """Give the tree up; it is made anew when something else is asked."""
        self._parser = self._linked = self._low = None
        self._named.clear()
        self._above.clear()

    def reading(self) -> Reading:
        """The page line by line, with what surrounds each link."""
        if self._reading is None:
            from linter.pages.markup.text import read  # noqa: PLC0415 - few pages are read whole

            self._reading = read(self.html)
            self.forget()
        return self._reading

    def note(self, number: int, link: LexborNode) -> None:
        """Keep what a link stands in, by its number, while the tree is there."""
        self._within[number] = enclosing(link, self._above)

    def surroundings(self, number: int) -> tuple[Region, bool] | None:
        """The region of a link and whether it is hidden, by what it stands in.

        None where only the whole page tells: it was read already, or has a style sheet that hides.
        """
        if self._reading is not None:
            return None
        if self._sheet_hides():
            self.reading()
            return None
        if number not in self._within:
            node = self.linked(number)
            if node is None:
                return None
            self.note(number, node)
        around = self._within[number]
        region, hidden = around.told() if around else ("", 0)
        return region, hidden > 0

    def linked(self, number: int) -> LexborNode | None:
        """The link of that number."""
        if self._linked is None:
            self._linked = [node for node in self.anchors() if "href" in node.attributes]
        return self._linked[number] if number < len(self._linked) else None

    def _sheet_hides(self) -> bool:
        """Whether a style sheet of the page hides anything."""
        if self._hiding is None:
            styles = self.parser.tags("style") if self.has(b"<style") else []
            self._hiding = bool(styles) and _hide(styles)
        return self._hiding

    def lines(self) -> tuple[Line, ...]:
        """The visual lines of the page in reading order."""
        return self.reading().lines

    def scripts(self) -> tuple[tuple[str, str], ...]:
        """The inline scripts as (type, text)."""
        found = []
        for node in self.parser.css("script"):
            text = node.text()
            if text.strip():
                kind = (node.attributes.get("type") or "").strip().lower()
                found.append((kind, text[:MOST_SCRIPT]))
        return tuple(found)


def _hide(styles: list[LexborNode]) -> bool:
    from linter.pages.markup.sheet import hidden_by  # noqa: PLC0415 - few pages have one

    return any(hidden_by(style.text()) for style in styles)
