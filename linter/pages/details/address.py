"""Addresses: street, postal code and place, or a P.O. box, wherever they stand on the page."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.apart import across_lines, bare_streets, in_fields, in_lines, turned
from linter.pages.details.found import Found
from linter.pages.details.names import body, legal_form, person
from linter.pages.details.place import (
    BETWEEN,
    CITY,
    COUNTRY,
    EDGES,
    LEAD,
    NUMBER,
    PLACE,
    PO_BOX,
    Address,
)
from linter.pages.details.streets import (
    BUILDING,
    HOUSE_NUMBER,
    aside,
    is_building,
    is_numbered,
    is_street,
    parted,
    placed_in,
    roomed,
    street_start,
    unnumbered,
)

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces

_MAY_PLACE = re.compile(r"\d(?<![\w/+.].)(?:\d{3,4}[ ,]{1,3}|\d \d{3} )[A-ZÄÖÜ]")
"""The code and the beginning of the name: cheaper to ask than all that a place can be.

Some part the code in two: "40 217"."""
_ABROAD = re.compile(
    r"\b(?:Austria|Österreich|Switzerland|Schweiz|Vienna|Wien|Liechtenstein|Luxemb(?:o)?urg)\b"
)
_FOREIGN = re.compile(
    r"\bZVR\b|\bATU\s?\d|\bFirmenbuch|\bGISA\b|\bCHE-\d|\bMedienG\b|\bE-Commerce-Gesetz"
)
"""Words that pages of Austria and Switzerland have and German ones do not."""
_CANTON = re.compile(
    r"\s(?:A[GIR]|B[ELS]|FR|G[ELR]|JU|LU|N[EW]|OW|S[GHOZ]|T[GI]|UR|V[DS]|Z[GH])(?=[\s.,;]*$)"
)
"""The canton behind a place: "8000 Aue TG"."""
_DIALLED = re.compile(r"(?<![\d+])(?:\+\s?4[13]|00\s?4[13](?=[\s/(.-]|\d{6}))")
"""The beginning of a phone number of Austria or Switzerland."""
_OF_BODY = re.compile(r"(?:des|der|für|als|in)\s[A-ZÄÖÜa-zäöü]")
_YEAR = re.compile(r"19\d\d|20[0-4]\d")
_SUPERVISED = re.compile(r"[Aa]ufsichtsbehörde|[Rr]echtsaufsicht|[Zz]uständige\s\w*[Kk]ammer")
SENTENCE = 80
"""Code points before a place that are more than a name and a street."""
LONGEST = 700
MOST_HOUSE = 4
"""Words of a line that names the building between a street and its place."""
AT_HEAD = 200
"""Code points of a longer line in which a name and its address can stand first."""
_BETWEEN = re.compile(
    rf"(?P<street>[A-ZÄÖÜ][\w. -]{{1,40}}(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse)\s\d{{1,4}}\s?[a-z]?),\s(?P<city>{CITY})"
)
"""A street between the postal code and its place."""
_CODED = re.compile(r"(?:^|(?<=\s))(?:PLZ|Postleitzahl)[\s:]*$", re.IGNORECASE)


def addresses(pieces: Pieces) -> list[Address]:
    """Return every address of the page in reading order."""
    found: list[Address] = []
    for index in pieces.numbered(_MAY_PLACE):
        text = pieces[index].text
        if len(text) > LONGEST:
            found.extend(_at_head(pieces, index))
            continue
        start = 0
        for match in PLACE.finditer(text):
            if len(match["code"]) == 4 and not _abroad(pieces, index, match):
                continue
            if _continues(text, match) or COUNTRY.match(match["city"]):
                continue  # "Hamm 59065, Germany"
            found.append(_address(pieces, index, match, start))
            start = match.end()
    found.extend(in_lines(pieces))
    found.extend(in_fields(pieces))
    found.extend(across_lines(pieces))
    if not found:
        found.extend(turned(pieces))
    if not found:
        found.extend(bare_streets(pieces))
    return sorted(found, key=lambda one: one.first)


def _at_head(pieces: Pieces, index: int) -> list[Address]:
    """The address with which a page begins that has lost its line breaks."""
    match = PLACE.search(pieces[index].text, 0, AT_HEAD)
    if match is None or len(match["code"]) < 5 or _continues(match.string, match):
        return []
    address = _address(pieces, index, match, 0)
    name = address.name.value if address.name else ""
    return (
        [address]
        if address.street and (person(name) or (body(name) and len(name) < SENTENCE))
        else []
    )


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
    piece = pieces[index]
    label = piece.at if piece.kind and piece.at <= match.start() else 0
    before = match.string[label : match.start()].strip()
    if _CANTON.match(match.string, match.end()):
        # "1990 Auen AG" is no place.
        over = before or (pieces[index - 1].text if index else "")
        return is_numbered(over.rstrip(" ,|·•").rpartition(", ")[2])
    if before and before[-1] not in ",|·•":
        # "Ringstrasse 73 8048 Zürich Switzerland"
        return is_numbered(before) and _ABROAD.search(match.string, match.end()) is not None
    near = " ".join(piece.text for piece in pieces[index : index + 3])
    dialled = _YEAR.match(match["code"]) is None and _DIALLED.search(near) is not None
    if dialled or _ABROAD.search(near) is not None:
        return True
    alone = match.end() == len(piece.text.rstrip()) and not before.strip(" ,")
    if alone and pieces.texts.says(_FOREIGN):
        return True
    if not before and (first := BETWEEN.match(match.string, match.end())):
        # "7371 Aue, Ringstr. 4": nothing but the place and its street.
        return is_numbered(match.string[first.end() :].rstrip(" .,"))
    # A street with its number just before, and nothing but the place behind.
    above = pieces[index - 1].text if index and not before else before.rstrip(" ,|·•")
    if above == "Postfach" and index > 1:
        above = pieces[index - 2].text
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
    address = Address(index, index, piece.topic, piece.region)
    code, city = match.start("code"), match.start("city")
    address.code = Found(match["code"].replace(" ", ""), *piece.place(code))
    inside = _BETWEEN.match(piece.text, city)
    if inside:  # "59065, Ringstraße 4, Hamm"
        address.street = Found(inside["street"], *piece.place(city))
        city = inside.start("city")
    name = inside["city"] if inside else _city(match, piece)
    address.city = Found(name, *piece.place(city))
    before = piece.text[start : match.start()]
    if len(before) > SENTENCE and _SUPERVISED.search(before):
        address.topic = (
            topics.AUTHORITY
        )  # "… Zuständige Aufsichtsbehörde ist: …" within a paragraph
    shift = start
    labelled = piece.kind and piece.at and not start and not _part_of_name(piece)
    if labelled and piece.at <= match.start():
        before, shift = piece.text[piece.at : match.start()], piece.at
    before_clean = _CODED.sub("", before).rstrip(EDGES)
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
        if address.name and above and not start and _of_head(piece, address.name, above):
            address.name = None
        if above and not start and piece.kind == topics.ADDRESS and not above.kind:
            _whole(address, piece, above, before_clean, shift)
    else:
        _above(address, pieces, index)
    if address.street is None and address.box is None:
        _behind(address, pieces, index, piece.text[match.end() :])
    return address


def _of_head(piece: Piece, name: Found, above: Piece) -> bool:
    """Whether a line names who heads the body above it, and its street: "Landrat Jo Kern, Ringstr. 4"."""
    return (
        piece.kind == topics.REPRESENTATIVE
        and ":" not in piece.text[: piece.at]
        and not above.kind
        and above.region == piece.region
        and body(above.text) > 0
        and bool(person(name.value))
    )


def _part_of_name(piece: Piece) -> bool:
    """Whether the label is the beginning of a name: "Landrat des Kreises Aue", "Amtsgericht Aue"."""
    if piece.kind == topics.REPRESENTATIVE:
        return _OF_BODY.match(piece.value) is not None and ":" not in piece.text[: piece.at]
    return piece.kind == topics.REGISTER and topics.named_so(piece.text.split(",", 1)[0])


def _whole(address: Address, piece: Piece, above: Piece, text: str, shift: int) -> None:
    """Take all that stands behind a label for the street, where the name stands above the label."""
    name = address.name.value if address.name else ""
    if not name or body(name) or person(name) or not (body(above.text) or person(above.text)):
        return
    text = text.lstrip(" ,")
    if is_street(text):
        at = piece.text.find(text, shift)
        address.street, address.name = Found(text, *piece.place(max(at, shift))), None


def _behind(address: Address, pieces: Pieces, index: int, rest: str) -> None:
    """The street where it follows the place: "59065 Hamm, Ringstr. 4"."""
    piece, at = pieces[index], len(pieces[index].text) - len(rest)
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    beside = below is not None and bool(below.outer) and below.outer == piece.outer == below.kind
    if not rest.strip(" ,;") and below is not None and (not below.kind or beside):
        piece, rest, at = below, below.text, 0
    elif (first := BETWEEN.match(rest)) is None:
        return
    else:
        rest, at = rest[first.end() :], at + first.end()
    own = BETWEEN.split(rest.lstrip(" ,"))[0].rstrip(" .,")
    if HOUSE_NUMBER.search(own) and is_street(own) and piece.region == address.region:
        address.street = Found(own, *piece.place(at + rest.find(own)), 0.7)
        address.last = max(address.last, pieces.index(piece, index))


def _city(match: re.Match[str], piece: Piece) -> str:
    """The place, with the words behind it that still belong to it where the line ends with them."""
    name = match["city"]
    rest = piece.text[match.end() :]
    more = re.match(r"((?:[ /-]{1,3}[A-ZÄÖÜ][\wäöüß.-]+){1,3})\s*$", rest)
    if (
        more
        and not COUNTRY.match(more.group(1))
        and match.start() == 0
        and not re.search(r"Germany|Deutschland", more.group(1))
        and not topics.label_of(more.group(1).strip())[0]
    ):
        name += more.group(1)
    short = re.search(r"\b(?:i|a|b|v|d)\.\s?\w{1,4}\.$", name)
    return name if short else name.rstrip(" .,;")


def _within(address: Address, piece: Piece, before: str, shift: int) -> None:
    box = PO_BOX.search(before)
    if box:
        address.box = Found(box.group().strip(), *piece.place(shift + box.start()))
        before = before[: box.start()].rstrip(EDGES)
    cut = street_start(before)
    if cut is not None:
        street = before[cut:].strip(EDGES)
        address.street = Found(street, *piece.place(shift + cut + _blank(before[cut:])))
        before = before[:cut]
    name = before.strip(EDGES)
    if name and not name.endswith(":"):
        address.name = Found(name, *piece.place(shift + _blank(before)))


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip(EDGES))


def _above(address: Address, pieces: Pieces, index: int) -> None:
    for back in range(index - 1, max(index - 4, -1), -1):
        piece = pieces[back]
        if piece.region != pieces[index].region:
            return
        if piece.source.heading and not pieces[index].source.heading:
            return
        text = piece.text
        if COUNTRY.match(text) or (piece.kind == topics.ADDRESS and piece.announces):
            continue
        lead = LEAD.match(text)
        shift = lead.end() if lead else 0
        if piece.kind == topics.ADDRESS and piece.value:
            shift = piece.at
        own = text[shift:].rstrip(" ,;")
        if roomed(own):
            continue
        if NUMBER.match(own) and back and _broken(address, pieces, back, own):
            return
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
            before = own[:cut].strip(EDGES)
            if not is_building(before, pieces[back - 1] if back else None):
                address.name = Found(before, *piece.place(shift))
            return
        if placed_in(own) or (is_street(own) and (HOUSE_NUMBER.search(own) or not address.box)):
            address.street, address.first = Found(own, *piece.place(shift)), back
            return
        cut = street_start(own) if len(own) <= 160 else None
        if cut and own[:cut].rstrip().endswith((",", "|", "·", "•", "–")):
            address.street = Found(
                own[cut:].strip(" ,"), *piece.place(shift + cut + _blank(own[cut:]))
            )
            address.name = Found(own[:cut].strip(" ,"), *piece.place(shift))
            address.first = back
            return
        bare = unnumbered(own) and back > 0 and body(pieces[back - 1].text) > 0
        if bare:
            address.street, address.first = Found(own, *piece.place(shift), 0.6), back
        if bare or not (aside(own) or _stands_below(pieces, back, own)):
            return


def _stands_below(pieces: Pieces, index: int, text: str) -> bool:
    """Whether a line without a digit stands right below a street with its number: "Schloss Aue"."""
    piece, street = pieces[index], pieces[index - 1] if index else None
    return (
        street is not None
        and not (piece.kind or piece.gap or piece.digit or street.kind)
        and street.region == piece.region
        and len(text.split()) <= MOST_HOUSE
        and is_numbered(street.text.rstrip(" ,"))
    )


def _broken(address: Address, pieces: Pieces, index: int, number: str) -> bool:
    """Whether the line above a number is its street."""
    street, below = pieces[index - 1], pieces[index]
    text = street.text.strip(" ,")
    if (
        street.kind
        or street.digit
        or street.source.heading
        or below.kind
        or street.region != below.region
        or not is_street(f"{text} 1")
        or not (is_street(text) or unnumbered(text))
    ):
        return False
    address.street = Found(f"{text} {number}", *street.place())
    address.first = index - 1
    return True
