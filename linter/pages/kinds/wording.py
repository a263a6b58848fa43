"""wording: a pattern, and letters of which all that it finds has some.

Whether a text has a few letters is cheaper to ask than whether a pattern finds anything in it, and
most pages have none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re


@dataclass(frozen=True, slots=True)
class Wording:
    """words, ends: in lower case; what is found has one of the words, and one of the ends, if any."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    ends: tuple[str, ...] = ()

    def may_be_in(self, low: str) -> bool:
        """Whether a folded text has the letters; false is certain."""
        return _has(low, self.words) and (not self.ends or _has(low, self.ends))

    def is_in(self, text: str, low: str) -> bool:
        """Whether it is found in a text.

        low: the text, folded, or a longer one of which it is a part.
        """
        return self.may_be_in(low) and self.pattern.search(text) is not None


def folded(text: str) -> str:
    """The text in one case, as patterns take it that ignore it: the Turkish letters are an i, too."""
    return text.casefold().replace("\u0131", "i").replace("i\u0307", "i")


def _has(low: str, words: tuple[str, ...]) -> bool:
    return any([word in low for word in words])  # noqa: C419 - faster than a generator
