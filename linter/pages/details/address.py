"""Addresses: street, postal code and place, or a P.O. box, wherever they stand on the page."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.names import body, legal_form, person
from linter.pages.details.streets import (
    BUILDING,
    HOUSE_NUMBER,
    aside,
    is_building,
    is_street,
    parted,
    street_start,
    unnumbered,
)

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces

_WORD = r"[A-ZÄÖÜ][\wäöüß'’.]*(?:[-/][A-ZÄÖÜ]?[\wäöüß.]+)*"
_CITY = (
    rf"(?:(?:Bad|Sankt|St\.|Markt|Hansestadt|Lutherstadt)\s)?{_WORD}"
    r"(?:\s(?:am|an\sder|an\sden|a\.\s?d\.|a\.|an|auf|bei|b\.|im|in|in\sder|i\.|unter|ob\sder|vor\sder|vor|v\.\s?d\.|zu|der|d\.|dem)\s?[A-ZÄÖÜ][\wäöüß-]*(?:\.(?!\s[A-ZÄÖÜ]))?)?"
    r"(?:\s?\([A-ZÄÖÜ][\wäöüß. -]{1,30}\))?"
)
PLACE = re.compile(
    rf"(?<![\w/+.-])(?:(?P<land>DE|D|AT|A|CH)(?:\s?[-–]\s?|\s))?(?P<code>\d{{5}}|\d{{4}})(?!\d)[\s,]{{1,3}}(?P<city>{_CITY})"
)
_MAY_PLACE = re.compile(r"\d(?<![\w/+.].)\d{3,4}[ ,]{1,3}[A-ZÄÖÜ]")
"""The code and the beginning of the name: cheaper to ask than all that a place can be."""
_ABROAD = re.compile(
    r"\b(?:Austria|Österreich|Switzerland|Schweiz|Vienna|Wien|Liechtenstein|Luxemb(?:o)?urg)\b"
)
_COUNTRY = re.compile(
    r"^\W*(?:Deutschland|Germany|Bundesrepublik Deutschland|Federal Republic of Germany|Austria|Österreich|Schweiz|Switzerland|DE|D|NRW|Nordrhein-Westfalen)\W*$",
    re.IGNORECASE,
)
PO_BOX = re.compile(
    r"\b(?:Postfach|Post office box|P\.?\s?O\.?\s?Box|PF)\s*:?\s*(?P<number>\d[\d ]{0,12}\d|\d)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^\s*(?:(?:Post|Haus|Besucher|Liefer)?-?(?:adresse|anschrift)|Address|Sitz|Straße(?=:)|Street(?=:))\s*[:：]?\s+(?=[A-ZÄÖÜ0-9])",
    re.IGNORECASE,
)
LONGEST = 700
_PARTS = {
    "street": re.compile(r"(?:stra(?:ß|ss)e|str\.?)(?:[\s/,&+].*)?$", re.IGNORECASE),
    "either": re.compile(r"[\w-]*(?:adresse|anschrift)$", re.IGNORECASE),
    "number": re.compile(r"haus-?\s?(?:nummer|nr\.?)$", re.IGNORECASE),
    "code": re.compile(r"(?:plz|postleitzahl)$", re.IGNORECASE),
    "city": re.compile(r"(?:wohn)?ort$", re.IGNORECASE),
}
"""Labels of the parts where a form or a table gives each a field of its own."""
_CODE = re.compile(r"(?:D-)?(\d{5})$")
_ONLY_CODE = re.compile(r"^(?:D-)?\d{5}$")
_NUMBER = re.compile(r"\d{1,4}\s?[a-zA-Z]?(?:\s?[-–/+]\s?\d{1,4}\s?[a-zA-Z]?)*$")
_NAME = re.compile(rf"{_CITY}$")
MOST_PART = 70


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


def addresses(pieces: Pieces) -> list[Address]:
    """Return every address of the page in reading order."""
    found: list[Address] = []
    for index in pieces.numbered(_MAY_PLACE):
        text = pieces[index].text
        if len(text) > LONGEST:
            continue
        start = 0
        for match in PLACE.finditer(text):
            if len(match["code"]) == 4 and not _abroad(pieces, index, match):
                continue
            if _continues(text, match):
                continue
            found.append(_address(pieces, index, match, start))
            start = match.end()
    found.extend(_in_lines(pieces))
    found.extend(_in_fields(pieces))
    if not found:
        found.extend(_bare_streets(pieces))
    return sorted(found, key=lambda one: one.first)


def _in_lines(pieces: Pieces) -> list[Address]:
    """Addresses whose street, postal code and place stand in a line or cell of their own each."""
    found: list[Address] = []
    for index in pieces.numbered(_ONLY_CODE):
        if not 0 < index < len(pieces) - 1:
            continue
        street, code, city = pieces[index - 1 : index + 2]
        if (
            street.kind
            or city.kind
            or not HOUSE_NUMBER.search(street.text)
            or not is_street(street.text)
            or len(city.text) > MOST_PART
            or not _NAME.match(city.text)
        ):
            continue
        address = Address(index - 1, index + 1, code.topic, code.source.region)
        address.street = Found(street.text, *street.place())
        address.code = Found(code.text[-5:], *code.place(len(code.text) - 5))
        address.city = Found(city.text, *city.place())
        found.append(address)
    return found


def _in_fields(pieces: Pieces) -> list[Address]:
    """Addresses whose postal code and place stand in fields of their own, one below the other."""
    found: list[Address] = []
    if topics.ADDRESS not in pieces.kinds:
        return found
    street: tuple[int, Found] | None = None
    number = code = None
    for index, piece in enumerate(pieces):
        if piece.kind != topics.ADDRESS and not _announced(pieces, index):
            street = number = code = None
            continue
        name, text, at = _part(pieces, index)
        if not text:
            continue
        here = Found(text, *piece.place(at))
        if name == "street" or (name == "either" and is_street(text)):
            street, number, code = (index, here), None, None
        elif name == "number" and _NUMBER.match(text):
            number = text
        elif name == "code" and (digits := _CODE.match(text)):
            code = Found(digits[1], here.line, here.column + digits.start(1))
        elif name == "city" and code is not None and _NAME.match(text):
            first = street[0] if street else index
            address = Address(first, index, piece.topic, piece.source.region, code, here)
            if street is not None:
                whole = f"{street[1].value} {number}" if number else street[1].value
                address.street = Found(whole, street[1].line, street[1].column)
            found.append(address)
            street = number = code = None
    return found


def _announced(pieces: Pieces, index: int) -> bool:
    """Whether a line without a label of its own stands below one that is nothing but a label."""
    above = pieces[index - 1] if index else None
    return (
        above is not None
        and not pieces[index].kind
        and above.kind == topics.ADDRESS
        and above.announces
        and above.source.region == pieces[index].source.region
    )


def _part(pieces: Pieces, index: int) -> tuple[str, str, int]:
    """Which part of an address a labelled piece gives, what it says, and where that begins."""
    piece = pieces[index]
    if not piece.value or len(piece.value) > MOST_PART:
        return "", "", 0
    if _announced(pieces, index):
        label = pieces[index - 1].text
    else:
        label = piece.text[: piece.at] if piece.at else piece.source.label
    label = label.strip(" :.*")
    name = next((part for part, pattern in _PARTS.items() if pattern.match(label)), "")
    return name, piece.value.strip(" ,"), piece.at


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


def _abroad(pieces: Pieces, index: int, match: re.Match[str]) -> bool:
    """Whether four digits are a postal code of Austria or Switzerland, not a year or a number."""
    if match["land"] in {"A", "AT", "CH"}:
        return True
    before = match.string[: match.start()].rstrip()
    if before and before[-1] not in ",|·•":
        return False
    near = " ".join(piece.text for piece in pieces[index : index + 3])
    if _ABROAD.search(near) is not None:
        return True
    # A street with its number just before, and nothing but the place behind.
    above = pieces[index - 1].text if index and not before else before.rstrip(" ,|·•")
    street = above.rpartition(", ")[2].strip()
    rest = match.string[match.end() :].strip(" .,;|·•")
    return (
        match["code"][0] != "0"
        and HOUSE_NUMBER.search(street) is not None
        and is_street(street)
        and (not rest or bool(before) or not rest[0].isalnum())
    )


def _address(pieces: Pieces, index: int, match: re.Match[str], start: int) -> Address:
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
        above = pieces[index - 1] if index else None
        if (
            address.name
            and address.street
            and above
            and not start
            and not above.kind
            and (body(above.text) or person(above.text))
            and BUILDING.search(address.name.value)
            and not legal_form(address.name.value)
        ):
            address.name = None
    else:
        _above(address, pieces, index)
    if address.street is None and address.box is None:
        _behind(address, pieces, index, piece.text[match.end() :])
    return address


def _behind(address: Address, pieces: Pieces, index: int, rest: str) -> None:
    """The street where it follows the place: "59065 Hamm, Ringstr. 4"."""
    piece, at = pieces[index], len(pieces[index].text) - len(rest)
    if not rest.strip(" ,;") and index + 1 < len(pieces) and not pieces[index + 1].kind:
        piece, rest, at = pieces[index + 1], pieces[index + 1].text, 0
    elif not rest.startswith(", "):
        return
    own = re.split(r"[,;|·•]\s", rest.lstrip(" ,"))[0].rstrip(" .,")
    if HOUSE_NUMBER.search(own) and is_street(own) and piece.source.region == address.region:
        address.street = Found(own, *piece.place(at + rest.find(own)), 0.7)
        address.last = max(address.last, pieces.index(piece, index))


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
    cut = street_start(before)
    if cut is not None:
        street = before[cut:].strip(" ,;|·•")
        address.street = Found(street, *piece.place(shift + cut + _blank(before[cut:])))
        before = before[:cut]
    name = before.strip(" ,;|·•–/-")
    if name and not name.endswith(":"):
        address.name = Found(name, *piece.place(shift + _blank(before)))


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip(" ,;|·•"))


def _above(address: Address, pieces: Pieces, index: int) -> None:
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
        cut = parted(own)
        if cut is not None:
            address.street = Found(own[cut:], *piece.place(shift + cut))
            address.first = back
            before = own[:cut].strip(" ,")
            if not is_building(before, pieces[back - 1] if back else None):
                address.name = Found(before, *piece.place(shift))
            return
        if is_street(own) and (address.box is None or HOUSE_NUMBER.search(own)):
            address.street = Found(own, *piece.place(shift))
            address.first = back
            return
        cut = street_start(own) if len(own) <= 160 else None
        if cut and own[:cut].rstrip().endswith((",", "|", "·", "•", "–")):
            address.street = Found(
                own[cut:].strip(" ,"), *piece.place(shift + cut + _blank(own[cut:]))
            )
            address.name = Found(own[:cut].strip(" ,"), *piece.place(shift))
            address.first = back
            return
        if unnumbered(own) and back and body(pieces[back - 1].text):
            address.street = Found(own, *piece.place(shift), 0.6)
            address.first = back
            return
        if not aside(own):
            return


def _bare_streets(pieces: Pieces) -> list[Address]:
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
