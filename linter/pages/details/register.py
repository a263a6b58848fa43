"""The register of the provider: court and number."""

# ruff: noqa: PLR2004 - lengths and weights of a heuristic, each used once and meaning itself
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.found import Found
from linter.pages.details.names import LEGAL_FORM

if TYPE_CHECKING:
    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.provider import Provider

_KEPT = r"(?:HR\s?[AB]|VR|GnR|GsR|PR|GR|FN|Gen\.?\s?R\.?)"
_ZVR = re.compile(
    r"\bZVR(?:[\s-]?(?:Zahl|Nummer|Nr|Number|No)\b)?[.:\s]*(?P<number>\d[\d ]{7,12}\d)"
)
"""The number of a club in Austria's register."""
_COUNTED = re.compile(
    r"(?:\b(?:[\w-]*[Rr]egister|[Ff]irmenbuch|[Vv]ereins|[Ee]intragungs)-?\s?[Nn](?:ummer|r\b\.?)|(?:(?<=[,;:(]\s)|(?<=unter\s)|(?<=unter\sder\s))(?:[Nn]ummer|[Nn]r\b\.?|[Nn]o\b\.?))\s?:?\s?(?P<number>\d{2,7}(?:[a-z]\b|\s?/\s?\d{1,4})?)(?![\d./-])"
)
"""A number without the letters of its register."""
_SWISS = re.compile(
    r"(?:\bNr\.\s?|:\s?)(?P<number>CHE-?\s?\d{3}\.\d{3}\.\d{3})\b(?!\s?(?:MWST|TVA|IVA))"
)
"""The number in Switzerland's register."""
_KEPT_LABEL = re.compile(
    r"\W*(?:HR\s?[AB]|VR|GnR|PR|ZVR(?:[\s-]?\w+)?|FN|[\w-]*[Rr]egister-?\s?(?:[Nn]ummer|[Nn]r\.?))\W*$"
)
"""The letters of a register as the label of a number."""
_BESIDE_LABEL = re.compile(r"\d{2,10}(?!\d)")
_BARE = re.compile(
    r"\b[\w-]*[Rr]egister(?:eintrag\w*|nummer|-?\s?[Nn]r\b\.?)?(?!\w)[^\d§;()]{0,45}?[\s:]"
    r"(?P<number>(?<!seit\s)(?<!vo[nm]\s)(?<!am\s)(?<!ab\s)(?<!Jahr\s)\d{2,6}(?:\s?/\s?\d{2,4})?)(?!\s?[\w@%]|\.\d|\s?/\s?\d|,\d)"
)
"""A number that stands with nothing but words behind that for its register: "Vereinsregister 2054"."""
NUMBER = re.compile(
    rf"\b{_KEPT}(?:[-\s.]*(?:Nr|Nummer|No)\b\.?:?)?[\s:-]*\d[\d ./]{{0,14}}\d(?:\s?(?!AG\b)(?:[A-Z]{{1,2}}|BHV|[a-z]|Nz)\b)?|\b{_KEPT}[\s:-]*\d{{1,7}}(?:\s?(?!AG\b)(?:[A-Z]{{1,2}}|BHV|[a-z]|Nz)\b)?"
)
_PLACE = r"[A-ZÄÖÜ][\wäöüß.-]+(?:[\s/-](?:am|an\sder|vor\sder|bei|a\.|i\.|in|im|ob\sder)?\s?(?!(?:Vereins|Handels)?[Rr]egister|Nummer|Nr)[A-ZÄÖÜ(][\wäöüß.)-]+){0,3}"
_COURT = re.compile(
    rf"(?:Amts?gerichts?|AG|Handelsgericht|Landesgericht|Landgericht|Registergericht|Reg\.?-?\s?[Gg]er(?:icht|\.))(?:\s?[–-]\s?Registergericht\s?[–-]|\s\(Registergericht\))?\s(?P<place>{_PLACE})|(?:(?:Commercial|District|Local|Regional)\s[Cc]ourt|Amtsgericht)\s(?:of\s)?{_PLACE}"
    rf"|(?!Register|Commercial|Entered|The\b){_PLACE}\s(?:Local|District|Regional|Commercial)\s[Cc]ourt\b"
)
_LABEL = re.compile(
    r"^\W*(?:(?:zuständiges\s)?registergericht|firmenbuchgericht|register\s?court|commercial\sregister\scourt|court\w*\sof\sregist\w+|registry\scourt|gericht|amtsgericht(?=\s?:)|reg\.-?gericht(?=\s?:)|registration\scourt|ort\sdes\sregisters|registered\sat)\b",
    re.IGNORECASE,
)
_NUMBER_LABEL = re.compile(
    r"^\W*(?:register(?:nummer|nr|-nr|eintrag)?|regist(?:ration|er)\s?(?:number|no)|(?:handels|vereins)register(?:nummer|-?nr)?|vereinsnummer|eintragungsnummer|company\s(?:registration\s)?number)\b\.?",
    re.IGNORECASE,
)
_AT = re.compile(
    rf"(?:Handels|Vereins|Genossenschafts|Partnerschafts)?(?:[Rr]egister(?:auszug|eintrag|nummer|-?[Nn]r\.?)?|Stiftungsverzeichnis(?:ses)?)\s(?!of\s(?:Soc|Ass|Comp|Coop|Comm))(?:des|beim|am|of|der\sStadt|(?P<by>bei\sder|bei|der|vom)|von)?\s?(?P<court>(?:Amtsgerichts?\s)?{_PLACE})"
)
"""The register of a town, or of the authority that keeps it: "Vereinsregister der BH Aue"."""
_FILED = re.compile(r"\b(?:Az\.|AZ|Aktenzeichen)\s?:?\s[\w./-]*\d[\w./-]*(?:\s[A-Z]\d{0,3}\b)?")
"""The number of a foundation's file in the list of foundations."""
_GAZETTE = re.compile(
    r"\bim\s(?P<where>[A-ZÄÖÜ][^:;]{5,120}?)\sunter\s(?:dem|der|de[nm]\sAktenzeichen|der\sNummer)?\s?(?:Aktenzeichen|Nummer|Nr\.|Az\.)\s(?P<number>[\w./-]{3,40})\s(?:eingetragen|verzeichnet|veröffentlicht)"
)
_TOWN = re.compile(rf"(?P<town>{_PLACE}),?\s(?={_KEPT}[\s.]*(?:Nr\.?\s?)?\d)")
"""The town of the register before a number: "Aue HRB 1234"."""
_AFTER_TOWN = re.compile(
    r"[A-ZÄÖÜ][^\d:,;]{2,40}?\s(?:Nr\.?|Nummer|No\.?)?\s?(?P<number>\d{2,7}(?:\s?/\s?\d{1,4})?)"
)
"""The number behind the town of its register: "Vereinsregister Aue Nr. 1234"."""
_WORDED = ("gericht", "regist", "court", "stiftungsverz")
_SIGNS = ("HR", "VR", "GnR", "Gen.R", "GenR", "GsR", "PR", "GR", "FN", "ZVR", "AG ", " unter ")
"""Letters of which a number, a court or a gazette without one of the words has some."""
LONGEST_BARE = 160
MOST_TOLD = 300
"""Code points of a sentence that says whose a house or brand is."""
MOST_ABOVE, MOST_BESIDE = 8, 4
"""Pieces above a number and in its line in which the body stands whose it is."""
_PARTNER = re.compile(
    r"\bKomplementär|\bhaft(?:ende\w*|\.)\sGesellschafter|^(?:General|Managing)\spartner\b|^\W*phG\b",
    re.IGNORECASE,
)
"""Whose number a line gives that names the general partner of a partnership."""
_LETTERS = re.compile(r"HR\s?[AB]|VR|GnR|PR")
_KEPT_OF = (
    (re.compile(r"\bKG\b|\bOHG\b|\be\.?\s?K"), "HRA"),
    (re.compile(r"GmbH|mbH|\bUG\b|\bAG\b|\bSE\b|KGaA"), "HRB"),
    (re.compile(r"e\.?\s?V\b|[Vv]erein"), "VR"),
    (re.compile(r"\be\.?\s?G\b|[Gg]enossenschaft"), "GnR"),
)
"""Legal forms, and the letters of the register where they are kept."""
_WORDS = re.compile(
    r"^(?:(?:Vereins|Handels)register(?:nummer|nr)?|Registergericht|Registernummer|Nummer|Nr|Eintragung|Register|Reg)$",
    re.IGNORECASE,
)


def register_of(pieces: Pieces, form: str = "") -> tuple[Found | None, Found | None]:
    """Return the court (or register) and the number; form: the legal form of the provider."""
    court: Found | None = None
    weak: Found | None = None
    number: Found | None = None
    kept = False
    named = pieces.texts.marked(*_WORDED) | pieces.of(topics.REGISTER)
    for index in sorted(named.union(pieces.texts.having(*_SIGNS).intersection(pieces.digits))):
        piece = pieces[index]
        if piece.topic in topics.STRANGERS or len(piece.text) > 1000:
            continue
        text = piece.text
        if _PARTNER.search(text) or _PARTNER.search(piece.source.label):
            continue  # who runs it has a register of its own
        if number is None or not (kept or _is_kept(number, form)):
            one = _number(pieces, index)
            kept = one is not None and _is_kept(one, form)
            number = one if number is None or kept else number
        gazette = _GAZETTE.search(text) if " unter " in text else None
        if gazette and court is None:
            court = Found(gazette["where"], *piece.place(gazette.start("where")), 0.7)
            number = number or Found(gazette["number"], *piece.place(gazette.start("number")), 0.7)
        if court is None:
            court = _court(pieces, index)
        if weak is None:
            weak = _weak(piece)
    if number is None and court is not None and court.confidence < 0.7:
        return None, None  # a court that offers a page of its own
    return court or (weak if number else None), number


def _is_kept(number: Found, form: str) -> bool:
    """Whether a number is of the register in which bodies of a legal form are: "HRA" of a KG."""
    letters = next((kept for name, kept in _KEPT_OF if name.search(form)), "")
    said = _LETTERS.match(number.value)
    return not letters or said is None or said.group().replace(" ", "") == letters


def is_anothers(number: Found, pieces: Pieces, provider: Provider) -> bool:
    """Whether a number is that of another body, which stands there with its own legal form.

    Asked where the provider's name is read and has none: "Klinikum Aue gGmbH, HRB 4711".
    """
    if provider.name is None:
        return False
    at = next((n for n, piece in enumerate(pieces) if piece.line == number.line), -1)
    for piece in reversed(pieces[max(at - MOST_ABOVE, 0) : at + 1 + MOST_BESIDE]):
        if piece.line > number.line:
            continue
        if piece.line == provider.name.line or provider.name.value in piece.text:
            return False
        if LEGAL_FORM.search(piece.text) and piece.text[0].isupper():
            return not _runs(piece, provider.name.value, pieces)
        if piece.source.heading:
            return False
    return False


def _runs(firm: Piece, name: str, pieces: Pieces) -> bool:
    """Whether a firm runs what is named as the provider: "Auenblick ist ein Haus der Lutz GmbH"."""
    above = pieces.index(firm) - 1
    if above >= 0 and pieces[above].kind == topics.PROVIDER and pieces[above].announces:
        return True
    said = LEGAL_FORM.search(firm.text)
    whole = firm.text[: said.end()] if said else firm.text
    return any(
        piece is not firm
        and name in piece.text
        and whole in piece.text
        and len(piece.text) < MOST_TOLD
        for piece in pieces
    )


def _court(pieces: Pieces, index: int) -> Found | None:
    piece = pieces[index]
    label = _LABEL.match(piece.text)
    if label:
        value = piece.text[label.end() :].lstrip(" :.-")
        at = len(piece.text) - len(value)
        if not value and index + 1 < len(pieces) and not _LABEL.match(pieces[index + 1].text):
            piece = pieces[index + 1]
            value, at = piece.text, 0
        kept = NUMBER.search(value)
        if kept:
            value = value[: kept.start()]
        value = re.split(r"[,;(|]|\s(?:unter|Nr)\b", value)[0].strip(" :.–-·•|")
        if value and value[0].isupper() and not _WORDS.match(value):
            return Found(value, *piece.place(at), 0.95)
    above = pieces[index - 1].low if index else ""
    text = piece.text
    court = "ericht" in text or "AG " in text or "ourt" in text
    match = _COURT.search(text) if court else None
    near = match is not None and (
        "regist" in text.lower()
        or "regist" in above
        or NUMBER.search(piece.text) is not None
        or (text[-1].islower() and index + 1 < len(pieces) and "regist" in pieces[index + 1].low)
    )
    if match and text[max(match.start() - 1, 0)] == "[":
        return None  # what a template has left to be filled in
    if match and (near or piece.topic == topics.REGISTER):
        value = match.group().strip(" .,·|•")
        value = value if "(" in value else value.rstrip(")")
        value = re.sub(
            r"\s(?:(?:Nr\.?\s)?HR\s?[AB]?|VR|PR|GnR|GsR|FN|unter|Registernummer|Nr\b\.?)\b.*$",
            "",
            value,
        ).strip(" .,·|•")
        return Found(value, *piece.place(match.start()), 0.9 if near else 0.6)
    return None


def _weak(piece: Piece) -> Found | None:
    """A register named after its town without the word for the court: "Handelsregister Potsdam"."""
    town = _TOWN.match(piece.text) if piece.topic == topics.REGISTER else None
    if town and not _WORDS.match(town["town"]):
        return Found(town["town"], *piece.place(), 0.6)
    listed = "egister" in piece.text or "verzeichnis" in piece.text
    match = _AT.search(piece.text) if listed else None
    if (
        match is None
        or _WORDS.match(match["court"])
        or re.search(r"eingetragen|eintragung", match["court"], re.IGNORECASE)
    ):
        return None
    at = match.start("court") if match["by"] else match.start()
    value = re.sub(r"\s(?:HR[AB]|VR|Nr)\b.*$", "", piece.text[at : match.end()])
    if _WORDS.match(value.strip(" .,")):
        return None
    return Found(value.strip(" .,"), *piece.place(at), 0.7)


def _number(pieces: Pieces, index: int) -> Found | None:
    piece = pieces[index]
    match = NUMBER.search(piece.text) if "R" in piece.text or "FN" in piece.text else None
    if match and not re.search(r"\bUSt|§", piece.text[max(0, match.start() - 6) : match.start()]):
        written = match.group().rpartition(":")[2].strip(" ./-")  # "HRB-Nummer: 4711"
        return Found(written, *piece.place(match.start() + match.group().rfind(written)), 0.95)
    club = _ZVR.search(piece.text) if "ZVR" in piece.text else None
    if club:
        return Found(club["number"], *piece.place(club.start("number")), 0.9)
    filed = _FILED.search(piece.text) if "tiftungsverzeichnis" in piece.text else None
    if filed:
        return Found(filed.group(), *piece.place(filed.start()), 0.7)
    if piece.kind == topics.REGISTER and (counted := _COUNTED.search(piece.text)):
        return Found(counted["number"], *piece.place(counted.start("number")), 0.8)
    if piece.kind == topics.REGISTER and (swiss := _SWISS.search(piece.text)):
        return Found(swiss["number"], *piece.place(swiss.start("number")), 0.9)
    if piece.outer == topics.REGISTER and _KEPT_LABEL.match(piece.source.label):
        alone = _BESIDE_LABEL.match(piece.text)
        return Found(alone.group(), *piece.place(), 0.8) if alone else None
    bare = _BARE.search(piece.text) if "egister" in piece.text else None
    if bare and len(piece.text) <= LONGEST_BARE:
        return Found(bare["number"], *piece.place(bare.start("number")), 0.7)
    label = _NUMBER_LABEL.match(piece.text)
    if label and piece.kind == topics.REGISTER:
        value = piece.text[label.end() :].lstrip(" :.-")
        if not value and index + 1 < len(pieces):
            piece = pieces[index + 1]
            value = piece.text
            if NUMBER.search(value) or piece.kind:
                return None
        town = _AFTER_TOWN.fullmatch(value.strip(" ."))
        if town:
            at = piece.text.find(value) + town.start("number")
            return Found(town["number"], *piece.place(at), 0.8)
        if (
            re.search(r"\d{2}", value)
            and len(value) <= 40
            and not re.search(r"gericht", value, re.IGNORECASE)
        ):
            return Found(value.strip(), *piece.place(max(piece.text.find(value), 0)), 0.8)
    return None
