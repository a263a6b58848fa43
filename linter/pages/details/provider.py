"""Who the provider is: the address that is the provider's, and the name above it."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.above import COMPLETE, block_of, passes
from linter.pages.details.field_name import named_apart, of_field
from linter.pages.details.found import Found
from linter.pages.details.line_name import (
    HELD,
    before_street,
    is_part,
    name_in,
    office_named,
    trade,
)
from linter.pages.details.names import LEGAL_FORM, body, person, persons
from linter.pages.details.place import PLACE
from linter.pages.details.said_name import (
    QUOTED,
    answering,
    answering_alone,
    contact_named,
    declared,
    fits,
    said_name,
    sentenced,
    state_named,
    unbroken,
)
from linter.pages.details.seat import seat
from linter.pages.details.witnesses import Witnesses

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.place import Address
    from linter.pages.page import Written

_STRANGER = re.compile(
    r"kammer\b|aufsicht|schlichtung|versicherung|datenschutzbeauftragt|landesbeauftragt|bundesbeauftragt|"
    r"verbraucher|ombuds|insurance|webdesign|hosting|\b(?:Google|Facebook|Meta|Hetzner|IONOS|STRATO|Cloudflare|GitHub|Netlify)\s(?:Inc|LLC|Ireland|Platforms|Online|SE|AG)\b",
    re.IGNORECASE,
)
_FINE = {topics.PROVIDER: 4, "": 3, topics.UNKNOWN: 2.5, topics.VAT: 2, topics.REGISTER: 2, topics.LEGAL_FORM: 2,
         topics.REPRESENTATIVE: 2, topics.RESPONSIBLE: 1.5, topics.PROSE: 0.3}  # fmt: skip
_GOES_ON = re.compile(
    r",?\s(?:diese[rs]?\s|gesetzlich\s)?(?:vertreten|vertr\.)\s|,?\s(?:legally\s)?represented\s|,?\s(?:ist|wird|is)\s(?=(?:eine?|an?|als|nach|gemäß|Staats\w*|legally|durch|gesetzlich|rechtlich)\s)"
    r"|\s?[–—-]\s(?:Der|Die)\s(?:[\w-]*(?:bürgermeister|landrat|landrät|präsident|minister|direktor|rektor|vorstand|vorsteher|magistrat|ausschuss|senat))\w*\s?[–—-]?\s*$"
    r"|\s\((?:im\sFolgenden|nachfolgend|nachstehend|kurz:)"
    r"|,\s[\w.-]{1,40}\s?[(\[](?:at|ät)[)\]]|,\s(?:[DA]-|CH-)?\d{4,5}\s[A-ZÄÖÜ]"
    r"|,?\s(?:c\s?/\s?o|℅)(?:\s|$)"
    r"|,\s(?:Der|Die)\s[\w-]*(?:bürgermeister|landrat|landrät|präsident|minister|direktor|vorsteher)(?:in)?\b"
    r"|,\s(?:Einzelunternehme|Kleinunternehme|Freiberufle)\w*|\s?[,(–—-]\s?Inh(?:aber(?:in)?)?\b[.:]*\s?(?=[A-ZÄÖÜ])|,\sMd(?:B|L|A|EP|BB)\b",
    re.IGNORECASE,
)
"""Where a line or a sentence goes on behind the name."""
_FORM_BESIDE = re.compile(
    r"\s?[–—-]\s(?:(?:Gebiets-?)?Körperschaft|(?:rechtsfähige\s)?Anstalt|(?:rechtsfähige\s)?Stiftung)\sdes\s[\wÖö]+\sRechts\s?[–—-]?\s*$"
    r"|\s\((?:(?:Gebiets-?)?Körperschaft|(?:rechtsfähige\s)?Anstalt|(?:rechtsfähige\s)?Stiftung)\sdes\s[\wÖö]+\sRechts\)\s*$",
    re.IGNORECASE,
)
_THE = re.compile(r"(?:Die|Der|Das)\s")
_AHEAD = re.compile(
    r"[Ee]ine?\s(?:Marke|Angebot|Produkt|Projekt|Unternehmen|Service|Dienst|Betrieb|Einrichtung|Initiative)\s(?:de[rs]|von)\s(?=[A-ZÄÖÜ])|"
    r".*(?:§|\bArt\.)\s?\d+\s?(?:Abs\.\s?\d+\s)?(?:TMG|DDG|TDG|ECG|UWG|RStV|MStV|MedienG)\s?:?\s+(?=[A-ZÄÖÜ])"
    r"|[Rr]echtliche\s(?:Angaben|Hinweise)\szu[rm]\s(?=\S)"
    r"|.{2,60}\s(?:(?:is|wird)\s)?(?:operated|run|provided|published|maintained|betrieben|herausgegeben|bereitgestellt|angeboten)\s(?:by|vo[nm]|durch)\s(?:(?:de[rm]|die|das|the)\s)?(?=[A-ZÄÖÜ].*\w)"
)
"""What stands before the name: "Auenfinder wird betrieben vom Auenwerk e.V."; a law, where a page
has lost its lines: "Angaben gemäß § 5 DDG Auenwerk GmbH"."""
_OFFICES = re.compile(
    r"(?<=\w\w)\s(?:(?:Haupt|Bundes|Landes|Kreis)?-?[Gg]eschäftsstelle|Zentrale)$|(?<=GmbH|\smbH)\.$|(?<=\s(?:AG|KG|UG|SE|eG))\.$"
)
"""What a line has behind the name of a body: its office, or the end of a sentence."""
_ADDRESSED = re.compile(r"(?:Herrn?|Frau)\s(?=\S+\s\S)")
_DELIVERY = re.compile(r"\W*(?:liefer|rechnungs|waren|paket|delivery|billing)", re.IGNORECASE)
_POST = re.compile(r"\W*Post(?:anschrift|adresse)\b")
_VISITED = re.compile(r"\W*(?:Haus|Besuch\w*|Dienst)-?(?:anschrift|adresse|sitz)\b")
NEAR = 3
_TAKES_PLACE = re.compile(
    r"\b(?:findet|finden|[Tt]rainier\w+|trifft|treffen|geprobt|proben|gespielt|spielen|tagt|Treffpunkt|Veranstaltungsort|Trainingsort|Spielort)\b"
)
"""Words of a sentence that says where something happens, not whose address that is."""
_OWNS = re.compile(r"\W*(?:inh|eigentümer|owner|geschäftsinh)", re.IGNORECASE)
_EXPLICIT = re.compile(
    r"\W*(?:(?:dienste?|inhalts|seiten|website)-?)?(?:anbieter|provider|betreiber)(?:in)?\b",
    re.IGNORECASE,
)
"""Labels that are about nobody but the provider, as "Impressum" and "Kontakt" are not."""
NEVER = -9
_CONTACT_PERSON = re.compile(r"\W*(?:kontaktperson|ansprechpartner)", re.IGNORECASE)
TOP = 3
FARTHEST = 12
OWNED = 3
_ACTS_FOR = re.compile(r"\b(?:vertreten\s(?:durch|von)|represented\sby)\b", re.IGNORECASE)
_MARK = re.compile(r"(?:©|\(c\)|Copyright)\s(?:\d{4}\s)?", re.IGNORECASE)
_IS = (" ist ", " is ")
_PROVIDERS = ("anbieter", "betreiber", "herausgeber", "provider", "publisher")
"""Letters of which a sentence that says who the provider is has some."""


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
    # A place without a street, where a page has no other.
    own = own or [address for address in found if not ranks[id(address)]]
    own = own or [address for address in found if _passed_by(address, pieces)]
    address = max(own, key=lambda one: (ranks[id(one)], -one.first), default=None)
    if address is not None:
        address = seat(address, own, ranks, pieces)
    block: tuple[Piece, ...] = ()
    name = None
    witnesses = Witnesses(page, pieces)
    if address is not None:
        block = block_of(address, pieces)
        name = _above(address, block, pieces, witnesses)
        address = _house(address, own, pieces)
    if name is not None and address is not None:
        name = of_field(name, pieces) or name
    if name is not None and _speaks_for(block, pieces):
        name = _formed(witnesses.certain()) or sentenced(pieces)
    elif name is None or (
        address is not None and address.topic in {topics.RESPONSIBLE, topics.PROSE}
    ):
        name = said_name(pieces) or name
    elif address is not None and _only_represents(address, pieces, name):
        # "1. Vorsitzender: Anna Kern, Ringstr. 4" on the page of a club.
        name = (
            witnesses.certain()
            or _owned(pieces, address)
            or sentenced(pieces)
            or _formed(witnesses.likely())
            or name
        )
    elif not LEGAL_FORM.search(name.value):
        # "Betreiber dieser Seite ist …" says more than the line above a street.
        name = (
            state_named(pieces)
            or _declared(pieces)
            or _turned_to(pieces, address, name)
            or _formed_first(pieces, address, name)
            or name
        )
    if name is None and address is None:
        name = _unplaced(pieces, found, page, witnesses)
    if name is None and address is not None and address.street is not None:
        name = witnesses.certain() or answering(pieces) or witnesses.likely()
    if name is not None:
        name = _trimmed(name)
    places = {(one.street.value, one.code.value) for one in own if one.street and one.code}
    return Provider(address, name, block, len(places))


def _unplaced(
    pieces: Pieces, found: list[Address], page: Written, witnesses: Witnesses
) -> Found | None:
    """The name on a page that gives no address of the provider's."""
    name = contact_named(pieces)
    if name is None and "impressum" in page.page_type:
        name = answering_alone(pieces)
    if name is None and any(one.topic == topics.OTHER for one in found):
        return witnesses.certain() or witnesses.likely()  # all addresses are those of agents
    return name


def _passed_by(address: Address, pieces: Pieces) -> bool:
    """Whether a stranger's label above was told its own address, so that this is no longer theirs."""
    if address.topic != topics.OTHER or address.street is None:
        return False
    above = (at for at in range(address.first, -1, -1) if pieces[at].kind == topics.OTHER)
    label = next(above, -1)
    return 0 <= label < address.first and PLACE.search(pieces[label].value) is not None


def _house(address: Address, own: list[Address], pieces: Pieces) -> Address:
    """The address of the house, where the name stands above that for letters: both are the provider's."""
    if not address.first or not _POST.match(pieces[address.first - 1].text):
        return address
    for other in own:
        label = other.first - 1
        if address.last < label <= address.last + NEAR and other.street and other.code:
            return other if _VISITED.match(pieces[label].text) else address
    return address


def _speaks_for(block: tuple[Piece, ...], pieces: Pieces) -> bool:
    """Whether a sentence above says that they act for another: "Sie wird vertreten durch den Rektor:"."""
    first = pieces.index(block[0]) if block else 0
    above = pieces[first - 1] if first else None
    return (
        above is not None
        and not above.kind
        and above.text.endswith(":")
        and _ACTS_FOR.search(above.text) is not None
    )


def _only_represents(address: Address, pieces: Pieces, name: Found) -> bool:
    """Whether a label says of the person who is named with an address that they represent a body."""
    piece = pieces[address.first]
    if address.name is None and address.topic == topics.REPRESENTATIVE:
        # "1. Vorsitzender / Anna Kern / Ringstr. 4"
        above = range(address.first - 1, max(address.first - FARTHEST, -1), -1)
        label = next((at for at in above if pieces[at].kind == topics.REPRESENTATIVE), None)
        piece = piece if label is None else pieces[label]
    represents = piece.kind == topics.REPRESENTATIVE
    return represents and bool(person(name.value)) and not _OWNS.match(piece.text)


def _turned_to(pieces: Pieces, address: Address | None, name: Found) -> Found | None:
    """The body at the top of a page whose only address is that of a person to turn to."""
    if address is None or address.topic != topics.PROVIDER or not person(name.value):
        return None
    above = range(address.first - 1, max(address.first - FARTHEST, -1), -1)
    label = next((number for number in above if pieces[number].kind), -1)
    if label < 0 or not _CONTACT_PERSON.match(pieces[label].text):
        return None
    for piece in pieces[: min(label, TOP)]:
        if body(piece.text) and fits(piece.text) and not (piece.kind or piece.source.hrefs):
            return Found(piece.text, *piece.place(), 0.6)
    return None


def _owned(pieces: Pieces, address: Address) -> Found | None:
    """The body with a legal form that is named right above who represents it: "© Auenwerk e.V."."""
    for piece in reversed(pieces[max(address.first - OWNED, 0) : address.first]):
        mark = _MARK.match(piece.text)
        text = piece.text[mark.end() if mark else 0 :]
        form = LEGAL_FORM.search(text)
        if form and form.end() >= len(text) - 1 and fits(text) and not piece.kind:
            return Found(text, *piece.place(len(piece.text) - len(text)), 0.6)
    return None


def _formed_first(pieces: Pieces, address: Address | None, name: Found) -> Found | None:
    """The name with its legal form right below the provider's label, where more stands in between."""
    if address is None or address.name is not None:
        return None
    for back in range(address.first - 1, max(address.first - FARTHEST, 0), -1):
        label, line = pieces[back - 1], pieces[back]
        if line.kind in topics.STRANGERS or line.region != address.region:
            return None
        if line.digit and PLACE.search(line.text):
            return None  # another's address stands in between
        if label.kind == topics.PROVIDER and label.announces:
            form = LEGAL_FORM.search(line.text)
            whole = form is not None and form.end() >= len(line.text) - 1
            named = whole and not line.kind and line.line < name.line and fits(line.text)
            return Found(line.text, *line.place(), 0.8) if named else None
    return None


def _formed(name: Found | None) -> Found | None:
    """A name with its legal form, which nobody has who only represents."""
    return name if name is not None and LEGAL_FORM.search(name.value) else None


def _above(
    address: Address, block: tuple[Piece, ...], pieces: Pieces, witnesses: Witnesses
) -> Found | None:
    """The name in one line with the street, or in the lines above it."""
    if address.name is not None:
        return named_apart(address, address.name, pieces) or before_street(address.name)
    own = [one for one in block if not (one.kind and passes(one))]
    name, office = name_in(own, pieces, witnesses), office_named(list(block))
    if office and (
        name is None
        or (office.line < name.line and is_part(name.value))
        or (office.line > name.line and HELD.match(office.value) and person(name.value))
    ):
        return office
    if name is not None and (last := _beyond(block, name)):
        # So far above its street only what looks like one is a name.
        named = body(name.value) or person(name.value) or trade(name.value)
        labelled = any(one.kind == topics.PROVIDER and one.line == name.line for one in block)
        if labelled:
            return name
        if person(name.value):
            # Whom to call stands above the house: "Anna Kern / Tel: … / Stadt Aue".
            house = name_in([one for one in own if one.line > last], pieces, witnesses)
            return house if house is not None and body(house.value) else name
        return name if named else None
    return name


def _beyond(block: tuple[Piece, ...], name: Found) -> int:
    """The line of a register, a number or the like that stands between a name and its street."""
    between = (piece.line for piece in block if piece.kind in COMPLETE and piece.line > name.line)
    return max(between, default=0)


def _declared(pieces: Pieces) -> Found | None:
    """The name in a sentence that says who the provider is."""
    if not any([word in pieces.texts.plain for word in _IS]):  # noqa: C419 - faster than a generator
        return None
    return declared(pieces, sorted(pieces.texts.marked(*_PROVIDERS)))


def _trimmed(name: Found) -> Found:
    """The name alone, without what the line or sentence goes on to say about it."""
    text = name.value
    ahead = _AHEAD.match(text)
    start = ahead.end() if ahead else 0
    said = _GOES_ON.search(text, start)
    if said and said.start() > start + 2:
        text = text[: said.start()]
        article = _THE.match(text, start)
        if article and said.group().lstrip(" ,").startswith(("ist", "wird", "is")):
            start = article.end()
    form = _FORM_BESIDE.search(text, start)
    if form and form.start() > start + 2:
        text = text[: form.start()]
    if quoted := QUOTED.fullmatch(text[start:].strip(" ,")):
        start += text[start:].find(quoted["name"])
        text = text[: start + len(quoted["name"])]
    if (addressed := _ADDRESSED.match(text, start)) and person(text[start:]):
        start = addressed.end()
    text = _OFFICES.sub("", unbroken(text[start:]).rstrip(" ,;–—-"))
    if person(first := text.split(" | ", 1)[0]):
        text = first
    if len(text) < 3 or text == name.value:
        return name
    column = name.column + start if name.column else 0
    return Found(text, name.line, column, name.confidence)


def _rank(address: Address, pieces: Pieces) -> float:
    topic = _owner(address, pieces)
    if topic in topics.STRANGERS:
        return NEVER
    rank = float(_FINE.get(topic, 1))
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
        # A chamber may be the provider itself, where it is named as who answers for the page.
        rank -= 1 if address.topic == topics.RESPONSIBLE and topics.named_so(near) else 3
    if address.name and _TAKES_PLACE.search(pieces[address.first].text):
        return NEVER
    if topic == topics.REPRESENTATIVE and address.name and person(address.name.value):
        rank -= 0.6  # where who represents lives comes after the seat of who is represented
    if address.first and _DELIVERY.match(pieces[address.first - 1].text):
        rank -= 2
    return rank + 0.5 if topic == topics.PROVIDER and _is_declared(address, pieces) else rank


def _owner(address: Address, pieces: Pieces) -> str:
    """The topic of an address; the office that heads a body between its name and its street is none.

    "Stadt Aue / Der Oberbürgermeister / Ringstr. 4" is the town's address, and no mayor's home.
    """
    if address.topic != topics.REPRESENTATIVE or address.name is not None:
        return address.topic
    for back in range(address.first - 1, max(address.first - 1 - 2 * NEAR, 0), -1):
        piece, above = pieces[back], pieces[back - 1]
        if not piece.kind and not piece.source.heading:
            continue
        if piece.kind != topics.REPRESENTATIVE:
            break
        # "Vorsitzender: Jo Kern / Ringstr. 4" may be the home of who chairs a club.
        home = ":" in piece.text[: piece.at] and bool(persons(piece.value))
        apart = home or piece.source.heading or above.region != piece.region
        return address.topic if apart or above.kind or not body(above.text) else above.topic
    return address.topic


def _is_declared(address: Address, pieces: Pieces) -> bool:
    """Whether the last label above an address says that it is the provider's."""
    for back in range(address.first, max(address.first - FARTHEST, -1), -1):
        if pieces[back].kind in {topics.PROVIDER, topics.CONTACT}:
            return _EXPLICIT.match(pieces[back].text) is not None
    return False
