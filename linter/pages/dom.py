"""The tree of a page: parsed by the HTML standard's own rules, bounded, read as canonical HTML.

Serialised, a tree is regular: every tag closed, every `>` of an attribute escaped. So everything
else reads that text in one linear pass, however the page was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from linter.pages.clean import clean
from linter.pages.page import Frame

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from linter.pages.page import Line


class Tree:
    """A parsed page."""

    __slots__ = ("_html", "_parser", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._parser = LexborHTMLParser(source)
        self._html: str | None = None

    @property
    def html(self) -> str:
        """The whole page as canonical HTML."""
        if self._html is None:
            self._html = self._parser.html or ""
        return self._html

    @property
    def title(self) -> str:
        """The text of the first `title`."""
        node = self._parser.css_first("title")
        return clean(node.text()) if node else ""

    @property
    def lang(self) -> str:
        """The `lang` attribute of the page."""
        node = self._parser.css_first("html[lang]")
        return clean(str(node.attributes.get("lang") or "")) if node else ""

    @property
    def base(self) -> str:
        """The address of `base`, as written."""
        node = self._parser.css_first("base[href]")
        return (node.attributes.get("href") or "").strip() if node else ""

    def text(self) -> str:
        """The text between the tags, one piece a line; scripts and styles left out."""
        body = self._parser.body
        return body.text(separator="\n") if body else ""

    def anchors(self) -> list[LexborNode]:
        """Every link that is in the page, in order."""
        return self._parser.css("a[href], area[href]")

    def headings(self) -> list[tuple[int, str]]:
        """All headings as (level, text)."""
        nodes = self._parser.css("h1, h2, h3, h4, h5, h6")
        return [(int((node.tag or "h6")[1]), clean(node.text())) for node in nodes]

    def frames(self) -> tuple[Frame, ...]:
        """The frames and iframes that name a document."""
        found = []
        for node in self._parser.css("frame, iframe"):
            src = (node.attributes.get("src") or "").strip()
            if src:
                name = clean(node.attributes.get("name") or "")
                found.append(Frame(src, name, "frame" if node.tag == "frame" else "iframe"))
        return tuple(found)

    def lines(self) -> tuple[Line, ...]:
        """The visual lines of the page in reading order."""
        from linter.pages.text import read  # noqa: PLC0415 - only the chosen pages are read whole

        return read(self.html).lines

    def scripts(self) -> tuple[tuple[str, str], ...]:
        """The inline scripts as (type, text)."""
        found = []
        for node in self._parser.css("script"):
            text = node.text()
            if text.strip():
                found.append(((node.attributes.get("type") or "").strip().lower(), text))
        return tuple(found)
