"""Where on a page labels stand by themselves: in the title, in headings, on lines of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.pages.plain import PlainTree

if TYPE_CHECKING:
    from linter.pages.labels import Labels
    from linter.pages.page import Classes, Target
    from linter.pages.survey import Head, Survey

STEMS: dict[Target, tuple[bytes, ...]] = {
    "impressum": (b"impr", b"legal notice", b"anbieterkenn", b"pflichtangaben"),
    "privacy": (b"datenschutz", b"privacy", b"data protection"),
}
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
LINE = 7
HOMES = frozenset(
    (
        "",
        "index.html",
        "index.htm",
        "index.php",
        "de",
        "en",
        "start",
        "home",
        "startseite",
        "de/index.html",
        "de/start",
        "start.html",
        "home.html",
    )
)
NO_HOMES = frozenset(("navigation", "menu", "menü", "sitemap", "suche", "search", "news"))


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
        self._linked: dict[str, int] | None = None

    def marks(self, target: Target, titled: Classes, *, thorough: bool) -> list[Mark]:
        """The places where a label of the target heads what follows; all of them if thorough."""
        marks = []
        if any(named == target for named, _ in titled):
            marks.append(Mark(-1, self.found.title, strong=True, level=0))
            if not thorough:
                return marks
        lines = self._lines(target, thorough)
        if lines and thorough:
            # Beside an Impressum it is what follows that counts, not how the line is set.
            marks += [Mark(place, line, strong=False) for line, place in lines]
        elif lines:
            aside = set()
            for head in self.found.heads({line for line, _ in lines}):
                if head.region in {"nav", "footer", "aside"}:
                    aside.add(head.text)
                elif any(named == target for named, _ in head.classes):
                    strong = (target, "strong") in head.classes
                    place = _find(self.text, head)
                    marks.append(Mark(place, head.text, strong=strong, level=head.level))
            aside.update(mark.text for mark in marks)
            marks += [Mark(place, line, strong=False) for line, place in lines if line not in aside]
        return marks

    def is_other(self) -> bool:
        """Whether title or first heading say that this is another document, or about such pages."""
        heads = (self.found.title, *self.found.headings(1)[:1])
        return any(self.labels.names_other(head) for head in heads if head)

    def is_about_data(self) -> bool:
        """Whether title or first heading name what a notice is made for, if not the notice."""
        heads = "\n".join((self.found.title, *self.found.headings(1)[:1])).casefold()
        return any(word in heads for word in DATA)

    def is_about_else(self) -> bool:
        """Whether the page has a first heading, and that is no label."""
        if isinstance(self.found.tree, PlainTree):
            return False
        heads = [head for head in self.found.headings(1) if head.strip()]
        return bool(heads) and not any(self.labels.head(head) for head in heads)

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
        return sum(len(self.found.headings(level)) for level in (1, 2, 3))

    def linked(self) -> dict[str, int]:
        """How often a line is the text of a link and so no heading."""
        if self._linked is None:
            self._linked = {}
            for link in self.found.labelled.values():
                if link.channel == "text":
                    line = link.raw.strip()
                    self._linked[line] = self._linked.get(line, 0) + 1
        return self._linked

    def _lines(self, target: Target, thorough: bool) -> list[tuple[str, int]]:
        low = self.low
        limit = min(len(low), MOST_TEXT if thorough else FRONT)
        places: dict[str, list[int]] = {}
        spoken = False
        size = first = len(low)
        for stem in STEMS[target]:
            place = low.find(stem, 0, limit)
            if 0 <= place < first:
                first = place
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
            self.spoken_at = first if limit == size else 0
        # Links say the label too: only a line more than there are links is a heading.
        return [
            (line, starts[0])
            for line, starts in places.items()
            if len(starts) > self.linked().get(line, 0)
            and any(named == target for named, _ in self.labels.head(line))
        ]


def _find(text: str, head: Head) -> int:
    """Where a heading stands in the text; its words may be in several pieces there."""
    first = head.text.split(" ", 1)[0]
    return max(0, text.find(head.text), text.find(first) if head.text not in text else 0)


def is_home(found: Survey, url: str) -> bool:
    """By its address; a page whose address nobody knows is taken for one, unless it is a text."""
    if isinstance(found.tree, PlainTree):
        return False
    url = url or found.tree.canonical
    if url:
        path = url.split("//", 1)[-1].partition("/")[2].partition("?")[0].partition("#")[0].lower()
        return path.strip("/") in HOMES
    return found.title.casefold() not in NO_HOMES
