"""Phone and fax numbers of the provider."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.names import body, person
from linter.pages.details.place import PLACE

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.provider import Provider

NUMBER = re.compile(
    r"(?:(?<![\d/+,-])\(?\+\s?\d{1,3}\)?|(?<![\w/+.,-])(?:\(?0|1(?=1[0568]\b)|[1-9](?=\d)))[\d\s()/.\u2010-\u2015\u2212-]{3,28}\d(?![\w@])(?!\.\d)"
)
_BETWEEN = r"[ ()/.\u2010-\u2015\u2212-]"
_IS_DATE = rf"\d?\.\d{{1,2}}\.(?:19|20)\d\d(?!(?:{_BETWEEN}|\d){{0,40}}\d)"
_MAY_NUMBER = re.compile(
    rf"\d(?<![\d.].)(?:(?!{_IS_DATE})|(?<=[+(].)|(?<=\+ .))(?:{_BETWEEN}{{0,28}}\d){{4}}"
)
"""The digits that each number has, where they are no date: cheaper to ask than what a number is."""
_PHONE = re.compile(
    r"(?:\b\w{0,16}telefon\w*|\bTel(?:efon|ephone)?(?:nummer|zentrale)?\b|\bFon\b|\bPhone\b|\bMobil\w*|\bHandy\w*|\b(?:Fern|Amts)?Ruf(?:nummer)?\b|\bFernsprecher\b|\bHotline\b|\bVermittlung\b|\bZentrale\b|☏|\bDurchwahl\b|\bService-?nummer\b|\berreichen\s(?:Sie\s)?uns\s[^.:\d]{0,30}\bunter\b|☎|📞|✆|\bT(?=[.:]|\s{1,2}(?:\+|\(?0))|\b[MP](?=[.:]?\s\(?[+0]))(?:\.?[\s-]?(?:Nr\b|Nummer\b|No\b))?",
    re.IGNORECASE,
)
_FAX = re.compile(
    r"(?:(?:Tele)?fax\w*|(?:Fern|Tele)kopie\w*|\bF(?=[.:]|\s\+|\s\(?0)|🖷|📠|℻)(?:\.?[\s-]?(?:Nr\b|Nummer\b|No\b))?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s?\([^()\d]{2,30}\)\W*.?$")
"""A remark between a label and its number."""
_BOTH = re.compile(
    r"(?:tel\w*|fon|phone)\W*(?:und|and|u\.)?\W*(?:tele)?fax\w*\W*.?$", re.IGNORECASE
)
_NO_NUMBER = re.compile(
    r"\b(?:IBAN|BIC|BLZ|Konto\w*|HR[AB]|VR|USt\w*|Umsatz\w*|Steuer\w*|DE|Nr|ISSN|ISBN|Az|Aktenzeichen|Reg\w*|VAT|§|Abs|seit|Stand|Uhr|Postfach|Fax|\w*(?:nummer|nr))\b\W*$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"^\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d$|^(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d$|^\d{4}-\d\d-\d\d$|^\d{1,2}([/-])\d{1,2}\1(?:19|20)\d\d$"
)
_UNIT = re.compile(r"^[A-ZÄÖÜ][^\d:§]{0,30}:\s*\(?$")
"""What stands before a number without a word for phone: "Bürgerbüro: 0231 50-0", "P: 0231 50-0"."""
_NUMBERED = frozenset((topics.VAT, topics.REGISTER, topics.PROSE))
"""Topics whose numbers are no phone numbers."""
_SHORT = re.compile(r"\W*115(?:\s\([^()]{3,80}\)|,?\s[a-zäöüA-ZÄÖÜ(][^\d]{0,60})?\W*")
"""The number under which every authority can be reached, with or without a remark."""
_REMARK = re.compile(r"\([^()\d]{3,120}\)")
"""A remark behind a number that fills the rest of its line."""
_CODED = re.compile(r"\+\d{1,3}\s?\([A-Za-z]{1,4}\)\s?$")
"""A code of letters: what stands behind "+49 (HH)" is no number that anybody can dial."""
_PLACED = re.compile(r"(?:D-)?\d{5}\s+[A-ZÄÖÜ]")
_FIELD = re.compile(r"\s[/–-]\s|\s*[|·•,;\t]\s*")
"""What parts the details of an Impressum in one line: "Ringstr. 4 · 12345 Aue · 0123 4567"."""
_BROKEN = re.compile(r"\s*[/\u2010-\u2015-]\s*")
"""What ends a line whose number goes on in the next."""
_NO_DIGIT = re.compile(r"\D")
_TWO = re.compile(
    r"(?P<phone>\(?(?:0|\+\d\d)[\d ()]{1,9}[/–-]?[\d ]{2,12}\d(?:\s?[–-]\s?\d{1,4})?)\s?/\s?(?P<fax>[–-]?\s?\d[\d –-]{0,10}\d)"
)
"""A number and that of the fax, whose code is not said twice: "0123 45-0 / 45-99", "0123 45-0/-99"."""
_EXTENSION = re.compile(
    r"(?:[Ff]ax|FAX)\b[^\d\n]{0,12}?(?P<number>[–-]\s?\d{1,5}|(?:DW|Durchwahl)\s?\d{1,5})(?=$|[\s,;|/)])"
)
"""The number of the fax, of which only the extension is said: "Tel. 02381 281-0, Fax -99"."""
_CALLS = re.compile(r"tel:(?://)?(?P<number>[+\d()%./ -]{6,30})", re.IGNORECASE)
FEWEST, MOST = 5, 16
LONGEST_CODE = 6
SENTENCE = 160
"""Code points of a line that may be no text."""
LONGEST = 2000


def numbers(pieces: Pieces, provider: Provider) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Return phone and fax numbers in reading order, each spelling once.

    A number that stands there with and without the country is what the page says twice.
    """
    phones: dict[str, Found] = {}
    faxes: dict[str, Found] = {}
    waiting, waits = "", 0
    others = _elsewhere(pieces, provider)
    announced = pieces.of(topics.PHONE, topics.FAX)
    calls = _short(pieces)
    for index in sorted(announced.union(pieces.numbered(_MAY_NUMBER), calls)):
        piece = pieces[index]
        if piece.topic in topics.STRANGERS or index in others or _at_other(pieces, index, provider):
            continue
        kind = waiting if index == waits + 1 else ""
        waiting = ""
        if index in announced and piece.announces:
            waiting, waits = _kind(piece.text), index
            continue
        if piece.outer in {topics.PHONE, topics.FAX}:
            kind = kind or _kind(piece.source.label)
        short = _SHORT.fullmatch(piece.value or piece.text) if index in calls else None
        if short and "f" not in _kind(piece.text) and piece.topic not in topics.STRANGERS:
            phones.setdefault("115", Found("115", *piece.place(piece.text.find("115"))))
            continue
        inside = _in_piece(piece, kind)
        extension = _EXTENSION.search(piece.text) if phones or inside else None
        if extension and not any("f" in own for _, own in inside):
            said = extension["number"]
            faxes.setdefault(said, Found(said, *piece.place(extension.start("number")), 0.7))
        for found, own in inside:
            key = _NO_DIGIT.sub("", found.value)
            if "p" in own:
                phones.setdefault(key, found)
            if "f" in own:
                faxes.setdefault(key, found)
    return tuple(phones.values()) or _linked(pieces), tuple(faxes.values())


def _linked(pieces: Pieces) -> tuple[Found, ...]:
    """The number to which a word for phone leads, where none is to be read."""
    found: dict[str, Found] = {}
    for index in pieces.kinds.get(topics.PHONE, ()):
        piece = pieces[index]
        if piece.topic in topics.STRANGERS or piece.digit or "f" in _kind(piece.text):
            continue
        for href in piece.source.hrefs:
            number = _CALLS.match(href)
            value = unquote(number["number"]).strip() if number else ""
            if value and _plausible(value):
                found.setdefault(_NO_DIGIT.sub("", value), Found(value, *piece.place(), 0.6))
    return tuple(found.values())


def _short(pieces: Pieces) -> set[int]:
    """The pieces that name the number of all authorities behind a word for phone, or below one."""
    if "115" not in pieces.texts.plain:
        return set()
    own = pieces.of(topics.PHONE)
    return {
        number
        for number in pieces.texts.having("115")
        if number in own
        or pieces[number].outer == topics.PHONE
        or (number - 1 in own and pieces[number - 1].announces)
    }


def _elsewhere(pieces: Pieces, provider: Provider) -> set[int]:
    """The pieces behind the private address of somebody who represents."""
    street = provider.address.street if provider.address else None
    home = _plain(street.value) if street else ""
    others: set[int] = set()
    away = False
    inside = [n for n, piece in enumerate(pieces) if piece.topic == topics.REPRESENTATIVE]
    last = -1
    for index in inside if home else ():
        piece = pieces[index]
        if piece.kind == topics.REPRESENTATIVE or index > last + 1:
            away = False
        last = index
        if piece.kind == topics.REPRESENTATIVE:
            continue
        if piece.digit and index > 1 and _PLACED.match(piece.text):
            # A name, a street, a place, one below the other.
            name, own = pieces[index - 2].text, pieces[index - 1].text
            away = bool(person(name)) and home not in _plain(own) and own[-1:].isdigit()
        if away:
            others.add(index)
    return others


def _at_other(pieces: Pieces, index: int, provider: Provider) -> bool:
    """Whether a number stands in one line behind another's address: "Gemeinde Au, Weg 1, 12345 Au, Tel. …"."""
    piece, before = pieces[index], pieces[index - 1] if index else None
    if before is None or before.line != piece.line or piece.topic != topics.UNKNOWN:
        return False
    own = provider.address
    if own is None or own.first <= index - 1 <= own.last or not before.digit:
        return False
    return PLACE.search(before.text) is not None and bool(body(before.text.split(",", 1)[0]))


def _plain(street: str) -> str:
    """A street as it is compared: "Trierer Str. 49" is "Trierer Straße 49"."""
    return re.sub(r"\W|stra(?:ß|ss)e|str(?=\W)", "", street.casefold())


def _kind(text: str) -> str:
    return ("p" if _PHONE.search(text) or not _FAX.search(text) else "") + (
        "f" if _FAX.search(text) else ""
    )


def _in_piece(piece: Piece, given: str) -> list[tuple[Found, str]]:
    # A whole page in one line: the details stand where it begins.
    text = piece.text[:LONGEST]
    found: list[tuple[Found, str]] = []
    before = 0
    kind = given
    for match in NUMBER.finditer(text):
        start, before = before, match.end()
        if _DATE.match(match.group()) or _BROKEN.fullmatch(piece.text, match.end()):
            continue
        value = _balanced(match.group().strip(" .-–/"))
        digits = _NO_DIGIT.sub("", value)
        if not FEWEST <= len(digits) <= MOST or _DATE.match(value) or _is_code(value, digits):
            continue
        lead = text[start : match.start()]
        if _CODED.search(lead):
            continue
        own = _label_before(text[start : match.start() + 1], first=start == 0)
        if own:
            kind = own
        elif found and not re.fullmatch(
            r"[\s,;/&]*(?:oder|or|und|bzw\.|u\.)?[\s,;/&]*(?:\([^)]{0,30}\))?[\s,;/]*", lead
        ):
            kind = ""
        shown = kind or _bare(piece, match, value)
        if not shown:
            continue
        if shown == "pf" and (two := _two(value)):
            for name, own in zip(("phone", "fax"), "pf", strict=True):
                place = piece.place(match.start() + two.start(name))
                found.append((Found(two[name].strip(), *place, 0.8), own))
            continue
        confidence = 0.95 if kind else 0.7
        if not _plausible(value):
            if not kind or len(digits) < 6:
                continue
            confidence = 0.6
        found.append((Found(value, *piece.place(match.start()), confidence), shown))
    return found


def _two(value: str) -> re.Match[str] | None:
    """The number and that of the fax, where a field for both holds both."""
    both = _TWO.fullmatch(value)
    return both if both and len(_NO_DIGIT.sub("", both["phone"])) > LONGEST_CODE else None


def _is_code(value: str, digits: str) -> bool:
    """Whether a number is an area code alone, which nobody can dial: "Telefon: 02761"."""
    return digits[0] == "0" and len(digits) <= LONGEST_CODE and value.strip("()").isdigit()


def _balanced(value: str) -> str:
    """A bracket that opens or closes within the number belongs to it, others do not."""
    if value.startswith("(") and ")" not in value:
        value = value[1:]
    if value.count(")") > value.count("("):
        value = value.rstrip(" )") if value.endswith(")") else value
    return value.strip()


def _label_before(lead: str, *, first: bool) -> str:
    """The label that stands closest before a number: at most a few words away."""
    near = lead[-60:] if first else lead
    aside = _ASIDE.search(near)
    if aside and (_PHONE.search(near, 0, aside.start()) or _FAX.search(near, 0, aside.start())):
        near = near[: aside.start()]  # "Fax (Zentrale): …"
    phone = fax = -1
    for match in _PHONE.finditer(near):
        phone = match.end()
    for match in _FAX.finditer(near):
        fax = match.end()
    last = max(phone, fax)
    if last < 0:
        return ""
    gap = near[last:]
    if len(gap) > 45 or _NO_NUMBER.search(gap):
        return ""
    if phone >= 0 and fax >= 0 and _BOTH.search(near):
        return "pf"
    return "f" if fax > phone else "p"


def _bare(piece: Piece, match: re.Match[str], value: str) -> str:
    """A number without a label: alone on its line, or behind a `tel:` link."""
    digits = re.sub(r"\D", "", value)
    for href in piece.source.hrefs:
        if href[:4].lower() == "tel:" and re.sub(r"\D", "", href)[-6:] == digits[-6:]:
            return "p"
    before, behind = piece.text[: match.start()], piece.text[match.end() :]
    before, behind = before.rsplit(" | ", 1)[-1], behind.split(" | ", 1)[0]
    rest = (before + behind).strip(" .,;:()|•·")
    if rest and ("@" in rest or "www." in rest or _PLACED.search(rest)):
        # One field among others of a line: nothing but the number is in it.
        own = _FIELD.split(before)[-1] + _FIELD.split(behind)[0]
        rest = own.strip(" .,:()") or ("" if _plausible(value, strict=True) else rest)
    if not before.strip() and _REMARK.fullmatch(behind.strip()):
        rest = "" if _plausible(value, strict=True) else rest
    if _UNIT.match(before) and not _NO_NUMBER.search(before.rstrip(" :")):
        rest = "" if _plausible(value, strict=True) else rest
    if value[0] == "+" and len(piece.text) <= SENTENCE:
        # Nothing else begins with the sign and a country: a name or an address may stand beside.
        rest = "" if _plausible(value, strict=True) else rest
    if (
        rest
        or piece.kind in {topics.VAT, topics.REGISTER, topics.FAX}
        or (piece.topic in _NUMBERED and piece.kind != topics.CONTACT)
    ):
        return ""
    if not value.startswith(("0", "+", "(0", "(+")) or len(digits) < 7:
        return ""
    return "p"


def _plausible(value: str, *, strict: bool = False) -> bool:
    import phonenumbers  # noqa: PLC0415 - slow to import, and few pages need it

    try:
        number = phonenumbers.parse(value, "DE")
    except phonenumbers.NumberParseException:
        return False
    return (
        phonenumbers.is_valid_number(number) if strict else phonenumbers.is_possible_number(number)
    )
