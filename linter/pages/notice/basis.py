"""basis: the letters of Art. 6 (1) GDPR that a notice names."""

from __future__ import annotations

import re
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from linter.pages.notice.aside import own_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.notice.prose import Prose

# Art. 6 Abs. 1 S. 1 lit. f, Art. 6 I 1 f, Art. 6 (1) (f), Artikel 6 Absatz 1 Buchstabe e, Art. 6 I f, Art. 6 Abs. 1f
ARTICLE = r"\b(?:Art(?:s|ikeln?|icle|icles)?\b\.?|Articles?)\s{0,3}6\b"
PARAGRAPH = (
    r"(?:\s{0,3},?\s{0,3}(?:Abs(?:atz|\.)?|para(?:graph)?\.?|sec(?:tion|t)?\.?|No\.?|Nr\.?)\s{0,3}\(?1\)?"
    r"|\s{0,3}\(1\)|\s{1,3}1\b|\s{1,3}I\b|\s{0,3}\.1\b)?"
)
SENTENCE = r"(?:(?<=\bI)\s{1,2}1\b|(?:\s{0,3},?\s{0,3}(?:S(?:atz|\.)?|Unterabs(?:atz|\.)?|UAbs\.?|sentence|subparagraph)\s{0,3}\(?1\)?){0,2})"
SIGN = r"(?:\s{0,3},?\s{0,3}(?:lit(?:era|\.)?|Buchst(?:aben?|\.)?|letters?|let\.|point|Bst\.|Ziff(?:er|\.)?)\s{0,3}|\s{0,3})"
LETTER = r"[„\"(]{0,2}([a-f])(?![a-zäöüß0-9])\)?[“\"]?"
CITED = re.compile(ARTICLE + PARAGRAPH + SENTENCE + SIGN + LETTER, re.IGNORECASE)
MORE = re.compile(
    r"\s{0,3}(?:,|;|/|&|\bund\b|\boder\b|\bsowie\b|\band\b|\bor\b|\bbzw\.?)\s{0,3}(?:,?\s{0,3}(?:lit\.?|Buchst(?:abe|\.)?|letter|point)\s{0,3})?"
    + LETTER,
    re.IGNORECASE,
)
LATER = re.compile(
    r"(?:\bbzw\.?|\boder\b|\bund\b|\bor\b|\band\b|\bauf\b|\bnach\b|,|;|/)\s{0,3}(?:lit\.?|Buchst(?:abe|\.)?)\s{0,3}"
    + LETTER,
    re.IGNORECASE,
)
OTHER = re.compile(r"\bArt(?:ikel|icle|\.)?\s{0,3}(?!6\b)\d", re.IGNORECASE)
BARE_ARTICLE = re.compile(ARTICLE, re.IGNORECASE)
ITEM = re.compile(
    r"\n\W{0,4}(?:(?:lit(?:era|\.)?|Buchst(?:aben?|\.)?|letter|point)\s{0,2}\(?([a-f])\b|\(?([a-f])\)\s)",
    re.IGNORECASE,
)
"""A line of a list of letters: "lit. a) mit Einwilligung"."""
ASIDE = ("definition", "right", "operator")
"""What is no basis of the house's own."""
BELOW = 200
"""How far below "Rechtsgrundlage" the provision may stand."""
TRIED = 600
"""Sentences that are looked at; a notice says its own among the first."""
TAIL = 160
"""How far behind a citation another letter may follow that leaves the article out."""


def _citations(prose: Prose) -> Iterator[re.Match[str]]:
    """The citations of the article with a letter."""
    if not prose.aligned:
        yield from CITED.finditer(prose.text)
        return
    read = 0
    for word in prose.cited("6"):
        found = CITED.match(prose.text, word) if word >= read else None
        if found:
            yield found
            read = found.end()


def _listed(prose: Prose) -> set[str]:
    """The letters of a list below "… Art. 6 Abs. 1 DSGVO:"."""
    letters: set[str] = set()
    text = prose.text
    for word in prose.cited("6") if prose.aligned else ():
        end = text.find("\n", word, word + TAIL)
        if end < 0 or text[end - 1] != ":" or not BARE_ARTICLE.match(text, word):
            continue
        while (item := ITEM.match(text, end)) is not None:
            letters.add((item[1] or item[2]).lower())
            end = text.find("\n", item.end())
            if end < 0:
                break
    return letters


def legal_basis(prose: Prose) -> tuple[tuple[str, ...], int | None]:
    """The letters in order, and where the first citation stands."""
    letters: set[str] = set()
    first: int | None = None
    text = prose.text
    for found in _citations(prose):
        first = found.start() if first is None else first
        letters.add(found[1].lower())
        at = found.end()
        while (more := MORE.match(text, at)) is not None:
            letters.add(more[1].lower())
            at = more.end()
        tail = text[at : at + TAIL].split("\n", 1)[0]
        other = OTHER.search(tail)
        tail = tail[: other.start()] if other else tail
        letters.update(m[1].lower() for m in LATER.finditer(tail))
    letters |= _listed(prose)
    return tuple(sorted(letters)), first


LAW = r"(?:\w{0,8}DSG(?:VOAG|-\w+)?|HDSIG|SächsDSDG|DSAG|KDG|KDR-OG|\w*[Dd]atenschutzgesetz\w*|\w+[Dd]atenschutz-[\w-]*[Gg]esetz\w*)"
"""Laws on data protection of the Federation, the Länder and the churches; `DSGVO` is none of them."""
_PROVISION = r"\bArt(?:ikel|icle|\.)|§"
_SUPPORTS = rf"(?:{_PROVISION}|[Ee]inwilligung|consent|[Gg]esetz|[Vv]ertrag|contract|[Vv]erordnung|[Ii]nteresse|interest|[Aa]ufgabe|task|satzung)"
STATED = re.compile(
    CITED.pattern + rf"|{ARTICLE}(?!\d)[^\n]{{0,40}}?(?:DS-?GVO|GDPR|Datenschutz-Grundverordnung)"
    rf"|(?:§§?\s{{0,2}}(?:[3-6]|16)\b|{ARTICLE.replace('6', '4')})[^\n;§]{{0,60}}?\b{LAW}\b"
    rf"|\b(?:(?:Rechts|Gesetzes)grundlagen?|(?:gesetzliche|rechtliche)\sGrundlagen?|(?:legal|lawful)\sbas[ie]s)\b(?:[^\n.]{{0,120}}?{_SUPPORTS}|[^\n.]{{0,80}}\n[^\n]{{0,200}}?(?:{_PROVISION}|[Ee]inwilligung|consent|gesetz))",
    re.IGNORECASE,
)
"""A provision on which data are processed, or what is called the legal basis."""
NAMED = ("grundlage", "legal", "lawful", "dsg", "tzgesetz", "ungsgesetz", "hdsig", "kdg", "kdr-og")
"""Lower-case letters of which every such mention has some, unless the article is named."""


def own_basis(prose: Prose) -> int | None:
    """Where the notice says on what legal basis the house itself processes data, a letter or not."""
    places = merge(prose.places(*NAMED), prose.cited("6"), prose.cited("4"))
    for start, end in islice(prose.telling(places), TRIED):
        found = STATED.search(prose.text, start, min(end + BELOW, len(prose.text)))
        if found and found.start() < start + own_part(prose.text[start:end], ASIDE):
            return found.start()
    return None
