"""Streets: is a line or the end of a line a street, and where does it begin behind a name."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details.names import body, legal_form, person
from linter.pages.details.place import BETWEEN, EDGES

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece

HOUSE_NUMBER = re.compile(
    r"\s*(?<![\d])(\d{1,4}(?:\s1/[24])?\s?[a-zA-Z]?(?:\s?[-–/+,&]\s?(?:\d{1,4}\s?[a-zA-Z]?|[IVX]{1,4}(?![a-zA-Z.])|[a-z](?![a-zA-Z]))|\s(?:u\.|und)\s\d{1,4}(?:\s?[a-z](?![a-zA-Z]))?)*)"
    r"(?:\s*[,(/]?\s?(?:(?:\d|[IVX]{1,4})\.\s?(?:OG|Obergeschoss|Stock(?:werk)?|Etage)|\d{1,2}(?:st|nd|rd|th)\s[Ff]loor|Rgb\.|Rückgeb\.|EG|DG|UG|Erdgeschoss|Haus|Gebäude|Geb\.|Raum|Hinterhaus|Vorderhaus|Rückgebäude|Nebengebäude|Hintergebäude|Seitenflügel|Hof|Aufgang|Eingang|Zimmer|Halle|Stiege|Wohnung|Whg\.|im\s(?:Hinterhof|Hinterhaus|Innenhof|Hof))(?!\w)[^,]{0,20}\)?|\s\([A-ZÄÖÜ](?:[^()\d@:]{2,30})?\)|\s[/–—-]\s(?:(?:Am|Im|An\sder|Beim|Zum)\s)?[A-ZÄÖÜ][a-zäöüß]{3,20}(?:\s[A-ZÄÖÜ][a-zäöüß]{3,20})?|,?\s(?:/\s?)?\(?Ecke\s[A-ZÄÖÜ][\wäöüß .-]{2,40}\)?)?$"
)
_TAIL = re.compile(
    r"(?:stra(?:ß|ss)e|str\.?|weg|platz|allee|gasse|ring|damm|ufer|kai|chaussee|markt|hof|berg|pfad|steig|stieg|promenade|"
    r"graben|wall|tor|br(?:ü|ue)cke|park|feld|garten|winkel|h(?:ö|oe)he|m(?:ü|ue)hle|g(?:ä|ae)rten|hang|grund|aue|wiese|anger|steg|zeile|twiete|redder|kamp|koppel|"
    r"street|road|square|avenue|lane|blick|siedlung|haus|rathaus|burg|schloss|schloß|tal|bach|bruch|kreuz|rain|leite|lohe|linden|esplanade|bogen|zentrum)$",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|promenade|markt|esplanade|schloss|rathaus|^campus)$",
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
_OPENING = re.compile(
    r"(?:Stra(?:ß|ss)e|Str\.|Platz|Allee|Im|Am|An|Auf(?:'m|’m)?|In|Zum|Zur|Unter|Hinter|Vor|Beim?|Alte[rns]?|Neue[rns]?|Große[rn]?|Kleine[rn]?|Lange[rn]?|Kurze[rn]?|"
    r"Hohe[rn]?|Obere[rn]?|Untere[rn]?|Rue|Avenue|Boulevard|Via|Viale|Piazza|Chemin|Campus|Technologiepark|Gewerbe(?:park|gebiet)|Industrie(?:park|gebiet|straße))\s"
)
"""Words with which a street begins that is more than one word long, and no name of anybody."""
_ADDITION = re.compile(
    r"\s*\(?(?:\d{1,2}\.\s?(?:OG|Obergeschoss|Stock(?:werk)?|Etage)|\d{1,2}(?:st|nd|rd|th)\s[Ff]loor(?:\s\w{1,6})?|Erdgeschoss|(?<=\d,\s)(?:(?:Altes|Neues)\s)?(?:Rathaus|Kreishaus|Ämterhaus)|(?:Gebäude|Geb\.|Haus|Raum|Block|Eingang|Aufgang|Etage|Zimmer|Stiege|Halle|Building|Floor)\s[\w.]{1,6}|EG|DG|UG|Hinterhaus|Vorderhaus)\)?\s*$"
)
"""A part of the address behind street and number."""
_AT_A_PLACE = re.compile(
    r"(?:Am|Im|Zum|Zur|(?:An|Auf|In|Unter)\sde[mnr])\s[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*"
)
MOST_STREET = 6
MOST_PARTED = 160
"""Code points of a line that can be a building and its street."""
_SQUARE = re.compile(r"^[A-Z]\s?\d{1,2}(?:\s?,\s?|\s)\d{1,3}\s?[a-z]?(?:\s?[-–]\s?\d{1,3})?$")
_NUMBERED = re.compile(
    r"(?:^Haus|\w(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|markt|wall|chaussee|promenade)|^(?:Am|Im|An|Auf|In|Zum|Zur|Unter|Hinter|Vor|Beim?)\s[^\d@:]{3,40})\s(?:(?:Nr\.?|Nummer)\s?\d{1,4}\s?[a-z]?|(?:o\.|ohne)\s?(?:Haus-?)?(?:Nr\.?|Nummer))$|^[BLK]\s?\d{1,3}\sNr\.\s?\d{1,4}\s?[a-z]?$",
    re.IGNORECASE,
)
"""A number that is called one, or missing: "Dorfstraße Nr. 12", "Dorfstraße o. Nr."."""
_ROAD = re.compile(r"(?<![\w.-])[BLK]\s?\d{1,3}\sNr\.\s?\d{1,4}\s?[a-z]?$")
"""A house at a road that has no name: "B 6 Nr. 14"."""
_NO_STREET = re.compile(r"(?:Nr|Nummer|No)\.?$")
_FETCHED = re.compile(r"\b(?:Packstation|Paket(?:station|box)|Postfiliale)\.?\s*$", re.IGNORECASE)
"""Where post is fetched from, whose number is no house's."""
_STOP = re.compile(r"[@:]|https?|www\.|\b(?:Telefon|Tel|Fax|HRB|Nr\.\s?\d+/)\b")

_SITE = re.compile(r"[A-ZÄÖÜ][\wäöüß-]+(?:\s[A-ZÄÖÜ][\wäöüß-]+)?")
"""A quarter or a site behind a street."""
_REMARK = re.compile(r"\([A-ZÄÖÜ][^()@:]{2,60}\)")
"""A remark between street and place: "(Ecke Ringstraße)"."""
_HOUSED = re.compile(
    r"(?:[A-ZÄÖÜ][\w-]*\s)?[A-ZÄÖÜ][\w-]*(?:bau|gebäude|haus|flügel|turm|trakt)(?:,?\s(?:Raum|Zimmer|Etage|Ebene|Stock)\s[\w.-]{1,8})?"
    r"|(?:Eingangshalle|(?:Haupt|Hinter|Seiten|Neben)eingang|Innenhof|Hinterhof|Rückgebäude)(?:\s[A-ZÄÖÜ][\w-]*){0,2}"
)
"""A building between street and place, with or without a room: "Nordbau, Raum 12"."""
BUILDING = re.compile(
    r"(?:haus|häuser|zentrum|gebäude|schloss|schloß|burg|palais|villa|turm|center|residenz|kaserne|campus|bau|flügel|pavillon|residenz|amt|verwaltung)$",
    re.IGNORECASE,
)
"""How the last word of a building ends: "Kreishaus, Burgstr. 5"."""


def parted(text: str) -> int | None:
    """Where the street begins behind a name or a building: "Kreishaus, Burgstr. 5"."""
    if len(text) > MOST_PARTED:
        return None
    head, colon, tail = text.partition(": ")
    if colon and is_numbered(tail) and not any(char.isdigit() for char in head):
        return len(text) - len(tail)  # "Geschäftsstelle: Ringstr. 4"
    parts = [match.end() for match in BETWEEN.finditer(text)]
    cut = parts[-1] if parts else 0
    head, tail = text[:cut].rstrip(EDGES), text[cut:]
    number = HOUSE_NUMBER.search(tail)
    if len(head) < 3 or number is None or number.start() < 3 or not is_street(tail):
        return None
    if any(char.isdigit() for char in head):
        # "Campus Nord, Gebäude 12, Ringstr. 4"; but "Ringstr. 4, Haus 2" is one street.
        words = tail[: number.start()].split()
        sure = bool(words) and _SURE.search(words[-1]) is not None
        if not sure or any(is_numbered(one) and not aside(one) for one in BETWEEN.split(head)):
            return None
    return cut


def is_building(text: str, above: Piece | None) -> bool:
    """Whether what stands before the street is a building, and the name stands above it."""
    if legal_form(text):
        return False
    words = text.replace(",", " ").split()
    if any(BUILDING.search(word) for word in words) and not re.search(r"\b(?:der|des)\b", text):
        return above is None or not above.source.heading or bool(body(above.text))
    return above is not None and not above.kind and bool(body(above.text) or person(above.text))


def unnumbered(text: str) -> bool:
    """A street without a number that only its place below a body's name tells: "Linder Höhe"."""
    words = text.split()
    return (
        0 < len(words) <= 3
        and text[0].isupper()
        and len(words[-1]) > 3
        and (_TAIL.search(words[-1]) is not None or _AT_A_PLACE.fullmatch(text) is not None)
        and not body(text)
        and not _STOP.search(text)
    )


def roomed(text: str) -> bool:
    """Whether a line is a room in a building: "Nordbau, Raum 12" is no street with a number."""
    return ", " in text and _HOUSED.fullmatch(text) is not None


def is_sure(text: str) -> bool:
    """Whether a line is a street with its number and can be nothing else: "Ringstraße 4"."""
    number = HOUSE_NUMBER.search(text) if is_numbered(text) else None
    words = text[: number.start()].split() if number else []
    return 0 < len(words) <= MOST_STREET and _SURE.search(words[-1]) is not None


def placed_in(text: str) -> bool:
    """Whether a street with its number goes on with a quarter or a site: "Ringstr. 4, Airport"."""
    street, comma, site = text.partition(", ")
    return (
        bool(comma)
        and is_numbered(street)
        and _SITE.fullmatch(site) is not None
        and not (body(site) or person(site) or person(street))
    )


def aside(text: str) -> bool:
    """A line between street and place: a storey, a quarter, a building."""
    return bool(
        re.match(
            r"^\(?(?:\d\.\s?(?:OG|Stock|Etage)|(?:Gebäude|Geb\.|Haus|Raum|Block|Eingang|Etage|Zimmer|Aufgang|Stock|Building|Floor)\s\w{1,4}\)?$|Stadtteil|Ortsteil|OT\s|(?:Raum|Zimmer|Gebäude|Geb\.)\s[A-Z\d][\w./ -]{0,15}$|Hinterhaus|\d\d?\.\s(?:Etage|Stock|OG)|Postfach$)",
            text,
        )
    ) or (_HOUSED.fullmatch(text) is not None or _REMARK.fullmatch(text) is not None)


def is_street(text: str) -> bool:
    """Whether a whole line is a street with or without a number."""
    if not 3 <= len(text) <= 70 or _STOP.search(text):
        return False
    if _SQUARE.match(text) or _NUMBERED.search(text):
        return True
    if aside(text):
        return False
    number = HOUSE_NUMBER.search(text)
    if number and number.start() > 0:
        words = text[: number.start()].strip(" ,")
        return (
            bool(re.search(r"[A-Za-zÄÖÜäöüß]{2}", words))
            and not re.search(
                r"\b(?:von|seit|Raum|Zimmer|Stand|Version|Nr|Nummer|Postfach|PF|Packstation|Paket(?:station|box)|Postfiliale|Referat|Abteilung|Dezernat|Sachgebiet|Fachbereich|Lehrstuhl|Konto)\.?\s*$",
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


def street_start(before: str) -> int | None:
    """Where the street begins in "Name, Street 1" or "Name Street 1", None without a street."""
    if not is_street_end(before):
        return None
    if road := _ROAD.search(before):
        return road.start()
    parts = [0, *_parts(before)]
    last = parts[-1]
    if last and (re.match(r"^\s*\d", before[last:]) or _ADDITION.match(before, last)):
        last = parts[-2]
        if _SQUARE.match(before[last:].strip()):
            return last
    own = before[last:].strip()
    if _OPENING.match(own) and is_street(own) and not legal_form(own):
        words = own.split()
        if len(words) <= MOST_STREET and not _name_before(words[1:]):
            return last
    if last and is_street(own):
        words = own.split()
        if len(words) <= 5 and not _name_before(words):
            return last
    number = HOUSE_NUMBER.search(before)
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
    return None if _NO_STREET.match(placed[take][1]) else placed[take][0]


def _parts(text: str) -> list[int]:
    """Where the fields of a line begin; "Ringstr. 4 / Ecke Augasse" is one, in which a slash stands."""
    return [
        one.end()
        for one in BETWEEN.finditer(text)
        if "/" not in one.group() or HOUSE_NUMBER.search(text, one.end())
    ]


def _name_before(words: list[str]) -> bool:
    """More words than the street can have: a name stands before it without a comma."""
    for place, word in enumerate(words[:-1]):
        if _ALONE.match(word.rstrip(",")) or (_TAIL.search(word) and len(word) > 6):
            start = place - 1 if _ALONE.match(word) else place
            return start > 1
    return False


def is_numbered(text: str) -> bool:
    """Whether a line is a street with its number."""
    return text[-1:].isalnum() and HOUSE_NUMBER.search(text) is not None and is_street(text)


def is_street_end(text: str) -> bool:
    """Whether a text ends like a street."""
    number = HOUSE_NUMBER.search(text)
    if number and number.start() > 0:
        if _FETCHED.search(text, 0, number.start()):
            return False
        return bool(re.search(r"(?:[A-Za-zÄÖÜäöüß.]{2}|\b[A-Z]\d?),?\s*$", text[: number.start()]))
    words = text.split()
    return bool(words) and len(words[-1]) > 4 and bool(_SURE.search(words[-1]))
