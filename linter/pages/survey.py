"""survey: one pass over a page's links, headings, title and frames, for every page of a crawl."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from linter.pages.links import Around, Link, label
from linter.pages.markup.clean import clean
from linter.pages.markup.elements import REGION_TAGS, hides, region_of
from linter.pages.markup.named import Names
from linter.pages.markup.plain import PlainTree, is_menu

T = TypeVar("T")

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from linter.pages.labels import Labels
    from linter.pages.markup.dom import Tree
    from linter.pages.page import Classes, Region

_PICTURE = re.compile(rb"<img\b[^>]{0,400}impr(?:essum|int)", re.IGNORECASE)
_PICTURE_NAME = re.compile(r"impr(?:essum|int)", re.IGNORECASE)
_PICTURED_CONTACT = re.compile(rb"<img\b[^>]{0,400}(?:kontakt|contact)", re.IGNORECASE)
_CONTACT_NAME = re.compile(r"kontakt|contact", re.IGNORECASE)
MOST_DEPTH = 200
MOST_ENTRIES = 200
FEW_HEADS = 400
MOST_OTHERS = 5000
"""Links that are kept as they were read."""
FEW_INSIDE = 12
FOOT = 'footer,aside,[role="contentinfo"],[id*="footer" i],[class*="footer" i],#foot,.foot,#sidebar,.sidebar'
BANNER = ",".join(
    f'{tag}[{said}*="{word}" i]'
    for tag in ("div", "section", "aside")
    for said in ("id", "class")
    for word in ("cookie", "consent")
)
TEXT = frozenset(("", "main"))
"""The parts of a page in which its text stands."""
PICTURED = frozenset(("img", "svg", "i", "span", "title"))


@dataclass(slots=True, eq=False, repr=False)
class Head:
    """A heading that bears a label, or the title (level 0)."""

    text: str
    level: int
    classes: Classes
    region: Region = ""
    node: LexborNode | None = None


@dataclass(slots=True, eq=False, repr=False)
class Survey:
    """What the pass found.

    labelled: by their number, the links whose label names something; texts: what stands in each;
    others: the links, of those that name nothing their attributes. Frames and headings are read
    from the tree when somebody asks for them.
    """

    lang: str
    around: Around
    tree: Tree | PlainTree
    labels: Labels
    title: str = ""
    labelled: dict[int, Link] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    others: list[Link | dict[str, str | None]] = field(default_factory=list)
    text: str = ""
    _links: tuple[Link, ...] | None = None

    def headings(self, level: int) -> list[str]:
        """The headings of a level."""
        return [text for text, _ in self.each_heading(level)]

    def number_of_headings(self, level: int) -> int:
        """How many headings of a level there are."""
        if isinstance(self.tree, PlainTree):
            return len(self.headings(level))
        return min(len(self.tree.named(f"h{level}")), FEW_HEADS)

    def two_headings(self, level: int) -> list[str]:
        """The first two headings of a level that say something."""
        return [text for text, _ in self.first_two(level)]

    def first_two(self, level: int) -> list[tuple[str, LexborNode | None]]:
        """The same with their elements."""
        found = []
        for text, node in self.each_heading(level):
            if text.strip():
                found.append((text, node))
                if len(found) == 2:  # noqa: PLR2004 - two
                    break
        return found

    def each_heading(self, level: int) -> Iterator[tuple[str, LexborNode | None]]:
        """The headings of a level with their elements, where the page has any."""
        if isinstance(self.tree, PlainTree):
            for place, line in enumerate(self.tree.lines()):
                if (line.heading or (1 if place == 0 and not is_menu(line) else 0)) == level:
                    yield line.text, None
            return
        for node in self.tree.named(f"h{level}")[:FEW_HEADS]:
            yield node.text(), node

    def heads(self, wanted: set[str]) -> list[Head]:
        """The headings that bear a label, with the part of the page in which they stand.

        wanted: the lines that might be headings; no more are looked for than these.
        """
        found = []
        for level in range(1, 7):
            for raw, node in self.each_heading(level):
                classes = self.labels.head(raw)
                if classes:
                    text = clean(raw)
                    region = region_around(node) if node else ""
                    found.append(Head(text, level, classes, region, node))
                    wanted.discard(text)
            if not wanted:
                break
        return found

    def namesakes(self, head: Head) -> int:
        """How many links before a heading say the same."""
        if isinstance(self.tree, PlainTree) or head.node is None:
            return 0
        said = 0
        for node in self.tree.parser.css(f"a,h{head.level}")[:MOST_OTHERS]:
            if node.mem_id == head.node.mem_id:
                break
            said += node.tag == "a" and clean(node.text()) == head.text
        return said

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link in the order of the page."""
        if self._links is None:
            self._links = tuple(_all(self))
        return self._links

    def labelling(self) -> list[str]:
        """The texts of links that name something, also of those that only a script follows."""
        known = self.labels.known
        told = [link.raw for link in self.labelled.values() if link.channel == "text"]
        others = [link for link in self.others if isinstance(link, Link) and not link.classes]
        return told + [link.raw for link in others if known(link.raw)]

    def linked_letters(self) -> int:
        """How long their texts are together."""
        return sum([len(text.strip()) for text in _outer(self.texts)])

    def entries(self) -> Iterator[tuple[str, str]]:
        """The same with text and address."""
        for text, link in zip(_outer(self.texts), _outer(self.others), strict=True):
            href = link.href if isinstance(link, Link) else link["href"] or ""
            yield text.strip(), href.strip()

    def pictured(self) -> bool:
        """Whether a picture that is no link stands where the heading "Impressum" would."""
        if not self._may_picture(_PICTURE):
            return False
        return any(
            _PICTURE_NAME.search(alt or name) and (not alt or self.labels.head(alt))
            for alt, name in self._pictures()
        )

    def pictures_contact(self) -> bool:
        """Whether a picture that is no link stands where the heading "Kontakt" would."""
        if not self._may_picture(_PICTURED_CONTACT):
            return False
        return any(
            self.labels.names_contact(alt) if alt else _CONTACT_NAME.search(name)
            for alt, name in self._pictures()
        )

    def _may_picture(self, name: re.Pattern[bytes]) -> bool:
        """Whether the page has pictures, and the tag of one may say a name; false is certain."""
        tree = self.tree
        if isinstance(tree, PlainTree) or not tree.named("img"):
            return False
        return name.search(tree.source) is not None

    def _pictures(self) -> Iterator[tuple[str, str]]:
        """The pictures that are no links: alternative text and name of the file."""
        if isinstance(self.tree, PlainTree):
            return
        for node in self.tree.named("img")[:FEW_HEADS]:
            said = node.attributes
            name = (said.get("src") or "").rpartition("/")[2].partition(".")[0]
            if not inside_link(node):
                yield clean(said.get("alt") or ""), name

    def foot(self) -> list[str]:
        """What stands in feet and margins of the page, as it stands in the text."""
        return self._texts(FOOT)

    def banners(self) -> list[str]:
        """What stands in banners that ask for consent, as it stands in the text."""
        return self._texts(BANNER)

    def _texts(self, selector: str) -> list[str]:
        """What the outermost of the first elements say that a selector finds."""
        if isinstance(self.tree, PlainTree):
            return []
        nodes = self.tree.parser.css(selector)[:FEW_INSIDE]
        seen = {node.mem_id for node in nodes}
        return [
            text
            for node in nodes
            if not _stands_in(node, seen)
            and (text := node.text(separator="\n", skip_empty=True).strip())
        ]

    def mails(self) -> bool:
        """Whether a link may open a mail."""
        source = self.tree.source
        return "mailto:" in source if isinstance(source, str) else b"mailto:" in source


def _outer(links: list[T]) -> list[T]:
    """The links that menus at the beginning and at the end may have."""
    if len(links) > 2 * MOST_ENTRIES:
        return [*links[:MOST_ENTRIES], *links[-MOST_ENTRIES:]]
    return links


def survey(tree: Tree | PlainTree, url: str, labels: Labels) -> Survey:
    """Look over a page."""
    around = Around(tree, url)
    if isinstance(tree, PlainTree):
        found = Survey("", around, tree, labels, tree.title, text=tree.text())
        for link in _plain(found, tree):
            if link.classes:
                found.labelled[len(found.labelled)] = link
        return found
    found = Survey(tree.lang, around, tree, labels, clean(tree.title))
    if _labelled(tree, labels, found) and tree.redraw():
        return survey(tree, url, labels)
    found.text = tree.text()
    return found


def _labelled(tree: Tree, labels: Labels, found: Survey) -> bool:
    """Read every link; only those whose label says something become a `Link` at once.

    Returns whether there may be more, in drawings or in templates that are shown.
    """
    known, said = labels.cache.get, labels.said.get
    keep_text, keep = found.texts.append, found.others.append
    number, odd = -1, False
    names: Names | None = None
    for node in tree.anchors():
        attributes = node.attributes
        if "href" not in attributes:
            odd = odd or "xlink:href" in attributes or node.tag == "template"
            continue
        number += 1
        if number == MOST_OTHERS:
            keep_text = keep = _forget
        if "aria-labelledby" in attributes:
            names = names or Names(tree)
            attributes = names.given(attributes)
        raw = node.text_lexbor()
        keep_text(raw)
        # Most links were read before, on this page or another, and say nothing (True: not yet read).
        if "title" not in attributes and "aria-label" not in attributes:
            if not known(raw, True):
                keep(attributes)
                continue
            bare = not raw or raw.isspace()
        else:
            bare = not raw or raw.isspace()
            seen = said((raw, attributes.get("aria-label"), attributes.get("title")))
            if seen is not None and not seen[1] and not bare:
                keep(attributes)
                continue
        link = _link(node, raw, attributes, bare, found, number)
        if link.classes:
            found.labelled[number] = link
            tree.note(number, node)
        keep(link)
    return odd


def _forget(_: object) -> None:
    """Beyond some thousand links the tree is asked again."""


def _link(
    node: LexborNode, raw: str, attributes: dict[str, str | None], bare: bool, found: Survey,
    number: int,
) -> Link:  # fmt: skip
    href = (attributes["href"] or "").strip()
    alt = _alt(node, attributes) if bare else ""
    channel, classes = label(found.labels, raw, href, attributes, alt, found.around.url)
    return Link(raw, href, attributes, channel, classes, found.around, number)


def _all(found: Survey) -> Iterator[Link]:
    if isinstance(found.tree, PlainTree):
        yield from _plain(found, found.tree)
        return
    for number, link in enumerate(found.others):
        if isinstance(link, Link):
            yield link
        else:
            yield _silent(found.texts[number], link, found, number)
    if len(found.others) == MOST_OTHERS:
        linked = (node for node in found.tree.anchors() if "href" in node.attributes)
        for number, node in enumerate(linked):
            if number >= MOST_OTHERS:
                known = found.labelled.get(number)
                yield known or _silent(node.text(), node.attributes, found, number)


def _silent(raw: str, attributes: dict[str, str | None], found: Survey, number: int) -> Link:
    """A link whose label names nothing."""
    return Link(raw, (attributes["href"] or "").strip(), attributes, "", (), found.around, number)


def _plain(found: Survey, tree: PlainTree) -> Iterator[Link]:
    for number, (text, href) in enumerate(tree.anchors()):
        attributes: dict[str, str | None] = {"href": href}
        channel, classes = label(found.labels, text, href, attributes, "", found.around.url)
        yield Link(text, href, attributes, channel, classes, found.around, number)


def _alt(node: LexborNode, attributes: dict[str, str | None]) -> str:
    if node.tag == "area":
        return attributes.get("alt") or ""
    if node.first_child is None:
        return ""
    for number, inner in enumerate(node.traverse()):
        if number > FEW_INSIDE:
            break
        if number and inner.tag in PICTURED:
            said = inner.attributes
            text = said.get("alt") or said.get("aria-label") or said.get("title")
            if text:
                return text
    return ""


def _stands_in(node: LexborNode, outer: set[int]) -> bool:
    """Whether an element stands within one of others."""
    parent = node.parent
    for _ in range(MOST_DEPTH):
        if parent is None:
            return False
        if parent.mem_id in outer:
            return True
        parent = parent.parent
    return False


def inside_link(node: LexborNode) -> bool:
    """Whether an element stands in a link, or in a menu or foot."""
    parent = node.parent
    for _ in range(FEW_INSIDE):
        if parent is None:
            return False
        if parent.tag in {"a", "nav", "footer"}:
            return True
        parent = parent.parent
    return False


def stands_in_text(node: LexborNode | None) -> bool:
    """Whether an element stands in the text itself, not in menus or margins."""
    return node is None or region_around(node) in TEXT


def region_around(node: LexborNode) -> Region:
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
