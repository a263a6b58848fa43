"""inner: what a page whose address nobody knows says of its place in the site: inside, or the first.

A home page is called after its house, an inner page after its subject; where neither can be told,
a page stays a home page, and that is a close call.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from linter.pages.labels import title_parts, words
from linter.pages.markup.clean import clean
from linter.pages.markup.plain import PlainTree

if TYPE_CHECKING:
    from linter.pages.labels import Labels
    from linter.pages.markup.dom import Tree
    from linter.pages.survey import Survey

_HOUSE = re.compile(
    r"stadt|gemeinde|kreis|\bland\b|landes|bundes|bezirk|\bamt\b|behörde|minister|polizei|\bPOL\b|gericht|feuerwehr|schule|gymnasium|universität"
    r"|institut|museum|theater|verein|verband|\be\. ?V\b|bistum|pfarr|kirche|stiftung|kammer|kanzlei|praxis|klinik|werke\b|GmbH|\bAG\b|portal|verzeichnis|blog\b",
    re.IGNORECASE,
)
"""What the name of a house has in it."""
_CALLED = re.compile(
    r"(?:die |der |das )?(?:hanse|landeshaupt|kreis|universitäts)?(?:stadt|gemeinde|samtgemeinde|verbandsgemeinde|landkreis|kreis|bezirk|amt|land|ministerium|polizei(?:präsidium)?"
    r"|(?:amts|land|verwaltungs)gericht|(?:freiwillige )?feuerwehr|(?:grund|haupt|real|gesamt|hoch)?schule|gymnasium|universität|museum|theater|bistum|stadtwerke|stadtportal"
    r"|\w{0,30}(?:verein|verband)|(?:kirchen|pfarr)\w*|kanzlei|praxis)(?:\W+\w|\Z)",
    re.IGNORECASE,
)
"""How the name of a house begins, and mostly goes on."""
_ISSUE = re.compile(
    r"\b(?:POL|FW)-[A-ZÄÖÜ]{1,5}:|\b(?:Nr\.|Nummer|Heft|Ausgabe|Folge|Einsatz) ?\d|\b\d{1,3}/(?:19|20)\d\d\b"
    r"|\b(?:Jan|Febr)uar 20\d\d|\b(?:März|April|Mai|Juni|Juli|August|(?:Septem|Okto|Novem|Dezem)ber) 20\d\d"
)
"""How one of a row is called: an issue, a report."""
_SERVICE = re.compile(
    r"\w (?:be|nach)?(?:antragen|stellen|reichen)\b|\w (?:an|ab|um)?melden\b|\w (?:einreichen|anzeigen|ausfüllen|herunterladen|verlängern)\b"
)
"""How the service of an office is called: "Geburtsurkunde bestellen"."""
_GENRE = re.compile(
    r"(?:ihre? )?(?:glossar|seminar|fortbildung|merkblatt|leitfaden|formular|antrag|einwilligung|inhalt(?:sverzeichnis)?|newsletter|interview|kommentar"
    r"|(?:muster|presse|ansprech|melde|hinweisgeber|amtsblatt|pressemitteilung|transparenzerklärung)\w*|mitglieder de[rs]\b|.{3,40} (?:von )?a (?:bis|-|–) z|.{3,40} a[-–]z)(?:\W|$)",
    re.IGNORECASE,
)
"""How the name of a page begins that is of a kind of which a site has many."""
MOST_NAME = 200
"""Letters of a title or heading that are looked at."""
FRONT = frozenset(
    ("home", "front", "front-page", "frontpage", "is-front", "path-frontpage", "homepage", "startseite")
)  # fmt: skip
"""How content management systems mark the body of the home page."""
_FIRST = re.compile(
    r"willkommen|welcome|\bhome\b|startseite|homepage|internet-?auftritt", re.IGNORECASE
)


def is_inside(found: Survey, labels: Labels, firsts: list[str]) -> bool:
    """Whether title and first heading say that this is one page of many."""
    title = found.title[:MOST_NAME]
    head = clean(firsts[0][:MOST_NAME]) if len(firsts) == 1 else ""
    names = [name for name in (title, head) if name]
    if any(not labels.about.isdisjoint(words(name)) for name in names):
        return True
    if any(labels.known(name) and len(title_parts(name)) == 1 for name in names):
        return True  # called as one of the pages is that every site has
    if any(_ISSUE.search(name) for name in names):
        return True
    if head and _SERVICE.search(title) and _SERVICE.search(head):
        return True
    if any(_GENRE.match(name) for name in names) and not _FIRST.search(title):
        return True
    return bool(head) and not _FIRST.search(title) and _heads_part(title, head)


def _heads_part(title: str, head: str) -> bool:
    """Whether the heading is a part of the title before the name of the house.

    Behind the name stands a motto as often.
    """
    if _HOUSE.search(head):
        return False
    own = list(takewhile(lambda part: not _HOUSE.search(part), parts := title_parts(title)))
    return len(own) < len(parts) and any(_agree(part, head) for part in own)


def _agree(part: str, head: str) -> bool:
    """Whether a part of a title says no other words than the heading, or the heading no others."""
    told, said = set(words(part)), set(words(head))
    return bool(told and said) and (told <= said or said <= told)


def is_first(found: Survey) -> bool:
    """Whether title, heading or mark say that this is the first page, or the title is the house's."""
    if isinstance(found.tree, PlainTree):
        return True  # of a text nothing else is taken for one
    title = found.title[:MOST_NAME]
    heads = [head[:MOST_NAME] for head in found.two_headings(1)]
    if any(map(_FIRST.search, (title, *heads))) or not FRONT.isdisjoint(marked(found.tree)):
        return True
    name, *others = title_parts(title) or ("",)
    return _CALLED.match(name) is not None and not any(
        _agree(part, head) for part in others for head in heads
    )


def marked(tree: Tree) -> list[str]:
    """The classes of the page's body."""
    body = tree.parser.body
    return (body.attributes.get("class") or "").lower().split() if body else []
