"""basis: the letters of Art. 6 (1) GDPR that a notice names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.notice.prose import Prose

# Art. 6 Abs. 1 S. 1 lit. f, Art. 6 (1) (f), Artikel 6 Absatz 1 Buchstabe e, Art. 6 I f, Art. 6 Abs. 1f
ARTICLE = r"\b(?:Art(?:s|ikel|icle|icles)?\b\.?|Articles?)\s{0,3}6\b"
PARAGRAPH = (
    r"(?:\s{0,3},?\s{0,3}(?:Abs(?:atz|\.)?|para(?:graph)?\.?|sec(?:tion|t)?\.?|No\.?|Nr\.?)\s{0,3}\(?1\)?"
    r"|\s{0,3}\(1\)|\s{1,3}1\b|\s{1,3}I\b|\s{0,3}\.1\b)?"
)
SENTENCE = r"(?:\s{0,3},?\s{0,3}(?:S(?:atz|\.)?|Unterabs(?:atz|\.)?|UAbs\.?|sentence|subparagraph)\s{0,3}\(?1\)?){0,2}"
SIGN = r"(?:\s{0,3},?\s{0,3}(?:lit(?:era|\.)?|Buchst(?:aben?|\.)?|letters?|let\.|point|Bst\.|Ziff(?:er|\.)?)\s{0,3}|\s{0,3})"
LETTER = r"[„\"(]{0,2}([a-f])(?![a-zäöüß0-9])\)?[“\"]?"
CITED = re.compile(ARTICLE + PARAGRAPH + SENTENCE + SIGN + LETTER, re.IGNORECASE)
MORE = re.compile(
    r"\s{0,3}(?:,|;|/|&|\bund\b|\boder\b|\bsowie\b|\band\b|\bor\b|\bbzw\.?)\s{0,3}(?:,?\s{0,3}(?:lit\.?|Buchst(?:abe|\.)?|letter|point)\s{0,3})?"
    + LETTER,
    re.IGNORECASE,
)
LATER = re.compile(
    r"(?:\bbzw\.?|\boder\b|\bund\b|\bor\b|\band\b|,|;|/)\s{0,3}(?:lit\.?|Buchst(?:abe|\.)?)\s{0,3}"
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


BARE = re.compile(
    ARTICLE + r"(?!\d)[^\n]{0,40}?(?:DS-?GVO|GDPR|Datenschutz-Grundverordnung)"
    r"|\bRechtsgrundlagen?\b|\blegal basis\b|\blawful basis\b"
    r"|§\s{0,2}3\s{0,3}(?:Abs(?:atz|\.)\s{0,2}1\s{0,3})?(?:DSG NRW|BDSG|NDSG|LDSG)",
    re.IGNORECASE,
)


def any_basis(prose: Prose) -> int | None:
    """Where a legal basis is spoken of at all, a letter or not."""
    found = BARE.search(prose.text)
    return found.start() if found else None
