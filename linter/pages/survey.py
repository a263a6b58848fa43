"""survey: one pass over a page's links, headings, title and frames, for every page of a crawl."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linter.pages.clean import clean
from linter.pages.links import Around, Link, join, label
from linter.pages.page import Frame
from linter.pages.plain import PlainTree
from linter.pages.text import hides, region_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from linter.pages.dom import Tree
    from linter.pages.labels import Labels
    from linter.pages.page import Classes, Region

MOST_DEPTH = 200
FEW_HEADS = 400


@dataclass(slots=True, eq=False, repr=False)
class Head:
    """A heading that bears a label, or the title (level 0)."""

    text: str
    level: int
    classes: Classes
    region: Region = ""
    number: int = 0


@dataclass(slots=True, eq=False, repr=False)
class Survey:
    """What the pass found; heads: the title and the headings that name something known."""

    title: str = ""
    lang: str = ""
    links: tuple[Link, ...] = ()
    frames: tuple[Frame, ...] = ()
    heads: list[Head] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    text: str = ""


def survey(tree: Tree | PlainTree, url: str, labels: Labels) -> Survey:
    """Look over a page."""
    if isinstance(tree, PlainTree):
        return _plain(tree, url, labels)
    found = Survey(lang=tree.lang)
    around = Around(tree, url)
    links: list[Link] = []
    frames: list[Frame] = []
    known = labels.cache
    title: str | None = None
    base = ""
    for node in tree.elements():
        tag = node.tag
        if tag == "a" or tag == "area":  # noqa: PLR1714 - the hot loop
            attributes = node.attributes
            raw = node.text()
            href = (attributes["href"] or "").strip()
            if len(attributes) == 1 and raw in known and not known[raw]:
                links.append(Link(raw, href, attributes, "", (), around, len(links)))
                continue
            alt = "" if raw and not raw.isspace() else _alt(node, attributes)
            channel, classes = label(labels, raw, href, attributes, alt)
            links.append(Link(raw, href, attributes, channel, classes, around, len(links)))
        elif tag == "title":
            if title is None:
                title = clean(node.text())
        elif tag == "base":
            base = base or (node.attributes.get("href") or "").strip()
        elif tag == "frame" or tag == "iframe":  # noqa: PLR1714 - the hot loop
            attributes = node.attributes
            src = (attributes.get("src") or "").strip()
            if src:
                kind = "frame" if tag == "frame" else "iframe"
                frames.append(Frame(src, clean(attributes.get("name") or ""), kind))
        elif len(found.headings) < FEW_HEADS:
            text = clean(node.text())
            found.headings.append(text)
            classes = labels.head(text)
            if classes:
                number = len(found.headings)
                found.heads.append(Head(text, int((tag or "h6")[1]), classes, _region(node), number))
    found.title = title or ""
    classes = labels.title(found.title)
    if classes:
        found.heads.insert(0, Head(found.title, 0, classes))
    around.base = join(url, base) if base else url
    found.links, found.frames = tuple(links), tuple(frames)
    found.text = tree.text()
    return found


def _alt(node: LexborNode, attributes: dict[str, str | None]) -> str:
    if node.tag == "area":
        return attributes.get("alt") or ""
    image = node.css_first("img[alt],svg[aria-label],[title]")
    if image is None:
        return ""
    said = image.attributes
    return said.get("alt") or said.get("aria-label") or said.get("title") or ""


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
    links = []
    for index, (text, href) in enumerate(tree.anchors()):
        channel, classes = label(labels, text, href, {}, "")
        links.append(Link(text, href, {}, channel, classes, around, index))
    found = Survey(tree.title, "", tuple(links), text=tree.text())
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
                found.heads.append(Head(line.text, level, classes, "", len(found.headings)))
    return found
