"""Who represents the provider, by name and by office."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.above import MOST_ABOVE
from linter.pages.details.another import of_another
from linter.pages.details.board import (
    HEADED,
    NO_HEAD_ALONE,
    by_function,
    listed_below,
    more_below,
    named_above,
)
from linter.pages.details.found import Found
from linter.pages.details.held_office import holders
from linter.pages.details.line_name import HELD, office_named, trade
from linter.pages.details.names import LEGAL_FORM, body, guest, person
from linter.pages.details.office import ENDS, OFFICE, OFFICE_WORD, named, placed, surname

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.provider import Provider

_BY = re.compile(
    r"(?:vertreten\s(?:(?:wird|werden|gemäß|gem\.|nach|gerichtlich|gemeinschaftlich|gemeinsam)\s[^.:;]{0,60}?\s?)?(?:durch|von)|represented\s(?:by|through)|vertr\.\s?(?:d\.\s?d\.|durch)|[Vv]ertretungsberechtigt(?:e[rn]?)?(?:\s[A-ZÄÖÜ][a-zäöü-]+)?(?:\s(?:im\sSinne|i\.\s?S\.|nach|gemäß|gem\.)\s[^:;]{0,6}§[^:;]{1,30}?)?\s(?:ist|sind)|Vertreter\w*\s(?:ist|sind)|acting\sthrough)\s*:?\s*(?P<who>.{3,300})",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:wird|werden)\s(?:(?:gemäß|gem\.|nach|laut)\s§[^;:]{2,40}?\s)?(?:gesetzlich\s|rechtlich\s|gerichtlich\sund\saußergerichtlich\s)?(?:durch|von)\s(?P<who>.{3,200}?)\s(?:gesetzlich\s|nach\saußen\s|rechtlich\s|gerichtlich\sund\saußergerichtlich\s)?vertreten\b",
)
_ACTIVE = re.compile(
    r"(?:^|[.;:]\s)(?P<who>[A-ZÄÖÜ][^;:]{3,120}?)\s(?:vertritt|vertreten)\s(?:(?:gesetzlich|gemeinsam|gerichtlich\sund\saußergerichtlich|rechtlich|allein|nach\saußen)\s)?"
    r"(?:die|das|den|unser[en]?)\s(?:[A-ZÄÖÜ][\w-]*)?(?:[Aa]mt|[Ss]tadt|[Gg]emeinde|[Kk]reis|[Vv]erein|[Bb]ehörde|[Ll]and|[Vv]erband|[Gg]esellschaft|[Ss]tiftung|[Aa]nstalt|[Kk]örperschaft|[Kk]ammer|[Hh]ochschule|[Uu]niversität|[Rr]egierung|[Mm]inisterium|[Pp]räsidium|[Bb]etrieb|[Uu]nternehmen)\b",
)
"""Who represents, as the subject of the sentence: "Amtsdirektor Jo Müller vertritt das Amt"."""
_DEPUTY = re.compile(r"stellv|verhinder|abwesen|\bim\sfall|rechtsanw|anwält", re.IGNORECASE)
_SAID = re.compile(
    rf"\b{OFFICE}(?:\s(?:der|des)\s[\w-]+(?:\s[\w-]+)?)?\s(?:ist|sind|is|are)\s(?P<who>(?:(?:der|die|Herrn?|Frau|Dr\.|Prof\.)\s)*[A-ZÄÖÜ].{{3,160}})"
)
_IS = (" ist ", " sind ", " is ", " are ")
_ENDS_BY = re.compile(
    r"\b(?:vertreten\s(?:durch|von)|represented\sby)(?:\s(?:den|die|das|the))?\s*:$"
)
"""How a line ends below which they stand: "Auenwerk e.V. vertreten durch:"."""
MOST_END = 40
_VERBS = (*_IS, "vertr", "repres", "acting")
"""Letters of which a sentence that names somebody who represents has some."""
_OWNER = re.compile(
    r"(?:^|[,(–—-]\s?|\s)(?:Inh(?:aber(?:in)?\b|\.|(?=\s))|Eigentümer(?:in)?\b|Owner\b)\s*:?\s*(?P<who>[A-ZÄÖÜ][^,;:()|]{3,60})"
)
_SOLE = re.compile(r",?\s(?:e\.?\s?K(?:fm|fr)?\.?|eingetragener?\sKauf(?:mann|frau))$")
"""The form of a merchant who is a person: "Inh. Anna Kern e.K."."""
_PARTNERSHIP = re.compile(r"\bPart(?:G|nerschaft)|\bmbB\b")
_PARTNERS = re.compile(r"\W*partner(?:in|innen)?\W*$", re.IGNORECASE)
_SENTENCED = frozenset((topics.OTHER, topics.AUTHORITY))
"""Strangers' labels below which a sentence about the provider can stand."""
MOST_SAID = 3
_OF_BODY = re.compile(r"(?:der|des)\s[A-ZÄÖÜ][^:,]{2,80}$")
_COMPLETE = re.compile(r"\svertreten\.\W*$")
"""How a sentence ends behind which nobody is named for it."""
_DEPUTIES = re.compile(r"\W*(?:stell)?vertreter(?:in)?\W*$", re.IGNORECASE)
_HEADS_BODY = re.compile(
    r"\((?:(?:der|die)\s)?(?:amtierende[r]?\s|geschäftsführende[rs]?\s)?(?:Ober|Regierungs|Polizei|Minister)?(?:präsident|bürgermeister|rektor|direktor|landrat|landrätin|vorsitzende|intendant|minister|geschäftsführer|vorstand)\w*[^)]{0,30}\)",
    re.IGNORECASE,
)
_CHAIRS = re.compile(
    r"(?:(?:Der|Die)\s)?(?!Ehren|Alt|Personal|Betriebs)(?:[A-ZÄÖÜ][\w-]*[Vv]orsitzende[rn]?|(?:Anstalts|Amts|Behörden|Dienststellen|Einrichtungs)leiter(?:in)?|Generalvikar)\s(?=\S+\s\S)"
)
"""Who chairs a body, above its street: "Fraktionsvorsitzende Anna Kern"."""
_HOST = re.compile(r"^\W*(?:c\s?/\s?o|bei)\s", re.IGNORECASE)
_PLACED = re.compile(r"(?:^|\s)\d{5}\s+[A-ZÄÖÜ]")
_PART = re.compile(r"(?:[^\s,–—|·•-]|(?<=\S)-(?=\S)|\s(?![–—|·•-]\s))+")
_HEAD = re.compile(rf"(?:(?:Die|Der)\s)?(?P<office>{OFFICE})(?=$|\s[A-ZÄÖÜ])")


def representatives(pieces: Pieces, provider: Provider) -> tuple[tuple[Found, ...], Found | None]:
    """Return the names of the representatives and the office where one is named."""
    found: dict[str, Found] = {}
    office: Found | None = None
    before = -1
    second = _second(pieces, provider)
    announced = pieces.of(topics.REPRESENTATIVE, topics.RESPONSIBLE)
    for index in sorted(announced | pieces.texts.marked(*_VERBS)):
        if found and index >= second > before:
            break
        before = index
        piece = pieces[index]
        if piece.topic in topics.STRANGERS and not _of_provider(piece, provider):
            continue
        if of_another(pieces, index, provider):
            continue
        strong, names = _at(pieces, index)
        office = office or _office(piece)
        if strong:
            for one in names:
                found.setdefault(one.value.casefold(), one)
    if not found:
        for one in _partners(pieces, provider):
            found.setdefault(one.value.casefold(), one)
    if not found and office is not None:
        for one in holders(office, pieces, provider):
            found.setdefault(one.value.casefold(), one)
    if not found:
        inside, headed = _in_line(pieces, provider)
        office = office or headed
        for one in inside or _in_block(pieces, provider) or by_function(pieces, provider):
            found.setdefault(one.value.casefold(), one)
    return _distinct(list(found.values())), office


def _partners(pieces: Pieces, provider: Provider) -> list[Found]:
    """The partners of a partnership, each of whom represents it; elsewhere partners are others."""
    if provider.name is None or not _PARTNERSHIP.search(provider.name.value):
        return []
    for index in pieces.kinds.get(topics.OTHER, ()):
        piece = pieces[index]
        label = piece.text[: piece.at] or piece.source.label
        if _PARTNERS.match(label) and (names := named(piece.value, piece, piece.at)):
            return names
    return []


def _of_provider(piece: Piece, provider: Provider) -> bool:
    """Whether a sentence under a stranger's label is about the provider, whom it calls by name."""
    if provider.name is None or piece.kind or piece.topic not in _SENTENCED:
        return False
    words = provider.name.value.split()
    # "Hochschule Auental Lohr" is a part of "Hochschule Auental", which is represented.
    return " ".join(words[:MOST_SAID]) in piece.text if len(words) > 1 else words[0] in piece.text


def _second(pieces: Pieces, provider: Provider) -> int:
    """Where another provider begins, who has an address and representatives of its own."""
    if provider.address is None:
        return -1
    for index in pieces.kinds.get(topics.PROVIDER, ()):
        piece = pieces[index]
        if index <= provider.address.last:
            continue
        if piece.announces and piece.region != "footer":
            for below in pieces[index + 1 : index + 6]:
                if below.kind == topics.PROVIDER or below.source.heading:
                    break
                if below.digit and _PLACED.search(below.text):
                    return index
    return -1


def _at(pieces: Pieces, index: int) -> tuple[bool, list[Found]]:
    """The names a piece announces: within it or in the pieces below."""
    piece = pieces[index]
    text = piece.text
    said = _represented(piece)
    subject = "" if said else _subject(piece)
    if subject and (names := named(subject, piece, text.find(subject))):
        return True, names
    if said:
        names, said = _from_step_to_step(piece, said)
        if names:
            return True, names + more_below(pieces, index, bool(said["who"].rstrip().endswith(",")))
        if alone := surname(said["who"].strip(" .,")):
            return True, [placed(alone, piece, said.start("who"))]
        if _COMPLETE.search(text):
            return False, []  # "Sie wird durch die Präsidentin vertreten."
        if len(said["who"]) < 60 or piece.announces:
            return True, listed_below(pieces, index)
        return False, []
    if not piece.kind and _ENDS_BY.search(text[-MOST_END:]):
        return True, listed_below(pieces, index)
    office = _SAID.search(text) if any([verb in text for verb in _IS]) else None  # noqa: C419 - faster than a generator
    if office and not NO_HEAD_ALONE.search(text[max(office.start() - 30, 0) : office.end()]):
        names = named(office["who"], piece, office.start("who"))
        if names:
            return True, names
    if piece.kind == topics.RESPONSIBLE and re.search(r"represent|vertret", text, re.IGNORECASE):
        return True, named(piece.value, piece, piece.at) if piece.value else listed_below(
            pieces, index
        )
    label = text[: piece.at or len(text)]
    if piece.outer == piece.kind and not piece.at:
        label = piece.source.label  # "Vorsitzende des Verwaltungsrates | Anna Kern"
    if piece.kind != topics.REPRESENTATIVE or NO_HEAD_ALONE.search(label):
        return False, []
    if _DEPUTIES.match(text[: piece.at]) and index and named(pieces[index - 1].text, piece, 0):
        return False, []
    if piece.announces:
        return True, named_above(pieces, index) or listed_below(pieces, index)
    names = named(_merchant(piece), piece, piece.at)
    if names:
        return True, names + more_below(pieces, index, piece.value.rstrip().endswith((",", "und")))
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    if below and _OF_BODY.match(piece.value) and not (below.kind or below.gap):
        # "Präsident der Universität Aue / Prof. Dr. Anna Kern"
        name = "" if body(below.text) else person(below.text)
        return bool(name), [placed(name, below, 0)] if name else []
    return False, []


def _from_step_to_step(piece: Piece, said: re.Match[str]) -> tuple[list[Found], re.Match[str]]:
    """Who represents, and who represents them: the board, "dieser vertreten durch" its head."""
    names: list[Found] = []
    while again := _BY.search(piece.text, said.start("who")):
        at = said.start("who")
        names += named(piece.text[at : again.start()].rpartition(". ")[0], piece, at)
        if names and _DEPUTY.search(piece.text, at, again.start("who")):
            return names, said
        said = again
    return names + named(said["who"], piece, said.start("who")), said


def _merchant(piece: Piece) -> str:
    """The value of a label; behind one for the owner without what a merchant's name ends with."""
    return _SOLE.sub("", piece.value) if _OWNER.match(piece.text) else piece.value


def _represented(piece: Piece) -> re.Match[str] | None:
    low = piece.low
    if not ("vertr" in low or "repres" in low or "acting" in low):
        return None
    found = [one for one in (_BY.search(piece.text), _BETWEEN.search(piece.text)) if one]
    return min(found, key=re.Match.start, default=None)


def _subject(piece: Piece) -> str:
    """What stands before the verb in "Amtsdirektor Jo Müller vertritt das Amt"."""
    if "vertr" not in piece.low or _DEPUTY.search(piece.text):
        return ""
    said = _ACTIVE.search(piece.text)
    return re.sub(r"^(?:Der|Die)\s", "", ENDS.split(said["who"])[-1]) if said else ""


def _in_line(pieces: Pieces, provider: Provider) -> tuple[list[Found], Found | None]:
    """The head of a body named in one line with it: "Stadt Aue, Die Bürgermeisterin, Eva Stein"."""
    inside = list(provider.block)
    if provider.address is not None:
        inside += pieces[provider.address.first : provider.address.last + 1]
    for piece in inside:
        parts = [(part.start(), part.group().strip()) for part in _PART.finditer(piece.text)]
        if len(parts) < 2 or not body(parts[0][1]):
            continue
        for number, (at, part) in enumerate(parts[1:], 1):
            office = _HEAD.match(part)
            if office is None:
                continue
            after = parts[number + 1][1] if number + 1 < len(parts) else ""
            named = part if office.end() < len(part) else after
            name = person(named) if not body(named) else ""
            if office.end() < len(part) and not name:
                continue
            role = Found(office["office"], *piece.place(at + office.start("office")), 0.8)
            return [placed(name, piece, 0)] if name else [], role
    return [], None


def _in_block(pieces: Pieces, provider: Provider) -> list[Found]:
    """A person between the name of an organisation and its street, or named with an office there."""
    found: list[Found] = []
    texts = [(piece.text, piece) for piece in provider.block]
    if provider.address is not None and provider.address.name is not None:
        # "Kern IT-Service, Inh. Jo Kern, Ringstr. 4"
        texts.append((provider.address.name.value, pieces[provider.address.first]))
    for text, piece in texts:
        owner = _OWNER.search(text)
        if owner and (name := person(owner["who"])):
            found.append(placed(name, piece, 0))
    if found:
        return found
    inside = list(provider.block)
    if provider.address is not None:
        inside += pieces[provider.address.first : provider.address.last + 2]
        found.extend(_as_host(pieces, provider.address.first))
    heads = [
        piece
        for piece in inside
        if (_HEADS_BODY.search(piece.text) or _CHAIRS.match(piece.text))
        and not NO_HEAD_ALONE.search(piece.text)
    ]
    found.extend(placed(name, piece, 0) for piece in heads if (name := person(piece.text)))
    if found or provider.name is None:
        return found
    firm = provider.name.value
    if office_named(list(provider.block)) and HELD.match(firm):
        # "Anna Kern / Die Landesbeauftragte für Auenschutz / Ringstr. 4"
        above = [one for one in provider.block if one.line < provider.name.line and not one.kind]
        return [placed(name, one, 0) for one in above if (name := person(one.text))][:1]
    one = _by_one(firm)
    for piece in provider.block:
        if piece.kind or piece.line <= provider.name.line:
            continue
        name = person(piece.text)
        # "Auenglück Kern / Anna Kern" could be two persons, were it not for the surname.
        same = firm.split()[-1] == name.rpartition(" ")[2] and firm not in piece.text
        called = one or (person(firm) and same)
        if name and called and not body(piece.text.split()[0]):
            found.append(Found(name, *piece.place(), 0.6))
    return found


def _by_one(name: str) -> bool:
    """Whether a person below a name runs what it names: a firm, or a trade that has no legal form."""
    brand = not (body(name) or person(name))
    return LEGAL_FORM.search(name) is not None or trade(name) or brand


def _as_host(pieces: Pieces, street: int) -> list[Found]:
    """Who represents, at whose house the body is: "c/o Anna Kern (1. Vorsitzende)"."""
    found: list[Found] = []
    for piece in pieces[max(street - MOST_ABOVE, 0) : street]:
        host = _HOST.match(piece.text) if guest(piece.text) else None
        if host and HEADED.search(piece.text) and not NO_HEAD_ALONE.search(piece.text):
            name = person(piece.text[host.end() :])
            found.extend([placed(name, piece, 0)] if name else [])
    return found


def _office(piece: Piece) -> Found | None:
    said = _represented(piece)
    where = said.start("who") if said else 0
    subject = "" if said else _subject(piece)
    if subject and (match := OFFICE_WORD.search(subject)):
        return Found(match.group(), *piece.place(piece.text.find(match.group())), 0.85)
    if said is None and piece.kind != topics.REPRESENTATIVE:
        return None
    match = OFFICE_WORD.search(piece.text, where)
    return Found(match.group(), *piece.place(match.start()), 0.85) if match else None


def _distinct(found: list[Found]) -> tuple[Found, ...]:
    """Each person once: "Jutta Günther" is "Prof. Dr. Jutta Günther"."""
    kept: list[Found] = []
    for one in found:
        low = one.value.casefold()
        if any(low in other.value.casefold() or other.value.casefold() in low for other in kept):
            continue
        kept.append(one)
    return tuple(kept)
