"""Under which topic each piece stands: what the last label announced, as far as it reaches."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.names import body, person
from linter.pages.details.piece import MOST_PIECES

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece

_EXPRESS = re.compile(
    r"\W*(?:[\w-]+\s){0,2}(?:gesetzlich\w*\s)?(?:vertr|represent|authori)", re.IGNORECASE
)
_BANK = re.compile(r"\W*(?:bank|konto|spenden)", re.IGNORECASE)
_FUNCTION = re.compile(
    r"\W*(?:\d\.\s)?(?:schriftführ|schatzmeister|kass|beisitz|jugendwart|sportwart|zeugwart|gerätewart|aufsichtsrat|beirat|kuratorium|verwaltungsrat)",
    re.IGNORECASE,
)
_SUPERVISES = re.compile(r"\W*(?:aufsichtsrat|beirat|kuratorium|verwaltungsrat)", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:\d{5}|(?!(?:19|20)\d\d\b)\d{4})\s+[A-ZÄÖÜ]")
"""A postal code with its place, and no year with a name: "© 2008-2011 Anna Kern"."""
_SITE = re.compile(r"(?:dies|die\s|der\s|unser)[^:]*\s(?:wurden?|ist|sind)\s", re.IGNORECASE)
"""A sentence about the site, which on a private page may name its owner as who made it."""
_ITS_OWN = frozenset((topics.REPRESENTATIVE, topics.REGISTER, topics.VAT))
_THEIRS = frozenset((topics.CHAMBER, topics.AUTHORITY, topics.REGISTER))
_ITS_NAME = re.compile(r"\W*(?:name|behörde|dienststelle|institution)\b[^:]{0,20}:", re.IGNORECASE)
"""The field of a name, which within the block of an authority is the authority's."""
_ANSWERS = re.compile(r"\W*verantwortliche\sstelle\W*$", re.IGNORECASE)
_LEADS = re.compile(r"\W*(?:kommissarische\s)?leit(?:ung|er)", re.IGNORECASE)
_MAKES = re.compile(
    r".{0,40}?(?:design|programm|umsetz|umgesetzt|realis|gestalt|layout|erstell|entwick|develop|built|made|powered|technik|technisch|konzept|webmaster|foto|photo|bild|grafik|logo|host|agentur)",
    re.IGNORECASE,
)
"""What is done for a site, at the beginning of a line that names who did it."""
_REACHED = frozenset((topics.PHONE, topics.FAX, topics.EMAIL, topics.WEB))
_INSURES = (" bei", " bei:", " bei der", " bei der:", " bei dem", " bei folgender Versicherung:")
"""How a sentence ends below which an insurer stands."""


class _Topic:
    """The topic in force while the pieces are read one after the other."""

    def __init__(self, *, notice: bool) -> None:
        self.notice = notice
        self.topic = ""
        self.level = 9
        self.region = ""
        self.block = False
        self.placed = False
        """Whether an address was seen: what comes before it is the provider's own."""
        self.function = False
        """Whether the last label is a function in a board."""
        self.banked: tuple[str, int, bool] | None = None
        self.head = -MOST_PIECES
        """The line of the last label of the provider."""
        self.noticed = False
        """Whether a label of a notice was seen."""
        self.entry = -MOST_PIECES
        """The line of the last entry of a list that names both parts of the page."""
        self.above = -MOST_PIECES
        """The line of the last label of somebody else: of an authority, a chamber, an agency."""
        self.made = -MOST_PIECES
        """The line that names somebody else in full, with whatever else it says of them."""
        self.aside: set[str] | None = None
        """What was said of somebody else whom one line names, above all addresses of the page."""

    def step(self, piece: Piece) -> str:
        line = piece.source
        if not self.placed:
            if (piece.kind in _THEIRS and self._own(piece)) or (
                piece.kind == topics.OTHER and _SITE.match(piece.text)
            ):
                piece.kind, piece.value, piece.at = "", piece.text, 0
            self.placed = piece.digit and _PLACED.search(piece.text) is not None
        if (
            piece.kind == topics.OTHER
            and _BANK.match(piece.text)
            and self.topic not in topics.STRANGERS
        ):
            if piece.value and not line.heading:
                return topics.OTHER
            self.banked = (self.topic, self.level, self.block)
        elif self.banked and piece.kind:
            if piece.kind in topics.SUBLABELS:
                self.topic, self.level, self.block = self.banked
            self.banked = None
        if _SUPERVISES.match(piece.text) and _is_told(piece):
            return topics.OTHER  # who chairs it, in one line; what follows is the provider's again
        if self._is_aside(piece):
            return topics.OTHER
        level = line.heading or (7 if line.bold else 8)
        if line.region != self.region:
            if "footer" in {line.region, self.region}:
                self.topic, self.level = "", 9
            self.region = line.region
        if piece.kind:
            self._labelled(piece, level)
        elif line.heading:
            if (
                line.heading <= self.level
                and self.topic != topics.PRIVACY
                and not self._headed(piece)
            ):
                self.topic, self.level, self.block = topics.UNKNOWN, level, True
        elif piece.text.endswith(_INSURES) and "haftpflichtversicher" in piece.low:
            self.topic, self.level = topics.OTHER, level
        elif self.topic not in topics.STRANGERS and _names_something(piece):
            self.topic, self.level = topics.UNKNOWN, level
        return self.topic

    def _is_aside(self, piece: Piece) -> bool:
        """Whether a line names who made the site, or says how they are reached.

        "Webdesign: Jo Lutz" above the only address of a page is no label of what stands below.
        """
        told = not self.placed and self.topic not in topics.STRANGERS and _is_told(piece)
        if told and _MAKES.match(piece.text):
            self.aside = set()
            return True
        if self.aside is None:
            return False
        if piece.kind in _REACHED and piece.value and not (piece.gap or piece.kind in self.aside):
            self.aside.add(piece.kind)
            return True
        self.aside = None
        return False

    def _headed(self, piece: Piece) -> bool:
        """Whether a heading is but the name of the authority or agency that the label above announces."""
        return piece.line == self.above + 1 + piece.gap and body(piece.text) > 0

    def _own(self, piece: Piece) -> bool:
        """A chamber, court or authority that names itself before any address is the provider."""
        return (
            self.topic not in topics.STRANGERS
            and (piece.kind != topics.REGISTER or piece.line - self.head == 1 + piece.gap)
            and ":" not in piece.text
            and not piece.source.label
            and topics.named_so(piece.text)
        )

    def _labelled(self, piece: Piece, level: int) -> None:
        if self._stays(piece) or (level == 8 and self._lists(piece)):
            return
        if piece.kind == topics.PRIVACY:
            self._answers(piece)
        kind = piece.kind
        if self.topic == topics.PRIVACY and not self._leaves_privacy(piece, level):
            return
        if self.topic == topics.OTHER and piece.line == self.made and kind in _ITS_OWN:
            return  # "Gestaltung: Agentur Dorn, Inhaber: Ben Dorn"
        if kind in topics.SUBLABELS:
            self._sublabel(piece, level)
            return
        self.function = kind == topics.OTHER and _FUNCTION.match(piece.text) is not None
        if (
            self.function
            and self.topic == topics.REPRESENTATIVE
            and not _SUPERVISES.match(piece.text)
        ):
            return  # one of those who represent, though nobody would say so of them alone
        self.topic, self.level = kind, level
        self.block = piece.announces
        self.head = piece.line if kind == topics.PROVIDER else self.head
        if kind in topics.STRANGERS and piece.announces:
            self.above = piece.line
        self.made = piece.line if kind == topics.OTHER and piece.value else -MOST_PIECES

    def _answers(self, piece: Piece) -> None:
        """Take for the provider's a label "Verantwortliche Stelle" that no heading of a notice precedes."""
        if not _ANSWERS.match(piece.text):
            self.noticed = True
        elif self.head >= 0 and not (self.noticed or self.placed):
            piece.kind = topics.PROVIDER

    def _lists(self, piece: Piece) -> bool:
        """Whether a line names another part of the page right below "Impressum", as tabs do.

        What stands below both is the first of them.
        """
        above = self.head if piece.kind == topics.PRIVACY else self.entry
        if not piece.announces or self.topic != topics.PROVIDER or piece.line != above + 1:
            return False
        self.entry = piece.line
        return True

    def _stays(self, piece: Piece) -> bool:
        """A manager, register or VAT id within the block of an agency or a chamber is theirs."""
        if piece.source.heading or piece.source.bold or not self.block:
            return False
        if piece.kind == topics.REPRESENTATIVE and not _EXPRESS.match(piece.text):
            if _LEADS.match(piece.text) and self.topic in {topics.RESPONSIBLE, topics.UNKNOWN}:
                piece.kind = ""
                return True
            return self.topic in {topics.OTHER, topics.CHAMBER, topics.AUTHORITY}
        if piece.kind == topics.PROVIDER and _ITS_NAME.match(piece.text):
            return self.topic in {topics.CHAMBER, topics.AUTHORITY}
        return (
            self.topic == topics.OTHER
            and not piece.gap
            and piece.kind in {topics.VAT, topics.REGISTER}
        )

    def _sublabel(self, piece: Piece, level: int) -> None:
        if (
            piece.kind not in {topics.CONTACT, topics.ADDRESS} and not piece.source.heading
        ) or piece.value:
            return
        stranger = self.topic in topics.STRANGERS
        if stranger and piece.kind == topics.CONTACT and piece.gap and self.function:
            stranger = False  # behind the last of a board's functions, which hires nobody
        if not stranger or (piece.source.heading and level <= self.level):
            self.topic, self.level = topics.PROVIDER, level
            self.head = piece.line

    def _leaves_privacy(self, piece: Piece, level: int) -> bool:
        if (
            piece.kind == topics.PROVIDER
            and topics.IMPRESSUM.match(piece.text)
            and level <= max(self.level, 7)
        ):
            return True
        if level > self.level or level == 8:
            return False
        if not self.notice:
            # A mere pointer to the notice: the next heading is the Impressum's again.
            return piece.kind not in {topics.PRIVACY, topics.PHONE, topics.FAX, topics.EMAIL}
        return piece.kind in {
            topics.OTHER, topics.PROSE, topics.VAT, topics.REGISTER, topics.CHAMBER,
        }  # fmt: skip


def _is_told(piece: Piece) -> bool:
    """Whether a label of somebody else has all its value in its line."""
    whole = bool(piece.value) and not piece.value.endswith((",", ":", "und"))
    return piece.kind == topics.OTHER and whole and bool(piece.at) and not piece.source.heading


def _names_something(piece: Piece) -> bool:
    text = piece.text
    if len(text) > 60 or not text.endswith(":"):
        return False
    return not person(text)


def assign(pieces: list[Piece], *, notice: bool) -> None:
    """Give each piece its topic; notice: the page holds a privacy notice too."""
    topic = _Topic(notice=notice)
    for piece in pieces:
        line = piece.source
        if (
            piece.kind
            or line.heading
            or line.region != topic.region
            or (piece.digit and not topic.placed)
            or piece.text[-1] == ":"
            or piece.text.endswith(_INSURES)
        ):
            piece.topic = topic.step(piece)
        else:
            piece.topic = topic.topic
