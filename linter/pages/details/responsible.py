"""Who is responsible for the content (§ 18 (2) MStV, § 55 RStV, press law)."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.names import LEGAL_FORM, body, person, persons
from linter.pages.details.place import PLACE
from linter.pages.details.said_name import CLAUSE, fits
from linter.pages.details.streets import street_start

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.provider import Provider

_LAW = re.compile(
    r"§§?\s?\d+[a-z]?(?:\s?(?:Abs(?:atz|\.)?|\()\s?\d\)?)?(?:\s?S(?:atz|\.)\s?\d)?\s?(?:des\s)?(?:MStV|RStV|MDStV|TMG|DDG|Medienstaatsvertrag\w*|Rundfunkstaatsvertrag\w*)"
    r"|presserecht\w*|press\slaw|media\slaw|V\.?\s?i\.?\s?S\.?\s?d\.?\s?P",
    re.IGNORECASE,
)
_MEDIA = re.compile(
    r"MStV|RStV|MDStV|Medienstaats|Rundfunkstaats|Presserecht|Medienrecht|Mediengesetz|press\slaw|media\slaw|V\.?\s?i\.?\s?S\.?\s?d",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"inhalt|medienangebot|content|redakt|editor|presse|medienrecht|press\b|media\slaw|MStV|RStV|MDStV|V\.?\s?i\.?\s?S\.?\s?d|journalis",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"\((?:[^()]{0,40}\s)?(?:verantwortlich|responsible|V\.?\s?i\.?\s?S\.?\s?d)[^()]{0,80}\)",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"^(?:\(?(?:Anschrift|Adresse)\b|wie oben|s\.\s?o\.|siehe oben|see above)", re.IGNORECASE
)
_ANSWERS = re.compile(r"verantwort|responsib", re.IGNORECASE)
_IS = re.compile(r"^(?:ist|sind|is|are)\b[\s:]*")
_BY_LAW = re.compile(
    r"^(?:gemäß|gem\.|nach|laut|im\sSinne|i\.?\s?S\.?\s?d\.?)\s[^:]{0,80}:\s+(?=\S)|^(?:des\s)?(?:MStV|RStV|MDStV|TMG|DDG)\s?:\s+(?=\S)",
    re.IGNORECASE,
)
"""Where the label goes on in the line of the name: "gemäß § 18 Abs. 2 MStV: Anna Kern"."""
_VERB = re.compile(r"\b(?:ist|sind|is|are|zeichnet|zeichnen)\s(?:jeweils\s)?(?P<who>\S.{3,100})")
_BEARS = re.compile(
    r"\b(?:übernimmt|übernehmen|trägt|tragen)\s(?:(?:der|die|das)\s)?(?P<who>[A-ZÄÖÜ].{3,100})"
)
"""Who takes over what the label says: "Die inhaltliche Verantwortung trägt der Stadtjugendring Aue"."""
_BEARS_FIRST = re.compile(
    r"^(?:übernimmt|übernehmen|trägt|tragen)\s(?:(?:der|die|das)\s)?(?=[A-ZÄÖÜ])"
)
_LEADS = re.compile(
    r"^(?:Leit(?:ung|er(?:in)?)(?:\s(?:der|des)\s[\w-]+)?|Redaktionsleitung|Presse(?:sprecher(?:in)?|referent(?:in)?))\s?:\s+(?=[A-ZÄÖÜ])"
)
"""A function before the name of who answers for the content."""
_NAME_FIELD = re.compile(r"^(?:(?:Vor-\s?und\s(?:Nach|Zu))?[Nn]ame|Person)\s?:\s+(?=[A-ZÄÖÜ])")
"""The field of a name below a label for who answers."""
_PREDICATE = re.compile(r"\s(?:ist|sind|wird|werden|hat|haben)\s")
"""What a sentence has, and no name of a body."""
_FOR_PART = re.compile(
    r"^[Ff]ür\s(?:die|das|den)\s(?![^:]{0,50}(?:[Tt]echn|[Gg]estalt|[Dd]esign|[Ll]ayout|[Uu]msetz|[Pp]rogramm|[Bb]ild|[Ff]oto|[Dd]aten|[Hh]osting))[^:,]{3,60}:\s+(?=[A-ZÄÖÜ])"
)
"""For what somebody answers, before their name: "für die eigenen Seiten: Anna Kern"."""
_TWO_SENTENCES = re.compile(r"\w{4,}\.\s[A-ZÄÖÜ]")
_MAIL = re.compile(r"(?<=\w)\s{1,3}\(?[\w.+-]{1,64}@[\w.-]{3,80}\)?$")
_ARTICLE = re.compile(r"(?:der|die|das)\s")
_VERBS = (" ist ", " sind ", " zeichne")
"""Letters of which the sentences below have some."""
_SENTENCE = re.compile(
    r"\b(?:ist|sind|zeichnet|zeichnen)\s(?P<who>.{4,100}?)\s(?:[a-zäöü-]+\s){0,2}?verantwortlich\b"
    r"|\b[Vv]erantwortlich(?:\s\S+){0,8}?\s(?:ist|sind|zeichnet|zeichnen)\s(?P<behind>.{4,100})"
)
"""A sentence that names who answers for the content: "Für den Inhalt ist Anna Kern verantwortlich"."""
_SUBJECT = re.compile(
    r"inhalt|seite|angebot|auftritt|redaktion|presse|beiträge|homepage|website|MStV|RStV",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"daten(?:verarbeitung|schutz|erhebung)|verarbeitung|technisch|verlink|fremd|extern|umsetzung|gestaltung|verweis",
    re.IGNORECASE,
)
_ORGAN = re.compile(
    r"^(?:(?:der|die|das|the)\s)?(?:[\w-]+\s)?[\w-]*(?:vorstand|geschäftsführung|geschäftsleitung|schulleitung|leitung|präsidium|redaktion|rektorat|dekanat|direktion|pressestelle|öffentlichkeitsarbeit|fraktion|abteilung|referat|dezernat|fachdienst|fachbereich|stabsstelle|sachgebiet)\b",
    re.IGNORECASE,
)
"""A body within the provider that answers for the content."""
_STREET = re.compile(
    r"^((?:[A-ZÄÖÜ][\w.-]+\s){2,3})(?=\S+(?:str|weg|platz|allee|gasse))", re.IGNORECASE
)
_PLACEHOLDER = re.compile(r"^\[[^\]]{3,60}\]$")
_OWNS = re.compile(
    r"\W*(?:Inhaber|Geschäftsführer|Vorsitzende|Vorstand)\w*\s(?:und|&|/)\s[^:]{0,30}\bverantwortlich",
    re.IGNORECASE,
)
_TECH = re.compile(r"^(?:technisch|für\sdie\stechnik)", re.IGNORECASE)
_EXPRESS = re.compile(r"\W*(?:gesetzlich\w*\s)?(?:vertr|represent|authori)", re.IGNORECASE)
_SENTENCED = re.compile(r"\b(?:ist|sind|is|are)\b")
MOST_BELOW = 8
MOST_SENTENCE = 300
MOST_NAME = 90
MOST_BEFORE = 160
"""Code points before a street in which a name can stand."""


def responsible(pieces: Pieces, provider: Provider) -> tuple[Found | None, Found | None]:
    """Return the person responsible for the content and the words that say so."""
    best: tuple[float, Found, Found] | None = None
    named = pieces.of(topics.RESPONSIBLE) | pieces.texts.having("(")
    for index in sorted(named | pieces.texts.marked("verantwortlich")):
        piece = pieces[index]
        if piece.topic in {topics.PRIVACY, topics.OTHER} or len(piece.text) > 1200:
            continue
        said = _said(pieces, index, provider)
        if said is not None and (best is None or said[0] > best[0]):
            best = said
    return (best[1], best[2]) if best else (None, None)


def _said(pieces: Pieces, index: int, provider: Provider) -> tuple[float, Found, Found] | None:
    piece = pieces[index]
    bracket = _BRACKET.search(piece.text) if "(" in piece.text else None
    if bracket and piece.kind != topics.RESPONSIBLE:
        names = persons(piece.text[: bracket.start()])
        if len(names) == 1:
            return (
                2,
                Found(names[0], *piece.place(), 0.85),
                _basis(bracket.group().strip("()"), piece, bracket.start()),
            )
        return None
    if not _labels(pieces, index):
        who = _in_sentence(piece)
        return (2.0, who, _basis(piece.text, piece, 0)) if who else None
    label = piece.text[: piece.at] if piece.value else piece.text
    label = label.strip(" :*")
    who = _who(pieces, index, label, provider)
    if who is None:
        return None
    weight = 3.0 if _MEDIA.search(label) else 2.0 if _CONTENT.search(label) else 1.0
    if re.match(r"redaktion(?!.*verantw)", label, re.IGNORECASE):
        weight = 1.5 if person(who.value) else 0.0
    if weight and _PLACEHOLDER.match(who.value):
        weight = 0.5  # what a template has left open comes after everybody who is named
    if weight and _stands_for(pieces, index, provider):
        weight -= 0.5  # who is named under a label of their own comes first
    return (weight, who, _basis(label, piece, 0)) if weight else None


def _labels(pieces: Pieces, index: int) -> bool:
    """Whether a piece announces who answers for the content."""
    piece = pieces[index]
    if piece.kind in {topics.PROVIDER, topics.CONTACT}:
        # "Betreiber und inhaltlich Verantwortlicher", "Ansprechpartner und Verantwortlicher"
        return _ANSWERS.search(piece.text) is not None and _CONTENT.search(piece.text) is not None
    label = piece.text[: piece.at or MOST_NAME]
    if piece.kind == topics.REPRESENTATIVE:
        # "Inhaber und verantwortlich für den Inhalt"
        return _OWNS.match(label) is not None and _CONTENT.search(label) is not None
    if piece.kind != topics.RESPONSIBLE or _TECH.match(label):
        return False
    if _NOT_OURS.search(label) and not (_MEDIA.search(label) or "nhalt" in label):
        return False
    above = pieces[index - 1] if index else piece
    # "vertreten durch den Vorstand, / verantwortlich Anna Kern": who represents, not who writes.
    return not (above.kind == topics.REPRESENTATIVE and above.text.endswith(",") and not piece.gap)


def _in_sentence(piece: Piece) -> Found | None:
    """Who is named in a sentence as answering for the content."""
    text = piece.text
    if len(text) > MOST_SENTENCE or not any([verb in text for verb in _VERBS]):  # noqa: C419 - faster than a generator
        return None
    if _NOT_OURS.search(text) or not _SUBJECT.search(text):
        return None
    said = _SENTENCE.search(text)
    who = (said["who"] or said["behind"]) if said else ""
    names = persons(who.split(", ", 1)[0])
    return Found(names[0], *piece.place(max(text.find(names[0]), 0)), 0.85) if names else None


def _basis(label: str, piece: Piece, at: int) -> Found:
    laws = list(_LAW.finditer(label))
    # "i. S. v. § 5 TMG und § 18 Abs. 2 MStV": the former does not speak of who is responsible
    law = next((one for one in laws if "stv" in one.group().casefold()), laws[0] if laws else None)
    if law:
        return Found(law.group(), *piece.place(at + law.start()), 0.9)
    return Found(label, *piece.place(at), 0.8)


def _who(pieces: Pieces, index: int, label: str, provider: Provider) -> Found | None:
    piece = pieces[index]
    answers = _MEDIA.search(label) is not None or (
        _CONTENT.search(label) is not None and _ANSWERS.search(label) is not None
    )
    if piece.value and piece.value.strip(" .:*"):
        text = _NAME_FIELD.sub("", _BEARS_FIRST.sub("", piece.value.strip()))
        first = re.split(r"[,;(]|\s[–-]\s", text)[0].strip(" *")
        nested, end = topics.label_of(text)
        if nested in {topics.RESPONSIBLE, topics.REPRESENTATIVE} and not _ORGAN.match(first):
            first = re.split(r"[,;(]", text[end:].lstrip(" :"))[0].strip()
        law = _LAW.search(text[:MOST_BEFORE])
        behind = _people(text[law.end() :].lstrip(" :)")) if law else []
        for name in _people(first) or behind or persons(text[:MOST_BEFORE]):
            return Found(name, *piece.place(max(piece.text.find(name), piece.at)), 0.9)
        if answers and _is_body(first, provider):
            below = pieces[index + 1] if index + 1 < len(pieces) and first == text else None
            if below and not (below.kind or below.gap) and (name := person(below.text)):
                return Found(name, *below.place(), 0.85)  # "…: Pressestelle / Anna Kern"
            return Found(first.rstrip("."), *piece.place(piece.at), 0.75)
        if _PLACEHOLDER.match(first):
            return Found(first, *piece.place(piece.at), 0.6)
        if len(text) > 60:
            return None
    elif answers and (verb := _VERB.search(piece.text)) and _ORGAN.match(verb["who"]):
        return Found(verb["who"].rstrip(" ."), *piece.place(verb.start("who")), 0.7)
    elif answers and (form := _firm(piece)):
        return form
    elif answers and (who := _bearer(piece)):
        return who
    return _below(pieces, index, provider, answers=answers)


def _firm(piece: Piece) -> Found | None:
    """The body with a legal form of which a sentence says that it answers: "… ist der Auenwerk e.V."."""
    verb = _VERB.search(piece.text)
    if verb is None or len(piece.text) > MOST_SENTENCE or _NOT_OURS.search(piece.text):
        return None
    start = verb.start("who")
    if article := _ARTICLE.match(piece.text, start):
        start = article.end()
    form = LEGAL_FORM.search(piece.text, start, start + MOST_NAME)
    name = piece.text[start : form.end()] if form else ""
    fits = name[:1].isupper() and not _TWO_SENTENCES.search(name) and "," not in name
    return Found(name, *piece.place(start), 0.7) if fits else None


def _bearer(piece: Piece) -> Found | None:
    """The person or body that bears the responsibility for the content in a sentence."""
    said = _BEARS.search(piece.text) if len(piece.text) <= MOST_SENTENCE else None
    if said is None or _NOT_OURS.search(piece.text):
        return None
    text = re.split(r",\s|[.;]\s", said["who"])[0].rstrip(" .")
    names = persons(text)
    if names:
        return Found(names[0], *piece.place(max(piece.text.find(names[0]), 0)), 0.8)
    named = (body(text) and len(text.split()) > 1) or _ORGAN.match(text)
    return Found(text, *piece.place(said.start("who")), 0.7) if named else None


def _people(text: str) -> list[str]:
    """The person a text names, or all of them as they stand there: "Anna Kern und Ben Lutz"."""
    name = person(text)
    if name:
        return [name]
    parts = re.split(r"\s(?:und|and|&|sowie)\s", text)
    if len(parts) > 1 and all(map(person, parts)):
        return [text.rstrip(" .,;")]
    if re.search(r"\d{5}", text):
        # Nothing but blanks between the name, the street and the place.
        head = _STREET.match(text)
        place = PLACE.search(text)
        before = text[: place.start()].rstrip(" ,;|·") if place else ""
        cut = street_start(before) if before else None
        name = (person(head.group(1)) if head else "") or person(before[: cut or 0])
    return [name] if name else []


def _is_body(text: str, provider: Provider) -> bool:
    """Whether a line names an organisation, or a body within one."""
    own = provider.name.value.casefold() if provider.name else ""
    return (
        len(text) <= MOST_NAME
        and "@" not in text
        and not _PREDICATE.search(text)
        and not _TWO_SENTENCES.search(text)
        and (bool(body(text)) or text.casefold() == own or _ORGAN.match(text) is not None)
    )


def _below(pieces: Pieces, index: int, provider: Provider, *, answers: bool) -> Found | None:
    """The first person below the label; an organisation only where the label is about content."""
    organisation: Found | None = None
    for piece in pieces[index + 1 : index + 1 + MOST_BELOW]:
        if piece.region != pieces[index].region:
            break
        text = piece.text
        if len(text) > 250:
            continue
        if (field := _NAME_FIELD.match(text)) and (name := person(text[field.end() :])):
            return Found(name, *piece.place(field.end()), 0.9)
        law = piece.kind == topics.PROVIDER and _BY_LAW.match(text) is not None
        if piece.kind and not law and not (answers and not organisation and _ORGAN.match(text)):
            if piece.kind in {topics.RESPONSIBLE, topics.REPRESENTATIVE} and piece.value:
                inner = persons(piece.value)
                if inner and (piece.kind == topics.RESPONSIBLE or _heads(piece, inner)):
                    return Found(inner[0], *piece.place(max(text.find(inner[0]), 0)), 0.9)
            if piece.kind == topics.RESPONSIBLE:
                if who := _in_sentence(piece):
                    return who
                if not piece.value:
                    continue
            if piece.kind == topics.REPRESENTATIVE and _only_office(piece, pieces[index]):
                continue  # "Verantwortlich nach § 18 MStV: / Vorsitzender: / Anna Kern"
            if piece.kind in topics.SUBLABELS:
                continue
            break
        if piece.source.heading and not _of_one_heading(pieces, index, piece):
            break
        text = _BY_LAW.sub("", _IS.sub("", _LEADS.sub("", _FOR_PART.sub("", text))))
        head = _MAIL.sub("", text.split(" · ")[0].split(", ")[0])
        for name in _people(head) or (_people(text) if head != text else []):
            if not LEGAL_FORM.search(text):
                return Found(name, *piece.place(max(piece.text.find(name), 0)), 0.9)
        if who := _in_sentence(piece):
            return who
        if re.search(r"\d{5}", text):
            if names := persons(text[:MOST_BEFORE]):
                return Found(names[0], *piece.place(max(piece.text.find(names[0]), 0)), 0.8)
            organisation = organisation or _addressee(pieces, index, piece)
            break
        if organisation is None and _PLACEHOLDER.match(head):
            return Found(head, *piece.place(), 0.6)
        if organisation is None and _is_body(text, provider):
            own = head if _INSIDE.match(text[len(head) :].lstrip(" ,·")) else text
            organisation = Found(own, *piece.place(max(piece.text.find(own), 0)), 0.7)
    return organisation if answers and not _is_provider(pieces, index, provider) else None


def _addressee(pieces: Pieces, index: int, place: Piece) -> Found | None:
    """The first line below the label, where it stands above an address: a name, whatever its words."""
    first = pieces[index + 1]
    whole = PLACE.search(place.text) is not None and first is not place
    if not whole or first.kind or first.digit or not fits(first.text) or CLAUSE.search(first.text):
        return None
    return Found(first.text, *first.place(), 0.6)


def _only_office(piece: Piece, label: Piece) -> bool:
    """Whether a line right below the label says nothing but the office of who is named next."""
    near = piece.line - label.line <= 1 + piece.gap
    return near and piece.announces and not (_EXPRESS.match(piece.text) or piece.source.heading)


def _of_one_heading(pieces: Pieces, index: int, piece: Piece) -> bool:
    """Whether a page sets all in headings: the label, and the person in the next line or right below."""
    level = pieces[index].source.heading
    head = piece.text.split(" (", 1)[0].split(", ", 1)[0]
    lower = 0 < level < piece.source.heading and piece is pieces[index + 1]
    return (lower or (piece.source.heading == level and not piece.gap)) and bool(person(head))


def _stands_for(pieces: Pieces, index: int, provider: Provider) -> bool:
    """Whether the label stands where others write "Anbieter": the provider's address follows."""
    address = provider.address
    return (
        _MEDIA.search(pieces[index].text) is None
        and address is not None
        and index < address.first <= index + MOST_BELOW
        and address.topic in {topics.RESPONSIBLE, topics.REPRESENTATIVE}
    )


def _is_provider(pieces: Pieces, index: int, provider: Provider) -> bool:
    """Whether the label names the provider in a sentence, or as represented by somebody.

    Where it stands alone above name and address, the provider answers for the content as well.
    """
    address = provider.address
    if address is None or not _stands_for(pieces, index, provider):
        return False
    between = pieces[index + 1 : address.first + 1]
    return _SENTENCED.search(pieces[index].text) is not None or any(
        piece.kind == topics.REPRESENTATIVE and _EXPRESS.match(piece.text) for piece in between
    )


def _heads(piece: Piece, names: list[str]) -> bool:
    """Whether a line names one person by office below the label: "Vorsitzende: Anna Kern"."""
    return len(names) == 1 and not _EXPRESS.match(piece.text)
