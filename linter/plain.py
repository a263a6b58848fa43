"""A text as a reader sees it: rules look for words, and white space and invisible signs are none.

A no-break space, a soft hyphen within a word, the break of a line that was full, and an umlaut that was
saved as a letter and its dots change nothing for whoever reads a profile.
"""

from __future__ import annotations

import re

SIGNS = (
    *("\u00a0", "\u00ad", "\u200b", "\u200c", "\u202f", "\u2060", "\ufeff"),
    *("\u0300", "\u0301", "\u0302", "\u0303", "\u0308", "\u030a", "\u030c", "\u0327"),
)
"""Signs of which one stands in nearly every text that reads otherwise than it is written, but for line breaks."""
INVISIBLE = "[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
BLANKS = r"[^\S\n]+"
FULL = 60
"""Code points from which a line is taken to end because it was full."""
BROKEN = rf"(?<=[^\n]{{{FULL}}})\n(?=\S)|(?<=\S)\n(?=[a-zäöüß])"
"""The end of a line within a sentence. Others part what stands below each other in a profile."""
MARKED = "[^\\W\\d_][\u0300-\u036f]{1,3}"
"""A letter with what is set above or below it."""
ADDRESSES = ("http://", "https://")


def odd(text: str) -> bool:
    """Whether a text may read otherwise than it is written, apart from its lines."""
    return any(sign in text for sign in SIGNS)


def plain(text: str) -> str:
    """The text in composed letters, with simple blanks, without invisible signs, broken where lines are meant.

    An address stays as it is: there every character counts.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    if text.startswith(ADDRESSES):
        return text
    if not text.isascii():
        text = composed(re.sub(INVISIBLE, "", text))
    text = re.sub(BLANKS, " ", text).replace(" \n", "\n").replace("\n ", "\n")
    return re.sub(BROKEN, " ", text)


def composed(text: str) -> str:
    """The text with each letter and the dots or accents that were saved behind it as one letter.

    Letter by letter: of a long row of accents, putting them in order would take the square of its length.
    """
    from unicodedata import normalize  # noqa: PLC0415 - rarely needed

    return re.sub(MARKED, lambda found: normalize("NFC", found[0]), text)
