"""The one error of this program: something the user can put right, said in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.text import Text


class LinterError(Exception):
    """A usage, config, rule, plug-in or file error: one line with its place and what to do.

    text: what is wrong, in both languages; hint: what to do about it; line and column are
    1-based code points, 0 where there is no place inside the file.
    """

    def __init__(
        self,
        text: Text,
        *,
        path: str = "",
        line: int = 0,
        column: int = 0,
        hint: Text | None = None,
    ) -> None:
        super().__init__(text["en"])
        self.text = text
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    def render(self, lang: str) -> str:
        """`path:line:column: what is wrong. What to do.`, on one line and safe to print."""
        place = self.path
        if place and self.line:
            place += f":{self.line}:{self.column}"
        line = f"{place}: {self.text[lang]}" if place else self.text[lang]
        if self.hint:
            line += f" {self.hint[lang]}"
        return visible(line)

    def both(self) -> Text:
        """The same line in both languages."""
        return {lang: self.render(lang) for lang in self.text}


MOST = 300
"""Characters of an exception's words that are told."""


def in_one_line(error: BaseException) -> str:
    """What an exception of code that is not ours says: its kind and its words, safe to print."""
    return visible(" ".join(f"{type(error).__name__}: {error}".split()))[:MOST]


def visible(text: str) -> str:
    """Make a line safe for a terminal: control, bidi and zero-width characters are named."""
    if text.isascii() and text.isprintable():
        return text
    from linter.report import escape  # noqa: PLC0415 - rarely needed

    return escape.terminal(text)
