"""Folding: any text into plain ASCII letters, each with its place in the original.

Umlauts are written out (ü → ue), accents dropped, look-alike letters of other scripts replaced,
invisible characters left out, and everything that is no letter or digit becomes a separator.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.names.reading import Part

RUN = re.compile(r"[A-Za-z0-9]+")
LETTERS = RUN.findall
"""The runs of letters and digits of a folded text."""
SPELT_OUT = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ẞ": "Ss",
    "–": " ", "—": " ", "„": " ", "“": " ", "”": " ", "’": " ", "·": " ", "…": " ", "•": " ",
}  # fmt: skip
"""Umlauts written out, and the punctuation that German names have."""
DIAERESIS = "\u0308"
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Characters that are letters or symbols by name and show nothing."""


def spell_out(text: str) -> str:
    """Lower case with umlauts written out: the form in which the lexicon keeps its words."""
    low = text.lower()
    if low.isascii():
        return low
    # On a whole block of words, four replacements are much faster than a translation.
    return low.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")


def bare(text: str) -> str:
    """Lower case with umlauts reduced to their letter (`wust`), as some people write them."""
    low = text.lower()
    if low.isascii():
        return low
    low = low.replace("ä", "a").replace("ö", "o").replace("ü", "u")
    return low.replace("ß", "s").replace("é", "e")


def fold(text: str) -> tuple[str, list[int] | None]:
    """Fold a text; the list gives each folded character's offset in it (None: unchanged)."""
    if text.isascii():
        return text, None
    folded: list[str] = []
    origin: list[int] = []
    for offset, char in enumerate(text):
        if char.isascii():
            folded.append(char)
            origin.append(offset)
            continue
        if char == DIAERESIS and folded and folded[-1] in "aouAOU" and origin[-1] == offset - 1:
            plain = "E" if _shouting(text, offset - 1) else "e"
        else:
            plain = SPELT_OUT.get(char) or _plain(char)
            if len(plain) > 1 and _shouting(text, offset):
                plain = plain.upper()
        folded.extend(plain)
        origin.extend([offset] * len(plain))
    return "".join(folded), origin


def _plain(char: str) -> str:
    """The plain letters of a character; none for marks and what can't be seen."""
    from unicodedata import category, normalize  # noqa: PLC0415 - umlauts and quotes do without

    from linter.names.confusables import LOOK_ALIKE  # noqa: PLC0415 - as above

    kind = category(char)
    if kind == "Cf" or kind[0] == "M" or char in BLANK:  # invisible, or a mark on the letter before
        return ""
    if char in LOOK_ALIKE:  # before it is normalised: ϲ would become a sigma
        return LOOK_ALIKE[char]
    plain = ""
    for letter in normalize("NFKC", char):
        spelt = SPELT_OUT.get(letter) or LOOK_ALIKE.get(letter) or normalize("NFD", letter)[0]
        plain += spelt if spelt.isascii() else LOOK_ALIKE.get(spelt, " ")
    return plain


def _shouting(text: str, offset: int) -> bool:
    """True where the letter stands among capitals, so that Ü is UE and no camel-case boundary."""
    after = text[offset + 1 : offset + 3].replace(DIAERESIS, "")[:1]
    return text[offset].isupper() and (after.isupper() or (not after.isalpha() and offset > 0))


def apart(text: str, parts: list[Part]) -> tuple[Part, ...]:
    """One character may fold to several letters (`ä`): it goes to the first part that has it."""
    kept: list[Part] = []
    for part in parts:
        if kept and part.start < kept[-1].end:
            part.start = kept[-1].end
            if part.start >= part.end:
                continue
            part.text = text[part.start : part.end]
        kept.append(part)
    return tuple(kept)


def with_marks(text: str, end: int) -> int:
    """Combining marks belong to the letter they stand on."""
    import unicodedata  # noqa: PLC0415 - only for texts that are not ASCII

    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end
