"""aside: what a notice says that is no statement of the house: a definition, a right, an operator's.

Where "Empfänger" is defined, the right of access comprises the purposes or Meta names its legal basis, the house
has not said who gets its data, what for and on what basis.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.notice.prose import ABBREVIATION, SENTENCE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

DEFINITION = re.compile(
    r"\b(?:eine?|die|jede|an?y?|the) (?:natürliche oder juristische Person|natural or legal person)\b|\bbezeichnet der Ausdruck\b"
    r"|\b(?:versteht man|(?:ist|sind) (?:hier )?(?:unter [^\n]{1,60} )?zu verstehen|(?:ist|sind) gemeint)\b"
)
EXPLAINED = re.compile(
    r"\W*(?:(?:[a-z]\)|\d{1,2}\.)\s)?(?:(?:Der|Die|Das|Ein|Eine|An?|The)\s)?(?:Begriff\s)?[„“\"»]?[A-ZÄÖÜ][\w-]+(?:\s[a-zäöü]+)?[“”\"«]?(?:\s\([^()\n]{1,40}\))?\s"
    r"(?:ist|sind|bezeichne[nt]|mein(?:t|en)|bedeute[nt]|means?|is|are)\s(?:alle\s(?:Informationen|Staaten|Länder)|Staaten\b|Länder\b|(?:jede[rs]?|any|every)\s(?:mit\soder\sohne|Staat|Land|Vorgang|freiwillig|Form\b|Art\b|Information|country|state|operation)|(?:eine?|an?)\s(?:Staat|Land|country|state)\b)"
    r"|\W*Als\s[^\n]{1,60}\sgelten\s(?:alle\s)?(?:Staaten|Länder)\b|\W*\w+\smeans\s(?:an?|any|the)\s",
)
"""How a word is explained, whoever uses it; the second from its beginning on."""
DEFINING = ("Person", "person", "Ausdruck", "verst", "gemeint")
"""Letters of which such a sentence has some."""
_WANTED = r"(?:widersprechen|widerspricht|Widerspruch|widerrufen|widerruft|Widerruf|verlangen|zurückziehen|beantragen|object|withdraw|revoke|request)\b"
_READER = r"(?:Sie|Betroffene|[Dd]u|Nutzer\w*)"
RIGHT = re.compile(
    r"\b(?:[Dd]as|[Ee]in|[Ii]hr\w{0,2}|[Dd]ein\w{0,2}|[Ee]uer|[Kk]ein|[Dd]ieses|[Vv]om|[Zz]um|[Dd]ie)\s(?:\w+\s)?Rechte?n?\b(?=\s?(?:auf|zu\b|zur|,|\(|gegen|nach|gem|besteh|jederzeit))|\bRechte?\s(?:auf|zur?)\b"
    r"|\b(?:Auskunfts|Berichtigungs|Löschungs?|Widerspruchs|Widerrufs|Beschwerde)rechte?s?\b"
    rf"|\b(?:{_READER}\s(?:können|dürfen|kannst|kann)|(?:können|dürfen|kannst|kann)\s{_READER})\b[^\n]{{0,240}}?\b{_WANTED}"
    r"|\bRechtmäßigkeit\b[^\n]{0,200}?(?:\bWiderruf|berührt)"
    r"|(?:\b[Ii]hre\w?\s|\b[Ee]ine\w?\s)?\b(?:Einwilligung|Zustimmung)\w*[^\n]{0,80}?\b(?:widerrufen|widerruft|Widerruf|zurückziehen)\b|\bWiderruf\b"
    r"|\b(?:the|an?|your|any)\s(?:\w+\s)?rights?\s(?:to|of|under)\b|\byou\s(?:can|may)\b[^\n]{0,160}?\b(?:object|withdraw|revoke)\b|\blawfulness\b[^\n]{0,160}?\bwithdrawal"
)
ITEM = re.compile(
    r"\W*(?:[a-z]\)\s|\d\.\s)?(?:(?:falls|wenn)\smöglich,?\s)?(?:über\s)?(?:die|das|the)\s(?:(?:jeweiligen\s)?Verarbeitungszwecke|Kategorien\s(?:von\s)?(?:personen|Empf)|(?:(?:konkreten\s)?Empfänger)\soder|geplante\s(?:Speicherd|D)auer|purposes\sof\sthe|categories\sof|recipients\sor)"
)
"""From where on a sentence grants something to the reader; an item of what access comprises."""
GRANTING = (
    "echt",
    "önnen",
    "ürfen",
    "kann",
    "iderruf",
    "inwilligung",
    "ustimmung",
    "right",
    "you ",
    "lawful",
)
"""Letters of which a sentence on a right has some."""
GRANTED = re.compile(
    rf"\W*(?:(?:Wenn|Soweit|Sofern|Falls|Werden|Wird|Erfolgt|Beruht|Basiert|Insoweit|If|Where)\b[^\n]*?,\s(?:so\s|dann\s)?(?:(?:können|haben|dürfen|kannst|hast)\s{_READER}|steht\s(?:Ihnen|dir|der|den)|besteht|you\s(?:may|can|have))\b"
    rf"|Gegen\b[^\n]*?\b(?:können|haben|dürfen)\s{_READER}\b)",
)
"""A sentence that says first what a right is about: "Werden Daten … verarbeitet, können Sie …"."""
_FIRMS = r"(?:\s(?:Platforms|Ireland|International|Internet|Unlimited|Technology|Corp|Inc|Ltd|Limited|LLC|Company)\b\.?){0,4}"
OPERATOR = (
    rf"(?:(?:Meta|Facebook|Instagram|Threads|WhatsApp|Twitter|X|Google|YouTube|LinkedIn|XING|TikTok|Bluesky)\b(?!-|\s(?:Fanpage|Seite|Kan[aä]l|Account|Auftritt|Profil|Page|Insight|Analytics|Maps)){_FIRMS}"
    r"|(?:[Dd]e[rmns]|[Dd]ie)\s(?:jeweilige[nrs]?\s)?(?:(?:Plattform|Netzwerk|Dienste|Portal)(?:betreiber|anbieter)(?:in|s|n)?\b|(?:Betreiber|Anbieter)(?:in|s|n)?\s(?:der|des|dieser|dieses)\s(?:\w+\s){0,2}(?:Plattform|Netzwerk)\w*))"
)
"""Who runs a network, by the name of it or what it is."""
_DOES = (
    r"(?:verarbeitet|nutzt|nennt|stützt|beruft|erhebt|erfüllt|beantwortet|gewährt|übernimmt|kümmert|speichert|löscht|gibt|verwendet|gewährleistet|stellt|bietet|informiert|legt|handelt|erteilt|bearbeitet"
    r"|räumt|ermöglicht|behält|hat|ist\s(?:für|verpflichtet|zuständig|verantwortlich|erste|primär)|processes|uses|states|relies|collects|fulfils?|answers|handles|stores|is\s(?:responsible|obliged))"
)
THEIRS = re.compile(
    rf"(?:^\W*|[:;,]\s|\b(?:und|and)\s){OPERATOR}(?:\s\([^()\n]{{1,80}}\)|,\s[^,\n]{{1,80}},)?\s{_DOES}\b|\b(?:dass|wonach|that)\s{OPERATOR}"
    rf"|\b(?:beantwortet|erfüllt|gewährt|übernimmt|bearbeitet|verarbeitet|speichert|nennt|stellt|trägt|ist)\s(?:die\s|der\s)?{OPERATOR}"
    rf"|\b(?:[Nn]ach\s(?:eigenen\s)?(?:Angaben?|Auskunft|Aussage)\s(?:von|der|des)|[Ll]aut|[Aa]ccording\sto)\s(?:der\s)?{OPERATOR}"
    rf"|(?<![Aa]uch\s)\b(?:bei|gegenüber|seitens)\s(?:der\s)?{OPERATOR}"
    rf"|\b(?:[Rr]echtsgrundlagen?|Datenschutz-?beauftragte\w*|officer)\s(?:von|bei|der|des|of)\s(?:die\s|der\s)?{OPERATOR}|\b(?:Metas|Facebooks|Googles|Meta’s|Meta's)\b"
)
NETWORKS = (
    "Meta",
    "Facebook",
    "Instagram",
    "Threads",
    "WhatsApp",
    "Twitter",
    "X",
    "Google",
    "YouTube",
    "LinkedIn",
    "XING",
    "TikTok",
    "Bluesky",
    "etreiber",
    "nbieter",
)
"""Letters of which a sentence about an operator has some."""
OURS = re.compile(
    rf"\b(?:[Ww]ir|[Uu]ns|[Uu]nser\w*|[Bb]eide\w*|[Ss]owohl|[Gg]emeinsam\w*|[Ww]e|[Uu]s|[Oo]ur|[Bb]oth|[Jj]ointly)\b|\b(?:die|der|das|dem|the)\s(?:Stadt|Gemeinde|Kreis|Landkreis|Land|Hochschule|Universität|Schule|Ministerium|Behörde|Polizei\w*|Bezirk\w*|Amt|Verwaltung|city|university|ministry)\b|\b{OPERATOR}\s(?:und|oder|sowie|and|or)\b"
    rf"|\b(?:und|oder|sowie|als\sauch|and|or)\s(?:(?:bei|gegenüber|an|von|by)\s)?(?:die\s|der\s|dem\s)?{OPERATOR}"
)
"""Who speaks: what is said of both may be the house's as well."""


def own_part(sentence: str, kinds: Collection[str]) -> int:
    """How much of a sentence is the house's own statement; 0 where none of it is.

    kinds: which other statements there may be: `definition`, `right`, `operator`.
    """
    if "definition" in kinds and _defines(sentence):
        return 0
    if "operator" in kinds and is_operators(sentence):
        return 0
    if "right" in kinds:
        if ITEM.match(sentence):
            return 0
        granted = RIGHT.search(sentence) if _has(sentence, GRANTING) else None
        if granted:
            return 0 if GRANTED.match(sentence) else granted.start()
    return len(sentence)


def _defines(sentence: str) -> bool:
    if EXPLAINED.match(sentence):
        return True
    return _has(sentence, DEFINING) and DEFINITION.search(sentence) is not None


def _has(sentence: str, needles: tuple[str, ...]) -> bool:
    """Whether one of these letters is there: cheaper to ask than the patterns."""
    return any([needle in sentence for needle in needles])  # noqa: C419 - faster than a generator


def is_operators(sentence: str) -> bool:
    """Whether a sentence says what a network's operator does, and not the house as well."""
    if not _has(sentence, NETWORKS):
        return False
    return THEIRS.search(sentence) is not None and not OURS.search(sentence)


def without(text: str, kinds: Collection[str]) -> str:
    """A text with what is no statement of the house blanked out, every line in its place."""
    lines = []
    for line in text.split("\n"):
        kept = line
        for start, end in _sentences(line):
            part = own_part(line[start:end], kinds)
            if part < end - start:
                kept = kept[: start + part] + " " * (end - start - part) + kept[end:]
        lines.append(kept)
    return "\n".join(lines)


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in SENTENCE.finditer(line):
        if not ABBREVIATION.search(line[max(start, gap.start() - 11) : gap.start() + 1]):
            yield start, gap.start() + 1
            start = gap.end()
    yield start, len(line)
