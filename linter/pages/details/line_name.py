"""The name in the lines above an address: which of them it is, and where in it."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.first_line import heads_block, told
from linter.pages.details.found import Found
from linter.pages.details.names import LEGAL_FORM, body, person, persons, ranked
from linter.pages.details.office import OFFICE
from linter.pages.details.said_name import CLAUSE, PROVIDER_IS, first_of, fits, offered

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.witnesses import Witnesses

_SAYS = re.compile(
    r"^.{0,120}?\b(?:von|durch|vom|by|ist|is|sind|für):?\s(?:(?:der|die|das|dem|den|the)\s)?(?=[A-ZÄÖÜ])(?<!\bfür\s)"
)
_LAST_OF = re.compile(r".*\b(?:de[rsm]|vo[nm]|durch|die|das|by|of)\s(?=[A-ZÄÖÜ])")
"""A sentence up to the name in it: "Uferfunk ist eine Sparte der Auenwerk GmbH"."""
_PREDICATE = re.compile(
    r"\b(?:wird|werden|wurden?|ist|is|angeboten|betrieben|herausgegeben|provided|operated|verantwortlich)\b"
)
_PART = re.compile(
    r"^(?:Abteilung|Referat|Dezernat|Fachbereich|Fachdienst|Sachgebiet|Institut für|Lehrstuhl|Stabsstelle|Amt für|Team|Büro für|Der |Die |(?:Eigenbetrieb|Regiebetrieb|Einrichtung|Tochter\w*|Unternehmen) de[rs] )"
)
"""A part of a body, which seldom is the provider where another name stands above it."""
_BELONGS = re.compile(
    r"[Ee]ine?\s(?:[a-zäöü]+\s){0,2}(?:[A-ZÄÖÜ][\w-]*)?(?:[Uu]nternehmen|[Ee]inrichtung|[Tt]ochter\w*|[Bb]etrieb|[Mm]itglied|[Aa]bteilung|[Gg]esellschaft|[Ii]nstitut|[Zz]weig\w*|[Ss]tandort|[Ff]iliale)\s(?:de[rs]|vo[nm]|in|im)\s"
)
"""What the body that is named above belongs to: "Ein Unternehmen der Auen Holding GmbH"."""
_TRADE = re.compile(
    r"\w{2}(?:manufaktur|technik|bau|handel|vertrieb|beratung|consulting|design|fotografie|reisen|reinigung|pflege|transporte|events?|"
    r"training|coaching|immobilien|versand|logistik|druck|zimmerei|schlosserei|druckerei|brauerei|kellerei|imkerei|töpferei|tours|film|musik)\b",
    re.IGNORECASE,
)
_SHOP = re.compile(
    r"(?:praxis|studio|(?:architektur|ingenieur|planungs|sachverständigen|übersetzungs|schreib)-?büro|café|hotel|pension|laden|shop|agentur|verlag|atelier|werkstatt|kanzlei|gärtnerei|bäckerei|metzgerei|schreinerei|tischlerei|apotheke|buchhandlung|fahrschule)\b",
    re.IGNORECASE,
)
"""Words of trades that name a body too."""
_SHORT = re.compile(r"\s\((?=\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ])[\wÄÖÜäöü-]{2,10}\)$")
"""The short form behind a name: "Bürger für Auendorf (BfA)"."""
_PRIVATE = re.compile(
    r"familie|family|homepage|website|webseite|seite|blog|portfolio|projekt|privat|fotos|welt\b",
    re.IGNORECASE,
)
"""Words in the name of a private site that is called after its owner."""
_MAIL = re.compile(r"(?<=\w)[\s,]{1,3}\(?[\w.+-]{1,64}@[\w.-]{3,80}\)?$")
"""An e-mail address behind a name in one line."""
_CALL = re.compile(r"(?<=[^\W\d]),?\s(?:\+\d\d|0\d)[\d\s()/.–-]{5,24}$")
"""A telephone number behind a name in one line."""
_HOSTED = re.compile(r"\w\s(?:c\s?/\s?o|℅)\s*$")
_AND = "&+"
TOLD = 3.6
"""What a line is worth that is a name by its place: more than the person below it."""
MOST_FIRM = 4
_SPEAKS = re.compile(r"\b(?:mit|zwei|unser\w*|wir|sie|ihr\w*)\b")
_OFFICE_OF = re.compile(
    r"^(?:Die|Der)\s(?:[\w-]*(?:bürgermeister|landrat|landrät|präsident|minister|direktor|rektor|senator|dekan|leiter|kanzler))(?:in)?\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"(?:(?:Der|Die)\s)?(?:[A-ZÄÖÜ][\w-]*)?(?:[Bb]ürgermeister|[Ll]andrat|[Ll]andrät|[Pp]räsident|[Mm]inister|[Dd]irektor|[Rr]ektor|[Ss]enator|[Bb]eauftragte|[Ii]ntendant|[Kk]anzler)(?:in|r)?"
    r"\s(?:des|der|für|von|in|als|beim?)\s(?P<remit>Innern|Justiz|Finanzen|Auswärtigen|[\w-]*(?:gerichts|amt(?:e)?s|präsidiums|ministeriums|verband(?:e)?s))?[^:@\d]{2,110}$"
)
"""An office with the body that it heads, where a page names the authority by it."""
HELD = re.compile(r"(?:Der|Die)\s(?=[A-ZÄÖÜ])")
"""How an authority is called by its office, as whose holder a person stands above it."""
_BESIDE = re.compile(
    rf"(?<=\w[\w.)])\s(?=(?:[–-]\s)?(?:(?:Die|Der)\s[\w-]*{OFFICE}\b|(?:[12]\.\s)?(?:[\w-]*{OFFICE}|Pfarrer(?:in)?)(?::|\s(?:Prof\.\s|Dr\.\s)*[A-ZÄÖÜ]\w+\s[A-ZÄÖÜ])"
    r"|(?:Gebiets)?[Kk]örperschaft\sdes\s|Anstalt\sdes\s|(?:Geschäfts|Presse|Stabs)stelle\b|Referat\s|Abteilung\s|Abt\.\s|Dienst(?:sitz|ort)\b|Postfach\s\d))"
)
"""What stands between a name and its street, where a page has lost its lines."""
_OF = re.compile(
    r"(?:herausgeber|(?:dienste?)?anbieter|betreiber)(?:in)?\s(?=[^\W\d])|(?:herausgegeben|betrieben|bereitgestellt|verantwortet)\s(?:vom|von(?:\sde[rm])?|durch(?:\s(?:die|das|den))?)\s(?=[^\W\d])|(?:impressum|imprint|eine?\s(?:[a-zäöü]+\s)?(?:projekt|angebot|service|initiative))\s(?:de[rs]|von|vom|of)\s(?:the\s)?(?=\S)|rechtliche\sangaben\szu[rm]\s(?=\S)",
    re.IGNORECASE,
)
"""What stands before a name: "Impressum der Gemeinde Aue", "ein Projekt des Auenwerk e.V."."""
_BY_LAW = re.compile(
    r"^(?:(?:Impressum\W+)?Angaben\s(?:gemäß|nach|gem\.|laut)\s)?§\s?5\s(?:Abs\.\s?1\s)?(?:TMG|DDG|ECG)\s*:?\s+(?=[A-ZÄÖÜ])"
)
"""The label where a page has lost its lines: "Angaben gemäß § 5 DDG Anna Kern Ringstr. 4"."""
_LEAD = re.compile(
    r"eine?\s(?:[a-zäöü]+\s)?(?:[\w-]*(?:[Pp]rojekt|[Aa]ngebot|[Ss]ervice|[Ii]nitiative|[Ee]inrichtung|[Ss]eite|[Aa]ktion|[Gg]ruppe))\s(?:de[rs]|vo[nm])"
)
"""What stands above the name of whose the page is: "eine Initiative des"."""
_JOINS = re.compile(
    r"(?:\b(?:of|für|und|des|der|and|the|for|von|zur|zum|im|in)|[&,–-])$", re.IGNORECASE
)
_CONTINUES = re.compile(
    r"^(?!i[nm]\s(?:Träger|Kooper|Zusammen|Verbindung|Auftrag|Vertretung|Geschäftsbereich|Hause))(?:des|der|für|i[nm]|a[nm]|bei|und|zu[rm]?|von|aus|of|for)\s[A-ZÄÖÜ]"
)
"""How a line begins that goes on with the name above it."""
_BRANCH = re.compile(
    r"(?:(?:Landes|Kreis|Orts|Stadt|Bezirks|Regional|Gemeinde|Stadtbezirks)(?:verband|verein|gruppe|vereinigung)|Unterbezirk|Ortsgruppe|Sektion)\s(?=\S)"
)
"""A part of a party or a club that is a body of its own, named behind the whole."""
_PARENT = re.compile(
    r"(?:[Pp]artei|[Cc]lub|[Bb]und|[Uu]nion|[Gg]ewerkschaft|[Kk]reuz|Grünen?|SPD|CDU|CSU|FDP|ADFC|VCD|NABU|BUND|DLRG|DRK|AWO|VdK|GEW)\b[^,:]{0,30}$"
)
_SOCIETY = re.compile(
    r"(?:[A-ZÄÖÜ][\w-]*\s)?(?:\w*[Vv]erein|Freundeskreis|Förderkreis|\w*[Vv]ereinigung|Fördergemeinschaft)\s\S"
)
"""What needs a legal form: where it stands in the next line, that is the same name."""
_HEADS = re.compile(
    r"(?:(?:Der|Die)\s)?[A-ZÄÖÜ][\w-]*(?:leiter|direktor|präsident|vikar|vorsitzende|vorsteher|rektor|dekan|geschäftsführer|bürgermeister|beauftragte)(?:in|r)?\s"
)
_KIND = re.compile(
    r"(?:Treuhänderische|Rechtsfähige|Nichtrechtsfähige|Unselbstständige|Kirchliche)\sStiftung\s|(?:Spiel|Arbeits|Werbe|Verwaltungs|Trainings)gemeinschaft\s(?:aus|von|der|des|zwischen)\s|[\w-]{2,6}\s[–-]\s(?:ein\s)?(?:gemeinsames\s)?Kommunalunternehmen\b|(?:Gemeinsames\s|Selbstständiges\s)?Kommunalunternehmen(?:,|\sde[rs]\s|$)|ein\w?\s[A-ZÄÖÜ]"
)
"""How a line begins that describes the body named above it, though a body's name may be in it."""
_PUBLIC = re.compile(
    r"(?:(?:Landeshaupt|Hanse|Universitäts|Kreis)?[Ss]tadt(?:verwaltung)?|(?:Samt|Verbands|Orts)?[Gg]emeinde(?:verwaltung)?|(?:Land)?[Kk]reis|Kreisverwaltung|Landratsamt|Bezirksregierung|Regierungspräsidium|Polizeipräsidium)\s[A-ZÄÖÜ][\w-]+(?:\s[\w.-]+){0,3}"
)
"""An authority that nobody's firm is called like."""
HOUSE = re.compile(
    r"^(?:das\s)?(?:(?:alte|neue|technische|historische|große|kleine|ehemalige)s\s)?(?:rathaus|kreishaus|ämterhaus|verwaltung(?:sgebäude)?|geschäftsstelle|hauptsitz|zentrale|bürgerbüro|"
    r"verein|(?:orts|kreis|stadt|landes|bezirks|regional)?(?:verband|verein|gruppe)|verlag|praxis|kanzlei|stiftung|stadt|gemeinde|schule|behörde|institut(?:ion)?|unternehmen|organisation|dienststelle|einrichtung|hochschule|kommune|körperschaft|feuerwehr)$",
    re.IGNORECASE,
)
"""A building, an office or a kind of body without a name of its own: never a name."""


def name_in(block: list[Piece], pieces: Pieces, witnesses: Witnesses) -> Found | None:
    """The line that looks most like a name."""
    lines = _joined(block)
    links = [_menu(pieces, found.line) for _, found, _ in lines]
    scored: list[tuple[float, int, Found]] = []
    beside = frozenset([piece.line for piece in block])
    for order, (text, found, _) in enumerate(lines):
        if _is_label(text):
            continue
        if not fits(text) or (links[order] and not body(text) and not person(text)):
            continue
        score = _worth(text, lines, order, first=not scored)
        rest = [line for line, _, _ in lines[order + 1 :]]
        heads = not scored and not HOUSE.match(text) and heads_block(block, text, rest, pieces)
        if heads and told(text, witnesses):
            score = max(score, TOLD)
        elif len(lines) > 1 and witnesses.agree(text, beside=beside):
            # The name of a private site stands above its owner's; any other is the provider's.
            firm = body(text) or _firm_of(lines, order) or not _with_person(lines, text)
            score += 1 if firm else -3
        scored.append((score, -order, found))
    if not scored:
        return None
    score, _, best = max(scored, key=lambda one: one[:2])
    best = next((one for _, _, one in scored if _is_genitive(best.value, one.value)), best)
    return best if score > 0 or len(scored) == 1 else None


def _is_genitive(name: str, other: str) -> bool:
    """Whether a name out of a sentence is another that stands alone: "Landesamtes" is "Landesamt"."""
    words, own = name.split(), other.split()
    return (
        len(words) == len(own)
        and name != other
        and all(word in (one, f"{one}s", f"{one}es") for word, one in zip(words, own, strict=True))
    )


def _is_label(text: str) -> bool:
    """Whether a line is a label, or names somebody behind one: "Kassenwart: Anna Kern"."""
    before, colon, behind = text.partition(":")
    if colon:
        return bool(person(behind)) and not LEGAL_FORM.search(before)
    kind, end = topics.label_of(text)
    if end != len(text) or not kind or topics.named_so(text):
        return False
    return kind == topics.ADDRESS or not body(text)  # "Sitz der Gesellschaft"


def is_part(text: str) -> bool:
    """Whether a line is a part of a body or its building, where something more stands above it."""
    return HOUSE.match(text) is not None or _PART.match(text) is not None or " " not in text


def office_named(block: list[Piece]) -> Found | None:
    """The office that is the authority itself: "Der Minister des Innern", "Landrat des Kreises Aue"."""
    lines = [(one.text.strip(" ,"), Found(one.text, *one.place())) for one in block]
    lines = [(text, found) for text, found in lines if not _JOINS.search(text)]
    lines += [(text, found) for text, found, _ in _joined(block)]
    offices = [
        Found(text, found.line, found.column, 0.7) for text, found in lines if _is_office(text)
    ]
    return next((one for one in offices if HELD.match(one.value)), next(iter(offices), None))


def _is_office(text: str) -> bool:
    office = _AUTHORITY.match(text)
    if office is None or text.endswith(":") or LEGAL_FORM.search(text):
        return False
    return bool(body(text) or office["remit"]) and not persons(text)


def trade(text: str) -> bool:
    """Whether a name tells a trade: "Brettmanufaktur", "Nähstudio Sonnenschein"."""
    return _TRADE.search(text) is not None or _SHOP.search(text) is not None


def before_street(inside: Found) -> Found | None:
    """The name that stands in one line with the street."""
    text = re.split(r"\s[|·•]\s|,?\svertreten\sdurch\s", inside.value)[0].strip()
    text = first_of(text).strip()
    text = _BY_LAW.sub("", text)
    said = _SAYS.match(text) if _PREDICATE.search(text) else None
    if said is None and (_PREDICATE.search(text) or "§" in text):
        form = next((one for one in LEGAL_FORM.finditer(text) if one.end() == len(text)), None)
        said = _LAST_OF.match(text, 0, form.start()) if form else None
    text = text[said.end() :] if said else text
    if (of := _OF.match(text)) and body(text[of.end() :]):
        text = text[of.end() :]
    for more in _BESIDE.finditer(text):
        if not _JOINS.search(text[: more.start()]) and fits(text[: more.start()]):
            text = text[: more.start()].rstrip(" ,–-")
            break
    if not fits(text) or _is_label(text) or HOUSE.match(text):
        return None
    return Found(text, inside.line, inside.column, 0.9)


def _with_person(lines: list[tuple[str, Found, bool]], text: str) -> bool:
    return any(person(other) for other, _, _ in lines if other != text)


def _firm_of(lines: list[tuple[str, Found, bool]], order: int) -> bool:
    """Whether the first line is a firm called after its owner below: "Kern IT", "Anna Kern"."""
    owner = person(lines[1][0]).split() if not order and len(lines) > 1 else []
    words = lines[0][0].split()
    return (
        len(owner) > 1
        and 1 < len(words) <= MOST_FIRM
        and (words[0] == owner[-1] or words[-1] == owner[-1])
        and not any(word in words for word in owner[:-1])
        and all(word[0].isupper() or word[0] in _AND or word[0].isdigit() for word in words)
        and _PRIVATE.search(lines[0][0]) is None
        and (words[0] == owner[-1] or not person(lines[0][0]))
    )


def _worth(text: str, lines: list[tuple[str, Found, bool]], order: int, *, first: bool) -> float:
    """How much a line of the block looks like the provider's name."""
    score = body(text)
    told = _TRADE.search(text) or _SHORT.search(text) or _firm_of(lines, order)
    if order == 0 and not score and told:
        score = 2.0
    if person(text):
        # "Lektorat Zeilensprung" could be both; that does not make it twice as likely.
        score = max(score, 2.0)
    elif re.search(r"\b(?:Dr\.|Prof\.|Inh\.)", text):
        score += 1.5
    if first:
        score += 1.5
    above = lines[order - 1][0] if order else ""
    if _PUBLIC.fullmatch(text) and person(above) and not body(above):
        score += 2  # who answers stands above the house: "Anna Kern / Stadt Aue"
    if _OFFICE_OF.match(text) or HOUSE.match(text):
        score -= 3
    if order == 0 and ranked(text) and any(body(line) for line, _, _ in lines[1:]):
        score -= 2  # who heads the house named below
    if lines[order][2] and len(lines) > 1 and not score >= 3.5:
        score -= 2
    if _only_formed(lines, order):
        score += 1.5  # a trade name has no legal form: "Hotel Adler / Adler GmbH"
    if order and (_PART.match(text) or " · " in text or _describes(text)):
        score -= 1.5
    if order and _BELONGS.match(text):
        score -= 3
    if _SPEAKS.search(text) and not LEGAL_FORM.search(text):
        score -= 1.5
    return score


def _only_formed(lines: list[tuple[str, Found, bool]], order: int) -> bool:
    """Whether a line below the first is the only one with a legal form, and a name as a whole."""
    text = lines[order][0]
    form = LEGAL_FORM.search(text)
    if not order or form is None or form.start() < 3 or form.end() < len(text) - 1:
        return False
    told = _BELONGS.match(text) or _PART.match(text) or _describes(text) or text[0].islower()
    return not told and not any(
        LEGAL_FORM.search(line) for number, (line, _, _) in enumerate(lines) if number != order
    )


def _describes(text: str) -> bool:
    """Whether a line below a name says who heads it, or what it is: "Generalvikar Anna Kern"."""
    name = person(text)
    return (bool(name) and not text.startswith(name) and _HEADS.match(text) is not None) or (
        _KIND.match(text) is not None
    )


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
    hosted = False
    for piece in block:
        if hosted:  # "Anna Kern c/o / Auenwerk eG"
            hosted = False
            continue
        hosted = _HOSTED.search(piece.text) is not None
        text = piece.value if piece.kind and piece.value else piece.text
        text = _CALL.sub("", _MAIL.sub("", text)).strip(" ,;*•")
        at = piece.at if piece.kind and piece.value else 0
        if owner := offered(text):
            text, at = owner.group("name"), piece.text.find(owner.group("name"))
        elif of := PROVIDER_IS.match(text) or _OF.match(text) or _BY_LAW.match(text):
            at += of.end()
            text = text[of.end() :]
        if lines and _JOINS.search(lines[-1][0]) and len(lines[-1][0]) < 80:
            if CLAUSE.search(lines[-1][0]) or _LEAD.fullmatch(lines[-1][0]):
                lines.pop()
                lines.append((text, Found(text, *piece.place(at), 0.85), False))
                continue
            lines[-1] = _together(lines[-1], text)
        elif lines and not piece.kind and _goes_on(lines[-1][0], text):
            lines[-1] = _together(lines[-1], text)
        elif text:
            lines.append((text, Found(text, *piece.place(at), 0.9), bool(piece.source.heading)))
    return lines


def _together(line: tuple[str, Found, bool], text: str) -> tuple[str, Found, bool]:
    """A name with what the next line adds to it."""
    before, found, heading = line
    whole = f"{before} {text}"
    return whole, Found(whole, found.line, found.column, 0.85), heading


def _goes_on(before: str, text: str) -> bool:
    """Whether a line goes on with the name above it."""
    if _CONTINUES.match(text):
        return len(text) < 60 and body(before) == 2
    if LEGAL_FORM.search(before):
        return False
    if _BRANCH.match(text):  # "Auenpartei Deutschland / Kreisverband Hamm"
        return _PARENT.search(before) is not None
    form = LEGAL_FORM.search(text)
    # "Förderverein Technisches Museum / Aue an der Lippe e.V."
    return (
        form is not None
        and form.start() > 0
        and _SOCIETY.match(before) is not None
        and not body(text[: form.start()])
    )
