"""Who the provider is: the address that is the provider's, and the name above it."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.address import PLACE
from linter.pages.details.found import Found
from linter.pages.details.names import LEGAL_FORM, body, guest, person
from linter.pages.details.said_name import (
    CLAUSE,
    ROLE,
    declared,
    fits,
    offered,
    said_name,
    titled,
)

if TYPE_CHECKING:
    from linter.pages.details.address import Address
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.page import Written

_STRANGER = re.compile(
    r"kammer\b|aufsicht|schlichtung|versicherung|datenschutzbeauftragt|landesbeauftragt|bundesbeauftragt|"
    r"verbraucher|ombuds|insurance|webdesign|hosting|\b(?:Google|Facebook|Meta|Hetzner|IONOS|STRATO|Cloudflare|GitHub|Netlify)\s(?:Inc|LLC|Ireland|Platforms|Online|SE|AG)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^.{0,120}?\b(?:von|durch|vom|by|ist|is|sind|für)\s(?:(?:der|die|das|dem|den|the)\s)?(?=[A-ZÄÖÜ])(?<!\bfür\s)"
)
_PREDICATE = re.compile(
    r"\b(?:wird|werden|ist|is|angeboten|betrieben|herausgegeben|provided|operated|verantwortlich)\b"
)
_PART = re.compile(
    r"^(?:Abteilung|Referat|Dezernat|Fachbereich|Fachdienst|Sachgebiet|Institut für|Lehrstuhl|Stabsstelle|Amt für|Team|Der |Die )"
)
"""A part of a body, which seldom is the provider where another name stands above it."""
_SPEAKS = re.compile(r"\b(?:mit|zwei|unser\w*|wir|sie|ihr\w*)\b")
_OFFICE_OF = re.compile(
    r"^(?:Die|Der)\s(?:[\w-]*(?:bürgermeister|landrat|landrät|präsident|minister|direktor|rektor|senator|dekan|leiter|kanzler))(?:in)?\b",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"(?:\b(?:of|für|und|des|der|and|the|for|von|zur|zum|im|in)|[&,–-])$", re.IGNORECASE
)
_FINE = {topics.PROVIDER: 4, "": 3, topics.UNKNOWN: 2.5, topics.VAT: 2, topics.REGISTER: 2, topics.LEGAL_FORM: 2,
         topics.REPRESENTATIVE: 2, topics.RESPONSIBLE: 1.5, topics.PROSE: 0.3}  # fmt: skip
_GOES_ON = re.compile(
    r",?\s(?:diese[rs]?\s|gesetzlich\s)?(?:vertreten|vertr\.)\s|,?\s(?:legally\s)?represented\s|,?\s(?:ist|wird|is)\s(?=(?:eine?|an?|als|nach|gemäß|Staats\w*|legally|durch|gesetzlich|rechtlich)\s)"
    r"|\s?[–—-]\s(?:Der|Die)\s(?:[\w-]*(?:bürgermeister|landrat|landrät|präsident|minister|direktor|rektor|vorstand|vorsteher))\w*\s?[–—-]?\s*$"
    r"|\s\((?:im\sFolgenden|nachfolgend|nachstehend|kurz:)"
    r"|,\s(?:Der|Die)\s[\w-]*(?:bürgermeister|landrat|landrät|präsident|minister|direktor|vorsteher)(?:in)?\b"
    r"|\s?[,(–—-]\s?Inh(?:aber(?:in)?)?\b[.:]*\s?(?=[A-ZÄÖÜ])|,\sMd(?:B|L|A|EP|BB)\b",
    re.IGNORECASE,
)
"""Where a line or a sentence goes on behind the name."""
_FORM_BESIDE = re.compile(
    r"\s?[–—-]\s(?:(?:Gebiets-?)?Körperschaft|(?:rechtsfähige\s)?Anstalt|(?:rechtsfähige\s)?Stiftung)\sdes\s[\wÖö]+\sRechts\s?[–—-]?\s*$"
    r"|\s\((?:(?:Gebiets-?)?Körperschaft|(?:rechtsfähige\s)?Anstalt|(?:rechtsfähige\s)?Stiftung)\sdes\s[\wÖö]+\sRechts\)\s*$",
    re.IGNORECASE,
)
_DELIVERY = re.compile(r"\W*(?:liefer|rechnungs|waren|paket|delivery|billing)", re.IGNORECASE)
_CONTINUES = re.compile(
    r"^(?!i[nm]\s(?:Träger|Kooper|Zusammen|Verbindung|Auftrag|Vertretung))(?:des|der|für|i[nm]|a[nm]|bei|und|zu[rm]?|von|aus|of|for)\s[A-ZÄÖÜ]"
)
"""How a line begins that goes on with the name above it."""
_HOUSE = re.compile(
    r"^(?:das\s)?(?:(?:altes|neues|technisches)\s)?(?:rathaus|kreishaus|ämterhaus|verwaltung(?:sgebäude)?|geschäftsstelle|hauptsitz|zentrale|bürgerbüro|"
    r"verein|(?:orts|kreis|stadt|landes|bezirks|regional)?(?:verband|verein|gruppe)|verlag|praxis|kanzlei|stiftung|stadt|gemeinde|schule|behörde|institut(?:ion)?|unternehmen|organisation|feuerwehr)$",
    re.IGNORECASE,
)
"""A building, an office or a kind of body without a name of its own: never a name."""
_EXPLICIT = re.compile(
    r"\W*(?:(?:dienste?|inhalts|seiten|website)-?)?(?:anbieter|provider|betreiber)(?:in)?\b",
    re.IGNORECASE,
)
"""Labels that are about nobody but the provider, as "Impressum" and "Kontakt" are not."""
FARTHEST = 12
MOST_ABOVE = 7
_IS = (" ist ", " is ")
_PROVIDERS = ("anbieter", "betreiber", "herausgeber", "provider", "publisher")
"""Letters of which a sentence that says who the provider is has some."""
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright)[\s\d–-]*(.{3,60}?)(?:[.|·]|$)", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Provider:
    """The chosen address and the lines of the name block; what was not found is None."""

    address: Address | None
    name: Found | None
    block: tuple[Piece, ...]
    others: int


def provider_of(pieces: Pieces, found: list[Address], page: Written) -> Provider:
    """Choose the provider's address and name."""
    ranks = {id(address): _rank(address, pieces) for address in found}
    own = [address for address in found if ranks[id(address)] > 0]
    address = max(own, key=lambda one: (ranks[id(one)], -one.first), default=None)
    block: tuple[Piece, ...] = ()
    name = None
    if address is not None:
        block = _block(address, pieces)
        name = _name(address, block, pieces, page)
    if name is None or (
        address is not None and address.topic in {topics.RESPONSIBLE, topics.PROSE}
    ):
        name = said_name(pieces) or name
    elif not LEGAL_FORM.search(name.value):
        # "Betreiber dieser Seite ist …" says more than the line above a street.
        name = _declared(pieces) or name
    if name is None and address is not None and address.street is not None:
        name = titled(page)
    if name is not None:
        name = _trimmed(name)
    places = {(one.street.value, one.code.value) for one in own if one.street and one.code}
    return Provider(address, name, block, len(places))


def _declared(pieces: Pieces) -> Found | None:
    """The name in a sentence that says who the provider is."""
    if not any([word in pieces.texts.plain for word in _IS]):  # noqa: C419 - faster than a generator
        return None
    return declared(pieces, sorted(pieces.texts.marked(*_PROVIDERS)))


def _trimmed(name: Found) -> Found:
    """The name alone, without what the line or sentence goes on to say about it."""
    start = 0
    text = name.value
    said = _GOES_ON.search(text)
    if said and said.start() > 2:
        text = text[: said.start()]
        article = re.match(r"(?:Die|Der|Das)\s", text)
        if article and said.group().lstrip(" ,").startswith(("ist", "wird", "is")):
            start = article.end()
    form = _FORM_BESIDE.search(text, start)
    if form and form.start() > start + 2:
        text = text[: form.start()]
    text = text[start:].rstrip(" ,;–—-")
    if len(text) < 3 or text == name.value:
        return name
    column = name.column + start if name.column else 0
    return Found(text, name.line, column, name.confidence)


def _rank(address: Address, pieces: Pieces) -> float:
    if address.topic in topics.STRANGERS:
        return 0
    rank = float(_FINE.get(address.topic, 1))
    if address.region == "footer":
        rank = min(rank, 1.0)
    if address.street is None:
        rank -= 0.6 if address.box else 1.5
    near = (
        address.name.value
        if address.name
        else " ".join(
            piece.text
            for piece in pieces[max(address.first - 2, 0) : address.first]
            if not piece.kind and len(piece.text) < 120
        )
    )
    if _STRANGER.search(near):
        rank -= 3
    if address.first and _DELIVERY.match(pieces[address.first - 1].text):
        rank -= 2
    return (
        rank + 0.5 if address.topic == topics.PROVIDER and _is_declared(address, pieces) else rank
    )


def _is_declared(address: Address, pieces: Pieces) -> bool:
    """Whether the last label above an address says that it is the provider's."""
    for back in range(address.first, max(address.first - FARTHEST, -1), -1):
        if pieces[back].kind in {topics.PROVIDER, topics.CONTACT}:
            return _EXPLICIT.match(pieces[back].text) is not None
    return False


def _block(address: Address, pieces: Pieces) -> tuple[Piece, ...]:
    """The pieces above the street that can hold the name, from top to bottom."""
    block: list[Piece] = []
    if address.name is not None:
        return ()
    region = pieces[address.first].source.region
    for back in range(address.first - 1, max(address.first - 1 - MOST_ABOVE, -1), -1):
        piece = pieces[back]
        if piece.source.region != region and not piece.source.heading:
            break
        if len(piece.text) > 140:
            break
        if block and _names_heads(pieces, back, block):
            block.clear()
            continue
        if piece.kind and not _passes(piece):
            above = pieces[back - 1] if back else piece
            if piece.outer == piece.kind == above.outer and above.line < piece.line:
                # The lines of one cell: its label says what they all are.
                block.append(piece)
                continue
            if (
                piece.value
                and piece.kind
                in {topics.PROVIDER, topics.ADDRESS, topics.CONTACT, topics.RESPONSIBLE}
            ) or (piece.source.heading and body(piece.text) and not block):
                block.append(piece)
            break
        if piece.text.endswith(":") and not piece.kind:
            break
        block.append(piece)
        if piece.source.heading and not (
            _HOUSE.match(piece.text) and back and pieces[back - 1].source.heading
        ):
            break
        if piece.gap and block and len(block) > 1 and _named(block):
            break
    return _without_host(block[::-1])


def _without_host(block: list[Piece]) -> tuple[Piece, ...]:
    """The lines without "c/o Kulturbund e.V." and what belongs to that: the addressee stands above."""
    host = next((number for number, piece in enumerate(block) if guest(piece.text)), None)
    if host is None:
        return tuple(block)
    return tuple(block[:host] or block[1:])


def _names_heads(pieces: Pieces, index: int, block: list[Piece]) -> bool:
    """Whether a label says of the lines below that they name who represents the name above it."""
    piece, above = pieces[index], pieces[index - 1] if index else None
    return (
        piece.kind == topics.REPRESENTATIVE
        and piece.announces
        and above is not None
        and not above.kind
        and above.source.region == piece.source.region
        and (not piece.source.heading or bool(body(above.text)))
        and fits(above.text)
        and not CLAUSE.search(above.text)
        and any(person(line.text) for line in block)
    )


def _named(block: list[Piece]) -> bool:
    return any(body(piece.text) or person(piece.text) for piece in block)


def _passes(piece: Piece) -> bool:
    """Labels that stand between the name and the street."""
    if piece.kind in {topics.REPRESENTATIVE, topics.LEGAL_FORM}:
        return bool(piece.value) or ROLE.match(piece.text) is not None
    if piece.kind != topics.ADDRESS or piece.source.heading:
        return False
    return piece.announces or PLACE.match(piece.value) is not None


def _name(
    address: Address, block: tuple[Piece, ...], pieces: Pieces, page: Written
) -> Found | None:
    if address.name is not None:
        before = _before_street(address.name)
        if before is not None:
            return before
        block = ()
    lines = _joined([piece for piece in block if not (piece.kind and _passes(piece))])
    links = [_menu(pieces, found.line) for _, found, _ in lines]
    scored: list[tuple[float, int, Found]] = []
    brands = _brands(page, pieces, block)
    for order, (text, found, _) in enumerate(lines):
        if not fits(text) or (links[order] and not body(text) and not person(text)):
            continue
        score = _worth(text, lines, order, first=not scored)
        if text.casefold() in brands and not LEGAL_FORM.search(text) and _with_person(lines, text):
            score -= 3
        scored.append((score, -order, found))
    if not scored:
        return None
    score, _, best = max(scored, key=lambda one: one[:2])
    return best if score > 0 or len(scored) == 1 else None


def _before_street(inside: Found) -> Found | None:
    """The name that stands in one line with the street."""
    text = re.split(r",\s|\s[|·•]\s|\svertreten\sdurch\s", inside.value)[0].strip()
    said = _SAYS.match(text) if _PREDICATE.search(text) else None
    text = text[said.end() :] if said else text
    return Found(text, inside.line, inside.column, 0.9) if fits(text) else None


def _with_person(lines: list[tuple[str, Found, bool]], text: str) -> bool:
    return any(person(other) for other, _, _ in lines if other != text)


def _worth(text: str, lines: list[tuple[str, Found, bool]], order: int, *, first: bool) -> float:
    """How much a line of the block looks like the provider's name."""
    score = body(text)
    if person(text):
        # "Lektorat Zeilensprung" could be both; that does not make it twice as likely.
        score = max(score, 2.0)
    elif re.search(r"\b(?:Dr\.|Prof\.|Inh\.)", text):
        score += 1.5
    if first:
        score += 1.5
    if _OFFICE_OF.match(text) or _HOUSE.match(text):
        score -= 3
    if lines[order][2] and len(lines) > 1 and not score >= 3.5:
        score -= 2
    if order and _PART.match(text):
        score -= 1.5
    if _SPEAKS.search(text) and not LEGAL_FORM.search(text):
        score -= 1.5
    return score


def _menu(pieces: Pieces, line: int) -> bool:
    """Whether a line is made of links: an entry of a menu, seldom a name."""
    for index in range(bisect_left(pieces, line, key=_line_of), len(pieces)):
        piece = pieces[index]
        if piece.line != line:
            break
        if piece.source.hrefs and not piece.source.heading:
            return True
    return False


def _line_of(piece: Piece) -> int:
    return piece.line


def _joined(block: list[Piece]) -> list[tuple[str, Found, bool]]:
    """The lines of the block; a name broken after "of" or "für" is put together."""
    lines: list[tuple[str, Found, bool]] = []
    for piece in block:
        text = piece.value if piece.kind and piece.value else piece.text
        text = text.strip(" ,;*•")
        at = piece.at if piece.kind and piece.value else 0
        if owner := offered(text):
            text, at = owner.group("name"), piece.text.find(owner.group("name"))
        if lines and _JOINS.search(lines[-1][0]) and len(lines[-1][0]) < 80:
            if CLAUSE.search(lines[-1][0]):
                lines.pop()
                lines.append((text, Found(text, *piece.place(at), 0.85), False))
                continue
            before, found, heading = lines[-1]
            lines[-1] = (
                f"{before} {text}",
                Found(f"{before} {text}", found.line, found.column, 0.85),
                heading,
            )
            continue
        if (
            lines
            and _CONTINUES.match(text)
            and len(text) < 60
            and body(lines[-1][0]) == 2
            and not piece.kind
        ):
            before, found, heading = lines[-1]
            lines[-1] = (
                f"{before} {text}",
                Found(f"{before} {text}", found.line, found.column, 0.85),
                heading,
            )
            continue
        if text:
            lines.append((text, Found(text, *piece.place(at), 0.9), bool(piece.source.heading)))
    return lines


def _brands(page: Written, pieces: Pieces, block: tuple[Piece, ...]) -> set[str]:
    """Names of the site that stand elsewhere: title parts, first line, a copyright note."""
    brands = {part.strip().casefold() for part in re.split(r"\s[-–|·:]\s", page.title)}
    inside = {piece.line for piece in block}
    brands |= {piece.text.strip().casefold() for piece in pieces[:4] if piece.line not in inside}
    for piece in pieces:
        match = _COPYRIGHT.match(piece.text) if piece.text[:1] in "©(cC" else None
        if match:
            brands.add(match.group(1).strip().casefold())
    return brands
