"""articles: the rights that a notice grants by the numbers of their articles (Art. 15–21 GDPR).

"Art. 15–17" are three rights, "Art. 15 ff." are all: a range is taken at its word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.notice.operator import is_operators

if TYPE_CHECKING:
    from linter.pages.notice.prose import Prose

RIGHTS = {
    15: "access", 16: "rectification", 17: "erasure", 18: "restriction", 20: "portability",
    21: "objection",
}  # fmt: skip
"""The rights by their articles."""
_WORD = r"\bArt(?:ikeln?|icles?|s?\.|\b)\s{0,3}"
_LAW = r"(?:\s?(?:Abs(?:atz|\.)\s?\d|(?:EU-)?DS-?GVO|GDPR)){0,2}"
_THROUGH = r"\s{0,2}(?:bis|[-–]|to|through)\s{0,2}"
_AND = r"\s?(?:,|;|/|&)?\s?(?:(?:und|sowie|u\.|and)\s)?"
NUMBER = rf"(?:{_WORD})?(\d\d)(?!\d)(?:{_THROUGH}(?:{_WORD})?(\d\d)(?!\d))?(\s?(?:ff\b|et\sseq))?"
FIRST = re.compile(rf"{_WORD}{NUMBER}", re.IGNORECASE)
NEXT = re.compile(rf"{_LAW}{_AND}{NUMBER}", re.IGNORECASE)
"""The articles of a list, one after another."""
SPOKEN = re.compile(r"\b(?:\w*[Rr]echten?|[Rr]ights)\b")
"""What tells that the articles are those of the rights."""
NOT_SO = re.compile(
    r"(?!.*\b(?:soweit|sofern|wenn|falls|insoweit|unless|if)\b)"
    r".*\b(?:nicht|kein\w*|eingeschränkt|beschränkt|ausgeschlossen|entfallen|not|excluded)\b",
    re.IGNORECASE,
)
"""How a sentence ends by which these rights do not exist: "… sind nach § 17 DSG NRW eingeschränkt"."""
REACH = 100
"""Code points around a list of articles in which that word stands."""
AROUND = 400
"""Code points of a sentence that tell who grants the rights."""
LAST = 22
"""The last of the articles on rights: "ff." goes so far."""
MANY = 30
"""Articles of a list; there are no more."""


def by_number(prose: Prose) -> dict[str, int]:
    """Where each right is granted by its article, in a list or range of several."""
    found: dict[str, int] = {}
    read = -1
    for at in prose.cited("1"):
        if at < read:
            continue
        named, read = _named(prose.text, at)
        rights = [right for number, right in RIGHTS.items() if number in named]
        if len(named) < 2 or not rights:  # noqa: PLR2004 - one article alone is no list
            continue
        sentence = prose.around(at, AROUND)
        if _speaks(prose, at) and not is_operators(sentence) and not NOT_SO.match(sentence):
            for right in rights:
                found.setdefault(right, at)
    return found


def _named(text: str, at: int) -> tuple[set[int], int]:
    """The articles of the list that begins at a place, and where it ends."""
    named: set[int] = set()
    one = FIRST.match(text, at)
    while one is not None and len(named) < MANY:
        at = one.end()
        first = int(one[1])
        named.update(range(first, LAST + 1 if one[3] else int(one[2] or first) + 1))
        one = NEXT.match(text, at)
    return named, at


def _speaks(prose: Prose, at: int) -> bool:
    """Whether the sentence, or the heading right above it, speaks of rights."""
    if SPOKEN.search(prose.around(at, REACH)):
        return True
    index = prose.index(at)
    above = prose.lines[index - 1] if index else None
    return above is not None and above.heading > 0 and SPOKEN.search(above.text) is not None
