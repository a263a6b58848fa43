"""The persons named in a phrase with their office: "den Präsidenten Prof. Dr. Paul Pauli"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.pages.details.found import Found
from linter.pages.details.names import KEPT, held, maybe_surname, person, persons

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece

_TITLES = r"(?:(?:Univ\.-?\s?Prof|Prof|Dr|h|c|med|rer|nat|phil|jur|Dipl|Ing|PD|habil|mult|e|h\.c|Mag|M\.A|B\.Eng|\(B\.Eng\)|Dipl\.-\w+)\b\.?\)?\s?-?)*"
_PERSON = rf"{_TITLES}[A-ZÄÖÜ][\wäöüßéèáçğşćč'’-]*\.?(?:\s(?:von|van|de|der|zu|Al-|el|[A-ZÄÖÜ][\wäöüßéèáçğşćč'’-]*\.?)){{1,4}}"
OFFICE = (
    r"(?:\w{0,20}[Bb]ürgermeister(?:in)?|Landr(?:at|ätin)|(?:Minister)?[Pp]räsident(?:in|en)?|(?:Innen|Justiz|Finanz|Staats)?[Mm]inister(?:in)?|(?:Regierungs|Polizei|Vize)[Pp]räsident(?:in)?|"
    r"Rektor(?:in)?|Direktor(?:in)?|Intendant(?:in|en)?|Geschäftsführer(?:in(?:nen)?)?|Geschäftsführung|Vorst(?:and|ände)|Vorsitz(?:ende[rn]?)?|Vorstandsvorsitzende[rn]?|Inhaber(?:in)?|Leiter(?:in)?|Senator(?:in)?|Speaker|"
    r"Altherrenvorstand|(?:Verbands|Amts|Gemeinde|Kreis)?[Vv]orsteher(?:in)?|Superintendent(?:in|en)?|Amtsleiter(?:in)?|Amtsleitung|Behördenleiter(?:in)?|Behördenleitung|Hauptgeschäftsführer(?:in)?|Institutsleiter(?:in)?|Leitung|Generaldirektor(?:in)?|Kanzler(?:in)?|(?:Federal\s|Prime\s)?Minister|President|(?:Lord\s)?Mayor|Rector|Chancellor|(?:Managing\s|Executive\s)?Directors?(?:\sGeneral)?|Secretary[\s-]General|Obmann|Obfrau|(?:Ober)?[Ss]chützenmeister(?:in)?|Eigentümer(?:in)?|Chairman|Chairwoman|CEO|Owner|Dekan(?:in)?|\w{0,20}[Ww]ehrführer(?:in)?|\w{0,20}[Bb]randmeister(?:in)?|Kommandant(?:in|en)?|Abteilungsleiter(?:in)?|(?:Betriebs|Werk|Verwaltungs|Dienststellen|Instituts|Geschäfts)(?:leiter(?:in)?|leitung)|Hauptverwaltungsbeamte[rn]?|Amtsdirektor(?:in)?|Stadtdirektor(?:in)?|Vereinsvorstand|Schulleiter(?:in)?|Schulleitung)"
)
OFFICE_WORD = re.compile(rf"\b{OFFICE}\b")
_WHOSE = (
    r"(?:[\w-]*(?:gerichts|amt(?:e)?s|kreises|verband(?:e)?s|vereins|instituts|ministeriums|präsidiums|klinikums|museums|theaters|betriebs|archivs|parlaments|landtages|landtags)|"
    r"[\w-]*(?:[Ss]tadt|[Gg]emeinde|[Bb]ehörde|[Vv]erwaltung|[Ss]chule|[Uu]niversität|[Kk]ammer|[Ss]tiftung|[Aa]nstalt|[Aa]kademie|[Bb]ibliothek|[Dd]irektion|[Kk]asse|[Gg]esellschaft))"
)
"""Whose head somebody is: "den Direktor des Amtsgerichts Karl Zorn"."""
_OF_WHOM = re.compile(
    rf"^\s*(?:(?:der|des)\s{_WHOSE}|de[nr]/die|die/de[nr]|Frau/Herrn?|Herrn?/Frau)\s(?=[A-ZÄÖÜ])"
)
"""The same behind a label that is the office alone, and articles for both sexes."""
_TITLED = re.compile(
    rf"^(?:(?:durch|den|die|der|ihren?|ihre[mn]?|seinen?|seine[mn]?)\s)*[\w-]*{OFFICE}\s(?:der|des)\s[^,;:()]{{3,90}}?\s(?=(?:Univ\.-?\s?)?Prof\.\s|Dr\.\s|Herrn?\s|Frau\s)"
)
"""All before the title of who heads a body of several words: "den Präsidenten der … Auen Prof. …"."""
_LEAD = re.compile(
    rf"^(?:(?:den|die|der|das|dem|ihren?|ihre[mn]?|seinen?|seine[mn]?|the|its|jeweils|gemeinsam|ist|sind|is)\s)*(?:(?:(?:[a-zäöü-]+[enr]?|1\.|2\.|[A-ZÄÖÜ][a-zäöü]+(?:en|er|e)|Ltd\.)\s){{0,3}}?[\w-]*{OFFICE}[\w-]*(?:\s(?:der|des|of\sthe)\s(?:[\w-]+(?:\s[\w-]+)?(?=[,:])|{_WHOSE}(?=\s[A-ZÄÖÜ])))?\s*(?:und\s)?)?(?:\([^)]{{0,60}}\))?\s*[:,]?\s*(?:(?:Herrn?|Frau|Mr\.?|Ms\.?|Mrs\.?)\s)?"
)
_FIRST = re.compile(_PERSON)
_CONSISTS = re.compile(
    r"^(?:(?:i\.\s?S\.\s?d\.|im\sSinne\sde[sr]|nach|gemäß|gem\.)\s?§[^,:;]{2,30}?\s)?(?:besteht\s(?:\w+\s)?aus|setzt\ssich\s(?:\w+\s){0,2}aus|bilden|consists\sof)\s*:?\s+"
)
_SURNAME = re.compile(
    rf"^(?:(?:den|die|der|durch)\s)*(?:{OFFICE}(?:\s(?:Herrn?|Frau))?|Herrn?|Frau)\s(?P<name>[A-ZÄÖÜ][\wäöüß-]+)\.?$"
)
_ARE = re.compile(r"^(?:[^\s,:;]+\s){1,6}?(?:sind|ist)\s(?=(?:der|die|Herrn?|Frau)\s)")
"""A sentence whose subject is the board: "Vorstand nach § 26 BGB sind der Vorsitzende …"."""
ENDS = re.compile(
    # The end of a sentence, not the dot of a title.
    r"(?<=[a-zäöüß]{3})(?<!Prof)(?<!med)(?<!rer)(?<!nat)(?<!phil)(?<!jur)(?<!iur)(?<!habil)(?<!theol)(?<!agr)(?<!oec)(?<!pol)(?<!mult)(?<!Dipl)(?<!Ing)(?<!Mag)(?<!dent)(?<!vet)(?<!techn)(?<![Ss]tellv)(?<!vertr)(?<!Stv)(?<!ppa)(?<!medic)(?<!Geistl)(?<!Prakt)\.\s(?=[A-ZÄÖÜ])"
    r"|;\s(?=[^;]{2,60}:)|\b(?:gesetzlich\s)?vertreten\b|\bdiese\b|\bTelefon\b"
)
_SERVES = re.compile(
    r"(?:^|(?<=[,;:·]\s)|(?<=\sund\s))(?:(?:Ltd\.|Leitende[rn]?)\s)?(?!(?:BUND|VCD|SPD|O?St[DR])\s|RA\s|PD\sDr)"
    r"(?:[A-ZÄÖÜ][A-Za-zäöü]{0,6}[DRM]|RA|StB|WP|vBP|OB)(?:['’´]?in)?\s(?:Notar(?:in)?\s)?(?=(?:(?:Dr|Prof)\.\s)*[A-ZÄÖÜ][a-zäöüß-]+\s(?:v[ao]n\s|de[rn]?\s|zu\s)*[A-ZÄÖÜ][a-zäöüß])"
    r"|(?:^|(?<=[,;:·]\s))Prakt\.\s(?:Tier|Zahn)?(?:[Aa]rzt|[Ää]rztin)\s"
)
"""A rank or a profession by its letters before a name behind a label: "LRD Anna Kern", "RAin Anna Kern"."""
_DEGREE = re.compile(r"\bDipl\.-?\s?\w+$")
_LAST_LABEL = re.compile(r"(?:,|[|·•/]|\sund)\s(?P<label>[^,|·•/:]{2,40})$")
"""The label of the next within a line that names several."""
_SECOND = re.compile(
    r"stellv|vertretung|\bvize|\b[Kk]on(?=[a-z])|kass|schatz|schrift|beisitz|technisch|beirat|aufsichts",
    re.IGNORECASE,
)
"""Offices beside the head's: none of them represents alone."""
_THIS_BY = re.compile(
    r"^.{2,80}?,\s(?:diese[rs]?|letztere[rs]?|welche[rs]?)\s(?:wiederum\s)?(?:vertreten\s)?durch\s"
)
"""A board that is represented by its head: only the head is a person."""


def named(text: str, piece: Piece, at: int) -> list[Found]:
    """The persons named in a phrase such as "den Präsidenten Prof. Dr. Paul Pauli"."""
    return [placed(name, piece, at) for name in _names(text)] if text else []


@lru_cache(maxsize=KEPT)
def _names(text: str) -> tuple[str, ...]:
    """The same as texts; of a line of a list, every label above it asks for them."""
    text = _THIS_BY.sub("", _first(text))
    text = _TITLED.sub("", text)
    text = _SERVES.sub("", text)
    text = _OF_WHOM.sub("", held(_ARE.sub("", _CONSISTS.sub("", text))))
    plain = persons(re.sub(r"^(?:durch|by)\s", "", text))
    colon = text.find(":")
    label = _LAST_LABEL.search(text, 0, colon) if colon >= 0 else None
    if label and (first := persons(text[: label.start()])):
        # "Rektor: Jo Kern, Konrektorin: Anna Lutz"
        more = [] if _SECOND.search(label.group()) else persons(text[colon + 1 :])
        return tuple(map(_strip_office, (*first, *more)))
    if colon >= 0:
        inner = persons(text[colon + 1 :])
        if len(inner) >= max(len(plain), 1):
            return tuple(inner)
    lead = _LEAD.match(text)
    rest = text[lead.end() :] if lead else text
    if lead and lead.end() and (names := persons(_without_office(rest))):
        return tuple(names)
    if plain and not (lead and lead.end()):
        return tuple(map(_strip_office, plain))
    match = None
    for office in OFFICE_WORD.finditer(text):
        match = _FIRST.match(
            text[office.end() :]
            .lstrip(" :,-")
            .removeprefix("Herrn ")
            .removeprefix("Herr ")
            .removeprefix("Frau ")
        )
    if match and (name := person(match.group())):
        return (name,)
    return tuple(map(_strip_office, plain))


def _first(text: str) -> str:
    """The first sentence; the dot of a degree ends none: "Dipl.-Geogr. Anna Kern"."""
    for end in ENDS.finditer(text):
        if not _DEGREE.search(text, 0, end.start()):
            return text[: end.start()]
    return text


def _without_office(text: str) -> str:
    return re.sub(
        rf"(?:^|(?<=[,;]\s)|(?<=und\s)|(?<=and\s)|(?<=oder\s))(?:(?:durch|by)\s)?(?:(?:die|der|den|the)\s)?(?:[123]\.\s)?(?:[A-ZÄÖÜ]?[a-zäöü]+(?:en|er|e)\s)?{OFFICE}\s+(?:(?:Herrn?|Frau)\s)?",
        "",
        text,
    )


def _strip_office(name: str) -> str:
    return re.sub(rf"^(?:Herrn?|Frau)?\s*{OFFICE}\s+(?=\S+\s\S)", "", name).strip()


def surname(text: str) -> str:
    """The surname that stands alone behind an office: "Oberbürgermeister Jahn", or ""."""
    said = _SURNAME.match(text)
    return said["name"] if said and maybe_surname(said["name"]) else ""


def placed(name: str, piece: Piece, at: int) -> Found:
    """Return a name with its place in the piece, where the search begins at an offset."""
    place = piece.text.find(name, max(at - 1, 0))
    return Found(name, *piece.place(place if place >= 0 else at), 0.9)
