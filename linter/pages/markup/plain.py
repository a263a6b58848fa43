"""Pages that are no HTML: plain text and Markdown, read line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.markup.clean import clean
from linter.pages.page import Frame, Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.markup.text import Reading

_TAGS = re.compile(
    rb"<(?:!doctype|html|head|body|div|p|table|ul|ol|section|main|article|span|frameset|meta|title|script|link|h[1-6])\b",
    re.IGNORECASE,
)
MOST_MARKUP = 5000
"""A longer line is taken as it is."""
PRESCAN = 20_000
FEW_TAGS = 3
MOST_LINES = 200_000
_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+|(?=[A-ZÄÖÜ][^#]*$))(.*?)\s*#*\s*$")
"""The blank is often forgotten; words with signs before them, several in a line, are no heading."""
_MARKED_UP = re.compile(r"\s{0,3}<h([1-6])\b[^<>]{0,300}>(.{1,500}?)</h\1>\s*$", re.IGNORECASE)
"""A heading of HTML in Markdown."""
_UNSEEN = re.compile(r"<!--|<(script|style)\b[^<>]{0,500}>", re.IGNORECASE)
"""Where something begins that HTML does not show, in Markdown too, be it of many lines."""
_ENDS = {
    "": re.compile("-->"),
    "script": re.compile(r"</script[^<>]{0,100}>", re.IGNORECASE),
    "style": re.compile(r"</style[^<>]{0,100}>", re.IGNORECASE),
}
_DEFINED = re.compile(
    r"^ {0,3}\[([^\[\]\n]{1,100})\]:[ \t]*<?([^\s<>]{1,2000})>?(?:[ \t]+[\"'(][^\n]{0,300})?[ \t]*$",
    re.MULTILINE,
)
"""Where an address of a link stands apart from it."""
_NAMED = re.compile(r"\[([^\[\]\n]{1,300})\]\[([^\[\]\n]{0,100})\]")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\(\s*<?([^\s<>()]{0,2000})>?(?:\s+\"[^\"]*\")?\s*\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,500}|[^\s<>@]{1,100}@[^\s<>]{1,200})>")
_TITLE = re.compile(
    r"(---|\+\+\+)[ \t]*\r?\n(?:[^\n]*\n){0,40}?(?:(?:post|page|site|seo|nav)[_-]?)?title[ \t]*[:=][ \t]*[\"']?([^\n\r\"']{1,200})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:---|\+\+\+)[ \t]*\r?\n(?:[^\n]*\n){0,40}?(?:permalink|url)[ \t]*[:=][ \t]*[\"']?(/[^\s\"']{0,200})"
)
"""Where on its site a generator is told to put the page."""
_META = re.compile(
    r"(title|date|modified|authors?|slug|category|tags|status|template|layout|lang|summary|permalink|url|save_as|keywords|description)[ \t]*:(?!//)",
    re.IGNORECASE,
)
"""How a line begins that tells about a text before it starts, as some generators of sites want it."""
FEW_META, MOST_META = 2, 20
_PROGRAM = re.compile(
    r"^ {0,3}(?:```|~~~)[ \t]*\{?\.?(?!te?xt|plain)[a-z]|^\.\. code-block::", re.MULTILINE
)
"""A block of code, of which the language or the markup says that it is one."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>|<!--.*?-->")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])")
_LABEL = re.compile(r"^\s*(?:[-*+]\s+)?(?:\*\*|__)([^*_\n]{1,60}?)\s*:?\s*(?:\*\*|__)\s*:?\s*\S")
_ITEM = re.compile(r"^\s{0,8}(?:[-*+]|\d{1,3}[.)])\s+(?=\S)|^\s{0,3}>\s?")
_UNDERLINE = re.compile(r"^\s{0,3}(=+|-+)\s*$")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!@<>|~])")


def is_plain(source: bytes, content_type: str) -> bool:
    """Whether the page is no HTML; its own words decide where the server says nothing."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind in {"text/markdown", "text/x-markdown", "text/plain"}:
        return True
    if "html" in kind:
        return False
    head = source[:256].lstrip()
    return not head.startswith(b"<") and len(_TAGS.findall(source[:PRESCAN])) < FEW_TAGS


class PlainTree:
    """A plain page with the interface of `dom.Tree`."""

    __slots__ = ("_lines", "source")
    cut = False
    base = ""
    is_frameset = False

    def __init__(self, source: bytes) -> None:
        self.source = _in_place(source.decode("utf-8", "replace").replace("\0", "\ufffd"))
        self._lines: tuple[Line, ...] | None = None

    @property
    def title(self) -> str:
        """The title of the front matter, or the first heading.

        What a generator puts above the page is its title, whatever heading its text begins with.
        """
        found = _TITLE.match(self.source)
        if found:
            return clean(found[2])
        raw = self.source.split("\n", MOST_META)
        said = (text.partition(":") for text in raw[: _metadata(raw)])
        title = next(
            (clean(value) for name, _, value in said if name.strip().lower() == "title"), ""
        )
        return title or next((line.text for line in self.lines()[:20] if line.heading == 1), "")

    @property
    def canonical(self) -> str:
        """The address that the front matter gives the page; "" where it gives none."""
        found = _ADDRESS.match(self.source)
        return found[1] if found else ""

    def menus(self) -> list[str]:
        """The lines that hold several links: menus, no headings."""
        return [line.text for line in self.lines() if is_menu(line)]

    def anchors(self) -> list[tuple[str, str]]:
        """The links as (text, address)."""
        return [(clean(m[1]), m[2]) for m in _LINK.finditer(self.source) if m[0][0] != "!"]

    def headings(self) -> list[tuple[int, str]]:
        """All headings as (level, text)."""
        return [(line.heading, line.text) for line in self.lines() if line.heading]

    def text(self) -> str:
        """The text without its markup, a line a line."""
        return "\n".join(line.text for line in self.lines())

    def lines(self) -> tuple[Line, ...]:
        """The lines that say something, numbered as in the file."""
        if self._lines is None:
            self._lines = tuple(_lines(self.source))
        return self._lines

    def reading(self) -> Reading:
        """The lines; nothing surrounds the links of a text."""
        from linter.pages.markup.text import Reading  # noqa: PLC0415 - the two know each other

        return Reading(self.lines())

    def surroundings(self, _: int) -> None:
        """Nothing surrounds a link in a text."""

    def frames(self) -> tuple[Frame, ...]:
        """Text has no frames."""
        return ()

    def forget(self) -> None:
        """Nothing is held."""

    def scripts(self) -> tuple[tuple[str, str], ...]:
        """Text has no scripts."""
        return ()


def _in_place(text: str) -> str:
    """The text without what it hides, and with each address at its link; lines keep their numbers."""
    if "<!--" in text or "</s" in text or "</S" in text:
        text = _shown(text)
    if "]:" in text and "][" in text:
        known = {name.lower(): address for name, address in _DEFINED.findall(text)}
        if known:
            text = _NAMED.sub(lambda found: _joined(found, known), _DEFINED.sub("", text))
    return text


def _shown(text: str) -> str:
    """The text without comments, scripts and styles; what never ends is text, but a comment."""
    kept: list[str] = []
    done = 0
    endless: set[str] = set()
    while begin := _UNSEEN.search(text, done):
        name = (begin[1] or "").lower()
        end = None if name in endless else _ENDS[name].search(text, begin.end())
        if end is None and name:
            endless.add(name)
            kept.append(text[done : begin.end()])
            done = begin.end()
            continue
        stop = end.end() if end else len(text)
        kept += (text[done : begin.start()], "\n" * text.count("\n", begin.start(), stop))
        done = stop
    kept.append(text[done:])
    return "".join(kept)


def _joined(found: re.Match[str], known: dict[str, str]) -> str:
    address = known.get((found[2] or found[1]).lower())
    return f"[{found[1]}]({address})" if address else found[0]


def is_documentation(tree: object) -> bool:
    """Whether a text shows programs, as no page of a provider does but a description of one."""
    return isinstance(tree, PlainTree) and _PROGRAM.search(tree.source) is not None


def is_menu(line: Line) -> bool:
    """Whether a line holds several links, as a menu does and no heading."""
    return len(line.hrefs) > 1


def _lines(source: str) -> Iterator[Line]:
    raw = source.split("\n", MOST_LINES)[:MOST_LINES]
    start = _front_matter(raw)
    for number, written in enumerate(raw[start:], start + 1):
        text = written
        if not text or text.isspace() or _UNDERLINE.match(text):
            continue
        heading = 0
        found = _HEADING.match(text) if "#" in text[:10] and len(text) < MOST_MARKUP else None
        if found:
            heading, text = len(found[1]), found[2]
        elif "</h" in text and (found := _MARKED_UP.match(text)):
            heading, text = int(found[1]), found[2]
        elif text.strip() and number < len(raw):
            under = _UNDERLINE.match(raw[number])
            if under and (under[1][0] == "=" or under[1].startswith("--")):
                heading = 1 if under[1][0] == "=" else 2
        for part in _BREAK.split(text):
            line = _line(part, number, heading)
            if line:
                yield line


def _front_matter(raw: list[str]) -> int:
    fence = raw[0].strip() if raw else ""
    if fence not in {"---", "+++"}:
        return _metadata(raw)
    for index, text in enumerate(raw[1:60], 1):
        if text.strip() in {fence, "..."}:
            return index + 1
    return 0


def _metadata(raw: list[str]) -> int:
    """How many lines before the first blank one tell about the text, without a fence around them."""
    for index, text in enumerate(raw[:MOST_META]):
        if not text.strip():
            return index if index >= FEW_META else 0
        if not _META.match(text):
            return 0
    return 0


def _line(text: str, number: int, heading: int) -> Line | None:
    if len(text) > MOST_MARKUP:
        return Line(clean(text), number, "", heading) if text.strip() else None
    hrefs = tuple(m[2] for m in _LINK.finditer(text)) if "](" in text else ()
    label = ""
    bold = heading > 0
    if "**" in text or "__" in text:
        found = _LABEL.match(text)
        label = clean(found[1]).rstrip(" :") if found else ""
        stripped = text.strip(" \\")
        bold = bold or (stripped.startswith(("**", "__")) and stripped.endswith(("**", "__")))
    shown = _ITEM.sub("", text)
    if "](" in shown:
        shown = _LINK.sub(r"\1", shown)
    if "<" in shown:
        shown = _TAG.sub("", _AUTOLINK.sub(r"\1", shown))
    if "*" in shown or "_" in shown:
        shown = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", shown))
    if "&" in shown:
        from html import unescape  # noqa: PLC0415 - rarely needed

        shown = unescape(shown)
    if "\\" in shown:
        shown = _ESCAPE.sub(r"\1", shown).rstrip("\\")
    shown = clean(shown)
    if not shown:
        return None
    return Line(shown, number, "", heading, bold, False, "" if bold and not label else label,
                0, 0, hrefs, ())  # fmt: skip
