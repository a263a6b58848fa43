"""survey: one pass over a page's links, headings, title and frames, for every page of a crawl."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from linter.pages.clean import clean
from linter.pages.links import Around, Link, join, label
from linter.pages.page import Frame
from linter.pages.plain import PlainTree
from linter.pages.text import REGION_TAGS, hides, region_of

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
    something.
    """

    lang: str
    around: Around
    tree: Tree | PlainTree
    title: str = ""
    raws: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    labelled: dict[int, Link] = field(default_factory=dict)
    frames: tuple[Frame, ...] = ()
    text: str = ""

    def headings(self, level: int) -> list[str]:
        """The headings of a level; text has those of all levels under 1."""
        return [text for text, _ in self._headings(level)]

    def _headings(self, level: int) -> list[tuple[str, LexborNode | None]]:
        if isinstance(self.tree, PlainTree):
            lines = self.tree.lines()
            return [
                (line.text, None)
                for place, line in enumerate(lines)
                if (line.heading or (1 if place == 0 else 0)) == level
            ]
        return [(node.text(), node) for node in self.tree.named(f"h{level}")[:FEW_HEADS]]

    def heads(self, labels: Labels, wanted: set[str]) -> list[Head]:
        """The headings that bear a label, with the part of the page in which they stand.

        wanted: the lines that might be headings; no more are looked for than these.
        """
        found = []
        for level in range(1, 7):
            for raw, node in self._headings(level):
                classes = labels.head(raw)
                if classes:
                    text = clean(raw)
                    found.append(Head(text, level, classes, _region(node) if node else ""))
                    wanted.discard(text)
            if not wanted:
                break
        return found

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link in the order of the page."""
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
    found = Survey(lang=tree.lang, around=Around(tree, url), tree=tree)
    titles = tree.named("title")
    if titles:
        found.title = clean(titles[0].text())
    _links(tree, labels, found)
    frames = tree.frames()
    if frames:
        found.frames = tuple(_frames(frames))
    for node in tree.named("base"):
        href = node.attributes.get("href")
        if href:
            found.around.base = join(url, href.strip())
            break
    found.text = tree.text()
    return found


def _links(tree: Tree, labels: Labels, found: Survey) -> None:
    """Read every link; only those whose label says something become a `Link` at once."""
    add = found.raws.append
    known = labels.cache.get
    number = -1
    for node in tree.anchors():
        attributes = node.attributes
        if "href" not in attributes:
            continue
        number += 1
        raw = node.text()
        add((raw, attributes))
        if known(raw) == () and "title" not in attributes and "aria-label" not in attributes:
            if raw and not raw.isspace():
                continue
            alt = _alt(node, attributes)
        else:
            alt = "" if raw and not raw.isspace() else _alt(node, attributes)
        href = (attributes["href"] or "").strip()
        channel, classes = label(labels, raw, href, attributes, alt)
        if classes:
            found.labelled[number] = Link(
                raw, href, attributes, channel, classes, found.around, number
            )


def _frames(nodes: list[LexborNode]) -> Iterator[Frame]:
    for node in nodes:
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
    """The part of the page in which an element stands; what is hidden counts as menu."""
    outer: list[tuple[str, dict[str, str | None]]] = []
    parent: LexborNode | None = node
    while parent is not None and len(outer) < MOST_DEPTH:
        tag = parent.tag or ""
        if tag == "body":
            break
        attributes = parent.attributes
        if attributes or tag in REGION_TAGS:
            outer.append((tag, attributes))
        parent = parent.parent
    region: Region = ""
    for tag, said in reversed(outer):
        region = region_of(tag, said, region)
        if ("hidden" in said or "style" in said) and hides(said):
            return "nav"
    return region


def _plain(tree: PlainTree, url: str, labels: Labels) -> Survey:
    around = Around(tree, url)
    found = Survey("", around, tree, tree.title, text=tree.text())
    for index, (text, href) in enumerate(tree.anchors()):
        attributes: dict[str, str | None] = {"href": href}
        found.raws.append((text, attributes))
        channel, classes = label(labels, text, href, attributes, "")
        if classes:
            found.labelled[index] = Link(text, href, attributes, channel, classes, around, index)
    return found
