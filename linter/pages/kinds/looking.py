"""Where on a page labels stand by themselves: in the title, in headings, on lines of their own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from linter.pages.kinds import spots
from linter.pages.kinds.home import is_home
from linter.pages.markup.clean import clean
from linter.pages.markup.plain import PlainTree
from linter.pages.survey import stands_in_text

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from linter.pages.labels import Labels
    from linter.pages.page import Classes, Target
    from linter.pages.survey import Head, Survey

STEMS: dict[Target, tuple[bytes, ...]] = {
    "impressum": (b"impr", b"legal notice", b"anbieterkenn", b"pflichtangaben", b"m p r e s s u m"),
    "privacy": (b"datenschutz", b"privacy", b"data protection"),
}
BY_LAW = (
    b"angaben gem",
    b"angaben nach",
    b"offenlegung",
    b"information in acc",
    b"information acc",
    b"information purs",
)
"""How labels begin that name the law alone: only where one is named."""
MOST_LABEL = 90
MOST_LINES = 60
MOST_TEXT = 60_000
FRONT = 20_000
"""A label that stands alone later than this heads a section, not the page."""
DATA = (
    "dsgvo",
    "ds-gvo",
    "gdpr",
    "art. 13",
    "artikel 13",
    "personenbezogen",
    "personal data",
    "informationspflicht",
)
LONG_BEFORE = 1500
THIRD = 3
MARGINS = frozenset(("footer", "aside"))
ENTRY = 40
"""Letters of a line that may be an entry of a menu."""
FEW_HEADS = 4
"""Headings of a level that are looked at for what stands before a label."""
LINE = 7
_PLACE = re.compile(r"\b\d{4,5} \w")
"""A postal code and its town: where an address ends."""


@dataclass(slots=True, eq=False, repr=False)
class Mark:
    """A place in the text where a label stands by itself: -1 where it is the title."""

    place: int
    text: str
    strong: bool
    """Named by a heading or the title, not only by a line of text."""
    level: int = LINE
    """Of the heading; 0 is the title, `LINE` a line of text."""


class Looking:
    """Where labels stand by themselves: in the title, in headings, on lines of their own."""

    def __init__(self, found: Survey, labels: Labels, text: str, low: bytes, url: str) -> None:
        self.found = found
        self.url = url
        self.labels = labels
        self.text = text
        self.low = low
        self.spoken = False
        """Whether an Impressum is spoken of at all, as far as lines were looked for."""
        self.spoken_at = 0
        """No word for an Impressum stands before."""
        self._heads: list[str] | None = None
        self._first: list[tuple[str, LexborNode | None, int]] | None = None
        self._linked: dict[str, int] | None = None

    def marks(self, target: Target, titled: Classes, *, thorough: bool) -> list[Mark]:
        """The places where a label of the target heads what follows; all of them if thorough."""
        marks = []
        if any(named == target for named, _ in titled):
            strong = (target, "strong") in titled
            marks.append(Mark(-1, self.found.title, strong=strong, level=0))
            if strong and not thorough:
                return marks
        lines = self._lines(target, thorough)
        if lines and thorough:
            # Beside an Impressum it is what follows that counts, not how the line is set.
            marks += [Mark(place, line, strong=False) for line, place in lines]
        elif not lines:
            marks += self._pieced(target)
        else:
            aside: Counter[str] = Counter()
            for head in self.found.heads({line for line, _ in lines}):
                if head.region == "nav" or (head.region in MARGINS and not self.is_all_margin()):
                    aside[head.text] += 1
                elif any(named == target for named, _ in head.classes):
                    strong = (target, "strong") in head.classes
                    few = len(marks) < FEW_HEADS
                    place = self._place(head) if few else spots.find(self.text, head.text)
                    marks.append(Mark(place, head.text, strong=strong, level=head.level))
            heads = {mark.text for mark in marks}
            # The very first line of all is a heading, however it is set.
            marks += [
                Mark(place, line, not place)
                for line, place in lines
                if line not in heads and self._is_more(line, aside[line])
            ]
        return marks

    def _is_more(self, line: str, aside: int) -> bool:
        """Whether more lines say this than links and headings in margins do."""
        if not aside:
            return True
        return sum(1 for _ in spots.alone(self.text, line)) > self.linked().get(line, 0) + aside

    def _place(self, head: Head) -> int:
        """Where a heading stands: behind the entries of menus that say the same."""
        same = self.found.namesakes(head) if head.text in self.linked() else 0
        return spots.find(self.text, head.text, same)

    def _pieced(self, target: Target) -> list[Mark]:
        """The first heading, where no line says so: its letters may stand in several elements."""
        for raw, node, level in self._firsts():
            classes = self.labels.head(raw)
            if any(named == target for named, _ in classes) and stands_in_text(node):
                strong = (target, "strong") in classes
                text = clean(raw)
                return [Mark(spots.find(self.text, text), text, strong=strong, level=level)]
        return []

    def _firsts(self) -> list[tuple[str, LexborNode | None, int]]:
        """The first two headings of the first level, or of the second where there is none."""
        if self._first is None:
            level = 1
            heads = self.found.first_two(1)
            if not heads:
                level = 2
                heads = self.found.first_two(2)
            self._first = [(text, node, level) for text, node in heads]
        return self._first

    def is_other(self) -> bool:
        """Whether title or first headings say that this is another document, or about such pages."""
        names = (self.found.title, self.first())
        return any(self.labels.names_other(name) for name in names if name) or any(
            map(self.labels.names_document, self.heads()[1:])
        )

    def is_article(self) -> bool:
        """Whether title or first heading say that such pages are written about."""
        names = (self.found.title, self.first())
        return any(self.labels.names_article(name) for name in names if name)

    def heads(self) -> list[str]:
        """The headings that may be the page's own: the first is often the name of the site."""
        if self._heads is None:
            heads = [text for text, _, level in self._firsts() if level == 1]
            heads += self.found.two_headings(2)[:1]
            self._heads = heads or self.found.two_headings(3)[:1]
        return self._heads

    def first(self) -> str:
        """The first of these; "" where there is none."""
        firsts = self._firsts()
        return firsts[0][0] if firsts else next(iter(self.heads()), "")

    def is_about_data(self) -> bool:
        """Whether title or first heading name what a notice is made for, if not the notice."""
        heads = "\n".join((self.found.title, *self.heads())).casefold()
        return any(word in heads for word in DATA)

    def is_about_else(self) -> bool:
        """Whether the page has a first heading, and that is no label."""
        if isinstance(self.found.tree, PlainTree):
            return False
        heads = [
            head
            for head, node in self.found.each_heading(1)
            if head.strip() and not (node and not stands_in_text(node) and node.css_first("a"))
        ]
        return bool(heads) and not any(self.labels.head(head) for head in heads)

    def names(self, target: Target, titled: Classes) -> bool:
        """Whether the title or the first heading is a label of the target."""
        if any(named == target for named, _ in titled):
            return True
        return any(named == target for named, _ in self.labels.head(self.first()))

    def is_another(self, titled: Classes, *, banner: bool) -> bool:
        """Whether title or first heading name a notice or another document, and no Impressum.

        banner: the first heading is not the page's own, whatever it names.
        """
        if self.names("impressum", titled):
            return False
        heads = (self.found.title, self.first())
        if any(map(self.labels.names_document, heads)):
            return True
        if banner:
            return any(named == "privacy" for named, _ in titled)
        return self.names("privacy", titled)

    def is_manual(self, titled: Classes) -> bool:
        """Whether title or first heading say that a program or a site is described."""
        return not titled and any(map(self.labels.names_manual, (self.found.title, self.first())))

    def is_section(self, mark: Mark) -> bool:
        """Whether a heading that is no label stands before: what follows is a part of the page.

        One of the first level may be the name of the site.
        """
        if mark.place < 0:
            return False
        before = 0
        for level in range(1, min(mark.level, 3) + 1):
            for raw, node in islice(self.found.each_heading(level), FEW_HEADS):
                text = clean(raw)
                if not text or self.labels.head(text):
                    continue
                if spots.find(self.text, text) >= mark.place:
                    # A banner may stand before the text: its heading is of a lower level.
                    if THIRD <= level + 1 <= mark.level < LINE and stands_in_text(node):
                        return True
                    break
                if stands_in_text(node) and not self._heads_menu(text, mark.place):
                    before += 1
                    if level > 1 or before > 1:
                        return True
        return False

    def _heads_menu(self, head: str, end: int) -> bool:
        """Whether nothing but links stands between a heading and a place: it is the site's own."""
        start = spots.find(self.text, head) + len(head)
        lines = self.text[start:end].split("\n")
        if not any(lines) or any(len(line) > ENTRY for line in lines):
            return False
        entries = {text for text, _ in self.found.entries()}
        return all(line.strip() in entries for line in lines if line.strip())

    def in_margins(self, marks: list[Mark]) -> bool:
        """Whether nothing but lines in feet and margins bear a label."""
        if any(mark.level < LINE or not mark.text for mark in marks):
            return False
        margins = spots.lines("\n".join(self.found.foot()))
        if not margins or any(mark.text not in margins for mark in marks):
            return False
        lines = spots.lines(self.text)
        return all(margins.count(mark.text) >= lines.count(mark.text) > 0 for mark in marks)

    def is_all_margin(self) -> bool:
        """Whether a short page has nothing but what is marked as its margin or foot."""
        rest = self.text if len(self.text) <= LONG_BEFORE else ""
        for text in self.found.foot() if rest else ():
            rest = rest.replace(text, "")
        return len(self.text) <= LONG_BEFORE and not rest.strip()

    def opens_other(self) -> bool:
        """Whether a page without headings begins with the name of another document."""
        if self.heads():
            return False
        place = _PLACE.search(self.text)
        before = self.text[: place.start() if place else 0]
        return any(
            len(line) <= MOST_LABEL and self.labels.names_document(line)
            for line in before.split("\n")
        )

    def follows_name(self, mark: Mark, *, sure: bool = False) -> bool:
        """Whether nothing but short lines stands between the first heading and a mark.

        Then the first is the name of the site, and the mark the heading of the page; sure: it
        stands where such a name does, in the head of the page or as a link.
        """
        first, node, level = next(iter(self._firsts()), ("", None, 0))
        if sure and not (node and (not stands_in_text(node) or node.css_first("a"))):
            return False
        start = spots.find(self.text, clean(first)) if level == 1 else 0
        return 0 <= start < mark.place and all(
            len(line) <= ENTRY for line in self.low[start : mark.place].split(b"\n")
        )

    def is_far(self, place: int) -> bool:
        """Whether much stands before a place, menus aside: their lines are short."""
        if place <= LONG_BEFORE:
            return False
        return (
            sum([len(line) for line in self.low[:place].split(b"\n") if len(line) > ENTRY])
            > LONG_BEFORE
        )

    def own_length(self) -> int:
        """How much stands on the page beside its links."""
        return len(self.low) - self.found.linked_letters()

    def is_text_about_else(self) -> bool:
        """Whether a text without markup has a first heading, and that is no label."""
        tree = self.found.tree
        if not isinstance(tree, PlainTree):
            return False
        first = next((line.text for line in tree.lines() if line.heading == 1), "")
        return bool(first) and not self.labels.head(first)

    def is_contact(self) -> bool:
        """Whether the title is that of a contact page."""
        return self.labels.names_contact(self.found.title)

    def is_about_provider(self) -> bool:
        """Whether nothing says that the page is another: no title, and no first heading before."""
        if self.is_other() or self.is_contact():
            return False
        first = self.first().casefold()
        if "disclaimer" in first or "disclaimer" in self.found.title.casefold():
            return False
        return not first or "haftung" in first or bool(self.labels.head(first))

    def is_titled_else(self) -> bool:
        """Whether any heading, the title or the address say that the page is another."""
        if self.url and is_home(self.found, self.url):
            return True
        heads = [head for level in (1, 2, 3) for head in self.found.headings(level) if head.strip()]
        if isinstance(self.found.tree, PlainTree):
            return any(self.labels.names_contact(head) for head in heads)
        return bool(heads) or self.is_other() or self.labels.names_contact(self.found.title)

    def sections(self) -> int:
        """How many headings of the upper levels the page has."""
        return sum([self.found.number_of_headings(level) for level in (1, 2, 3)])

    def linked(self) -> dict[str, int]:
        """How often a line is the text of a link and so no heading."""
        if self._linked is None:
            self._linked = {}
            if isinstance(self.found.tree, PlainTree):
                for line in self.found.tree.menus():
                    self._linked[line] = self._linked.get(line, 0) + 1
            for raw in self.found.labelling():
                line = raw.strip()
                self._linked[line] = self._linked.get(line, 0) + 1
        return self._linked

    def _lines(self, target: Target, thorough: bool) -> list[tuple[str, int]]:
        low = self.low
        limit = min(len(low), MOST_TEXT if thorough else FRONT)
        places: dict[str, list[int]] = {}
        spoken = False
        size = first = len(low)
        stems = STEMS[target]
        if target == "impressum" and b"\xa7" in low:
            stems += BY_LAW
        for stem in stems:
            place = low.find(stem, 0, limit)
            if place < 0:
                continue
            first = min(first, place)
            count = 0
            while place >= 0 and count < MOST_LINES:
                count += 1
                spoken = True
                last = place + MOST_LABEL
                end = low.find(b"\n", place, last)
                if end < 0:
                    end = min(last, size)
                    if end == last:
                        # Running text, no line of its own.
                        place = low.find(stem, end, limit)
                        continue
                start = low.rfind(b"\n", max(0, end - MOST_LABEL - 1), place) + 1
                if start or end <= MOST_LABEL:
                    places.setdefault(self.text[start:end].strip(), []).append(start)
                place = low.find(stem, end, limit)
        if target == "impressum":
            self.spoken = bool(places) or spoken or limit < len(low)
            self.spoken_at = min(first, limit)
        # Links say the label too: only a line more than there are links is a heading.
        return [
            (line, starts[0])
            for line, starts in places.items()
            if len(starts) > self.linked().get(line, 0)
            and any(named == target for named, _ in self.labels.head(line))
        ]
