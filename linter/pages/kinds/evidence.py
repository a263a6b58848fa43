"""evidence: what in the text of a page speaks for an Impressum or for a privacy notice.

The text is searched as bytes, one a character, in lower case: plain searches for words first, and
patterns only where a word was found, so that a page without them costs next to nothing.
"""

from __future__ import annotations

import re

_UPPER = bytes([*range(ord("A"), ord("Z") + 1), *(set(range(ord("À"), ord("Þ") + 1)) - {ord("×")})])
_BLANK = b"\t\v\f\r\xa0"
_PLAIN = bytes.maketrans(
    bytes(sorted(_UPPER)) + _BLANK, bytes(byte + 32 for byte in sorted(_UPPER)) + b" " * len(_BLANK)
)
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
MOST_PARAGRAPHS = 200
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

_BASIS = re.compile(
    rb"\xa7+ ?(?:5 ?(?:,? ?abs(?:atz|\.)? ?\d ?)?(?:des )?(?:tmg|ddg|telemedien|digitale|ecg|e-commerce|gesetz \xfcber digitale)"
    rb"|6 ?(?:abs[^a-z]{1,6})?(?:tdg|mdstv|teledienst|mediendienst)"
    rb"|(?:55|18|10) ?(?:,? ?abs(?:atz|\.)? ?\d ?)?(?:,? ?(?:s\.|satz) ?\d ?)?(?:und \d )?(?:des )?(?:rstv|mstv|medienstaats|rundfunkst|mdstv)"
    rb"|2[45] ?(?:mediengesetz|medieng)|14 ?ugb|63 ?gewo)"
)
_BASIS_WORDS = (
    b"angaben gem", b"kennzeichnung gem", b"pflichtangaben", b"anbieterkenn", b"information according to", b"kennzeichnung i.s.d",
    b"information pursuant to", b"angaben nach \xa7", b"angaben nach dem", b"informationspflicht", b"according to \xa7",
    b"pursuant to section", b"verantwortlich nach \xa7", b"verantwortlich gem",
)  # fmt: skip
_EDITOR_WORDS = (
    b"inhaltlich verantwortlich", b"verantwortlich f\xfcr den inhalt", b"verantwortlich f\xfcr inhalt", b"verantwortlich f\xfcr die inhalte",
    b"redaktionell verantwortlich", b"responsible for content", b"responsible for the content", b"responsible according to", b"v.i.s.d.p",
    b"v. i. s. d.", b"visdp", b"i.s.d.p", b"verantwortlich im sinne", b"verantwortlicher im sinne", b"verantwortliche im sinne", b"presserecht", b"responsible under", b"herausgegeben vo",
    b"herausgeber", b"inhaltlich verantw", b"verantwortlicher redakteur", b"verantwortliche redakteur", b"redaktionsleitung",
    b"anbieter der", b"anbieter dieser", b"anbieter:", b"diensteanbieter:", b"betreiber der", b"betreiber dieser", b"publisher", b"editor in chief",
    b"editorially responsible", b"chefredakteur", b"verantwortlich:", b"verantwortliche person",
)  # fmt: skip
_HINTS = (
    b"verantw", b"vertret", b"anbieter", b"\xa7", b"herausg", b"betreiber", b"vertr.", b"responsib", b"represent", b"publisher", b"v.i.s",
    b"redakt", b"angaben", b"presserecht", b"edit",
)  # fmt: skip
_REPRESENTED = (
    b"vertreten durch", b"vertretungsber", b"vertr. d", b"wird vertreten", b"gesetzlich vertreten", b"represented by",
    b"authorised representative", b"authorized representative", b"vertreten vo", b"vertreten d.", b"gesetzlicher vertreter", b"gesetzliche vertreter",
    b"vertretungsbefugt", b"represented through", b"vertretung:",
)  # fmt: skip
_OFFICE = (
    b"gesch\xe4ftsf\xfchr", b"inhaber", b"vorstand", b"vorsitzende", b"managing director", b"b\xfcrgermeister", b"landrat", b"landr\xe4tin", b"pr\xe4sident",
    b"intendant", b"wehrf\xfchrer", b"direktor", b"owner", b"president", b"ceo",
)  # fmt: skip
_REGISTERED = (
    b"umsatzsteuer", b"ust-id", b"ust.-id", b"ustid", b"ust id", b"vat id", b"vat-id", b"vat no", b"vat number", b"vat registration", b"vat identification", b"registergericht",
    b"handelsregister", b"vereinsregister", b"amtsgericht", b"registernummer", b"commercial register", b"steuernummer", b"steuer-nr",
    b"firmenbuch", b"uid-nummer", b"uid-nr", b"uid nr", b"uid: ", b"hrb", b"genossenschaftsregister", b"berufsordnung", b"wirtschafts-id", b"zvr",
)  # fmt: skip
_PUBLIC = (
    b"aufsichtsbeh\xf6rde", b"rechtsaufsicht", b"fachaufsicht", b"supervisory authority", b"supervizing", b"supervising", b"k\xf6rperschaft des",
    b"anstalt des \xf6ff", b"stiftung des \xf6ff", b"gebietsk\xf6rperschaft", b"public corporation", b"corporation under public law",
)  # fmt: skip
_DISCLAIMS, _DISCLAIMED = b"haftung f\xfcr", (b"inhalte", b"links", b"die inhalte", b"externe")
"""The headings and sentences that stand below name and address in most Impressums."""
NEXT = 60
"""So far the next word may stand behind a line break."""
_JUDGED = b"312 o 85/9"
"""The judgement about links to others that many of them cite."""
_DUTY, _BY_DUTY = b"impressumspflicht", b"rahmen der impressumspflicht"
"""What articles explain, and how an Impressum itself speaks of it."""
_MAIL = (b"@", b"(at)", b"[at]", b" at ", b"[\xe4t]", b"{at}", b"(a)", b"e-mail", b"email")
_PHONE_WORDS = (b"tel", b"fon", b"phone", b"\xff", b"mobil", b"fax")
_PHONE = re.compile(
    rb"(?:"
    + b"|".join(_PHONE_WORDS)
    + rb")[a-z.: ]{0,12}\n?[ (\[]{0,3}[+0(]{1,3}[\d /()+.\-\xad\n]{5,}"
)
_NUMBERED = re.compile(
    rb"[a-z\xdf-\xff.] ?\d{1,3}(?:/\d{1,3}){0,3} ?[a-z]?[ ,\n]{0,60}(?:(?:ch|at|a)(?: ?[-?] ?| ))?$"
)
"""What stands before a postal code of four digits: a street with its number, stairs and door."""
_PLACE = re.compile(rb"[ -]{0,2}\n?[a-z\xdf-\xff(]")

_RIGHTS = (
    b"auskunft", b"berichtigung", b"l\xf6schung", b"einschr\xe4nkung", b"bertragbarkeit", b"widerspr", b"widerruf", b"beschwerde",
    b"right of access", b"rectification", b"erasure", b"restriction", b"portability", b"right to object", b"lodge a complaint", b"withdraw",
)  # fmt: skip
_LAW = (
    b"dsgvo", b"ds-gvo", b"gdpr", b"grundverordnung", b"general data protection", b"art. 6", b"artikel 6", b"article 6", b"art. 13", b"bdsg",
    b"datenschutzgesetz", b"dsg-ekd", b"kdg",
)  # fmt: skip
_SUBJECT = (
    b"personenbezogene", b"personal data", b"verantwortliche stelle", b"verantwortlicher", b"log-file", b"logfile", b"logdatei", b"log files", b"ip-adresse", b"ip address", b"cookie",
    b"betroffene", b"speicherdauer", b"einwilligung", b"rechtsgrundlage", b"verarbeitung", b"consent", b"legal basis", b"data subject",
    b"google analytics", b"server", b"pers\xf6nlichen daten", b"pers\xf6nliche daten",
)  # fmt: skip

_PROCESSED = (b"art. 6", b"artikel 6", b"article 6", b"art 6")
MOST_TOLD = 5
_DENIES = re.compile(
    rb"\bkeine(?:rlei)? (?:[a-z\xdf-\xff]+ ){0,3}(?:daten|cookies|informationen)\b"
    rb"|\b(?:do|does) not (?:use|collect|store|track|process)\b"
)
"""How those say what they do with data who do nothing with any."""

_COMMON = (
    b"personenbezogene",
    b"verarbeitung",
    b"auskunft",
    b"dsgvo",
    b"personal data",
    b"ip-adresse",
    b"server",
)
_ALL = (*_COMMON, *(word for word in _SUBJECT + _LAW + _RIGHTS if word not in _COMMON))
"""The common ones first: few searches are needed where they are."""
_STEMS = (
    b"verantw", b"herausg", b"redakt", b"anbieter", b"betreiber", b"responsib", b"vertret", b"represent", b"umsatzsteuer", b"register", b"vat ",
    b"ust", b"angaben", b"kennzeichnung", b"information", b"according", b"pursuant", b"v. i. s", b"v.i.s", b"editor",
)  # fmt: skip


def _grouped(words: tuple[bytes, ...]) -> tuple[tuple[bytes, tuple[bytes, ...]], ...]:
    """The words by the stem they share: one search for the stem spares those for its words."""
    groups: dict[bytes, list[bytes]] = {}
    for word in words:
        stem = next((stem for stem in _STEMS if stem in word), word)
        groups.setdefault(stem, []).append(word)
    return tuple((stem, tuple(found)) for stem, found in groups.items())


_BASIS_GROUPS = _grouped(_BASIS_WORDS)
_EDITOR_GROUPS = _grouped(_EDITOR_WORDS)
_REPRESENTED_GROUPS = _grouped(_REPRESENTED)
_REGISTERED_GROUPS = _grouped(_REGISTERED)


def _any(low: bytes, groups: tuple[tuple[bytes, tuple[bytes, ...]], ...]) -> bool:
    for stem, words in groups:
        if stem in low:
            for word in words:
                if word in low:
                    return True
    return False


def plain(text: str) -> tuple[str, bytes]:
    """The text without invisible characters, and as bytes in lower case, place by place."""
    if not text.isascii() and ("\u00ad" in text or "\u200b" in text):
        text = _INVISIBLE.sub("", text)
    return text, text.encode("latin-1", "replace").translate(_PLAIN)


def basis(low: bytes) -> bool:
    """Whether a legal basis of the duty to identify the provider is named."""
    place = low.find(b"\xa7")
    count = 0
    while place >= 0 and count < MOST_PARAGRAPHS:
        if _BASIS.match(low, place):
            return True
        count += 1
        place = low.find(b"\xa7", place + 1)
    return _any(low, _BASIS_GROUPS)


def hinted(low: bytes) -> bool:
    """Whether any word of the duty to identify the provider is there; false is certain."""
    return any(word in low for word in _HINTS)


def editor(low: bytes) -> bool:
    """Whether somebody is named as responsible for the contents, or as publisher."""
    return _any(low, _EDITOR_GROUPS)


def represented(low: bytes) -> bool:
    """Whether it is said who represents the provider."""
    return _any(low, _REPRESENTED_GROUPS)


def office(low: bytes) -> bool:
    """Whether an office that represents a body is named."""
    return any(word in low for word in _OFFICE)


def public(low: bytes) -> bool:
    """Whether the legal status of a public body or who supervises it is named."""
    return any(word in low for word in _PUBLIC)


def registered(low: bytes) -> bool:
    """Whether a register or a tax number is named."""
    return _any(low, _REGISTERED_GROUPS)


def mail(low: bytes) -> bool:
    """Whether an e-mail address is likely on the page."""
    return any(word in low for word in _MAIL)


def phone(low: bytes) -> bool:
    """Whether a telephone number with its label is on the page."""
    for word in _PHONE_WORDS:
        place = low.find(word)
        while place >= 0:
            if _PHONE.match(low, place):
                return True
            place = low.find(word, place + 1)
    return False


def address(low: bytes) -> bool:
    """Whether a postal code with a town stands after a house number or a post-office box."""
    digits = low.translate(_DIGITS)
    found = 0
    place = digits.find(b"00000")
    while place >= 0 and found < MOST_PARAGRAPHS:
        end = place + 5
        inside = digits[end : end + 1] == b"0" or digits[place - 1 : place] == b"0"
        if not inside and _PLACE.match(low, end):
            before = digits[max(0, place - 90) : place - 1]
            if b"0" in before or b"postfach" in low[max(0, place - 90) : place]:
                return True
        found += 1
        while digits[end : end + 1] == b"0":
            end += 1
        place = digits.find(b"00000", end)
    place = digits.find(b"0000 ")
    while place >= 0 and found < MOST_PARAGRAPHS:
        if _PLACE.match(low, place + 4) and _NUMBERED.search(low[max(0, place - 80) : place]):
            return True
        found += 1
        place = digits.find(b"0000 ", place + 1)
    return False


def disclaims(low: bytes) -> int:
    """Where the usual disclaimers begin, -1 where there are none."""
    place = low.find(_DISCLAIMS)
    while place >= 0:
        end = place + len(_DISCLAIMS)
        if low[end : end + NEXT].lstrip().startswith(_DISCLAIMED):
            break
        place = low.find(_DISCLAIMS, end)
    return place if place >= 0 else low.find(_JUDGED)


def explains_duty(low: bytes) -> bool:
    """Whether the duty to have an Impressum is written about."""
    return _DUTY in low and low.count(_DUTY) > low.count(_BY_DUTY)


def law(low: bytes) -> bool:
    """Whether a law on data protection is named."""
    return any(word in low for word in _LAW)


def based(low: bytes) -> bool:
    """Whether the legal basis of a processing of data is named, and several things about it."""
    return processed(low) and _reaches(low, _ALL, MOST_TOLD)


def processed(low: bytes) -> bool:
    """Whether the article is named that allows the processing of data."""
    return any(word in low for word in _PROCESSED)


def rights(low: bytes, number: int) -> bool:
    """Whether so many different rights of those concerned are named."""
    return _reaches(low, _RIGHTS, number)


def several(low: bytes, number: int) -> bool:
    """Whether so many different words of data protection are there."""
    return _reaches(low, _ALL, number)


def _reaches(low: bytes, words: tuple[bytes, ...], number: int) -> bool:
    for word in words:
        if word in low:
            number -= 1
            if number <= 0:
                return True
    return False


def denies(low: bytes) -> bool:
    """Whether it is said that no data are collected."""
    return _DENIES.search(low) is not None


def notice(low: bytes) -> tuple[int, int, int]:
    """How many different rights, laws and subjects of data protection are named."""
    return (
        sum(word in low for word in _RIGHTS),
        sum(word in low for word in _LAW),
        sum(word in low for word in _SUBJECT),
    )
