"""survey: one pass over a page's links, headings, title and frames, for every page of a crawl."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from linter.pages.clean import clean
from linter.pages.links import Around, Link, join, label
from linter.pages.page import Frame
from linter.pages.plain import PlainTree
from linter.pages.text import hides, region_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from linter.pages.dom import Tree
    from linter.pages.labels import Labels
    from linter.pages.page import Classes, Region

MOST_DEPTH = 200
FEW_HEADS = 400
FEW_INSIDE = 12


@dataclass(slots=True, eq=False, repr=False)
class Head:
    """A heading that bears a label, or the title (level 0)."""

    text: str
    level: int
    classes: Classes
    region: Region = ""


@dataclass(slots=True, eq=False, repr=False)
class Survey:
    """What the pass found.

    raws: text and attributes of every link; labelled: by their number, the links whose label names
    something; heads: the title and the headings that do.
    """

    title: str = ""
    lang: str = ""
    raws: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    labelled: dict[int, Link] = field(default_factory=dict)
    around: Around | None = None
    frames: tuple[Frame, ...] = ()
    heads: list[Head] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    text: str = ""


    @property
    def links(self) -> tuple[Link, ...]:
        """Every link in the order of the page."""
        if self.around is None:
            return ()
        around, labelled = self.around, self.labelled
        return tuple(
            labelled.get(index)
            or Link(raw, (said.get("href") or "").strip(), said, "", (), around, index)
            for index, (raw, said) in enumerate(self.raws)
        )

    def mails(self) -> bool:
        """Whether a link opens a mail."""
        return any((said["href"] or "")[:7].lower() == "mailto:" for _, said in self.raws)


def survey(tree: Tree | PlainTree, url: str, labels: Labels) -> Survey:
    """Look over a page."""
    if isinstance(tree, PlainTree):
        return _plain(tree, url, labels)
    found = Survey(lang=tree.lang)
    around = Around(tree, url)
    _links(tree, labels, found, around)
    _heads(tree, labels, found)
    found.frames = tuple(_frames(tree)) if tree.frames() else ()
    for node in tree.named("base"):
        href = node.attributes.get("href")
        if href:
            around.base = join(url, href.strip())
            break
    found.around = around
    found.text = tree.text()
    return found


def _links(tree: Tree, labels: Labels, found: Survey, around: Around) -> None:
    """Read every link; only those whose label says something become a `Link` at once."""
    raws = found.raws
    known = labels.cache
    for node in tree.anchors():
        attributes = node.attributes
        if "href" not in attributes:
            continue
        raw = node.text()
        raws.append((raw, attributes))
        if known.get(raw) == () and raw.strip():
            if "title" not in attributes and "aria-label" not in attributes:
                continue
            alt = ""
        else:
            alt = "" if raw and not raw.isspace() else _alt(node, attributes)
        href = (attributes["href"] or "").strip()
        channel, classes = label(labels, raw, href, attributes, alt)
        if classes:
            index = len(raws) - 1
            found.labelled[index] = Link(raw, href, attributes, channel, classes, around, index)


def _heads(tree: Tree, labels: Labels, found: Survey) -> None:
    """The title and the headings, high ones first; those that say a label with their region."""
    title = tree.named("title")
    if title:
        found.title = clean(title[0].text())
        classes = labels.title(found.title)
        if classes:
            found.heads.append(Head(found.title, 0, classes))
    titled = bool(found.heads)
    for level in range(1, 7):
        for node in tree.named(f"h{level}"):
            text = node.text()
            if len(found.headings) >= FEW_HEADS:
                return
            found.headings.append(text)
            classes = labels.head(text)
            if classes:
                region: Region = "" if titled else _region(node)
                found.heads.append(Head(clean(text), level, classes, region))


def _frames(tree: Tree) -> Iterator[Frame]:
    for node in tree.frames():
        attributes = node.attributes
        src = (attributes.get("src") or "").strip()
        if src:
            kind: Literal["frame", "iframe"] = "frame" if node.tag == "frame" else "iframe"
            yield Frame(src, clean(attributes.get("name") or ""), kind)


def _alt(node: LexborNode, attributes: dict[str, str | None]) -> str:
    if node.tag == "area":
        return attributes.get("alt") or ""
    for number, inner in enumerate(node.traverse()):
        if number > FEW_INSIDE:
            break
        if number and inner.tag in {"img", "svg", "i", "span", "title"}:
            said = inner.attributes
            text = said.get("alt") or said.get("aria-label") or said.get("title")
            if text:
                return text
    return ""


def _region(node: LexborNode) -> Region:
    """The part of the page in which an element stands."""
    outer = []
    parent: LexborNode | None = node
    while parent is not None and len(outer) < MOST_DEPTH:
        tag = parent.tag or ""
        if tag == "body":
            break
        outer.append((tag, {name: value or "" for name, value in parent.attributes.items()}))
        parent = parent.parent
    region: Region = ""
    for tag, attributes in reversed(outer):
        region = region_of(tag, attributes, region)
        if hides(attributes):
            return "nav"
    return region


def _plain(tree: PlainTree, url: str, labels: Labels) -> Survey:
    around = Around(tree, url)
    found = Survey(tree.title, around=around, text=tree.text())
    for index, (text, href) in enumerate(tree.anchors()):
        attributes: dict[str, str | None] = {"href": href}
        found.raws.append((text, attributes))
        channel, classes = label(labels, text, href, attributes, "")
        if classes:
            found.labelled[index] = Link(text, href, attributes, channel, classes, around, index)
    lines = tree.lines()
    classes = labels.title(tree.title)
    if classes:
        found.heads.append(Head(tree.title, 0, classes))
    for place, line in enumerate(lines):
        if line.heading or place == 0:
            found.headings.append(line.text)
            classes = labels.head(line.text)
            if classes:
                level = line.heading or 1
                found.heads.append(Head(line.text, level, classes))
    return found
