"""officer: how to reach the data protection officer (Art. 13 (1) (b) GDPR)."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from linter.pages.notice.names import person_in
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
    r"Landes-?datenschutzbeauftragte|Bundes-?beauftragte|Landes-?beauftragte|jedes Bundesland|jedem Bundesland|each federal state|Liste der Datenschutzbeauftragten|Generator|erstellt|prüfen lassen|\bQuelle\b|\bMuster\b|Aufsichtsbehörde|Mitgliedstaat|Google|Facebook|\bMeta\b|GitHub|Twitter",
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
        contact = _contact(prose, index, found.end() - prose.starts[index])
        if contact:
            return contact
    return None, None


def _contact(prose: Prose, index: int, column: int) -> tuple[str, int] | None:
    lines = prose.lines[index : index + 1 + BEHIND]
    first = lines[0].text[: column + REST]
    rest = first[column : column + REST]
    # the rest of the line: ", Herrn Dr. Claus Beispiel, …", ": Frau Muster"
    person = _named(rest)
    mail = MAIL.search(rest)
    if person:
        return person, prose.starts[index] + column + max(rest.find(person), 0)
    if mail:
        return mail.group(), prose.starts[index] + column + mail.start()
    names: list[tuple[str, int]] = []
    mails: list[tuple[str, int]] = []
    for number, line in enumerate(lines[1:], start=index + 1):
        if line.heading and number > index + 1 and not WORD.search(line.text):
            break
        if OTHERS.match(line.text):
            break
        short = len(line.text) < 90 and not SENTENCE.search(line.text)  # noqa: PLR2004 - a line of an address
        person = person_in(line.text) if short else None
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
    return _by_letter(prose, index, column)


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
        if below.heading or OTHERS.match(below.text) or len(below.text) > LABEL:
            return None
        if REACHED.match(below.text):
            return line.text.strip(" :"), at
    return None


def _named(rest: str) -> str | None:
    found = re.match(
        r"(?:\s(?:der|des|von|im|in)\s[^\n:.,@]{3,60}(?=:))?\s*(?:\([^)]{0,40}\))?\s*(?:ist|is|,|:|–|-|\bherrn?\b|\bfrau\b)+\s*(.{3,80})",
        rest,
        re.IGNORECASE,
    )
    if not found:
        return None
    return person_in(found[1])
