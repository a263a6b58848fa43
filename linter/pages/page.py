"""What a web page is: its lines of text in reading order, its links, its kind and its state."""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.pages.contents import Contents
    from linter.pages.kinds.kind import Verdict
    from linter.pages.labels import Labels
    from linter.pages.links import Link
    from linter.pages.markup.dom import Tree
    from linter.pages.markup.plain import PlainTree
    from linter.pages.survey import Survey

Kind = Literal["impressum", "privacy", "impressum+privacy", "contact", "home", "other"]
State = Literal[
    "ok", "soft_404", "login_wall", "consent_wall", "empty_shell", "frameset", "link_hub"
]
Region = Literal["", "header", "nav", "main", "aside", "footer"]
Channel = Literal["", "text", "aria", "title", "alt", "href"]
Strength = Literal["strong", "medium", "rejected", "whose", "none"]
"""`whose`: the label names whose it is ("Datenschutzerklärung von …"); the address decides."""
Target = Literal["impressum", "privacy", "none"]
Classes = tuple[tuple[Target, Strength], ...]


@dataclass(slots=True, eq=False)  # a page has hundreds: frozen ones take four times as long
class Line:
    """One visual line of the page: what stands between two breaks.

    text: white space collapsed, soft hyphens and zero-width characters gone, never empty;
    number: 1-based, in reading order (text pages: the line of the file); hidden lines count;
    heading: 1–6 of the heading the line stands in, else 0; bold: the whole line is emphasised;
    label: what names this line without its colon: the `dt` of a `dd`, the first cell of a row, the
    emphasised beginning of the line itself; "" where there is none;
    row, column: 1-based place in tables (row is unique in the page, 0 outside of tables);
    hrefs: addresses of the links in the line as written, `mailto:` and `tel:` among them;
    marks: what the line's elements say beside their text, as (name, value): every `data-*`
    attribute (`data-cfemail`), `img` (alternative text or file name), `script` (an inline script
    that stands in the line), `hidden` (hidden characters within the line), `rtl` (a run that is
    shown from right to left, as written).
    """

    text: str
    number: int
    region: Region = ""
    heading: int = 0
    bold: bool = False
    hidden: bool = False
    label: str = ""
    row: int = 0
    column: int = 0
    hrefs: tuple[str, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()


_row = attrgetter(*Line.__slots__)
PLAIN = 2
"""The version of the form that looks up no text it has written before."""


def packed(lines: Iterable[Line]) -> bytes:
    """Lines for another process: unpacking them costs a tenth of reading their page once more."""
    return marshal.dumps(list(map(_row, lines)), PLAIN)


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame or iframe: its document belongs to the page, but is not read here.

    content: the document itself where the page brings it along.
    """

    src: str
    name: str = ""
    kind: Literal["frame", "iframe"] = "frame"
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link that promises another notice; text: its label, or the sentence in which it stands."""

    url: str
    text: str


@dataclass(slots=True, eq=False, repr=False)
class Written:
    """What is written on a page. The lines are made when they are first asked for."""

    url: str
    title: str
    page_type: Kind
    tree: Tree | PlainTree

    @property
    def text_lines(self) -> tuple[Line, ...]:
        """All lines in reading order, the hidden ones among them and marked."""
        return self.tree.lines()

    @property
    def visible(self) -> tuple[Line, ...]:
        """The lines a reader sees."""
        return tuple([line for line in self.text_lines if not line.hidden])

    @property
    def scripts(self) -> tuple[tuple[str, str], ...]:
        """The inline scripts as (type, text): `application/ld+json` among them."""
        return self.tree.scripts()


@dataclass(slots=True, eq=False, repr=False)
class Page(Written):
    """A page as read: what is written on it, where it leads, what it is.

    contents: by kind, what the rules ask of its words, once that was read (see `contents`);
    lines: all lines, packed until somebody asks, where another process read the page;
    refresh: the header of that name, which sends the visitor on as the element does;
    brought: what stands in its frames and came with the page itself, by its source, once read;
    pointers: where it points for social media, once that was looked for (see `notice.narrower`).
    """

    lang: str
    uncertain: bool
    state: State
    encoding: str
    truncated: bool
    labels: Labels
    verdict: Verdict
    survey: Survey
    contents: dict[str, Contents] = field(default_factory=dict, init=False)
    lines: tuple[Line, ...] | bytes | None = field(default=None, init=False)
    refresh: str = field(default="", init=False)
    brought: dict[str, Page] = field(default_factory=dict, init=False)
    pointers: tuple[Pointer, ...] | None = field(default=None, init=False)

    @property
    def text_lines(self) -> tuple[Line, ...]:
        """All lines in reading order, the hidden ones among them and marked."""
        if self.lines is None:
            return self.tree.lines()
        if isinstance(self.lines, bytes):
            self.lines = tuple([Line(*row) for row in marshal.loads(self.lines)])  # noqa: S302 - our own
        return self.lines

    @property
    def written(self) -> Written:
        """What is written on it, alone: what another process needs to read it."""
        return Written(self.url, self.title, self.page_type, self.tree)

    @property
    def score(self) -> dict[str, float]:
        """The points that the page has for each kind."""
        return self.verdict.score()

    @property
    def reasons(self) -> tuple[str, ...]:
        """What spoke for the kind."""
        return self.verdict.reasons()

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link in the order of the page."""
        return self.survey.links

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The frames and iframes: their documents belong to the page, but are not read here."""
        return self.tree.frames()

    @property
    def labelled(self) -> tuple[Link, ...]:
        """The links whose label names an Impressum or a privacy notice, well or badly."""
        return tuple(self.survey.labelled.values())
