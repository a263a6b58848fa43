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
from linter.pages.details.names import LEGAL_FORM, body, person

if TYPE_CHECKING:
    from linter.pages.details.address import Address
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.page import Written

_STRANGER = re.compile(
    r"kammer\b|aufsicht|schlichtung|versicherung|datenschutzbeauftragt|landesbeauftragt|bundesbeauftragt|"
    r"verbraucher|ombuds|insurance|webdesign|hosting|\b(?:Google|Facebook|Meta|Hetzner|IONOS|STRATO|Cloudflare|GitHub|Netlify)\s(?:Inc|LLC|Ireland|Platforms|Online|SE|AG)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:-\s*)?(?:(?:der|die)\s)(?:[\w-]+\s)?(?:ober|samtgemeinde|verbandsgemeinde)?(?:bürgermeister|landrat|landrätin|präsident|regierungspräsident|polizeipräsident|minister|direktor|rektor|vorstand|magistrat|senator|intendant|leiter)\w*[\s-]*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:^|[.!?]\s)(?:Die|Der|Das)\s(?P<name>[A-ZÄÖÜ][^.;:?!]{3,110}?)(?:\s\((?:im\sFolgenden|nachfolgend|kurz)[^)]*\))?,?\sist\s(?:als\s\w+\s)?(?:eine?|rechtlich)\s(?:[\w-]+\s){0,4}(?:Körperschaft|Anstalt|Stiftung|Gebietskörperschaft|Einrichtung|Behörde|Verein|Eigenbetrieb|Gesellschaft|Universität|Zweckverband)"
)
_IS_PROVIDER = re.compile(
    r"(?:Anbieter|Betreiber|Herausgeber|Diensteanbieter|Dienstanbieter|Provider|Publisher)(?:in)?\b[^.:]{0,70}?\b(?:ist|is)\s(?:im\sRechtssinne\s|nach\s§[^,]{0,20}\s)?(?:die|der|das|the)?\s?(?P<name>[A-ZÄÖÜ][^.;:,]{3,100})",
)
_SAYS = re.compile(
    r"^.{0,120}?\b(?:von|durch|vom|by|ist|is|sind|für)\s(?:(?:der|die|das|dem|den|the)\s)?(?=[A-ZÄÖÜ])(?<!\bfür\s)"
)
_OFFICE_OF = re.compile(
    r"^(?:Die|Der)\s(?:[\w-]*(?:bürgermeister|landrat|landrät|präsident|minister|direktor|rektor|senator|dekan|leiter|kanzler))(?:in)?\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:wird|werden|ist|is|are|betrieben|herausgegeben|angeboten|verantwortlich|Angebot|operated|provided|published)\b"
)
_JOINS = re.compile(
    r"(?:\b(?:of|für|und|des|der|and|the|for|von|zur|zum|im|in)|[&,–-])$", re.IGNORECASE
)
_NOISE = re.compile(
    r"^(?:menü?|suche\w*|start(?:seite)?|home|zurück|back|skip|zum inhalt|nach oben|drucken|teilen|login|facebook|instagram|youtube|twitter|linkedin|x|mastodon|rss|©.*|stand:?.*|c/o.*|z\.\s?hd.*|zu händen.*|deutschland|germany|english|deutsch|en|de|\W+)$",
    re.IGNORECASE,
)
_FINE = {topics.PROVIDER: 4, "": 3, topics.UNKNOWN: 2.5, topics.VAT: 2, topics.REGISTER: 2, topics.LEGAL_FORM: 2,
         topics.REPRESENTATIVE: 2, topics.RESPONSIBLE: 1.5, topics.PROSE: 0.3}  # fmt: skip
_GOES_ON = re.compile(
    r",?\s(?:diese[rs]?\s|gesetzlich\s)?(?:vertreten|vertr\.)\s|,?\s(?:legally\s)?represented\s|,?\s(?:ist|wird|is)\s(?=(?:eine?|an?|als|nach|gemäß|Staats\w*|legally|durch|gesetzlich|rechtlich)\s)"
    r"|\s?[–—-]\s(?:Der|Die)\s(?:[\w-]*(?:bürgermeister|landrat|landrät|präsident|minister|direktor|rektor|vorstand|vorsteher))\w*\s?[–—-]?\s*$"
    r"|\s\((?:im\sFolgenden|nachfolgend|nachstehend|kurz:)"
    r"|,\s(?:Der|Die)\s[\w-]*(?:bürgermeister|landrat|landrät|präsident|minister|direktor|vorsteher)(?:in)?\b",
    re.IGNORECASE,
)
"""Where a line or a sentence goes on behind the name."""
_FORM_BESIDE = re.compile(
    r"\s?[–—-]\s(?:(?:Gebiets-?)?Körperschaft|(?:rechtsfähige\s)?Anstalt|(?:rechtsfähige\s)?Stiftung)\sdes\s[\wÖö]+\sRechts\s?[–—-]?\s*$"
    r"|\s\((?:(?:Gebiets-?)?Körperschaft|(?:rechtsfähige\s)?Anstalt|(?:rechtsfähige\s)?Stiftung)\sdes\s[\wÖö]+\sRechts\)\s*$",
    re.IGNORECASE,
)
_DELIVERY = re.compile(r"\W*(?:liefer|rechnungs|waren|paket|delivery|billing)", re.IGNORECASE)
_CONTINUES = re.compile(r"^(?:des|der|für)\s[A-ZÄÖÜ]")
"""How a line begins that goes on with the name above it."""
_HOUSE = re.compile(
    r"^(?:das\s)?(?:(?:altes|neues|technisches)\s)?(?:rathaus|kreishaus|ämterhaus|verwaltung(?:sgebäude)?|geschäftsstelle|hauptsitz|zentrale|bürgerbüro)$",
    re.IGNORECASE,
)
"""A building or an office without its owner: never a name."""
MOST_ABOVE = 7
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
    own = [address for address in found if _rank(address, pieces) > 0]
    address = max(own, key=lambda one: (_rank(one, pieces), -one.first), default=None)
    block: tuple[Piece, ...] = ()
    name = None
    if address is not None:
        block = _block(address, pieces)
        name = _name(address, block, pieces, page)
    if name is None or (
        address is not None and address.topic in {topics.RESPONSIBLE, topics.PROSE}
    ):
        said = _said(pieces)
        name = said or name
    if name is None and address is not None and address.street is not None:
        name = _title(page)
    if name is not None:
        name = _trimmed(name)
    places = {(one.street.value, one.code.value) for one in own if one.street and one.code}
    return Provider(address, name, block, len(places))


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
    return rank


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
    return tuple(reversed(block))


def _named(block: list[Piece]) -> bool:
    return any(body(piece.text) or person(piece.text) for piece in block)


def _passes(piece: Piece) -> bool:
    """Labels that stand between the name and the street."""
    if piece.kind in {topics.REPRESENTATIVE, topics.LEGAL_FORM}:
        return bool(piece.value) or _ROLE.match(piece.text) is not None
    if piece.kind != topics.ADDRESS or piece.source.heading:
        return False
    return piece.announces or PLACE.match(piece.value) is not None


def _name(
    address: Address, block: tuple[Piece, ...], pieces: Pieces, page: Written
) -> Found | None:
    if address.name is not None:
        inside = address.name
        text = re.split(r",\s|\s[|·•]\s|\svertreten\sdurch\s", inside.value)[0].strip()
        said = (
            _SAYS.match(text)
            if re.search(
                r"\b(?:wird|werden|ist|is|angeboten|betrieben|herausgegeben|provided|operated|verantwortlich)\b",
                text,
            )
            else None
        )
        text = text[said.end() :] if said else text
        if _fits(text):
            return Found(text, inside.line, inside.column, 0.9)
        block = ()
    lines = _joined([piece for piece in block if not (piece.kind and _passes(piece))])
    links = [_menu(pieces, found.line) for _, found, _ in lines]
    scored: list[tuple[float, int, Found]] = []
    brands = _brands(page, pieces, block)
    for order, (text, found, heading) in enumerate(lines):
        if not _fits(text) or (links[order] and not body(text) and not person(text)):
            continue
        score = body(text)
        who = person(text)
        if who:
            # "Lektorat Zeilensprung" could be both; that does not make it twice as likely.
            score = max(score, 2.0)
        elif re.search(r"\b(?:Dr\.|Prof\.|Inh\.)", text):
            score += 1.5
        if order == 0:
            score += 1.5
        if _OFFICE_OF.match(text) or _HOUSE.match(text):
            score -= 3
        if heading and len(lines) > 1 and not score >= 3.5:
            score -= 2
        if (
            text.casefold() in brands
            and not LEGAL_FORM.search(text)
            and any(person(other) for other, _, _ in lines if other != text)
        ):
            score -= 3
        if (
            re.match(
                r"^(?:Abteilung|Referat|Dezernat|Fachbereich|Fachdienst|Sachgebiet|Institut für|Lehrstuhl|Stabsstelle|Amt für|Team|Der |Die )",
                text,
            )
            and order
        ):
            score -= 1.5
        if re.search(r"\b(?:mit|zwei|unser\w*|wir|sie|ihr\w*)\b", text) and not LEGAL_FORM.search(
            text
        ):
            score -= 1.5
        scored.append((score, -order, found))
    if not scored:
        return None
    score, _, best = max(scored, key=lambda one: one[:2])
    return best if score > 0 or len(scored) == 1 else None


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


def _fits(text: str) -> bool:
    if not 3 <= len(text) <= 160 or _NOISE.match(text) or _ROLE.match(text):
        return False
    if "@" in text or re.search(r"https?:|www\.", text) or re.match(r"^[\d\W]+$", text):
        return False
    form = LEGAL_FORM.search(text)
    if form and len(text.strip(" ()–-,")) <= len(form.group()) + 1:
        return False
    return (
        not (text.startswith("(") and text.endswith(")"))
        and not re.match(r"^[–—-]\s", text)
        and not text.endswith(".")
    ) or bool(form)


def _joined(block: list[Piece]) -> list[tuple[str, Found, bool]]:
    """The lines of the block; a name broken after "of" or "für" is put together."""
    lines: list[tuple[str, Found, bool]] = []
    for piece in block:
        text = piece.value if piece.kind and piece.value else piece.text
        text = text.strip(" ,;*•")
        at = piece.at if piece.kind and piece.value else 0
        if lines and _JOINS.search(lines[-1][0]) and len(lines[-1][0]) < 80:
            if _CLAUSE.search(lines[-1][0]):
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


def _said(pieces: Pieces) -> Found | None:
    """A name that stands under a label or in a sentence instead of above the address."""
    for index, piece in enumerate(pieces):
        if piece.kind != topics.PROVIDER or piece.topic != topics.PROVIDER:
            continue
        in_cell = piece.outer == topics.PROVIDER and not piece.at
        if piece.value and (piece.value != piece.text or in_cell):
            text = re.split(r",\s", piece.value)[0].strip(" .")
            if _fits(text) and (body(text) or person(text)):
                return Found(text, *piece.place(piece.at), 0.8)
            continue
        for below in pieces[index + 1 : index + 3]:
            if below.kind or below.topic != topics.PROVIDER or len(below.text) > 100:
                break
            text = below.text.strip(" ,")
            if _fits(text) and (body(text) or person(text)) and not text.endswith("."):
                return Found(text, *below.place(), 0.8)
    for pattern in (_IS_PROVIDER, _SENTENCE):
        for piece in pieces:
            if piece.topic in topics.STRANGERS:
                continue
            match = pattern.search(piece.text[:800])
            if match and (body(match["name"]) or pattern is _SENTENCE):
                return Found(match["name"].strip(), *piece.place(match.start("name")), 0.75)
    return None


def _title(page: Written) -> Found | None:
    """The site's name in the title, where the address stands without a name."""
    for part in re.split(r"\s*[|·–:]\s+|\s-\s", page.title):
        text = part.strip(" -–|·")
        if text and topics.label_of(text)[0] == "" and _fits(text) and len(text.split()) <= 8:
            return Found(text, 0, 0, 0.5)
    return None
