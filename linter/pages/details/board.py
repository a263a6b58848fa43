"""Lists of those who represent: the names below a label, and functions beside names."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.names import body, person, persons
from linter.pages.details.office import OFFICE_WORD, named, placed, surname
from linter.pages.details.place import PLACE
from linter.pages.details.streets import is_street

if TYPE_CHECKING:
    from linter.pages.details.found import Found
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.provider import Provider

_SUPERVISES = r"(?:des|der)\s(?:stadt|gemeinde|markt|orts(?:chafts)?|bezirks|kreis)(?:rat|tag)(?:e?s)?\b|ortsbeirat|bezirksvertretung|stadtverordnetenversamml|aufsichtsr[aä]t|verwaltungsr[aä]t|stiftungsrat|verbandsr[aä]t|verbandsversammlung|hochschulrat|kreistag|supervisory\sboard|beirat|kuratorium"
_NO_HEAD = re.compile(
    _SUPERVISES
    + r"|ansprech|webmaster|presse|datenschutz|redaktion|ehrenvor|ehrenpräs|ehrenmit|kontakt|beauftragt|prüfer|revisor",
    re.IGNORECASE,
)
"""Functions that no board has, even in a list of those who represent."""
_BOARD = re.compile(r"vertret|vertr\.|vorst(?:and|ände)|represent|board|präsidium", re.IGNORECASE)
"""Labels of lists in which all represent, whatever each does in the board."""
_FUNCTION = re.compile(
    r"\W*(?:\d\.\s)?(?:schriftführ|schatzmeister|kass(?!enprüf)|beisitz|jugendwart|sportwart|zeugwart|gerätewart)",
    re.IGNORECASE,
)
"""Functions in a board that are no headings of their own, though they look like it."""
_EXPRESS = re.compile(r"\W*(?:gesetzlich\w*\s)?(?:vertr|represent|authori)", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\W*(?:[\w-]+\s)?(?:geschäftsführ(?:ung|er\b|ende\b)|geschäftsleitung|gesellschafter\b|inhaber\b|(?:managing\s)?directors)",
    re.IGNORECASE,
)
"""Labels that stand for one or for several, each in a line."""
HEADED = re.compile(
    r"(?:\d\.\s?)?(?:Vorsitzende[rn]?|Vorstand|Vorständin|Geschäftsführer(?:in)?|Geschäftsführung|Inhaber(?:in)?|Präsident(?:in)?|"
    r"Schulleiter(?:in)?|Rektor(?:in)?|Direktor(?:in)?|Institutsleiter(?:in)?|Obmann|Obfrau|Kommandant(?:in)?|Wehrführer(?:in)?|Chair\w*|President)\b"
)
"""Functions of those who represent, where no label says so: "Anna Kern (1. Vorsitzende)"."""
NO_HEAD_ALONE = re.compile(
    _SUPERVISES
    + r"|stellv|künstlerische[rn]?\sleit|vice|technisch|pädagog|kassen|schatzmeister|schriftführ",
    re.IGNORECASE,
)
"""Functions that represent nobody, unless they stand in a list of those who do."""
_DEPUTY = re.compile(
    r"\W*(?:\d\.?\s?)?(?:stellvertret|vize|(?:vorstands)?mitglied)\w*\s*:", re.IGNORECASE
)
"""A function in a list with the address of each, below which its holder stands."""
_WAYS = frozenset((topics.PHONE, topics.FAX, topics.EMAIL, topics.ADDRESS))
_DASHED = re.compile(r"(?:\d\.\s)?[A-ZÄÖÜ][\w.-]+(?:\s[\w./-]+){0,3}\s[–—-]\s(?=[A-ZÄÖÜ])")
"""A function before the name of who has it, with a dash between them."""
_RANK = re.compile(
    r"(?:[Ll]eitende[rn]?\s)?[A-ZÄÖÜ][\w-]*(?:direktor|dirigent|kanzler|dekan|inspektor|kommissar|rat|rät|beauftragte|staatsanwalt|staatsanwält)(?:in|r)?"
)
"""A rank in a line of its own, above who has it."""
_FOR_PART = re.compile(r"für\s(?:die|den|das)\s[^:]{3,40}:\s+")
_HOST = re.compile(r"^c\s?/\s?o\s")
_MAIL = re.compile(r"\s*\(?[\w.+-]+@[\w.-]+\)?")
_DIALLED = re.compile(r"[+(]?[\d\s()/.–-]{6,24}")
_PLACE_ALONE = re.compile(r"[A-ZÄÖÜ][\wäöüß-]{2,30}")
MOST_LIST = 14
MOST_CARDS = 60
MOST_LINE = 80
_OWN = frozenset(("", topics.PROVIDER, topics.UNKNOWN))
"""Topics under which a line is the provider's own."""


def listed_below(pieces: Pieces, index: int) -> list[Found]:
    """A list of names in the pieces below a label, up to the next label or another kind of line."""
    found: list[Found] = []
    board = _BOARD.search(pieces[index].text) is not None
    if board and pieces[index].source.heading and len(cards := _cards(pieces, index)) > 1:
        return cards
    express = _EXPRESS.match(pieces[index].text) is not None
    region = pieces[index].region
    apart = due = False
    for piece in pieces[index + 1 : index + 1 + (2 if board else 1) * MOST_LIST]:
        if piece.region != region:
            break
        text = _MAIL.sub("", piece.text) if "@" in piece.text else piece.text
        if board and (dashed := _DASHED.match(text)) and person(text[dashed.end() :]):
            # "Kassier – Anna Kern"
            if _NO_HEAD.search(dashed.group()):
                continue
            found.append(placed(person(text[dashed.end() :]), piece, dashed.end()))
            continue
        label, colon, value = text.partition(":")
        if found and colon and (_NO_HEAD if board else NO_HEAD_ALONE).search(label):
            if not value.strip():
                break
            continue
        if board and found and _reached(piece):
            apart = True  # a list with the address of each: who follows has a function
            continue
        if apart and not piece.kind and not due and not _with_office(text):
            due = _DEPUTY.fullmatch(text) is not None
            if due or _is_place(piece):
                continue
            break
        if piece.kind and not _goes_on(piece, pieces[index], board=board, first=not found):
            break
        if found and text.endswith(":") and not piece.kind:
            break  # the heading of something else
        names = named(piece.value if piece.kind else text, piece, 0)
        due = piece.kind != "" and piece.announces
        if not names:
            alone = surname(piece.text) if express and not found else ""
            if alone:
                return [placed(alone, piece, 0)]
            if board and piece.announces and not _EXPRESS.match(text):
                continue  # a function whose holder stands in the next line
            if not found and len(text) < 80 and (OFFICE_WORD.search(text) or _RANK.fullmatch(text)):
                continue
            if board and not found and text.endswith(".") and "vertret" in text:
                continue  # "Jedes Vorstandsmitglied ist allein vertretungsberechtigt."
            break
        found.extend(names)
    return found


def _cards(pieces: Pieces, index: int) -> list[Found]:
    """The persons in headings below a heading, each above what else there is to say of them."""
    found: list[Found] = []
    for piece in pieces[index + 1 : index + 1 + MOST_CARDS]:
        if piece.region != pieces[index].region or len(piece.text) > MOST_LINE:
            break
        if not piece.source.heading:
            if not found:
                break
            continue
        name = "" if piece.kind or body(piece.text) else person(piece.text)
        if not name:
            break
        found.append(placed(name, piece, 0))
    return found


def _reached(piece: Piece) -> bool:
    """Whether a line of a list says where somebody lives or how to reach them."""
    if piece.source.heading:
        return False
    if piece.kind in _WAYS:
        return bool(piece.value) or piece.text.endswith(":")  # what stood there was removed
    text = _HOST.sub("", piece.value or piece.text).rstrip(",")
    if "@" in text and " " not in text.strip():
        return True
    return piece.digit and (
        PLACE.search(text) is not None or is_street(text) or _DIALLED.fullmatch(text) is not None
    )


def _with_office(text: str) -> bool:
    """Whether a line of a list names somebody with their office: "Ben Lutz, 2. Vorsitzender"."""
    return OFFICE_WORD.search(text) is not None and bool(person(text))


def _is_place(piece: Piece) -> bool:
    """Whether a line is one word, as the place is where somebody lives."""
    return not piece.source.heading and _PLACE_ALONE.fullmatch(piece.text) is not None


def named_above(pieces: Pieces, index: int) -> list[Found]:
    """The name above a function, where a list gives the names first: "Anna Kern / Vorsitzende"."""
    first = index
    while first > index - 2 * MOST_LIST and _is_function(pieces, first - 2):
        first -= 2
    if first != index and not _holder(pieces, first):
        return []  # the name above belongs to the function above it
    name = _holder(pieces, index)
    return [placed(name, pieces[index - 1], 0)] if name else []


def _holder(pieces: Pieces, index: int) -> str:
    """Who stands above a function, if it may be theirs."""
    piece, above = pieces[index], pieces[max(index - 1, 0)]
    if piece.gap or piece.text.endswith(":") or piece.source.heading or piece.source.bold:
        return ""
    if above.kind or above.topic not in _OWN | {piece.kind} or not HEADED.match(piece.text):
        return ""
    if _is_named(pieces, index + 1) and not _is_function(pieces, index + 2):
        return ""  # "Inhaber / Anna Kern": the name follows
    return "" if body(above.text) else person(above.text)


def _is_function(pieces: Pieces, index: int) -> bool:
    """Whether a line is a function and nothing else."""
    if not 0 <= index < len(pieces):
        return False
    return pieces[index].kind == topics.REPRESENTATIVE and pieces[index].announces


def _is_named(pieces: Pieces, index: int) -> bool:
    return index < len(pieces) and not pieces[index].kind and bool(person(pieces[index].text))


def _goes_on(piece: Piece, label: Piece, *, board: bool, first: bool) -> bool:
    """Whether a line with a label of its own belongs to the list below another."""
    if board and piece.kind == topics.OTHER:
        function = piece.text if piece.at else piece.source.label or piece.text
        return _FUNCTION.match(function) is not None
    if piece.kind == topics.RESPONSIBLE:
        # "vertreten durch den Vorstand, / verantwortlich Anna Kern"
        return first and label.text.endswith(",") and not piece.gap
    return piece.kind == topics.REPRESENTATIVE and (board or (bool(piece.value) and first))


def more_below(pieces: Pieces, index: int, open_end: bool) -> list[Found]:
    """More names in the lines below "Vorsitzender: A" or "Vertreten durch: A,"."""
    found: list[Found] = []
    label = pieces[index].text[: pieces[index].at]
    board = _BOARD.search(label) is not None
    open_end = open_end or board or _SEVERAL.match(label) is not None
    spaced = board and pieces[index].gap  # a page with an empty line after each
    for piece in pieces[index + 1 : index + 6]:
        text = piece.text
        if piece.kind or (piece.gap and not spaced) or piece.region != pieces[index].region:
            break
        part = _FOR_PART.match(text) if not found and not piece.gap else None
        if part and pieces[index].text.endswith((";", ",")):
            # "Bürgermeister Jan Holm; / für die Feuerwehr: Kommandant Ben Lutz"
            return named(text[part.end() :], piece, part.end())
        name = person(text)
        if not name or body(text.split()[0]):
            break
        if not (open_end or found or "(" in text or OFFICE_WORD.search(text)):
            break
        # "…, / Ben Lutz (2. Vorsitzender), Cora Amt (Kassiererin)"
        several = named(text, piece, 0) if "," in text else []
        found.extend(several if len(several) > 1 else [placed(name, piece, 0)])
    return found


def by_function(pieces: Pieces, provider: Provider) -> list[Found]:
    """Persons with their function in or below their line: "Anna Kern (1. Vorsitzende)"."""
    found: list[Found] = []
    if provider.address is None:
        return found
    last = provider.address.last
    for index in range(last + 1, min(last + 1 + MOST_LIST, len(pieces))):
        piece = pieces[index]
        if len(piece.text) > 2 * MOST_LINE or piece.topic not in _OWN | {topics.RESPONSIBLE}:
            continue
        answers = piece.topic == topics.RESPONSIBLE
        text = piece.value if piece.kind == topics.RESPONSIBLE else piece.text
        if (piece.kind and text is not piece.value) or len(text) > MOST_LINE:
            continue
        name = person(text)
        rest = text[text.find(name) + len(name) :].lstrip(" (,–-") if name else ""
        if name and not rest and index + 1 < len(pieces):
            below, above = pieces[index + 1], pieces[index - 1]
            other = answers and (below.source.bold or NO_HEAD_ALONE.search(above.text) is not None)
            gone = other or below.gap or (below.kind and below.value)
            rest = "" if gone else below.text[:MOST_LINE]
        heads = HEADED.match(rest) if name else None
        if heads and not persons(rest) and (not answers or not rest[heads.end() :].strip(" ).,")):
            found.append(placed(name, piece, 0))
    return found
