"""Addresses: street, postal code and place, or a P.O. box, wherever they stand on the page."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.names import body, person

if TYPE_CHECKING:
    from linter.pages.details.pieces import Piece

_WORD = r"[A-ZÄÖÜ][\wäöüß'’.]*(?:[-/][A-ZÄÖÜ]?[\wäöüß.]+)*"
_CITY = (
    rf"(?:(?:Bad|Sankt|St\.|Markt|Hansestadt|Lutherstadt)\s)?{_WORD}"
    r"(?:\s(?:am|an\sder|an\sden|a\.\s?d\.|a\.|an|auf|bei|b\.|im|in|in\sder|i\.|unter|ob\sder|vor\sder|vor|v\.\s?d\.|zu|der|d\.|dem)\s?[A-ZÄÖÜ][\wäöüß-]*(?:\.(?!\s[A-ZÄÖÜ]))?)?"
    r"(?:\s?\([A-ZÄÖÜ][\wäöüß. -]{1,30}\))?"
)
PLACE = re.compile(
    rf"(?<![\w/+.-])(?:(?P<land>DE|D|AT|A|CH)(?:\s?[-–]\s?|\s))?(?P<code>\d{{5}}|\d{{4}})(?!\d)[\s,]{{1,3}}(?P<city>{_CITY})"
)
_ABROAD = re.compile(
    r"\b(?:Austria|Österreich|Switzerland|Schweiz|Vienna|Wien|Liechtenstein|Luxemb(?:o)?urg)\b"
)
_COUNTRY = re.compile(
    r"^\W*(?:Deutschland|Germany|Bundesrepublik Deutschland|Federal Republic of Germany|Austria|Österreich|Schweiz|Switzerland|DE|D|NRW|Nordrhein-Westfalen)\W*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\s*(?<![\d])(\d{1,4}\s?[a-zA-Z]?(?:\s?[-–/+,&]\s?\d{1,4}\s?[a-zA-Z]?)*)(?:\s*[,(]?\s?(?:\d\.\s?(?:OG|Stock|Etage)|EG|Haus|Gebäude|Geb\.|Raum|Hinterhaus|Hof|Aufgang|Zimmer)\b[^,]{0,20}\)?)?$"
)
_TAIL = re.compile(
    r"(?:stra(?:ß|ss)e|str\.?|weg|platz|allee|gasse|ring|damm|ufer|kai|chaussee|markt|hof|berg|pfad|steig|stieg|promenade|"
    r"graben|wall|tor|brücke|park|feld|garten|winkel|höhe|hang|grund|aue|wiese|anger|steg|zeile|twiete|redder|kamp|koppel|"
    r"street|road|square|avenue|lane|blick|siedlung|haus|rathaus|burg|schloss|schloß|tal|bach|bruch|kreuz|rain|leite|lohe|linden|esplanade|bogen|zentrum)$",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|promenade|markt|esplanade|schloss|rathaus)$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^(?:stra(?:ß|ss)e|str\.?|weg|platz|allee|gasse|ring|damm|ufer|chaussee|markt|hof|graben|wall|tor|street|road|square)$",
    re.IGNORECASE,
)
_BEFORE = frozenset(
    [
        "am",
        "an",
        "auf",
        "im",
        "in",
        "zum",
        "zur",
        "unter",
        "den",
        "dem",
        "der",
        "des",
        "hinter",
        "vor",
        "alte",
        "alter",
        "altes",
        "neue",
        "neuer",
        "neues",
        "große",
        "großer",
        "kleine",
        "kleiner",
        "obere",
        "oberer",
        "untere",
        "unterer",
        "bei",
        "beim",
        "haus",
    ]
)
PO_BOX = re.compile(
    r"\b(?:Postfach|Post office box|P\.?\s?O\.?\s?Box|PF)\s*:?\s*(?P<number>\d[\d ]{0,12}\d|\d)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^\s*(?:(?:Post|Haus|Besucher|Liefer)?-?(?:adresse|anschrift)|Address|Sitz|Straße(?=:)|Street(?=:))\s*[:：]?\s+(?=[A-ZÄÖÜ0-9])",
    re.IGNORECASE,
)
_SQUARE = re.compile(r"^[A-Z]\s?\d{1,2}(?:\s?,\s?|\s)\d{1,3}\s?[a-z]?(?:\s?[-–]\s?\d{1,3})?$")
_STOP = re.compile(r"[@:]|https?|www\.|\b(?:Telefon|Tel|Fax|HRB|Nr\.\s?\d+/)\b")

LONGEST = 700


@dataclass(slots=True, eq=False)
class Address:
    """One address; `first` is the piece in which it begins, `name` what precedes it in that piece."""

    first: int
    last: int
    topic: str
    region: str
    code: Found | None = None
    city: Found | None = None
    street: Found | None = None
    box: Found | None = None
    name: Found | None = None
    heads: tuple[int, ...] = field(default=())


def addresses(pieces: list[Piece]) -> list[Address]:
    """Return every address of the page in reading order."""
    found: list[Address] = []
    for index, piece in enumerate(pieces):
        text = piece.text
        if not piece.digit or len(text) > LONGEST:
            continue
        start = 0
        for match in PLACE.finditer(text):
            if len(match["code"]) == 4 and not _abroad(pieces, index, match):
                continue
            if _continues(text, match):
                continue
            found.append(_address(pieces, index, match, start))
            start = match.end()
    if not found:
        found.extend(_bare_streets(pieces))
    return found


def _continues(text: str, match: re.Match[str]) -> bool:
    """A number of five digits within a sentence: "Der Verein hat 12345 Mitglieder in"."""
    city = match["city"]
    if len(city) < 2 or city.rstrip(".").casefold() in {
        "uhr",
        "eur",
        "euro",
        "tel",
        "fax",
        "mitglieder",
        "telefon",
        "jahre",
    }:
        return True
    if re.search(
        r"(?:konto\w*|nummer|nr|drucksache|az|blz|iban|bestell\w*|artikel\w*|hr[ab]|vr)\W*$",
        text[: match.start()],
        re.IGNORECASE,
    ):
        return True
    return bool(re.match(r"\s?(?:Euro|EUR|€)", text[match.end() :]))


def _abroad(pieces: list[Piece], index: int, match: re.Match[str]) -> bool:
    if match["land"] in {"A", "AT", "CH"}:
        return True
    if match.start() and match.string[: match.start()].rstrip()[-1:] not in {",", "|", "·"}:
        return False
    near = " ".join(piece.text for piece in pieces[index : index + 3])
    return _ABROAD.search(near) is not None


def _address(pieces: list[Piece], index: int, match: re.Match[str], start: int) -> Address:
    piece = pieces[index]
    address = Address(index, index, piece.topic, piece.source.region)
    code, city = match.start("code"), match.start("city")
    address.code = Found(match["code"], *piece.place(code))
    name = _city(match, piece)
    address.city = Found(name, *piece.place(city))
    before = piece.text[start : match.start()]
    shift = start
    if piece.kind and piece.at and piece.at <= match.start() and start == 0:
        before, shift = piece.text[piece.at : match.start()], piece.at
    before_clean = before.rstrip(" ,;|·•–-/\t")
    if before_clean.strip():
        _within(address, piece, before_clean, shift)
        if address.street is None and address.box is None and address.name and not start:
            pass
    else:
        _above(address, pieces, index)
    return address


def _city(match: re.Match[str], piece: Piece) -> str:
    """The place, with the words behind it that still belong to it where the line ends with them."""
    name = match["city"]
    rest = piece.text[match.end() :]
    more = re.match(r"((?:[ /-]{1,3}[A-ZÄÖÜ][\wäöüß.-]+){1,3})\s*$", rest)
    if (
        more
        and not _COUNTRY.match(more.group(1))
        and match.start() == 0
        and not re.search(r"Germany|Deutschland", more.group(1))
    ):
        name += more.group(1)
    short = re.search(r"\b(?:i|a|b|v|d)\.\s?\w{1,4}\.$", name)
    return name if short else name.rstrip(" .,;")


def _within(address: Address, piece: Piece, before: str, shift: int) -> None:
    box = PO_BOX.search(before)
    if box:
        address.box = Found(box.group().strip(), *piece.place(shift + box.start()))
        before = before[: box.start()].rstrip(" ,;|·•")
    cut = _street_start(before)
    if cut is not None:
        street = before[cut:].strip(" ,;|·•")
        address.street = Found(street, *piece.place(shift + cut + _blank(before[cut:])))
        before = before[:cut]
    name = before.strip(" ,;|·•–-")
    if name and not name.endswith(":"):
        address.name = Found(name, *piece.place(shift + _blank(before)))


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip(" ,;|·•"))


def _above(address: Address, pieces: list[Piece], index: int) -> None:
    for back in range(index - 1, max(index - 4, -1), -1):
        piece = pieces[back]
        if piece.source.region != pieces[index].source.region or piece.source.heading:
            return
        text = piece.text
        if _COUNTRY.match(text) or (piece.kind == topics.ADDRESS and piece.announces):
            continue
        lead = _LEAD.match(text)
        shift = lead.end() if lead else 0
        if piece.kind == topics.ADDRESS and piece.value:
            shift = piece.at
        own = text[shift:].rstrip(" ,;")
        box = PO_BOX.search(own)
        if box and not address.box:
            address.box = Found(box.group().strip(), *piece.place(shift + box.start()))
            address.first = back
            own = own[: box.start()].rstrip(" ,;|")
            if not own:
                continue
        if is_street(own) and (address.box is None or _NUMBER.search(own)):
            address.street = Found(own, *piece.place(shift))
            address.first = back
            return
        cut = _street_start(own) if len(own) <= 160 else None
        if cut and own[:cut].rstrip().endswith((",", "|", "·", "•", "–")):
            address.street = Found(
                own[cut:].strip(" ,"), *piece.place(shift + cut + _blank(own[cut:]))
            )
            address.name = Found(own[:cut].strip(" ,"), *piece.place(shift))
            address.first = back
            return
        if _unnumbered(own) and back and body(pieces[back - 1].text):
            address.street = Found(own, *piece.place(shift), 0.6)
            address.first = back
            return
        if not _aside(own):
            return


def _unnumbered(text: str) -> bool:
    """A street without a number that only its place below a body's name tells: "Linder Höhe"."""
    words = text.split()
    return (
        0 < len(words) <= 3
        and text[0].isupper()
        and len(words[-1]) > 3
        and _TAIL.search(words[-1]) is not None
        and not body(text)
        and not _STOP.search(text)
    )


def _aside(text: str) -> bool:
    """A line between street and place: a storey, a quarter, a building."""
    return bool(
        re.match(
            r"^\(?(?:\d\.\s?(?:OG|Stock|Etage)|(?:Gebäude|Geb\.|Haus|Raum|Block|Eingang|Etage|Zimmer|Aufgang|Stock|Building|Floor)\s\w{1,4}\)?$|Stadtteil|Ortsteil|OT\s|Hinterhaus|\d\d?\.\s(?:Etage|Stock|OG))",
            text,
        )
    )


def is_street(text: str) -> bool:
    """Whether a whole line is a street with or without a number."""
    if not 3 <= len(text) <= 70 or _STOP.search(text):
        return False
    if _SQUARE.match(text):
        return True
    if _aside(text):
        return False
    number = _NUMBER.search(text)
    if number and number.start() > 0:
        words = text[: number.start()].strip(" ,")
        return (
            bool(re.search(r"[A-Za-zÄÖÜäöüß]{2}", words))
            and not re.search(
                r"\b(?:von|seit|Raum|Zimmer|Stand|Version|Nr|Nummer|Postfach|PF|Referat|Abteilung|Dezernat|Sachgebiet|Fachbereich|Lehrstuhl|Konto)\.?\s*$",
                words,
            )
            and not re.search(r"\b(?:c/o|ist|und die)\b", words)
        )
    last = text.rsplit(maxsplit=1)[-1].rstrip(",")
    # Without a number only what can be nothing else: "Universität Auenburg" ends like a castle.
    return (
        len(text.split()) <= 4
        and text[0].isupper()
        and len(last) > 4
        and _SURE.search(last) is not None
        and not person(text)
    )


def _street_start(before: str) -> int | None:
    """Where the street begins in "Name, Street 1" or "Name Street 1", None without a street."""
    if not is_street_end(before):
        return None
    parts = [0] + [match.end() for match in re.finditer(r"[,;|·•]\s|\s[–-]\s|\s\|\s", before)]
    last = parts[-1]
    if last and re.match(r"^\s*\d", before[last:]) and len(parts) > 1:
        last = parts[-2]
    own = before[last:].strip()
    if last and is_street(own):
        words = own.split()
        if len(words) <= 5 and not _name_before(words):
            return last
    number = _NUMBER.search(before)
    end = number.start() if number else len(before)
    placed = [(match.start(), match.group()) for match in re.finditer(r"\S+", before[:end])][-8:]
    placed = [(at, word) for at, word in placed if at >= last]
    if not placed:
        return None
    take = len(placed) - 1
    word = placed[take][1].strip(",")
    if _ALONE.match(word) and take > 0:
        take -= 1
    while take > 0 and placed[take - 1][1].casefold() in _BEFORE:
        take -= 1
    return placed[take][0]


def _name_before(words: list[str]) -> bool:
    """More words than the street can have: a name stands before it without a comma."""
    for place, word in enumerate(words[:-1]):
        if _ALONE.match(word.rstrip(",")) or (_TAIL.search(word) and len(word) > 6):
            start = place - 1 if _ALONE.match(word) else place
            return start > 1
    return False


def is_street_end(text: str) -> bool:
    """Whether a text ends like a street."""
    number = _NUMBER.search(text)
    if number and number.start() > 0:
        return bool(re.search(r"[A-Za-zÄÖÜäöüß.]{2}\s*$", text[: number.start()]))
    words = text.split()
    return bool(words) and len(words[-1]) > 4 and bool(_SURE.search(words[-1]))


def _bare_streets(pieces: list[Piece]) -> list[Address]:
    """Streets under an address label where no postal code stands anywhere."""
    found = []
    for index, piece in enumerate(pieces):
        if piece.kind != topics.ADDRESS and not _LEAD.match(piece.text):
            continue
        lead = _LEAD.match(piece.text)
        at = lead.end() if lead else piece.at
        text = piece.text[at:].strip()
        if text and is_street(text):
            found.append(
                Address(
                    index,
                    index,
                    piece.topic,
                    piece.source.region,
                    street=Found(text, *piece.place(at)),
                )
            )
    return found
