"""officer: how to reach the data protection officer (Art. 13 (1) (b) GDPR)."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from linter.pages.notice.appointed import in_sentence, one
from linter.pages.notice.operator import is_operators

if TYPE_CHECKING:
    from linter.pages.notice.prose import Prose

WORD = re.compile(
    r"(?<![\w-])(?:behördliche[rnms]?\s|betriebliche[rnms]?\s|externe[rnms]?\s|unsere[rnms]?\s){0,4}(?:(?:(?:Konzern|Gruppen|Unternehmens|Betriebs|Hochschul|Universitäts|Kreis|Stadt|Verbands|Amts|Klinik)-?)?Datenschutz-?beauftragte[rnsm]?|Beauftragte[rnm]?(?:\sPerson)?\sfür\s(?:den\s)?Datenschutz|data\sprotection\sofficer|DPO|b?DSB|Datenschutzbeauftragtem)(?![\w.-]*\.(?:de|com|info|org|eu))\b",
    re.IGNORECASE,
)
DENIAL = re.compile(
    r"\b(?:kein(?:e[nrs]?)?\b[^\n.]{0,60}Datenschutz-?beauftragte|Datenschutz-?beauftragte[^\n.]{0,80}\b(?:nicht|kein)\b|nicht (?:verpflichtet|erforderlich|benannt|bestellt)|no data protection officer|not (?:required|obliged) to)",
    re.IGNORECASE,
)
FOREIGN = re.compile(
    r"Landes-?datenschutzbeauftragte|Bundes-?beauftragte|Landes-?beauftragte|jedes Bundesland|jedem Bundesland|each federal state|Liste der Datenschutzbeauftragten|Generator|erstellt|prüfen lassen|\bQuelle\b|\bMuster\b|Aufsichtsbehörde|Datenschutzbehörde|\.gv\.at\b|Mitgliedstaat|Google|Facebook|\bMeta\b|GitHub|Twitter",
    re.IGNORECASE,
)
CONTROLLER = re.compile(r"\bVerantwortliche|\bcontroller\b", re.IGNORECASE)
OTHERS = re.compile(
    r"\W*(?:(?:Die\s)?Verantwortliche(?:[rn]|\sStelle)?|(?:Data\s)?Controller)(?:\s[^\n:]{0,60})?:",
    re.IGNORECASE,
)
"""A label below the word from which on another is named than the officer."""
MAIL = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}(?:(?:\.|\s?(?:\(dot\)|\[dot\]|\(punkt\))\s?)[\w-]{1,63}){1,4}"
)
SENTENCE = re.compile(
    r"\b(?:ist|sind|hat|haben|wird|werden|verarbeite[nt]|erhält|erhalten|is|are|has|have|process)\b"
)
"""What lines of an address do not say."""
ABOVE = re.compile(
    r"\b(?:oben(?:stehende|genannte)?[rn]?|obige[rn]?|o\.\s?g\.|vorgenannte[rn]?|gleiche[rn]?|unsere[rn]?)\s(?:genannte[rn]\s)?(?:Post-?)?(?:[Aa]nschrift|[Aa]dresse)\b|\bmit\sdem\s(?:Zusatz|Vermerk)\b"
)
"""How a sentence says by what address the officer is reached that names no other."""
_SIGNS = ("@", "(", "[")
"""What follows the word where it begins an address: "dsb@aue.example"."""
REACHED = re.compile(r"^(?:[^\n]{0,60}\s)?\d{5}\s[A-ZÄÖÜ]|^\W*Tel(?:efon)?\b[^\n]{0,12}\d")
"""A line of an address, or a phone number."""
AUTHORITY = re.compile(
    r"Informationsfreiheit|Akteneinsicht|\b[A-ZÄÖÜ][a-zäöü]+(?:ische|er)[rn]?\sBeauftragte",
    re.IGNORECASE,
)
"""Who supervises a state, and is called like an officer."""
LABEL = 90
NEAR = 4
AROUND = 200
"""Code points of a mention that may stand around its noun, more than any has."""
TRIED = 60
"""Mentions that are looked at; a notice names its officer among the first."""
REST = 400
"""Code points around the word that belong to it."""
BEHIND = 8
"""Lines behind the word that may hold name and address."""


def officer(prose: Prose) -> tuple[str | None, int | None]:
    """Name, else e-mail address, else the line that names the office with an address."""
    places = prose.places("beauftragte", "officer", "dpo", "dsb")
    for found in islice(prose.matches(WORD, places, AROUND), TRIED):
        index = prose.index(found.start())
        sentence = prose.around(found.start(), REST)
        if FOREIGN.search(sentence) or DENIAL.search(sentence) or is_operators(sentence):
            continue
        # a heading for both: what follows first is the controller
        if prose.lines[index].heading and CONTROLLER.search(prose.lines[index].text):
            continue
        contact = _contact(prose, index, found.end() - prose.starts[index], found.group())
        if contact:
            return contact
    return None, None


def _contact(prose: Prose, index: int, column: int, word: str) -> tuple[str, int] | None:
    first = prose.lines[index].text[: column + REST]
    at = prose.starts[index] + column
    # the rest of the sentence: ", Herrn Dr. Claus Beispiel, …", ": Frau Muster"
    sentence = prose.around(at - 1, REST)
    begin = prose.text.find(sentence, max(at - 1 - REST, 0))
    before = sentence[: max(at - begin - len(word), 0)]
    person = in_sentence(before, first[column:], begin + len(sentence) - at)
    if person:
        place = person[1] if person[1] >= 0 else person[1] - len(word)
        return person[0], max(at + place, 0)
    rest = first[max(column - len(word), 0) if first[column : column + 1] in _SIGNS else column :]
    mail = MAIL.search(rest)
    if mail:
        return mail.group(), prose.starts[index] + len(first) - len(rest) + mail.start()
    return _below(prose, index, first) or _by_letter(prose, index, column)


def _below(prose: Prose, index: int, first: str) -> tuple[str, int] | None:
    """Name, else e-mail address, in the lines of an address behind the word."""
    names: list[tuple[str, int]] = []
    mails: list[tuple[str, int]] = []
    opens = not SENTENCE.search(first)
    for number, line in enumerate(prose.lines[index + 1 : index + 1 + BEHIND], start=index + 1):
        headed = line.heading and not WORD.search(line.text)
        if headed and (number > index + 1 or not opens):
            break
        if OTHERS.match(line.text) or (not headed and _says_more(line.text)):
            break
        short = len(line.text) < LABEL and not SENTENCE.search(line.text)
        person = one(line.text) if short else None
        if headed and not person:
            break
        if person and not names:
            names.append((person, prose.starts[number] + max(line.text.find(person), 0)))
        found = MAIL.search(line.text[:REST])
        if found:
            mails.append((found.group(), prose.starts[number] + found.start()))
            break
        if len(line.text) > 200:  # noqa: PLR2004 - running text again
            break
    if names:
        return names[0]
    if mails:
        return mails[0]
    if len(first) < 160 and re.search(r"\d{5}", first):  # noqa: PLR2004 - an address in one line
        return first, prose.starts[index]
    return None


def _says_more(text: str) -> bool:
    """Whether a line has the word itself, for a sentence or a label of its own."""
    word = WORD.search(text[:REST])
    return word is not None and text[word.end() : word.end() + 1] not in _SIGNS


def _by_letter(prose: Prose, index: int, column: int) -> tuple[str, int] | None:
    """The line that names the officer above an address, or the sentence that says which to use."""
    line = prose.lines[index]
    at = prose.starts[index]
    sentence = prose.around(at + max(column - 1, 0), REST)
    if ABOVE.search(sentence):
        return sentence, at + max(line.text.find(sentence), 0)
    if len(line.text) > LABEL or SENTENCE.search(line.text) or AUTHORITY.search(line.text):
        return None
    for below in prose.lines[index + 1 : index + NEAR]:
        if (
            below.heading
            or OTHERS.match(below.text)
            or len(below.text) > LABEL
            or _says_more(below.text)
        ):
            return None
        if REACHED.match(below.text):
            return line.text.strip(" :"), at
    return None
