"""Addresses whose parts stand apart: in lines, cells or fields of their own, or without a postal code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.names import body, person
from linter.pages.details.place import CITY, COUNTRY, EDGES, LEAD, NUMBER, Address
from linter.pages.details.streets import (
    HOUSE_NUMBER,
    is_numbered,
    is_street,
    is_sure,
    street_start,
)

if TYPE_CHECKING:
    from linter.pages.details.piece import Pieces

_PARTS = {
    "street": re.compile(r"(?:stra(?:ß|ss)e|str\.?)(?:[\s/,&+].*)?$", re.IGNORECASE),
    "either": re.compile(r"[\w-]*(?:adresse|anschrift)$", re.IGNORECASE),
    "number": re.compile(r"haus-?\s?(?:nummer|nr\.?)$", re.IGNORECASE),
    "code": re.compile(r"(?:plz|postleitzahl)$", re.IGNORECASE),
    "city": re.compile(r"(?:(?:wohn)?ort|stadt|city|town)$", re.IGNORECASE),
}
"""Labels of the parts where a form or a table gives each a field of its own."""
_CODE = re.compile(r"(?:D-)?(\d{5})$")
_ONLY_CODE = re.compile(r"^(?:D-)?\d{5}$")
_CODE_LAST = re.compile(r",\s(?:D-)?(?P<code>\d{5})$")
_NAME = re.compile(rf"{CITY}$")
_CODE_BEHIND = re.compile(
    rf"(?:^|(?<=,\s)|(?<=[|·•]\s))(?P<city>{CITY}),?\s(?:D-)?(?P<code>\d{{5}})(?:,?\s(?:Germany|Deutschland))?\W*$"
)
MOST_PART = 70
MOST_TURNED = 200
"""Code points of a line that may end with a postal code."""
CODE = 5
"""Digits of a postal code."""


def in_lines(pieces: Pieces) -> list[Address]:
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
        address = Address(index - 1, index + 1, code.topic, code.region)
        address.street = Found(street.text, *street.place())
        address.code = Found(code.text[-5:], *code.place(len(code.text) - 5))
        address.city = Found(city.text, *city.place())
        found.append(address)
    return found


def turned(pieces: Pieces) -> list[Address]:
    """Addresses with the postal code behind the place, as abroad: "Ringstr. 4, Hamm 59065"."""
    found: list[Address] = []
    for index in pieces.digits:
        piece = pieces[index]
        short = len(piece.text) <= MOST_TURNED
        place = _CODE_BEHIND.search(piece.text, piece.at) if short else None
        if place is None:
            continue
        address = Address(index, index, piece.topic, piece.region)
        before = piece.text[piece.at : place.start()].strip(EDGES)
        cut = street_start(before) if _ends_numbered(before) else None
        if before and cut is None:
            continue
        if cut is not None:
            street = before[cut:].strip(EDGES)
            address.street = Found(street, *piece.place(piece.text.find(street)))
            if name := before[:cut].strip(EDGES):
                address.name = Found(name, *piece.place(piece.text.find(name)))
        else:
            above = pieces[index - 1] if index else piece
            if above.kind or above.region != piece.region or not is_numbered(above.text):
                continue
            address.street, address.first = Found(above.text, *above.place()), index - 1
        address.city = Found(place["city"], *piece.place(place.start("city")))
        address.code = Found(place["code"], *piece.place(place.start("code")))
        found.append(address)
    return found


def _ends_numbered(text: str) -> bool:
    """Whether a text ends with the number of a house."""
    return text[-1:].isalnum() and HOUSE_NUMBER.search(text) is not None


def across_lines(pieces: Pieces) -> list[Address]:
    """Addresses whose line was broken before the place: "Anna Kern, Ringstr. 4, 59065 / Hamm"."""
    found: list[Address] = []
    for index in pieces.digits:
        piece = pieces[index]
        if not piece.text[-CODE:].isdigit():
            continue
        below = pieces[index + 1] if index + 1 < len(pieces) else None
        code = _CODE_LAST.search(piece.text, piece.at)
        if below is None or code is None or below.kind or below.gap or below.digit:
            continue
        before = piece.text[piece.at : code.start()]
        cut = street_start(before) if HOUSE_NUMBER.search(before) else None
        if not cut or below.region != piece.region or not _NAME.fullmatch(below.text):
            continue
        address = Address(index, index + 1, piece.topic, piece.region)
        address.street = Found(before[cut:].strip(), *piece.place(piece.at + cut))
        address.code = Found(code["code"], *piece.place(code.start("code")))
        address.city = Found(below.text, *below.place())
        if name := before[:cut].strip(" ,"):
            address.name = Found(name, *piece.place(piece.at))
        found.append(address)
    return found


def in_fields(pieces: Pieces) -> list[Address]:
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
        elif name == "number" and NUMBER.match(text):
            number = text
        elif name == "code" and (digits := _CODE.match(text)):
            code = Found(digits[1], here.line, here.column + digits.start(1))
        elif name == "city" and code is not None and _NAME.match(text):
            first = street[0] if street else index
            address = Address(first, index, piece.topic, piece.region, code, here)
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
        and above.region == pieces[index].region
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


def bare_streets(pieces: Pieces) -> list[Address]:
    """Streets under an address label where no postal code stands anywhere."""
    found = []
    for index, piece in enumerate(pieces):
        lead = LEAD.match(piece.text)
        if _announced(pieces, index) and HOUSE_NUMBER.search(piece.text):
            address = _without_code(pieces, index)
            found.extend([address] if address else [])
            continue
        if piece.kind != topics.ADDRESS and not lead:
            if _is_below_name(pieces, index):
                street = Found(piece.text.strip(" ,"), *piece.place(), 0.7)
                found.append(Address(index, index, piece.topic, piece.region, street=street))
            continue
        at = lead.end() if lead else piece.at
        text = piece.text[at:].strip()
        if text and is_street(text):
            found.append(
                Address(
                    index,
                    index,
                    piece.topic,
                    piece.region,
                    street=Found(text, *piece.place(at)),
                )
            )
    return found


def _is_below_name(pieces: Pieces, index: int) -> bool:
    """Whether a line is surely a street with its number, right below who lives there."""
    piece, above = pieces[index], pieces[index - 1] if index else None
    return (
        above is not None
        and piece.digit
        and not (piece.kind or above.kind or above.digit)
        and piece.topic in {"", topics.PROVIDER}
        and above.region == piece.region
        and is_sure(piece.text.strip(" ,"))
        and bool(body(above.text) or person(above.text))
    )


def _without_code(pieces: Pieces, index: int) -> Address | None:
    """A street below its label, with the place in the line below: "Ringstr. 4 / Aue"."""
    piece = pieces[index]
    text = piece.text.strip(" ,")
    if not is_street(text):
        return None
    address = Address(index, index, piece.topic, piece.region, street=Found(text, *piece.place()))
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    if (
        below is not None
        and not (below.kind or below.gap or below.digit)
        and below.region == piece.region
        and _NAME.fullmatch(below.text)
        and not (body(below.text) or person(below.text) or COUNTRY.match(below.text))
    ):
        address.city = Found(below.text, *below.place())
        address.last = index + 1
    return address
