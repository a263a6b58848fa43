"""The provider's name where it does not stand above the address: under a label, in a sentence, in the title."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.names import LEGAL_FORM, body, guest, person
from linter.pages.details.place import PLACE
from linter.pages.details.streets import is_numbered, is_sure

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces

ROLE = re.compile(
    r"^(?:-\s*)?(?:(?:der|die)\s)(?:[\w-]+\s)?(?:ober|samtgemeinde|verbandsgemeinde|bezirks|orts|erste[r]?\s)?(?:bürgermeister|landrat|landrätin|präsident|regierungspräsident|polizeipräsident|minister|direktor|rektor|vorstand|magistrat|senator|intendant|leiter)\w*[\s-]*$",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"^(?:§.*|postfach.*|(?:notar|rechtsanwalt|rechtsanwält|steuerberater|architekt|zahnarzt|zahnärzt|heilpraktiker|hebamme|dolmetscher|übersetzer|journalist|fotograf)(?:in|innen|e|en)?|(?:(?:vereins|mitglieds|betriebs|kunden)-?\s?(?:nummer|nr\b)).*\d.*|fach(?:arzt|ärztin|zahnarzt|zahnärztin|anwalt|anwältin|tierarzt|tierärztin)\s(?:für|der)\s[^.]*|menü?|suche\w*|start(?:seite)?|home|zurück|back|skip|zum inhalt|nach oben|drucken|teilen|login|facebook|instagram|youtube|twitter|linkedin|x|mastodon|rss|©.*|stand:?.*|z\.\s?hd.*|zu händen.*|(?:seiten|portal|web-?(?:seiten|site)-?)betreiber\w*|angaben\s.*§.*|zuständige\w*\s.*|(?:[\w-]+\s)?(?:location|standorte?)|(?:mitglied|member)\s(?:of|in|im|der|des|bei[m]?)\s.*|information\w*\s.*§.*|deutschland|germany|english|deutsch|en|de|\W+)$",
    re.IGNORECASE,
)
_CODE = re.compile(r"[{}<>;]|=\"|\b(?:const|import|return)\s")
"""What templates and programs have, and no name."""
_PLACED = re.compile(r"[^,]\s\d{5}\s[A-ZÄÖÜ][a-zäöü]")
_DEGREE = re.compile(
    r",\s(?:(?:Dipl\.-\w+|[BM]\.\s?(?:A|Sc|Ed|Eng|Mus)|LL\.\s?[BM]|Ph\.\s?D|MBA|MSc|BSc|jun|sen)\.?)(?:\s\([\w. ]{1,20}\))?$"
)
"""A degree behind a name: "Anna Kern, M.A."."""
CLAUSE = re.compile(
    r"\b(?:wird|werden|ist|is|are|betrieben|herausgegeben|angeboten|verantwortlich|Angebot|operated|provided|published)\b"
)
_SENTENCE = re.compile(
    r"(?:^|[.!?]\s)(?:Die|Der|Das)\s(?P<name>[A-ZÄÖÜ][^.;:?!]{3,110}?)(?:\s\((?:im\sFolgenden|nachfolgend|kurz)[^)]*\))?,?\sist\s(?:als\s\w+\s|(?:gemäß|nach|gem\.)\s[^:;?!]{2,160}?\s)?(?:eine?|rechtlich)\s(?:[\w-]+,?\s){0,7}(?:Körperschaft|Anstalt|Stiftung|Gebietskörperschaft|Einrichtung|Behörde|Verein|Eigenbetrieb|Gesellschaft|Universität|Zweckverband)"
)
_INSIDE = r"(?:[^.:]|\.(?=\w))"
"""A character within a sentence: the dot of "aue.example" does not end it."""
_IS_PROVIDER = re.compile(
    rf"(?:Anbieter|Betreiber|Herausgeber|Diensteanbieter|Dienstanbieter|Provider|Publisher)(?:in)?\b{_INSIDE}{{0,70}}?\b(?:ist|is)\s(?:im\sRechtssinne\s|nach\s§[^,]{{0,20}}\s)?(?:die|der|das|the)?\s?(?!Mitglied|Inhaber|Eigentümer|Kleinunternehm|Träger|Teil\b)(?P<name>[A-ZÄÖÜ][^.;:,]{{3,100}})",
)
_SITE = (
    r"(?:(?:(?:[Dd]ie|[Uu]nser)[\w-]*|[Tt]h(?:is|e)|[Oo]ur)\s(?:[\w-]+\s)?)?"
    r"(?:[\w-]*(?:[Ss]eiten?|[Ss]ite|[Aa]ngebot|[Aa]uftritt|[Pp]räsenz|[Pp]ortal|[Hh]omepage|[Pp]lattform|[Bb]log|[Ww]iki|pages?)(?:\s[\w-]{1,40}(?:\.[\w-]{2,40}){1,3})?|[\w-]{1,40}(?:\.[\w-]{2,40}){1,3})"
)
_OFFERED = re.compile(
    rf"(?:^|[.!?]\s){_SITE}\s(?:(?:ist|is)\s(?:eine?|an?|the|de[rm]|die|das)\s(?:[\w-]+\s){{0,5}}(?:[\w-]*(?:[Aa]ngebot|[Pp]rojekt|[Ss]eite|[Ss]ite|[Aa]uftritt|[Dd]ienst|[Ss]ervice|[Pp]ortal|[Pp]lattform|[Mm]arke|[Ii]nitiative)|offer|project|website|site)\s(?:de[rs]|vo[nm]|of|by)"
    r"|(?:wird|werden|ist|is)\s(?:[\w-]+\s){0,2}(?:betrieben|herausgegeben|bereitgestellt|angeboten|run|operated|published|provided|maintained)\s(?:vo[nm]|durch|by)"
    r"|(?:wird|werden)\s(?:vo[nm]|durch))"
    r"(?:\s(?:der|die|das|dem|den|the))?(?:$|\s(?P<name>[A-ZÄÖÜ].{2,110}?)(?=\.\s|\.?$|[,;:(]|\s(?:vertreten|represented|sowie|betrieben|herausgegeben|bereitgestellt|angeboten|verantwortet)\b))"
)
"""Of whom a site says that it is theirs: "aue.example ist ein Angebot der Auenfunk GmbH"."""
_PART_OF = re.compile(
    r"(?:Der\s|Die\s|Das\s)?[^\s.:;,][^.:;,]{2,60}?\sist\seine?\s(?:[a-zäöü-]+\s){0,5}(?:Teil|Marke|Gruppe|Abteilung|Sparte|Projekt|Produkt|Initiative|Einrichtung|[\w-]*(?:[Aa]ngebot|[Ll]eistung|[Ss]ervice))\s(?:de[rs]|vo[nm])\s(?:de[rmn]\s)?(?P<name>[^\s.:;,].{2,90})$"
)
"""Whose a group, a brand or a service is: "Auenlauf ist ein Teil von Auenwerk e.V."."""
_ARTICLE = re.compile(
    r"^(?:(?:vo[nm]|durch)\s)?(?:de[mnr]|die|das)\s(?:[a-zäöü]\w+\s(?:de[rs]|vo[nm])\s)?(?=[A-ZÄÖÜ])|^(?:de[nr]|die)\s(?:Mitgliedern?|Angehörigen)\s(?:de[rs]|vo[nm])\s"
)
"""How a name begins in the middle of a sentence whose beginning is the label."""
PROVIDER_IS = re.compile(
    r"(?:(?:dienste?)?anbieter|betreiber|herausgeber)(?:in)?\s(?:[\w.-]{1,40}\s){0,6}?ist\s(?:(?:der|die|das)\s)?(?=\S+\s)",
    re.IGNORECASE,
)
"""What a line without a dot says before the name: "Anbieter dieser Seiten ist der Auenwerk e.V."."""
_NO_NAME = re.compile(
    r"^(?:Es|Wir|Sie|Ich|Hier|Bitte|Dies\w*|Alle|Für|Bei|Siehe|Unser\w*|Das\sfolgende)\b|\b(?:gilt|gelten|finden|findest|lautet|haben|siehe|bitte|nach|gemäß|wurde|see|please|find)\b"
)
"""Words of a sentence that names nobody."""
_RELATIVE = re.compile(r"\bgehört\b|,\s(?:die|der|das|deren|welche[rs]?)\s(?:[a-zäöü]+\s)+")
"""What a sentence has, and no name: "gehört der Gesellschaft AUE, die im Register …"."""
_MIDST = re.compile(
    r"(?:und|oder|sowie|deren|dessen|wobei|and|whose|mit|von|vom|für|durch|bei[m]?|aus|nach|zum|zur|i[nm])\s"
)
_GOES_ON = re.compile(r"^(?:de[rs]|für|zur)\s[A-ZÄÖÜ]")
QUOTED = re.compile(r"[\"„“”»«'](?P<name>[^\"„“”»«]{3,80})[\"“”»«']")
_JOINED = re.compile(r"\s(?:und|and|&|\+)\s")
_TITLE = re.compile(r"\W*(?:[\w-]+\s(?:&|und|/)\s)?(?:impressum|imprint)\W*$", re.IGNORECASE)
_STATE = re.compile(
    r"(?:[Dd]as\s|[Dd]er\s|[Dd]ie\s|[Tt]he\s)?(?P<name>(?:Land|Freistaat|Bundesland|Bundesrepublik|Freie\s(?:und\s)?Hansestadt)\s[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+)?),?\s(?:diese[rs]?\s|gesetzlich\s)*(?:vertreten|represented)\b"
)
_ANSWERS = re.compile(
    r"[Vv]erantwortlich\sfür\s(?!(?:den\s|die\s|das\s)?(?:[\w-]*(?:[Gg]estaltung|[Tt]echnik|[Uu]msetzung|[Pp]rogrammierung|[Dd]esign|[Hh]osting|[Dd]aten)))"
    r"[^.:;,]{3,80}?\s(?:ist|zeichnet)\s(?:der|die|das)\s(?=[A-ZÄÖÜ])"
)
"""How a sentence begins that says who answers: "Verantwortlich für das Auenfest ist der …"."""
_ANSWERS_FOR = re.compile(
    r"Für\s(?:(?:den|die|alle)\s)?(?:[\w-]*[Ii]nhalte?|Texte|Beiträge|Seiten?)(?:\s[^:]{2,40}?)?\sverantwortlich:\s+(?=[A-ZÄÖÜ])"
)
_REMITS = re.compile(
    r"(?:(?:Der|Die|Das)\s)?[\w-]*(?:[Mm]inisterium|[Vv]erwaltung|[Aa]mt|[Bb]ehörde|[Ss]enator(?:in)?|[Mm]inister(?:in)?|[Dd]ezernat|[Ff]achbereich|[Ff]akultät|[Ii]nstitut)"
    r"\s(?:für|der)\s[^,:@\d]{2,50}(?:,\s[^,:@\d]{2,40}){0,4}?,\s[A-ZÄÖÜ][\w-]*\s(?:und|sowie)\s(?:für\s)?[A-ZÄÖÜ][^,:@\d]{2,80}"
)
"""A body that is named after several things it is for."""
MOST_ANSWER = 200
MOST_BODY = 90
MOST_WORDS = 8
SURE = 4
"""What `body` says of a name with its legal form."""


def fits(text: str) -> bool:
    """Whether a line can be a name at all."""
    if not 3 <= len(text) <= 160 or _NOISE.match(text) or ROLE.match(text) or guest(text):
        return False
    if (
        "@" in text
        or _CODE.search(text)
        or _PLACED.search(text)
        or re.search(r"https?:|www\.", text)
        or re.match(r"^[\d\W]+$", text)
    ):
        return False
    if text[-1].isdigit() and text.count(" ") == 1 and is_sure(text):
        return False  # "Ringstraße 4"
    form = LEGAL_FORM.search(text)
    if form and len(text.strip(" ()–-,")) <= len(form.group()) + 1:
        return False
    if (text[0] in "–—-" and text[1:2] == " ") or _MIDST.match(text):
        return False  # one of a list, or the middle of a sentence
    if not form and _RELATIVE.search(text):
        return False
    return (
        not (text.startswith("(") and text.endswith(")"))
        and (not text.endswith((".", ":")) or _graduate(text))
    ) or bool(form)


def _graduate(text: str) -> bool:
    """Whether a line ends with what a person has studied, whose dot ends no sentence."""
    return _DEGREE.search(text) is not None and bool(person(text))


def offered(text: str) -> re.Match[str] | None:
    """Of whom a line says that the site is theirs, where it says so."""
    if not (" ist " in text or " wird " in text or " is " in text):
        return None
    said = _OFFERED.match(text)
    if said and said["name"]:
        return said
    return _part_of(text)


def _part_of(text: str) -> re.Match[str] | None:
    """Whose a line says something without a legal form is: a body's with one, or a person's."""
    part = _PART_OF.match(text)
    if part is None:
        return None
    name = part["name"]
    if not LEGAL_FORM.search(name) and not person(name.rstrip(".")):
        return None
    return None if LEGAL_FORM.search(text[: part.start("name")]) else part


def said_name(pieces: Pieces) -> Found | None:
    """A name that stands under a label or in a sentence instead of above the address."""
    for index, piece in enumerate(pieces):
        if piece.kind != topics.PROVIDER or piece.topic != topics.PROVIDER:
            continue
        in_cell = piece.outer == topics.PROVIDER and not piece.at
        if piece.value and (piece.value != piece.text or in_cell):
            text = unbroken(first_of(piece.value).strip(" "))
            text = text if LEGAL_FORM.search(text[-8:]) else text.strip(" .")
            if fits(text) and (body(text) or person(text)):
                return Found(text, *piece.place(piece.at), 0.8)
            continue
        if name := _below(pieces, index):
            return name
    every = range(len(pieces))
    for pattern in (_IS_PROVIDER, _OFFERED, _SENTENCE):
        if name := _in_sentence(pieces, every, pattern):
            return name
    return None


def first_of(text: str) -> str:
    """What stands before the first comma that is not within a name: "Amt für Bau, Wohnen und Umwelt"."""
    whole = _REMITS.match(text) if ", " in text else None
    return whole.group() if whole else re.split(r",\s", text)[0]


def unbroken(text: str) -> str:
    """A name without the bracket that a comma has cut through: "Auen Labor (Einzelunternehmen"."""
    opened = text.rfind("(")
    return text[:opened].rstrip() if opened > text.rfind(")") else text


def _below(pieces: Pieces, index: int) -> Found | None:
    """The name in one of the two lines below a label."""
    for number in (index + 1, index + 2):
        below = pieces[number] if number < len(pieces) else None
        if (
            below is None
            or below.kind
            or below.topic != topics.PROVIDER
            or len(below.text) > 100
            or below.text.endswith(":")
        ):
            break
        if _is_street(pieces, number):
            break
        text = below.text.strip(" ,")
        quoted = QUOTED.fullmatch(text)
        text = quoted["name"] if quoted else text
        if text.endswith("..") or (
            text.endswith(".") and not LEGAL_FORM.search(text[-8:]) and not CLAUSE.search(text)
        ):
            text = text[:-1]
        lead = _ARTICLE.match(text) or PROVIDER_IS.match(text)
        part = _part_of(text)
        start = part.start("name") if part else lead.end() if lead else 0
        at = max(below.text.find(text), 0) + start
        text = text[start:]
        if _NO_NAME.search(text) and not (body(text) >= SURE and len(text.split()) <= MOST_WORDS):
            continue
        ends = text.endswith(".") and not LEGAL_FORM.search(text[-8:])
        if fits(text) and (body(text) or person(text) or _couple(text)) and not ends:
            return Found(text, *below.place(at), 0.8)
        if number == index + 1 and not lead and _alone(pieces, index):
            return Found(text, *below.place(at), 0.6)
    return None


def _is_street(pieces: Pieces, index: int) -> bool:
    """Whether a line is a street with its place below it, though it may be called like a body: "Markt 1"."""
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    return (
        below is not None
        and below.digit
        and PLACE.match(below.text) is not None
        and is_numbered(pieces[index].text.rstrip(" ,"))
    )


def _couple(text: str) -> bool:
    """Whether a line is two persons and nothing else: "Anna Kern und Ben Lutz"."""
    both = _JOINED.split(text)
    return len(both) == 2 and all(map(person, both))


def _alone(pieces: Pieces, index: int) -> bool:
    """Whether one line stands between the label of the provider and another label."""
    label, line = pieces[index], pieces[index + 1]
    behind = pieces[index + 2] if index + 2 < len(pieces) else None
    quoted = QUOTED.fullmatch(line.text)
    text = quoted["name"] if quoted else line.text
    return (
        behind is not None
        and behind.kind in {topics.REPRESENTATIVE, topics.CONTACT, topics.PHONE, topics.EMAIL}
        and not _TITLE.match(label.text)
        and not line.source.hrefs
        and text[0].isupper()
        and text[-1].isalnum()
        and len(text.split()) <= MOST_WORDS
        and fits(text)
        and not CLAUSE.search(text)
    )


def sentenced(pieces: Pieces) -> Found | None:
    """The body of which a sentence says what it is in law: "Die Auenschule ist eine Körperschaft …"."""
    return _in_sentence(pieces, sorted(pieces.texts.having(" ist ")), _SENTENCE)


def contact_named(pieces: Pieces) -> Found | None:
    """Who is to be turned to, on a page that names nobody else: "Ansprechpartnerin: Anna Kern"."""
    for index in pieces.kinds.get(topics.CONTACT, ()):
        piece = pieces[index]
        name = person(re.split(r",\s", piece.value)[0]) if piece.topic == topics.PROVIDER else ""
        if name:
            return Found(name, *piece.place(max(piece.text.find(name), piece.at)), 0.5)
    return None


def answering(pieces: Pieces) -> Found | None:
    """A body of which a sentence says that it answers for what the page is about."""
    for index in pieces.kinds.get(topics.RESPONSIBLE, ()):
        piece = pieces[index]
        said = _ANSWERS.match(piece.text) if len(piece.text) <= MOST_ANSWER else None
        form = LEGAL_FORM.search(piece.text, said.end()) if said else None
        if said and form and form.start() - said.end() < MOST_BODY:
            name = piece.text[said.end() : form.end()]
            if fits(name) and not CLAUSE.search(name):
                return Found(name, *piece.place(said.end()), 0.6)
    return None


def answering_alone(pieces: Pieces) -> Found | None:
    """The one person who answers for a page on which nobody else is named: "Verantwortlich: Anna Kern"."""
    found: dict[str, Found] = {}
    if pieces.of(topics.REPRESENTATIVE, topics.REGISTER):
        return None  # a body is, whose name stands nowhere
    for index in sorted(pieces.of(topics.RESPONSIBLE) | pieces.texts.marked("verantwortlich:")):
        piece = pieces[index]
        said = _ANSWERS_FOR.match(piece.text)
        text, at = (piece.value, piece.at) if piece.kind else (piece.text, 0)
        if said and not piece.kind:
            text, at = piece.text[said.end() :], said.end()
        elif not piece.kind or len(text) > MOST_BODY:
            continue
        below = pieces[index + 1] if index + 1 < len(pieces) and not text else None
        line = piece if below is None else below
        name = person(re.split(r",\s", text if below is None else below.text)[0])
        if not name or line.topic in topics.STRANGERS:
            return None  # somebody else answers, too
        found.setdefault(name, Found(name, *line.place(max(line.text.find(name), at)), 0.5))
    return next(iter(found.values())) if len(found) == 1 else None


def state_named(pieces: Pieces) -> Found | None:
    """A state that stands under the provider's label with who acts for it: "Land Auen, vertreten durch …"."""
    for index in pieces.kinds.get(topics.PROVIDER, ()):
        for piece in pieces[index : index + 2]:
            said = _STATE.match(piece.value if piece.kind else piece.text)
            if said and piece.topic == topics.PROVIDER:
                at = piece.text.find(said["name"])
                return Found(said["name"], *piece.place(max(at, 0)), 0.8)
    return None


def declared(pieces: Pieces, numbers: list[int]) -> Found | None:
    """The name in a sentence of one of these pieces that says who the provider is."""
    own = [number for number in numbers if pieces[number].topic == topics.PROVIDER]
    return _in_sentence(pieces, own, _IS_PROVIDER)


def _in_sentence(
    pieces: Pieces, numbers: list[int] | range, pattern: re.Pattern[str]
) -> Found | None:
    for index in numbers:
        piece = pieces[index]
        match = pattern.search(piece.text[:800]) if piece.topic not in topics.STRANGERS else None
        if match is None:
            continue
        if match["name"] is None:
            return _name_of(pieces[index + 1]) if index + 1 < len(pieces) else None
        name = _whole(pieces, index, match)
        if body(name) or pattern is _SENTENCE or (pattern is _OFFERED and person(name)):
            return Found(name, *piece.place(match.start("name")), 0.75)
    return None


def _name_of(piece: Piece) -> Found | None:
    """A line that is nothing but the name with which the sentence above it ends."""
    text = piece.text.strip(" .,")
    form = LEGAL_FORM.search(piece.text)
    text = piece.text[: form.end()] if form and form.end() >= len(text) else text
    return Found(text, *piece.place(), 0.7) if fits(text) and body(text) else None


def _whole(pieces: Pieces, index: int, match: re.Match[str]) -> str:
    """The name with its legal form, whose dots end no sentence, and what the next line adds."""
    name, end = match["name"].strip(), match.end("name")
    form = LEGAL_FORM.search(match.string, match.start("name"))
    if form and form.start() <= end + 1 and form.end() > end:
        return match.string[match.start("name") : form.end()]
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    if (
        below is not None
        and end == len(pieces[index].text)
        and not (below.kind or below.gap or below.source.heading)
        and len(below.text) < 80
        and _GOES_ON.match(below.text)
    ):
        more = below.text.strip(" ,")
        return f"{name} {more if LEGAL_FORM.search(more[-8:]) else more.rstrip('.')}"
    return name
