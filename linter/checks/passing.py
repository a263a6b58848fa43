"""passing: where a page names a platform only in passing, and says nothing of the account there.

A button to share a page, a denial ("Wir sind nicht auf Facebook") or an invitation names the
platform as well as what a rule looks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.pages.contents import BESIDE, bare
from linter.pages.sentences import breaks

if TYPE_CHECKING:
    from linter.checks.patterns import Patterns
    from linter.pages.page import Line, Page

NEAR = 40
"""Lines below a heading that still stand under it."""
REACH = 400
"""Code points of a sentence that are looked at on either side."""


def sentence(text: str, at: int) -> tuple[int, int]:
    """Start and end of the sentence in which a place lies, as far as it reaches."""
    start = max(text.rfind("\n", 0, at) + 1, at - REACH)
    end = text.find("\n", at, at + REACH)
    end = min(at + REACH, len(text)) if end < 0 else end
    for stop, following in breaks(text, start, end):
        if stop > at:
            return start, stop
        start = following
    return start, end


class Passing:
    """A page's own text, and how the sentences in it read that name something only in passing."""

    def __init__(self, page: Page, text: str, wordings: Patterns) -> None:
        self.page = page
        self.text = text
        self.wordings = wordings
        self._lines: list[Line] | None = None

    def at(self, place: int) -> bool:
        """Whether the sentence around a place, or the heading above it, reads like that."""
        if not self.wordings.possible(self.text):
            return False
        start, end = sentence(self.text, place)
        if self.wordings.search(self.text[start:end]):
            return True
        if self._lines is None:
            self._lines = own_lines(self.page)
        number = self.text.count("\n", 0, place)
        for line in reversed(self._lines[max(number - NEAR, 0) : number]):
            if line.heading:
                return self.wordings.search(line.text) is not None
        return False


def within(text: str, at: int, wordings: Patterns) -> bool:
    """Whether one of the wordings reaches over a place in its sentence."""
    start, end = sentence(text, at)
    for wording in wordings:
        found = wording.search(text[start:end])
        if found and found.start() <= at - start < found.end():
            return True
    return False


def own_lines(page: Page) -> list[Line]:
    """The lines of the page's own text, as `Contents.own` has them."""
    return [line for line in page.visible if line.region not in BESIDE and not bare(line)]
