"""rights: the rights of Art. 15–21 and 7 (3) GDPR that a notice grants.

A right counts where the text grants it: in a sentence that speaks of a right, or in the list
that such a sentence opens. "Sie können Cookies löschen" grants nothing.
"""

from __future__ import annotations

import re
from heapq import merge
from typing import TYPE_CHECKING

from linter.pages.notice.articles import by_number
from linter.pages.notice.operator import is_operators
from linter.pages.notice.plain import granted_below, in_plain_words

if TYPE_CHECKING:
    from linter.pages.notice.prose import Prose

# a sentence that grants something to the reader
GRANTS = re.compile(
    r"\bRechte?n?\b(?!\s*vorbehalten)(?!\w)|\bAnspr(?:uch|üche)\b|rechts?\b(?=[\s.,:;–)/]|$)|\bBetroffenenrechte\w*"
    r"|\bverlangen\b|\bgeltend\b|\bzu verlangen\b|\bbeantragen\b|\bfordern\b|\bzusteht\b|\bzu fordern\b"
    r"|\brights?\b(?!\s+reserved)|\bentitled\b|\brequest\b|\bdemand\b"
    r"|\bArt(?:ikel|icle|\.)?\s*(?:1[5-9]|2[01])\b"
    r"|\b(?:können|dürfen|kannst)\s(?:(?:Sie|du)\s)?(?:(?:dem|jederzeit)\s){0,2}widersprechen\b|\b(?:Daten)?verarbeitung\b[^\n.]{0,80}\bwidersprechen\b",
    re.IGNORECASE,
)
# a heading or sentence that opens a list of rights
OPENS = re.compile(
    r"\b(?:Ihre|Deine|Meine|Eure|Welche)\s+(?:\w+\s+)?Rechte\b|\bRechte\s+(?:der|des|als|von|habe|haben|aus|gegenüber)\b|\bBetroffenenrechte\b"
    r"|\bRecht(?:e)?(?:\s+auf)?\s*[:,]\s*$|\bfolgenden?\s+Rechte?\b|\bRechte\b[^\n]{0,60}:\s*$|\bdas Recht\s*(?:,|:|auf:?)?\s*$"
    r"|\b(?:your|the following)\s+(?:\w+\s+)?rights\b|\bright(?:s)?\s*(?:to|of)?\s*:\s*$|\bdata subjects?\W+s?\s*rights\b|\brights of (?:the )?data subjects?\b"
    r"|\bWas (?:du|Sie) tun (?:kannst|können)\b|^\W*Rechte\W*$",
    re.IGNORECASE,
)
WORDS = {
    "access": (
        r"\bAuskunft\w*|\baccess\b|\bright (?:to|of) information\b|\bInformationen anfordern\b|\bExport (?:deiner|Ihrer) personenbezogenen Daten\b"
        r"|\binformation about\b[^.]{0,60}\bstored\b"
    ),
    "rectification": (
        r"\b(?:Daten)?berichtig\w*|\bkorrigier\w*|\bKorrektur\b|\brectif\w*|\bcorrect(?:ed|ion)?\b"
    ),
    "erasure": (
        r"\bLöschung\w*|\bLöschen\b|\bgelöscht\b|\bLöschrecht\b|\beras\w*|\bdelet(?:e|ed|ion)\b"
        r"|\bvergessen\w*\s*(?:zu werden|werden)"
    ),
    "restriction": (
        r"\b(?:Ein|Be)schränkung\w*|\bEinschränken\b|\beingeschränkte?n?\b|\brestrict(?:ion|ing|ed)?\b"
    ),
    "portability": (
        r"\bDaten(?:über)?trag(?:barkeit|ung)\w*|\bÜbertragbarkeit\b|\bDatenportabilität\b|\bportab\w*"
        r"|\bDaten\b[^\n.]{0,30}(?<!nicht )\bübertragbar\b"
        r"|\bmaschinen-?lesbar\w*|\bmachine-readable\b"
        r"|\bWeitergabe (?:deiner|Ihrer) Daten an (?:eine|einen) andere\w*"
        r"|\bport (?:your|their|the) (?:personal )?data\b"
        r"|\bÜbermittlung (?:dieser|der|Ihrer|deiner|meiner) Daten an (?:eine[nr]? )?andere\w*"
    ),
    "objection": (r"\bWiderspr(?:uch|uchs)\w*|\bwidersprechen\b|\bobject(?:ion)?\b"),
}
NOUNS = {name: re.compile(words, re.IGNORECASE) for name, words in WORDS.items()}
STEMS = {
    "access": ("auskunft", "access", "informa", "export"),
    "rectification": ("berichtig", "korrig", "korrekt", "rectif", "correct"),
    "erasure": ("lösch", "eras", "delet", "vergessen"),
    "restriction": ("einschränk", "eingeschränkt", "beschränkung", "restrict"),
    "portability": ("trag", "portab", "port ", "lesbar", "readable", "weitergabe", "übermittlung"),
    "objection": ("widerspr", "object"),
}
"""Lower-case letters of which a sentence about a right has some: cheaper to ask than the patterns."""
GRANTING = ("recht", "right", "anspr", "verlang", "geltend", "beantrag", "forder", "zusteh", "entitled",
            "request", "demand", "widersprechen", "art.", "artikel", "article", "art ")  # fmt: skip
TAKES_BACK = ("widerr", "zurück", "withdr", "revok")
"""Lower-case letters of which every mention of a withdrawal has some, unless an article is named."""
AROUND = 400
"""Code points of such a mention that may stand around them, more than any has."""
WITHDRAWAL = re.compile(
    r"\b(?:Einwilligung\w*|Zustimmung\w*|Einverständnis\w*)\b[^\n]{0,160}?\b(?:wider(?:rufen|rufbar|ruflich)|Widerruf\w*|zurück(?:ziehen|zunehmen|nehmen))"
    r"|\bWiderruf\w*\b[^\n.]{0,80}?\b(?:Einwilligung\w*|Zustimmung\w*)\b|\bWiderrufsrecht\b|\bRecht (?:auf|zum) Widerruf\b"
    r"|\bwider(?:rufen|rufst|ruft)\b[^\n.]{0,60}?\bEinwilligung\w*"
    # one of the rights in a list
    r"|\b(?:Auskunft|Berichtigung|Löschung|Einschränkung|Übertragbarkeit|Datenübertragbarkeit|Widerspruch)\s?(?:,|und|sowie|/)\s?Widerruf\b(?!\s(?:de[rs]|von))"
    r"|\bWiderruf\s?(?:,|und|sowie|/)\s?(?:Widerspruch|Auskunft)\b"
    r"|\b(?:withdraw|revoke)\w*\b[^\n.]{0,60}?\bconsent\b|\bconsent\b[^\n.]{0,80}?\b(?:withdraw|revok)\w*|\bArt(?:ikel|icle|\.)?\s*7\s*(?:Abs(?:atz|\.)|\(|para)\s*\(?3",
    re.IGNORECASE,
)
# what these words mean elsewhere: storage of log files, browser settings, what the right of access comprises
BESIDE = re.compile(
    r"\bCookies?\b[^\n.]{0,80}\b(?:lösch|deaktiv|einschränk|delet)|\b(?:lösch|delet)\w*\b[^\n.]{0,40}\bCookies?\b"
    r"|\bFunktion\w*\b[^\n.]{0,60}\beingeschränkt\b|\b(?:wird|werden)\b[^\n.]{0,80}\b(?:gelöscht|deleted)\b(?![^\n.]{0,60}verlang)"
    r"|\beingeschränkte?\b[^\n.]{0,30}\bFunktion|\brestricted\b[^\n.]{0,30}\bfunction",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:Betroffenen)?[Rr]echte\b[^\n]{0,160}\b(?:nicht\s(?:anwendbar|einschlägig|relevant)|keine\sAnwendung|entfallen)\b(?!\W{0,2}(?:wenn|soweit|sofern)\b)"
    r"|\brights\b[^\n]{0,160}\b(?:not\sapplicable|do\snot\sapply)\b(?!\W{0,2}(?:if|where|as\sfar)\b)"
)
"""A sentence that names the rights to say that there are none: no data, no rights."""
MOST_OPENING = 400
"""Code points of a sentence that opens a list."""
LISTED = 40
"""Lines that the list under a heading of rights may have."""
LABEL = 60
"""Code points of a line that may be a heading."""


def rights(prose: Prose) -> tuple[tuple[str, ...], int | None]:
    """The rights in the order of the regulation, and where the first is granted."""
    found = _granted(prose)
    for at, heading in granted_below(prose):
        for name, noun in NOUNS.items():
            if name not in found and noun.search(heading):
                found[name] = at
    found = by_number(prose) | in_plain_words(prose) | found
    places = merge(prose.places(*TAKES_BACK), prose.cited("7"))
    withdrawal = next(prose.matches(WITHDRAWAL, places, AROUND), None)
    if withdrawal:
        found["withdrawal"] = withdrawal.start()
    order = [*NOUNS, "withdrawal"]
    return tuple(n for n in order if n in found), min(found.values(), default=None)


def _granted(prose: Prose) -> dict[str, int]:
    """The rights that a sentence grants which speaks of one, or a list that one opens."""
    found: dict[str, int] = {}
    listing = 0
    level = 0
    opening, granting = prose.marked("recht", "right", "tun "), prose.marked(*GRANTING)
    for number, (start, end) in enumerate(prose.sentences()):
        if not (listing or number in opening or number in granting):
            continue
        sentence = prose.text[start:end]
        line = prose.lines[prose.index(start)]
        low = sentence.lower()
        opens = (
            len(sentence) < MOST_OPENING
            and number in opening
            and OPENS.search(sentence) is not None
            and not is_operators(sentence)
        )
        if line.heading and (not level or line.heading <= level) and not opens:
            listing = 0
        if opens and (
            line.heading
            or line.bold
            or sentence.rstrip().endswith((":", ",", "auf"))
            or len(sentence) < LABEL
        ):
            listing, level = LISTED, line.heading
        elif listing:
            listing -= 1
        if not (listing or number in granting):
            continue
        left = [name for name in STEMS if name not in found and any(s in low for s in STEMS[name])]
        if left and (listing or GRANTS.search(sentence)) and not _beside(sentence):
            if is_operators(sentence) or DENIED.search(sentence):
                continue
            for name in left:
                if noun := NOUNS[name].search(sentence):
                    found[name] = start + noun.start()
    return found


def _beside(sentence: str) -> bool:
    return BESIDE.search(sentence) is not None and not re.search(
        r"\bRecht\b|\bright\b", sentence, re.IGNORECASE
    )
