"""definition: a sentence that explains what a word means, whoever uses it."""

from __future__ import annotations

import re

from linter.pages.notice.wording import either, has, one_of

_PERSON = (
    either("eine?", "die", "jede", "an?y?", "the")
    + " (?:natürliche oder juristische Person|natural or legal person)"
)
_MEANT = either(
    "versteht man",
    r"(?:ist|sind) (?:hier )?(?:unter [^\n]{1,60} )?zu verstehen",
    "(?:ist|sind) gemeint",
)
ANYWHERE = re.compile(rf"\b{_PERSON}\b|\bbezeichnet der Ausdruck\b|\b{_MEANT}\b")
NEEDLES = ("Person", "person", "Ausdruck", "verst", "gemeint")
"""Letters of which a sentence with one of these wordings has some."""

_NUMBER = r"(?:(?:[a-z]\)|\d{1,2}\.)\s)?"
_ARTICLE = r"(?:(?:Der|Die|Das|Ein|Eine|An?|The)\s)?"
_WORD = r"(?:Begriff\s)?[„“\"»]?[A-ZÄÖÜ][\w-]+(?:\s[a-zäöü]+)?[“”\"«]?(?:\s\([^()\n]{1,40}\))?"
_IS = one_of("ist sind bezeichne[nt] mein(?:t|en) bedeute[nt] means? is are")
_ALL = r"alle\s(?:Informationen|Staaten|Länder)|Staaten\b|Länder\b"
_EVERY = (
    r"(?:jede[rs]?|any|every)\s"
    r"(?:mit\soder\sohne|Staat|Land|Vorgang|freiwillig|Form\b|Art\b|Information|country|state|operation)"
)
_A_COUNTRY = r"(?:eine?|an?)\s(?:Staat|Land|country|state)\b"
BEGINNING = re.compile(
    rf"\W*{_NUMBER}{_ARTICLE}{_WORD}\s{_IS}\s{either(_ALL, _EVERY, _A_COUNTRY)}"
    r"|\W*Als\s[^\n]{1,60}\sgelten\s(?:alle\s)?(?:Staaten|Länder)\b"
    r"|\W*\w+\smeans\s(?:an?|any|the)\s",
)


def defines(sentence: str) -> bool:
    """Whether a sentence explains a word."""
    if BEGINNING.match(sentence):
        return True
    return has(sentence, NEEDLES) and ANYWHERE.search(sentence) is not None
